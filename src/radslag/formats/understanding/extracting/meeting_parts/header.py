"""The head of minutes and notices: which body meets, when, where and how."""

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise, takewhile
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.meeting_parts import towns
from radslag.formats.understanding.extracting.meeting_parts.bodies import (
    FoundBody,
    body_in,
    recorded,
    whole_named,
)
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    columns_of,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    Label,
    label_of,
    values_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    margins_of,
)
from radslag.formats.understanding.extracting.meeting_parts.meeting_kinds import (
    kind_of_meeting,
)
from radslag.formats.understanding.extracting.meeting_parts.own_boards import (
    OwnBoard,
    own_board,
)
from radslag.formats.understanding.extracting.meeting_parts.programmes_of_a_day import (
    room_in,
    without_programme,
    without_verifying,
    year_of_first,
)
from radslag.formats.understanding.extracting.meeting_parts.weekdays import (
    contradict_weekday,
    weekday_of,
)
from radslag.formats.understanding.extracting.meeting_parts.when_alone import (
    clock_alone,
    place_below,
)
from radslag.formats.understanding.gathering import Gathering, iso
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.clocks import (
    FoundClock,
    clock_in,
    clock_in_words,
)
from radslag.formats.understanding.wording.days import (
    NO_YEAR,
    FoundDay,
    day_in,
    days_in,
)
from radslag.formats.understanding.wording.sentences import sentences_of

BY_ITS_PLACE: Final = "Dagen står i huvudet utan att sägas vara mötets dag."
LONGEST_PLACE: Final = 200
TOO_LONG: Final = "Orden är för många för en plats; flera rader kan ha flutit ihop."
DIGITAL: Final = re.compile(
    r"(?i)\b(?:teams\w*|zoom\w*|skype\w*|digital(?:t|a)?(?:möte)?|på distans"
    r"|distansmöte|webb?möte|"
    r"webben|videolänk|video\w*|telefonmöte|via länk|online|meet)\b"
)
_AT_PLACE: Final = re.compile(
    r"(?i)\b(?:\w*hus(?:et)?|lokal\w*|sal(?:en)?|\w+salen|rum(?:met)?|hotell\w*|"
    r"konferens\w*|\w*gård(?:en)?|\w*gatan)\b|\boch\b|\beller\b|/|hybrid"
)
_ENDS: Final = " \t,;:.–—-|"
_BREAK: Final = re.compile(r"\.\s|\s[–—]\s|;")
_PLACE_NAME: Final = re.compile(r"(?:(?:i|på|via|hos|vid)\s+)?([A-ZÅÄÖ].{2,})")
_BROKEN_PLACE: Final = re.compile(r"(?i)(?:i|på|hos|vid)")
_HOURS: Final = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")
# A value's second line, where a narrow column or a hand broke it before the clock.
_BROKEN_CLOCK: Final = re.compile(
    r"(?i)kl\b|klockan\b|\d{1,2}[.:]\d\d\s*[-–—]|(?:mån|tis|ons|tors|fre)dag"
)
# A letter that calls, or that tells of a meeting, says when in its running text.
_CALLS: Final = re.compile(
    r"(?i)\b(?:kallas|inbjuds|inbjuder|välkom(?:na|men) till|träffades|möttes"
    r"|från \S+ (?:möte|träff))\b"
)
_MET: Final = re.compile(
    r"(?i)\b(?:träffades|möttes|sågs|samlades|(?:mötet|träffen) (?:hölls|ägde rum))\b"
)
_MET_AT: Final = re.compile(
    r"\b(?:i|på|hos)\s+([A-ZÅÄÖ].+?)"
    r"(?=,?\s+(?:mellan|från|kl|klockan|den|(?:på|i)(?!\s+[A-ZÅÄÖ]))\b|,?\s+\w+dag(?:en)?\b|[.;]|$)"
)
_TITLE_LINES: Final = 8
# Who is sent a copy does not meet: "Styrelsens övriga ledamöter för kännedom".
_TO_OTHERS: Final = re.compile(r"(?i)\bför\s+kännedom\b|\bövriga\s+ledamöter\b")
# A letter's fields and greeting stand above what it says of the meeting.
_FULLER_LINES: Final = 14
# A day with one of these words near before it is the day of something else.
_OTHER_DAY: Final = re.compile(
    r"(?i)juster\w*|anslag\w*|\bskicka[td]|utskick\w*|utskriv\w*|nästa|föregående|senast|anmäl\w*|"
    r"utsänd\w*|upprättad\w*|beslutad\w*|version\w*"
)
STATUS_ORDER: Final = ("planned", "called", "held", "cancelled")


