"""The meeting before this one, known only from the minutes of it that are gone through.

Minutes of other bodies' meetings, and papers with a day of their own, tell of none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus
from radslag.formats.understanding.extracting.meeting_parts.bodies import body_in
from radslag.formats.understanding.extracting.meeting_parts.header import Head
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import (
    ONE_OF_EACH,
    Gathering,
    iso,
)
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

OF_ITS_MINUTES: Final = "Mötet är känt bara genom anteckningarna eller protokollet."
LATEST: Final = (
    "Året är inte skrivet; det är senaste gången dagen inföll före mötet. "
    + OF_ITS_MINUTES
)
_RECORD: Final = re.compile(
    r"(?i)\b(?:\w*protokoll(?:et|en)?|(?:\w+)?anteckning(?:ar|arna))"
    r"(?:\s+(?:från|av|för|vid))?(?:\s+(?:förra\s+|föregående\s+|senaste\s+)?(?P<of>[a-zåäö]{3,30})?"
    r"(?:möte|sammanträde|träff)(?:t|en)?)?[\s(,–-]*(?:den\s+)?$"
    r"|\bföregående\s+(?:möte|sammanträde|träff)\w*[\s(,–:-]*(?:den\s+)?$"
    r"|\bförra\s+(?:gången|mötet|träffen|sammanträdet)[\s(,–:-]*(?:den\s+)?$"
)
# As far before a day as the words for minutes may begin.
_SEEN_BACK: Final = 120
# The words make it clear that it is the meeting before this one.
_BEFORE: Final = re.compile(r"(?i)\bföregående\b|\bförra\b|\bsenaste\b")
# An item that is the minutes themselves: "Protokoll från mötet den 3 maj".
_OF_MEETING: Final = re.compile(
    r"(?i)\W*(?:\w*protokoll(?:et)?|\w*anteckningar(?:na)?)\s+(?:från|av|för)\s+"
    r"(?:möte|sammanträde|träff)(?:t|en)?\b"
)
_READ: Final = re.compile(
    r"(?i)\b(?:lades|läggs|lägga|gicks|gås|går|gick|godkän\w+|genomgång|justera\w*"
    r"|inget\s+att|utan\s+anmärkning|utan\s+erinran)\b"
)
_IN_TOWN: Final = re.compile(
    r"\W{0,2}i\s+(?P<town>[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?)(?=[,.)]|$)"
)
_LONGEST_AGO: Final = timedelta(days=400)


def add_earlier_meetings(
    items: Iterable[Item],
    head: Head,
    gathering: Gathering,
    beside: Sequence[Line] = (),
) -> None:
    """Add the own body's meeting whose minutes are gone through."""
    if head.day is None or head.body is None:
        return
    for line in beside:
        for sentence in sentences_of(line.piece):
            for when, town in _days(sentence, head, is_about=False):
                _add(when, town, head, gathering)
    for item in items:
        pieces = [item.title, *item.cells[1:], *(line.piece for line in item.lines)]
        title = item.title.text
        is_about = bool(_BEFORE.search(title) or _OF_MEETING.match(title))
        for piece in pieces:
            for when, town in _days(piece, head, is_about=is_about):
                _add(when, town, head, gathering)


def _days(
    piece: Piece, head: Head, *, is_about: bool
) -> Iterator[tuple[Value, Value | None]]:
    """Give the days of a piece that earlier minutes are named by, with the town."""
    if head.day is None:
        return
    text, before = piece.text, piece.find(_BEFORE)
    is_read = is_about or _READ.search(text) is not None
    for day in days_in(piece, head.day.day.year):
        at = day.piece.start - piece.start
        is_before = before is not None and before.end <= day.piece.start
        record = _RECORD.search(text[:at][-_SEEN_BACK:])
        if not (is_read or is_before) or record is None:
            continue
        is_unknown = record["of"] is not None and body_in(piece) is None
        is_others = is_unknown or _is_of_others(piece, head)
        when = None if is_others else _when(day, head.day.day)
        if when:
            yield when, _town_after(piece, day)


def _is_of_others(piece: Piece, head: Head) -> bool:
    """Tell whether another body is named: a word for the own one alone is none."""
    named = body_in(piece)
    if named is None or head.body is None:
        return named is not None
    if named.kind is not head.body.kind or " " in named.name:
        return True
    names = sorted((named.name.lower(), head.body.name.lower()), key=len)
    return not (named.kind in ONE_OF_EACH or names[1].endswith(names[0]))


def _town_after(piece: Piece, day: FoundDay) -> Value | None:
    """Return the town right after a day: "den 2 december i Nybro"."""
    match = _IN_TOWN.match(piece.text, day.piece.end - piece.start)
    is_town = match is not None and known_name(match["town"]) is not None
    return piece.group(match, "town").value() if match and is_town else None


def _when(day: FoundDay, meeting: date) -> Value | None:
    """Return the day, which is before the meeting and not long ago."""
    when = day.day
    if when >= meeting and not day.has_year:
        try:
            when = when.replace(year=when.year - 1)
        except ValueError:
            return None
    if not timedelta(0) < meeting - when < _LONGEST_AGO:
        return None
    reason = OF_ITS_MINUTES if day.has_year else LATEST
    return day.piece.value(when, Certainty.PROBABLE, reason)


def _add(when: Value, town: Value | None, head: Head, gathering: Gathering) -> None:
    if head.body is None:
        return
    body = gathering.body(head.body.kind, head.body.piece, head.body.name)
    key = f"{body.value}-{iso(when.value)}"
    if gathering.get("meetings", key):
        return
    values = {
        "body": body.doubted(Certainty.PROBABLE, OF_ITS_MINUTES),
        "held_on": when,
        "status": when.as_value(MeetingStatus.HELD.value),
        "place": town,
    }
    gathering.add("meetings", key, values)
