"""PDF files and pictures that hide, run, swell or are not what they seem."""

# ruff: noqa: E501 - a table of cases is read by its columns.

import zlib

from tests.formats.readers.hostile import INCOMPLETE, READ, Case
from tests.formats.readers.written_files import Pdf, docx, pdf, png, shown

PDF, PICTURE, POLYGLOT = "PDF", "Bilder", "Flera slag i en fil"
LINE = shown("En rad om kommunernas samverkan i en vanlig fil.")
SCRIPT = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
LAUNCH = "/OpenAction << /S /Launch /F (calc.exe) >>"


def with_embedded() -> bytes:
    """Return a PDF with a text file in it."""
    made = Pdf()
    inside = made.stream(
        "Texten i den inbäddade filen.\n".encode(), "/Type /EmbeddedFile"
    )
    spec = made.add(
        f"<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F {inside} 0 R >> >>"
    )
    font = made.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    drawn = made.stream(LINE.encode("cp1252"))
    page = made.add(
        f"<< /Type /Page /Parent 6 0 R /MediaBox [0 0 595 842] /Contents {drawn} 0 R "
        f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
    )
    made.add(f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>")
    names = f"/Names << /EmbeddedFiles << /Names [(a.txt) {spec} 0 R] >> >>"
    return made.file(made.add(f"<< /Type /Catalog /Pages 6 0 R {names} >>"))


def form() -> bytes:
    """Return a form whose only page asks the reader to wait."""
    return pdf(
        shown("Please wait... the document is being prepared."),
        root="/AcroForm << /Fields [] /XFA [(template) 1 0 R] >>",
    )


def ring() -> bytes:
    """Return a file whose tree of pages has itself for a page."""
    made = Pdf()
    made.add("<< /Type /Pages /Kids [1 0 R] /Count 1 >>")
    return made.file(made.add("<< /Type /Catalog /Pages 1 0 R >>"))


def without_text() -> bytes:
    """Return a page that is a grey picture and nothing else."""
    made = Pdf()
    inside = zlib.compress(bytes([200]) * 400 * 400)
    picture = made.stream(
        inside,
        "/Type /XObject /Subtype /Image /Width 400 /Height 400 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    drawn = made.stream(b"q 595 0 0 842 0 0 cm /P Do Q")
    page = made.add(
        f"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents {drawn} 0 R "
        f"/Resources << /XObject << /P {picture} 0 R >> >> >>"
    )
    made.add(f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>")
    return made.file(made.add("<< /Type /Catalog /Pages 4 0 R >>"))


def signed() -> bytes:
    """Return a file with a signature, and something added after it."""
    field = "<< /FT /Sig /T (S) /V << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >> >>"
    made = pdf(LINE, root=f"/AcroForm << /SigFlags 3 /Fields [{field}] >>")
    return made + b"% changed\n%%EOF\n"


def swollen() -> bytes:
    """Return a page whose few kilobytes unpack to 400 MB of nothing."""
    return pdf(LINE.encode("cp1252") + b" " * 400_000_000, packed=True)


CASES = (
    Case(PDF, "vanlig fil", lambda: pdf(LINE), READ, ("kommunernas samverkan",)),
    Case(PDF, "program (JavaScript)", lambda: pdf(LINE, root=SCRIPT), READ,
         ("JavaScript", "kommunernas samverkan")),
    Case(PDF, "länk som startar program", lambda: pdf(LINE, root=LAUNCH), READ,
         ("startar program",)),
    Case(PDF, "inbäddad fil", with_embedded, READ, ("Texten i den inbäddade filen.",)),
    Case(PDF, "formulär som bara visas i Acrobat (XFA)", form, "form"),
    Case(PDF, "1 001 sidor", lambda: pdf(*["" for _ in range(1_001)]), "too_many_pages"),
    Case(PDF, "sida på 20 km", lambda: pdf(LINE, page="/MediaBox [0 0 56692913 842]"),
         "page_too_large"),
    Case(PDF, "sidträd som går runt", ring, "bad_pdf"),
    Case(PDF, "förvanskad innehållstabell",
         lambda: pdf(LINE).replace(b"startxref\n", b"startxref\n9"), READ,
         ("kommunernas samverkan",)),
    Case(PDF, "låst med lösenord", lambda: pdf(
        LINE, trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + "00" * 32 + "> /U <" + "00" * 32 + "> >>"), "encrypted"),
    Case(PDF, "tomt textlager: en grå bild", without_text, INCOMPLETE, ("Ej läst",)),
    Case(PDF, "vit text", lambda: pdf(LINE + "1 1 1 rg " + shown("Vita ord", y=600)), READ,
         ("Vita ord",)),
    Case(PDF, "text utanför sidan", lambda: pdf(LINE + shown("Utanför", x=900)), READ,
         ("Utanför",)),
    Case(PDF, "text en halv punkt hög", lambda: pdf(LINE + shown("Pytteliten", y=600, size=0.5)),
         READ, ("Pytteliten",)),
    Case(PDF, "vriden sida", lambda: pdf(LINE, page="/MediaBox [0 0 595 842] /Rotate 90"),
         READ, ("kommunernas samverkan",)),
    Case(PDF, "sida utan något", lambda: pdf(LINE, ""), READ),
    Case(PDF, "avkortad fil", lambda: pdf(LINE)[:300], "bad_pdf"),
    Case(PDF, "bara första raden", lambda: b"%PDF-1.7\n" + b"x" * 300, "bad_pdf"),
    Case(PDF, "underskriven och sedan ändrad", signed, READ, ("ändrats efteråt",)),
    Case(PDF, "400 MB i en packad ström", swollen, "memory"),
    Case(PICTURE, "bild på 400 miljoner punkter", lambda: png(20_000, 20_000),
         "picture_too_large"),
    Case(PICTURE, "avkortad bild", lambda: png(300, 300)[:60], "bad_picture"),
    Case(PICTURE, "bild utan text", lambda: png(
        60, 60, zlib.compress((b"\0" + b"\xff" * 60) * 60)), INCOMPLETE,
         ("Ingen text kunde läsas",)),
    Case(POLYGLOT, "PDF som också är ett arkiv", lambda: pdf(LINE) + docx(), INCOMPLETE,
         ("också ett arkiv",)),
    Case(POLYGLOT, "GIF som också är en webbsida",
         lambda: b"GIF89a/*<html><body><script>alert(1)</script>", "bad_picture"),
    Case(POLYGLOT, "SVG med program", lambda: b'<svg xmlns="http://www.w3.org/2000/svg">'
         b"<script>alert(1)</script></svg>", "unknown_kind"),
    Case(POLYGLOT, "webbsida som heter PDF", lambda: b"<html><body><p>Sidans text</p>"
         b"<script>farligt()</script></body></html>", READ, ("Sidans text", "en webbsida"),
         ("farligt",), name="plan.pdf"),
    Case(POLYGLOT, "DOCX som heter TXT", docx, READ, ("ett DOCX-dokument",), name="a.txt"),
    Case(POLYGLOT, "program", lambda: b"\x7fELF\2\1\1" + bytes(range(200)), "unknown_kind",
         name="protokoll.pdf"),
)  # fmt: skip
