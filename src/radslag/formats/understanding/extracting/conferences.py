"""Conferences of a plan: name, days, hosts, place, theme and whom they are for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty, DocumentKind, MeetingStatus
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.budget_parts.words import year_in
from radslag.formats.understanding.extracting.calendar_parts.tables import (
    days_of_table,
)
from radslag.formats.understanding.extracting.keys import conference_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.register_numbers import (
    without_register_number,
)

_NAME: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäöé-]*(?:s|ns)\s+)?"
    r"(?:[A-ZÅÄÖ][a-zåäöé-]{3,}(?:konferens(?:en)?|rådslag(?:et)?|dagen|mötet|mässan"
    r"|seminariet|forum(?:et)?)"
    r"|(?<=s )(?:[Rr]ådslag(?:et)?|[Kk]onferens(?:en)?|[Tt]emadag(?:en)?"
    r"|[Ff]ramtidsdag(?:en)?)|Rådslag(?:et)?|Temadag(?:en)?(?:\s+om\s+[\wåäö]+)?"
    r"|Konferens(?:en)?\s+om\s+[\wåäö]+)"
)
_ANNOUNCED: Final = re.compile(
    r"^\W*(?:Konferensen|Mässan|Evenemanget|Seminariet)\s+([A-ZÅÄÖ][\wåäöé-]+)"
)
_PROPER: Final = re.compile(r"^\W*([A-ZÅÄÖ][\wåäöé-]+(?:\s+[\wåäöé-]+){0,3})\W*$")
_NOT: Final = re.compile(
    r"(?i)planerings|telefon|video|press|^konferensen$|sammanträdesdag|tjänstemanna"
    r"|^(?:mån|tis|ons|tors|fre|lör|sön)dag"
)
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])|\n")
_CONFERENCES: Final = re.compile(r"(?i)\bkonferens|\brådslag|\btemadag|\bevenemang")
_PAST: Final = re.compile(
    r"(?i)\btidigare\b|\bgenomfördes\b|\bhölls\b|\binte fortsätta\b"
)
# What a report tells of has been.
_HELD: Final = re.compile(
    r"(?i)\b(?:hölls|genomfördes|arrangerades|anordnades|ordnades|ägde\s+rum"
    r"|gick\s+av\s+stapeln)\b"
)
_HOSTS: Final = re.compile(
    r"(?i)\bvärd(?:ar|kommun(?:er)?|skap)?\b|\barrangör(?:er)?\b"
    # "arrangeras i Kumla" says where, and not by whom.
    r"|\b(?:arrange?ra[sd]?|anordnas|ordnas)\b(?=[^.;\n]{0,60}?\s(?P<by>av|tillsammans\s+med)\s)"
)
_THEME: Final = re.compile(
    r"(?i)\btema(?:t)?\b(?:\s+(?:(?:för|i|detta|denna|på)\s+)?"
    r"(?:år(?:et)?|dagen|gången|\d{4})(?=\s*(?::|är|–)))?\s*(?::|är|–)?\s*[”\"']?(?P<said>[^.;?\n”\"']{4,160}\??)"
)
_TARGET: Final = re.compile(
    r"(?i)\bmålgrupp(?:er|en)?\s*(?::|är|–)?\s*(?P<said>[^.;\n]{4,200})"
    r"|\b(?:vänder\s+sig\s+till|riktar\s+sig\s+till)\s+(?P<to>[^.;\n]{4,200})"
)
_PLACE: Final = re.compile(
    r"(?:\bplats\s*:\s*|\bPlats\s*:\s*|\b(?:på|i)\s+)"
    r"(?P<said>[A-ZÅÄÖ][\wåäöé-]*"
    r"(?:\s+(?:[A-ZÅÄÖ][\w-]*|slott|kommunhus|stadshus|hus|herrgård|gård|hotell"
    r"|kulturhus|konferens\w*|kursgård|park|teater|arena|bygdegård|museum|bibliotek"
    r"|församlingshem|folkhögskola|sporthall))*(?:\s+i\s+[A-ZÅÄÖ][\wåäöé-]+)?)"
)
# Whom and what it is for, in the sentences after the one that names it.
_MORE: Final = (_THEME, _TARGET)
# An item that is called as a conference is: "Turistdagen", "Bomässan 2031".
_OF_ITEM: Final = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ][\wåäöé-]*s\s+)?[A-ZÅÄÖ][a-zåäöé-]{2,}(?:konferens(?:en)?"
    r"|rådslag(?:et)?|dag(?:en|arna)|mässa(?:n)?|seminari(?:et|um)|forum(?:et)?"
    r"|festival(?:en)?|kväll(?:en)?)|(?:Konferensen|Mässan)\s+[A-ZÅÄÖ][\wåäö ]{2,40}?)"
    r"(?:\s+(?:19|20|21)\d\d)?"
)
_IS_HELD: Final = re.compile(
    r"(?i)\b(?:blir|hålls|äger\s+rum|arrangeras|anordnas|ordnas|genomförs|planeras"
    r"|infaller|är|går\s+av\s+stapeln|bestäm(?:t|des|d)|fastställ\w+|datum(?:et)?)\b"
)
_OF_OTHER: Final = re.compile(
    r"(?i)\b(?:senast|anmäl\w*|inbjudan|nästa\s+(?:möte|sammanträde)|arbetsgruppen)\b"
)
_CANCELLED: Final = re.compile(r"(?i)\binställ(?:d|t|s)|\butgår\b")
_AGREED: Final = re.compile(r"(?i)\bbeslut|\bmöte\w*\s+den\b|\bpå förslag\b")
_FEW: Final = 3
_LONGEST_LINE: Final = 120
PLACE_BY_NAME: Final = "Kommunen står vid konferensen och är läst som plats."
_BETWEEN_HOSTS: Final = re.compile(
    r"[\s,]*(?:(?:och|samt|som|är|står|blir|kommuner|kommuns|kommun)[\s,]*)*"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather the conferences that have a day, or a heading of their own."""
    portion = in_its_year(portion)
    if portion.kind is DocumentKind.ANNUAL_REPORT:
        _tell_held(portion, gathering)
    else:
        _tell_planned(portion, gathering)
    if portion.kind is DocumentKind.ANNUAL_PLAN:
        _say_planned(portion, gathering)


