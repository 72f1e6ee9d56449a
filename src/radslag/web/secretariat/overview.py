"""Läget: what must be done before when, and where the agreement is not kept."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from radslag.services import overview as overviews
from radslag.services.latest_review import latest_review
from radslag.services.recent_changes import RecentChange, recent_changes
from radslag.web import showing
from radslag.web.access import TABLE
from radslag.web.gate import Visit
from radslag.web.secretariat.reviews import finding_shown

FINDINGS_IN_BRIEF = 5
CHANGES_IN_BRIEF = 6


def overview(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the eight weeks ahead, what changed lately, and the gravest findings."""
    visit = cast("Visit", request)
    found = overviews.overview(visit.today, visit.viewer)
    may_review = visit.viewer.has_any(TABLE["review"].roles)
    edition = visit.cooperation.edition
    findings = latest_review(visit.today, edition).findings if may_review else ()
    return render(
        request,
        "secretariat/overview.html",
        {
            "overview": found,
            "weeks": showing.weeks(found.weeks, visit.cooperation),
            "late": showing.late(found.late, visit.cooperation),
            "may_review": may_review,
            "findings": [
                finding_shown(each, visit) for each in findings[:FINDINGS_IN_BRIEF]
            ],
            "number_of_findings": len(findings),
            "changes": [
                (each, _address(each, cooperation))
                for each in recent_changes(CHANGES_IN_BRIEF)
            ],
        },
    )


def _address(change: RecentChange, cooperation: str) -> str:
    """Return where a single record is shown; an act on many has no one place."""
    if not change.is_one:
        return ""
    return showing.record_address(change.section, change.key, cooperation)
