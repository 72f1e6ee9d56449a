"""Where letters and runs of text stand on a PDF's page, asked for many at a time.

Some programs draw each letter by itself. There are then thousands on a page, and what
is done for each costs more than all the rest of reading it.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

# What the library gives to be handed back to it, and nothing else.
Handle: TypeAlias = Any
# Left, bottom, right and top in the file's own measures.
Edges: TypeAlias = tuple[float, float, float, float]
ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int
LEFT, BOTTOM, RIGHT, TOP = range(4)
BYTES = 8


def quick(function: object, answer: Any, *takes: Any) -> Callable[..., Any]:  # noqa: ANN401 - types of C.
    """Return a function of the library as one that takes and gives plain addresses.

    It makes no pointers, and so takes down to half the time.
    """
    address = ctypes.cast(function, ADDRESS).value  # type: ignore[arg-type]  # a function of C
    return ctypes.CFUNCTYPE(answer, *takes)(address or 0)


LETTER = quick(pdfium.FPDFText_GetCharBox, NUMBER, ADDRESS, NUMBER, *repeat(ADDRESS, 4))
RUN = quick(pdfium.FPDFText_GetRect, NUMBER, ADDRESS, NUMBER, *repeat(ADDRESS, 4))


# Room for one frame, made once.
ONE = (ctypes.c_double * 4)()
ROOM = range(ctypes.addressof(ONE), ctypes.addressof(ONE) + 4 * BYTES, BYTES)


class Boxes(NamedTuple):
    """The edges of frames in the file's own measures."""

    lefts: Sequence[float]
    bottoms: Sequence[float]
    rights: Sequence[float]
    tops: Sequence[float]

    def around(self) -> Edges:
        """Return the edges of the frame around them all."""
        return min(self.lefts), min(self.bottoms), max(self.rights), max(self.tops)

    def along(self, turns: int) -> tuple[Sequence[float], Sequence[float]]:
        """Return where each begins and ends along the lines of a turned page."""
        ends = (self.bottoms, self.tops) if turns % 2 else (self.lefts, self.rights)
        if turns < 2:  # noqa: PLR2004 - lines that go up the page, or to the right.
            return ends
        return [-end for end in ends[1]], [-end for end in ends[0]]


def letter_boxes(text_page: Handle, places: Sequence[int]) -> Boxes:
    """Return the frames of letters, by their places in the page's text."""
    return asked(LETTER, text_page, places, (LEFT, RIGHT, BOTTOM, TOP))


def run_boxes(text_page: Handle, count: int) -> Boxes:
    """Return the frames of the runs of text that the library counted last."""
    return asked(RUN, text_page, range(count), (LEFT, TOP, RIGHT, BOTTOM))


def only_run(text_page: Handle) -> Edges:
    """Return the frame of the run of text that the library counted, if it was one."""
    RUN(text_page, 0, *ROOM)
    left, top, right, bottom = ONE
    return left, bottom, right, top


def asked(
    ask: Callable[..., Any],
    text_page: Handle,
    places: Sequence[int],
    order: Sequence[int],
) -> Boxes:
    """Return the frames that the library answers with, its edges in some order."""
    step = 4 * BYTES
    numbers = array("d", bytes(step * max(len(places), 1)))
    start, count = numbers.buffer_info()
    room = [range(start + BYTES * edge, start + BYTES * count, step) for edge in order]
    # What it answers stands in the numbers; the map is only to be gone through.
    deque(map(ask, repeat(text_page), places, *room), maxlen=0)
    edges = numbers.tolist()
    return Boxes(*(edges[edge::4] for edge in range(4)))
