"""The goal tree: a box for each goal, from left to right, and lines between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from radslag.web.pictures.lettering import wrapped

WIDTH: Final = 208
_INSET: Final = 12
_BESIDE: Final = 34
_ABOVE: Final = 12
_MOST_NAME_LINES: Final = 4
_MOST_OWNER_LINES: Final = 2
# Letter size and line height of each kind of line.
_SIZES: Final = {
    "level": (12, 17),
    "name": (15, 19),
    "owner": (12, 16),
    "count": (13, 20),
}


@dataclass(frozen=True)
class GoalFact:
    """A goal as the picture tells it: all in words already."""

    level: str
    name: str
    owner: str
    count: str
    is_bare: bool = False
    children: tuple["GoalFact", ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of text: what kind it is, where its foot stands."""

    kind: str
    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Box:
    """A goal's box with its lines; bare when nothing is done for it."""

    x: int
    y: int
    width: int
    height: int
    is_bare: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Branch:
    """A line from a goal to one under it, as a path of the drawing."""

    path: str
    is_bare: bool


@dataclass(frozen=True)
class TreePicture:
    """The whole drawing, as wide and high as it needs to be."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    branches: tuple[Branch, ...]


def goal_tree_picture(roots: Sequence[GoalFact]) -> TreePicture:
    """Draw the goals: each column a level deeper, no box upon another.

    A goal stands in the middle of those under it; every text fits within its box.
    """
    boxes: list[Box] = []
    branches: list[Branch] = []
    top = 0
    for root in roots:
        _draw(root, 0, top, boxes, branches)
        top += _span(root) + _ABOVE
    return TreePicture(
        width=max((box.x + box.width for box in boxes), default=0),
        height=max(top - _ABOVE, 0),
        boxes=tuple(boxes),
        branches=tuple(branches),
    )


def _draw(
    fact: GoalFact, depth: int, top: int, boxes: list[Box], branches: list[Branch]
) -> Box:
    span, under = _span(fact), _span_under(fact)
    box = _box(fact, depth, top)
    boxes.append(box)
    below = top + (span - under) // 2
    for child in fact.children:
        drawn = _draw(child, depth + 1, below, boxes, branches)
        branches.append(Branch(_path(box, drawn), child.is_bare))
        below += _span(child) + _ABOVE
    return box


def _span(fact: GoalFact) -> int:
    return max(_height(fact), _span_under(fact))


def _span_under(fact: GoalFact) -> int:
    spans = [_span(child) for child in fact.children]
    return sum(spans) + _ABOVE * (len(spans) - 1) if spans else 0


def _height(fact: GoalFact) -> int:
    lines = sum(_SIZES[kind][1] for kind, _ in _written(fact))
    return lines + 2 * _INSET - 4


def _box(fact: GoalFact, depth: int, top: int) -> Box:
    height = _height(fact)
    x = depth * (WIDTH + _BESIDE)
    y = top + (_span(fact) - height) // 2
    lines, foot = [], y + _INSET - 6
    for kind, text in _written(fact):
        foot += _SIZES[kind][1]
        lines.append(Line(kind, text, x + _INSET, foot))
    return Box(x, y, WIDTH, height, fact.is_bare, tuple(lines))


def _written(fact: GoalFact) -> Iterator[tuple[str, str]]:
    room = WIDTH - 2 * _INSET
    for kind, text, most in (
        ("level", fact.level, 1),
        ("name", fact.name, _MOST_NAME_LINES),
        ("owner", fact.owner, _MOST_OWNER_LINES),
        ("count", fact.count, 1),
    ):
        for line in wrapped(text, room, _SIZES[kind][0], most):
            yield kind, line


def _path(above: Box, below: Box) -> str:
    """Write a line that leaves one box and enters another level."""
    x, y = above.x + above.width, above.y + above.height // 2
    to_x, to_y = below.x, below.y + below.height // 2
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"
