"""A whole meeting's attendance in one table: saved, refused, and by two at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.records.models import (
    AgendaItem,
    Attendance,
    Body,
    Change,
    Meeting,
    Minutes,
)
from tests.web.editing_forms import address, faults, page_of, typed_in, undo

pytestmark = pytest.mark.django_db
MEETING = "lg-2022-10-28"
WHERE = address("ny", "narvaro", MEETING)
FORM = "form.attendance-form"


@pytest.fixture
def empty(cooperation) -> Meeting:
    """Return a meeting with three items and nobody written down."""
    body = Body.objects.get(key="kommitten")
    meeting = Meeting.objects.create(
        cooperation=cooperation, key="prov", body=body, held_on="2026-05-01"
    )
    for number in (1, 2, 3):
        AgendaItem.objects.create(
            cooperation=cooperation,
            key=f"prov-{number}",
            meeting=meeting,
            number=number,
            title=f"Punkt {number}",
        )
    return meeting


def opened(client, where: str = WHERE):
    """Open the table and return what it would send."""
    answer = client.get(where)
    assert answer.status_code == 200
    return typed_in(answer, FORM)


def written() -> set[tuple[object, ...]]:
    """Return everybody's attendance at the meeting, as columns."""
    return set(
        Attendance.objects.filter(meeting__key=MEETING).values_list(
            "key", "version", "state", "item__number"
        )
    )


def row_of(typed, party: str, *, item: bool = False) -> str:
    """Return the number of the first line of a party, at the whole meeting or not."""
    return next(
        name.removeprefix("party-")
        for name, values in typed.items()
        if name.startswith("party-")
        and values == [party]
        and bool(typed.get(name.replace("party", "items"))) == item
    )


def test_sent_as_it_stands_nothing_changes(anna):
    before, changes = written(), Change.objects.count()

    answer = anna.post(WHERE, opened(anna))

    assert answer.status_code == 302, faults(answer)
    assert written() == before
    assert len(before) == 26
    assert Change.objects.count() == changes


def test_members_stand_ready_and_only_those_with_a_state_are_saved(anna, empty):
    where = address("ny", "narvaro", empty.key)
    typed = opened(anna, where)
    members = [name for name in typed if name.startswith("member-")]
    assert len(members) == 8
    salem, haninge = (row_of(typed, f"k:{key}") for key in ("salem", "haninge"))

    answer = anna.post(
        where,
        typed
        | {
            f"state-{salem}": ["present"],
            f"role-{salem}": ["ordförande"],
            f"state-{haninge}": ["remote"],
            f"items-{haninge}": ["prov-1", "prov-3"],
        },
    )

    assert answer.headers["Location"] == "/sodertorn/moten/prov/"
    rows = Attendance.objects.filter(meeting=empty)
    assert set(
        rows.values_list(
            "municipality__key", "role", "is_member", "state", "item__number"
        )
    ) == {
        ("salem", "ordförande", True, "present", None),
        ("haninge", "", True, "remote", 1),
        ("haninge", "", True, "remote", 3),
    }
    undo(anna, answer)
    assert not rows.exists()


def test_a_change_corrects_the_record_that_is_there(anna):
    typed = opened(anna)
    place = row_of(typed, "k:tyreso")
    before = Attendance.objects.get(
        meeting__key=MEETING, municipality__key="tyreso", is_member=True
    )

    anna.post(WHERE, typed | {f"state-{place}": ["remote"]})

    after = Attendance.objects.get(pk=before.pk)
    assert (after.key, after.state) == (before.key, "remote")
    assert len(written()) == 26


def test_a_line_without_a_state_is_taken_away(anna):
    typed = opened(anna)
    place = row_of(typed, "k:tyreso")

    answer = anna.post(WHERE, typed | {f"state-{place}": [""]})

    assert answer.status_code == 302, faults(answer)
    assert len(written()) == 25


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"party-{n}": [""], "role-{n}": [""], "state-{n}": ["present"]}, "party"),
        ({"party-{n}": ["k:finns-inte"]}, "party"),
        ({"party-{n}": ["<script>"]}, "party"),
        ({"state-{n}": ["kanske"]}, "state"),
        ({"role-{n}": ["å" * 10_000]}, "role"),
        ({"role-{n}": ["a\u202eb"], "state-{n}": ["present"]}, "role"),
        ({"items-{n}": ["prov-99"]}, "items"),
        ({"items-{n}": ["prov-1"]}, "state"),
        ({"person-{n}": ["finns-inte"]}, "person"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell_and_what_was_typed_is_kept(
    anna, empty, changed, field
):
    where = address("ny", "narvaro", empty.key)
    typed = opened(anna, where)
    wrong = {name.format(n="9"): value for name, value in changed.items()}

    answer = anna.post(where, typed | {"role-8": ["kvar"]} | wrong)

    assert answer.status_code == 422
    assert set(faults(answer)) == {f"{field}-9"}
    page = page_of(answer)
    (link,) = page.cssselect(".error-summary li a")
    assert page.get_element_by_id(link.get("href")[1:]) is not None
    assert typed_in(answer, FORM)["role-8"] == ["kvar"]
    assert not Attendance.objects.filter(meeting=empty).exists()


@pytest.mark.parametrize("number", ["", "-1", "9" * 30, "två", "²"])
def test_nonsense_for_the_number_of_lines_writes_nothing_odd(anna, empty, number):
    where = address("ny", "narvaro", empty.key)

    answer = anna.post(where, opened(anna, where) | {"lines": [number]})

    assert answer.status_code == 302
    assert not Attendance.objects.filter(meeting=empty).exists()


def test_two_who_fill_it_in_are_told_and_neither_is_lost(anna, bo):
    mine, theirs = opened(anna), opened(bo)
    place = row_of(mine, "k:tyreso")
    bo.post(WHERE, theirs | {f"state-{row_of(theirs, 'k:salem')}": ["remote"]})
    between = written()

    answer = anna.post(WHERE, mine | {f"role-{place}": ["strateg"]})

    assert answer.status_code == 409
    assert written() == between
    kept = typed_in(answer, FORM)
    assert kept[f"role-{place}"] == ["strateg"]
    assert "Salem: på distans" in page_of(answer).cssselect(".notice")[0].text_content()
    assert anna.post(WHERE, kept).status_code == 302
    assert Attendance.objects.filter(meeting__key=MEETING, role="strateg").exists()


def test_verified_minutes_are_not_written_over(anna):
    Minutes.objects.filter(meeting__key=MEETING).update(verified_on="2022-11-20")
    typed, before = opened(anna), written()
    place = row_of(typed, "k:tyreso")

    answer = anna.post(WHERE, typed | {f"state-{place}": ["remote"]})

    assert answer.status_code == 422
    assert "justerade" in page_of(answer).cssselect(".error-summary")[0].text_content()
    assert written() == before


def test_a_meeting_that_is_not_there_is_not_found(anna):
    assert anna.get(address("ny", "narvaro", "finns-inte")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_asks_as_much_of_one_row_as_of_three(anna, empty, rows):
    for number in range(rows):
        Attendance.objects.create(
            cooperation=empty.cooperation,
            key=f"prov-{number}",
            meeting=empty,
            role=f"gäst {number}",
            state="guest",
        )

    with CaptureQueriesContext(connection) as queries:
        anna.get(address("ny", "narvaro", empty.key))

    assert len(queries) == 10
