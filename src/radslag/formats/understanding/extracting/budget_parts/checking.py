"""Whether a budget's sums are the sums of its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from radslag.agreement.vocabulary import BudgetSide
from radslag.agreement.wording import kronor
from radslag.formats.understanding.extracting.budget_parts.entries import Entry, Kind
from radslag.formats.understanding.extracting.budget_parts.words import side_named


@dataclass(frozen=True)
class WrongSum:
    """A sum that is not the sum of the lines it stands under."""

    entry: Entry
    lines: tuple[Entry, ...]
    written_sek: Decimal
    summed_sek: Decimal

    @property
    def sentence(self) -> str:
        """Say in Swedish what does not add up."""
        name = " ".join(str(self.entry.row.name).split())
        return (
            f"”{name}” är {kronor(self.written_sek)}, men posterna är tillsammans "
            f"{kronor(self.summed_sek)}."
        )


@dataclass
class _Tally:
    """The lines since the last sum, and all lines of each side."""

    since: list[Entry] = field(default_factory=list)
    all: list[Entry] = field(default_factory=list)
    side: BudgetSide | None = None


def wrong_sums(entries: Sequence[Entry]) -> Iterator[WrongSum]:
    """Give the sums of a budget that cannot be had of its lines.

    A sum may be of the lines since the last one, of its whole side, or of one side
    where it closes both. Where a line's sum could not be read, nothing is said.
    """
    tally = _Tally()
    for entry in entries:
        if entry.side is not tally.side:
            tally.since, tally.side = [], entry.side
        if entry.kind is Kind.LINE:
            tally.since.append(entry)
            tally.all.append(entry)
        elif entry.kind is Kind.SUM:
            yield from _wrong(entry, tally)
            tally.since = []
    yield from _wrong_heads(entries)
    yield from _wrong_results(entries)


def _wrong(entry: Entry, tally: _Tally) -> Iterator[WrongSum]:
    side = side_named(entry.row.name.text) or entry.side
    sides = [side] if side else list(BudgetSide)
    ways = [[line for line in tally.all if line.side is each] for each in sides]
    ways = [tally.since, *ways, *([] if side else [tally.all])]
    yield from _compare(entry, [way for way in ways if way])


def _wrong_heads(entries: Sequence[Entry]) -> Iterator[WrongSum]:
    """Compare the sum that a side's heading bears: "Kostnader 2 102 500"."""
    for entry in entries:
        if entry.kind is Kind.HEAD:
            lines = [e for e in entries if e.kind is Kind.LINE and e.side is entry.side]
            yield from _compare(entry, [lines] if lines else [])


def _wrong_results(entries: Sequence[Entry]) -> Iterator[WrongSum]:
    lines = [entry for entry in entries if entry.kind is Kind.LINE]
    sides = [[e for e in lines if e.side is side] for side in BudgetSide]
    for entry in entries:
        written = _amount(entry)
        if entry.kind is not Kind.RESULT or written is None or not all(sides):
            continue
        if any(e.side is None and _amount(e) for e in lines):
            # Interest below the two sides is of neither, and is in the result.
            continue
        income, cost = (_total(side) for side in sides)
        if income is None or cost is None:
            continue
        left = abs(income) - abs(cost)
        if abs(left) != abs(written):
            yield WrongSum(entry, tuple(lines), written, left)


def _compare(entry: Entry, ways: list[list[Entry]]) -> Iterator[WrongSum]:
    written = _amount(entry)
    totals = [_total(way) for way in ways]
    if written is None or not ways or None in totals:
        return
    if all(abs(total or 0) != abs(written) for total in totals):
        yield WrongSum(entry, tuple(ways[0]), written, totals[0] or Decimal(0))


def _total(lines: list[Entry]) -> Decimal | None:
    amounts = [_amount(line) for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _amount(entry: Entry) -> Decimal | None:
    return entry.row.amount.amount_sek if entry.row.amount else None
