"""What accepted records cannot do without is found, and accepted as one choice."""

import pytest

from radslag.agreement.vocabulary import Choice, ProposedChange
from radslag.formats.understanding import Found
from radslag.records.models import Reading
from radslag.services.readings import keeping
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.choosing import change, take_back
from radslag.services.readings.needing import (
    accept_needed,
    blocked,
    leave_blocked,
    needed,
)
from tests.services.readings.invented import (
    ACTOR,
    TODAY,
    accept_all,
    proposed,
    record,
    said,
    understanding,
)

pytestmark = pytest.mark.django_db


def choices(reading) -> dict[str, str]:
    return {each.key: each.choice for each in reading.proposals.all()}


def test_nothing_is_needed_where_nothing_is_accepted() -> None:
    reading = proposed()
    documents = reading.proposals.filter(section="documents")
    assert [each for each in needed(reading) if each not in documents] == []


def test_what_a_record_refers_to_is_needed_with_what_that_refers_to() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    line.choice = Choice.ACCEPTED
    keeping.set_choices([line])

    keys = {each.key for each in needed(reading)}

    assert line.values["plan"]["value"] in keys


def test_accepting_what_is_needed_is_one_choice_that_can_be_taken_back() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    line.choice = Choice.ACCEPTED
    keeping.set_choices([line])
    before = choices(reading)

    assert accept_needed(ACTOR, reading) == len(
        [key for key, choice in choices(reading).items() if choice != before[key]]
    )
    assert needed(reading) == []
    take_back(ACTOR, reading)
    assert choices(reading) == before


def test_an_inference_is_never_accepted_because_it_is_needed() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    line.choice = Choice.ACCEPTED
    keeping.set_choices([line])
    plan = record(reading, "plans", str(line.values["plan"]["value"]))
    keeping.set_proposal(plan, is_inference=True)

    assert plan.key not in {each.key for each in needed(reading)}


def goals_below_one_that_lacks() -> list[Found]:
    """Return a goal without programme, one below it, and what that has in turn."""
    top = {"level": said("vision", "2026"), "name": said("Vi", "2026")}
    below = {
        "level": said("long_term", "2026"),
        "name": said("Sjön", "2026"),
        "programme": said("programmet", "2026"),
        "parent": said("vision", "2026"),
    }
    programme = {
        "name": said("Programmet", "2026"),
        "valid_from": said("2026-01-01", "2026"),
        "valid_to": said("2029-12-31", "2026"),
    }
    return [
        Found("programmes", "programmet", programme),
        Found("goals", "vision", top),
        Found("goals", "sjon", below),
        Found("goals", "viken", below | {"parent": said("sjon", "2026")}),
    ]


@pytest.fixture
def reading() -> Reading:
    """Return a reading where two goals hang below one that cannot stand."""
    found = proposed(understood=understanding(*goals_below_one_that_lacks()))
    accept_all(found)
    line = record(found, "budget_lines", "konsulter")
    change(ACTOR, found, line.pk, {"amount_sek": "1"})
    return found


def test_what_hangs_below_something_that_lacks_is_blocked_with_the_reason(
    reading,
) -> None:
    found = blocked(reading)

    assert {each.key for each in found.records} == {"sjon", "viken"}
    assert [each.key for each in found.lacking] == ["vision"]


@pytest.mark.parametrize("choice", [Choice.SKIPPED, Choice.OPEN])
def test_what_somebody_skipped_or_must_say_herself_blocks_too(reading, choice) -> None:
    plan = record(reading, "plans", "plan-2026")
    keeping.set_proposal(plan, choice=choice, is_inference=True)

    found = blocked(reading)

    assert {each.key for each in found.lacking} == {"vision", "plan-2026"}
    assert "konsulter" in {each.key for each in found.records}


def test_blocked_ones_are_left_for_later_and_the_rest_is_read_in(reading) -> None:
    assert leave_blocked(ACTOR, reading) == 2

    assert blocked(reading).records == []
    apply(ACTOR, reading, TODAY, NewCooperation("Sjöviken", "sjoviken"))
    left = reading.proposals.filter(applying=None).values_list("key", flat=True)
    assert set(left) == {"vision", "sjon", "viken"}


def test_leaving_for_later_is_taken_back_like_any_choice(reading) -> None:
    before = choices(reading)
    leave_blocked(ACTOR, reading)

    take_back(ACTOR, reading)

    assert choices(reading) == before


def test_what_is_there_already_blocks_nothing(reading) -> None:
    reading.proposals.filter(key="vision").update(change=ProposedChange.SAME)

    assert blocked(reading).records == []
