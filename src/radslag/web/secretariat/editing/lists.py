"""Everything that can be edited: the kinds of record, and the records of one kind."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from radslag.web import edit_links
from radslag.web.secretariat.editing.editors import EDITORS
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.visiting import editor_of, visit_of

ON_A_PAGE = 50
# Every kind that has a form stands under one subject; a test holds the two together.
SUBJECTS = (
    (_("Kommuner"), ("municipalities", "memberships", "populations")),
    (_("Avtalet"), ("agreements", "paragraphs", "terms", "signatures")),
    (_("Organisation"), ("bodies", "people", "appointments", "terms_of_office",
                         "outside_parties")),
    (_("Program och mål"), ("programmes", "goals", "indicators", "observations")),
    (_("Antaganden"), ("adoptions", "separate_statements", "dissents")),
    (_("Plan"), ("plans", "activities", "follow_ups", "presentations", "conferences")),
    (_("Ekonomi"), ("budget_lines", "budget_outcomes", "fees", "special_grants",
                    "grant_shares")),
    (_("Möten"), ("meetings", "meeting_notices", "agenda_items", "attendance",
                  "decisions", "minutes", "verifiers")),
    (_("Ärenden och handlingar"), ("matters", "papers", "deliveries", "referrals",
                                   "referral_responses")),
)  # fmt: skip


def sections(request: HttpRequest, cooperation: str) -> HttpResponse:
    """List every kind of record that has a form."""
    return render(
        request,
        "secretariat/editing/sections.html",
        {
            "groups": [
                (heading, [_listed(cooperation, each) for each in of_subject])
                for heading, of_subject in SUBJECTS
            ]
        },
    )


def _listed(cooperation: str, section: str) -> tuple[str, str]:
    address = reverse("edit-section", args=[cooperation, section])
    return capfirst(EDITORS[section].plural), address


def section(request: HttpRequest, cooperation: str, section: str) -> HttpResponse:
    """List the records of one kind, each leading to its form."""
    visit, editor = visit_of(request), editor_of(section)
    pages = Paginator(editor.records(), ON_A_PAGE).get_page(request.GET.get("page"))
    needs_parent = bool(editor.form.parents)
    return render(
        request,
        "secretariat/editing/section.html",
        {
            "heading": capfirst(editor.plural),
            "pages": pages,
            "rows": [
                (name_of(row), edit_links.edit_url(visit, section, row.key))
                for row in pages
            ],
            "adds": editor.adds,
            "add_url": "" if needs_parent else edit_links.add_url(visit, section),
        },
    )
