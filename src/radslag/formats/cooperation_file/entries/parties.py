"""Entries of the parties: municipalities, membership, population, outside parties."""

from pydantic import Field

from radslag.formats.cooperation_file.entry import DerivedEntry, KeyedEntry
from radslag.formats.cooperation_file.types import (
    Day,
    Email,
    Flag,
    MunicipalityCode,
    MunicipalityKey,
    Residents,
    Text,
    Website,
)


class MunicipalityEntry(KeyedEntry):
    """En kommun (municipality)."""

    belongs_to = "municipalities"
    unique = (("code",),)

    code: MunicipalityCode = Field(description="Kommunkod, fyra siffror.")
    name: Text = Field(min_length=1, max_length=80)
    website: Website = ""
    registry_email: Email = Field(default="", description="Registratorns adress.")


class MembershipEntry(DerivedEntry):
    """En kommuns medlemskap (membership), från–till."""

    belongs_to = "memberships"
    ordered_by = ("member_from", "municipality")
    derived = ("municipality", "member_from")
    in_order = (("member_from", "member_until"),)

    municipality: MunicipalityKey
    member_from: Day
    member_until: Day | None = Field(default=None, description="Till, ej med.")


class PopulationEntry(DerivedEntry):
    """Ett invånarantal (population) en räknedag."""

    belongs_to = "populations"
    ordered_by = ("counted_on", "municipality")
    derived = ("municipality=alla", "counted_on")
    unique = (("municipality", "counted_on"),)

    municipality: MunicipalityKey | None = Field(
        default=None, description="Utelämnas när bara summan av alla är känd."
    )
    counted_on: Day = Field(description="Dagen då invånarna räknades.")
    residents: Residents
    source: Text = Field(default="", max_length=300)
    is_confirmed: Flag = True


class TermOfOfficeEntry(KeyedEntry):
    """En mandatperiod (term of office)."""

    belongs_to = "terms_of_office"
    ordered_by = ("starts_on",)
    in_order = (("starts_on", "ends_on"),)

    name: Text = Field(min_length=1, max_length=60)
    starts_on: Day
    ends_on: Day = Field(description="Till och med.")


class OutsidePartyEntry(KeyedEntry):
    """En motpart (outside party): en region, en myndighet, ett företag."""

    belongs_to = "outside_parties"

    name: Text = Field(min_length=1, max_length=200)
    kind: Text = Field(default="", max_length=80)
    contact: Text = Field(default="", max_length=200)
