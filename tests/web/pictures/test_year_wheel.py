"""The wheel's marks stand in their rings, and no label lies on another."""

from datetime import date
from itertools import pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.pictures.lettering import width_of
from radslag.web.pictures.year_wheel import RADII, MarkFact, year_wheel_picture

FACTS = st.lists(
    st.builds(
        MarkFact,
        st.dates(date(2024, 1, 1), date(2024, 12, 31)),
        st.sampled_from(sorted(RADII)),
        st.sampled_from(
            ["", "22 jan Kommittén", "En konferens med ett långt namn " * 3]
        ),
        st.booleans(),
    ),
    max_size=40,
)


@given(FACTS)
def test_no_label_lies_on_another(facts):
    picture = year_wheel_picture(facts, 2024)

    for anchor in ("start", "end"):
        feet = sorted(
            y for mark in picture.marks if mark.anchor == anchor for _, y in mark.lines
        )
        assert all(below - above >= 17 for above, below in pairwise(feet))


@given(FACTS)
def test_everything_lies_within_the_picture(facts):
    picture = year_wheel_picture(facts, 2024)

    assert len(picture.marks) == len(facts)
    for mark in picture.marks:
        for text, y in mark.lines:
            width = width_of(text, 14)
            left = mark.label_x - (width if mark.anchor == "end" else 0)
            assert 0 <= left <= left + width <= picture.width
            assert 0 < y < picture.height


@given(FACTS)
def test_marks_stand_in_their_own_ring(facts):
    picture = year_wheel_picture(facts, 2024)

    for mark in picture.marks:
        away = hypot(mark.x - picture.centre_x, mark.y - picture.centre_y)
        assert abs(away - RADII[mark.ring]) <= 1


def test_the_year_goes_clockwise_from_the_top():
    picture = year_wheel_picture(
        [
            MarkFact(date(2026, 1, 1), "committee", "först"),
            MarkFact(date(2026, 4, 1), "committee", "vår"),
            MarkFact(date(2026, 7, 1), "committee", "mitt"),
            MarkFact(date(2026, 10, 1), "committee", "höst"),
        ],
        2026,
    )
    at = {mark.lines[0][0]: (mark.x, mark.y) for mark in picture.marks}

    assert at["vår"][0] > at["först"][0] > at["höst"][0]
    assert at["mitt"][1] > at["vår"][1] > at["först"][1]
    assert [month.name for month in picture.months][:2] == ["jan", "feb"]


def test_many_marks_on_one_day_make_a_higher_picture():
    fact = MarkFact(date(2026, 3, 15), "other", "Avgiften betalas senast")

    assert year_wheel_picture([fact] * 60, 2026).height > 1000
