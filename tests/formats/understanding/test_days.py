"""Days as documents write them: written in every way, and read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS, WEEKDAYS
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from tests.formats.understanding.reading_text import source_of

DAYS = st.dates(date(1950, 1, 1), date(2149, 12, 31))


def piece_of(text):
    source = source_of(text)
    return Piece(source, 0, len(source.text))


def read(text, year=2026):
    return [(found.day, found.last) for found in days_in(piece_of(text), year)]


def ways(day):
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    yield day.isoformat()
    yield f"{day:%Y%m%d}"
    yield f"{day:%Y/%m/%d}"
    yield f"{day.day}.{day.month}.{day.year}"
    yield f"{day.day}/{day.month} {day.year}"
    yield f"{day.day}/{day.month}-{day.year}"
    yield f"{day.day} {month} {day.year}"
    yield f"den {day.day} {month[:3]}. {day.year}"
    yield f"{day.day} {month[:4]} {day.year}"
    yield f"{day.day}:e {month.upper()} {day.year}"
    yield f"{weekday}en den {day.day} {month} {day.year}"
    yield f"{weekday.capitalize()} {day.day} {month} {day.year}"
    yield f"{weekday[:3]} {day.day} {month} {day.year}"
    yield f"{day.day} {month} {day.year} ({weekday})"


@given(DAYS, st.sampled_from(range(14)))
def test_days_with_a_year_are_read_back(day, way):
    written = list(ways(day))[way]
    (found,) = days_in(piece_of(f"Mötet {written} i Salem"))
    assert found.day == day
    assert found.certainty is Certainty.CERTAIN
    assert not found.has_other_weekday


@given(DAYS)
def test_days_without_a_year_are_probable(day):
    for written in (
        f"{day.day} {MONTHS[day.month - 1]}",
        f"{day.day}/{day.month}",
    ):
        (found,) = days_in(piece_of(written), day.year)
        assert found.day == day
        assert found.certainty is Certainty.PROBABLE
        assert found.reason
        assert list(days_in(piece_of(written))) == []


@given(DAYS, st.integers(1, 6), st.sampled_from(["-", "–", " – ", " till "]))
def test_days_in_a_row_are_read_back(first, more, dash):
    last = first + timedelta(days=more)
    months = MONTHS[first.month - 1], MONTHS[last.month - 1]
    between = "" if months[0] == months[1] else f" {months[0]}"
    if first.year != last.year:
        between += f" {first.year}"
    written = f"{first.day}{between}{dash}{last.day} {months[1]} {last.year}"
    assert read(written) == [(first, last)]


@given(DAYS, st.integers(1, 6))
def test_another_weekday_is_seen(day, off):
    wrong = WEEKDAYS[(day.weekday() + off) % 7]
    found = day_in(piece_of(f"{wrong} {day.day} {MONTHS[day.month - 1]} {day.year}"))
    assert found.weekday == wrong
    assert found.has_other_weekday


@given(st.text(alphabet="0123456789/-. janfebmrsoktdc", max_size=24))
def test_whatever_stands_there_no_day_is_made_up(text):
    for found in days_in(piece_of("x " + text), 2026):
        assert str(found.day.day) in str(found.piece)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3, 10 och 17 mars", [(3, 3), (10, 3), (17, 3)]),
        ("12 feb, 16 apr samt 4 juni", [(12, 2), (16, 4), (4, 6)]),
        ("torsdag 22/1", [(22, 1)]),
        ("22januari2026", [(22, 1)]),
    ],
)
def test_lists_of_days(text, days):
    assert [day for day, _ in read(text)] == [date(2026, m, d) for d, m in days]


def test_two_days_joined_by_och_are_one_when_they_follow():
    assert read("10 och 11 september") == [(date(2026, 9, 10), date(2026, 9, 11))]


@pytest.mark.parametrize(
    "text",
    [
        "30 februari",
        "31/4",
        "12/26",
        "2019/324",
        "2023-2026",
        "minst 2/3 av ledamöterna",
        "5 marsvin",
        "1 majoritet",
        "i mars 2026",
        "SUP 2040",
        "11-10 mars",
    ],
)
def test_what_is_no_day_is_not_read(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 mars och 9 maj 2031", [(2031, 3, 4), (2031, 5, 9)]),
        ("4/3, 9/5 samt 2/12 2031", [(2031, 3, 4), (2031, 5, 9), (2031, 12, 2)]),
        ("10 december och 14 januari 2031", [(2026, 12, 10), (2031, 1, 14)]),
        ("4 mars. Nästa år 9 maj 2031", [(2026, 3, 4), (2031, 5, 9)]),
    ],
)
def test_the_year_that_ends_a_list_is_of_all_its_days(text, days):
    found = list(days_in(piece_of(text), 2026))
    assert [each.day for each in found] == [date(*day) for day in days]
    assert [each.has_year for each in found] == [False] * (len(days) - 1) + [True]
