"""A PDF page's text with its places, straight from the library that draws it.

One call gives the whole page's text; only what a line needs is asked for beside it,
since every call costs as much as a line's text.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import WIDE_GAP, PageLine

# What the library gives to be handed back to it, and nothing else.
Handle: TypeAlias = Any

LINE = re.compile(r"([^\r\n\x02\ufffe]*)([\x02\ufffe]?)(?:\r\n|\r|\n)?")
BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
FORCED_BOLD = 1 << 18
NAME_LENGTH = 128
LONGEST_HEADING = 160
WHITE = 235
SMALLEST = 1.5
INVISIBLE = 3
THIN, SHORTEST_RULE, SHORTEST_UPRIGHT = 3.0, 24.0, 8.0
LARGEST_DOT = 7.0
MOST_OBJECTS = 20_000
QUARTER_TURNS = 4


class Frame(NamedTuple):
    """A page's lower left corner and size as it stands in the file, and its turning."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int


@dataclass
class Drawn:
    """What else is on a page: rules, frames, pictures, dots before items."""

    rules: int = 0
    uprights: int = 0
    texts: int = 0
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)


class Corner(NamedTuple):
    """Room for what the library answers through pointers, made once."""

    left: Any
    top: Any
    right: Any
    bottom: Any
    loose: Any
    name: Any
    flags: Any
    colours: tuple[Any, ...]


def corner() -> Corner:
    """Return room for answers."""
    return Corner(
        left=ctypes.c_double(),
        top=ctypes.c_double(),
        right=ctypes.c_double(),
        bottom=ctypes.c_double(),
        loose=pdfium.FS_RECTF(),
        name=ctypes.create_string_buffer(NAME_LENGTH),
        flags=ctypes.c_int(),
        colours=tuple(ctypes.c_uint() for _ in range(4)),
    )


ROOM = corner()


def frame_of(page: Handle) -> Frame:
    """Return the page's frame in the file's own measures."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = pdfium.FPDFPage_GetRotation(page) % QUARTER_TURNS
    return Frame(
        box.left, box.bottom, box.right - box.left, box.top - box.bottom, turns
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
            yield line._replace(text=f"{line.text}\u00ad") if found[2] else line


def line_at(
    text_page: Handle, frame: Frame, page: int, start: int, text: str
) -> PageLine:
    """Return one line with its frame, its size and how it is written."""
    count = pdfium.FPDFText_CountRects(text_page, start, len(text))
    boxes = [box_at(text_page, at) for at in range(count)]
    pdfium.FPDFText_GetLooseCharBox(text_page, start, ROOM.loose)
    loose = turned(
        frame, ROOM.loose.left, ROOM.loose.bottom, ROOM.loose.right, ROOM.loose.top
    )
    size = loose.bottom - loose.top
    left, bottom, right, top = whole(boxes) if boxes else (0.0, 0.0, 0.0, 0.0)
    box = turned(frame, left, bottom, right, top)
    box = Box(
        box.left, min(box.top, loose.top), box.right, max(box.bottom, loose.bottom)
    )
    line = PageLine(
        text, box, size, page,
        is_bold=len(text) < LONGEST_HEADING and is_bold(text_page, start, len(text)),
        is_hidden=is_unseen(text_page, start, box, size, frame),
    )  # fmt: skip
    if count > 1 and has_wide_gap(boxes, size):
        return with_tabs(text_page, frame, line, start)
    return line


def box_at(text_page: Handle, at: int) -> tuple[float, float, float, float]:
    """Return a frame of the last counted text: left, bottom, right, top."""
    pdfium.FPDFText_GetRect(text_page, at, ROOM.left, ROOM.top, ROOM.right, ROOM.bottom)
    return ROOM.left.value, ROOM.bottom.value, ROOM.right.value, ROOM.top.value


def whole(boxes: list[tuple[float, float, float, float]]) -> tuple[float, ...]:
    """Return the frame around frames."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def has_wide_gap(boxes: list[tuple[float, float, float, float]], size: float) -> bool:
    """Tell whether two frames beside each other are wide apart."""
    edges = sorted((left, right) for left, _, right, _ in boxes)
    reached = edges[0][1]
    for left, right in edges[1:]:
        if left - reached > WIDE_GAP * size:
            return True
        reached = max(reached, right)
    return False