@dataclass
class Head:
    """What a head says; what it does not say is None."""

    body: FoundBody | None = None
    own: OwnBoard | None = None
    day: FoundDay | None = None
    day_value: Value | None = None
    clock: FoundClock | None = None
    place: Piece | None = None
    kind: Value | None = None
    is_digital: Value | None = None


def read_head(portion: Portion, lines: list[Line]) -> Head:
    """Return what the lines above the first item, and the pages' heads, say."""
    lines = without_verifying([x for x in lines if columns_of(x) is None])
    lines = without_programme(lines)
    head = Head(body=_body(lines) or _body(margins_of(portion)))
    _find_day(head, portion, lines)
    _find_fuller_day(head, portion, lines)
    head.clock = _clock(head, lines)
    head.place = _place(head, lines)
    _find_told(head, lines)
    head.is_digital = _digital(head, lines)
    head.own = None if head.body else own_board(portion, lines)
    head.kind = kind_of_meeting(lines[:_FULLER_LINES])
    return head


def add_meeting(
    head: Head, status: Value | None, portion: Portion, gathering: Gathering
) -> Found:
    """Add the meeting that a head is of, and return its record."""
    body = recorded(head.body, gathering) if head.body else None
    body = head.own.recorded(gathering) if head.own else body
    of = str(body.value) if body else "mote"
    day = head.day_value
    key = f"{of}-{iso(day.value) if day else portion.source.key}"
    found = gathering.add(
        "meetings",
        key,
        {
            "body": body,
            "held_on": day,
            "ends_on": _last_day(head.day),
            "place": _short(head.place) if head.place else None,
            "kind": head.kind,
            "is_digital": head.is_digital,
            "weekday_as_written": weekday_of(head.day),
        }
        | clock_values(head.clock),
    )
    raise_status(found, status)
    contradict_weekday(head.day, found, gathering)
    return found


def _short(place: Piece) -> Value:
    """Return a place; one too long to be a place has other lines run into it."""
    said = towns.place_alone(place).value()
    if len(str(said.value)) <= LONGEST_PLACE:
        return said
    cut = said.as_value(str(said.value)[:LONGEST_PLACE].rstrip())
    return cut.doubted(Certainty.DOUBTFUL, TOO_LONG)


def clock_values(clock: FoundClock | None) -> dict[str, Value | None]:
    """Return when a meeting starts and ends, as its columns have it."""
    if clock is None:
        return {}
    ends = clock.piece.value(clock.ends_at) if clock.ends_at else None
    return {"starts_at": clock.piece.value(clock.starts_at), "ends_at": ends}


def raise_status(found: Found, status: Value | None) -> None:
    """Let a meeting come as far as a document says; it never goes back."""
    if status is None:
        return
    before = found.values.get("status")
    if before is None or _rank(before) < _rank(status):
        found.values["status"] = status


def _rank(status: Value) -> int:
    return STATUS_ORDER.index(status.value)


def _last_day(day: FoundDay | None) -> Value | None:
    return day.piece.value(day.last) if day and day.last else None


def _body(lines: list[Line]) -> FoundBody | None:
    top = [
        line
        for line in takewhile(_names_nobody, lines[:_TITLE_LINES])
        if not _TO_OTHERS.search(line.piece.text)
    ]
    named = [line.piece for line in top if label_of(line) is None]
    said = list(values_of(lines, Label.MEETING))
    called = [line.piece for line in top]
    found = [body for p in (*said, *named, *called) if (body := body_in(p))]
    return whole_named(found) if found else None


