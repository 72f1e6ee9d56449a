"""What a plan says of money: the budget's lines, and whether its sums add up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.readers.model import Heading, ListItem, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.budget_parts.checking import (
    WrongSum,
    wrong_sums,
)
from radslag.formats.understanding.extracting.budget_parts.columns import (
    Column,
    amount_in,
)
from radslag.formats.understanding.extracting.budget_parts.entries import (
    Entry,
    Kind,
    entries_of,
)
from radslag.formats.understanding.extracting.budget_parts.sides import side_value
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Contradiction, Quote, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.days import day_in

_MARK: Final = re.compile(r"\s*(?:\*+|[¹²³])\s*$")
_FIRST_LINES: Final = 6
_EDGES: Final = " \t\n.:;–—-…_|*¹²³,"
NOT_ADDING_UP: Final = "Summan stämmer inte med posterna."
YEAR_OF_PLAN: Final = "Året är planens; det står inte vid beloppet."
END_OF_YEAR: Final = "Dagen står inte; utfallet är taget som hela årets."
NOT_READ: Final = "Beloppet kan inte läsas säkert."


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather the budget lines of a plan, and the sums that do not add up."""
    portion = in_its_year(portion)
    entries = _heads_without_lines(list(entries_of(portion)))
    lines = [entry for entry in entries if entry.kind is Kind.LINE]
    years = dict.fromkeys(entry.year for entry in entries)
    wrong = [
        each
        for year in years
        for each in wrong_sums([entry for entry in entries if entry.year == year])
    ]
    doubted = {id(line) for each in wrong for line in each.lines}
    keys: dict[int, str] = {}
    for position, entry in enumerate(lines, start=1):
        values = _values(entry, lines, portion, position)
        if id(entry) in doubted and "amount_sek" in values:
            amount = values["amount_sek"]
            values["amount_sek"] = amount.doubted(Certainty.DOUBTFUL, NOT_ADDING_UP)
        key = _key(entry, gathering, values)
        keys[id(entry)] = key
        gathering.add("budget_lines", key, values)
        is_negative = _is_written_negative(values.get("side"), lines)
        _add_outcomes(entry, key, gathering, is_negative=is_negative)
    gathering.contradictions += [_contradiction(each, keys) for each in wrong]


def _heads_without_lines(entries: list[Entry]) -> list[Entry]:
    """Return the entries; a side that has a sum and no lines is itself a line."""
    return [
        replace(entry, kind=Kind.LINE)
        if entry.kind is Kind.HEAD
        and not any(
            e.kind is Kind.LINE and e.side is entry.side and e.year == entry.year
            for e in entries
        )
        else entry
        for entry in entries
    ]


def _key(entry: Entry, gathering: Gathering, values: dict[str, Value]) -> str:
    name = slug(tidy(str(entry.row.name.strip(_EDGES)))[:80])
    key = f"budget-{entry.year}-{name}" if entry.year else f"budget-{name}"
    taken = gathering.get("budget_lines", key)
    side = values.get("side")
    if taken and side and taken["side"] != side.value:
        return f"{key}-{side.value}"
    return key


def _values(
    entry: Entry, lines: Sequence[Entry], portion: Portion, position: int
) -> dict[str, Value]:
    name = entry.row.name.strip(_EDGES)
    side = side_value(entry, [line for line in lines if line.year == entry.year])
    values = {
        "plan": _plan(entry, portion),
        "side": side,
        "position": name.value(position),
        "name": name.value(),
        "amount_sek": _amount(entry, side, lines),
        "is_approximate": _approximate(entry),
        "note": _note(entry, portion),
    }
    return {column: value for column, value in values.items() if value is not None}


def _plan(entry: Entry, portion: Portion) -> Value | None:
    """Return the plan, certainly where a heading or the first lines give its year."""
    if entry.year is None:
        return None
    year = re.compile(rf"(?<!\d){entry.year}(?!\d)")
    for number, block in enumerate(portion.blocks):
        if isinstance(block, Heading) or number < _FIRST_LINES:
            said = portion.piece(block).find(year)
            if said:
                return said.value(plan_key(entry.year))
    words = portion.whole.find(year) or entry.row.name
    return words.value(plan_key(entry.year), Certainty.PROBABLE, YEAR_OF_PLAN)


