"""The year's rhythm: meetings, conferences, the fee's day and the plan's adoption."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from radslag.agreement.fees import due_on
from radslag.agreement.terms import Due, NoTermInForce, Terms
from radslag.agreement.vocabulary import BodyKind
from radslag.records.models import AnnualPlan
from radslag.services import calendar
from radslag.services.access import Viewer
from radslag.services.calendar import CalendarEntry
from radslag.services.rulebook import rulebook

Ring = Literal["management_group", "committee", "other"]


@dataclass(frozen=True)
class YearMark:
    """A day of the year to know of: which ring it stands in, and what it is."""

    on: date
    ring: Ring
    what: str
    because: str = ""
    is_cancelled: bool = False
    entry: CalendarEntry | None = None


def year_marks(plan: AnnualPlan, viewer: Viewer) -> list[YearMark]:
    """Return the days of a plan's year in order, in three queries."""
    first_on, until = date(plan.year, 1, 1), date(plan.year + 1, 1, 1)
    entries = calendar.between(first_on, until, viewer)
    marks = [*map(_of_entry, entries), *_of_fee(plan.year, viewer), *_of_plan(plan)]
    return sorted(marks, key=lambda mark: (mark.on, mark.ring))


def _of_entry(entry: CalendarEntry) -> YearMark:
    rings: dict[str, Ring] = {
        BodyKind.COMMITTEE: "committee",
        BodyKind.MANAGEMENT_GROUP: "management_group",
    }
    return YearMark(
        on=entry.on,
        ring=rings.get(entry.body_kind, "other"),
        what=f"{entry.who}, {entry.what}" if entry.what else entry.who,
        is_cancelled=entry.is_cancelled,
        entry=entry,
    )


def _of_fee(year: int, viewer: Viewer) -> Iterator[YearMark]:
    """Give the day the fee is due, by the term in force on the year's first day."""
    terms = rulebook(viewer).history(Due)
    of_fee = Terms.of(term for term in terms if term.value.of == "fee")
    try:
        due = due_on(year, of_fee.in_force(Due, date(year, 1, 1)))
    except NoTermInForce:
        return
    if due.due_on.year == year:
        yield YearMark(due.due_on, "other", "Avgiften betalas senast", due.because)


def _of_plan(plan: AnnualPlan) -> Iterator[YearMark]:
    days = {"Planen fastställd": plan.adopted_on}
    if plan.budget_adopted_on == plan.adopted_on:
        days = {"Plan och budget fastställda": plan.adopted_on}
    else:
        days["Budgeten fastställd"] = plan.budget_adopted_on
    for what, day in days.items():
        if day and day.year == plan.year:
            yield YearMark(day, "other", what)
