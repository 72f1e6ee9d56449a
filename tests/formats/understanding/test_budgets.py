"""Budgets in many layouts: lines, sides, columns, units, and sums that add up."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.understanding.gathered import (
    certainties,
    column,
    gathered,
    words_of,
)

EXPECTED = [
    ("income", "Medlemsavgifter", 1_200_000),
    ("cost", "Personal", 750_000),
    ("cost", "Möten och resor", 60_000),
    ("cost", "Konsulter", 390_000),
]

TABS = """# Verksamhetsplan 2026
## Budget 2026 (tkr)
Post\tBudget 2025\tBudget 2026\tKommentar
Intäkter
Medlemsavgifter\t1 150\t1 200\tEnligt avtal
Summa intäkter\t1 150\t1 200
Kostnader
Personal\t-700\t-750\tSamordnare
Möten och resor\t-50\t-60
Konsulter\t-400\t-390
Summa kostnader\t-1 150\t-1 200
Resultat\t0\t0
"""
LIST = """Verksamhetsplan 2026

Budget

Intäkter:
- Medlemsavgifter: 1,2 mnkr

Utgifter:
- Personal: 750 tkr
- Möten och resor: 60 tkr
- Konsulter: 390 tkr
Summa: 1,2 mnkr
"""
COLUMNS = """# Verksamhetsplan 2026
## Intäkter och kostnader
| | Intäkt (kr) | Kostnad (kr) |
|---|---|---|
| Medlemsavgifter | 1 200 000 | |
| Personal | | 750 000 |
| Möten och resor | | 60 000 |
| Konsulter | | 390 000 |
| Summa | 1 200 000 | 1 200 000 |
"""
LINES = """# Verksamhetsplan 2026
## 6 Ekonomi
### Finansiering
Medlemsavgifter ........ 1.200.000 kr
### Kostnader
Personal ........ 750.000 kr
Möten och resor ........ 60.000 kr
Konsulter ........ 390.000 kr
Summa ........ 1.200.000 kr
"""
YEARS = """# Verksamhetsplan 2026
## Budget
Belopp i tusen kronor.

| Post | Utfall 2024 | Budget 2025 | Budget 2026 | Plan 2027 |
|---|---|---|---|---|
| Intäkter | | | | |
| Medlemsavgifter | 1 000 | 1 150 | 1 200 | 1 250 |
| Kostnader | | | | |
| Personal | 600 | 700 | 750 | 800 |
| varav samordnare | 500 | 550 | 600 | 650 |
| Möten och resor | 50 | 50 | 60 | 60 |
| Konsulter | 350 | 400 | 390 | 390 |
| Summa kostnader | 1 000 | 1 150 | 1 200 | 1 250 |
"""
HEADLESS = """Verksamhetsplan 2026

Budget 2026

Intäkter

Medlemsavgifter 1 200 000 kr

Kostnader

Personal 750 000 kr

Möten och resor 60 000 kr

Konsulter 390 000 kr

Summa kostnader 1 200 000 kr
"""


def lines(gathering):
    return [
        (found["side"], found["name"], found["amount_sek"])
        for found in gathering.of("budget_lines")
    ]


@pytest.mark.parametrize("text", [TABS, LIST, COLUMNS, LINES, YEARS, HEADLESS])
def test_a_budget_is_the_same_in_every_layout(text):
    gathering = gathered(text, "budgets")
    assert lines(gathering) == EXPECTED
    assert set(column(gathering, "budget_lines", "plan")) == {"plan-2026"}
    assert column(gathering, "budget_lines", "position") == [1, 2, 3, 4]
    assert gathering.contradictions == []
    assert set(certainties(gathering, "budget_lines", "amount_sek")) == {"certain"}


def test_an_amount_quotes_its_figures_and_its_unit():
    found = gathered(TABS, "budgets").get("budget_lines", "budget-2026-personal")
    assert words_of(found, "amount_sek") == ["-750", "tkr"]
    assert found["note"] == "Samordnare; Budget 2025: -700 tkr"


def test_a_sum_that_does_not_add_up_is_told_and_doubted():
    gathering = gathered(LINES.replace("390.000", "380.000"), "budgets")
    (clash,) = gathering.contradictions
    assert "1 200 000" in clash.sentence.replace("\u00a0", " ")
    assert "1 190 000" in clash.sentence.replace("\u00a0", " ")
    assert clash.quotes[0].words == "1.200.000 kr"
    doubted = certainties(gathering, "budget_lines", "amount_sek")
    assert doubted == ["certain", "doubtful", "doubtful", "doubtful"]


def test_a_result_that_does_not_follow_is_told():
    text = TABS.replace("Resultat\t0\t0", "Resultat\t0\t25")
    (clash,) = gathered(text, "budgets").contradictions
    assert "Resultat" in clash.sentence


def test_sides_without_headings_follow_from_what_balances_and_ask():
    text = """# Plan 2026
