"""Tables that no rules close: with rules or shades between rows only, or with none.

Columns are what stands below each other with a gap beside it all the way down. Such a
table is believed where rules or shades are drawn across it, and otherwise only where
three columns or more are filled, or figures stand below each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from radslag.formats.readers.model import Box
from radslag.formats.readers.open_lines import (
    COLUMN_GAP,
    Extent,
    SeenLine,
    frame_around,
    joined_up,
    seen_lines,
)
from radslag.formats.readers.open_rows import is_apart, rows_in
from radslag.formats.readers.pdf_drawn import Drawn
from radslag.formats.readers.pdf_tables import FoundTable
from radslag.formats.readers.pdf_words import PlacedWord
from radslag.formats.readers.tab_tables import NUMBER, header_rows

LEADERS = re.compile(r"\.{4}|…{2}|(?:\. ){3}|_{4}")
PAGE = re.compile(r"\d{1,3}$")
# Further apart than this many letters' heights, lines are not of one table.
FURTHEST = 3.5
# A rule this near is above or below the line, and belongs to its row.
NEAR = 0.9
THIN, TIGHT = 2.0, 1.25
FEWEST_COLUMNS, FEWEST_ROWS, MANY_COLUMNS = 2, 2, 3
FEWEST_RULES, MANY_LINES = 3, 12
SHARE_ACROSS, SHARE_OF_FIGURES, SHARE_FILLED = 0.6, 0.6, 0.5
LONG_CELL = 60


class Edges:
    """How far down a page rules and shades are drawn across it."""

    def __init__(self, drawn: Drawn) -> None:
        self.rules = [(box.top, box) for box in drawn.rule_boxes]
        self.shades = [
            (edge, box) for box in drawn.frames for edge in (box.top, box.bottom)
        ]

    def across(self, extent: Extent) -> list[float]:
        """Return where something is drawn over most of an extent, from the top."""
        ordered = sorted(
            (y, box.left, box.right) for y, box in (*self.rules, *self.shades)
        )
        found: list[float] = []
        for y, at in groupby(ordered, key=lambda edge: round(edge[0] / THIN)):
            pieces = joined_up((Extent(left, right) for _, left, right in at), THIN)
            covered = sum(
                max(0, min(piece.right, extent.right) - max(piece.left, extent.left))
                for piece in pieces
            )
            if covered > SHARE_ACROSS * (extent.right - extent.left):
                found.append(y * THIN)
        return found


class Region:
    """Lines below each other that keep the same columns."""

    def __init__(self, first: SeenLine) -> None:
        self.lines = [first]
        self.columns = first.chunks
        self.over: set[int] = set()
        self.last_parted = 0

    @property
    def extent(self) -> Extent:
        """How far across the page the columns reach."""
        return Extent(self.columns[0].left, self.columns[-1].right)

    def takes(self, line: SeenLine, edges: Edges) -> bool:
        """Take a line if it stands in the columns, or is a row over several."""
        last = self.lines[-1]
        if line.top - last.bottom > FURTHEST * line.size:
            return False
        if LEADERS.search(line.text):
            return False
        wider = joined_up((*self.columns, *line.chunks), COLUMN_GAP * line.size)
        if self.crosses(line):
            if not self.is_between(line, edges):
                return False
            self.over.add(len(self.lines))
        else:
            self.columns = wider
        self.lines.append(line)
        if line.is_parted:
            self.last_parted = len(self.lines) - 1
        return True

    def crosses(self, line: SeenLine) -> bool:
        """Tell whether some part of a line reaches over the gap between columns.

        What no line has had apart is one column, whose head stands beside its figures.
        """
        near = COLUMN_GAP * line.size
        return any(
            self.are_apart([c for c in self.columns if meets(chunk, c, near)])
            for chunk in line.chunks
        )

    def are_apart(self, columns: Sequence[Extent]) -> bool:
        """Tell whether some line has words in more than one of the columns."""
        return len(columns) > 1 and any(
            sum(
                any(meets(chunk, column, 0) for chunk in line.chunks)
                for column in columns
            )
            > 1
            for at, line in enumerate(self.lines)
            if at not in self.over
        )

    def rise(self, above: Sequence[SeenLine]) -> int:
        """Take the lines right above that begin cells before the first does.

        They stand beside it, or over a column further in. Returns how many were taken.
        """
        taken = 0
        for line in reversed(above):
            first = self.lines[0]
            is_beside = line.bottom > first.top + THIN
            is_over = (
                first.bottom - line.bottom < TIGHT * line.size
                and line.chunks[0].left > self.columns[0].right
            )
            if line.is_parted or self.crosses(line) or not (is_beside or is_over):
                break
            self.columns = joined_up(
                (*self.columns, *line.chunks), COLUMN_GAP * line.size
            )
            self.lines.insert(0, line)
            self.last_parted += 1
            taken += 1
        return taken

    def is_between(self, line: SeenLine, edges: Edges) -> bool:
        """Tell whether a line stands close between two rules or a shade's edges."""
        drawn = edges.across(self.extent)
        room = NEAR * line.size
        return any(0 <= line.top - y + THIN < room for y in drawn) and any(
            0 <= y - line.bottom + THIN < room for y in drawn
        )

    def trim(self, edges: Edges) -> None:
        """Let go of lines after the last that is parted, but those that go on there."""
        kept = self.last_parted
        drawn = edges.across(self.extent)
        while kept + 1 < len(self.lines):
            last, line = self.lines[kept], self.lines[kept + 1]
            is_closed = any(
                0 <= y - line.bottom + THIN < NEAR * line.size for y in drawn
            ) and not any(last.middle < y < line.middle for y in drawn)
            if is_apart(last, line, 0) and not is_closed and kept + 1 not in self.over:
                break
            if any(last.middle < y < line.middle for y in drawn) and not any(
                line.middle < y for y in drawn
            ):
                break
            kept += 1
        del self.lines[kept + 1 :]


