"""Meetings: the list by choice, and who has been there over time."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple, cast

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import MeetingKind, MeetingStatus
from radslag.records.models import Meeting
from radslag.services import meetings
from radslag.services.meetings import HeatMap, ListChoice, MeetingLine, Offered
from radslag.web.drawn import drawn
from radslag.web.edit_links import add_url
from radslag.web.gate import Visit
from radslag.web.kept_selects import KeptSelect
from radslag.web.public.attendance_map import map_of
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import kind

TO_A_PAGE = 60
Listed = Meeting | MeetingLine


class RowFacts(NamedTuple):
    """All that a row of the list depends on."""

    meeting: MeetingLine
    is_past: bool
    cooperation: str


class ListForm(forms.Form):
    """What of the list is asked for; every part may be left out."""

    ar = forms.ChoiceField(label=gettext_lazy("År"), required=False, widget=KeptSelect)
    organ = forms.ChoiceField(
        label=gettext_lazy("Organ"), required=False, widget=KeptSelect
    )
    lage = forms.ChoiceField(
        label=gettext_lazy("Läge"), required=False, widget=KeptSelect
    )

    def offer(self, offered: Offered) -> None:
        """Offer what there is to choose between."""
        choices = {
            "ar": [(str(year), str(year)) for year in offered.years],
            "organ": list(offered.bodies),
            "lage": MeetingStatus.choices(),
        }
        for name, chosen in choices.items():
            field = cast("forms.ChoiceField", self.fields[name])
            field.choices = [("", _("Alla")), *chosen]


def meeting_list(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the meetings chosen in the address, or all of them."""
    visit = cast("Visit", request)
    offered = meetings.offered_choices(visit.viewer)
    form = ListForm(request.GET)
    form.offer(offered)
    is_nonsense = not form.is_valid()
    choice = ListChoice() if is_nonsense else _choice(form.cleaned_data)
    earlier = Paginator(
        meetings.earlier_meetings(choice, visit.today, visit.viewer), TO_A_PAGE
    ).get_page(request.GET.get("page"))
    if is_nonsense:
        form = ListForm()
        form.offer(offered)
    return render(
        request,
        "public/meetings.html",
        {
            "fields": form,
            "is_nonsense": is_nonsense,
            "is_chosen": choice != ListChoice(),
            "is_empty": not offered.years,
            "coming": [
                _row(each, visit)
                for each in meetings.coming_meetings(choice, visit.today, visit.viewer)
            ],
            "pages": earlier,
            "earlier": _by_year(earlier, visit),
            "map": _map(meetings.attendance_map(choice, visit.viewer), visit),
            "address": reverse("meetings", args=[cooperation]),
            "add_url": add_url(request, "meetings"),
        },
    )


def _choice(cleaned: dict[str, str]) -> ListChoice:
    return ListChoice(
        year=int(cleaned["ar"]) if cleaned["ar"] else None,
        body=cleaned["organ"],
        status=MeetingStatus(cleaned["lage"]) if cleaned["lage"] else None,
    )


def _by_year(rows: Iterable[MeetingLine], visit: Visit) -> list[Shown]:
    return [
        {"year": year, "rows": [_row(each, visit) for each in of_year]}
        for year, of_year in groupby(rows, key=lambda each: each.held_on.year)
    ]


def _row(meeting: MeetingLine, visit: Visit) -> SafeString:
    facts = RowFacts(meeting, meeting.held_on < visit.today, visit.cooperation.key)
    return drawn("public/_meeting_row.html", facts, _row_shown)


def _row_shown(facts: RowFacts) -> Shown:
    meeting, is_past, cooperation = facts
    return {"row": _line(meeting, cooperation, is_past=is_past)}


def _map(found: HeatMap, visit: Visit) -> SafeString | None:
    if not found.meetings:
        return None
    facts = (found, visit.cooperation.key)
    return drawn("public/_attendance_over_time.html", facts, _map_shown)


def _map_shown(facts: tuple[HeatMap, str]) -> Shown:
    return {"map": map_of(*facts)}


def line_of(meeting: Listed, visit: Visit) -> Shown:
    """Return a meeting as a line of the list."""
    is_past = meeting.held_on < visit.today
    return _line(meeting, visit.cooperation.key, is_past=is_past)


def _line(meeting: Listed, cooperation: str, *, is_past: bool) -> Shown:
    status = MeetingStatus(meeting.status)
    is_unknown = is_past and status in (MeetingStatus.PLANNED, MeetingStatus.CALLED)
    return {
        "meeting": meeting,
        "what": kind_of(meeting),
        "place": place_of(meeting),
        "status": _("inte känt om det hölls") if is_unknown else status.swedish,
        "kind": "neutral" if is_unknown else kind(status),
        "is_cancelled": status == MeetingStatus.CANCELLED,
        "decided": getattr(meeting, "decided", 0),
        "postponed": getattr(meeting, "postponed", 0),
        "url": reverse("meetings-one", args=[cooperation, meeting.key]),
    }


def kind_of(meeting: Listed) -> str:
    """Return what kind of meeting it is, when it is not an ordinary one."""
    found = MeetingKind(meeting.kind)
    return "" if found == MeetingKind.ORDINARY else found.swedish


def place_of(meeting: Listed) -> str:
    """Return where it is held; a place that names its host says it once."""
    host = str(meeting.host or "")
    place = meeting.place if host in meeting.place else f"{meeting.place}, {host}"
    return place.strip(", ") or (_("digitalt") if meeting.is_digital else "")
