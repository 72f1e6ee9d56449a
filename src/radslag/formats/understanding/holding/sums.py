"""Sums that cannot be read, held against the budget they should agree with."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from radslag.agreement.wording import kronor
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Found
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import sums_in

_DIGITS: Final = re.compile(r"\D")
LEAST_DIGITS: Final = 4


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the malformed sums that are like a budget line but for a digit or two."""
    lines = together.gathering.of("budget_lines")
    for portion in together.portions:
        for found in sums_in(portion.whole):
            if found.amount_sek is None and found.has_unit:
                yield from _like_a_line(found.piece, lines)


def _like_a_line(piece: Piece, lines: list[Found]) -> Iterator[Contradiction]:
    digits = _DIGITS.sub("", piece.text)
    near = [line for line in lines if _is_near(digits, line["amount_sek"])]
    quotes = [quote for line in near for quote in line.values["amount_sek"].quotes]
    against = (
        f" I budgeten står {kronor(near[0]['amount_sek'])} för ”{near[0]['name']}”."
        if near
        else ""
    )
    if len(digits) >= LEAST_DIGITS:
        yield Contradiction(
            "sums",
            f"Beloppet ”{piece.text}” är skrivet så att det inte kan läsas.{against}",
            (piece.quote, *quotes),
        )


def _is_near(digits: str, amount: object) -> bool:
    if not isinstance(amount, Decimal):
        return False
    whole = str(int(abs(amount)))
    return whole != digits and whole.rstrip("0") == digits.rstrip("0") != ""
