"""Applying: what somebody has accepted becomes records, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from radslag.agreement.vocabulary import (
    AccessRole,
    Choice,
    ProposedChange,
    ReadingState,
)
from radslag.formats.cooperation_file import BadFile
from radslag.records.models import Applying, Cooperation, ProposedRecord, Reading
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import LoadReport, load
from radslag.services.journal import Actor
from radslag.services.naming import label_of
from radslag.services.readings import keeping
from radslag.services.readings.choosing import UNDER_REVIEW
from radslag.services.readings.comparing import compare_again, compare_all, moved
from radslag.services.readings.composing import ComposedFile, compose
from radslag.services.readings.reading import key_of


@dataclass(frozen=True)
class Trouble:
    """Why a reading cannot be applied, and the record it concerns, if any."""

    said: str
    record: ProposedRecord | None = None


class CannotApply(Exception):
    """Nothing has been saved; `troubles` says why, record by record."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        self.troubles = tuple(troubles)
        super().__init__(" ".join(each.said for each in troubles))


class HasMoved(CannotApply):
    """Somebody has changed a record since it was compared with what was read."""


NOTHING_ACCEPTED = "Inget är godkänt än, så det finns inget att läsa in."
NOTHING_MORE = "Det som är godkänt är redan inläst. Godta mer, och läs in det sedan."
MOVED = (
    "någon har ändrat posten i samverkan sedan handlingen lästes. Nu visas det som "
    "gäller bredvid det lästa. Granska posten igen, eller hoppa över den."
)


@dataclass(frozen=True)
class NewCooperation:
    """What the cooperation that a reading sets up is called, and who opens it."""

    name: str
    key: str
    opened_by: User | None = None


def apply(
    actor: Actor, reading: Reading, today: date, new: NewCooperation | None = None
) -> LoadReport:
    """Make records of what is accepted; the journal tells that the reading did it.

    What nobody has accepted stays for a later time. Raises CannotApply with every
    reason, and then nothing has been saved.
    """
    try:
        return _apply(actor, reading, today, new)
    except HasMoved:
        # What is there now is shown beside what was read, to be chosen again.
        compare_again(reading)
        raise


@transaction.atomic
def _apply(
    actor: Actor, reading: Reading, today: date, new: NewCooperation | None
) -> LoadReport:
    _lock(reading)
    if reading.cooperation is None:
        _name(reading, new)
    taken = _unmoved(reading, accepted(reading))
    composed = compose(reading, taken)
    refuse(reading, composed)
    number = reading.applyings.count() + 1
    occasion = occasion_of(reading.pk, number)
    journalist = Actor(actor.name, actor.at, actor.user_id, occasion)
    try:
        report = load(composed.file, actor=journalist)
    except BadFile as bad:
        raise CannotApply(_troubles(composed, bad)) from bad
    here = Cooperation.objects.get(key=report.key)
    opener = new.opened_by if report.is_new and new else None
    if opener:
        give_role(opener, here, AccessRole.SECRETARIAT, granted_from=today)
    _finish(reading, report)
    told = _told(report, opener)
    applying = Applying(reading=reading, number=number, outcome=told)
    applying.applied_at, applying.applied_by_name = actor.at, actor.name
    keeping.add_applying(applying, taken)
    compare_all(reading)
    return report


def _unmoved(
    reading: Reading, records: Sequence[ProposedRecord]
) -> list[ProposedRecord]:
    """Return what is to be saved, without what was there and is said otherwise now.

    Nobody has said yes to write that over. Raises HasMoved where somebody had.
    """
    others = moved(reading, records)
    if asked := [each for each in others if each.choice == Choice.ACCEPTED]:
        raise HasMoved([Trouble(MOVED, each) for each in asked])
    numbers = {each.pk for each in others}
    return [each for each in records if each.pk not in numbers]


def accepted(reading: Reading) -> list[ProposedRecord]:
    """Return what is to be saved, with what is there already and is cited again.

    A document comes along though nobody has said yes to it, for without it no källa
    could be shown; whoever does not want it has said no.
    """
    left = reading.proposals.filter(applying=None)
    rows = left.filter(
        Q(choice=Choice.ACCEPTED)
        | Q(change=ProposedChange.SAME, choice=Choice.OPEN)
        | Q(section="documents", choice=Choice.OPEN)
    )
    return list(rows.order_by("position"))


def occasion_of(reading: int, number: int) -> str:
    """Return what the journal calls one applying of a reading."""
    said = f"inläsning {reading} av handlingar"
    return said if number == 1 else f"{said}, omgång {number}"


def refuse(reading: Reading, composed: ComposedFile) -> None:
    """Raise CannotApply where an accepted record cannot stand by itself."""
    if not composed.records and not composed.faults:
        is_more = reading.applyings.exists()
        raise CannotApply([Trouble(NOTHING_MORE if is_more else NOTHING_ACCEPTED)])
    troubles = [
        Trouble(
            f"{label_of(record.section, name) if name else record.label}: {said}",
            record,
        )
        for record, faults in composed.faults
        for name, all_said in faults.items()
        for said in all_said
    ]
    if troubles:
        raise CannotApply(troubles)


def _troubles(composed: ComposedFile, bad: BadFile) -> list[Trouble]:
    told = composed.told(bad)
    if not told:
        return [Trouble(sentence) for sentence in bad.sentences()]
    return [Trouble(said, record) for record, said in told]


def _lock(reading: Reading) -> None:
    fresh = (
        Reading.objects.select_for_update(of=("self",)).filter(pk=reading.pk).first()
    )
    if fresh is None or fresh.state not in UNDER_REVIEW:
        raise CannotApply(
            [Trouble("Inläsningen granskas inte längre. Inget är ändrat.")]
        )


def _name(reading: Reading, new: NewCooperation | None) -> None:
    name = (new.name if new else reading.proposed_name).strip()
    key = (new.key if new else reading.proposed_key) or key_of(name)
    if not name or not key:
        raise CannotApply([Trouble("Ange vad samverkan heter.")])
    if Cooperation.objects.filter(key=key).exists():
        raise CannotApply(
            [
                Trouble(
                    f"En samverkan med nyckeln ”{key}” finns redan här. Välj en annan "
                    "nyckel, eller läs in handlingarna inifrån den samverkan."
                )
            ]
        )
    reading.proposed_name, reading.proposed_key = name, key


def _finish(reading: Reading, report: LoadReport) -> None:
    keeping.set_reading(
        reading,
        cooperation=Cooperation.objects.get(key=report.key),
        state=ReadingState.APPLIED,
        proposed_name=reading.proposed_name,
        proposed_key=reading.proposed_key,
        steps=[],
    )


def _told(report: LoadReport, opener: User | None) -> dict[str, Any]:
    return {
        "is_new": report.is_new,
        "opened_by": opener and opener.pk,
        "sections": {
            name: [counts.added, counts.changed, counts.unchanged]
            for name, counts in report.sections.items()
        },
    }
