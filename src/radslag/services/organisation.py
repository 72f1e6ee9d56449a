"""The organisation: who sits where on any day, and who stands for each municipality.

A seat that follows an office is answered by whoever holds the office that day. A
person is named only to those inside; the public is told municipality and role.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from radslag.agreement.vocabulary import BodyKind, Role
from radslag.agreement.wording import role_name
from radslag.records.models import (
    ActivityResponsibility,
    Appointment,
    Body,
    GoalResponsibility,
    Meeting,
    TermOfOffice,
)
from radslag.services.access import Viewer, visible
from radslag.services.populations import by_name, member_periods, members_among

# An office may follow an office that follows another; a ring of them ends here.
MOST_OFFICES = 5
LATEST_MEETINGS = 12
LEADING = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)
NETWORKS = (BodyKind.NETWORK, BodyKind.WORKING_GROUP)
OFFICERS = (Role.CHAIR, Role.VICE_CHAIR)
# What chairs the boards and leads the administrations, as it is said in a sentence.
_OFFICE_OF = {
    BodyKind.BOARD: "kommunstyrelsens",
    BodyKind.COUNCIL: "kommunfullmäktiges",
    BodyKind.COMMITTEE: "samarbetskommitténs",
    BodyKind.MANAGEMENT_GROUP: "ledningsgruppens",
}


@dataclass(frozen=True)
class Holder:
    """Who holds a seat (uppdrag) on a day, and by which office."""

    seat: Appointment
    office: Appointment
    person: str

    @property
    def is_by_office(self) -> bool:
        """Say whether the seat follows another office."""
        return self.seat.follows_body_id is not None

    @property
    def municipality(self) -> str:
        """The municipality that the seat is for."""
        return str(self.seat.municipality or self.office.municipality or "")

    @property
    def office_words(self) -> str:
        """The office that gives the seat: "kommunstyrelsens ordförande"."""
        return " ".join(self.office_parts)

    @property
    def office_parts(self) -> tuple[str, ...]:
        """The office in words that each stand on a list: whose it is, and the role."""
        body, role = self._office_of()
        whose = _OFFICE_OF.get(BodyKind(body.kind), "") if body else ""
        return (whose, role_name(role)) if whose else (role_name(role),)

    def _office_of(self) -> tuple[Body | None, str]:
        if self.seat.follows_body_id is None:
            return self.seat.body, self.seat.role
        return self.seat.follows_body, self.seat.follows_role


@dataclass(frozen=True)
class BodyLine:
    """A body (organ) with who holds its seats on the day."""

    body: Body
    holders: tuple[Holder, ...]
    exists: bool

    @property
    def officers(self) -> tuple[Holder, ...]:
        """Its chair and vice chair that day."""
        return tuple(each for each in self.holders if each.seat.role in OFFICERS)


@dataclass(frozen=True)
class Representation:
    """Who stands for a municipality (företrädare) in each of the bodies asked for."""

    municipality: str
    by_body: tuple[tuple[Holder, ...], ...]
    in_networks: tuple[Holder, ...] = ()


@dataclass(frozen=True)
class Organisation:
    """Every body on a day, and every municipality's people in them."""

    on: date
    bodies: tuple[BodyLine, ...]
    represented_in: tuple[Body, ...]
    representations: tuple[Representation, ...]
    terms_of_office: tuple[TermOfOffice, ...]


@dataclass(frozen=True)
class BodyPage:
    """A body over time: its seats, meetings, goals and activities."""

    body: Body
    seats: tuple[Appointment, ...]
    holders: tuple[Holder, ...]
    meetings: tuple[Meeting, ...]
    goals: tuple[GoalResponsibility, ...]
    activities: tuple[ActivityResponsibility, ...]


def holders(on: date, viewer: Viewer) -> list[Holder]:
    """Return who holds each seat on a day, in one query.

    Seats that follow an office are answered by the office's holder that day; where
    nobody is known the person is empty and the office still stands.
    """
    return holders_among(_seats(), on, viewer)


def holders_among(
    seats: Iterable[Appointment], on: date, viewer: Viewer
) -> list[Holder]:
    """Return who holds each seat on a day, from seats that are already fetched."""
    current = [seat for seat in seats if holds(seat, on)]
    by_office: dict[tuple[int, str], list[Appointment]] = defaultdict(list)
    for seat in current:
        by_office[seat.body_id, seat.role].append(seat)
    return [_holder(seat, by_office, viewer) for seat in current]


