"""The first page, and a cooperation's open page."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from radslag.services import access, agreements, plans, populations
from radslag.services.readings.listing import readings_of
from radslag.web import clock, showing
from radslag.web.gate import Visit, is_administrator
from radslag.web.uploads import FileForm

MOST_READINGS = 5


def start(request: HttpRequest) -> HttpResponse:
    """Lead to the only cooperation there is for the visitor, or list them."""
    own = access.cooperations_of(request.user, clock.today())
    if len(own) == 1:
        return redirect("overview", cooperation=own[0].key)
    shown = own or access.public_cooperations()
    if len(shown) == 1 and not request.user.is_authenticated:
        return redirect("open", cooperation=shown[0].key)
    may_open = is_administrator(request) and not own
    return render(
        request,
        "public/start.html",
        {
            "cooperations": shown,
            "has_own": bool(own),
            "form": FileForm() if may_open else None,
            "readings": _readings() if may_open else [],
        },
    )


def _readings() -> list[showing.Shown]:
    """Return the readings that are to set up a cooperation, to be gone on with."""
    return [
        showing.reading_line(each, reverse("first-readings-one", args=[each.pk]))
        for each in readings_of(None)[:MOST_READINGS]
    ]


def open_page(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show what a cooperation is, to anybody."""
    visit = cast("Visit", request)
    return render(
        request,
        "public/open.html",
        {
            "members": populations.by_name(populations.members(visit.today)),
            "plans": plans.plans_for(visit.viewer),
            "agreement": agreements.agreement_on(visit.today, visit.viewer),
        },
    )
