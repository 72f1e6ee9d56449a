"""The plan: a year's activities in the familiar columns, and its calendar."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.agreement.wording import capitalised
from radslag.records.models import Activity, AnnualPlan
from radslag.records.questions import Same
from radslag.services import calendar, plans
from radslag.services.plan_selections import selected
from radslag.services.plans import ActionPlan, PlanFacts, PlanRow, PlanSection
from radslag.web import showing
from radslag.web.drawn import drawn
from radslag.web.gate import Visit
from radslag.web.public.plan_filters import PlanFilter, asked_of_plan
from radslag.web.public.time_words import time_in_words
from radslag.web.record_words import translated
from radslag.web.sight import Sight, sight_of


class NoteFacts(NamedTuple):
    """What was noted of an activity, as its row tells."""

    noted_on: date
    status_word: str
    text: str


class ActivityFacts(NamedTuple):
    """All that an activity's row says of it."""

    key: str
    title: str
    status: str
    status_word: str
    responsible: str
    cost_sek: Decimal | None
    cost_as_written: str
    time_as_written: str
    time_in_words: str
    comment: str
    notes: tuple[NoteFacts, ...]
    before: tuple[int, str] | None
    has_source: bool


class AreaFacts(NamedTuple):
    """An area as it stands beside its first row."""

    name: str
    wording: str
    bodies: tuple[str, ...]
    rows: int


class RowFacts(NamedTuple):
    """All that a row of the action plan depends on."""

    cooperation: str
    area: AreaFacts | None
    goal: str | None
    repeats_goal: bool
    activity: ActivityFacts | None
    may_edit: bool


class ActionPlanFacts(NamedTuple):
    """All that the action plan depends on: the plan's facts, and what is asked for."""

    facts: PlanFacts
    every: Same[tuple[AnnualPlan, ...]]
    asked: tuple[tuple[str, str], ...]
    sight: Sight


def plan(request: HttpRequest, cooperation: str, year: int = 0) -> HttpResponse:
    """Show the plan of a year, or of the latest that has begun."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    if not every and not year:
        return render(request, "public/plan_empty.html")
    chosen = latest(every, visit.today.year) if not year else of_year(every, year)
    found = plans.plan_facts(chosen, visit.viewer)
    visit.cited = found.cited
    facts = ActionPlanFacts(
        found, Same(every), asked_of_plan(request.GET), sight_of(visit)
    )
    return render(
        request,
        "public/plan.html",
        {
            "plan": chosen,
            "number": len(found.activities),
            "action_plan": drawn("public/_action_plan.html", facts, _action_plan_shown),
            "calendar": _calendar(visit, chosen.year),
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


def _action_plan_shown(of: ActionPlanFacts) -> showing.Shown:
    """Return the activities asked for, and the form that asks."""
    facts, chosen = of.facts, of.facts.plan
    asking = PlanFilter(facts, dict(of.asked))
    wanted, problem = asking.selection(), asking.problem()
    found = plans.action_plan(
        facts, None if wanted.is_empty else selected(facts, wanted)
    )
    return {
        "sight": of.sight,
        "plan": chosen,
        "action_plan": found,
        "sections": _sections(found, of),
        "filter": PlanFilter(facts) if problem else asking,
        "filter_url": reverse("plan-year", args=[of.sight.cooperation, chosen.year]),
        "is_filtered": not wanted.is_empty,
        "problem": problem,
    }


def _sections(found: ActionPlan, of: ActionPlanFacts) -> list[list[SafeString]]:
    """Return each area's rows, drawn."""
    return [
        [
            drawn(
                "public/_plan_row.html",
                RowFacts(
                    cooperation=of.sight.cooperation,
                    area=_area(section) if place == 0 else None,
                    goal=(row.goal.title or row.goal.name) if row.goal else None,
                    repeats_goal=row.repeats_goal,
                    activity=_activity(row, of) if row.activity else None,
                    may_edit=of.sight.may_edit,
                ),
                _row_shown,
            )
            for place, row in enumerate(section.rows)
        ]
        for section in found.sections
    ]


def _area(section: PlanSection) -> AreaFacts:
    return AreaFacts(
        area_name(section), section.wording, section.answered_for_by, len(section.rows)
    )


def area_name(section: PlanSection) -> str:
    """Return what an area is called; of those without a goal, its kind."""
    if section.kind is None:
        return section.name
    return capitalised(translated(section.kind.swedish))


def _activity(row: PlanRow, of: ActionPlanFacts) -> ActivityFacts:
    activity = row.activity
    assert activity is not None  # noqa: S101 - only rows with one are asked about
    return ActivityFacts(
        key=activity.key,
        title=activity.title,
        status=activity.status,
        status_word=translated(activity.get_status_display()),
        responsible=", ".join(row.responsible) or activity.responsible_as_written,
        cost_sek=activity.cost_sek,
        cost_as_written=activity.cost_as_written,
        time_as_written=activity.time_as_written,
        time_in_words=time_in_words(row.time) if row.time else "",
        comment=activity.comment,
        notes=tuple(
            NoteFacts(note.noted_on, translated(note.get_status_display()), note.text)
            for note in plans.notes_of(activity)
        ),
        before=_before(activity, of.every.thing),
        has_source=("activities", activity.key) in of.sight.cited,
    )


def _row_shown(facts: RowFacts) -> showing.Shown:
    activity = facts.activity
    named = frozenset(
        {("activities", activity.key)} if activity and activity.has_source else ()
    )
    return {
        "row": facts,
        "activity": activity,
        "sight": Sight(facts.cooperation, may_edit=facts.may_edit, cited=named),
        "before_url": _address_before(
            facts.cooperation, activity.before if activity else None
        ),
    }


def _address_before(cooperation: str, before: tuple[int, str] | None) -> str:
    if before is None:
        return ""
    year, key = before
    return f"{reverse('plan-year', args=[cooperation, year])}#{key}"


def _before(activity: Activity, every: Sequence[AnnualPlan]) -> tuple[int, str] | None:
    """Return the year and key of what this one continues, if its plan may be seen."""
    before = activity.continues
    if before is None or before.plan not in every:
        return None
    return before.plan.year, before.key


def _calendar(visit: Visit, year: int) -> SafeString | str:
    """Return the year's calendar drawn, or nothing where it is empty."""
    found = calendar.calendar_of(year, visit.viewer)
    if not found:
        return ""
    facts = (found, visit.cooperation.key)
    return drawn("parts/_calendar.html", facts, _calendar_shown)


def _calendar_shown(facts: tuple[tuple[calendar.Month, ...], str]) -> showing.Shown:
    found, cooperation = facts
    return {"months": showing.months(found, cooperation)}


def plan_before(every: Sequence[AnnualPlan], chosen: AnnualPlan) -> AnnualPlan | None:
    """Return the plan before a plan among those seen, newest first."""
    return next((each for each in every if each.year < chosen.year), None)


def of_year(every: Sequence[AnnualPlan], year: int) -> AnnualPlan:
    """Return the plan of a year; answer 404 when there is none to see."""
    for each in every:
        if each.year == year:
            return each
    raise Http404


def latest(every: Sequence[AnnualPlan], year: int) -> AnnualPlan:
    """Return the newest plan that has begun, or else the first there is."""
    return next((each for each in every if each.year <= year), every[-1])


def years_of(
    every: Sequence[AnnualPlan], chosen: AnnualPlan, cooperation: str, address: str
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
