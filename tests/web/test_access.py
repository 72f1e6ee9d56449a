"""Every address, as every visitor, by every method, answers as docs/access.md says."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import (
    Change,
    Cooperation,
    Municipality,
    PagePicture,
    ProposedRecord,
    Reading,
    ReadingFile,
    choose,
)
from radslag.services.accounts import give_role
from radslag.services.journal import Actor, change
from radslag.services.latest_review import latest_review
from radslag.web import clock
from radslag.web.secretariat.reviews import anchor_of
from tests.web.conftest import CLOSED, ELSEWHERE, MISSING, OPEN, House
from tests.web.people import A_DAY, LONG_AGO, Visitor, account
from tests.web.written_table import METHODS, Row, rows

STATES = (OPEN, CLOSED, MISSING)
LOGIN = "/konto/login/"
# What the keys of the planted rows begin with.
MARKS = {OPEN: "zqs", CLOSED: "zqc", MISSING: "zqs"}


@dataclass(frozen=True)
class Case:
    """One request, and what is written of it."""

    row: Row
    state: str
    visitor: Visitor
    method: str
    address: str

    @property
    def expected(self) -> str:
        """Return what the page of the table says."""
        if self.row.is_closed:
            return "not found"
        if self.method not in self.row.methods:
            return "method refused"
        is_here, is_open = self.state != MISSING, self.state == OPEN
        if self.row.lets_in(self.visitor, is_here=is_here, is_open=is_open):
            return "methods told" if self.method == "OPTIONS" else "let in"
        return "not found" if self.visitor.is_signed_in else "sent to sign in"

    def answer(self) -> str:
        """Return what the program does."""
        response = self.visitor.client.generic(self.method, self.address)
        return said(response, self.address)

    def __str__(self) -> str:
        """Return the case as a line of a report."""
        return f"{self.method} {self.address} as {self.visitor.name}"


def said(response: Any, address: str) -> str:
    """Say in a word what a response means to the one who asked.

    Whoever was let in to a cooperation may still have named a record that is not there.
    """
    named = {404: "not found", 405: "method refused", 204: "methods told"}
    has_passed = getattr(response.wsgi_request, "cooperation", None) is not None
    if response.status_code == 404 and has_passed:
        return "let in"
    if response.status_code in named:
        return named[response.status_code]
    where = response.headers.get("Location", "")
    if response.status_code == 302 and where.startswith(f"{LOGIN}?next={address}"):
        return "sent to sign in"
    # A form sent empty is let in, and told what it lacks.
    if response.status_code in {200, 302, 409, 422}:
        return "let in"
    return f"status {response.status_code}"


def anchors(house: House) -> dict[str, str]:
    """Return a finding's place in each cooperation, to ask for it by name."""
    found = {}
    for planted in (house.shown, house.closed):
        with choose(planted.cooperation):
            finding = latest_review(house.today).findings[0]
        found[planted.cooperation.key] = anchor_of(finding)
    return found


def kept_key(state: str) -> str:
    """Return the key of a record in a cooperation that is there."""
    rows = Municipality._base_manager.filter(cooperation__key=state)
    return rows.values_list("key", flat=True).first() or "ingen"


def kept_change(state: str) -> str:
    """Return a row of the journal in a cooperation that is there."""
    cooperation = Cooperation.objects.filter(key=state).first()
    if cooperation is None:
        return "1"
    with choose(cooperation):
        actor = Actor("Provet", clock.now(), occasion="inläsning")
        municipality = Municipality.objects.get(key=kept_key(state))
        change(actor, municipality, {"website": "https://exempel.se"})
        return str(Change.objects.first().pk)


def keep_reading() -> None:
    """Let there be a reading that is to set up a cooperation, whatever was done."""
    Reading.objects.update_or_create(
        pk=1,
        defaults={
            "state": "read",
            "cooperation": None,
            "started_by_name": "Provet",
            "started_at": clock.now(),
        },
    )
    ReadingFile.objects.update_or_create(
        pk=1,
        defaults={
            "reading_id": 1,
            "position": 0,
            "name": "a.txt",
            "size_bytes": 1,
            "content": b"a",
        },
    )
    ProposedRecord.objects.update_or_create(
        pk=1,
        defaults={
            "reading_id": 1,
            "position": 0,
            "rank": 0,
            "section": "people",
            "key": "a",
            "label": "A",
        },
    )
    sizes = {"width_points": 1, "height_points": 1, "png": b"a"}
    PagePicture.objects.update_or_create(file_id=1, page=1, defaults=sizes)


