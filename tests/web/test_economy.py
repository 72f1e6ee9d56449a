"""Ekonomi: last year beside, outcomes with what is left, payments and grants."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from radslag.records.models import (
    AnnualPlan,
    BudgetLine,
    BudgetOutcome,
    Cooperation,
    Fee,
    GrantShare,
    Municipality,
    SpecialGrant,
    choose,
)
from tests.web.pages import row_of, seen, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(sodertorn):
    """Return Södertörn with a year before, outcomes and a grant."""
    with choose(Cooperation.objects.get()) as cooperation:
        before = AnnualPlan.objects.create(
            cooperation=cooperation, key="plan-2025", year=2025, title="Plan 2025"
        )
        for key, name, amount in (("a", "Personal", 1350000), ("b", "Resor", 20000)):
            BudgetLine.objects.create(
                cooperation=cooperation,
                key=key,
                plan=before,
                side="cost",
                name=name,
                amount_sek=amount,
            )
        for key, amount in (("2026-personal", 1088000), ("2026-moten", 130000)):
            BudgetOutcome.objects.create(
                cooperation=cooperation,
                key=f"utfall-{key}",
                line=BudgetLine.objects.get(key=key),
                booked_on=date(2026, 10, 31),
                amount_sek=amount,
            )
        grant = SpecialGrant.objects.create(
            cooperation=cooperation,
            key="studie",
            name="Gemensam studie",
            total_sek=Decimal(100),
            decided_on=date(2026, 4, 23),
        )
        GrantShare.objects.create(
            cooperation=cooperation,
            key="andel",
            grant=grant,
            municipality=Municipality.objects.get(key="salem"),
            amount_sek=Decimal(60),
        )
    return sodertorn


def lines(page, name):
    """Return the cells of a budget line, whose heading may hold more than its name."""
    return [
        words(cell).partition(" källa")[0]
        for row in page.xpath(f"//tr[th[starts-with(normalize-space(), '{name}')]]")
        for cell in row.xpath("td")
    ]


def test_line_stands_beside_last_year_and_its_outcome(booked):
    page = seen(booked, "ekonomi/2026/")

    assert lines(page, "Personal") == [
        "1 400 000 kr",
        "1 350 000 kr",
        "50 000 kr 3,7 %",
        "1 088 000 kr till och med 31 oktober 2026",
        "312 000 kr",
    ]
    assert lines(page, "Hemsida") == ["50 000 kr"] + ["Ej angivet"] * 4
    assert lines(page, "Resor")[1] == "20 000 kr"


def test_bars_say_what_is_left_or_overspent(booked):
    page = seen(booked, "ekonomi/2026/")

    notes = [words(each) for each in page.cssselect(".bar-note")]

    assert "Kvar: 312 000 kr" in notes
    assert "Överskriden med 30 000 kr" in notes


def test_every_sum_of_the_budget_answers_why(booked):
    page = seen(booked, "ekonomi/2026/")

    told = " ".join(words(each) for each in page.cssselect(".why"))

    for sentence in (
        "1 400 000 kr + 100 000 kr + 50 000 kr",
        "+ 500 000 kr + 52 500 kr = 2 102 500 kr.",
        "2 102 500 kr minus 1 370 000 kr året före är 732 500 kr.",
        "Utfall finns för 2 av 5 poster",
        "60 kr = 60 kr. Det skiljer 40 kr från hela anslaget.",
        "Budgeten är i balans.",
    ):
        assert sentence in told


def test_grant_is_told_with_its_shares(booked):
    page = seen(booked, "ekonomi/2026/")

    assert lines(page, "Salem")[-2:] == ["60 kr", "100 %"]
    assert "Det skiljer 40 kr från hela anslaget." in words(page)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"paid_on": date(2020, 3, 10)}, "betald 10 mars"),
        ({"invoiced_on": date(2020, 2, 1)}, "förfallen 15 mars"),
        ({"invoiced_on": date(2020, 2, 1), "due_on": None}, "fakturerad 1 feb"),
        ({}, "inte noterad"),
    ],
)
def test_fee_says_how_far_it_has_come(sodertorn, facts, said):
    with choose(Cooperation.objects.get()):
        Fee.objects.filter(year=2020, municipality__key="haninge").update(**facts)

    assert row_of(seen(sodertorn, "ekonomi/2020/"), "Haninge")[-1] == said


def test_public_sees_no_outcomes_payments_or_grants(booked):
    with choose(Cooperation.objects.get()):
        Cooperation.objects.update(is_public=True)

    told = Client().get("/sodertorn/ekonomi/2026/").content.decode()

    assert "1\N{NO-BREAK SPACE}400\N{NO-BREAK SPACE}000" in told
    for word in ("Gemensam studie", "Utfall", "Betalning", "312\N{NO-BREAK SPACE}000"):
        assert word not in told
