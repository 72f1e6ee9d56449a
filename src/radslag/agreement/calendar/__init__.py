"""Calendar: what a plan's vague words for time mean, and whether weekdays agree.

Source: § 4 of the model agreement (the yearly plan); the words are those plans use.
Units: days as calendar dates; periods are half-open.
"""

from radslag.agreement.calendar.times import TimeKind, VagueTime, understand_time
from radslag.agreement.calendar.weekdays import UnknownWeekday, weekday_agrees
from radslag.agreement.wording import MONTHS, WEEKDAYS

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "TimeKind",
    "UnknownWeekday",
    "VagueTime",
    "understand_time",
    "weekday_agrees",
]
