"""Costs: a sum that several municipalities carry together, with reasons for each.

Source: §§ 7 and 8 of the model agreement.
Units: money in kronor, whole öre or whole kronor; population in residents.
"""

from collections.abc import Iterable, Mapping
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
from radslag.agreement.parties import (
    Party,
    share_by_fixed_shares,
    share_by_population,
    share_equally,
)
from radslag.agreement.terms import SpecialProject, Term
from radslag.agreement.wording import HARD_SPACE, according_to, kronor, people


@dataclass(frozen=True)
class Cost:
    """A cost (kostnad) to share: how much, by what, counted on which day."""

    total_sek: Decimal
    shared_by: str
    counted_on: date
    shares: tuple[tuple[str, Fraction], ...] = ()
    rounded_to: str = "ore"


@cites("§ 7", "§ 8")
def share_cost(
    cost: Cost, *, parties: Iterable[Party], population: Population, opening: Step
) -> Charges:
    """Share a cost between the parties by population, equally or by fixed shares.

    The charges add up to the cost. By population, one missing figure leaves all the
    charges open, since nobody's share can then be known: the missing are named.

    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> cost = Cost(Decimal(3), "equal", date(2019, 12, 31))
    >>> charges = share_cost(cost, parties=[a, b], population={},
    ...     opening=Step("kostnad", "Projektet kostar 3 kr."))
    >>> charges.charges[0].reasons[-1].sentence.replace(HARD_SPACE, " ")
    '3 kr delat lika på 2 kommuner = 1,50 kr'
    """
    ordered = sorted(set(parties))
    if cost.shared_by == "population":
        return _by_population(cost, ordered, population, opening)
    if cost.shared_by == "equal":
        amounts = share_equally(cost.total_sek, ordered, rounded_to=cost.rounded_to)
        ground = f"delat lika på {len(ordered)} kommuner"
        words = dict.fromkeys(ordered, ground)
    else:
        shares = dict(cost.shares)
        amounts = share_by_fixed_shares(
            cost.total_sek, shares, ordered, rounded_to=cost.rounded_to
        )
        words = {party: f"× {shares[party.key]}" for party in ordered}
    return _charges(cost, amounts, words, dict.fromkeys(ordered, (opening,)))


def _by_population(
    cost: Cost, parties: list[Party], population: Population, opening: Step
) -> Charges:
    known = {
        party: residents_on(population, party, cost.counted_on) for party in parties
    }
    residents = {party: count for party, count in known.items() if count is not None}
    missing = [party for party in parties if party not in residents]
    if missing:
        facts = tuple(MissingPopulation(party, cost.counted_on) for party in missing)
        return Charges((), facts)
    amounts = share_by_population(cost.total_sek, residents, rounded_to=cost.rounded_to)
    whole = people(sum(residents.values()))
    words = {
        party: f"× {people(count)} av {whole}" for party, count in residents.items()
    }
    steps = {
        party: (opening, population_step(party, count, cost.counted_on))
        for party, count in residents.items()
    }
    return _charges(cost, amounts, words, steps)


def _charges(
    cost: Cost,
    amounts: Mapping[Party, Decimal],
    words: Mapping[Party, str],
    steps: Mapping[Party, tuple[Step, ...]],
) -> Charges:
    return Charges(
        tuple(
            Charge(
                party,
                amount,
                (*steps[party], _arithmetic(cost, words[party], amount)),
            )
            for party, amount in amounts.items()
        )
    )


def _arithmetic(cost: Cost, words: str, amount_sek: Decimal) -> Step:
    times = words.replace("× ", f"×{HARD_SPACE}")
    sentence = f"{kronor(cost.total_sek)} {times} = {kronor(amount_sek)}"
    return Step("uträkning", sentence)


@cites("§ 7")
def special_project_shares(
    total_sek: Decimal,
    *,
    term: Term[SpecialProject],
    parties: Iterable[Party],
    population: Population,
    counted_on: date,
) -> Charges:
    """Share what a project outside the budget costs, as the agreement says.

    The charges add up to the cost; a missing population is named, never guessed.

    >>> term = Term("special_project", SpecialProject(shared_by="population"),
    ...     date(2010, 1, 1), paragraph="§ 7")
    >>> a, b, day = Party("1", "a", "A"), Party("2", "b", "B"), date(2019, 12, 31)
    >>> special_project_shares(Decimal(9), term=term, parties=[a, b],
    ...     population={a: {day: 1}, b: {day: 2}}, counted_on=day).amounts_sek[b]
    Decimal('6.00')
    """
    sentence = (
        f"Projektet kostar {kronor(total_sek)} och betalas med särskilda anslag"
        f"{according_to(term.paragraph)}."
    )
    cost = Cost(total_sek, term.value.shared_by, counted_on, shares=term.value.shares)
    opening = Step("särskilt projekt", sentence, term.paragraph)
    return share_cost(cost, parties=parties, population=population, opening=opening)
