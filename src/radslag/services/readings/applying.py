"""Applying: what somebody has accepted becomes records, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
from radslag.records.models import Cooperation, ProposedRecord, Reading
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import LoadReport, load
from radslag.services.journal import Actor
from radslag.services.naming import label_of
from radslag.services.readings import keeping
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


@dataclass(frozen=True)
class NewCooperation:
    """What the cooperation that a reading sets up is called, and who opens it."""

    name: str
    key: str
    opened_by: User | None = None


@transaction.atomic
def apply(
    actor: Actor, reading: Reading, today: date, new: NewCooperation | None = None
) -> LoadReport:
    """Make records of what is accepted; the journal tells that the reading did it.

    Raises CannotApply with every reason, and then nothing has been saved.
    """
    _lock(reading)
    if reading.cooperation is None:
        _name(reading, new)
    composed = compose(reading, accepted(reading))
    refuse(composed)
    occasion = occasion_of(reading)
    journalist = Actor(actor.name, actor.at, actor.user_id, occasion)
    try:
        report = load(composed.file, actor=journalist)
    except BadFile as bad:
        raise CannotApply(_troubles(composed, bad)) from bad
    here = Cooperation.objects.get(key=report.key)
    if report.is_new and new and new.opened_by:
        give_role(new.opened_by, here, AccessRole.SECRETARIAT, granted_from=today)
    _finish(actor, reading, here, report)
    return report


def accepted(reading: Reading) -> list[ProposedRecord]:
    """Return what is to be saved, with what is there already and is cited again.

    A document comes along though nobody has said yes to it, for without it no källa
    could be shown; whoever does not want it has said no.
    """
    rows = reading.proposals.filter(
        Q(choice=Choice.ACCEPTED)
        | Q(change=ProposedChange.SAME, choice=Choice.OPEN)
        | Q(section="documents", choice=Choice.OPEN)
    )
    return list(rows.order_by("position"))


def occasion_of(reading: Reading) -> str:
    """Return what the journal calls the reading."""
    return f"inläsning {reading.pk} av handlingar"


def refuse(composed: ComposedFile) -> None:
    """Raise CannotApply where an accepted record cannot stand by itself."""
    if not composed.records:
        raise CannotApply(
            [Trouble("Inget är godkänt än, så det finns inget att läsa in.")]
        )
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
    if fresh is None or fresh.state != ReadingState.READ:
        raise CannotApply(
            [Trouble("Inläsningen är redan gjord, eller granskas inte längre.")]
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


def _finish(
    actor: Actor, reading: Reading, cooperation: Cooperation, report: LoadReport
) -> None:
    keeping.set_reading(
        reading,
        cooperation=cooperation,
        state=ReadingState.APPLIED,
        proposed_name=reading.proposed_name,
        proposed_key=reading.proposed_key,
        applied_at=actor.at,
        applied_by_name=actor.name,
        steps=[],
        outcome={
            "is_new": report.is_new,
            "sections": {
                name: [counts.added, counts.changed, counts.unchanged]
                for name, counts in report.sections.items()
            },
        },
    )
