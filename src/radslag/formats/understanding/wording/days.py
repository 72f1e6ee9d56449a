"""Days as documents write them, from "22 januari" to "10/6 2010".

What is ambiguous or impossible is not understood: no day is made up.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS, WEEKDAYS
from radslag.formats.understanding.source import Piece

_MONTH: Final = r"ma(?:j|rs)\.(?=\s+\d{4})|" + "|".join(
    rf"{name}|{name[:4]}\.?|{name[:3]}\.?" for name in MONTHS
)
_YEAR: Final = r"(?:19|20|21)\d{2}"
_SHORT_WEEKDAYS: Final = ("mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön")
_WEEKDAY: Final = (
    rf"(?:{'|'.join(WEEKDAYS)})(?:en|ar|arna|s)?|(?:{'|'.join(_SHORT_WEEKDAYS)})\b\.?"
)
_NUMBER: Final = r"[0-3]?\d(?::?e|:a|:e)?"
_FIGURE: Final = r"(?:0?[1-9]|1[0-2])(?!\d)"
_DASH: Final = r"\s*[-–—]\s*"


def _iso_words(separator: str) -> str:
    """Return the pattern of "2026-01-22", its separator twice the same."""
    return rf"{_YEAR}(?P<{separator}>[-./])(?:0?[1-9]|1[0-2])(?P={separator})[0-3]?\d"


_DAY: Final = re.compile(
    rf"""(?ix)
    (?<![\d/.:-]) (?<!\w)
    (?: (?P<weekday>{_WEEKDAY}) (?:,?\s+|\s*,\s*) (?:den\s+)? )?
    (?:
      (?P<iso>{_iso_words("one")})
        (?: \s*(?:--|[–—]|\s-\s|till|t\.?\s?o\.?\s?m\.?)\s*
            (?P<iso_last>{_iso_words("two")}|[0-3]\d(?!\d)) )?
    | (?P<solid>{_YEAR}(?:0[1-9]|1[0-2])[0-3]\d)
    | (?P<dotted>[0-3]?\d\.(?:0?[1-9]|1[0-2])\.{_YEAR})
    | (?:den\s+)? (?P<span_from>{_NUMBER}) \s+ (?P<span_month>{_MONTH})
        (?:\s+(?P<span_year>{_YEAR}))?
        (?:{_DASH}|\s+till(?:\s+och\s+med)?\s+|\s+t\.?\s?o\.?\s?m\.?\s+)
        (?:den\s+)? (?P<span_until>{_NUMBER}) \s+ (?P<until_month>{_MONTH})(?![a-zåäö])
        (?: ,?\s+ (?:år\s+)? (?P<until_year>{_YEAR}) )?
    | (?:den\s+)?
        (?P<numbers>{_NUMBER}(?:\s*,\s*{_NUMBER})*
          (?:\s*(?:,|och|samt|&|\+)\s*{_NUMBER})?)
        (?: (?:{_DASH}|\s+till(?:\s+och\s+med)?\s+|\s+t\.?\s?o\.?\s?m\.?\s+)
            (?P<last>{_NUMBER}) )?
        \s* (?P<month>{_MONTH})(?![a-zåäö])
        (?: ,?\s* (?:år\s+)? (?P<year>{_YEAR})(?!\d) )?
    | (?:den\s+)? (?P<number>[0-3]?\d) \s*/\s* (?P<figure>{_FIGURE})
        (?: {_DASH}(?P<slash_last>[0-3]?\d)\s*/\s*(?P<slash_month>{_FIGURE}) )?
        (?: \s*[-–,]?\s* (?P<slash_year>{_YEAR}) )?
    )
    (?!\d|/\d|-del) (?(number)(?!\s+av\b|\s+majoritet))
    (?: \s*[(,]\s* (?P<after>{"|".join(WEEKDAYS)})(?:en|ar)?\b )?
    """
)
_BETWEEN: Final = re.compile(r"(?i)\s*(?:,|;|&|och|samt|,\s*och)\s*")
_FIGURES: Final = re.compile(r"\d+")
NO_YEAR: Final = "Året står inte vid dagen utan är taget ur sammanhanget."


class FoundDay(NamedTuple):
    """A day and the words for it; the last day where several follow on each other."""

    day: date
    piece: Piece
    last: date | None
    weekday: str
    has_year: bool

    @property
    def certainty(self) -> Certainty:
        """Certain where the year is written too."""
        return Certainty.CERTAIN if self.has_year else Certainty.PROBABLE

    @property
    def reason(self) -> str:
        """Say in Swedish why it is not certain; nothing where it is."""
        return "" if self.has_year else NO_YEAR

    @property
    def has_other_weekday(self) -> bool:
        """Tell whether the weekday that is written is not that of the day."""
        return bool(self.weekday) and self.weekday != WEEKDAYS[self.day.weekday()]


def days_in(piece: Piece, year: int | None = None) -> Iterator[FoundDay]:
    """Give the days a piece names; those without a year are taken to be of `year`.

    "3, 10 och 17 mars" is three days, and "10-11 mars" one with a last day. The year
    that ends a list, "4 mars och 9 maj 2031", is that of all of them.
    """
    matches = list(_DAY.finditer(piece.text))
    for number, match in enumerate(matches):
        of_list = _year_of_list(matches[number:], piece.text)
        yield from _found(match, piece, of_list or year)


def _year_of_list(matches: "Sequence[re.Match[str]]", text: str) -> int | None:
    """Return the year that the last day of a list has, where the first has none.

    A month that is earlier than the one before it begins another year, so no year
    is told of those before.
    """
    first = month = _month_of(matches[0])
    for one, other in pairwise(matches):
        later = _month_of(other)
        is_next = _BETWEEN.fullmatch(text[one.end() : other.start()])
        if not (first and is_next and later >= month) or _written_year(one):
            return None
        if said := _written_year(other):
            return said
        month = later
    return None


def day_in(piece: Piece, year: int | None = None) -> FoundDay | None:
    """Return the first day a piece names, or None."""
    return next(days_in(piece, year), None)


def weekday_named(words: str) -> str:
    """Return the weekday that a word begins, "torsdag" of "tors." and "torsdagar"."""
    begins = words.lower().lstrip()[:3]
    return next((day for day in WEEKDAYS if begins and day.startswith(begins)), "")


def month_named(words: str) -> int | None:
    """Return the number of the month that a word is, "jan." and "Januari" alike."""
    bare = words.strip().lower().rstrip(".")
    return next(
        (
            number
            for number, name in enumerate(MONTHS, 1)
            if bare and bare in (name, name[:3], name[:4])
        ),
        None,
    )


def _found(
    match: "re.Match[str]", piece: Piece, year: int | None
) -> Iterator[FoundDay]:
    weekday = weekday_named(match["weekday"] or match["after"] or "")
    written = _written_year(match)
    whole = written or year
    if whole is None:
        return
    for day, last, words in _days(match, whole, piece):
        if last and last <= day:
            continue
        yield FoundDay(day, words, last, weekday, bool(written))


def _written_year(match: "re.Match[str]") -> int | None:
    for name in ("iso", "solid"):
        if match[name]:
            return int(match[name][:4])
    if match["dotted"]:
        return int(match["dotted"][-4:])
    for name in ("until_year", "span_year", "year", "slash_year"):
        if match[name]:
            return int(match[name])
    return None


def _days(
    match: "re.Match[str]", year: int, piece: Piece
) -> Iterator[tuple[date, date | None, Piece]]:
    whole = piece.group(match)
    if match["numbers"]:
        yield from _days_of_month(match, year, piece)
        return
    for part in (_iso, _solid, _dotted, _span, _slash):
        found = part(match, year)
        if found and found[0]:
            yield found[0], found[1], whole


_Found = tuple[date | None, date | None] | None


def _iso(match: "re.Match[str]", _year: int) -> _Found:
    if not match["iso"]:
        return None
    first = [int(figures) for figures in _FIGURES.findall(match["iso"])]
    last = [int(figures) for figures in _FIGURES.findall(match["iso_last"] or "")]
    whole = [*first[: 3 - len(last)], *last] if last else []
    return _date(*first), _date(*whole) if whole else None


def _solid(match: "re.Match[str]", _year: int) -> _Found:
    said = match["solid"]
    return (_date(int(said[:4]), int(said[4:6]), int(said[6:])), None) if said else None


def _dotted(match: "re.Match[str]", _year: int) -> _Found:
    if not match["dotted"]:
        return None
    day, month, year = (int(figures) for figures in match["dotted"].split("."))
    return _date(year, month, day), None


def _span(match: "re.Match[str]", year: int) -> _Found:
    if not match["span_from"]:
        return None
    first_month, last_month = _month(match["span_month"]), _month(match["until_month"])
    first_year = int(match["span_year"] or year)
    if not match["span_year"] and first_month > last_month and match["until_year"]:
        first_year -= 1
    last_year = int(match["until_year"] or first_year + (first_month > last_month))
    last = _date(last_year, last_month, _number(match["span_until"]))
    return _date(first_year, first_month, _number(match["span_from"])), last


def _slash(match: "re.Match[str]", year: int) -> _Found:
    if not match["number"]:
        return None
    last = None
    if match["slash_last"]:
        last = _date(year, int(match["slash_month"]), int(match["slash_last"]))
    return _date(year, int(match["figure"]), int(match["number"])), last


def _days_of_month(
    match: "re.Match[str]", year: int, piece: Piece
) -> Iterator[tuple[date, date | None, Piece]]:
    """Give each of "3, 10 och 17 mars"; two that follow on each other are one."""
    month = _month(match["month"])
    places = list(_FIGURES.finditer(piece.text, *match.span("numbers")))
    days = [_date(year, month, int(place[0])) for place in places]
    if len(days) == 2 and _follow(*days):  # noqa: PLR2004 - "10 och 11 mars".
        yield days[0] or date.min, days[1], piece.group(match)
        return
    for place, day in zip(places, days, strict=True):
        is_last = place is places[-1]
        until = _date(year, month, _number(match["last"])) if match["last"] else None
        start = match.start() if place is places[0] else place.start()
        end = match.end() if is_last else place.end()
        if day:
            yield day, until if is_last else None, piece.part(start, end).strip()


def _follow(first: date | None, second: date | None) -> bool:
    return bool(first and second and second - first == timedelta(days=1))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(words: str) -> int:
    found = _FIGURES.match(words)
    return int(found[0]) if found else 0


def _month_of(match: "re.Match[str]") -> int:
    return _month(match["month"] or "") or int(match["figure"] or 0)


def _month(words: str) -> int:
    return month_named(words) or 0
