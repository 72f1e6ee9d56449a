"""Entries of development programmes, their goal trees, and what is measured."""

from typing import Annotated

from pydantic import Field

from radslag.formats.cooperation_file.entries.adoptions import AdoptionEntry
from radslag.formats.cooperation_file.entry import DerivedEntry, KeyedEntry, Nested
from radslag.formats.cooperation_file.types import (
    BodyKey,
    Day,
    Flag,
    GoalKey,
    GoalLevelWord,
    Measure,
    MunicipalityKey,
    Position,
    ProgrammeKey,
    TermOfOfficeKey,
    Text,
)


class GoalResponsibilityEntry(DerivedEntry):
    """Ett målansvar: organet som svarar för målet. Skrivs som organets nyckel."""

    belongs_to = "goal_responsibilities"
    derived = ("goal", "body")
    implied = ("goal",)
    unique = (("goal", "body"),)
    as_text = "body"

    body: BodyKey


class GoalEntry(KeyedEntry):
    """Ett mål (goal); dess delmål står inuti det."""

    belongs_to = "goals"
    ordered_by = ("position",)
    implied = ("programme", "parent")

    level: GoalLevelWord
    position: Position = 0
    name: Text = Field(min_length=1, max_length=120)
    title: Text = Field(default="", max_length=400, description="Målets lydelse.")
    other_names: Text = Field(default="", max_length=200)
    group_name: Text = Field(default="", max_length=120)
    text: Text = ""
    continues: GoalKey | None = Field(
        default=None, description="Målet i ett tidigare program som detta fortsätter."
    )
    responsible: Annotated[list[GoalResponsibilityEntry], Nested("goal")] = []
    goals: Annotated[list["GoalEntry"], Nested("parent", ("programme",))] = []


class ProgrammeEntry(KeyedEntry):
    """Ett utvecklingsprogram (programme) med sina mål och antaganden."""

    belongs_to = "programmes"
    ordered_by = ("valid_from",)
    in_order = (("valid_from", "valid_to"),)

    name: Text = Field(min_length=1, max_length=200)
    short_name: Text = Field(default="", max_length=60)
    term_of_office: TermOfOfficeKey | None = None
    valid_from: Day
    valid_to: Day = Field(description="Till och med.")
    decided_on: Day | None = Field(default=None, description="Beslutat av kommittén.")
    replaces: ProgrammeKey | None = Field(default=None, description="Det tidigare.")
    summary: Text = ""
    relates_to: Text = ""
    is_public: Flag = False
    goals: Annotated[list[GoalEntry], Nested("programme")] = []
    adoptions: Annotated[list[AdoptionEntry], Nested("programme")] = []


class ObservationEntry(DerivedEntry):
    """En observation (observation) av en indikator."""

    belongs_to = "observations"
    ordered_by = ("observed_on", "municipality")
    derived = ("indicator", "municipality", "observed_on")
    implied = ("indicator",)

    municipality: MunicipalityKey | None = None
    observed_on: Day
    value: Measure
    source: Text = Field(default="", max_length=300)


class IndicatorEntry(KeyedEntry):
    """En indikator (indicator) eller ett nyckeltal."""

    belongs_to = "indicators"

    goal: GoalKey | None = None
    name: Text = Field(min_length=1, max_length=200)
    unit: Text = Field(default="", max_length=60)
    outside_code: Text = Field(default="", max_length=60)
    wanted: Text = Field(default="", max_length=120, description="Önskad riktning.")
    observations: Annotated[list[ObservationEntry], Nested("indicator")] = []
