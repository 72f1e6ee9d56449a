"""Indicators that stand beside a goal: after a label on its line, or in a list."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.goal_trees.tree import (
    LONGEST_KEY,
    NAMES,
    Node,
)
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy

LONGEST: Final = 200
CUT_AT_COMMAS: Final = "Uppräkningen är delad vid sina kommatecken."
BY_ORDER: Final = "Vilket mål indikatorn hör till är taget ur handlingens ordning."
_LABEL: Final = re.compile(
    r"(?i)^\W{0,3}(?:indikator(?P<several>er(?:na)?)?|nyckeltal(?:et|en)?|mätetal)"
    r"(?:\s*:\s*|\s*$)"
)
# A comma within a number or a bracket parts nothing.
_COMMAS: Final = re.compile(r",\s+(?![^()]*\))")
_SEMICOLONS: Final = re.compile(r";\s*(?![^()]*\))")
_CODE: Final = re.compile(r"\(?\b(?:Kolada[\s:]*)?([NU]\d{5})\b\)?")
_UNIT: Final = re.compile(r"\(([^()]{1,20})\)\s*$")


class Indicators:
    """Takes the blocks one by one, beside the walk that knows the goal one is at."""

    def __init__(self, portion: Portion, gathering: Gathering, walk: GoalWalk) -> None:
        self._portion = portion
        self._gathering = gathering
        self._walk = walk
        self._goal: Node | None = None
        self._last: Node | None = None
        self._is_listing = self._is_after_item = self._is_of_list = False

    def see(self, block: Block) -> bool:
        """Take a block; tell whether it was about indicators and nothing else."""
        self._follow(block)
        if isinstance(block, Table):
            self._is_listing = False
            return False
        piece = self._portion.piece(block)
        if isinstance(block, ListItem) and self._is_listing:
            self._add(piece)
            return True
        match = _LABEL.match(piece.text)
        self._is_listing = match is not None and not piece.text[match.end() :].strip()
        if match is None:
            return False
        return self._labelled(block, piece.part(match.end(), len(piece.text)))

    def _follow(self, block: Block) -> None:
        """Note whether the goal one is at was a list's item."""
        if self._walk.current is not self._last:
            self._last = self._walk.current
            self._is_of_list = self._is_after_item
        self._is_after_item = isinstance(block, ListItem)

    def _labelled(self, block: Block, rest: Piece) -> bool:
        is_chapter = isinstance(block, Heading) and block.level <= self._depth()
        if is_chapter:
            self._walk.see(block)
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
        code, unit = piece.find(_CODE), piece.find(_UNIT)
        named = _without(piece, _CODE if code else None)
        named = _without(named, _UNIT if unit and unit != code else None)
        name = tidy(named.text).strip(" .,;:*_")
        if not name or len(name) > LONGEST:
            return
        certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
        goal = self._goal
        of = piece.value(goal.key, Certainty.PROBABLE, BY_ORDER) if goal else None
        key = slug(name)[:LONGEST_KEY].strip("-")
        is_new = self._gathering.get("indicators", key) is None
        values = {
            "name": piece.value(name[:1].upper() + name[1:], certainty, reason),
            "unit": unit.value() if unit and unit != code else None,
            "outside_code": code.value() if code else None,
            # An indicator of several goals has the first that it stands beside.
            "goal": of if is_new else None,
        }
        self._gathering.add("indicators", key, values)


def _names(rest: Piece) -> Iterator[tuple[Piece, str]]:
    listed = rest.split(_SEMICOLONS)
    if len(listed) > 1:
        yield from ((piece, "") for piece in listed)
        return
    for line in listed:
        names = line.split(_COMMAS)
        yield from ((name, CUT_AT_COMMAS if len(names) > 1 else "") for name in names)


def _without(piece: Piece, pattern: "re.Pattern[str] | None") -> Piece:
    match = pattern.search(piece.text) if pattern else None
    if match is None:
        return piece
    before = piece.part(0, match.start()).strip(" ,(–-")
    return before or piece.part(match.end(), len(piece.text)).strip(" ,)–-:")
