"""Removals: the journal keeps what went, what went with it, and what let go of it."""

from collections.abc import Iterator
from datetime import time

import pytest

from radslag.records import models as records
from radslag.records.models import Change, Cooperation
from radslag.records.sections import SECTIONS
from radslag.services import journal
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


def test_a_removal_keeps_what_the_record_said() -> None:
    journal.add(ACTOR, plan())

    journal.remove_many(ACTOR, list(records.AnnualPlan.objects.all()))

    assert written()[1:] == [("plans", "2026", "deleted", PLAN, {})]
    assert not records.AnnualPlan.objects.exists()


def test_what_hangs_on_a_removed_record_is_written_too() -> None:
    (activity,) = without_journal(1)
    body = add(records.Body, "natverk", kind="network", name="Nätverk")
    add(records.ActivityResponsibility, "ansvar", activity=activity, body=body)
    add(records.FollowUp, "not", activity=activity, noted_on=AT.date(), text="Klar")

    journal.remove_many(ACTOR, list(records.AnnualPlan.objects.all()))

    told = [(section, key, action) for section, key, action, *_ in written()]
    assert told == [
        ("follow_ups", "not", "deleted"),
        ("activity_responsibilities", "ansvar", "deleted"),
        ("activities", "a-0", "deleted"),
        ("plans", "2026", "deleted"),
    ]
    responsible = written()[1][3]
    assert responsible == {"activity": "a-0", "body": "natverk", "municipality": None}
    assert list(records.Body.objects.all()) == [body]


def test_a_tree_is_removed_to_its_last_leaf() -> None:
    without_journal(1)
    root = records.Goal.objects.get()
    for depth in range(1, 4):
        parent = records.Goal.objects.latest("pk")
        add(
            records.Goal,
            f"djup-{depth}",
            programme=parent.programme,
            parent=parent,
            level="sub_goal",
            name="Mål",
        )

    journal.remove_many(ACTOR, [root])

    told = {(section, key, action) for section, key, action, *_ in written()}
    assert told == {
        ("activities", "a-0", "changed"),
        ("goals", "mal-0", "deleted"),
        ("goals", "djup-1", "deleted"),
        ("goals", "djup-2", "deleted"),
        ("goals", "djup-3", "deleted"),
    }
    assert not records.Goal.objects.exists()


def test_what_only_refers_lets_go_and_says_so() -> None:
    without_journal(1)
    goal = records.Goal.objects.get()

    journal.remove_many(ACTOR, [goal])

    assert written()[0] == (
        "activities",
        "a-0",
        "changed",
        {"goal": "mal-0"},
        {"goal": None},
    )
    stored = records.Activity.objects.get()
    assert (stored.goal, stored.version) == (None, 2)


def test_two_references_let_go_in_one_change() -> None:
    meeting_values = {"held_on": AT.date(), "starts_at": time(13)}
    body = add(records.Body, "kommitte", kind="committee", name="Kommittén")
    meeting = add(records.Meeting, "mote", body=body, **meeting_values)
    item = add(records.AgendaItem, "punkt", meeting=meeting, number=1, title="Val")
    add(records.Paper, "handling", title="Handling", meeting=meeting, item=item)

    journal.remove_many(ACTOR, [meeting])

    before, after = (
        {"item": "punkt", "meeting": "mote"},
        {"item": None, "meeting": None},
    )
    assert ("papers", "handling", "changed", before, after) in written()
    assert records.Paper.objects.get().version == 2


def test_a_removed_cooperation_leaves_nothing_and_touches_no_other(
    owner: Cooperation,
) -> None:
    activities(2)
    journal.add(ACTOR, plan(2027))
    with cooperation("annan") as other:
        journal.add(ACTOR, plan(2030))

    journal.remove_cooperation(owner)

    left = {
        model.__name__: list(model._base_manager.values_list("key", flat=True))
        for model in (*SECTIONS.values(), Cooperation)
        if model._base_manager.exists()
    }
    rows = Change._base_manager.values_list("cooperation__key", "record_key")
    assert left == {"AnnualPlan": ["2030"], "Cooperation": [other.key]}
    assert list(rows) == [("annan", "2030")]


def test_statistics_are_refreshed_without_touching_a_row() -> None:
    made = activities(3)

    journal.refresh_statistics()

    assert list(records.Activity.objects.order_by("pk")) == made
    assert written() == []
