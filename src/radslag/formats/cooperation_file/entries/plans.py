"""Entries of the annual plans: activities, budget, presentations, annual report."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from radslag.formats.cooperation_file.entry import (
    DerivedEntry,
    KeyedEntry,
    Nested,
    refuse,
)
from radslag.formats.cooperation_file.types import (
    ActivityKey,
    ActivityKindWord,
    ActivityStatusWord,
    BodyKey,
    BudgetSideWord,
    Charge,
    Day,
    Flag,
    GoalKey,
    Money,
    MunicipalityKey,
    PlanStatusWord,
    PlanSubjectWord,
    Position,
    ProgrammeKey,
    ReportStatusWord,
    Text,
    Year,
)


class PresentationEntry(DerivedEntry):
    """En redovisning (presentation) av plan eller budget för en kommun."""

    belongs_to = "presentations"
    derived = ("plan", "subject", "municipality")
    implied = ("plan",)
    unique = (("plan", "municipality", "subject"),)

    municipality: MunicipalityKey
    subject: PlanSubjectWord = "annual_plan"
    presented_on: Day | None = None
    note: Text = Field(default="", max_length=300)


class ActivityResponsibilityEntry(DerivedEntry):
    """Ett aktivitetsansvar: ett organ eller en kommun."""

    belongs_to = "activity_responsibilities"
    derived = ("activity", "body|municipality")
    implied = ("activity",)

    body: BodyKey | None = None
    municipality: MunicipalityKey | None = None

    @model_validator(mode="after")
    def _answered_for_by_one(self) -> Self:
        if bool(self.body) == bool(self.municipality):
            refuse("ansvaret har antingen ett organ (body) eller en kommun")
        return self


class FollowUpEntry(DerivedEntry):
    """En uppföljning (follow-up) av en aktivitet."""

    belongs_to = "follow_ups"
    ordered_by = ("noted_on",)
    derived = ("activity", "noted_on")
    implied = ("activity",)

    noted_on: Day
    text: Text = Field(min_length=1)
    status: ActivityStatusWord = ""


class ActivityEntry(KeyedEntry):
    """En aktivitet (activity); vaga ord om tid och kostnad bevaras som de står."""

    belongs_to = "activities"
    ordered_by = ("position",)
    implied = ("plan",)
    in_order = (("starts_from", "ends_until"),)

    goal: GoalKey | None = None
    kind: ActivityKindWord = "development"
    position: Position = 0
    title: Text = Field(min_length=1, max_length=400)
    comment: Text = ""
    responsible_as_written: Text = Field(default="", max_length=200)
    time_as_written: Text = Field(default="", max_length=200)
    starts_from: Day | None = None
    ends_until: Day | None = Field(default=None, description="Till, ej med.")
    cost_as_written: Text = Field(default="", max_length=200)
    cost_sek: Charge | None = None
    status: ActivityStatusWord = "planned"
    continues: ActivityKey | None = Field(
        default=None, description="Aktiviteten i en tidigare plan som denna fortsätter."
    )
    responsible: Annotated[list[ActivityResponsibilityEntry], Nested("activity")] = []
    follow_ups: Annotated[list[FollowUpEntry], Nested("activity")] = []


class BudgetOutcomeEntry(DerivedEntry):
    """Ett utfall (outcome) på en budgetpost."""

    belongs_to = "budget_outcomes"
    ordered_by = ("booked_on",)
    derived = ("line", "booked_on")
    implied = ("line",)

    booked_on: Day = Field(description="Bokfört till och med.")
    amount_sek: Money
    source: Text = Field(default="", max_length=300)


class BudgetLineEntry(KeyedEntry):
    """En budgetpost (budget line)."""

    belongs_to = "budget_lines"
    ordered_by = ("position",)
    implied = ("plan",)

    side: BudgetSideWord
    position: Position = 0
    name: Text = Field(min_length=1, max_length=200)
    amount_sek: Money
    is_approximate: Flag = False
    note: Text = Field(default="", max_length=400)
    outcomes: Annotated[list[BudgetOutcomeEntry], Nested("line")] = []


class AnnualReportEntry(DerivedEntry):
    """En årsredovisning (annual report)."""

    belongs_to = "annual_reports"
    derived = ("plan",)
    implied = ("plan",)
    unique = (("plan",),)

    title: Text = Field(min_length=1, max_length=200)
    status: ReportStatusWord = "draft"
    decided_on: Day | None = None
    summary: Text = ""
    is_public: Flag = False


class AnnualPlanEntry(KeyedEntry):
    """En verksamhetsplan med budget (annual plan)."""

    belongs_to = "plans"
    ordered_by = ("year",)
    unique = (("year",),)

    year: Year
    title: Text = Field(min_length=1, max_length=200)
    programme: ProgrammeKey | None = None
    status: PlanStatusWord = "draft"
    adopted_on: Day | None = None
    budget_adopted_on: Day | None = None
    introduction: Text = ""
    is_public: Flag = False
    presentations: Annotated[list[PresentationEntry], Nested("plan")] = []
    activities: Annotated[list[ActivityEntry], Nested("plan")] = []
    budget_lines: Annotated[list[BudgetLineEntry], Nested("plan")] = []
    report: Annotated[AnnualReportEntry | None, Nested("plan")] = None
