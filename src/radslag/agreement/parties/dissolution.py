"""Dissolution: how assets and debts are shared when the cooperation ends.

Source: § 10 of the model agreement (by the principle of the fee).
Units: money in kronor and whole öre.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.parties.sharing import (
    Party,
    share_by_fixed_shares,
    share_by_weight,
    share_equally,
)
from radslag.agreement.terms import Dissolution, Term
from radslag.agreement.wording import according_to, body_name

_GROUNDS = {
    "fee": "i förhållande till avgifterna",
    "population": "i förhållande till antalet invånare",
    "equal": "i lika delar",
    "fixed_shares": "efter de avtalade andelarna",
}


@dataclass(frozen=True)
class Parting:
    """What a dissolution (upplösning) gives each municipality, and asks of it."""

    assets_sek: Mapping[Party, Decimal]
    debts_sek: Mapping[Party, Decimal]
    because: str
    paragraph: str = ""


@cites("§ 10")
def share_on_dissolution(
    *,
    assets_sek: Decimal,
    debts_sek: Decimal,
    term: Term[Dissolution],
    weights: Mapping[Party, int | Decimal],
) -> Parting:
    """Share assets and debts, each for itself, by the ground that the term names.

    The weights are each municipality's latest fee, or its residents, as the term
    says; for equal or fixed shares only who takes part is read from them. Assets
    add up to the assets and debts to the debts.

    >>> from datetime import date
    >>> term = Term("dissolution", Dissolution(decided_by="committee",
    ...     shared_by="population"), date(2010, 1, 1), paragraph="§ 10")
    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> parting = share_on_dissolution(assets_sek=Decimal(9), debts_sek=Decimal(3),
    ...     term=term, weights={a: 1, b: 2})
    >>> parting.assets_sek[b], parting.debts_sek[b]
    (Decimal('6.00'), Decimal('2.00'))
    """
    because = (
        f"Tillgångar och skulder fördelas {_GROUNDS[term.value.shared_by]}"
        f"{according_to(term.paragraph)}."
    )
    return Parting(
        _share(assets_sek, term.value, weights),
        _share(debts_sek, term.value, weights),
        because,
        term.paragraph,
    )


def _share(
    total_sek: Decimal, value: Dissolution, weights: Mapping[Party, int | Decimal]
) -> dict[Party, Decimal]:
    if value.shared_by == "equal":
        return share_equally(total_sek, weights)
    if value.shared_by == "fixed_shares":
        return share_by_fixed_shares(total_sek, dict(value.shares), weights)
    exact = {party: Fraction(weight) for party, weight in weights.items()}
    return share_by_weight(total_sek, exact)


@cites("§ 10")
def may_dissolve(*, decided_by: str, term: Term[Dissolution]) -> Ruling:
    """Say whether this body may decide that the cooperation ends.

    >>> from datetime import date
    >>> term = Term("dissolution", Dissolution(decided_by="committee",
    ...     shared_by="equal"), date(2010, 1, 1), paragraph="§ 10")
    >>> may_dissolve(decided_by="management_group", term=term).allowed
    False
    """
    because = (
        f"Det är {body_name(term.value.decided_by)} som beslutar om upplösning"
        f"{according_to(term.paragraph)}."
    )
    return Ruling(decided_by == term.value.decided_by, because, term.paragraph)
