"""Logs of decisions: one table, or several, that hold many meetings of one body."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingKind, MeetingStatus
from radslag.formats.understanding.extracting.meeting_parts.header import (
    Head,
    add_meeting,
    dated,
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    NO_COLUMNS,
    Column,
    Columns,
    columns_of,
)
from radslag.formats.understanding.extracting.meeting_parts.items import add_row
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in

IN_A_LOG: Final = "Att mötet har hållits följer av att dess beslut står i loggen."
_CANCELLED: Final = re.compile(
    r"(?i)\b(?:ställdes in|ställs in|inställ[dt]\w*|utgick|utgår|hölls (?:ej|inte))\b"
)
_EXTRA: Final = re.compile(r"(?i)\bextra\w*")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?![\d-])")
_SHORT_DAY: Final = re.compile(r"(\d\d)-(\d\d)-(\d\d)(?![\d-])")
_LONGEST: Final = 60


@dataclass
class Logged:
    """A meeting of a log: its day, the words for it, and its items."""

    day: FoundDay
    said: Piece
    items: list[Item] = field(default_factory=list)
    cancelled: Piece | None = None


def logged_meetings(lines: list[Line], year: int | None) -> list[Logged]:
    """Return the meetings of a log; none where the lines are of but one meeting."""
    log = _Log(_year_above(lines) or year)
    for line in lines:
        log.read(line)
    told = [each for each in log.meetings if each.items or each.cancelled]
    return told if len({each.day.day for each in told}) > 1 else []


def above_log(lines: list[Line]) -> list[Line]:
    """Return the lines above the first table of a log, which name the body."""
    return lines[: next((n for n, line in enumerate(lines) if columns_of(line)), 0)]


def add_logged(
    logged: Logged, head: Head, portion: Portion, gathering: Gathering
) -> Found:
    """Add a meeting of a log: held, for its decisions are there, or cancelled."""
    extra = logged.said.find(_EXTRA)
    own = Head(
        body=head.body,
        day=logged.day,
        day_value=dated(logged.day),
        kind=extra.value(MeetingKind.EXTRA.value) if extra else None,
    )
    return add_meeting(own, _status(logged), portion, gathering)


def _status(logged: Logged) -> Value:
    if logged.cancelled:
        return logged.cancelled.value(MeetingStatus.CANCELLED.value)
    held = MeetingStatus.HELD.value
    return logged.said.value(held, Certainty.PROBABLE, IN_A_LOG)


def _year_above(lines: list[Line]) -> int | None:
    """Return the year in a log's title, of days that have none."""
    for line in above_log(lines):
        match = _YEAR.search(line.text)
        if match:
            return int(match[0])
    return None


class _Log:
    """Goes through lines, remembering under which head and meeting it stands."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.columns: Columns = NO_COLUMNS
        self.meetings: list[Logged] = []

    def read(self, line: Line) -> None:
        head = columns_of(line)
        if head:
            self.columns = head if _is_of_decisions(head) else NO_COLUMNS
        elif not line.is_row or line.columns == (0,):
            self._begin(line.piece if len(line.text) < _LONGEST else None)
        elif self.columns.names:
            self._read_row(line)

    def _read_row(self, line: Line) -> None:
        said = self.columns.said(line)
        self._begin(said.get(Column.DAY))
        if not self.meetings:
            return
        last = self.meetings[-1]
        others = [cell for cell in line.cells if cell != said.get(Column.DAY)]
        if len(others) == 1 and _CANCELLED.search(others[0].text):
            last.cancelled = others[0]
        else:
            add_row(line, self.columns, last.items)

    def _begin(self, words: Piece | None) -> None:
        day = (day_in(words, self.year) or _short_day(words)) if words else None
        if day and words:
            is_same = self.meetings and self.meetings[-1].day.day == day.day
            self.meetings += [] if is_same else [Logged(day, words)]


def _short_day(words: Piece) -> FoundDay | None:
    """Return the day of "24-09-12", as a column of days may have it."""
    match = _SHORT_DAY.match(words.text)
    if match is None:
        return None
    try:
        day = date(2000 + int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return FoundDay(day, words.group(match), None, "", has_year=True)


def _is_of_decisions(columns: Columns) -> bool:
    """Tell whether rows are matters with decisions, their days before their titles."""
    held = {column: number for number, column in columns.names.items()}
    if Column.TITLE not in held or not {Column.DECISION, Column.OUTCOME} & set(held):
        return False
    return held.get(Column.DAY, -1) < held[Column.TITLE]