def _names_nobody(line: Line) -> bool:
    """Tell whether a line begins no list of people, who come from other bodies."""
    found = label_of(line)
    return found is None or found.label not in ATTENDING


def _find_day(head: Head, portion: Portion, lines: list[Line]) -> None:
    said = [
        *values_of(lines, Label.DAY, Label.PLACE_AND_TIME, Label.TIME, Label.MEETING)
    ]
    above = margins_of(portion)
    said += values_of(above, Label.DAY)
    head.day = next((day for p in said if (day := day_in(p, portion.year))), None)
    if head.day:
        head.day_value = dated(head.day)
        return
    calling = [line for line in lines[:_FULLER_LINES] if _CALLS.search(line.text)]
    year = portion.year or year_of_first(calling and lines[:_TITLE_LINES])
    for line in (*calling, *lines[:_TITLE_LINES], *above):
        for day in days_in(line.piece, year):
            if not _is_other_day(line.piece, day):
                head.day, said_so = day, _is_of_meeting(line.piece)
                head.day_value = dated(day)
                if not (said_so or clock_in(line.piece)):
                    head.day_value = head.day_value.doubted(
                        Certainty.PROBABLE, BY_ITS_PLACE
                    )
                return


def _find_fuller_day(head: Head, portion: Portion, lines: list[Line]) -> None:
    """Let a line that says the same day with its weekday and year tell of it too."""
    if head.day is None or head.day_value is None or head.day.weekday:
        return
    for line in lines[:_FULLER_LINES]:
        for day in days_in(line.piece, portion.year):
            if day.day == head.day.day and day.weekday:
                head.day, head.day_value = day, head.day_value.also(dated(day))
                return


def dated(day: FoundDay) -> Value:
    """Return the value of a day; without a written year it is not certain."""
    return day.piece.value(day.day, day.certainty, "" if day.has_year else NO_YEAR)


def _is_other_day(line: Piece, day: FoundDay) -> bool:
    before = line.text[: day.piece.start - line.start]
    return _OTHER_DAY.search(before) is not None


def _is_of_meeting(line: Piece) -> bool:
    return (
        re.search(r"(?i)möte|sammanträd|protokoll|anteckning|tid\b|kallas", line.text)
        is not None
    )


def _clock(head: Head, lines: list[Line]) -> FoundClock | None:
    labels = (Label.TIME, Label.PLACE_AND_TIME, Label.DAY, Label.MEETING, Label.PLACE)
    for piece in values_of(lines, *labels):
        clock = clock_in(piece) or _bare_hours(piece)
        if clock:
            return clock
    broken = _clock_below(lines)
    if broken:
        return broken
    near = [line.piece for line in lines[:_FULLER_LINES]]
    day = head.day
    beside = [p for p in near if day and p.start <= day.piece.start < p.end]
    clock = next((clock for p in beside if (clock := clock_in(p))), None)
    return clock or clock_alone(lines)


def _clock_below(lines: list[Line]) -> FoundClock | None:
    """Return the clock of the line below "Plats och tid", where its value broke."""
    for above, below in pairwise(lines):
        found = label_of(above)
        is_time = found is not None and found.label in (
            Label.PLACE_AND_TIME,
            Label.TIME,
            Label.DAY,
        )
        if is_time and label_of(below) is None:
            clock = clock_in(below.piece)
            if clock and _BROKEN_CLOCK.match(below.text):
                return clock
    return None


def _bare_hours(piece: Piece) -> FoundClock | None:
    """Return the hours of "Tid: 13-15", where nothing else stands."""
    match = _HOURS.fullmatch(piece.text)
    if match is None or not int(match[1]) < int(match[2]) < 24:  # noqa: PLR2004 - hours of a day.
        return None
    return FoundClock(time(int(match[1])), time(int(match[2])), piece)


