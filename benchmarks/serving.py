"""Main pages served to eight people at once, beside an empty page in the same run.

Started by `benchmarks.__main__`, which gives it a database and a folder of its own.
Each page is asked for in three rounds, each time right after the floor; a ratio is the
median of the three.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

import django
from django.conf import settings
from django.core.management import call_command

from benchmarks import long_meetings
from benchmarks.large_sizes import DAY
from benchmarks.printing import table
from benchmarks.served_settings import DJANGOS_OWN, OURS
from benchmarks.servers import Server, serving
from benchmarks.visitors import VISITORS, Headers, Served, nothing, visit

if TYPE_CHECKING:
    from django.contrib.auth.models import User

TODAY = date.fromisoformat(DAY)
ROUNDS = 3
YEAR = 2020
MOST_MEGABYTES, MOST_START_SECONDS = 224, 1.5
HEADERS = {
    "Host": "testserver",
    "X-Forwarded-Proto": "https",
    "Accept-Language": "sv",
}


@dataclass(frozen=True)
class Goal:
    """At most so much processor time, and at least so many requests, of the floor's."""

    most_processor: float | None = None
    least_requests: float | None = None


# What other programs reached, divided by the floor beside them: see docs/speed.md.
LIST = Goal(2.9, 0.36)
HEAVY = Goal(5.5, 0.17)
SIGN_IN = Goal(least_requests=2.15)
NO_GOAL = Goal()
CHANGED = "changed"
A_PLACE = "UPDATE records_meeting SET place = 'Sal ' || %s WHERE key = 'mote-80'"
AN_ITEM = (
    "UPDATE records_agendaitem SET title = 'Punkt ' || %s WHERE number = 5 "
    "AND meeting_id = (SELECT id FROM records_meeting WHERE key = '{}')"
)
AN_ACTIVITY = (
    "UPDATE records_activity SET comment = 'Not ' || %s WHERE key = '2020-personal'"
)
A_FEE = (
    "UPDATE records_fee SET amount_sek = 100000 + cast(%s AS integer) WHERE id = "
    "(SELECT min(id) FROM records_fee WHERE year = 2020)"
)


@dataclass(frozen=True)
class Page:
    """A page with its address, its goal, and whether one must be signed in."""

    name: str
    address: str
    goal: Goal
    is_signed_in: bool = True
    # What is changed on the page, in SQL, where pages are measured after a change.
    change: str = ""


@dataclass(frozen=True)
class Floor:
    """The new project's server, its empty page, and who visits it."""

    server: Server
    page: Page
    visitors: Sequence[Headers]


@dataclass(frozen=True)
class Measured:
    """The medians of a page's rounds, and of its ratios to the floor."""

    page: Page
    served: Served
    processor: float
    requests: float

    @property
    def is_met(self) -> bool:
        """Say whether the page reaches its goal."""
        goal = self.page.goal
        is_light = goal.most_processor is None or self.processor <= goal.most_processor
        is_quick = goal.least_requests is None or self.requests >= goal.least_requests
        return is_light and is_quick


def main() -> None:
    """Load the data, start the servers, measure and print."""
    django.setup()
    from benchmarks import empty_page  # noqa: PLC0415 - needs the program set up
    from benchmarks.first_visits import first_visits  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    users = prepare()
    visitors = signed_in(users, OURS)
    bottom = Page("F, an empty page", _address(empty_page.NAME), NO_GOAL)
    pages = [Page("Empty, behind our gate", bottom.address, NO_GOAL), *main_pages()]
    vendor = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    print(f"\n### {vendor}, served to {VISITORS} at once\n", flush=True)
    theirs = signed_in(users, DJANGOS_OWN)
    with serving("bare", bottom.address, theirs[0]) as bare:
        for serves in ("kept", "anew", CHANGED):
            _print_served(serves, Floor(bare, bottom, theirs), pages, visitors)
    print(f"\n### {vendor}, bytes of a first visit\n")
    print(first_visits(long_meetings.KEY, users[0]))


def prepare() -> list[User]:
    """Load the cooperation and open the visitors' accounts."""
    from radslag.agreement.vocabulary import AccessRole  # noqa: PLC0415 - as above
    from radslag.records.models import Cooperation  # noqa: PLC0415 - as above
    from radslag.services import accounts  # noqa: PLC0415 - as above
    from radslag.services.cooperation_file import load  # noqa: PLC0415 - as above
    from radslag.services.journal import Actor  # noqa: PLC0415 - as above

    actor = Actor("Mätning", datetime.combine(TODAY, datetime.min.time(), tzinfo=UTC))
    content = json.dumps(long_meetings.tree(), default=str)
    load(content.encode(), actor=actor)
    cooperation = Cooperation.objects.get(key=long_meetings.KEY)
    users = []
    for number in range(VISITORS):
        user = accounts.open_account(email=f"m{number}@exempel.se", name=f"M{number}")
        accounts.give_role(
            user, cooperation, AccessRole.SECRETARIAT, granted_from=TODAY
        )
        users.append(user)
    return users


def signed_in(users: Sequence[User], backend: str) -> list[Headers]:
    """Return what the browser of each sends, signed in by one of the ways to be it."""
    return [{**HEADERS, "Cookie": _cookie_of(user, backend)} for user in users]


