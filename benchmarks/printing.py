"""Prints what was measured as tables that can be pasted into docs/speed.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The pages need the program set up; laying out a table does not.
    from benchmarks.pages import Measured

# Two timings of the same page in one run differ by up to this much.
NOISE = 1.25


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Lay out a table in Markdown, figures to the right."""
    written = [[str(cell) for cell in row] for row in rows]
    widths = [
        max(len(line[place]) for line in [list(head), *written])
        for place in range(len(head))
    ]
    rule = [
        "-" * width if place == 0 else "-" * (width - 1) + ":"
        for place, width in enumerate(widths)
    ]
    return "\n".join(_line(line, widths) for line in [list(head), rule, *written])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *rest])} |"


def times(demo: Sequence[Measured], large: Sequence[Measured], floor_ms: float) -> str:
    """Print each page's time against the floor, and how it grows with its rows."""
    return table(
        (
            "page", "demo ms", "÷ F", "rows", "queries",
            "large ms", "÷ F", "rows", "queries", "growth ÷ rows",
        ),
        [
            (
                small.name,
                f"{small.milliseconds:.1f}",
                f"{small.milliseconds / floor_ms:.1f}",
                small.rows,
                small.queries,
                f"{big.milliseconds:.1f}",
                f"{big.milliseconds / floor_ms:.1f}",
                big.rows,
                big.queries,
                _growth(small, big),
            )
            for small, big in zip(demo, large, strict=True)
        ],
    )  # fmt: skip


def _growth(small: Measured, big: Measured) -> str:
    """Say how much faster the time grows than the rows; over one is worse."""
    time = big.milliseconds / small.milliseconds
    rows = max(big.rows, 1) / max(small.rows, 1)
    quotient = time / max(rows, 1)
    return f"{quotient:.2f}" + (" WORSE" if quotient > NOISE else "")
