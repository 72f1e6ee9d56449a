"""A table of an agenda's papers, below its items: which paper is of which item."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    NO_COLUMNS,
    Column,
    Columns,
    columns_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.papers import of_kind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.source import Piece

_NUMBER: Final = re.compile(r"§?\s*(\d{1,3})[.)]?")


def add_papers_in_tables(
    lines: Sequence[Line], meeting: Found, gathering: Gathering
) -> None:
    """Add the papers of rows that begin with the number of an item of the meeting."""
    for number, title in _rows(lines):
        item = gathering.get("agenda_items", f"{meeting.key}-{number}")
        if item is None:
            continue
        values = {
            "title": title.value(),
            "meeting": title.value(meeting.key),
            "item": title.value(item.key),
        }
        key = slug(f"{item.key}-{title.text}")
        gathering.add("papers", key, values | of_kind(title))


def heads_papers(line: Line) -> bool:
    """Tell whether a row heads a table of papers by their items' numbers."""
    return _item_column(columns_of(line) or NO_COLUMNS) is not None


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, Piece]]:
    columns = NO_COLUMNS
    for line in lines:
        head = columns_of(line)
        if head or not line.is_row:
            columns = head or NO_COLUMNS
            continue
        first = _item_column(columns)
        said = columns.said(line)
        number = _NUMBER.fullmatch(said[first].text.strip()) if first in said else None
        if number and Column.PAPER in said:
            yield int(number[1]), said[Column.PAPER]


def _item_column(columns: Columns) -> Column | None:
    """Return what the column before the papers holds, where a table has no more."""
    held = list(columns.names.values())
    first = held[0] if held else None
    is_of_items = first in (Column.NUMBER, Column.TITLE)
    return first if is_of_items and held[1:] == [Column.PAPER] else None
