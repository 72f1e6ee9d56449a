"""A PDF page's text with its places, straight from the library that draws it.

One call gives the whole page's text; only what a line needs is asked for beside it,
since every call costs as much as a line's text.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import WIDE_GAP, PageLine
from radslag.formats.readers.pdf_boxes import (
    Edges,
    Handle,
    letter_boxes,
    only_run,
    run_boxes,
)

LINE = re.compile(r"([^\r\n\x02\ufffe]*)([\x02\ufffe]?)(?:\r\n|\r|\n)?")
SPACE = re.compile(r"\s+")
BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
FORCED_BOLD = 1 << 18
NAME_LENGTH = 128
LONGEST_HEADING = 160
WHITE = 235
SMALLEST = 1.5
# A line as high as this many letters is two.
TWO_LINES = 1.7
INVISIBLE = 3
QUARTER_TURNS = 4


class Frame(NamedTuple):
    """A page's lower left corner and size as it stands in the file, and its turning."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int
    # As the page is shown.
    shown_width: float
    shown_height: float

    @property
    def is_on_its_side(self) -> bool:
        """Tell whether the page is shown turned to the left or to the right."""
        return self.turns % 2 == 1


class Answers(NamedTuple):
    """Room for what the library answers through pointers, made once."""

    loose: Any
    name: Any
    flags: Any
    colours: tuple[Any, ...]


ROOM = Answers(
    loose=pdfium.FS_RECTF(),
    name=ctypes.create_string_buffer(NAME_LENGTH),
    flags=ctypes.c_int(),
    colours=tuple(ctypes.c_uint() for _ in range(4)),
)


def frame_of(page: Handle) -> Frame:
    """Return the page's frame in the file's own measures."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = pdfium.FPDFPage_GetRotation(page) % QUARTER_TURNS
    size = (box.right - box.left, box.top - box.bottom)
    return Frame(
        box.left, box.bottom, *size, turns, *(size[::-1] if turns % 2 else size)
    )


def turned(frame: Frame, left: float, bottom: float, right: float, top: float) -> Box:
    """Return a frame in points from the upper left corner, as the page is shown."""
    x0, x1 = left - frame.left, right - frame.left
    y0, y1 = bottom - frame.bottom, top - frame.bottom
    if frame.turns == 1:
        return Box(y0, x0, y1, x1)
    if frame.turns == 2:  # noqa: PLR2004 - upside down.
        return Box(frame.width - x1, y0, frame.width - x0, y1)
    if frame.turns == 3:  # noqa: PLR2004 - turned to the left.
        return Box(
            frame.height - y1, frame.width - x1, frame.height - y0, frame.width - x0
        )
    return Box(x0, frame.height - y1, x1, frame.height - y0)


def text_of(text_page: Handle) -> str:
    """Return the page's text, one letter for each that the library counts."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    room = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, room)
    text = bytes(room)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # A letter outside the first plane is two units long: ask for each by itself.
    return "".join(
        letter(pdfium.FPDFText_GetUnicode(text_page, at)) for at in range(count)
    )


def letter(code: int) -> str:
    """Return a letter by its number; half a letter is none."""
    return chr(code) if code and not 0xD800 <= code < 0xE000 else " "  # noqa: PLR2004 - halves of letters.


def lines_of(text_page: Handle, frame: Frame, page: int) -> Iterator[PageLine]:
    """Give the page's lines in the order of the file."""
    text = text_of(text_page)
    for found in LINE.finditer(text):
        words = found[1]
        start = found.start() + len(words) - len(words.lstrip())
        words = words.strip()
        if words:
            line = line_at(text_page, frame, page, start, words)
            *before, last = on_heights(text_page, frame, line, start, words)
            yield from before
            yield last._replace(text=f"{last.text}\u00ad") if found[2] else last


def on_heights(
    text_page: Handle, frame: Frame, line: PageLine, start: int, text: str
) -> list[PageLine]:
    """Return a line as it is, or apart where the library made two heights one line."""
    high = line.box.bottom - line.box.top
    if high < TWO_LINES * line.size or frame.is_on_its_side:
        return [line]
    places = [0, *(space.end() for space in SPACE.finditer(text))]
    bottoms = letter_boxes(text_page, [start + at for at in places]).bottoms
    cuts = [
        at
        for at, (before, after) in zip(places[1:], pairwise(bottoms), strict=True)
        if abs(after - before) > line.size / 2
    ]
    return [
        line_at(text_page, frame, line.page, start + at, text[at:end].strip())
        for at, end in pairwise((0, *cuts, len(text)))
    ]


