"""Meetings to come, as minutes and notices name them."""

import re
from collections.abc import Iterator, Sequence
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
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.weekdays import weekday_of
from radslag.formats.understanding.gathering import Gathering, iso
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.clocks import clock_in
from radslag.formats.understanding.wording.days import FoundDay, days_in

NEXT_OCCURRENCE: Final = (
    "Året är inte skrivet; det är nästa gång dagen infaller efter mötet."
)
OWN_BODY: Final = "Inget organ nämns; det är tagit som samma organ som mötets."
THE_NEXT: Final = "Nästa möte är det som dokumentet själv nämner."
TITLES: Final = re.compile(
    r"(?i)\b(?:nästa|nästkommande|kommande|framtida) (?:ordinarie )?"
    r"(?:möte|sammanträde|träff)\w*"
    r"|\b(?:mötes|sammanträdes)(?:tider|dagar|datum|plan\w*)\b|\bnästa gång\b"
    r"|\b(?:övriga|återstående|resterande|senare) "
    r"(?:möten|sammanträden|träffar)(?:na)?\b(?=[^.:]{0,30}:)"
)
_BARE_TITLE: Final = re.compile(rf"(?i)(?:{TITLES.pattern.removeprefix('(?i)')})\W*")
_NEXT: Final = re.compile(
    r"(?i)\bnästa\b[^.]{0,40}?(?:möte|sammanträde|träff|gång)\w*|\b(?:samman)?träffas\b"
    r"|\bsammanträder\b|\bmöts\b|\bnytt möte\b"
    r"|\b\w*(?:möte|sammanträde)t?\b[^.]{0,20}\bden\b"
    r"|\b\w*(?:möte|sammanträde)t? (?:äger rum|hålls|blir)\b"
)
# "Sista genomgången inför samverkansrådet den 10 december".
_BEFORE_BODY: Final = re.compile(
    r"(?i)\binför\s+(?:\([BDFI]\)\s+)?\w*(?:rådet|kommittén|nämnden|styrgruppen|direktionen)"
    r"(?:s\s+(?:möte|sammanträde))?\s+den\s+\d"
)
_NOT_MEETING: Final = re.compile(
    r"(?i)\b(?:handlingar\w*|senast|deadline|skickas|inlämn\w*|anmäl\w*|svar\w*|remiss\w*"
    r"|(?<!planerings)konferens\w*|rådslag|temadag\w*|seminari\w*|studie\w*|utskick\w*"
    r"|kommunfullmäktige|kommunstyrelse\w*|föregående"
    r"|(?:anteckningar(?:na)?|protokoll(?:et)?) från"
    r"|antecknat|nedtecknat|(?:ned|ut|ren)?skrivet|upprättat|justerat)\b"
)
_CANCELLED: Final = re.compile(r"(?i)\b(?:ställs in|inställ[dt]\w*|utgår|flyttas)\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?])(?<!kl\.)\s+(?=[A-ZÅÄÖ0-9])")
_PLACE: Final = re.compile(
    r"(?:\bi|\bpå|,)\s+(?P<place>(?:[A-ZÅÄÖ]|stadshus|kommunhus)[^.,;()]{2,60}"
    r"(?:,\s+(?:[a-zåäö]*hus(?:et)?|lokal|[a-zåäö]*sal(?:en)?|rum|konferens)"
    r"(?![a-zåäö])[^.,;()]{0,40})?)"
)
_JOINED: Final = re.compile(r",?\s+(?:och|samt|sedan|därefter|respektive)$")
_PLACE_IN_BRACKETS: Final = re.compile(r"\s*\((?P<place>[A-ZÅÄÖ][^()\d]{1,40})\)")
_BARE_HOURS: Final = re.compile(
    r"\W{0,3}(\d{1,2})\s*[-–]\s*(1\d|2[0-3]|\d)\b(?!\s*(?:\d|[./:]\d|jan|feb|mar|apr|maj"
    r"|jun|jul|aug|sep|okt|nov|dec))"
)
NO_CLOCK_WORD: Final = "Talen är tagna som klockslag; ”kl” står inte vid dem."
# No sentence names more days that a body meets on.
_MOST_DAYS: Final = 366
_SURE: Final = Certainty.PROBABLE
YEAR_OF_ROW: Final = "Året står en gång i meningen och gäller alla dagarna."
_YEAR_BEFORE: Final = re.compile(
    r"(?i)\b\w*(?:tid(?:er|erna)|dag(?:ar|arna)|datum|möten|mötena|sammanträden\w*)\b"
    r"[^.:\d]{0,40}(20\d\d)\b(?!-\d)"
)
_FOR_ALL: Final = re.compile(
    r"(?i)\b(?:samtliga|alla)\s+(?:dagar(?:na)?|möten(?:a)?|sammanträden(?:a)?|gånger)\b"
    r"|\bbåda\s+(?:dagarna|mötena|gångerna|(?=(?:kl|klockan)\b))"
    r"|(?<=\d, )(?:(?:mån|tis|ons|tors|fre)dagar)\s+(?=(?:kl|klockan)\b)"
)
OF_ALL: Final = "Står efter flera dagar och sägs gälla alla."
OF_ALL_BEFORE: Final = "Står före flera dagar och sägs om alla mötena."
_ALL_DIGITAL: Final = re.compile(
    r"(?i)\b(?:möten(?:a)?|sammanträden(?:a)?|träffar(?:na)?)\s+(?:blir|är|hålls|sker)\s+"
    r"(?:alla\s+|samtliga\s+)?(digital[at]|på\s+distans|via\s+(?:teams|zoom))\b[^.\d]*\d"
)
_SAME_TIME: Final = re.compile(r"(?i)\bsamma (?:tid(?:er|punkt)?|klockslag)\b")
SAME_TIME: Final = "Samma tid som det möte som nämns före."
_THEREAFTER: Final = re.compile(
    r"(?i)(?:(?:och\s+)?(?:därefter|sedan|efter det|därpå)|(?:möte|träff)et därefter)\b"
)
_ORDINARY: Final = re.compile(
    r"(?i)\b(?:nästa|nästkommande|kommande)\s+ordinarie\s+(?:möte|sammanträde)"
)
_PLANNING: Final = re.compile(r"(?i)planerings(?:konferens|dag|internat)\w*")


