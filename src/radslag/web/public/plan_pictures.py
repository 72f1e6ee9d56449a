"""A plan's year as pictures: the time line of its activities, and the year wheel."""

from collections import defaultdict
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.records.models import AnnualPlan
from radslag.services import plans
from radslag.services.plans import PlanFacts, PlanRow
from radslag.services.year_wheels import YearMark, year_marks
from radslag.web import showing
from radslag.web.gate import Visit
from radslag.web.pictures.time_bars import BarFact, BarKind, Lane, time_bars_picture
from radslag.web.pictures.year_wheel import MarkFact, year_wheel_picture
from radslag.web.public.plans import area_name, of_year, years_of
from radslag.web.public.time_words import time_in_words
from radslag.web.record_words import translated
from radslag.web.templatetags.radslag_text import day_short, month, time_span

PER_BODY = "organ"


def timeline(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """Show when a year's activities run, by area or by who answers for them."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    chosen = of_year(every, year)
    facts = plans.plan_facts(chosen, visit.viewer)
    by_body = request.GET.get("per") == PER_BODY
    groups = _by_body(facts) if by_body else _by_area(facts)
    lanes = [Lane(name, tuple(map(_bar, rows))) for name, rows in groups]
    here = reverse("plan-timeline", args=[cooperation, year])
    return render(
        request,
        "public/plan_timeline.html",
        {
            "plan": chosen,
            "picture": time_bars_picture(lanes, year, visit.today),
            "groups": [
                (name, [_line(row, cooperation, chosen) for row in rows])
                for name, rows in groups
            ],
            "by_body": by_body,
            "ways": [
                (_("Per område"), here, not by_body),
                (_("Per ansvarig"), f"{here}?per={PER_BODY}", by_body),
            ],
            "trail": _trail(chosen, cooperation, _("Tidslinje")),
            "years": years_of(every, chosen, cooperation, "plan-timeline"),
        },
    )


def wheel(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """Show a year's calendar as a list and as a wheel."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    chosen = of_year(every, year)
    marks = year_marks(chosen, visit.viewer)
    return render(
        request,
        "public/plan_wheel.html",
        {
            "plan": chosen,
            "months": _months(marks, year),
            "picture": year_wheel_picture([_mark(mark) for mark in marks], year),
            "trail": _trail(chosen, cooperation, _("Årshjul")),
            "years": years_of(every, chosen, cooperation, "plan-wheel"),
        },
    )


def _trail(plan: AnnualPlan, cooperation: str, here: str) -> list[tuple[str, str]]:
    address = reverse("plan-year", args=[cooperation, plan.year])
    return [(plan.title, address), (here, "")]


def _by_area(facts: PlanFacts) -> list[tuple[str, list[PlanRow]]]:
    return [
        (area_name(section), [row for row in section.rows if row.activity])
        for section in plans.action_plan(facts, facts.activities).sections
    ]


def _by_body(facts: PlanFacts) -> list[tuple[str, list[PlanRow]]]:
    """Group the activities by who answers: one of several stands with each."""
    groups: dict[str, list[PlanRow]] = defaultdict(list)
    for _area, rows in _by_area(facts):
        for row in rows:
            for name in row.responsible or (_("Ingen angiven"),):
                groups[name].append(row)
    return sorted(groups.items(), key=lambda group: group[0].casefold())


def _bar(row: PlanRow) -> BarFact:
    assert row.activity is not None  # noqa: S101 - only rows with one are drawn
    assert row.time is not None  # noqa: S101 - an activity's row always has its time
    kind: BarKind = row.time.exactness
    return BarFact(
        name=row.activity.title,
        time=_time_words(row),
        kind=kind,
        from_on=row.time.from_on,
        until_on=row.time.until_on,
    )


def _time_words(row: PlanRow) -> str:
    if row.time is None or not (row.time.as_written or row.time.in_words):
        return _("Ingen tid angiven")
    return ", ".join(filter(None, (row.time.as_written, time_in_words(row.time))))


def _line(row: PlanRow, cooperation: str, plan: AnnualPlan) -> showing.Shown:
    drawn = {
        "known": _("Dagarna är kända"),
        "vague": _("Ungefärlig"),
        "continuous": _("Löpande"),
        "none": _("Kan inte ritas"),
    }
    address = reverse("plan-year", args=[cooperation, plan.year])
    return {
        "activity": row.activity,
        "url": f"{address}#{row.activity.key}" if row.activity else "",
        "time": row.time,
        "in_words": time_in_words(row.time) if row.time else "",
        "drawn": drawn[row.time.exactness] if row.time else "",
        "responsible": row.responsible,
    }


def _months(marks: list[YearMark], year: int) -> list[showing.Shown]:
    by_month: dict[int, list[YearMark]] = defaultdict(list)
    for mark in marks:
        by_month[mark.on.month].append(mark)
    return [
        {"name": month(date(year, number, 1)), "entries": list(map(_entry, lines))}
        for number, lines in sorted(by_month.items())
    ]


def _entry(mark: YearMark) -> showing.Shown:
    entry = mark.entry
    return {
        "day": mark.on,
        "title": _what(mark),
        "starts_at": entry.starts_at if entry else None,
        "ends_at": entry.ends_at if entry else None,
        "place": showing.place_of(entry) if entry else "",
        "is_cancelled": mark.is_cancelled,
    }


def _what(mark: YearMark) -> str:
    return showing.titled(mark.entry) if mark.entry else translated(mark.what)


def _mark(mark: YearMark) -> MarkFact:
    entry = mark.entry
    hours = time_span(entry.starts_at, entry.ends_at) if entry else ""
    words = [f"{day_short(mark.on)} {_what(mark)}", hours]
    if mark.is_cancelled:
        words.append(_("inställt"))
    return MarkFact(
        mark.on, mark.ring, ", ".join(filter(None, words)), mark.is_cancelled
    )
