"""Paragraphs that word a goal in one of their sentences, cut so that it stands alone.

"Kusten är lång. Det långsiktiga målet är att den är ren. Vi ska därför" is running
text, the goal, and what leads to the list below.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from radslag.formats.readers.model import Block, Paragraph, Span
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

_WORDS_A_GOAL: Final = re.compile(
    r"(?i)^(?:det|vårt|vår|kommunernas|programmets)\s+(?:gemensamma\s+)?"
    r"(?:(?:långsiktiga|övergripande|strategiska)\s+mål(?:et)?\s+är\s+att\s"
    r"|vision\s+är\s+(?:ett|en)\s+(?-i:[A-ZÅÄÖ]))"
)


_NEXT: Final = re.compile(
    r"(?<=\s[A-ZÅÄÖ]\.)\s+(?=(?:På|Det|Detta|Därför|Vi|Kommunerna|Parterna)\s[a-zåäö])"
)


class InSentences(Portion):
    """A portion whose paragraphs are cut at the sentences that word a goal."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The portion's blocks, a goal's sentence being a block of its own."""
        whole = Portion(self.source, self.part, self.year, self.of).blocks
        return tuple(part for block in whole for part in _parts(block, self))


def in_sentences(portion: Portion) -> Portion:
    """Return the portion with every sentence that words a goal on its own."""
    return InSentences(portion.source, portion.part, portion.year, portion.of)


def _parts(block: Block, portion: Portion) -> Iterator[Block]:
    sentences = list(_sentences(portion.piece(block)))
    worded = [n for n, each in enumerate(sentences) if _WORDS_A_GOAL.match(each.text)]
    if not isinstance(block, Paragraph) or len(worded) != 1 or len(sentences) == 1:
        yield block
        return
    at = worded[0]
    for some in (sentences[:at], [sentences[at]], sentences[at + 1 :]):
        if some:
            yield _cut(block, some[0].until(some[-1]))


def _sentences(piece: Piece) -> Iterator[Piece]:
    """Give the sentences; one may end with a letter, "till Malmö C. Vi ska därför"."""
    for sentence in sentences_of(piece):
        if _WORDS_A_GOAL.match(sentence.text):
            yield from sentence.split(_NEXT)
        else:
            yield sentence


def _cut(block: Paragraph, piece: Piece) -> Paragraph:
    place = block.place._replace(span=Span(piece.start, piece.end))
    return replace(block, text=piece.text, place=place)
