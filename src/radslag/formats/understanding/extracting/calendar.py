"""The calendar of a plan: which body meets when, where and how."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from radslag.agreement.vocabulary import (
    BodyKind,
    Certainty,
    DocumentKind,
    MeetingStatus,
)
from radslag.agreement.wording import WEEKDAYS, long_date
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.calendar_parts.afterwards import (
    tell_afterwards,
)
from radslag.formats.understanding.extracting.calendar_parts.conference_words import (
    CONFERENCE,
    CONFERENCES,
)
from radslag.formats.understanding.extracting.calendar_parts.details import (
    AFTER_MANY,
    Details,
    details_of,
    values_of,
)
from radslag.formats.understanding.extracting.calendar_parts.hosts import tell_hosts
from radslag.formats.understanding.extracting.calendar_parts.sentences import (
    of_its_time,
    sets_meetings,
)
from radslag.formats.understanding.extracting.calendar_parts.tables import (
    DayInTable,
    days_of_table,
)
from radslag.formats.understanding.extracting.keys import meeting_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Contradiction, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.days import FoundDay, days_in, weekday_named

_CALENDAR: Final = re.compile(
    r"(?i)kalend(?:er|arium)|mötes(?:plan|tider|datum|kalender|schema|dagar|serie)"
    r"|sammanträdes(?:plan|tider|datum|dagar|ordning|kalender)|\bmöten\b|sammanträden\b"
    r"|mötesdagar|årshjul|viktiga datum|\bdatum för"
)
_MEETS: Final = re.compile(
    r"(?i)\b(?:sammanträd(?:er|de)|träffa(?:de)?s|möt(?:te)?s|samla(?:de)?s)\b"
    r"|\bhar (?:möten?|sammanträden?)\b"
    r"|\bhar\s+(?:\w+\s+)?(?:sammanträtt|mötts|träffats|samlats"
    r"|(?:haft|hållit)\s+(?:\w+\s+){0,3}(?:möten?|sammanträden?))\b"
    r"|\b(?:möten?|sammanträden?|träffar)\w*\s+(?:hålls|äger rum|är planerade|planeras)"
)
# A list of days follows, where nothing more is said.
_MEETS_BELOW: Final = re.compile(
    r"(?i)\W*(?:under\s+(?:året|\d{4})\W*)?(?:möts|träffas|sammanträder|samlas"
    r"|har\s+möten?)(?:\s+(?:under\s+)?(?:året|\d{4}|följande\s+\w+))?\W*"
)
_MEETING: Final = re.compile(r"(?i)(?:möte|sammanträde|träff)\w*|\bkl\b")
_AGREED: Final = re.compile(
    r"(?i)\bbeslut|\bprotokoll|\benligt\b|\bsenast\b|\binför\b"
    r"|\bsista dag|\bärenden\b|\bhandlingar\b|\butskick|\bdeadline|\binlämn"
)
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])|\n")
_LABEL: Final = re.compile(r"[^.:\d]{0,30}(?:\([^)]*\))?\s*:")
# A chapter's heading that was not read as one: "5 Budget 2025".
_CHAPTER: Final = re.compile(r"\d{1,2}(?:\.\d+)*\.?\s+[A-ZÅÄÖ]")
_PLAIN: Final = re.compile(
    r"(?i)\W*(?:(?:ordinarie|extra(?:insatt)?|digitalt|fysiskt|gemensamt)\s+)*"
    r"(?:möte[nt]?|sammanträde[nt]?|planerings\w+|internat"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dagar\b(?:\s+kl\.?\s*[\d.:–-]+)?)?\W*(?:den\s*)?"
)
_THEY_BEGIN: Final = re.compile(
    r"(?i)^\W*(?:alla\s+|samtliga\s+)?(?:möten?a?|sammanträden?a?)\b"
)
_ONLY_BETWEEN: Final = re.compile(r"(?i)[\s,;]*(?:och|samt|&)?[\s,;]*(?:den\s*)?")
_ARTICLE: Final = re.compile(r"(?:en|et|(?<=é)n)$|e$")
_LONGEST_HEAD: Final = 120
_FEW_WORDS: Final = 5
_ANY_LEVEL: Final = 99
OF_ITS_WORD: Final = "Ordet är taget som samverkans namn på organet."
WRONG_WEEKDAY: Final = "Veckodagen som står är inte den dagens."


@dataclass
class _List:
    """The list of days that is being read: whose it is, and what holds for all."""

    body: NamedBody | None = None
    general: Details = field(default_factory=Details)
    is_calendar: bool = False
    level: int = 0
    is_conferences: bool = False
    year: int | None = None
    status: MeetingStatus = MeetingStatus.PLANNED
    latest: list[str] = field(default_factory=list)
    clocks: dict[str, Details] = field(default_factory=dict)

    def usual(self, body: NamedBody | None) -> Details:
        """Return when a body was said to meet if nothing else is said."""
        return self.clocks.get(_stem(body.name), Details()) if body else Details()


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather the meetings that a plan has set days for, or a report tells of."""
    portion = in_its_year(portion)
    is_report = portion.kind is DocumentKind.ANNUAL_REPORT
    status = MeetingStatus.HELD if is_report else MeetingStatus.PLANNED
    state = _List(year=portion.year, status=status)
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Heading):
            _enter(state, piece, block.level)
        elif isinstance(block, Table):
            if state.is_conferences:
                continue
            for found in days_of_table(block, portion.source.piece, state.year):
                _add_of_table(found, state, gathering)
        else:
            for line in piece.split(r"\n"):
                _read_line(line, state, gathering)


