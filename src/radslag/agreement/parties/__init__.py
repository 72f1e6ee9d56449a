"""Parties: the municipalities, what they share, and how one leaves or all part.

Source: §§ 2, 7-10 of the model agreement.
Units: money in kronor, population in residents, days as calendar dates.
"""

from radslag.agreement.parties.completeness import Completeness
from radslag.agreement.parties.dissolution import (
    Parting,
    may_dissolve,
    share_on_dissolution,
)
from radslag.agreement.parties.sharing import (
    UNITS_SEK,
    NegativePopulation,
    NobodyToShareWith,
    Party,
    SharesDoNotFit,
    SumTooFine,
    names_of,
    rounded,
    share_by_fixed_shares,
    share_by_population,
    share_by_weight,
    share_equally,
)
from radslag.agreement.parties.withdrawal import (
    Withdrawal,
    has_refund,
    is_agreement_in_force,
    must_be_told,
    withdrawal,
    withdrawal_counts,
)

__all__ = [
    "UNITS_SEK",
    "Completeness",
    "NegativePopulation",
    "NobodyToShareWith",
    "Parting",
    "Party",
    "SharesDoNotFit",
    "SumTooFine",
    "Withdrawal",
    "has_refund",
    "is_agreement_in_force",
    "may_dissolve",
    "must_be_told",
    "names_of",
    "rounded",
    "share_by_fixed_shares",
    "share_by_population",
    "share_by_weight",
    "share_equally",
    "share_on_dissolution",
    "withdrawal",
    "withdrawal_counts",
]