## Budget
Avgifter från kommunerna 800 000 kr
Personal 500 000 kr
Möten 300 000 kr
"""
    gathering = gathered(text, "budgets")
    assert column(gathering, "budget_lines", "side") == ["income", "cost", "cost"]
    assert set(certainties(gathering, "budget_lines", "side")) == {"probable"}
    inferred = gathering.get("budget_lines", "budget-2026-personal").values["side"]
    assert inferred.is_inference
    assert inferred.steps


def test_sides_that_nothing_tells_stay_empty():
    text = "# Plan 2026\n## Budget\nPersonal 500 000 kr\nMöten 300 000 kr\n"
    gathering = gathered(text, "budgets")
    assert column(gathering, "budget_lines", "side") == [None, None]


def test_sides_by_sign_are_probable():
    text = """# Plan 2026
## Budget
| Post | Belopp (kr) |
|---|---|
| Anslag | 500 000 |
| Kansli | -400 000 |
| Webb | -100 000 |
"""
    gathering = gathered(text, "budgets")
    assert lines(gathering) == [
        ("income", "Anslag", 500_000),
        ("cost", "Kansli", 400_000),
        ("cost", "Webb", 100_000),
    ]
    assert set(certainties(gathering, "budget_lines", "side")) == {"probable"}


def test_a_broken_sum_has_no_amount():
    text = "# Plan 2026\n## Kostnader\nMöten 100 000 kr\nKonsulter 500 00 kr\n"
    assert column(gathered(text, "budgets"), "budget_lines", "amount_sek") == [
        100_000,
        None,
    ]


def test_a_number_without_a_unit_is_probable():
    text = "# Plan 2026\n## Kostnader\nMöten 100 000\n"
    gathering = gathered(text, "budgets")
    assert column(gathering, "budget_lines", "amount_sek") == [100_000]
    assert certainties(gathering, "budget_lines", "amount_sek") == ["probable"]


def test_about_and_footnotes_are_kept():
    text = """# Plan 2026
## Budget
### Kostnader
Webb* ca 50 000 kr
Möten 20 000 kr

*Avser drift och nya bilder.
"""
    webb, meetings = gathered(text, "budgets").of("budget_lines")
    assert (webb["name"], webb["is_approximate"]) == ("Webb", True)
    assert webb["note"] == "Avser drift och nya bilder."
    assert meetings["is_approximate"] is None
    assert meetings["note"] is None


def test_the_outcome_of_the_plans_year_is_an_outcome():
    text = """# Plan 2026
## Budget
| Post | Budget 2026 (kr) | Utfall 2026-08-31 (kr) |
|---|---|---|
| Kostnader | | |
| Personal | 500 000 | 310 000 |
"""
    gathering = gathered(text, "budgets")
    (outcome,) = gathering.of("budget_outcomes")
    assert outcome["amount_sek"] == 310_000
    assert str(outcome["booked_on"]) == "2026-08-31"
    assert outcome["line"] == "budget-2026-personal"


def test_running_text_and_action_plans_are_no_budget():
    text = """# Plan 2026
## Aktiviteter
| Aktivitet | Kostnad | Ansvarig |
|---|---|---|
| Utreda bussar | 200 000 kr | Trafiknätverket |

## Budget
Avgiften är 4 kronor per invånare enligt beslut 2017-02-02.
Åtagandet bekräftas av kommunerna för år 2026.
Den totala avgiften för 2010 är 860 000 kr.
### Kostnader
Personal 500 000 kr
## Övrigt
Hyra 90 000 kr
"""
    gathering = gathered(text, "budgets")
    assert lines(gathering) == [("cost", "Personal", 500_000)]


@settings(max_examples=40)
@given(
    st.lists(st.integers(1, 9_999_999), min_size=1, max_size=6),
    st.integers(0, 3),
)
def test_written_budgets_are_read_back(amounts, off):
    rows = [
        f"Post nummer {chr(97 + n)} {amount:,} kr".replace(",", " ")
        for n, amount in enumerate(amounts)
    ]
    total = f"Summa {sum(amounts) + off:,} kr".replace(",", " ")
    text = "\n".join(["# Plan 2026", "## Kostnader", *rows, total])
    gathering = gathered(text, "budgets")
    assert column(gathering, "budget_lines", "amount_sek") == [
        Decimal(amount) for amount in amounts
    ]
    assert len(gathering.contradictions) == (1 if off else 0)


SUMS_ONLY = """Verksamhetsplan 2026

