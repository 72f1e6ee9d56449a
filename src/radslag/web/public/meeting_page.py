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
from radslag.web.drawn import drawn
from radslag.web.edit_links import attendance_url
from radslag.web.gate import Visit
from radslag.web.public.attendance_map import (
    quorum_kind,
    quorum_words,
    standing_shown,
)
from radslag.web.public.meetings import kind_of, line_of, place_of
from radslag.web.record_words import translated
from radslag.web.showing import Shown, record_address
from radslag.web.sight import Sight, sight_of
from radslag.web.source_links import source_url
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


class SittingFacts(NamedTuple):
    """All that the content of the page depends on."""

    sitting: Sitting
    today: date
    sight: Sight


def meeting(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    """Show one meeting, with all that the viewer may see of it."""
    visit = cast("Visit", request)
    found = meetings.sitting(key, visit.viewer)
    if found is None:
        raise Http404
    visit.cited = found.cited
    title = f"{found.meeting.body} {day(found.meeting.held_on)}"
    facts = SittingFacts(found, visit.today, sight_of(visit))
    return render(
        request,
        "public/meeting.html",
        {
            "meeting": found.meeting,
            "title": title,
            "line": line_of(found.meeting, visit),
            "content": drawn("public/_meeting_content.html", facts, _content_shown),
            "record_url": ""
            if visit.viewer.is_public
            else record_address("meetings", key, cooperation),
            "trail": [
                (_("Möten"), reverse("meetings", args=[cooperation])),
                (title, ""),
            ],
        },
    )


def _content_shown(facts: SittingFacts) -> Shown:
    """Return all that stands under the page's heading; items and rows are drawn."""
    found, ruling = facts.sitting, facts.sitting.quorum.ruling
    cooperation = facts.sight.cooperation
    return {
        "sight": facts.sight,
        "sitting": found,
        "tells_all": not facts.sight.is_public,
        "facts": _facts(found),
        "items": [_item(each, facts) for each in found.items],
        "attendance": [_attendance(each) for each in found.attendance],
        "attendance_url": attendance_url(facts.sight, found.meeting.key),
        "quorum": {
            "words": quorum_words(found.quorum),
            "kind": quorum_kind(found.quorum),
            "because": found.quorum.silence if ruling is None else ruling.because,
        },
        "delivered": _delivered(found.delivered),
        "notice_delivered": _delivered(found.notice_delivered),
        "earlier_url": _address(found.earlier_key, cooperation),
        "later_url": _address(found.later_key, cooperation),
    }


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


def _item(line: ItemLine, of: SittingFacts) -> Shown:
    facts = ItemFacts(
        number=line.item.number,
        title=line.item.title,
        text="" if of.sight.is_public else line.item.text,
        register_number="" if of.sight.is_public else line.item.register_number,
        decisions=tuple(_decision(each, of) for each in line.decisions),
        papers=tuple(paper.title for paper in line.papers),
        cooperation=of.sight.cooperation,
        source_url=source_url(of.sight, "agenda_items", line.item.key),
    )
    return {
        "number": facts.number,
        "anchor": facts.anchor,
        "drawn": drawn("public/_agenda_item.html", facts, _item_shown),
    }


def _decision(line: DecisionLine, of: SittingFacts) -> DecisionFacts:
    row, to = line.decision, line.decision.postponed_to
    if to is not None and of.sight.is_public and not to.is_public:
        to = None
    is_past = to is None or to.held_on < of.today
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
        source_url=source_url(of.sight, "decisions", row.key),
    )


def _item_shown(facts: ItemFacts) -> Shown:
    decisions = [_decision_shown(each, facts.cooperation) for each in facts.decisions]
    return {"each": facts._asdict() | {"anchor": facts.anchor, "decisions": decisions}}


def _decision_shown(facts: DecisionFacts, cooperation: str) -> Shown:
    """Return a decision, and where a postponed item went and whether it came back."""
    outcome = Outcome(facts.outcome)
    return facts._asdict() | {
        "word": translated(outcome.swedish),
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