def with_tabs(text_page: Handle, frame: Frame, line: PageLine, start: int) -> PageLine:
    """Return the line with tabs where its letters are wide apart."""
    pieces: list[tuple[str, Box]] = []
    for at, sign in enumerate(line.text):
        if sign.isspace():
            pieces[-1] = (pieces[-1][0] + sign, pieces[-1][1])
            continue
        pdfium.FPDFText_GetCharBox(
            text_page, start + at, ROOM.left, ROOM.right, ROOM.bottom, ROOM.top
        )
        box = turned(
            frame, ROOM.left.value, ROOM.bottom.value, ROOM.right.value, ROOM.top.value
        )
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
    return all(
        pdfium.FPDFText_GetFontInfo(text_page, at, ROOM.name, NAME_LENGTH, ROOM.flags)
        and (BOLD.search(ROOM.name.value) or ROOM.flags.value & FORCED_BOLD)
        for at in (start, start + length - 1)
    )


def is_unseen(
    text_page: Handle, start: int, box: Box, size: float, frame: Frame
) -> bool:
    """Tell whether a line is there without being seen: white, tiny, or off the page."""
    wide, high = (frame.height, frame.width) if frame.turns % 2 else frame[2:4]
    if size < SMALLEST or box.right < 0 or box.bottom < 0:
        return True
    if box.left > wide or box.top > high:
        return True
    pdfium.FPDFText_GetFillColor(text_page, start, *ROOM.colours)
    red, green, blue, solid = (colour.value for colour in ROOM.colours)
    return bool(solid == 0 or min(red, green, blue) >= WHITE)


def is_drawn_invisible(text_page: Handle) -> bool:
    """Tell whether the page's first letter is drawn with no ink, as over a scan."""
    text = pdfium.FPDFText_GetTextObject(text_page, 0)
    return bool(text) and pdfium.FPDFTextObj_GetTextRenderMode(text) == INVISIBLE


def drawn_on(page: Handle, frame: Frame) -> Drawn:
    """Return what else the page holds: rules, frames and pictures."""
    drawn = Drawn()
    edges = [ctypes.c_float() for _ in range(4)]
    for thing in objects(page):
        kind = pdfium.FPDFPageObj_GetType(thing)
        drawn.texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
        is_picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if not is_picture and kind != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            box = turned(frame, *(edge.value for edge in edges))
            add_drawn(drawn, box, is_picture=is_picture)
    return drawn


def add_drawn(drawn: Drawn, box: Box, *, is_picture: bool) -> None:
    """Count something drawn as what its shape says it is."""
    wide, high = box.right - box.left, box.bottom - box.top
    if is_picture:
        drawn.pictures.append(box)
    elif max(wide, high) < LARGEST_DOT and min(wide, high) > SMALLEST:
        drawn.dots.append(box)
    elif high < THIN and wide > SHORTEST_RULE:
        drawn.rules += 1
    elif wide < THIN and high > SHORTEST_UPRIGHT:
        drawn.uprights += 1
    elif wide > SHORTEST_RULE and high > SHORTEST_UPRIGHT:
        drawn.frames.append(box)


def objects(page: Handle) -> Iterator[Handle]:
    """Give what is drawn on the page, also within groups one step down."""
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_FORM:
            yield thing
            continue
        for within in range(min(pdfium.FPDFFormObj_CountObjects(thing), MOST_OBJECTS)):
            yield pdfium.FPDFFormObj_GetObject(thing, within)
