"""The journal: every change leaves its row, exactly, and nothing else does."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from radslag.records import models as records
from radslag.records.models import Change, Cooperation
from radslag.services import journal
from radslag.services.journal import Actor, ChangedMeanwhile
from tests.services.journaling import (
    ACTOR,
    AT,
    PLAN,
    activities,
    plan,
    without_journal,
    written,
)
from tests.services.review.factory import add, cooperation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def owner() -> Iterator[Cooperation]:
    with cooperation() as chosen:
        yield chosen


def test_an_addition_is_written(owner: Cooperation) -> None:
    journal.add(ACTOR, plan())

    (row,) = Change.objects.all()
    said = (row.section, row.record_key, row.action, row.before, row.after)
    assert said == ("plans", "2026", "created", {}, PLAN)
    assert (row.cooperation, row.changed_at, row.changed_by) == (owner, AT, None)
    assert (row.changed_by_name, row.occasion) == ("Sonja Strateg", "prov")
    assert records.AnnualPlan.objects.get().version == 1


def test_a_reference_is_written_as_the_others_key() -> None:
    (activity,) = without_journal(1)

    journal.change(ACTOR, activity, {"goal": None, "cost_sek": Decimal(4000)})

    before = {"cost_sek": None, "goal": "mal-0"}
    after = {"cost_sek": "4000.00", "goal": None}
    assert written() == [("activities", "a-0", "changed", before, after)]


def test_a_change_is_written_with_what_changed_only() -> None:
    journal.add(ACTOR, plan())
    stored = records.AnnualPlan.objects.get()

    is_changed = journal.change(
        ACTOR, stored, {"status": "adopted", "title": "Plan 2026", "year": 2026}
    )

    said = ("plans", "2026", "changed", {"status": "draft"}, {"status": "adopted"})
    assert is_changed
    assert written()[1:] == [said]
    assert stored.version == 2
    fresh = records.AnnualPlan.objects.get()
    assert (fresh.status, fresh.version) == ("adopted", 2)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"title": "Nummer 0"},
        {"cost_sek": Decimal("100")},
        {"cost_sek": Decimal("100.000")},
        {"starts_from": "2026-01-01"},
        {"status": "planned"},
    ],
)
def test_the_same_again_is_no_change(values: dict[str, Any]) -> None:
    (activity,) = without_journal(1)
    records.Activity.objects.update(
        cost_sek=Decimal("100"), starts_from=date(2026, 1, 1)
    )

    is_changed = journal.change(ACTOR, activity, values)

    assert (is_changed, written()) == (False, [])
    assert records.Activity.objects.get().version == 1


def test_a_change_builds_on_what_is_stored_not_on_what_was_read() -> None:
    (stale,) = without_journal(1)
    fresh = records.Activity.objects.get()
    journal.change(ACTOR, fresh, {"title": "Ny rubrik"})

    journal.change(ACTOR, stale, {"comment": "Bra"})

    stored = records.Activity.objects.get()
    assert (stored.title, stored.comment, stored.version) == ("Ny rubrik", "Bra", 3)
    assert written()[-1][3:] == ({"comment": ""}, {"comment": "Bra"})


def test_a_change_after_somebody_elses_is_refused() -> None:
    (activity,) = without_journal(1)
    seen = activity.version
    journal.change(ACTOR, activity, {"title": "Först"})

    with pytest.raises(ChangedMeanwhile, match="a-0"):
        journal.change(ACTOR, activity, {"title": "Sedan"}, version=seen)

    assert records.Activity.objects.get().title == "Först"
    assert len(written()) == 1


def test_a_change_of_the_version_seen_is_let_through() -> None:
    (activity,) = without_journal(1)
    journal.change(ACTOR, activity, {"title": "Först"})

    journal.change(ACTOR, activity, {"title": "Sedan"}, version=2)

    assert records.Activity.objects.get().title == "Sedan"


def test_a_change_of_something_removed_is_refused() -> None:
    (activity,) = without_journal(1)
    records.Activity.objects.all().delete()

    with pytest.raises(ChangedMeanwhile):
        journal.change(ACTOR, activity, {"title": "Sedan"})


def test_many_changes_are_counted_and_written_each() -> None:
    one, two, three = without_journal(3)

    number = journal.change_many(
        ACTOR, [(one, {"title": "Ett"}), (two, {}), (three, {"comment": "Tre"})]
    )

    assert number == 2
    assert written() == [
        ("activities", "a-0", "changed", {"title": "Nummer 0"}, {"title": "Ett"}),
        ("activities", "a-2", "changed", {"comment": ""}, {"comment": "Tre"}),
    ]
    versions = records.Activity.objects.order_by("pk").values_list("version", flat=True)
    assert list(versions) == [2, 1, 2]


def add_many(number: int) -> Callable[[], object]:
    made = activities(number)
    shared = {"plan_id": made[0].plan_id, "goal_id": made[0].goal_id}
    new = [
        records.Activity(key=f"ny-{each}", title="Ny", **shared)
        for each in range(number)
    ]
    return lambda: journal.add_many(ACTOR, new)


def change_many(number: int) -> Callable[[], object]:
    made = activities(number)
    return lambda: journal.change_many(ACTOR, [(each, {"title": "X"}) for each in made])


def drop_references(number: int) -> Callable[[], object]:
    made = activities(number)
    return lambda: journal.change_many(ACTOR, [(each, {"goal": None}) for each in made])


def remove_activities(number: int) -> Callable[[], object]:
    made = activities(number)
    for each in made:
        add(records.FollowUp, each.key, activity=each, noted_on=AT.date(), text="Klar")
    return lambda: journal.remove_many(ACTOR, made)


def remove_plan(number: int) -> Callable[[], object]:
    remove_activities(number)
    plans = list(records.AnnualPlan.objects.all())
    return lambda: journal.remove_many(ACTOR, plans)


def remove_goals(number: int) -> Callable[[], object]:
    activities(number)
    goals = list(records.Goal.objects.all())
    return lambda: journal.remove_many(ACTOR, goals)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("prepare", "queries"),
    [
        (add_many, 8),
        (change_many, 10),
        (drop_references, 9),
        (remove_activities, 20),
        (remove_plan, 34),
        (remove_goals, 26),
    ],
)
def test_queries_do_not_grow_with_the_records(
    prepare: Callable[[int], Callable[[], object]],
    queries: int,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    act = prepare(number)

    with django_assert_num_queries(queries):
        act()


def test_a_failed_addition_leaves_neither_record_nor_row() -> None:
    add(records.AnnualPlan, "gammal", year=2026, title="Finns redan")

    with pytest.raises(IntegrityError):
        journal.add_many(ACTOR, [plan(2025), plan(2026)])

    assert list(records.AnnualPlan.objects.values_list("key")) == [("gammal",)]
    assert written() == []


def test_a_failed_journal_row_takes_the_change_with_it() -> None:
    (activity,) = without_journal(1)
    nobody = Actor("Ingen", AT, user_id=987654)

    with pytest.raises(IntegrityError):
        _with_checked_references(
            lambda: journal.change(nobody, activity, {"title": "Ny"})
        )

    assert records.Activity.objects.get().title == "Nummer 0"
    assert written() == []


def _with_checked_references(act: Callable[[], object]) -> None:
    with transaction.atomic():
        act()
        connection.check_constraints()


def test_nothing_to_do_writes_nothing() -> None:
    journal.add_many(ACTOR, [])
    journal.remove_many(ACTOR, [])

    assert (journal.change_many(ACTOR, []), written()) == (0, [])


def test_history_is_newest_first_and_the_records_own() -> None:
    journal.add_many(ACTOR, [plan(2025), plan(2026)])
    later = Actor("Ove", AT.replace(hour=13))
    stored = records.AnnualPlan.objects.get(key="2026")
    journal.change(later, stored, {"title": "Ny"})

    history = [
        (row.action, row.changed_by_name) for row in journal.history_of("plans", "2026")
    ]
    latest = [row.record_key for row in journal.latest_changes(2)]

    assert history == [("changed", "Ove"), ("created", "Sonja Strateg")]
    assert latest == ["2026", "2026"]
