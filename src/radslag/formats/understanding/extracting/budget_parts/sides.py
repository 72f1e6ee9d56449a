"""Which side of the budget a line is on, where no heading says it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.understanding.extracting.budget_parts.entries import Entry, Kind
from radslag.formats.understanding.extracting.budget_parts.words import is_income_name
from radslag.formats.understanding.model import Value

BY_NAME: Final = "Sidan följer av postens namn; ingen rubrik säger den."
BY_SIGN: Final = "Sidan följer av tecknet framför beloppet; ingen rubrik säger den."
BY_SUM: Final = "Sidan följer av summan under posterna; ingen rubrik säger den."
BY_BALANCE: Final = "Posterna är tillsammans lika stora som intäkterna."


def side_value(entry: Entry, lines: Sequence[Entry]) -> Value | None:
    """Return the side of a line with the words that tell it; None where none does."""
    if entry.side:
        words = (entry.side_words or entry.row.name).strip()
        if entry.is_by_sum:
            return words.value(entry.side.value, Certainty.PROBABLE, BY_SUM)
        return words.value(entry.side.value)
    return _by_sign(entry, lines) or _by_name(entry, lines)


def _by_sign(entry: Entry, lines: Sequence[Entry]) -> Value | None:
    amounts = [_amount(line) for line in lines if line.side is None]
    own = entry.row.amount
    if own is None or own.amount_sek is None:
        return None
    if min(amounts, default=0) >= 0 or max(amounts, default=0) <= 0:
        return None
    side = BudgetSide.COST if own.amount_sek < 0 else BudgetSide.INCOME
    return own.piece.value(side.value, Certainty.PROBABLE, BY_SIGN)


def _by_name(entry: Entry, lines: Sequence[Entry]) -> Value | None:
    name = entry.row.name
    if is_income_name(name.text):
        return name.value(BudgetSide.INCOME.value, Certainty.PROBABLE, BY_NAME)
    if "kostnad" in name.text.lower():
        return name.value(BudgetSide.COST.value, Certainty.PROBABLE, BY_NAME)
    if not _balances(lines):
        return None
    said = name.value(BudgetSide.COST.value, Certainty.PROBABLE, BY_BALANCE)
    return replace(said, is_inference=True, steps=(BY_BALANCE,))


def _balances(lines: Sequence[Entry]) -> bool:
    unknown = [each for each in lines if each.side is None and each.kind is Kind.LINE]
    incomes = [each for each in unknown if is_income_name(each.row.name.text)]
    costs = [each for each in unknown if each not in incomes]
    total = sum((_amount(each) for each in incomes), Decimal(0))
    return bool(incomes) and total == sum((_amount(each) for each in costs), Decimal(0))


def _amount(entry: Entry) -> Decimal:
    amount = entry.row.amount.amount_sek if entry.row.amount else None
    return amount or Decimal(0)
