"""Plans and reports that say things in sentences, brackets and cells over rows."""

from datetime import date, time
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

ITEM = """
# Verksamhetsplan 2026

## Mål 1: En levande fjällbygd

1. Rasthytta vid Gråsjön. Ansvarig: Krokoms kommun. {more}
"""


@pytest.mark.parametrize(
    "when",
    [
        "Klart i juni",
        "Pågår hela året",
        "Start vid höstterminen",
        "Mars och oktober",
        "När bidraget har beviljats",
        "Senast i maj",
    ],
)
def test_a_sentence_after_those_responsible_is_when(when: str) -> None:
    text = ITEM.format(more=f"{when}. Kostnad: 40 tkr.")
    found = gathered(text, "plans", "activities")

    assert column(found, "activities", "responsible_as_written") == ["Krokoms kommun"]
    assert column(found, "activities", "time_as_written") == [when]
    assert column(found, "activities", "cost_sek") == [Decimal(40000)]


@pytest.mark.parametrize(
    "free", ["Ingen kostnad", "Kostnadsfritt", "Inom befintlig ram", "Ingen budget"]
)
def test_a_sentence_without_label_says_that_it_costs_nothing(free: str) -> None:
    found = gathered(ITEM.format(more=f"Löpande. {free}."), "plans", "activities")

    assert column(found, "activities", "responsible_as_written") == ["Krokoms kommun"]
    assert column(found, "activities", "cost_as_written") == [free]


@pytest.mark.parametrize(
    "head",
    [
        "Hur vi ser det",
        "Hur det märks",
        "Så vet vi att det är gjort",
        "Tecken på lyckat",
    ],
)
def test_how_one_sees_that_it_is_done_is_a_comment(head: str) -> None:
    text = (
        f"# Handlingsplan 2026\n\n| Insats | Ansvar | När | {head} |\n"
        "|---|---|---|---|\n"
        "| Cykelfest | Krokoms kommun | maj | Hundra cyklar |\n"
    )
    found = gathered(text, "plans", "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "activities", "comment") == ["Hundra cyklar"]


@pytest.mark.parametrize(
    "judged",
    ["(helt uppfyllt)", "(delvis uppnått)", "(ej nått)", "– inte uppfyllt", "(pågår)"],
)
def test_how_far_a_goal_has_come_is_not_its_name(judged: str) -> None:
    text = (
        "# Årsredovisning 2025\n\n## Måluppfyllelse\n\n"
        "| Mål | Aktivitet | Ansvar | Läge | Kommentar |\n|---|---|---|---|---|\n"
        f"| Rent grundvatten {judged} | Brunnsråd | Kansliet | Pågår | Tolv brunnar |\n"
    )
    found = gathered(
        text, "plans", "reports", year=2025, kind=DocumentKind.ANNUAL_REPORT
    )

    assert column(found, "goals", "name") == ["Rent grundvatten"]


@pytest.mark.parametrize(
    "remark",
    ["Not 1. Inhyrd hjälp 640 tkr.", "Not 2: Bilar 12 tkr", "Noter 1 Hyra 1 tkr"],
)
def test_a_numbered_note_is_no_line_of_the_budget(remark: str) -> None:
    text = (
        "# Årsredovisning 2025\n\n## Ekonomi (tkr)\n\n"
        "| | Not | Utfall 2025 | Budget 2025 |\n|---|---|---|---|\n"
        "| Verksamhetens kostnader | | | |\n| Lön | 1 | -480 | -500 |\n\n"
        f"{remark}\n"
    )
    found = gathered(text, "budgets", year=2025, kind=DocumentKind.ANNUAL_REPORT)

    assert column(found, "budget_lines", "name") == ["Lön"]
    assert column(found, "budget_lines", "amount_sek") == [Decimal(500000)]
    assert column(found, "budget_outcomes", "amount_sek") == [Decimal(480000)]


def test_what_a_budget_adds_up_to_is_no_line_of_it() -> None:
    text = (
        "# Verksamhetsplan 2026\n\n## Budget 2026\n\n"
        "Alla belopp i tkr. Budgeten omsluter 300 tkr.\n\n"
        "| Post | Budget 2026 |\n|---|---|\n| INTÄKTER | |\n| Avgifter | 300 |\n"
    )
    found = gathered(text, "budgets")

    assert column(found, "budget_lines", "name") == ["Avgifter"]


def test_a_cell_over_several_rows_says_whose_and_when_in_each() -> None:
    text = (
        "# Verksamhetsplan 2026\n\n## Årets möten\n\n"
        "| Organ | Dag | Tid | Plats |\n|---|---|---|---|\n"
        "| Ledningsgruppen | tis 3 mars | 9.00–11.00 | Ås |\n"
        "| | tis 5 maj | | Krokom |\n"
    )
    found = gathered(text, "plans", "calendar")

    assert column(found, "meetings", "held_on") == [date(2026, 3, 3), date(2026, 5, 5)]
    assert column(found, "meetings", "starts_at") == [time(9), time(9)]
    assert len(set(column(found, "meetings", "body"))) == 1


@pytest.mark.parametrize("of", ["i år", "för året", "för dagen", "detta år", "2026"])
def test_whose_theme_it_is_is_no_part_of_the_theme(of: str) -> None:
    text = (
        "# Verksamhetsplan 2026\n\n## Konferenser\n\n"
        f"Skogskonferensen hålls den 8 oktober i Krokom. Tema {of}: Mer än trä.\n"
    )
    found = gathered(text, "plans", "conferences")

    assert column(found, "conferences", "theme") == ["Mer än trä"]


@pytest.mark.parametrize(
    "bill",
    [
        "Krokoms kommun fakturerar i mars, att betalas senast den 15 april 2026.",
        "Fakturan skickas i mars och ska betalas senast den 15 april 2026.",
        "Värden debiterar kommunerna, med betalning senast 15 april 2026.",
    ],
)
def test_a_fee_is_due_when_its_bill_is(bill: str) -> None:
    text = (
        "# Verksamhetsplan 2026\n\n## Budget 2026\n\n"
        "Avgiften är 10 kronor per invånare. Folkmängden är den 31 december. "
        f"{bill}\n\n| Kommun | Invånare | Avgift 2026 (kr) |\n|---|---|---|\n"
        "| Krokom | 9 000 | 90 000 |\n| Berg | 7 000 | 70 000 |\n"
    )
    found = gathered(text, "plans", "populations", "budgets", "budget_fees", "fee_days")

    assert column(found, "fees", "due_on") == [date(2026, 4, 15)] * 2
