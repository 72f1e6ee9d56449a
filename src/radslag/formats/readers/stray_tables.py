"""Tables of stray HTML in a text: their cells in place, also where tables are nested.

Tags are gone through once, whatever they are, so that no text takes long.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from radslag.formats.readers.stray_html import BREAK
from radslag.formats.readers.tab_tables import header_rows

TOKEN = re.compile(r"<(/?)(table|caption|tr|td|th)\b([^<>]*)>", re.IGNORECASE)
SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
CELLS = ("td", "th")
WIDEST_SPAN = 100
# Tables within tables further down are text in their cell.
DEEPEST = 5
FEWEST, MANY = 2, 3


class Cell(NamedTuple):
    """A cell: its text as it stands in the file, and how far it reaches."""

    pieces: list[str]
    columns: int = 1
    rows: int = 1
    is_head: bool = False


class Row(NamedTuple):
    """A row: where in the file it begins, and its cells."""

    start: int
    cells: list[Cell]


@dataclass
class StrayTable:
    """A table: from where to where in the file, its rows, and tables in its cells."""

    start: int
    end: int = 0
    captions: list[Cell] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    within: list["StrayTable"] = field(default_factory=list)
    # What the text between tags belongs to.
    cell: Cell | None = None

    def begin(self, tag: str, start: int, attributes: str) -> None:
        """Begin a row, a cell or a caption."""
        self.cell = None
        if tag == "tr" or (tag in CELLS and not self.rows):
            self.rows.append(Row(start, []))
        if tag in CELLS:
            spans = {name.lower(): int(said) for name, said in SPAN.findall(attributes)}
            columns = min(max(spans.get("col", 1), 1), WIDEST_SPAN)
            self.cell = Cell([], columns, spans.get("row", 1), tag == "th")
            self.rows[-1].cells.append(self.cell)
        elif tag == "caption":
            self.cell = Cell([])
            self.captions.append(self.cell)

    def grid(self) -> list[list[Cell | None]]:
        """Return the rows' cells; what a wide or high cell covers is empty."""
        covered: set[tuple[int, int]] = set()
        grid: list[list[Cell | None]] = []
        for at, row in enumerate(self.rows):
            placed: list[Cell | None] = []
            for cell in row.cells:
                while (at, len(placed)) in covered:
                    placed.append(None)
                left = len(self.rows) - at
                for below in range(1, min(cell.rows or left, left)):
                    covered |= {
                        (at + below, len(placed) + x) for x in range(cell.columns)
                    }
                placed += [cell, *[None] * (cell.columns - 1)]
            grid.append(placed)
        return grid

    def hold(self, inner: "StrayTable") -> None:
        """Hold a table in a cell: for itself, or as the cell's lines if it is small."""
        if self.cell is None or inner.is_own():
            self.within.append(inner)
            return
        self.cell.pieces.extend("".join(each.pieces) for each in inner.captions)
        for row in inner.rows:
            said = (" ".join(cell.pieces) for cell in row.cells)
            self.cell.pieces.append(BREAK + " ".join(said))
        self.cell.pieces.append(BREAK)

    def is_own(self) -> bool:
        """Tell whether a table in a cell is one of its own, and not lines there."""
        texts = [["".join(cell.pieces) for cell in row.cells] for row in self.rows]
        filled = [row for row in texts if any(map(str.strip, row))]
        width = max(map(len, filled), default=0)
        if len(filled) < FEWEST or width < FEWEST:
            return False
        is_headed = all(cell.is_head for cell in self.rows[0].cells)
        return width >= MANY or is_headed or header_rows(filled) > 0


def tables_in(text: str) -> Iterator[StrayTable]:
    """Give the tables of a text in their order; those in cells are within others."""
    tokens = list(TOKEN.finditer(text))
    ends = dict(pairs(tokens))
    opened: list[StrayTable] = []
    last = 0
    for at, token in enumerate(tokens):
        tag, is_end = token[2].lower(), token[1] == "/"
        if opened and opened[-1].cell is not None:
            opened[-1].cell.pieces.append(text[last : token.start()])
        last = token.end()
        if tag == "table" and not is_end and at in ends and len(opened) < DEEPEST:
            opened.append(StrayTable(token.start(), tokens[ends[at]].end()))
        elif tag == "table" and opened and token.end() == opened[-1].end:
            closed = opened.pop()
            if opened:
                opened[-1].hold(closed)
            else:
                yield closed
        elif opened and tag != "table":
            step(opened[-1], token, tag, is_end=is_end)


def step(table: StrayTable, token: re.Match[str], tag: str, *, is_end: bool) -> None:
    """Let a table's row, cell or caption begin or end."""
    if is_end:
        table.cell = None
    else:
        table.begin(tag, token.start(), token[3])


def pairs(tokens: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give which token begins a table and which ends it; those without are left out."""
    begun: list[int] = []
    for at, token in enumerate(tokens):
        if token[2].lower() != "table":
            continue
        if token[1] != "/":
            begun.append(at)
        elif begun:
            yield begun.pop(), at
