"""Entries of bodies, people and appointments."""

from typing import Self

from pydantic import Field, model_validator

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.cooperation_file.entry import DerivedEntry, KeyedEntry, refuse
from radslag.formats.cooperation_file.types import (
    BodyKey,
    BodyKindWord,
    Day,
    Email,
    Flag,
    MunicipalityKey,
    PersonKey,
    RoleWord,
    Text,
)

OWN_BODIES = {str(BodyKind.BOARD), str(BodyKind.COUNCIL)}


class BodyEntry(KeyedEntry):
    """Ett organ (body): kommitté, ledningsgrupp, nätverk, en kommuns styrelse."""

    belongs_to = "bodies"
    ordered_by = ("kind", "name")
    in_order = (("exists_from", "exists_until"),)

    kind: BodyKindWord
    name: Text = Field(min_length=1, max_length=160)
    short_name: Text = Field(default="", max_length=60)
    municipality: MunicipalityKey | None = Field(
        default=None, description="Måste anges för kommunstyrelse och fullmäktige."
    )
    parent: BodyKey | None = Field(default=None, description="Organet över detta.")
    purpose: Text = ""
    exists_from: Day | None = None
    exists_until: Day | None = Field(default=None, description="Till, ej med.")

    @model_validator(mode="after")
    def _a_board_is_a_municipality_s(self) -> Self:
        if self.kind in OWN_BODIES and self.municipality is None:
            refuse("en kommuns eget organ måste säga vilken kommun (municipality)")
        return self


class PersonEntry(KeyedEntry):
    """En person (person) som har eller har haft ett uppdrag."""

    belongs_to = "people"

    name: Text = Field(min_length=1, max_length=160)
    email: Email = ""
    is_invented: Flag = Field(default=False, description="Påhittad, i exempel.")


class AppointmentEntry(DerivedEntry):
    """Ett uppdrag (appointment): roll i ett organ, från–till."""

    belongs_to = "appointments"
    derived = ("body", "role", "municipality", "appointed_from")
    in_order = (("appointed_from", "appointed_until"),)

    body: BodyKey
    role: RoleWord
    municipality: MunicipalityKey | None = None
    person: PersonKey | None = None
    follows_body: BodyKey | None = Field(
        default=None, description="Platsen hör till den som har en roll i detta organ."
    )
    follows_role: RoleWord = ""
    appointed_from: Day
    appointed_until: Day | None = Field(default=None, description="Till, ej med.")
    note: Text = Field(default="", max_length=300)

    @model_validator(mode="after")
    def _follows_an_office_or_names_a_person(self) -> Self:
        if bool(self.follows_body) != bool(self.follows_role):
            refuse("follows_body och follows_role hör ihop; ange båda eller ingen")
        if self.follows_body and self.person:
            refuse("ett uppdrag som följer ett annat (follows_body) har ingen person")
        return self
