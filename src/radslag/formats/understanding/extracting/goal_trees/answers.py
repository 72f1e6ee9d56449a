"""Who answers for a goal, in brackets after its name or last below all its goals.

"Resor (trafikgruppen)" names both; "Ansvarig: trafikgruppen" below a list is of all.
"""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.understanding.extracting.goal_trees.lines import (
    ANSWERS_FOR_ALL,
    ends_area,
)
from radslag.formats.understanding.extracting.goal_trees.path import GoalPath
from radslag.formats.understanding.extracting.goal_trees.tree import NAMES, GoalTree
from radslag.formats.understanding.extracting.responsibility import Responsibility
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

IN_BRACKETS: Final = (
    "Organet står inom parentes efter målets namn; att det svarar för målet sägs inte."
)
_ANSWERS: Final = (
    r"(?:(?:huvud)?ansvar\w*|svarar|håller\s+(?:ihop|i)|driver|leder|samordna\w*"
    r"|sammankalla\w*|äger|ägare)"
)
_BRACKET: Final = re.compile(
    r"(?s)^(?P<name>\S.{2,}?)\s*[(\[]"
    r"(?P<label>(?i:(?:(?:huvud)?ansvar(?:ig[at]?|ar)?|håller\s+ihop|leds\s+av"
    r"|drivs\s+av|samordnas\s+av|samordnare|ägare|målägare)\s*:?\s+))?"
    r"(?P<who>[^()\[\]]{2,80})[)\]]\W*$"
)
_TOLD: Final = re.compile(
    rf"(?i)\bparentes(?:en|erna)?\b[^.]{{0,80}}\b{_ANSWERS}\b"
    rf"|\b{_ANSWERS}\b[^.]{{0,60}}\binom\s+parentes"
)


class Bracketed(NamedTuple):
    """A goal's words without the bracket, who stands in it, and the doubt of it."""

    words: Piece
    who: Piece
    reason: str


class Answers:
    """Reads who answers for a goal, by what the document says that brackets are."""

    def __init__(self, portion: Portion, responsibility: Responsibility) -> None:
        self._portion = portion
        self._responsibility = responsibility
        self._is_told = _TOLD.search(portion.whole.text) is not None

    def after(self, piece: Piece, level: GoalLevel) -> Bracketed | None:
        """Return who stands in brackets after a goal's name; None where it is no body.

        A place in brackets belongs to the name, unless the document tells otherwise.
        """
        piece = piece.strip()
        match = None if level in NAMES else _BRACKET.match(piece.text)
        if match is None:
            return None
        is_said = self._is_told or bool(match["label"])
        if not (is_said or self._is_body(match["who"])):
            return None
        name = piece.group(match, "name").strip()
        return Bracketed(
            name, piece.group(match, "who"), "" if is_said else IN_BRACKETS
        )

    def answering(self, said: Bracketed) -> list[Value]:
        """Return the bodies that answer, less surely where the document is silent."""
        bodies = self._responsibility.bodies(said.who)
        if not said.reason:
            return bodies
        return [each.doubted(Certainty.PROBABLE, said.reason) for each in bodies]

    def answer_after_list(
        self, path: GoalPath, tree: GoalTree, who: Piece, bodies: list[Value]
    ) -> None:
        """Say who answers for what a list is of, and for an area of one goal."""
        above = path.above
        area = path.area_of(above) if above else None
        is_only = area and above and tree.is_only(above, area)
        if area and is_only and ends_area(self._portion, who):
            bodies = [b.doubted(Certainty.PROBABLE, ANSWERS_FOR_ALL) for b in bodies]
            tree.answer(area.found, bodies)
        if above:
            tree.answer(above.found, bodies)

    def _is_body(self, words: str) -> bool:
        return self._responsibility.is_somebody(words) and known_name(words) is None
