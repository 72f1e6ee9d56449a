"""A total in running text is held against the budget's lines of its year and side."""

from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.holding import Together, contradictions
from tests.formats.understanding.reading_text import portion_of
from tests.formats.understanding.test_holding import said

LINES = (("Personal", "cost", 700), ("Lokal", "cost", 140), ("Avgifter", "income", 800))


def clashes(text: str) -> list[str]:
    gathering = Gathering()
    for name, side, thousands in LINES:
        values = {
            "plan": said("plan-2027"),
            "side": said(side),
            "name": said(name),
            "amount_sek": said(Decimal(thousands * 1000)),
        }
        gathering.add("budget_lines", name.lower(), values)
    portion = portion_of(text, DocumentKind.ANNUAL_PLAN, 2027)
    found = contradictions(Together([portion], gathering))
    return [clash.sentence for clash in found if clash.rule == "told_totals"]


@pytest.mark.parametrize(
    "text",
    [
        "Kostnaderna 2027 beräknas till 804 tkr, varav det mesta är löner.",
        "De totala kostnaderna uppgår till 804 000 kronor.",
        "Utgifterna för år 2027 blir 804 tkr.",
        "De samlade intäkterna väntas bli 880 tkr.",
    ],
)
def test_a_total_that_is_not_the_lines_own_is_told(text: str) -> None:
    (sentence,) = clashes(text)

    total = "800" if "intäkter" in text else "840"
    assert f"tillsammans {total}\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "Kostnaderna 2027 beräknas till 840 tkr.",
        "Kostnaderna 2027 beräknas till omkring 850 tkr.",
        "Kostnaderna för mässan beräknas till 804 tkr.",
        "Kostnaderna 2026 var 804 tkr.",
        "Kostnaderna 2028 beräknas till 804 tkr.",
        "Kostnaderna beräknas till 804 tkr.",
        "Kostnaderna 2027 beräknas till 60 tkr per kommun.",
    ],
)
def test_what_is_right_or_of_something_else_is_silent(text: str) -> None:
    assert clashes(text) == []