def _tell_planned(portion: Portion, gathering: Gathering) -> None:
    above: Piece | None = None
    own: Value | None = None
    announced = _announced(portion)
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Heading):
            above = piece if _CONFERENCES.search(piece.text) else None
            named = _name(piece)
            own = _add(named, piece, portion.year, gathering) if named else None
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [portion.source.piece(c) for c in row if c.text.strip()]
                _read_row(cells, portion.year, gathering)
            _read_calendar(block, portion, announced, gathering)
        else:
            here: Value | None = None
            for sentence in piece.split(_SENTENCE):
                found = _read(sentence, portion.year, gathering)
                own, here = found or own, found or here
                is_more = any(p.search(sentence.text) for p in _MORE)
                if own and not found and (above or (here and is_more)):
                    _tell_more(sentence, own, portion.year, gathering)


def _tell_held(portion: Portion, gathering: Gathering) -> None:
    """Add the conferences that a report says were held, each on its day."""
    for piece in portion.pieces():
        for sentence in piece.split(_SENTENCE):
            word, name = sentence.find(_HELD), _name(sentence)
            days = list(days_in(sentence, portion.year))
            if word and name and len(days) == 1 and _belongs(name, days[0], sentence):
                held = _add(name, sentence, portion.year, gathering)
                said = {"status": word.value(MeetingStatus.HELD.value)}
                gathering.add("conferences", str(held.value), said)


