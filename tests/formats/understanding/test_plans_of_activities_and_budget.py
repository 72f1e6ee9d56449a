"""A plan of activities and budget in one: its title, its meetings, fees in one row."""

from datetime import date, time
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.recognising.titles import title_kind
from tests.formats.understanding.gathered import column, gathered

MEETINGS = """# Aktivitetsplan och budget 2026

## Styrgruppens möten 2026

Torsdagar kl. 13.00–16.00: 5 februari i Mora, 23 april i Orsa \
och 10 september i Rättvik.
"""
SHARES = """# Aktivitetsplan och budget 2026

## Budget 2026

| Tkr | Budget 2026 |
|---|---|
| Intäkter | |
| Kommunernas insats | 700 |
| Kostnader | |
| Personal | 700 |

{caption}

| Mora | Orsa | Summa |
|---|---|---|
| 400 | 300 | 700 |
"""
CAPTION = "Kommunernas insats 2026 fördelar sig så här (tkr):"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Aktivitetsplan och budget 2026", DocumentKind.ANNUAL_PLAN),
        ("Aktivitetsplan med budget 2026", DocumentKind.ANNUAL_PLAN),
        ("Aktivitetsplan 2026", DocumentKind.ACTION_PLAN),
    ],
)
def test_a_plan_with_a_budget_is_the_years(title: str, kind: DocumentKind) -> None:
    assert title_kind(title) is kind


def test_a_weekday_and_a_clock_may_stand_before_a_list_of_days() -> None:
    found = gathered(MEETINGS, "calendar")

    assert column(found, "meetings", "held_on") == [
        date(2026, 2, 5),
        date(2026, 4, 23),
        date(2026, 9, 10),
    ]
    assert column(found, "meetings", "place") == ["Mora", "Orsa", "Rättvik"]
    assert set(column(found, "meetings", "starts_at")) == {time(13)}
    assert set(column(found, "meetings", "ends_at")) == {time(16)}


def test_fees_may_stand_in_one_row_below_the_municipalities() -> None:
    found = gathered(SHARES.format(caption=CAPTION), "populations", "budgets")

    fees = [(f["municipality"], f["year"], f["amount_sek"]) for f in found.of("fees")]
    assert fees == [
        ("mora", 2026, Decimal(400_000)),
        ("orsa", 2026, Decimal(300_000)),
    ]
    assert column(found, "budget_lines", "name") == ["Kommunernas insats", "Personal"]


@pytest.mark.parametrize(
    "caption",
    [
        "Så många besök kom till oss (tkr):",
        "Insatser (tkr):",
        "Kommunernas insats i procent, tkr:",
    ],
)
def test_a_row_below_municipalities_under_other_words_is_of_no_fees(
    caption: str,
) -> None:
    found = gathered(SHARES.format(caption=caption), "populations", "budgets")

    assert found.of("fees") == []
