"""Lays a document out anew with other words in it: the same blocks, rows and cells."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from radslag.formats.readers.model import (
    Block,
    Cell,
    Document,
    Heading,
    Place,
    Span,
    Table,
    Word,
)

Reword: TypeAlias = Callable[[Span, str], str]


def leaves(document: Document) -> Iterator[tuple[Span, str]]:
    """Give each text that stands by itself, with its span in the whole text."""
    at = 0
    for block in (*document.blocks, *document.aside):
        for text in texts_of(block):
            yield Span(at, at + len(text)), text
            at += len(text) + 1
        # A table without cells has an empty text, and takes its line all the same.
        at += 0 if texts_of(block) else 1


def texts_of(block: Block) -> list[str]:
    """Return the texts of a block's cells, or its own."""
    if isinstance(block, Table):
        return [cell.text for row in block.rows for cell in row]
    return [block.text]


class Layout:
    """Lays blocks out one after another, counting in both texts."""

    def __init__(self, reword: Reword) -> None:
        """Take what gives a text's new words."""
        self.reword = reword
        self.read = 0
        self.laid = 0

    def text(self, old: str, place: Place) -> tuple[str, Place]:
        """Lay out a text; return its new words and place."""
        new = self.reword(Span(self.read, self.read + len(old)), old)
        span = Span(self.laid, self.laid + len(new))
        self.read += len(old) + 1
        self.laid += len(new) + 1
        return new, place._replace(span=span)

    def block(self, block: Block) -> Block:
        """Lay out a block."""
        if isinstance(block, Table):
            return self.table(block)
        text, place = self.text(block.text, block.place)
        if isinstance(block, Heading) and not text.startswith(block.number):
            return replace(block, text=text, place=place, number="")
        return replace(block, text=text, place=place)

    def table(self, table: Table) -> Table:
        """Lay out a table, cell by cell."""
        start = self.laid
        rows = tuple(
            tuple(Cell(*self.text(cell.text, cell.place)) for cell in row)
            for row in table.rows
        )
        if not texts_of(table):
            self.read += 1
            self.laid += 1
        place = table.place._replace(span=Span(start, max(self.laid - 1, start)))
        return replace(table, rows=rows, place=place)


def reworded(
    document: Document, reword: Reword, forth: Callable[[Span], Span]
) -> Document:
    """Return the document with new words; `forth` gives where a span comes to stand."""
    layout = Layout(reword)
    blocks = tuple(layout.block(block) for block in document.blocks)
    aside = tuple(layout.block(block) for block in document.aside)
    words = tuple(at_new_place(word, forth) for word in document.words)
    return replace(
        document,
        title=new_title(document, blocks),
        blocks=blocks,
        aside=aside,
        words=words,
    )


def at_new_place(word: Word, forth: Callable[[Span], Span]) -> Word:
    """Return a word read out of a picture with where it stands now."""
    place = word.place._replace(span=forth(word.place.span))
    return replace(word, place=place)


def new_title(document: Document, blocks: tuple[Block, ...]) -> str:
    """Return the title, reworded where it is the text of a block."""
    both = zip(document.blocks, blocks, strict=True)
    return next(
        (new.text for old, new in both if old.text == document.title), document.title
    )
