"""Fees: what each municipality pays for a year, when, and why.

Source: §§ 7-9 of the model agreement.
Units: money in kronor, whole öre or whole kronor; population in residents.
"""

from radslag.agreement.fees.charges import (
    Charge,
    Charges,
    MissingPopulation,
    Population,
    Step,
    population_step,
    residents_on,
)
from radslag.agreement.fees.costs import Cost, share_cost, special_project_shares
from radslag.agreement.fees.due import DueDay, LeavingEffect, due_on, fees_without
from radslag.agreement.fees.indexed import IndexedFees, NoFeeBefore, indexed_fee
from radslag.agreement.fees.yearly import (
    fee_per_resident,
    fee_with_base,
    fees,
    total_fee,
)

__all__ = [
    "Charge",
    "Charges",
    "Cost",
    "DueDay",
    "IndexedFees",
    "LeavingEffect",
    "MissingPopulation",
    "NoFeeBefore",
    "Population",
    "Step",
    "due_on",
    "fee_per_resident",
    "fee_with_base",
    "fees",
    "fees_without",
    "indexed_fee",
    "population_step",
    "residents_on",
    "share_cost",
    "special_project_shares",
    "total_fee",
]
