"""Tables that were read as lines of text: their head, and their rows cut into cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from radslag.formats.understanding.extracting.budget_parts.words import is_sum
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import columns_in

_FIRST: Final = re.compile(r"(?i)^\W*(?:kommun(?:er)?|medlem(?:skommun|mar)?)\b")
_COLUMN: Final = re.compile(
    r"(?i)(?:antal\s+)?(?:invånare|invånarantal|folkmängd|befolkning)"
    r"(?:\s+\d{4}-\d\d-\d\d|\s+\d{1,2}\s+\w+\s+\d{4})?"
    r"|(?:års|medlems|kommun)?avgift(?:er)?(?:\s+\d{4})?(?:\s*\(?t?kr\)?)?"
    r"|andel(?:\s*\(?%\)?)?|belopp(?:\s*\(?t?kr\)?)?|kr/inv\w*"
)
_NUMBER: Final = re.compile(r"\d")


@dataclass
class LinedTable:
    """A table that is being put together of lines."""

    head: tuple[Piece, ...]
    rows: list[tuple[Piece, ...]] = field(default_factory=list)

    def take(self, line: Piece) -> bool:
        """Take a line as the next row, and tell whether it was one."""
        match = _NUMBER.search(line.text)
        if match is None:
            return False
        name = line.part(0, match.start()).strip(" \t:")
        if not (known_name(name.text) or is_sum(name.text)):
            return False
        figures = columns_in(
            line.part(match.start(), len(line.text)), len(self.head) - 1
        )
        if any(figure.is_beside for figure in figures):
            return False
        if figures:
            self.rows.append((name, *(figure.piece for figure in figures)))
        return bool(figures)


def lined_tables(lines: Iterator[Piece]) -> Iterator[LinedTable]:
    """Give the tables of municipalities that stand as lines with a head above."""
    table: LinedTable | None = None
    for line in lines:
        if table and table.take(line):
            continue
        if table and table.rows:
            yield table
        head = head_of(line)
        table = LinedTable(head) if head else None
    if table and table.rows:
        yield table


def head_of(line: Piece) -> tuple[Piece, ...] | None:
    """Return the columns that a line names, "Kommun Invånare Avgift tkr", or None."""
    first = _FIRST.match(line.text)
    if first is None:
        return None
    columns = [line.group(match) for match in _COLUMN.finditer(line.text, first.end())]
    rest = _COLUMN.sub("", line.text[first.end() :]).strip(" \t|.:()")
    return (
        (line.group(first), *columns) if columns and len(rest) <= len("tkr") else None
    )
