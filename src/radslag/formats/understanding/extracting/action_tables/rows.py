"""The rows of an action plan's table: activities, goals that stand over them, heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.action_tables.columns import (
    Columns,
    Says,
    columns_of,
    says_of,
)
from radslag.formats.understanding.source import Piece, Source

HEAD_ROWS: Final = 3
LONGEST_SECTION: Final = 400
A_YEAR: Final = 2000
SUM: Final = re.compile(r"(?i)^\W*(?:del)?(?:summa|total(?:t|en)?)\b\W*$")
_PARTED: Final = (Says.START, Says.END, Says.TIME, Says.COST, Says.RESPONSIBLE)
FIGURE: Final = re.compile(r"[-–\d][\d .,]*(?:kr|tkr|mnkr|%)?")


@dataclass(frozen=True)
class Row:
    """A row: the goals it names by column, and what it says of an activity."""

    goals: dict[int, Piece]
    says: dict[Says, list[Piece]]
    section: Piece | None = None
    is_shifted: bool = False
    labels: dict[int, str] = field(default_factory=dict)

    @property
    def activity(self) -> Piece | None:
        """The activity, where the row has one."""
        found = self.says.get(Says.ACTIVITY, [])
        return found[0] if found else None


def head_of(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of a table, and how many rows its head takes."""
    for number, row in enumerate(table.rows[:HEAD_ROWS]):
        heads = [cell.text for cell in row]
        columns = columns_of(heads)
        lower = _lower_heads(table, number + 1)
        two = columns_of([low or up for up, low in zip(heads, lower, strict=False)])
        if columns and lower and two:
            return two, number + 2
        if columns:
            return columns, number + 1
    return None


def _lower_heads(table: Table, number: int) -> list[str]:
    """Return a head's second row, which parts some of its columns; else nothing.

    It says what the column says already, or a part of it, and no activity.
    """
    if number >= len(table.rows):
        return []
    cells = [cell.text.strip() for cell in table.rows[number]]
    said = [says_of(text) for text in cells if text]
    is_head = all(each in _PARTED for each in said) and len(said) > 1
    return cells if is_head and "" in cells else []


def rows_of(
    source: Source, table: Table, columns: Columns, first: int
) -> Iterator[Row]:
    """Give the rows below the head; heads that are repeated are left out."""
    for row in table.rows[first:]:
        said = [cell.text for cell in row]
        is_sum = SUM.match(said[columns.activity]) or SUM.match(said[0])
        if any(map(str.strip, said)) and not columns.is_head(said) and not is_sum:
            yield _row(source, row, columns)


def is_continued(table: Table, columns: Columns) -> bool:
    """Tell whether a table without a head may go on where another ended.

    It is as wide, has no head of its own, and is no table of figures.
    """
    is_as_wide = len(table.rows[0]) == len(columns.heads)
    return is_as_wide and not table.header_rows and not _is_of_figures(table)


def _is_of_figures(table: Table) -> bool:
    said = [c.text.strip() for row in table.rows for c in row[1:] if c.text.strip()]
    figures = [text for text in said if FIGURE.fullmatch(text)]
    return len(figures) * 2 > len(said)


def _row(source: Source, row: tuple[Cell, ...], columns: Columns) -> Row:
    pieces = [_said(source.piece(cell).strip()) for cell in row]
    filled = [n for n, piece in enumerate(pieces) if piece]
    if _is_section(pieces, filled, columns):
        return Row({}, {}, section=pieces[filled[0]])
    pieces, is_shifted = _aligned(pieces, columns)
    says: dict[Says, list[Piece]] = {}
    for number, each in sorted(columns.says.items()):
        if pieces[number]:
            says.setdefault(each, []).append(pieces[number])
    for number in columns.unnamed:
        if pieces[number] and number not in columns.says:
            says.setdefault(Says.COMMENT, []).append(pieces[number])
    goals = {n: pieces[n] for n in columns.goals if pieces[n]}
    return Row(goals, says, is_shifted=is_shifted)


def _said(piece: Piece) -> Piece:
    """Return a cell's words; a mere dash says nothing."""
    is_empty = not any(map(str.isalnum, piece.text))
    return piece.part(0, 0) if is_empty else piece


def _is_section(pieces: list[Piece], filled: list[int], columns: Columns) -> bool:
    """Tell whether a row only names what the rows below it are about."""
    if len(filled) != 1 or len(pieces[filled[0]].text) > LONGEST_SECTION:
        return False
    if filled[0] == 0 and columns.activity != 0:
        return 0 not in columns.goals or len(columns.goals) > 1 or _is_wide(columns)
    return filled[0] == 0 and len(columns.heads) > 2  # noqa: PLR2004 - else a bare activity.


def _is_wide(columns: Columns) -> bool:
    return len(columns.heads) > 2  # noqa: PLR2004 - a goal, an activity and more.


def _aligned(pieces: list[Piece], columns: Columns) -> tuple[list[Piece], bool]:
    """Put a row that slipped a step to the right, over an empty cell, back in place."""
    if not (columns.unnamed and columns.unnamed[-1] == len(pieces) - 1 and pieces[-1]):
        return pieces, False
    empty = Piece(pieces[-1].source, pieces[-1].end, pieces[-1].end)
    ways = [
        [*pieces[:n], *pieces[n + 1 :], empty]
        for n, piece in enumerate(pieces)
        if not piece and n > columns.activity
    ]
    best = max(ways, key=lambda way: _fit(way, columns), default=pieces)
    return (
        (best, True) if _fit(best, columns) > _fit(pieces, columns) else (pieces, False)
    )


def _fit(pieces: list[Piece], columns: Columns) -> int:
    """Return how well the cells suit their columns: whether a time is a time."""
    return sum(
        1 if understand_time(str(pieces[n]), A_YEAR).kind != "unknown" else -1
        for n in columns.of(Says.TIME)
        if pieces[n]
    )
