"""Who a line of a list names, in whatever order name, place and role stand."""

import re
from dataclasses import dataclass, field
from typing import Final

from radslag.agreement.vocabulary import AttendanceState
from radslag.formats.understanding.extracting.meeting_parts.attendee_parts import (
    Part,
    kind_of_part,
    parts_of,
    state_in,
)
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import has_no_name


@dataclass
class Attendee:
    """Somebody in a list, and what is said of her."""

    name: Piece | None = None
    municipality: Piece | None = None
    organisation: Piece | None = None
    roles: list[Piece] = field(default_factory=list)
    items: Piece | None = None
    remote: Piece | None = None
    state: AttendanceState | None = None
    is_by_group: bool = False
    is_from_above: bool = False
    is_unparted: bool = False
    is_role_unsure: bool = False

    def copy_of_place(self) -> "Attendee":
        """Return another attendee of the same place, for a list of names."""
        return Attendee(
            municipality=self.municipality,
            organisation=self.organisation,
            is_by_group=True,
        )


_GROUP: Final = re.compile(r"^([^:]{2,60}):\s+(?=\S)")
_DASHED: Final = re.compile(r"^([^-–—,]{2,40}?)\s+[-–—]\s+(?=\S)")
# "… Bo Ek (Orsa). Flen kunde inte komma.": a sentence of its own ends a list.
_SEGMENT: Final = re.compile(
    # "Sala: Bo Ek · Heby: Eva Alm": a dot before a place with a colon.
    r";|\n|\s+[·•|]\s+(?=[A-ZÅÄÖ][\wåäö -]{1,30}:)"
    r"|(?<=[)\wåäö])\.\s+(?=[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,2}\s"
    r"(?:hade|har|kunde|kan|deltog|var|är|saknades|uteblev)\b)"
)
_FIRST_NAME: Final = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?")
_PLACES: Final = (
    Part.MUNICIPALITY,
    Part.PLACE_BESIDE,
    Part.PLACE_BEFORE,
    Part.ORGANISATION,
)


def attendees_of(cells: tuple[Piece, ...]) -> list[Attendee]:
    """Return those whom the cells of one line name, or the place they only name.

    Every name begins somebody new; what stands after a name is said of her, and what
    stands before the first name is said of the first. A place with a colon is said of
    all who follow.
    """
    people: list[Attendee] = []
    for segment in _segments(cells):
        people += _in_segment(segment)
    return [each for each in people if _is_somebody(each)]


def part_name_and_place(each: Attendee) -> None:
    """Part a name from a municipality that is a surname too: "Bo Ek Salem".

    It is done in lists where other lines have the municipality straight after a name.
    """
    words = list(each.name.find_all(r"\S+")) if each.name else []
    if len(words) > 2 and not each.municipality and known_name(words[-1].text):  # noqa: PLR2004 - a name has two words.
        each.name, each.municipality = words[0].until(words[-2]), words[-1]
        each.is_unparted = True


def _segments(cells: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """Return a line cut at its semicolons, and cells that hold lines of their own.

    Where all cells hold as many lines, the lines beside each other belong together.
    """
    if len(cells) == 1:
        return [(piece,) for piece in cells[0].split(_SEGMENT)]
    columns = [cell.split(r"\n") for cell in cells]
    if len(columns[0]) > 1 and len({len(column) for column in columns}) == 1:
        return list(zip(*columns, strict=True))
    return [cells]


def _in_segment(cells: tuple[Piece, ...]) -> list[Attendee]:
    group, cells = _group(cells)
    people: list[Attendee] = [group.copy_of_place() if group else Attendee()]
    parts = _with_first_names(list(parts_of(cells)))
    is_place_first = [part for part, _ in parts[:2]] == [Part.MUNICIPALITY, Part.NAME]
    is_role_first = bool(parts) and parts[0][0] is Part.ROLE_BEFORE
    before: Piece | None = None
    for part, piece in parts:
        if _begins_another(people[-1], part, is_place_first=is_place_first):
            in_row = people[0] if is_place_first and len(cells) > 1 else None
            place = group or in_row
            people.append(place.copy_of_place() if place else Attendee())
        if part is Part.ROLE_BEFORE and not _ends_line(
            people[-1], piece, is_role_first
        ):
            before = piece
            continue
        _say(people[-1], part, piece)
        if before and part is Part.NAME:
            people[-1].roles, before = [before], None
    return people


def _with_first_names(parts: list[tuple[Part, Piece]]) -> list[tuple[Part, Piece]]:
    """Take a single name with a place after it for a person, among whole names."""
    if not any(part is Part.NAME for part, _ in parts):
        return parts
    after = [*(part for part, _ in parts[1:]), Part.NOTHING]
    return [
        (Part.NAME, piece)
        if part is Part.ORGANISATION
        and follows is Part.MUNICIPALITY
        and _FIRST_NAME.fullmatch(piece.text)
        and not has_no_name(piece.text)
        else (part, piece)
        for (part, piece), follows in zip(parts, after, strict=True)
    ]


def _ends_line(last: Attendee, role: Piece, is_role_first: bool) -> bool:  # noqa: FBT001 - a fact of the list.
    """Tell whether a role before a name ends what is said of the one before.

    It does where lines have run together: "Anna Ek, ordförande Bo Alm, ledamot".
    """
    if is_role_first or last.name is None or last.roles:
        return False
    return role.text[0].islower()


def _begins_another(last: Attendee, part: Part, *, is_place_first: bool) -> bool:
    if part is Part.NAME:
        return last.name is not None
    if part is not Part.MUNICIPALITY or last.municipality is None:
        return False
    return is_place_first or (last.name is None and not last.is_by_group)


def _is_somebody(each: Attendee) -> bool:
    return bool(each.name or each.municipality or each.organisation)


def _group(cells: tuple[Piece, ...]) -> tuple[Attendee | None, tuple[Piece, ...]]:
    first, *rest = cells
    match = _GROUP.match(first.text) or _dashed_group(first.text)
    if match is None:
        return None, cells
    place = first.group(match, 1).strip()
    group = Attendee()
    part = kind_of_part(place)
    if part is Part.MUNICIPALITY:
        group.municipality = place
    elif part is Part.ROLE:
        return None, (place, first.part(match.end(), len(first.text)), *rest)
    else:
        group.organisation = place
    return group, (first.part(match.end(), len(first.text)).strip(), *rest)


def _dashed_group(text: str) -> "re.Match[str] | None":
    """Return a municipality with a dash before its people: "Salem - Bo Ek, Eva Alm"."""
    match = _DASHED.match(text)
    return match if match and known_name(match[1]) else None


def _say(one: Attendee, part: Part, piece: Piece) -> None:
    if part is Part.NAME:
        one.name = piece
    elif part in _PLACES:
        _say_place(one, part, piece)
    elif part in (Part.ROLE, Part.HOURS, Part.ROLE_BEFORE):
        one.roles.append(piece)
        one.is_role_unsure |= part is Part.ROLE_BEFORE
    elif part is Part.ITEMS:
        one.items = piece
    elif part is Part.REMOTE:
        one.remote = piece
    elif part is Part.STATE:
        one.state = state_in(piece)


def _say_place(one: Attendee, part: Part, piece: Piece) -> None:
    if part is Part.ORGANISATION:
        if one.organisation is None or one.is_by_group:
            one.organisation, one.is_by_group = piece, False
    elif one.municipality is None or one.is_by_group:
        one.municipality, one.is_by_group = piece, False
        one.is_unparted = part in (Part.PLACE_BESIDE, Part.PLACE_BEFORE)
