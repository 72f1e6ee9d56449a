"""Facts: everything the review looks at, read once and wired in memory.

Each kind of record is one query, however many rows there are. Checks follow
references through the indexes here, never through a record, which would ask again.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from radslag.agreement.parties import Party
from radslag.agreement.terms import NoTermInForce, Term, Terms, Value
from radslag.agreement.wording import long_date
from radslag.records import models as records
from radslag.services.fees import FeeFacts, FeeTable, decided_fees, fee_table_of
from radslag.services.populations import Counts, MemberPeriod, members_among

KeyT = TypeVar("KeyT", bound=Hashable)
RowT = TypeVar("RowT")
ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True)
class UnreadableTerm:
    """A term whose value the rules cannot read, and the sentence saying why."""

    row: records.Term
    problem: str


@dataclass(frozen=True)
class Item:
    """An agenda item (punkt), as far as the review needs it."""

    id: int
    key: str
    meeting_id: int
    number: int
    title: str
    matter_id: int | None
    matter_is_closed: bool
    text: str


@dataclass(frozen=True)
class Roll:
    """How many members were listed at a meeting (upprop), and how many were there."""

    listed: int
    present: int


@dataclass(frozen=True)
class Facts:
    """A cooperation's records as the checks see them."""

    municipalities: tuple[records.Municipality, ...]
    memberships: tuple[records.Membership, ...]
    periods: tuple[MemberPeriod, ...]
    populations: tuple[records.Population, ...]
    counts: Counts
    agreements: tuple[records.Agreement, ...]
    term_rows: tuple[records.Term, ...]
    terms: Terms
    unreadable_terms: tuple[UnreadableTerm, ...]
    bodies: tuple[records.Body, ...]
    appointments: tuple[records.Appointment, ...]
    programmes: tuple[records.Programme, ...]
    goals: tuple[records.Goal, ...]
    plans: tuple[records.AnnualPlan, ...]
    presentations: tuple[records.Presentation, ...]
    activities: tuple[records.Activity, ...]
    answered_for: frozenset[int]
    budget_lines: tuple[records.BudgetLine, ...]
    fees: tuple[records.Fee, ...]
    grant_shares: tuple[records.GrantShare, ...]
    meetings: tuple[records.Meeting, ...]
    items: tuple[Item, ...]
    rolls: Mapping[int, Roll]
    decisions: tuple[records.Decision, ...]
    minutes: tuple[records.Minutes, ...]
    minutes_delivered: frozenset[tuple[int, int]]
    adoptions: tuple[records.Adoption, ...]
    citations: tuple[records.Citation, ...]
    cited_keys: frozenset[tuple[str, str]]
    accepted: Mapping[tuple[str, str], records.AcceptedFinding]
    _fee_tables: dict[int, FeeTable] = field(default_factory=dict, repr=False)
    _members: dict[int, tuple[Party, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def municipality_by_id(self) -> dict[int, records.Municipality]:
        """Municipalities by database id."""
        return {row.pk: row for row in self.municipalities}

    @cached_property
    def body_by_id(self) -> dict[int, records.Body]:
        """Bodies by database id."""
        return {row.pk: row for row in self.bodies}

    @cached_property
    def programme_by_id(self) -> dict[int, records.Programme]:
        """Programmes by database id."""
        return {row.pk: row for row in self.programmes}

    @cached_property
    def goal_by_id(self) -> dict[int, records.Goal]:
        """Goals by database id."""
        return {row.pk: row for row in self.goals}

    @cached_property
    def plan_by_id(self) -> dict[int, records.AnnualPlan]:
        """Annual plans by database id."""
        return {row.pk: row for row in self.plans}

    @cached_property
    def meeting_by_id(self) -> dict[int, records.Meeting]:
        """Meetings by database id."""
        return {row.pk: row for row in self.meetings}

    @cached_property
    def item_by_id(self) -> dict[int, Item]:
        """Agenda items by database id."""
        return {row.id: row for row in self.items}

    @cached_property
    def minutes_by_meeting(self) -> dict[int, records.Minutes]:
        """The minutes of each meeting that has any."""
        return {row.meeting_id: row for row in self.minutes}

    @cached_property
    def activities_by_plan(self) -> dict[int, list[records.Activity]]:
        """Each plan's activities."""
        return grouped((row.plan_id, row) for row in self.activities)

    @cached_property
    def budget_by_plan(self) -> dict[int, list[records.BudgetLine]]:
        """Each plan's budget lines."""
        return grouped((row.plan_id, row) for row in self.budget_lines)

    @cached_property
    def seats_by_body(self) -> dict[int, list[records.Appointment]]:
        """Each body's appointments, from the first to begin."""
        ordered = sorted(self.appointments, key=lambda row: row.appointed_from)
        return grouped((row.body_id, row) for row in ordered)

    @cached_property
    def meetings_by_body(self) -> dict[int, list[records.Meeting]]:
        """Each body's meetings, by day."""
        ordered = sorted(self.meetings, key=lambda row: row.held_on)
        return grouped((row.body_id, row) for row in ordered)

    @cached_property
    def _turns(self) -> list[date]:
        days = {period.member_from for period in self.periods}
        days |= {period.member_until for period in self.periods if period.member_until}
        return sorted(days)

    def members(self, on: date) -> tuple[Party, ...]:
        """Return the members on a day; worked out once between two changes."""
        turn = bisect_right(self._turns, on)
        if turn not in self._members:
            self._members[turn] = members_among(self.periods, on)
        return self._members[turn]

    def term(
        self, kind: type[ValueT], on: date, body: str | None = None
    ) -> Term[ValueT] | None:
        """Return the term in force on a day, or nothing where there is none."""
        try:
            return self.terms.in_force(kind, on, body)
        except NoTermInForce:
            return None

    def fee_table(self, year: int) -> FeeTable:
        """Return a year's fees; worked out once."""
        if year not in self._fee_tables:
            self._fee_tables[year] = fee_table_of(self._fee_facts, year)
        return self._fee_tables[year]

    @cached_property
    def _fee_facts(self) -> FeeFacts:
        decided = decided_fees(self.fees)
        return FeeFacts(self.terms, self.periods, self.counts, decided)

    def body_of(self, meeting: records.Meeting) -> records.Body:
        """Return the body that meets."""
        return self.body_by_id[meeting.body_id]

    def name_of(self, meeting: records.Meeting) -> str:
        """Name a meeting by its body and day."""
        return f"{self.body_of(meeting)} {long_date(meeting.held_on)}"

    @cached_property
    def _id_by_code(self) -> dict[str, int]:
        return {row.code: row.pk for row in self.municipalities}

    def id_of(self, party: Party) -> int:
        """Return a municipality's database id."""
        return self._id_by_code[party.code]

    def party_by_id(self, municipality_id: int | None) -> Party | None:
        """Return a municipality as the rules know it, or nothing for nobody."""
        row = self.municipality_by_id.get(municipality_id or 0)
        return Party(row.code, row.key, row.name) if row else None


def grouped(pairs: Iterable[tuple[KeyT, RowT]]) -> dict[KeyT, list[RowT]]:
    """Gather what has the same key, in the order it comes."""
    groups: dict[KeyT, list[RowT]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return dict(groups)


def same(rows: Iterable[RowT], **values: Any) -> list[RowT]:
    """Return the rows whose fields all have these values."""
    return [
        row
        for row in rows
        if all(getattr(row, name) == value for name, value in values.items())
    ]
