"""Days as documents write them, from "22 januari" to "10/6 2010".

What is ambiguous or impossible is not understood: no day is made up.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS, WEEKDAYS
from radslag.formats.understanding.source import Piece

_MONTH: Final = "|".join(f"{name}|{name[:3]}\\.?|{name[:4]}\\.?" for name in MONTHS)
_YEAR: Final = r"(?:19|20|21)\d{2}"
_WEEKDAY: Final = "|".join(WEEKDAYS)
_DAY: Final = re.compile(
    rf"""(?ix)
    (?<![\d/.-])
    (?: (?P<weekday>{_WEEKDAY})(?:en|ar|arna)?\s+ )?
    (?:
      (?P<iso>(?P<y1>{_YEAR})[-.](?P<m1>\d\d)[-.](?P<d1>\d\d))
    | (?P<solid>(?P<y4>{_YEAR})(?P<m4>0[1-9]|1[0-2])(?P<d4>[0-3]\d))
    | (?:den\s+)? (?P<d2>\d{{1,2}})(?::?e|:a)?
        (?: \s*[-–—]\s*(?P<last>\d{{1,2}})(?::?e|:a)? )?
        \s+ (?P<m2>{_MONTH})\b (?: ,?\s+ (?P<y2>{_YEAR}) )?
    | (?:den\s+)? (?P<d3>\d{{1,2}})\s*/\s*(?P<m3>\d{{1,2}})
        (?: \s*[-–,]?\s* (?P<y3>{_YEAR}) )?
    )
    (?![\d])
    """
)
NO_YEAR: Final = "Året står inte vid dagen utan är taget ur sammanhanget."


class FoundDay(NamedTuple):
    """A day and the words for it; the last day where several follow on each other."""

    day: date
    piece: Piece
    last: date | None
    weekday: str
    has_year: bool

    @property
    def certainty(self) -> Certainty:
        """Certain where the year is written too."""
        return Certainty.CERTAIN if self.has_year else Certainty.PROBABLE


def days_in(piece: Piece, year: int | None = None) -> Iterator[FoundDay]:
    """Give the days a piece names; those without a year are taken to be of `year`."""
    for match in _DAY.finditer(piece.text):
        found = _found(match, piece, year)
        if found:
            yield found


def day_in(piece: Piece, year: int | None = None) -> FoundDay | None:
    """Return the first day a piece names, or None."""
    return next(days_in(piece, year), None)


def _found(match: "re.Match[str]", piece: Piece, year: int | None) -> FoundDay | None:
    said = match.groupdict()
    written = said["y1"] or said["y2"] or said["y3"] or said["y4"]
    whole_year = int(written) if written else year
    if whole_year is None:
        return None
    number = said["d1"] or said["d2"] or said["d3"] or said["d4"]
    month = _month(said)
    try:
        day = date(whole_year, month, int(number))
        last = date(whole_year, month, int(said["last"])) if said["last"] else None
    except ValueError:
        return None
    weekday = (said["weekday"] or "").lower()
    return FoundDay(day, piece.group(match), last, weekday, bool(written))


def _month(said: "dict[str, str]") -> int:
    figures = said["m1"] or said["m3"] or said["m4"]
    if figures:
        return int(figures)
    begins = said["m2"].lower().rstrip(".")[:3]
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(begins))
