"""Plans and goals: shown before adopted, who pays, in force, and what follows."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.goals import in_force_from, succession_gap
from radslag.agreement.plans import (
    NobodyConcerned,
    is_presented_before_adopted,
    may_be_paid,
    who_pays,
)
from tests.agreement.cases import DAYS, PARTIES, A, B, C, plain, term

ADOPTED = date(2026, 1, 22)


def presented(days, subject="budget"):
    return is_presented_before_adopted(
        subject=subject,
        presented_on=days,
        adopted_on=ADOPTED,
        term=term("presentation", "§ 4", subjects=["annual_plan", "budget"]),
    )


@pytest.mark.parametrize(
    ("days", "missing", "late", "because"),
    [
        ({A: date(2026, 1, 21), B: date(2025, 12, 1)}, (), (), ""),
        (
            {B: date(2026, 1, 22), A: None},
            (A,),
            (B,),
            " Inte redovisat för Alby. För sent redovisat för Boda.",
        ),
        ({A: date(2026, 1, 23)}, (), (A,), " För sent redovisat för Alby."),
    ],
)
def test_presentation_comes_before_adoption(days, missing, late, because) -> None:
    ruling = presented(days)

    assert ruling.allowed is not (missing or late)
    assert (ruling.missing, ruling.late) == (missing, late)
    assert plain(ruling.because) == (
        "Budgeten fastställdes 22 januari 2026 och ska redovisas för varje kommun före "
        f"dess enligt § 4.{because}"
    )


def test_presentation_is_only_for_what_was_agreed() -> None:
    ruling = presented({A: None}, subject="programme")

    assert ruling.allowed
    assert plain(ruling.because) == (
        "Utvecklingsprogrammet behöver inte redovisas före beslut enligt § 4."
    )


def pays(concerned, **facts):
    value = {
        "common": "budget",
        "some_but_important": "budget",
        "only_some": "concerned",
    }
    asked = {"matters_to_whole": False, "fits_budget": True} | facts
    found = who_pays(
        concerned=concerned,
        parties=[A, B, C],
        term=term("financing", "§ 6", **value),
        **asked,
    )
    return found.source, found.payers, plain(found.because)


@pytest.mark.parametrize(
    ("concerned", "facts", "expected"),
    [
        (
            [C, B, A],
            {},
            (
                "budget",
                (A, B, C),
                "Det är gemensamt för alla kommuner, så det betalas ur den gemensamma "
                "budgeten enligt § 6.",
            ),
        ),
        (
            [B, A],
            {"matters_to_whole": True},
            (
                "budget",
                (A, B, C),
                "Det berör några men har stor betydelse för helheten, så det betalas "
                "ur den gemensamma budgeten enligt § 6.",
            ),
        ),
        (
            [B],
            {},
            (
                "concerned",
                (B,),
                "Det berör bara en eller några kommuner, så de berörda kommunerna "
                "betalar enligt § 6.",
            ),
        ),
        (
            [A, B, C],
            {"fits_budget": False},
            (
                "special_grants",
                (A, B, C),
                "Det är gemensamt för alla kommuner men ryms inte i budgeten, så det "
                "betalas med särskilda anslag.",
            ),
        ),
    ],
)
def test_who_pays_follows_whom_it_concerns(concerned, facts, expected) -> None:
    assert pays(concerned, **facts) == expected


def test_who_pays_needs_somebody_concerned() -> None:
    with pytest.raises(NobodyConcerned, match="ingen av samverkans"):
        pays([])


@pytest.mark.parametrize(
    ("paid_at", "paid", "may", "because"),
    [
        (
            "cost_price",
            "100",
            True,
            "Kansliet betalas till självkostnadspris enligt § 5. Det kostade 100 kr "
            "och 100 kr betalas.",
        ),
        (
            "cost_price",
            "100.01",
            False,
            "Kansliet betalas till självkostnadspris enligt § 5. Det kostade 100 kr "
            "och 100,01 kr betalas.",
        ),
        (
            "fixed_price",
            "200",
            True,
            "Kansliet betalas inte efter självkostnad enligt § 5.",
        ),
    ],
)
def test_host_is_paid_what_was_agreed(paid_at, paid, may, because) -> None:
    value = {"host": "alby", "full_time_officials": 1, "paid_at": paid_at}

    ruling = may_be_paid(
        paid_sek=Decimal(paid),
        cost_sek=Decimal(100),
        term=term("secretariat", "§ 5", **value),
    )

    assert ruling.allowed is may
    assert plain(ruling.because) == because


def adoption(by="each_board"):
    return term("adoption", "", subject="programme", by=by)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (
            {A: date(2023, 2, 1), B: date(2023, 3, 1)},
            (date(2023, 3, 1), (), " Den sista antog 1 mars 2023."),
        ),
        (
            {C: None, A: date(2023, 2, 1), B: None},
            (None, (B, C), " Det saknas från Boda och Ceda."),
        ),
        ({}, (None, (), "")),
    ],
)
def test_programme_is_in_force_when_the_last_has_adopted(days, expected) -> None:
    found = in_force_from(days, adoption())

    rule = "Det krävs att varje kommuns kommunstyrelse antar utvecklingsprogrammet."
    assert (found.in_force_from, found.missing) == expected[:2]
    assert found.because == rule + expected[2]


@given(st.dictionaries(st.sampled_from(PARTIES), st.none() | DAYS))
def test_programme_is_never_in_force_before_an_adoption(days) -> None:
    found = in_force_from(days, adoption("each_council")).in_force_from

    complete = bool(days) and None not in days.values()
    assert (found is not None) is complete
    assert found is None or all(day <= found for day in days.values())


@pytest.mark.parametrize(
    ("successor_from", "expected"),
    [
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), None),
        (
            date(2027, 1, 2),
            "Inget utvecklingsprogram gäller från 1 januari 2027 till 2 januari 2027.",
        ),
        (None, "Inget utvecklingsprogram är bestämt från 1 januari 2027."),
    ],
)
def test_programmes_follow_without_a_gap(successor_from, expected) -> None:
    gap = succession_gap(ends_on=date(2027, 1, 1), successor_from=successor_from)

    if expected is None:
        assert gap is None
    else:
        assert gap is not None
        assert (gap.gap_from, gap.gap_until) == (date(2027, 1, 1), successor_from)
        assert gap.because == expected
