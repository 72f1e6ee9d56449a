"""When an activity begins and ends, from one column for time or from one for each."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from radslag.agreement.calendar import VagueTime, understand_time
from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece, tidy

VAGUE_TIME: Final = "Tiden är skriven med ord som kan förstås på flera sätt."
LONGEST_WORDS: Final = 200
_ON: Final = r"\s+(?:i\s+|den\s+|under\s+|vid\s+)?(?=\S)"
_BEGINS: Final = re.compile(
    rf"(?i)^(?:öppnar|öppning|invigs|startar|börjar|inleds|påbörjas|sätts\s+igång){_ON}"
)
_ENDS: Final = re.compile(
    r"(?i)^(?:avslutas|slutförs|slutredovisas|levereras|(?:ska\s+)?(?:vara\s+)?"
    r"(?:klara?|färdiga?|klart|färdigt)(?=\s+(?:den|till|före|senast)\b))"
    r"(?:\s+(?:senast|till|före|den|i))*\s+(?=\S)"
)


def understood(words: str, year: int) -> VagueTime:
    """Understand the words of a cell for a time; its full stop does not count.

    What goes on all the time has neither a first day nor a last that anybody wrote,
    and what is to be done before a day has no first.
    """
    plain = _BEGINS.sub("start ", _ENDS.sub("senast ", words.strip(" .")))
    time = replace(understand_time(plain, year), as_written=words)
    if time.kind == "continuous":
        return replace(time, from_on=None, until_on=None)
    if time.kind == "deadline":
        return replace(time, from_on=None)
    return time


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
    written = pieces[0].value(words).also(*(p.value(words) for p in pieces[1:]))
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
