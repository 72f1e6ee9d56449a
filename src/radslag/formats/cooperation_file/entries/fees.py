"""Entries of fees and special grants."""

from typing import Annotated

from pydantic import Field

from radslag.formats.cooperation_file.entry import DerivedEntry, KeyedEntry, Nested
from radslag.formats.cooperation_file.types import (
    Charge,
    Day,
    Money,
    MunicipalityKey,
    Text,
    Year,
)


class FeeEntry(DerivedEntry):
    """En kommuns avgift (fee) för ett år, som den beslutats."""

    belongs_to = "fees"
    ordered_by = ("year", "municipality")
    derived = ("year", "municipality")
    unique = (("year", "municipality"),)

    year: Year
    municipality: MunicipalityKey
    amount_sek: Charge
    decided_on: Day | None = None
    invoiced_on: Day | None = None
    due_on: Day | None = Field(default=None, description="Betalas senast.")
    paid_on: Day | None = None
    source: Text = Field(default="", max_length=300)


class GrantShareEntry(DerivedEntry):
    """En kommuns andel (share) av ett särskilt anslag."""

    belongs_to = "grant_shares"
    derived = ("grant", "municipality")
    implied = ("grant",)
    unique = (("grant", "municipality"),)

    municipality: MunicipalityKey
    amount_sek: Money


class SpecialGrantEntry(KeyedEntry):
    """Ett särskilt anslag (special grant) utanför budgeten."""

    belongs_to = "special_grants"

    name: Text = Field(min_length=1, max_length=200)
    total_sek: Charge
    decided_on: Day | None = None
    purpose: Text = ""
    shares: Annotated[list[GrantShareEntry], Nested("grant")] = []
