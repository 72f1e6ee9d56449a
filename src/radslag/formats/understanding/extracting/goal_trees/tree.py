"""A programme's goals as they are found: the same goal, however written, comes once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.slugs import slug
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece, tidy

LONGEST_NAME, LONGEST_TITLE, LONGEST_OTHERS, LONGEST_KEY = 120, 400, 200, 70
ALIKE: Final = 0.8
FEWEST_WORDS: Final = 3
BY_ORDER: Final = "Vad målet hör till är taget ur handlingens ordning."
SHORTENED: Final = "Namnet är målets första ord."
WORDED_DIFFERENTLY: Final = "Målet är skrivet på olika sätt på olika ställen."
# From the top; an overarching goal and a focus area may stand above each other.
RANKS: Final = {
    GoalLevel.VISION: 0,
    GoalLevel.OVERARCHING: 1,
    GoalLevel.FOCUS_AREA: 1,
    GoalLevel.LONG_TERM: 2,
    GoalLevel.SUB_GOAL: 3,
}
NAMES: Final = {GoalLevel.VISION: "Vision", GoalLevel.OVERARCHING: "Övergripande mål"}
_MARKS: Final = re.compile(r"[\W_]+")
_EDGES: Final = " \t\n*_”\"»“'.,;:–-"


@dataclass
class Node:
    """A goal of the tree, and how deep among the headings it stands."""

    found: Found
    level: GoalLevel
    depth: int = 0
    number: str = ""
    has_children: bool = False

    @property
    def key(self) -> str:
        """The goal's key."""
        return self.found.key

    @property
    def has_title(self) -> bool:
        """Tell whether its wording is known."""
        return "title" in self.found.values

    @property
    def is_worded(self) -> bool:
        """Tell whether it has a wording that is more than its name."""
        return self.has_title and bare(self.found["title"]) != bare(self.found["name"])


class Told(NamedTuple):
    """How a document tells of a goal: numbered, beside its parent, or less plainly.

    The reason says in Swedish why it is not certain; without one it is.
    """

    number: str = ""
    is_beside: bool = False
    reason: str = ""

    @property
    def certainty(self) -> Certainty:
        """Certain where there is no reason to doubt."""
        return Certainty.PROBABLE if self.reason else Certainty.CERTAIN


PLAINLY: Final = Told()