def _cookie_of(user: User, backend: str) -> str:
    from django.test import Client  # noqa: PLC0415 - as above

    client = Client()
    client.force_login(user, backend=backend)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def main_pages() -> list[Page]:
    """Return the pages that are measured."""
    few, many = long_meetings.OF_FEW, long_meetings.OF_MANY
    return [
        Page("Meeting list, 160 meetings", _own("meetings"), LIST, change=A_PLACE),
        _long_meeting("Meeting, 60 people of 12 parties", few),
        _long_meeting("Meeting, 60 parties", many),
        Page("Läget", _own("overview"), HEAVY, change=A_PLACE),
        Page("Plan", _own("plan-year", year=YEAR), HEAVY, change=AN_ACTIVITY),
        Page("Ekonomi", _own("economy-year", year=YEAR), HEAVY, change=A_FEE),
        Page("Sign-in page", _address("account_login"), SIGN_IN, is_signed_in=False),
    ]


def _long_meeting(name: str, key: str) -> Page:
    address = _own("meetings-one", key=key)
    return Page(name, address, HEAVY, change=AN_ITEM.format(key))


def _own(name: str, **values: object) -> str:
    return _address(name, cooperation=long_meetings.KEY, **values)


def _address(name: str, **values: object) -> str:
    from django.urls import reverse  # noqa: PLC0415 - as above

    return reverse(name, kwargs=values)


def _print_served(
    serves: str, floor: Floor, pages: Sequence[Page], visitors: Sequence[Headers]
) -> None:
    """Measure all pages on one of our servers, and print them, memory and start."""
    starts: list[Server] = []
    for _ in range(ROUNDS - 1):
        with serving(serves, _own("meetings"), visitors[0]) as server:
            starts.append(server)
    shown = [each for each in pages if each.change or serves != CHANGED]
    with serving(serves, _own("meetings"), visitors[0]) as server:
        starts.append(server)
        measured = measure(
            (server, shown), floor, visitors, is_changing=serves == CHANGED
        )
        memory = server.megabytes()
    print(f"Pages {serves}:\n\n{_table(measured)}\n")
    print(
        f"Two workers: {memory:.0f} MB (goal {MOST_MEGABYTES}). "
        f"Start to first page: {_start(starts)} (goal {MOST_START_SECONDS} s). "
        f"The empty page: {floor.server.megabytes():.0f} MB, "
        f"{_start([floor.server])}.\n",
        flush=True,
    )


def _start(servers: Sequence[Server]) -> str:
    """Say how long servers took to their first page, and of a processor."""
    seconds = median(each.first_page_seconds for each in servers)
    used = median(each.start_processor_seconds for each in servers)
    return f"{seconds:.2f} s, {used:.2f} s of a processor"


def measure(
    ours: tuple[Server, Sequence[Page]],
    floor: Floor,
    visitors: Sequence[Headers],
    *,
    is_changing: bool = False,
) -> list[Measured]:
    """Return the floor and every page, each page's round right after the floor's."""
    server, pages = ours
    bottoms: list[Served] = []
    rounds: dict[Page, list[tuple[Served, Served]]] = {page: [] for page in pages}
    for _ in range(ROUNDS):
        for page in pages:
            bottoms.append(visit(floor.server, floor.page.address, floor.visitors))
            who = visitors if page.is_signed_in else [HEADERS] * len(visitors)
            before_each = partial(change, page) if is_changing else nothing
            served = visit(server, page.address, who, before_each)
            rounds[page].append((served, bottoms[-1]))
    return [
        _measured(floor.page, [(each, each) for each in bottoms]),
        *(_measured(page, pairs) for page, pairs in rounds.items()),
    ]


def change(page: Page, number: int) -> None:
    """Change one thing on a page, as somebody might who saves a form."""
    from django.db import connection  # noqa: PLC0415 - needs the program set up

    with connection.cursor() as cursor:
        cursor.execute(page.change, [str(number)])
        cursor.execute("UPDATE records_cooperation SET edition = edition + 1")


def _measured(page: Page, pairs: Sequence[tuple[Served, Served]]) -> Measured:
    found = [ours for ours, _ in pairs]
    return Measured(
        page=page,
        served=Served(
            requests_per_second=median(each.requests_per_second for each in found),
            processor_ms=median(each.processor_ms for each in found),
            p95_ms=median(each.p95_ms for each in found),
            bytes=found[-1].bytes,
        ),
        processor=median(a.processor_ms / b.processor_ms for a, b in pairs),
        requests=median(
            a.requests_per_second / b.requests_per_second for a, b in pairs
        ),
    )


def _table(measured: Sequence[Measured]) -> str:
    return table(
        (
            "page", "kB", "req/s", "processor ms", "p95 ms",
            "processor ÷ F", "goal", "req/s ÷ F", "goal", "met",
        ),
        [
            (
                each.page.name,
                f"{each.served.bytes / 1000:.1f}",
                f"{each.served.requests_per_second:.0f}",
                f"{each.served.processor_ms:.1f}",
                f"{each.served.p95_ms:.0f}",
                f"{each.processor:.1f}",
                _limit("≤", each.page.goal.most_processor),
                f"{each.requests:.2f}",
                _limit("≥", each.page.goal.least_requests),
                "" if each.page.goal == NO_GOAL else "yes" if each.is_met else "NO",
            )
            for each in measured
        ],
    )  # fmt: skip


def _limit(sign: str, value: float | None) -> str:
    return "" if value is None else f"{sign} {value}"


if __name__ == "__main__":
    main()
