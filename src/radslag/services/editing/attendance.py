"""A whole meeting's attendance, entered in one act: who, how, and at which items."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from radslag.records.models import (
    AgendaItem,
    Attendance,
    Cooperation,
    Meeting,
    Municipality,
    OutsideParty,
    Person,
)
from radslag.records.models.tenancy import chosen_id
from radslag.services import journal
from radslag.services.belonging import facts_of
from radslag.services.editing.besides import stamp_of
from radslag.services.editing.keys import free_key
from radslag.services.editing.protecting import refuse_protected
from radslag.services.journal import Actor
from radslag.services.populations import members

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """One who took part: in the whole meeting, or in the items alone."""

    municipality: Municipality | None = None
    outside_party: OutsideParty | None = None
    person: Person | None = None
    role: str = ""
    is_member: bool = False
    state: str = ""
    items: tuple[AgendaItem, ...] = ()

    def rows(self) -> Iterator[Values]:
        """Return the records the line stands for; one without a state has none."""
        if not self.state:
            return
        for item in self.items or (None,):
            yield {
                "municipality": self.municipality,
                "outside_party": self.outside_party,
                "person": self.person,
                "role": self.role,
                "is_member": self.is_member,
                "state": self.state,
                "item": item,
            }


@dataclass(frozen=True)
class Sheet:
    """A meeting's attendance as it stands, and what a line may name."""

    meeting: Meeting
    records: tuple[Attendance, ...]
    items: tuple[AgendaItem, ...]
    municipalities: tuple[Municipality, ...]
    outside_parties: tuple[OutsideParty, ...]
    people: tuple[Person, ...]
    members: tuple[Municipality, ...]

    @property
    def stamp(self) -> str:
        """Return a mark that changes whenever one of the records does."""
        return stamp_of(self.meeting, [self.records])

    @property
    def lines(self) -> list[Line]:
        """Return a line for each who is written down, and one for members who are not.

        Records that differ only by item are one line.
        """
        groups: list[list[Attendance]] = []
        for row in self.records:
            known = next((each for each in groups if _goes_with(row, each)), None)
            if known is None:
                groups.append([row])
            else:
                known.append(row)
        written = {row.municipality_id for row in self.records if row.item_id is None}
        missing = [each for each in self.members if each.pk not in written]
        return [
            *map(_line, groups),
            *(Line(municipality=each, is_member=True) for each in missing),
        ]


class AttendanceChanged(Exception):
    """Somebody else saved the meeting's attendance after it was read."""

    def __init__(self, sheet: Sheet) -> None:
        """Keep the attendance as it stands now."""
        super().__init__(sheet.meeting.key)
        self.sheet = sheet


def sheet_of(meeting_key: str) -> Sheet | None:
    """Return a meeting's attendance to be filled in; nothing without the meeting.

    Eight queries at most, however many took part.
    """
    found = Meeting.objects.filter(key=meeting_key).select_related("body").first()
    if found is None:
        return None
    municipalities = tuple(Municipality.objects.order_by("name"))
    keys = {party.key for party in members(found.held_on)}
    return Sheet(
        meeting=found,
        records=_records(found),
        items=tuple(AgendaItem.objects.filter(meeting=found)),
        municipalities=municipalities,
        outside_parties=tuple(OutsideParty.objects.order_by("name")),
        people=_people(found),
        members=tuple(each for each in municipalities if each.key in keys),
    )


def enter(actor: Actor, meeting_key: str, lines: Iterable[Line], *, stamp: str) -> bool:
    """Make the meeting's attendance what the lines say, all or nothing.

    A record that says the same is left as it is, and one about the same party is
    corrected rather than replaced, so that its history and sources stay. Returns
    whether anything changed. Raises AttendanceChanged, with nothing written, when
    another was first, and Protected when the minutes are verified.
    """
    with transaction.atomic():
        Cooperation.objects.select_for_update().get(pk=chosen_id())
        fresh = sheet_of(meeting_key)
        if fresh is None:
            raise LookupError(meeting_key)
        if fresh.stamp != stamp:
            raise AttendanceChanged(fresh)
        refuse_protected(Attendance(meeting=fresh.meeting))
        wanted = [row for line in lines for row in line.rows()]
        return _settle(actor, fresh, wanted)


def _settle(actor: Actor, sheet: Sheet, wanted: list[Values]) -> bool:
    standing = list(sheet.records)
    _paired(standing, wanted, tuple(_ALL))
    changed = [
        *_paired(standing, wanted, ("municipality", "outside_party", "person", "item")),
        *_paired(standing, wanted, ("municipality", "outside_party", "item")),
    ]
    if changed:
        journal.change_many(actor, changed)
    if standing:
        journal.remove_many(actor, standing)
    for values in wanted:
        row = Attendance(meeting=sheet.meeting, **values)
        row.key = free_key(row, facts_of([row])[0])
        journal.add(actor, row)
    return bool(changed or standing or wanted)


_ALL = (
    "municipality", "outside_party", "person", "role", "is_member", "state", "item",
)  # fmt: skip


def _paired(
    standing: list[Attendance], wanted: list[Values], names: Sequence[str]
) -> list[tuple[Attendance, Values]]:
    """Take out the pairs of a record and a wish that agree in the named columns."""
    pairs = []
    for row in list(standing):
        match = next(
            (
                each
                for each in wanted
                if all(getattr(row, name) == each[name] for name in names)
            ),
            None,
        )
        if match is not None:
            wanted.remove(match)
            standing.remove(row)
            pairs.append((row, match))
    return pairs


def _records(meeting: Meeting) -> tuple[Attendance, ...]:
    rows = Attendance.objects.filter(meeting=meeting).order_by("pk")
    return tuple(rows.select_related("municipality", "outside_party", "person", "item"))


def _people(meeting: Meeting) -> tuple[Person, ...]:
    """Return those who hold a seat in the body, or are written down at the meeting."""
    seated = Q(appointments__body=meeting.body_id)
    return tuple(
        Person.objects.filter(seated | Q(attendance__meeting=meeting))
        .distinct()
        .order_by("name", "pk")
    )


def _who(row: Attendance) -> tuple[object, ...]:
    return (
        row.municipality_id,
        row.outside_party_id,
        row.person_id,
        row.role,
        row.is_member,
        row.state,
    )


def _goes_with(row: Attendance, group: Sequence[Attendance]) -> bool:
    first = group[0]
    return (
        row.item_id is not None
        and first.item_id is not None
        and _who(row) == _who(first)
        and row.item_id not in {each.item_id for each in group}
    )


def _line(group: Sequence[Attendance]) -> Line:
    row = group[0]
    return Line(
        municipality=row.municipality,
        outside_party=row.outside_party,
        person=row.person,
        role=row.role,
        is_member=row.is_member,
        state=row.state,
        items=tuple(each.item for each in group if each.item is not None),
    )
