"""A document of a reading: its text with the words framed, or the picture of a page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.records.models import PagePicture, ProposedRecord, Reading, ReadingFile
from radslag.services.readings.source_text import (
    Excerpt,
    Frame,
    excerpt_of,
    picture_of,
)
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.shown import telling_quotes
from radslag.web.secretariat.readings.ways import (
    Ways,
    file_of,
    number_in,
    reading_of,
    review_url,
    ways_of,
)

TEXT, PICTURE = "text", "bild"
Box = tuple[float, float, float, float]
SPARE_POINTS = 2.0


def document(
    request: HttpRequest, number: int, file: int, cooperation: str = ""
) -> HttpResponse:
    """Show a document; only its part of the page when a script asks."""
    reading = reading_of(request, number)
    shown = pane(request, reading, file_of(reading, file), ways_of(request))
    is_part = request.headers.get("X-Radslag-Part") == "reading"
    name = "_document" if is_part else "document"
    post = number_in(request, "post")
    back = review_url(ways_of(request), reading, post=post)
    context = {"document": shown, "back_url": back}
    return render(request, f"secretariat/readings/{name}.html", context)


def picture(
    request: HttpRequest, number: int, file: int, page: int, cooperation: str = ""
) -> HttpResponse:
    """Give the picture of a page."""
    reading = reading_of(request, number)
    rows = PagePicture.objects.filter(file__reading=reading, file=file, page=page)
    return picture_answer(rows.first())


def picture_answer(picture: PagePicture | None) -> HttpResponse:
    """Return a picture as an answer, or that there is none."""
    if picture is None:
        raise Http404
    return HttpResponse(bytes(picture.png), content_type="image/png")


def pane(
    request: HttpRequest,
    reading: Reading,
    file: ReadingFile,
    ways: Ways,
    record: ProposedRecord | None = None,
) -> dict[str, Any]:
    """Return the document's part of a page, at the words that the address names.

    Or at the first words of a proposed record.
    """
    post = record or _record(reading, number_in(request, "post"))
    quote = _asked(request, file, post, is_given=record is not None)
    quotes = _quotes(post, file) if post else []
    frames = [Frame(each["start"], each["end"], each is quote) for each in quotes]
    if quote and quote not in quotes:
        frames.append(Frame(quote["start"], quote["end"], is_asked=True))
    is_whole = "hela" in request.GET
    said = {"fran": number_in(request, "fran"), "till": number_in(request, "till")}
    if quote:
        said = {"fran": quote["start"], "till": quote["end"]}
    page = quote["page"] if quote else number_in(request, "sida")
    drawn = picture_of(file, page)
    way = request.GET.get("som") or (PICTURE if drawn else TEXT)
    words = said | {"sida": page, "post": post.pk if post else None}

    def to(**more: Any) -> str:
        return ways.to("document", reading.pk, file.pk, **(words | more))

    found = shown_document(
        file,
        excerpt_of(file, frames, is_whole=is_whole),
        is_picture=way == PICTURE and drawn is not None,
    )
    found |= {
        "whole_url": to(som=TEXT, hela=1),
        "text_url": to(som=TEXT),
        "picture_url": to(som=PICTURE) if drawn else "",
    }
    if drawn is not None:
        address = ways.to("picture", reading.pk, file.pk, drawn.page)
        found["picture"] = picture_shown(drawn, address, [quote] if quote else [])
    return found


def shown_document(
    file: ReadingFile, excerpt: Excerpt, *, is_picture: bool
) -> dict[str, Any]:
    """Return what every page that shows a document needs to know of it."""
    return {
        "id": file.pk,
        "name": file.name,
        "title": file.title or file.name,
        "kind": translated(file.get_kind_display()),
        "is_whole": file.is_whole,
        "remarks": file.remarks,
        "excerpt": excerpt,
        "is_picture": is_picture,
        "has_text": bool(file.text),
    }


def picture_shown(
    picture: PagePicture, address: str, quotes: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return a page's picture with the frames to be drawn over it."""
    return {
        "url": address,
        "page": picture.page,
        "width": round(picture.width_points, 1),
        "height": round(picture.height_points, 1),
        "frames": [frame_shown(each["box"]) for each in quotes if each.get("box")],
        "alt": _("Sidan %(page)s som bild") % {"page": picture.page},
    }


def frame_shown(box: Box) -> dict[str, float]:
    """Return a frame with a little room around the words."""
    left, top, right, bottom = box
    return {
        "x": round(left - SPARE_POINTS, 1),
        "y": round(top - SPARE_POINTS, 1),
        "width": round(right - left + 2 * SPARE_POINTS, 1),
        "height": round(bottom - top + 2 * SPARE_POINTS, 1),
    }


def _record(reading: Reading, number: int | None) -> ProposedRecord | None:
    if number is None:
        return None
    found: ProposedRecord | None = reading.proposals.filter(pk=number).first()
    return found


def _quotes(record: ProposedRecord, file: ReadingFile) -> list[dict[str, Any]]:
    return [each for each in telling_quotes(record) if each["file"] == file.pk]


def _asked(
    request: HttpRequest,
    file: ReadingFile,
    record: ProposedRecord | None,
    *,
    is_given: bool,
) -> dict[str, Any] | None:
    """Return the quote that the address names, or a record's first one."""
    quotes = _quotes(record, file) if record else []
    first, last = number_in(request, "fran"), number_in(request, "till")
    if not is_given and first is not None and last is not None:
        same = (q for q in quotes if (q["start"], q["end"]) == (first, last))
        page = number_in(request, "sida")
        given = {"start": first, "end": last, "page": page, "box": None}
        return next(same, given)
    return quotes[0] if quotes else None
