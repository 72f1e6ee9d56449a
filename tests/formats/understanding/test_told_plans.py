"""Plans and budgets that a board's or an officer's document is about."""

from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered


def told(text):
    return gathered(text, "told_plans", kind=DocumentKind.PROPOSAL, year=2025)


@pytest.mark.parametrize(
    "title",
    [
        "Verksamhetsplan och budget 2026 för Samverkan Öresund",
        "Yttrande över förslag till verksamhetsplan med budget för 2026",
        "Budget 2026 för samverkan",
        "Verksamhetsplan och avgift 2026 för Samverkan Öresund",
    ],
)
def test_the_title_says_which_year_the_plan_is_of(title):
    gathering = told(f"# {title}\n\nHöörs avgift 2026 uppgår till 1 461 tkr.\n")
    assert column(gathering, "plans", "year") == [2026]
    assert column(gathering, "plans", "adopted_on") == [None]
    (fee,) = gathering.of("fees")
    assert (fee["municipality"], fee["amount_sek"]) == ("hoor", Decimal(1461000))


def test_a_budget_in_it_is_of_the_plan():
    gathering = told("""# Verksamhetsplan och budget 2026

| Budgetpost (tkr) | 2026 |
|---|---|
| Intäkter | |
| Kommunernas avgifter | 2 850 |
| Kostnader | |
| Personal | 2 850 |
""")
    assert column(gathering, "budget_lines", "plan") == ["plan-2026", "plan-2026"]


@pytest.mark.parametrize(
    "text",
    [
        "# Program för Öresund 2026–2029\n\nHöörs avgift 2026 är 10 000 kronor.\n",
        "# Budget 2026\n\nHöörs avgift 2026 höjs med 10 000 kronor.\n",
        "# Budget 2026\n\nAvgiften för 2026 är 10 000 kronor.\n",
        "# Budget 2026\n\nHöörs och Eslövs avgift 2026 är 10 000 kronor.\n",
    ],
)
def test_what_is_no_municipalitys_fee_of_the_year_is_none(text):
    assert column(told(text), "fees", "amount_sek") == []
