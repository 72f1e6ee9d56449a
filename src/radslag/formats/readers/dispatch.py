"""Reads one file here and now, by its kind.

Only the reading process may call it for anything but a short text.
"""

from dataclasses import replace
from functools import partial

from radslag.formats.readers import names
from radslag.formats.readers.kinds import kind_of
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import Document, FileKind, ReadResult, Remark
from radslag.formats.readers.refusals import Refused, refusal

# Libraries are imported by the reader that needs them, and by no other: a text file is
# read before the PDF library has even been found.
# ruff: noqa: PLC0415 - see above.


def read_here(content: bytes, name: str, depth: int = 0) -> ReadResult:
    """Return what became of the bytes; never raises for anything a file may hold."""
    shown = names.shown_name(name)
    try:
        document = read_document(content, shown, depth)
    except Refused as refused:
        return ReadResult(shown, refusal=refused.refusal)
    except MemoryError:
        return ReadResult(shown, refusal=refusal("memory"))
    except RecursionError:
        return ReadResult(shown, refusal=refusal("depth"))
    return ReadResult(shown, document)


def is_short_text(content: bytes) -> bool:
    """Tell whether this is a plain text so short that it needs no own process."""
    if len(content) > LIMITS.text_here_bytes:
        return False
    try:
        return kind_of(content) is FileKind.TEXT
    except Refused:
        return False


def read_document(content: bytes, name: str, depth: int) -> Document:
    """Return the document; raises Refused."""
    if len(content) > LIMITS.file_bytes:
        raise Refused("too_large")
    document = read_kind(content, kind_of(content), depth)
    lie = names.lie_of(name, document.kind)
    if not lie:
        return document
    return replace(document, remarks=(Remark(lie), *document.remarks))


def read_kind(content: bytes, kind: FileKind, depth: int) -> Document:
    """Return the document, read by the reader of its kind."""
    if kind is FileKind.TEXT:
        from radslag.formats.readers.plain_text import read_plain_text as read
    elif kind is FileKind.DOCX:
        return read_office(content)
    elif kind is FileKind.PDF:
        from radslag.formats.readers.pdf import read_pdf

        read = partial(read_pdf, read_within=read_here)
    elif kind is FileKind.PICTURE:
        from radslag.formats.readers.pictures import read_picture as read
    elif kind is FileKind.HTML:
        from radslag.formats.readers.web_page import read_web_page as read
    else:
        from radslag.formats.readers.letters import read_letter

        read = partial(read_letter, read_within=read_here, depth=depth)
    return read(content)


def read_office(content: bytes) -> Document:
    """Return the document of an archive, whose parts tell which kind it is."""
    from radslag.formats.readers.archives import kind_of_parts, open_parts

    parts = open_parts(content)
    if kind_of_parts(parts) is FileKind.DOCX:
        from radslag.formats.readers.docx import read_docx

        return read_docx(parts)
    from radslag.formats.readers.workbook import read_workbook

    return read_workbook(content, parts)
