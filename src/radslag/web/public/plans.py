"""The plan: a year's activities in the familiar columns, and its calendar."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.records.models import Activity, AnnualPlan
from radslag.services import calendar, plans
from radslag.services.access import Viewer
from radslag.services.plan_selections import selected
from radslag.services.plans import ActionPlan, PlanRow
from radslag.web import showing, source_links
from radslag.web.gate import Visit
from radslag.web.public.plan_filters import PlanFilter


def plan(request: HttpRequest, cooperation: str, year: int = 0) -> HttpResponse:
    """Show the plan of a year, or of the latest that has begun."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    if not every and not year:
        return render(request, "public/plan_empty.html")
    chosen = latest(every, visit.today.year) if not year else of_year(every, year)
    facts = plans.plan_facts(chosen, visit.viewer)
    source_links.remember(visit, "activities", plans.cited_activities(facts))
    asking = PlanFilter(facts, request.GET)
    wanted, problem = asking.selection(), asking.problem()
    found = None if wanted.is_empty else selected(facts, wanted)
    action_plan = plans.action_plan(facts, found)
    return render(
        request,
        "public/plan.html",
        {
            "plan": chosen,
            "action_plan": action_plan,
            "sections": _sections(action_plan, every, cooperation, visit.viewer),
            "filter": PlanFilter(facts) if problem else asking,
            "filter_url": reverse("plan-year", args=[cooperation, chosen.year]),
            "is_filtered": not wanted.is_empty,
            "problem": problem,
            "months": showing.months(
                calendar.calendar_of(chosen.year, visit.viewer), visit.cooperation
            ),
            "years": years_of(every, chosen, cooperation, "plan-year"),
            "before": plan_before(every, chosen),
            "links": [
                (_("Handlingsplan"), "#handlingsplan"),
                (_("Kalendarium"), "#kalendarium"),
                (_("Tidslinje"), _sub_page("plan-timeline", cooperation, chosen)),
                (_("Årshjul"), _sub_page("plan-wheel", cooperation, chosen)),
            ],
        },
    )


def _sub_page(name: str, cooperation: str, chosen: AnnualPlan) -> str:
    return reverse(name, args=[cooperation, chosen.year])


def _sections(
    found: ActionPlan, every: list[AnnualPlan], cooperation: str, viewer: Viewer
) -> list[showing.Shown]:
    return [
        {
            "section": section,
            "rows": [_row(row, every, cooperation, viewer) for row in section.rows],
        }
        for section in found.sections
    ]


def _row(
    row: PlanRow, every: list[AnnualPlan], cooperation: str, viewer: Viewer
) -> showing.Shown:
    if row.activity is None:
        return {"row": row}
    return {
        "row": row,
        "before": _before(row.activity, every, cooperation),
        "notes": () if viewer.is_public else row.activity.follow_ups.all(),
    }


def _before(
    activity: Activity, every: list[AnnualPlan], cooperation: str
) -> showing.Shown | None:
    """Return the activity that this one continues, if its plan may be seen."""
    before = activity.continues
    if before is None or before.plan not in every:
        return None
    address = reverse("plan-year", args=[cooperation, before.plan.year])
    return {"year": before.plan.year, "url": f"{address}#{before.key}"}


def plan_before(every: list[AnnualPlan], chosen: AnnualPlan) -> AnnualPlan | None:
    """Return the plan before a plan among those seen, newest first."""
    return next((each for each in every if each.year < chosen.year), None)


def of_year(every: list[AnnualPlan], year: int) -> AnnualPlan:
    """Return the plan of a year; answer 404 when there is none to see."""
    for each in every:
        if each.year == year:
            return each
    raise Http404


def latest(every: list[AnnualPlan], year: int) -> AnnualPlan:
    """Return the newest plan that has begun, or else the first there is."""
    return next((each for each in every if each.year <= year), every[-1])


def years_of(
    every: list[AnnualPlan], chosen: AnnualPlan, cooperation: str, address: str
) -> list[tuple[int, str, bool]]:
    """Return the years to choose between, with their addresses."""
    return [
        (
            each.year,
            reverse(address, args=[cooperation, each.year]),
            each.year == chosen.year,
        )
        for each in sorted(every, key=lambda each: each.year)
    ]
