"""Periods: the words for a day, a week, a month, a season, a year, and spans of them.

Source: § 4 of the model agreement (the yearly plan); weeks are those of ISO 8601.
Units: days as calendar dates; periods are half-open.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from radslag.agreement.calendar.weekdays import weekday_agrees
from radslag.agreement.wording import MONTHS, WEEKDAYS

PeriodKind = Literal[
    "day",
    "week",
    "month",
    "quarter",
    "tertial",
    "half_year",
    "season",
    "year",
    "term_of_office",
    "span",
]

MONTHS_PER_YEAR: Final = 12
YEARS_PER_TERM: Final = 4
ONE_DAY: Final = timedelta(days=1)
# Municipal elections came every fourth year from this one.
FIRST_ELECTION: Final = 1994
_CENTURY: Final = 100


@dataclass(frozen=True)
class Period:
    """A period (period) as it was understood, and the year that its words named.

    It is certain when the words leave no choice.
    """

    kind: PeriodKind
    from_on: date
    until_on: date
    certain: bool = True
    named_year: int | None = None


def period_of(words: str, year: int) -> Period | None:
    """Understand words for one period, or for all from one to another.

    Words are in small letters with single spaces and plain dashes. What is not
    understood is nothing.

    >>> period_of("v. 36-38", 2026).from_on.isoformat()
    '2026-08-31'
    >>> period_of("när det passar", 2026)
    """
    plain = re.sub("^(?:i|under) ", "", words)
    return one_period(plain, year) or span_of(plain, year)


def one_period(words: str, year: int) -> Period | None:
    """Understand words for one period that is not put together of others."""
    plain = _YEAR_FIRST.sub(r"\2 \1", words)
    for pattern, read in _READERS:
        found = re.fullmatch(pattern, plain)
        if found:
            named = _named_year(found, year)
            period = read(found, named or year)
            return period and replace(period, named_year=named)
    return None


def span_of(words: str, year: int) -> Period | None:
    """Understand words for all from one period to another."""
    for first, last, is_either in _halves(words):
        joined = _joined((first, last), year)
        if joined:
            return replace(joined, certain=joined.certain and not is_either)
    return None


def months_from(kind: PeriodKind, year: int, first: int, count: int) -> Period:
    """Return so many whole months from the first of one."""
    last = first - 1 + count
    until_on = date(year + last // MONTHS_PER_YEAR, last % MONTHS_PER_YEAR + 1, 1)
    return Period(kind, date(year, first, 1), until_on)


_YEAR: Final = "(?:19|20|21)[0-9]{2}"
_YEAR_FIRST: Final = re.compile(f"^({_YEAR})[ -]?([^0-9 -].*)$")
_AND_YEAR: Final = f"(?: (?P<year>{_YEAR}))?"
_MONTH: Final = "|".join(
    f"{name}|{name[:3]}\\.?|{name[:4]}\\.?" for name in sorted(MONTHS)
)
_WEEKDAY: Final = "|".join(WEEKDAYS)
_AND_WEEKDAY: Final = f"(?:(?P<weekday>{_WEEKDAY})(?:en)?(?: den)? )?"

# Seasons as an office speaks of them: first month, and how many months they last.
_SEASONS: Final = {
    "vår": (1, 6),
    "sommar": (6, 3),
    "höst": (8, 5),
    "vinter": (12, 3),
    "vt": (1, 6),
    "ht": (8, 5),
}
SEASON: Final = "(?P<{}>vår|sommar|höst|vinter|vt|ht)(?:e?n|termin(?:en)?)?"
_ORDINALS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 0}
# The parts of a year that are counted: how many months each has, and its short names.
_PARTS: Final[dict[PeriodKind, tuple[int, str, str]]] = {
    "quarter": (3, r"q ?|kv\.? ?|kvartal ?", "kvartalet"),
    "tertial": (4, "t ?|tertial ?", "tertialet"),
    "half_year": (6, "h ?|halvår ?", "halvåret"),
}


def season_of(word: str, year: int) -> Period:
    """Return a season of the office's year, which has no exact bounds."""
    return replace(months_from("season", year, *_SEASONS[word]), certain=False)


def _named_year(found: re.Match[str], year: int) -> int | None:
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short_year"):
        return year - year % _CENTURY + int(groups["short_year"])
    return None


def _read_year(_found: re.Match[str], year: int) -> Period:
    return months_from("year", year, 1, MONTHS_PER_YEAR)


def _read_season(found: re.Match[str], year: int) -> Period:
    return season_of(found["season"], year)


def _read_part(found: re.Match[str], year: int) -> Period | None:
    groups = found.groupdict()
    kind = next(kind for kind in _PARTS if groups.get(kind) or groups.get(f"{kind}_no"))
    months = _PARTS[kind][0]
    parts = MONTHS_PER_YEAR // months
    said = groups.get(f"{kind}_no") or groups[kind]
    number = int(said[0]) if said[0].isdecimal() else _ORDINALS[said] or parts
    if not 1 <= number <= parts:
        return None
    return months_from(kind, year, (number - 1) * months + 1, months)


