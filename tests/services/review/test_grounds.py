"""A finding's ground is the cooperation's own paragraph, where it has one."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Severity
from radslag.records import models
from radslag.records.models import Municipality
from tests.services.review.asking import found, only
from tests.services.review.correct import TERMS, TODAY
from tests.services.review.faults import FAULTS
from tests.services.review.tinkering import Tinkering

# Which term each of these checks rests on.
GROUNDS = {
    "officers_missing": "officers",
    "two_chairs": "officers",
    "gap_between_chairs": "officers",
    "municipality_without_seat": "composition",
    "adoptions_missing": "adoption",
    "adoption_without_paragraph": "adoption",
    "plan_not_presented": "presentation",
    "population_missing": "fee",
    "decided_fee_differs": "fee",
    "fee_due_before_budget": "due",
    "fewer_meetings_than_promised": "meetings",
    "meeting_not_quorate": "quorum",
    "decision_without_consensus": "decision",
    "minutes_missing": "minutes",
    "minutes_not_verified": "minutes",
    "minutes_not_delivered": "minutes",
}


@pytest.mark.parametrize(("name", "kind"), GROUNDS.items())
def test_finding_names_the_paragraph_of_its_term(
    name: str, kind: str, tinkering: Tinkering
) -> None:
    FAULTS[name].break_it(tinkering)

    assert only().says == f"§ {list(TERMS).index(kind) + 1}"


@pytest.mark.parametrize(("name", "kind"), GROUNDS.items())
def test_finding_without_a_paragraph_still_has_a_ground(
    name: str, kind: str, tinkering: Tinkering
) -> None:
    tinkering.change(models.Term, kind, paragraph=None)
    FAULTS[name].break_it(tinkering)

    says = only().says

    assert says
    assert "§ 1" not in says


@pytest.mark.parametrize(
    ("member_from", "speaks"), [(TODAY, True), (date(2026, 11, 21), False)]
)
def test_member_from_today_needs_an_agreement_today(
    member_from: date, *, speaks: bool, tinkering: Tinkering
) -> None:
    tinkering.change(models.Membership, "ekeberg", member_until=date(2026, 11, 1))
    tinkering.change(models.Membership, "granviken", member_until=date(2026, 11, 1))
    tinkering.change(models.Membership, "bjorkdal", member_until=date(2026, 11, 1))
    tinkering.change(models.Agreement, "avtal", in_force_until=date(2026, 11, 20))
    tinkering.add(
        models.Agreement,
        "nasta",
        title="Nästa avtal",
        in_force_from=date(2026, 11, 21),
    )
    tinkering.add(
        models.Membership,
        "ny",
        municipality=Municipality.objects.get(key="ekeberg"),
        member_from=member_from,
    )

    names = {name for name, _ in found()}

    assert ("membership_without_agreement" in names) is speaks


def test_overlap_of_chairs_long_ago_is_a_note(tinkering: Tinkering) -> None:
    tinkering.change(
        models.Appointment, "ordforande-2024", appointed_from=date(2022, 1, 1)
    )
    tinkering.add(
        models.Appointment,
        "fore",
        body=models.Body.objects.get(key="kommitten"),
        role="chair",
        appointed_from=date(2021, 1, 1),
        appointed_until=date(2022, 6, 1),
    )

    assert found() == [("two_chairs", Severity.NOTE)]


def test_cost_that_is_only_written_is_not_compared(tinkering: Tinkering) -> None:
    tinkering.change(
        models.Activity, "plan-2026-1", cost_as_written="60 tkr", cost_sek=None
    )

    assert found() == []


def test_budget_with_more_income_says_so(tinkering: Tinkering) -> None:
    tinkering.change(models.BudgetLine, "plan-2026-cost", amount_sek=11000)

    assert only().what.replace("\N{NO-BREAK SPACE}", " ") == (
        "Budgeten för 2026 är inte i balans: det finns 1 000 kr mer i intäkter än "
        "kostnader."
    )


@pytest.mark.parametrize(("votes", "speaks"), [((2, 1), False), ((1, 2), True)])
def test_votes_are_counted_though_nobody_was_listed(
    votes: tuple[int, int], *, speaks: bool, tinkering: Tinkering
) -> None:
    for who in ("bjorkdal", "ekeberg", "granviken"):
        tinkering.remove(models.Attendance, f"mote-2026-09-03-{who}")
    rule = {"body": "committee", "rule": "majority"}
    tinkering.change(models.Term, "decision", value=rule)
    tinkering.change(
        models.Decision,
        "mote-2026-09-03-1-1",
        has_consensus=None,
        votes_for=votes[0],
        votes_against=votes[1],
    )

    assert found() == [("decision_without_consensus", Severity.ERROR)] * speaks
