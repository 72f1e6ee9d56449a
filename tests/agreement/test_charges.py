"""Charges: shared costs, due days, special projects, and what leaving does."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.fees import (
    Cost,
    MissingPopulation,
    Step,
    due_on,
    fees_without,
    share_cost,
    special_project_shares,
)
from tests.agreement.cases import A, B, C, plain, term

Y2025 = date(2025, 12, 31)


def test_shared_cost_opens_with_what_it_is_for() -> None:
    opening = Step("kostnad", "Utredningen kostar 3 kr.", "§ 7")

    charges = share_cost(
        Cost(Decimal(3), "population", Y2025, rounded_to="krona"),
        parties=[B, A, A],
        population={A: {Y2025: 1}, B: {Y2025: 1}},
        opening=opening,
    )

    assert charges.amounts_sek == {A: Decimal(2), B: Decimal(1)}
    assert charges.charges[0].reasons[0] == opening
    assert plain(charges.charges[0].reasons[-1].sentence) == (
        "3 kr × 1 invånare av 2 invånare = 2 kr"
    )


def test_due_day_is_that_of_the_year() -> None:
    due = due_on(
        2026, term("due", "§ 8", of="fee", month=3, day=15, invoiced_by="boda")
    )

    assert due.due_on == date(2026, 3, 15)
    assert plain(due.because) == (
        "Avgiften för 2026 ska vara betald senast 15 mars 2026 enligt § 8."
    )


def test_special_project_is_shared_by_population() -> None:
    charges = special_project_shares(
        Decimal(100),
        term=term("special_project", "§ 7", shared_by="population"),
        parties=[A, B, C],
        population={party: {Y2025: 1} for party in (A, B, C)},
        counted_on=Y2025,
    )

    assert list(charges.amounts_sek.values()) == [
        Decimal("33.34"),
        Decimal("33.33"),
        Decimal("33.33"),
    ]
    assert plain(charges.charges[0].reasons[0].sentence) == (
        "Projektet kostar 100 kr och betalas med särskilda anslag enligt § 7."
    )


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ({"rule": "per_resident", "rate_sek": "4"}, {A: "40", B: "80"}),
        (
            {"rule": "base_and_rate", "base_sek": "100", "rate_sek": "4"},
            {A: "140", B: "180"},
        ),
        (
            {"rule": "shared_total", "total_sek": "60", "shared_by": "population"},
            {A: "20", B: "40"},
        ),
        (
            {"rule": "shared_total", "total_sek": "60", "shared_by": "equal"},
            {A: "30", B: "30"},
        ),
    ],
)
def test_leaving_changes_the_others_fees_by_the_rule(value, after) -> None:
    effect = fees_without(
        C,
        year=2026,
        term=term("fee", "§ 8", **value),
        parties=[A, B, C],
        population={A: {Y2025: 10}, B: {Y2025: 20}, C: {Y2025: 30}},
    )

    assert set(effect.before.amounts_sek) == {A, B, C}
    assert effect.after is not None
    assert effect.after.amounts_sek == {
        party: Decimal(amount) for party, amount in after.items()
    }


def test_leaving_does_not_share_an_indexed_fee_anew() -> None:
    value = {
        "first_year": 2026,
        "first_total_sek": "60",
        "first_population_on": "2025-12-31",
    }

    effect = fees_without(
        C,
        year=2026,
        term=term("fee", "§ 8", rule="indexed", **value),
        parties=[A, B, C],
        population={A: {Y2025: 10}, B: {Y2025: 20}, C: {Y2025: 30}},
    )

    assert effect.after is not None
    assert effect.after.amounts_sek == {A: Decimal(10), B: Decimal(20)}
    assert plain(effect.because) == (
        "Var och en betalar efter sina egna invånare, så de andras avgifter ändras "
        "inte enligt § 8."
    )


def test_leaving_with_fixed_shares_needs_a_new_agreement() -> None:
    shares = {"alby": "1/2", "boda": "1/2"}
    value = {"total_sek": "60", "shared_by": "fixed_shares", "shares": shares}

    effect = fees_without(
        B,
        year=2026,
        term=term("fee", "§ 8", rule="shared_total", **value),
        parties=[A, B],
        population={},
    )

    assert effect.after is None
    assert plain(effect.because) == (
        "De fasta andelarna räknar med kommunen som lämnar. De som är kvar måste komma "
        "överens om nya andelar enligt § 8."
    )


def test_leaving_keeps_what_is_missing_of_the_others() -> None:
    effect = fees_without(
        C,
        year=2026,
        term=term("fee", rule="per_resident", rate_sek="4"),
        parties=[A, B, C],
        population={A: {Y2025: 1}},
    )

    assert effect.after is not None
    assert effect.after.missing == (MissingPopulation(B, Y2025),)