def _enter(state: _List, heading: Piece, level: int) -> None:
    body = _only_body(heading)
    if _CALENDAR.search(heading.text) or (body and _MEETING.search(heading.text)):
        state.is_calendar, state.level = True, level
    elif state.is_calendar and level <= state.level:
        state.is_calendar = False
    state.is_conferences = CONFERENCES.match(heading.text) is not None
    state.body = body
    state.general = details_of(heading) if body else Details()


def _read_line(line: Piece, state: _List, gathering: Gathering) -> None:
    days = list(days_in(line, state.year))
    if not days:
        _read_head(line, state)
        return
    if state.is_conferences:
        return
    before = line.part(0, days[0].piece.start - line.start)
    if not before.text.strip(" -–•*\t") and (state.is_calendar or state.body):
        if not state.is_calendar:
            days = [day for day in days if day.day.year == state.year]
        _add_days(line, days, state.body, state, gathering)
        return
    for sentence in line.split(_SENTENCE):
        for told in _by_body(sentence):
            _read_sentence(told, state, gathering)


def _read_head(line: Piece, state: _List) -> None:
    """Take a line that names a body, and no day, as the heading of a list."""
    _hear_clocks(line, state)
    text = line.text.strip()
    if len(text) > _LONGEST_HEAD or text.endswith("."):
        return
    if CONFERENCES.match(text):
        state.is_conferences, state.body = True, None
        return
    if _CHAPTER.match(text) and state.level == _ANY_LEVEL:
        state.is_calendar, state.body = False, None
    if _CALENDAR.search(text) and len(text.split()) <= _FEW_WORDS:
        state.is_calendar, state.level, state.body = True, _ANY_LEVEL, None
        state.is_conferences, state.general = False, Details()
    body = _only_body(line)
    if body and _heads(line, body):
        state.body, state.is_conferences = body, False
        state.general = details_of(_without(line, body))


def _hear_clocks(line: Piece, state: _List) -> None:
    """Learn when bodies meet: "Rådet möts kl. 10 och ledningsgruppen kl. 9"."""
    bodies = sorted(bodies_in(line, all_words=True), key=lambda b: b.piece.start)
    if not _MEETS.search(line.text):
        return
    ends = [*(body.piece.start for body in bodies[1:]), line.end]
    for body, end in zip(bodies, ends, strict=False):
        clock = details_of(Piece(line.source, body.piece.end, end)).clock
        if clock:
            state.clocks[_stem(body.name)] = Details(clock=clock)


def _stem(name: str) -> str:
    """Return a body's name without its article: "Styrelse" is "Styrelsen"."""
    return _ARTICLE.sub("", name.casefold())


