"""The list of meetings: past and coming, by choice, and who was there over time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any, NamedTuple, overload

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from radslag.agreement.vocabulary import AttendanceState, MeetingStatus, Outcome
from radslag.records.models import Attendance, Meeting
from radslag.services.access import Viewer, visible
from radslag.services.meetings.attendance import (
    Presence,
    Quorum,
    Standing,
    presences,
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


class MeetingLine(NamedTuple):
    """A meeting as the lists tell of it, with what it decided and postponed."""

    key: str
    kind: str
    status: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: str
    is_digital: bool
    body_short_name: str
    body_name: str
    host_name: str | None
    decided: int = 0
    postponed: int = 0

    @property
    def body(self) -> str:
        """The name of the body that people use."""
        return self.body_short_name or self.body_name

    @property
    def host(self) -> str:
        """The name of the municipality that is the host, if any."""
        return self.host_name or ""


LINE = (
    "key",
    "kind",
    "status",
    "held_on",
    "starts_at",
    "ends_at",
    "place",
    "is_digital",
    "body__short_name",
    "body__name",
    "host__name",
)
_Rows = QuerySet[Meeting, tuple[Any, ...]]


class Lines:
    """Lines of the list, read from the database only where a part is asked for."""

    def __init__(self, rows: QuerySet[Meeting]) -> None:
        self._rows: _Rows = rows.values_list(*LINE, "decided", "postponed")

    def count(self) -> int:
        """Return how many there are, in one query."""
        return self._count

    @cached_property
    def _count(self) -> int:
        return self._rows.count()

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[MeetingLine]:
        """Return all the lines in order."""
        return iter(self[:])

    @overload
    def __getitem__(self, part: int) -> MeetingLine: ...

    @overload
    def __getitem__(self, part: slice) -> list[MeetingLine]: ...

    def __getitem__(self, part: int | slice) -> MeetingLine | list[MeetingLine]:
        """Return a line or the lines of a part, in one query."""
        if isinstance(part, slice):
            return list(map(MeetingLine._make, self._rows[part]))
        return MeetingLine._make(self._rows[part])


class MapMeeting(NamedTuple):
    """A meeting at the head of the attendance map."""

    pk: int
    key: str
    held_on: date
    body_kind: str
    body_short_name: str
    body_name: str

    @property
    def body(self) -> str:
        """The name of the body that people use."""
        return self.body_short_name or self.body_name


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

    meetings: tuple[MapMeeting, ...]
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
) -> list[MeetingLine]:
    """Return the chosen meetings from today on, the next one first."""
    coming = _chosen(choice, viewer).filter(held_on__gte=today)
    return Lines(_counted(coming, viewer).order_by("held_on", "starts_at", "pk"))[:]


def earlier_meetings(choice: ListChoice, today: date, viewer: Viewer) -> Lines:
    """Return the chosen meetings before today, the latest first."""
    earlier = _chosen(choice, viewer).filter(held_on__lt=today)
    return Lines(_counted(earlier, viewer).order_by("-held_on", "-starts_at", "pk"))


def _chosen(choice: ListChoice, viewer: Viewer) -> QuerySet[Meeting]:
    meetings = visible(Meeting.objects.all(), viewer)
    if choice.year:
        meetings = meetings.filter(held_on__year=choice.year)
    if choice.body:
        meetings = meetings.filter(body__key=choice.body)
    if choice.status:
        meetings = meetings.filter(status=choice.status)
    return meetings


def _counted(meetings: QuerySet[Meeting], viewer: Viewer) -> QuerySet[Meeting]:
    """Tell how much each decided and postponed, of what the viewer may see."""
    to_see = Q(items__decisions__is_public=True) if viewer.is_public else Q()
    decided, postponed = (
        Count("items__decisions", filter=to_see & Q(items__decisions__outcome=outcome))
        for outcome in (Outcome.DECIDED, Outcome.POSTPONED)
    )
    return meetings.annotate(decided=decided, postponed=postponed)


def attendance_map(choice: ListChoice, viewer: Viewer) -> HeatMap:
    """Return who was at the latest meetings whose attendance is written down.

    Four queries, whatever the number of meetings.
    """
    meetings = _latest(choice, viewer)
    if not meetings:
        return HeatMap((), (), ())
    rows = _rows_of(meetings)
    periods, terms = member_periods(), rulebook(viewer)
    members = [members_among(periods, meeting.held_on) for meeting in meetings]
    names = [party.name for party in by_name({each for on in members for each in on})]
    return HeatMap(
        meetings,
        tuple(_heat_rows(meetings, rows, names)),
        tuple(
            quorum_of(
                rows[meeting.pk], meeting.body_kind, meeting.held_on, len(seats), terms
            )
            for meeting, seats in zip(meetings, members, strict=True)
        ),
    )


def _latest(choice: ListChoice, viewer: Viewer) -> tuple[MapMeeting, ...]:
    """Return the latest meetings with attendance, the oldest of them first."""
    latest = _chosen(choice, viewer).filter(
        Exists(Attendance.objects.filter(meeting=OuterRef("pk"), item__isnull=True))
    )
    found = latest.order_by("-held_on", "-pk").values_list(
        "pk", "key", "held_on", "body__kind", "body__short_name", "body__name"
    )
    return tuple(reversed([MapMeeting(*row) for row in found[:MOST_IN_MAP]]))


def _rows_of(meetings: Iterable[MapMeeting]) -> dict[int, list[Presence]]:
    rows: dict[int, list[Presence]] = defaultdict(list)
    keys = [meeting.pk for meeting in meetings]
    found = Attendance.objects.filter(meeting__in=keys, item__isnull=True)
    for row in presences(found):
        rows[row.meeting_id].append(row)
    return rows


def _heat_rows(
    meetings: Sequence[MapMeeting],
    rows: dict[int, list[Presence]],
    names: Iterable[str],
) -> Iterable[HeatRow]:
    of_party: dict[tuple[int, str | None], list[Presence]] = defaultdict(list)
    for of_meeting in rows.values():
        for row in of_meeting:
            of_party[row.meeting_id, row.municipality].append(row)
    for name in names:
        yield HeatRow(
            name,
            tuple(standing_of(of_party[meeting.pk, name]) for meeting in meetings),
        )
