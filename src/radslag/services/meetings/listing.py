"""The list of meetings: past and coming, by choice, and who was there over time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from radslag.agreement.vocabulary import AttendanceState, MeetingStatus, Outcome
from radslag.records.models import Attendance, Meeting
from radslag.services.access import Viewer, visible
from radslag.services.meetings.attendance import (
    Quorum,
    Standing,
    quorum_of,
    standing_of,
)
from radslag.services.populations import by_name, member_periods, members_among
from radslag.services.rulebook import rulebook

MOST_IN_MAP = 12


@dataclass(frozen=True)
class ListChoice:
    """What of the list is asked for; nothing chosen is the whole."""

    year: int | None = None
    body: str = ""
    status: MeetingStatus | None = None


@dataclass(frozen=True)
class Offered:
    """What there is to choose between: years, and bodies that have meetings."""

    years: tuple[int, ...]
    bodies: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HeatRow:
    """A municipality's standing at each meeting of the map."""

    name: str
    standings: tuple[Standing, ...]

    @property
    def times_absent(self) -> int:
        """How many of the meetings it is written as absent from."""
        return sum(each.state == AttendanceState.ABSENT for each in self.standings)

    @property
    def times_known(self) -> int:
        """How many of the meetings anything is written for."""
        return sum(each.state is not None for each in self.standings)


@dataclass(frozen=True)
class HeatMap:
    """Municipalities against meetings (närvarokarta), the oldest meeting first."""

    meetings: tuple[Meeting, ...]
    rows: tuple[HeatRow, ...]
    quorums: tuple[Quorum, ...]


def offered_choices(viewer: Viewer) -> Offered:
    """Return the years and bodies of the meetings the viewer may see, in one query."""
    found = (
        visible(Meeting.objects.all(), viewer)
        .order_by()
        .values_list("held_on__year", "body__key", "body__short_name", "body__name")
        .distinct()
    )
    years, bodies = set(), {}
    for year, key, short_name, name in found:
        years.add(year)
        bodies[key] = short_name or name
    return Offered(
        tuple(sorted(years, reverse=True)),
        tuple(sorted(bodies.items(), key=lambda body: body[1])),
    )


def coming_meetings(
    choice: ListChoice, today: date, viewer: Viewer
) -> QuerySet[Meeting]:
    """Return the chosen meetings from today on, the next one first."""
    return _chosen(choice, viewer).filter(held_on__gte=today)


def earlier_meetings(
    choice: ListChoice, today: date, viewer: Viewer
) -> QuerySet[Meeting]:
    """Return the chosen meetings before today, the latest first."""
    earlier = _chosen(choice, viewer).filter(held_on__lt=today)
    return earlier.order_by("-held_on", "-starts_at", "pk")


def _chosen(choice: ListChoice, viewer: Viewer) -> QuerySet[Meeting]:
    meetings = visible(Meeting.objects.select_related("body", "host"), viewer)
    if choice.year:
        meetings = meetings.filter(held_on__year=choice.year)
    if choice.body:
        meetings = meetings.filter(body__key=choice.body)
    if choice.status:
        meetings = meetings.filter(status=choice.status)
    to_see = Q(items__decisions__is_public=True) if viewer.is_public else Q()
    return meetings.annotate(
        decided=_counted(to_see, Q(items__decisions__outcome=Outcome.DECIDED)),
        postponed=_counted(to_see, Q(items__decisions__outcome=Outcome.POSTPONED)),
    ).order_by("held_on", "starts_at", "pk")


def _counted(to_see: Q, outcome: Q) -> Count:
    return Count("items__decisions", filter=to_see & outcome)


def attendance_map(choice: ListChoice, viewer: Viewer) -> HeatMap:
    """Return who was at the latest meetings whose attendance is written down.

    Four queries, whatever the number of meetings.
    """
    latest = _chosen(choice, viewer).filter(
        Exists(Attendance.objects.filter(meeting=OuterRef("pk"), item__isnull=True))
    )
    newest_first = latest.order_by("-held_on", "-pk")[:MOST_IN_MAP]
    meetings = tuple(reversed(newest_first))
    if not meetings:
        return HeatMap((), (), ())
    rows = _rows_of(meetings)
    periods, terms = member_periods(), rulebook(viewer)
    members = [members_among(periods, meeting.held_on) for meeting in meetings]
    names = [party.name for party in by_name({each for on in members for each in on})]
    return HeatMap(
        meetings,
        tuple(
            HeatRow(
                name,
                tuple(
                    standing_of([row for row in rows[meeting.pk] if _is_of(row, name)])
                    for meeting in meetings
                ),
            )
            for name in names
        ),
        tuple(
            quorum_of(
                rows[meeting.pk], meeting.body, meeting.held_on, len(seats), terms
            )
            for meeting, seats in zip(meetings, members, strict=True)
        ),
    )


def _rows_of(meetings: tuple[Meeting, ...]) -> dict[int, list[Attendance]]:
    rows: dict[int, list[Attendance]] = defaultdict(list)
    found = Attendance.objects.filter(
        meeting__in=meetings, item__isnull=True
    ).select_related("municipality")
    for row in found:
        rows[row.meeting_id].append(row)
    return rows


def _is_of(row: Attendance, name: str) -> bool:
    return row.municipality is not None and row.municipality.name == name
