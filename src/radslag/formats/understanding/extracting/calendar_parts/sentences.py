"""Sentences of something else that say which meetings are to come, and when.

"Uppföljning sker vid nätverksträffarna 4 mars och 9 oktober" sets two meetings.
"""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import MeetingStatus
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay

_AT_MEETINGS: Final = re.compile(
    r"(?i)\b(?:på|vid|under|till)\s+(?:\S+\s+){0,4}?"
    r"[\wåäö-]*(?:möte(?:n|t|na)?|träff(?:en|ar|arna)?|sammanträde(?:n|t|na)?"
    r"|avstämning(?:en|ar|arna)?)\s+"
    r"(?:(?:[\wåäö]+dag(?:en|ar|arna)?)\s+)?(?:(?:den|i|under)\s+)?$"
)
_TO_COME: Final = re.compile(
    r"(?i)\b(?:görs|sker|hålls|följs|stäms|tas|behandlas|redovisas|rapporteras"
    r"|presenteras|diskuteras|lyfts|går\s+igenom|gås\s+igenom|stämmer|följer|ska(?:ll)?"
    r"|kommer|planeras|äger\s+rum)\b"
)


def sets_meetings(sentence: Piece, day: FoundDay) -> bool:
    """Tell whether a sentence says what is done at meetings on the days in it."""
    before = sentence.source.text[sentence.start : day.piece.start]
    is_to_come = _TO_COME.search(sentence.text) is not None
    return is_to_come and _AT_MEETINGS.search(before) is not None


def of_its_time(
    days: Sequence[FoundDay], year: int | None, status: MeetingStatus
) -> list[FoundDay]:
    """Return the days of the plan's year, and those of later years that it names."""
    is_plan = status is MeetingStatus.PLANNED
    return [
        day
        for day in days
        if day.day.year == year or (is_plan and year and day.day.year > year)
    ]
