"""File names: shown to people, and never used to open or write anything."""

import re

from radslag.formats.readers.characters import tidy
from radslag.formats.readers.model import FileKind

LONGEST = 120
NAMELESS = "fil utan namn"
ENDINGS = {
    ".txt": FileKind.TEXT, ".md": FileKind.MARKDOWN, ".docx": FileKind.DOCX,
    ".pdf": FileKind.PDF, ".xlsx": FileKind.XLSX, ".html": FileKind.HTML,
    ".htm": FileKind.HTML, ".eml": FileKind.EML, ".png": FileKind.PICTURE,
    ".jpg": FileKind.PICTURE, ".jpeg": FileKind.PICTURE, ".tif": FileKind.PICTURE,
    ".tiff": FileKind.PICTURE,
}  # fmt: skip
SWEDISH = {
    FileKind.TEXT: "en textfil", FileKind.MARKDOWN: "en textfil",
    FileKind.DOCX: "ett DOCX-dokument", FileKind.PDF: "en PDF",
    FileKind.PICTURE: "en bild", FileKind.XLSX: "en arbetsbok (XLSX)",
    FileKind.HTML: "en webbsida", FileKind.EML: "ett e-postbrev",
}  # fmt: skip


def shown_name(name: str) -> str:
    """Return the name as it may be shown: the last part, without hidden marks."""
    last = tidy(re.split(r"[/\\]", name.replace("\0", ""))[-1])
    last = last.strip(". ")
    if len(last) > LONGEST:
        ending = suffix(last)[:8]
        last = last[: LONGEST - len(ending) - 1] + "…" + ending
    return last or NAMELESS


def suffix(name: str) -> str:
    """Return a name's ending with its dot, if it has one."""
    before, dot, after = name.rpartition(".")
    return dot + after if before else ""


def lie_of(name: str, kind: FileKind) -> str:
    """Return a sentence if the name's ending says another kind, else nothing."""
    stated = ENDINGS.get(suffix(name.lower()))
    if stated is None or SWEDISH[stated] == SWEDISH[kind]:
        return ""
    return f"Filens namn säger {SWEDISH[stated]}, men innehållet är {SWEDISH[kind]}."