def _find_told(head: Head, lines: list[Line]) -> None:
    """Let a sentence tell where and when they met, where nothing else does."""
    for line in lines[:_FULLER_LINES]:
        for sentence in sentences_of(line.piece):
            if _MET.search(sentence.text) and label_of(line) is None:
                told = clock_in(sentence) or clock_in_words(sentence)
                head.clock = head.clock or told
                head.place = head.place or sentence.find(_MET_AT)
            if _CALLS.search(sentence.text) and label_of(line) is None:
                head.place = head.place or room_in(sentence)


def _place(head: Head, lines: list[Line]) -> Piece | None:
    for piece in values_of(lines, Label.PLACE):
        return _beside_time(piece) or piece
    for piece in values_of(lines, Label.PLACE_AND_TIME):
        place = _beside_time(piece)
        if place:
            return place
    for piece in values_of(lines, Label.TIME, Label.DAY):
        is_time = day_in(piece, date.max.year) or clock_in(piece)
        place = _beside_time(piece) if is_time else None
        if place and len(place.text) > 3 and place.text[0].isupper():  # noqa: PLR2004 - a word.
            return place
    return _beside_unlabelled(head, lines)


def _beside_unlabelled(head: Head, lines: list[Line]) -> Piece | None:
    """Return what stands after the day and the clock on a line with no label."""
    for at, line in enumerate(lines[:_FULLER_LINES]):
        day, clock = day_in(line.piece, date.max.year), clock_in(line.piece)
        is_its = day and (head.day is None or day.piece.start == head.day.piece.start)
        if day and clock and is_its and label_of(line) is None:
            after = towns.beside(line.piece, day.piece, clock.piece).strip(_ENDS)
            below = lines[at + 1 : at + 2]
            if _BROKEN_PLACE.fullmatch(after.text) and below:
                after = below[0].piece.strip(_ENDS)
            parts = after.split(_BREAK)
            if parts and _PLACE_NAME.match(parts[0].text):
                return parts[0].find(_PLACE_NAME)
    return place_below(lines)


def _beside_time(piece: Piece) -> Piece | None:
    """Return what is left of a line when its day and its clock are taken out."""
    day, clock = day_in(piece, date.max.year), clock_in(piece)
    taken = [each.piece for each in (day, clock) if each]
    if not taken:
        return piece
    first = min(each.start for each in taken) - piece.start
    last = max(each.end for each in taken) - piece.start
    before = piece.part(0, first).strip(_ENDS)
    after = piece.part(last, len(piece.text)).strip(_ENDS)
    after = (after.split(_BREAK) or [after])[0].strip(_ENDS)
    after = after.find(r"(?s)^(?:(?:i|på)\s+)?(.+)$") or after
    if len(before.text) > 2:  # noqa: PLR2004 - more than "kl" or "i".
        return before.find(r"(?is)^(.*?)(?:,?\s+(?:den|kl\.?|klockan))?$")
    return after if len(after.text) > 2 else None  # noqa: PLR2004 - the same.


def _digital(head: Head, lines: list[Line]) -> Value | None:
    labels = (Label.PLACE, Label.PLACE_AND_TIME, Label.TIME, Label.DAY, Label.MEETING)
    near = [*values_of(lines, *labels)]
    title = [line.piece for line in lines[:2] if label_of(line) is None]
    title += [p for p in _unlabelled(lines) if DIGITAL.fullmatch(p.text)]
    day = head.day.piece if head.day else None
    title += [p for p in _unlabelled(lines) if day and p.start <= day.start < p.end]
    for piece in (*([head.place] if head.place else []), *near, *title):
        words = piece.find(DIGITAL)
        if words is None:
            continue
        if head.place and _AT_PLACE.search(head.place.text):
            return None
        return words.value(value=True)
    return None


def _unlabelled(lines: list[Line]) -> list[Piece]:
    return [line.piece for line in lines[:_FULLER_LINES] if label_of(line) is None]
