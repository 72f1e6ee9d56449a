"""What the palette can do: the pages to go to and the acts to begin, by role."""

from collections.abc import Iterator
from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from radslag.records.models import AnnualPlan
from radslag.services import plans
from radslag.web import edit_links
from radslag.web.access import TABLE
from radslag.web.frame import NAVIGATION
from radslag.web.gate import Visit

Shortcut = dict[str, str]

# Acts that have a page of their own.
ACTS = (
    ("withdrawal", gettext_noop("Räkna på en uppsägning")),
    ("special-project", gettext_noop("Räkna på ett särskilt projekt")),
    ("search", gettext_noop("Sök i allt")),
)
# What may be added from anywhere, by the section that its form is of.
ADDED = (
    ("meetings", gettext_noop("Lägg till möte")),
    ("matters", gettext_noop("Lägg till ärende")),
    ("people", gettext_noop("Lägg till person")),
)
# What is added in a plan: the newest there is.
ADDED_IN_PLAN = (
    ("activities", gettext_noop("Lägg till aktivitet")),
    ("budget_lines", gettext_noop("Lägg till budgetpost")),
)


def shortcuts(request: HttpRequest) -> list[Shortcut]:
    """Return what the viewer may go to and do, in one question for the plans."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    return [
        *_pages(visit),
        *(each for plan in every for each in _of_year(visit, plan.year)),
        *(each for plan in every[:1] for each in _added_in(visit, plan)),
        *_acts(visit),
        _signing_out(),
    ]


def _may(visit: Visit, name: str) -> bool:
    return name in TABLE and visit.viewer.has_any(TABLE[name].roles)


def _pages(visit: Visit) -> Iterator[Shortcut]:
    key = visit.cooperation.key
    for name, label in NAVIGATION:
        if _may(visit, name):
            yield _to(_(label), _("Gå till"), reverse(name, args=[key]))


def _of_year(visit: Visit, year: int) -> Iterator[Shortcut]:
    key = visit.cooperation.key
    for name, label in (("plan-year", _("Plan")), ("economy-year", _("Ekonomi"))):
        yield _to(f"{label} {year}", _("Gå till"), reverse(name, args=[key, year]))


def _added_in(visit: Visit, plan: AnnualPlan) -> Iterator[Shortcut]:
    for section, label in ADDED_IN_PLAN:
        address = edit_links.add_url(visit, section, plan=plan.key)
        if address:
            yield _to(f"{_(label)} {plan.year}", _("Gör"), address)


def _acts(visit: Visit) -> Iterator[Shortcut]:
    key = visit.cooperation.key
    for section, label in ADDED:
        address = edit_links.add_url(visit, section)
        if address:
            yield _to(_(label), _("Gör"), address)
    for name, label in ACTS:
        if _may(visit, name):
            yield _to(_(label), _("Gör"), reverse(name, args=[key]))


def _to(label: str, detail: str, address: str) -> Shortcut:
    return {"label": label, "detail": detail, "url": address}


def _signing_out() -> Shortcut:
    """Return the act that is sent, not gone to: the page's own form does it."""
    return {
        "label": _("Logga ut"),
        "detail": _("Gör"),
        "form": reverse("account_logout"),
    }
