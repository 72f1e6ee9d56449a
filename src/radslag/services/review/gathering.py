"""Gathering: the review's queries, one for each kind of record.

Only what may be many rows is thinned out in the database: attendance is counted
there, and deliveries are read for the last two years.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import CharField, Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast

from radslag.agreement.terms import BadTerm, Terms
from radslag.agreement.vocabulary import AttendanceState, MatterState
from radslag.records import models as records
from radslag.records.models import Record
from radslag.records.sections import SECTIONS
from radslag.services.populations import counts_of, periods_of
from radslag.services.review.facts import Facts, Item, Roll, UnreadableTerm
from radslag.services.rulebook import term_of, with_body_names

RecordT = TypeVar("RecordT", bound=Record)

THERE = (AttendanceState.PRESENT, AttendanceState.REMOTE)
SETTLED = (
    MatterState.DECIDED,
    MatterState.ADOPTED,
    MatterState.CARRIED_OUT,
    MatterState.FOLLOWED_UP,
)


def gather(today: date) -> Facts:
    """Read the chosen cooperation's records, each kind in one query."""
    memberships = _all(records.Membership, "municipality")
    populations = _all(records.Population, "municipality")
    named = with_body_names(records.Term.objects.select_related("paragraph"))
    term_rows = tuple(named.order_by("pk"))
    terms, unreadable = _read_terms(term_rows)
    activities, answered_for = _activities()
    citations = _all(records.Citation)
    return Facts(
        municipalities=_all(records.Municipality),
        memberships=memberships,
        periods=periods_of(memberships),
        populations=populations,
        counts=counts_of(populations),
        agreements=_all(records.Agreement),
        term_rows=term_rows,
        terms=terms,
        unreadable_terms=unreadable,
        bodies=_all(records.Body),
        appointments=_all(records.Appointment),
        programmes=_all(records.Programme),
        goals=_all(records.Goal),
        plans=_all(records.AnnualPlan),
        presentations=_all(records.Presentation),
        activities=activities,
        answered_for=answered_for,
        budget_lines=_all(records.BudgetLine),
        fees=_all(records.Fee, "municipality"),
        grant_shares=_all(records.GrantShare, "grant"),
        meetings=_all(records.Meeting),
        items=_items(),
        rolls=_rolls(),
        decisions=_all(records.Decision),
        minutes=_all(records.Minutes),
        minutes_delivered=_minutes_delivered(date(today.year - 1, 1, 1)),
        adoptions=_all(records.Adoption),
        citations=citations,
        cited_keys=_keys_of(citations),
        accepted=_accepted(),
    )


def _all(model: type[RecordT], *joined: str) -> tuple[RecordT, ...]:
    rows = model.objects.order_by("pk")
    return tuple(rows.select_related(*joined) if joined else rows)


def _read_terms(
    rows: Iterable[records.Term],
) -> tuple[Terms, tuple[UnreadableTerm, ...]]:
    terms, unreadable = [], []
    for row in rows:
        try:
            terms.append(term_of(row))
        except BadTerm as bad:
            unreadable.append(UnreadableTerm(row, str(bad)))
    return Terms.of(terms), tuple(unreadable)


def _activities() -> tuple[tuple[records.Activity, ...], frozenset[int]]:
    """Read the activities, and which of them somebody answers for."""
    responsible = records.ActivityResponsibility.objects.filter(activity=OuterRef("pk"))
    rows = records.Activity.objects.order_by("pk").annotate(
        is_answered_for=Exists(responsible)
    )
    return tuple(rows), frozenset(row.pk for row in rows if row.is_answered_for)


def _items() -> tuple[Item, ...]:
    rows = records.AgendaItem.objects.order_by("pk").values_list(
        "pk",
        "key",
        "meeting_id",
        "number",
        "title",
        "matter_id",
        "matter__state",
        "matter__closed_on",
        "text",
    )
    return tuple(
        Item(*row[:6], matter_is_closed=row[6] in SETTLED or bool(row[7]), text=row[8])
        for row in rows
    )


def _rolls() -> dict[int, Roll]:
    rows = (
        records.Attendance.objects.filter(is_member=True, item__isnull=True)
        .order_by()
        .values_list("meeting_id")
        .annotate(listed=Count("pk"), present=Count("pk", filter=Q(state__in=THERE)))
    )
    return {meeting: Roll(listed, present) for meeting, listed, present in rows}


def _minutes_delivered(since: date) -> frozenset[tuple[int, int]]:
    rows = records.Delivery.objects.filter(minutes__meeting__held_on__gte=since)
    pairs = rows.order_by().values_list("minutes_id", "municipality_id")
    return frozenset((minutes, who) for minutes, who in pairs if minutes)


def _keys_of(citations: Iterable[records.Citation]) -> frozenset[tuple[str, str]]:
    """Return which of the sections' records exist, of the sections that are cited."""
    cited = sorted({row.section for row in citations} & set(SECTIONS))
    if not cited:
        return frozenset()
    first, *rest = (
        SECTIONS[name]
        .objects.order_by()
        .annotate(of_section=Cast(Value(name), CharField()))
        .values_list("of_section", "key")
        for name in cited
    )
    return frozenset(first.union(*rest, all=True))


def _accepted() -> dict[tuple[str, str], records.AcceptedFinding]:
    rows = records.AcceptedFinding.objects.order_by("pk")
    return {(row.check_name, row.subject): row for row in rows}
