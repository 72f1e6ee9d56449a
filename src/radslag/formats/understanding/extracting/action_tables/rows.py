"""The rows of an action plan's table: activities, goals that stand over them, heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.action_tables.columns import (
    Columns,
    Says,
    columns_of,
    says_of,
)
from radslag.formats.understanding.extracting.action_tables.mixed import (
    parted,
    says_several,
)
from radslag.formats.understanding.extracting.goal_trees.tree import RANKS
from radslag.formats.understanding.source import Piece, Source, tidy

HEAD_ROWS: Final = 3
MOST_ABOVE: Final = 12
LONGEST_SECTION: Final = 400
# A wider table is no plan that somebody typed; no row of it slipped a step.
MOST_COLUMNS: Final = 60
A_YEAR: Final = 2000
SUM: Final = re.compile(
    r"(?i)^\W*(?:del)?(?:summa|total(?:t|en)?)\b"
    r"(?:\s+(?:för\s+)?(?:alla\s+)?(?:insatser|åtgärder|aktiviteter|kostnader)(?:na)?)?\W*$"
)
_DASH: Final = re.compile(r"\s*[-–—]\s*$")
_PARTED: Final = (Says.START, Says.END, Says.TIME, Says.COST, Says.RESPONSIBLE)
# What a column over two, "Avstämning 2031-05-02", has below it.
_NOTED: Final = (Says.STATUS, Says.FOLLOW_UP, Says.COMMENT)
FIGURE: Final = re.compile(r"[-–\d][\d .,]*(?:kr|tkr|mnkr|%)?")


@dataclass(frozen=True)
class Row:
    """A row: the goals it names by column, and what it says of an activity.

    `others` stand under heads that are not known, and `without` is the level for which
    a dash says that there is none. What became of the activity stands by its column.
    """

    goals: dict[int, Piece]
    says: dict[Says, list[Piece]]
    section: Piece | None = None
    is_shifted: bool = False
    others: list[tuple[str, Piece]] = field(default_factory=list)
    without: GoalLevel | None = None
    followed: dict[int, Piece] = field(default_factory=dict)

    @property
    def activity(self) -> Piece | None:
        """The activity, where the row has one."""
        found = self.says.get(Says.ACTIVITY, [])
        return found[0] if found else None


def head_of(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of a table, and how many rows its head takes."""
    for number in _may_be_heads(table):
        heads = [cell.text for cell in table.rows[number]]
        columns = columns_of(heads)
        lower = _lower_heads(table, number + 1)
        two = columns_of([low or up for up, low in zip(heads, lower, strict=False)])
        if columns and lower and two:
            return two, number + 2
        if columns:
            return columns, number + 1
    return None


def _may_be_heads(table: Table) -> Iterator[int]:
    """Give the numbers of the rows that may head the columns.

    A row with one filled cell is a title or a remark above the head, as in a sheet.
    """
    left = HEAD_ROWS
    for number, row in enumerate(table.rows[:MOST_ABOVE]):
        is_line = sum(bool(cell.text.strip()) for cell in row) == 1 and len(row) > 1
        if number < HEAD_ROWS or not is_line:
            yield number
        left -= not is_line
        if not left:
            return


def _lower_heads(table: Table, number: int) -> list[str]:
    """Return a head's second row, which parts some of its columns; else nothing.

    It says what the column says already, or a part of it, and no activity.
    """
    if number >= len(table.rows):
        return []
    cells = [cell.text.strip() for cell in table.rows[number]]
    said = [says_of(text) for text in cells if text]
    is_head = all(each in (*_PARTED, *_NOTED) for each in said) and len(said) > 1
    return cells if is_head and "" in cells else []


def group_of_notes(
    table: Table, first: int, columns: Columns
) -> Iterator[tuple[Cell, int]]:
    """Give the cell over a status and a comment, and the column of the comment."""
    if first < 2:  # noqa: PLR2004 - the head has one row.
        return
    upper = table.rows[first - 2]
    for status in columns.of(Says.STATUS):
        for comment in columns.of(Says.COMMENT):
            is_one = comment == status + 1 and not upper[comment].text.strip()
            if is_one and upper[status].text.strip():
                yield upper[status], comment


def rows_of(
    source: Source, table: Table, columns: Columns, first: int
) -> Iterator[Row]:
    """Give the rows below the head; heads that are repeated are left out."""
    written = _written_in_each(table, columns, first)
    for row in table.rows[first:]:
        said = [cell.text for cell in row]
        is_sum = SUM.match(said[columns.activity]) or SUM.match(said[0])
        if any(map(str.strip, said)) and not columns.is_head(said) and not is_sum:
            yield _without_goal(_row(source, row, columns), columns, written)


def _written_in_each(table: Table, columns: Columns, first: int) -> set[int]:
    """Return the columns of goals that say the same goal anew in row after row.

    Where a table does so, an empty cell is not that of the row above.
    """
    pairs = list(pairwise(table.rows[first:]))
    return {
        n
        for n in columns.goals
        if any(a[n].text.strip() and a[n].text == b[n].text for a, b in pairs)
    }


def _without_goal(row: Row, columns: Columns, written: set[int]) -> Row:
    """Return a row that has none of a level whose goals are written in each row."""
    if row.section or row.without or row.activity is None:
        return row
    empty = (columns.goals[n] for n in written if n not in row.goals)
    without = min(empty, key=RANKS.__getitem__, default=None)
    return replace(row, without=without) if without else row


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
    followed = {n: pieces[n] for n in columns.of(Says.FOLLOW_UP) if pieces[n]}
    for number, each in sorted(columns.says.items()):
        kinds = says_several(columns.heads[number])
        if pieces[number] and kinds:
            for said, words in parted(pieces[number], kinds):
                says.setdefault(said, []).append(words)
        elif pieces[number] and number not in followed:
            says.setdefault(each, []).append(pieces[number])
    for number in columns.unnamed:
        if pieces[number] and number not in columns.says:
            says.setdefault(Says.COMMENT, []).append(pieces[number])
    goals = {n: pieces[n] for n in columns.goals if pieces[n]}
    others = [(tidy(columns.heads[n]), pieces[n]) for n in columns.unknown if pieces[n]]
    without = _dashed(row, columns)
    return Row(goals, says, None, is_shifted, others, without, followed)


def _dashed(row: tuple[Cell, ...], columns: Columns) -> GoalLevel | None:
    """Return the highest level for which a row has a dash: it has no such goal."""
    dashed = (level for n, level in columns.goals.items() if _DASH.match(row[n].text))
    return min(dashed, key=RANKS.__getitem__, default=None)


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
    is_last_unnamed = columns.unnamed[-1:] == [len(pieces) - 1]
    if not is_last_unnamed or not pieces[-1] or len(pieces) > MOST_COLUMNS:
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
