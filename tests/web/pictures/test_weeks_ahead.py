from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.pictures.weeks_ahead import WeekFact, weeks_picture

MONDAY = date(2026, 11, 16)
A_WEEK = timedelta(weeks=1)
COUNTS = st.integers(0, 40)


def test_each_week_has_a_cell_with_its_number():
    picture = weeks_picture(date(2026, 11, 21), date(2027, 1, 16), {})

    numbers = [cell.number for cell in picture.cells]

    assert numbers == [47, 48, 49, 50, 51, 52, 53, 1, 2]


def test_eight_whole_weeks_from_a_monday_are_eight_cells():
    picture = weeks_picture(MONDAY, MONDAY + 8 * A_WEEK, {})

    assert len(picture.cells) == 8


def test_meetings_come_before_what_is_to_be_done():
    facts = {MONDAY + A_WEEK: WeekFact(meetings=1, tasks=2)}

    picture = weeks_picture(MONDAY, MONDAY + 8 * A_WEEK, facts)

    assert [mark.kind for mark in picture.cells[1].marks] == ["meeting", "task", "task"]
    assert not picture.cells[0].marks


@given(COUNTS, COUNTS, st.integers(0, 6))
def test_every_mark_lies_in_its_week_and_none_is_forgotten(meetings, tasks, day):
    first_on = MONDAY + timedelta(days=day)

    picture = weeks_picture(
        first_on, first_on + 8 * A_WEEK, {MONDAY: WeekFact(meetings, tasks)}
    )

    cell = picture.cells[0]
    assert len(cell.marks) + cell.rest == meetings + tasks
    for mark in cell.marks:
        assert cell.x <= mark.x
        assert mark.x + 12 <= cell.x + picture.cell_width
        assert mark.y + 12 <= picture.height
    assert len({(mark.x, mark.y) for mark in cell.marks}) == len(cell.marks)
