"""The text of a document with the places in it: every piece knows where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Cell, Document, Place, Span, Table
from radslag.formats.understanding.model import Quote, Value, least_certain

if TYPE_CHECKING:
    from radslag.formats.mending import Mended

# A word read out of a picture less surely than this makes what it says doubtful.
SURE_READING, DOUBTFUL_READING = 0.8, 0.5
BADLY_READ = "Orden är svårlästa i bilden."
MENDED = "Ordet är lagat efter en felläsning."


class Source:
    """A document's text, mended where it was damaged, and where each piece stands."""

    def __init__(
        self, key: str, document: Document, mended: "Mended | None" = None
    ) -> None:
        self.key = key
        self.original = document
        self.mended = mended
        self.document = mended.document if mended else document
        self.text = self.document.whole_text()

    def piece(self, placed: Block | Cell | Place) -> "Piece":
        """Return the piece that a block or a cell is."""
        place = placed if isinstance(placed, Place) else placed.place
        return Piece(self, place.span.start, place.span.end)

    def quote(self, start: int, end: int) -> Quote:
        """Return the words between two characters, as they stand in the document."""
        span = Span(start, end)
        if self.mended:
            span = self.mended.original_span(span)
        place = self._place_at(start)
        words = self._original_text[span.start : span.end]
        lines = self.text.count("\n", place.span.start, start) if place else 0
        line = place.line + lines if place and place.line else None
        page = place.page if place else None
        return Quote(self.key, span, words, page, line, place.box if place else None)

    def original_quote(self, span: Span) -> Quote:
        """Return the words at a span of the document as it was read."""
        place = self._place_at(span.start)
        words = self._original_text[span.start : span.end]
        line = place.line if place else None
        return Quote(self.key, span, words, place.page if place else None, line)

    def certainty(self, start: int, end: int) -> tuple[Certainty, str]:
        """Return how surely the words between two characters are read, and why."""
        span = Span(start, end)
        if self.mended:
            span = self.mended.original_span(span)
        mendings = [
            m
            for m in (self.mended.mendings if self.mended else ())
            if _meet(m.span, span)
        ]
        words = [w for w in self._words if _meet(w.place.span, span)]
        lowest = min((word.certainty for word in words), default=1.0)
        if (
            mendings
            and (worst := least_certain(*(m.certainty for m in mendings)))
            is not Certainty.CERTAIN
        ):
            return worst, MENDED
        if lowest < DOUBTFUL_READING:
            return Certainty.DOUBTFUL, BADLY_READ
        if lowest < SURE_READING:
            return Certainty.PROBABLE, BADLY_READ
        return Certainty.CERTAIN, ""

    @cached_property
    def _original_text(self) -> str:
        return self.original.whole_text()

    @cached_property
    def _words(self) -> tuple[Any, ...]:
        return self.original.words

    @cached_property
    def _places(self) -> list[Place]:
        places = []
        for block in (*self.document.blocks, *self.document.aside):
            if isinstance(block, Table):
                places += [cell.place for row in block.rows for cell in row]
            else:
                places.append(block.place)
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [place.span.start for place in self._places]

    def _place_at(self, start: int) -> Place | None:
        number = bisect_right(self._starts, start) - 1
        return self._places[number] if number >= 0 else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True)
class Piece:
    """A piece of a document's text that knows where it stands.

    Cut it with `strip`, `split`, `find` and `group`; `value` makes a value of it.
    """

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        """Return the words."""
        return self.text

    def __bool__(self) -> bool:
        """Tell whether there are any words but space."""
        return bool(self.text.strip())

    def part(self, start: int, end: int) -> "Piece":
        """Return a part, counted from the beginning of this piece."""
        return Piece(self.source, self.start + start, self.start + end)

    def group(self, match: "re.Match[str]", group: int | str = 0) -> "Piece":
        """Return what a match in `text` caught; nothing caught is an empty piece."""
        start, end = match.span(group)
        return self.part(max(start, 0), max(end, 0))

    def find(self, pattern: "str | re.Pattern[str]", flags: int = 0) -> "Piece | None":
        """Return the first place a pattern fits, or its first group if it has one."""
        match = (
            re.search(pattern, self.text, flags)
            if isinstance(pattern, str)
            else pattern.search(self.text)
        )
        return self.group(match, 1 if match.re.groups else 0) if match else None

    def find_all(
        self, pattern: "str | re.Pattern[str]", flags: int = 0
    ) -> "Iterator[Piece]":
        """Give every place that a pattern fits, or its first group if it has one."""
        for match in re.compile(pattern, flags).finditer(self.text):
            yield self.group(match, 1 if match.re.groups else 0)

    def strip(self, characters: str | None = None) -> "Piece":
        """Return the piece without space, or these characters, at its ends."""
        text = self.text
        start = len(text) - len(text.lstrip(characters))
        return self.part(start, max(start, len(text.rstrip(characters))))

    def split(self, pattern: "str | re.Pattern[str]") -> "list[Piece]":
        """Return the stripped pieces between what a pattern fits; none is empty."""
        pieces, start = [], 0
        for match in re.compile(pattern).finditer(self.text):
            pieces.append(self.part(start, match.start()))
            start = match.end()
        pieces.append(self.part(start, len(self.text)))
        return [piece.strip() for piece in pieces if piece]

    def until(self, other: "Piece") -> "Piece":
        """Return all from the beginning of this piece to the end of another."""
        return Piece(self.source, self.start, other.end)

    @property
    def quote(self) -> Quote:
        """The words as they stand in the document, and where."""
        return self.source.quote(self.start, self.end)

    def value(
        self,
        value: Any = None,  # noqa: ANN401 - values of every kind.
        certainty: Certainty = Certainty.CERTAIN,
        reason: str = "",
    ) -> Value:
        """Return a value that these words say; without one, the words themselves.

        It is no surer than the words are well read.
        """
        said = tidy(self.text) if value is None else value
        read, why = self.source.certainty(self.start, self.end)
        lowered = least_certain(certainty, read)
        reasons = [
            each
            for each in (reason, why if read is not Certainty.CERTAIN else "")
            if each
        ]
        return Value(said, (self.quote,), lowered, " ".join(reasons))


def tidy(text: str) -> str:
    """Return a text on one line with single spaces."""
    return " ".join(text.split())
