"""Who was there, where sentences tell it: "Bo Ek från Mora hade fått förhinder"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import AttendanceState, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.header import DIGITAL
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    names_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name
from radslag.formats.understanding.wording.outside import OUTSIDE
from radslag.formats.understanding.wording.sentences import sentences_of

IN_SENTENCES: Final = "Vilka som var med berättas i löpande text."
FROM_SENDER: Final = "Den som skriver ”jag” är brevets avsändare."
_ABSENT: Final = re.compile(
    r"(?i)\bförhind(?:er|rade?|rad)\b|\bfrånvarande\b|\båterbud\b"
    r"|\bkunde (?:tyvärr )?inte (?:vara med|delta|komma|närvara)\b|\bdeltog inte\b"
)
_GUEST: Final = re.compile(
    r"(?i)\bbesök av\b|\bgäst(?:ades|er)?\b|\binbju(?:den|dna|dit)\b"
    r"|\bmedverkade\b|\bbesökte oss\b"
)
_PRESENT: Final = re.compile(
    r"(?i)\bpå plats (?:var|fanns)\b|\bnärvarande var\b|\bmed (?:på mötet )?var\b"
    r"|\bdeltog\b|\bdeltagare var\b|\bvar (?:med|närvarande|på plats)\b|\bvar där\b"
)
# "Vilka var med?": the sentence after it answers.
_ASKED: Final = re.compile(
    r"(?i)(?:vilka|vem)\s+(?:var|deltog|kom|fanns|möttes|träffades)"
    r"(?:\s+(?:med|där|på\s+plats|på\s+mötet|här|närvarande)){0,2}\s*\?"
)
_FROM: Final = re.compile(
    r"Från\s+(?P<place>[A-ZÅÄÖ][\wåäö-]*(?:\s+[\wåäö-]+){0,4}?)\s+"
    r"(?:kom|deltog|medverkade|närvarade|anslöt|var|besökte\s+oss)\s+(?=[A-ZÅÄÖ])"
)
_JOINED: Final = re.compile(r"\s*(?:\([^()]{1,6}\)\s*)?(?:,|och|samt|&)\s*")
_BY_LINK: Final = re.compile(
    r"(?i)\((?:på|via|över|per)\s+(?:länk|distans|teams|telefon)"
)
_CLAUSE: Final = re.compile(r",?\s+(?:medan|men|däremot|dock)\s+|;\s+")
_PLACE: Final = re.compile(
    r"\s*(?:\([^)]*?(?P<party>\b[A-ZÅÄÖ]{1,3}\b)?\)\s*)?(?:,\s*|\s+från\s+|\s+i\s+|\s*\()"
    r"(?P<place>[A-ZÅÄÖ][\wåäöÅÄÖ -]*)"
)
_WRITER: Final = re.compile(
    r"\bjag(?:\s+själv)?\b(?:\s+från\s+(?P<place>[A-ZÅÄÖ][\wåäö-]+))?"
)
_SENDER: Final = re.compile(r"^(?P<name>[^<,;@]{4,60}?)\s*<")
_OWN_NOTES: Final = re.compile(
    r"(?i)\b(?:mina|våra)\s+(?:\w+\s+)?(?:minnes|mötes)?anteckningar\b"
    r"|\bjag (?:har )?anteckna"
)
_WRITTEN_BY: Final = re.compile(
    r"(?i)^\W*(?:(?:minnes|mötes)?anteckningarna\s+(?:är|har|blev)\s+)?(?:skriv(?:et|na|its)"
    r"|anteckna(?:t|de|d)|nedteckna(?:t|de)|förda|fört|sammanställ(?:t|da)|upprätta(?:t|de))"
    rf"\s+av\s+(?-i:({NAME}))"
)
_WRITES: Final = re.compile(
    rf"^\W*({NAME})\s+(?:skrev|antecknade|förde\s+anteckningar|höll\s+i\s+pennan)\W*$"
)
_ITS_WORDS: Final = 60
_LONGEST: Final = 1_000


def add_told_attendance(
    lines: Sequence[Line], meeting: Found, gathering: Gathering
) -> None:
    """Add those whom sentences say were there, or not, where no list names anybody."""
    if any(row["meeting"] == meeting.key for row in gathering.of("attendance")):
        return
    told = [line for line in lines if not (line.is_row or line.is_heading)]
    is_asked = False
    for sentence in (each for line in told for each in sentences_of(line.piece)):
        is_answer = is_asked
        is_asked = _ASKED.fullmatch(sentence.text.strip(" *_")) is not None
        if is_asked or _add_from(sentence, meeting, gathering):
            continue
        for clause in sentence.split(_CLAUSE):
            state = _state_of(clause, is_answer=is_answer)
            if state:
                _add_named(clause, state, lines, meeting, gathering)


def _state_of(clause: Piece, *, is_answer: bool) -> AttendanceState | None:
    """Return what a clause says of those it names; an answer names those present."""
    state = _state(clause.text) if len(clause.text) < _LONGEST else None
    is_plain = is_answer and state in (None, AttendanceState.REMOTE)
    return AttendanceState.PRESENT if is_plain else state


def _add_from(sentence: Piece, meeting: Found, gathering: Gathering) -> bool:
    """Add who came from where: "Från Bygdekontoret kom Eva Alm". Tell if there was one.

    Who comes from no municipality is a guest.
    """
    match = _FROM.match(sentence.text)
    rest = sentence.part(match.end(), len(sentence.text)) if match else None
    names = list(names_in(rest)) if rest else []
    if match is None or not names:
        return False
    where = sentence.group(match, "place")
    is_town = known_name(where.text) is not None
    state = AttendanceState.PRESENT if is_town else AttendanceState.GUEST
    if not is_town:
        called = where.value(None, Certainty.PROBABLE, IN_SENTENCES)
        gathering.add("outside_parties", slug(where.text), {"name": called})
    for name in names:
        person = gathering.person(name)
        _add(person, name, (where if is_town else None, state), meeting, gathering)
        if not is_town:
            key = f"{meeting.key}-{slug(str(person.value))}"
            outside = where.value(slug(where.text))
            gathering.add("attendance", key, {"outside_party": outside})
    return True


def _state(words: str) -> AttendanceState | None:
    if _ABSENT.search(words):
        return AttendanceState.ABSENT
    if _GUEST.search(words):
        return AttendanceState.GUEST
    if _PRESENT.search(words):
        is_far = DIGITAL.search(words) or re.search(r"(?i)\b(?:på|via) länk\b", words)
        return AttendanceState.REMOTE if is_far else AttendanceState.PRESENT
    return None


def _add_named(
    clause: Piece,
    state: AttendanceState,
    lines: Sequence[Line],
    meeting: Found,
    gathering: Gathering,
) -> None:
    names = list(names_in(clause))
    ends = [*(name.start for name in names), clause.end][1:]
    shared: Piece | None = None
    placed: list[tuple[Piece, Piece | None, AttendanceState]] = []
    for name, end in reversed(list(zip(names, ends, strict=True))):
        after = Piece(clause.source, name.end, min(end, name.end + _ITS_WORDS))
        place = _PLACE.match(after.text)
        where = after.group(place, "place") if place else None
        if where is None and _JOINED.fullmatch(after.text):
            where = shared
        shared = where
        is_far = state is AttendanceState.PRESENT and _BY_LINK.search(after.text)
        own = AttendanceState.REMOTE if is_far else state
        placed.append((name, where, own))
    for name, where, own in reversed(placed):
        _add(gathering.person(name), name, (where, own), meeting, gathering)
    if not names and state is AttendanceState.ABSENT:
        _add_absent_towns(clause, meeting, gathering)
    writer = _WRITER.search(clause.text)
    sender = sender_of(lines) if writer else None
    if writer and sender and state is AttendanceState.PRESENT:
        me = clause.group(writer)
        person = gathering.person(sender).doubted(Certainty.PROBABLE, FROM_SENDER)
        where = clause.group(writer, "place") if writer["place"] else None
        _add(person, me, (where, state), meeting, gathering)


def _add_absent_towns(clause: Piece, meeting: Found, gathering: Gathering) -> None:
    """Add the municipalities that nobody came from: "Orsa hade anmält förhinder"."""
    for town, name in municipalities_in(clause):
        municipality = gathering.municipality(town, name)
        if municipality is None:
            continue
        state = AttendanceState.ABSENT.value
        values = {
            "meeting": town.value(meeting.key),
            "municipality": municipality,
            "state": town.value(state, Certainty.PROBABLE, IN_SENTENCES),
        }
        key = f"{meeting.key}-{municipality.value}"
        gathering.add("attendance", key, values)


def _add(
    person: Value,
    said: Piece,
    told: tuple[Piece | None, AttendanceState],
    meeting: Found,
    gathering: Gathering,
) -> None:
    where, state = told
    values: dict[str, Value | None] = {
        "meeting": said.value(meeting.key),
        "person": person,
        "state": said.value(state.value, Certainty.PROBABLE, IN_SENTENCES),
    }
    if where:
        values |= _place(where, gathering)
    gathering.add("attendance", f"{meeting.key}-{slug(str(person.value))}", values)


def _place(where: Piece, gathering: Gathering) -> dict[str, Value | None]:
    """Return the municipality or the authority somebody is said to come from."""
    for words in _beginnings(where):
        if known_name(words.text):
            return {"municipality": gathering.municipality(words)}
    outside = OUTSIDE.match(where.text)
    if outside is None:
        return {}
    party = where.group(outside)
    key = slug(party.text)
    gathering.add("outside_parties", key, {"name": party.value()})
    return {"outside_party": party.value(key)}


def _beginnings(where: Piece) -> Iterator[Piece]:
    words = list(where.find_all(r"\S+"))
    for count in (3, 2, 1):
        if len(words) >= count:
            yield words[0].until(words[count - 1])


def sender_of(lines: Sequence[Line]) -> Piece | None:
    """Return who sent a letter, by the field above it."""
    for line in lines:
        if line.is_row and re.match(r"(?i)från\W*$", line.cells[0].text):
            match = _SENDER.match(line.cells[-1].text)
            return line.cells[-1].group(match, "name") if match else None
    return None


def _writer_in(line: Piece) -> Piece | None:
    """Return who a sentence says wrote the notes: "Skrivet av Eva Alm"."""
    for sentence in sentences_of(line):
        name = sentence.find(_WRITTEN_BY) or sentence.find(_WRITES)
        if name and is_name(name.text):
            return name
    return None


def add_sender(lines: Sequence[Line], minutes: Found, gathering: Gathering) -> None:
    """Take a letter's sender for the secretary, where the notes are said to be hers."""
    told = next(filter(None, (_writer_in(line.piece) for line in lines)), None)
    if told and minutes["secretary"] is None:
        gathering.person(told)
        gathering.add("minutes", minutes.key, {"secretary": told.value()})
    name = sender_of(lines)
    is_hers = any(_OWN_NOTES.search(line.text) for line in lines)
    if name and is_hers and minutes["secretary"] is None:
        gathering.person(name)
        said = name.value(None, Certainty.PROBABLE, FROM_SENDER)
        gathering.add("minutes", minutes.key, {"secretary": said})
