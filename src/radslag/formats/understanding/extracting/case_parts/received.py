"""The day that a referral came in, as its stamp or the answer to it tells."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

RECEIVED: Final = re.compile(
    r"(?i)\b(?:inkom(?:men|met|st|mit)?(?:\s+den)?|ankom(?:men|st)?|ankomstdatum"
    r"|inkomstdatum|mottag(?:en|et|its|ningsdatum)|mottogs?|erhölls"
    r"|(?:fick|fått)\s+(?:\w+\s+)?(?:remiss|förslag|begäran|skrivelse|handling)\w*"
    r"|kom\s+(?:in|till)|(?:har|hade)\s+kommit\s+(?:in|till)|nådde|ink\.?"
    r"|diarieförd|tog(?:s)?\s+emot|tagits?\s+emot)\b"
)
# "Samverkan har den 3 maj tagit emot …", "Den 3 maj mottog förbundet …".
_AFTER_DAY: Final = re.compile(
    r"(?i)^(?:\s+\w+){0,4}?\s+(?:tagits?\s+emot|tog(?:s)?\s+emot|mottag(?:it|its)|mottog"
    r"|erhållit|erhöll(?:s)?|fick|fått|inkom(?:mit)?|kom(?:mit)?\s+in)\b"
)
_OF_IT: Final = re.compile(
    r"(?i)\bremiss|\brubricera|\bsamråd|\bförslag|\bbegäran|\banmodan|\binbjudan"
    r"|\bskrivelse"
)
# What is to come in is an answer, and has not come.
_TO_COME: Final = re.compile(
    r"(?i)\b(?:ska|skall|bör|måste|behöver|önskas|senast|innan|svar(?:et|en)?"
    r"|yttrande(?:t|n)?|synpunkter(?:na)?)\b"
)
_NEAR, _BEFORE = 90, 60


def received_on(lines: Sequence[Piece], due: Value | None = None) -> Value | None:
    """Return the day that the referral came: after the word for it, or before it.

    A day without a year is the last such day before the one that is `due`.
    """
    day = next(_labelled(lines, due), None) or next(_before_the_verb(lines), None)
    return day.piece.value(day.day, day.certainty, day.reason) if day else None


def _labelled(lines: Sequence[Piece], due: Value | None) -> Iterator[FoundDay]:
    for at, line in enumerate(lines):
        for match in RECEIVED.finditer(line.text):
            before = line.text[max(match.start() - _BEFORE, 0) : match.start()]
            rest = line.part(match.end(), min(len(line.text), match.end() + _NEAR))
            rest = next(sentences_of(rest.strip(" .:")), rest.part(0, 0))
            day = _day_before(rest, due)
            if day is None and not rest and at + 1 < len(lines):
                rest = lines[at + 1]
                day = day_in(rest)
            until = rest.text[: day.piece.start - rest.start] if day else ""
            if day and not _TO_COME.search(f"{_own(before)} | {until}"):
                yield day


def _day_before(rest: Piece, due: Value | None) -> FoundDay | None:
    """Return the first day, where it has no year that of the time before `due`."""
    year = due.value.year if due else None
    found = day_in(rest, year)
    if found and due and not found.has_year and found.day > due.value:
        return day_in(rest, due.value.year - 1)
    return found


def _own(before: str) -> str:
    """Return what stands before a word in its own sentence."""
    return re.split(r"[.;:]\s", before)[-1]


def _before_the_verb(lines: Sequence[Piece]) -> Iterator[FoundDay]:
    for line in lines:
        for sentence in sentences_of(line):
            for day in days_in(sentence):
                after = sentence.text[day.piece.end - sentence.start :]
                if _AFTER_DAY.search(after) and _OF_IT.search(sentence.text):
                    yield day
