"""The lists of those who were there and those who were not, row by row."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import AttendanceState
from radslag.formats.understanding.extracting.meeting_parts.agenda import HEADER
from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
    attendees_of,
    part_name_and_place,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    SIGNING,
    Label,
    Labelled,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name

_HEADER: Final = re.compile(
    r"(?i)^(?:namn|för- och efternamn|kommun|roll|organisation|funktion|parti|titel|"
    r"uppdrag|befattning|närvar\w+|frånvar\w+|deltagare|ledamot|ledamöter|signatur|"
    r"ordinarie(?: ledamot)?|ersättare|suppleant|e-?post|telefon|parti|organ|"
    r"representerar|anmärkning|notering|övrigt|från|nr|tjänst\w*|distans|digitalt)$"
)
_CROSS: Final = re.compile(r"(?i)^[x✓✔×]$|^ja$")
_STATES: Final = (
    ("frånvar", AttendanceState.ABSENT),
    ("distans", AttendanceState.REMOTE),
    ("digital", AttendanceState.REMOTE),
    ("närvar", AttendanceState.PRESENT),
)


class AttendanceLists:
    """Goes through the lines of a head, remembering under which label it stands."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.label: Label | None = None
        self.columns: dict[int, AttendanceState] = {}
        self.group: Attendee | None = None

    def __iter__(self) -> Iterator[tuple[Label, Attendee]]:
        """Give everybody who is listed, with the label she stands under."""
        everybody = list(self._everybody())
        if any(each.is_unparted for _, each in everybody):
            for _, each in everybody:
                part_name_and_place(each)
        yield from everybody

    def _everybody(self) -> Iterator[tuple[Label, Attendee]]:
        for at, line in enumerate(self.lines):
            found = None if is_header(line) else label_of(line)
            if is_header(line):
                self._begin_table(line)
            elif found:
                self._begin(found)
                yield from self._people(at, line, found.cells, is_group=False)
            else:
                yield from self._people(at, line, line.cells, is_group=True)

    def _begin(self, found: Labelled) -> None:
        self.label = found.label if found.label in ATTENDING else None
        self.group, self.columns = None, {}

    def _begin_table(self, line: Line) -> None:
        self.columns = _state_columns(line)
        first = label_of(Line(line.cells[:1]))
        if first and first.label in ATTENDING and len(self.columns) < 2:  # noqa: PLR2004 - one state and no other.
            self.label, self.group = first.label, None
        elif self.label is None:
            self.label, self.group = Label.PRESENT, None

    def _people(
        self, at: int, line: Line, cells: tuple[Piece, ...], *, is_group: bool
    ) -> Iterator[tuple[Label, Attendee]]:
        if self.label is None or not cells:
            return
        if len(self.columns) > 1 and _has_no_cross(line):
            yield from self._by_columns(line)
            return
        people = attendees_of(cells)
        if is_group and _is_place_alone(people, line):
            self.group = people[0]
            if people[0].municipality and not self._names_follow(at):
                yield self.label, people[0]
            return
        for each in people:
            _place_by_group(each, self.group)
            _mark_by_column(each, line, self.columns)
            is_absent = each.state is AttendanceState.ABSENT
            if each.name or is_absent or not any(other.name for other in people):
                yield self.label, each

    def _by_columns(self, line: Line) -> Iterator[tuple[Label, Attendee]]:
        for column, cell in zip(line.columns, line.cells, strict=True):
            for each in attendees_of((cell,)):
                each.state = self.columns.get(column)
                if each.name and self.label:
                    yield self.label, each

    def _names_follow(self, at: int) -> bool:
        below = self.lines[at + 1 : at + 2]
        return any(
            each.name
            for line in below
            if label_of(line) is None
            for each in attendees_of(line.cells)
        )


def officers_of(lines: list[Line]) -> Iterator[tuple[Labelled, Attendee]]:
    """Give those whom a head names beside a role: "Ordförande: Anna Ek (S)"."""
    for line in lines:
        found = label_of(line)
        if found and found.label in SIGNING[:2] and found.cells:
            yield from ((found, each) for each in attendees_of(found.cells)[:1])


def is_header(line: Line) -> bool:
    """Tell whether a row is a table's head and names nobody."""
    words = [cell.text.strip(" :") for cell in line.cells]
    known = [bool(_HEADER.match(word) or HEADER.match(word)) for word in words]
    # "Ledamot | Kommun | Tjg ers.": one word that is not known makes it no person.
    others = [w for w, is_known in zip(words, known, strict=True) if not is_known]
    is_near = known[0] and sum(known) > 1 and not any(map(_names_somebody, others))
    is_head = all(known) or is_near
    return line.is_row and len(words) > 1 and is_head


def _names_somebody(words: str) -> bool:
    bare = re.split(r"[(,]", words, maxsplit=1)[0].strip()
    return is_name(bare) or known_name(words) is not None


def _is_place_alone(people: list[Attendee], line: Line) -> bool:
    return (
        len(people) == 1
        and people[0].name is None
        and len(line.cells) == 1
        and not people[0].roles
    )


def _place_by_group(each: Attendee, group: Attendee | None) -> None:
    if group and not (each.municipality or each.organisation):
        each.municipality, each.organisation = group.municipality, group.organisation
        each.is_by_group = each.is_from_above = True


def _state_columns(line: Line) -> dict[int, AttendanceState]:
    return {
        column: state
        for column, cell in zip(line.columns, line.cells, strict=True)
        for word, state in _STATES
        if cell.text.lower().startswith(word)
    }


def _has_no_cross(line: Line) -> bool:
    return not any(_CROSS.match(cell.text.strip()) for cell in line.cells)


def _mark_by_column(
    each: Attendee, line: Line, columns: dict[int, AttendanceState]
) -> None:
    for column, cell in zip(line.columns, line.cells, strict=True):
        if column in columns and _CROSS.match(cell.text.strip()):
            each.state = columns[column]
