"""Indicators that stand beside a goal: after a label on its line, or in a list."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.extracting.goal_trees.indicator_lines import (
    bracket_in,
    details_in,
    say,
)
from radslag.formats.understanding.extracting.goal_trees.indicator_records import record
from radslag.formats.understanding.extracting.goal_trees.indicator_rows import (
    OF_A_ROW,
    IndicatorRow,
    rows_in,
)
from radslag.formats.understanding.extracting.goal_trees.tree import NAMES, Node
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

CUT_AT_COMMAS: Final = "Uppräkningen är delad vid sina kommatecken."
BY_ORDER: Final = "Vilket mål indikatorn hör till är taget ur handlingens ordning."
_LABEL: Final = re.compile(
    r"(?i)^\W{0,3}(?:indikator(?P<several>er(?:na)?)?|nyckeltal(?:et|en)?|mätetal|mått"
    r"|så\s+mäter\s+vi(?:\s+det)?|(?:vi\s+)?mäts?\s+(?:genom|med)|följs\s+upp\s+(?:med|genom))"
    r"(?:\s*:\s*|\s*$)"
)
_TOLD: Final = re.compile(r"(?i)\b(?:indikator|nyckeltal|mätetal)")
# A comma within a number or a bracket parts nothing.
_COMMAS: Final = re.compile(r",\s+(?![^()]*\))")
_SEMICOLONS: Final = re.compile(r";\s*(?![^()]*\))")


class Indicators:
    """Takes the blocks one by one, beside the walk that knows the goal one is at."""

    def __init__(self, portion: Portion, gathering: Gathering, walk: GoalWalk) -> None:
        self._portion = portion
        self._gathering = gathering
        self._walk = walk
        self._goal: Node | None = None
        self._last: Node | None = None
        self._is_listing = self._is_after_item = self._is_of_list = False
        # Whether the heading or the words just above speak of indicators.
        self.is_announced = False
        self._latest: Found | None = None

    def see(self, block: Block) -> bool:
        """Take a block; tell whether it was about indicators and nothing else."""
        self._follow(block)
        if isinstance(block, Table):
            self._is_listing = False
            return False
        piece = self._portion.piece(block)
        details = details_in(piece) if self._latest else []
        if self._latest and details:
            say(self._latest, details, self._gathering)
            return True
        self._latest = None
        is_heading = isinstance(block, Heading)
        told = _TOLD.search(piece.text) is not None
        self.is_announced = told or (self.is_announced and not is_heading)
        if isinstance(block, ListItem) and self._is_listing:
            self._add(piece)
            return True
        rows = list(rows_in(piece)) if self._is_listing and not is_heading else []
        if rows:
            self._take_rows(rows)
            return True
        match = _LABEL.match(piece.text)
        self._is_listing = match is not None and not piece.text[match.end() :].strip()
        if match is None:
            return False
        return self._labelled(block, piece.part(match.end(), len(piece.text)))

    def _take_rows(self, rows: list[IndicatorRow]) -> None:
        """Take rows whose columns were lost: name, unit and what is wanted."""
        for row in rows:
            self._add(row.name, OF_A_ROW)
            if self._latest:
                said = {"unit": row.unit.value(), "wanted": row.wanted.value()}
                self._gathering.add("indicators", self._latest.key, said)

    def _follow(self, block: Block) -> None:
        """Note whether the goal one is at was a list's item."""
        if self._walk.current is not self._last:
            self._last = self._walk.current
            self._is_of_list = self._is_after_item
        self._is_after_item = isinstance(block, ListItem)

    def _labelled(self, block: Block, rest: Piece) -> bool:
        is_chapter = isinstance(block, Heading) and block.level <= self._depth()
        if is_chapter:
            # It ends the chapters before it, and is no goal itself.
            self._walk.see(block, is_activity=True)
        self._goal = None if is_chapter else self._goal_beside()
        for name, reason in _names(rest):
            self._add(name, reason)
        return True

    def _depth(self) -> int:
        """Return how deep the highest open goal stands; a chapter is no deeper."""
        open_goals = (n for n in self._walk.path.nodes if n.level not in NAMES)
        return min((node.depth for node in open_goals), default=0)

    def _goal_beside(self) -> Node | None:
        """Return the goal one is at; after a list of goals it is what they are of."""
        path, last = self._walk.path, self._walk.current
        is_one_of_several = last and last.level is GoalLevel.SUB_GOAL
        return path.above or last if is_one_of_several and self._is_of_list else last

    def _add(self, piece: Piece, reason: str = "") -> None:
        goal = self._goal
        of = piece.value(goal.key, Certainty.PROBABLE, BY_ORDER) if goal else None
        bracket = bracket_in(piece)
        end = bracket.start - 1 - piece.start if bracket else len(piece.text)
        self._latest = record(piece.part(0, end), of, self._gathering, reason)
        if self._latest and bracket:
            say(self._latest, details_in(bracket), self._gathering)


def _names(rest: Piece) -> Iterator[tuple[Piece, str]]:
    listed = rest.split(_SEMICOLONS)
    if len(listed) > 1:
        yield from ((piece, "") for piece in listed)
        return
    for line in listed:
        names = line.split(_COMMAS)
        yield from ((name, CUT_AT_COMMAS if len(names) > 1 else "") for name in names)
