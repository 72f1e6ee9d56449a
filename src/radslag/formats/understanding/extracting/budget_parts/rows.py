"""The rows of a budget, from tables, tabs and lines of text alike."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.budget_parts.columns import (
    Column,
    Columns,
    amount_in,
    columns_of,
    is_figure,
)
from radslag.formats.understanding.extracting.budget_parts.words import (
    side_of,
    unit_in,
    unit_word,
    year_in,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.sums import (
    BESIDE,
    FoundSum,
    columns_in,
    sums_in,
)

_EDGES: Final = " \t\n.:;–—-…_|,"
_FOOTNOTE: Final = r"\s*(?:\*+|[¹²³]|\d\))*"
_AFTER_SUM: Final = re.compile(rf"{_FOOTNOTE}[\s.;,|]*(?P<note>\([^()]*\))?[\s.;*]*")
# A line that ends so before its sum is running text, and no line of a budget.
_RUNNING: Final = re.compile(
    r"(?i)(?:\b(?:är|till|på|om|med|var|blir|blev|för|av|och|att|kostar|uppgår|cirka|ca"
    r"|högst|minst|under|den|från|i|mot|plus|samt|eller|per|ger|ca\.|kl\.?)|=|\+|,)\s*$"
)
_VERB: Final = re.compile(
    r"(?i)\b(?:är|ska|skall|uppgår|beräknas|baseras|bekräftas|innebär|avser att|kommer"
    r"|fastställ\w+|beslut(?:ar|ade|ades)|fördelas|betalar|betalas|var|består"
    r"|omsluter|omfattar|omslöt|motsvarar|återbetalas|överförs)\b"
)
# "Not 2. Inkl. konsulter 640 tkr" tells of a row above.
_REMARK: Final = re.compile(
    r"(?i)\W*(?:fot)?not(?:er)?\.?\s*:?\s*\d{1,2}\b(?!\s*(?:t|m)?kr)"
)
_LEADING: Final = re.compile(r"\s*(?:[:–—-]\s*|(?:till|för|avser)\s+)+")
_LETTERS: Final = re.compile(r"[A-Za-zÅÄÖåäö]{2}")
_HEADS: Final = re.compile(
    r"(?i)budget|utfall|prognos|bokslut|plan|post|belopp|kr\b"
    r"|^\s*(?:in|ut|intäkt(?:er)?|kostnad(?:er)?|inkomst(?:er)?|utgift(?:er)?)\s*$"
)
_COLUMN_HEAD: Final = re.compile(
    r"(?i)(?:(?:budget|utfall|prognos|bokslut|plan)\s*(?:år\s*)?)?(?:19|20|21)\d\d"
    r"|(?:budget|utfall|prognos|bokslut)\b"
)
_HEAD_REST: Final = r"(?i)(?:\w+)?\W*(?:t?kr|m?n?kr|kronor)?"
_FEWEST_COLUMNS: Final = 2
_YEAR_HEAD: Final = re.compile(
    r"(?i)\D{0,40}(?:19|20|21)\d\d(?:\s*\(?(?:t?kr|m?n?kr|kronor)\)?)?"
    r"|\D{0,20}(?:19|20|21)\d\d-\d\d-\d\d"
)
_LONGEST_NAME: Final = 160
# "4 kommuner × 250 000 kr" tells how a sum is made.
_TIMES: Final = re.compile(r"(?i)(?:[×*]|\bx|\b[àá])\s*\d")
_NEXT_LINE: Final = re.compile(r"\*?\s+[A-ZÅÄÖ]")
_SIDE_FIRST: Final = re.compile(
    r"(?:Intäkter|Inkomster|Finansiering|Kostnader|Utgifter):?\s+(?=[A-ZÅÄÖ])"
)
_ANY_YEAR: Final = 2000


@dataclass(frozen=True)
class Row:
    """A row with a name and its sum; the name stands alone where it heads others."""

    name: Piece
    amount: FoundSum | None = None
    unit: Piece | None = None
    side: BudgetSide | None = None
    side_words: Piece | None = None
    note: Piece | None = None
    figures: Piece | None = None
    others: tuple[tuple[Column, Piece], ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


def parted(
    table: Table, piece_of: Callable[[Cell], Piece]
) -> tuple[tuple[Piece, ...], list[tuple[Piece, ...]]]:
    """Return the head of a table, empty where it has none, and its other rows.

    Where the head has two rows, a column's head is the lower one that says anything.
    """
    pieces = [tuple(piece_of(cell) for cell in row) for row in table.rows]
    titles, told = titles_above(pieces), table.header_rows
    below = max(told - titles, 0)
    if titles and _head_rows(pieces[titles:], below):
        pieces, told = pieces[titles:], below
    heads = _head_rows(pieces, told)
    head = pieces[heads - 1] if heads else ()
    if heads > 1:
        head = tuple(
            lower or upper
            for upper, lower in zip(*pieces[heads - 2 : heads], strict=True)
        )
    return head, pieces[heads:]


def titles_above(rows: Sequence[Sequence[Piece]]) -> int:
    """Return how many rows at the top are titles: one cell has words, and no sum."""
    told = ([cell for cell in row if cell] for row in rows)
    lines = takewhile(lambda cells: len(cells) == 1, told)
    titles = takewhile(lambda cells: not side_of(cells[0].text.strip()), lines)
    return sum(1 for _ in titles) if rows and len(rows[0]) > 1 else 0


def drawn_together(rows: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """Return the rows with their only figures in one column, wherever they stood.

    A page's table may be cut into more columns than it has.
    """
    told = [tuple(cell for cell in row[1:] if cell) for row in rows]
    if any(len(cells) > 1 for cells in told):
        return rows
    return [
        (row[0], *cells) if row else row for row, cells in zip(rows, told, strict=True)
    ]


def rows_under(
    head: tuple[Piece, ...],
    pieces: list[tuple[Piece, ...]],
    year: int | None,
    unit: Piece | None,
) -> Iterator[Row]:
    """Give the rows that stand under a head, which may be empty."""
    columns = columns_of(head, pieces, year)
    if head and head[0] and side_of(head[0].text.strip()):
        yield Row(head[0].strip())
    own = columns.unit or (unit_in(head[0]) if head else None) or unit
    for cells in pieces:
        yield from _row(cells, columns, own)


def _row(
    cells: tuple[Piece, ...], columns: Columns, unit: Piece | None
) -> Iterator[Row]:
    if not cells or not cells[0]:
        return
    name = cells[0].strip()
    chosen = [c for c in columns.chosen if c.number < len(cells) and cells[c.number]]
    note = None
    if columns.note is not None and columns.note < len(cells) and cells[columns.note]:
        note = cells[columns.note].strip()
    others = tuple(
        (c, cells[c.number].strip())
        for c in columns.others
        if c.number < len(cells) and cells[c.number]
    )
    if not chosen:
        yield Row(name, note=note, others=others)
    for column in chosen:
        its_unit = column.unit or unit
        figures = cells[column.number].strip()
        if not re.search(r"\d", figures.text):
            continue
        yield Row(
            name,
            amount_in(figures, its_unit),
            its_unit,
            column.side,
            column.head,
            note,
            figures,
            others,
            columns.certainty,
            columns.reason,
        )


def _head_rows(pieces: list[tuple[Piece, ...]], told: int) -> int:
    """Return how many rows head the columns: they have no sums, but words or years."""
    heads = 0
    for row in pieces[: max(told, 1)]:
        cells = [cell for cell in row[1:] if cell]
        if not cells or any(_is_sum(cell) for cell in cells):
            break
        if told or any(_HEADS.search(cell.text) or _is_a_year(cell) for cell in cells):
            heads += 1
    below = pieces[heads] if 0 < heads < len(pieces) else ()
    return heads + _parts_columns(below, pieces[heads - 1] if heads else ())


def _parts_columns(row: tuple[Piece, ...], above: tuple[Piece, ...]) -> bool:
    """Tell whether a row under the head says what each of its columns is.

    It names their years, or has words where the head above spans several columns.
    """
    cells = [cell for cell in row[1:] if cell]
    if len(cells) <= 1 or row[0]:
        return False
    is_spanned = any(low and not up for low, up in zip(row, above, strict=False))
    is_words = is_spanned and not any(map(_is_sum, cells))
    return is_words or all(map(_is_a_year, cells))


def _is_sum(cell: Piece) -> bool:
    return is_figure(cell) and not _is_a_year(cell)


def _is_a_year(cell: Piece) -> bool:
    return _YEAR_HEAD.fullmatch(cell.text.strip()) is not None


def row_of_line(line: Piece, unit: Piece | None) -> Row | None:
    """Return the row that a line of text is: a name and then its sum; or None."""
    if _REMARK.match(line.text):
        return None
    found = _no_days(line, sums_in(line, unit_word(unit)))
    trailing = _trailing(line, found)
    if len(trailing) == 1:
        first = trailing[0]
        after = line.part(first.piece.end - line.start, len(line.text))
        name = _without_bracket(line.part(0, first.piece.start - line.start))
        return _as_row(name, first, unit, after.find(r"\((.*)\)"))
    if len(found) == 1 and not line.text[: found[0].piece.start - line.start].strip():
        lead = _LEADING.match(line.text, found[0].piece.end - line.start)
        if lead:
            name = line.part(lead.end(), len(line.text)).strip(_EDGES)
            return _as_row(name, found[0], unit)
    return None


def row_of_columns(
    line: Piece, head: tuple[Piece, ...], year: int | None, unit: Piece | None
) -> Row | None:
    """Return the row of a line whose columns of figures a line above has announced."""
    found = _no_days(line, sums_in(line))
    if not found or _REMARK.match(line.text):
        return None
    first = found[0].piece
    name = _without_bracket(line.part(0, first.start - line.start))
    figures = columns_in(first.until(line), len(head) - 1, unit_word(unit))
    if not figures or _as_row(name, figures[0], unit) is None:
        return None
    cells = (name, *(figure.piece for figure in figures))
    row = next(rows_under(head, [cells], year, unit), None)
    if row and any(figure.is_beside for figure in figures):
        return replace(row, certainty=Certainty.PROBABLE, reason=BESIDE)
    return row


def _no_days(line: Piece, sums: Iterator[FoundSum]) -> list[FoundSum]:
    """Return the sums that are no years and stand in no day, "9 november 2028"."""
    days = [day.piece for day in days_in(line, _ANY_YEAR)]
    return [
        found
        for found in sums
        if not _is_year(found)
        and not any(day.start <= found.piece.start < day.end for day in days)
    ]


def _without_bracket(name: Piece) -> Piece:
    """Return a name without the bracket that opens its sum, "Personal (455)"."""
    bare = name.strip(_EDGES)
    is_open = bare.text.endswith("(")
    return bare.part(0, len(bare.text) - 1).strip(_EDGES) if is_open else bare


def head_of_line(line: Piece) -> tuple[Piece, ...] | None:
    """Return the columns that a line announces, "Budget 2025 Budget 2026", or None."""
    heads = [line.group(match) for match in _COLUMN_HEAD.finditer(line.text)]
    rest = _COLUMN_HEAD.sub("", line.text).strip(_EDGES + "()")
    if len(heads) < _FEWEST_COLUMNS or not re.fullmatch(_HEAD_REST, rest):
        return None
    return (line.part(0, heads[0].start - line.start), *heads)


def _trailing(line: Piece, found: list[FoundSum]) -> list[FoundSum]:
    """Return the sums that end a line, with nothing between them."""
    trailing: list[FoundSum] = []
    end = len(line.text)
    for each in reversed(found):
        between = line.text[each.piece.end - line.start : end]
        fits = _AFTER_SUM if not trailing else re.compile(r"[\s|]*")
        if not fits.fullmatch(between):
            break
        trailing.insert(0, each)
        end = each.piece.start - line.start
    return trailing


def _as_row(
    name: Piece, amount: FoundSum, unit: Piece | None, note: Piece | None = None
) -> Row | None:
    text = name.text
    before = text + " "
    if (
        not _LETTERS.search(text)
        or len(text) > _LONGEST_NAME
        or _RUNNING.search(before)
        or _VERB.search(text)
        or (_TIMES.search(text) is None and any(f.has_unit for f in sums_in(name)))
        or (not amount.has_unit and day_in(name, _ANY_YEAR))
    ):
        return None
    return Row(name, amount, unit, note=note, figures=amount.piece)


def _is_year(found: FoundSum) -> bool:
    return (
        not found.has_unit
        and str(found.piece).isdigit()
        and year_in(str(found.piece)) is not None
    )


def lines_of(piece: Piece) -> Iterator[Piece]:
    """Give the lines of a block, also those that reading has run together.

    "Möten 100 000 kr Konsulter 500 000 kr" is two lines, and a side's word before a
    capital letter is a heading of its own.
    """
    for line in piece.split(r"\n"):
        sums = [found for found in sums_in(line) if found.has_unit]
        if len(sums) < _FEWEST_COLUMNS:
            yield line
            continue
        start = 0
        for found in sums:
            end = found.piece.end - line.start
            if _NEXT_LINE.match(line.text, end):
                yield from _without_side(line.part(start, end).strip())
                start = end
        yield from _without_side(line.part(start, len(line.text)).strip())


def _without_side(line: Piece) -> Iterator[Piece]:
    match = _SIDE_FIRST.match(line.text)
    if match:
        yield line.group(match).strip()
    if line:
        yield line.part(match.end() if match else 0, len(line.text))