def _month_number(word: str) -> int:
    start = word.rstrip(".")
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(start))


def _read_month(found: re.Match[str], year: int) -> Period:
    word = found["month"]
    number = int(word) if word.isdecimal() else _month_number(word)
    return months_from("month", year, number, 1)


def _read_week(found: re.Match[str], year: int) -> Period | None:
    try:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
    except ValueError:
        return None
    return Period("week", monday, monday + 7 * ONE_DAY)


def _read_day(found: re.Match[str], year: int) -> Period | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _month_number(month)
    try:
        day = date(year, number, int(found["day"]))
    except ValueError:
        return None
    weekday = found.groupdict().get("weekday")
    certain = weekday is None or weekday_agrees(weekday, day)
    return Period("day", day, day + ONE_DAY, certain)


def _read_term_of_office(found: re.Match[str], year: int) -> Period | None:
    since = year - FIRST_ELECTION - 1
    first = FIRST_ELECTION + 1 + since - since % YEARS_PER_TERM
    if found["which"] == "nästa ":
        first += YEARS_PER_TERM
    if first <= FIRST_ELECTION:
        return None
    whole = months_from("term_of_office", first, 1, YEARS_PER_TERM * MONTHS_PER_YEAR)
    return replace(whole, certain=False)


_COUNTED: Final = "|".join(
    f"(?:{short})(?P<{kind}_no>[1-9])"
    f"|(?P<{kind}>{'|'.join(_ORDINALS)}|[1-4]:?[ae]) {long}"
    for kind, (_months, short, long) in _PARTS.items()
)
_READERS: Final[
    tuple[tuple[str, Callable[[re.Match[str], int], Period | None]], ...]
] = (
    (
        f"(?:hela )?(?:år |året |helår )?(?P<year>{_YEAR})|(?:hela |under )?året|helår",
        _read_year,
    ),
    (
        f"(?:till )?{SEASON.format('season')}"
        f"(?: (?P<year>{_YEAR})|[ -]?(?P<short_year>[0-9]{{2}}))?",
        _read_season,
    ),
    (f"(?:{_COUNTED}){_AND_YEAR}", _read_part),
    (rf"(?:v\.? ?|vecka ?|veckorna )(?P<week>[0-9]{{1,2}}){_AND_YEAR}", _read_week),
    (f"(?P<month>{_MONTH}){_AND_YEAR}", _read_month),
    (f"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])", _read_month),
    (f"(?P<year>{_YEAR})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _read_day),
    (
        f"{_AND_WEEKDAY}(?:den )?(?P<day>[0-9]{{1,2}})(?::[ae])? (?P<month>{_MONTH})"
        f"{_AND_YEAR}",
        _read_day,
    ),
    (
        f"(?:den )?(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}}){_AND_YEAR}",
        _read_day,
    ),
    ("(?P<which>nästa |innevarande |)mandatperiod(?:en)?", _read_term_of_office),
)

_BETWEEN: Final = re.compile("-| till och med | till | t\\.? ?o\\.? ?m\\.? |/")
_NUMBERED: Final = re.compile(
    "(?P<unit>[^0-9]+)(?P<first>[0-9]{1,2})-(?P<last>[0-9]{1,2}(?: .*)?)"
)
_DAYS: Final = re.compile(
    "(?:den )?(?P<first>[0-9]{1,2})-(?P<last>[0-9]{1,2})(?P<month>[ /].+)"
)


def _halves(words: str) -> Iterator[tuple[str, str, bool]]:
    """Yield every way to part words in two ends, and whether it may be either."""
    numbered = _NUMBERED.fullmatch(words)
    if numbered:
        unit = numbered["unit"]
        yield unit + numbered["first"], unit + numbered["last"], False
    days = _DAYS.fullmatch(words)
    if days:
        yield days["first"] + days["month"], days["last"] + days["month"], False
    for sign in _BETWEEN.finditer(words):
        yield words[: sign.start()], words[sign.end() :], sign[0] == "/"


def _joined(words: tuple[str, str], year: int) -> Period | None:
    """Return all from one period to another, over a turn of the year too."""
    first, last = (one_period(each, year) for each in words)
    if not first or not last or (first.kind == "year") != (last.kind == "year"):
        return None
    named = last.named_year or first.named_year or year
    both = _reaching(one_period(words[0], named), one_period(words[1], named))
    if both or (first.named_year and last.named_year):
        return both
    years = (named - 1, named) if last.named_year else (named, named + 1)
    over = _reaching(one_period(words[0], years[0]), one_period(words[1], years[1]))
    return over and replace(over, certain=False)


def _reaching(first: Period | None, last: Period | None) -> Period | None:
    if not first or not last:
        return None
    if first.from_on > last.from_on or first.until_on > last.until_on:
        return None
    return Period(
        first.kind if first.kind == last.kind else "span",
        first.from_on,
        last.until_on,
        first.certain and last.certain,
        last.named_year,
    )
