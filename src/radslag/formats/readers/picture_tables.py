"""Tables in a picture of a page: its rules make cells, and words stand in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from radslag.formats.readers.joining import join_all
from radslag.formats.readers.model import Box
from radslag.formats.readers.pdf_tables import FoundTable, is_table
from radslag.formats.readers.picture_words import ReadWord
from radslag.formats.readers.table_ends import (
    MissingRule,
    ends_of,
    missing_rules,
)

if TYPE_CHECKING:
    from radslag.formats.readers.picture_rules import Rules

# Points between rules that are one, between pieces of one, and where they should meet.
SAME, BROKEN, NEAR = 3, 8, 6
SAME_LINE = 0.5
# A picture with more of them is of squared paper, or of nothing that is read.
MOST_CROSSINGS = 3000

Cell: TypeAlias = tuple[float, float, float, float]


class Sorted(NamedTuple):
    """The tables of a picture, and the words that stand in none."""

    tables: list[FoundTable]
    words: list[ReadWord]


def sort_words(words: Sequence[ReadWord], rules: "Rules") -> Sorted:
    """Put words in the cells that rules make."""
    tables: list[FoundTable] = []
    rest = list(words)
    for drawn, missing in drawn_tables(rules):
        within: dict[Cell, list[ReadWord]] = {cell: [] for cell in drawn.cells}
        outside: list[ReadWord] = []
        for word in rest:
            cell = cell_of(word, drawn.cells, rules)
            (outside if cell is None else within[cell]).append(word)
        table = table_of(drawn, within, rules, missing)
        if is_table(table.rows):
            tables.append(table)
            rest = outside
    return Sorted(tables, rest)


def drawn_tables(
    rules: "Rules",
) -> Iterator[tuple[Any, Sequence[MissingRule]]]:
    """Give the tables that rules make, each with the rules that would close it."""
    if not rules.lying or not rules.standing:
        return
    from pdfplumber import table as plumber  # noqa: PLC0415 - slow to import.

    edges = plumber.merge_edges(list(edges_of(rules)), SAME, SAME, BROKEN, BROKEN)
    missing = list(missing_rules(edges))
    edges += [{**rule.drawn(), "orientation": "h"} for rule in missing]
    crossings = plumber.edges_to_intersections(edges, NEAR, NEAR)
    if len(crossings) > MOST_CROSSINGS:
        return
    for cells in plumber.cells_to_tables(plumber.intersections_to_cells(crossings)):
        # Only to be asked for its words would it need a page.
        yield plumber.Table(cast("Any", None), cells), missing


def edges_of(rules: "Rules") -> Iterator[dict[str, Any]]:
    """Give the rules as the library takes them."""
    for rule in rules.lying:
        begin, end, at, _ = rule
        yield {
            "orientation": "h", "x0": begin, "x1": end, "top": at, "bottom": at,
            "width": end - begin, "height": 0,
        }  # fmt: skip
    for rule in rules.standing:
        begin, end, at, _ = rule
        yield {
            "orientation": "v", "x0": at, "x1": at, "top": begin, "bottom": end,
            "width": 0, "height": end - begin,
        }  # fmt: skip


def cell_of(word: ReadWord, cells: Iterable[Cell], rules: "Rules") -> Cell | None:
    """Return the cell that the middle of a word stands in, if it stands in one."""
    x, y = middle_of(word, rules)
    for cell in cells:
        if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]:
            return cell
    return None


def middle_of(word: ReadWord, rules: "Rules") -> tuple[float, float]:
    """Return where the middle of a word is on the page as it was printed."""
    left, top, right, bottom = word.box
    return rules.straight((left + right) / 2, (top + bottom) / 2)


def table_of(
    drawn: Any,  # noqa: ANN401 - a table of a library without types.
    within: Mapping[Cell, Sequence[ReadWord]],
    rules: "Rules",
    missing: Sequence[MissingRule],
) -> FoundTable:
    """Return a table with the words of its cells."""
    cells = [
        [list(lines_in(within.get(cell, ()), rules)) for cell in row.cells]
        for row in drawn.rows
    ]
    return FoundTable(
        box_of(drawn.bbox, rules),
        [[join_all(lines) for lines in row] for row in cells],
        [box_of(row.bbox, rules) for row in drawn.rows],
        ends_of(drawn.bbox, cells[-1], missing),
    )


def lines_in(words: Iterable[ReadWord], rules: "Rules") -> Iterator[str]:
    """Give the lines of a cell, from the first to the last."""
    line: list[tuple[float, str]] = []
    bottom = 0.0
    placed = [(middle_of(word, rules), word) for word in words]
    for (x, y), word in sorted(placed, key=lambda one: one[0][1]):
        if line and y > bottom:
            yield " ".join(text for _, text in sorted(line))
            line = []
        if not line:
            bottom = y + SAME_LINE * (word.box.bottom - word.box.top)
        line.append((x, word.text))
    if line:
        yield " ".join(text for _, text in sorted(line))


def box_of(edges: Cell, rules: "Rules") -> Box:
    """Return a frame of the printed page as a frame in the picture."""
    left, top, right, bottom = edges
    corners = [rules.askew(x, y) for x in (left, right) for y in (top, bottom)]
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))