5 Budget 2026 (tkr)
Budget 2025 Budget 2026
Medlemsavgifter 1 150 1 200
Summa intäkter 1 150 1 200
Personal 700 750
Möten och resor 50 60
Konsulter 400 390
Summa kostnader 1 150 1 200
"""
TURNED = """# Plan 2026
## Ekonomisk översikt

| Verksamhet | 2025 Budget | 2026 Budget |
|---|--:|--:|
| **Intäkter** | **-1 150** | **-1 200** |
| Medlemsavgifter | -1 150 | -1 200 |
| **Kostnader** | **1 150** | **1 200** |
| Personal | 700 | 750 |
| Möten och resor | 50 | 60 |
| Konsulter | 400 | 390 |
| **Nettokostnad** | **0** | **0** |

Tabell 1. Budget i tkr.
"""


def test_sides_follow_from_the_sums_below():
    gathering = gathered(SUMS_ONLY, "budgets")
    assert lines(gathering) == EXPECTED
    assert set(certainties(gathering, "budget_lines", "side")) == {"probable"}
    assert gathering.contradictions == []


def test_signs_turned_about_and_a_unit_below_the_table():
    gathering = gathered(TURNED, "budgets")
    assert lines(gathering) == EXPECTED
    assert gathering.contradictions == []


def test_a_budget_in_running_text_is_probable():
    text = """# Plan 2026
## Ekonomi
Samverkans kostnader beräknas till totalt 1 200 000 kr. Kostnaderna fördelas på \
personal 750 000 kr, möten och resor 60 000 kr och konsulter 390 000 kr. \
Intäkterna består av medlemsavgifter om 1 200 000 kr.
"""
    gathering = gathered(text, "budgets")
    assert lines(gathering) == [
        ("cost", "personal", 750_000),
        ("cost", "möten och resor", 60_000),
        ("cost", "konsulter", 390_000),
        ("income", "medlemsavgifter", 1_200_000),
    ]
    assert set(certainties(gathering, "budget_lines", "amount_sek")) == {"probable"}


def test_days_and_clocks_are_no_sums():
    text = """Plan 2026

Kostnader
Hyra 12 månader 240 000
v. 6 Styrgruppen torsdag 5/2 kl 13
Intäkter 500 000 kr varav avgifter 400 000 kr och bidrag 100 000 kr
"""
    assert lines(gathered(text, "budgets")) == [("cost", "Hyra 12 månader", 240_000)]


def test_columns_that_can_be_cut_in_two_ways_are_not_certain():
    text = """Plan 2026

Kostnader i kr
Budget 2025 Budget 2026
Personal 150 200 130 180
"""
    gathering = gathered(text, "budgets")
    assert certainties(gathering, "budget_lines", "amount_sek") == ["probable"]


def test_lines_that_have_run_together_are_parted():
    text = """# Plan 2026
## Budget
Intäkter Medlemsavgifter 1 200 000 kr Summa 1 200 000 kr Kostnader Personal* \
750 000 kr Möten och resor 60 000 kr
Konsulter 390 000 kr
Summa 1 200 000 kr
"""
    gathering = gathered(text, "budgets")
    assert lines(gathering) == EXPECTED
    assert gathering.contradictions == []


def test_figures_in_scattered_columns_are_of_one():
    text = """# Plan 2026
## Kostnader
| Personal | | 750 000 kr | |
|---|---|---|---|
| Möten och resor | 60 000 kr | | |
| Konsulter | | | 390 000 kr |
"""
    assert lines(gathered(text, "budgets")) == EXPECTED[1:]


@pytest.mark.parametrize(
    ("caption", "head"),
    [
        ("Tusental kronor", "Kostnader"),
        ("Belopp i tusentals kronor", "Kostnader"),
        ("Belopp i tkr", "Kostnader"),
        ("Om kostnader", "Kostnader (kkr)"),
    ],
)
def test_thousands_are_told_in_many_ways(caption, head):
    text = f"""# Plan 2026
## Budget
{caption}

| {head} | 2026 |
|---|---|
| Kansli | 2 450 |
"""
    assert lines(gathered(text, "budgets")) == [("cost", "Kansli", 2_450_000)]
