"""What accepted records need: those they refer to, and those that these refer to.

Some of it can be accepted with them. Where something lacks a value or is skipped, they
cannot stand, and may be left for later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from radslag.agreement.vocabulary import Choice, ProposedChange
from radslag.formats.cooperation_file import SHAPES
from radslag.records.models import ProposedRecord, Reading
from radslag.services.journal import Actor
from radslag.services.readings import choosing
from radslag.services.readings.applying import accepted

# What a term says of municipalities it says inside its own value.
NAMED_IN_TERMS = ("host", "invoiced_by")

Place = tuple[str, str]
Open = Mapping[Place, ProposedRecord]


def needed(reading: Reading) -> list[ProposedRecord]:
    """Return the records nobody has chosen that the accepted ones cannot do without.

    An inference always asks, and what lacks something cannot be accepted; neither is
    among them.
    """
    waiting = reading.proposals.filter(
        choice=Choice.OPEN, is_inference=False, applying=None
    )
    free = {(one.section, one.key): one for one in waiting if not one.missing}
    found: dict[int, ProposedRecord] = {}
    queue = accepted(reading)
    while queue:
        for place in _referred_to(queue.pop(), free):
            record = free.get(place)
            if record and record.pk not in found:
                found[record.pk] = record
                queue.append(record)
    return list(found.values())


@dataclass
class Blocked:
    """Accepted records that cannot stand, and what they lack in the end."""

    records: list[ProposedRecord] = field(default_factory=list)
    lacking: list[ProposedRecord] = field(default_factory=list)


def blocked(reading: Reading) -> Blocked:
    """Return the accepted records that hang below something that cannot be read in.

    It lacks a value, is skipped, or is an inference that nobody has said yes to.
    """
    taken = accepted(reading)
    hanging = {_place(each): each for each in (*taken, *needed(reading))}
    left = reading.proposals.filter(applying=None).exclude(change=ProposedChange.SAME)
    lacking = {_place(each): each for each in left if _place(each) not in hanging}
    every = hanging | lacking
    below = {
        place: [other for other in _referred_to(each, every) if other in every]
        for place, each in hanging.items()
    }
    fallen = _fallen(below, set(lacking))
    reasons = {other for place in fallen for other in below[place] if other in lacking}
    return Blocked(
        [each for each in taken if _place(each) in fallen],
        [each for place, each in lacking.items() if place in reasons],
    )


def _fallen(below: Mapping[Place, list[Place]], lacking: set[Place]) -> set[Place]:
    """Return what refers to something lacking, or to what does so in turn."""
    fallen: set[Place] = set()
    while True:
        gone = fallen | lacking
        more = {p for p, others in below.items() if gone.intersection(others)} - fallen
        if not more:
            return fallen
        fallen |= more


@transaction.atomic
def leave_blocked(actor: Actor, reading: Reading) -> int:
    """Let the accepted records that cannot stand be undecided; return how many."""
    records = blocked(reading).records
    choosing.leave_these(actor, reading, records)
    return len(records)


@transaction.atomic
def accept_needed(actor: Actor, reading: Reading) -> int:
    """Accept what the accepted records need; return how many there were.

    It is one choice, which can be taken back like any other. Raises CannotChoose as
    `choosing.accept_certain` does.
    """
    records = needed(reading)
    choosing.accept_these(actor, reading, records)
    return len(records)


def _place(record: ProposedRecord) -> Place:
    return record.section, record.key


def _referred_to(record: ProposedRecord, free: Open) -> Iterator[Place]:
    shape = SHAPES[record.section]
    said = {name: value["value"] for name, value in record.values.items()}
    said |= record.chosen
    numbered = shape.entry.numbered
    for column, section in shape.references.items():
        key = said.get(column)
        if key is None:
            continue
        yield section, str(key)
        if numbered and column == numbered.field:
            yield from _by_number(free, section, said.get(numbered.parent_field), key)
    if record.section == "terms":
        yield from _named_in_term(said.get("value"))


def _by_number(
    free: Open, section: str, parent: object, number: object
) -> Iterator[tuple[str, str]]:
    """Give the item or paragraph that a record refers to by its number."""
    for (name, key), record in free.items():
        if name == section:
            said = {column: value["value"] for column, value in record.values.items()}
            is_it = str(said.get("number")) == str(number)
            if is_it and parent in said.values():
                yield section, key


def _named_in_term(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a term's value is of many kinds.
    if isinstance(value, Mapping):
        for name in NAMED_IN_TERMS:
            if value.get(name):
                yield "municipalities", str(value[name])
        for key in value.get("shares") or ():
            yield "municipalities", str(key)
