"""Tables of goals: a column for each level, or a label beside its goal."""

import re
from typing import Final

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.goal_trees.labels import LEVELS, label_in
from radslag.formats.understanding.extracting.goal_trees.lines import unmarked
from radslag.formats.understanding.extracting.goal_trees.tree import RANKS, Told
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.source import Piece

_RESPONSIBLE: Final = re.compile(r"(?i)^(?:ansvar|nätverk|målägare|genomför)")
_GOAL: Final = re.compile(r"(?i)^mål(?:sättning)?(?:en|et)?\b")
_AREA: Final = re.compile(r"(?i)^område\b")
_ITEMS: Final = re.compile(r"\n|(?<=[\wåäö.])\s+[•–*-]\s+|^\s*[•–*-]\s+|;\s+")


def level_of_column(text: str) -> GoalLevel | None:
    """Return the level that a column's head names; "Område och huvudmål" is an area."""
    text = text.strip()
    if _AREA.match(text):
        return GoalLevel.FOCUS_AREA
    for level, words in LEVELS:
        if re.match(rf"(?i)(?:{words})(?![\wåäö])", text):
            return level
    return GoalLevel.LONG_TERM if _GOAL.match(text) else None


class GoalTables:
    """Reads the tables of goals that stand in a programme."""

    def __init__(self, walk: GoalWalk) -> None:
        self.walk = walk

    def see(self, table: Table) -> bool:
        """Take the goals of a table; tell whether it was a table of goals."""
        head = [cell.text for cell in table.rows[0]]
        levels = {n: lv for n, text in enumerate(head) if (lv := level_of_column(text))}
        others = [n for n, text in enumerate(head) if _RESPONSIBLE.match(text.strip())]
        if len(levels) > 1 or (levels and others):
            for row in table.rows[1:]:
                self._row(row, levels, others)
            self.walk.see(table)
            return True
        return self._labels(table)

    def _row(
        self, row: tuple[Cell, ...], levels: dict[int, GoalLevel], others: list[int]
    ) -> None:
        pieces = [self.walk.portion.source.piece(cell) for cell in row]
        for number, level in sorted(levels.items(), key=lambda pair: RANKS[pair[1]]):
            for piece in pieces[number].split(_ITEMS):
                self.walk.add(level, unmarked(piece), None, Told(is_beside=True))
        for number in others:
            if pieces[number]:
                self.walk.take_responsible(pieces[number], is_beside=True)

    def _labels(self, table: Table) -> bool:
        """Take rows whose first cell is a label and whose second is the goal."""
        is_any = False
        for row in table.rows:
            pieces = [self.walk.portion.source.piece(cell) for cell in row]
            filled = [piece for piece in pieces if piece]
            if len(filled) == 2:  # noqa: PLR2004 - a label and a goal.
                is_any = self._label(*filled) or is_any
        return is_any

    def _label(self, first: Piece, second: Piece) -> bool:
        label = label_in(first)
        if label is None or not label.is_introducing or label.is_joined:
            return False
        level = label.level or GoalLevel.LONG_TERM
        for piece in second.split(_ITEMS) if label.is_plural else [second]:
            self.walk.add(level, piece, None, Told(label.number))
        return True
