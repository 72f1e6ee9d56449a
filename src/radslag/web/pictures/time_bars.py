"""Time bars: a lane for each area or body, a bar for each activity of the year.

A bar is solid where the days are known, hatched where the time is vague, and ends in
an arrow where it goes on. What has no time has a row and no bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from radslag.agreement.wording import MONTHS
from radslag.web.pictures.lettering import wrapped
from radslag.web.templatetags.radslag_text import month_name

_NAMES: Final = 244
_GAP: Final = 16
_MONTH: Final = 42
_AXIS: Final = _NAMES + _GAP
WIDTH: Final = _AXIS + _MONTH * len(MONTHS) + 14
_HEAD: Final = 28
_LANE: Final = 30
_LINE: Final = 17
_ROW_SPACE: Final = 11
_BAR: Final = 14
_MIN_BAR: Final = 6
_ARROW: Final = 10

BarKind = Literal["known", "vague", "continuous", "none"]


@dataclass(frozen=True)
class BarFact:
    """An activity as the picture tells it."""

    name: str
    time: str
    kind: BarKind
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True)
class Lane:
    """An area or a body with its activities."""

    name: str
    bars: tuple[BarFact, ...]


@dataclass(frozen=True)
class Text:
    """A text: what kind it is, and where its foot begins."""

    kind: str
    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Bar:
    """A bar: its kind, its outline, and whether it goes on after the year."""

    kind: BarKind
    path: str
    x: int
    width: int


@dataclass(frozen=True)
class BarsPicture:
    """The whole drawing."""

    width: int
    height: int
    months: tuple[Text, ...]
    month_lines: tuple[int, ...]
    texts: tuple[Text, ...]
    bars: tuple[Bar, ...]
    lane_lines: tuple[int, ...]
    today_x: int | None


def time_bars_picture(lanes: Sequence[Lane], year: int, today: date) -> BarsPicture:
    """Draw the lanes under each other; every bar lies within the year's twelve months.

    A bar that begins earlier or ends later is cut at the turn of the year.
    """
    texts: list[Text] = []
    bars: list[Bar] = []
    lane_lines: list[int] = []
    top = _HEAD
    for lane in lanes:
        lane_lines.append(top)
        texts.append(Text("lane", _one_line(lane.name), 0, top + 21))
        top += _LANE
        for fact in lane.bars:
            top = _draw(fact, year, top, texts, bars)
        top += _ROW_SPACE
    places = range(len(MONTHS))
    return BarsPicture(
        width=WIDTH,
        height=top,
        months=tuple(
            Text("month", month_name(place + 1)[:3], _AXIS + place * _MONTH + 4, 18)
            for place in places
        ),
        month_lines=tuple(_AXIS + place * _MONTH for place in (*places, len(MONTHS))),
        texts=tuple(texts),
        bars=tuple(bars),
        lane_lines=tuple(lane_lines),
        today_x=_place(today, year) if today.year == year else None,
    )


def _one_line(name: str) -> str:
    return (wrapped(name, WIDTH, 15, 1) or [""])[0]


def _draw(
    fact: BarFact, year: int, top: int, texts: list[Text], bars: list[Bar]
) -> int:
    """Draw one row; return where the next begins."""
    foot = top
    for kind, text, most in (("name", fact.name, 0), ("time", fact.time, 2)):
        for line in wrapped(text, _NAMES, 14, most):
            foot += _LINE
            texts.append(Text(kind, line, 0, foot))
    height = max(foot - top, _LINE)
    bar = _bar(fact, year, top + (height - _BAR) // 2 + 3)
    if bar:
        bars.append(bar)
    return top + height + _ROW_SPACE


def _bar(fact: BarFact, year: int, y: int) -> Bar | None:
    first_on, until = date(year, 1, 1), date(year + 1, 1, 1)
    from_on, until_on = fact.from_on or first_on, fact.until_on or until
    if fact.kind == "none" or from_on >= until or until_on <= first_on:
        return None
    x, end = _place(from_on, year), _place(until_on, year)
    x = min(x, _place(until, year) - _MIN_BAR)
    width = max(end - x, _MIN_BAR)
    goes_on = fact.kind == "continuous" or fact.until_on is None or until_on > until
    return Bar(fact.kind, _outline(x, y, width, goes_on=goes_on), x, width)


def _place(day: date, year: int) -> int:
    """Return where a day stands on the axis; other years at its ends."""
    if day.year < year:
        return _AXIS
    if day.year > year:
        return _AXIS + _MONTH * len(MONTHS)
    days_of_month = (date(year + day.month // 12, day.month % 12 + 1, 1)).toordinal()
    days_of_month -= date(year, day.month, 1).toordinal()
    within = (day.day - 1) * _MONTH // days_of_month
    return _AXIS + (day.month - 1) * _MONTH + within


def _outline(x: int, y: int, width: int, *, goes_on: bool) -> str:
    right, bottom = x + width, y + _BAR
    if not goes_on:
        return f"M{x} {y}H{right}V{bottom}H{x}Z"
    tip = f"{right + _ARROW} {y + _BAR // 2}"
    return f"M{x} {y}H{right}L{tip}L{right} {bottom}H{x}Z"
