"""Bars lie within their year, say how sure they are, and leave no activity out."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.pictures.time_bars import BarFact, Lane, time_bars_picture

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
FACTS = st.builds(
    BarFact,
    st.sampled_from(["Kort", "En aktivitet med ett mycket långt namn " * 3]),
    st.sampled_from(["", "Våren"]),
    st.sampled_from(["known", "vague", "continuous", "none"]),
    st.none() | DAYS,
    st.none() | DAYS,
)
LANES = st.lists(
    st.builds(Lane, st.just("Område"), st.lists(FACTS).map(tuple)), max_size=3
)


def drawn(*facts):
    return time_bars_picture([Lane("Område", facts)], 2026, TODAY)


@given(LANES)
def test_everything_lies_within_the_picture(lanes):
    picture = time_bars_picture(lanes, 2026, TODAY)

    first, last = picture.month_lines[0], picture.month_lines[-1]
    for bar in picture.bars:
        assert first <= bar.x < bar.x + bar.width <= last
        numbers = [int(each) for each in re.findall(r"\d+", bar.path)]
        assert max(numbers) <= max(picture.width, picture.height)
    for text in picture.texts:
        assert 0 < text.y <= picture.height


@given(LANES)
def test_every_activity_has_a_name_in_the_picture(lanes):
    picture = time_bars_picture(lanes, 2026, TODAY)

    facts = [fact for lane in lanes for fact in lane.bars]
    names = [text for text in picture.texts if text.kind == "name"]
    assert len(names) >= len(facts) >= len(picture.bars)


def test_a_bar_begins_and_ends_with_its_days():
    picture = drawn(BarFact("x", "", "known", date(2026, 2, 1), date(2026, 4, 1)))

    (bar,) = picture.bars
    assert (bar.x, bar.x + bar.width) == (
        picture.month_lines[1],
        picture.month_lines[3],
    )
    assert "L" not in bar.path


def test_what_goes_on_ends_in_an_arrow():
    bars = drawn(
        BarFact("löpande", "", "continuous", date(2026, 1, 1), date(2027, 1, 1)),
        BarFact("över årsskiftet", "", "vague", date(2026, 8, 1), date(2027, 7, 1)),
        BarFact("utan slut", "", "vague", date(2026, 8, 1), None),
        BarFact("hela året", "", "vague", date(2026, 1, 1), date(2027, 1, 1)),
    ).bars

    assert ["L" in bar.path for bar in bars] == [True, True, True, False]


def test_what_has_no_time_or_another_year_has_a_row_and_no_bar():
    picture = drawn(
        BarFact("utan", "", "none"),
        BarFact("förr", "", "known", date(2025, 1, 1), date(2026, 1, 1)),
        BarFact("sedan", "", "known", date(2027, 1, 1), date(2027, 2, 1)),
    )

    assert picture.bars == ()
    assert len([text for text in picture.texts if text.kind == "name"]) == 3


def test_a_single_day_can_be_seen():
    picture = drawn(BarFact("x", "", "known", date(2026, 12, 31), date(2027, 1, 1)))

    assert picture.bars[0].width >= 6


def test_today_is_marked_in_its_own_year_only():
    assert drawn().today_x is not None
    assert time_bars_picture([], 2025, TODAY).today_x is None
