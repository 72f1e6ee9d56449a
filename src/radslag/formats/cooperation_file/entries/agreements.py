"""Entries of the agreement: its paragraphs and its dated terms."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from radslag.agreement.terms import BadTerm, read_term
from radslag.formats.cooperation_file.entry import (
    DerivedEntry,
    KeyedEntry,
    Nested,
    Numbered,
    refuse,
)
from radslag.formats.cooperation_file.types import (
    Day,
    Flag,
    Label,
    MunicipalityKey,
    ParagraphNumber,
    Position,
    TermValue,
    Text,
)


class ParagraphEntry(DerivedEntry):
    """En paragraf (paragraph) i kort sammanfattning."""

    belongs_to = "paragraphs"
    ordered_by = ("position",)
    derived = ("agreement", "number")
    implied = ("agreement",)
    unique = (("agreement", "number"),)

    number: Label = Field(min_length=1, max_length=12)
    position: Position = 0
    heading: Text = Field(min_length=1, max_length=200)
    text: Text = ""


class TermEntry(DerivedEntry):
    """Ett avtalsvillkor (term): ett daterat värde som reglerna läser."""

    belongs_to = "terms"
    ordered_by = ("applies_from",)
    derived = ("kind", "value.body", "applies_from")
    implied = ("agreement",)
    in_order = (("applies_from", "applies_until"),)
    numbered = Numbered("paragraph", "paragraphs", "agreement")

    paragraph: ParagraphNumber | None = Field(
        default=None, description="Paragrafens nummer i samma avtal."
    )
    kind: Text = Field(max_length=40, description="Villkorets slag.")
    value: TermValue = Field(description="Värdet, i den form som slaget har.")
    applies_from: Day
    applies_until: Day | None = Field(default=None, description="Till, ej med.")
    decided_on: Day | None = None
    source: Text = Field(default="", max_length=300, description="Var det beslutades.")

    @model_validator(mode="after")
    def _rules_can_read_it(self) -> Self:
        try:
            read_term(self.kind, self.value)
        except BadTerm as bad:
            refuse(str(bad).rstrip("."), *(("value", bad.key) if bad.key else ()))
        return self


class SignatureEntry(DerivedEntry):
    """En kommuns underskrift (signature) av avtalet."""

    belongs_to = "signatures"
    ordered_by = ("signed_on", "municipality")
    derived = ("agreement", "municipality")
    implied = ("agreement",)
    unique = (("agreement", "municipality"),)

    municipality: MunicipalityKey
    signed_on: Day | None = None
    signed_by: Text = Field(default="", max_length=160, description="Uppdrag, namn.")


class AgreementEntry(KeyedEntry):
    """Ett samarbetsavtal (agreement) och när det gäller."""

    belongs_to = "agreements"
    ordered_by = ("in_force_from",)
    in_order = (("in_force_from", "in_force_until"),)

    title: Text = Field(min_length=1, max_length=200)
    signed_on: Day | None = None
    in_force_from: Day
    in_force_until: Day | None = Field(default=None, description="Till, ej med.")
    note: Text = ""
    is_public: Flag = False
    paragraphs: Annotated[list[ParagraphEntry], Nested("agreement")] = []
    terms: Annotated[list[TermEntry], Nested("agreement")] = []
    signatures: Annotated[list[SignatureEntry], Nested("agreement")] = []
