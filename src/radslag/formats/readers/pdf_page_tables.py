"""A PDF page's lines with its tables among them: those closed by rules, and open ones.

A table is only taken where it holds every letter that is drawn in its frame; two ways
of reading the page count them.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from radslag.formats.readers.characters import letters
from radslag.formats.readers.model import Box, Remark
from radslag.formats.readers.open_tables import open_tables
from radslag.formats.readers.page_blocks import Item, PageTable, with_tables
from radslag.formats.readers.page_lines import (
    PageLine,
    beside,
    gutter_of,
    in_order,
    is_beside,
)
from radslag.formats.readers.pdf_boxes import Handle
from radslag.formats.readers.pdf_drawn import Drawn
from radslag.formats.readers.pdf_tables import (
    FEWEST_UPRIGHTS,
    FoundTable,
    TableFinder,
    may_hold_table,
)
from radslag.formats.readers.pdf_text import Frame
from radslag.formats.readers.pdf_words import words_on

# So many gaps in a page's lines may part the columns of a table.
FEWEST_GAPS = 2
NEAR, SHARE_BELOW = 3.0, 0.4


class SeenPage(NamedTuple):
    """A page as the library sees it, while it is open."""

    text: Handle
    frame: Frame
    number: int
    drawn: Drawn


class TablesOnPages:
    """Finds the tables of one file's pages, in the pages' order."""

    def __init__(self, content: bytes, remarks: list[Remark]) -> None:
        self.finder = TableFinder(content)
        self.remarks = remarks

    def items(self, lines: list[PageLine], page: SeenPage) -> list[Item]:
        """Return the page's lines, those in a table exchanged for the table."""
        tables: list[PageTable] = []
        is_open = page.drawn.uprights < FEWEST_UPRIGHTS and not is_tiled(page.drawn)
        rest = lines
        if is_open:
            rest = self.add_open(tables, rest, page)
        if not tables:
            rest = self.add_closed(tables, rest, page)
        if not is_open:
            rest = self.add_open(tables, rest, page)
        return with_tables(in_order(rest), tables, page.frame.shown_height)

    def close(self) -> None:
        """Let go of the file."""
        self.finder.close()

    def add_closed(
        self, tables: list[PageTable], lines: list[PageLine], page: SeenPage
    ) -> list[PageLine]:
        """Add the tables that rules or frames close; return the lines beside them."""
        if not (may_hold_table(page.drawn) or self.finder.goes_on(page.number)):
            return lines
        try:
            found = list(self.finder.tables(page.number))
        except Exception:
            what = "Tabellerna gick inte att läsa som tabeller; texten är läst."
            self.remarks.append(Remark(what, f"sida {page.number}"))
            return lines
        return add(tables, found, lines, page.number)

    def add_open(
        self, tables: list[PageTable], lines: list[PageLine], page: SeenPage
    ) -> list[PageLine]:
        """Add the tables that nothing closes; return the lines beside them."""
        if gaps_in(lines) < FEWEST_GAPS or gutter_of(beside(lines)) is not None:
            return lines
        words = [
            word
            for word in words_on(page.text, page.frame)
            if not any(is_in(word.box, table.found.box) for table in tables)
        ]
        return add(tables, open_tables(words, page.drawn), lines, page.number)


def add(
    tables: list[PageTable],
    found: Iterable[FoundTable],
    lines: list[PageLine],
    number: int,
) -> list[PageLine]:
    """Add the tables that hold all that is drawn in them; return the other lines."""
    rest = lines
    for table in found:
        within = [line for line in rest if is_in(line.box, table.box)]
        if agrees(table, within):
            tables.append(PageTable(table, number))
            taken = set(map(id, within))
            rest = [line for line in rest if id(line) not in taken]
    return rest


def agrees(table: FoundTable, lines: Iterable[PageLine]) -> bool:
    """Tell whether the table holds the letters that were drawn in its frame."""
    read = sum(letters(cell) for row in table.rows for cell in row)
    return read == sum(letters(line.text) for line in lines)


def gaps_in(lines: Iterable[PageLine]) -> int:
    """Return how many gaps part the page's lines, or stand between two on a height."""
    return sum(is_beside(*pair) for pair in pairwise(lines)) + sum(
        line.text.count("\t") for line in lines
    )


def is_tiled(drawn: Drawn) -> bool:
    """Tell whether most frames stand right below another, as those of cells do.

    Shades behind every other row do not.
    """
    ends = sorted((round(box.left / NEAR), box.bottom) for box in drawn.frames)
    below = sum(
        any(
            stands_at(ends, round(box.left / NEAR) + off, box.top) for off in (-1, 0, 1)
        )
        for box in drawn.frames
    )
    return below > SHARE_BELOW * len(drawn.frames)


def stands_at(ends: Sequence[tuple[int, float]], left: int, y: float) -> bool:
    """Tell whether something that begins so far left ends near so far down."""
    at = bisect(ends, (left, y - NEAR))
    return at < len(ends) and ends[at][0] == left and ends[at][1] < y + NEAR


def is_in(box: Box, frame: Box) -> bool:
    """Tell whether a line's middle lies within a table's frame."""
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return frame.left <= across <= frame.right and frame.top <= down <= frame.bottom
