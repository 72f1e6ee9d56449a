"""What a budget's rows are: lines of a side, sums to be checked, heads of others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, DocumentKind
from radslag.formats.readers.model import Cell, Heading, Table
from radslag.formats.understanding.extracting.budget_parts.closing import closes
from radslag.formats.understanding.extracting.budget_parts.rows import (
    Row,
    drawn_together,
    head_of_line,
    lines_of,
    parted,
    row_of_columns,
    row_of_line,
    rows_under,
)
from radslag.formats.understanding.extracting.budget_parts.running_text import (
    rows_of_text,
)
from radslag.formats.understanding.extracting.budget_parts.words import (
    is_chapter,
    is_part_of,
    is_result,
    is_sum,
    side_named,
    side_of,
    unit_in,
    year_in,
)
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

_OTHER: Final = re.compile(
    r"(?i)per kommun|fördelning (?:av avgift|mellan|per)|uppföljning|utfall|bokslut"
    r"|invånar|folkmängd|befolkning|avgifter? (?:per|för)|kommunernas\s+\w*avgift"
    r"|^\W*balans|tillgångar|eget kapital|ekonomisk ställning"
)
_CAPTION: Final = re.compile(r"(?i)\W*(?:tabell|tab\.|(?:alla\s+)?belopp|siffror)")
# A heading that was not read as one, of what comes after the budget.
_AFTER: Final = re.compile(
    r"(?i)\W*(?:\d[\d.]*\s+)?(?:kalend\w+|möte\w*|sammanträde\w*|organisation\w*"
    r"|aktiviteter|mål|konferenser|uppföljning|bilag\w+|handlingsplan|presidium)\W*"
)
_ACTIVITIES: Final = re.compile(r"(?i)aktivitet|åtgärd|insats|ansvarig|tidplan|delmål")
_RESIDENTS: Final = re.compile(r"(?i)invånar|folkmängd|befolkning")
# What there is and what is owed, and what each municipality pays, are no budget.
_BALANCE: Final = re.compile(r"(?i)tillgångar|skulder|eget kapital")
_TOWNS: Final = re.compile(r"(?i)^\W*(?:medlems)?kommun(?:er)?\b")
_SIDE_ROW: Final = re.compile(
    r"(?i)\s*(?:intäkter|kostnader|utgifter|summa (?:int|kos))"
)
_ANY_LEVEL: Final = 99
_AMOUNTS: Final = re.compile(r"(?i)\b(?:belopp\w*|siffror\w*|summor\w*|tal(?:en)?)\b")
_LONGEST_REMARK: Final = 100


class Kind(Enum):
    """What a row of a budget is."""

    LINE = auto()
    SUM = auto()
    RESULT = auto()
    PART = auto()
    HEAD = auto()


@dataclass(frozen=True)
class Entry:
    """A row, what it is, the side it stands under and the words that say so."""

    row: Row
    kind: Kind
    side: BudgetSide | None = None
    side_words: Piece | None = None
    year: int | None = None
    is_by_sum: bool = False


@dataclass
class Place:
    """Where in the budget the reading is."""

    year: int | None
    level: int | None = None
    side: BudgetSide | None = None
    side_words: Piece | None = None
    unit: Piece | None = None
    head: tuple[Piece, ...] | None = None
    is_elsewhere: bool = False

    @property
    def is_in_budget(self) -> bool:
        """Tell whether what stands here is of the budget."""
        return self.level is not None and not self.is_elsewhere

    def turn(self, side: BudgetSide, words: Piece) -> None:
        """Go on to a side of the budget."""
        self.side, self.side_words = side, words
        self.unit = unit_in(words) or self.unit
        self.is_elsewhere = False


def entries_of(portion: Portion) -> Iterator[Entry]:
    """Give the rows of the budgets of a part of a document, in order.

    Lines without a heading are of the side that the sum below them names.
    """
    entries = list(_read(portion))
    for number, entry in enumerate(entries):
        below = next((e for e in entries[number:] if e.kind is Kind.SUM), None)
        side = side_named(below.row.name.text) if below else None
        if entry.side or below is None or side is None or below.year != entry.year:
            yield entry
        else:
            yield replace(entry, side=side, side_words=below.row.name, is_by_sum=True)


def _read(portion: Portion) -> Iterator[Entry]:
    place = Place(portion.year)
    for number, block in enumerate(portion.blocks):
        piece = portion.piece(block)
        if isinstance(block, Heading) and not _is_row(piece, place):
            _enter(place, piece, block.level, portion.year)
        elif isinstance(block, Table):
            if _is_budget(block, place):
                above = _unit_above(portion, number)
                place.unit = above or place.unit or _unit_below(portion, number)
                yield from _entries(_rows_of_table(block, place, portion), place)
        elif portion.kind is not DocumentKind.ACTION_PLAN:
            # An action plan's lines tell what each activity costs.
            for line in lines_of(piece):
                yield from _line(line, place, portion.year)


def _is_row(heading: Piece, place: Place) -> bool:
    """Tell whether a heading is a line with its sum, read as one for its bold words."""
    if not place.is_in_budget:
        return False
    is_run_together = len(list(lines_of(heading))) > 1
    row = row_of_line(heading, place.unit)
    return is_run_together or (row is not None and not _is_of_year(row))


def _is_of_year(row: Row) -> bool:
    """Tell whether the only figures are a year: "Avgifter 2026" is a heading."""
    said = row.amount.piece.text.strip() if row.amount else ""
    return re.fullmatch(r"(?:19|20|21)\d\d", said) is not None


def _unit_above(portion: Portion, number: int) -> Piece | None:
    """Return the unit that a remark right above a table gives: "Alla belopp i tkr"."""
    for block in portion.blocks[max(number - 1, 0) : number]:
        if not isinstance(block, (Table, Heading)):
            return _unit_told(portion.piece(block))
    return None


def _unit_below(portion: Portion, number: int) -> Piece | None:
    """Return the unit that the caption under a table gives."""
    for block in portion.blocks[number + 1 : number + 2]:
        piece = portion.piece(block)
        is_caption = not isinstance(block, Table) and _CAPTION.match(piece.text)
        if is_caption and len(piece.text) <= _LONGEST_REMARK:
            return unit_in(piece)
    return None


def _rows_of_table(table: Table, place: Place, portion: Portion) -> Iterator[Row]:
    """Give the rows; a table without a head has that of the one before it."""
    head, rows = parted(table, portion.source.piece)
    width = max((len(row) for row in rows), default=0)
    if head:
        place.head = head
    elif place.head and len(place.head) >= width:
        head = place.head
    else:
        rows = drawn_together(rows)
    return rows_under(head, rows, place.year, place.unit)


def _enter(place: Place, heading: Piece, level: int, year: int | None) -> None:
    text = heading.text.strip()
    side = side_of(text)
    if side:
        place.level = level if place.level is None else place.level
        place.turn(side, heading)
    elif is_chapter(text):
        place.level, place.side, place.side_words = level, None, None
        place.head = None
        place.year, place.unit = year_in(text) or year, unit_in(heading)
        place.is_elsewhere = bool(_OTHER.search(text))
    elif place.level is not None and level <= place.level:
        place.level = None
    elif _OTHER.search(text):
        place.is_elsewhere = True
    else:
        place.unit = unit_in(heading) or place.unit


def _line(line: Piece, place: Place, year: int | None) -> Iterator[Entry]:
    text = line.text.strip()
    side = side_of(text)
    if side:
        place.level = _ANY_LEVEL if place.level is None else place.level
        place.turn(side, line)
    elif place.level is None and is_chapter(text) and len(text.split()) <= 4:  # noqa: PLR2004 - a heading that was not read as one.
        _enter(place, line, _ANY_LEVEL, year)
    elif _AFTER.fullmatch(text):
        place.level = None
    elif place.is_in_budget:
        told = list(rows_of_text(line))
        yield from _entries(iter(told) if told else _rows_of_line(line, place), place)


def _rows_of_line(line: Piece, place: Place) -> Iterator[Row]:
    head = head_of_line(line)
    if head:
        place.head = head
        place.unit = unit_in(line) or place.unit
        return
    row = row_of_line(line, place.unit)
    if place.head:
        row = row_of_columns(line, place.head, place.year, place.unit) or row
    if row:
        yield row
    else:
        place.unit = _unit_told(line) or place.unit


def _unit_told(line: Piece) -> Piece | None:
    """Return the unit that a remark gives; its other sentences may hold figures."""
    for sentence in sentences_of(line):
        is_remark = sentence.text == line.text or _AMOUNTS.search(sentence.text)
        is_short = len(sentence.text) <= _LONGEST_REMARK
        if is_remark and is_short and not re.search(r"\d", sentence.text):
            unit = unit_in(sentence)
            if unit:
                return unit
    return None


def _entries(rows: Iterator[Row], place: Place) -> Iterator[Entry]:
    above: list[Row] = []
    listed = list(rows)
    for number, row in enumerate(listed):
        text = row.name.text.strip()
        side = side_of(text)
        if _is_towns(row, place):
            place.is_elsewhere = True
        is_own = side and place.side in (None, side)
        if is_own and closes(row, above, listed[number + 1 :]):
            yield Entry(row, Kind.SUM, side, row.name, place.year)
            place.side, place.side_words, above = None, None, []
            continue
        above = [] if side else [*above, row]
        if side:
            place.turn(side, row.name)
        if side and row.figures:
            yield _entry(row, Kind.HEAD, place)
        elif row.figures and not place.is_elsewhere:
            yield _entry(row, _kind(text), place)


def _is_towns(row: Row, place: Place) -> bool:
    """Tell whether a row is of a municipality's residents or fee, under no side."""
    return place.side is None and known_name(row.name.text) is not None


