"""Läs in dokument: many files at once, and the readings so far."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from radslag.services.readings.listing import readings_of
from radslag.services.readings.sending import (
    MOST_FILE_MEGABYTES,
    SentFile,
    TooMuch,
    send,
)
from radslag.web import showing, uploads
from radslag.web.secretariat.readings.ways import (
    actor_of,
    cooperation_of,
    ways_of,
)

EACH_PAGE = 20
ACCEPTED = ".pdf,.docx,.xlsx,.txt,.md,.html,.htm,.eml,.png,.jpg,.jpeg,.tif,.tiff"


class ManyFiles(forms.FileInput):
    """A control where several files may be chosen."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All the files that were chosen."""

    def clean(self, chosen: Any, initial: Any = None) -> list[Any]:  # noqa: ANN401 - what a browser sent
        """Return the files; none at all is refused, an empty one is not."""
        files: list[Any] = [each for each in chosen or [] if each is not None]
        if not files:
            raise forms.ValidationError(self.error_messages["required"])
        return files


class FilesForm(forms.Form):
    """The one field where documents are chosen."""

    documents = ManyFilesField(
        label=gettext_lazy("Handlingar"),
        help_text=gettext_lazy(
            "PDF, DOCX, XLSX, text, webbsidor, e-post och bilder. Högst 50 MB per fil "
            "och 100 filer åt gången. Inget blir en uppgift i samverkan förrän du har "
            "granskat det och sagt ja."
        ),
        widget=ManyFiles(attrs={"accept": ACCEPTED, "multiple": True}),
        error_messages={"required": gettext_lazy("Välj en eller flera filer.")},
    )


def readings(request: HttpRequest, cooperation: str = "") -> HttpResponse:
    """Ask for documents, take them in, and list the readings so far."""
    form = FilesForm()
    if request.method == "POST":
        form = FilesForm(request.POST, request.FILES)
        left_out = request.META.get(uploads.TOO_LARGE_MARK, [])
        if form.is_valid():
            try:
                return _sent(request, form.cleaned_data["documents"], left_out)
            except TooMuch as too_much:
                form.add_error("documents", str(too_much))
        elif left_out:
            form.errors.pop("documents", None)
            form.add_error("documents", _too_large(left_out))
    ways = ways_of(request)
    rows = Paginator(readings_of(cooperation_of(request)), EACH_PAGE)
    page = rows.get_page(request.GET.get("page"))
    return render(
        request,
        "secretariat/readings/readings.html",
        {
            "form": form,
            "ways": ways.to(),
            "readings": [
                showing.reading_line(each, ways.to("one", each.pk)) for each in page
            ],
            "pages": _pages(page),
            "is_first": not ways.cooperation,
        },
    )


def _sent(
    request: HttpRequest, files: "list[UploadedFile[bytes]]", left_out: list[str]
) -> HttpResponse:
    sent = [SentFile(each.name or "", each.size or 0, each.read) for each in files]
    reading = send(actor_of(request), cooperation_of(request), sent)
    if left_out:
        messages.warning(request, _too_large(left_out))
    return redirect(ways_of(request).to("one", reading.pk))


def _too_large(names: list[str]) -> str:
    return ngettext(
        "%(names)s är större än %(most)s MB och togs inte emot. Dela upp den och läs "
        "in delarna var för sig.",
        "%(names)s är större än %(most)s MB och togs inte emot. Dela upp dem och läs "
        "in delarna var för sig.",
        len(names),
    ) % {"names": ", ".join(names), "most": MOST_FILE_MEGABYTES}


def _pages(page: Any) -> dict[str, Any]:  # noqa: ANN401 - a page of rows
    return {
        "has_other_pages": page.has_other_pages(),
        "has_previous": page.has_previous(),
        "has_next": page.has_next(),
        "number": page.number,
        "paginator": page.paginator,
        "previous_page_number": page.previous_page_number()
        if page.has_previous()
        else 1,
        "next_page_number": page.next_page_number() if page.has_next() else 1,
    }
