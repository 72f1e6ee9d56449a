"""Sums of money in texts: read where they are sure, suspected where they slip."""

from decimal import Decimal

import pytest

from radslag.services.review.amounts import amounts_in, whole_amount


@pytest.mark.parametrize(
    "text",
    [
        "ca 500 00 kr",
        "Uppskattad kostnad ca 500\N{NO-BREAK SPACE}00 kr.",
        "1 00 000 kronor",
        "12 5000 SEK",
        "2 5 tkr",
    ],
)
def test_digits_not_in_threes_are_malformed(text: str) -> None:
    assert [amount.is_malformed for amount in amounts_in(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "500 000 kr",
        "1 500,50 kr",
        "52500,50 kr",
        "50 tkr",
        "2 102 500 kr",
        "0,50 kr",
        "Vecka 14 500 kr",
        "2026 100 000 kr",
    ],
)
def test_digits_in_threes_are_fine(text: str) -> None:
    assert [amount.is_malformed for amount in amounts_in(text)] == [False]


@pytest.mark.parametrize(
    "text", ["", "2023 24 möten", "3 12 krav", "Dnr 2019/324", "tel 08 535 300 00"]
)
def test_figures_without_a_unit_are_left_alone(text: str) -> None:
    assert list(amounts_in(text)) == []


@pytest.mark.parametrize(
    ("text", "amount_sek"),
    [
        ("500 000 kr", "500000"),
        ("Max 50 tkr", "50000"),
        ("1,5 mnkr", "1500000"),
        ("4,50 kronor", "4.50"),
        ("500 00 kr", None),
        ("100 kr per kommun", None),
        ("100 kr/kommun", None),
        ("100 kr till 200 kr", None),
        ("ingen kostnad", None),
    ],
)
def test_whole_amount_is_read_only_when_sure(text: str, amount_sek: str | None) -> None:
    assert whole_amount(text) == (Decimal(amount_sek) if amount_sek else None)
