"""Sharing: how a sum is divided between municipalities so that nothing is lost.

Source: §§ 7, 8 and 10 of the model agreement (shares by population); other
agreements share equally or by fixed shares.
Units: money in kronor, in whole öre or whole kronor; population in residents.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from radslag.agreement.citation import cites
from radslag.agreement.wording import listed

UNITS_SEK: Final[Mapping[str, Decimal]] = {
    "ore": Decimal("0.01"),
    "krona": Decimal(1),
}


class NobodyToShareWith(ValueError):
    """There is a sum, but no municipality with residents to carry it."""


class SumTooFine(ValueError):
    """The sum is negative, or has parts smaller than it is to be shared in."""


class NegativePopulation(ValueError):
    """A population below zero has been given; no municipality has that."""


class SharesDoNotFit(ValueError):
    """The agreed shares are for other municipalities than those who are to share."""


@dataclass(frozen=True, order=True)
class Party:
    """A municipality (kommun) as party to the agreement; ordered by its code."""

    code: str
    key: str = field(compare=False)
    name: str = field(compare=False)


def names_of(parties: Iterable[Party]) -> str:
    """Name municipalities in a sentence, by name.

    >>> names_of([Party("0138", "tyreso", "Tyresö"), Party("0128", "salem", "Salem")])
    'Salem och Tyresö'
    """
    return listed(sorted(party.name for party in parties))


def rounded(amount_sek: Fraction, rounded_to: str) -> Decimal:
    """Round an exact amount to whole öre or kronor; halves are rounded up.

    >>> rounded(Fraction(5, 1000), "ore"), rounded(Fraction(5, 2), "krona")
    (Decimal('0.01'), Decimal('3'))
    """
    unit_sek = UNITS_SEK[rounded_to]
    units = (amount_sek / Fraction(unit_sek) + Fraction(1, 2)).__floor__()
    return units * unit_sek


@cites("§ 7", "§ 8", "§ 10")
def share_by_weight(
    total_sek: Decimal,
    weights: Mapping[Party, int | Fraction],
    *,
    rounded_to: str = "ore",
) -> dict[Party, Decimal]:
    """Share a sum in proportion to weights, in whole öre or whole kronor.

    The parts always add up to the sum, none is negative, each is within one unit of
    its exact share, and who weighs more never gets less. Units left over go to the
    largest remainders; equal remainders are settled by municipality code, so the
    order in which facts come never matters. Raises NobodyToShareWith when there is
    no weight at all, and SumTooFine when the sum is not in whole units.

    >>> a, b, c = (Party(code, code, code) for code in "ABC")
    >>> parts = share_by_weight(Decimal("1.00"), {c: 1, b: 1, a: 1})
    >>> [str(parts[party]) for party in (a, b, c)]
    ['0.34', '0.33', '0.33']
    """
    unit_sek = UNITS_SEK[rounded_to]
    units = _whole_units(total_sek, unit_sek)
    whole_weight = _sum_of(weights)
    exact = {party: units * weights[party] / whole_weight for party in sorted(weights)}
    parts = {party: share.__floor__() for party, share in exact.items()}
    left_over = units - sum(parts.values())

    def largest_remainder_first(party: Party) -> tuple[Fraction, Party]:
        return parts[party] - exact[party], party

    for party in sorted(parts, key=largest_remainder_first)[:left_over]:
        parts[party] += 1
    return {party: count * unit_sek for party, count in parts.items()}


def _whole_units(total_sek: Decimal, unit_sek: Decimal) -> int:
    units = Fraction(total_sek) / Fraction(unit_sek)
    if units < 0 or units.denominator != 1:
        message = f"{total_sek} kr går inte att dela i hela delar om {unit_sek} kr."
        raise SumTooFine(message)
    return int(units)


def _sum_of(weights: Mapping[Party, int | Fraction]) -> Fraction:
    negative = [party for party, weight in weights.items() if weight < 0]
    if negative:
        message = f"Ett tal under noll är angivet för {names_of(negative)}."
        raise NegativePopulation(message)
    whole = Fraction(sum(weights.values()))
    if whole == 0:
        message = "Det finns ingen kommun med invånare eller andel att dela med."
        raise NobodyToShareWith(message)
    return whole


@cites("§ 7", "§ 8", "§ 10")
def share_by_population(
    total_sek: Decimal, residents: Mapping[Party, int], *, rounded_to: str = "ore"
) -> dict[Party, Decimal]:
    """Share a sum in proportion to the municipalities' residents.

    Promises what `share_by_weight` promises.

    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> share_by_population(Decimal(9), {a: 1, b: 2}, rounded_to="krona")[a]
    Decimal('3')
    """
    return share_by_weight(total_sek, residents, rounded_to=rounded_to)


@cites("§ 7", "§ 8", "§ 10")
def share_equally(
    total_sek: Decimal, parties: Iterable[Party], *, rounded_to: str = "ore"
) -> dict[Party, Decimal]:
    """Share a sum in equal parts; what is left over goes by municipality code.

    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> list(share_equally(Decimal(3), [b, a], rounded_to="krona").values())
    [Decimal('2'), Decimal('1')]
    """
    return share_by_weight(total_sek, dict.fromkeys(parties, 1), rounded_to=rounded_to)


@cites("§ 7", "§ 8", "§ 10")
def share_by_fixed_shares(
    total_sek: Decimal,
    shares: Mapping[str, Fraction],
    parties: Iterable[Party],
    *,
    rounded_to: str = "ore",
) -> dict[Party, Decimal]:
    """Share a sum by the shares that the agreement states for each municipality.

    Raises SharesDoNotFit unless exactly the municipalities that are to share have
    a share: what is missing is never spread over the others unasked.

    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> agreed = {"a": Fraction(1, 4), "b": Fraction(3, 4)}
    >>> list(share_by_fixed_shares(Decimal(8), agreed, [a, b]).values())
    [Decimal('2.00'), Decimal('6.00')]
    """
    by_key = {party.key: party for party in parties}
    astray = sorted(by_key.keys() ^ shares.keys())
    if astray:
        message = f"De avtalade andelarna stämmer inte för {listed(astray)}."
        raise SharesDoNotFit(message)
    weights = {by_key[key]: share for key, share in shares.items()}
    return share_by_weight(total_sek, weights, rounded_to=rounded_to)
