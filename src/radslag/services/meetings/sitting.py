"""One meeting whole: agenda, attendance, decisions, minutes and who has had them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from radslag.agreement.meetings import has_minutes_delivered
from radslag.agreement.parties import Party
from radslag.agreement.parties.completeness import Completeness
from radslag.agreement.terms import MinutesTerm, NoTermInForce, Terms
from radslag.agreement.vocabulary import AttendanceState, Outcome
from radslag.records.models import (
    AgendaItem,
    Attendance,
    Decision,
    Delivery,
    Meeting,
    MeetingNotice,
    Minutes,
    Paper,
    Verifier,
)
from radslag.records.questions import Answers, answered_as, question
from radslag.services.access import Viewer, shown
from radslag.services.citing import Named, has_source
from radslag.services.meetings.attendance import (
    AttendanceRow,
    Presence,
    Quorum,
    attendance_rows,
    presences,
    quorum_of,
)
from radslag.services.meetings.consensus import stands
from radslag.services.populations import (
    MemberPeriod,
    by_name,
    member_periods,
    members_among,
    party_of,
)
from radslag.services.rulebook import rulebook

# Meetings that are worked out once for the same answers.
MOST_SITTINGS = 50


@dataclass(frozen=True)
class DecisionLine:
    """A decision, whether it stands, and what became of it when it was postponed."""

    decision: Decision
    stands: str
    is_postponed: bool
    came_back_key: str = ""
    came_back_on: date | None = None
    dissents: int = 0


@dataclass(frozen=True)
class ItemLine:
    """An agenda item with its decisions and papers."""

    item: AgendaItem
    decisions: tuple[DecisionLine, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Delivered:
    """To whom something was sent, and who has confirmed that it came."""

    rows: tuple[Delivery, ...]
    ruling: Completeness | None = None

    @property
    def receipts(self) -> int:
        """How many have confirmed."""
        return sum(row.received_on is not None for row in self.rows)


@dataclass(frozen=True)
class Notice:
    """The latest notice of the meeting (kallelse), and how many have gone out."""

    sent_on: date
    recipients: str
    count: int


@dataclass(frozen=True, eq=False)
class Sitting:
    """A meeting with all that the viewer may see of it.

    The same answers give the same object, which is alike only to itself.
    """

    meeting: Meeting
    items: tuple[ItemLine, ...]
    attendance: tuple[AttendanceRow, ...]
    also_there: tuple[str, ...]
    also_absent: tuple[str, ...]
    quorum: Quorum
    minutes: Minutes | None
    verifiers: tuple[Verifier, ...]
    notice: Notice | None
    delivered: Delivered
    notice_delivered: Delivered
    papers: tuple[Paper, ...]
    earlier_key: str
    later_key: str
    cited: frozenset[Named]
    attendance_source: str


class _Answered(NamedTuple):
    """All that was answered about a meeting, and whether it is told to the public."""

    meeting: Answers[Meeting]
    attendance: Answers[Presence]
    items: Answers[AgendaItem]
    decisions: Answers[Decision]
    papers: Answers[Paper]
    verifiers: Answers[Verifier] | None
    deliveries: Answers[Delivery] | None
    periods: tuple[MemberPeriod, ...]
    terms: Terms
    to_public: bool


def sitting(key: str, viewer: Viewer) -> Sitting | None:
    """Return a meeting that the viewer may see, or nothing, in at most nine queries.

    The public sees its public decisions, and which municipalities were there; never
    what was noted, nor any person's role. Worked out once for the same answers.
    """
    to_public = viewer.is_public
    meeting = _meeting(key, to_public=to_public)
    if not meeting:
        return None
    return _sitting(
        _Answered(
            meeting=meeting,
            attendance=_attendance(key),
            items=_items(key, to_public=to_public),
            decisions=_decisions(key, to_public=to_public),
            papers=_papers(key, to_public=to_public),
            verifiers=None if to_public else _verifiers(key),
            deliveries=None if to_public else _deliveries(key),
            periods=member_periods(),
            terms=rulebook(viewer),
            to_public=to_public,
        )
    )


@lru_cache(maxsize=MOST_SITTINGS)
def _sitting(answered: _Answered) -> Sitting:
    (found,) = answered.meeting
    attendance, items = list(answered.attendance), list(answered.items)
    members = members_among(answered.periods, found.held_on)
    quorum = quorum_of(
        attendance, found.body.kind, found.held_on, len(members), answered.terms
    )
    inside = not answered.to_public
    deliveries, papers = list(answered.deliveries or ()), list(answered.papers)
    decisions = _by_item(answered.decisions)
    return Sitting(
        meeting=found,
        items=_lines(items, decisions, papers, (found, quorum, answered.terms)),
        attendance=attendance_rows(
            [row for row in attendance if inside or row.municipality],
            [party.name for party in by_name(members)] if attendance else [],
            [item.pk for item in items],
        ),
        also_there=_also_there(attendance) if inside else (),
        also_absent=_also_absent(attendance) if inside else (),
        quorum=quorum,
        minutes=_minutes(found, to_public=answered.to_public),
        verifiers=tuple(answered.verifiers or ()),
        notice=_notice(found) if inside else None,
        delivered=_minutes_delivered(deliveries, members, found, answered.terms),
        notice_delivered=Delivered(
            tuple(row for row in deliveries if row.meeting_notice_id)
        ),
        papers=tuple(paper for paper in papers if paper.item_id is None),
        earlier_key=getattr(found, "earlier_key", None) or "",
        later_key=getattr(found, "later_key", None) or "",
        cited=frozenset(_cited(found, items, decisions)) if inside else frozenset(),
        attendance_source=(getattr(found, "attendance_source", None) or "")
        if inside
        else "",
    )


@question
def _meeting(key: str, *, to_public: bool) -> QuerySet[Meeting]:
    """Ask for a meeting with its neighbours, its latest notice and its sources."""
    others = shown(Meeting.objects.filter(body=OuterRef("body")), to_public=to_public)
    earlier = others.filter(held_on__lt=OuterRef("held_on")).order_by("-held_on", "pk")
    later = others.filter(held_on__gt=OuterRef("held_on")).order_by("held_on", "pk")
    # One line of attendance leads to the list that all were read from.
    present = Attendance.objects.filter(
        has_source("attendance"), meeting=OuterRef("pk")
    )
    notices = MeetingNotice.objects.filter(meeting=OuterRef("pk")).order_by("-sent_on")
    meetings = Meeting.objects.select_related("body", "host", "minutes").filter(key=key)
    return (
        shown(meetings, to_public=to_public)
        .annotate(
            notice_sent_on=Subquery(notices.values("sent_on")[:1]),
            notice_recipients=Subquery(notices.values("recipients")[:1]),
            notice_count=Count("meeting_notices"),
            earlier_key=Subquery(earlier.values("key")[:1]),
            later_key=Subquery(later.values("key")[:1]),
            is_cited=has_source("meetings"),
            has_cited_minutes=has_source("minutes", "minutes__key"),
            attendance_source=Subquery(present.order_by("pk").values("key")[:1]),
        )
        .order_by()
    )


@answered_as(Presence._make)
def _attendance(key: str) -> QuerySet[Attendance, Any]:
    return presences(Attendance.objects.filter(meeting__key=key))


def _cited(
    meeting: Any,  # noqa: ANN401 - annotated by the query
    items: Iterable[AgendaItem],
    decisions: dict[int, list[Decision]],
) -> Iterator[Named]:
    if meeting.is_cited:
        yield "meetings", meeting.key
    if meeting.has_cited_minutes:
        yield "minutes", meeting.minutes.key
    if meeting.attendance_source:
        yield "attendance", meeting.attendance_source
    for item in items:
        if getattr(item, "is_cited", False):
            yield "agenda_items", item.key
        for row in decisions[item.pk]:
            if getattr(row, "is_cited", False):
                yield "decisions", row.key


def _notice(meeting: Any) -> Notice | None:  # noqa: ANN401 - annotated by the query
    if meeting.notice_sent_on is None:
        return None
    return Notice(
        meeting.notice_sent_on, meeting.notice_recipients, meeting.notice_count
    )


@question
def _items(key: str, *, to_public: bool) -> QuerySet[AgendaItem]:
    items = (
        AgendaItem.objects.filter(meeting__key=key)
        .annotate(is_cited=has_source("agenda_items"))
        .order_by("number")
    )
    return items.filter(decisions__is_public=True).distinct() if to_public else items


@question
def _decisions(key: str, *, to_public: bool) -> QuerySet[Decision]:
    later_items = AgendaItem.objects.filter(
        matter=OuterRef("item__matter"),
        meeting__held_on__gt=OuterRef("item__meeting__held_on"),
    ).order_by("meeting__held_on", "pk")
    if to_public:
        later_items = later_items.filter(meeting__is_public=True)
    decisions = Decision.objects.filter(item__meeting__key=key)
    return (
        shown(decisions, to_public=to_public)
        .select_related("postponed_to")
        .annotate(
            came_back_key=Subquery(later_items.values("meeting__key")[:1]),
            came_back_on=Subquery(later_items.values("meeting__held_on")[:1]),
            dissent_count=Count("dissents"),
            is_cited=has_source("decisions"),
        )
        .order_by("item", "position", "pk")
    )


def _by_item(decisions: Iterable[Decision]) -> dict[int, list[Decision]]:
    by_item: dict[int, list[Decision]] = defaultdict(list)
    for row in decisions:
        by_item[row.item_id].append(row)
    return by_item


def _lines(
    items: Iterable[AgendaItem],
    decisions: dict[int, list[Decision]],
    papers: Iterable[Paper],
    ruled_by: tuple[Meeting, Quorum, Terms],
) -> tuple[ItemLine, ...]:
    held = list(papers)
    return tuple(
        ItemLine(
            item,
            tuple(_decision_line(row, *ruled_by) for row in decisions[item.pk]),
            tuple(paper for paper in held if paper.item_id == item.pk),
        )
        for item in items
    )


def _decision_line(
    row: Decision, meeting: Meeting, quorum: Quorum, terms: Terms
) -> DecisionLine:
    return DecisionLine(
        decision=row,
        stands=stands(row, meeting, quorum, terms),
        is_postponed=row.outcome == Outcome.POSTPONED
        or row.postponed_to_id is not None,
        came_back_key=getattr(row, "came_back_key", None) or "",
        came_back_on=getattr(row, "came_back_on", None),
        dissents=getattr(row, "dissent_count", 0),
    )


def _minutes(meeting: Meeting, *, to_public: bool) -> Minutes | None:
    found: Minutes | None = getattr(meeting, "minutes", None)
    if found is None or (to_public and not found.is_public):
        return None
    return found


@question
def _verifiers(key: str) -> QuerySet[Verifier]:
    rows = Verifier.objects.filter(minutes__meeting__key=key)
    return rows.select_related("municipality")


@question
def _deliveries(key: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        Q(minutes__meeting__key=key) | Q(meeting_notice__meeting__key=key)
    ).select_related("municipality")


def _minutes_delivered(
    deliveries: Iterable[Delivery],
    members: Sequence[Party],
    meeting: Meeting,
    terms: Terms,
) -> Delivered:
    rows = tuple(row for row in deliveries if row.minutes_id)
    try:
        term = terms.in_force(MinutesTerm, meeting.held_on, body=meeting.body.kind)
    except NoTermInForce:
        return Delivered(rows)
    confirmed = {party_of(row.municipality) for row in rows if row.received_on}
    return Delivered(rows, has_minutes_delivered(members, confirmed, term))


@question
def _papers(key: str, *, to_public: bool) -> QuerySet[Paper]:
    papers = Paper.objects.filter(Q(meeting__key=key) | Q(item__meeting__key=key))
    return shown(papers, to_public=to_public).order_by("annex_number", "title", "pk")


def _also_there(rows: Iterable[Presence]) -> tuple[str, ...]:
    return tuple(row.role for row in rows if row.party is None and row.role)


def _also_absent(rows: Iterable[Presence]) -> tuple[str, ...]:
    """Name the municipalities that reported somebody besides their member absent."""
    return tuple(
        row.municipality
        for row in rows
        if row.municipality
        and not row.is_member
        and row.state == AttendanceState.ABSENT
    )
