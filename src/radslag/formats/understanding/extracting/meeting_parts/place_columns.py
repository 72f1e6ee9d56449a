"""The column of a list of attendance that says where somebody comes from.

A cell of it is a place whatever it looks like, "Visit Dalarna" too; and where it is
empty the place of the row above holds, which stands once for several persons.
"""

import re
from dataclasses import dataclass
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.attendee_parts import (
    Part,
    kind_of_part,
)
from radslag.formats.understanding.extracting.meeting_parts.attendees import Attendee
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece

_PLACE: Final = re.compile(
    r"(?i)^\W*(?:kommun|organisation|myndighet|företag|förvaltning|hemort|från"
    r"|representerar|hör hemma i|arbetsgivare)"
    r"(?:\s*(?:/|och|eller)\s*(?:kommun|organisation|myndighet|företag))?\W*$"
)
_NAME: Final = re.compile(
    r"(?i)^\W*(?:för- och efter)?(?:namn|person|deltagare|ledamot)\b"
)


@dataclass
class PlaceColumn:
    """Which columns have places and names; none where the head does not tell."""

    place: int | None = None
    name: int | None = None
    above: Piece | None = None

    @classmethod
    def of(cls, head: Line) -> "PlaceColumn":
        """Return the columns that a table's head tells of."""
        pairs = list(zip(head.columns, head.cells, strict=True))
        places = [n for n, cell in pairs if _PLACE.match(cell.text)]
        names = [n for n, cell in pairs if _NAME.match(cell.text)]
        if len(places) != 1 or len(names) != 1:
            return cls()
        return cls(places[0], names[0])

    def others(self, line: Line, cells: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Return the cells without a place that would be taken for a person."""
        place = self._cell(line, self.place)
        is_like_name = place is not None and kind_of_part(place) is Part.NAME
        return tuple(c for c in cells if c != place) if is_like_name else cells

    def placed(self, people: list[Attendee], line: Line) -> list[Attendee]:
        """Return the people of a row with the place in its column, or the one above."""
        place, name = self._cell(line, self.place), self._cell(line, self.name)
        if self.place is None or not line.is_row:
            return people
        self.above = place or self.above
        for each in people if name else ():
            if self.above and not (each.municipality or each.organisation):
                _say(each, self.above, is_from_above=place is None)
        return people

    def _cell(self, line: Line, column: int | None) -> Piece | None:
        pairs = zip(line.columns, line.cells, strict=True)
        return next((cell for number, cell in pairs if number == column), None)


def _say(each: Attendee, place: Piece, *, is_from_above: bool) -> None:
    if kind_of_part(place) is Part.MUNICIPALITY:
        each.municipality = place
    else:
        each.organisation = place
    each.is_from_above = is_from_above