def add_of_item(
    title: Piece, texts: Sequence[Piece], meeting: date | None, gathering: Gathering
) -> None:
    """Add the conference that an item of a meeting is called, with its day to come."""
    bare = without_register_number(title).strip(" .:")
    match = _OF_ITEM.fullmatch(bare.text)
    if match is None or meeting is None or _NOT.search(match["name"]):
        return
    name = bare.group(match, "name")
    sentences = [s for text in texts for s in text.split(_SENTENCE)]
    told = [s for s in sentences if _is_to_come(s, meeting)]
    if len(told) != 1:
        return
    conference = _add(name, told[0], meeting.year, gathering)
    for sentence in sentences:
        if any(p.search(sentence.text) for p in (_THEME, _TARGET, _HOSTS)):
            _tell_more(sentence, conference, meeting.year, gathering)
    planned = name.value(MeetingStatus.PLANNED.value)
    found = gathering.get("conferences", str(conference.value))
    if found and "status" not in found.values:
        gathering.add("conferences", found.key, {"status": planned})


def _is_to_come(sentence: Piece, meeting: date) -> bool:
    """Tell whether a sentence says on which later day a conference is."""
    days = list(days_in(sentence, meeting.year))
    is_said = _IS_HELD.search(sentence.text) and not _OF_OTHER.search(sentence.text)
    return bool(is_said) and len(days) == 1 and days[0].day > meeting


def _say_planned(portion: Portion, gathering: Gathering) -> None:
    """Say that what the plan has set a day for is planned, if it says nothing else."""
    for found in gathering.of("conferences"):
        day = found.values.get("held_on")
        is_here = day and any(q.document == portion.source.key for q in day.quotes)
        if day and is_here and "status" not in found.values:
            planned = day.as_value(MeetingStatus.PLANNED.value)
            gathering.add("conferences", found.key, {"status": planned})


def _announced(portion: Portion) -> dict[str, Piece]:
    """Return the paragraphs that begin by naming one: "Konferensen X hålls"."""
    named = ((p, p.find(_ANNOUNCED)) for p in portion.pieces())
    return {name.text: paragraph for paragraph, name in named if name}


def _read_calendar(
    table: Table, portion: Portion, announced: dict[str, Piece], gathering: Gathering
) -> None:
    """Read the conferences that a calendar has a day for, and what is told of them."""
    for found in days_of_table(table, portion.source.piece, portion.year):
        named = found.named.find(_PROPER) if found.named else None
        if named is None or not (
            named.text in announced or _NAME.fullmatch(named.text)
        ):
            continue
        key = conference_key(tidy(named.text), found.day.day.year)
        value = named.value(key)
        rest = found.beside[0].strip(" ,.;")
        place = rest.value() if rest and known_name(rest.text) else None
        status = found.day.piece.value(MeetingStatus.PLANNED.value)
        values = {"name": named.value(), "place": place, "status": status}
        values |= _days(found.day)
        gathering.add("conferences", key, values)
        told = announced.get(named.text)
        for sentence in told.split(_SENTENCE) if told else ():
            _tell_more(sentence, value, portion.year, gathering)


def _read_row(cells: list[Piece], year: int | None, gathering: Gathering) -> None:
    """Read a row; where it has several days, each cell stands for itself."""
    if not cells:
        return
    whole = cells[0].until(cells[-1])
    days = len(list(days_in(whole, year)))
    for piece in [whole] if days == 1 else cells:
        _read(piece, year, gathering)


def _read(sentence: Piece, year: int | None, gathering: Gathering) -> Value | None:
    """Read a sentence with a conference's name and its day."""
    days = list(days_in(sentence, year))
    if len(days) != 1 or _PAST.search(sentence.text):
        return None
    name = _name(sentence) or sentence.find(_ANNOUNCED)
    if name is None or not _belongs(name, days[0], sentence):
        return None
    return _add(name, sentence, year, gathering)


