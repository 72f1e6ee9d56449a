"""One meeting: agenda, attendance, quorum, decisions, minutes and deliveries."""

from datetime import date
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
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
    Standing,
)
from radslag.web import source_links
from radslag.web.drawn import drawn
from radslag.web.edit_links import attendance_url, edit_url
from radslag.web.gate import Visit
from radslag.web.public.attendance_map import (
    quorum_kind,
    quorum_words,
    standing_shown,
)
from radslag.web.public.meetings import kind_of, line_of, place_of
from radslag.web.showing import Shown, record_address
from radslag.web.templatetags.radslag_text import day, kind, time_span

# How a party took part, if the word is written out, and if only at some items.
CellFacts = tuple[Standing, bool, bool]


class DecisionFacts(NamedTuple):
    """All that a decision on the page depends on."""

    wording: str
    outcome: str
    stands: str
    dissents: int
    votes_for: int | None
    votes_against: int | None
    is_postponed: bool
    to_key: str
    to_on: date | None
    came_back_key: str
    came_back_on: date | None
    is_lost: bool
    source_url: str


class ItemFacts(NamedTuple):
    """All that an item on the page depends on."""

    number: int
    title: str
    text: str
    register_number: str
    decisions: tuple[DecisionFacts, ...]
    papers: tuple[str, ...]
    cooperation: str
    source_url: str

    @property
    def anchor(self) -> str:
        """The item's place on the page."""
        return f"punkt-{self.number}"


def meeting(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    """Show one meeting, with all that the viewer may see of it."""
    visit = cast("Visit", request)
    found = meetings.sitting(key, visit.viewer)
    if found is None:
        raise Http404
    source_links.remember(visit, found.cited)
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
            "earlier_url": _address(found.earlier_key, cooperation),
            "later_url": _address(found.later_key, cooperation),
            "edit_url": edit_url(request, "meetings", key),
            "attendance_url": attendance_url(request, key),
            "record_url": ""
            if visit.viewer.is_public
            else record_address("meetings", key, cooperation),
            "tells_all": not visit.viewer.is_public,
            "trail": [
                (_("Möten"), reverse("meetings", args=[cooperation])),
                (title, ""),
            ],
        },
    )


def _address(key: str, cooperation: str) -> str:
    return reverse("meetings-one", args=[cooperation, key]) if key else ""


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
    is_public = visit.viewer.is_public
    facts = ItemFacts(
        number=line.item.number,
        title=line.item.title,
        text="" if is_public else line.item.text,
        register_number="" if is_public else line.item.register_number,
        decisions=tuple(_decision(each, visit) for each in line.decisions),
        papers=tuple(paper.title for paper in line.papers),
        cooperation=visit.cooperation.key,
        source_url=source_links.source_url(visit, "agenda_items", line.item.key),
    )
    return {
        "number": facts.number,
        "anchor": facts.anchor,
        "drawn": drawn("public/_agenda_item.html", facts, _item_shown),
    }


def _decision(line: DecisionLine, visit: Visit) -> DecisionFacts:
    row, to = line.decision, line.decision.postponed_to
    if to is not None and visit.viewer.is_public and not to.is_public:
        to = None
    is_past = to is None or to.held_on < visit.today
    return DecisionFacts(
        wording=row.wording,
        outcome=row.outcome,
        stands=line.stands,
        dissents=line.dissents,
        votes_for=row.votes_for,
        votes_against=row.votes_against,
        is_postponed=line.is_postponed,
        to_key=to.key if to and line.is_postponed else "",
        to_on=to.held_on if to and line.is_postponed else None,
        came_back_key=line.came_back_key,
        came_back_on=line.came_back_on,
        is_lost=line.came_back_on is None and is_past,
        source_url=source_links.source_url(visit, "decisions", row.key),
    )


def _item_shown(facts: ItemFacts) -> Shown:
    decisions = [_decision_shown(each, facts.cooperation) for each in facts.decisions]
    return {"each": facts._asdict() | {"anchor": facts.anchor, "decisions": decisions}}


def _decision_shown(facts: DecisionFacts, cooperation: str) -> Shown:
    """Return a decision, and where a postponed item went and whether it came back."""
    outcome = Outcome(facts.outcome)
    return facts._asdict() | {
        "word": outcome.swedish,
        "kind": kind(outcome),
        "to_url": _address(facts.to_key, cooperation),
        "came_back_url": _address(facts.came_back_key, cooperation),
    }


def _attendance(row: AttendanceRow) -> SafeString:
    return drawn("public/_attendance_row.html", row, _attendance_shown)


def _attendance_shown(row: AttendanceRow) -> Shown:
    is_partly = row.whole.state is None and any(each.state for each in row.by_item)
    return {
        "name": row.name,
        "whole": _cell((row.whole, True, is_partly)),
        "cells": [_cell((each, False, False)) for each in row.by_item],
    }


def _cell(facts: CellFacts) -> SafeString:
    return drawn("public/_attendance_cell.html", facts, _cell_shown)


def _cell_shown(facts: CellFacts) -> Shown:
    standing, with_word, is_partly = facts
    cell = standing_shown(standing)
    if is_partly:
        cell["word"] = _("bara vissa punkter")
    return {"cell": cell, "with_word": with_word}


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
