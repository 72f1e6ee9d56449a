"""Calendar: vague words understood, or kept; weekdays checked."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from radslag.agreement.calendar import (
    MONTHS,
    WEEKDAYS,
    UnknownWeekday,
    understand_time,
    weekday_agrees,
)
from tests.agreement.cases import DAYS, examples

YEARS = st.integers(1990, 2100)


@pytest.mark.parametrize(
    "case", examples("vague_time"), ids=lambda case: case["skrivet"]
)
def test_vague_time_examples(case) -> None:
    time = understand_time(case["skrivet"], 2026)

    assert (time.kind, time.from_on, time.until_on, time.times_per_year) == (
        case["slag"],
        case["från"],
        case["till"],
        case.get("gånger"),
    )
    assert time.certain is case["säker"]
    assert time.as_written == case["skrivet"]


@given(st.text(), YEARS)
@example("senast " * 5000, 2026)
@example("klart " * 9 + "2027", 2026)
@example("٣/٤", 2026)
def test_any_words_are_kept_and_never_fail(words, year) -> None:
    time = understand_time(words, year)

    assert time.as_written == words
    if time.kind == "unknown":
        assert (time.from_on, time.until_on, time.certain) == (None, None, False)
    elif time.from_on is not None:
        assert time.from_on < time.until_on


@given(YEARS, st.sampled_from([case["skrivet"] for case in examples("vague_time")]))
def test_spelling_does_not_change_the_meaning(year, words) -> None:
    spelt = unicodedata.normalize("NFD", f"  {words.upper()} ")

    one, other = understand_time(words, year), understand_time(spelt, year)

    assert (one.kind, one.from_on, one.until_on, one.certain) == (
        other.kind,
        other.from_on,
        other.until_on,
        other.certain,
    )


@given(DAYS)
def test_a_written_day_is_that_day(day) -> None:
    ways = [
        day.isoformat(),
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day}/{day.month} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    ]

    for written in ways:
        time = understand_time(written, 2026)

        assert (time.kind, time.from_on, time.certain) == ("day", day, True)
        assert time.until_on == day + timedelta(days=1)


@given(DAYS)
def test_only_one_weekday_agrees(day) -> None:
    agreeing = [word for word in WEEKDAYS if weekday_agrees(word, day)]

    assert agreeing == [WEEKDAYS[day.weekday()]]


@pytest.mark.parametrize(
    "word", ["torsdag", "Torsdagen", "torsdagar", "tors.", "tor", "to"]
)
def test_weekday_is_known_by_its_short_forms(word) -> None:
    assert weekday_agrees(word, date(2026, 1, 22))
    assert not weekday_agrees(word, date(2026, 1, 23))


@pytest.mark.parametrize("word", ["", "dag", "april", "friday"])
def test_what_is_no_weekday_is_refused(word) -> None:
    with pytest.raises(UnknownWeekday, match="ingen veckodag"):
        weekday_agrees(word, date(2026, 1, 22))