class GoalTree:
    """The goals of one programme in the gathering."""

    def __init__(self, gathering: Gathering, programme: Value | None) -> None:
        self.gathering = gathering
        self.programme = programme
        self._numbers: dict[tuple[GoalLevel, str], Found] = {}

    def goals(self) -> list[Found]:
        """Return the programme's goals, in the order they were found."""
        goals = self.gathering.of("goals")
        if self.programme is None:
            return goals
        return [goal for goal in goals if goal["programme"] == self.programme.value]

    def numbered(self, level: GoalLevel, number: str) -> Found | None:
        """Return the goal of a level that was told of with a number, or None."""
        return self._numbers.get((level, number)) if number else None

    def marked(self, level: GoalLevel, words: str) -> Found | None:
        """Return the goal that words name by its number alone: "A1", "delmål 2"."""
        number = words.rpartition(" ")[2].strip(".:)")
        of_level = self.numbered(level, number)
        others = (g for (_, said), g in self._numbers.items() if said == number)
        return of_level or (next(others, None) if number else None)

    def named(
        self, words: str, level: GoalLevel | None = None, *, is_exact: bool = False
    ) -> Found | None:
        """Return the goal that is called so, or worded so, or nearly so."""
        goals = [g for g in self.goals() if level is None or g["level"] == level.value]
        exact = (g for g in goals if bare(words) in _called(g))
        alike = None if is_exact else _most_alike(words, goals)
        return next(exact, alike)

    def goal(
        self,
        level: GoalLevel,
        piece: Piece,
        told: Told,
        *,
        title: Piece | None = None,
        parent: Node | None = None,
    ) -> Node:
        """Return the goal that a piece names or words, added if it is new."""
        piece = piece.strip(_EDGES)
        known = self.known(level, piece, title, parent)
        if known:
            said = piece.value(tidy(str(piece)), told.certainty, told.reason)
            self._said_again(known, level, said)
            self._numbers.setdefault((level, told.number), known)
            return Node(known, GoalLevel(known["level"]), 0, told.number)
        found = self._added(level, piece, told, is_worded=title is not None)
        self._numbers.setdefault((level, told.number), found)
        node = Node(found, level, 0, told.number)
        if parent:
            self.put_under(node, parent, told)
        return node

    def known(
        self,
        level: GoalLevel,
        piece: Piece,
        title: Piece | None,
        parent: Node | None,
    ) -> Found | None:
        """Return the goal if it is known already, by its name or by its wording."""
        if level in NAMES:
            return self._of_its_kind(level, title or piece)
        said = [tidy(str(each)) for each in (piece, title) if each]
        for words in said:
            found = self.named(words)
            if found and _may_be(found, level, parent, self):
                return found
        return None

    def _of_its_kind(self, level: GoalLevel, piece: Piece) -> Found | None:
        found = self.named(tidy(str(piece)), level)
        unworded = (
            goal
            for goal in self.goals()
            if goal["level"] == level.value and not goal["title"]
        )
        return found or next(unworded, None)

    def _added(
        self, level: GoalLevel, piece: Piece, told: Told, *, is_worded: bool
    ) -> Found:
        certainty, reason = told.certainty, told.reason
        name = self._name(level, piece, certainty, reason)
        key = self._key(str(name.value))
        values: dict[str, Value | None] = {
            "programme": self.programme,
            "level": piece.value(level.value, certainty, reason),
            "position": piece.value(len(self.goals()) + 1),
            "name": name,
        }
        found = self.gathering.add("goals", key, values)
        is_wording = not is_worded and len(str(piece).split()) > FEWEST_WORDS
        if level in NAMES or is_wording:
            self.word(found, piece, certainty, reason)
        return found

    def _name(
        self, level: GoalLevel, piece: Piece, certainty: Certainty, reason: str
    ) -> Value:
        words = tidy(str(piece))
        if level in NAMES and not any(g["name"] == NAMES[level] for g in self.goals()):
            return piece.value(NAMES[level], certainty, reason)
        words = words[:1].upper() + words[1:]
        if len(words) <= LONGEST_NAME:
            return piece.value(words, certainty, reason)
        cut = words[:LONGEST_NAME].rpartition(" ")[0].rstrip(" ,;–-")
        return piece.value(cut, Certainty.PROBABLE, SHORTENED)

    def _key(self, name: str) -> str:
        programme = f"{self.programme.value}-" if self.programme else ""
        wish = f"{programme}{slug(name)[:LONGEST_KEY].strip('-.')}"
        key, number = wish, 2
        while self.gathering.get("goals", key):
            key, number = f"{wish}-{number}", number + 1
        return key

    def word(
        self, found: Found, piece: Piece, certainty: Certainty, reason: str = ""
    ) -> None:
        """Say how the goal is worded; another wording than before is another name."""
        words = tidy(str(piece.strip(_EDGES)))
        words = words[:1].upper() + words[1:]
        if len(words) > LONGEST_TITLE:
            return
        if "title" in found.values and bare(found["title"]) != bare(words):
            self._called_too(found, piece.value(words))
            return
        self.gathering.add(
            "goals",
            found.key,
            {"title": piece.strip(_EDGES).value(words, certainty, reason)},
        )

    def answer(self, found: Found, bodies: Iterable[Value]) -> None:
        """Say which bodies answer for the goal."""
        for body in bodies:
            values = {"goal": body.as_value(found.key), "body": body}
            key = f"{found.key}-{body.value}"
            self.gathering.add("goal_responsibilities", key, values)

    def group(self, found: Found, name: Piece) -> None:
        """Say which group an area belongs to, where nobody has said it yet."""
        words = str(name)
        if "group_name" not in found.values:
            value = name.value(words[:1].upper() + words[1:])
            self.gathering.add("goals", found.key, {"group_name": value})

    def merged(self, node: Node, title: Piece) -> Node:
        """Return the goal of the same level that is worded so already, if there is one.

        A goal that two documents name differently is one; what was added is taken out.
        """
        others = [g for g in self.goals() if g.key != node.key]
        same = [
            goal
            for goal in others
            if goal["level"] == node.level.value and bare(goal["title"]) == bare(title)
        ]
        is_new = "title" not in node.found.values and not node.has_children
        if not same or not is_new:
            return node
        self._called_too(same[0], node.found.values["name"])
        self.gathering.remove(node.found)
        return replace(node, found=same[0])

    def again(self, found: Found, piece: Piece) -> Node:
        """Return a known goal that a piece words or names once more."""
        level = GoalLevel(found["level"])
        said = piece.strip(_EDGES)
        self._said_again(found, level, said.value(tidy(str(said)), Certainty.PROBABLE))
        return Node(found, level)

    def _said_again(self, found: Found, level: GoalLevel, said: Value) -> None:
        if found["level"] == level.value:
            before = found.values["level"]
            found.values["level"] = before.also(said.as_value(level.value))
        if bare(said.value) not in _called(found):
            self._called_too(found, said)
            return
        for column in ("name", "title"):
            value = found.values.get(column)
            if value and bare(value.value) == bare(said.value):
                found.values[column] = value.also(said).as_value(value.value)

    def _called_too(self, found: Found, said: Value) -> None:
        before = found.values.get("other_names")
        names = str(before.value).split("; ") if before else []
        words = said.value[:1].upper() + said.value[1:]
        called = "; ".join([*names, words])
        if bare(words) in map(bare, names) or len(called) > LONGEST_OTHERS:
            return
        value = said.as_value(called).doubted(Certainty.PROBABLE, WORDED_DIFFERENTLY)
        found.values["other_names"] = value.also(before) if before else value

    def is_only(self, node: Node, parent: Node) -> bool:
        """Tell whether a goal is the only one that stands under another so far."""
        return [g.key for g in self.goals() if g["parent"] == parent.key] == [node.key]

    def put_under(self, node: Node, parent: Node, told: Told) -> None:
        """Say which goal it is under; certain only where the document marks it so."""
        if "parent" in node.found.values or parent.key == node.key:
            return
        value = node.found.values["level"].as_value(parent.key)
        is_marked = told.is_beside or self._is_right_below(node, parent)
        if not (is_marked and told.certainty is Certainty.CERTAIN):
            value = value.doubted(Certainty.PROBABLE, BY_ORDER)
        self.gathering.add("goals", node.key, {"parent": value})
        parent.has_children = True

    def _is_right_below(self, node: Node, parent: Node) -> bool:
        is_numbered_so = bool(parent.number) and node.number.startswith(
            f"{parent.number}."
        )
        return is_numbered_so or node.level is GoalLevel.SUB_GOAL


