"""The lists of those who were there and those who were not, row by row."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import AttendanceState
from radslag.formats.understanding.extracting.meeting_parts.attendance_places import (
    by_places,
)
from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
    attendees_of,
    part_name_and_place,
)
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    columns_of,
    head_word,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    SIGNING,
    Label,
    Labelled,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    is_foot,
)
from radslag.formats.understanding.extracting.meeting_parts.place_columns import (
    PlaceColumn,
)
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name

_HEADER: Final = re.compile(
    r"(?i)^(?:namn|för- och efternamn|kommun|roll|organisation|funktion|parti|titel|"
    r"uppdrag|befattning|närv(?:ar\w+)?|frånv(?:ar\w+)?|tjänstgörande ersättare|"
    r"deltagare|ledamot|ledamöter|signatur|"
    r"ordinarie(?: ledamot)?|ersättare|suppleant|e-?post|telefon|parti|organ|"
    r"representerar|anm(?:ärkning)?|notering|övrigt|från|nr|tjänst\w*|distans|digitalt|"
    r"hemort|myndighet|företag|förvaltning|plats|§+ ?\d{1,3})$"
)
# "Ledamöter (10)" heads as many.
_COUNTED: Final = re.compile(r"(?<=\w) ?\(\d{1,3}\)$")
# "Munkedal: –": nobody came from there.
_NOBODY: Final = re.compile(r":\s*[-–—]\s*$|^[-–—]$|^\d{1,3} av \d{1,3}\W*$")
# "Närvarande: Se nästa sida": the list stands elsewhere.
_ELSEWHERE: Final = re.compile(
    r"(?i)^(?:se\s+|enligt\s+)(?:§+\s*\d+\W*$|(?:nästa|sida|bilag\w+|separat|särskild|bifogad|närvaro[\w-]*"
    r"|deltagar\w+|upprop\w*|omstående)\b.*$)"
)
# The head of a table of votes: "Tjg  Ej tjg  JA  NEJ", "Närvaro §§ §§".
_TALLY: Final = re.compile(
    r"(?i)(?:(?:närvaro|(?:ej )?tj(?:änst)?g\.?|ja|nej|avst(?:år|\.)?|§+)(?:\s+|$))"
    r"{1,12}"
)
# Officials who sit with the members, named by their office and without a colon.
_OFFICIALS: Final = re.compile(
    r"(?i)(?:[a-zåäö]{0,30}(?:chefer|direktörer|sekreterare)(?:na)?|handläggare"
    r"|sakkunniga|experter|revisorer(?:na)?|kansli(?:et)?|sekretariat(?:et)?)\s*:?"
)
_SERVES: Final = re.compile(r"(?i)^(tj(?:änst)?g(?:örande|\.)? ers(?:ättare|\.)?)")
_SUM: Final = re.compile(r"(?i)(?:summa|totalt|antal)\b(?!\s+[a-zåäö])")
_PROSE_WORDS: Final = 8
_CROSS: Final = re.compile(r"(?i)^[x✓✔×1]$|^ja$")
# A cross at the end of a line, where a table has become text; many make a column.
_CROSSED: Final = re.compile(r"\s[Xx✓✔](?=[\s,]|$)")
_A_COLUMN: Final = 3
_STATES: Final = (
    ("frånv", AttendanceState.ABSENT),
    ("distans", AttendanceState.REMOTE),
    ("digital", AttendanceState.REMOTE),
    ("närv", AttendanceState.PRESENT),
)


class _Serving(NamedTuple):
    """The column of those who sit for the members that the rows begin with."""

    column: int
    role: Piece

    def holds(self, each: Attendee, line: Line) -> bool:
        """Tell whether somebody stands in the column, and not first in her row."""
        cells = zip(line.columns, line.cells, strict=True)
        cell = next((cell for number, cell in cells if number == self.column), None)
        if each.name is None or cell is None or not line.is_row:
            return False
        return cell.start <= each.name.start < cell.end

    def seat(self, each: Attendee, member: Attendee) -> None:
        """Say that somebody was there for a member, from the same municipality."""
        each.state = AttendanceState.PRESENT
        each.roles = [self.role, *each.roles]
        if not (each.municipality or each.organisation):
            each.municipality = member.municipality


class AttendanceLists:
    """Goes through the lines of a head, remembering under which label it stands."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = by_places(lines)
        self.label: Label | None = None
        self.columns: dict[int, AttendanceState] = {}
        self.group: Attendee | None = None
        self.places = PlaceColumn()
        self.serving: _Serving | None = None
        # "Salem | Eva Alm (S)" in a row, and those from there below it.
        self.row_place: Attendee | None = None
        crossed = [n for n in lines if not n.is_row and _CROSSED.search(n.text)]
        self.has_crosses = len(crossed) >= _A_COLUMN

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
            if columns_of(line):
                self.label = None
            elif is_header(line):
                self._begin_table(line)
            elif found:
                self._begin(found)
                yield from self._people(at, line, found.cells, is_group=False)
            elif self.label is Label.MEMBERS and _begins_officials(line):
                self.label, self.group = Label.OTHERS, None
                yield from self._people(at, line, line.cells[1:], is_group=False)
            elif _is_prose(line):
                # What was talked about is told below the list, and names places too.
                self.label = None
            else:
                yield from self._people(at, line, line.cells, is_group=True)

    def _begin(self, found: Labelled) -> None:
        self.label = found.label if found.label in ATTENDING else None
        self.group, self.columns, self.row_place = None, {}, None
        self.places, self.serving = PlaceColumn(), None

    def _begin_table(self, line: Line) -> None:
        self.columns = _state_columns(line)
        self.places, self.serving = PlaceColumn.of(line), _serving_column(line)
        first = label_of(Line(line.cells[:1]))
        if first and first.label in ATTENDING and len(self.columns) < 2:  # noqa: PLR2004 - one state and no other.
            self.label, self.group = first.label, None
        elif self.label is None:
            self.label, self.group = Label.PRESENT, None

    def _people(
        self, at: int, line: Line, cells: tuple[Piece, ...], *, is_group: bool
    ) -> Iterator[tuple[Label, Attendee]]:
        if self.label is None or _names_nobody(line, cells):
            return
        if len(self.columns) > 1 and _has_no_cross(line):
            yield from self._by_columns(line)
            return
        people = self.places.placed(attendees_of(self.places.others(line, cells)), line)
        if is_group and _is_place_alone(people, line):
            self.group = people[0]
            if people[0].municipality and not self._names_follow(at):
                yield self.label, people[0]
            return
        self.row_place = _place_of_row(people, line) or self.row_place
        for each in people:
            _place_by_group(each, self.group)
            if not line.is_row and each.name and len(people) == 1:
                _place_by_group(each, self.row_place)
            self._mark(each, at, people[0])
            is_absent = each.state is AttendanceState.ABSENT
            if each.name or is_absent or not any(other.name for other in people):
                yield self.label, each

    def _mark(self, each: Attendee, at: int, first: Attendee) -> None:
        """Say whether somebody was there, by the columns of her row."""
        line = self.lines[at]
        if self.serving and self.serving.holds(each, line):
            self.serving.seat(each, first)
        else:
            _mark_by_column(each, line, self.columns)
            self._mark_absent(each, at)

    def _mark_absent(self, each: Attendee, at: int) -> None:
        """Mark who has nothing in a column of those present, where others have."""
        present = [n for n, s in self.columns.items() if s is AttendanceState.PRESENT]
        line = self.lines[at]
        is_listed = self.label in (Label.MEMBERS, Label.SUBSTITUTES) and not line.is_row
        if self.has_crosses and is_listed and not _CROSSED.search(line.text):
            each.state = AttendanceState.ABSENT
        is_empty = line.is_row and len(self.columns) == 1 == len(present)
        if not is_empty or present[0] in line.columns or each.state is not None:
            return
        if any(_has_cross_in(row, present[0]) for row in _table_around(self.lines, at)):
            each.state = AttendanceState.ABSENT

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


