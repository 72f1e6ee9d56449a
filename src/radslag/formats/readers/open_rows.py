"""The rows of a table without rules between all cells: bands, and lines that go on.

Rules and shades part the rows they are drawn between. Where none are, a row begins
where the lines stand further apart, or where the first column is filled anew.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from radslag.formats.readers.joining import begins_low, join_all
from radslag.formats.readers.open_lines import Extent, SeenLine

# So much further apart than the nearest lines, and two lines are two rows.
FURTHER = 1.22
# Lines further apart than this many letters' heights are not of one paragraph.
WIDEST_LEADING = 1.6
# How wide a space between two words is, in letters' heights.
SPACE = 0.3
# So many whole lines between two rules are rows; fewer may be one that goes on.
FEWEST_ROWS = 3
Cells = list[list[str]]


class Row:
    """A row on its way: the lines of each of its cells."""

    def __init__(self, columns: Sequence[Extent]) -> None:
        self.columns = columns
        self.cells: Cells = [[] for _ in columns]
        self.lines: list[SeenLine] = []
        # How far to the right each cell's last line goes.
        self.ends = [0.0] * len(columns)

    def take(self, line: SeenLine, parts: Sequence[str]) -> None:
        """Let a line go on in the row's cells."""
        self.lines.append(line)
        for at, part in enumerate(parts):
            if part:
                self._take(at, line, part)

    def _take(self, at: int, line: SeenLine, part: str) -> None:
        """Let a line go on in a cell; what would have had room above was set apart."""
        column = self.columns[at]
        words = [w for w in line.words if column.left - 1 <= w.box.left <= column.right]
        if not words:
            self.cells[at].append(part)
            return
        room = column.right - self.ends[at] - SPACE * line.size
        first = words[0].box.right - words[0].box.left
        is_apart = self.cells[at] and first < room and not begins_low(part)
        self.cells[at].append(f"\n{part}" if is_apart else part)
        self.ends[at] = words[-1].box.right

    @property
    def texts(self) -> list[str]:
        """The cells, each with its lines made one where only its width broke them."""
        return [joined(lines) for lines in self.cells]


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell, those that were set apart on lines of their own."""
    apart: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("\n"):
            apart.append([])
        apart[-1].append(line.strip("\n"))
    return "\n".join(join_all(one) for one in apart)


def parts_of(line: SeenLine, columns: Sequence[Extent]) -> list[str]:
    """Return what a line says in each column; what reaches further is in its first."""
    parts: list[list[str]] = [[] for _ in columns]
    for chunk in line.chunks:
        first = next(
            (at for at, column in enumerate(columns) if chunk.left <= column.right), -1
        )
        parts[first] += [
            word.text
            for word in line.words
            if chunk.left <= word.box.left <= chunk.right
        ]
    return [" ".join(words) for words in parts]


def rows_in(
    lines: Sequence[SeenLine], columns: Sequence[Extent], edges: Sequence[float]
) -> list[Row]:
    """Return the rows of lines in columns, with what is drawn between some of them."""
    bands = list(bands_of(lines, edges))
    leading = leading_of(bands)
    filled = [[parts_of(line, columns) for line in band] for band in bands]
    is_ruled = len(bands) > FEWEST_ROWS and all(
        is_one_row(band, parts, leading)
        for band, parts in zip(bands, filled, strict=True)
    )
    rows: list[Row] = []
    for band, parts in zip(bands, filled, strict=True):
        for at, (line, said) in enumerate(zip(band, parts, strict=True)):
            is_new = at == 0 or (
                not is_ruled and begins_row(band[at - 1], line, parts, at, leading)
            )
            if is_new:
                rows.append(Row(columns))
            rows[-1].take(line, said)
    return rows


def bands_of(
    lines: Sequence[SeenLine], edges: Sequence[float]
) -> Iterator[list[SeenLine]]:
    """Give the lines that nothing is drawn between."""
    band: list[SeenLine] = []
    for line in lines:
        if band and any(band[-1].middle < edge < line.middle for edge in edges):
            yield band
            band = []
        band.append(line)
    if band:
        yield band


def leading_of(bands: Sequence[Sequence[SeenLine]]) -> float:
    """Return how far apart the nearest lines are that stand below each other."""
    return min(
        (
            after.bottom - line.bottom
            for band in bands
            for line, after in pairwise(band)
            if after.bottom - line.bottom > line.size / 2 and is_above(line, after)
        ),
        default=0,
    )


def is_above(line: SeenLine, after: SeenLine) -> bool:
    """Tell whether some words stand above some; lines in a middle pass each other."""
    return any(
        above.left < below.right and below.left < above.right
        for above in line.chunks
        for below in after.chunks
    )


def is_one_row(
    band: Sequence[SeenLine], parts: Sequence[Sequence[str]], leading: float
) -> bool:
    """Tell whether lines between two rules may be one row whose cells go on."""
    if any(is_apart(line, after, leading) for line, after in pairwise(band)):
        return False
    begun = sum(
        bool(said[0]) and sum(map(bool, said)) > 1 and not begins_low(said[0])
        for said in parts
    )
    return begun <= FEWEST_ROWS


def is_apart(line: SeenLine, after: SeenLine, leading: float) -> bool:
    """Tell whether two lines stand further apart than those of one cell do."""
    below = after.bottom - line.bottom
    widest = WIDEST_LEADING * max(line.size, after.size)
    return below > widest or (leading > 0 and below > FURTHER * leading)


def begins_row(
    last: SeenLine,
    line: SeenLine,
    parts: Sequence[Sequence[str]],
    at: int,
    leading: float,
) -> bool:
    """Tell whether a line begins a row of its own, though nothing is drawn above it."""
    said = parts[at]
    if is_apart(last, line, leading):
        return True
    if not said[0] or begins_low(said[0]):
        return False
    is_filled = sum(map(bool, said)) > 1
    # A cell that is filled below an empty one does not go on there.
    is_anew = any(
        now and not before for before, now in zip(parts[at - 1], said, strict=True)
    )
    return is_filled or is_anew
