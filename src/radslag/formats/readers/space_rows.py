"""Lines in columns as rows: a cell that goes on over several lines is put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from radslag.formats.readers.joining import begins_low, join
from radslag.formats.readers.space_columns import Cells, Column, Row
from radslag.formats.readers.tab_tables import NUMBER
from radslag.formats.readers.text_lines import Line

# A cell that ends so goes on below, however the next line begins.
OPEN = re.compile(
    r"(?:\w ?[-,/–&]|\b(?:och|eller|samt|för|i|på|av|med|till|om|från|inom|en|ett|den|"
    r"mellan|under|mot|vid|per|enligt|genom|att|som))$"
)
COUNTED = re.compile(r"\d{1,3}[.)]?$")
FEWEST_PIECES = 3
# In a narrower column, two words that do not fit beside each other say nothing.
NARROW = 16


@dataclass
class Whole:
    """A row that is being put together: its first line, its cells, and their ends."""

    line: Line
    cells: Cells
    last: Cells
    width: int
    low_tells: bool
    is_counted: bool = False

    def goes_on(self, cells: Cells, first: Column) -> bool:
        """Tell whether a line's cells are the rest of those above them.

        They are if each goes on, or if the leftmost does and the line fills fewer cells
        than the row. What stands alone below another column than the first is too.
        """
        if self.is_counted:
            return first not in cells
        leftmost = next(iter(cells))
        if leftmost not in self.last or self.has_new_figure(cells):
            return False
        if len(cells) == 1 and leftmost is not first:
            return True
        rests = [self.is_rest(column, text) for column, text in cells.items()]
        if leftmost is first and self.low_tells and begins_low(cells[first]):
            return True
        if len(cells) >= self.width or len(cells) == 1:
            return all(rests)
        return rests[0] or (any(rests) and self.is_full(leftmost, cells[leftmost]))

    def has_new_figure(self, cells: Cells) -> bool:
        """Tell whether a figure stands below a figure: then this is another row."""
        return any(
            NUMBER.match(text) and NUMBER.match(self.last.get(column, ""))
            for column, text in cells.items()
        )

    def is_rest(self, column: Column, text: str) -> bool:
        """Tell whether the text goes on where the cell above it broke off."""
        above = self.last.get(column, "")
        is_low = self.low_tells and begins_low(text)
        return bool(above) and (is_low or OPEN.search(above) is not None)

    def is_full(self, column: Column, text: str) -> bool:
        """Tell whether the text's first word had no room on the line above it."""
        width = column.end - column.start
        needed = len(self.last[column]) + 1 + len(text.split(" ", maxsplit=1)[0])
        return width >= NARROW and needed > width

    def take(self, cells: Cells) -> None:
        """Put each text below what stands over it: on its own line, or going on."""
        for column, text in cells.items():
            above = self.cells.get(column, "")
            is_one = not above or self.is_one_text(column, text)
            self.cells[column] = join(above, text) if is_one else f"{above}\n{text}"
            self.last[column] = text

    def is_one_text(self, column: Column, text: str) -> bool:
        """Tell whether a text and what stands above it are the same: "kvartal", "1"."""
        is_number = text[0].isdigit() and self.last[column].isalpha()
        return is_number or self.is_rest(column, text) or self.is_full(column, text)


def whole_rows(rows: Sequence[Row], first: Column) -> list[Whole]:
    """Return the rows, each with all of its lines."""
    is_parted = are_parted(rows)
    low_tells = len(rows) > 1 and not begins_low(next(iter(rows[1].cells.values())))
    numbers = [COUNTED.match(row.cells.get(first, "")) for row in rows]
    is_counted = sum(map(bool, numbers)) > 1
    found: list[Whole] = []
    for number, row in enumerate(rows):
        is_rest = bool(found) and not row.is_after_blank
        if is_rest and (
            is_parted
            or found[-1].goes_on(row.cells, first)
            or (number == 1 and is_rest_of_head(rows, first))
        ):
            found[-1].take(row.cells)
        else:
            cells = dict(row.cells)
            width = len(cells)
            found.append(
                Whole(row.line, cells, dict(cells), width, low_tells, is_counted)
            )
    return found


def pieces_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the rows between blank lines."""
    piece: list[Row] = []
    for row in rows:
        if row.is_after_blank and piece:
            yield piece
            piece = []
        piece.append(row)
    yield piece


def are_parted(rows: Sequence[Row]) -> bool:
    """Tell whether blank lines part the rows, so that all other lines go on."""
    pieces = list(pieces_of(rows))
    if not FEWEST_PIECES <= len(pieces) < len(rows):
        return False
    return all(
        len(row.cells) < max(len(piece[0].cells), 2)
        for piece in pieces
        for row in piece[1:]
    )


def is_rest_of_head(rows: Sequence[Row], first: Column) -> bool:
    """Tell whether the second line is the rest of the head: only it names no row."""
    are_named = [first in row.cells for row in rows[:4]]
    return are_named == [True, False, True, True]
