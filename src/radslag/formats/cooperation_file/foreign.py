"""Files that are no cooperation files: recognised by their first bytes."""

from radslag.formats.cooperation_file.problems import BadFile, Problem

LARGEST = 50 * 1024 * 1024
_ADVICE = (
    "en samverkansfil är text i YAML eller JSON, och sådana skrivs ut med "
    "”radslag export”"
)
_SIGNS = (
    (b"%PDF", "en PDF-fil"),
    (b"SQLite format 3\x00", "en SQLite-databas"),
    (b"\xd0\xcf\x11\xe0", "ett äldre Office-dokument (DOC, XLS)"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"\x1f\x8b", "en packad fil (GZIP)"),
    (b"{\\rtf", "ett RTF-dokument"),
)
_OFFICE = (
    (b"word/", "ett Word-dokument (DOCX)"),
    (b"xl/", "en Excel-fil (XLSX)"),
    (b"ppt/", "en PowerPoint-fil (PPTX)"),
    (b"opendocument", "ett OpenDocument-dokument"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def text_of(content: bytes) -> str:
    """Return the file's text; raise BadFile when it is something else."""
    if len(content) > LARGEST:
        most = LARGEST // 1024 // 1024
        _refuse(f"filen är större än {most} MB, som är det mesta som läses")
    name = _foreign_name(content)
    if name:
        _refuse(f"det här är {name}, inte en samverkansfil", _ADVICE)
    return _decoded(content)


def _foreign_name(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        found = (name for sign, name in _OFFICE if sign in content)
        return next(found, "en packad fil (ZIP)")
    if content.lstrip()[:20].lower().startswith(_MARKUP):
        return "en webbsida eller XML-fil"
    return next((name for sign, name in _SIGNS if content.startswith(sign)), "")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse("filen är sparad som UTF-16", "spara den som UTF-8")
    if b"\x00" in content:
        _refuse("det här är inte en textfil", _ADVICE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(line, "", "filen är inte sparad som UTF-8",
                          "spara den som UTF-8 och försök igen")  # fmt: skip
        raise BadFile([problem]) from None


def _refuse(what: str, expected: str = "") -> None:
    raise BadFile([Problem(None, "", what, expected)])
