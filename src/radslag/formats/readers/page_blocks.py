"""Lines on pages into blocks: by their size, weight and distance from each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from radslag.formats.readers import margins, tab_tables
from radslag.formats.readers.characters import letters
from radslag.formats.readers.composing import Draft, Spot, paragraph, table
from radslag.formats.readers.headings import (
    is_bullet,
    item_of,
    looks_like_heading,
    numbered_heading,
)
from radslag.formats.readers.line_blocks import LineBlocks, is_contents_line
from radslag.formats.readers.model import Part
from radslag.formats.readers.page_lines import PageLine
from radslag.formats.readers.page_pieces import ROUGHLY, Piece, add_line, rounded
from radslag.formats.readers.pdf_tables import FoundTable
from radslag.formats.readers.stitching import stitched
from radslag.formats.readers.text_lines import Line

LARGER = 1.12
SHORT_CELL = 40
ALIKE = 0.1
DEEPEST_BY_SIZE = 4
EDGE = 0.12
EDGE_LINES = 3
NEAR_SIZE = 1 / ROUGHLY
# Marks a table that was found by its rules, and not by gaps in lines.
FOUND = "found"


class PageTable(NamedTuple):
    """A table where it stands among a page's lines."""

    found: FoundTable
    page: int


Item: TypeAlias = PageLine | PageTable


class PageContent(NamedTuple):
    """A page's lines and tables in reading order, and its size."""

    number: int
    width: float
    height: float
    items: Sequence[Item]


@dataclass
class Seen:
    """What earlier pieces of the document have shown of how it is written."""

    has_styles: bool
    has_title: bool = False
    has_numbers: bool = False


def bold_lines(pages: Iterable[PageContent]) -> Iterator[bool]:
    """Tell of each line whether it is bold."""
    return (
        isinstance(item, PageLine) and item.is_bold
        for page in pages
        for item in page.items
    )


def drafts_of(pages: Sequence[PageContent], *, by_size: bool = True) -> list[Draft]:
    """Return the drafts of all pages, what stands in their margins apart."""
    apart = margins_of(pages)
    sizes = levels_by_size(pages) if by_size else {}
    seen = Seen(has_styles=bool(sizes) or any(bold_lines(pages)))
    drafts: list[Draft] = []
    pieces: list[Piece] = []
    for page in pages:
        right = right_edge(page)
        for number, item in enumerate(page.items, start=1):
            if isinstance(item, PageTable):
                drafts += blocks_of(pieces, seen)
                pieces = []
                drafts.append(table_draft(item, number))
            elif part := apart.get((page.number, item)):
                spot = Spot(page.number, number, item.box)
                drafts.append(paragraph(item.text, spot, part))
            elif item.is_hidden:
                spot = Spot(page.number, number, item.box)
                drafts.append(paragraph(item.text, spot, Part.HIDDEN))
            else:
                add_line(pieces, item, number, right, sizes)
    return list(stitched([*drafts, *blocks_of(pieces, seen)]))


def margins_of(pages: Sequence[PageContent]) -> dict[tuple[int, PageLine], Part]:
    """Return the lines that repeat at the pages' edges, and the pages' numbers."""
    edges = {page.number: list(at_edges(page)) for page in pages}
    again = margins.repeated(
        {number: [line.text for line, _ in lines] for number, lines in edges.items()}
    )
    return {
        (number, line): part
        for number, lines in edges.items()
        for line, part in lines
        if margins.is_page_label(line.text)
        or margins.is_bare_number(line.text)
        or margins.sameness(line.text) in again
    }


def at_edges(page: PageContent) -> Iterator[tuple[PageLine, Part]]:
    """Give the lines at a page's upper and lower edge."""
    lines = [item for item in page.items if isinstance(item, PageLine)]
    for line in lines:
        if line.box.bottom < page.height * EDGE:
            yield line, Part.HEADER
        elif line.box.top > page.height * (1 - EDGE):
            yield line, Part.FOOTER


def levels_by_size(pages: Sequence[PageContent]) -> dict[float, int]:
    """Return the heading level of each size that is larger than the running text's."""
    letters: Counter[float] = Counter()
    for page in pages:
        for item in page.items:
            if isinstance(item, PageLine):
                letters[rounded(item.size)] += len(item.text)
    if not letters:
        return {}
    usual = letters.most_common(1)[0][0]
    larger = sorted((size for size in letters if size > usual * LARGER), reverse=True)
    return levels_of(larger)


def levels_of(sizes: Sequence[float]) -> dict[float, int]:
    """Return the level of each size from the largest down.

    Sizes half a point apart are one: a line that begins with a ring or dots on its
    first letter is measured as a little higher.
    """
    levels: dict[float, int] = {}
    level, largest = 0, 0.0
    for size in sizes:
        if not levels or largest - size > NEAR_SIZE:
            level, largest = level + 1, size
        levels[size] = min(level, DEEPEST_BY_SIZE)
    return levels


