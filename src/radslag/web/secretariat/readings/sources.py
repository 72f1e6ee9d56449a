"""Källa: the words that a record was read from, framed in their own document."""

from collections.abc import Sequence
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import ReadingState
from radslag.formats.cooperation_file import SHAPES
from radslag.records.models import Citation, PagePicture, ReadingFile
from radslag.records.sections import SECTIONS
from radslag.services.naming import kind_of, label_of
from radslag.services.readings.attached import own_name
from radslag.services.readings.source_text import (
    Frame,
    excerpt_of,
    picture_of,
    stored_file,
)
from radslag.services.records_read import Names, names_of
from radslag.web import showing
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.documents import (
    PICTURE,
    TEXT,
    picture_answer,
    picture_shown,
    shown_document,
)
from radslag.web.secretariat.readings.shown import certainty_shown

WHOLE = "hela"


def source(
    request: HttpRequest, cooperation: str, section: str, key: str
) -> HttpResponse:
    """Show the words of a record in their document, the asked ones framed.

    Where no document is kept, the record's own page tells its sources.
    """
    if section not in SECTIONS or "\0" in key:
        raise Http404
    citations = _citations(section, key)
    asked = _asked(citations, request.GET.get("hanvisning", ""))
    document_key = (
        asked.document.key if asked else key if section == "documents" else ""
    )
    file = stored_file(document_key) if document_key else None
    if file is None:
        return redirect(showing.record_address(section, key, cooperation) + "#kalla")
    names: Names = names_of([(section, key)])
    return render(
        request,
        "secretariat/readings/source.html",
        {
            "name": names.get((section, key), file.title or key),
            "kind": translated(kind_of(section)),
            "record_url": showing.record_address(section, key, cooperation),
            "document": _document(request, file, asked, citations),
            "file_url": reverse("source-file", args=[cooperation, file.pk])
            if file.sha256
            else "",
            "outer": _outer(file, cooperation),
            "citations": [_shown(each, asked, cooperation) for each in citations],
        },
    )


def _citations(section: str, key: str) -> list[Citation]:
    rows = Citation.objects.filter(section=section, record_key=key)
    order = ["", *SHAPES[section].columns]
    return sorted(
        rows.select_related("document").order_by("pk"),
        key=lambda row: order.index(row.field) if row.field in order else len(order),
    )


def _asked(citations: Sequence[Citation], key: str) -> Citation | None:
    """Return the citation that is asked for, or the first that tells most.

    What a record belongs to, and its kind, say less of it than the rest.
    """
    named = next((each for each in citations if each.key == key), None)
    placed = [each for each in citations if each.starts_at_character is not None]
    telling = [each for each in placed if not _is_plain(each)]
    return named or next(iter([*telling, *placed, *citations]), None)


def _is_plain(citation: Citation) -> bool:
    references = SHAPES[citation.section].references
    return citation.field == "kind" or citation.field in references


def _document(
    request: HttpRequest,
    file: ReadingFile,
    asked: Citation | None,
    citations: Sequence[Citation],
) -> dict[str, Any]:
    here = [each for each in citations if each.document.key == file.document_key]
    frames = [
        Frame(each.starts_at_character, each.ends_at_character, each is asked)
        for each in here
        if each.starts_at_character is not None and each.ends_at_character is not None
    ]
    drawn = picture_of(file, asked.page if asked else None)
    way = request.GET.get("som") or (PICTURE if drawn else TEXT)
    is_picture = way == PICTURE and drawn is not None
    excerpt = excerpt_of(file, frames, is_whole=WHOLE in request.GET or not frames)
    found = shown_document(file, excerpt, is_picture=is_picture)
    words = f"hanvisning={asked.key}" if asked else ""
    found |= {
        "text_url": f"?som={TEXT}&{words}",
        "whole_url": f"?som={TEXT}&{WHOLE}=1&{words}",
        "picture_url": f"?som={PICTURE}&{words}" if drawn else "",
    }
    if drawn is not None:
        key = cast("Visit", request).cooperation.key
        address = reverse("source-picture", args=[key, file.pk, drawn.page])
        found["picture"] = picture_shown(drawn, address, _boxes(file, asked))
    return found


def _boxes(file: ReadingFile, asked: Citation | None) -> list[dict[str, Any]]:
    """Return the frame of the asked words on the page, as the reading kept it."""
    if asked is None:
        return []
    rows = file.reading.proposals.filter(section=asked.section, key=asked.record_key)
    values = rows.values_list("values", flat=True).first() or {}
    quotes = values.get(asked.field, {}).get("quotes", [])
    return [
        quote
        for quote in quotes
        if quote["start"] == asked.starts_at_character and quote["file"] == file.pk
    ]


def _shown(
    citation: Citation, asked: Citation | None, cooperation: str
) -> dict[str, Any]:
    address = reverse(
        "source", args=[cooperation, citation.section, citation.record_key]
    )
    label = label_of(citation.section, citation.field) if citation.field else ""
    return {
        "label": translated(label) if label else _("hela posten"),
        "url": f"{address}?hanvisning={citation.key}",
        "is_asked": citation is asked,
        "document": citation.document.title,
        "place": citation.place,
        "words": citation.words,
        "certainty": certainty_shown(citation.certainty),
        "is_inference": citation.is_inference,
        "reason": citation.reason,
    }


def _outer(file: ReadingFile, cooperation: str) -> dict[str, str] | None:
    """Return the file that this one came inside, if it did."""
    if file.within is None:
        return None
    address = reverse("source-file", args=[cooperation, file.within.pk])
    return {"name": file.within.name, "url": address}


def _kept_files(cooperation: str) -> Any:  # noqa: ANN401 - a queryset of files
    return ReadingFile.objects.filter(
        reading__cooperation__key=cooperation, reading__state=ReadingState.APPLIED
    )


def source_picture(
    request: HttpRequest, cooperation: str, file: int, page: int
) -> HttpResponse:
    """Give the picture of a page of a kept document."""
    rows = PagePicture.objects.filter(file__in=_kept_files(cooperation), file=file)
    return picture_answer(rows.filter(page=page).first())


def source_file(request: HttpRequest, cooperation: str, file: int) -> HttpResponse:
    """Give a kept document just as it was sent, to be saved and never opened here."""
    rows = _kept_files(cooperation).exclude(sha256="").select_related("within")
    large = ("text", "within__content", "within__text", "within__places")
    found = rows.defer(*large).filter(pk=file).first()
    if found is None:
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = _as_attachment(own_name(found))
    return answer


def _as_attachment(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
