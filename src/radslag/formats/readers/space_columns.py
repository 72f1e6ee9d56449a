"""Lines whose parts stand below each other, with only spaces between: their columns."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from radslag.formats.readers.headings import numbered_heading
from radslag.formats.readers.tab_tables import COLUMN_WORDS, is_rule, is_sum
from radslag.formats.readers.text_lines import Line

CHUNK = re.compile(r"[^ ]+(?: [^ ]+)*")
GAP = re.compile(r"[^ ]  +[^ ]")
# Two spaces after a sentence are what a typist leaves there, and part no columns.
COLUMN_GAP = re.compile(r"[^ .!?:;]  +[^ ]|[.!?:;]   +[^ ]")
LEADERS = re.compile(r"\.{4}|…{2}|(?:\. ){3}")
SIGNING = re.compile(r"[_.…]{5,}$")
MOST_CHUNKS = 40
MOST_BLANKS = 2
WIDEST_HEAD = 40
# Fewer columns than this may be nothing but two things beside each other.
MANY_COLUMNS = 3
SHARE_EVEN = 0.6


class Chunk(NamedTuple):
    """Words that single spaces part, and where on the line they stand."""

    start: int
    end: int
    text: str

    @property
    def spaces(self) -> set[int]:
        """The places on the line where a space parts its words."""
        return {self.start + at for at, sign in enumerate(self.text) if sign == " "}


@dataclass(eq=False)
class Column:
    """A column: how far it reaches, and where each of its cells begins and ends."""

    start: int
    end: int
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def meets(self, chunk: Chunk) -> bool:
        """Tell whether the chunk stands above or below the column's cells."""
        return chunk.start < self.end and self.start < chunk.end

    def take(self, start: int, end: int) -> None:
        """Reach as far as a cell does."""
        self.start = min(self.start, start)
        self.end = max(self.end, end)
        self.starts.append(start)
        self.ends.append(end)

    def is_even(self) -> bool:
        """Tell whether most of the cells begin, or end, at the same place."""
        fewest = SHARE_EVEN * len(self.starts)
        return any(
            max(Counter(places).values()) >= fewest
            for places in (self.starts, self.ends)
        )


Cells: TypeAlias = dict[Column, str]


class Row(NamedTuple):
    """A line's cells by their column, the line, and its place among the lines."""

    cells: Cells
    line: Line
    place: int
    is_after_blank: bool


def chunks_of(text: str) -> list[Chunk]:
    """Return what wide gaps part on a line; a line of sentences is one chunk."""
    if "\t" in text or LEADERS.search(text) or text.strip().startswith("|"):
        return []
    if GAP.search(text) and not COLUMN_GAP.search(text):
        start = len(text) - len(text.lstrip(" "))
        return [Chunk(start, len(text), text.strip(" "))]
    return [Chunk(*found.span(), found[0]) for found in CHUNK.finditer(text)]


def cut_at(chunk: Chunk, starts: Sequence[int]) -> Iterator[Chunk]:
    """Give the parts of a chunk, of which the later begin at some of its words."""
    for start, end in pairwise((chunk.start, *starts, chunk.end + 1)):
        text = chunk.text[start - chunk.start : end - chunk.start].rstrip(" ")
        yield Chunk(start, start + len(text), text)


def may_begin(text: str) -> bool:
    """Tell whether a line has parts that stand wide apart."""
    return COLUMN_GAP.search(text) is not None and len(chunks_of(text)) > 1


