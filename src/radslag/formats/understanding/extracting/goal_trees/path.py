"""The way down to the goal one is at: what it stands under, and when that ends."""

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.readers.model import Block, Heading
from radslag.formats.understanding.extracting.goal_trees.labels import Label
from radslag.formats.understanding.extracting.goal_trees.tree import NAMES, RANKS, Node


class GoalPath:
    """The goals that are open, the highest first; `depth` is the last heading's."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.depth = 0
        self._tops: dict[GoalLevel, Node] = {}
        self._overarching: set[str] = set()

    @property
    def last(self) -> Node | None:
        """The goal one is at."""
        return self.nodes[-1] if self.nodes else None

    @property
    def above(self) -> Node | None:
        """What the goal one is at stands under."""
        return self.nodes[-2] if len(self.nodes) > 1 else None

    def enter(self, node: Node, block: Block | None) -> None:
        """Go to a goal, and out of what it does not belong under."""
        if node.level is not GoalLevel.VISION:
            while self.nodes and RANKS[self.nodes[-1].level] > RANKS[node.level]:
                self.nodes.pop()
        while self.nodes and self.nodes[-1].level is node.level:
            self.nodes.pop()
        node.depth = self.depth_of(block)
        self.nodes = [each for each in self.nodes if each.key != node.key]
        self.nodes.append(node)
        if node.level is GoalLevel.OVERARCHING:
            self._overarching.add(node.key)
        if all(each.level in NAMES for each in self.nodes):
            self._tops.setdefault(node.level, node)

    def depth_of(self, block: Block | None) -> int:
        """Return how deep a block stands: as a heading, or right under the last one."""
        return block.level if isinstance(block, Heading) else self.depth + 1

    def area_of(self, node: Node) -> Node | None:
        """Return the focus area that an open goal stands under, or None."""
        areas = [n for n in self.nodes if n.level is GoalLevel.FOCUS_AREA]
        is_inside = node.level is GoalLevel.LONG_TERM and node in self.nodes
        return areas[-1] if areas and is_inside else None

    def replace(self, node: Node, other: Node) -> None:
        """Put another goal in the place of one that turned out to be the same."""
        self.nodes = [other if each is node else each for each in self.nodes]

    def parent(self, level: GoalLevel) -> Node | None:
        """Return what a goal of this level belongs under."""
        higher = [n for n in self.nodes if RANKS[n.level] < RANKS[level]]
        above = [*higher, *self._beside(level)]
        return above[-1] if above else self._top(level)

    @property
    def numbers(self) -> set[str]:
        """The numbers or letters of the open goals."""
        return {node.number for node in self.nodes if node.number}

    def numbered(self, number: str) -> Node | None:
        """Return the open goal with a number, or None."""
        return next((n for n in self.nodes if number and n.number == number), None)

    def level_of(self, label: Label) -> GoalLevel:
        """Return the level of a labelled goal, by its number where it has no own."""
        above = self.numbered(label.number_above)
        is_within = above is not None and above.level is GoalLevel.LONG_TERM
        if is_within and label.level in (None, GoalLevel.LONG_TERM):
            return GoalLevel.SUB_GOAL
        return label.level or GoalLevel.LONG_TERM

    def leave(self, level: GoalLevel) -> None:
        """Leave goals of a level, and what is under them."""
        higher = [n for n in self.nodes if RANKS[n.level] < RANKS[level]]
        kept = [*higher, *self._beside(level)]
        self.nodes = [each for each in self.nodes if each in kept]

    def leave_below(self, level: GoalLevel) -> None:
        """Leave the goals that are lower than a level."""
        self.nodes = [n for n in self.nodes if RANKS[n.level] <= RANKS[level]]

    def close(self, depth: int) -> None:
        """Leave what stands at a heading's depth or deeper."""
        self.nodes = [node for node in self.nodes if node.depth < depth]

    def _beside(self, level: GoalLevel) -> list[Node]:
        beside = [n for n in self.nodes if RANKS[n.level] == RANKS[level]]
        return [n for n in beside if n.level is not level and self._is_the_one(n)]

    def _is_the_one(self, node: Node) -> bool:
        """Tell whether all can stand under it: not under one of several."""
        return node.level is not GoalLevel.OVERARCHING or len(self._overarching) == 1

    def _top(self, level: GoalLevel) -> Node | None:
        """Return what stands above the whole: the overarching goal, or the vision."""
        if level in (GoalLevel.VISION, GoalLevel.SUB_GOAL):
            return None
        above = (GoalLevel.OVERARCHING, GoalLevel.VISION)
        order = above[1:] if level is GoalLevel.OVERARCHING else above
        tops = (self._tops[level] for level in order if level in self._tops)
        return next(filter(self._is_the_one, tops), None)
