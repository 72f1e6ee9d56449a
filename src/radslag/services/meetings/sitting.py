"""One meeting whole: agenda, attendance, decisions, minutes and who has had them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from radslag.services.access import Viewer, visible
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
    by_name,
    member_periods,
    members_among,
    party_of,
)
from radslag.services.rulebook import rulebook


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


@dataclass(frozen=True)
class Sitting:
    """A meeting with all that the viewer may see of it."""

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


def sitting(key: str, viewer: Viewer) -> Sitting | None:
    """Return a meeting that the viewer may see, or nothing, in at most nine queries.

    The public sees its public decisions, and which municipalities were there; never
    what was noted, nor any person's role.
    """
    found = _with_neighbours(viewer).filter(key=key).first()
    if found is None:
        return None
    attendance = presences(Attendance.objects.filter(meeting=found))
    items = _items(found, viewer)
    members = members_among(member_periods(), found.held_on)
    terms = rulebook(viewer)
    quorum = quorum_of(attendance, found.body.kind, found.held_on, len(members), terms)
    minutes = _minutes(found, viewer)
    inside = not viewer.is_public
    deliveries = list(_deliveries(found)) if inside else []
    papers = list(_papers(found, viewer))
    decisions = _decisions(items, viewer)
    return Sitting(
        meeting=found,
        items=_lines(items, decisions, papers, (found, quorum, terms)),
        attendance=attendance_rows(
            [row for row in attendance if inside or row.municipality],
            [party.name for party in by_name(members)] if attendance else [],
            [item.pk for item in items],
        ),
        also_there=_also_there(attendance) if inside else (),
        also_absent=_also_absent(attendance) if inside else (),
        quorum=quorum,
        minutes=minutes,
        verifiers=_verifiers(minutes) if inside else (),
        notice=_notice(found) if inside else None,
        delivered=_minutes_delivered(deliveries, members, found, terms),
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


def _with_neighbours(viewer: Viewer) -> QuerySet[Meeting]:
    others = visible(Meeting.objects.filter(body=OuterRef("body")), viewer)
    earlier = others.filter(held_on__lt=OuterRef("held_on")).order_by("-held_on", "pk")
    later = others.filter(held_on__gt=OuterRef("held_on")).order_by("held_on", "pk")
    # One line of attendance leads to the list that all were read from.
    present = Attendance.objects.filter(
        has_source("attendance"), meeting=OuterRef("pk")
    )
    notices = MeetingNotice.objects.filter(meeting=OuterRef("pk")).order_by("-sent_on")
    return (
        visible(Meeting.objects.select_related("body", "host", "minutes"), viewer)
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


def _items(meeting: Meeting, viewer: Viewer) -> list[AgendaItem]:
    items = (
        AgendaItem.objects.filter(meeting=meeting)
        .annotate(is_cited=has_source("agenda_items"))
        .order_by("number")
    )
    if viewer.is_public:
        items = items.filter(decisions__is_public=True).distinct()
    return list(items)


def _decisions(
    items: Iterable[AgendaItem], viewer: Viewer
) -> dict[int, list[Decision]]:
    by_item: dict[int, list[Decision]] = defaultdict(list)
    later_items = AgendaItem.objects.filter(
        matter=OuterRef("item__matter"),
        meeting__held_on__gt=OuterRef("item__meeting__held_on"),
    ).order_by("meeting__held_on", "pk")
    if viewer.is_public:
        later_items = later_items.filter(meeting__is_public=True)
    rows = (
        visible(Decision.objects.filter(item__in=items), viewer)
        .select_related("postponed_to")
        .annotate(
            came_back_key=Subquery(later_items.values("meeting__key")[:1]),
            came_back_on=Subquery(later_items.values("meeting__held_on")[:1]),
            dissent_count=Count("dissents"),
            is_cited=has_source("decisions"),
        )
        .order_by("item", "position", "pk")
    )
    for row in rows:
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


def _minutes(meeting: Meeting, viewer: Viewer) -> Minutes | None:
    found: Minutes | None = getattr(meeting, "minutes", None)
    if found is None or (viewer.is_public and not found.is_public):
        return None
    return found


def _verifiers(minutes: Minutes | None) -> tuple[Verifier, ...]:
    if minutes is None:
        return ()
    return tuple(
        Verifier.objects.filter(minutes=minutes).select_related("municipality")
    )


def _deliveries(meeting: Meeting) -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        Q(minutes__meeting=meeting) | Q(meeting_notice__meeting=meeting)
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


def _papers(meeting: Meeting, viewer: Viewer) -> QuerySet[Paper]:
    return visible(
        Paper.objects.filter(Q(meeting=meeting) | Q(item__meeting=meeting)), viewer
    ).order_by("annex_number", "title", "pk")


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
