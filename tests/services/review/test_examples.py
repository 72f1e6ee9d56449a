"""The shipped cooperations: the demonstration shows its faults, the second has none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from radslag.records import models
from radslag.records.models import Cooperation, choose
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.review import Review, review
from tests.house.tree import PACKAGE, TOP
from tests.services.review.tinkering import Tinkering

ACTOR = Actor("Prov", datetime(2026, 11, 20, tzinfo=UTC))
TODAY = date(2026, 11, 20)
SODERTORN = PACKAGE / "web/demo/sodertorn.yaml"
SECOND = TOP / "tests/examples/second_cooperation.yaml"

# What the documents behind the demonstration show, as (check, subject).
KNOWN = {
    ("fewer_meetings_than_promised", "bodies/kommitten/2026"),
    ("goal_without_activity", "plans/plan-2020"),
    ("fee_due_before_budget", "plans/plan-2020"),
    ("adoption_without_paragraph", "programmes/sup-2040"),
    ("population_missing", "plans/plan-2026"),
    ("plan_not_presented", "plans/plan-2026"),
    ("programme_ending", "programmes/sup-2040"),
    ("activity_without_time", "plans/plan-2026"),
    ("activity_without_cost", "plans/plan-2026"),
    ("amount_malformed", "activities/2026-faktaunderlag"),
    ("name_misspelt", "words/Håninge"),
    ("adoption_inferred", "adoptions/sup-2035-ks-haninge"),
    ("postponed_never_returned", "decisions/lg-2022-10-28-3-1"),
    ("postponed_never_returned", "decisions/lg-2022-10-28-8-1"),
}
# Everything else that is true of it: what the sources do not hold.
ALSO_TRUE = {
    "adoption_without_paragraph",
    "minutes_missing",
    "plan_not_presented",
}


def loaded(path: Path) -> Cooperation:
    report = load(path.read_bytes(), actor=ACTOR)
    return Cooperation.objects.get(key=report.key)


@pytest.fixture(scope="module")
def sodertorn(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Cooperation]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield loaded(SODERTORN)
        transaction.set_rollback(True)


def reviewed(cooperation: Cooperation) -> Review:
    with choose(cooperation):
        return review(TODAY)


def test_demonstration_shows_what_is_known_and_nothing_false(
    sodertorn: Cooperation,
) -> None:
    findings = reviewed(sodertorn).findings

    found = {(each.check_name, each.subject) for each in findings}
    assert KNOWN - found == set()
    assert {name for name, _ in found - KNOWN} <= ALSO_TRUE


def test_demonstration_names_who_is_missing_and_the_sum(
    sodertorn: Cooperation,
) -> None:
    finding = reviewed(sodertorn).find("population_missing", "plans/plan-2026")

    assert finding is not None
    assert finding.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "Avgifterna för 2026 kan inte räknas ut för Botkyrka, Haninge, Huddinge, "
        "Nykvarn, Nynäshamn, Salem, Södertälje och Tyresö: invånarantalet den 31 "
        "december 2025 saknas. Summan är känd: 2 102 500 kr."
    )


def test_demonstration_has_its_fees_in_the_budget(sodertorn: Cooperation) -> None:
    tinkering = Tinkering()
    with choose(sodertorn):
        line = models.BudgetLine.objects.get(plan__year=2026, side="income")
        tinkering.change(models.BudgetLine, line.key, amount_sek=Decimal(2102501))
        found = review(TODAY).find("fee_total_not_budgeted", "plans/plan-2026")
        tinkering.put_right()

    assert found is not None
    assert found.says.replace("\N{NO-BREAK SPACE}", " ") == (
        "2 102 500 kr = 525 625 × 4 kr"
    )


@pytest.mark.django_db
def test_second_cooperation_is_correct() -> None:
    assert reviewed(loaded(SECOND)) == Review((), ())
