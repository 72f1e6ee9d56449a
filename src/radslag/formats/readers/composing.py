"""Puts a document together block by block, counting where each one's text stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from radslag.formats.readers.characters import tidy, tidy_lines
from radslag.formats.readers.model import (
    Block,
    Box,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Part,
    Place,
    Span,
    Table,
)


class Spot(NamedTuple):
    """Where in the file something stands, before it is known where in the text."""

    page: int | None = None
    line: int | None = None
    box: Box | None = None


class PageEnds(NamedTuple):
    """How a table meets the ends of pages, where its rows may be cut."""

    is_open_above: bool = False
    is_open_below: bool = False
    # The lines of each cell of its last row.
    last_row: tuple[tuple[str, ...], ...] = ()
    # Its last page, where its last row stands on more than one.
    page: int | None = None
    # Its rows, of those with text, that an empty one stands right above.
    below_empty: tuple[int, ...] = ()
    # Where its columns begin, as drawn.
    columns: tuple[float, ...] = ()


NOWHERE = Spot()
Rows: TypeAlias = Sequence[Sequence[str]]
ASIDE = {Part.HEADER, Part.FOOTER, Part.BOILERPLATE}


class Draft(NamedTuple):
    """A block whose place in the text is not known yet."""

    text: str
    spot: Spot = NOWHERE
    part: Part = Part.BODY
    level: int = 0
    number: str = ""
    rows: Rows = ()
    row_spots: Sequence[Spot] = ()
    header_rows: int = 0
    kind: str = "paragraph"
    ends: PageEnds = PageEnds()


def paragraph(text: str, spot: Spot = NOWHERE, part: Part = Part.BODY) -> Draft:
    """Draft a paragraph."""
    return Draft(tidy(text), spot, part)


def heading(
    text: str,
    level: int,
    spot: Spot = NOWHERE,
    part: Part = Part.BODY,
    *,
    number: str = "",
) -> Draft:
    """Draft a heading."""
    return Draft(tidy(text), spot, part, level, tidy(number), kind="heading")


def list_item(
    text: str,
    spot: Spot = NOWHERE,
    part: Part = Part.BODY,
    *,
    marker: str,
    level: int = 1,
) -> Draft:
    """Draft an item of a list."""
    return Draft(tidy(text), spot, part, level, tidy(marker), kind="item")


def table(
    rows: Rows,
    header_rows: int = 0,
    spot: Spot = NOWHERE,
    part: Part = Part.BODY,
    row_spots: Sequence[Spot] = (),
) -> Draft:
    """Draft a table; short rows are filled up, so that all are as wide.

    A cell may have lines of its own; those that are empty are left out.
    """
    width = max(map(len, rows), default=0)
    filled = [[*map(tidy_lines, row), *[""] * (width - len(row))] for row in rows]
    return Draft(
        "", spot, part, rows=filled, row_spots=row_spots, header_rows=header_rows,
        kind="table",
    )  # fmt: skip


@dataclass
class Composition:
    """The blocks so far, and how far the text has come."""

    blocks: list[Block] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    length: int = 0

    def place(self, spot: Spot, length: int) -> Place:
        """Return the place of a text that begins where the last one ended."""
        span = Span(self.length, self.length + length)
        self.length += length + 1
        return Place(span, spot.page, spot.line, spot.box)

    def block(self, draft: Draft) -> Block:
        """Make the draft into a block at the end of the text."""
        if draft.kind == "table":
            return self.table(draft)
        place = self.place(draft.spot, len(draft.text))
        if draft.kind == "heading":
            return Heading(draft.text, draft.level, place, draft.number, draft.part)
        if draft.kind == "item":
            return ListItem(draft.text, draft.level, draft.number, place, draft.part)
        return Paragraph(draft.text, place, draft.part)

    def table(self, draft: Draft) -> Table:
        """Make the draft into a table, whose every cell has its own place."""
        start = self.length
        spots = draft.row_spots or [draft.spot] * len(draft.rows)
        rows = tuple(
            tuple(Cell(text, self.place(spot, len(text))) for text in row)
            for row, spot in zip(draft.rows, spots, strict=True)
        )
        span = Span(start, self.length - 1)
        place = Place(span, draft.spot.page, draft.spot.line, draft.spot.box)
        return Table(rows, draft.header_rows, place, draft.part)


def compose(drafts: Iterable[Draft]) -> Composition:
    """Lay the drafts out: the running text first, and then what stands aside."""
    composition, later = Composition(), []
    for draft in drafts:
        if draft.kind != "table" and not draft.text and draft.kind != "item":
            continue
        if draft.kind == "table" and not draft.rows:
            continue
        if draft.part in ASIDE:
            later.append(draft)
        else:
            composition.blocks.append(composition.block(draft))
    composition.aside = [composition.block(draft) for draft in later]
    return composition
