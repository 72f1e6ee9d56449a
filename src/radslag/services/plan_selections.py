"""Selections: which of a plan's activities somebody wants to see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.agreement.wording import MONTHS
from radslag.records.models import Activity, ActivityResponsibility, Goal
from radslag.services.activity_times import ActivityTime
from radslag.services.plans import PlanFacts, answering

SEASONS: Final[Mapping[str, str]] = {
    "var": "vår",
    "sommar": "sommar",
    "host": "höst",
    "vinter": "vinter",
}
CONTINUOUS, NO_TIME = "lopande", "utan"


@dataclass(frozen=True)
class Selection:
    """What is asked for (urval): keys and words; what is empty leaves nothing out."""

    goal: str = ""
    body: str = ""
    municipality: str = ""
    time: str = ""
    status: str = ""
    kind: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for, so that all is shown."""
        return self == Selection()


def times() -> list[str]:
    """Return every word that a time may be asked for with: months by their number."""
    months = [f"{number:02}" for number in range(1, len(MONTHS) + 1)]
    return [*SEASONS, *months, CONTINUOUS, NO_TIME]


def selected(facts: PlanFacts, wanted: Selection) -> list[Activity]:
    """Return the plan's activities that agree with all that is asked for, in order."""
    goals = _with_those_under(facts.goals, wanted.goal)
    return [
        activity
        for activity in facts.activities
        if (not wanted.goal or activity.goal_id in goals)
        and _is_answered_for(activity, wanted)
        and _is_in_time(facts.times[activity.pk], wanted.time, facts.plan.year)
        and wanted.status in ("", activity.status)
        and wanted.kind in ("", activity.kind)
    ]


def _with_those_under(goals: Iterable[Goal], key: str) -> set[int | None]:
    found: set[int | None] = set()
    grown = {goal.pk for goal in goals if goal.key == key}
    while grown:
        found |= grown
        grown = {goal.pk for goal in goals if goal.parent_id in grown} - found
    return found


def _is_answered_for(activity: Activity, wanted: Selection) -> bool:
    own = answering(activity)
    return _is_among(wanted.body, own, "body") and _is_among(
        wanted.municipality, own, "municipality"
    )


def _is_among(key: str, own: Iterable[ActivityResponsibility], who: str) -> bool:
    answering = (getattr(each, who) for each in own)
    return not key or any(each is not None and each.key == key for each in answering)


def _is_in_time(time: ActivityTime, wanted: str, year: int) -> bool:
    if not wanted:
        return True
    if wanted == NO_TIME:
        return time.exactness == "none"
    if wanted == CONTINUOUS:
        return time.exactness == "continuous"
    return any(time.overlaps(*days) for days in _days_of(wanted, year))


def _days_of(wanted: str, year: int) -> list[tuple[date, date]]:
    if wanted in SEASONS:
        season = understand_time(SEASONS[wanted], year)
        if season.from_on and season.until_on:
            days = [(season.from_on, season.until_on)]
            # A winter goes over the turn of the year: both its ends are in the plan's.
            is_over = season.until_on > date(year + 1, 1, 1)
            return [*days, *([_a_year_before(*days[0])] if is_over else [])]
    month = int(wanted) if wanted.isascii() and wanted.isdecimal() else 0
    if not 1 <= month <= len(MONTHS):
        return []
    after = date(year + month // len(MONTHS), month % len(MONTHS) + 1, 1)
    return [(date(year, month, 1), after)]


def _a_year_before(from_on: date, until_on: date) -> tuple[date, date]:
    return (
        date(from_on.year - 1, from_on.month, 1),
        date(until_on.year - 1, until_on.month, 1),
    )
