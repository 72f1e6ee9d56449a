"""The list of meetings: past and coming, by choice, and who was there over time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from radslag.agreement.terms import Terms
from radslag.agreement.vocabulary import AttendanceState, MeetingStatus, Outcome
from radslag.records.models import Attendance, Meeting
from radslag.records.questions import Answers, answered_as
from radslag.services.access import Viewer, shown
from radslag.services.meetings.attendance import (
    Presence,
    Quorum,
    Standing,
    presences,
    quorum_of,
    standing_of,
)
from radslag.services.populations import (
    MemberPeriod,
    by_name,
    member_periods,
    members_among,
)
from radslag.services.rulebook import rulebook

MOST_IN_MAP = 12
# Maps that are worked out once for the same answers.
MOST_MAPS = 50


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


class Lines:
    """Lines of the list, read from the database only where a part is asked for."""

    def __init__(self, choice: ListChoice, today: date, viewer: Viewer) -> None:
        """Keep what the lines are to be chosen by."""
        self._choice, self._today = choice, today
        self._to_public = viewer.is_public

    def count(self) -> int:
        """Return how many there are, in one query."""
        return self._count

    @cached_property
    def _count(self) -> int:
        asked = _number_of_earlier(
            self._today, choice=self._choice, to_public=self._to_public
        )
        return asked.first() or 0

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __getitem__(self, part: slice) -> Answers[MeetingLine]:
        """Return the lines of a part, in one query."""
        return _earlier(
            self._today,
            part=(part.start, part.stop),
            choice=self._choice,
            to_public=self._to_public,
        )


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
    return _in_order(_offered(to_public=viewer.is_public))


@lru_cache(maxsize=MOST_MAPS)
def _in_order(rows: Answers[tuple[int, str, str, str]]) -> Offered:
    years, bodies = set(), {}
    for year, key, short_name, name in rows:
        years.add(year)
        bodies[key] = short_name or name
    return Offered(
        tuple(sorted(years, reverse=True)),
        tuple(sorted(bodies.items(), key=lambda body: body[1])),
    )


@answered_as(tuple)
def _offered(*, to_public: bool) -> QuerySet[Meeting, Any]:
    named = ("held_on__year", "body__key", "body__short_name", "body__name")
    meetings = shown(Meeting.objects.all(), to_public=to_public)
    return meetings.order_by().values_list(*named).distinct()


def coming_meetings(
    choice: ListChoice, today: date, viewer: Viewer
) -> Answers[MeetingLine]:
    """Return the chosen meetings from today on, the next one first."""
    return _coming(today, choice=choice, to_public=viewer.is_public)


def earlier_meetings(choice: ListChoice, today: date, viewer: Viewer) -> Lines:
    """Return the chosen meetings before today, the latest first."""
    return Lines(choice, today, viewer)


@answered_as(MeetingLine._make)
def _coming(
    today: date, *, choice: ListChoice, to_public: bool
) -> QuerySet[Meeting, Any]:
    coming = _chosen(choice, to_public=to_public).filter(held_on__gte=today)
    return _lines(coming, to_public=to_public).order_by("held_on", "starts_at", "pk")


@answered_as(MeetingLine._make)
def _earlier(
    today: date,
    *,
    part: tuple[int | None, int | None],
    choice: ListChoice,
    to_public: bool,
) -> QuerySet[Meeting, Any]:
    earlier = _chosen(choice, to_public=to_public).filter(held_on__lt=today)
    lines = _lines(earlier, to_public=to_public)
    return lines.order_by("-held_on", "-starts_at", "pk")[slice(*part)]


@answered_as(itemgetter(1))
def _number_of_earlier(
    today: date, *, choice: ListChoice, to_public: bool
) -> QuerySet[Meeting, Any]:
    earlier = _chosen(choice, to_public=to_public).filter(held_on__lt=today)
    return earlier.order_by().values_list("cooperation").annotate(number=Count("pk"))


def _chosen(choice: ListChoice, *, to_public: bool) -> QuerySet[Meeting]:
    meetings = shown(Meeting.objects.all(), to_public=to_public)
    if choice.year:
        meetings = meetings.filter(held_on__year=choice.year)
    if choice.body:
        meetings = meetings.filter(body__key=choice.body)
    if choice.status:
        meetings = meetings.filter(status=choice.status)
    return meetings


def _lines(meetings: QuerySet[Meeting], *, to_public: bool) -> QuerySet[Meeting, Any]:
    """Tell how much each decided and postponed, of what the viewer may see."""
    to_see = Q(items__decisions__is_public=True) if to_public else Q()
    decided, postponed = (
        Count("items__decisions", filter=to_see & Q(items__decisions__outcome=outcome))
        for outcome in (Outcome.DECIDED, Outcome.POSTPONED)
    )
    counted = meetings.annotate(decided=decided, postponed=postponed)
    return counted.values_list(*LINE, "decided", "postponed")


def attendance_map(choice: ListChoice, viewer: Viewer) -> HeatMap:
    """Return who was at the latest meetings whose attendance is written down.

    Four queries, whatever the number of meetings; worked out once for their answers.
    """
    latest = _latest(choice=choice, to_public=viewer.is_public)
    if not latest:
        return HeatMap((), (), ())
    attendance = _attendance_at(meetings=tuple(each.pk for each in latest))
    return _heat_map(latest, attendance, member_periods(), rulebook(viewer))


@answered_as(MapMeeting._make)
def _latest(*, choice: ListChoice, to_public: bool) -> QuerySet[Meeting, Any]:
    """Return the latest meetings with attendance."""
    written = Attendance.objects.filter(meeting=OuterRef("pk"), item__isnull=True)
    latest = _chosen(choice, to_public=to_public).filter(Exists(written))
    return latest.order_by("-held_on", "-pk").values_list(
        "pk", "key", "held_on", "body__kind", "body__short_name", "body__name"
    )[:MOST_IN_MAP]


@answered_as(Presence._make)
def _attendance_at(*, meetings: tuple[int, ...]) -> QuerySet[Attendance, Any]:
    return presences(Attendance.objects.filter(meeting__in=meetings, item__isnull=True))


@lru_cache(maxsize=MOST_MAPS)
def _heat_map(
    latest: Answers[MapMeeting],
    attendance: Answers[Presence],
    periods: tuple[MemberPeriod, ...],
    terms: Terms,
) -> HeatMap:
    """Put the meetings in the order they were held, against the municipalities."""
    meetings = tuple(reversed(list(latest)))
    rows: dict[int, list[Presence]] = defaultdict(list)
    for row in attendance:
        rows[row.meeting_id].append(row)
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
