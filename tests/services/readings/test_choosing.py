"""Choices: accepted, changed, skipped, taken back; nothing is accepted half."""

import pytest

from radslag.agreement.vocabulary import Certainty, Choice, ReadingState
from radslag.formats.understanding import Found, Value
from radslag.services.readings import keeping
from radslag.services.readings.choosing import (
    CannotChoose,
    Faulty,
    accept_certain,
    change,
    choose_for,
    take_back,
)
from tests.services.readings.invented import (
    ACTOR,
    proposed,
    quoted,
    record,
    understanding,
)

pytestmark = pytest.mark.django_db


def test_accepted_and_skipped_say_by_whom() -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")

    choose_for(ACTOR, reading, norrsjo.pk, Choice.ACCEPTED)
    plan = record(reading, "plans", "plan-2026")
    choose_for(ACTOR, reading, plan.pk, Choice.SKIPPED)

    norrsjo.refresh_from_db()
    plan.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen_by_name) == (
        Choice.ACCEPTED,
        "Sonja Strateg",
    )
    assert plan.choice == Choice.SKIPPED


def test_all_certain_leave_doubts_inferences_and_contradictions() -> None:
    value = Value("x", (quoted("Norrsjö"),), Certainty.CERTAIN, "", True, ("Skäl.",))
    inferred = Found("people", "x", {"name": value})
    reading = proposed(understood=understanding(inferred))

    number = accept_certain(ACTOR, reading)

    chosen = {
        (each.section, each.key)
        for each in reading.proposals.filter(choice=Choice.ACCEPTED)
    }
    assert chosen == {("municipalities", "norrsjo")}
    assert number == 1


def test_missing_value_is_asked_for_and_then_accepted() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")

    with pytest.raises(Faulty, match="uppgiften saknas"):
        choose_for(ACTOR, reading, line.pk, Choice.ACCEPTED)
    change(ACTOR, reading, line.pk, {"amount_sek": "50000"})

    line.refresh_from_db()
    assert (line.choice, line.chosen, line.missing) == (
        Choice.ACCEPTED,
        {"amount_sek": "50000"},
        [],
    )


def test_impossible_value_changes_nothing() -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")

    with pytest.raises(Faulty) as refused:
        change(ACTOR, reading, norrsjo.pk, {"code": "90"})

    assert set(refused.value.faults) == {"code"}
    norrsjo.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen) == (Choice.OPEN, {})


def test_choices_are_taken_back_last_first() -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")
    change(ACTOR, reading, norrsjo.pk, {"name": "Norra sjön"})
    choose_for(ACTOR, reading, norrsjo.pk, Choice.SKIPPED)

    assert take_back(reading) == [norrsjo.pk]
    norrsjo.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen) == (Choice.ACCEPTED, {"name": "Norra sjön"})
    take_back(reading)
    norrsjo.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen) == (Choice.OPEN, {})
    with pytest.raises(CannotChoose, match="inget val"):
        take_back(reading)


def test_accepting_all_certain_is_one_step_back() -> None:
    reading = proposed()
    accept_certain(ACTOR, reading)

    take_back(reading)

    assert not reading.proposals.exclude(choice=Choice.OPEN).exists()


def test_nothing_is_chosen_once_the_reading_is_over() -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")
    keeping.set_reading(reading, state=ReadingState.APPLIED)

    with pytest.raises(CannotChoose, match="granskas inte längre"):
        choose_for(ACTOR, reading, norrsjo.pk, Choice.ACCEPTED)
