"""The year wheel: twelve months in a ring, and a mark for each day to know of.

The management group has the inner ring, the committee the outer one, all else stands
outside the months. Every label lies flat, to the right or the left of the wheel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from typing import Final

from radslag.agreement.wording import MONTHS
from radslag.web.pictures.lettering import wrapped
from radslag.web.templatetags.radslag_text import month_name

RADII: Final = {"management_group": 96, "committee": 136, "other": 214}
_MONTHS_IN, _MONTHS_OUT = 160, 200
_ELBOW: Final = 234
_LABEL_AT: Final = 256
_LABEL_WIDTH: Final = 156
_LINE: Final = 17
_LETTERS: Final = 14
_BETWEEN: Final = 7
CENTRE_X: Final = _LABEL_AT + _LABEL_WIDTH
WIDTH: Final = 2 * CENTRE_X
_RIM: Final = _ELBOW + 12


@dataclass(frozen=True)
class MarkFact:
    """A day to mark: the ring it stands in, and its label in words."""

    on: date
    ring: str
    label: str
    is_cancelled: bool = False


@dataclass(frozen=True)
class Month:
    """A month's sector: its outline, its name and where that stands."""

    path: str
    name: str
    x: int
    y: int
    is_even: bool


@dataclass(frozen=True)
class Mark:
    """A mark with its label in lines, and the thin line between them."""

    ring: str
    x: int
    y: int
    is_cancelled: bool
    leader: str
    anchor: str
    label_x: int
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class WheelPicture:
    """The whole drawing."""

    width: int
    height: int
    centre_x: int
    centre_y: int
    months: tuple[Month, ...]
    marks: tuple[Mark, ...]
    rings: tuple[tuple[str, int], ...]


def year_wheel_picture(facts: Sequence[MarkFact], year: int) -> WheelPicture:
    """Draw a year clockwise from January at the top; no label lies on another."""
    sides: tuple[list[MarkFact], list[MarkFact]] = ([], [])
    for fact in sorted(facts, key=lambda each: each.on):
        sides[0 if _turn(fact.on) < 1 / 2 else 1].append(fact)
    sides[1].reverse()
    height = max(2 * _RIM, *(_needed(side) for side in sides))
    centre_y = height // 2
    marks = [
        mark
        for side, is_right in zip(sides, (True, False), strict=True)
        for mark in _labelled(side, centre_y, height, is_right=is_right)
    ]
    return WheelPicture(
        width=WIDTH,
        height=height,
        centre_x=CENTRE_X,
        centre_y=centre_y,
        months=tuple(_month(number, centre_y) for number in range(len(MONTHS))),
        marks=tuple(marks),
        rings=(
            ("management_group", RADII["management_group"]),
            ("committee", RADII["committee"]),
        ),
    )


def _turn(day: date) -> float:
    """Return how far round the year a day is; each month is a twelfth."""
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    days = (after - day.replace(day=1)).days
    return (day.month - 1 + (day.day - 1 / 2) / days) / len(MONTHS)


def _at(turn: float, radius: int, centre_y: int) -> tuple[int, int]:
    angle = 2 * pi * turn
    return (
        round(CENTRE_X + radius * sin(angle)),
        round(centre_y - radius * cos(angle)),
    )


def _month(number: int, centre_y: int) -> Month:
    first, last = number / len(MONTHS), (number + 1) / len(MONTHS)
    corners = [
        _at(first, _MONTHS_OUT, centre_y),
        _at(last, _MONTHS_OUT, centre_y),
        _at(last, _MONTHS_IN, centre_y),
        _at(first, _MONTHS_IN, centre_y),
    ]
    a, b, c, d = (f"{x} {y}" for x, y in corners)
    out, inside = f"{_MONTHS_OUT} {_MONTHS_OUT}", f"{_MONTHS_IN} {_MONTHS_IN}"
    x, y = _at((first + last) / 2, (_MONTHS_IN + _MONTHS_OUT) // 2, centre_y)
    return Month(
        path=f"M{a}A{out} 0 0 1 {b}L{c}A{inside} 0 0 0 {d}Z",
        name=month_name(number + 1)[:3],
        x=x,
        y=y + 5,
        is_even=number % 2 == 0,
    )


def _lines(fact: MarkFact) -> list[str]:
    return wrapped(fact.label, _LABEL_WIDTH, _LETTERS) or [""]


def _tall(fact: MarkFact) -> int:
    return len(_lines(fact)) * _LINE + _BETWEEN


def _needed(facts: Sequence[MarkFact]) -> int:
    return sum(_tall(fact) for fact in facts) + _BETWEEN


def _labelled(
    facts: Sequence[MarkFact], centre_y: int, height: int, *, is_right: bool
) -> list[Mark]:
    tops = _tops(facts, centre_y, height)
    return [
        _mark(fact, top, centre_y, is_right=is_right)
        for fact, top in zip(facts, tops, strict=True)
    ]


def _tops(facts: Sequence[MarkFact], centre_y: int, height: int) -> list[int]:
    """Place each label near its mark, pushed down and then up until none collide."""
    tops: list[int] = []
    free_from = 0
    for fact in facts:
        wanted = _at(_turn(fact.on), _ELBOW, centre_y)[1] - _tall(fact) // 2
        tops.append(max(wanted, free_from))
        free_from = tops[-1] + _tall(fact)
    free_until = height
    for place in reversed(range(len(facts))):
        tops[place] = min(tops[place], free_until - _tall(facts[place]))
        free_until = tops[place]
    return tops


def _mark(fact: MarkFact, top: int, centre_y: int, *, is_right: bool) -> Mark:
    turn = _turn(fact.on)
    x, y = _at(turn, RADII[fact.ring], centre_y)
    elbow_x, elbow_y = _at(turn, _ELBOW, centre_y)
    side = 1 if is_right else -1
    lines = _lines(fact)
    middle = top + (_tall(fact) - _BETWEEN) // 2
    end_x = CENTRE_X + side * (_LABEL_AT - 6)
    return Mark(
        ring=fact.ring,
        x=x,
        y=y,
        is_cancelled=fact.is_cancelled,
        leader=f"M{x} {y}L{elbow_x} {elbow_y}L{end_x} {middle}",
        anchor="start" if is_right else "end",
        label_x=CENTRE_X + side * _LABEL_AT,
        lines=tuple(
            (line, top + place * _LINE + 13) for place, line in enumerate(lines)
        ),
    )
