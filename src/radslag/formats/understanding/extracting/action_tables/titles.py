"""What an activity is called that is told of in lines with labels below its name."""

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

from radslag.formats.readers.model import Block, Heading, ListItem, Paragraph, Table
from radslag.formats.understanding.extracting.action_tables.cards import is_card
from radslag.formats.understanding.extracting.action_tables.columns import TELLING, Says
from radslag.formats.understanding.extracting.action_tables.labelled import (
    first_label,
    labelled_in,
)
from radslag.formats.understanding.extracting.goal_trees.labels import label_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

LONGEST_NAME, LONGEST_SHORT = 250, 120
MOST_BETWEEN, LONGEST_CHAPTER = 12, 60
_OF_ACTIVITIES: Final = {Says.TIME, Says.COST, Says.STATUS}


class TitleAbove:
    """The line that may be an activity's name, and what is told between it and labels.

    A sentence below a name describes; where several activities stand under one heading,
    each has its own line.
    """

    def __init__(self, portion: Portion) -> None:
        self.portion = portion
        self.title: Piece | None = None
        self.told: list[Piece] = []
        self._stands = self._is_own_heading = False

    def see(self, block: Block, piece: Piece, *, is_chapter: bool) -> None:
        """Take a line that is neither a goal nor labelled."""
        is_sentence = isinstance(block, Paragraph) and _is_sentence(piece)
        if is_sentence and self.title and self._stands:
            self.told.append(piece)
            return
        is_heading = isinstance(block, Heading) and not is_chapter
        self._is_own_heading = is_heading and self._is_of_one(block)
        is_name = isinstance(block, (Heading, ListItem))
        is_line = isinstance(block, Paragraph) and len(piece.text) <= LONGEST_SHORT
        self._stands = self._is_own_heading or (is_line and not is_sentence)
        self.title = piece if is_name or len(piece.text) < LONGEST_NAME else None
        self.told = []

    def forget(self) -> None:
        """Leave what stood above: a goal's own line, or a table."""
        self.title, self.told = None, []
        self._stands = self._is_own_heading = False

    def names_activity(self, block: Block, piece: Piece) -> bool:
        """Tell whether labels below a line say when it is done, or what it costs.

        Who answers for it is said of goals too.
        """
        if label_in(piece) or _is_sentence(piece) or len(piece.text) > LONGEST_SHORT:
            return False
        below = self._after(block, MOST_BETWEEN)
        if any(map(self._ends_with_labels, below[:1])) and isinstance(block, Heading):
            return self._is_of_one(block)
        first = next((n for n, b in enumerate(below) if self._says(b)), len(below))
        between = below[:first]
        is_near = all(isinstance(b, Paragraph) and _ends(b.text) for b in between)
        run = takewhile(self._says, below[first:])
        says = {said for each in run for said in self._says(each)}
        return is_near and bool(says & _OF_ACTIVITIES)

    def goes_on(self, block: Block, piece: Piece) -> bool:
        """Tell whether a line below the labels still describes what they are about."""
        is_sentence = isinstance(block, Paragraph) and _is_sentence(piece)
        return is_sentence and self._is_own_heading

    def is_more_below(self, piece: Piece) -> bool:
        """Tell whether the next line is labelled too, with a time, cost or status."""
        place = bisect_right(self._starts, piece.start)
        for block in self.portion.blocks[place : place + 1]:
            said = labelled_in(self.portion.piece(block))
            return any(says in _OF_ACTIVITIES for says, _ in said.values())
        return False

    def goes_on_with(self, words: Piece) -> bool:
        """Tell whether words that labels follow describe what the line above names."""
        return self.title is not None and self._stands and _is_sentence(words)

    def _is_of_one(self, heading: Block) -> bool:
        """Tell whether only one run of labelled lines stands under a heading."""
        below = self._after(heading, LONGEST_CHAPTER)
        inside = list(takewhile(lambda b: not _is_end(b) or self._says(b), below))
        marks = [bool(self._says(b)) for b in inside]
        runs = sum(now and not before for before, now in pairwise([False, *marks]))
        return runs + sum(self._ends_with_labels(b) for b in inside) == 1

    def _ends_with_labels(self, block: Block) -> bool:
        """Tell whether a line tells of one of its own: "… (Ansvar: A, tid: B)"."""
        if isinstance(block, (Table, Heading)):
            return False
        piece = self.portion.piece(block)
        said = {says for says, _ in labelled_in(piece).values() if says in TELLING}
        return bool(first_label(piece)) and len(said) > 1

    def _after(self, block: Block, most: int) -> tuple[Block, ...]:
        place = bisect_right(self._starts, block.place.span.start)
        return self.portion.blocks[place : place + most]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.place.span.start for block in self.portion.blocks]

    def _says(self, block: Block) -> set[Says]:
        """Return what a block says of an activity by labels in front."""
        if isinstance(block, Table):
            return set(TELLING) if is_card(block) else set()
        piece = self.portion.piece(block)
        said = labelled_in(piece) if first_label(piece) == 0 else {}
        return {says for says, _ in said.values() if says in TELLING}


def _is_end(block: Block) -> bool:
    return isinstance(block, Heading)


def _is_sentence(piece: Piece) -> bool:
    return _ends(piece.text)


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?"))
