"""Attendance: how each municipality took part, and whether the body could decide.

A municipality is present through its member. Where only others from it came it was a
guest, and where nothing is written its attendance is unknown, never absence.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from django.db.models import QuerySet

from radslag.agreement.citation import Ruling
from radslag.agreement.meetings import is_quorate
from radslag.agreement.terms import NoTermInForce, Terms
from radslag.agreement.terms import Quorum as QuorumTerm
from radslag.agreement.vocabulary import AttendanceState, BodyKind
from radslag.records.models import Attendance

THERE = (AttendanceState.PRESENT, AttendanceState.REMOTE)
# Every member of the cooperation has one seat in these.
OF_ALL_MEMBERS = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)
_BEST_FIRST = (*THERE, AttendanceState.GUEST, AttendanceState.ABSENT)


class Noted(Protocol):
    """A line of attendance as far as it tells how a party took part."""

    @property
    def state(self) -> str:
        """How."""

    @property
    def is_member(self) -> bool:
        """Whether it is the party's member."""


class Presence(NamedTuple):
    """A line of attendance (närvaro): at the whole meeting, or at a single item."""

    meeting_id: int
    item_id: int | None
    municipality: str | None
    outside_party: str | None
    role: str
    is_member: bool
    state: str

    @property
    def party(self) -> str | None:
        """The name of who was there, a municipality or another party."""
        return self.municipality or self.outside_party


def presences(rows: QuerySet[Attendance]) -> QuerySet[Attendance, Any]:
    """Ask for lines of attendance with the names of the parties, as `Presence`."""
    return rows.values_list(
        "meeting_id",
        "item_id",
        "municipality__name",
        "outside_party__name",
        "role",
        "is_member",
        "state",
    )


class Standing(NamedTuple):
    """How a municipality or another party took part, and how many more it sent."""

    state: AttendanceState | None
    others: int = 0


@dataclass(frozen=True)
class AttendanceRow:
    """A party's attendance: at the whole meeting, and at each item."""

    name: str
    whole: Standing
    by_item: tuple[Standing, ...]


@dataclass(frozen=True)
class Quorum:
    """Whether the body could decide: the numbers, and the rule's answer if any."""

    present: int
    members: int
    is_known: bool
    ruling: Ruling | None = None
    silence: str = ""


def best(states: Iterable[AttendanceState]) -> AttendanceState | None:
    """Return the fullest way of taking part among several, or nothing.

    >>> best([AttendanceState.ABSENT, AttendanceState.REMOTE]).swedish
    'på distans'
    """
    found = set(states)
    return next((state for state in _BEST_FIRST if state in found), None)


def standing_of(rows: Collection[Noted]) -> Standing:
    """Return how a party took part, from its rows for one meeting or one item.

    The member's own row decides. Somebody else who was there is counted beside it,
    and makes the party a guest where no member is written down.
    """
    of_members = [AttendanceState(row.state) for row in rows if row.is_member]
    of_others = [AttendanceState(row.state) for row in rows if not row.is_member]
    there = sum(state != AttendanceState.ABSENT for state in of_others)
    if of_members:
        return Standing(best(of_members), there)
    if there:
        return Standing(AttendanceState.GUEST, there - 1)
    return Standing(best(of_others))


def attendance_rows(
    rows: Sequence[Presence], names: Iterable[str], item_ids: Sequence[int]
) -> tuple[AttendanceRow, ...]:
    """Return each party's attendance; the names come first, others after them."""
    by_name: dict[str, list[Presence]] = defaultdict(list)
    for row in rows:
        if row.party is not None:
            by_name[row.party].append(row)
    ordered = dict.fromkeys([*names, *by_name])
    return tuple(_row(name, by_name[name], item_ids) for name in ordered)


def _row(name: str, rows: Iterable[Presence], item_ids: Sequence[int]) -> AttendanceRow:
    by_item: dict[int | None, list[Presence]] = defaultdict(list)
    for row in rows:
        by_item[row.item_id].append(row)
    whole = standing_of(by_item[None])
    # Most parties are at every item as they are at the meeting.
    unchanged = Standing(whole.state)
    return AttendanceRow(
        name,
        whole,
        tuple(
            _at_item(whole, by_item[item_id]) if item_id in by_item else unchanged
            for item_id in item_ids
        ),
    )


def _at_item(standing: Standing, added: Collection[Presence]) -> Standing:
    """Return how a party took part in an item: as in the meeting, and those added."""
    there = sum(row.state != AttendanceState.ABSENT for row in added)
    if standing.state in THERE:
        own = best(AttendanceState(row.state) for row in added if row.is_member)
        return Standing(own or standing.state, 0 if own else there)
    return standing_of(added)


def quorum_of(
    rows: Iterable[Presence], body_kind: str, on: date, members: int, terms: Terms
) -> Quorum:
    """Say whether a body could decide, by the term in force that day for its kind.

    Members are the cooperation's own where each has a seat, and otherwise those that
    are written down. Nothing is ruled where no member's attendance is written.
    """
    listed = [row for row in rows if row.is_member and row.item_id is None]
    present = sum(row.state in THERE for row in listed)
    whole = members if body_kind in OF_ALL_MEMBERS else 0
    whole = max(whole, len(listed))
    if not listed:
        return Quorum(0, whole, is_known=False)
    try:
        term = terms.in_force(QuorumTerm, on, body=body_kind)
    except NoTermInForce as silence:
        return Quorum(present, whole, is_known=True, silence=str(silence))
    ruling = is_quorate(members=whole, present=present, term=term)
    return Quorum(present, whole, is_known=True, ruling=ruling)
