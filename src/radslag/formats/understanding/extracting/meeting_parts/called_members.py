"""The members that a notice lists: whose they are, and which offices they have."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Role
from radslag.formats.understanding.extracting.meeting_parts.attendance_lists import (
    AttendanceLists,
)
from radslag.formats.understanding.extracting.meeting_parts.attendees import Attendee
from radslag.formats.understanding.extracting.meeting_parts.labels import Label
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.organisation import add_appointment
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name

_OF_LIST: Final = {Label.MEMBERS: Role.MEMBER, Label.SUBSTITUTES: Role.SUBSTITUTE}
_OFFICES: Final = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE)


def add_called_members(
    above: list[Line], below: Sequence[Line], meeting: Found, gathering: Gathering
) -> None:
    """Add the members and substitutes that a notice lists, and who signs as secretary.

    `above` stands over the agenda and `below` under it.
    """
    body = meeting.values.get("body")
    for label, each in AttendanceLists(above):
        if label in _OF_LIST and each.name:
            role = _role(each, each.name, _OF_LIST[label])
            _add(body, role, each.name, each.municipality, gathering)
    for name, role in _signing_secretaries(below):
        _add(body, role, name, None, gathering)


def _role(each: Attendee, name: Piece, of_list: Role) -> Value:
    """Return the office that stands beside a name, else what the list is of."""
    said = (found for words in each.roles if (found := role_in(words)))
    for role, piece in said:
        if role in _OFFICES:
            return piece.value(role.value)
    return name.value(of_list.value)


def _add(
    body: Value | None,
    role: Value,
    name: Piece,
    place: Piece | None,
    gathering: Gathering,
) -> None:
    town = known_name(place.text) if place else None
    municipality = (place, town) if place and town else None
    key = body.as_value(body.value) if body else None
    holder = Holder(name, name, municipality)
    add_appointment(key, role, holder, (None, None), gathering)


def _signing_secretaries(lines: Sequence[Line]) -> Iterator[tuple[Piece, Value]]:
    """Give the names over "Sekreterare" below an agenda."""
    pieces = [piece for line in lines for piece in line.piece.split(r"[\n\t]")]
    for above, under in pairwise(pieces):
        role = role_in(under)
        is_office = role and role[1].text.strip() == under.text.strip(" .,")
        if role and is_office and role[0] is Role.SECRETARY and is_name(above.text):
            yield above, role[1].value(Role.SECRETARY.value)
