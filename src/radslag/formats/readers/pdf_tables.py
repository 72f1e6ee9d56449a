"""Tables on a PDF's pages, looked for only where rules or frames suggest one."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from radslag.formats.readers.joining import join_all
from radslag.formats.readers.model import Box
from radslag.formats.readers.pdf_text import Drawn

FEWEST_RULES = 3
FEWEST_UPRIGHTS = 2
FEWEST_FRAMES = 4
# Rules alone are a table's only when this many lines have gaps in them.
FEWEST_GAPS = 3
ONLY_RULES = {"vertical_strategy": "text", "horizontal_strategy": "lines"}


class FoundTable(NamedTuple):
    """A table on a page, with the frame of each of its rows."""

    box: Box
    rows: list[list[str]]
    row_boxes: list[Box]


def may_hold_table(drawn: Drawn, gaps: int) -> bool:
    """Tell whether it is worth looking for a table on the page."""
    if drawn.rules >= FEWEST_RULES and drawn.uprights >= FEWEST_UPRIGHTS:
        return True
    return len(drawn.frames) >= FEWEST_FRAMES or is_ruled_only(drawn, gaps)


def is_ruled_only(drawn: Drawn, gaps: int) -> bool:
    """Tell whether the page has rules between rows and none between columns."""
    is_open = drawn.uprights < FEWEST_UPRIGHTS and len(drawn.frames) < FEWEST_FRAMES
    return is_open and drawn.rules >= FEWEST_RULES and gaps >= FEWEST_GAPS


class TableFinder:
    """Finds tables on the pages of one file; the library opens it when first needed."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file: Any = None

    def tables(self, page: int, *, only_rules: bool) -> Iterator[FoundTable]:
        """Give the tables on a page; pages are counted from one."""
        if self.file is None:
            import pdfplumber  # noqa: PLC0415 - slow to import, and only for tables.

            self.file = pdfplumber.open(io.BytesIO(self.content))
        found = self.file.pages[page - 1]
        settings = ONLY_RULES if only_rules else {}
        for table in found.find_tables(settings):
            rows = [[whole(cell) for cell in row] for row in table.extract()]
            boxes = [Box(*map(float, row.bbox)) for row in table.rows]
            if is_table(rows):
                yield FoundTable(Box(*map(float, table.bbox)), rows, boxes)
        found.close()

    def close(self) -> None:
        """Let go of the file."""
        if self.file is not None:
            self.file.close()


def whole(cell: str | None) -> str:
    """Return a cell's text with its lines joined; a covered cell is empty."""
    return join_all((cell or "").split("\n"))


def is_table(rows: list[list[str]]) -> bool:
    """Tell whether rows are a table, and not a frame around text."""
    filled = [row for row in rows if any(row)]
    width = sum(any(column) for column in zip(*filled, strict=False))
    return width > 1 and (len(filled) > 1 or width > 2)  # noqa: PLR2004 - a row of three.
