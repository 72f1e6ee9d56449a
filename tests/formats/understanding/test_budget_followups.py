"""A budget that a meeting follows up: what was planned, and what it has cost."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import certainties, column
from tests.formats.understanding.gathered import gathered as gathered_by

TABLE = """| Konto | Budget 2026 | {outcome} | Prognos |
|---|---|---|---|
| Personal | 1 320 000 | 951 000 | 1 290 000 |
| {line} | 140 000 | 122 500 | 165 000 |
| Summa | 1 460 000 | 1 073 500 | 1 455 000 |
"""


def read(outcome: str = "Utfall jan–sep", line: str = "Resor") -> Gathering:
    text = f"# Protokoll\n\n{TABLE.format(outcome=outcome, line=line)}"
    return gathered_by(text, "budget_followups", kind=DocumentKind.MINUTES)


def test_a_followed_up_budget_has_lines_with_what_they_have_cost() -> None:
    found = read()
    assert column(found, "budget_lines", "name") == ["Personal", "Resor"]
    assert column(found, "budget_lines", "amount_sek") == [1_320_000, 140_000]
    assert certainties(found, "budget_lines", "side") == ["probable", "probable"]
    assert column(found, "budget_outcomes", "amount_sek") == [951_000, 122_500]


@pytest.mark.parametrize(
    ("outcome", "day"),
    [
        ("Utfall jan–sep", date(2026, 9, 30)),
        ("Utfall t.o.m. februari", date(2026, 2, 28)),
        ("Utfall 2026-08-31", date(2026, 8, 31)),
    ],
)
def test_an_outcome_is_of_a_day(outcome: str, day: date) -> None:
    assert set(column(read(outcome), "budget_outcomes", "booked_on")) == {day}


@pytest.mark.parametrize(
    ("outcome", "line"), [("Utfall", "Resor"), ("Utfall jan–sep", "Medlemsavgifter")]
)
def test_a_table_without_a_day_or_with_incomes_is_left(outcome: str, line: str) -> None:
    assert read(outcome, line).of("budget_lines") == []
