"""A cooperation that a reading set up goes with it, when it holds nothing else."""

import pytest
from django.contrib.auth.models import User

from radslag.agreement.vocabulary import AccessRole, Choice, ReadingState
from radslag.records.models import (
    AccessGrant,
    Change,
    Cooperation,
    Municipality,
    Person,
    Reading,
    choose,
)
from radslag.services import journal
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import load, rows_of
from radslag.services.readings import keeping
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.choosing import choose_for
from radslag.services.readings.founding import Holds
from radslag.services.readings.taking_back import (
    CannotTakeBack,
    outlook_of,
    take_back,
)
from tests.services.readings.invented import (
    TODAY,
    accept_all,
    actor,
    latest,
    proposed,
    record,
    sent,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def opener() -> User:
    return User.objects.create_user("ada@exempel.se")


@pytest.fixture
def founded(opener) -> Reading:
    """Return a reading that has set up a cooperation, one record left out."""
    reading = proposed()
    accept_all(reading)
    number = record(reading, "municipalities", "sodersjo").pk
    choose_for(actor(), reading, number, Choice.SKIPPED)
    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken", opener))
    return reading


def taken_back(reading: Reading):
    return take_back(actor(), latest(reading), is_administrator=True)


def read_again(here: Cooperation, *, accepts: bool = True) -> Reading:
    """Return another reading in the cooperation, which adds and changes something."""
    again = proposed(here, existing=rows_of(here))
    for each in again.proposals.filter(section="municipalities"):
        each.chosen, each.change = {"name": "Ett annat namn"}, "changed"
        keeping.set_choices([each])
    if accepts:
        accept_all(again)
        apply(actor(), again, TODAY)
    return again


def test_cooperation_goes_with_all_that_is_in_it(founded) -> None:
    taken = taken_back(founded)

    assert taken.takes_cooperation
    assert not Cooperation.objects.exists()
    assert not AccessGrant.objects.exists()
    assert not Change._base_manager.exists()
    assert list(Reading.objects.all()) == [founded]


def test_documents_and_choices_are_under_review_again(founded, opener) -> None:
    taken_back(founded)

    founded.refresh_from_db()
    assert (founded.cooperation, founded.state) == (None, ReadingState.READ)
    assert record(founded, "municipalities", "norrsjo").choice == Choice.ACCEPTED
    assert record(founded, "municipalities", "sodersjo").choice == Choice.SKIPPED
    assert bytes(founded.files.get().content)
    assert "Samverkan ”Sjöviken” togs bort." in founded.remarks[-1]
    apply(actor(), founded, TODAY, NewCooperation("Sjöviken", "sjoviken", opener))
    with choose(Cooperation.objects.get()):
        assert Municipality.objects.get().key == "norrsjo"
    assert taken_back(founded).takes_cooperation


def add_a_record(here: Cooperation) -> None:
    with choose(here):
        journal.add(actor(), Person(key="egen", name="En Egen"))


def add_and_remove_a_record(here: Cooperation) -> None:
    add_a_record(here)
    with choose(here):
        journal.remove_many(actor(), list(Person.objects.all()))


def change_a_record(here: Cooperation) -> None:
    with choose(here):
        row = Municipality.objects.get(key="norrsjo")
        journal.change(actor(), row, {"name": "Norra sjön"})


def rename(here: Cooperation) -> None:
    load(b"format: radslag/1\ncooperation: {key: sjoviken, name: X}", actor=actor())


def give_another_a_role(here: Cooperation) -> None:
    other = User.objects.create_user("nils@exempel.se")
    give_role(other, here, AccessRole.AUDITOR, granted_from=TODAY)


def give_the_opener_another_role(here: Cooperation) -> None:
    opener = User.objects.get(username="ada@exempel.se")
    give_role(opener, here, AccessRole.AUDITOR, granted_from=TODAY)


def review_another_reading(here: Cooperation) -> None:
    read_again(here, accepts=False)


def send_another_reading(here: Cooperation) -> None:
    sent(here)


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (add_a_record, Holds.OTHER_FACTS),
        (add_and_remove_a_record, Holds.OTHER_FACTS),
        (change_a_record, Holds.OTHER_FACTS),
        (rename, Holds.OWN_FACTS),
        (review_another_reading, Holds.OTHER_READINGS),
        (send_another_reading, Holds.OTHER_READINGS),
        (give_another_a_role, Holds.OTHER_PEOPLE),
        (give_the_opener_another_role, Holds.OTHER_PEOPLE),
    ],
)
def test_cooperation_stays_when_it_holds_something_else(founded, happens, why) -> None:
    here = Cooperation.objects.get()
    happens(here)
    founded = Reading.objects.get(pk=founded.pk)

    foreseen = outlook_of(latest(founded), is_administrator=True)
    taken = taken_back(founded)

    assert foreseen.holds == taken.holds == [why]
    assert Cooperation.objects.get() == here
    founded.refresh_from_db()
    assert (founded.cooperation, founded.state) == (here, ReadingState.UNDONE)
    assert latest(founded).outcome["taken_back"]["holds"] == [why]
    with choose(here):
        assert Change.objects.filter(action="deleted").exists()


def test_another_applied_reading_keeps_the_cooperation(founded) -> None:
    read_again(Cooperation.objects.get())

    assert set(taken_back(founded).holds) == {
        Holds.OTHER_FACTS,
        Holds.OTHER_READINGS,
    }


def test_only_an_administrator_takes_a_cooperation_away(founded) -> None:
    taken = take_back(actor(), latest(founded))

    assert taken.holds == [Holds.NO_ADMINISTRATOR]
    with choose(Cooperation.objects.get()):
        assert not Municipality.objects.exists()


def test_readings_that_were_taken_back_go_along_and_are_read_anew(founded) -> None:
    other = read_again(Cooperation.objects.get())
    take_back(actor(), latest(other))

    taken = taken_back(founded)

    assert taken.kept == {}
    assert not Cooperation.objects.exists()
    other.refresh_from_db()
    assert (other.cooperation, other.state) == (None, ReadingState.WAITING)
    assert not other.applyings.exists()
    assert bytes(other.files.get().content)


def test_reading_that_did_not_found_the_cooperation_leaves_it(founded) -> None:
    other = read_again(Cooperation.objects.get())

    taken = taken_back(other)

    assert (taken.has_founded, taken.takes_cooperation) == (False, False)
    assert Cooperation.objects.exists()


def test_second_undo_finds_nothing_to_do(founded) -> None:
    applying, twin = latest(founded), latest(founded)
    take_back(actor(), applying, is_administrator=True)

    with pytest.raises(CannotTakeBack, match="redan ångrad"):
        take_back(actor(), twin, is_administrator=True)
