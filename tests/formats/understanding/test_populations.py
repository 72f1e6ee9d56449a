"""Residents and fees: in sentences, lists and tables, and the rate that makes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.understanding.gathered import certainties, column, gathered

DAY = date(2025, 12, 31)


@pytest.mark.parametrize(
    "sentence",
    [
        "Den 31 december 2025 var invånarantalet totalt 167 000 i samverkan.",
        "Folkmängd 2025-12-31: 167 000",
        "Invånarantalet per den 31 december 2025 uppgick till 167.000 personer.",
        "Kommunerna hade tillsammans 167 000 invånare (31/12 2025).",
        "Befolkningen var 31 dec. 2025 sammanlagt 167 000.",
    ],
)
def test_everybody_is_counted_on_a_day(sentence):
    (found,) = gathered(f"# Plan 2026\n{sentence}\n", "populations").of("populations")
    assert (found["counted_on"], found["residents"]) == (DAY, 167_000)
    assert found["municipality"] is None
    assert found.certainty == "certain"


def test_the_turn_of_the_year_is_the_last_of_december_probably():
    text = "# Plan\nVid årsskiftet 2025/2026 var invånarantalet totalt 167 000.\n"
    (found,) = gathered(text, "populations").of("populations")
    assert found["counted_on"] == DAY
    assert found.values["counted_on"].certainty == "probable"


@pytest.mark.parametrize(
    "sentence",
    [
        "Avgiften är 4 kronor per invånare och år enligt beslut 2017-02-02.",
        "Regionens invånare reser mer än 2019.",
        "Ett möte för 300 invånare hölls.",
        "Avgiften för alla invånare är 2 102 500 kr.",
    ],
)
def test_other_numbers_are_no_residents(sentence):
    assert gathered(f"# Plan\n{sentence}\n", "populations").of("populations") == []


def test_a_sentence_with_several_municipalities_gives_each():
    text = (
        "# Plan\nDen 31 december 2025 hade Huddinge 113 000 invånare, "
        "Salem 17 000 och Tyresö 49 500.\n"
    )
    gathering = gathered(text, "populations")
    assert column(gathering, "populations", "municipality") == [
        "huddinge",
        "salem",
        "tyreso",
    ]
    assert column(gathering, "populations", "residents") == [113_000, 17_000, 49_500]


TABLE = """# Verksamhetsplan 2026
## Avgifter 2026
Avgiften är 5 kr per invånare. Invånarantal per den 31 december 2025.

| Kommun | Invånare | Andel | Avgift (kr) |
|---|---|---|---|
| Huddinge | 100 000 | 60 % | 500 000 |
| Salem | 17 000 | 10 % | 85 000 |
| Tyresö | 50 000 | 30 % | 250 000 |
| Summa | 167 000 | 100 % | 835 000 |
"""


def test_a_table_gives_residents_and_fees():
    gathering = gathered(TABLE, "populations", "fee_sums")
    assert column(gathering, "populations", "residents") == [
        100_000,
        17_000,
        50_000,
        167_000,
    ]
    assert set(column(gathering, "populations", "counted_on")) == {DAY}
    assert column(gathering, "fees", "amount_sek") == [500_000, 85_000, 250_000]
    assert set(column(gathering, "fees", "year")) == {2026}
    assert set(certainties(gathering, "fees", "amount_sek")) == {"certain"}
    assert gathering.contradictions == []


def test_a_fee_that_is_not_the_rate_is_told():
    text = TABLE.replace("85 000", "85 200").replace("835 000", "835 200")
    (clash,) = gathered(text, "populations", "fee_sums").contradictions
    assert clash.rule == "fees.rate"
    assert clash.section == "fees"
    assert "85 200" in clash.sentence.replace("\u00a0", " ")


def test_tables_that_do_not_add_up_are_told():
    text = TABLE.replace("167 000", "168 000").replace("835 000", "840 000")
    rules = [c.rule for c in gathered(text, "populations").contradictions]
    assert rules == ["populations.sum", "fees.sum"]


def test_the_income_of_a_budget_is_held_against_the_rate():
    text = """# Plan 2026
## Budget
Avgiften är 4 kronor per invånare. Den 31 december 2025 var invånarantalet 525 625.
### Intäkter
Avgifter från kommunerna {} kr
"""
    subjects = ("populations", "budgets", "fee_sums")
    assert gathered(text.format("2 102 500"), *subjects).contradictions == []
    (clash,) = gathered(text.format("2 202 500"), *subjects).contradictions
    assert clash.rule == "fees.rate"


def test_a_list_of_fees_is_read():
    text = """# Plan
Avgift per kommun 2025:
- Enköping: 96 000 kr
- Köping: 52 200 kr
- Sala 45 600 kr
"""
    gathering = gathered(text, "populations")
    assert column(gathering, "fees", "municipality") == ["enkoping", "koping", "sala"]
    assert column(gathering, "fees", "amount_sek") == [96_000, 52_200, 45_600]
    assert set(column(gathering, "fees", "year")) == {2025}


@given(st.integers(1_000, 999_999), st.integers(2_000, 2_099))
def test_written_residents_are_read_back(residents, year):
    grouped = f"{residents:,}".replace(",", " ")
    text = f"# Plan\nDen 31 december {year} var invånarantalet totalt {grouped}.\n"
    (found,) = gathered(text, "populations").of("populations")
    assert (found["residents"], found["counted_on"].year) == (residents, year)


def test_a_table_read_as_lines_gives_residents_and_fees():
    text = """Plan 2025

Avgifterna fördelas efter invånarantal den 1 november 2024:
Kommun Invånare Avgift tkr
Flen 16 000 1 500
Gnesta 11 400 1 050
Katrineholm 34 700 1 800
Summa 62 100 4 350
"""
    gathering = gathered(text, "populations", year=2025)
    assert column(gathering, "populations", "residents") == [
        16_000,
        11_400,
        34_700,
        62_100,
    ]
    assert set(column(gathering, "populations", "counted_on")) == {date(2024, 11, 1)}
    assert column(gathering, "fees", "amount_sek") == [
        1_500_000,
        1_050_000,
        1_800_000,
    ]
    assert gathering.contradictions == []


def test_a_column_of_thousands_is_of_fees_under_their_heading():
    text = """# Plan 2025
### Kommunbidrag per kommun

| Kommun | Folkmängd 2024-11-01 | Tkr |
|---|--:|--:|
| Eksjö | 17 900 | 600 |
| Nässjö | 31 800 | 900 |
"""
    gathering = gathered(text, "populations", year=2025)
    assert column(gathering, "fees", "amount_sek") == [600_000, 900_000]


def test_the_base_amount_that_each_pays_is_a_part_of_its_fee():
    text = (
        "# Avtal\nAvgiften 2026 blir:\n\n"
        "Kommun\tGrundbelopp\tRörlig del\tAvgift 2026, kr\n"
        "Enköping\t75 000\t96 000\t171 000\n"
        "Köping\t75 000\t80 000\t155 000\n"
        "Summa\t150 000\t176 000\t326 000\n"
    )
    gathering = gathered(text, "populations")

    assert column(gathering, "fees", "amount_sek") == [171_000, 155_000]
    assert gathering.contradictions == []
