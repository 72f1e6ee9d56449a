"""The part of a document that an extractor reads: its blocks, its kind, its year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Block, Heading, Part, Table
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.source import Piece, Source

# What stands in the running text but tells nothing of the subject.
NOT_READ = (Part.CONTENTS, Part.DELETED, Part.BOILERPLATE)


@dataclass(frozen=True)
class Portion:
    """A recognised part, its document's text, and the year it is of, where known.

    `of` is the document's own kind: a budget in an annual plan's annex is of a plan.
    """

    source: Source
    part: PartOfDocument
    year: int | None = None
    of: DocumentKind = DocumentKind.PAPER

    @property
    def kind(self) -> DocumentKind:
        """The kind that the part was recognised as."""
        return self.part.kind

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the part in reading order, tables of contents left out."""
        blocks = self.source.document.blocks[self.part.first : self.part.last]
        return tuple(block for block in blocks if block.part not in NOT_READ)

    def piece(self, block: Block) -> Piece:
        """Return the piece that a block is."""
        return self.source.piece(block)

    @cached_property
    def whole(self) -> Piece:
        """The whole part as one piece, contents and all."""
        blocks = self.source.document.blocks[self.part.first : self.part.last]
        if not blocks:
            return Piece(self.source, 0, 0)
        first, last = blocks[0].place.span, blocks[-1].place.span
        return Piece(self.source, first.start, last.end)

    def pieces(self) -> Iterator[Piece]:
        """Give every block but tables as a piece."""
        return (self.piece(b) for b in self.blocks if not isinstance(b, Table))

    def under_headings(self) -> "Iterator[tuple[Heading | None, tuple[Block, ...]]]":
        """Give the part cut at its headings: each heading with the blocks under it."""
        heading: Heading | None = None
        below: list[Block] = []
        for block in self.blocks:
            if isinstance(block, Heading):
                if heading or below:
                    yield heading, tuple(below)
                heading, below = block, []
            else:
                below.append(block)
        if heading or below:
            yield heading, tuple(below)
