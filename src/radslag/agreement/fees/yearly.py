"""Yearly fees: per resident, with a base, indexed by population, or part of a total.

Source: § 8 of the model agreement, as first written and as decided in 2017.
Units: money in kronor, whole öre or whole kronor; population in residents.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from radslag.agreement.citation import cites
from radslag.agreement.fees.charges import (
    Charge,
    Charges,
    MissingPopulation,
    Population,
    Step,
    population_step,
    residents_on,
)
from radslag.agreement.fees.costs import Cost, share_cost
from radslag.agreement.fees.indexed import IndexedFees
from radslag.agreement.parties import NegativePopulation, Party
from radslag.agreement.parties import rounded as round_half_up
from radslag.agreement.terms import (
    BaseAndRateFee,
    FeeTerm,
    IndexedFee,
    PerResidentFee,
    SharedTotalFee,
    Term,
)
from radslag.agreement.wording import (
    HARD_SPACE,
    according_to,
    kronor,
    people,
)


@cites("§ 8")
def fees(
    *,
    year: int,
    term: Term[FeeTerm],
    parties: Iterable[Party],
    population: Population,
    previous_sek: Mapping[Party, Decimal] | None = None,
    first_parties: Iterable[Party] | None = None,
) -> Charges:
    """Return each municipality's fee for a year, by the rule that the term holds.

    A population that is not known is named in the answer and never counted as zero.
    For an indexed fee, last year's fees may be given; otherwise they are worked out
    from the first year on, each year rounded as it was invoiced. Then the first total
    is shared by those who were parties in the first year, where they are not the
    same as now.

    >>> term = Term("fee", PerResidentFee(rate_sek=Decimal(4)), date(2017, 2, 2))
    >>> salem = Party("0128", "salem", "Salem")
    >>> fees(year=2020, term=term, parties=[salem],
    ...     population={salem: {date(2019, 12, 31): 16750}}).total_sek
    Decimal('67000.00')
    """
    ordered = sorted(set(parties))
    if isinstance(term.value, (PerResidentFee, BaseAndRateFee)):
        return _by_own_residents(year, term, ordered, population)
    if isinstance(term.value, IndexedFee):
        first = ordered if first_parties is None else sorted(set(first_parties))
        chain = IndexedFees(cast("Term[IndexedFee]", term), ordered, population, first)
        return chain.fees(year, previous_sek)
    return _shared_total(year, cast("Term[SharedTotalFee]", term), ordered, population)


def _by_own_residents(
    year: int, term: Term[FeeTerm], parties: list[Party], population: Population
) -> Charges:
    counted_on = term.value.counted_on(year)
    charges, missing = [], []
    for party in parties:
        residents = residents_on(population, party, counted_on)
        if residents is None:
            missing.append(MissingPopulation(party, counted_on))
        else:
            charges.append(_charge(party, residents, counted_on, term))
    return Charges(tuple(charges), tuple(missing))


def _charge(
    party: Party, residents: int, counted_on: date, term: Term[FeeTerm]
) -> Charge:
    if isinstance(term.value, BaseAndRateFee):
        with_base = cast("Term[BaseAndRateFee]", term)
        return _charge_with_base(party, residents, counted_on, with_base)
    per_resident = cast("Term[PerResidentFee]", term)
    return _charge_per_resident(party, residents, counted_on, per_resident)


def _charge_with_base(
    party: Party, residents: int, counted_on: date, term: Term[BaseAndRateFee]
) -> Charge:
    value = term.value
    amount_sek = fee_with_base(residents, value)
    sentence = (
        f"Avgiften är {kronor(value.base_sek)} för varje kommun och "
        f"{kronor(value.rate_sek)} per invånare och år"
        f"{according_to(term.paragraph)}{_decided(term)}."
    )
    product = _product(residents, value.rate_sek, amount_sek)
    reasons = (
        Step("grundbelopp och avgift per invånare", sentence, term.paragraph),
        population_step(party, residents, counted_on),
        Step("uträkning", f"{kronor(value.base_sek)} + {product}"),
    )
    return Charge(party, amount_sek, reasons)


def _charge_per_resident(
    party: Party, residents: int, counted_on: date, term: Term[PerResidentFee]
) -> Charge:
    amount_sek = fee_per_resident(residents, term.value)
    reasons = (
        _rate_step(term),
        population_step(party, residents, counted_on),
        Step("uträkning", _product(residents, term.value.rate_sek, amount_sek)),
    )
    return Charge(party, amount_sek, reasons)


def _rate_step(term: Term[PerResidentFee]) -> Step:
    sentence = (
        f"Avgiften är {kronor(term.value.rate_sek)} per invånare och år"
        f"{according_to(term.paragraph)}{_decided(term)}."
    )
    return Step("avgift per invånare", sentence, term.paragraph)


def _decided(term: Term[FeeTerm]) -> str:
    return f" ({term.source})" if term.source else ""


def _product(residents: int, rate_sek: Decimal, amount_sek: Decimal) -> str:
    times = f"{HARD_SPACE}×{HARD_SPACE}"
    return f"{people(residents)}{times}{kronor(rate_sek)} = {kronor(amount_sek)}"


@cites("§ 8")
def fee_per_resident(residents: int, value: PerResidentFee) -> Decimal:
    """Return the rate times the residents, rounded as the agreement says.

    Never negative, and more residents never pay less. Also gives the total when
    only the sum of all residents is known. Raises NegativePopulation.

    >>> fee_per_resident(92095, PerResidentFee(rate_sek=Decimal(4)))
    Decimal('368380.00')
    """
    if residents < 0:
        message = "Invånarantalet är mindre än noll."
        raise NegativePopulation(message)
    return round_half_up(residents * Fraction(value.rate_sek), value.rounded_to)


@cites("§ 8")
def fee_with_base(residents: int, value: BaseAndRateFee) -> Decimal:
    """Return the base and the rate times the residents, rounded as agreed.

    Never less than the base, and more residents never pay less. Raises
    NegativePopulation.

    >>> value = BaseAndRateFee(base_sek=Decimal(75000), rate_sek=Decimal(9))
    >>> fee_with_base(1000, value)
    Decimal('84000.00')
    """
    if residents < 0:
        message = "Invånarantalet är mindre än noll."
        raise NegativePopulation(message)
    exact = Fraction(value.base_sek) + residents * Fraction(value.rate_sek)
    return round_half_up(exact, value.rounded_to)


@cites("§ 8")
def total_fee(year: int, residents: int, term: Term[PerResidentFee]) -> Charge:
    """Return the year's total fee from everybody's residents taken together.

    For when a source gives the sum but not each municipality's own population.
    The charge belongs to no municipality of its own.

    >>> term = Term("fee", PerResidentFee(rate_sek=Decimal(4)), date(2017, 2, 2))
    >>> total_fee(2026, 525625, term).amount_sek
    Decimal('2102500.00')
    """
    together = Party("", "", "Kommunerna tillsammans")
    counted_on = term.value.counted_on(year)
    return _charge_per_resident(together, residents, counted_on, term)


def _shared_total(
    year: int, term: Term[SharedTotalFee], parties: list[Party], population: Population
) -> Charges:
    value = term.value
    cost = Cost(
        value.total_sek,
        value.shared_by,
        value.counted_on(year),
        shares=value.shares,
        rounded_to=value.rounded_to,
    )
    opening = Step(
        "avgift som del av en summa",
        f"Avgifterna är tillsammans {kronor(value.total_sek)} per år"
        f"{according_to(term.paragraph)}{_decided(term)}.",
        term.paragraph,
    )
    return share_cost(cost, parties=parties, population=population, opening=opening)