def _entry(row: Row, kind: Kind, place: Place) -> Entry:
    side = row.side or place.side
    words = row.side_words if row.side else place.side_words
    return Entry(row, kind, side, words, place.year)


def _kind(text: str) -> Kind:
    if is_result(text):
        return Kind.RESULT
    if is_sum(text):
        return Kind.SUM
    return Kind.PART if is_part_of(text) else Kind.LINE


def _first_rows(table: Table) -> Iterator[Sequence[Cell]]:
    """Give the titles that stand above a table's head, and the head."""
    for row in table.rows:
        yield row
        if sum(bool(cell.text.strip()) for cell in row) > 1:
            return


def _is_budget(table: Table, place: Place) -> bool:
    """Tell whether a table is a budget, and not activities or residents' figures."""
    head = " ".join(cell.text for row in _first_rows(table) for cell in row)
    if any(p.search(head) for p in (_ACTIVITIES, _RESIDENTS, _BALANCE, _TOWNS)):
        return False
    names = [row[0].text for row in table.rows if row]
    if table.rows and all(known_name(c.text) for c in table.rows[0][:2]):
        # Columns of municipalities hold what each of them pays.
        return False
    if sum(_BALANCE.search(name) is not None for name in names) > 1:
        return False
    if any(_SIDE_ROW.match(name) for name in names):
        place.level = _ANY_LEVEL if place.level is None else place.level
        place.is_elsewhere = False
        return True
    towns = sum(known_name(name) is not None for name in names)
    return place.is_in_budget and (towns * 2 < len(names) or place.side is not None)
