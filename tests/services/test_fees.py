"""A year's fees: the figures, what is missing, and the chain of reasons."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from radslag.records.models import (
    Agreement,
    Fee,
    Membership,
    Municipality,
    Paragraph,
    Population,
    Term,
)
from radslag.services.fee_tables import fee_table
from radslag.services.fees import FeeTable, missing_in_words
from tests.services.review.factory import add, cooperation

pytestmark = pytest.mark.django_db
SODERTORN = {
    "Botkyrka": ("0127", 93106, 94606, 378424),
    "Haninge": ("0136", 89989, 92095, 368380),
    "Huddinge": ("0126", 111722, 112848, 451392),
    "Nykvarn": ("0140", 10923, 11014, 44056),
    "Nynäshamn": ("0192", 28290, 28575, 114300),
    "Salem": ("0128", 16786, 16750, 67000),
    "Södertälje": ("0181", 97381, 98979, 395916),
    "Tyresö": ("0138", 48004, 48333, 193332),
}
PER_RESIDENT = {"rule": "per_resident", "rate_sek": "4"}
INDEXED = {
    "rule": "indexed",
    "first_year": 2019,
    "first_total_sek": "1000",
    "first_population_on": "2018-12-31",
}
SHARED = {"rule": "shared_total", "total_sek": "1000", "shared_by": "population"}


def join(name: str, code: str) -> Municipality:
    who = add(Municipality, code, code=code, name=name)
    add(Membership, code, municipality=who, member_from=date(2010, 1, 1))
    return who


def count(who: Municipality | None, year: int, residents: int) -> None:
    add(
        Population,
        f"{who.key if who else 'alla'}-{year}",
        municipality=who,
        counted_on=date(year, 12, 31),
        residents=residents,
        source="SCB",
    )


def agree(value: dict[str, Any]) -> None:
    agreement = add(Agreement, "avtal", title="Avtal", in_force_from=date(2010, 1, 1))
    eighth = add(
        Paragraph, "avtal-8", agreement=agreement, number="8", heading="Avgift"
    )
    due = {"of": "fee", "month": 3, "day": 15, "invoiced_by": "huddinge"}
    for kind, each in (("fee", value), ("due", due)):
        add(
            Term,
            kind,
            agreement=agreement,
            paragraph=eighth,
            kind=kind,
            value=each,
            applies_from=date(2017, 2, 2),
            source="beslut 2017-02-02" if kind == "fee" else "",
        )


def sodertorn(*, value: dict[str, Any] = PER_RESIDENT) -> None:
    agree(value)
    for name, (code, before, now, _) in SODERTORN.items():
        who = join(name, code)
        count(who, 2018, before)
        count(who, 2019, now)


def plain(sentence: str) -> str:
    return sentence.replace("\N{NO-BREAK SPACE}", " ")


def two(value: dict[str, Any], *, second: int | None = 3) -> None:
    agree(value)
    first, other = join("Alby", "0101"), join("Ekö", "0102")
    count(first, 2018, 1)
    count(other, 2018, 1)
    count(first, 2019, 1)
    if second is not None:
        count(other, 2019, second)


def amounts(table: FeeTable) -> list[Decimal | None]:
    return [row.by_rule_sek for row in table.rows]


def test_fees_of_2020_come_out() -> None:
    with cooperation():
        sodertorn()

        table = fee_table(2020)

    expected = {name: Decimal(facts[3]) for name, facts in SODERTORN.items()}
    assert {row.party.name: row.by_rule_sek for row in table.rows} == expected
    assert [row.party.name for row in table.rows] == list(SODERTORN)
    assert (table.total_residents, table.total_sek) == (503200, Decimal(2012800))
    assert (table.rate_sek, table.due_on) == (Decimal(4), date(2020, 3, 15))
    assert (table.missing, table.problem) == ((), "")


def test_fee_with_a_base_is_the_base_and_each_one_s_own_residents() -> None:
    with cooperation():
        two({"rule": "base_and_rate", "base_sek": "100", "rate_sek": "4"})

        table = fee_table(2020)

    assert amounts(table) == [104, 112]
    assert (table.total_sek, table.missing, table.problem) == (216, (), "")


def test_fee_answers_why_from_rule_to_arithmetic() -> None:
    with cooperation():
        sodertorn()

        row = next(row for row in fee_table(2020).rows if row.party.name == "Haninge")

    chain = [
        (plain(reason.sentence), reason.paragraph, reason.source)
        for reason in row.reasons
    ]
    assert chain == [
        (
            "Avgiften är 4 kr per invånare och år enligt § 8 (beslut 2017-02-02).",
            "§ 8",
            "",
        ),
        ("Haninge hade 92 095 invånare den 31 december 2019.", "", "SCB"),
        ("92 095 invånare × 4 kr = 368 380 kr", "", ""),
    ]


def test_fees_are_compared_with_last_year() -> None:
    with cooperation():
        sodertorn()

        table = fee_table(2020)

    botkyrka = table.rows[0]
    assert (botkyrka.last_year_sek, botkyrka.change_sek) == (
        Decimal(372424),
        Decimal(6000),
    )
    assert (table.last_year_total_sek, table.change_sek) == (
        Decimal(1984804),
        Decimal(27996),
    )


def test_total_comes_out_where_only_the_sum_is_known() -> None:
    with cooperation():
        agree(PER_RESIDENT)
        join("Ekö", "0102")
        join("Alby", "0101")
        count(None, 2025, 525625)

        table = fee_table(2026)

    assert amounts(table) == [None, None]
    assert (table.total_sek, table.total_residents) == (Decimal(2102500), 525625)
    assert missing_in_words(table.missing) == "Alby och Ekö"
    assert plain(table.total_reasons[-1].sentence) == (
        "525 625 invånare × 4 kr = 2 102 500 kr"
    )
    assert table.total_reasons[1].source == "SCB"


def test_decided_fee_stands_beside_the_rule() -> None:
    with cooperation():
        two(PER_RESIDENT)
        alby = Municipality.objects.get(name="Alby")
        add(Fee, "a", year=2020, municipality=alby, amount_sek=Decimal(5))

        table = fee_table(2020)

    alby_row, eko_row = table.rows
    assert (alby_row.by_rule_sek, alby_row.decided_sek, alby_row.amount_sek) == (
        Decimal(4),
        Decimal(5),
        Decimal(5),
    )
    assert (eko_row.decided_sek, eko_row.amount_sek) == (None, Decimal(12))
    assert (table.decided_total_sek, table.total_sek) == (None, Decimal(17))


def test_indexed_fee_follows_what_was_invoiced_last_year() -> None:
    with cooperation():
        two(INDEXED)
        for who in Municipality.objects.all():
            add(Fee, who.key, year=2019, municipality=who, amount_sek=Decimal(100))

        table = fee_table(2020)

    assert amounts(table) == [Decimal(100), Decimal(300)]


def test_indexed_fee_is_worked_out_from_the_first_year() -> None:
    with cooperation():
        two(INDEXED)

        table = fee_table(2020)

    assert amounts(table) == [Decimal(500), Decimal(1500)]
    assert table.change_sek == Decimal(1000)


def test_indexed_fee_before_the_first_year_says_why() -> None:
    with cooperation():
        two(INDEXED)

        table = fee_table(2018)

    assert (table.total_sek, amounts(table)) == (None, [None, None])
    assert table.problem == "Avgiften räknas om från 2019 och finns inte för 2018."


def test_shared_total_stands_though_a_population_is_missing() -> None:
    with cooperation():
        two(SHARED, second=None)

        table = fee_table(2020)

    assert (table.total_sek, amounts(table)) == (Decimal(1000), [None, None])
    assert missing_in_words(table.missing) == "Ekö"


def test_agreement_that_is_silent_says_so() -> None:
    with cooperation():
        two(PER_RESIDENT)

        table = fee_table(2017)

    assert table.problem == "Avtalet har inget villkor om avgift den 1 januari 2017."
    assert (table.total_sek, table.due_on) == (None, None)


def test_year_without_members_says_so() -> None:
    with cooperation():
        agree(PER_RESIDENT)

        table = fee_table(2020)

    assert (table.rows, table.problem) == (
        (),
        "Ingen kommun var med den 1 januari 2020.",
    )


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("value", [PER_RESIDENT, INDEXED, SHARED])
def test_fee_table_asks_four_times(
    rows: int,
    value: dict[str, Any],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with cooperation():
        agree(value)
        for number in range(rows):
            who = join(f"K{number}", f"010{number}")
            count(who, 2018, 5)
            count(who, 2019, 5)
            add(Fee, who.key, year=2020, municipality=who, amount_sek=Decimal(5))

        with django_assert_num_queries(4):
            table = fee_table(2020)

    assert (len(table.rows), table.missing) == (rows, ())
