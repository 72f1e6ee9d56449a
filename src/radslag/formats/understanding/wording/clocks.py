"""Clock times as documents write them: "kl 8.30-11.00", "13:00–15.00", "klockan 9"."""

import re
from datetime import time
from typing import Final, NamedTuple

from radslag.formats.understanding.source import Piece

_HOURS: Final = r"(?P<{0}h>[01]?\d|2[0-4])"
_CLOCK: Final = (
    rf"{_HOURS}(?:(?P<{{0}}s>[.:]|(?<=\d\d)(?=[0-5]\d(?!\d)))(?P<{{0}}m>[0-5]\d))?"
)
_CLOCKS: Final = re.compile(
    rf"""(?ix)
    (?: (?P<word>\bkl(?:ockan|\.)?:?\s*|\btid(?:en)?:?\s+|\bmellan\s+(?:kl\.?\s*)?)
      | (?<![\w.:/§-])(?<!§\s) )
    {_CLOCK.format("a")}
    (?: \s* (?:[-–—]|till|(?P<and>och)) \s* (?:kl\.?\s*)? (?:ca\.?\s+|cirka\s+)?
        {_CLOCK.format("b")} )?
    (?! \d | [.,:/-]\d | [a-zåäö]
      | \s*(?:%|(?:kr|tkr|mnkr|mkr|procent|kronor|invånare)\b) )
    """
)
_WORDS: Final = (
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)
_SHIFTS: Final = {
    "halv": -30,
    "kvart i": -15,
    "tio i": -10,
    "fem i": -5,
    "kvart över": 15,
    "tio över": 10,
    "fem över": 5,
}
_SAID: Final = rf"(?:(?P<{{0}}s>{'|'.join(_SHIFTS)})\s+)?(?P<{{0}}h>{'|'.join(_WORDS)})"
# "mellan nio och kvart i tolv", "klockan halv två": what follows is no thing counted.
_IN_WORDS: Final = re.compile(
    rf"(?i)\b(?:kl\.?|klockan|mellan(?:\s+klockan)?|från(?:\s+klockan)?)\s+"
    rf"{_SAID.format('a')}(?:\s+(?:och|till)\s+{_SAID.format('b')})?"
    r"(?=\s*(?:[,.;)]|$)|\s+(?:i|på|hos|den)\s)"
)
_MORNING: Final = 7
_TWO: Final = 2
_EARLIEST: Final = 6


class FoundClock(NamedTuple):
    """When something starts, and ends where that is said, with the words."""

    starts_at: time
    ends_at: time | None
    piece: Piece


def clock_in(piece: Piece) -> FoundClock | None:
    """Return the first clock time of a piece, or None.

    A bare number is a clock time only after "kl", or where minutes are written as in
    "13.00" or "8.30-11.00"; "3.10" alone is not, for so chapters are numbered.
    """
    for match in _CLOCKS.finditer(piece.text):
        if not _is_clock(match):
            continue
        starts = _time(match["ah"], match["am"])
        ends = _end(match)
        if starts and (ends is None or ends > starts):
            return FoundClock(starts, ends, _words(match, piece, ends))
    return None


def clock_in_words(piece: Piece) -> FoundClock | None:
    """Return the clock time that a piece tells in words; before seven is after noon."""
    match = _IN_WORDS.search(piece.text)
    if match is None:
        return None
    starts = _time_said(match["as"], match["ah"])
    ends = _time_said(match["bs"], match["bh"]) if match["bh"] else None
    is_right = ends is None or ends > starts
    return FoundClock(starts, ends, piece.group(match)) if is_right else None


def _time_said(shift: str | None, hour: str) -> time:
    number = _WORDS.index(hour.lower()) + 1
    hours = number if number >= _MORNING else number + 12
    minutes = hours * 60 + _SHIFTS.get(" ".join((shift or "").lower().split()), 0)
    return time(minutes // 60, minutes % 60)


def _is_clock(match: "re.Match[str]") -> bool:
    word = (match["word"] or "").lower()
    if "kl" in word:
        return True
    if not match["am"] or not match["as"]:
        # "9–11.30" is a morning, but "3–4.10" may be chapters.
        return bool(match["bm"] and match["bs"]) and int(match["ah"]) >= _EARLIEST
    has_both = bool(match["bm"])
    return has_both or match["as"] == ":" or len(match["ah"]) == _TWO or bool(word)


def _end(match: "re.Match[str]") -> time | None:
    """Return the end; "kl 9 och 13" is two beginnings and no end."""
    is_between = (match["word"] or "").lower().startswith("mellan")
    if not match["bh"] or (match["and"] and not is_between):
        return None
    return _time(match["bh"], match["bm"])


def _words(match: "re.Match[str]", piece: Piece, ends: time | None) -> Piece:
    if match["bh"] and ends is None:
        until = match.end("am") if match["am"] else match.end("ah")
        return piece.part(match.start(), until).strip()
    return piece.group(match).strip()


def _time(hours: str, minutes: str | None) -> time | None:
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        return None