@dataclass
class _Here:
    """What the lines above say of the meetings below them."""

    body: FoundBody | None
    is_own: bool = True


def add_next_meetings(
    items: list[Item],
    head: Head,
    gathering: Gathering,
    beside: Sequence[Line] = (),
) -> list[Found]:
    """Add the meetings to come that the items name, and return their records.

    Lines `beside` the items, above or below them, tell of the next meeting too.
    """
    if head.day is None:
        return []
    found: list[Found] = []
    for item in items:
        found += _of_item(item, head, found, gathering)
    has_named = is_below = False
    for line in beside:
        here = _Here(head.body)
        for sentence in line.piece.split(_SENTENCE):
            named: list[Found] = []
            is_about = is_below or bool(TITLES.search(sentence.text))
            if is_about or _goes_on(sentence, has_named):
                named = list(_named(sentence, here, head, gathering, is_about=True))
            is_listed = is_below and bool(named) and line.form.startswith("item")
            is_below = is_listed or bool(_BARE_TITLE.fullmatch(sentence.text))
            found += named
            has_named = bool(named)
    for item in items:
        for line in item.lines:
            _make_digital(line.piece, found)
    return found


def _of_item(
    item: Item, head: Head, before: list[Found], gathering: Gathering
) -> list[Found]:
    is_about = TITLES.search(item.title.text) is not None
    here = _Here(head.body)
    found: list[Found] = []
    named: list[Found] = []
    is_below = False
    for piece in (item.title, *item.cells[1:], *(line.piece for line in item.lines)):
        _look_for_body(piece, here, head)
        for sentence in piece.split(_SENTENCE):
            is_meant = is_about or is_below or _goes_on(sentence, bool(named))
            is_below = bool(_BARE_TITLE.fullmatch(sentence.text))
            named = list(_named(sentence, here, head, gathering, is_about=is_meant))
            _share_with_all(sentence, named)
            _make_all_digital(sentence, named)
            found += _at_same_time(sentence, named, (before + found)[-1:])
    return found


def _goes_on(sentence: Piece, has_named: bool) -> bool:  # noqa: FBT001 - what was read before.
    """Tell whether a sentence names the meeting after one: "Därefter 12 juni"."""
    return has_named and _THEREAFTER.match(sentence.text) is not None


