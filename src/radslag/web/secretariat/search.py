"""Search over everything in a cooperation: a page, and answers while typing."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.records.models import SearchEntry
from radslag.services.naming import kind_of
from radslag.services.search.finding import (
    Answers,
    Asked,
    Unsearchable,
    asked_for,
)
from radslag.services.search.kinds import Kind, kind_with
from radslag.services.search.snippets import marked, snippet
from radslag.web import showing
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.record_pages import readable_sections
from radslag.web.secretariat.shortcuts import shortcuts
from radslag.web.templatetags.radslag_text import day, number

ON_A_PAGE = 25
IN_THE_PALETTE = 8
# What a script asks for to show answers in the page that is open already.
PART = "X-Radslag-Part"


def search(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show what is found, by kind and page; the words asked for stay in the form."""
    visit = cast("Visit", request)
    text = request.GET.get("q", "").strip()
    found, problem = _found(text, visit)
    kind = kind_with(request.GET.get("slag", ""))
    shown: dict[str, Any] = {
        "text": text,
        "problem": problem,
        "kind": kind,
        "title": _("Sök"),
    }
    if found is not None:
        total = found.number_of(kind)
        pages = Paginator(range(total), ON_A_PAGE).get_page(request.GET.get("page"))
        entries = found.some(pages.start_index() - 1, ON_A_PAGE, kind) if total else []
        shown |= {
            "total": total,
            "summary": _summary(total),
            "kinds": _kinds(found, kind, cooperation),
            "hits": [_hit(each, found.asked, cooperation) for each in entries],
            "pages": pages,
        }
    is_part = PART in request.headers
    template = "search_answers.html" if is_part else "search.html"
    return render(request, f"secretariat/{template}", shown)


def palette(request: HttpRequest, cooperation: str) -> JsonResponse:
    """Answer the palette: what can be done, or what the words find."""
    visit = cast("Visit", request)
    text = request.GET.get("q", "").strip()
    if not text:
        return JsonResponse({"commands": shortcuts(request)})
    found, problem = _found(text, visit)
    if found is None:
        return JsonResponse({"hits": [], "summary": problem})
    total = found.total
    entries = found.some(0, IN_THE_PALETTE, None) if total else []
    hits = [
        {
            "label": entry.name,
            "detail": translated(kind_of(entry.section)),
            "url": showing.record_address(entry.section, entry.record_key, cooperation),
        }
        for entry in entries
    ]
    if total > len(hits):
        hits.append(_all_of(text, total, cooperation))
    return JsonResponse({"hits": hits, "summary": _summary(total)})


def _found(text: str, visit: Visit) -> tuple[Answers | None, str]:
    """Return what is found, or a sentence on why nothing can be looked for."""
    if not text:
        return None, ""
    try:
        return Answers(asked_for(text), readable_sections(visit.viewer)), ""
    except Unsearchable as refusal:
        return None, str(refusal)


def _summary(total: int) -> str:
    if not total:
        return _("Inga träffar")
    words = ngettext("%(number)s träff", "%(number)s träffar", total)
    return words % {"number": number(total)}


def _all_of(text: str, total: int, cooperation: str) -> showing.Shown:
    return {
        "label": _("Visa alla %(number)s träffar") % {"number": number(total)},
        "detail": "",
        "url": _address(cooperation, text),
    }


def _address(cooperation: str, text: str, kind: Kind | None = None) -> str:
    query = {"q": text} | ({"slag": kind.slug} if kind else {})
    return reverse("search", args=[cooperation], query=query)


def _kinds(
    found: Answers, chosen: Kind | None, cooperation: str
) -> list[showing.Shown]:
    """Return the kinds to choose between as links, all of them first."""
    text = found.asked.text
    every = {
        "label": _("Allt"),
        "number": found.total,
        "url": _address(cooperation, text),
        "is_chosen": chosen is None,
    }
    return [
        every,
        *(
            {
                "label": translated(kind.label),
                "number": total,
                "url": _address(cooperation, text, kind),
                "is_chosen": kind == chosen,
            }
            for kind, total in found.kinds
        ),
    ]


def _hit(entry: SearchEntry, asked: Asked, cooperation: str) -> showing.Shown:
    return {
        "name": marked(entry.name, asked),
        "kind": translated(kind_of(entry.section)),
        "text": snippet(entry.text, asked),
        "day": day(entry.dated_on),
        "url": showing.record_address(entry.section, entry.record_key, cooperation),
    }
