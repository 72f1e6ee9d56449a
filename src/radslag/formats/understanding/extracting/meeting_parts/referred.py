"""Referrals that a meeting's item tells of: who asks for comments, and until when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.header import dated
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.outside import outside_parties_in
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    without_register_number,
)
from radslag.formats.understanding.wording.sentences import sentences_of

TOLD_OF: Final = "Remissen omtalas vid mötet; själva remissen är inte läst."
_REFERRAL: Final = re.compile(r"(?i)\bremiss\w*\b|\b(?:följebrev|missiv)(?:et)? från\b")
_SENT: Final = re.compile(
    r"(?i)\b(?:har\s+)?(?:skicka(?:t|de)|sän(?:t|de)|remittera(?:t|de))\s+(?:ut\s+)?"
    r"(?P<what>.{4,120}?)\s+(?:ut\s+)?på\s+remiss"
)
# "Yttrande över länsplanen": the answer is sent to who asked for it.
_ANSWERS: Final = re.compile(r"(?i)(?:yttrande|remissvar)\s+(?:över|på)\s")
_ANSWER_TO: Final = re.compile(
    r"(?i)\b(?:yttrande|svar)\w*\b[^.]{0,200}?\b(?:sänd|skicka|lämna|avge|till)\w*\b"
)
# A line that breaks before a name: "… sänder det till Region".
_OPEN: Final = re.compile(r"\b[a-zåäö]+ (?:Region|Länsstyrelsen i)$")
# "Trafikverket har sänt Åtgärdsplan 2030 på remiss": not "har sänt förslaget".
_OWN_NAME: Final = re.compile(r"[A-ZÅÄÖ][^\s.]*[a-zåäö][^\s.]* \S")
_LEAD: Final = re.compile(
    r"(?i)^(?:remiss\s+från\s+(?:(?:\S+\s+){1,4}?om|(?:[^\s:]+\s+){0,3}?[^\s:]+:)\s+"
    r"|(?:remiss(?:svar|yttrande)?|yttrande|svar|synpunkter)"
    r"(?:\s*[:,–-]\s*|\s+(?:på|över|om|av|angående|till)\s+"
    r"(?:remiss(?:en)?\s*(?::|om|av|–)\s*)?))"
)
_VERSION: Final = re.compile(r"(?i)^remissversion(?:en)?\s+av\s+(\S[^.]*)")
_DUE: Final = re.compile(
    r"(?i)\b(?:svar\w*|yttrande\w*|synpunkter\w*|remisstid\w*|besvara[sd]\w*|lämnas|tillhanda)\b"
)
_LAST_DAY: Final = re.compile(
    r"(?i)\b(?:senast|till och med|t\.?o\.?m\.?|före|är|inne|svarstid"
    r"|(?:går|löper)\s+ut)\W*(?:den\s+)?$"
)
_CAME: Final = re.compile(
    r"(?i)\b(?:det|den|remissen|förslaget)\s+(?:in)?kom(?:\s+(?:in|till\s+\w+))?\s+(?:den\s+)?(?=\d)"
)
_IN_BRACKETS: Final = re.compile(
    r"(?i)\((?:er[ta]?\s+|deras\s+)?(?:dnr|diarie\w*|ref\w*)\W*$"
)
_RIGHT_AFTER: Final = 1
_LONGEST: Final = 200


def add_referred(
    title: Piece,
    texts: Sequence[Piece],
    gathering: Gathering,
    meeting: date | None = None,
) -> None:
    """Add the referral that an item is of, where it says whose it is.

    A day without a year is the next one after the meeting's, where that is given.
    """
    told = [s for text in _whole(texts) for s in sentences_of(text)]
    asking = [s for s in (title, *told) if _REFERRAL.search(s.text)]
    if _REFERRAL.search(title.text):
        asking += [s for s in told if s not in asking and _DUE.search(s.text)]
    if not asking and _ANSWERS.match(title.text):
        asking += [s for s in told if _ANSWER_TO.search(s.text)]
    parties = [party for s in asking for party in outside_parties_in(s)]
    if not parties and _version(asking):
        parties = list(outside_parties_in(title))
    if len({party.text for party in parties}) != 1:
        return
    name = _name(title, asking)
    party, key = parties[0], slug(parties[0].text)
    days = list(_due([*sentences_of(title), *told], meeting))
    if name is None:
        return
    gathering.add("outside_parties", key, {"name": party.value()})
    gathering.add(
        "referrals",
        slug(name.text),
        {
            "title": name.value(_capital(name.text)),
            "outside_party": party.value(key, Certainty.PROBABLE, TOLD_OF),
            "due_on": dated(days[0]) if len({day.day for day in days}) == 1 else None,
            "received_on": next(_received(told, meeting), None),
            "register_number": next(_numbers(told), None),
        },
    )


def _whole(texts: Sequence[Piece]) -> list[Piece]:
    """Return the texts, those made one that a narrow column broke in a sentence."""
    whole: list[Piece] = []
    for text in texts:
        is_open = bool(whole) and _OPEN.search(whole[-1].text) is not None
        if is_open and text.start > whole[-1].start:
            whole[-1] = whole[-1].until(text)
        else:
            whole.append(text)
    return whole


def _name(title: Piece, asking: Sequence[Piece]) -> Piece | None:
    """Return what the referral is about: of the item's title, or what was sent out.

    What was sent out under a name of its own is called so, whatever the item is called.
    """
    sent = [s.group(match, "what") for s in asking if (match := _SENT.search(s.text))]
    named = [what for what in sent if _OWN_NAME.match(what.text)]
    if named:
        return _without_brackets(named[0])
    version = _version(asking)
    if version and not _REFERRAL.search(title.text):
        return version
    if _REFERRAL.search(title.text) or _LEAD.match(title.text):
        title = without_register_number(title)
        title = next(iter(sentences_of(title)), title)
        lead = _LEAD.match(title.text)
        return title.part(lead.end() if lead else 0, len(title.text)).strip()
    return next(iter(sent), None)


def _version(asking: Sequence[Piece]) -> Piece | None:
    """Return what was sent out, of which an annex is "remissversion av"."""
    return next((rest for s in asking if (rest := s.find(_VERSION))), None)


def _without_brackets(name: Piece) -> Piece:
    """Return a name without the register number in brackets after it."""
    return name.find(r"^(.+?)\s*\([^()]*\)$") or name


def _due(told: Sequence[Piece], meeting: date | None) -> Iterator[FoundDay]:
    for sentence in told:
        if not _DUE.search(sentence.text):
            continue
        for day in days_in(sentence, meeting.year if meeting else None):
            before = sentence.text[: day.piece.start - sentence.start]
            if _LAST_DAY.search(before):
                yield _to_come(day, meeting)


def _to_come(day: FoundDay, meeting: date | None) -> FoundDay:
    """Return a day whose year is not written in the next year, if it has been."""
    is_past = meeting is not None and day.day < meeting and not day.has_year
    is_leap_day = (day.day.month, day.day.day) == (2, 29)
    if not is_past or is_leap_day:
        return day
    return day._replace(day=day.day.replace(year=day.day.year + 1))


def _received(told: Sequence[Piece], meeting: date | None) -> Iterator[Value]:
    """Give the day of "Den kom den 2 maj"; its year may stand in the same sentence.

    Else it came before the meeting, if that was in the same year.
    """
    for sentence in told:
        written = {day.day.year for day in days_in(sentence) if day.has_year}
        match = _CAME.search(sentence.text)
        if match is None or len(written) > 1:
            continue
        year = written.pop() if written else meeting.year if meeting else None
        rest = sentence.part(match.end(), len(sentence.text))
        for day in days_in(rest, year):
            is_past = day.has_year or meeting is None or day.day <= meeting
            if is_past and day.piece.start - rest.start <= _RIGHT_AFTER:
                yield day.piece.value(day.day, Certainty.PROBABLE, TOLD_OF)


def _numbers(told: Sequence[Piece]) -> Iterator[Value]:
    """Give the number in brackets after the referral: theirs, and not the item's."""
    for sentence in told:
        number = register_number_in(sentence)
        before = sentence.text[: number.start - sentence.start] if number else ""
        asks = _DUE.search(sentence.text) and _IN_BRACKETS.search(before)
        is_theirs = asks and next(outside_parties_in(sentence), None) is not None
        sent = _SENT.search(sentence.text)
        is_sent = sent is not None and sent.start("what") <= len(before) < sent.end()
        if number and (_REFERRAL.search(before) or is_theirs or is_sent):
            yield number.value(None, Certainty.PROBABLE, TOLD_OF)


def _capital(words: str) -> str:
    bare = " ".join(words.split())[:_LONGEST]
    return bare[:1].upper() + bare[1:]