def right_edge(page: PageContent) -> float:
    """Return how far to the right the page's lines go."""
    rights = sorted(item.box.right for item in page.items if isinstance(item, PageLine))
    return rights[len(rights) * 9 // 10] if rights else page.width


class PageBlocks(LineBlocks):
    """Pieces of pages on their way to become blocks."""

    def __init__(self, pieces: Sequence[Piece], seen: Seen) -> None:
        super().__init__(list(spaced(pieces)), {})
        self.pieces = pieces
        self.by_style = seen.has_styles
        self.has_title, self.has_numbers = seen.has_title, seen.has_numbers
        self.width = 0

    def add_alone(self, line: Line) -> None:
        """Add a piece, a heading if its size or weight makes it one."""
        piece = self.pieces[line.number]
        text = " ".join(line.text.split())
        shape = numbered_heading(text)
        is_bold_heading = piece.is_bold and looks_like_heading(text)
        if piece.level and re.search(r"\w", text):
            self.add_heading(text, piece.level, line, shape.number if shape else "")
        elif shape is None and is_bold_heading:
            self.add_heading(text, 3 if self.has_title else 1, line)
        elif shape is None and self.by_style and not item_of(text):
            self.found.append(paragraph(text, Spot(line.page, line.number)))
        else:
            super().add_alone(line)

    def finishes_paragraph(self, line: Line) -> bool:
        """Tell no: the pieces are whole already."""
        return False


def spaced(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Give the pieces as lines, a blank line between all but rows of one table."""
    before: Piece | None = None
    for at, piece in enumerate(pieces):
        is_row = before is not None and "\t" in before.text and "\t" in piece.text
        is_list = before is not None and both_items(before, piece)
        is_contents = before is not None and both_contents(before.text, piece.text)
        if not (is_row or is_list or is_contents):
            yield Line("", at)
        yield Line(piece.text, at, piece.page)
        before = piece


def both_items(piece: Piece, after: Piece) -> bool:
    """Tell whether two pieces are items of one list, marked the same way."""
    first, second = item_of(piece.text), item_of(after.text)
    if first is None or second is None or piece.level or after.level:
        return False
    return is_bullet(first[0]) == is_bullet(second[0]) and not piece.is_bold


def both_contents(text: str, after: str) -> bool:
    """Tell whether two pieces are lines of one list of contents."""
    return is_contents_line(text) and is_contents_line(after)


def blocks_of(pieces: Sequence[Piece], seen: Seen) -> Iterator[Draft]:
    """Give the drafts of pieces, with where on which page each stands."""
    if not pieces:
        return
    blocks = PageBlocks(pieces, seen)
    drafts = blocks.drafts()
    seen.has_title, seen.has_numbers = blocks.has_title, blocks.has_numbers
    for draft in drafts:
        spots = [spot_in(pieces, spot) for spot in draft.row_spots]
        yield draft._replace(spot=spot_in(pieces, draft.spot), row_spots=spots)


def spot_in(pieces: Sequence[Piece], spot: Spot) -> Spot:
    """Return where the piece stands that a spot's line counts."""
    piece = pieces[spot.line or 0]
    return Spot(piece.page, piece.line, piece.box)


def table_draft(item: PageTable, line: int) -> Draft:
    """Return a found table as a draft."""
    filled = [
        (row, box)
        for row, box in zip(item.found.rows, item.found.row_boxes, strict=True)
        if any(row)
    ]
    rows = [row for row, _ in filled]
    spots = [Spot(item.page, line, box) for _, box in filled]
    spot = Spot(item.page, line, item.found.box)
    heads = tab_tables.header_rows(rows) or head_of(rows)
    draft = table(rows, heads, spot, row_spots=spots)
    ends = item.found.ends._replace(below_empty=tuple(below_empty(item.found.rows)))
    return draft._replace(number=FOUND, ends=ends)


def below_empty(rows: Iterable[Sequence[str]]) -> Iterator[int]:
    """Give the rows that have an empty one right above, counted without the empty."""
    at, is_below = 0, False
    for row in rows:
        if any(row):
            if is_below:
                yield at
            at += 1
        is_below = not any(row)


def head_of(rows: Sequence[Sequence[str]]) -> int:
    """Return one if the first row may head the columns: all filled, and in words."""
    is_head = len(rows) > 1 and all(rows[0]) and looks_all_words(rows[0])
    return int(
        is_head
        and any(not all(row) or len(max(row, key=len)) > SHORT_CELL for row in rows[1:])
    )


def looks_all_words(cells: Iterable[str]) -> bool:
    """Tell whether all cells are short words without figures."""
    return all(len(cell) < SHORT_CELL and not re.search(r"\d", cell) for cell in cells)


def with_tables(
    lines: Sequence[PageLine], tables: Sequence[PageTable], height: float
) -> list[Item]:
    """Return a page's lines in order, with its tables put in before what is below."""
    ordered: list[Item] = [*lines]
    for one in tables:
        ordered.insert(place_of(one, ordered, height), one)
    return ordered


def place_of(table: PageTable, items: list[Item], height: float) -> int:
    """Return where among the page's items a table stands: before what is below it.

    The page's footer may come anywhere in the file, and says nothing.
    """
    for at, item in enumerate(items):
        box = item.box if isinstance(item, PageLine) else item.found.box
        if table.found.box.top <= box.top < height * (1 - EDGE):
            return at
    return len(items)


def letters_dropped(contents: list[PageContent], drafts: list[Draft]) -> int:
    """Return how many letters of repeated table heads were left out on purpose."""
    in_tables = sum(
        letters(cell)
        for page in contents
        for item in page.items
        if isinstance(item, PageTable)
        for row in item.found.rows
        for cell in row
    )
    kept = sum(
        letters(cell)
        for draft in drafts
        if draft.kind == "table" and draft.number == FOUND
        for row in draft.rows
        for cell in row
    )
    return in_tables - kept
