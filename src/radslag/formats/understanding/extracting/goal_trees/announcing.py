"""Sentences that name the goals before they are described, and the groups they form."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.understanding.extracting.goal_trees.labels import LEVELS
from radslag.formats.understanding.extracting.goal_trees.tree import Node, bare
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.numbers import number_of, number_pattern

LONGEST_NAME: Final = 60
MEANS: Final = "Det står i listan över hur målet ska nås, utan att kallas delmål."
MOST_WORDS: Final = 6
# "Fokusområdena är A, B och C", "tre långsiktiga mål: A, B och C".
_WORDS: Final = {
    level: words for level, words in LEVELS if level is not GoalLevel.VISION
}
_LIST: Final = (
    r"(?P<sep>\s+(?:som\s+)?är|\s+utgörs\s+av|:|,?\s+nämligen|\s+[-–]|\s+heter)\s*:?\s+"
    r"(?P<names>(?!att\b|en\b|ett\b|det\b|de\b|viktig|gemensam|följande|formulera)"
    r"[^.:;]{3,300}?)(?:\.|$)"
)
_LOOSE: Final = r"[^.:;(]{0,70}?"
_LISTED: Final = {
    level: re.compile(rf"(?i)\b(?:{words})\b{_LOOSE}{_LIST}")
    for level, words in _WORDS.items()
    if level is not GoalLevel.SUB_GOAL
}
_BETWEEN_NAMES: Final = r",\s*(?:och\s+|samt\s+)?|\s+och\s+|\s+samt\s+|\s+&\s+"
_GROUP: Final = re.compile(
    r"(?P<name>[*_]{0,2}[\wåäöÅÄÖ][\wåäö -]{3,60}?[*_]{0,2})\s*\((?P<in>[^()]{3,200})\)"
)
_JOINS: Final = re.compile(
    r"(?i)^(?:.*\b(?:områdena|områden|grupper(?:na)?|delar(?:na)?|och|i|som|samt)\s+)+"
)
_COUNT: Final = (
    r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}|följande|dessa)"
)
_BETWEEN_COMMAS: Final = r",\s*(?:och\s+|samt\s+)?|\s+samt\s+"
_COUNTED: Final = re.compile(rf"(?i)\b({number_pattern()})\s+(?:\w+\s+){{0,2}}$")

_MEANS: Final = re.compile(
    r"(?i)^(?:för att|så|vägen|därför|det här|detta|under perioden)\b[^.:]*"
    r"\b(?:nå|uppnå|lyckas|ska|innebär|dit)\b[^.:]*:$"
    # With no colon it must break off: "Det betyder att vi ska ha", "Vi ska därför".
    r"|^(?:det\s+(?:här\s+)?(?:betyder|innebär)|därför|vi|kommunerna|parterna|tillsammans)\b"
    r"[^.:!?]*\b(?:ska(?:ll)?|måste|betyder|innebär)"
    r"(?:\s+(?:ha|vi|då|därför|alltså|att|kommunerna|också|bland\s+annat))*\s*:?$"
)


class Announced(NamedTuple):
    """A name that a sentence gives to a goal of a level."""

    level: GoalLevel
    name: Piece


def announced_in(piece: Piece, under: GoalLevel | None = None) -> Iterator[Announced]:
    """Give the names of goals that a sentence lists; `under` is the heading's level."""
    for level in _LISTED:
        for match in _LISTED[level].finditer(piece.text):
            names = names_listed(
                piece.group(match, "names"), piece.text[: match.start()]
            )
            if all(map(_is_name, names)):
                yield from (Announced(under or level, _plain(name)) for name in names)


