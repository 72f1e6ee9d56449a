"""The year's calendar: meetings and conferences, by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from django.db.models import F, QuerySet

from radslag.agreement.vocabulary import MeetingKind, MeetingStatus
from radslag.records.models import Conference, Meeting
from radslag.services.access import Viewer, visible


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


def calendar_of(year: int, viewer: Viewer) -> list[Month]:
    """Return the months of a year that hold something, with their lines in order.

    Two queries, whatever the number of meetings. The public sees what is public.
    """
    entries = between(date(year, 1, 1), date(year + 1, 1, 1), viewer)
    return [
        Month(date(year, number, 1), tuple(lines))
        for number, lines in groupby(entries, key=lambda entry: entry.on.month)
    ]


def between(first_on: date, until: date, viewer: Viewer) -> list[CalendarEntry]:
    """Return the lines from a day until, but not on, another; in order of time."""
    meetings = visible(
        Meeting.objects.filter(held_on__gte=first_on, held_on__lt=until), viewer
    ).select_related("body", "host")
    return lines_of(meetings, conferences_between(first_on, until, viewer))


def conferences_between(
    first_on: date, until: date, viewer: Viewer
) -> QuerySet[Conference]:
    """Return the conferences of a period that the viewer may see, once for each host.

    The rows name their host as `host_name`; `lines_of` puts them together. One query.
    """
    conferences = Conference.objects.filter(held_on__gte=first_on, held_on__lt=until)
    return visible(conferences, viewer).annotate(
        host_name=F("hosts__municipality__name")
    )


def lines_of(
    meetings: Iterable[Meeting], conferences: Iterable[Conference]
) -> list[CalendarEntry]:
    """Return meetings and conferences, already fetched, as lines in order of time."""
    entries = [*map(_from_meeting, meetings), *_from_conferences(conferences)]
    return sorted(entries, key=_moment)


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
        place="digitalt" if meeting.is_digital and not place else place,
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
