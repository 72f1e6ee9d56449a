"""What somebody has skipped is not asked for again when its papers come back."""

import pytest

from radslag.agreement.vocabulary import Choice
from radslag.formats.understanding import Found
from radslag.records.models import Reading
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.choosing import choose_for, skip_left
from radslag.services.readings.listing import numbers_of
from radslag.services.readings.remembering import remember_skipped
from radslag.services.readings.taking_back import take_back
from radslag.services.readings.working import work
from tests.services.readings.invented import (
    AT,
    TODAY,
    actor,
    latest,
    proposed,
    record,
    said,
    sent,
    understanding,
)

pytestmark = pytest.mark.django_db
PLAN = b"""Verksamhetsplan och budget 2026

Samverkan Sj\xc3\xb6viken best\xc3\xa5r av Botkyrka, Haninge och Salem.
"""


@pytest.fixture
def skipped() -> Reading:
    """Return a reading with one record applied, and the rest skipped."""
    reading = proposed()
    number = record(reading, "municipalities", "norrsjo").pk
    choose_for(actor(), reading, number, Choice.ACCEPTED)
    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken"))
    skip_left(actor(), reading)
    return reading


def again(reading: Reading, *extra: Found) -> Reading:
    """Return the same papers sent again, with what was skipped remembered."""
    found = proposed(reading.cooperation, understanding(*extra))
    records = list(found.proposals.all())
    remember_skipped(found, records)
    for each in records:
        each.save()
    return found


def test_same_record_is_skipped_already_and_says_by_whom(skipped) -> None:
    plan = record(again(skipped), "plans", "plan-2026")

    assert (plan.choice, plan.chosen_by_name) == (Choice.SKIPPED, "Sonja Strateg")


def test_record_that_says_something_else_is_asked_for(skipped) -> None:
    other = {"year": said(2026, "2026"), "title": said("En annan plan", "2026")}
    row = skipped.proposals.get(section="plans")
    row.values["title"]["value"] = "Som den hette förr"
    row.save()

    plan = record(again(skipped, Found("plans", "plan-2027", other)), "plans", row.key)

    assert plan.choice == Choice.OPEN


def test_later_choice_than_the_skipping_counts(skipped) -> None:
    later = again(skipped)
    number = record(later, "plans", "plan-2026").pk
    choose_for(actor(), later, number, Choice.ACCEPTED)
    apply(actor(), later, TODAY)
    take_back(actor(), latest(later))

    assert record(again(skipped), "plans", "plan-2026").choice == Choice.OPEN


def test_reading_that_sets_a_cooperation_up_remembers_nothing(skipped) -> None:
    other = proposed()
    records = list(other.proposals.all())

    remember_skipped(other, records)

    assert {each.choice for each in records} == {Choice.OPEN}


def test_same_file_again_asks_for_nothing_that_was_skipped() -> None:
    reading = sent(content=PLAN)
    work("a", lambda: AT, TODAY)
    reading.refresh_from_db()
    number = reading.proposals.filter(section="municipalities")[0].pk
    choose_for(actor(), reading, number, Choice.ACCEPTED)
    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken"))
    assert skip_left(actor(), reading) > 0

    once_more = sent(reading.cooperation, PLAN)
    work("a", lambda: AT, TODAY)

    assert numbers_of(once_more).left == 0
