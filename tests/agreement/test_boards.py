"""Boards: the days after a decision are the law's, and never promise too early."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.boards import (
    DaysOutOfOrder,
    board_steps,
    easter,
    is_rest_day,
    may_be_appealed_until,
    must_be_announced_by,
    must_be_verified_by,
)
from tests.agreement.cases import DAYS

A_DAY = timedelta(days=1)
# The longest row of rest days: Christmas Eve on a Thursday to the Sunday after.
LONGEST_REST = 5


@given(DAYS)
def test_verification_is_due_two_weeks_after_on_the_same_weekday(decided_on):
    last_on = must_be_verified_by(decided_on)

    assert (last_on - decided_on).days == 14
    assert last_on.weekday() == decided_on.weekday()


@given(DAYS)
def test_announcement_is_due_on_the_second_day_after(verified_on):
    assert must_be_announced_by(verified_on) - verified_on == 2 * A_DAY


@given(DAYS)
def test_appeal_lasts_three_weeks_and_ends_on_the_first_working_day(announced_on):
    three_weeks_on = announced_on + timedelta(weeks=3)

    last_on = may_be_appealed_until(announced_on)

    moved = (last_on - three_weeks_on).days
    assert 0 <= moved <= LONGEST_REST
    assert not is_rest_day(last_on)
    assert all(is_rest_day(three_weeks_on + n * A_DAY) for n in range(moved))


@given(DAYS, st.integers(0, 40))
def test_later_announcement_never_ends_the_appeal_earlier(announced_on, days):
    later_on = announced_on + days * A_DAY

    assert may_be_appealed_until(later_on) >= may_be_appealed_until(announced_on)


@pytest.mark.parametrize(
    ("announced_on", "last_on"),
    [
        ("2026-11-02", "2026-11-23"),
        ("2026-10-30", "2026-11-20"),
        ("2026-10-31", "2026-11-23"),  # ends on a Saturday
        ("2026-04-10", "2026-05-04"),  # ends on the first of May, a Friday
        ("2026-05-29", "2026-06-22"),  # ends on Midsummer's Eve
        ("2026-12-03", "2026-12-28"),  # ends on Christmas Eve, a Thursday
        ("2026-12-10", "2027-01-04"),  # ends on New Year's Eve, a Thursday
        ("2026-12-16", "2027-01-07"),  # ends on Epiphany
        ("2026-04-23", "2026-05-15"),  # ends on Ascension Day
    ],
)
def test_appeal_does_not_end_on_a_rest_day(announced_on, last_on):
    found = may_be_appealed_until(date.fromisoformat(announced_on))

    assert found == date.fromisoformat(last_on)


@pytest.mark.parametrize(
    "day",
    [
        "2019-04-21",
        "2020-04-12",
        "2022-04-17",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
    ],
)
def test_easter_is_when_the_almanac_says(day):
    assert easter(int(day[:4])) == date.fromisoformat(day)


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_in_spring(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_steps_of_an_announced_decision_end_in_a_day_that_is_final():
    steps = board_steps(
        decided_on=date(2023, 2, 6),
        verified_on=date(2023, 2, 8),
        announced_on=date(2023, 2, 9),
    )

    assert [(step.done_on, step.due_by) for step in steps] == [
        (date(2023, 2, 8), date(2023, 2, 20)),
        (date(2023, 2, 9), date(2023, 2, 10)),
        (None, date(2023, 3, 2)),
    ]
    assert steps.final_from == date(2023, 3, 3)
    assert [step.paragraph for step in steps] == [
        "KL 5 kap. 69 §",
        "KL 8 kap. 12 §",
        "KL 13 kap. 5 §",
    ]


def test_steps_are_counted_from_last_days_but_promise_nothing_final():
    steps = board_steps(
        decided_on=date(2023, 2, 6), verified_on=None, announced_on=None
    )

    assert steps.final_from is None
    assert steps.appeal.because == (
        "Beslutet kan överklagas i tre veckor från tillkännagivandet, vars dag inte "
        "är känd: 15 mars 2023."
    )


def test_steps_without_any_day_say_the_rule_alone():
    steps = board_steps(decided_on=None, verified_on=None, announced_on=None)

    assert [(step.done_on, step.due_by) for step in steps] == [(None, None)] * 3
    assert steps.final_from is None
    assert steps.verification.because.endswith("efter sammanträdet.")


@given(st.lists(DAYS, min_size=3, max_size=3))
def test_steps_refuse_days_out_of_order(days):
    decided_on, verified_on, announced_on = days
    if days == sorted(days):
        steps = board_steps(
            decided_on=decided_on, verified_on=verified_on, announced_on=announced_on
        )
        assert steps.final_from == may_be_appealed_until(announced_on) + A_DAY
        return
    with pytest.raises(DaysOutOfOrder):
        board_steps(
            decided_on=decided_on, verified_on=verified_on, announced_on=announced_on
        )
