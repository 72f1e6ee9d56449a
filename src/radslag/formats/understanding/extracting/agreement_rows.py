"""Agreements whose paragraphs are the rows of a table, read as headings and texts."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from radslag.formats.readers.model import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Span,
    Table,
)
from radslag.formats.understanding.portion import NOT_READ, Portion

_LONGEST_HEADING: Final = 90
_SHORTENED: Final = re.compile(r"\s(?:m\.\s?m|m\.\s?fl|o\.\s?d|etc|dyl)\.$")
_FEWEST: Final = 2
_MOST_WORDS, _MOST_OF_LINE = 6, 4
_NAMES: Final = re.compile(r"[A-ZÅÄÖ][^\d:?!]*$")


class Unfolded(Portion):
    """An agreement whose paragraphs are rows of a table, read as if they were not."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, with a table of paragraphs as its headings and texts."""
        blocks = self.source.document.blocks[self.part.first : self.part.last]
        read = (block for block in blocks if block.part not in NOT_READ)
        return tuple(each for block in read for each in _unfolded(block))


def _unfolded(block: Block) -> Iterator[Block]:
    """Give each row's heading and text where most rows are a heading and sentences."""
    rows = block.rows if isinstance(block, Table) else ()
    filled = [[cell for cell in row if cell.text.strip()] for row in rows]
    told = [row for row in filled if len(row) > 1 and _tells(row)]
    if len(told) < _FEWEST or 2 * len(told) <= len(rows):
        yield block
        return
    for *heads, text in filter(None, filled):
        if heads:
            start, end = heads[0].place.span.start, heads[-1].place.span.end
            place = heads[0].place._replace(span=Span(start, end))
            yield Heading("\t".join(cell.text for cell in heads), 2, place)
        yield Paragraph(text.text, text.place)


def _tells(row: list[Cell]) -> bool:
    is_headed = all(is_heading(cell.text) for cell in row[:-1])
    return is_headed and row[-1].text.strip().endswith(".")


def is_heading(text: str) -> bool:
    """Tell whether a line can be a heading: it is short, and ends as no sentence."""
    bare = _SHORTENED.sub("", text.strip())
    return 0 < len(bare) <= _LONGEST_HEADING and not bare.endswith((".", ",", ";"))


def heading_above(blocks: Sequence[Block], at: int) -> Block | None:
    """Return the block right above another that can be a heading over its number.

    It is a few words with no figure, and no sentence that only lacks its stop.
    """
    above = blocks[at - 1] if at else None
    if not isinstance(above, Heading | Paragraph) or not is_heading(above.text):
        return None
    most = _MOST_WORDS if isinstance(above, Heading) else _MOST_OF_LINE
    is_few = len(above.text.split()) <= most
    return above if is_few and _NAMES.match(above.text) else None
