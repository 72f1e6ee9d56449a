"""Amounts as people write them: finding them in a text, and seeing slips in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_AMOUNT = re.compile(
    rf"(?<![\w.,-])(?P<whole>[0-9]+(?:[{_SPACE}][0-9]+)*)(?:,(?P<part>[0-9]+))?"
    rf"[{_SPACE}]?(?P<unit>kr(?:onor)?|sek|tkr|mnkr|mkr)\b",
    re.IGNORECASE,
)
_UNITS = {"tkr": 1_000, "mnkr": 1_000_000, "mkr": 1_000_000}
_GROUP = 3
# After these words the figure is a part or a rate, not the whole cost.
_NOT_THE_WHOLE = re.compile(r"\bper\b|/|×|\bx\b|\bvardera\b|\bvar\b", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenAmount:
    """A sum of money (belopp) as written, and what it says."""

    as_written: str
    groups: tuple[str, ...]
    part: str
    unit: str

    @property
    def is_malformed(self) -> bool:
        """Say whether a group after the first has not three digits."""
        return any(len(group) != _GROUP for group in self.groups[1:])

    @property
    def amount_sek(self) -> Decimal:
        """The sum in kronor, as the digits stand."""
        number = Decimal("".join(self.groups) + ("." + self.part if self.part else ""))
        return number * _UNITS.get(self.unit.casefold(), 1)


def amounts_in(text: str) -> Iterator[WrittenAmount]:
    """Give each sum of money in a text.

    Only figures with a unit count: a year and a number of pieces are left alone.

    >>> [amount.is_malformed for amount in amounts_in("ca 500 00 kr, 500 000 kr")]
    [True, False]
    """
    for found in _AMOUNT.finditer(text):
        groups = tuple(re.split(f"[{_SPACE}]", found["whole"]))
        yield WrittenAmount(
            found[0].strip(), groups, found["part"] or "", found["unit"]
        )


def whole_amount(text: str) -> Decimal | None:
    """Return the one sum that a text states for the whole, or nothing if unsure.

    >>> whole_amount("ca 50 tkr"), whole_amount("500 kr per kommun")
    (Decimal('50000'), None)
    """
    amounts = list(amounts_in(text))
    if len(amounts) != 1 or amounts[0].is_malformed or _NOT_THE_WHOLE.search(text):
        return None
    return amounts[0].amount_sek