def meets(chunk: Extent, column: Extent, near: float) -> bool:
    """Tell whether words stand above or below a column, or nearly do."""
    return chunk.left < column.right + near and column.left < chunk.right + near


def open_tables(words: Iterable[PlacedWord], drawn: Drawn) -> Iterator[FoundTable]:
    """Give the page's tables that rules do not close."""
    lines = seen_lines(words)
    edges = Edges(drawn)
    at = free = 0
    while at < len(lines):
        if not lines[at].is_parted or LEADERS.search(lines[at].text):
            at += 1
            continue
        region = Region(lines[at])
        above = region.rise(lines[free:at])
        after = at + 1
        while after < len(lines) and region.takes(lines[after], edges):
            after += 1
        region.trim(edges)
        table = table_of(region, edges)
        if table is None:
            # Where many lines were no table, fewer of them are not either.
            at += 1 if len(region.lines) < MANY_LINES else len(region.lines) - above
        else:
            yield table
            at += len(region.lines) - above
            free = at


def table_of(region: Region, edges: Edges) -> FoundTable | None:
    """Return a region as a table, if it is one."""
    columns = region.columns
    if len(columns) < FEWEST_COLUMNS or len(region.lines) < FEWEST_ROWS:
        return None
    inside = edges.across(region.extent)
    rows = rows_in(region.lines, columns, inside)
    texts = [row.texts for row in rows]
    top, bottom = region.lines[0], region.lines[-1]
    near = [
        y
        for y in inside
        if top.top - NEAR * top.size < y < bottom.bottom + NEAR * bottom.size
    ]
    is_drawn = len(near) >= FEWEST_RULES or any(
        top.top - NEAR * top.size < y < bottom.bottom
        for y, _ in edges.shades
        if y in inside
    )
    if not is_believed(texts, is_drawn=is_drawn):
        return None
    return FoundTable(
        box_of(region.lines),
        texts,
        [box_of(row.lines) for row in rows],
    )


def is_believed(rows: Sequence[Sequence[str]], *, is_drawn: bool) -> bool:
    """Tell whether rows are a table, and not things that happen to be beside."""
    width = len(rows[0])
    several = [row for row in rows if sum(map(bool, row)) > 1]
    if len(rows) < FEWEST_ROWS or len(several) < max(FEWEST_ROWS, len(rows) // 3):
        return False
    if is_contents(rows):
        return False
    if is_drawn:
        return True
    if any(len(cell) > LONG_CELL * 2 for row in rows for cell in row):
        return False
    if width >= MANY_COLUMNS:
        filled = [row for row in rows if sum(map(bool, row)) >= MANY_COLUMNS]
        return len(rows) >= FEWEST_ROWS + 1 and len(filled) >= SHARE_FILLED * len(rows)
    return len(rows) > FEWEST_ROWS and (has_figures(rows) or header_rows(rows) > 0)


def is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are a list of contents: the last column counts pages."""
    last = [row[-1] for row in rows if row[-1]]
    if not all(PAGE.match(cell) for cell in last):
        return False
    pages = [int(cell) for cell in last]
    return len(pages) >= MANY_COLUMNS and pages == sorted(pages)


def has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether figures stand below each other in the last column."""
    last = [row[-1] for row in rows[1:] if row[-1]]
    figures = [cell for cell in last if NUMBER.match(cell)]
    return len(figures) > 1 and len(figures) >= SHARE_OF_FIGURES * len(last)


def box_of(lines: Sequence[SeenLine]) -> Box:
    """Return the frame around lines."""
    return frame_around(word for line in lines for word in line.words)
