"""What accepted records cannot do without is found, and accepted as one choice."""

import pytest

from radslag.agreement.vocabulary import Choice
from radslag.services.readings import keeping
from radslag.services.readings.choosing import take_back
from radslag.services.readings.needing import accept_needed, needed
from tests.services.readings.invented import ACTOR, proposed, record

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
    take_back(reading)
    assert choices(reading) == before


def test_an_inference_is_never_accepted_because_it_is_needed() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    line.choice = Choice.ACCEPTED
    keeping.set_choices([line])
    plan = record(reading, "plans", str(line.values["plan"]["value"]))
    keeping.set_proposal(plan, is_inference=True)

    assert plan.key not in {each.key for each in needed(reading)}
