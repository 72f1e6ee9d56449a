"""What-if: a municipality that leaves, and a project outside the budget.

Nothing is written; the agreement's own rules answer from the facts there are.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from radslag.agreement.fees import (
    Charges,
    LeavingEffect,
    fees_without,
    special_project_shares,
)
from radslag.agreement.parties import (
    Party,
    Withdrawal,
    has_refund,
    must_be_told,
    withdrawal,
)
from radslag.agreement.terms import SpecialProject, WithdrawalTerm
from radslag.services import populations
from radslag.services.rulebook import rulebook


@dataclass(frozen=True)
class WithdrawalAnswer:
    """What follows from a withdrawal (uppsägning): days, who is told, the fees."""

    leaving: Party
    withdrawal: Withdrawal
    refund: str
    told: tuple[Party, ...]
    effect: LeavingEffect
    fee_year: int
    residents_of: date


@dataclass(frozen=True)
class ProjectAnswer:
    """How a special project's cost is shared, on which counting day."""

    charges: Charges
    counted_on: date
    total_sek: Decimal
    paragraph: str


def answer_withdrawal(leaving_key: str, received_on: date) -> WithdrawalAnswer:
    """Work out what follows when a member's withdrawal is received on a day.

    The others' fees are those of the first whole year without the one who leaves.
    Raises NoTermInForce where the agreement is silent, LookupError for a
    municipality that is not a member that day.
    """
    terms = rulebook()
    term = terms.in_force(WithdrawalTerm, received_on)
    parties = populations.members(received_on)
    leaving = next((each for each in parties if each.key == leaving_key), None)
    if leaving is None:
        raise LookupError(leaving_key)
    answer = withdrawal(received_on, term)
    year = answer.last_day_on.year + 1
    fee_term = terms.fee_term_for(year)
    counts, residents_of = _latest_counts(parties, received_on)
    counted_on = fee_term.value.counted_on(year)
    return WithdrawalAnswer(
        leaving=leaving,
        withdrawal=answer,
        refund=has_refund(term).because,
        told=must_be_told(leaving, parties),
        effect=fees_without(
            leaving,
            year=year,
            term=fee_term,
            parties=parties,
            population={party: {counted_on: n} for party, n in counts.items()},
        ),
        fee_year=year,
        residents_of=residents_of,
    )


def answer_special_project(total_sek: Decimal, on: date) -> ProjectAnswer:
    """Share a project's cost by the latest counting day when all are counted.

    Raises NoTermInForce where the agreement is silent.
    """
    term = rulebook().in_force(SpecialProject, on)
    parties = populations.members(on)
    counts, counted_on = _latest_counts(parties, on)
    charges = special_project_shares(
        total_sek,
        term=term,
        parties=parties,
        population={party: {counted_on: n} for party, n in counts.items()},
        counted_on=counted_on,
    )
    return ProjectAnswer(charges, counted_on, total_sek, term.paragraph)


def _latest_counts(
    parties: tuple[Party, ...], on: date
) -> tuple[dict[Party, int], date]:
    """Return everybody's residents on the latest day that counts them all."""
    counts = populations.known_counts()
    days = {day for days in counts.by_party.values() for day in days if day <= on} or {
        on
    }
    whole = [
        day for day in days if all(counts.count_of(party, day) for party in parties)
    ]
    latest = max(whole or days)
    known = {party: counts.count_of(party, latest) for party in parties}
    return {party: count.residents for party, count in known.items() if count}, latest
