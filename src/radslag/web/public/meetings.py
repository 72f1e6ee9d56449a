"""Meetings: the list by choice, and who has been there over time."""

from itertools import groupby
from typing import Any, NamedTuple, cast

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
from radslag.records.questions import Answers
from radslag.services import meetings
from radslag.services.meetings import HeatMap, ListChoice, MeetingLine, Offered
from radslag.web.drawn import drawn
from radslag.web.edit_links import add_url
from radslag.web.gate import Visit
from radslag.web.kept_selects import KeptSelect
from radslag.web.public.attendance_map import map_of
from radslag.web.record_words import translated
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import kind

TO_A_PAGE = 60
Listed = Meeting | MeetingLine
# What an address asks for: the form's fields with their values.
Asked = tuple[tuple[str, str], ...]


class RowFacts(NamedTuple):
    """All that a row of the list depends on."""

    meeting: MeetingLine
    is_past: bool
    cooperation: str


class ListFacts(NamedTuple):
    """All that a list of meetings depends on."""

    lines: Answers[MeetingLine]
    is_past: bool
    cooperation: str


class ChoiceFacts(NamedTuple):
    """All that the form above the list depends on."""

    offered: Offered
    asked: Asked
    is_chosen: bool
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

    def __init__(self, offered: Offered, asked: Asked) -> None:
        """Offer what there is to choose between."""
        super().__init__(dict(asked))
        choices = {
            "ar": [(str(year), str(year)) for year in offered.years],
            "organ": list(offered.bodies),
            "lage": [(key, translated(each)) for key, each in MeetingStatus.choices()],
        }
        for name, chosen in choices.items():
            field = cast("forms.ChoiceField", self.fields[name])
            field.choices = [("", _("Alla")), *chosen]


def meeting_list(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the meetings chosen in the address, or all of them."""
    visit = cast("Visit", request)
    offered = meetings.offered_choices(visit.viewer)
    asked = tuple(
        (name, str(request.GET[name]))
        for name in ListForm.base_fields
        if name in request.GET
    )
    choice = _choice(offered, asked)
    is_nonsense = choice is None
    choice = choice or ListChoice()
    lines = meetings.earlier_meetings(choice, visit.today, visit.viewer)
    earlier = Paginator(cast("Any", lines), TO_A_PAGE).get_page(request.GET.get("page"))
    coming = meetings.coming_meetings(choice, visit.today, visit.viewer)
    facts = ChoiceFacts(
        offered, () if is_nonsense else asked, choice != ListChoice(), cooperation
    )
    return render(
        request,
        "public/meetings.html",
        {
            "choice": drawn("public/_meeting_choice.html", facts, _choice_shown),
            "is_nonsense": is_nonsense,
            "is_chosen": facts.is_chosen,
            "is_empty": not offered.years,
            "coming": _listed(coming, visit, is_past=False),
            "pages": earlier,
            "earlier": _listed(
                cast("Answers[MeetingLine]", earlier.object_list), visit, is_past=True
            ),
            "map": _map(meetings.attendance_map(choice, visit.viewer), visit),
            "add_url": add_url(request, "meetings"),
        },
    )


def _choice(offered: Offered, asked: Asked) -> ListChoice | None:
    """Return what is asked for, all where nothing is; of nonsense, nothing."""
    if not asked:
        return ListChoice()
    form = ListForm(offered, asked)
    if not form.is_valid():
        return None
    cleaned = form.cleaned_data
    return ListChoice(
        year=int(cleaned["ar"]) if cleaned["ar"] else None,
        body=cleaned["organ"],
        status=MeetingStatus(cleaned["lage"]) if cleaned["lage"] else None,
    )


def _choice_shown(facts: ChoiceFacts) -> Shown:
    address = reverse("meetings", args=[facts.cooperation])
    return {
        "fields": ListForm(facts.offered, facts.asked),
        "address": address,
        "clear_url": address if facts.is_chosen else "",
    }


def _listed(
    lines: Answers[MeetingLine], visit: Visit, *, is_past: bool
) -> SafeString | None:
    if not lines:
        return None
    facts = ListFacts(lines, is_past, visit.cooperation.key)
    return drawn("public/_meeting_rows.html", facts, _list_shown)


def _list_shown(facts: ListFacts) -> Shown:
    """Return the meetings as one table, or year by year when they are past."""
    by_year = groupby(
        facts.lines, key=lambda each: each.held_on.year if facts.is_past else None
    )
    return {
        "groups": [
            {"year": year, "rows": [_row(each, facts) for each in of_year]}
            for year, of_year in by_year
        ]
    }


def _row(meeting: MeetingLine, of: ListFacts) -> SafeString:
    facts = RowFacts(meeting, of.is_past, of.cooperation)
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
        "status": _("inte känt om det hölls")
        if is_unknown
        else translated(status.swedish),
        "kind": "neutral" if is_unknown else kind(status),
        "is_cancelled": status == MeetingStatus.CANCELLED,
        "decided": getattr(meeting, "decided", 0),
        "postponed": getattr(meeting, "postponed", 0),
        "url": reverse("meetings-one", args=[cooperation, meeting.key]),
    }


def kind_of(meeting: Listed) -> str:
    """Return what kind of meeting it is, when it is not an ordinary one."""
    found = MeetingKind(meeting.kind)
    return "" if found == MeetingKind.ORDINARY else translated(found.swedish)


def place_of(meeting: Listed) -> str:
    """Return where it is held; a place that names its host says it once."""
    host = str(meeting.host or "")
    place = meeting.place if host in meeting.place else f"{meeting.place}, {host}"
    return place.strip(", ") or (_("digitalt") if meeting.is_digital else "")
