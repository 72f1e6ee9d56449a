"""Two programmes beside each other: kept, changed, dropped and new goals."""

from collections.abc import Sequence
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.records.models import Goal, Programme
from radslag.services import goals as reading
from radslag.services.goal_comparisons import (
    Comparison,
    GoalPair,
    compare_programmes,
)
from radslag.web import showing
from radslag.web.gate import Visit
from radslag.web.public.goals import showing_level


def compare(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show what became of one programme's goals in another, as the address asks."""
    visit = cast("Visit", request)
    every = reading.programmes_for(visit.viewer)
    asked = {name: request.GET.get(name, "") for name in ("fran", "till")}
    earlier, later, problem = _pair(every, asked["fran"], asked["till"])
    context: showing.Shown = {
        "programmes": every,
        "earlier": earlier,
        "later": later,
        "problem": problem,
        "trail": [
            (_("Mål"), reverse("goals", args=[cooperation])),
            (_("Jämför program"), ""),
        ],
    }
    if earlier and later and not problem:
        goals = reading.goals_of(every)
        found = compare_programmes(earlier=earlier, later=later, goals=goals)
        context |= _shown(found, cooperation)
    return render(request, "public/goals_compared.html", context)


def _pair(
    every: Sequence[Programme], key_from: str, key_to: str
) -> tuple[Programme | None, Programme | None, str]:
    """Return the two programmes in order of time, or the sentence that says why not."""
    if not key_from and not key_to:
        return _latest_two(every)
    by_key = {each.key: each for each in every}
    if key_from not in by_key or key_to not in by_key:
        unknown = _("Adressen nämner ett program som inte finns. Välj två nedan.")
        return by_key.get(key_from), by_key.get(key_to), unknown
    one, other = by_key[key_from], by_key[key_to]
    if one == other:
        same = _("Det är samma program två gånger. Välj två olika nedan.")
        return one, other, same
    earlier, later = sorted((one, other), key=lambda each: each.valid_from)
    return earlier, later, ""


def _latest_two(
    every: Sequence[Programme],
) -> tuple[Programme | None, Programme | None, str]:
    by_id = {each.pk: each for each in every}
    for each in every:
        before = by_id.get(each.replaces_id or 0)
        if before:
            return before, each, ""
    return None, None, _("Det finns inte två program att jämföra.")


def _shown(found: Comparison, cooperation: str) -> showing.Shown:
    rows = [
        *(_row(_("Ändrat"), "warning", cooperation, pair) for pair in found.changed),
        *(_row(_("Kvar"), "success", cooperation, pair) for pair in found.kept),
        *(
            _alone(_("Utgått"), "neutral", cooperation, before=goal)
            for goal in found.dropped
        ),
        *(_alone(_("Nytt"), "info", cooperation, after=goal) for goal in found.new),
    ]
    return {"comparison": found, "rows": rows}


def _row(label: str, kind: str, cooperation: str, pair: GoalPair) -> showing.Shown:
    return {
        "label": label,
        "kind": kind,
        "before": _side(pair.before, cooperation) | {"pieces": pair.before_words},
        "after": _side(pair.after, cooperation) | {"pieces": pair.after_words},
    }


def _alone(
    label: str,
    kind: str,
    cooperation: str,
    *,
    before: Goal | None = None,
    after: Goal | None = None,
) -> showing.Shown:
    return {
        "label": label,
        "kind": kind,
        "before": _side(before, cooperation) if before else None,
        "after": _side(after, cooperation) if after else None,
    }


def _side(goal: Goal, cooperation: str) -> showing.Shown:
    return {
        "goal": goal,
        "level": showing_level(goal),
        "url": reverse("goals-one", args=[cooperation, goal.programme.key, goal.key]),
    }
