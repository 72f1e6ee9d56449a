"""The weeks ahead: a cell for each week, a mark for each thing that falls in it.

A meeting is a circle, a thing to do a square. What has no room is a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WIDTH: Final = 720
HEIGHT: Final = 84
_HEAD: Final = 20
_INSET: Final = 10
_MARK: Final = 12
_STEP: Final = 18
_ROWS: Final = 3
A_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True)
class WeekFact:
    """What falls in a week: how many meetings, how many things to do."""

    meetings: int
    tasks: int


@dataclass(frozen=True)
class Mark:
    """A mark of a kind, by its upper left corner."""

    kind: str
    x: int
    y: int


@dataclass(frozen=True)
class Cell:
    """A week: its number, where it begins, its marks, and how many had no room."""

    number: int
    x: int
    marks: tuple[Mark, ...]
    rest: int


@dataclass(frozen=True)
class WeeksPicture:
    """The whole drawing."""

    width: int
    height: int
    cell_width: int
    cells: tuple[Cell, ...]


def weeks_picture(
    first_on: date, until: date, facts: Mapping[date, WeekFact]
) -> WeeksPicture:
    """Draw the weeks from that of a day until, not with, another; facts by Monday.

    Every mark lies within its own week.
    """
    mondays = [first_on - timedelta(days=first_on.weekday())]
    while mondays[-1] + A_WEEK < until:
        mondays.append(mondays[-1] + A_WEEK)
    wide = WIDTH // len(mondays)
    return WeeksPicture(
        width=wide * len(mondays),
        height=HEIGHT,
        cell_width=wide,
        cells=tuple(
            _cell(monday, place * wide, wide, facts.get(monday, WeekFact(0, 0)))
            for place, monday in enumerate(mondays)
        ),
    )


def _cell(monday: date, x: int, wide: int, fact: WeekFact) -> Cell:
    to_a_row = (wide - 2 * _INSET) // _STEP
    kinds = ["meeting"] * fact.meetings + ["task"] * fact.tasks
    # The last place is kept for the number of those that have no room.
    room = to_a_row * _ROWS
    shown = kinds if len(kinds) <= room else kinds[: room - 1]
    marks = tuple(
        Mark(
            kind,
            x + _INSET + place % to_a_row * _STEP,
            _HEAD + 8 + place // to_a_row * _STEP,
        )
        for place, kind in enumerate(shown)
    )
    return Cell(monday.isocalendar().week, x, marks, len(kinds) - len(shown))
