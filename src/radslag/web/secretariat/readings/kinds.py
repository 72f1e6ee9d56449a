"""Saying what a document is, where it was not recognised or taken for another kind."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import DocumentKind, ReadingState
from radslag.records.models import Reading, ReadingFile
from radslag.services.readings import working
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.ways import file_of, reading_of, ways_of


class KindChoice(NamedTuple):
    """A kind that a document may be said to be."""

    value: str
    word: str
    is_present: bool


def say_kind(
    request: HttpRequest, number: int, file: int, cooperation: str = ""
) -> HttpResponse:
    """Let a reading be read again with one document as the kind it is said to be."""
    reading = reading_of(request, number)
    found = file_of(reading, file)
    said = request.POST.get("slag", "")
    if said not in {kind.value for kind in DocumentKind}:
        messages.error(request, _("Slaget finns inte. Inget är ändrat. Välj ett slag."))
    elif working.say_kind(found, DocumentKind(said)):
        told = _("%(name)s läses om som %(kind)s.")
        word = translated(DocumentKind(said).swedish)
        messages.success(request, told % {"name": found.name, "kind": word})
    else:
        messages.error(
            request,
            _(
                "Slaget går inte att ändra nu: filerna läses just nu eller är redan "
                "inlästa. Inget är ändrat."
            ),
        )
    return redirect(ways_of(request).to("one", reading.pk))


def kinds_of(reading: Reading, file: ReadingFile) -> list[KindChoice]:
    """Return what a document may be said to be; nothing where it is too late."""
    if reading.state != ReadingState.READ or not (file.document_key and file.sha256):
        return []
    return [
        KindChoice(kind.value, translated(kind.swedish), kind.value == file.kind)
        for kind in DocumentKind
    ]
