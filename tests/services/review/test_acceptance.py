"""An accepted finding rests while its facts stand, and comes back when they do not."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from radslag.records.models import (
    AcceptedFinding,
    BudgetLine,
    Change,
    Cooperation,
    choose,
)
from radslag.services.journal import Actor
from radslag.services.review import Finding, ReasonMissing, accept, review, wake
from tests.services.review.correct import TODAY, build
from tests.services.review.factory import cooperation

pytestmark = pytest.mark.django_db
# Late in the evening in Greenwich is the next day in Sweden.
ACTOR = Actor("Strateg", datetime(2026, 11, 20, 23, 30, tzinfo=UTC))


@pytest.fixture
def unbalanced() -> Cooperation:
    with cooperation() as chosen:
        build(1)
        cost_is("4001")
    return chosen


def cost_is(amount_sek: str) -> None:
    lines = BudgetLine.objects.filter(key="plan-2026-cost")
    lines.update(amount_sek=Decimal(amount_sek))


def only_finding() -> Finding:
    (finding,) = review(TODAY).findings
    return finding


def test_accepted_finding_rests_with_its_reason(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        finding = only_finding()
        accept(finding, reason=" Täcks av eget kapital. ", actor=ACTOR)

        after = review(TODAY)

    (resting,) = after.resting
    assert after.findings == ()
    assert resting.finding == finding
    assert (
        resting.acceptance.reason,
        resting.acceptance.accepted_on,
        resting.acceptance.accepted_by,
    ) == ("Täcks av eget kapital.", date(2026, 11, 21), "Strateg")


def test_accepted_finding_rests_though_days_pass(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        accept(only_finding(), reason="Skäl", actor=ACTOR)

        later = review(date(2026, 12, 31))

    assert (later.findings, len(later.resting)) == ((), 1)


def test_finding_comes_back_when_its_facts_change(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        accept(only_finding(), reason="Skäl", actor=ACTOR)
        cost_is("4002")

        after = review(TODAY)

    assert [each.check_name for each in after.findings] == ["budget_not_in_balance"]
    assert after.resting == ()


def test_accepting_again_replaces_what_was_said(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        accept(only_finding(), reason="Skäl", actor=ACTOR)
        cost_is("4002")
        accept(only_finding(), reason="Nytt skäl", actor=ACTOR)

        after = review(TODAY)
        reasons = list(AcceptedFinding.objects.values_list("reason", flat=True))

    assert (after.findings, reasons) == ((), ["Nytt skäl"])


def test_acceptance_is_written_in_the_journal(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        finding = only_finding()
        accept(finding, reason="Skäl", actor=ACTOR)
        accept(finding, reason="Annat", actor=ACTOR)
        wake(finding, actor=ACTOR)

        rows = Change.objects.filter(section="accepted_findings").order_by("id")
        actions = list(rows.values_list("action", "record_key", "changed_by_name"))

    key = "budget-not-in-balance-plans-plan-2026"
    assert actions == [
        ("created", key, "Strateg"),
        ("changed", key, "Strateg"),
        ("deleted", key, "Strateg"),
    ]


def test_woken_finding_stands_again(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        finding = only_finding()
        accept(finding, reason="Skäl", actor=ACTOR)
        wake(finding, actor=ACTOR)
        wake(finding, actor=ACTOR)

        assert only_finding() == finding


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_acceptance_without_reason_is_refused(
    reason: str, unbalanced: Cooperation
) -> None:
    with choose(unbalanced):
        finding = only_finding()

        with pytest.raises(ReasonMissing, match="Skriv varför iakttagelsen godtas"):
            accept(finding, reason=reason, actor=ACTOR)

        assert only_finding() == finding


def test_review_finds_one_by_check_and_subject(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        finding = only_finding()
        accept(finding, reason="Skäl", actor=ACTOR)
        found = review(TODAY)

    assert found.find("budget_not_in_balance", "plans/plan-2026") == finding
    assert found.find("budget_not_in_balance", "plans/annan") is None


def test_severities_are_counted(unbalanced: Cooperation) -> None:
    with choose(unbalanced):
        numbers = review(TODAY).numbers

    assert {str(severity): count for severity, count in numbers.items()} == {
        "error": 1,
        "warning": 0,
        "note": 0,
    }
