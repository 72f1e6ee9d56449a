"""Who answers for which goal, where that is told apart from the goals themselves.

"Trafiknätverket – Resor", a row of two cells, or "… ansvarar för Resor, … för Skola".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Heading, Table
from radslag.formats.understanding.extracting.goal_trees.labels import LEVELS, label_in
from radslag.formats.understanding.extracting.goal_trees.lines import unmarked
from radslag.formats.understanding.extracting.goal_trees.tree import NAMES, GoalTree
from radslag.formats.understanding.extracting.responsibility import Responsibility
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.sentences import sentences_of

ON_ONE_LINE: Final = (
    "Organet och målet står bredvid varandra; att det svarar för målet sägs inte."
)
IN_A_SENTENCE: Final = (
    "Vilket organ som svarar för vilket mål följer av meningens ordning."
)
SHORTEST_NAME: Final = 4
_ANSWERS: Final = re.compile(
    r"(?i)\b\w*ansvar\w*|\bsvarar\b|\bdriv(?:er|s)\b|\bled(?:er|s)\b|\bsamordna\w*|\bhåller\s+ihop"
)
_SIDES: Final = r"\s+[–—-]\s+|:\s+|\t"
_PAIR: Final = 2


_GROUP: Final = re.compile(
    r"\b[A-ZÅÄÖ][\wåäö-]+(?:nätverket|gruppen|rådet|forum(?:et)?|teamet)\b"
)


def _meets(piece: Piece, others: Iterable[Piece]) -> bool:
    return any(piece.start < o.end and o.start < piece.end for o in others)


class _Named(NamedTuple):
    """A body or a goal that a sentence names."""

    piece: Piece
    goal: Found | None


class Answering:
    """Ties bodies to the goals of a tree, when all the goals are known."""

    def __init__(
        self, portion: Portion, tree: GoalTree, responsibility: Responsibility
    ) -> None:
        self._portion = portion
        self._tree = tree
        self._responsibility = responsibility
        self._is_announced = False

    def read(self) -> None:
        """Say who answers for what by all lines, rows and sentences of the part."""
        for block in self._portion.blocks:
            for sides in self._sides(block):
                self._pair(*sides)
            if isinstance(block, Table):
                continue
            piece = self._portion.piece(block)
            tells = _ANSWERS.search(piece.text) is not None
            is_above = isinstance(block, Heading) or piece.text.rstrip().endswith(":")
            self._is_announced = tells if is_above else self._is_announced
            for sentence in sentences_of(piece) if tells else ():
                self._sentence(sentence)

    def _sides(self, block: Block) -> Iterator[list[Piece]]:
        if isinstance(block, Table):
            rows = [[self._portion.source.piece(c) for c in row] for row in block.rows]
            told = [[cell.strip() for cell in row if cell] for row in rows]
        else:
            lines = self._portion.piece(block).split(r"\n")
            told = [line.split(_SIDES) for line in lines]
        yield from (sides for sides in told if len(sides) == _PAIR)

    def _pair(self, one: Piece, other: Piece) -> None:
        for goal_side, who in ((one, other), (other, one)):
            goal = self._goal(goal_side)
            if goal and self._responsibility.is_somebody(str(who)):
                self._answer(goal, who, "" if self._is_announced else ON_ONE_LINE)
                return

    def _answer(self, goal: Found, who: Piece, reason: str) -> None:
        bodies = self._responsibility.bodies(who)
        if reason:
            bodies = [body.doubted(Certainty.PROBABLE, reason) for body in bodies]
        self._tree.answer(goal, bodies)

    def _goal(self, piece: Piece) -> Found | None:
        """Return the goal that words name, with or without its label or its number."""
        label = label_in(piece)
        if label and label.rest is None and label.level and label.number:
            return self._tree.numbered(label.level, label.number)
        words = unmarked(label.rest if label and label.rest else piece)
        goal = self._tree.named(tidy(str(words)), is_exact=True)
        return goal if goal and goal["level"] not in NAMES else None

    def _sentence(self, sentence: Piece) -> None:
        """Tie each goal to the body before it, or after it where goals come first."""
        named = sorted(self._named(sentence), key=lambda one: one.piece.start)
        if len(named) < _PAIR or len({one.goal is None for one in named}) < _PAIR:
            return
        if named[0].goal is not None:
            named.reverse()
        while named[-1].goal is None:
            named.pop()
        if any(a.goal is None and b.goal is None for a, b in pairwise(named)):
            return
        who = named[0].piece
        for one in named:
            who = who if one.goal else one.piece
            if one.goal:
                self._answer(one.goal, who, IN_A_SENTENCE)

    def _named(self, sentence: Piece) -> Iterator[_Named]:
        bodies = [b.piece for b in bodies_in(sentence) if not b.is_weak]
        groups = [g for g in sentence.find_all(_GROUP) if not _meets(g, bodies)]
        yield from (_Named(piece, None) for piece in [*bodies, *groups])
        yield from self._goals_in(sentence)

    def _goals_in(self, sentence: Piece) -> Iterator[_Named]:
        taken: list[Piece] = []
        goals = [g for g in self._tree.goals() if g["level"] not in NAMES]
        for goal in sorted(goals, key=lambda g: -len(str(g["name"]))):
            name = str(goal["name"])
            found = sentence.find(rf"(?<!\w){re.escape(name)}(?!\w)")
            if found and len(name) >= SHORTEST_NAME and not _meets(found, taken):
                taken.append(found)
                yield _Named(found, goal)
        if not taken:
            yield from self._numbered_in(sentence)

    def _numbered_in(self, sentence: Piece) -> Iterator[_Named]:
        """Give the goals that a sentence names by level and number only."""
        for level, words in LEVELS:
            pattern = (
                rf"(?i)\b(?:{words})\s+(\d{{1,2}}(?:\.\d{{1,2}})?|(?-i:[A-H])\d?)\b"
            )
            for match in re.finditer(pattern, sentence.text):
                goal = self._tree.numbered(level, match[1])
                if goal:
                    yield _Named(sentence.group(match), goal)