def bare(words: object) -> str:
    """Return the words without letters' case, marks and spaces, to be compared."""
    return _bare(str(words))


@lru_cache(maxsize=8192)
def _bare(words: str) -> str:
    return _MARKS.sub(" ", words.casefold()).strip()


@lru_cache(maxsize=8192)
def _words_of(words: str) -> frozenset[str]:
    return frozenset(_bare(words).split())


def _called(goal: Found) -> set[str]:
    said = [goal["name"], goal["title"], *str(goal["other_names"] or "").split("; ")]
    return {bare(words) for words in said if words} - {"vision", "övergripande mål"}


def _most_alike(words: str, goals: list[Found]) -> Found | None:
    ranked = [
        (max((likeness(words, said) for said in _called(goal)), default=0), goal)
        for goal in goals
    ]
    best, goal = max(ranked, key=lambda pair: pair[0], default=(0, None))
    return goal if best >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """Return how large a share of their words two wordings have in common."""
    first, second = _words_of(one), _words_of(other)
    if min(len(first), len(second)) < FEWEST_WORDS:
        return 0
    return 2 * len(first & second) / (len(first) + len(second))


def _may_be(
    found: Found, level: GoalLevel, parent: Node | None, tree: GoalTree
) -> bool:
    """Tell whether a goal of this level and place may be the one that is known."""
    if found["level"] == level.value:
        return (
            parent is None
            or found["parent"] in (None, parent.key)
            or (level is not GoalLevel.SUB_GOAL or _is_above(found, parent, tree))
        )
    return level is not GoalLevel.VISION and found["level"] != GoalLevel.VISION.value


def _is_above(found: Found, parent: Node, tree: GoalTree) -> bool:
    """Tell whether the goal's own parent is not of the same level as this parent."""
    above = tree.gathering.get("goals", str(found["parent"]))
    return above is None or above["level"] != parent.level.value
