"""The goals: a programme's tree, one goal's story, and two programmes compared."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.agreement.vocabulary import GoalLevel
from radslag.records.models import Activity, AnnualPlan, Goal, Programme
from radslag.services import goals as reading
from radslag.services import plans
from radslag.services.goals import GoalNode, GoalTree
from radslag.web import showing, source_links
from radslag.web.gate import Visit
from radslag.web.pictures.goal_tree import GoalFact, goal_tree_picture
from radslag.web.templatetags.radslag_text import word


def goals(request: HttpRequest, cooperation: str, programme: str = "") -> HttpResponse:
    """Show the goal tree of a programme, or of the one in force today."""
    visit = cast("Visit", request)
    every = reading.programmes_for(visit.viewer)
    if not every and not programme:
        return render(request, "public/goals_empty.html")
    chosen = named(every, programme) if programme else in_force(every, visit.today)
    own = [p for p in plans.plans_for(visit.viewer) if p.programme_id == chosen.pk]
    plan, problem = _plan(own, request.GET.get("plan", ""), visit.today.year)
    source_links.gather(visit, "goals", "programmes")
    tree = reading.goal_tree(chosen, plan)
    shown = [_node(node, plan, cooperation) for node in tree.roots]
    return render(
        request,
        "public/goals.html",
        {
            "programme": chosen,
            "facts": reading.programme_facts(chosen, every),
            "plan": plan,
            "problem": problem,
            "nodes": shown,
            "sums": in_words(tree, plan),
            "bare": [_link(goal, cooperation) for goal in tree.bare] if plan else [],
            "picture": goal_tree_picture([_fact(each) for each in shown]),
            "family": _family(every, chosen, cooperation),
            "years": _years(own, plan, chosen, cooperation),
        },
    )


def goal(
    request: HttpRequest, cooperation: str, programme: str, goal: str
) -> HttpResponse:
    """Show one goal: its words, what was done for it, what it follows on."""
    visit = cast("Visit", request)
    programmes = reading.programmes_for(visit.viewer)
    chosen = named(programmes, programme)
    every = reading.goals_of(programmes)
    found = [e for e in every if e.key == goal and e.programme_id == chosen.pk]
    if not found:
        raise Http404
    source_links.gather(visit, "goals")
    story = reading.goal_story(found[0], every, visit.viewer)
    tree = reverse("goals-programme", args=[cooperation, chosen.key])
    return render(
        request,
        "public/goals_one.html",
        {
            "story": story,
            "record_url": ""
            if visit.viewer.is_public
            else showing.record_address("goals", story.goal.key, cooperation),
            "goal": story.goal,
            "level": showing_level(story.goal),
            "programme": chosen,
            "trail": [
                (_("Mål"), reverse("goals", args=[cooperation])),
                (str(chosen), tree),
                (story.goal.name, ""),
            ],
            "path": [_link(each, cooperation) for each in story.path],
            "children": [_link(each, cooperation) for each in story.children],
            "continues": _with_programme(story.continues, cooperation),
            "continued_by": [
                _with_programme(each, cooperation) for each in story.continued_by
            ],
            "years": [
                (
                    year,
                    [_activity(each, year, cooperation, story.goal) for each in done],
                )
                for year, done in story.years
            ],
        },
    )


def named(every: Sequence[Programme], key: str) -> Programme:
    """Return the programme with a key; answer 404 when there is none to see."""
    for each in every:
        if each.key == key:
            return each
    raise Http404


def in_force(every: Sequence[Programme], today: date) -> Programme:
    """Return the newest programme that has begun, or else the first there is."""
    return next((each for each in every if each.valid_from <= today), every[-1])


def showing_level(goal: Goal) -> str:
    """Name the level of a goal."""
    return word(GoalLevel(goal.level))


def in_words(tree: GoalTree, plan: AnnualPlan | None) -> str:
    """Say how many goals there are to work for, and how many have no activity."""
    lowest = len(tree.lowest)
    found = ngettext(
        "%(found)s mål längst ut i trädet", "%(found)s mål längst ut i trädet", lowest
    ) % {"found": lowest}
    if plan is None:
        return found
    bare = len(tree.bare)
    return _("%(found)s, %(bare)s utan aktivitet %(year)s") % {
        "found": found,
        "bare": bare or _("inget"),
        "year": plan.year,
    }


def _plan(
    own: Sequence[AnnualPlan], asked: str, this_year: int
) -> tuple[AnnualPlan | None, str]:
    """Return the plan whose activities are counted, and what was wrong in asking."""
    found = next((plan for plan in own if str(plan.year) == asked), None)
    newest = next((plan for plan in own if plan.year <= this_year), None)
    plan = found or newest or next(iter(reversed(own)), None)
    if asked and not found:
        problem = _("Ingen plan till programmet finns för det år som adressen nämner.")
        return plan, problem
    return plan, ""


def _node(node: GoalNode, plan: AnnualPlan | None, cooperation: str) -> showing.Shown:
    link = _link(node.goal, cooperation)
    return link | {
        "who": node.responsible,
        "count": _counted(node) if plan else "",
        "is_bare": bool(plan) and node.is_bare,
        "activities": [
            (each.title, _place(each, plan.year, cooperation))
            for each in node.activities
            if plan
        ],
        "children": [_node(child, plan, cooperation) for child in node.children],
    }


def _counted(node: GoalNode) -> str:
    own, below = len(node.activities), node.below
    if not own and not below:
        return _("Ingen aktivitet")
    if own and below:
        return _("%(own)s egna, %(below)s under") % {"own": own, "below": below}
    if own:
        return _activities(own)
    return _("%(found)s under målet") % {"found": _activities(below)}


def _activities(found: int) -> str:
    return ngettext("%(found)s aktivitet", "%(found)s aktiviteter", found) % {
        "found": found
    }


def _fact(shown: showing.Shown) -> GoalFact:
    return GoalFact(
        level=shown["level"].capitalize(),
        name=shown["goal"].name if shown["is_named"] else shown["wording"],
        owner=", ".join(shown["who"]),
        count=shown["count"],
        is_bare=shown["is_bare"],
        children=tuple(_fact(child) for child in shown["children"]),
    )


def _link(goal: Goal, cooperation: str) -> showing.Shown:
    return {
        "goal": goal,
        "level": showing_level(goal),
        "wording": goal.title if goal.title != goal.name else "",
        # The vision is often called just that; then its words say more.
        "is_named": goal.name.casefold() != goal.get_level_display() or not goal.title,
        "url": reverse("goals-one", args=[cooperation, goal.programme.key, goal.key]),
    }


def _with_programme(goal: Goal | None, cooperation: str) -> showing.Shown | None:
    return _link(goal, cooperation) | {"programme": goal.programme} if goal else None


def _place(activity: Activity, year: int, cooperation: str) -> str:
    return f"{reverse('plan-year', args=[cooperation, year])}#{activity.key}"


def _activity(
    activity: Activity, year: int, cooperation: str, goal: Goal
) -> showing.Shown:
    return {
        "activity": activity,
        "url": _place(activity, year, cooperation),
        "of": activity.goal if activity.goal_id != goal.pk else None,
    }


def _family(
    every: Sequence[Programme], chosen: Programme, cooperation: str
) -> list[showing.Shown]:
    """Return the programmes in order of time, each with what it replaced."""
    seen = {each.pk: each for each in every}
    return [
        {
            "programme": each,
            "url": reverse("goals-programme", args=[cooperation, each.key]),
            "is_current": each.pk == chosen.pk,
            "compare": _comparison(seen.get(each.replaces_id or 0), each, cooperation),
        }
        for each in reversed(every)
    ]


def _comparison(before: Programme | None, after: Programme, cooperation: str) -> str:
    if before is None:
        return ""
    address = reverse("goals-compared", args=[cooperation])
    return f"{address}?fran={before.key}&till={after.key}"


def _years(
    own: Sequence[AnnualPlan],
    chosen: AnnualPlan | None,
    programme: Programme,
    cooperation: str,
) -> list[tuple[int, str, bool]]:
    tree = reverse("goals-programme", args=[cooperation, programme.key])
    return [
        (each.year, f"{tree}?plan={each.year}", each == chosen)
        for each in reversed(own)
    ]
