"""A year's plan that minutes adopt, the members' shares by year, and days to come."""

from datetime import time
from decimal import Decimal

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column
from tests.formats.understanding.minutes_read import gathered

MINUTES = """Protokoll

Direktionen

Datum: 2026-10-23

§ 1 Öppnande

Välkomna.

§ 2 Mål- och resursplan 2027 inklusive budget

Direktionen beslutar

att fastställa mål- och resursplan 2027 inklusive budget.

{told}

| Medlemskommun | 2026, tkr | 2027, tkr |
|---|---|---|
| Vara | 18 406 | 18 940 |
| Skara | 21 118 | 21 730 |
| Summa | 39 524 | 40 670 |

§ 3 Sammanträdesdagar 2027

Direktionen beslutar

att sammanträda 12 februari, 16 april och 3 december 2027, fredagar kl. 09:00.
"""


def read(told: str = "Bidragen räknas upp med 2,9 procent.") -> Gathering:
    return gathered(MINUTES.format(told=told), 2026)


def test_a_goal_and_resource_plan_is_the_years_plan() -> None:
    (plan,) = read().of("plans")

    assert (plan["year"], plan["status"]) == (2027, "adopted")


def test_columns_of_years_below_what_is_said_of_shares_are_fees() -> None:
    fees = read().of("fees")

    assert [(f["municipality"], f["year"], f["amount_sek"]) for f in fees] == [
        ("vara", 2026, Decimal(18_406_000)),
        ("skara", 2026, Decimal(21_118_000)),
        ("vara", 2027, Decimal(18_940_000)),
        ("skara", 2027, Decimal(21_730_000)),
    ]


@pytest.mark.parametrize(
    "told", ["Statsbidragen räknas upp.", "Kostnaderna räknas upp med 3 procent."]
)
def test_columns_of_years_below_other_words_are_no_fees(told: str) -> None:
    assert read(told).of("fees") == []


def test_a_clock_after_the_weekday_of_all_days_is_of_all() -> None:
    assert column(read(), "meetings", "starts_at")[1:] == [time(9)] * 3