def _heads(line: Piece, body: NamedBody) -> bool:
    """Tell whether a line begins with the body, or is little more than its name."""
    before = line.text[: body.piece.start - line.start].strip(" \t*-–•:")
    after = line.text[body.piece.end - line.start :]
    words = re.sub(r"\(.*", "", after).split()
    is_told = _MEETS.search(after) and not _leads_list(after)
    most = 12 if after.rstrip().endswith(":") else 6
    return len(before.split()) <= 3 and len(words) <= most and not is_told  # noqa: PLR2004 - "Möten i styrgruppen", "Ledningsgruppens möten 2026 kl 9".


def _leads_list(after: str) -> bool:
    """Tell whether days stand below: "Styrgruppen möts", "… har haft två möten:"."""
    return after.rstrip().endswith(":") or _MEETS_BELOW.fullmatch(after) is not None


def _without(line: Piece, body: NamedBody) -> Piece:
    return line.part(body.piece.end - line.start, len(line.text))


def _only_body(piece: Piece) -> NamedBody | None:
    bodies = [b for b in bodies_in(piece) if b.kind is not BodyKind.SECRETARIAT]
    kinds = {(b.kind, b.name) for b in bodies}
    return bodies[0] if len(kinds) == 1 else None


def _read_sentence(sentence: Piece, state: _List, gathering: Gathering) -> None:
    days = list(days_in(sentence, state.year))
    body = _only_body(sentence)
    if not days and _THEY_BEGIN.match(sentence.text):
        _tell_all(sentence, state, gathering)
    if not days:
        tell_hosts(sentence, state.latest, gathering)
        tell_afterwards(sentence, state.latest, gathering)
    if not days or (body is None and state.body is None):
        return
    is_off = details_of(sentence).cancelled is not None
    says_meeting = bool(_MEETS.search(sentence.text))
    says_meeting = says_meeting or (is_off and _begins(sentence, days[0]))
    says_meeting = says_meeting or sets_meetings(sentence, days[0])
    is_list = _is_label(sentence, body, days[0]) if body else _begins(sentence, days[0])
    if not (says_meeting or (state.is_calendar and is_list)):
        return
    if _AGREED.search(sentence.text[: days[0].piece.end - sentence.start]):
        return
    if CONFERENCE.search(sentence.text) and not says_meeting:
        return
    days = of_its_time(days, state.year, state.status)
    _add_days(sentence, days, body or state.body, state, gathering)


def _tell_all(sentence: Piece, state: _List, gathering: Gathering) -> None:
    """Give the clock of "Mötena börjar kl 10" to the meetings before it."""
    said = replace(details_of(sentence), place=None, reason=AFTER_MANY)
    values = values_of(said, Details(), gathering)
    for key in state.latest:
        found = gathering.get("meetings", key)
        new = {c: v for c, v in values.items() if found and c not in found.values}
        gathering.add("meetings", key, new)


def _begins(sentence: Piece, day: FoundDay) -> bool:
    """Tell whether a day begins a sentence, or after "Extra möte" and the like."""
    before = sentence.source.text[sentence.start : day.piece.start]
    return _PLAIN.fullmatch(before) is not None


