"""Indexed fees: last year's fee, changed as the municipality's own population was.

Source: § 8 of the model agreement, second subparagraph.
Units: money in kronor, whole öre or whole kronor; population in residents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

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
from radslag.agreement.parties import NegativePopulation, NobodyToShareWith, Party
from radslag.agreement.parties import rounded as round_half_up
from radslag.agreement.terms import IndexedFee, Term
from radslag.agreement.wording import (
    HARD_SPACE,
    according_to,
    kronor,
    number,
)


class NoFeeBefore(LookupError):
    """There is no earlier fee that the indexed fee could be worked out from."""


@cites("§ 8")
def indexed_fee(
    previous_sek: Decimal, *, residents: int, residents_before: int, rounded_to: str
) -> Decimal:
    """Change a fee by the same percentage as the municipality's own population.

    Exact until the last step, where halves are rounded up. Never negative; an
    unchanged population leaves the fee as it is. Raises NobodyToShareWith when there
    were no residents to measure the change from.

    >>> indexed_fee(Decimal(100), residents=11, residents_before=10, rounded_to="ore")
    Decimal('110.00')
    """
    if residents < 0 or residents_before < 0:
        message = "Invånarantalet är mindre än noll."
        raise NegativePopulation(message)
    if residents_before == 0:
        message = "Utan invånare året före finns ingen förändring att räkna med."
        raise NobodyToShareWith(message)
    exact = Fraction(previous_sek) * Fraction(residents, residents_before)
    return round_half_up(exact, rounded_to)


@dataclass(frozen=True)
class IndexedFees:
    """The chain from the first year's shares to the fees of the year asked for."""

    term: Term[IndexedFee]
    parties: list[Party]
    population: Population
    first_parties: list[Party]

    def fees(
        self, year: int, previous_sek: Mapping[Party, Decimal] | None = None
    ) -> Charges:
        """Return the year's fees, from last year's or from the first year on.

        Every year on the way is rounded as it was invoiced. Raises NoFeeBefore for
        a year before the first.
        """
        first_year = self.term.value.first_year
        if year < first_year:
            message = f"Avgiften räknas om från {first_year} och finns inte för {year}."
            raise NoFeeBefore(message)
        if year == first_year:
            return self._first_year().only(self.parties)
        if previous_sek is not None:
            return self._changed(year, previous_sek, ())
        charges = self._first_year()
        for each in range(first_year + 1, year + 1):
            charges = self._changed(each, charges.amounts_sek, charges.missing)
        return charges

    def _first_year(self) -> Charges:
        value, paragraph = self.term.value, self.term.paragraph
        sentence = (
            f"Den första avgiften, för {value.first_year}, var tillsammans "
            f"{kronor(value.first_total_sek)}{according_to(paragraph)}."
        )
        cost = Cost(
            value.first_total_sek,
            "population",
            value.first_population_on,
            rounded_to=value.rounded_to,
        )
        return share_cost(
            cost,
            parties=self.first_parties,
            population=self.population,
            opening=Step("första årets avgift", sentence, paragraph),
        )

    def _changed(
        self,
        year: int,
        before_sek: Mapping[Party, Decimal],
        missing_before: tuple[MissingPopulation, ...],
    ) -> Charges:
        missing = {*missing_before, *self._missing(year)}
        unknown = {fact.party for fact in missing}
        known = [party for party in self.parties if party not in unknown]
        # Without the first year's shares nobody has a fee to change.
        charges = tuple(
            self._charge(year, party, before_sek)
            for party in known
            if before_sek or not missing_before
        )
        return Charges(charges, tuple(sorted(missing)))

    def _days(self, year: int) -> tuple[date, date]:
        return self.term.value.counted_on(year), self.term.value.counted_on(year - 1)

    def _missing(self, year: int) -> list[MissingPopulation]:
        return [
            MissingPopulation(party, day)
            for party in self.parties
            for day in self._days(year)
            if residents_on(self.population, party, day) is None
        ]

    def _charge(
        self, year: int, party: Party, before_sek: Mapping[Party, Decimal]
    ) -> Charge:
        if party not in before_sek:
            message = f"{party.name} hade ingen avgift {year - 1} att räkna om."
            raise NoFeeBefore(message)
        counted_on, counted_before_on = self._days(year)
        residents = self.population[party][counted_on]
        residents_before = self.population[party][counted_before_on]
        amount_sek = indexed_fee(
            before_sek[party],
            residents=residents,
            residents_before=residents_before,
            rounded_to=self.term.value.rounded_to,
        )
        arithmetic = (
            f"{kronor(before_sek[party])} ×{HARD_SPACE}{number(residents)} / "
            f"{number(residents_before)} = {kronor(amount_sek)}"
        )
        reasons = (
            self._rule_step(year, before_sek[party]),
            population_step(party, residents_before, counted_before_on),
            population_step(party, residents, counted_on),
            Step("uträkning", arithmetic),
        )
        return Charge(party, amount_sek, reasons)

    def _rule_step(self, year: int, before_sek: Decimal) -> Step:
        sentence = (
            f"Avgiften för {year - 1}, {kronor(before_sek)}, räknas om som kommunens "
            f"eget invånarantal har ändrats{according_to(self.term.paragraph)}."
        )
        return Step("avgift som räknas om", sentence, self.term.paragraph)
