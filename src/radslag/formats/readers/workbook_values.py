"""A workbook's values as its sheets show them: days, shares, units and noughts."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

# What a form shows in quotes, or to the side of the figures, is no sign of its own.
QUOTED = re.compile(r'"[^"]*"|\\.|_.')
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
# Words before or after the figures, such as § or kr.
BEFORE = re.compile(r'^"([^"]*)"')
AFTER = re.compile(r'"([^"]*)"$')
NOUGHTS = re.compile(r"0{2,}$")
# A comma after the last figure divides by a thousand, and the unit is then another.
SCALED = re.compile(r"[0#?],+\s*$")
DAY, YEAR, CLOCK = re.compile("d"), re.compile("y"), re.compile("h|s")


def shown(cell: Any) -> str:  # noqa: ANN401 - the library's own, without types.
    """Return a cell's value as people write it."""
    value, form = cell.value, str(cell.number_format or "")
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, datetime | date):
        return shown_day(value, form)
    if isinstance(value, time):
        return shown_moment(value)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return shown_moment(f"{minutes // 60}:{minutes % 60:02}:{seconds:02}")
    if isinstance(value, int | float):
        return shown_number(value, form)
    return "" if value is None else str(value).strip()


def shown_day(value: datetime | date, form: str) -> str:
    """Return a day, or as much of it as the form shows; its year is always told."""
    bare = IN_BRACKETS.sub("", QUOTED.sub("", form.split(";", maxsplit=1)[0])).lower()
    if DAY.search(bare) or not bare or bare == "general":
        return shown_moment(value)
    if not YEAR.search(bare):
        is_clock = isinstance(value, datetime) and CLOCK.search(bare)
        return shown_moment(value.time()) if is_clock else shown_moment(value)  # type: ignore[union-attr]  # a moment has a clock
    return f"{value:%Y-%m}" if "m" in bare else f"{value:%Y}"


def shown_moment(value: datetime | date | time | str) -> str:
    """Return a day, a clock or both, without seconds where there are none."""
    text = value if isinstance(value, str) else value.isoformat()
    whole = text.removesuffix("T00:00:00").replace("T", " ")
    return re.sub(r"(:\d\d):00$", r"\1", whole)


def shown_number(value: float, form: str) -> str:
    """Return a number with a decimal comma, and what its form says around it."""
    first = form.split(";", maxsplit=1)[0].strip()
    bare = QUOTED.sub("", first)
    if "%" in bare:
        text = f"{value * 100:.10g} %".replace(".", ",")
    elif NOUGHTS.match(bare) and float(value).is_integer():
        text = f"{value:0{len(bare)}.0f}"
    else:
        text = f"{value:.15g}"
        text = f"{value:.0f}" if "e+" in text else text.replace(".", ",")
    return with_words(text, first) if SCALED.search(bare) is None else text


def with_words(text: str, form: str) -> str:
    """Return a number with the words that its form has before and after it."""
    before, after = BEFORE.search(form), AFTER.search(form)
    first = f"{before[1].strip()} " if before and before[1].strip() else ""
    last = f" {after[1].strip()}" if after and after[1].strip() else ""
    return f"{first}{text}{last}"
