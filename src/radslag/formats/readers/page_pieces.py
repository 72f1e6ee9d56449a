"""Lines of pages put together to what they are lines of: a paragraph, a heading, a row.

A line goes on with the one before where there was no room left on that, or where its
sentence does; also at the top of the next column or page.
"""

import re
from dataclasses import dataclass
from typing import Self

from radslag.formats.readers.headings import (
    item_of,
    looks_like_heading,
    numbered_heading,
)
from radslag.formats.readers.joining import goes_on, join
from radslag.formats.readers.line_blocks import is_contents_line
from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import PageLine, around

LONGEST_HEADING = 200
NEXT_LINE = 1.75
# Lines of one heading stand closer than two headings do.
NEXT_LINE_OF_HEADING = 1.45
FULL = 0.97
NEARLY = 0.75
ROUGHLY = 2
# Lines that each begin with a name and a colon are lines of a list, as of who is there.
LABELLED = re.compile(r"[A-ZÅÄÖ]\w+(?:[ -]\w+)?: ")


@dataclass(slots=True)
class Piece:
    """One or more lines that are one paragraph, row, item or heading.

    `box` is around those on the page where it begins; `end` is of its last line.
    """

    text: str
    box: Box
    page: int
    line: int
    end: Box
    end_page: int
    level: int = 0
    is_bold: bool = False

    @classmethod
    def of(cls, line: PageLine, number: int, level: int) -> Self:
        """Return a line as a piece of its own."""
        return cls(
            *(line.text, line.box, line.page, number, line.box, line.page),
            level=level,
            is_bold=line.is_bold,
        )

    def take_in(self, after: Self) -> None:
        """Go on with the line after it."""
        self.text = join(self.text, after.text)
        self.end, self.end_page = after.end, after.end_page
        if self.page == after.page:
            self.box = around(self.box, after.box)


def rounded(size: float) -> float:
    """Return a size to half a point, so that near sizes are the same."""
    return round(size * ROUGHLY) / ROUGHLY


def add_line(
    pieces: list[Piece],
    line: PageLine,
    number: int,
    right: float,
    sizes: dict[float, int],
) -> None:
    """Add a line to the last piece if it goes on there, else as a piece of its own."""
    level = sizes.get(rounded(line.size), 0) if len(line.text) < LONGEST_HEADING else 0
    piece = Piece.of(line, number, level)
    last = pieces[-1] if pieces else None
    if last is not None and is_one(last, piece, line.size, line.edge or right):
        last.take_in(piece)
    else:
        pieces.append(piece)


def is_one(last: Piece, piece: Piece, size: float, right: float) -> bool:
    """Tell whether a line goes on with the piece before it."""
    if "\t" in last.text or "\t" in piece.text or last.level != piece.level:
        return False
    is_higher = piece.box.bottom < last.end.top and piece.box.left >= last.end.right
    if last.end_page != piece.page or is_higher:
        return not piece.level and goes_on(last.text, piece.text, 0)
    below = piece.box.bottom - last.end.bottom
    farthest = NEXT_LINE_OF_HEADING if piece.level else NEXT_LINE
    if not 0 < below < farthest * max(size, 1) or begins_anew(last, piece):
        return False
    if piece.level or is_full(last, piece, right):
        return True
    return last.box.right > right * NEARLY and goes_on(last.text, piece.text, 0)


def begins_anew(last: Piece, piece: Piece) -> bool:
    """Tell whether a line begins something of its own, by what it says."""
    if item_of(piece.text) or numbered_heading(piece.text):
        return True
    if LABELLED.match(last.text) and LABELLED.match(piece.text):
        return True
    is_title = last.is_bold != piece.is_bold and looks_like_heading(last.text)
    return is_title or is_contents_line(last.text)


def is_full(last: Piece, piece: Piece, right: float) -> bool:
    """Tell whether the next line's first word had no room on the line before."""
    word = piece.text.split(maxsplit=1)[0]
    wide = (piece.box.right - piece.box.left) / max(len(piece.text), 1) * len(word)
    return last.box.right + wide > right * FULL
