"""What lies straight, thin and long in a picture: dark runs that follow each other.

Paper lies askew when it is scanned, so that a rule climbs from one line of dots to the
next. A letter's stroke is short, or thick, or has other ink beside it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PIL.Image import Image, new

WHITE = 255
DARK, MIDDLE = 140, 128
NEAR_LINES = 2
# How much lighter it is on both sides of a rule, and how far from it.
CONTRAST, BESIDE = 90, 3
THICKEST = 12
# A picture with more of them is of something else than a page.
MOST_RUNS = 30_000


class Run(NamedTuple):
    """Dots or blocks in a row that are dark: in which line, from where, until where."""

    line: int
    begin: int
    end: int


class Stroke(NamedTuple):
    """A rule as it is drawn: its runs, from where until where, and how high it lies."""

    runs: Sequence[Run]
    begin: int
    end: int
    middle: float
    line: float
    slope: float
    thickness: float


def strokes_in(picture: Image, block: int, fewest: int) -> Iterator[Stroke]:
    """Give what lies straight and thin in a picture, and has paper on both sides.

    Dots are taken a block at a time; a stroke is dark all through so many in a row.
    """
    reduced = picture.reduce((block, 1))
    runs = list(runs_in(reduced, fewest))
    if len(runs) > MOST_RUNS:
        return
    for linked in linked_runs(runs):
        stroke = stroke_of(linked, block)
        if stroke.thickness > THICKEST:
            continue
        ink, paper = tones(linked, reduced, round(stroke.thickness) + BESIDE)
        if paper - ink > CONTRAST:
            yield to_its_ends(stroke, picture, block, (ink + paper) / 2)


def runs_in(reduced: Image, fewest: int) -> Iterator[Run]:
    """Give the runs of dark blocks, line by line from the left."""
    # A white block ends each line, so that no run goes on in the next.
    width = reduced.width + 1
    room = new("L", (width, reduced.height), WHITE)
    room.paste(reduced, (0, 0))
    blocks = room.point([0] * DARK + [WHITE] * (WHITE + 1 - DARK)).tobytes()
    for found in re.finditer(rb"\x00{%d,}" % fewest, blocks):
        line, first = divmod(found.start(), width)
        yield Run(line, first, first + found.end() - found.start())


def tones(runs: Iterable[Run], reduced: Image, beside: int) -> tuple[float, float]:
    """Return how light runs are, and how light it is on their darker side."""
    over, on, under = [], [], []
    for y, first, end in runs:
        for x in range(first, end):
            on.append(shade(reduced, x, y))
            over.append(shade(reduced, x, max(y - beside, 0)))
            under.append(shade(reduced, x, min(y + beside, reduced.height - 1)))
    ink, *sides = (sum(tone) / len(tone) for tone in (on, over, under))
    return ink, min(sides)


def linked_runs(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Give the runs that follow on each other, from line to line."""
    going_on: list[list[Run]] = []
    for run in runs:
        for ended in [s for s in going_on if run.line - s[-1].line > NEAR_LINES]:
            going_on.remove(ended)
            yield ended
        for stroke in going_on:
            last = stroke[-1]
            if run.begin <= last.end + 1 and run.end >= last.begin - 1:
                stroke.append(run)
                break
        else:
            going_on.append([run])
    yield from going_on


def stroke_of(linked: Sequence[Run], block: int) -> Stroke:
    """Return the stroke that runs of blocks make: where it lies, and how it climbs."""
    runs = [Run(line, first * block, end * block) for line, first, end in linked]
    begin, end = min(run.begin for run in runs), max(run.end for run in runs)
    places = [
        ((at + 0.5) * block, line)
        for line, first, end in linked
        for at in range(first, end)
    ]
    middle, line = (sum(side) / len(places) for side in zip(*places, strict=True))
    spread = sum((x - middle) ** 2 for x, _ in places)
    lean = sum((x - middle) * (y - line) for x, y in places)
    thickness = len(places) * block / (end - begin)
    return Stroke(runs, begin, end, middle, line, lean / spread, thickness)


def to_its_ends(stroke: Stroke, picture: Image, block: int, between: float) -> Stroke:
    """Return a stroke with its ends to the dot, and not to the block.

    It ends where it gets lighter than what is between ink and paper.
    """
    first = min(stroke.runs, key=lambda run: run.begin)
    last = max(stroke.runs, key=lambda run: run.end)
    begin = end_from(picture, (first.begin + block, first.line), -1, between)
    end = end_from(picture, (last.end - block, last.line), 1, between)
    return stroke._replace(begin=begin, end=end)


def end_from(picture: Image, place: tuple[int, int], step: int, between: float) -> int:
    """Return where a stroke ends, gone along it from some place within."""
    x, line = place
    around = range(max(line - 1, 0), min(line + 2, picture.height))
    while 0 <= x < picture.width and any(
        shade(picture, x, y) < between for y in around
    ):
        x += step
    return x


def shade(picture: Image, x: int, y: int) -> int:
    """Return how light a dot of a grey picture is."""
    return int(picture.getpixel((x, y)))  # type: ignore[arg-type]  # grey is one number


def on_white(picture: Image) -> Image:
    """Return the picture with its paper white: what is most of all that is light."""
    light = picture.histogram()[MIDDLE:]
    paper = MIDDLE + light.index(max(light))
    return picture.point([min(WHITE, tone * WHITE // paper) for tone in range(256)])
