"""Documents for the tests of mending: laid out as the readers lay them out."""

from radslag.formats.readers.composing import Draft, compose
from radslag.formats.readers.composing import paragraph as paragraph_of
from radslag.formats.readers.composing import table as table_of
from radslag.formats.readers.model import Document, FileKind, Word


def paragraphs(*texts: str, words: tuple[Word, ...] = ()) -> Document:
    return document(*map(paragraph_of, texts), words=words)


def with_table(text: str, rows: list[list[str]]) -> Document:
    return document(paragraph_of(text), table_of(rows, 1), paragraph_of(text))


def document(*drafts: Draft, words: tuple[Word, ...] = ()) -> Document:
    composition = compose(drafts)
    return Document(
        FileKind.TEXT,
        "",
        tuple(composition.blocks),
        tuple(composition.aside),
        words=words,
    )
