"""What an agenda says of its items beside their titles: who presents them."""

import re
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    is_kind,
    presenter_in_title,
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.papers import is_paper
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    whole_register_number,
)

_NO_TEXT: Final = (
    Column.NUMBER,
    Column.REGISTER_NUMBER,
    Column.KIND,
    Column.DAY,
    Column.CLOCK,
    Column.PAPER,
)
_PRESENTS: Final = re.compile(
    r"(?i)^(?:föredragande|föredras av|föredragning|ansvarig|presenteras av|inleds av"
    r"|rapportör)\s*:?\s*(?P<who>\S.*)$"
)
_CLOCK: Final = re.compile(
    r"(?i)^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d.*)?$|^\d+ ?min"
)


def texts_of(item: Item) -> list[Piece]:
    """Return what stands with an item and is neither its number nor its paper."""
    not_text = [cell for column, cell in item.said.items() if column in _NO_TEXT]
    cells = [
        c
        for c in item.cells[1:]
        if not (c in not_text or is_kind(c) or is_paper(c) or whole_register_number(c))
    ]
    lines = [line.piece for line in item.lines if not is_paper(line.piece)]
    return [*(cell for cell in cells if not _CLOCK.match(cell.text)), *lines]


def presenter_of(item: Item) -> Piece | None:
    """Return who presents an item, or None."""
    named = item.said.get(Column.PRESENTER) or presenter_in_title(item.title)
    if named:
        return named
    for piece in texts_of(item):
        said = piece.find(_PRESENTS)
        if said or is_name(piece.text):
            return said or piece
    return None
