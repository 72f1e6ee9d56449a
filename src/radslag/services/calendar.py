"""The year's calendar: meetings and conferences, by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from itertools import groupby

from django.db.models import F, QuerySet

from radslag.agreement.vocabulary import MeetingKind, MeetingStatus
from radslag.records.models import Conference, Meeting
from radslag.records.questions import Answers, question
from radslag.services.access import Viewer, shown

# Periods whose lines are put in order once for the same answers.
MOST_PERIODS = 100

# Where a meeting is that has no place.
DIGITAL = "digitalt"


@dataclass(frozen=True)
class CalendarEntry:
    """One line of the calendar (kalendarium)."""

    on: date
    until: date | None
    starts_at: time | None
    ends_at: time | None
    who: str
    what: str
    place: str
    status: str
    note: str
    is_cancelled: bool
    body_kind: str = ""
    meeting_key: str = ""


@dataclass(frozen=True)
class Month:
    """A month with its lines."""

    first_on: date
    entries: tuple[CalendarEntry, ...]


def calendar_of(year: int, viewer: Viewer) -> tuple[Month, ...]:
    """Return the months of a year that hold something, with their lines in order.

    Two queries, whatever the number of meetings. The public sees what is public.
    """
    return _months(between(date(year, 1, 1), date(year + 1, 1, 1), viewer))


@lru_cache(maxsize=MOST_PERIODS)
def _months(entries: tuple[CalendarEntry, ...]) -> tuple[Month, ...]:
    return tuple(
        Month(date(*month, 1), tuple(lines))
        for month, lines in groupby(
            entries, key=lambda entry: (entry.on.year, entry.on.month)
        )
    )


def between(first_on: date, until: date, viewer: Viewer) -> tuple[CalendarEntry, ...]:
    """Return the lines from a day until, but not on, another; in order of time."""
    return _in_order(
        _meetings(first_on, until, to_public=viewer.is_public),
        conferences_between(first_on, until, viewer),
    )


@lru_cache(maxsize=MOST_PERIODS)
def _in_order(
    meetings: Answers[Meeting], conferences: Answers[Conference]
) -> tuple[CalendarEntry, ...]:
    return lines_of(meetings, conferences)


@question
def _meetings(first_on: date, until: date, *, to_public: bool) -> QuerySet[Meeting]:
    meetings = Meeting.objects.filter(held_on__gte=first_on, held_on__lt=until)
    return shown(meetings, to_public=to_public).select_related("body", "host")


def conferences_between(
    first_on: date, until: date, viewer: Viewer
) -> Answers[Conference]:
    """Return the conferences of a period that the viewer may see, once for each host.

    The rows name their host as `host_name`; `lines_of` puts them together. One query.
    """
    return _conferences(first_on, until, to_public=viewer.is_public)


@question
def _conferences(
    first_on: date, until: date, *, to_public: bool
) -> QuerySet[Conference]:
    conferences = Conference.objects.filter(held_on__gte=first_on, held_on__lt=until)
    return shown(conferences, to_public=to_public).annotate(
        host_name=F("hosts__municipality__name")
    )


def lines_of(
    meetings: Iterable[Meeting], conferences: Iterable[Conference]
) -> tuple[CalendarEntry, ...]:
    """Return meetings and conferences, already fetched, as lines in order of time."""
    entries = [*map(_from_meeting, meetings), *_from_conferences(conferences)]
    return tuple(sorted(entries, key=_moment))


def _moment(entry: CalendarEntry) -> tuple[date, time, str]:
    return entry.on, entry.starts_at or time(), entry.who


def _from_meeting(meeting: Meeting) -> CalendarEntry:
    kind = MeetingKind(meeting.kind)
    host = str(meeting.host or "")
    # A place that already names the host says it better than both together.
    place = meeting.place if host in meeting.place else f"{meeting.place}, {host}"
    place = place.strip(", ")
    return CalendarEntry(
        on=meeting.held_on,
        until=meeting.ends_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        who=str(meeting.body),
        what="" if kind == MeetingKind.ORDINARY else kind.swedish,
        place=DIGITAL if meeting.is_digital and not place else place,
        status=MeetingStatus(meeting.status).swedish,
        note=meeting.note,
        is_cancelled=meeting.status == MeetingStatus.CANCELLED,
        body_kind=meeting.body.kind,
        meeting_key=meeting.key,
    )


def _from_conferences(conferences: Iterable[Conference]) -> list[CalendarEntry]:
    hosts: dict[int, set[str]] = {}
    known: dict[int, Conference] = {}
    for row in conferences:
        known[row.pk] = row
        name = getattr(row, "host_name", None)
        hosts.setdefault(row.pk, set())
        if name:
            hosts[row.pk].add(name)
    return [
        _from_conference(conference, conference.held_on, sorted(hosts[pk]))
        for pk, conference in known.items()
        if conference.held_on
    ]


def _from_conference(
    conference: Conference, held_on: date, hosts: list[str]
) -> CalendarEntry:
    return CalendarEntry(
        on=held_on,
        until=conference.ends_on,
        starts_at=None,
        ends_at=None,
        who=conference.name,
        what="konferens",
        place=conference.place or ", ".join(hosts),
        status=MeetingStatus(conference.status).swedish,
        note=conference.theme,
        is_cancelled=conference.status == MeetingStatus.CANCELLED,
    )
