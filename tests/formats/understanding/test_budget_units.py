"""A budget's unit is told beside it, also among sentences that hold figures."""

from decimal import Decimal

import pytest

from tests.formats.understanding.gathered import column, gathered

UNITS = """# Verksamhetsplan 2026
## 4 Ekonomi
{remark}

| | Budget 2025 | Förslag 2026 |
|---|---|---|
| Intäkter | | |
| Medlemsavgifter | 396,0 | 414,5 |
| Kostnader | | |
| Personal | 396,0 | 414,5 |
"""


@pytest.mark.parametrize(
    ("remark", "factor"),
    [
        ("Alla belopp i tusental kronor. Avgiften är 9 kr per invånare.", 1000),
        ("Budgeten bygger på 9 kr per invånare. Beloppen anges i tkr.", 1000),
        ("Sedan 2024 höjs avgiften. Siffrorna är miljoner kronor.", 1_000_000),
        ("Kommunerna betalar 9 kr per invånare. Inga lån i tkr finns.", 1),
    ],
)
def test_a_unit_is_told_beside_sentences_with_figures(remark: str, factor: int) -> None:
    gathering = gathered(UNITS.format(remark=remark), "budgets")

    amounts = column(gathering, "budget_lines", "amount_sek")
    assert amounts == [Decimal("414.5") * factor] * 2
