"""The agreement: its paragraphs, and the dated terms that rules run on."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.services import agreements
from radslag.web import showing, source_links
from radslag.web.gate import Visit


def agreement(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show the agreement as it stands today."""
    visit = cast("Visit", request)
    found = agreements.agreement_on(visit.today, visit.viewer)
    if found is None:
        return render(request, "public/agreement_empty.html")
    source_links.gather(visit, "paragraphs", "terms")
    paragraphs = [
        (line, showing.anchor_of(str(line.paragraph))) for line in found.paragraphs
    ]
    links = [
        (f"{line.paragraph} {line.paragraph.heading}", f"#{anchor}")
        for line, anchor in paragraphs
    ]
    if found.other_terms:
        links.append((_("Övriga villkor"), "#ovrigt"))
    return render(
        request,
        "public/agreement.html",
        {"agreement": found, "paragraphs": paragraphs, "links": links},
    )
