"""Weekdays: whether a day falls on the weekday it is written with.

Source: § 4 of the model agreement (the yearly plan).
Units: days as calendar dates.
"""

from datetime import date

from radslag.agreement.citation import cites
from radslag.agreement.wording import WEEKDAYS


class UnknownWeekday(ValueError):
    """The word is not the name of a weekday."""


@cites("§ 4")
def weekday_agrees(weekday: str, day: date) -> bool:
    """Say whether a day falls on the weekday it is written with.

    Short forms count too. Raises UnknownWeekday for what is no weekday at all.

    >>> day = date(2026, 1, 22)
    >>> weekday_agrees("torsdag", day), weekday_agrees("Fre.", day)
    (True, False)
    """
    word = weekday.strip().casefold().rstrip(".")
    for number, name in enumerate(WEEKDAYS):
        if word in (f"{name}en", f"{name}ar", name, name[:2], name[:3], name[:-3]):
            return day.weekday() == number
    message = f"”{weekday}” är ingen veckodag."
    raise UnknownWeekday(message)
