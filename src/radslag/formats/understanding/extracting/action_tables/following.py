"""What became of an activity, and when it was noted: in a plan's column or a report."""

import re
from datetime import timedelta
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.action_tables.states import status_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import NO_YEAR, day_in

BY_PERIOD: Final = "Bara perioden för uppföljningen står; dagen är dess sista."
_ONE_DAY: Final = timedelta(days=1)
_PERIODS: Final = ("month", "quarter", "half_year", "tertial")
_PERIOD: Final = re.compile(
    r"(?i)^\W*\w+\s+(?:(?:per|efter|i|till och med|t\.?o\.?m\.?)\s+)?(?P<when>\S.*)$"
)


def noted_on(head: Piece, year: int) -> Value | None:
    """Return the day that the head of a column dates its notes, or None.

    "Uppföljning 2026-05-29" is that day, and "Uppföljning april" the month's last.
    """
    day = day_in(head, year)
    if day:
        reason = "" if day.has_year else NO_YEAR
        return day.piece.value(day.day, day.certainty, reason)
    match = _PERIOD.match(head.text.strip())
    if match is None:
        return None
    time = understand_time(match["when"].strip(" ()."), year)
    if time.kind not in _PERIODS or time.until_on is None:
        return None
    return head.value(time.until_on - _ONE_DAY, Certainty.PROBABLE, BY_PERIOD)


def follow(
    gathering: Gathering,
    activity: Found,
    noted: Value,
    texts: list[Piece],
    status: Value | None,
    reason: str = "",
) -> None:
    """Put a note of what became of an activity into the gathering, once a day."""
    text = "\n".join(piece.text.strip() for piece in texts)
    certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
    more = (piece.value(text) for piece in texts[1:])
    said = texts[0].value(text, certainty, reason).also(*more)
    key = f"{activity.key}-{noted.value.isoformat()}"
    if gathering.get("follow_ups", key) is None:
        values = {
            "activity": texts[0].value(activity.key),
            "noted_on": noted,
            "text": said,
            "status": status,
        }
        gathering.add("follow_ups", key, values)


def follow_dated(
    gathering: Gathering,
    activity: Found,
    notes: list[tuple[Value, Piece]],
    status: Value | None = None,
) -> None:
    """Put the notes of a plan's own columns, each with its day, into the gathering.

    A status that stands beside the notes, of the same day, is theirs.
    """
    for noted, piece in notes:
        follow(gathering, activity, noted, [piece], status or status_of(piece))
