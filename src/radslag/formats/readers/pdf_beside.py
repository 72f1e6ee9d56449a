"""What a PDF file holds beside its pages' text: notes, fields, programs, signatures."""

import ctypes
import re
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium2
import pypdfium2.raw as pdfium

from radslag.formats.readers.composing import Draft, Spot, paragraph
from radslag.formats.readers.model import Part, ReadResult, Remark
from radslag.formats.readers.pdf_boxes import Handle
from radslag.formats.readers.refusals import Refused

ARCHIVE_END = b"PK\x05\x06"
ARCHIVE_TAIL = 70_000
WAITING = re.compile(r"please wait|vänta", re.IGNORECASE)
XFA_FORMS = (2, 3)
# Notes, typed text and fields on top of a page: the library's numbers for them.
NOTES_ON_PAGE = {1: b"Contents", 3: b"Contents", 20: b"V"}
LONGEST_NOTE = 20_000


def notes_on(page: Handle, number: int) -> Iterator[Draft]:
    """Give the notes, typed texts and filled fields that lie on top of a page."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        key = NOTES_ON_PAGE.get(pdfium.FPDFAnnot_GetSubtype(note))
        if key is not None and (text := note_text(note, key)):
            yield paragraph(text, Spot(number), Part.COMMENT)
        pdfium.FPDFPage_CloseAnnot(note)


def note_text(note: Handle, key: bytes) -> str:
    """Return a note's text."""
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < length <= LONGEST_NOTE:  # noqa: PLR2004 - two bytes are an empty text.
        return ""
    room = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(note, key, room, length)
    return bytes(room).decode("utf-16-le", "replace").rstrip("\0")


def remarks_of(
    file: pdfium2.PdfDocument,
    content: bytes,
    text: str,
    attachments: Iterable[ReadResult],
) -> Iterator[Remark]:
    """Give what a reader of the document should know."""
    if pdfium.FPDF_GetFormType(file) in XFA_FORMS:
        if WAITING.search(text) or not text:
            raise Refused("form")
        yield Remark("Filen är också ett formulär; bara sidorna lästes.", is_loss=True)
    if ARCHIVE_END in content[-ARCHIVE_TAIL:] and b"PK\x03\x04" in content:
        yield Remark("Filen är också ett arkiv; bara dess PDF lästes.", is_loss=True)
    yield from remarks_on_programs(file, content)
    for attachment in attachments:
        if attachment.refusal is not None:
            what = f"Den inbäddade filen lästes inte. {attachment.refusal}"
            yield Remark(what, attachment.name, is_loss=True)


def remarks_on_programs(file: pdfium2.PdfDocument, content: bytes) -> Iterator[Remark]:
    """Give a remark on each thing that wants to do something, and did not."""
    if pdfium.FPDFDoc_GetJavaScriptActionCount(file) > 0 or b"/JavaScript" in content:
        yield Remark("Filen har program (JavaScript); de kördes inte.")
    if b"/Launch" in content:
        yield Remark("Filen har en länk som startar program; den följdes inte.")
    if pdfium.FPDF_GetSignatureCount(file) > 0 and content.count(b"%%EOF") > 1:
        yield Remark("Filen är underskriven och kan ha ändrats efteråt.")
