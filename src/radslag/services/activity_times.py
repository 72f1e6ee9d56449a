"""Activity times: what was written of when, beside what was understood of it.

The days that somebody has entered come before what the words are understood as.
Nothing is guessed: a time that is not understood has no days and is not drawn.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from radslag.agreement.calendar import VagueTime, understand_time
from radslag.agreement.wording import MONTHS
from radslag.records.models import Activity

Exactness = Literal["known", "vague", "continuous", "none"]

# What is certain of other kinds says between which days, and not how many of them.
_VAGUE_KINDS: Final = frozenset({"season", "year", "times", "part", "term_of_office"})
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Speech:
    """How a time is said in a language: its months, and what is put around a day."""

    months: tuple[str, ...]
    whole: str
    since: str
    until: str
    once_a_year: str
    times_a_year: str


SWEDISH: Final = Speech(
    MONTHS,
    "hela {}",
    "från {}",
    "till och med {}",
    "1 gång om året",
    "{} gånger om året",
)


@dataclass(frozen=True)
class ActivityTime:
    """An activity's time (tid): as written, as understood, and how exact that is.

    The words for it are empty where they would only repeat what is written.
    """

    as_written: str
    exactness: Exactness
    from_on: date | None = None
    until_on: date | None = None
    in_words: str = ""
    year: int = 0
    times_per_year: int | None = None

    def said(self, speech: Speech) -> str:
        """Say it in another language, where it is said at all."""
        if not self.in_words:
            return ""
        return _said(
            self.times_per_year, (self.from_on, self.until_on), self.year, speech
        )

    def overlaps(self, from_on: date, until_on: date) -> bool:
        """Say whether any part of it lies within the days; until is not included."""
        if self.exactness == "none":
            return False
        begins_before = self.from_on is None or self.from_on < until_on
        return begins_before and (self.until_on is None or self.until_on > from_on)


def time_of(activity: Activity, year: int) -> ActivityTime:
    """Return when an activity is done, in the year of its plan.

    The words say what they add: nothing where they would only repeat what is written.
    """
    vague = understand_time(activity.time_as_written, year)
    from_on, until_on = _period(activity, vague)
    if from_on is None and until_on is None:
        return ActivityTime(activity.time_as_written, "none")
    times = vague.times_per_year if vague.kind == "times" else None
    words = _said(times, (from_on, until_on), year, SWEDISH)
    is_repeated = words.casefold() == activity.time_as_written.strip().casefold()
    is_repeated = is_repeated or vague.kind == "continuous"
    return ActivityTime(
        as_written=activity.time_as_written,
        exactness=_exactness(activity, vague),
        from_on=from_on,
        until_on=until_on,
        in_words="" if is_repeated else words,
        year=year,
        times_per_year=times,
    )


def _period(activity: Activity, vague: VagueTime) -> tuple[date | None, date | None]:
    if activity.starts_from or activity.ends_until:
        return activity.starts_from, activity.ends_until
    return vague.from_on, vague.until_on


def _exactness(activity: Activity, vague: VagueTime) -> Exactness:
    if vague.kind == "continuous":
        return "continuous"
    if not activity.time_as_written.strip():
        return "known" if activity.starts_from and activity.ends_until else "vague"
    return "known" if vague.certain and vague.kind not in _VAGUE_KINDS else "vague"


def _said(
    times: int | None,
    period: tuple[date | None, date | None],
    year: int,
    speech: Speech,
) -> str:
    words = period_in_words(*period, year, speech)
    if not times:
        return words
    often = speech.once_a_year if times == 1 else speech.times_a_year.format(times)
    return often if words == speech.whole.format(year) else f"{often}, {words}"


def period_in_words(
    from_on: date | None, until_on: date | None, year: int, speech: Speech = SWEDISH
) -> str:
    """Write a half-open period as it is said, naming years other than the plan's.

    >>> period_in_words(date(2020, 1, 1), date(2020, 7, 1), 2020)
    'januari–juni'
    >>> period_in_words(date(2026, 8, 1), date(2027, 7, 1), 2026)
    'augusti 2026–juni 2027'
    """
    if from_on is None and until_on is None:
        return ""
    if until_on is None:
        return speech.since.format(_day(from_on, year, speech))
    last_on = until_on - _A_DAY
    if from_on is None:
        return speech.until.format(_day(last_on, year, speech))
    if (from_on, until_on) == (date(from_on.year, 1, 1), date(from_on.year + 1, 1, 1)):
        return speech.whole.format(from_on.year)
    if from_on.day == 1 and until_on.day == 1:
        first, last = (speech.months[each.month - 1] for each in (from_on, last_on))
        return _span(first, last, from_on, last_on, year)
    return _days(from_on, last_on, year, speech)


def _days(from_on: date, last_on: date, year: int, speech: Speech) -> str:
    first, last = (_in_month(each, speech) for each in (from_on, last_on))
    if first != last and (from_on.year, from_on.month) == (last_on.year, last_on.month):
        first = last = f"{from_on.day}–{last}"
    return _span(first, last, from_on, last_on, year)


def _day(day: date | None, year: int, speech: Speech) -> str:
    if day is None:
        return ""
    ending = "" if day.year == year else f" {day.year}"
    return f"{_in_month(day, speech)}{ending}"


def _in_month(day: date, speech: Speech) -> str:
    return f"{day.day} {speech.months[day.month - 1]}"


def _span(first: str, last: str, from_on: date, last_on: date, year: int) -> str:
    if from_on.year == last_on.year == year:
        return first if first == last else f"{first}–{last}"
    if from_on.year == last_on.year and first == last:
        return f"{first} {from_on.year}"
    return f"{first} {from_on.year}–{last} {last_on.year}"
