"""Choosing: what somebody says of the proposed records, and taking that back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from radslag.agreement.vocabulary import Choice, ProposedChange, ReadingState
from radslag.formats.cooperation_file import Faults, read_entry
from radslag.records.models import ProposedRecord, Reading
from radslag.services.journal import Actor
from radslag.services.naming import label_of
from radslag.services.readings import keeping
from radslag.services.readings.composing import existing_rows
from radslag.services.readings.proposing import CERTAIN, merged_values, same

MOST_STEPS = 200


class CannotChoose(Exception):
    """The choice cannot be made; the Swedish sentence says why and what to do."""


class Faulty(CannotChoose):
    """The values do not fit; `faults` says what is wrong in which field."""

    def __init__(self, record: ProposedRecord, faults: Faults) -> None:
        self.faults = faults
        said = "; ".join(
            f"{_called(record, name)}: {', '.join(all_said)}"
            for name, all_said in faults.items()
        )
        super().__init__(
            f"{record.label} kan inte godkännas än. {said}. Fyll i det som saknas med "
            "Ändra, eller hoppa över posten."
        )


def _called(record: ProposedRecord, name: str) -> str:
    return label_of(record.section, name) if name else "posten"


@transaction.atomic
def choose_for(
    actor: Actor, reading: Reading, number: int, choice: Choice
) -> ProposedRecord:
    """Accept or skip one proposed record.

    Raises CannotChoose when the reading is no longer under review, and Faulty when
    something is missing in what is to be accepted.
    """
    record = _asked(reading, number)
    if choice is Choice.ACCEPTED and record.missing:
        raise Faulty(record, {name: said for name, *said in record.missing})
    _remember(reading, [record])
    record.choice, record.chosen_by_name = choice, actor.name
    keeping.set_choices([record])
    return record


@transaction.atomic
def change(
    actor: Actor, reading: Reading, number: int, typed: Mapping[str, Any]
) -> ProposedRecord:
    """Accept a record with other values than were read; raises as `choose_for`."""
    record = _asked(reading, number)
    before = existing_rows(reading.cooperation, {record.section})
    row = before.get(record.section, {}).get(record.key)
    merged = merged_values(record.section, row, record.values, record.chosen)
    differing = {n: v for n, v in typed.items() if not same(v, merged.get(n))}
    chosen = record.chosen | differing
    merged = merged_values(record.section, row, record.values, chosen)
    _row, faults = read_entry(record.section, record.key, merged)
    if faults:
        raise Faulty(record, faults)
    _remember(reading, [record])
    record.chosen, record.missing = chosen, []
    record.choice, record.chosen_by_name = Choice.ACCEPTED, actor.name
    if record.change == ProposedChange.SAME and differing:
        record.change = ProposedChange.CHANGED
    keeping.set_choices([record])
    return record


@transaction.atomic
def accept_certain(actor: Actor, reading: Reading) -> int:
    """Accept all that is certain and not chosen yet; return how many there were.

    An inference, a contradiction and what lacks something are never among them.
    """
    _lock(reading)
    records = list(certain(reading.proposals.all()))
    _accept(actor, reading, records)
    return len(records)


@transaction.atomic
def accept_these(
    actor: Actor, reading: Reading, records: Sequence[ProposedRecord]
) -> None:
    """Accept these records as one choice; raises CannotChoose after the review."""
    _lock(reading)
    _accept(actor, reading, records)


def _accept(actor: Actor, reading: Reading, records: Sequence[ProposedRecord]) -> None:
    _remember(reading, records)
    for record in records:
        record.choice, record.chosen_by_name = Choice.ACCEPTED, actor.name
    keeping.set_choices(records)


def certain(records: QuerySet[ProposedRecord]) -> QuerySet[ProposedRecord]:
    """Return those that are certain and not chosen yet."""
    return records.filter(rank=CERTAIN, choice=Choice.OPEN)


@transaction.atomic
def take_back(reading: Reading) -> list[int]:
    """Take back the latest choice; return the numbers of the records it was about."""
    _lock(reading)
    if not reading.steps:
        raise CannotChoose("Det finns inget val att ångra.")
    *steps, latest = reading.steps
    before = {number: (*rest,) for number, *rest in latest}
    records = list(reading.proposals.filter(pk__in=before))
    for record in records:
        record.choice, record.chosen, record.missing, record.change = before[record.pk]
    keeping.set_choices(records)
    keeping.set_reading(reading, steps=steps)
    return [number for number, *_ in latest]


def _asked(reading: Reading, number: int) -> ProposedRecord:
    _lock(reading)
    record = reading.proposals.filter(pk=number).first()
    if record is None:
        raise CannotChoose("Posten finns inte längre i inläsningen. Ladda om sidan.")
    return record


def _lock(reading: Reading) -> None:
    """Let one choice at a time be made, on a reading that is under review."""
    rows = Reading.objects.select_for_update(of=("self",)).filter(pk=reading.pk)
    fresh = rows.first()
    if fresh is None or fresh.state != ReadingState.READ:
        raise CannotChoose(
            "Inläsningen granskas inte längre: den är redan inläst eller läses om. "
            "Inget är ändrat. Ladda om sidan för att se hur det gick."
        )
    reading.steps, reading.state = fresh.steps, fresh.state


def _remember(reading: Reading, records: Sequence[ProposedRecord]) -> None:
    if records:
        steps = [*reading.steps, _step(records)][-MOST_STEPS:]
        keeping.set_reading(reading, steps=steps)


def _step(records: Iterable[ProposedRecord]) -> list[list[Any]]:
    return [
        [each.pk, each.choice, each.chosen, each.missing, each.change]
        for each in records
    ]
