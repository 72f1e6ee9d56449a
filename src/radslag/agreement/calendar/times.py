"""Times: what a plan's words for when something is done mean, as far as they do.

Source: § 4 of the model agreement (the yearly plan); the words are those plans use.
Units: days as calendar dates; periods are half-open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal
from unicodedata import normalize

from radslag.agreement.calendar.periods import (
    ONE_DAY,
    SEASON,
    Period,
    PeriodKind,
    one_period,
    period_of,
    season_of,
    span_of,
)
from radslag.agreement.citation import cites

TimeKind = (
    PeriodKind
    | Literal["continuous", "part", "deadline", "from", "times", "done", "unknown"]
)

# Longer than this is a sentence, not a time.
_LONGEST = 60


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


_Reader = Callable[[re.Match[str], int], "_Meaning | None"]


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
    # Spring and autumn, however written, are twice a year and not all between them.
    both = re.fullmatch(_TWO_SEASONS, words)
    if both:
        return _read_seasons(both, year)
    period = period_of(words, year)
    if period:
        return _as(period.kind, period)
    for pattern, read in _READERS:
        found = re.fullmatch(pattern, words)
        if found:
            return read(found, year)
    return None


def _as(
    kind: TimeKind, period: Period, times: int | None = None, *, certain: bool = True
) -> _Meaning:
    certain = certain and period.certain
    return _Meaning(kind, period.from_on, period.until_on, times, certain)


def _whole(year: int) -> Period:
    return Period("year", date(year, 1, 1), date(year + 1, 1, 1))


def _read_continuous(found: re.Match[str], year: int) -> _Meaning | None:
    period = period_of(found["when"], year) if found["when"] else _whole(year)
    if period is None:
        return None
    return _as("continuous" if period.kind == "year" else period.kind, period)


def _read_seasons(found: re.Match[str], year: int) -> _Meaning | None:
    named = int(found["year"] or year)
    first, last = season_of(found["first"], named), season_of(found["last"], named)
    if first.from_on >= last.from_on:
        return None
    return _Meaning("season", first.from_on, last.until_on, times=2, certain=False)


def _read_deadline(found: re.Match[str], year: int) -> _Meaning | None:
    last = period_of(found["last"], year)
    if last is None:
        return None
    until_on = last.from_on if found["before"] else last.until_on
    # Before the plan's year nothing of it is left to do anything in.
    if until_on <= date(year, 1, 1) and last.named_year is None:
        return None
    from_on = date((until_on - ONE_DAY).year, 1, 1)
    return _Meaning("deadline", from_on, until_on, certain=last.certain)


def _read_from(found: re.Match[str], year: int) -> _Meaning | None:
    joined = span_of(found["first"], year)
    if joined:
        return _as(joined.kind, joined)
    first = period_of(found["first"], year)
    if first is None:
        return None
    return _Meaning("from", first.from_on, None, certain=first.certain)


def _read_after(found: re.Match[str], year: int) -> _Meaning | None:
    before = period_of(found["before"], year)
    if before is None:
        return None
    return _Meaning("from", before.until_on, None, certain=False)


def _read_part(found: re.Match[str], year: int) -> _Meaning | None:
    whole = period_of(found["whole"], year)
    if whole is None:
        return None
    days = (whole.until_on - whole.from_on).days
    place = _PLACES[found["part"]]
    from_on, until_on = (
        whole.from_on + days * end // _THIRDS * ONE_DAY for end in (place, place + 1)
    )
    if from_on == until_on:
        return None
    return _Meaning("part", from_on, until_on, certain=False)


def _read_done(found: re.Match[str], year: int) -> _Meaning | None:
    if found["when"] is None:
        return _Meaning("done", None, None)
    when = _understand(found["when"], year)
    if when is None or when.kind == "deadline":
        return when
    return _Meaning("done", when.from_on, when.until_on, certain=when.certain)


def _read_times(found: re.Match[str], year: int) -> _Meaning | None:
    count = found["count"]
    each = _COUNTS[count] if count in _COUNTS else int(count)
    return _times(each * _UNITS[found["unit"]], found["when"], year)


def _read_rhythm(found: re.Match[str], year: int) -> _Meaning | None:
    return _times(_RHYTHMS[found["rhythm"]], found["when"], year)


def _times(times: int, when: str | None, year: int) -> _Meaning | None:
    """Return how often in the year, or within the part of it that is named."""
    if when is None:
        return _as("times", _whole(year), times)
    within = _understand(when, year)
    if within is None or within.until_on is None:
        return None
    return _Meaning("times", within.from_on, within.until_on, times, within.certain)


def _read_every(found: re.Match[str], year: int) -> _Meaning | None:
    period = one_period(found["when"], year)
    if period is None or period.named_year or period.kind not in _RETURNING:
        return None
    return _as("times", period, 1)


def _read_about(found: re.Match[str], year: int) -> _Meaning | None:
    meaning = _understand(found["when"], year)
    return meaning and replace(meaning, certain=False)


def _read_named_term(found: re.Match[str], year: int) -> _Meaning | None:
    period = period_of(found["years"], year)
    return _as(period.kind, period) if period and period.kind == "year" else None


_THIRDS: Final = 3
_PLACES: Final = {
    **{"början": 0, "mitten": 1, "slutet": 2},
    **{"primo": 0, "medio": 1, "ultimo": 2},
}
_RETURNING: Final = frozenset({"month", "quarter", "tertial", "half_year", "season"})
_COUNTS: Final = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_UNITS: Final = {
    "år": 1,
    "halvår": 2,
    "termin": 2,
    "tertial": 3,
    "kvartal": 4,
    "månad": 12,
    "vecka": 52,
}
_RHYTHMS: Final = {
    "årligen": 1,
    "årsvis": 1,
    "halvårsvis": 2,
    "terminsvis": 2,
    "tertialvis": 3,
    "kvartalsvis": 4,
    "månadsvis": 12,
    "veckovis": 52,
    "varannan månad": 6,
    "varannan vecka": 26,
    **{f"varje {unit}": times for unit, times in _UNITS.items()},
}
_TWO_SEASONS: Final = (
    rf"{SEASON.format('first')} ?(?:\+|och|&|/) ?{SEASON.format('last')}"
    "(?: (?P<year>(?:19|20|21)[0-9]{2}))?"
)
_WITHIN: Final = r"(?:,? \(?(?P<when>[^()]+)\)?)?"
_READERS: Final[tuple[tuple[str, _Reader], ...]] = (
    (
        "(?:löpande|fortlöpande|kontinuerligt|året runt|tills vidare)"
        "(?:,? (?P<when>.+))?",
        _read_continuous,
    ),
    (
        r"(?:klart? )?(?:senast|till och med|t\.? ?o\.? ?m\.?|(?P<before>före|innan)) "
        "(?P<last>.+)",
        _read_deadline,
    ),
    (
        r"(?:från(?: och med)?|fr?\.? ?o\.? ?m\.?|(?:med )?start) (?P<first>.+?)"
        "(?:,? (?:och )?(?:framåt|tills vidare))?",
        _read_from,
    ),
    ("(?P<first>.+?)(?:-|,? (?:och )?(?:framåt|tills vidare))", _read_from),
    ("efter (?P<before>.+)", _read_after),
    (
        "(?:i )?(?P<part>början|mitten|slutet) (?:av|på) (?P<whole>.+)",
        _read_part,
    ),
    ("(?P<part>primo|medio|ultimo) (?P<whole>.+)", _read_part),
    (r"klart?\.?(?: ?\(?(?P<when>[^()]+?)\)?)?", _read_done),
    (
        f"(?P<count>[1-9][0-9]?|{'|'.join(_COUNTS)})"
        r" ?(?:ggr\.?|gånger|gång|ggn) ?(?:/ ?|per |om |i |varje )"
        f"(?P<unit>{'|'.join(_UNITS)})(?:et|en|n)?{_WITHIN}",
        _read_times,
    ),
    (f"(?P<rhythm>{'|'.join(_RHYTHMS)}){_WITHIN}", _read_rhythm),
    ("varje (?P<when>.+)", _read_every),
    (r"(?:ca\.?|cirka|omkring|prel\.?|preliminärt) (?P<when>.+)", _read_about),
    ("(?:under )?mandatperioden (?P<years>.+)", _read_named_term),
)