def _belongs(name: Piece, day: FoundDay, sentence: Piece) -> bool:
    """Tell whether a day is the conference's, and not of a decision about it."""
    text = sentence.source.text
    if day.piece.start < name.start:
        between = text[day.piece.end : name.start]
        return len(between.split()) <= _FEW and not _AGREED.search(sentence.text)
    return not _AGREED.search(text[name.end : day.piece.start])


def _name(piece: Piece) -> Piece | None:
    for found in piece.find_all(_NAME):
        if not _NOT.search(found.text):
            return found
    return None


def _add(name: Piece, sentence: Piece, year: int | None, gathering: Gathering) -> Value:
    days = list(days_in(sentence, year))
    of_year = days[0].day.year if days else year_in(sentence.text) or year
    key = conference_key(" ".join(name.text.split()), of_year)
    said = name.value()
    gathering.add("conferences", key, {"name": said})
    value = name.value(key)
    _tell_more(sentence, value, year, gathering)
    return value


def _tell_more(
    sentence: Piece, conference: Value, year: int | None, gathering: Gathering
) -> None:
    """Add what a sentence says of a conference: days, place, theme, groups, hosts."""
    key = str(conference.value)
    found = gathering.get("conferences", key)
    days = list(days_in(sentence, year))
    values: dict[str, Value | None] = {
        "theme": _said(sentence, _THEME),
        "target_groups": _said(sentence, _TARGET),
        "place": _said(sentence, _PLACE) or _town_as_place(sentence),
        "status": _status(sentence),
    }
    if len(days) == 1:
        values |= _days(days[0])
    new = {
        column: value
        for column, value in values.items()
        if value and not (found and column in found.values)
    }
    gathering.add("conferences", key, new)
    _add_hosts(sentence, conference, gathering)


def _days(day: FoundDay) -> dict[str, Value | None]:
    held_on = day.piece.value(day.day, day.certainty, day.reason)
    return {
        "held_on": held_on,
        "ends_on": held_on.as_value(day.last) if day.last else None,
    }


def _said(sentence: Piece, pattern: "re.Pattern[str]") -> Value | None:
    match = pattern.search(sentence.text)
    if match is None:
        return None
    name = next(name for name, said in match.groupdict().items() if said)
    return sentence.group(match, name).strip(" ,.:–-").value()


def _status(sentence: Piece) -> Value | None:
    words = sentence.find(_CANCELLED)
    return words.value(MeetingStatus.CANCELLED.value) if words else None


def _town_as_place(sentence: Piece) -> Value | None:
    """Return the municipality that stands alone last in a short line."""
    last = sentence.split(r"[,;\t]")[-1].strip(" .")
    if len(sentence.text) > _LONGEST_LINE or known_name(last.text) is None:
        return None
    return last.value(None, Certainty.PROBABLE, PLACE_BY_NAME)


def _hosts(sentence: Piece) -> list[tuple[Piece, str]]:
    """Return the municipalities that a sentence calls hosts.

    They stand after the word, or right before it: "med Salem och Tyresö som värdar".
    """
    match = _HOSTS.search(sentence.text)
    if match is None:
        return []
    word = sentence.group(match, "by") if match["by"] else sentence.group(match)
    towns = municipalities_in(sentence)
    before, end = [], word.start
    for town, name in reversed([t for t in towns if t[0].end <= word.start]):
        if not _BETWEEN_HOSTS.fullmatch(sentence.source.text[town.end : end]):
            break
        before.append((town, name))
        end = town.start
    return before[::-1] or [t for t in towns if t[0].start >= word.end]


def _add_hosts(sentence: Piece, conference: Value, gathering: Gathering) -> None:
    for piece, name in _hosts(sentence):
        host = gathering.municipality(piece, name)
        if host:
            gathering.add(
                "conference_hosts",
                f"{conference.value}-{host.value}",
                {"conference": conference, "municipality": host},
            )
