"""Which column of a budget is the plan's own, and what the others hold."""

import re
from dataclasses import dataclass
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.understanding.extracting.budget_parts.words import (
    side_of,
    unit_in,
    unit_word,
    year_in,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import FoundSum, sum_in, sums_in

_OUTCOME: Final = re.compile(r"(?i)utfall|bokslut|prognos|förbrukat|redovisat")
_NOTE: Final = re.compile(r"(?i)kommentar|\bnot\b|anmärkning|förklaring|beskrivning")
_BUDGET: Final = re.compile(
    r"(?i)budget|belopp|summa|kostnad|intäkt|plan\b|kronor|\bt?kr\b|\bm(?:n)?kr\b"
)
_SHARE: Final = re.compile(r"(?i)%|procent|förändring|diff(?:erens)?|avvikelse|andel")
ONE_OF_MANY: Final = "Flera kolumner har siffror och ingen säger att den är årets."

_IN_BRACKETS: Final = re.compile(r"\s*\(\s*\d[\d.,\s]*\)\s*")


@dataclass(frozen=True)
class Column:
    """A column of figures: its head, the year and the unit that the head gives."""

    number: int
    head: Piece | None
    year: int | None
    unit: Piece | None
    side: BudgetSide | None
    is_outcome: bool

    @property
    def words(self) -> str:
        """The head's words on one line."""
        return " ".join(str(self.head).split()) if self.head else ""


@dataclass(frozen=True)
class Columns:
    """The columns of a table: the chosen one of each side, the others, the notes."""

    chosen: tuple[Column, ...]
    others: tuple[Column, ...]
    note: int | None
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""

    @property
    def unit(self) -> Piece | None:
        """The unit that the chosen column's head gives."""
        return next((c.unit for c in self.chosen if c.unit), None)


def columns_of(
    head: tuple[Piece, ...], rows: list[tuple[Piece, ...]], year: int | None
) -> Columns:
    """Return what the columns of a table are, from its head and its figures."""
    width = max((len(row) for row in (head, *rows)), default=0)
    numeric = [n for n in range(1, width) if _is_numeric(n, rows)]
    all_columns = [_column(n, head) for n in numeric]
    figures = [c for c in all_columns if not _SHARE.search(c.words)]
    note = next(
        (n for n in range(1, len(head)) if _NOTE.search(head[n].text)),
        None if width - 1 in numeric else _text_column(width, numeric, rows),
    )
    chosen, is_sure = _chosen(figures, year)
    others = tuple(c for c in figures if c not in chosen)
    if is_sure:
        return Columns(chosen, others, note)
    return Columns(chosen, others, note, Certainty.DOUBTFUL, ONE_OF_MANY)


def _chosen(figures: list[Column], year: int | None) -> tuple[tuple[Column, ...], bool]:
    plans = [c for c in figures if not c.is_outcome]
    by_side = [c for c in plans if c.side and c.year in (None, year)]
    if len({c.side for c in by_side}) > 1:
        return tuple(by_side), True
    for candidates in (
        [c for c in plans if year and c.year == year],
        [c for c in plans if c.year is None and _BUDGET.search(c.words)],
        plans,
    ):
        if len(candidates) == 1:
            return tuple(candidates), candidates[0].year in (None, year)
    return tuple(plans[:1]), False


def _column(number: int, head: tuple[Piece, ...]) -> Column:
    piece = head[number] if number < len(head) and head[number] else None
    words = piece.text if piece else ""
    return Column(
        number,
        piece,
        year_in(words),
        unit_in(piece) if piece else None,
        side_of(words.strip()) or _single_side(words),
        bool(_OUTCOME.search(words)),
    )


def _single_side(words: str) -> BudgetSide | None:
    bare = words.strip().lower()
    if re.fullmatch(r"intäkt(?:er)?\b.*|in(?:komst(?:er)?|betalt|betalningar)?", bare):
        return BudgetSide.INCOME
    is_cost = re.fullmatch(r"(?:kostnad|utgift)\b.*|ut(?:betalt|betalningar)?", bare)
    return BudgetSide.COST if is_cost else None


def _is_numeric(number: int, rows: list[tuple[Piece, ...]]) -> bool:
    cells = [row[number] for row in rows if number < len(row) and row[number]]
    figures = [cell for cell in cells if is_figure(cell)]
    return bool(figures) and len(figures) * 2 >= len(cells)


def is_figure(cell: Piece) -> bool:
    """Tell whether a cell holds a sum and little else."""
    found = sum_in(cell)
    if found is None:
        return False
    rest = cell.text.replace(str(found.piece), "")
    return not re.search(r"[A-Za-zÅÄÖåäö]{4,}", rest)


def _text_column(
    width: int, numeric: list[int], rows: list[tuple[Piece, ...]]
) -> int | None:
    """Return the column after the figures where words stand, taken as remarks."""
    after = range(max(numeric, default=width) + 1, width)
    return next((n for n in after if any(n < len(r) and r[n] for r in rows)), None)


def amount_in(cell: Piece, unit: Piece | None) -> FoundSum | None:
    """Return the only sum of a cell; two in one cell are not told apart.

    "(495)" is written as bookkeepers write what is less than nothing.
    """
    found = list(sums_in(cell, unit_word(unit)))
    if len(found) != 1:
        return None
    amount = found[0].amount_sek
    if amount is not None and amount > 0 and _IN_BRACKETS.fullmatch(cell.text):
        return found[0]._replace(amount_sek=-amount)
    return found[0]
