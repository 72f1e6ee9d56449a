"""Texts read for tests as the readers read them, without their child process."""

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Document
from radslag.formats.readers.plain_text import read_plain_text
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Source


def document_of(text: str) -> Document:
    """Return a text as the document that reading it gives."""
    return read_plain_text(text.encode())


def source_of(text: str, key: str = "text") -> Source:
    """Return a text as a source that pieces can be cut from."""
    return Source(key, document_of(text))


def portion_of(
    text: str, kind: DocumentKind, year: int | None = None, key: str = "text"
) -> Portion:
    """Return a whole text as one part of a kind."""
    source = source_of(text, key)
    blocks = source.document.blocks
    part = PartOfDocument(kind, source.document.title, 0, len(blocks))
    return Portion(source, part, year, kind)
