"""Calendars that are tables: a row for each day, or bodies across and months down."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.clocks import clock_in
from radslag.formats.understanding.wording.days import (
    FoundDay,
    days_in,
    month_named,
    weekday_named,
)

_NUMBER: Final = re.compile(
    r"(?<![\d.:/])(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?(?![\d:/]|\.\d|\s*§)"
)
_CLOCKS: Final = re.compile(r"(?i)\bkl\.?\s*\d.*")
_HEAD: Final = re.compile(
    r"(?i)\b(?:datum|dag|tid|klockslag|plats|lokal|värd\w*|möte|organ|forum|grupp|vem"
    r"|anmärkning|kommentar|typ|månad|vecka|form|syfte|innehåll|övrigt)\b"
)
_WHOSE_HEAD: Final = re.compile(
    r"(?i)\W*(?:organ|forum|grupp|vem|vilka|möte|sammanträde|nämnd|instans|för\s+vem)\w*\W*$"
)
_CLOCK_HEAD: Final = re.compile(r"(?i)\W*(?:tid|klockslag|klockan|kl)\w*\.?\W*$")
_DAY_HEAD: Final = re.compile(r"(?i)\b(?:datum|dag|mötesdag|när)\b")
# A column for networks of any kind, or for what else happens.
_LOOSE: Final = re.compile(
    r"(?i)\bannat\b|\bövrig(?:t|a)\b|\bm\.\s?m\.|\bmed mera\b|^\W*händelser?\W*$"
    r"|^\W*(?:nätverk|(?:arbets)?grupper|nätverk och (?:arbets)?grupper)\W*$"
)
_WEEKDAY: Final = re.compile(r"(?i)(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag\w*)?\.?")
_ACTIVITIES: Final = re.compile(r"(?i)aktivitet|åtgärd|insats|delmål|kostnad|budget")


# A column's head may name the leading body without its article.
_ALONE: Final = re.compile(
    r"(?i)^(?P<name>styrelse|råd|nämnd|kommitté|direktion)(?:ns|ens|ets|s)?-?"
    r"(?:möten?|sammanträden?)?(?=\s*(?:\(.*)?$)"
)


@dataclass(frozen=True)
class DayInTable:
    """A day in a table, whose it is, and the cells that tell of it.

    It is sure to be of a calendar where the table's head says so. What is named in a
    column for this and that, and is no body, is no meeting.
    """

    day: FoundDay
    body: NamedBody | None
    beside: tuple[Piece, ...]
    heads: tuple[str, ...]
    is_sure: bool = False
    named: Piece | None = None


def days_of_table(
    table: Table, piece_of: Callable[[Cell], Piece], year: int | None
) -> Iterator[DayInTable]:
    """Give the days of a calendar's table; other tables give none."""
    pieces = [tuple(piece_of(cell).strip() for cell in row) for row in table.rows]
    if not pieces or _ACTIVITIES.search(" ".join(p.text for p in pieces[0])):
        return
    head = pieces[0] if _is_head(pieces[0], year) else ()
    rows = pieces[1:] if head else pieces
    loose = {n for n, cell in enumerate(head) if _LOOSE.search(cell.text)}
    across = {n: body for n, cell in enumerate(head) if (body := _body(cell))}
    across = {n: body for n, body in across.items() if n not in loose}
    months = {n: m for n, cell in enumerate(head) if (m := month_named(cell.text))}
    clocks = {
        n: rest for n, body in across.items() if (rest := _clock_of_head(head[n], body))
    }
    for row in rows if across or months else _carried(rows, head):
        if across and not months and (told := list(_by_mark(row, head, across, year))):
            yield from told
        elif across and not months:
            for found, number in _of_row_of_bodies(row, across, year):
                usual = (clocks[number],) if number in clocks else ()
                beside = (*usual, *found.beside)
                yield replace(found, beside=beside, heads=("",) * len(beside))
            yield from _of_loose_cells(row, loose, year)
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
    alone = _ALONE.match(cell.text)
    if alone:
        words = cell.group(alone, "name")
        return NamedBody(BodyKind.COMMITTEE, words, is_weak=True)
    bodies = [b for b in bodies_in(cell) if b.kind is not BodyKind.SECRETARIAT]
    return bodies[0] if len({b.kind for b in bodies}) == 1 else None


def _carried(
    rows: Sequence[tuple[Piece, ...]], head: tuple[Piece, ...]
) -> Iterator[tuple[Piece, ...]]:
    """Give the rows; a cell for several rows says its body and its clock in each."""
    whose = {n for n, cell in enumerate(head) if _WHOSE_HEAD.match(cell.text)}
    clocks = {n for n, cell in enumerate(head) if _CLOCK_HEAD.match(cell.text)}
    above: tuple[Piece, ...] = ()
    for row in rows:
        same = {n for n in whose if n < len(above) and not row[n] and _body(above[n])}
        kept = same | {n for n in clocks if same and n < len(above) and not row[n]}
        above = tuple(above[n] if n in kept else cell for n, cell in enumerate(row))
        yield above


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
) -> Iterator[tuple[DayInTable, int]]:
    """Give the days of each body's cell, with the number of its column."""
    month = next((m for cell in row if (m := month_named(_first_word(cell)))), None)
    for number, body in across.items():
        if number < len(row) and row[number]:
            for day in _days_of_cell(row[number], month, year):
                yield _in_cell(day, body, row[number]), number


def _by_mark(
    row: tuple[Piece, ...],
    head: tuple[Piece, ...],
    across: dict[int, NamedBody],
    year: int | None,
) -> Iterator[DayInTable]:
    """Give the day in front of a row to each body with a mark or a clock of its own."""
    days = list(days_in(row[0], year))
    marked = [n for n in across if n < len(row) and row[n]]
    if 0 in across or len(days) != 1 or any(_has_day(row[n], year) for n in marked):
        return
    rest = Piece(row[0].source, days[0].piece.end, row[0].end)
    others = [(n, c) for n, c in enumerate(row) if n and n not in across and c]
    heads = ("", "tid", *(_head_text(head, n) for n, _ in others))
    for number in marked:
        beside = (rest, row[number], *(cell for _, cell in others))
        yield DayInTable(days[0], across[number], beside, heads, is_sure=True)


def _has_day(cell: Piece, year: int | None) -> bool:
    return next(days_in(cell, year), None) is not None


def _clock_of_head(cell: Piece, body: NamedBody) -> Piece | None:
    """Return what a head says after its body, where that is when the body meets."""
    rest = Piece(cell.source, body.piece.end, cell.end)
    return rest if clock_in(rest) else None


def _of_loose_cells(
    row: tuple[Piece, ...], loose: set[int], year: int | None
) -> Iterator[DayInTable]:
    """Give the days of cells that name their own body, or something else."""
    month = next((m for cell in row if (m := month_named(_first_word(cell)))), None)
    for cell in (row[n] for n in sorted(loose) if n < len(row)):
        for part in cell.split(r"\n|;"):
            body = _body(part)
            for day in _days_of_cell(part, month, year):
                before = part.part(0, day.piece.start - part.start).strip(" ,:–-")
                found = _in_cell(day, body, part)
                yield found if body else replace(found, named=before)


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
            weekday = _weekday_before(cell.text[: match.start()])
            yield FoundDay(day, cell.group(match), last, weekday, has_year=False)


def _weekday_before(text: str) -> str:
    word = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    return weekday_named(word) if _WEEKDAY.fullmatch(word) else ""


def _date(year: int, month: int, number: str | None) -> date | None:
    try:
        return date(year, month, int(number)) if number else None
    except ValueError:
        return None
