"""Boards: the days that follow on a decision by a member's own board.

Source: the Local Government Act (kommunallagen, KL, 2017:725) 5 kap. 69 § with
6 kap. 35 § on verification, 8 kap. 12 § on announcement and 13 kap. 5 § on appeal;
the act on counting time (1930:173) 2 § moves the last day to appeal past a rest day.
The committee is no board, and these days are not the committee's.
Units: days as calendar dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.agreement.citation import cites
from radslag.agreement.wording import long_date

_DAYS_TO_VERIFY = 14
_DAYS_TO_ANNOUNCE = 2
_WEEKS_TO_APPEAL = 3
_A_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_FIXED_REST_DAYS = {
    (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31),
}  # fmt: skip
_FRIDAY = 4
# Good Friday, Easter Monday and Ascension Day, in days from Easter.
_FROM_EASTER = (-2, 1, 39)


class DaysOutOfOrder(ValueError):
    """Something is said to have been done before what it rests on."""


@dataclass(frozen=True)
class Step:
    """A step (steg) of a decision: done on a day, or due by a day, or not known yet."""

    done_on: date | None
    due_by: date | None
    because: str
    paragraph: str


@dataclass(frozen=True)
class BoardSteps:
    """What follows on a board's decision (beslutets gång), and when it is final."""

    verification: Step
    announcement: Step
    appeal: Step

    @property
    def final_from(self) -> date | None:
        """The first day on which nobody can appeal, if the announcement is known."""
        if self.announcement.done_on is None or self.appeal.due_by is None:
            return None
        return self.appeal.due_by + _A_DAY

    def __iter__(self) -> Iterator[Step]:
        """Give the steps in their order."""
        return iter((self.verification, self.announcement, self.appeal))


@cites("KL 5 kap. 69 §")
def must_be_verified_by(decided_on: date) -> date:
    """Return the last day to verify a board's minutes: two weeks after the meeting.

    >>> must_be_verified_by(date(2023, 2, 6))
    datetime.date(2023, 2, 20)
    """
    return decided_on + timedelta(days=_DAYS_TO_VERIFY)


@cites("KL 8 kap. 12 §")
def must_be_announced_by(verified_on: date) -> date:
    """Return the last day to announce it: the second day after the verification.

    >>> must_be_announced_by(date(2023, 2, 20))
    datetime.date(2023, 2, 22)
    """
    return verified_on + timedelta(days=_DAYS_TO_ANNOUNCE)


@cites("KL 13 kap. 5 §")
def may_be_appealed_until(announced_on: date) -> date:
    """Return the last day to appeal: three weeks on, or the next working day.

    Never earlier than three weeks, and never a rest day.

    >>> may_be_appealed_until(date(2023, 2, 22))
    datetime.date(2023, 3, 15)
    >>> may_be_appealed_until(date(2023, 3, 17)) # ends on Good Friday
    datetime.date(2023, 4, 11)
    """
    last_on = announced_on + timedelta(weeks=_WEEKS_TO_APPEAL)
    while is_rest_day(last_on):
        last_on += _A_DAY
    return last_on


def is_rest_day(day: date) -> bool:
    """Say whether a day moves a last day on: weekends, holidays and three eves.

    >>> is_rest_day(date(2026, 6, 19)), is_rest_day(date(2026, 6, 18))
    (True, False)
    """
    # Midsummer's eve is the Friday from 19 to 25 June.
    is_midsummers_eve = day.weekday() == _FRIDAY and date(
        day.year, 6, 19
    ) <= day <= date(day.year, 6, 25)
    return (
        day.weekday() in (_SATURDAY, _SUNDAY)
        or (day.month, day.day) in _FIXED_REST_DAYS
        or is_midsummers_eve
        or (day - easter(day.year)).days in _FROM_EASTER
    )


def easter(year: int) -> date:
    """Return Easter Sunday, by Gauss's reckoning in the form that Meeus gave it.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, in_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    lunar = (century + 8) // 25
    shift = (century - lunar + 1) // 3
    epact = (19 * (year % 19) + century - leap_centuries - shift + 15) % 30
    leap_years, odd_years = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * leap_years - epact - odd_years) % 7
    correction = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cites("KL 5 kap. 69 §", "KL 8 kap. 12 §", "KL 13 kap. 5 §")
def board_steps(
    *, decided_on: date | None, verified_on: date | None, announced_on: date | None
) -> BoardSteps:
    """Return what follows on a board's decision: done, due by, or not known yet.

    A later step is counted from the day the earlier one was done, and otherwise from
    its last day. Raises DaysOutOfOrder when a day comes before what it rests on.

    >>> steps = board_steps(
    ...     decided_on=date(2023, 2, 6), verified_on=None, announced_on=None)
    >>> [step.due_by.isoformat() for step in steps]
    ['2023-02-20', '2023-02-22', '2023-03-15']
    """
    _check_order([decided_on, verified_on, announced_on])
    verify_by = must_be_verified_by(decided_on) if decided_on else None
    verified = verified_on or verify_by
    announce_by = must_be_announced_by(verified) if verified else None
    announced = announced_on or announce_by
    appeal_until = may_be_appealed_until(announced) if announced else None
    return BoardSteps(
        _verification(verified_on, verify_by),
        _announcement(announced_on, announce_by),
        _appeal(announced_on, appeal_until),
    )


def _check_order(days: list[date | None]) -> None:
    known = [day for day in days if day is not None]
    if known != sorted(known):
        message = "Beslut, justering och anslag ligger inte i ordning."
        raise DaysOutOfOrder(message)


def _verification(done_on: date | None, due_by: date | None) -> Step:
    because = "Protokollet ska justeras senast fjorton dagar efter sammanträdet"
    return Step(done_on, due_by, _ending(because, due_by), "KL 5 kap. 69 §")


def _announcement(done_on: date | None, due_by: date | None) -> Step:
    because = "Justeringen ska tillkännages senast andra dagen efter att den är gjord"
    return Step(done_on, due_by, _ending(because, due_by), "KL 8 kap. 12 §")


def _appeal(announced_on: date | None, due_by: date | None) -> Step:
    because = "Beslutet kan överklagas i tre veckor från tillkännagivandet"
    if announced_on is None:
        because += ", vars dag inte är känd"
    return Step(None, due_by, _ending(because, due_by), "KL 13 kap. 5 §")


def _ending(because: str, due_by: date | None) -> str:
    return f"{because}: {long_date(due_by)}." if due_by else f"{because}."
