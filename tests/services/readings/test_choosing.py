"""Choices: accepted, changed, skipped, taken back; nothing is accepted half."""

import pytest

from radslag.agreement.vocabulary import Certainty, Choice, ReadingState
from radslag.formats.understanding import Found, Value
from radslag.services.journal import Actor
from radslag.services.readings import keeping
from radslag.services.readings.choosing import (
    CannotChoose,
    Faulty,
    accept_certain,
    accept_probable,
    change,
    choose_for,
    may_take_back,
    take_back,
)
from tests.services.readings.invented import (
    ACTOR,
    AT,
    proposed,
    quoted,
    record,
    said,
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

    assert take_back(ACTOR, reading) == [norrsjo.pk]
    norrsjo.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen) == (Choice.ACCEPTED, {"name": "Norra sjön"})
    take_back(ACTOR, reading)
    norrsjo.refresh_from_db()
    assert (norrsjo.choice, norrsjo.chosen) == (Choice.OPEN, {})
    with pytest.raises(CannotChoose, match="inget eget val"):
        take_back(ACTOR, reading)


def test_accepting_all_certain_is_one_step_back() -> None:
    reading = proposed()
    accept_certain(ACTOR, reading)

    take_back(ACTOR, reading)

    assert not reading.proposals.exclude(choice=Choice.OPEN).exists()


def test_nothing_is_chosen_once_the_reading_is_over() -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")
    keeping.set_reading(reading, state=ReadingState.WAITING)

    with pytest.raises(CannotChoose, match="granskas inte längre"):
        choose_for(ACTOR, reading, norrsjo.pk, Choice.ACCEPTED)


def test_probable_ones_on_a_page_are_accepted_together_and_nothing_else() -> None:
    likely = {"name": said("En Person", "Norrsjö", Certainty.PROBABLE)}
    unsure = {"name": said("En Annan", "Norrsjö", Certainty.DOUBTFUL)}
    found = [Found("people", f"p-{n}", likely) for n in range(3)]
    reading = proposed(
        understood=understanding(*found, Found("people", "tveksam", unsure))
    )
    every = [one.pk for one in reading.proposals.all() if one.key != "p-2"]

    assert accept_probable(ACTOR, reading, every) == 2

    accepted = reading.proposals.filter(choice=Choice.ACCEPTED)
    assert sorted(one.key for one in accepted) == ["p-0", "p-1"]
    assert len(take_back(ACTOR, reading)) == 2


OTHER = Actor("Nils", AT)


def test_one_takes_back_ones_own_choice_and_not_a_colleagues() -> None:
    reading = proposed()
    first, second = list(reading.proposals.order_by("position"))[:2]
    choose_for(ACTOR, reading, first.pk, Choice.SKIPPED)
    choose_for(OTHER, reading, second.pk, Choice.SKIPPED)

    assert take_back(ACTOR, reading) == [first.pk]
    assert reading.proposals.get(pk=second.pk).choice == Choice.SKIPPED
    assert not may_take_back(ACTOR, reading)
    assert may_take_back(OTHER, reading)
    with pytest.raises(CannotChoose, match="inget eget val"):
        take_back(ACTOR, reading)


def test_what_a_colleague_has_chosen_anew_is_not_taken_back() -> None:
    reading = proposed()
    first = reading.proposals.order_by("position")[0]
    choose_for(ACTOR, reading, first.pk, Choice.SKIPPED)
    choose_for(OTHER, reading, first.pk, Choice.OPEN)

    with pytest.raises(CannotChoose, match="efter dig"):
        take_back(ACTOR, reading)


def test_choice_that_a_colleague_has_made_meanwhile_is_told_and_stands() -> None:
    reading = proposed()
    number = record(reading, "municipalities", "norrsjo").pk
    choose_for(OTHER, reading, number, Choice.SKIPPED, seen="open")

    with pytest.raises(CannotChoose, match="Nils har redan valt ”hoppas över” för Nor"):
        choose_for(ACTOR, reading, number, Choice.ACCEPTED, seen="open")

    assert record(reading, "municipalities", "norrsjo").choice == Choice.SKIPPED
    choose_for(ACTOR, reading, number, Choice.ACCEPTED, seen="skipped")
    assert record(reading, "municipalities", "norrsjo").choice == Choice.ACCEPTED
