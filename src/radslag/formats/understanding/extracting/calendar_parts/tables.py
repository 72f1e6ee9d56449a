"""Calendars that are tables: a row for each day, or bodies across and months down."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.days import FoundDay, days_in, month_named

_NUMBER: Final = re.compile(
    r"(?<![\d.:/])(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?(?![\d:/]|\.\d|\s*§)"
)
_CLOCKS: Final = re.compile(r"(?i)\bkl\.?\s*\d.*")
_HEAD: Final = re.compile(
    r"(?i)\b(?:datum|dag|tid|klockslag|plats|lokal|värd\w*|möte|organ|forum|grupp|vem"
    r"|anmärkning|kommentar|typ|månad|vecka|form|syfte|innehåll|övrigt)\b"
)
_DAY_HEAD: Final = re.compile(r"(?i)\b(?:datum|dag|mötesdag|när)\b")
_ACTIVITIES: Final = re.compile(r"(?i)aktivitet|åtgärd|insats|delmål|kostnad|budget")


@dataclass(frozen=True)
class DayInTable:
    """A day in a table, whose it is, and the cells that tell of it.

    It is sure to be of a calendar where the table's head says so.
    """

    day: FoundDay
    body: NamedBody | None
    beside: tuple[Piece, ...]
    heads: tuple[str, ...]
    is_sure: bool = False


def days_of_table(
    table: Table, piece_of: Callable[[Cell], Piece], year: int | None
) -> Iterator[DayInTable]:
    """Give the days of a calendar's table; other tables give none."""
    pieces = [tuple(piece_of(cell).strip() for cell in row) for row in table.rows]
    if not pieces or _ACTIVITIES.search(" ".join(p.text for p in pieces[0])):
        return
    head = pieces[0] if _is_head(pieces[0], year) else ()
    rows = pieces[1:] if head else pieces
    across = {n: body for n, cell in enumerate(head) if (body := _body(cell))}
    months = {n: m for n, cell in enumerate(head) if (m := month_named(cell.text))}
    for row in rows:
        if across and not months:
            yield from _of_row_of_bodies(row, across, year)
        elif len(months) > 1:
            yield from _of_row_of_months(row, months, year)
        else:
            yield from _of_row(row, head, year)


def _is_head(row: tuple[Piece, ...], year: int | None) -> bool:
    cells = [cell for cell in row if cell]
    if any(next(days_in(cell, year or 2000), None) for cell in cells):
        return False
    return any(
        _HEAD.search(cell.text) or _body(cell) or month_named(cell.text)
        for cell in cells
    )


def _body(cell: Piece) -> NamedBody | None:
    bodies = [b for b in bodies_in(cell) if b.kind is not BodyKind.SECRETARIAT]
    return bodies[0] if len({b.kind for b in bodies}) == 1 else None


def _of_row(
    row: tuple[Piece, ...], head: tuple[Piece, ...], year: int | None
) -> Iterator[DayInTable]:
    """Give the days of a row whose other cells tell of them."""
    own = next((body for cell in row if (body := _body(cell))), None)
    days = [list(days_in(cell, year)) for cell in row]
    # What stands in a cell with a day of its own is said of that day alone.
    others = [(n, c) for n, c in enumerate(row) if c and not days[n]]
    heads = ("", *(_head_text(head, n) for n, _ in others))
    for number, cell in enumerate(row):
        is_sure = _DAY_HEAD.search(_head_text(head, number)) is not None
        ends = [*(day.piece.start for day in days[number][1:]), cell.end]
        for day, end in zip(days[number], ends, strict=False):
            rest = Piece(cell.source, day.piece.end, end)
            beside = (rest, *(c for _, c in others))
            yield DayInTable(day, own, beside, heads, is_sure)


def _head_text(head: tuple[Piece, ...], number: int) -> str:
    return head[number].text if number < len(head) else ""


def _of_row_of_bodies(
    row: tuple[Piece, ...], across: dict[int, NamedBody], year: int | None
) -> Iterator[DayInTable]:
    month = next((m for cell in row if (m := month_named(_first_word(cell)))), None)
    for number, body in across.items():
        if number < len(row) and row[number]:
            for day in _days_of_cell(row[number], month, year):
                yield _in_cell(day, body, row[number])


def _of_row_of_months(
    row: tuple[Piece, ...], months: dict[int, int], year: int | None
) -> Iterator[DayInTable]:
    body = _body(row[0]) if row else None
    for number, month in months.items():
        if number < len(row) and row[number]:
            for day in _days_of_cell(row[number], month, year):
                yield _in_cell(day, body, row[number])


def _in_cell(day: FoundDay, body: NamedBody | None, cell: Piece) -> DayInTable:
    rest = Piece(cell.source, day.piece.end, cell.end)
    return DayInTable(day, body, (rest,), ("",), is_sure=True)


def _first_word(cell: Piece) -> str:
    return cell.text.split()[0] if cell.text.split() else ""


def _days_of_cell(
    cell: Piece, month: int | None, year: int | None
) -> Iterator[FoundDay]:
    """Give the days of a cell, which may be numbers in the row's month."""
    whole = list(days_in(cell, year))
    if whole or month is None or year is None:
        yield from whole
        return
    end = _CLOCKS.search(cell.text)
    for match in _NUMBER.finditer(cell.text, 0, end.start() if end else len(cell.text)):
        day, last = _date(year, month, match[1]), _date(year, month, match[2])
        if day:
            yield FoundDay(day, cell.group(match), last, "", has_year=False)


def _date(year: int, month: int, number: str | None) -> date | None:
    try:
        return date(year, month, int(number)) if number else None
    except ValueError:
        return None
