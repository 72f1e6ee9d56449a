"""A DOCX file's tables: a merged cell once, and every row as wide."""

from dataclasses import dataclass, field

from radslag.formats.readers.docx_paragraphs import Words, words_of
from radslag.formats.readers.docx_styles import W, is_on, value
from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.xml_parts import Element

WIDEST_SPAN = 100
DEEPEST = 30


@dataclass
class Grid:
    """A table's cells as texts, and what its paragraphs hold beside."""

    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    words: list[Words] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    cells: list[Element] = field(default_factory=list)

    @property
    def is_frame(self) -> bool:
        """Tell whether the table is only a frame around text."""
        return max(map(len, self.rows), default=0) < 2  # noqa: PLR2004 - one column is no table.


def grid_of(table: Element) -> Grid:
    """Return the table's grid."""
    grid = Grid()
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
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            found += inside(child, tag)
    return found


def row_of(row: Element, grid: Grid) -> list[str]:
    """Return a row's texts; what a merged cell covers is empty."""
    before = value(row.find(f"{W}trPr/{W}gridBefore"))
    cells = [""] * (int(before) if before.isdigit() else 0)
    for cell in inside(row, f"{W}tc"):
        text = cell_text(cell, grid)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and value(merge) != "restart":
            grid.hidden += [text] if text else []
            text = ""
        grid.cells.append(cell)
        span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
        width = min(int(span), WIDEST_SPAN) if span.isdigit() else 1
        cells += [text, *[""] * (width - 1)]
    return cells


def cell_text(cell: Element, grid: Grid, depth: int = 0) -> str:
    """Return a cell's text, paragraphs and tables in it after each other."""
    texts = []
    for child in cell:
        if child.tag == f"{W}p":
            grid.words.append(words_of(child))
            texts.append(grid.words[-1].text)
        elif child.tag != f"{W}tcPr" and depth < DEEPEST:
            texts.append(cell_text(child, grid, depth + 1))
    return " ".join(" ".join(texts).split())
