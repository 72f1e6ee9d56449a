"""Lines of a head that say nothing but when one met, and the place right below them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.clocks import FoundClock, clock_in

_DAY_WORDS: Final = (
    r"(?:[a-zåäö]{2,4}dag(?:en)?,? )?(?:den )?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} \d{4})"
)
_CLOCK_WORDS: Final = (
    r"(?:kl\.? ?|klockan )?\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?(?: ?[-–])?"
)
_DAY: Final = re.compile(rf"(?i){_DAY_WORDS}")
_CLOCK: Final = re.compile(rf"(?i){_CLOCK_WORDS}")
_BOTH: Final = re.compile(rf"(?i){_DAY_WORDS},? {_CLOCK_WORDS}")
_PLACE: Final = re.compile(
    r"(?=[A-ZÅÄÖ])(?i:.{0,60}?(?:hus(?:et)?|lokal(?:en)?|sal(?:en)?|rum(?:met)?"
    r"|hotell(?:et)?|gård(?:en)?|bibliotek(?:et)?|konferens)(?![a-zåäö]).{0,60})"
)
_BRACKET: Final = re.compile(r"\([^()]{3,80}\)")
_FIRST_LINES: Final = 14


def when_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the day and the place that a list of people holds before it.

    Two columns read as one have them in the middle of those who were there.
    """
    first = next((n for n, line in enumerate(lines) if _lists(line)), len(lines))
    moved = [n for n in range(first, len(lines)) if _is_when(lines, n)]
    taken = [lines[n] for n in moved]
    rest = [line for n, line in enumerate(lines) if n >= first and n not in moved]
    return [*lines[:first], *taken, *rest]


def clock_alone(lines: Sequence[Line]) -> FoundClock | None:
    """Return the clock that stands alone right below a day that does."""
    for above, below in pairwise(lines[:_FIRST_LINES]):
        if _DAY.fullmatch(above.text) and _CLOCK.fullmatch(below.text):
            return clock_in(below.piece)
    return None


def place_below(lines: Sequence[Line]) -> Piece | None:
    """Return the place that stands right below a day and a clock that stand alone."""
    for at in range(min(len(lines), _FIRST_LINES)):
        if _is_place(lines, at):
            is_more = at + 1 < len(lines) and _BRACKET.fullmatch(lines[at + 1].text)
            last = lines[at + 1 if is_more else at]
            return lines[at].piece.until(last.piece)
    return None


def _lists(line: Line) -> bool:
    found = label_of(line)
    return found is not None and found.label in ATTENDING


def _is_when(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a day over its clock, the clock, or the place below."""
    if _ends_when(lines, at) or _is_place(lines, at):
        return True
    if _BRACKET.fullmatch(lines[at].text):
        return at > 0 and _is_place(lines, at - 1)
    return (
        at + 1 < len(lines)
        and not _BOTH.fullmatch(lines[at].text)
        and (_DAY.fullmatch(lines[at].text) is not None and _ends_when(lines, at + 1))
    )


def _ends_when(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line ends with the clock of a day that stands with it alone."""
    if _BOTH.fullmatch(lines[at].text):
        return True
    is_below = at > 0 and _DAY.fullmatch(lines[at - 1].text) is not None
    return is_below and _CLOCK.fullmatch(lines[at].text) is not None


def _is_place(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    is_plain = not line.is_row and label_of(line) is None
    is_below = at > 0 and _ends_when(lines, at - 1)
    return is_below and is_plain and _PLACE.fullmatch(line.text) is not None
