"""Lines across a page as they are seen: words on one height, and where they part.

What stands beside something on a page is on its height, whatever order the file has.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import NO_GAP, SAME_LINE
from radslag.formats.readers.pdf_words import PlacedWord

# Wider than this many letters' heights, a gap is no space between two words.
COLUMN_GAP = 0.45
# Wider than this, a gap parts a line by itself.
SURE_GAP = 0.8


class Extent(NamedTuple):
    """From where to where across the page."""

    left: float
    right: float


@dataclass(frozen=True)
class SeenLine:
    """Words on one height, from left to right."""

    words: tuple[PlacedWord, ...]
    top: float
    bottom: float
    size: float

    @cached_property
    def chunks(self) -> list[Extent]:
        """How far the words reach that no column's gap parts."""
        return joined_up(
            (Extent(word.box.left, word.box.right) for word in self.words),
            COLUMN_GAP * self.size,
        )

    @cached_property
    def is_parted(self) -> bool:
        """Tell whether some gap in the line is too wide to be a space."""
        return any(
            after.box.left - word.box.right > SURE_GAP * self.size
            for word, after in pairwise(self.words)
        )

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """How far down the page the line's middle is."""
        return (self.top + self.bottom) / 2


def seen_lines(words: Iterable[PlacedWord]) -> list[SeenLine]:
    """Return the page's lines from the top down."""
    ordered = sorted(words, key=lambda word: (word.box.bottom, word.box.left))
    return [line_of(level) for level in levels(ordered)]


def levels(words: Iterable[PlacedWord]) -> Iterator[list[PlacedWord]]:
    """Give the words that stand on one height together."""
    level: list[PlacedWord] = []
    for word in words:
        if level and word.box.bottom - level[0].box.bottom > SAME_LINE * word.size:
            yield level
            level = []
        level.append(word)
    if level:
        yield level


def line_of(words: Sequence[PlacedWord]) -> SeenLine:
    """Return words on one height as a line."""
    return SeenLine(
        tuple(whole_words(sorted(words, key=lambda word: word.box.left))),
        min(word.box.top for word in words),
        max(word.box.bottom for word in words),
        max(word.size for word in words),
    )


def whole_words(words: Iterable[PlacedWord]) -> Iterator[PlacedWord]:
    """Give the words, those made whole that the library gave letter by letter."""
    last: PlacedWord | None = None
    for word in words:
        if last is not None and is_rest(last, word):
            box = last.box._replace(right=word.box.right)
            last = last._replace(text=last.text + word.text, box=box)
        else:
            if last is not None:
                yield last
            last = word
    if last is not None:
        yield last


def is_rest(last: PlacedWord, word: PlacedWord) -> bool:
    """Tell whether a word goes on with letters that nothing parts from it."""
    gap = word.box.left - last.box.right
    return not word.is_spaced and gap < NO_GAP * word.size


def joined_up(extents: Iterable[Extent], nearest: float) -> list[Extent]:
    """Return the extents from left to right, those nearer than that made one."""
    found: list[Extent] = []
    for extent in sorted(extents):
        if found and extent.left - found[-1].right < nearest:
            right = max(found[-1].right, extent.right)
            found[-1] = found[-1]._replace(right=right)
        else:
            found.append(extent)
    return found


def frame_around(words: Iterable[PlacedWord]) -> Box:
    """Return the frame around words."""
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