def _amount(entry: Entry, side: Value | None, lines: Sequence[Entry]) -> Value | None:
    row = entry.row
    found = row.amount
    if found is None or found.amount_sek is None:
        return None
    amount = found.amount_sek
    if amount < 0 and _is_written_negative(side, lines):
        amount = -amount
    value = found.piece.value(amount, found.certainty, found.reason)
    if row.unit and str(row.unit) not in str(found.piece):
        value = replace(value, quotes=(*value.quotes, row.unit.quote))
    if row.certainty is not Certainty.CERTAIN:
        value = value.doubted(row.certainty, row.reason)
    return value


def _is_written_negative(side: Value | None, lines: Sequence[Entry]) -> bool:
    """Tell whether a side is written with a minus throughout, and not as reductions."""
    if side is None:
        return False
    of_side = [line for line in lines if line.side and line.side.value == side.value]
    amounts = [
        line.row.amount.amount_sek
        for line in of_side
        if line.row.amount and line.row.amount.amount_sek
    ]
    is_cost = side.value == BudgetSide.COST.value
    return all(amount < 0 for amount in amounts) if of_side else is_cost


def _approximate(entry: Entry) -> Value | None:
    found = entry.row.amount
    return found.piece.value(True) if found and found.is_approximate else None  # noqa: FBT003 - the value of the column.


def _note(entry: Entry, portion: Portion) -> Value | None:
    row = entry.row
    notes = [note for note in (row.note, _footnote(row.name, portion)) if note]
    said = [*notes, *(cell for _, cell in _other_years(entry))]
    if not said:
        return None
    texts = [tidy(str(note).lstrip("*¹²³ ")) for note in notes]
    texts += [_other_year(c, cell, row.unit) for c, cell in _other_years(entry)]
    value = said[0].value("; ".join(texts))
    return replace(value, quotes=tuple(piece.quote for piece in said))


def _other_years(entry: Entry) -> list[tuple[Column, Piece]]:
    return [(c, p) for c, p in entry.row.others if c.head and not _is_outcome(c, entry)]


def _other_year(column: Column, cell: Piece, unit: Piece | None) -> str:
    words = f"{column.words}: {tidy(str(cell))}"
    return f"{words} {unit}" if unit and str(unit) not in words else words


def _is_outcome(column: Column, entry: Entry) -> bool:
    return column.is_outcome and column.year in (None, entry.year)


def _footnote(name: Piece, portion: Portion) -> Piece | None:
    """Return the remark that a mark after the name points to, "Personal*"."""
    after = Piece(name.source, name.start, min(name.end + 3, portion.whole.end))
    mark = name.find(r"([*¹²³]+)\s*$") or after.find(r"^[^\n]*?[\w)]\s?([*¹²³]+)")
    if mark is None:
        return None
    begins = re.compile(rf"{re.escape(str(mark))}(?![*¹²³])\s*\S")
    for block in portion.blocks:
        piece = portion.piece(block).strip()
        is_marked = isinstance(block, ListItem) and block.marker.strip() == str(mark)
        if is_marked or (not isinstance(block, Table) and begins.match(piece.text)):
            return piece
    return None


def _add_outcomes(
    entry: Entry, line: str, gathering: Gathering, *, is_negative: bool
) -> None:
    for column, cell in entry.row.others:
        found = amount_in(cell, column.unit or entry.row.unit)
        if not _is_outcome(column, entry) or found is None or column.head is None:
            continue
        booked = _booked_on(column, entry.year)
        said = found.amount_sek
        booked_sek = -said if said and said < 0 and is_negative else said
        amount = found.piece.value(booked_sek, found.certainty, found.reason)
        gathering.add(
            "budget_outcomes",
            f"{line}-{booked.value if booked else ''}",
            {
                "line": entry.row.name.value(line),
                "booked_on": booked,
                "amount_sek": amount,
            },
        )


def _booked_on(column: Column, year: int | None) -> Value | None:
    if column.head is None or year is None:
        return None
    day = day_in(column.head, year)
    if day:
        return day.piece.value(day.day, day.certainty, day.reason)
    return column.head.value(date(year, 12, 31), Certainty.PROBABLE, END_OF_YEAR)


def _contradiction(wrong: WrongSum, keys: dict[int, str]) -> Contradiction:
    figures = wrong.entry.row.figures or wrong.entry.row.name
    return Contradiction(
        rule="budget_lines.sum",
        sentence=wrong.sentence,
        quotes=(figures.quote, *_quotes(wrong.lines)),
        section="budget_lines",
        key=keys.get(id(wrong.lines[0]), "") if wrong.lines else "",
        field="amount_sek",
    )


def _quotes(lines: Sequence[Entry]) -> Iterator[Quote]:
    return (line.row.figures.quote for line in lines if line.row.figures)
