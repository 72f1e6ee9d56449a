"""Where a check must hold its tongue, and how grave it is when it does not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from radslag.agreement.vocabulary import Severity
from radslag.records import models
from tests.services.review.asking import found, meeting, only
from tests.services.review.tinkering import Tinkering


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_budget_says_the_difference(tinkering: Tinkering) -> None:
    tinkering.change(models.BudgetLine, "plan-2026-cost", amount_sek=Decimal(13000))

    finding = only()

    assert plain(finding.what) == (
        "Budgeten för 2026 är inte i balans: det fattas 1 000 kr i intäkter."
    )
    assert plain(finding.says) == "12 000 kr − 13 000 kr = −1 000 kr"


def test_fee_total_says_rate_times_population(tinkering: Tinkering) -> None:
    for side in ("income", "cost"):
        key = f"plan-2026-{side}"
        tinkering.change(models.BudgetLine, key, amount_sek=Decimal(13000))

    finding = only()

    assert plain(finding.says) == "12 000 kr = 3 000 × 4 kr"


def test_sum_of_an_old_year_is_as_grave_as_ever(tinkering: Tinkering) -> None:
    tinkering.change(models.BudgetLine, "plan-2024-cost", amount_sek=Decimal(1))

    assert found() == [("budget_not_in_balance", Severity.ERROR)]


@pytest.mark.parametrize(
    "values",
    [
        {"cost_as_written": "", "cost_sek": None},
        {"time_as_written": ""},
        {"goal": None, "kind": "communication"},
    ],
)
def test_plan_of_an_old_year_is_not_nagged_about(
    values: dict[str, Any], tinkering: Tinkering
) -> None:
    tinkering.change(models.Activity, "plan-2024-1", **values)

    assert {name for name, _ in found()} <= {"goal_without_activity"}


def test_goal_of_an_old_plan_is_a_note(tinkering: Tinkering) -> None:
    tinkering.change(models.Activity, "plan-2024-1", status="cancelled")

    assert found() == [("goal_without_activity", Severity.NOTE)]


def test_draft_without_activities_is_left_alone(tinkering: Tinkering) -> None:
    tinkering.add(
        models.AnnualPlan,
        "plan-2027",
        year=2027,
        title="Utkast",
        programme=models.Programme.objects.get(key="program-0"),
    )
    for who in models.Municipality.objects.all():
        tinkering.add(
            models.Population,
            f"{who.key}-2026",
            municipality=who,
            counted_on=date(2026, 12, 31),
            residents=1000,
        )
    meeting(tinkering, date(2027, 1, 21))
    meeting(tinkering, date(2027, 4, 22))

    assert found() == []


def test_secretariat_answers_for_its_own_activities(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Activity,
        "eget",
        plan=models.AnnualPlan.objects.get(key="plan-2026"),
        kind="secretariat",
        title="Håll webbplatsen aktuell",
    )

    assert found() == []


def test_activity_that_lasts_into_next_year_is_in_the_year(
    tinkering: Tinkering,
) -> None:
    tinkering.change(
        models.Activity,
        "plan-2026-1",
        starts_from=date(2026, 12, 31),
        ends_until=date(2027, 6, 1),
    )

    assert found() == []


def test_activity_that_ended_before_the_year_is_outside(tinkering: Tinkering) -> None:
    tinkering.change(models.Activity, "plan-2026-1", ends_until=date(2026, 1, 1))

    assert found() == [("activity_outside_year", Severity.WARNING)]


def test_many_activities_are_one_finding(tinkering: Tinkering) -> None:
    for number in (1, 2):
        tinkering.change(models.Activity, f"plan-2026-{number}", time_as_written="")

    finding = only()

    assert [record.key for record in finding.records] == [
        "plan-2026",
        "plan-2026-1",
        "plan-2026-2",
    ]
    assert plain(finding.what) == (
        "2 aktiviteter i planen för 2026 saknar tid: ”Aktivitet 1”, ”Aktivitet 2”."
    )


def test_presentation_the_day_before_is_in_time(tinkering: Tinkering) -> None:
    key = "plan-2026-budget-ekeberg"
    tinkering.change(models.Presentation, key, presented_on=date(2025, 12, 9))

    assert found() == []


def test_presentation_of_both_is_one_sentence(tinkering: Tinkering) -> None:
    for subject in ("annual_plan", "budget"):
        key = f"plan-2026-{subject}-ekeberg"
        tinkering.change(models.Presentation, key, presented_on=None)

    assert only().what == (
        "Det är inte antecknat att verksamhetsplanen och budgeten för 2026 redovisades "
        "för Ekeberg före beslutet 10 december 2025."
    )


@pytest.mark.parametrize(("on", "speaks"), [(date(2026, 3, 15), False), (None, True)])
def test_fee_due_before_an_undecided_budget(
    on: date | None, *, speaks: bool, tinkering: Tinkering
) -> None:
    values = {"status": "draft", "adopted_on": None, "budget_adopted_on": on}
    tinkering.change(models.AnnualPlan, "plan-2026", **values)

    assert found() == [("fee_due_before_budget", Severity.WARNING)] * speaks


@pytest.mark.parametrize("name", ["Konferensavgifter", "Särskilt anslag", "Bidrag"])
def test_other_income_is_not_taken_for_the_fee(name: str, tinkering: Tinkering) -> None:
    plan = models.AnnualPlan.objects.get(key="plan-2026")
    for side in ("income", "cost"):
        tinkering.add(
            models.BudgetLine, side, plan=plan, side=side, name=name, amount_sek=7
        )

    assert found() == []


def test_population_a_tenth_larger_is_not_suspected(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Population,
        "ny",
        municipality=models.Municipality.objects.get(key="ekeberg"),
        counted_on=date(2026, 12, 31),
        residents=1100,
    )

    assert found() == []


def test_change_over_more_than_a_year_is_not_suspected(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Population,
        "ny",
        municipality=models.Municipality.objects.get(key="ekeberg"),
        counted_on=date(2027, 1, 1),
        residents=2000,
    )

    assert found() == []


def test_total_is_named_where_only_the_sum_is_known(tinkering: Tinkering) -> None:
    tinkering.remove(models.Population, "ekeberg-2025")
    tinkering.add(
        models.Population, "alla", counted_on=date(2025, 12, 31), residents=3000
    )

    assert plain(only().what) == (
        "Avgifterna för 2026 kan inte räknas ut för Ekeberg: invånarantalet den 31 "
        "december 2025 saknas. Summan är känd: 12 000 kr."
    )


@pytest.mark.parametrize(
    ("valid_to", "speaks"),
    [(date(2027, 11, 20), True), (date(2027, 11, 21), False)],
)
def test_programme_has_a_successor_a_year_before(
    valid_to: date, *, speaks: bool, tinkering: Tinkering
) -> None:
    tinkering.change(models.Programme, "program-0", valid_to=valid_to)

    assert found() == [("programme_ending", Severity.WARNING)] * speaks


def test_boards_have_half_a_year_to_adopt(tinkering: Tinkering) -> None:
    tinkering.change(models.Adoption, "program-0-ks-ekeberg", outcome="pending")
    tinkering.change(models.Programme, "program-0", decided_on=date(2026, 5, 25))

    assert found() == []


@pytest.mark.parametrize(
    ("section", "field", "speaks"),
    [("plans", "", False), ("plans", "hittepå", True), ("planer", "title", True)],
)
def test_citation_of_what_is_not_there(
    section: str, field: str, *, speaks: bool, tinkering: Tinkering
) -> None:
    tinkering.change(models.Citation, "kalla-2026", section=section, field=field)

    assert found() == [("citation_to_nothing", Severity.ERROR)] * speaks


def test_misspelt_name_is_one_finding_with_every_place(tinkering: Tinkering) -> None:
    for number in (1, 2):
        tinkering.change(
            models.Activity, f"plan-2026-{number}", comment="Grannviken, Grannviken"
        )

    finding = only()

    assert finding.what == ("”Grannviken” står på 2 ställen; troligen menas Granviken.")
    assert [record.key for record in finding.records] == ["plan-2026-1", "plan-2026-2"]
