"""Plans told in running text: activities under their goals, and fees of each."""

from datetime import date
from decimal import Decimal

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column, gathered

PLAN = """# Det här händer 2026

Verksamhetsplan för samverkan mellan Nora, Laxå och Lindesberg.

## Mål 1: Fler läser

Sommarlån på torget. Biblioteksnätverket bjuder in till det i juni. Det kostar omkring
40 000 kr, mest för tält.

Därutöver fortsätter kansliet att följa statens utredning. Det görs löpande.

Vi satsar på två saker till. Nora leder en översyn av bokbussen, som ska vara klar den
30 september 2026; för den är 75 000 kr avsatta. Laxå ordnar en berättarkväll vecka 44.

## Mål 2: Alla får plats

Läxstuga (flyttad från 2025). Lindesberg startar den under hösten, 20 000 kr.

Ansvarig är Laxå tillsammans med kansliet.

## Pengarna

Varje kommun betalar lika mycket, 95 000 kr, senast den sista mars 2026.

| Post | In | Ut |
|---|---|---|
| Kommunernas insats | 285 000 | |
| Tält och böcker | | 285 000 |
| Summa | 285 000 | 285 000 |
"""


def read() -> Gathering:
    return gathered(
        PLAN, "party_names", "plans", "activities", "equal_fees", "budgets", year=2025
    )


def test_activities_are_told_in_running_text_but_not_for_certain() -> None:
    found = read().of("activities")

    titles = [each["title"] for each in found]
    assert titles[0] == "Sommarlån på torget"
    assert titles[-1] == "Läxstuga (flyttad från 2025)"
    assert [each["responsible_as_written"] for each in found] == [
        "Biblioteksnätverket",
        "kansliet",
        "Nora",
        "Laxå",
        "Lindesberg",
    ]
    assert all(each.certainty is Certainty.PROBABLE for each in found)


def test_activities_in_running_text_have_times_costs_and_goals() -> None:
    gathering = read()
    found = gathering.of("activities")

    assert [each["cost_sek"] for each in found] == [
        Decimal(40000),
        None,
        Decimal(75000),
        None,
        Decimal(20000),
    ]
    assert found[0]["starts_from"] == date(2026, 6, 1)
    assert found[2]["ends_until"] == date(2026, 10, 1)
    assert found[2]["starts_from"] is None
    assert found[3]["time_as_written"] == "vecka 44"
    names = {goal.key: goal["name"] for goal in gathering.of("goals")}
    assert [names[each["goal"]] for each in found] == [
        *["Fler läser"] * 4,
        "Alla får plats",
    ]


def test_the_year_of_a_plan_may_stand_in_its_heading() -> None:
    assert column(read(), "plans", "year") == [2026]


def test_a_fee_said_of_each_is_the_fee_of_all_and_due_on_its_day() -> None:
    fees = read().of("fees")

    assert {fee["municipality"] for fee in fees} == {"nora", "laxa", "lindesberg"}
    assert {fee["amount_sek"] for fee in fees} == {Decimal(95000)}
    assert {fee["due_on"] for fee in fees} == {date(2026, 3, 31)}
    assert all(fee.certainty is Certainty.PROBABLE for fee in fees)


def test_a_rate_per_resident_is_no_fee_of_each() -> None:
    text = PLAN.replace("lika mycket, 95 000 kr,", "en avgift på 3 kr per invånare")
    found = gathered(text, "party_names", "plans", "equal_fees")

    assert found.of("fees") == []


def test_columns_for_what_comes_in_and_goes_out_are_the_sides() -> None:
    lines = read().of("budget_lines")

    assert [(line["name"], line["side"]) for line in lines] == [
        ("Kommunernas insats", "income"),
        ("Tält och böcker", "cost"),
    ]