def _serving_column(head: Line) -> _Serving | None:
    """Return the column "Tjänstgörande ersättare", where a table's head has one."""
    for column, cell in zip(head.columns, head.cells, strict=True):
        role = cell.find(_SERVES)
        if role and column:
            return _Serving(column, role)
    return None


def _begins_officials(line: Line) -> bool:
    """Tell whether a row begins with an office of several, and names one of them."""
    first, *rest = line.cells
    is_office = _OFFICIALS.fullmatch(first.text.strip()) is not None
    return line.is_row and is_office and any(map(_names_somebody_in, rest))


def _names_somebody_in(cell: Piece) -> bool:
    return any(each.name for each in attendees_of((cell,)))


def _names_nobody(line: Line, cells: tuple[Piece, ...]) -> bool:
    """Tell whether a line says that nobody came, or speaks of something else."""
    if not cells or _NOBODY.search(cells[-1].text) or _SUM.match(cells[0].text):
        return True
    if _TALLY.fullmatch(" ".join(cell.text for cell in cells)):
        return True
    return is_foot(line.text) or _ELSEWHERE.match(cells[0].text.strip()) is not None


def officers_of(lines: list[Line]) -> Iterator[tuple[Labelled, Attendee]]:
    """Give those whom a head names beside a role: "Ordförande: Anna Ek (S)"."""
    for line in lines:
        found = label_of(line)
        if found and found.label in SIGNING[:2] and found.cells:
            yield from ((found, each) for each in attendees_of(found.cells)[:1])


