"""Granskning: the findings, and accepting one with a reason."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import Severity
from radslag.services import review as reviews
from radslag.services.journal import Actor
from radslag.services.latest_review import latest_review
from radslag.services.review import Finding, Review
from radslag.web import clock, edit_links, showing
from radslag.web.access import TABLE
from radslag.web.gate import Visit
from radslag.web.record_words import translated

MARKS = {
    Severity.ERROR: "danger",
    Severity.WARNING: "warning",
    Severity.NOTE: "info",
}


GROUP, RESTING = "visa", "vilar"
ON_A_PAGE = 50
# A finding, and the reason it rests for; no reason while it does not.
Rested = tuple[Finding, str]


class AcceptForm(forms.Form):
    """The reason why a finding is left as it is."""

    reason = forms.CharField(
        label=gettext_lazy("Skäl"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Skälet syns för alla som läser granskningen. Iakttagelsen kommer "
            "tillbaka om uppgifterna ändras."
        ),
        error_messages={
            "required": gettext_lazy("Skriv varför iakttagelsen godtas."),
            "max_length": gettext_lazy("Skälet får vara högst 2 000 tecken."),
        },
    )


def review(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the findings by severity, the first of each; or one group, page by page."""
    visit = cast("Visit", request)
    found = latest_review(visit.today)
    chosen = request.GET.get(GROUP, "")
    groups = [
        _group(name, title, rows, visit, chosen)
        for name, title, rows in _groups(found)
        if rows
    ]
    shown = [each for each in groups if each["name"] == chosen]
    return render(
        request,
        "secretariat/review.html",
        {
            "groups": shown or groups,
            "choices": groups if len(groups) > 1 else [],
            "is_chosen": bool(shown),
            "is_nonsense": bool(chosen) and not shown,
            "all_url": request.path,
            "number": len(found.findings),
        },
    )


def _groups(found: Review) -> list[tuple[str, str, Sequence[Rested]]]:
    """Return each group's name in the address, its title, and what is in it."""
    by_severity: list[tuple[str, str, Sequence[Rested]]] = [
        (
            str(severity),
            title,
            [(each, "") for each in found.findings if each.severity == severity],
        )
        for severity, title in (
            (Severity.ERROR, _("Fel")),
            (Severity.WARNING, _("Varningar")),
            (Severity.NOTE, _("Påpekanden")),
        )
    ]
    resting = [(each.finding, each.acceptance.reason) for each in found.resting]
    return [*by_severity, (RESTING, _("Godtagna, vilar"), resting)]


def _group(
    name: str, title: str, rows: Sequence[Rested], visit: Visit, chosen: str
) -> showing.Shown:
    """Return a group as the page shows it; only what stands on the page is drawn."""
    asked = visit.GET.get("page") if name == chosen else None
    pages = Paginator(rows, ON_A_PAGE).get_page(asked)
    return {
        "name": name,
        "title": title,
        "number": len(rows),
        "url": f"{visit.path}?{urlencode({GROUP: name})}",
        "is_here": name == chosen,
        "pages": pages,
        "findings": [
            finding_shown(finding, visit, is_alone=name == RESTING)
            | {"accepted_reason": reason}
            for finding, reason in pages
        ],
    }


def accept(request: HttpRequest, cooperation: str, anchor: str) -> HttpResponse:
    """Ask for a reason, and let the finding rest when one is given."""
    visit = cast("Visit", request)
    finding = next(
        (
            each
            for each in latest_review(visit.today).findings
            if anchor_of(each) == anchor
        ),
        None,
    )
    if finding is None:
        raise Http404
    form = AcceptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor = Actor(visit.viewer.name, clock.now(), visit.viewer.user_id)
        reviews.accept(finding, reason=form.cleaned_data["reason"], actor=actor)
        messages.success(request, _("Iakttagelsen är godtagen och vilar."))
        return redirect("review", cooperation=cooperation)
    return render(
        request,
        "secretariat/accept_finding.html",
        {"finding": finding_shown(finding, visit, is_alone=True), "form": form},
    )


def anchor_of(finding: Finding) -> str:
    """Return the place that a finding has on the page, the same while facts stand."""
    return f"i-{finding.facts[:16]}"


def severity_word(finding: Finding) -> str:
    """Return how grave a finding is, in the language of the page."""
    return translated(finding.severity.swedish).capitalize()


def finding_shown(
    finding: Finding, visit: Visit, *, is_alone: bool = False
) -> showing.Shown:
    """Return a finding as the component of the page takes it."""
    may_accept = visit.viewer.has_any(TABLE["accept-finding"].roles)
    anchor = anchor_of(finding)
    return {
        "anchor": anchor,
        "kind": MARKS[finding.severity],
        "severity": severity_word(finding),
        "what": finding.what,
        "source": finding.says,
        "cure": finding.cure,
        "records": [
            (record.label, edit_links.edit_url(visit, record.section, record.key))
            for record in finding.records
        ],
        "accept_url": (
            reverse("accept-finding", args=[visit.cooperation.key, anchor])
            if may_accept and not is_alone
            else ""
        ),
    }
