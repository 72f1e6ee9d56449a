"""Tables in a text whose columns only spaces keep apart, as lines with tabs.

A program that prints a page as text lays a table out so, and so does a person at a
keyboard. What stands side by side is a table only where something says so: words that
head columns, figures below each other, or three columns that line up. Two addresses,
signatures and the head of a letter stand side by side too, and are left as they are.
"""

import re
from collections.abc import Mapping, Sequence

from radslag.formats.readers.headings import MONTH
from radslag.formats.readers.joining import begins_low
from radslag.formats.readers.model import Part
from radslag.formats.readers.space_columns import (
    MANY_COLUMNS,
    Column,
    Layout,
    Row,
    may_begin,
)
from radslag.formats.readers.space_rows import whole_rows
from radslag.formats.readers.tab_tables import NUMBER
from radslag.formats.readers.text_lines import Line

FIGURE = re.compile(rf"(?:{NUMBER.pattern})|\([\d\s.,]+\)$|[-–]$")
ADDRESS = re.compile(
    r"(?:SE?-)?\d{3} ?\d{2} +[A-ZÅÄÖ]|(?i:box \d|postadress|besöksadress|org\.? ?nr)"
)
SIGNER = re.compile(
    r"(?i)(?:\w+s )?(?:[12]:e )?(?:vice )?(?:ordförande|sekreterare|justerare|"
    r"\w+direktör|\w*kommunalråd|\w+chef)$"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d|\bden \d")
FIRST_DAY = re.compile(
    r"(?i)(?:(?:mån|tis|ons|tors|fre|lör|sön)\w* )?(?:den )?(?:\d{4}-\d\d-\d\d|"
    rf"\d{{1,2}}(?: ?[-–] ?\d{{1,2}})? (?:{MONTH})\b|\d{{1,2}}/\d{{1,2}}\b)"
)
LETTERS = re.compile(r"[^\W\d_]{2}")
FEWEST_ROWS = 3
# So many beginnings are tried among lines that stand side by side and are no table.
MOST_TRIES = 8


def with_columns(
    lines: Sequence[Line], margins: Mapping[int, Part]
) -> tuple[list[Line], dict[int, Part]]:
    """Return the lines, rows of tables made lines with tabs, and where margins are now.

    A cell that goes on over several lines is put together, on its row's first line. A
    table may go on over a page's end; the margins between its pages come after it.
    """
    found: list[Line] = []
    moved: dict[int, Part] = {}
    finder, at = Finder(lines, margins), 0
    while at < len(lines):
        rows, end = finder.rows_at(at)
        found += rows
        for place in range(at, end):
            if place in margins:
                moved[len(found)] = margins[place]
            if place in margins or not rows:
                found.append(lines[place])
        at = end
    return found, moved


class Finder:
    """Looks for tables in lines, never long in vain at the same place."""

    def __init__(self, lines: Sequence[Line], margins: Mapping[int, Part]) -> None:
        self.lines = lines
        self.margins = margins
        self.until = 0
        self.tries = 0

    def rows_at(self, at: int) -> tuple[list[Line], int]:
        """Return the rows of the table that begins here, if any, and what is next."""
        if at in self.margins or not may_begin(self.lines[at].text):
            return [], at + 1
        layout, end = self.layout_at(at)
        if rows := rows_of(layout):
            return rows, layout.rows[-1].place + 1
        if at >= self.until:
            self.until, self.tries = end, 0
        self.tries += 1
        return [], at + 1 if self.tries < MOST_TRIES else max(self.until, at + 1)

    def layout_at(self, at: int) -> tuple[Layout, int]:
        """Return the lines from here on that stand in columns, and where they end."""
        layout, blanks, is_turned = Layout(), 0, False
        for place in range(at, len(self.lines)):
            line = self.lines[place]
            is_turned |= (
                place in self.margins or line.page != self.lines[place - 1].page
            )
            if not line.text.strip():
                blanks += 1
            elif place not in self.margins:
                # A page's end parts as much as one blank line does.
                if not layout.take(line, place, 1 if is_turned else blanks):
                    return layout, place
                blanks, is_turned = 0, False
        return layout, len(self.lines)


def rows_of(layout: Layout) -> list[Line]:
    """Return the rows as lines with tabs; none if the lines are no table."""
    trim(layout.rows)
    if not layout.rows or not is_table(layout):
        return []
    columns = layout.columns
    return [
        row.line._replace(text="".join(f"{row.cells.get(c, '')}\t" for c in columns))
        for row in whole_rows(layout.rows, columns[0])
    ]


def trim(rows: list[Row]) -> None:
    """Leave out last lines of one cell that do not go on: they are text below."""
    while rows and len(rows[-1].cells) == 1:
        (column, text), *_ = rows[-1].cells.items()
        is_below = len(rows) > 1 and column in rows[-2].cells
        is_first = column.start == min(c.start for c in rows[0].cells)
        is_rest = begins_low(text) or not is_first
        if is_below and is_rest and not rows[-1].is_after_blank:
            return
        rows.pop()


def is_table(layout: Layout) -> bool:
    """Tell whether lines in columns are a table, and not only side by side."""
    columns = layout.columns
    wide = [row for row in layout.rows if len(row.cells) > 1]
    if any(is_signed(row) for row in wide[1:]):
        return False
    if len(columns) < MANY_COLUMNS:
        is_known = layout.is_headed or has_figures(wide, columns) or has_days(wide)
        return len(wide) >= FEWEST_ROWS and is_known
    if layout.is_headed:
        return len(wide) > 1
    full = [row for row in wide if len(row.cells) >= MANY_COLUMNS]
    is_even = all(column.is_even() for column in columns[1:])
    return len(full) >= FEWEST_ROWS and is_even and not is_beside(wide)


def has_days(rows: Sequence[Row]) -> bool:
    """Tell whether each row begins with a day."""
    return all(FIRST_DAY.match(next(iter(row.cells.values()))) for row in rows)


def has_figures(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Tell whether the last column has figures below each other, beside words."""
    first, last = columns[0], columns[-1]
    below = [row.cells[last] for row in rows if last in row.cells]
    figures = [FIGURE.match(text) is not None for text in below]
    names = [row.cells.get(first, "") for row in rows]
    is_named = sum(LETTERS.search(name) is not None for name in names) * 2 > len(names)
    return is_named and sum(figures) >= FEWEST_ROWS and all(figures[1:])


def is_signed(row: Row) -> bool:
    """Tell whether the row says who signed, beside each other."""
    return all(SIGNER.match(text) for text in row.cells.values())


def is_beside(rows: Sequence[Row]) -> bool:
    """Tell whether addresses, or places and days to sign, stand beside each other."""
    texts = [text for row in rows for text in row.cells.values()]
    if any(ADDRESS.match(text) for text in texts):
        return True
    return any(all(DAY.search(text) for text in row.cells.values()) for row in rows)
