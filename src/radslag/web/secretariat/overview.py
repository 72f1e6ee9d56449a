"""Läget: what must be done before when, and where the agreement is not kept."""

from datetime import date, timedelta
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.records.questions import Same
from radslag.services import overview as overviews
from radslag.services.latest_review import latest_review
from radslag.services.newest_adoptions import NewestAdoptions, newest_adoptions
from radslag.services.overview import Overview
from radslag.services.recent_changes import RecentChange, recent_changes
from radslag.services.review import Finding
from radslag.web import showing
from radslag.web.access import TABLE
from radslag.web.adoption_words import mark_of, word_of
from radslag.web.drawn import drawn
from radslag.web.gate import Visit
from radslag.web.pictures.weeks_ahead import WeekFact, WeeksPicture, weeks_picture
from radslag.web.secretariat.reviews import MARKS, anchor_of, severity_word
from radslag.web.sight import Sight

FINDINGS_IN_BRIEF = 5
CHANGES_IN_BRIEF = 6


class AheadFacts(NamedTuple):
    """What is ahead, seen from a day."""

    overview: Overview
    today: date
    cooperation: str


class AdoptionFacts(NamedTuple):
    """What the boards have said of the newest programme."""

    newest: Same[NewestAdoptions]
    cooperation: str


class ReviewFacts(NamedTuple):
    """The gravest findings, and how many there are in all."""

    gravest: tuple[Finding, ...]
    number: int
    cooperation: str


def overview(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the eight weeks ahead, what changed lately, and the gravest findings."""
    visit = cast("Visit", request)
    found = overviews.overview(visit.today, visit.viewer)
    return render(
        request,
        "secretariat/overview.html",
        {
            "ahead": drawn(
                "secretariat/_ahead.html",
                AheadFacts(found, visit.today, cooperation),
                _ahead_shown,
            ),
            "adoptions": _adoptions(newest_adoptions(), cooperation),
            "changes": _changes(recent_changes(CHANGES_IN_BRIEF), cooperation),
            "review": _review(visit),
        },
    )


def _ahead_shown(facts: AheadFacts) -> showing.Shown:
    found = facts.overview
    return {
        "late": showing.late(found.late, facts.cooperation),
        "weeks": showing.weeks(found.weeks, facts.cooperation),
        "picture": _picture(found, facts.today),
        "picture_words": _in_words(found),
        "next_task": found.next_task,
    }


def _picture(found: Overview, today: date) -> WeeksPicture:
    facts = {
        week.first_on: WeekFact(len(week.events), len(week.tasks))
        for week in found.weeks
    }
    return weeks_picture(today, today + timedelta(weeks=overviews.WEEKS), facts)


def _in_words(found: Overview) -> str:
    """Say what the picture shows: how much falls in which week."""
    return "; ".join(
        _("Vecka %(number)s: %(meetings)s möten, %(tasks)s att göra")
        % {
            "number": week.number,
            "meetings": len(week.events),
            "tasks": len(week.tasks),
        }
        for week in found.weeks
    )


def _adoptions(found: NewestAdoptions | None, cooperation: str) -> SafeString | str:
    """Return the boards' decisions on the newest programme, in small."""
    if found is None:
        return ""
    facts = AdoptionFacts(Same(found), cooperation)
    return drawn("secretariat/_adoptions_in_brief.html", facts, _adoptions_shown)


def _adoptions_shown(facts: AdoptionFacts) -> showing.Shown:
    programme, cells, summary = facts.newest.thing
    return {
        "programme": programme,
        "summary": summary,
        "url": reverse("adoptions", args=[facts.cooperation]),
        "cells": [
            {
                "name": cell.name,
                "kind": mark_of(cell),
                "word": word_of(cell),
                "url": reverse(
                    "adoptions-one",
                    args=[facts.cooperation, programme.key, cell.board.key],
                ),
            }
            for cell in cells
        ],
    }


def _changes(found: tuple[RecentChange, ...], cooperation: str) -> SafeString | str:
    if not found:
        return ""
    return drawn("secretariat/_changes.html", (found, cooperation), _changes_shown)


def _changes_shown(facts: tuple[tuple[RecentChange, ...], str]) -> showing.Shown:
    found, cooperation = facts
    return {"changes": [(each, _address(each, cooperation)) for each in found]}


def _address(change: RecentChange, cooperation: str) -> str:
    """Return where a single record is shown; an act on many has no one place."""
    if not change.is_one:
        return ""
    return showing.record_address(change.section, change.key, cooperation)


def _review(visit: Visit) -> SafeString | str:
    """Return the review in brief, for those who may read it."""
    if not visit.viewer.has_any(TABLE["review"].roles):
        return ""
    found = latest_review(visit.today, visit.cooperation.edition).findings
    facts = ReviewFacts(found[:FINDINGS_IN_BRIEF], len(found), visit.cooperation.key)
    return drawn("secretariat/_review_in_brief.html", facts, _review_shown)


def _review_shown(facts: ReviewFacts) -> showing.Shown:
    return {
        "sight": Sight(facts.cooperation),
        "number": facts.number,
        "url": reverse("review", args=[facts.cooperation]),
        "findings": [
            {
                "anchor": anchor_of(each),
                "kind": MARKS[each.severity],
                "severity": severity_word(each),
                "what": each.what,
            }
            for each in facts.gravest
        ],
    }
