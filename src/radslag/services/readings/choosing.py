"""Choosing: what somebody says of the proposed records, and taking that back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from radslag.agreement.vocabulary import Choice, ProposedChange, ReadingState
from radslag.formats.cooperation_file import Faults, read_entry
from radslag.records.models import ProposedRecord, Reading
from radslag.services.journal import Actor
from radslag.services.naming import label_of
from radslag.services.readings import keeping
from radslag.services.readings.composing import existing_rows
from radslag.services.readings.proposing import (
    CERTAIN,
    PROBABLE,
    merged_values,
    same,
)

MOST_STEPS = 200
# What is left of an applied reading may be chosen later, and applied by itself.
UNDER_REVIEW = (ReadingState.READ, ReadingState.APPLIED, ReadingState.UNDONE)


class CannotChoose(Exception):
    """The choice cannot be made; the Swedish sentence says why and what to do."""


class ChosenMeanwhile(CannotChoose):
    """Another choice was made of the record since it was seen."""


class Seen(NamedTuple):
    """What was chosen of a record when somebody opened it."""

    choice: str
    chosen: dict[str, Any]

    @classmethod
    def of(cls, record: ProposedRecord) -> "Seen":
        """Return what is chosen of a record now."""
        return cls(record.choice, record.chosen)


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
    actor: Actor,
    reading: Reading,
    number: int,
    choice: Choice,
    *,
    seen: str = "",
) -> ProposedRecord:
    """Accept or skip one proposed record.

    Raises CannotChoose when the reading is no longer under review, or when somebody
    else has chosen since the record was `seen`; and Faulty when something is missing
    in what is to be accepted.
    """
    record = _asked(reading, number)
    if seen not in ("", record.choice) and record.chosen_by_name != actor.name:
        raise CannotChoose(
            f"{record.chosen_by_name} har redan valt ”{Choice(record.choice).swedish}” "
            f"för {record.label}. Inget är ändrat. Ladda om sidan för att se det, och "
            "välj om vid behov."
        )
    if choice is Choice.ACCEPTED and record.missing:
        raise Faulty(record, {name: said for name, *said in record.missing})
    _remember(actor, reading, [record])
    record.choice, record.chosen_by_name = choice, actor.name
    keeping.set_choices([record])
    return record


@transaction.atomic
def change(
    actor: Actor,
    reading: Reading,
    number: int,
    typed: Mapping[str, Any],
    *,
    seen: Seen | None = None,
) -> ProposedRecord:
    """Accept a record with other values than were read.

    Raises as `choose_for`, and ChosenMeanwhile when any other choice has been made
    since the record was `seen`, by oneself too.
    """
    record = _asked(reading, number)
    if seen is not None and seen != Seen.of(record):
        raise ChosenMeanwhile(f"{record.label} har fått ett annat val under tiden.")
    before = existing_rows(reading.cooperation, {record.section})
    row = before.get(record.section, {}).get(record.key)
    merged = merged_values(record.section, row, record.values, record.chosen)
    differing = {n: v for n, v in typed.items() if not same(v, merged.get(n))}
    chosen = record.chosen | differing
    merged = merged_values(record.section, row, record.values, chosen)
    _row, faults = read_entry(record.section, record.key, merged)
    if faults:
        raise Faulty(record, faults)
    _remember(actor, reading, [record])
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
def accept_probable(actor: Actor, reading: Reading, numbers: Iterable[int]) -> int:
    """Accept those of the records that are probable and open; return how many.

    They are what somebody has before her on a page. What is doubtful, inferred,
    contradicted or lacking something is chosen one by one, always.
    """
    _lock(reading)
    shown = reading.proposals.filter(pk__in=list(numbers))
    records = list(shown.filter(rank=PROBABLE, choice=Choice.OPEN, applying=None))
    _accept(actor, reading, records)
    return len(records)


@transaction.atomic
def accept_these(
    actor: Actor, reading: Reading, records: Sequence[ProposedRecord]
) -> None:
    """Accept these records as one choice; raises CannotChoose after the review."""
    _lock(reading)
    _accept(actor, reading, records)


@transaction.atomic
def leave_these(
    actor: Actor, reading: Reading, records: Sequence[ProposedRecord]
) -> None:
    """Let accepted records be undecided again, as one choice."""
    _lock(reading)
    _choose_all(actor, reading, records, Choice.OPEN)


@transaction.atomic
def skip_left(actor: Actor, reading: Reading) -> int:
    """Skip all that nobody has chosen, as one choice; return how many there were."""
    _lock(reading)
    left = reading.proposals.filter(choice=Choice.OPEN, applying=None)
    records = list(left.exclude(change=ProposedChange.SAME))
    _choose_all(actor, reading, records, Choice.SKIPPED)
    return len(records)


def _accept(actor: Actor, reading: Reading, records: Sequence[ProposedRecord]) -> None:
    _choose_all(actor, reading, records, Choice.ACCEPTED)


def _choose_all(
    actor: Actor, reading: Reading, records: Sequence[ProposedRecord], choice: Choice
) -> None:
    _remember(actor, reading, records)
    for record in records:
        record.choice, record.chosen_by_name = choice, actor.name
    keeping.set_choices(records)


def certain(records: QuerySet[ProposedRecord]) -> QuerySet[ProposedRecord]:
    """Return those that are certain and not chosen yet."""
    return records.filter(rank=CERTAIN, choice=Choice.OPEN, applying=None)


@transaction.atomic
def take_back(actor: Actor, reading: Reading) -> list[int]:
    """Take back one's own latest choice; return the numbers of its records.

    Raises CannotChoose where there is none, or somebody else has chosen since.
    """
    _lock(reading)
    places = _own_places(actor, reading)
    if not places:
        raise CannotChoose("Det finns inget eget val att ångra.")
    latest = reading.steps[places[-1]]["was"]
    later = reading.steps[places[-1] + 1 :]
    before = {number: (*rest,) for number, *rest in latest}
    if any(number in before for step in later for number, *_ in step["was"]):
        raise CannotChoose(
            "Någon annan har valt om samma post efter dig. Inget är ändrat. Ladda om "
            "sidan för att se vad som gäller."
        )
    steps = [*reading.steps[: places[-1]], *later]
    records = list(reading.proposals.filter(pk__in=before))
    for record in records:
        record.choice, record.chosen, record.missing, record.change = before[record.pk]
    keeping.set_choices(records)
    keeping.set_reading(reading, steps=steps)
    return [number for number, *_ in latest]


def may_take_back(actor: Actor, reading: Reading) -> bool:
    """Say whether there is a choice of one's own to take back."""
    return bool(_own_places(actor, reading))


