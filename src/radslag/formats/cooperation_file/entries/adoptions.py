"""Entries of the member boards' adoptions, with statements and dissents."""

from typing import Annotated

from pydantic import Field

from radslag.formats.cooperation_file.entry import DerivedEntry, Nested
from radslag.formats.cooperation_file.types import (
    AdoptionOutcomeWord,
    BodyKey,
    Day,
    Flag,
    Label,
    Text,
)


class DissentEntry(DerivedEntry):
    """En reservation (dissent) mot ett beslut eller ett antagande."""

    belongs_to = "dissents"
    derived = ("decision|adoption", "dissenter")
    implied = ("adoption", "decision")

    dissenter: Text = Field(min_length=1, max_length=160)
    text: Text = ""


class SeparateStatementEntry(DerivedEntry):
    """Ett särskilt yttrande (separate statement)."""

    belongs_to = "separate_statements"
    derived = ("adoption", "stated_by")
    implied = ("adoption",)

    stated_by: Text = Field(min_length=1, max_length=160)
    text: Text = ""


class AdoptionEntry(DerivedEntry):
    """Ett antagande (adoption): en styrelses beslut om programmet."""

    belongs_to = "adoptions"
    derived = ("programme", "board")
    implied = ("programme",)
    unique = (("programme", "board"),)

    board: BodyKey
    outcome: AdoptionOutcomeWord = "pending"
    sent_on: Day | None = None
    decided_on: Day | None = None
    paragraph: Label = Field(default="", max_length=20)
    register_number: Text = Field(default="", max_length=60)
    verified_on: Day | None = None
    announced_on: Day | None = None
    is_inferred: Flag = False
    note: Text = Field(default="", max_length=400)
    separate_statements: Annotated[
        list[SeparateStatementEntry], Nested("adoption")
    ] = []
    dissents: Annotated[list[DissentEntry], Nested("adoption")] = []
