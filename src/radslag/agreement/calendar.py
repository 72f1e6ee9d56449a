"""Calendar: what a plan's vague words for time mean, and whether weekdays agree.

Source: § 4 of the model agreement (the yearly plan); the words are those plans use.
Units: days as calendar dates; periods are half-open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal
from unicodedata import normalize

from radslag.agreement.citation import cites
from radslag.agreement.wording import MONTHS, WEEKDAYS

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "TimeKind",
    "UnknownWeekday",
    "VagueTime",
    "understand_time",
    "weekday_agrees",
]

TimeKind = Literal[
    "continuous",
    "season",
    "month",
    "quarter",
    "half_year",
    "year",
    "day",
    "deadline",
    "times",
    "done",
    "unknown",
]

# Longer than this is a sentence, not a time.
_LONGEST = 60
_MONTHS_PER_YEAR = 12
_MONTHS_PER_QUARTER = 3
_ONE_DAY = timedelta(days=1)
_YEAR: Final = "(?:19|20|21)[0-9]{2}"
_MONTH: Final = "|".join(
    f"{name}|{name[:3]}\\.?|{name[:4]}\\.?" for name in sorted(MONTHS)
)
_WEEKDAY: Final = "|".join(WEEKDAYS)

# Seasons as an office speaks of them: first month, and how many months they last.
_SEASONS: Final = {"vår": (1, 6), "sommar": (6, 3), "höst": (8, 5), "vinter": (12, 3)}
_SEASON: Final = "(?P<{}>vår|sommar|höst|vinter)(?:e?n)?"
_COUNTS: Final = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_COUNT: Final = "|".join(_COUNTS)
_RHYTHMS: Final = {
    "årligen": 1,
    "årsvis": 1,
    "varje år": 1,
    "halvårsvis": 2,
    "kvartalsvis": 4,
    "varje kvartal": 4,
    "månadsvis": 12,
    "varje månad": 12,
}


@dataclass(frozen=True)
class VagueTime:
    """A time (tid) as written in a plan, and as far as it can be understood.

    It is certain when the words leave no choice; seasons have no exact bounds. Words
    that are not understood are kept, and nothing is guessed for them.
    """

    kind: TimeKind
    from_on: date | None
    until_on: date | None
    times_per_year: int | None
    as_written: str
    certain: bool


@dataclass(frozen=True)
class _Meaning:
    """What one reader made of the words."""

    kind: TimeKind
    from_on: date | None
    until_on: date | None
    times: int | None = None
    certain: bool = True


class UnknownWeekday(ValueError):
    """The word is not the name of a weekday."""


@cites("§ 4")
def understand_time(as_written: str, year: int) -> VagueTime:
    """Understand a plan's words for a time, in the plan's year unless another is named.

    Never fails and never guesses: what is not understood is of the kind unknown,
    without days. Whatever is understood has a period that is not empty, or none.

    >>> time = understand_time("jan–mar", 2026)
    >>> time.kind, time.from_on.isoformat(), time.until_on.isoformat()
    ('month', '2026-01-01', '2026-04-01')
    >>> understand_time("när det passar", 2026).kind
    'unknown'
    """
    words = re.sub(r"\s+", " ", normalize("NFC", as_written)).strip().casefold()
    meaning = None
    if len(words) <= _LONGEST:
        meaning = _understand(re.sub(" ?[–—-] ?", "-", words), year)
    if meaning is None:
        return VagueTime("unknown", None, None, None, as_written, certain=False)
    return VagueTime(
        meaning.kind,
        meaning.from_on,
        meaning.until_on,
        meaning.times,
        as_written,
        meaning.certain,
    )


def _understand(words: str, year: int) -> _Meaning | None:
    for pattern, read in _READERS:
        found = re.fullmatch(pattern, words)
        if found:
            named = found.groupdict().get("year")
            return read(found, int(named) if named else year)
    return None


def _months(kind: TimeKind, year: int, first: int, count: int) -> _Meaning:
    last = first - 1 + count
    until_on = date(year + last // _MONTHS_PER_YEAR, last % _MONTHS_PER_YEAR + 1, 1)
    return _Meaning(kind, date(year, first, 1), until_on)


def _read_continuous(_found: re.Match[str], year: int) -> _Meaning:
    return _months("continuous", year, 1, _MONTHS_PER_YEAR)


def _read_year(_found: re.Match[str], year: int) -> _Meaning:
    return _months("year", year, 1, _MONTHS_PER_YEAR)


def _read_season(found: re.Match[str], year: int) -> _Meaning:
    first, count = _SEASONS[found["season"]]
    period = _months("season", year, first, count)
    return _Meaning("season", period.from_on, period.until_on, certain=False)


def _read_seasons(found: re.Match[str], year: int) -> _Meaning | None:
    first, first_count = _SEASONS[found["first"]]
    second, second_count = _SEASONS[found["second"]]
    if first >= second:
        return None
    start = _months("season", year, first, first_count)
    end = _months("season", year, second, second_count)
    return _Meaning("season", start.from_on, end.until_on, times=2, certain=False)


def _read_quarter(found: re.Match[str], year: int) -> _Meaning:
    first = (int(found["quarter"]) - 1) * _MONTHS_PER_QUARTER + 1
    return _months("quarter", year, first, _MONTHS_PER_QUARTER)


def _read_half_year(found: re.Match[str], year: int) -> _Meaning:
    half = _MONTHS_PER_YEAR // 2
    first = 1 if found["half"] in ("första", "1:a") else half + 1
    return _months("half_year", year, first, half)


def _month_number(word: str) -> int:
    start = word.rstrip(".")
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(start))


def _read_months(found: re.Match[str], year: int) -> _Meaning:
    first = _month_number(found["first"])
    last = _month_number(found["last"] or found["first"])
    # From November to February is into the next year; which year was meant is a guess.
    count = (last - first) % _MONTHS_PER_YEAR + 1
    period = _months("month", year, first, count)
    return _Meaning("month", period.from_on, period.until_on, certain=last >= first)


def _read_day(found: re.Match[str], year: int) -> _Meaning | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _month_number(month)
    try:
        day = date(year, number, int(found["day"]))
    except ValueError:
        return None
    weekday = found.groupdict().get("weekday")
    certain = weekday is None or weekday_agrees(weekday, day)
    return _Meaning("day", day, day + _ONE_DAY, certain=certain)


def _read_deadline(found: re.Match[str], year: int) -> _Meaning | None:
    last = _understand(found["last"], year)
    if last is None or last.until_on is None:
        return None
    from_on = date((last.until_on - _ONE_DAY).year, 1, 1)
    return _Meaning("deadline", from_on, last.until_on, certain=last.certain)


def _read_done(found: re.Match[str], year: int) -> _Meaning | None:
    if found["when"] is None:
        return _Meaning("done", None, None)
    when = _understand(found["when"], year)
    if when is None:
        return None
    return _Meaning("done", when.from_on, when.until_on, certain=when.certain)


def _read_times(found: re.Match[str], year: int) -> _Meaning:
    count = found["count"]
    times = _COUNTS[count] if count in _COUNTS else int(count)
    return _times_in(year, times)


def _read_rhythm(found: re.Match[str], year: int) -> _Meaning:
    return _times_in(year, _RHYTHMS[found["rhythm"]])


def _times_in(year: int, times: int) -> _Meaning:
    whole = _months("times", year, 1, _MONTHS_PER_YEAR)
    return _Meaning("times", whole.from_on, whole.until_on, times=times)


_MAYBE_YEAR: Final = f"(?: (?P<year>{_YEAR}))?"
_MAYBE_WEEKDAY: Final = f"(?:(?P<weekday>{_WEEKDAY})(?:en)?(?: den)? )?"
_READERS: Final[
    tuple[tuple[str, Callable[[re.Match[str], int], _Meaning | None]], ...]
] = (
    (f"löpande{_MAYBE_YEAR}|löpande under året", _read_continuous),
    (f"(?P<year>{_YEAR})|hela året|under året|helår", _read_year),
    (f"(?:under )?{_SEASON.format('season')}{_MAYBE_YEAR}", _read_season),
    (
        rf"{_SEASON.format('first')} ?(?:\+|och|&|/) ?{_SEASON.format('second')}"
        f"{_MAYBE_YEAR}",
        _read_seasons,
    ),
    (f"(?:q|kv\\.? ?|kvartal )(?P<quarter>[1-4]){_MAYBE_YEAR}", _read_quarter),
    (f"(?P<half>första|andra|1:a|2:a) halvåret{_MAYBE_YEAR}", _read_half_year),
    (f"(?P<first>{_MONTH})(?:-(?P<last>{_MONTH}))?{_MAYBE_YEAR}", _read_months),
    (f"(?P<year>{_YEAR})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _read_day),
    (
        f"{_MAYBE_WEEKDAY}(?:den )?(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH})"
        f"{_MAYBE_YEAR}",
        _read_day,
    ),
    (f"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}}){_MAYBE_YEAR}", _read_day),
    ("senast (?:den )?(?P<last>.+)", _read_deadline),
    (r"klart?\.?(?: ?\(?(?P<when>[^()]+?)\)?)?", _read_done),
    (
        f"(?P<count>[1-9][0-9]?|{_COUNT}) ?(?:ggr|gånger|gång|ggn|ggr\\.)"
        " ?(?:/ ?|per |om )(?:år|året)",
        _read_times,
    ),
    (f"(?P<rhythm>{'|'.join(_RHYTHMS)})", _read_rhythm),
)


@cites("§ 4")
def weekday_agrees(weekday: str, day: date) -> bool:
    """Say whether a day falls on the weekday it is written with.

    Short forms count too. Raises UnknownWeekday for what is no weekday at all.

    >>> day = date(2026, 1, 22)
    >>> weekday_agrees("torsdag", day), weekday_agrees("Fre.", day)
    (True, False)
    """
    word = weekday.strip().casefold().rstrip(".")
    for number, name in enumerate(WEEKDAYS):
        if word in (f"{name}en", f"{name}ar", name, name[:2], name[:3], name[:-3]):
            return day.weekday() == number
    message = f"”{weekday}” är ingen veckodag."
    raise UnknownWeekday(message)
