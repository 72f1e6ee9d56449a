"""A DOCX file's tables: a merged cell once, and every row as wide."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from radslag.formats.readers.docx_paragraphs import Words, words_of
from radslag.formats.readers.docx_styles import W, is_on, value
from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.xml_parts import Element

WIDEST_SPAN = 100
DEEPEST = 30
# Fewer columns make no table, but a frame; fewer rows a line.
FEWEST, MANY = 2, 3
AROUND = tuple(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


Marker: TypeAlias = Callable[[Element], str]


@dataclass
class Grid:
    """A table's cells as texts, and what its paragraphs hold beside."""

    marker: Marker
    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    words: list[Words] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    # Tables in the cells, which are tables of their own.
    tables: list[Element] = field(default_factory=list)
    read: int = 0


def cells_of_layout(table: Element) -> list[Element] | None:
    """Return the cells of a table that only lays out text or tables, else nothing.

    Such is one of a single column, and one of a single row with a table in it.
    """
    rows = [row for row in inside(table, f"{W}tr") if has_text(row)]
    cells = [cell for row in rows for cell in inside(row, f"{W}tc")]
    is_frame = max(map(width_of, rows), default=0) < FEWEST
    within = (each for cell in cells for each in tables_in(cell))
    if is_frame or (len(rows) < FEWEST and any(map(is_table, within))):
        return cells
    return None


def has_text(element: Element) -> bool:
    """Tell whether there is anything in the element that may be seen."""
    return next(element.iter(f"{W}r"), None) is not None


def is_table(table: Element) -> bool:
    """Tell whether a table in a cell is one of its own, and not lines of the cell.

    It is where it has many columns, or two that are headed.
    """
    rows = [row for row in inside(table, f"{W}tr") if has_text(row)]
    width = max(map(width_of, rows), default=0)
    if len(rows) < FEWEST or width < FEWEST:
        return False
    return width >= MANY or header_rows([bare_texts(row) for row in rows]) > 0


def bare_texts(row: Element) -> list[str]:
    """Return what the cells of a row say, however it is said."""
    cells = inside(row, f"{W}tc")
    return ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in cells]


def tables_in(cell: Element) -> list[Element]:
    """Return the tables that stand in a cell, but not in a table there."""
    return inside(cell, f"{W}tbl")


def width_of(row: Element) -> int:
    """Return how many columns a row reaches over."""
    return columns_before(row) + sum(map(span_of, inside(row, f"{W}tc")))


def columns_before(row: Element) -> int:
    """Return how many columns a row begins after."""
    before = value(row.find(f"{W}trPr/{W}gridBefore"))
    return min(int(before), WIDEST_SPAN) if before.isdigit() else 0


def span_of(cell: Element) -> int:
    """Return how many columns a cell reaches over."""
    span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
    return min(int(span), WIDEST_SPAN) if span.isdigit() else 1


def grid_of(table: Element, marker: Marker) -> Grid:
    """Return the table's grid, with the markers that its paragraphs show."""
    grid = Grid(marker)
    bold_rows = 0
    for row in inside(table, f"{W}tr"):
        first = len(grid.words)
        cells = row_of(row, grid)
        if not any(cells):
            continue
        grid.rows.append(cells)
        filled = [words for words in grid.words[first:] if words.text.strip()]
        is_bold = bool(filled) and all(words.is_bold for words in filled)
        bold_rows += is_bold and bold_rows == len(grid.rows) - 1
        marked = is_on(row.find(f"{W}trPr/{W}tblHeader"))
        grid.heads += marked and grid.heads == len(grid.rows) - 1
    if not grid.heads:
        is_bold_head = bold_rows == 1 and sum(map(bool, grid.rows[0])) > 1
        grid.heads = int(is_bold_head) or header_rows(grid.rows)
    return grid


def inside(element: Element, tag: str) -> list[Element]:
    """Return the rows or cells, also those that stand in a control or a change."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in AROUND:
            found += inside(child, tag)
    return found


def row_of(row: Element, grid: Grid) -> list[str]:
    """Return a row's texts; what a merged cell covers is empty."""
    grid.read += 1
    cells = [""] * columns_before(row)
    for cell in inside(row, f"{W}tc"):
        text = cell_text(cell, grid)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and value(merge) != "restart":
            grid.hidden += [text] if text else []
            text = ""
        cells += [text, *[""] * (span_of(cell) - 1)]
    return cells


def cell_text(cell: Element, grid: Grid, depth: int = 0) -> str:
    """Return a cell's text: paragraphs, and rows of tables in it, each on its line."""
    texts = []
    for child in cell:
        if child.tag == f"{W}p":
            texts.append(paragraph_text(child, grid))
        elif child.tag == f"{W}tbl" and is_table(child):
            grid.tables.append(child)
        elif child.tag != f"{W}tcPr" and depth < DEEPEST:
            grid.read += child.tag == f"{W}tr"
            texts.append(cell_text(child, grid, depth + 1))
    between = " " if cell.tag == f"{W}tr" else "\n"
    return between.join(texts).replace("\t", " ").strip()


def paragraph_text(paragraph: Element, grid: Grid) -> str:
    """Return a paragraph's text after the number that it shows, if any."""
    words = words_of(paragraph)
    grid.words.append(words)
    return f"{grid.marker(paragraph)} {words.text}".lstrip(" ")