def _own_places(actor: Actor, reading: Reading) -> list[int]:
    who = _who(actor)
    return [place for place, step in enumerate(reading.steps) if step["by"] == who]


def _who(actor: Actor) -> str:
    return str(actor.user_id or actor.name)


def _asked(reading: Reading, number: int) -> ProposedRecord:
    _lock(reading)
    record = reading.proposals.filter(pk=number).first()
    if record is None:
        raise CannotChoose("Posten finns inte längre i inläsningen. Ladda om sidan.")
    if record.applying_id is not None:
        raise CannotChoose(
            f"{record.label} är redan inläst. Inget är ändrat. Ladda om sidan; posten "
            "rättas på sin egen sida."
        )
    return record


def _lock(reading: Reading) -> None:
    """Let one choice at a time be made, on a reading that is under review."""
    rows = Reading.objects.select_for_update(of=("self",)).filter(pk=reading.pk)
    fresh = rows.first()
    if fresh is None or fresh.state not in UNDER_REVIEW:
        raise CannotChoose(
            "Inläsningen granskas inte längre: den läses om eller är kastad. Inget är "
            "ändrat. Ladda om sidan för att se hur det gick."
        )
    reading.steps, reading.state = fresh.steps, fresh.state


def _remember(
    actor: Actor, reading: Reading, records: Sequence[ProposedRecord]
) -> None:
    if records:
        step = {"by": _who(actor), "was": _step(records)}
        keeping.set_reading(reading, steps=[*reading.steps, step][-MOST_STEPS:])


def _step(records: Iterable[ProposedRecord]) -> list[list[Any]]:
    return [
        [each.pk, each.choice, each.chosen, each.missing, each.change]
        for each in records
    ]
