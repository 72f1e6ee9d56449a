"""What else is drawn on a PDF's page: rules, frames, pictures, dots before items."""

import ctypes
from dataclasses import dataclass, field
from itertools import repeat
from typing import TypeAlias

import pypdfium2.raw as pdfium

from radslag.formats.readers.model import Box
from radslag.formats.readers.pdf_boxes import ADDRESS, NUMBER, Handle, quick
from radslag.formats.readers.pdf_text import SMALLEST, Frame, turned

# Where something is in the library's memory: to be handed back to it, and nothing else.
Address: TypeAlias = int

THIN, SHORTEST_RULE, SHORTEST_UPRIGHT = 3.0, 24.0, 8.0
LARGEST_DOT = 7.0
MOST_OBJECTS = 20_000


@dataclass
class Drawn:
    """What else is on a page: rules, frames, pictures, dots before items."""

    rules: int = 0
    uprights: int = 0
    texts: int = 0
    rule_boxes: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)


object_on = quick(pdfium.FPDFPage_GetObject, ADDRESS, ADDRESS, NUMBER)
object_within = quick(pdfium.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
count_within = quick(pdfium.FPDFFormObj_CountObjects, NUMBER, ADDRESS)
kind_of = quick(pdfium.FPDFPageObj_GetType, NUMBER, ADDRESS)
bounds_of = quick(pdfium.FPDFPageObj_GetBounds, NUMBER, *repeat(ADDRESS, 5))


def drawn_on(page: Handle, frame: Frame) -> Drawn:
    """Return what else the page holds, also within groups one step down."""
    drawn = Drawn()
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    things = list(map(object_on, repeat(page), range(count)))
    for group in add_all(drawn, things, frame):
        many = min(count_within(group), MOST_OBJECTS)
        add_all(drawn, list(map(object_within, repeat(group), range(many))), frame)
    return drawn


def add_all(drawn: Drawn, things: list[Address], frame: Frame) -> list[Address]:
    """Add things by their kinds; return those that are groups of others."""
    edges = (ctypes.c_float * 4)()
    start = ctypes.addressof(edges)
    corners = [start + 4 * at for at in range(4)]
    kinds = list(map(kind_of, things))
    drawn.texts += kinds.count(pdfium.FPDF_PAGEOBJ_TEXT)
    groups = []
    for thing, kind in zip(things, kinds, strict=True):
        is_picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            groups.append(thing)
        elif (is_picture or kind == pdfium.FPDF_PAGEOBJ_PATH) and bounds_of(
            thing, *corners
        ):
            add_drawn(drawn, turned(frame, *edges), is_picture=is_picture)
    return groups


def add_drawn(drawn: Drawn, box: Box, *, is_picture: bool) -> None:
    """Count something drawn as what its shape says it is."""
    wide, high = box.right - box.left, box.bottom - box.top
    if is_picture:
        drawn.pictures.append(box)
    elif max(wide, high) < LARGEST_DOT and min(wide, high) > SMALLEST:
        drawn.dots.append(box)
    elif high < THIN and wide > SHORTEST_RULE:
        drawn.rules += 1
        drawn.rule_boxes.append(box)
    elif wide < THIN and high > SHORTEST_UPRIGHT:
        drawn.uprights += 1
    elif wide > SHORTEST_RULE and high > SHORTEST_UPRIGHT:
        drawn.frames.append(box)
