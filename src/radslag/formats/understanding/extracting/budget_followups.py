"""A budget that a meeting follows up: a table of what was planned and what it cost."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.budget_parts.columns import (
    amount_in,
    is_figure,
)
from radslag.formats.understanding.extracting.budget_parts.words import (
    is_income_name,
    unit_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in

NO_INCOME: Final = "Ingen post är en intäkt; posterna är tagna som kostnader."
END_OF_MONTH: Final = "Dagen står inte; det är månadens sista."
_BUDGET: Final = re.compile(r"(?i)\W*(?:års)?budget\s+(20\d\d)\b")
_OUTCOME: Final = re.compile(r"(?i)\W*utfall\b")
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_UNTIL: Final = re.compile(
    rf"(?i)(?:\bjan\w*\s*[-–]\s*|\bt\.?\s?o\.?\s?m\.?\s+|\btill och med\s+)"
    rf"(?P<month>{'|'.join(_MONTHS)})\w*"
)
_SUM: Final = re.compile(r"(?i)\W*(?:summa|totalt|resultat)\b")
_FEWEST: Final = 2


@dataclass(frozen=True)
class _Head:
    """Which columns have the budget and the outcome, and until which day."""

    budget: int
    outcome: int
    year: int
    unit: Piece | None
    booked: Value


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the lines and the outcomes of each table that follows a budget up."""
    for block in portion.blocks:
        if isinstance(block, Table) and len(block.rows) > _FEWEST:
            first, *others = [
                [portion.source.piece(cell).strip() for cell in row]
                for row in block.rows
            ]
            head = _head_of(first)
            rows = [r for r in others if head and _is_line(r, head)]
            if head and not any(is_income_name(row[0].text) for row in rows):
                for row in rows:
                    _add(row, head, gathering)


def _head_of(cells: list[Piece]) -> _Head | None:
    budgets = [(n, m) for n, c in enumerate(cells) if (m := _BUDGET.match(c.text))]
    outcomes = [n for n, c in enumerate(cells) if _OUTCOME.match(c.text)]
    if len(budgets) != 1 or len(outcomes) != 1:
        return None
    at, match = budgets[0]
    year = int(match[1])
    booked = _booked(cells[outcomes[0]], year)
    units = (unit for cell in cells if (unit := unit_in(cell)))
    return _Head(at, outcomes[0], year, next(units, None), booked) if booked else None


def _booked(head: Piece, year: int) -> Value | None:
    """Return the day that an outcome is of: "Utfall jan–sep", "Utfall 2031-09-30"."""
    day = day_in(head, year)
    if day:
        return day.piece.value(day.day, day.certainty, day.reason)
    match = _UNTIL.search(head.text)
    if match is None:
        return None
    month = _MONTHS.index(match["month"].lower()) + 1
    last = date(year, month, monthrange(year, month)[1])
    return head.group(match).value(last, Certainty.PROBABLE, END_OF_MONTH)


def _is_line(row: list[Piece], head: _Head) -> bool:
    is_whole = len(row) > max(head.budget, head.outcome)
    is_named = is_whole and any(map(str.isalpha, row[0].text))
    return (
        is_named
        and not _SUM.match(row[0].text)
        and is_figure(row[head.budget])
        and is_figure(row[head.outcome])
    )


def _amounts(row: list[Piece], head: _Head) -> Iterator[Value | None]:
    for at in (head.budget, head.outcome):
        found = amount_in(row[at], head.unit)
        is_said = found is not None and found.amount_sek is not None
        yield (
            found.piece.value(found.amount_sek, found.certainty, found.reason)
            if found and is_said
            else None
        )


def _add(row: list[Piece], head: _Head, gathering: Gathering) -> None:
    name = row[0]
    planned, used = _amounts(row, head)
    if planned is None:
        return
    key = f"budget-{head.year}-{slug(name.text)[:80]}"
    side = name.value(BudgetSide.COST.value, Certainty.PROBABLE, NO_INCOME)
    values = {"name": name.value(), "side": side, "amount_sek": planned}
    gathering.add("budget_lines", key, values)
    if used:
        outcome = {"line": name.value(key), "booked_on": head.booked}
        of = f"{key}-{head.booked.value}"
        gathering.add("budget_outcomes", of, outcome | {"amount_sek": used})
