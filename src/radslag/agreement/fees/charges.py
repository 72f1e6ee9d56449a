"""Charges: what a municipality is to pay, why, and which facts are missing.

Source: §§ 7 and 8 of the model agreement.
Units: money in kronor, population in residents on a counting day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from radslag.agreement.parties import NegativePopulation, Party
from radslag.agreement.wording import long_date, people

Population = Mapping[Party, Mapping[date, int]]


@dataclass(frozen=True)
class Step:
    """A step (led) in the answer to ”varför?”: what it rests on, and in words."""

    rule: str
    sentence: str
    paragraph: str = ""
    residents: int | None = None
    counted_on: date | None = None


@dataclass(frozen=True)
class Charge:
    """What a municipality is to pay (belopp att betala), step by step."""

    party: Party
    amount_sek: Decimal
    reasons: tuple[Step, ...]


@dataclass(frozen=True, order=True)
class MissingPopulation:
    """A population (invånarantal) that is not known: a fact, never taken as zero."""

    party: Party
    counted_on: date


@dataclass(frozen=True)
class Charges:
    """A sum shared out, or as much of it as the known facts allow.

    There is a total only when nothing is missing.
    """

    charges: tuple[Charge, ...]
    missing: tuple[MissingPopulation, ...] = ()

    @property
    def total_sek(self) -> Decimal | None:
        """The sum of all the charges, unless a population is missing."""
        if self.missing:
            return None
        return sum((charge.amount_sek for charge in self.charges), start=Decimal(0))

    @property
    def amounts_sek(self) -> dict[Party, Decimal]:
        """What each municipality pays, by municipality code."""
        return {charge.party: charge.amount_sek for charge in self.charges}

    def only(self, parties: Collection[Party]) -> "Charges":
        """Leave out every other municipality; what is left is as it was."""
        return Charges(
            tuple(charge for charge in self.charges if charge.party in parties),
            tuple(fact for fact in self.missing if fact.party in parties),
        )


def residents_on(population: Population, party: Party, on: date) -> int | None:
    """Return a municipality's residents on the counting day, or nothing if unknown.

    Raises NegativePopulation rather than counting with such a figure.

    >>> a = Party("1", "a", "A")
    >>> residents_on({a: {date(2019, 12, 31): 7}}, a, date(2018, 12, 31)) is None
    True
    """
    residents = population.get(party, {}).get(on)
    if residents is not None and residents < 0:
        message = f"Invånarantalet för {party.name} är mindre än noll."
        raise NegativePopulation(message)
    return residents


def population_step(party: Party, residents: int, counted_on: date) -> Step:
    """Say how many residents a municipality had on the counting day.

    >>> step = population_step(Party("1", "a", "A"), 7, date(2019, 12, 31))
    >>> step.sentence.replace("\N{NO-BREAK SPACE}", " ")
    'A hade 7 invånare den 31 december 2019.'
    """
    return Step(
        "folkmängd",
        f"{party.name} hade {people(residents)} den {long_date(counted_on)}.",
        residents=residents,
        counted_on=counted_on,
    )
