"""Signatures that stand side by side: what stands below each place belongs to it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from radslag.formats.understanding.source import Piece

_SIDE_BY_SIDE: Final = 2


class Place(NamedTuple):
    """Where a signature begins: the municipality, if it is known, and has it a day."""

    name: str | None
    has_day: bool


class Row(NamedTuple):
    """The cells of a row that are not empty, each with the column it stands in."""

    cells: tuple[tuple[int, Piece], ...]
    is_of_table: bool

    @property
    def pieces(self) -> list[Piece]:
        """The cells without their columns."""
        return [piece for _, piece in self.cells]


class Column(NamedTuple):
    """Lines that follow on each other; `is_parted` where others stand beside them."""

    lines: list[Piece]
    is_parted: bool


Begins = Callable[[Piece], Place | None]


@dataclass
class _Band:
    """Signatures beside each other: their municipalities, columns and lines so far."""

    names: set[str]
    places: list[int]
    lines: list[list[Piece]] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Put each cell below the one that it belongs to.

        A row as full as the first is told by order, for a tab is no sure column. What
        stands alone outside a table may be anybody's, and is left.
        """
        if len(row.cells) == len(self.places):
            for lines, piece in zip(self.lines, row.pieces, strict=True):
                lines.append(piece)
        elif row.is_of_table:
            for column, piece in row.cells:
                self.lines[self._nearest(column)].append(piece)

    def _nearest(self, column: int) -> int:
        return min(
            range(len(self.places)), key=lambda at: abs(self.places[at] - column)
        )


def in_columns(rows: Iterable[Row], begins: Begins) -> Iterator[Column]:
    """Give the lines in the order that they belong together.

    `begins` tells of a cell whether a signature begins there.
    """
    band: _Band | None = None
    for row in rows:
        places = [begins(piece) for piece in row.pieces]
        names = {place.name for place in places if place and place.name}
        if band and names <= band.names:
            band.take(row)
            continue
        yield from _parted(band)
        band = _opened(row, places, names)
        if band is None:
            yield Column(row.pieces, is_parted=False)
    yield from _parted(band)


def _opened(row: Row, places: list[Place | None], names: set[str]) -> _Band | None:
    """Return a band where several signatures of one form begin in a row, or None."""
    begun = [place for place in places if place]
    is_even = len(begun) == len(places) and len({p.has_day for p in begun}) == 1
    known = [place.name for place in begun if place.name]
    if len(begun) < _SIDE_BY_SIDE or not is_even or len(known) != len(names):
        return None
    lines = [[piece] for piece in row.pieces]
    return _Band(names, [column for column, _ in row.cells], lines) if names else None


def _parted(band: _Band | None) -> Iterator[Column]:
    for lines in band.lines if band else []:
        yield Column(lines, is_parted=True)
