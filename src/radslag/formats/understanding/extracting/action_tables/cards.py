"""Tables with a label in front of each value: the cards of one activity or of some."""

from collections.abc import Iterator
from typing import Final

from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.action_tables.columns import (
    TELLING,
    says_of,
)
from radslag.formats.understanding.extracting.action_tables.labelled import Said
from radslag.formats.understanding.extracting.goal_trees.tables import level_of_column
from radslag.formats.understanding.source import Piece, Source, tidy

FEWEST_ROWS: Final = 2
_WIDTHS: Final = (2, 4)


def is_card(table: Table) -> bool:
    """Tell whether the rows have labels in front, and tell who, when or what it costs.

    A first row may name the activity alone, over the whole width.
    """
    if len(table.rows[0]) not in _WIDTHS or len(table.rows) < FEWEST_ROWS:
        return False
    labels = [pair[0].text for row in table.rows for pair in _pairs(row)]
    known = [text for text in labels if says_of(text) or level_of_column(text)]
    values = [pair[1].text for row in table.rows for pair in _pairs(row)]
    # The head of a table has labels beside each other, and so none has a value.
    is_head = any(says_of(pair[1].text) for pair in _pairs(table.rows[0]))
    is_telling = any(says_of(text) in TELLING for text in known)
    is_filled = any(value.strip() for value in values)
    return (
        is_telling and is_filled and not is_head and len(known) * 3 >= len(labels) * 2
    )


def rows_of_card(source: Source, table: Table) -> Iterator[Piece | Said]:
    """Give what each row says by its labels; a row with one cell only is its words."""
    for row in table.rows:
        pieces = [source.piece(cell).strip() for cell in row]
        filled = [piece for piece in pieces if piece]
        if len(filled) == 1 and filled[0] == pieces[0] and not says_of(str(pieces[0])):
            yield filled[0]
            continue
        said: Said = {}
        for label, value in zip(pieces[::2], pieces[1::2], strict=True):
            if value and any(map(str.isalnum, value.text)):
                says = None if level_of_column(str(label)) else says_of(str(label))
                said[tidy(str(label)).strip(" :").capitalize()] = (says, value)
        yield said


def _pairs(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, Cell]]:
    for label, value in zip(row[::2], row[1::2], strict=True):
        if label.text.strip():
            yield label, value
