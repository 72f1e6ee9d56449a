"""A document's blocks as lines with cells: a table, tabs or text read alike."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.readers.model import Block, Heading, ListItem, Part, Table
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

# A label in the middle of a line that a reader has glued together: "lokal A Tid: kl 9".
_GLUED: Final = re.compile(
    r"(?<=[^\s:])(?<!\bVia)\s+(?=(?:[A-ZÅÄÖ][\wåäöÅÄÖé-]*(?:\s[a-zåäöé]+){0,2}|Via\s\w+)"
    r"\s?:(?:\s|$))"
)
_BROKEN: Final = re.compile(r"(?i)\b(?:plats|tid|datum|dag)(?:,|\s+och|\s*/)$")
_REST: Final = re.compile(r"(?:och )?(?:plats|tid|datum|dag)")
_RULE: Final = re.compile(r"[\s._…–—=*-]*")


class Line(NamedTuple):
    """A line of text, or a row: the cells that are not empty, and where they stand.

    `form` is the shape of the block it is; lines of one form belong together.
    """

    cells: tuple[Piece, ...]
    columns: tuple[int, ...] = (0,)
    form: str = "text"
    number: str = ""

    @property
    def piece(self) -> Piece:
        """The whole line as one piece."""
        return self.cells[0].until(self.cells[-1])

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.piece.text

    @property
    def is_heading(self) -> bool:
        """Tell whether the reader took the line for a heading."""
        return self.form.startswith("heading")

    @property
    def is_row(self) -> bool:
        """Tell whether the line is a row of a table."""
        return self.form == "row"


def lines_of(portion: Portion) -> list[Line]:
    """Return the lines of a portion in reading order; drawn rules are left out."""
    lines = [line for block in portion.blocks for line in _lines(portion, block)]
    return list(_labels_whole(lines))


def _labels_whole(lines: list[Line]) -> Iterator[Line]:
    """Give the lines, a label that was broken over two in a narrow column made one."""
    before: Line | None = None
    for line in lines:
        is_rest = before and len(line.cells) == 1 and _REST.fullmatch(line.text)
        if before and is_rest and not before.is_row and _BROKEN.search(before.text):
            before = before._replace(cells=(before.piece.until(line.piece),))
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def margins_of(portion: Portion) -> list[Line]:
    """Return the lines of the pages' heads, which hold the day of many minutes."""
    return [
        line
        for block in portion.source.document.aside
        if block.part is Part.HEADER
        for line in _lines(portion, block)
    ]


def _lines(portion: Portion, block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        rows = ([portion.source.piece(cell).strip() for cell in r] for r in block.rows)
        for row in (_row(row) for row in rows if not all(map(_is_rule, row))):
            yield from _opened(row)
        return
    for piece in portion.piece(block).split(r"\n"):
        if not _is_rule(piece):
            yield Line((piece,), (0,), *_form(block))


def _opened(row: Line) -> Iterator[Line]:
    """Give the lines of a row's only cell, or the row as it is."""
    if len(row.cells) > 1:
        yield row
        return
    for piece in row.cells[0].split(r"\n"):
        yield row._replace(cells=(piece,))


def _row(row: list[Piece]) -> Line:
    filled = [(n, piece) for n, piece in enumerate(row) if not _is_rule(piece)]
    return Line(tuple(p for _, p in filled), tuple(n for n, _ in filled), "row")


def _form(block: Block) -> tuple[str, str]:
    if isinstance(block, Heading):
        return f"heading{block.level}", block.number
    if isinstance(block, ListItem):
        return f"item{block.level}", block.marker
    return "text", ""


def _is_rule(piece: Piece) -> bool:
    return _RULE.fullmatch(piece.text) is not None


def unglued(lines: list[Line]) -> list[Line]:
    """Return the lines, those that hold several labels with a colon cut before each."""
    return [part for line in lines for part in _cut(line)]


def _cut(line: Line) -> Iterator[Line]:
    if line.is_row:
        yield line
        return
    start = 0
    for match in _GLUED.finditer(line.text):
        yield line._replace(cells=(line.piece.part(start, match.start()).strip(),))
        start = match.end()
    yield line._replace(cells=(line.piece.part(start, len(line.text)).strip(),))
