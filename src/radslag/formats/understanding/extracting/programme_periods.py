"""When a programme holds, in its own words: years, days, a term of office."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.decided import top_lines
from radslag.formats.understanding.extracting.programme_names import BY_NAME, YEARS
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in

BY_TERM: Final = "Giltighetstiden är mandatperioden, läst som hela kalenderår."
# A line below the title: "Gemensam strategi för åren 2025 till 2030".
_IS_ITS_KIND: Final = re.compile(
    r"(?i)\W*(?:(?:gemensam\w*|regional\w*|politisk\w*|vårt|ett|en)\s+){0,3}"
    r"\w*(?:program|strategi|inriktning|målbild|måldokument)(?:met|n|en)?\b"
)
_TITLE_LINES: Final = 4
BY_KIND: Final = "Åren står i raden som säger vad för slags handling det är."
_VALID: Final = re.compile(
    r"(?i)\b(?:gäller|gälla|giltig\w*|avser|omfattar|löper|sträcker sig"
    r"|programperiod\w*"
    r"|gällande|period\w*)\b"
)
_TERM: Final = re.compile(r"(?i)mandatperiod\w*")
# "Programmet gäller till och med 2030", "… t.o.m. den 30 juni 2029".
_UNTIL: Final = re.compile(
    r"(?i)\b(?:(?:programmet|strategin|målbilden|visionen|dokumentet)\b[^.\n]{0,30}?"
    r"\b(?:gäll\w+|löper)|giltig\w*)\b[^.\n]{0,40}?"
    r"(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|\btill\s+utgången\s+av)\s+"
    r"(?P<until>[^.,;\n]{0,24}?(?P<year>20\d\d)(?:-\d\d-\d\d)?)\b"
)


def say_when(programme: Found, portion: Portion, gathering: Gathering) -> None:
    """Say from when and until when a programme holds, where it says so itself."""
    said = next(_periods(portion, str(programme["name"])), None)
    if said is None:
        _say_until(programme, portion, gathering)
        return
    for column in ("valid_from", "valid_to"):
        # What follows from its name gives way to what the programme says itself.
        value = programme.values.get(column)
        if value and value.reason == BY_NAME:
            del programme.values[column]
    first, last, piece, certainty, reason = said
    values = {
        "valid_from": piece.value(first, certainty, reason),
        "valid_to": piece.value(last, certainty, reason),
    }
    gathering.add("programmes", programme.key, values)


def _say_until(programme: Found, portion: Portion, gathering: Gathering) -> None:
    """Say how long a programme holds that does not say from when."""
    if "valid_to" in programme.values:
        return
    for piece in portion.pieces():
        match = _UNTIL.search(piece.text)
        if match is None:
            continue
        words = piece.group(match, "until")
        day = day_in(words)
        last = day.day if day else date(int(match["year"]), 12, 31)
        gathering.add("programmes", programme.key, {"valid_to": words.value(last)})
        return


_Period = tuple[date, date, Piece, Certainty, str]


def _periods(portion: Portion, name: str) -> Iterator[_Period]:
    """Give the times the programme says that it is valid, the plainest first."""
    lines = [*portion.pieces(), *top_lines(portion)]
    pieces = [p for p in lines if _VALID.search(p.text)]
    for piece in pieces:
        for sentence in piece.split(r"(?<=[.!])\s+(?=[A-ZÅÄÖ])"):
            valid = _VALID.search(sentence.text)
            if valid:
                rest = sentence.part(valid.start(), len(sentence.text))
                yield from period_in(rest)
    for piece in portion.pieces():
        for term in _TERM.finditer(piece.text):
            years = YEARS.match(piece.text[term.end() :].lstrip(" :(")[:20])
            if years:
                words = piece.part(term.start(), min(term.end() + 14, len(piece.text)))
                yield (*_whole_years(years), words, Certainty.PROBABLE, BY_TERM)
    yield from _of_its_kind(portion, name)


def _of_its_kind(portion: Portion, name: str) -> Iterator[_Period]:
    """Give the years of the line at the top that says what kind of document it is."""
    above = ""
    for number, piece in enumerate(top_lines(portion)):
        is_below = 0 < number < _TITLE_LINES or above.casefold() == name.casefold()
        is_bare = is_below and YEARS.fullmatch(piece.text.strip())
        above = piece.text.strip()
        is_its = is_bare or _IS_ITS_KIND.match(piece.text)
        years = YEARS.search(piece.text) if is_its else None
        if years and not piece.text.rstrip().endswith("."):
            words = piece.group(years)
            yield (*_whole_years(years), words, Certainty.PROBABLE, BY_KIND)


def period_in(piece: Piece) -> Iterator[_Period]:
    """Give the first and last day that some words say something holds, if they do."""
    days = [day for day in days_in(piece) if day.has_year]
    last = next((day.last for day in days if day.last), None)
    last = last or (days[1].day if len(days) > 1 else None)
    if last and days[0].day < last:
        words = days[0].piece.until(days[-1].piece)
        yield days[0].day, last, words, Certainty.CERTAIN, ""
        return
    match = YEARS.search(piece.text)
    if match and not days:
        is_term = _TERM.search(piece.text[: match.start()])
        certainty = Certainty.PROBABLE if is_term else Certainty.CERTAIN
        reason = BY_TERM if is_term else ""
        yield (*_whole_years(match), piece.group(match), certainty, reason)


def _whole_years(match: "re.Match[str]") -> tuple[date, date]:
    first, last = match[1], match[2]
    whole = last if len(last) > 2 else first[:2] + last  # noqa: PLR2004 - "2023-26".
    return date(int(first), 1, 1), date(int(whole), 12, 31)
