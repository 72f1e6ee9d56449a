"""The first page, and a cooperation's open page."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from radslag.services import access, agreements, plans, populations
from radslag.web import clock
from radslag.web.gate import Visit, is_administrator
from radslag.web.uploads import FileForm


def start(request: HttpRequest) -> HttpResponse:
    """Lead to the only cooperation there is for the visitor, or list them."""
    own = access.cooperations_of(request.user, clock.today())
    if len(own) == 1:
        return redirect("overview", cooperation=own[0].key)
    shown = own or access.public_cooperations()
    if len(shown) == 1 and not request.user.is_authenticated:
        return redirect("open", cooperation=shown[0].key)
    return render(
        request,
        "public/start.html",
        {
            "cooperations": shown,
            "has_own": bool(own),
            "form": FileForm() if is_administrator(request) and not own else None,
        },
    )


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