def _make_all_digital(sentence: Piece, named: list[Found]) -> None:
    """Say of all meetings that a sentence names what it says before their days."""
    words = sentence.find(_ALL_DIGITAL)
    for meeting in named if words else ():
        if words and meeting["is_digital"] is None:
            said = words.value(True, Certainty.PROBABLE, OF_ALL_BEFORE)  # noqa: FBT003 - the value said.
            meeting.values["is_digital"] = said


def _share_with_all(sentence: Piece, named: list[Found]) -> None:
    """Give all of a row what stands last: "…, samtliga dagar kl 8.30 i Mora"."""
    words = sentence.find(_FOR_ALL)
    for meeting in named[:-1] if words else ():
        for column in ("starts_at", "ends_at", "place"):
            said = named[-1].values.get(column)
            if said and column not in meeting.values:
                meeting.values[column] = said.doubted(Certainty.PROBABLE, OF_ALL)


def _at_same_time(
    sentence: Piece, named: list[Found], before: list[Found]
) -> list[Found]:
    """Give meetings "at the same time" the clock of the meeting named before them."""
    same = sentence.find(_SAME_TIME)
    for meeting in named if same and before else ():
        for column in ("starts_at", "ends_at"):
            clock = before[0].values.get(column)
            if clock and same and column not in meeting.values:
                said = same.value(clock.value, Certainty.PROBABLE, SAME_TIME)
                meeting.values[column] = said
    return named


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
    is_next = _NEXT.search(sentence.text) or _BEFORE_BODY.search(sentence.text)
    if not (is_about or is_next):
        return
    of_all = _year_of_all(sentence) or _year_before(sentence)
    days = list(days_in(sentence, of_all or head.day.day.year))[:_MOST_DAYS]
    ends = [*(day.piece.start for day in days), sentence.end][1:]
    for day, end in zip(days, ends, strict=True):
        around = sentence.part(0, end - sentence.start)
        after = Piece(sentence.source, day.piece.end, end)
        when = _day_of_row(day) if of_all else _day_after(day, head.day.day)
        if when and when.value > head.day.day:
            yield _add(day, when, (around, after), here, gathering)


def _year_of_all(sentence: Piece) -> int | None:
    """Return the year that the last of a row of days has for all of them."""
    days = list(days_in(sentence, date.max.year))
    written = {day.day.year for day in days if day.has_year}
    is_last = bool(days) and days[-1].has_year
    return days[-1].day.year if is_last and len(written) == 1 else None


def _year_before(sentence: Piece) -> int | None:
    """Return the year of "följande tider för 2026:", where no day has another."""
    match = _YEAR_BEFORE.search(sentence.text)
    if match is None:
        return None
    days = list(days_in(sentence, int(match[1])))
    is_before = bool(days) and sentence.start + match.end() <= days[0].piece.start
    return int(match[1]) if is_before and not any(d.has_year for d in days) else None


def _day_of_row(day: FoundDay) -> Value:
    if day.has_year:
        return day.piece.value(day.day)
    return day.piece.value(day.day, Certainty.PROBABLE, YEAR_OF_ROW)


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
    clock = clock_in(after)
    last = (
        after.part(clock.piece.end - after.start, len(after.text)) if clock else after
    )
    if clock and known_name(last.text):
        return last.strip(" .,;").value()
    match = _PLACE_IN_BRACKETS.match(after.text) or _PLACE.search(after.text)
    if match is None or DIGITAL.search(match["place"]):
        return None
    place = after.group(match, "place").strip()
    # "… i Orsa och den 15 september": the next day is joined on.
    joined = _JOINED.search(place.text)
    return (place.part(0, joined.start()) if joined else place).value()


def _digital(after: Piece) -> Value | None:
    words = after.find(DIGITAL)
    return words.value(value=True) if words else None


def _kind(around: Piece) -> Value | None:
    words = around.find(_PLANNING)
    if words:
        return words.value(MeetingKind.PLANNING_CONFERENCE.value)
    ordinary = around.find(_ORDINARY)
    return ordinary.value(MeetingKind.ORDINARY.value) if ordinary else None


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
