"""The papers that minutes list under an item, each with its day."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    Column,
    head_word,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.papers import of_kind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in

_HEAD: Final = re.compile(r"(?i)(?:besluts)?underlag\W*|handlingar(?: i ärendet)?\W*")


class _Listed(NamedTuple):
    title: Piece
    values: dict[str, Value | None]


def add_papers_below(
    item: Item, found: Found, meeting: Found, gathering: Gathering
) -> None:
    """Add the papers under "Beslutsunderlag", and those of a table, that have days.

    What has no day may be no paper but a line that tells of one.
    """
    for title, values in (*_under_head(item.lines), *_in_table(item.lines)):
        gathering.add(
            "papers",
            slug(f"{found.key}-{title.text}"),
            {
                "title": title.value(),
                "meeting": title.value(meeting.key),
                "item": title.value(found.key),
            }
            | values,
        )


def _under_head(lines: list[Line]) -> Iterator[_Listed]:
    is_under = False
    for line in lines:
        if _HEAD.fullmatch(line.text):
            is_under = True
            continue
        values = of_kind(line.piece) if is_under and not line.is_row else {}
        is_under = values.get("dated_on") is not None
        if is_under:
            yield _Listed(line.piece, values)


def _in_table(lines: list[Line]) -> Iterator[_Listed]:
    """Give the papers of rows below "Datum | Från | Handling"."""
    held: dict[Column, int] = {}
    for line in lines:
        words = [head_word(cell.text) for cell in line.cells] if line.is_row else []
        heads = {w: n for w, n in zip(words, line.columns, strict=False) if w}
        if Column.PAPER in heads and Column.DAY in heads:
            held = heads
            continue
        held = held if line.is_row else {}
        cells = dict(zip(line.columns, line.cells, strict=True))
        if held and held[Column.PAPER] in cells and held[Column.DAY] in cells:
            day = day_in(cells[held[Column.DAY]])
            title = cells[held[Column.PAPER]]
            if day and day.has_year:
                dated: dict[str, Value | None] = {"dated_on": day.piece.value(day.day)}
                yield _Listed(title, of_kind(title) | dated)
