"""Tables on a PDF's pages, looked for only where rules or frames suggest one."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from radslag.formats.readers.cell_lines import text_of_cell
from radslag.formats.readers.composing import PageEnds
from radslag.formats.readers.model import Box
from radslag.formats.readers.pdf_drawn import Drawn
from radslag.formats.readers.table_ends import MissingRule, ends_of, missing_rules

FEWEST_RULES = 3
FEWEST_UPRIGHTS = 2
FEWEST_FRAMES = 4
# What stands within so many points of the same height is one line.
LINE_HEIGHT = 3


class FoundTable(NamedTuple):
    """A table on a page, with the frame of each of its rows."""

    box: Box
    rows: list[list[str]]
    row_boxes: list[Box]
    ends: PageEnds = PageEnds()


def may_hold_table(drawn: Drawn) -> bool:
    """Tell whether it is worth looking for a table whose cells are closed."""
    if drawn.rules >= FEWEST_RULES and drawn.uprights >= FEWEST_UPRIGHTS:
        return True
    return len(drawn.frames) >= FEWEST_FRAMES


class TableFinder:
    """Finds tables on the pages of one file; the library opens it when first needed."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file: Any = None
        self.pages_cut: set[int] = set()

    def goes_on(self, page: int) -> bool:
        """Tell whether the page before ended in the middle of a row."""
        return page - 1 in self.pages_cut

    def tables(self, page: int) -> Iterator[FoundTable]:
        """Give the tables on a page; pages are counted from one."""
        if self.file is None:
            import pdfplumber  # noqa: PLC0415 - slow to import, and only for tables.

            self.file = pdfplumber.open(io.BytesIO(self.content))
        found = self.file.pages[page - 1]
        finder = found.debug_tablefinder({})
        rules = list(missing_rules(finder.edges))
        if rules:
            lines = {"explicit_horizontal_lines": [rule.drawn() for rule in rules]}
            finder = found.debug_tablefinder(lines)
        for drawn in finder.tables:
            table = found_table(drawn, rules)
            is_rest = table.ends.is_open_above and self.goes_on(page)
            if is_rest or is_table(table.rows):
                if table.ends.is_open_below:
                    self.pages_cut.add(page)
                yield table
        found.close()

    def close(self) -> None:
        """Let go of the file."""
        if self.file is not None:
            self.file.close()


def columns_of(drawn: Any) -> list[float]:  # noqa: ANN401 - a table of a library without types.
    """Return where the columns of a table begin."""
    return sorted({round(float(cell[0]), 1) for cell in drawn.cells})


def found_table(drawn: Any, rules: Sequence[MissingRule]) -> FoundTable:  # noqa: ANN401 - a table of a library without types.
    """Return a table as the library found it, with how it meets the page's ends."""
    texts = drawn.extract()
    cells = [[(cell or "").split("\n") for cell in row] for row in texts]
    box = Box(*map(float, drawn.bbox))
    return FoundTable(
        box,
        [
            [
                text_in(drawn.page, frame, text or "")
                for frame, text in zip(row.cells, said, strict=True)
            ]
            for row, said in zip(drawn.rows, texts, strict=True)
        ],
        [Box(*map(float, row.bbox)) for row in drawn.rows],
        ends_of(box, cells[-1], rules, columns_of(drawn)),
    )


def text_in(page: Any, frame: Any, text: str) -> str:  # noqa: ANN401 - a page of a library without types.
    """Return the text of a cell as its lines are set; a covered cell is empty."""
    if frame is None or "\n" not in text:
        return text
    from pdfplumber.utils.clustering import cluster_objects  # noqa: PLC0415 - slow to import, and only for tables.
    from pdfplumber.utils.text import extract_words  # noqa: PLC0415 - as above.

    left, top, right, bottom = map(float, frame)
    inside = [
        each
        for each in page.chars
        if left <= (each["x0"] + each["x1"]) / 2 < right
        and top <= (each["top"] + each["bottom"]) / 2 < bottom
    ]
    lines = cluster_objects(
        extract_words(inside, return_chars=True), "top", LINE_HEIGHT
    )
    return text_of_cell(lines, left, right)


def is_table(rows: list[list[str]]) -> bool:
    """Tell whether rows are a table, and not a frame around text."""
    filled = [row for row in rows if any(row)]
    width = sum(any(column) for column in zip(*filled, strict=False))
    return width > 1 and (len(filled) > 1 or width > 2)  # noqa: PLR2004 - a row of three.
