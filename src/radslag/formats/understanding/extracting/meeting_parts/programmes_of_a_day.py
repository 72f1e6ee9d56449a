"""The programme of a day in a notice's head: "Kl 12.00 Lunch" is not when one meets."""

import re
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_starts import PAUSE
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in

_FEWEST: Final = 2
_NEAR: Final = 2
_VERIFYING: Final = (Label.VERIFIER, Label.VERIFIED_ON)
_JUSTERING: Final = re.compile(r"(?i)justering\W*")
_AT: Final = re.compile(
    r"(?i)kl(?:\.|ockan)?\s?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?\s+"
    r"(?P<what>(?-i:[A-ZÅÄÖ])\S.*)"
)
# A room has a common word before its name, or none: "i sammanträdesrum Tallen".
_ROOM: Final = re.compile(
    r"\b(?:i|på)\s+((?:\w{0,20}(?:sammanträdesrum|konferensrum|mötesrum|sessionssal"
    r"|konferenssal|möteslokal|samlingssal)(?:met|en)?)\b[^.;]{0,80}?)"
    r"(?=,?\s+(?:för|med|kl|klockan|den|då)\b|[.;]|$)"
)


def without_programme(lines: list[Line]) -> list[Line]:
    """Return the lines without those that say what happens at which hour of the day."""
    of_day = [match for line in lines if (match := _AT.fullmatch(line.text))]
    has_several = len(of_day) >= _FEWEST
    return [
        line
        for line in lines
        if not (found := _AT.fullmatch(line.text))
        or not (has_several or PAUSE.match(found["what"]))
    ]


def without_verifying(lines: list[Line]) -> list[Line]:
    """Return the lines without where and when the minutes are verified.

    Below "Justering" and who verifies, "Plats och tid" is of that.
    """
    kept: list[Line] = []
    since = _NEAR + 1
    for line in lines:
        found = label_of(line)
        is_verifying = found is not None and found.label in _VERIFYING
        since = 0 if is_verifying or _JUSTERING.fullmatch(line.text) else since + 1
        is_place = found is not None and found.label is Label.PLACE_AND_TIME
        if not (is_place and since <= _NEAR):
            kept.append(line)
    return kept


def year_of_first(lines: list[Line]) -> int | None:
    """Return the year of the first whole day of some lines, as a letter's own day."""
    days = (day for line in lines for day in days_in(line.piece))
    return next((day.day.year for day in days if day.has_year), None)


def room_in(sentence: Piece) -> Piece | None:
    """Return the room that a sentence calls somebody to, or None."""
    return sentence.find(_ROOM)
