"""Clock times as documents write them: "kl 8.30-11.00", "13:00–15.00", "klockan 9"."""

import re
from datetime import time
from typing import Final, NamedTuple

from radslag.formats.understanding.source import Piece

_CLOCK: Final = r"(?P<{0}h>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
_CLOCKS: Final = re.compile(
    rf"(?i)(?P<word>\bkl(?:ockan|\.)?\s*)?(?<![\d.:-]){_CLOCK.format('a')}"
    rf"(?:\s*(?:[-–—]|till|och)\s*(?:kl\.?\s*)?{_CLOCK.format('b')})?(?![\d:]|\.\d)"
)


class FoundClock(NamedTuple):
    """When something starts, and ends where that is said, with the words."""

    starts_at: time
    ends_at: time | None
    piece: Piece


def clock_in(piece: Piece) -> FoundClock | None:
    """Return the first clock time of a piece, or None.

    A bare number is a clock time only after "kl", or where minutes are written.
    """
    for match in _CLOCKS.finditer(piece.text):
        if not (match["word"] or match["am"]):
            continue
        starts = _time(match["ah"], match["am"])
        ends = _time(match["bh"], match["bm"]) if match["bh"] else None
        if starts and (ends is None or ends > starts):
            return FoundClock(starts, ends, piece.group(match).strip())
    return None


def _time(hours: str, minutes: str | None) -> time | None:
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        return None