class Layout:
    """Lines that stand in columns, as many as do after the first."""

    def __init__(self) -> None:
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self.blanks = 0
        self.is_headed = False

    def take(self, line: Line, place: int, blanks: int) -> bool:
        """Take a line, with how many blank ones are before it, if it is in columns."""
        self.blanks = blanks
        if blanks > MOST_BLANKS or (blanks and self.may_have_ended()):
            return False
        if is_rule(line.text) and "_" not in line.text:
            return True
        if is_signing(line.text):
            self.leave_piece()
            return False
        chunks = chunks_of(line.text)
        cells = self.cells_of(chunks) if 0 < len(chunks) <= MOST_CHUNKS else None
        if cells is None or self.begins_again(cells):
            return False
        self.rows.append(Row(cells, line, place, blanks > 0))
        self.is_headed = names_columns(self.rows[0].cells.values())
        return True

    def may_have_ended(self) -> bool:
        """Tell whether a line by itself is above: without a head, that is a text."""
        last = self.rows[-1]
        return len(last.cells) == 1 and last.is_after_blank and not self.is_headed

    def begins_again(self, cells: Cells) -> bool:
        """Tell whether the cells head another table, after a line by itself."""
        if not self.rows or len(cells) == 1:
            return False
        is_after_title = len(self.rows[-1].cells) == 1 and names_columns(cells.values())
        return is_after_title or cells == self.rows[0].cells

    def leave_piece(self) -> None:
        """Forget the lines since the last blank one: they belong to a signature."""
        while self.rows and not self.rows.pop().is_after_blank:
            pass

    def cells_of(self, chunks: list[Chunk]) -> Cells | None:
        """Return the chunks by the columns they stand in, or None if they do not."""
        if len(chunks) == 1:
            return self.single(chunks[0])
        if any(len(self.met_by(chunk)) > 1 for chunk in chunks):
            if pushed := self.by_order(chunks):
                return pushed
            chunks = [part for chunk in chunks for part in self.cut(chunk)]
        if len(self.rows) == 1:
            self.cut_head(chunks)
        return self.beside(chunks)

    def beside(self, chunks: list[Chunk]) -> Cells | None:
        """Return the cells of chunks of which each stands in a column, old or new."""
        found: dict[Column, list[Chunk]] = {}
        for chunk in chunks:
            met = self.met_by(chunk) or [Column(chunk.start, chunk.end)]
            if len(met) > 1:
                return None
            found.setdefault(met[0], []).append(chunk)
        if any(not is_one_cell(column, each) for column, each in found.items()):
            return None
        return self.taken(found)

    def met_by(self, chunk: Chunk) -> list[Column]:
        """Return the columns that a chunk stands above or below."""
        return [column for column in self.columns if column.meets(chunk)]

    def cut(self, chunk: Chunk) -> list[Chunk]:
        """Return a chunk cut where one space parts a cell from a full one before it."""
        starts = {column.start for column in self.met_by(chunk)[1:]}
        cuts = [at for at in starts if chunk.text[at - chunk.start - 1] == " "]
        return list(cut_at(chunk, sorted(cuts)))

    def cut_head(self, chunks: list[Chunk]) -> None:
        """Cut the words of the head where one space is over a gap below them."""
        for before, after in pairwise(chunks):
            over = set(self.met_by(before)) & set(self.met_by(after))
            for column in over:
                self.cut_column(column, before.end, after.start)

    def cut_column(self, column: Column, start: int, end: int) -> None:
        """Make the head's cell two at its only space between two places."""
        head = Chunk(column.start, column.end, self.rows[0].cells[column])
        spaces = [at for at in range(start, end) if at in head.spaces]
        if len(spaces) != 1:
            return
        self.columns.remove(column)
        parts = {Column(*c[:2]): [c] for c in cut_at(head, [spaces[0] + 1])}
        cells = {**self.rows[0].cells, **self.taken(parts)}
        del cells[column]
        ordered = sorted(cells.items(), key=lambda cell: cell[0].start)
        self.rows[0] = self.rows[0]._replace(cells=dict(ordered))

    def taken(self, found: dict[Column, list[Chunk]]) -> Cells:
        """Return the cells, their columns reaching as far as they do."""
        self.columns += [column for column in found if column not in self.columns]
        self.columns.sort(key=lambda column: column.start)
        for column, chunks in found.items():
            column.take(chunks[0].start, chunks[-1].end)
        return {
            column: " ".join(chunk.text for chunk in chunks)
            for column, chunks in found.items()
        }

    def by_order(self, chunks: list[Chunk]) -> Cells | None:
        """Return the cells of a full row in which one pushes the next to the right."""
        is_full = len(chunks) == len(self.columns) >= MANY_COLUMNS
        beside = list(zip(self.columns, chunks, strict=False))
        if len(self.rows) < 2 or not is_full or not beside[0][0].meets(chunks[0]):  # noqa: PLR2004 - two rows show columns.
            return None
        is_pushed = all(column.start <= chunk.start for column, chunk in beside)
        return {c: chunk.text for c, chunk in beside} if is_pushed else None

    def single(self, chunk: Chunk) -> Cells | None:
        """Return the only cell of a line: the rest of one above, or a row's head."""
        if numbered_heading(chunk.text):
            return None
        met = self.met_by(chunk)
        if not met and chunk.end < self.columns[0].start:
            is_known = self.is_headed or len(self.rows) == 1
            return self.taken({Column(*chunk[:2]): [chunk]}) if is_known else None
        if len(met) != 1:
            return None
        is_first = met[0] is self.columns[0]
        is_again = is_first and len(self.rows[-1].cells) == 1 and not self.is_headed
        if is_again and (self.blanks or not self.rows[-1].cells.get(met[0])):
            return None
        is_below = is_first or self.is_headed or not self.blanks
        return self.taken({met[0]: [chunk]}) if is_below else None


def names_columns(texts: Collection[str]) -> bool:
    """Tell whether texts are what columns are called by: of two both, else most."""
    known = sum(COLUMN_WORDS.match(text) is not None for text in texts)
    if any(is_sum(text) or len(text) > WIDEST_HEAD for text in texts):
        return False
    return (
        known * 2 >= len(texts) if len(texts) >= MANY_COLUMNS else known == len(texts)
    )


def is_one_cell(column: Column, chunks: list[Chunk]) -> bool:
    """Tell whether chunks below each other's column are one cell with a wide space."""
    gaps = (after.start - chunk.end for chunk, after in pairwise(chunks))
    return max(gaps, default=0) <= 2 * (len(column.starts) > 1)


def is_signing(text: str) -> bool:
    """Tell whether the line has lines drawn for signatures beside each other."""
    drawn = [SIGNING.match(part) is not None for part in text.split()]
    return len(drawn) > 1 and all(drawn)
