"""Conferences of a plan: name, days, hosts, place, theme and whom they are for."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.budget_parts.words import year_in
from radslag.formats.understanding.extracting.keys import conference_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in

_NAME: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäöé-]*(?:s|ns)\s+)?"
    r"(?:[A-ZÅÄÖ][a-zåäöé-]{3,}(?:konferens(?:en)?|rådslag(?:et)?|dagen|mötet|mässan"
    r"|seminariet|forum(?:et)?)"
    r"|(?<=s )(?:[Rr]ådslag(?:et)?|[Kk]onferens(?:en)?|[Tt]emadag(?:en)?"
    r"|[Ff]ramtidsdag(?:en)?)|Rådslag(?:et)?|Temadag(?:en)?(?:\s+om\s+[\wåäö]+)?"
    r"|Konferens(?:en)?\s+om\s+[\wåäö]+)"
)
_NOT: Final = re.compile(
    r"(?i)planerings|telefon|video|press|^konferensen$|sammanträdesdag|tjänstemanna"
)
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])|\n")
_CONFERENCES: Final = re.compile(r"(?i)\bkonferens|\brådslag|\btemadag|\bevenemang")
_PAST: Final = re.compile(
    r"(?i)\btidigare\b|\bgenomfördes\b|\bhölls\b|\binte fortsätta\b"
)
_HOSTS: Final = re.compile(
    r"(?i)\bvärd(?:ar|kommun(?:er)?|skap)?\b|\barrange?ra[sd]?\b|\barrangör(?:er)?\b"
    r"|\banordnas\b"
)
_THEME: Final = re.compile(
    r"(?i)\btema(?:t)?\b\s*(?::|är|–)?\s*[”\"']?(?P<said>[^.;\n”\"']{4,160})"
)
_TARGET: Final = re.compile(
    r"(?i)\bmålgrupp(?:er|en)?\s*(?::|är|–)?\s*(?P<said>[^.;\n]{4,200})"
    r"|\b(?:vänder\s+sig\s+till|riktar\s+sig\s+till)\s+(?P<to>[^.;\n]{4,200})"
)
_PLACE: Final = re.compile(
    r"(?:\bplats\s*:\s*|\bPlats\s*:\s*|\b(?:på|i)\s+)"
    r"(?P<said>[A-ZÅÄÖ][\wåäöé-]*"
    r"(?:\s+(?:[A-ZÅÄÖ][\w-]*|slott|kommunhus|stadshus|hus|herrgård|gård|hotell"
    r"|kulturhus|konferens\w*|kursgård))*)"
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
    above: Piece | None = None
    own: Value | None = None
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
        else:
            for sentence in piece.split(_SENTENCE):
                found = _read(sentence, portion.year, gathering)
                own = found or own
                if own and not found and above:
                    _tell_more(sentence, own, portion.year, gathering)


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
    name = _name(sentence)
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
    word = sentence.group(match)
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
