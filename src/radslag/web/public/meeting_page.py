"""One meeting: agenda, attendance, quorum, decisions, minutes and deliveries."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import Outcome
from radslag.agreement.wording import capitalised
from radslag.services import meetings
from radslag.services.meetings import (
    AttendanceRow,
    DecisionLine,
    Delivered,
    ItemLine,
    Sitting,
)
from radslag.web.edit_links import edit_url
from radslag.web.gate import Visit
from radslag.web.public.attendance_map import (
    quorum_kind,
    quorum_words,
    standing_shown,
)
from radslag.web.public.meetings import kind_of, line_of, place_of
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import day, kind, time_span


def meeting(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    """Show one meeting, with all that the viewer may see of it."""
    visit = cast("Visit", request)
    found = meetings.sitting(key, visit.viewer)
    if found is None:
        raise Http404
    title = f"{found.meeting.body} {day(found.meeting.held_on)}"
    return render(
        request,
        "public/meeting.html",
        {
            "sitting": found,
            "title": title,
            "line": line_of(found.meeting, visit),
            "facts": _facts(found),
            "items": [_item(each, visit) for each in found.items],
            "attendance": [_attendance(each) for each in found.attendance],
            "quorum": {
                "words": quorum_words(found.quorum),
                "kind": quorum_kind(found.quorum),
                "because": found.quorum.ruling.because
                if found.quorum.ruling is not None
                else found.quorum.silence,
            },
            "delivered": _delivered(found.delivered),
            "notice_delivered": _delivered(found.notice_delivered),
            "earlier_url": _address(found.earlier_key, visit),
            "later_url": _address(found.later_key, visit),
            "edit_url": edit_url(request, "meetings", key),
            "tells_all": not visit.viewer.is_public,
            "trail": [
                (_("Möten"), reverse("meetings", args=[cooperation])),
                (title, ""),
            ],
        },
    )


def _address(key: str, visit: Visit) -> str:
    if not key:
        return ""
    return reverse("meetings-one", args=[visit.cooperation.key, key])


def _facts(found: Sitting) -> list[Shown]:
    row = found.meeting
    facts: list[Shown] = [
        {"label": _("Tid"), "value": time_span(row.starts_at, row.ends_at)},
        {"label": _("Plats"), "value": place_of(row)},
        {"label": _("Värd"), "value": str(row.host or "")},
        {"label": _("Slag"), "value": capitalised(kind_of(row) or _("ordinarie möte"))},
    ]
    if row.ends_on and row.ends_on != row.held_on:
        facts.insert(1, {"label": _("Slutar"), "value": day(row.ends_on)})
    if row.note:
        facts.append({"label": _("Anmärkning"), "value": row.note})
    return facts


def _item(line: ItemLine, visit: Visit) -> Shown:
    return {
        "item": line.item,
        "anchor": f"punkt-{line.item.number}",
        "text": "" if visit.viewer.is_public else line.item.text,
        "register_number": "" if visit.viewer.is_public else line.item.register_number,
        "decisions": [_decision(each, visit) for each in line.decisions],
        "papers": line.papers,
    }


def _decision(line: DecisionLine, visit: Visit) -> Shown:
    row = line.decision
    outcome = Outcome(row.outcome)
    return {
        "wording": row.wording,
        "word": outcome.swedish,
        "kind": kind(outcome),
        "stands": line.stands,
        "dissents": line.dissents,
        "votes_for": row.votes_for,
        "votes_against": row.votes_against,
    } | _postponement(line, visit)


def _postponement(line: DecisionLine, visit: Visit) -> Shown:
    """Return where a postponed item went, and whether it came back."""
    to = line.decision.postponed_to
    if not line.is_postponed:
        return {"is_postponed": False}
    if to is not None and visit.viewer.is_public and not to.is_public:
        to = None
    is_past = to is None or to.held_on < visit.today
    return {
        "is_postponed": True,
        "to": to,
        "to_url": _address(to.key, visit) if to else "",
        "came_back_on": line.came_back_on,
        "came_back_url": _address(line.came_back_key, visit),
        "is_lost": line.came_back_on is None and is_past,
    }


def _attendance(row: AttendanceRow) -> Shown:
    whole = standing_shown(row.whole)
    if row.whole.state is None and any(each.state for each in row.by_item):
        whole["word"] = _("bara vissa punkter")
    return {
        "name": row.name,
        "whole": whole,
        "by_item": [standing_shown(each) for each in row.by_item],
    }


def _delivered(delivered: Delivered) -> Shown | None:
    if not delivered.rows and delivered.ruling is None:
        return None
    return {
        "rows": delivered.rows,
        "sum": _("%(receipts)s av %(all)s")
        % {"receipts": delivered.receipts, "all": len(delivered.rows)},
        "because": delivered.ruling.because if delivered.ruling is not None else "",
        "kind": "success" if delivered.ruling else "warning",
    }
