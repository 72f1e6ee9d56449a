"""Founding: the cooperation that a reading set up, and taking it away with the reading.

It goes only when it holds nothing but what the reading made. The documents and what
was chosen of them stay: the reading is under review again, in no cooperation.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from radslag.agreement.vocabulary import AccessRole, ReadingState
from radslag.agreement.wording import long_date
from radslag.records.models import (
    AccessGrant,
    Applying,
    Change,
    Cooperation,
    Reading,
)
from radslag.services import journal
from radslag.services.journal import Actor
from radslag.services.readings import keeping
from radslag.services.readings.applying import occasion_of
from radslag.services.readings.comparing import compare_again


class Holds(StrEnum):
    """Why a cooperation stays though the reading that set it up is taken back."""

    OTHER_FACTS = "other_facts"
    OWN_FACTS = "own_facts"
    OTHER_READINGS = "other_readings"
    OTHER_PEOPLE = "other_people"
    NO_ADMINISTRATOR = "no_administrator"


def applied_occasion_of(applying: Applying) -> str:
    """Return what the journal calls an applying."""
    return occasion_of(applying.reading_id, applying.number)


def undone_occasion_of(applying: Applying) -> str:
    """Return what the journal calls the taking back of an applying."""
    return f"ångrad {applied_occasion_of(applying)}"


def occasions_of_undone(cooperation: Cooperation) -> list[str]:
    """Return what the journal calls what is taken back, and that it was.

    Together such rows have changed nothing, but where somebody has come between.
    """
    undone = Applying.objects.filter(
        reading__cooperation=cooperation, undone_at__isnull=False
    )
    return [
        name
        for each in undone.only("reading_id", "number")
        for name in (applied_occasion_of(each), undone_occasion_of(each))
    ]


def has_founded(applying: Applying) -> bool:
    """Say whether the applying set its cooperation up."""
    return bool(applying.outcome.get("is_new"))


def reasons_to_stay(
    applying: Applying, cooperation: Cooperation, *, is_administrator: bool
) -> list[Holds]:
    """Return why the cooperation must stay; nothing when it can go with the reading.

    Asked of an applying that has founded it, with the cooperation chosen.
    """
    mine = [applied_occasion_of(applying), *occasions_of_undone(cooperation)]
    others = _others(applying.reading, cooperation).exclude(state=ReadingState.UNDONE)
    held = {
        Holds.OTHER_FACTS: Change.objects.exclude(occasion__in=mine).exists(),
        Holds.OWN_FACTS: cooperation.version > 1,
        Holds.OTHER_READINGS: others.exists(),
        Holds.OTHER_PEOPLE: _roles_of_others(applying, cooperation).exists(),
        Holds.NO_ADMINISTRATOR: not is_administrator,
    }
    return [why for why, is_so in held.items() if is_so]


def take_away(actor: Actor, applying: Applying, cooperation: Cooperation) -> None:
    """Remove the cooperation with its journal; its readings are met outside it again.

    The one that founded it is under review with the choices it had. What others
    proposed was compared with what is gone, so they are read anew.
    """
    reading = applying.reading
    told = (
        f"Läst in {_day(applying.applied_at)} av {applying.applied_by_name} och ångrad "
        f"{_day(actor.at)} av {actor.name}. Samverkan ”{cooperation.name}” togs bort. "
        "Det som valdes vid granskningen står kvar här."
    )
    for other in _others(reading, cooperation):
        keeping.forget_applyings(other)
        keeping.set_reading(other, **_outside(), state=ReadingState.WAITING)
    remarks = [*reading.remarks, told]
    keeping.set_reading(reading, **_outside(), state=ReadingState.READ, remarks=remarks)
    keeping.forget_applyings(reading)
    compare_again(reading)
    journal.remove_cooperation(cooperation)


def _others(reading: Reading, cooperation: Cooperation) -> QuerySet[Reading]:
    return Reading.objects.filter(cooperation=cooperation).exclude(pk=reading.pk)


def _roles_of_others(
    applying: Applying, cooperation: Cooperation
) -> QuerySet[AccessGrant]:
    own = Q(user=applying.outcome.get("opened_by"), role=AccessRole.SECRETARIAT)
    return AccessGrant.objects.filter(cooperation=cooperation).exclude(own)


def _day(moment: datetime) -> str:
    return long_date(localtime(moment).date())


def _outside() -> dict[str, Any]:
    """Return what a reading says that has never been in a cooperation."""
    return {
        "cooperation": None,
        "steps": [],
        "attempts": 0,
    }
