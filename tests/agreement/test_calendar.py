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
@example("-" * 60, 2026)
@example("från " * 12, 2026)
@example("1/1-" * 15, 2026)
@example("v " + "1-" * 29, 2026)
def test_any_words_are_kept_and_never_fail(words, year) -> None:
    time = understand_time(words, year)

    assert time.as_written == words
    if time.kind == "unknown":
        assert (time.from_on, time.until_on, time.certain) == (None, None, False)
    elif time.from_on is not None and time.kind != "from":
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


@given(YEARS, st.integers(1, 52))
def test_a_written_week_is_monday_to_sunday(year, week) -> None:
    for written in (f"vecka {week} {year}", f"v.{week} {year}", f"{year} v {week}"):
        time = understand_time(written, 2026)

        assert (time.kind, time.certain) == ("week", True)
        assert time.from_on.isocalendar() == (year, week, 1)
        assert (time.until_on - timedelta(days=1)).isocalendar() == (year, week, 7)


@given(YEARS)
def test_week_53_is_only_of_years_that_have_it(year) -> None:
    last = date(year, 12, 28).isocalendar().week

    kind = understand_time("vecka 53", year).kind

    assert kind == ("week" if last == 53 else "unknown")


PERIODS = ["12 maj", "vecka 9", "okt", "Q3", "tertial 2", "halvår 1", "våren", "v 40"]


@given(YEARS, st.sampled_from(PERIODS), st.sampled_from(PERIODS))
def test_from_one_period_to_another_is_both_and_all_between(year, one, other) -> None:
    first, last = understand_time(one, year), understand_time(other, year)
    both = understand_time(f"{one}–{other}", year)

    if first.from_on <= last.from_on and first.until_on <= last.until_on:
        assert (both.from_on, both.until_on) == (first.from_on, last.until_on)
        assert both.certain == (first.certain and last.certain)
    else:
        # Over the turn of the year, where it can be; that is never certain.
        later = understand_time(other, year + 1)
        assert (both.from_on, both.until_on) == (first.from_on, later.until_on)
        assert not both.certain
    assert understand_time(f"från {one} till {other}", year).from_on == both.from_on


@given(YEARS, st.sampled_from(PERIODS))
def test_before_from_until_and_after_meet_at_the_period(year, words) -> None:
    period = understand_time(words, year)

    assert understand_time(f"fr.o.m. {words}", year).from_on == period.from_on
    assert understand_time(f"senast {words}", year).until_on == period.until_on
    assert understand_time(f"efter {words}", year).from_on == period.until_on
    before = understand_time(f"före {words} {year}", year)
    assert before.until_on == period.from_on


@given(YEARS, st.sampled_from([*PERIODS[1:], *MONTHS, "året"]))
def test_beginning_middle_and_end_are_the_whole(year, words) -> None:
    whole = understand_time(words, year)
    thirds = [
        understand_time(f"{part} av {words}", year)
        for part in ("början", "mitten", "slutet")
    ]

    assert [whole.from_on, *(each.until_on for each in thirds)] == [
        *(each.from_on for each in thirds),
        whole.until_on,
    ]
    lengths = [(each.until_on - each.from_on).days for each in thirds]
    assert max(lengths) - min(lengths) <= 1
    assert not any(each.certain for each in thirds)


@given(YEARS)
def test_a_plan_lies_in_its_term_of_office(year) -> None:
    term = understand_time("mandatperioden", year)
    if year < 1995:
        assert term.kind == "unknown"
        return

    assert term.from_on <= date(year, 1, 1) < term.until_on
    assert (term.from_on.year - 2023) % 4 == 0
    following = understand_time("nästa mandatperiod", year)
    assert following.from_on == term.until_on


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
