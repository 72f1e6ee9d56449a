"""The words on a PDF's page, each with its frame, for pages that may hold a table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from radslag.formats.readers.model import Box
from radslag.formats.readers.pdf_boxes import Handle, letter_boxes
from radslag.formats.readers.pdf_text import ROOM, Frame, text_of, turned

WORD = re.compile(r"\S+")
# How the library marks a hyphen that a line break put there.
BROKEN = re.compile(r"[\x02\ufffe]")


class PlacedWord(NamedTuple):
    """A word on a page: as wide as its letters, and as high as their line."""

    text: str
    box: Box
    size: float
    # Whether the file itself has a space before it.
    is_spaced: bool = False


def words_on(text_page: Handle, frame: Frame) -> list[PlacedWord]:
    """Return the page's words in the order of the file."""
    text = BROKEN.sub("\u00ad", text_of(text_page))
    found = [match for match in WORD.finditer(text) if match[0].strip("\u00ad")]
    places = [at for match in found for at in (match.start(), match.end() - 1)]
    boxes = letter_boxes(text_page, places)
    edges = list(zip(*boxes, strict=True))
    return [
        placed(text_page, frame, match, edges[2 * at : 2 * at + 2])._replace(
            is_spaced=text[match.start() - 1 : match.start()] == " "
        )
        for at, match in enumerate(found)
    ]


def placed(
    text_page: Handle,
    frame: Frame,
    match: re.Match[str],
    ends: Sequence[tuple[float, ...]],
) -> PlacedWord:
    """Return a word with the frame around its first letter and its last."""
    pdfium.FPDFText_GetLooseCharBox(text_page, match.start(), ROOM.loose)
    loose = ROOM.loose
    high = turned(frame, loose.left, loose.bottom, loose.right, loose.top)
    first, last = (turned(frame, *edges) for edges in ends)
    # A hyphen of a line break has no frame of its own.
    right = max(first.right, last.right)
    box = Box(first.left, high.top, right, high.bottom)
    return PlacedWord(match[0], box, high.bottom - high.top)
