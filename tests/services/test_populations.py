"""Who is a member on a day, and how many they are on another."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from radslag.agreement.fees import MissingPopulation
from radslag.agreement.parties import Party
from radslag.records.models import Membership, Municipality, Population
from radslag.services.populations import (
    alphabetical,
    counting_day,
    members,
)
from tests.services.review.factory import add, cooperation, municipality

pytestmark = pytest.mark.django_db
COUNTED_ON = date(2019, 12, 31)
YEAR_BEGINS = date(2020, 1, 1)


def join(number: int, *, until: date | None = None) -> Municipality:
    who = municipality(number)
    add(
        Membership,
        f"{who.key}-2010",
        municipality=who,
        member_from=date(2010, 1, 1),
        member_until=until,
    )
    return who


def count(who: Municipality | None, residents: int) -> None:
    key = f"{who.key if who else 'alla'}-2019"
    add(
        Population,
        key,
        municipality=who,
        counted_on=COUNTED_ON,
        residents=residents,
        source="SCB",
    )


def test_members_are_those_whose_period_holds_the_day() -> None:
    with cooperation():
        join(1)
        join(0, until=date(2020, 1, 1))

        on_last_day, day_after = members(date(2019, 12, 31)), members(YEAR_BEGINS)

    bravik = Party("0102", "bravik", "Bråvik")
    assert on_last_day == (Party("0101", "alby", "Alby"), bravik)
    assert day_after == (bravik,)


def test_members_before_the_first_day_are_none() -> None:
    with cooperation():
        join(0)

        assert members(date(2009, 12, 31)) == ()


def test_member_with_two_periods_is_counted_once() -> None:
    with cooperation():
        who = join(0)
        add(Membership, "igen", municipality=who, member_from=date(2015, 1, 1))

        assert len(members(YEAR_BEGINS)) == 1


def test_counting_day_adds_up_when_all_are_known() -> None:
    with cooperation():
        count(join(0), 7)
        count(join(1), 5)
        count(None, 999)

        day = counting_day(COUNTED_ON, members_on=YEAR_BEGINS)

    assert [(row.party.name, row.residents) for row in day.rows] == [
        ("Alby", 7),
        ("Bråvik", 5),
    ]
    assert (day.total_residents, day.is_sum_only, day.missing) == (12, False, ())


def test_counting_day_names_the_missing_and_takes_the_written_sum() -> None:
    with cooperation():
        count(join(0), 7)
        join(1)
        count(None, 999)

        day = counting_day(COUNTED_ON, members_on=YEAR_BEGINS)

    missing = (MissingPopulation(Party("0102", "bravik", "Bråvik"), COUNTED_ON),)
    assert (day.total_residents, day.is_sum_only, day.missing) == (999, True, missing)


def test_counting_day_without_any_figure_has_no_total() -> None:
    with cooperation():
        join(0)

        day = counting_day(COUNTED_ON, members_on=YEAR_BEGINS)

    assert (day.total_residents, day.is_sum_only) == (None, False)


def test_counting_day_keeps_a_population_of_zero() -> None:
    with cooperation():
        count(join(0), 0)

        day = counting_day(COUNTED_ON, members_on=YEAR_BEGINS)

    assert (day.total_residents, day.missing) == (0, ())


@pytest.mark.parametrize("rows", [1, 3])
def test_counting_day_asks_twice(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with cooperation():
        for number in range(rows):
            count(join(number), 7)

        with django_assert_num_queries(2):
            day = counting_day(COUNTED_ON, members_on=YEAR_BEGINS)

    assert day.total_residents == 7 * rows


def test_names_are_put_in_swedish_order() -> None:
    names = ["Östra", "Zeta", "Ärla", "Åby", "alfa"]

    assert sorted(names, key=alphabetical) == ["alfa", "Zeta", "Åby", "Ärla", "Östra"]
