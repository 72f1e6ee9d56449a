"""A web page's tables: a merged cell once, and every row as wide."""

from collections.abc import Sequence

from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.web_lists import Markers
from radslag.formats.readers.web_words import Words, words_in
from radslag.formats.readers.xml_parts import Element

WIDEST_SPAN = 100
# Fewer columns make no table, but a frame; fewer rows a line.
FEWEST, MANY = 2, 3


def own_rows(table: Element) -> list[Element]:
    """Return a table's rows, those of the tables in it left out."""
    return [
        row
        for row in table.iter("tr")
        if next(row.iterancestors("table"), None) is table
    ]


def cells_in(row: Element) -> list[Element]:
    """Return a row's cells."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_grid(table: Element) -> bool:
    """Tell whether a table in a cell is one of its own, and not lines of the cell.

    It is where it has many columns, or two that are headed.
    """
    rows = [cells_in(row) for row in own_rows(table) if has_words(row)]
    width = max(map(len, rows), default=0)
    if len(rows) < FEWEST or width < FEWEST:
        return False
    is_headed = all(cell.tag == "th" for cell in rows[0])
    texts = [["".join(map(str, cell.itertext())) for cell in row] for row in rows]
    return width >= MANY or is_headed or header_rows(texts) > 0


def has_words(element: Element) -> bool:
    """Tell whether there are any words in an element."""
    return any(str(text).strip() for text in element.itertext())


def is_layout(table: Element) -> bool:
    """Tell whether a table only lays out the page.

    It does where it has one column, and where every row with two filled cells has a
    table in one of them.
    """
    rows = own_rows(table)
    if all(len(cells_in(row)) < FEWEST for row in rows):
        return True
    if next(table.iterdescendants("table"), None) is None:
        return False
    with_words = [row for row in rows if next(row.iter("table"), None) is None]
    return not any(sum(map(has_words, cells_in(row))) >= FEWEST for row in with_words)


def grid_of(
    rows: Sequence[Element], markers: Markers
) -> tuple[list[list[str]], list[Words]]:
    """Return the rows' texts; what a wide or high cell covers is empty."""
    covered: set[tuple[int, int]] = set()
    grid, found = [], []
    for at, row in enumerate(rows):
        texts: list[str] = []
        for cell in cells_in(row):
            while (at, len(texts)) in covered:
                texts.append("")
            width, height = columns_of(cell), rows_of(cell, len(rows) - at)
            for below in range(1, height):
                covered |= {(at + below, len(texts) + x) for x in range(width)}
            found.append(words_in(cell, markers))
            texts += [cell_text(found[-1]), *[""] * (width - 1)]
        grid.append(texts)
    return grid, found


def cell_text(words: Words) -> str:
    """Return a cell's text, its lines where the page breaks them."""
    lines = (" ".join(line.split()) for line in words.lines)
    return "\n".join(lines).strip()


def columns_of(cell: Element) -> int:
    """Return how many columns a cell covers."""
    stated = str(cell.get("colspan") or "")
    return min(max(int(stated), 1), WIDEST_SPAN) if stated.isdecimal() else 1


def rows_of(cell: Element, left: int) -> int:
    """Return how many rows a cell covers of those that are left; nought is all."""
    stated = str(cell.get("rowspan") or "")
    height = int(stated[:4]) if stated.isdecimal() else 1
    return min(height or left, left)
