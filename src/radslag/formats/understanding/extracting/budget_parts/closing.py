"""Whether a side's word closes the lines above it, and does not head those below.

An income statement has "Verksamhetens intäkter" with its sum below the incomes.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from radslag.formats.understanding.extracting.budget_parts.rows import Row
from radslag.formats.understanding.extracting.budget_parts.words import (
    is_part_of,
    is_result,
    is_sum,
    side_of,
)


def closes(row: Row, above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Tell whether a row is the sum of the rows since the last side or sum.

    Where those below it add up to it as well, as in a budget in balance, it heads
    them; unless the next side has no lines below it, and so closes them.
    """
    own = list(takewhile(lambda each: not _parts(each), below))
    if not _is_sum_of(row, above):
        return False
    rest = below[len(own) :]
    is_next_closing = bool(rest) and all(map(_parts, rest))
    return not _is_sum_of(row, own) or is_next_closing


def _parts(row: Row) -> bool:
    text = row.name.text.strip()
    return side_of(text) is not None or is_sum(text) or is_result(text)


def _is_sum_of(row: Row, rows: Sequence[Row]) -> bool:
    written = _amount(row)
    amounts = [_amount(each) for each in rows if not is_part_of(each.name.text)]
    told = [amount for amount in amounts if amount is not None]
    if not written or not told or len(told) < len(amounts):
        return False
    return abs(sum(told, Decimal(0))) == abs(written)


def _amount(row: Row) -> Decimal | None:
    return row.amount.amount_sek if row.amount else None
