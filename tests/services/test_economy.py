"""The budget beside the year before, what is booked on it, and special grants."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import AccessRole, BudgetSide
from radslag.records.models import (
    AnnualPlan,
    BudgetLine,
    BudgetOutcome,
    Cooperation,
    GrantShare,
    Municipality,
    SpecialGrant,
    choose,
)
from radslag.services.access import NOBODY, Viewer
from radslag.services.economy import Change, budget_of, change, grants_of

KANSLI = Viewer(roles=frozenset({AccessRole.SECRETARIAT}))
SUMS = st.decimals(-1000, 1000, places=2)


class Books:
    """A cooperation's books, written in a line at a time."""

    def __init__(self, cooperation):
        self.cooperation = cooperation
        self.written = 0

    def _add(self, model, **values):
        self.written += 1
        return model.objects.create(
            cooperation=self.cooperation, key=f"r{self.written}", **values
        )

    def plan(self, year):
        return self._add(AnnualPlan, year=year, title=f"Plan {year}")

    def line(self, plan, name, amount_sek, side="cost"):
        return self._add(
            BudgetLine,
            plan=plan,
            side=side,
            position=self.written,
            name=name,
            amount_sek=amount_sek,
        )

    def book(self, line, amount_sek, on):
        return self._add(BudgetOutcome, line=line, amount_sek=amount_sek, booked_on=on)

    def grant(self, total_sek, *shares, on=date(2026, 4, 23)):
        grant = self._add(
            SpecialGrant, name="Studie", total_sek=total_sek, decided_on=on
        )
        for place, amount_sek in enumerate(shares):
            municipality = self._add(
                Municipality, code=f"{place:04}", name=f"Kommun {place}"
            )
            self._add(
                GrantShare,
                grant=grant,
                municipality=municipality,
                amount_sek=amount_sek,
            )
        return grant


@pytest.fixture
def books(db):
    with choose(Cooperation.objects.create(key="prov", name="Prov")) as cooperation:
        yield Books(cooperation)


def test_lines_stand_beside_those_of_the_same_name(books):
    before, now = books.plan(2025), books.plan(2026)
    for name, amount in (("Möten", 90), ("Resor", 20), ("Möten", 5)):
        books.line(before, name, amount)
    for name, amount in (("  möten ", 100), ("Webb", 50), ("Möten", 6), ("Möten", 1)):
        books.line(now, name, amount)

    costs = budget_of(now, before, KANSLI).costs

    assert [row.last_year_sek for row in costs.rows] == [90, None, 5, None]
    assert [line.name for line in costs.dropped] == ["Resor"]
    assert (costs.total_sek, costs.last_year_sek) == (157, 115)
    assert costs.change.amount_sek == 42


def test_income_is_not_put_beside_a_cost_of_the_same_name(books):
    before, now = books.plan(2025), books.plan(2026)
    books.line(before, "Projekt", 10)
    books.line(now, "Projekt", 20, side="income")

    budget = budget_of(now, before, KANSLI)

    assert budget.income.rows[0].last_year_sek is None
    assert budget.income.last_year_sek is None
    assert [line.name for line in budget.costs.dropped] == ["Projekt"]


def test_the_latest_outcome_tells_what_is_left(books):
    plan = books.plan(2026)
    line = books.line(plan, "Konsulter", 500000)
    books.book(line, 300000, date(2026, 10, 31))
    books.book(line, 188000, date(2026, 6, 30))

    costs = budget_of(plan, None, KANSLI).costs

    assert costs.rows[0].outcome.amount_sek == 300000
    assert costs.rows[0].remaining_sek == costs.remaining_sek == 200000
    assert "är 200\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr." in costs.remaining_because


def test_sum_of_outcomes_waits_for_every_line(books):
    plan = books.plan(2026)
    books.book(books.line(plan, "Möten", 100), 120, date(2026, 6, 30))
    books.line(plan, "Webb", 50)

    costs = budget_of(plan, None, KANSLI).costs

    assert costs.rows[0].remaining_sek == -20
    assert costs.outcome_sek is None
    assert costs.remaining_sek is None
    assert costs.remaining_because.startswith("Utfall finns för 1 av 2 poster")


def test_public_is_told_the_budget_and_not_the_outcome(
    books, django_assert_num_queries
):
    plan = books.plan(2026)
    books.book(books.line(plan, "Möten", 100), 120, date(2026, 6, 30))
    books.grant(10, 10)

    with django_assert_num_queries(1):
        costs = budget_of(plan, None, NOBODY).costs
        grants = grants_of(2026, NOBODY)

    assert (costs.total_sek, costs.booked, grants) == (100, (), ())


def test_plan_without_lines_is_an_empty_budget(books):
    budget = budget_of(books.plan(2026), None, KANSLI)

    assert budget.is_empty
    assert (budget.costs.outcome_sek, budget.costs.last_year_sek) == (None, None)
    assert budget.costs.because == "Inga poster finns bland kostnaderna."


@pytest.mark.parametrize(
    ("total", "shares", "is_whole", "ending"),
    [
        (100, (60, 40), True, "60 kr + 40 kr = 100 kr."),
        (100, (60, 39), False, "Det skiljer 1 kr från hela anslaget."),
        (100, (60, 41), False, "Det skiljer -1 kr från hela anslaget."),
        (0, (), True, "Inga andelar."),
        (0, (0,), True, "0 kr = 0 kr."),
    ],
)
def test_grant_says_whether_its_shares_are_the_whole(
    books, total, shares, is_whole, ending
):
    books.grant(total, *shares)

    (grant,) = grants_of(2026, KANSLI)

    assert grant.is_whole == is_whole
    assert grant.because.replace("\N{NO-BREAK SPACE}", " ").endswith(ending)
    assert sum(part or 0 for _, part in grant.shares) == (1 if sum(shares) else 0)


def test_grants_are_those_of_the_year_and_those_not_decided(books):
    books.grant(1, on=date(2025, 12, 31))
    books.grant(2, on=date(2026, 12, 31))
    books.grant(3, on=None)

    assert {each.grant.total_sek for each in grants_of(2026, KANSLI)} == {2, 3}


@pytest.mark.parametrize("number", [1, 3])
def test_budget_takes_one_question_and_grants_two(
    books, django_assert_num_queries, number
):
    plan = books.plan(2026)
    for place in range(number):
        books.book(books.line(plan, f"x{place}", 1), 1, date(2026, 6, 30))
        books.grant(1)

    with django_assert_num_queries(1):
        budget_of(plan, None, KANSLI)
    with django_assert_num_queries(2):
        grants_of(2026, KANSLI)


@given(SUMS, SUMS)
def test_change_leads_from_one_sum_to_the_other(now, before):
    found = change(now, before)

    assert before + found.amount_sek == now
    if found.share is not None:
        assert Fraction(before) + abs(Fraction(before)) * found.share == Fraction(now)
        assert (found.share > 0) == (now > before)
    else:
        assert before == 0


def test_change_needs_both_sums():
    assert change(None, Decimal(1)) is None
    assert change(Decimal(1), None) is None
    assert Change(Decimal(1), Decimal(0)).share is None


def test_sums_are_told_as_additions(books):
    plan = books.plan(2026)
    books.line(plan, "Möten", 100)
    books.line(plan, "Webb", Decimal("50.50"))

    because = budget_of(plan, None, KANSLI).costs.because

    assert (
        because.replace("\N{NO-BREAK SPACE}", " ") == "100 kr + 50,50 kr = 150,50 kr."
    )
    assert budget_of(plan, None, KANSLI).income.side == BudgetSide.INCOME
