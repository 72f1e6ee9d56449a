"""Meetings to come, as minutes and notices name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingKind, MeetingStatus
from radslag.formats.understanding.extracting.meeting_parts.bodies import (
    FoundBody,
    body_in,
    recorded,
)
from radslag.formats.understanding.extracting.meeting_parts.header import (
    DIGITAL,
    Head,
    clock_values,
    raise_status,
    weekday_of,
)
from radslag.formats.understanding.extracting.meeting_parts.items import Item
from radslag.formats.understanding.gathering import Gathering, iso
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.clocks import clock_in
from radslag.formats.understanding.wording.days import FoundDay, days_in

NEXT_OCCURRENCE: Final = (
    "Året är inte skrivet; det är nästa gång dagen infaller efter mötet."
)
OWN_BODY: Final = "Inget organ nämns; det är tagit som samma organ som mötets."
THE_NEXT: Final = "Nästa möte är det som dokumentet själv nämner."
TITLES: Final = re.compile(
    r"(?i)\b(?:nästa|nästkommande|kommande|framtida) (?:möte|sammanträde|träff)\w*"
    r"|\b(?:mötes|sammanträdes)(?:tider|dagar|datum|plan\w*)\b|\bnästa gång\b"
)
_NEXT: Final = re.compile(
    r"(?i)\bnästa\b[^.]{0,40}?(?:möte|sammanträde|träff|gång)\w*|\b(?:samman)?träffas\b"
    r"|\bsammanträder\b|\b\w*(?:möte|sammanträde)t?\b[^.]{0,20}\bden\b|\bnytt möte\b"
    r"|\b\w*(?:möte|sammanträde)t? (?:äger rum|hålls|blir)\b"
)
_NOT_MEETING: Final = re.compile(
    r"(?i)\b(?:handlingar\w*|senast|deadline|skickas|inlämn\w*|anmäl\w*|svar\w*|remiss\w*"
    r"|(?<!planerings)konferens\w*|rådslag|temadag\w*|seminari\w*|studie\w*|utskick\w*"
    r"|kommunfullmäktige|kommunstyrelse\w*|föregående)\b"
)
_CANCELLED: Final = re.compile(r"(?i)\b(?:ställs in|inställ[dt]\w*|utgår|flyttas)\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?])(?<!kl\.)\s+(?=[A-ZÅÄÖ0-9])")
_PLACE: Final = re.compile(
    r"(?:\bi|\bpå|,)\s+(?P<place>(?:[A-ZÅÄÖ]|stadshus|kommunhus)[^.,;()]{2,60})"
)
_BARE_HOURS: Final = re.compile(
    r"\W{0,3}(\d{1,2})\s*[-–]\s*(1\d|2[0-3]|\d)\b(?!\s*(?:\d|[./:]\d|jan|feb|mar|apr|maj"
    r"|jun|jul|aug|sep|okt|nov|dec))"
)
NO_CLOCK_WORD: Final = "Talen är tagna som klockslag; ”kl” står inte vid dem."
_SURE: Final = Certainty.PROBABLE
_PLANNING: Final = re.compile(r"(?i)planerings(?:konferens|dag|internat)\w*")


@dataclass
class _Here:
    """What the lines above say of the meetings below them."""

    body: FoundBody | None
    is_own: bool = True


def add_next_meetings(
    items: list[Item], head: Head, gathering: Gathering
) -> list[Found]:
    """Add the meetings to come that the items name, and return their records."""
    if head.day is None:
        return []
    found: list[Found] = []
    for item in items:
        is_about = TITLES.search(item.title.text) is not None
        here = _Here(head.body)
        for piece in (item.title, *(line.piece for line in item.lines)):
            _look_for_body(piece, here, head)
            for sentence in piece.split(_SENTENCE):
                found += _named(sentence, here, head, gathering, is_about=is_about)
    for item in items:
        for line in item.lines:
            _make_digital(line.piece, found)
    return found


def _look_for_body(piece: Piece, here: _Here, head: Head) -> None:
    if piece.text.rstrip().endswith(":"):
        named = body_in(piece)
        here.body, here.is_own = named or head.body, named is None


def _named(
    sentence: Piece,
    here: _Here,
    head: Head,
    gathering: Gathering,
    *,
    is_about: bool,
) -> Iterator[Found]:
    if head.day is None or _NOT_MEETING.search(sentence.text):
        return
    if not (is_about or _NEXT.search(sentence.text)):
        return
    days = list(days_in(sentence, head.day.day.year))
    ends = [*(day.piece.start for day in days), sentence.end][1:]
    for day, end in zip(days, ends, strict=True):
        around = sentence.part(0, end - sentence.start)
        after = Piece(sentence.source, day.piece.end, end)
        when = _day_after(day, head.day.day)
        if when and when.value > head.day.day:
            yield _add(day, when, (around, after), here, gathering)


def _day_after(day: FoundDay, meeting: date) -> Value | None:
    if day.has_year:
        return day.piece.value(day.day)
    when = day.day
    if when <= meeting:
        try:
            when = when.replace(year=when.year + 1)
        except ValueError:
            return None
    if when - meeting > timedelta(days=366):
        return None
    return day.piece.value(when, Certainty.PROBABLE, NEXT_OCCURRENCE)


def _add(
    day: FoundDay,
    when: Value,
    words: tuple[Piece, Piece],
    here: _Here,
    gathering: Gathering,
) -> Found:
    around, after = words
    body = _body(around, here, gathering)
    found = gathering.add(
        "meetings",
        f"{body.value if body else 'mote'}-{iso(when.value)}",
        {
            "body": body,
            "held_on": when,
            "place": _place(after),
            "is_digital": _digital(after),
            "kind": _kind(around),
            "weekday_as_written": weekday_of(day),
        }
        | _hours(after),
    )
    cancelled = _CANCELLED.search(around.text)
    status = MeetingStatus.CANCELLED if cancelled else MeetingStatus.PLANNED
    raise_status(found, around.value(status.value))
    return found


def _body(around: Piece, here: _Here, gathering: Gathering) -> Value | None:
    named = body_in(around)
    if named and not _is_own(named, here.body):
        return recorded(named, gathering)
    if here.body is None:
        return None
    body = recorded(here.body, gathering)
    return body.doubted(Certainty.PROBABLE, OWN_BODY) if here.is_own else body


def _hours(after: Piece) -> dict[str, Value | None]:
    clock = clock_in(after)
    bare = _BARE_HOURS.match(after.text)
    if clock or bare is None or int(bare[1]) >= int(bare[2]):
        return clock_values(clock)
    return {
        column: after.group(bare, n).value(time(int(bare[n])), _SURE, NO_CLOCK_WORD)
        for n, column in enumerate(("starts_at", "ends_at"), 1)
    }


def _is_own(named: FoundBody, own: FoundBody | None) -> bool:
    """Tell whether a bare word, "the network", means the body that meets."""
    return own is not None and own.kind is named.kind and " " not in named.name


def _place(after: Piece) -> Value | None:
    match = _PLACE.search(after.text)
    if match is None or DIGITAL.search(match["place"]):
        return None
    return after.group(match, "place").strip().value()


def _digital(after: Piece) -> Value | None:
    words = after.find(DIGITAL)
    return words.value(value=True) if words else None


def _kind(around: Piece) -> Value | None:
    words = around.find(_PLANNING)
    return words.value(MeetingKind.PLANNING_CONFERENCE.value) if words else None


def _make_digital(piece: Piece, found: list[Found]) -> None:
    """Say that the one meeting to come of a body is digital, where a sentence does."""
    for sentence in piece.split(_SENTENCE):
        words = sentence.find(DIGITAL)
        body = body_in(sentence)
        if not (words and body and re.search(r"(?i)\bnästa möte", sentence.text)):
            continue
        same = [each for each in found if _is_of(each, body)]
        if len(same) == 1 and same[0]["is_digital"] is None:
            said = words.value(True, Certainty.PROBABLE, THE_NEXT)  # noqa: FBT003 - the value said.
            same[0].values["is_digital"] = said


def _is_of(found: Found, body: FoundBody) -> bool:
    said = found.values.get("body")
    return (
        any(
            quote.words in body.piece.text or body.name in quote.words
            for quote in said.quotes
        )
        if said
        else False
    )