def holds(seat: Appointment, on: date) -> bool:
    """Say whether an appointment is in force on a day."""
    has_ended = seat.appointed_until is not None and seat.appointed_until <= on
    return seat.appointed_from <= on and not has_ended


def _holder(
    seat: Appointment,
    by_office: dict[tuple[int, str], list[Appointment]],
    viewer: Viewer,
) -> Holder:
    office = seat
    for _step in range(MOST_OFFICES):
        if office.follows_body_id is None:
            break
        followed = by_office.get((office.follows_body_id, office.follows_role), [])
        if not followed:
            break
        office = followed[0]
    is_named = office.person is not None and not viewer.is_public
    return Holder(seat, office, str(office.person) if is_named else "")


def _seats() -> QuerySet[Appointment]:
    return Appointment.objects.select_related(
        "body", "municipality", "person", "follows_body"
    ).order_by("body", "appointed_from", "pk")


def organisation(on: date, viewer: Viewer) -> Organisation:
    """Return every body on a day with its holders, in four queries."""
    bodies = list(Body.objects.select_related("municipality", "parent"))
    by_body: dict[int, list[Holder]] = defaultdict(list)
    for holder in holders(on, viewer):
        by_body[holder.seat.body_id].append(holder)
    lines = tuple(
        BodyLine(body, tuple(sorted(by_body[body.pk], key=_order)), exists(body, on))
        for body in bodies
    )
    members = by_name(members_among(member_periods(), on))
    leading = [line for line in lines if line.body.kind in LEADING and line.exists]
    in_networks = [
        holder
        for line in lines
        if line.body.kind in NETWORKS and line.exists
        for holder in line.holders
    ]
    return Organisation(
        on=on,
        bodies=lines,
        represented_in=tuple(line.body for line in leading),
        representations=tuple(
            _representation(party.name, leading, in_networks) for party in members
        ),
        terms_of_office=tuple(TermOfOffice.objects.all()),
    )


def exists(body: Body, on: date) -> bool:
    """Say whether a body exists on a day; without days it always has."""
    has_ended = body.exists_until is not None and body.exists_until <= on
    has_begun = body.exists_from is None or body.exists_from <= on
    return has_begun and not has_ended


def _representation(
    name: str, leading: Iterable[BodyLine], in_networks: Iterable[Holder]
) -> Representation:
    return Representation(
        name,
        tuple(
            tuple(each for each in line.holders if each.municipality == name)
            for line in leading
        ),
        tuple(each for each in in_networks if each.municipality == name),
    )


def _order(holder: Holder) -> tuple[int, str, int]:
    roles = list(Role)
    return roles.index(Role(holder.seat.role)), holder.municipality, holder.seat.pk


def body_page(key: str, on: date, viewer: Viewer) -> BodyPage | None:
    """Return a body over time, or nothing when there is none, in five queries.

    The public sees the meetings, and the goals and activities, that are public.
    """
    seats = list(_seats())
    body = Body.objects.select_related("municipality", "parent").filter(key=key).first()
    if body is None:
        return None
    own = [seat for seat in seats if seat.body_id == body.pk]
    current = holders_among(seats, on, viewer)
    return BodyPage(
        body=body,
        seats=tuple(sorted(own, key=lambda seat: (seat.appointed_from, seat.pk))),
        holders=tuple(
            sorted((h for h in current if h.seat.body_id == body.pk), key=_order)
        ),
        meetings=tuple(_meetings(body, viewer)),
        goals=tuple(_goals(body, viewer)),
        activities=tuple(_activities(body, viewer)),
    )


def _meetings(body: Body, viewer: Viewer) -> QuerySet[Meeting]:
    meetings = visible(Meeting.objects.filter(body=body), viewer)
    return meetings.select_related("host").order_by("-held_on", "-pk")[:LATEST_MEETINGS]


def _goals(body: Body, viewer: Viewer) -> QuerySet[GoalResponsibility]:
    found = GoalResponsibility.objects.filter(body=body)
    if viewer.is_public:
        found = found.filter(goal__programme__is_public=True)
    return found.select_related("goal", "goal__programme").order_by(
        "-goal__programme__valid_from", "goal__position", "pk"
    )


def _activities(body: Body, viewer: Viewer) -> QuerySet[ActivityResponsibility]:
    found = ActivityResponsibility.objects.filter(body=body)
    if viewer.is_public:
        found = found.filter(activity__plan__is_public=True)
    return found.select_related("activity", "activity__plan").order_by(
        "-activity__plan__year", "activity__position", "pk"
    )