def is_header(line: Line) -> bool:
    """Tell whether a row is a table's head and names nobody."""
    words = [cell.text.strip(" :.*") for cell in line.cells]
    known = [_is_known(word) for word in words]
    # "Ledamot | Kommun | Tjg ers.": one word that is not known makes it no person.
    others = [w for w, is_known in zip(words, known, strict=True) if not is_known]
    is_near = known[0] and sum(known) > 1 and not any(map(_names_somebody, others))
    is_head = all(known) or is_near
    return line.is_row and len(words) > 1 and is_head


def _is_known(words: str) -> bool:
    """Tell whether words head a column; "Kommun/organisation" has two of them."""
    words = _COUNTED.sub("", words)
    both = re.split(r"\s*/\s*|\s+(?:och|eller)\s+", words)
    return all(_HEADER.match(each) for each in both) or head_word(words) is not None


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


def _place_of_row(people: list[Attendee], line: Line) -> Attendee | None:
    """Return the municipality that a row of it and its people begins with."""
    is_placed = line.is_row and len(line.cells) > 1 and known_name(line.cells[0].text)
    own = people[0].municipality if is_placed and people else None
    return Attendee(municipality=own) if own else None


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


def _is_prose(line: Line) -> bool:
    """Tell whether a line is running text: sentences of mostly small words."""
    words = line.text.split()
    small = [word for word in words if word[:1].islower()]
    is_told = line.text.rstrip().endswith((".", "!")) and not line.is_row
    return is_told and len(words) >= _PROSE_WORDS and 2 * len(small) > len(words)


def _table_around(lines: list[Line], at: int) -> list[Line]:
    """Return the rows of the table that a row stands in."""
    first = last = at
    while first > 0 and lines[first - 1].is_row:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].is_row:
        last += 1
    return lines[first : last + 1]


def _has_cross_in(line: Line, column: int) -> bool:
    return any(
        number == column and _CROSS.match(cell.text.strip())
        for number, cell in zip(line.columns, line.cells, strict=True)
    )


def _has_no_cross(line: Line) -> bool:
    return not any(_CROSS.match(cell.text.strip()) for cell in line.cells)


def _mark_by_column(
    each: Attendee, line: Line, columns: dict[int, AttendanceState]
) -> None:
    for column, cell in zip(line.columns, line.cells, strict=True):
        if column in columns and _CROSS.match(cell.text.strip()):
            each.state = columns[column]
