"""Where a page's end cuts a table: its uprights go on past its last rule."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from radslag.formats.readers.composing import PageEnds

# A rule as the library gives it, among much else: "x0", "x1", "top", "bottom".
Edge: TypeAlias = Mapping[str, Any]

NEAR = 3.0
# Uprights that go on for less than a line of text are drawn a little too long.
SHORTEST_ROW = 6.0
FEWEST_UPRIGHTS = 3


class MissingRule(NamedTuple):
    """A rule that would close a row: how high on the page, from where, and to where."""

    y: float
    left: float
    right: float
    is_above: bool

    def is_at(self, y: float) -> bool:
        """Tell whether the rule is as high on the page as this."""
        return abs(self.y - y) < NEAR

    def drawn(self) -> dict[str, Any]:
        """Return the rule as the library takes it."""
        width = self.right - self.left
        return {
            "object_type": "line", "x0": self.left, "x1": self.right, "width": width,
            "top": self.y, "bottom": self.y, "height": 0,
        }  # fmt: skip


def ends_of(
    edges: Sequence[float],
    last_row: Iterable[Iterable[str]],
    missing: Iterable[MissingRule],
    columns: Iterable[float] = (),
) -> PageEnds:
    """Return how a table meets the page's ends, from the lines of its last row."""
    _, top, _, bottom = edges
    closing = list(missing)
    return PageEnds(
        any(rule.is_above and rule.is_at(top) for rule in closing),
        any(not rule.is_above and rule.is_at(bottom) for rule in closing),
        tuple(tuple(filter(None, lines)) for lines in last_row),
        columns=tuple(columns),
    )


def missing_rules(edges: Sequence[Edge]) -> Iterator[MissingRule]:
    """Give the rules that are not drawn where three uprights or more end together."""
    uprights = [edge for edge in edges if edge["orientation"] == "v"]
    heights = [edge for edge in edges if edge["orientation"] == "h"]
    for is_above in (True, False):
        for together in ending_together(uprights, "top" if is_above else "bottom"):
            rule = rule_at(together, is_above=is_above)
            if len(together) >= FEWEST_UPRIGHTS and is_missing(rule, heights):
                yield rule


def ending_together(uprights: Iterable[Edge], end: str) -> Iterator[list[Edge]]:
    """Give the uprights that end at the same height."""
    ordered = sorted(uprights, key=lambda edge: float(edge[end]))
    last: list[Edge] = []
    for edge in ordered:
        if last and edge[end] - last[0][end] > NEAR:
            yield last
            last = []
        last.append(edge)
    if last:
        yield last


def rule_at(uprights: Sequence[Edge], *, is_above: bool) -> MissingRule:
    """Return the rule where uprights end."""
    ends = [edge["top" if is_above else "bottom"] for edge in uprights]
    sides = [float(edge["x0"]) for edge in uprights]
    y = min(ends) if is_above else max(ends)
    return MissingRule(float(y), min(sides), max(sides), is_above)


def is_missing(rule: MissingRule, heights: Iterable[Edge]) -> bool:
    """Tell whether no rule is drawn there, nor within a line's height of it."""
    return not any(
        abs(edge["top"] - rule.y) < SHORTEST_ROW
        and edge["x0"] < rule.right
        and edge["x1"] > rule.left
        for edge in heights
    )