def cases(house: House, state: str) -> Iterator[Case]:
    """Give every case of a state; what stands outside is tried as closed only."""
    anchor = anchors(house).get(state, "i-0")
    parts = {
        "{samverkan}": state,
        "{år}": str(house.today.year),
        "{iakttagelse}": anchor,
        "{program}": f"{MARKS[state]}-programmes",
        "{styrelse}": f"{MARKS[state]}-bodies",
        "{uidb36}-{key}": "1-a-b",
    }
    # Signing out ends a visit, so it is tried last.
    for row in sorted(rows(), key=lambda row: row.name == "account_logout"):
        if not row.is_in_cooperation and state != CLOSED:
            continue
        address = row.address
        for part, value in parts.items():
            address = address.replace(part, value)
        address = re.sub(r"{\w+}", "1", address)
        for visitor in house.visitors:
            for method in METHODS:
                yield Case(row, state, visitor, method, address)


@pytest.fixture
def _quiet() -> Iterator[None]:
    """Keep thousands of expected refusals out of the log."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("state", STATES)
def test_every_address_answers_as_written(house: House, state: str) -> None:
    wrong = []
    tried = 0
    for case in cases(house, state):
        if case.row.name.startswith("first-readings"):
            keep_reading()
        answer = case.answer()
        tried += 1
        if answer != case.expected:
            wrong.append(f"{case}: {answer}, not {case.expected}")

    assert wrong == []
    assert tried >= 12 * 7 * 11


def test_signing_out_is_sent_not_read(house: House) -> None:
    visitor = house.visitor("secretariat")

    visitor.client.get("/konto/logout/")

    assert visitor.client.get(f"/{OPEN}/laget/").status_code == 200


def test_missing_and_closed_cooperation_look_the_same(house: House) -> None:
    for name in ("anonymous", "no role", "role ended yesterday"):
        client = house.visitor(name).client
        for page in ("", "laget/", "plan/", "granskning/", "granskning/i-1/godta/"):
            closed = client.get(f"/{CLOSED}/{page}")
            missing = client.get(f"/{MISSING}/{page}")

            assert told(closed, CLOSED) == told(missing, MISSING), (name, page)


def told(response: HttpResponse, key: str) -> tuple[int, str, str]:
    """Return all that a visitor learns, with the address taken out."""
    body = response.content.decode().replace(key, "—")
    return (
        response.status_code,
        response.headers.get("Location", "").replace(key, "—"),
        "\n".join(line for line in body.splitlines() if "csrfmiddleware" not in line),
    )


def test_object_of_another_year_is_not_found(house: House) -> None:
    client = house.visitor("secretariat").client

    assert client.get(f"/{OPEN}/plan/1999/").status_code == 404
    assert client.get(f"/{OPEN}/ekonomi/1999/").status_code == 404


def test_finding_of_another_cooperation_is_not_found(house: House) -> None:
    client, user = Client(), account("new")
    client.force_login(user)
    here = Cooperation.objects.get(key=OPEN)
    give_role(user, here, AccessRole.SECRETARIAT, granted_from=LONG_AGO)
    theirs = anchors(house)[CLOSED]

    assert client.get(f"/{OPEN}/granskning/{theirs}/godta/").status_code == 404
    assert client.get(f"/{CLOSED}/granskning/{theirs}/godta/").status_code == 404


def test_disabled_account_is_out_at_the_next_request(house: House) -> None:
    client, user = Client(), account("secretariat")
    client.force_login(user)
    before = client.get(f"/{OPEN}/laget/").status_code
    user.is_active = False
    user.save()

    assert (before, client.get(f"/{OPEN}/laget/").status_code) == (200, 302)


@pytest.mark.parametrize(
    ("from_days", "until_days", "status"),
    [(0, None, 200), (1, None, 404), (-9, 1, 200), (-9, 0, 404), (-9, -1, 404)],
)
def test_role_holds_from_its_first_day_until_its_last(
    house: House, from_days: int, until_days: int | None, status: int
) -> None:
    client, user = Client(), account("new")
    client.force_login(user)
    until = None if until_days is None else house.today + until_days * A_DAY
    give_role(
        user,
        Cooperation.objects.get(key=OPEN),
        AccessRole.AUDITOR,
        granted_from=house.today + from_days * A_DAY,
        granted_until=until,
    )

    assert client.get(f"/{OPEN}/granskning/").status_code == status


def test_two_roles_give_what_either_gives(house: House) -> None:
    client, user = Client(), account("both")
    client.force_login(user)
    here = Cooperation.objects.get(key=ELSEWHERE)
    for role in (AccessRole.REGISTRAR, AccessRole.AUDITOR):
        give_role(user, here, role, granted_from=LONG_AGO)

    assert client.get(f"/{ELSEWHERE}/granskning/").status_code == 200
