"""Which kind of file this is, told from its first bytes and never from its name."""

import re

from radslag.formats.readers.model import FileKind
from radslag.formats.readers.refusals import Refused

HEAD = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"PK\x07\x08")
ARCHIVES_LATER = ((257, b"ustar"),)
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
SVG = re.compile(rb"<svg\b", re.IGNORECASE)
LETTER_FIELD = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|content-type|"
    rb"return-path|delivered-to)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$)", re.M
)
# Outlook's packing of a letter's text and files.
PACKED_LETTER = b"\x78\x9f\x3e\x22"
# How a mail box parts its letters.
PARTING = re.compile(rb"From [^\r\n]*\r?\n")
FIRST_FIELD = re.compile(rb"^[A-Za-z][A-Za-z0-9-]*[ \t]*:")
TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
CONTROL = bytes(sorted({*range(32)} - {9, 10, 11, 12, 13, 26, 27}))
# Of a hundred bytes, more control characters than this is no text.
MOST_CONTROL_PERCENT = 2


def kind_of(content: bytes) -> FileKind:
    """Return the kind of file; archives are told apart by what they hold elsewhere.

    Raises Refused for what is not read at all.
    """
    head = content[:HEAD]
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused("empty")
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return FileKind.DOCX
    refuse_known(content)
    if head.startswith(PACKED_LETTER):
        return FileKind.EML
    if head.startswith(PICTURES) or head[8:12] == b"WEBP":
        return FileKind.PICTURE
    return kind_of_text(head)


def refuse_known(content: bytes) -> None:
    """Refuse the kinds that are known, and known not to be read."""
    head = content[:HEAD]
    if head.startswith(OLE):
        raise Refused(kind_of_ole(content))
    if head.startswith(b"{\\rtf"):
        raise Refused("other_office")
    if head.startswith(ARCHIVES) or any(
        head[start : start + len(mark)] == mark for start, mark in ARCHIVES_LATER
    ):
        raise Refused("archive")


def kind_of_ole(content: bytes) -> str:
    """Tell what an old compound file is, by the names of its streams."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted"
    if "__substg1.0_".encode("utf-16-le") in content:
        return "outlook"
    return "old_office"


def kind_of_text(head: bytes) -> FileKind:
    """Return the kind of a file that is text, if it is."""
    plain = without_zeros(head)
    if is_binary(plain):
        raise Refused("unknown_kind")
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if is_letter(PARTING.sub(b"", start, count=1) if start[:5] == b"From " else start):
        return FileKind.EML
    if HTML.search(plain[:2048]) and start.startswith(b"<"):
        return FileKind.HTML
    if start.startswith((b"<?xml", b"<svg")) or SVG.search(plain[:1024]):
        raise Refused("unknown_kind")
    return FileKind.TEXT


def without_zeros(head: bytes) -> bytes:
    """Return the bytes of two-byte text as one-byte text, near enough to tell by."""
    is_marked = head.startswith(TEXT_MARKS[1:])
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return head.replace(b"\0", b"") if is_marked or zeros * 4 > len(head) else head


def is_binary(head: bytes) -> bool:
    """Tell whether there are more control characters than text has."""
    control = len(head) - len(head.translate(None, CONTROL))
    return control * 100 > len(head) * MOST_CONTROL_PERCENT


def is_letter(start: bytes) -> bool:
    """Tell whether the file begins with the fields of a letter."""
    fields = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    found = {match.lower() for match in LETTER_FIELD.findall(fields)}
    return FIRST_FIELD.match(start) is not None and len(found) > 1


def is_markdown(text: str) -> bool:
    """Tell whether the text has Markdown's headings or tables."""
    return MARKDOWN.search(text) is not None
