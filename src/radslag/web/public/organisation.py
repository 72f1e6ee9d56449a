"""The organisation: bodies, who sits where on any day, and one body over time."""

from datetime import date
from typing import cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import BodyKind, Role
from radslag.agreement.wording import capitalised
from radslag.records.models import Activity, TermOfOffice
from radslag.services import organisation as organisations
from radslag.services.organisation import BodyLine, Holder, Organisation
from radslag.web import source_links
from radslag.web.edit_links import edit_url
from radslag.web.gate import Visit
from radslag.web.public.meetings import line_of
from radslag.web.public.organisation_pictures import bars_of, chart_of
from radslag.web.record_words import translated
from radslag.web.showing import Shown
from radslag.web.sight import sight_of

ORDER = (
    BodyKind.COMMITTEE,
    BodyKind.MANAGEMENT_GROUP,
    BodyKind.SECRETARIAT,
    BodyKind.NETWORK,
    BodyKind.WORKING_GROUP,
    BodyKind.BOARD,
    BodyKind.COUNCIL,
    BodyKind.ADMINISTRATION,
)
HEADINGS = {
    BodyKind.COMMITTEE: gettext_lazy("Samarbetskommittén"),
    BodyKind.MANAGEMENT_GROUP: gettext_lazy("Ledningsgruppen"),
    BodyKind.SECRETARIAT: gettext_lazy("Kansliet"),
    BodyKind.NETWORK: gettext_lazy("Nätverk"),
    BodyKind.WORKING_GROUP: gettext_lazy("Arbetsgrupper"),
    BodyKind.BOARD: gettext_lazy("Kommunstyrelser"),
    BodyKind.COUNCIL: gettext_lazy("Kommunfullmäktige"),
    BodyKind.ADMINISTRATION: gettext_lazy("Kommunförvaltningar"),
}


# The sections whose records lead to their source.
CITED = ("bodies", "appointments")


class DayForm(forms.Form):
    """The day that the organisation is asked about."""

    den = forms.DateField(
        label=gettext_lazy("Visa organisationen den"),
        help_text=gettext_lazy("Till exempel 2022-10-28."),
        input_formats=["%Y-%m-%d", "%d/%m %Y", "%d.%m.%Y"],
        widget=forms.DateInput(attrs={"autocomplete": "off", "maxlength": 10}),
        error_messages={
            "invalid": gettext_lazy("Skriv dagen som år-månad-dag: 2022-10-28."),
            "required": gettext_lazy("Skriv vilken dag som ska visas."),
        },
    )


def organisation(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the bodies and who sat in them on the day asked for, or today."""
    visit = cast("Visit", request)
    form, on = _asked(request, visit)
    found = organisations.organisation(on, visit.viewer)
    source_links.gather(visit, *CITED)
    return render(
        request,
        "public/organisation.html",
        {
            "form": form,
            "organisation": found,
            "on": on,
            "is_today": on == visit.today,
            "kinds": _kinds(found, visit),
            "columns": [
                (str(body), _body_address(body.key, visit))
                for body in found.represented_in
            ],
            "rows": _representations(found, visit),
            "officers": [
                {"body": str(line.body), "holders": _holders(line.officers, visit)}
                for line in found.bodies
                if line.officers and line.body.kind != BodyKind.BOARD
            ],
            "chart": chart_of(found),
            "terms": [_term(each, on) for each in found.terms_of_office],
            "tells_all": not visit.viewer.is_public,
        },
    )


def body(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    """Show one body: its seats over time, and what it answers for."""
    visit = cast("Visit", request)
    found = organisations.body_page(key, visit.today, visit.viewer)
    if found is None:
        raise Http404
    source_links.gather(visit, *CITED)
    return render(
        request,
        "public/body.html",
        {
            "body": found.body,
            "kind_word": capitalised(translated(BodyKind(found.body.kind).swedish)),
            "holders": _holders(found.holders, visit),
            "bars": bars_of(found.seats, visit.today, visit.viewer),
            "meetings": [line_of(each, visit) for each in found.meetings],
            "meetings_url": f"{reverse('meetings', args=[cooperation])}?organ={key}",
            "goals": found.goals,
            "activities": [
                (each.activity, _activity_address(each.activity, visit))
                for each in found.activities
            ],
            "edit_url": edit_url(request, "bodies", key),
            "tells_all": not visit.viewer.is_public,
            "trail": [
                (_("Organisation"), reverse("organisation", args=[cooperation])),
                (str(found.body), ""),
            ],
        },
    )


def _asked(request: HttpRequest, visit: Visit) -> tuple[DayForm, date]:
    """Return the form and the day; nonsense keeps what was typed, and shows today."""
    if "den" not in request.GET:
        return DayForm(initial={"den": visit.today.isoformat()}), visit.today
    form = DayForm(request.GET)
    return form, form.cleaned_data["den"] if form.is_valid() else visit.today


def _kinds(found: Organisation, visit: Visit) -> list[Shown]:
    return [
        {
            "heading": HEADINGS[kind],
            "anchor": str(kind).replace("_", "-"),
            "bodies": [_body(line, visit) for line in lines],
            "is_own": kind in ORDER[5:],
            "tells_holders": kind not in ORDER[:2],
        }
        for kind in ORDER
        if (
            lines := [
                line for line in found.bodies if line.body.kind == kind and line.exists
            ]
        )
    ]


def _body(line: BodyLine, visit: Visit) -> Shown:
    return {
        "name": line.body.name,
        "purpose": line.body.purpose,
        "parent": str(line.body.parent or ""),
        "key": line.body.key,
        "url": _body_address(line.body.key, visit),
        "holders": _holders(line.holders, visit),
    }


def _body_address(key: str, visit: Visit) -> str:
    return reverse("organisation-body", args=[visit.cooperation.key, key])


def _activity_address(activity: Activity, visit: Visit) -> str:
    address = reverse("plan-year", args=[visit.cooperation.key, activity.plan.year])
    return f"{address}#{activity.key}"


def _holders(holders: tuple[Holder, ...], visit: Visit) -> list[Shown]:
    return [_holder(each, visit) for each in holders]


def _holder(holder: Holder, visit: Visit) -> Shown:
    """Return a holder in words: person if known and tellable, and the office."""
    office = " ".join(map(translated, holder.office_parts))
    return {
        "source_url": source_links.source_url(
            sight_of(visit), "appointments", holder.seat.key
        )
        or source_links.source_url(sight_of(visit), "appointments", holder.office.key),
        "about": holder.person or office,
        "role": translated(Role(holder.seat.role).swedish),
        "municipality": holder.municipality,
        "person": holder.person,
        "office": office,
        "is_by_office": holder.is_by_office,
    }


def _representations(found: Organisation, visit: Visit) -> list[Shown]:
    return [
        {
            "name": row.municipality,
            "cells": [
                {"body": str(body), "holders": _holders(_members_first(holders), visit)}
                for body, holders in zip(found.represented_in, row.by_body, strict=True)
            ],
            "in_networks": [
                _holder(each, visit) | {"body": str(each.seat.body)}
                for each in row.in_networks
            ],
        }
        for row in found.representations
    ]


def _members_first(holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Leave out the chair's own line where the same seat is there as a member."""
    members = tuple(each for each in holders if each.seat.role == Role.MEMBER)
    return members or holders


def _term(term: TermOfOffice, on: date) -> Shown:
    return {
        "name": term.name,
        "starts_on": term.starts_on,
        "ends_on": term.ends_on,
        "is_now": term.starts_on <= on <= term.ends_on,
    }