def names_listed(piece: Piece, before: str) -> list[Piece]:
    """Return the names of a list; where it is said how many, as many as are said.

    "Resor och vägar, Besök samt Skola" are three. Where "och" may stand both in names
    and between them, and no number tells, there are none.
    """
    every, commas = piece.split(_BETWEEN_NAMES), piece.split(_BETWEEN_COMMAS)
    said = _COUNTED.search(before)
    if said:
        last = commas[-1].split(r"\s+och\s+(?!.*\soch\s)")
        likely = (every, commas, [*commas[:-1], *last])
        count = number_of(said[1])
        return next((names for names in likely if len(names) == count), every)
    if re.search(r"\ssamt\s", piece.text):
        return commas
    is_unclear = len(list(piece.find_all(r"\soch\s"))) > 1
    return [] if is_unclear else every


def introduces_a_list(piece: Piece) -> GoalLevel | None:
    """Return the level of the goals that a sentence says are listed below it."""
    text = piece.text.strip()
    for level, words in _WORDS.items():
        if re.search(
            rf"(?i)\b{_COUNT}\s+(?:\w+\s+){{0,2}}(?:{words})"
            r"\s*(?:är|(?:gäller|finns|prioriteras)[^.:]{0,40})?[.:]?$",
            text,
        ):
            return level
    return None


def leads_to_means(piece: Piece) -> bool:
    """Tell whether a line says that what is listed below it leads to the goal."""
    return _MEANS.search(piece.text.strip()) is not None


def listed_below(piece: Piece, current: Node | None) -> tuple[GoalLevel, str] | None:
    """Return the level of what is listed below a line, and why it is not certain."""
    listed = introduces_a_list(piece)
    if listed:
        return listed, ""
    is_goal = current is not None and current.level is GoalLevel.LONG_TERM
    return (GoalLevel.SUB_GOAL, MEANS) if is_goal and leads_to_means(piece) else None


def announces_sub_goals(piece: Piece) -> bool:
    """Tell whether a sentence says that each area has sub-goals."""
    return bool(
        re.search(r"(?i)(?:mål\s+och|finns|har)\s+(?:\w+\s+)?delmål\b", piece.text)
    )


def groups_in(piece: Piece, names: set[str]) -> Iterator[tuple[Piece, list[Piece]]]:
    """Give the groups that a sentence parts known areas into: "yttre (A, B)"."""
    for match in _GROUP.finditer(piece.text):
        inside = piece.group(match, "in").split(_BETWEEN_NAMES)
        if inside and all(str(each).casefold() in names for each in inside):
            name = piece.group(match, "name")
            joined = _JOINS.match(name.text)
            start = joined.end() if joined else 0
            yield _plain(name.part(start, len(name.text))), inside


def _is_name(piece: Piece) -> bool:
    text = str(piece)
    return len(text) <= LONGEST_NAME and len(text.split()) <= MOST_WORDS


def _plain(piece: Piece) -> Piece:
    return piece.strip(" *_\n").strip()


class Announcements:
    """What running text has said of the goals that are described further down."""

    def __init__(self) -> None:
        self.levels: dict[str, GoalLevel] = {}
        self.groups: dict[str, Piece] = {}
        self.has_sub_goals = False

    @property
    def areas(self) -> list[str]:
        """The names of focus areas that have been announced."""
        kind = GoalLevel.FOCUS_AREA
        return [name for name, level in self.levels.items() if level is kind]

    def hear(self, piece: Piece, under: GoalLevel | None) -> None:
        """Learn what a piece says; `under` is the level that its heading names."""
        for each in announced_in(piece, under):
            self.levels.setdefault(bare(each.name), each.level)
        self.has_sub_goals = self.has_sub_goals or announces_sub_goals(piece)
        for group, names in groups_in(piece, set(self.levels)):
            for name in names:
                self.groups.setdefault(bare(name), group)

    def is_group(self, piece: Piece) -> bool:
        """Tell whether a piece is the name of a group of goals."""
        return bare(piece) in {bare(group) for group in self.groups.values()}

    def group_of(self, name: str) -> Piece | None:
        """Return the name of the group that a goal was said to belong to."""
        return self.groups.get(bare(name))
