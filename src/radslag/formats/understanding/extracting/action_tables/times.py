"""When an activity begins and ends, from one column for time or from one for each."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from radslag.agreement.calendar import VagueTime, understand_time
from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece, tidy

VAGUE_TIME: Final = "Tiden är skriven med ord som kan förstås på flera sätt."
LONGEST_WORDS: Final = 200
BETWEEN_TIMES: Final = re.compile(
    r"\s*[–—]\s*|\s+-\s+|(?<=[A-Za-zåäö1-4])-(?=[A-Za-zåäö])"
    r"|\s+till\s+(?:och\s+med\s+)?"
)
_ISO_MONTH: Final = re.compile(r"((?:19|20|21)\d\d)-(0[1-9]|1[0-2])")


def understood(words: str, year: int) -> VagueTime:
    """Understand words for a time; "Q1–Q2" is from the first until the last."""
    plain = re.sub(r"(?i)\bi\s+(?=[a-zåäö])", "", words.strip(" ."))
    month = _ISO_MONTH.fullmatch(plain)
    if month:
        plain = f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    time = understand_time(plain.replace(" – ", "–"), year)
    parts = BETWEEN_TIMES.split(words.strip(" ."))
    if time.kind != "unknown" or len(parts) != 2:  # noqa: PLR2004 - from and until.
        return time
    first, last = (understood(part, year) for part in parts)
    is_whole = first.from_on and last.until_on and first.from_on < last.until_on
    if not is_whole or "unknown" in (first.kind, last.kind):
        return time
    certain = first.certain and last.certain
    return replace(last, from_on=first.from_on, as_written=words, certain=certain)


def from_start_to_end(
    starts: Piece | None, ends: Piece | None, year: int
) -> dict[str, Value | None]:
    """Return the time of a row with columns for when it begins and when it ends.

    An end before the beginning is kept as it is written, and says no days.
    """
    pieces = [piece for piece in (starts, ends) if piece]
    first = understood(str(starts), year) if starts else None
    last = understood(str(ends), year) if ends else None
    words = " – ".join(tidy(str(piece)) for piece in pieces)[:LONGEST_WORDS]
    written = pieces[0].value(words)
    for piece in pieces[1:]:
        written = written.also(piece.value(words))
    from_on = first.from_on if first else None
    until_on = last.until_on if last else None
    if from_on and until_on and until_on <= from_on:
        return {"time_as_written": written}
    return {
        "time_as_written": written,
        "starts_from": _day(starts, from_on, first),
        "ends_until": _day(ends, until_on, last),
    }


def _day(piece: Piece | None, day: date | None, time: VagueTime | None) -> Value | None:
    if piece is None or day is None or time is None:
        return None
    if time.certain:
        return piece.value(day)
    return piece.value(day, Certainty.PROBABLE, VAGUE_TIME)