def _by_body(sentence: Piece) -> list[Piece]:
    """Cut a line where a body with a colon after it begins a list of its own."""
    text = sentence.source.text
    starts = sorted(
        {
            body.piece.start
            for body in bodies_in(sentence, all_words=True)
            if _LABEL.match(text, body.piece.end, sentence.end)
        }
    )
    ends = [*starts[1:], sentence.end]
    if len(starts) <= 1:
        return [sentence]
    return [
        Piece(sentence.source, start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _is_label(sentence: Piece, body: NamedBody, day: FoundDay) -> bool:
    """Tell whether only a colon or the like stands between a body and its days."""
    between = sentence.source.text[body.piece.end : day.piece.start]
    return len(between.split()) <= 5 and not _AGREED.search(between)  # noqa: PLR2004 - "Styrgruppens möten 2026 (torsdagar): 3 februari".


def _add_days(
    line: Piece,
    days: list[FoundDay],
    body: NamedBody | None,
    state: _List,
    gathering: Gathering,
) -> None:
    if not days:
        return
    before = line.part(0, days[0].piece.start - line.start)
    general = replace(details_of(before), place=None) if before else Details()
    if body is state.body:
        general = general.over(state.general)
    details = _details_between(line, days)
    own = _only_body(line) if body is state.body else None
    if own is None and CONFERENCE.search(line.text):
        return
    general = general.over(state.usual(own or body))
    state.latest = [
        _add(day, own or body, said, general, gathering, state.status)
        for day, said in zip(days, details, strict=True)
    ]


def _details_between(line: Piece, days: list[FoundDay]) -> list[Details]:
    """Return what is said at each day; what ends a bare list is said of all in it."""
    ends = [*(day.piece.start for day in days[1:]), line.end]
    between = [
        Piece(line.source, day.piece.end, end)
        for day, end in zip(days, ends, strict=True)
    ]
    details = [details_of(piece) for piece in between]
    is_bare = len(days) > 1 and all(
        _ONLY_BETWEEN.fullmatch(piece.text) for piece in between[:-1]
    )
    if is_bare and details[-1] != Details():
        shared = replace(details[-1], cancelled=None, reason=AFTER_MANY)
        return [
            *(shared for _ in details[:-1]),
            replace(details[-1], reason=AFTER_MANY),
        ]
    return details


def _add_of_table(found: DayInTable, state: _List, gathering: Gathering) -> None:
    own = details_of(*found.beside, heads=found.heads)
    body = found.body or state.body
    is_conference = any(CONFERENCE.search(p.text) for p in found.beside)
    is_other = found.day.has_year and found.day.day.year != state.year
    is_meeting = found.body or not (is_conference or found.named)
    if not is_meeting or not (body or state.is_calendar):
        return
    if not state.is_calendar and (is_other or not (found.is_sure or state.body)):
        return
    general = state.general if found.body is None else Details()
    general = general.over(state.usual(body))
    _add(found.day, body, own, general, gathering, state.status)


def _add(
    day: FoundDay,
    body: NamedBody | None,
    own: Details,
    general: Details,
    gathering: Gathering,
    status: MeetingStatus,
) -> str:
    """Add a meeting and return its key."""
    whose = _whose(body, gathering) if body else None
    key = meeting_key(str(whose.value) if whose else "mote", day.day)
    held_on = day.piece.value(day.day, day.certainty, day.reason)
    if day.last:
        own = replace(own, is_all_day=True)
    weekday = _weekday(day, own.over(general))
    values: dict[str, Value | None] = {
        "body": whose,
        "held_on": held_on,
        "ends_on": held_on.as_value(day.last) if day.last else None,
        "status": day.piece.value(status.value),
        "weekday_as_written": weekday,
    }
    said = values_of(own, general, gathering)
    values |= {column: value for column, value in said.items() if value}
    if weekday and weekday.value != WEEKDAYS[day.day.weekday()]:
        values["held_on"] = held_on.doubted(Certainty.DOUBTFUL, WRONG_WEEKDAY)
        gathering.contradictions.append(_wrong_weekday(day, weekday, key))
    gathering.add("meetings", key, values)
    return key


def _whose(body: NamedBody, gathering: Gathering) -> Value:
    key = gathering.body(body.kind, body.piece, body.name)
    return key.doubted(Certainty.PROBABLE, OF_ITS_WORD) if body.is_weak else key


def _weekday(day: FoundDay, said: Details) -> Value | None:
    if day.weekday:
        return day.piece.value(day.weekday)
    if said.weekday is None or day.last:
        return None
    name = weekday_named(said.weekday.text)
    return said.weekday.value(name) if name else None


def _wrong_weekday(day: FoundDay, weekday: Value, key: str) -> Contradiction:
    return Contradiction(
        rule="meetings.weekday",
        sentence=(
            f"{long_date(day.day).capitalize()} är en {WEEKDAYS[day.day.weekday()]}, "
            f"men {weekday.value} står i texten."
        ),
        quotes=(day.piece.quote, *weekday.quotes),
        section="meetings",
        key=key,
        field="held_on",
    )
