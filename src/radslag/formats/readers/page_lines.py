"""The lines on a page with their frames: put in reading order, in columns and rows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from radslag.formats.readers.model import Box

# Wider than this many letters' heights, a gap parts two columns rather than two words.
WIDE_GAP = 1.6
# Narrower than this, it parts nothing: where columns stand far apart, the library that
# draws a page may give each letter as a line.
NO_GAP = 0.2
SAME_LINE = 0.35
FEWEST_LINES_IN_COLUMN = 8
SHARE_WITH_GUTTER = 0.5
SHORTEST_COLUMN_TEXT = 22
MOST_ACROSS = FEWEST_OF_ALL = 0.25
MOST_JUMPS = 4


class PageLine(NamedTuple):
    """A line on a page; tabs stand where its parts are wide apart."""

    text: str
    box: Box
    size: float
    page: int
    is_bold: bool = False
    is_hidden: bool = False
    # The frames of the parts between its tabs.
    parts: tuple[Box, ...] = ()
    # How far to the right its column goes; 0 where that is as far as the page.
    edge: float = 0.0


def in_order(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return a page's lines as they are read: columns one after the other."""
    return with_edges(by_columns(beside(lines)))


def with_edges(lines: list[PageLine]) -> list[PageLine]:
    """Return the lines, those of a left column with how far its lines go.

    Two columns of running text are told by a line's left end with many lines wholly on
    each side of it and few across it.
    """
    begins = sorted({line.box.left for line in lines})
    fewest = max(FEWEST_LINES_IN_COLUMN, FEWEST_OF_ALL * len(lines))
    for at in begins:
        left = [line for line in lines if line.box.right <= at]
        right = [line for line in lines if line.box.left >= at]
        across = len(lines) - len(left) - len(right)
        are_many = min(len(left), len(right)) >= fewest
        if are_many and across <= MOST_ACROSS * len(lines) and are_running(left, right):
            edge = sorted(line.box.right for line in left)[len(left) * 9 // 10]
            inside = {id(line) for line in left}
            return [
                line._replace(edge=edge) if id(line) in inside else line
                for line in lines
            ]
    return lines


def are_running(*columns: Sequence[PageLine]) -> bool:
    """Tell whether the lines of every column are long enough to be running text."""
    return all(
        sum(len(line.text) for line in column) > SHORTEST_COLUMN_TEXT * len(column)
        for column in columns
    )


def by_columns(found: list[PageLine]) -> list[PageLine]:
    """Return the lines in the order of the page, where the file has another."""
    gutter = gutter_of(found)
    if gutter is not None:
        return in_columns(found, gutter)
    jumps = sum(after.box.bottom < line.box.top for line, after in pairwise(found))
    if jumps > MOST_JUMPS:
        return beside(
            sorted(found, key=lambda line: (round(line.box.top), line.box.left))
        )
    return found


def beside(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines, those on the same height put together with a tab between."""
    found: list[PageLine] = []
    for line in lines:
        if found and is_beside(found[-1], line):
            found[-1] = together(found[-1], line)
        else:
            found.append(line)
    return found


def is_beside(line: PageLine, after: PageLine) -> bool:
    """Tell whether a line goes on to the right of the one before, on its height."""
    high = max(line.size, after.size, 1)
    is_level = abs(line.box.bottom - after.box.bottom) < SAME_LINE * high
    return (
        is_level
        and after.box.left >= line.box.right
        and line.is_hidden == after.is_hidden
    )


def together(line: PageLine, after: PageLine) -> PageLine:
    """Return two lines on the same height as one."""
    gap = (after.box.left - line.box.right) / max(line.size, after.size, 1)
    is_wide = gap > WIDE_GAP
    between = "\t" if is_wide else " " if gap > NO_GAP else ""
    parts = (*(line.parts or (line.box,)), *(after.parts or (after.box,)))
    return line._replace(
        text=f"{line.text}{between}{after.text}",
        box=around(line.box, after.box),
        size=max(line.size, after.size),
        is_bold=line.is_bold and after.is_bold,
        parts=parts if is_wide else (),
    )


def around(box: Box, other: Box) -> Box:
    """Return the frame around two frames."""
    return Box(
        min(box.left, other.left),
        min(box.top, other.top),
        max(box.right, other.right),
        max(box.bottom, other.bottom),
    )


def gutter_of(lines: Sequence[PageLine]) -> tuple[float, float] | None:
    """Return the empty strip between two columns of text, if the page has one.

    A table has gaps too; columns are told by running text on both sides.
    """
    pairs = [
        (line.text.split("\t"), line.parts)
        for line in lines
        if line.text.count("\t") == 1 and len(line.parts) == 2  # noqa: PLR2004 - one on each side.
    ]
    if len(pairs) < max(FEWEST_LINES_IN_COLUMN, SHARE_WITH_GUTTER * len(lines)):
        return None
    lengths = [
        sum(len(texts[side]) for texts, _ in pairs) / len(pairs) for side in (0, 1)
    ]
    left = sorted(parts[0].right for _, parts in pairs)[len(pairs) * 9 // 10]
    right = sorted(parts[1].left for _, parts in pairs)[len(pairs) // 10]
    return (
        (left, right) if min(lengths) > SHORTEST_COLUMN_TEXT and left < right else None
    )


def in_columns(
    lines: Sequence[PageLine], gutter: tuple[float, float]
) -> list[PageLine]:
    """Return the lines, each run of two columns as the left one and then the right."""
    found: list[PageLine] = []
    left: list[PageLine] = []
    right: list[PageLine] = []
    middle = sum(gutter) / 2
    for line in lines:
        if crosses(line, middle):
            found += [*left, *right, line]
            left, right = [], []
        elif len(line.parts) == 2 and line.parts[1].left >= middle:  # noqa: PLR2004 - one on each side.
            texts = line.text.split("\t", maxsplit=1)
            left.append(line._replace(text=texts[0], box=line.parts[0], parts=()))
            right.append(line._replace(text=texts[1], box=line.parts[1], parts=()))
        elif line.box.right <= middle:
            left.append(line)
        else:
            right.append(line)
    return [*found, *left, *right]


def crosses(line: PageLine, middle: float) -> bool:
    """Tell whether some part of a line stands on both sides of the gutter."""
    return any(part.left < middle < part.right for part in line.parts or (line.box,))