def line_at(
    text_page: Handle, frame: Frame, page: int, start: int, text: str
) -> PageLine:
    """Return one line with its frame, its size and how it is written."""
    (left, bottom, right, top), gap = extent_of(text_page, start, text, frame.turns)
    pdfium.FPDFText_GetLooseCharBox(text_page, start, ROOM.loose)
    loose = ROOM.loose
    # The first letter's whole height, with room for what stands over and under letters.
    if frame.is_on_its_side:
        size = loose.right - loose.left
        left, right = min(left, loose.left), max(right, loose.right)
    else:
        size = loose.top - loose.bottom
        bottom, top = min(bottom, loose.bottom), max(top, loose.top)
    box = turned(frame, left, bottom, right, top)
    line = PageLine(
        text, box, size, page,
        is_bold=len(text) < LONGEST_HEADING and is_bold(text_page, start, len(text)),
        is_hidden=is_unseen(text_page, start, box, size, frame),
    )  # fmt: skip
    if gap > WIDE_GAP * size:
        return with_tabs(text_page, frame, line, start)
    return line


def extent_of(
    text_page: Handle, start: int, text: str, turns: int
) -> tuple[Edges, float]:
    """Return the frame of a line's letters, and how wide the widest gap in it is.

    Where each letter is drawn by itself, those on both sides of each space say as much
    as all of them.
    """
    count = pdfium.FPDFText_CountRects(text_page, start, len(text))
    if count == 1:
        return only_run(text_page), 0
    if count <= 2 * (text.count(" ") + 1):
        boxes = run_boxes(text_page, count)
        begins, ends = boxes.along(turns)
        return boxes.around(), widest(begins[1:], ends)
    places = [start]
    for space in SPACE.finditer(text):
        places += (start + space.start() - 1, start + space.end())
    boxes = letter_boxes(text_page, [*places, start + len(text) - 1])
    begins, ends = boxes.along(turns)
    return boxes.around(), widest(begins[2::2], ends[1::2])


def widest(begins: Sequence[float], ends: Sequence[float]) -> float:
    """Return the widest gap from where something ends to where the next begins."""
    return max(map(sub, begins, ends), default=0)


def with_tabs(text_page: Handle, frame: Frame, line: PageLine, start: int) -> PageLine:
    """Return the line with tabs where its letters are wide apart."""
    pieces: list[tuple[str, Box]] = []
    boxes = letter_boxes(text_page, range(start, start + len(line.text)))
    for sign, *edges in zip(line.text, *boxes, strict=True):
        if sign.isspace():
            pieces[-1] = (pieces[-1][0] + sign, pieces[-1][1])
            continue
        box = turned(frame, *edges)
        if pieces and box.left - pieces[-1][1].right <= WIDE_GAP * line.size:
            text, before = pieces[-1]
            pieces[-1] = (
                text + sign,
                before._replace(right=max(before.right, box.right)),
            )
        else:
            pieces.append(
                (sign, Box(box.left, line.box.top, box.right, line.box.bottom))
            )
    texts = [text.strip() for text, _ in pieces]
    return line._replace(text="\t".join(texts), parts=tuple(box for _, box in pieces))


def is_bold(text_page: Handle, start: int, length: int) -> bool:
    """Tell whether a line is bold from its first letter to its last."""
    return is_bold_at(text_page, start) and is_bold_at(text_page, start + length - 1)


def is_bold_at(text_page: Handle, at: int) -> bool:
    """Tell whether a letter is bold, by its font's name or mark."""
    is_known = pdfium.FPDFText_GetFontInfo(
        text_page, at, ROOM.name, NAME_LENGTH, ROOM.flags
    )
    is_forced = ROOM.flags.value & FORCED_BOLD
    return bool(is_known and (is_forced or is_bold_name(ROOM.name.value)))


@lru_cache(maxsize=256)
def is_bold_name(name: bytes) -> bool:
    """Tell whether a font is bold by its name; a file has few fonts."""
    return BOLD.search(name) is not None


def is_unseen(
    text_page: Handle, start: int, box: Box, size: float, frame: Frame
) -> bool:
    """Tell whether a line is there without being seen: white, tiny, or off the page."""
    if size < SMALLEST or box.right < 0 or box.bottom < 0:
        return True
    if box.left > frame.shown_width or box.top > frame.shown_height:
        return True
    pdfium.FPDFText_GetFillColor(text_page, start, *ROOM.colours)
    red, green, blue, solid = ROOM.colours
    is_white = red.value >= WHITE and green.value >= WHITE and blue.value >= WHITE
    return bool(is_white or solid.value == 0)


def is_drawn_invisible(text_page: Handle) -> bool:
    """Tell whether the page's first letter is drawn with no ink, as over a scan."""
    text = pdfium.FPDFText_GetTextObject(text_page, 0)
    return bool(text) and pdfium.FPDFTextObj_GetTextRenderMode(text) == INVISIBLE
