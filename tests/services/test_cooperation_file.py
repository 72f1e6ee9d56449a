"""Loading and exporting whole cooperations: all or nothing, and the same again."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings

from radslag.formats.cooperation_file import SHAPES, BadFile, Rows, write_yaml
from radslag.records.models import Change, Cooperation, Goal, Municipality, choose
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file import (
    Counts,
    NoSuchCooperation,
    export,
    load,
    rows_of,
)
from radslag.services.journal import Actor
from tests.factories import cooperation_facts, cooperations, exactly, made_rows

pytestmark = pytest.mark.django_db
ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC), occasion="prov")
WHOLE = settings(
    max_examples=12,
    deadline=None,
    # Each try takes a second; a smaller case is not worth a minute of waiting.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HEAD = "format: radslag/1\ncooperation: {key: prov, name: Prov}\n"
TWO = (
    "municipalities:\n"
    "- {key: a, code: '0001', name: A}\n"
    "- {key: b, code: '0002', name: B}\n"
)
GOALS = """
programmes:
- key: p
  name: P
  valid_from: 2023-01-01
  valid_to: 2026-12-31
  goals:
  - key: top
    level: vision
    name: Överst
    goals:
    - {key: below, level: sub_goal, name: Under}
plans:
- key: plan
  year: 2026
  title: Plan
  activities:
  - {key: act, title: Gör, goal: below}
"""


def by_key(rows: Rows) -> dict[str, dict[str, dict[str, object]]]:
    return {name: {row["key"]: row for row in held} for name, held in rows.items()}


def prov() -> Cooperation:
    return Cooperation.objects.get(key="prov")


def changes(**wanted: Any) -> list[tuple[str, str, str]]:
    with choose(prov()):
        rows = Change.objects.filter(**wanted).order_by("id")
        return list(rows.values_list("action", "section", "record_key"))


class Undone(Exception):
    pass


@contextmanager
def taken_back() -> Iterator[None]:
    """Take back what is done inside, so that the next thing meets a fresh database."""
    with suppress(Undone), transaction.atomic():
        yield
        raise Undone


@WHOLE
@given(rows=cooperations())
def test_load_export_load_gives_the_same_cooperation(rows: Rows) -> None:
    with taken_back():
        load(write_yaml(cooperation_facts("prov"), rows), actor=ACTOR)
        first = export("prov")
        assert by_key(rows_of(prov())) == by_key(rows)

    with taken_back():
        load(first, actor=ACTOR)
        assert export("prov") == first
        assert by_key(rows_of(prov())) == by_key(rows)


@pytest.mark.parametrize("seed", range(6))
def test_loading_twice_changes_nothing(seed: int) -> None:
    text = write_yaml(cooperation_facts("prov"), made_rows(seed))
    once = load(text, actor=ACTOR)
    written = len(changes())

    again = load(text, actor=ACTOR)

    total = once.added
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert (again.unchanged, again.is_new, again.has_new_facts) == (total, False, False)
    assert len(changes()) == written == total


@pytest.mark.parametrize("seed", range(6))
def test_replacing_one_cooperation_by_another_leaves_only_the_other(seed: int) -> None:
    load(write_yaml(cooperation_facts("prov"), made_rows(seed)), actor=ACTOR)
    others = made_rows(seed + 100)
    before = keys_there()

    load(write_yaml(cooperation_facts("prov"), others), actor=ACTOR, replace=True)

    assert by_key(rows_of(prov())) == by_key(others)
    deleted = Counter(changes(action="deleted"))
    gone = before - keys_there()
    assert {(section, key) for _, section, key in deleted} >= gone
    assert set(deleted.values()) <= {1}


def keys_there() -> set[tuple[str, str]]:
    rows = rows_of(prov())
    return {(name, row["key"]) for name, held in rows.items() for row in held}


def test_load_adds_changes_and_leaves_alone() -> None:
    load(HEAD + TWO, actor=ACTOR)
    text = HEAD + TWO.replace("name: B", "name: Be") + "people: [{key: x, name: X}]\n"

    report = load(text, actor=ACTOR)

    assert report.sections == {
        "municipalities": Counts(changed=1, unchanged=1),
        "people": Counts(added=1),
    }
    assert changes()[2:] == [
        ("changed", "municipalities", "b"),
        ("created", "people", "x"),
    ]


def test_load_never_removes_unless_asked() -> None:
    load(HEAD + TWO, actor=ACTOR)
    one = HEAD + "municipalities: [{key: a, code: '0001', name: A}]\n"

    assert load(one, actor=ACTOR).removed == 0
    assert load(one, actor=ACTOR, replace=True).removed == 1
    with choose(prov()):
        assert [each.key for each in Municipality.objects.all()] == ["a"]


def test_removal_keeps_in_the_journal_what_hung_on_the_removed() -> None:
    load(HEAD + GOALS, actor=ACTOR)
    without = GOALS[: GOALS.index("  goals:")] + GOALS[GOALS.index("plans:") :]

    report = load(
        HEAD + without.replace(", goal: below", ""), actor=ACTOR, replace=True
    )

    assert report.removed == 2
    assert changes()[5:] == [
        ("changed", "activities", "act"),
        ("deleted", "goals", "top"),
        ("deleted", "goals", "below"),
    ]


def test_what_moves_from_a_removed_parent_is_removed_and_added() -> None:
    load(HEAD + GOALS, actor=ACTOR)

    load(HEAD + GOALS.replace("key: top", "key: new"), actor=ACTOR, replace=True)

    with choose(prov()):
        parents = {goal.key: goal.parent and goal.parent.key for goal in goals()}
    assert parents == {"new": None, "below": "new"}
    assert [each for each in changes()[5:] if each[1] == "goals"] == [
        ("deleted", "goals", "top"),
        ("deleted", "goals", "below"),
        ("created", "goals", "new"),
        ("created", "goals", "below"),
    ]


def goals() -> list[Goal]:
    return list(Goal.objects.select_related("parent"))


def test_a_file_may_add_to_a_cooperation_it_only_names() -> None:
    load(HEAD + TWO, actor=ACTOR)
    populations = (
        "populations: [{municipality: a, counted_on: 2025-12-31, residents: 7}]"
    )

    report = load(
        f"format: radslag/1\ncooperation: {{key: prov}}\n{populations}", actor=ACTOR
    )

    assert report.sections == {"populations": Counts(added=1)}
    assert prov().name == "Prov"


def test_a_file_that_names_an_unknown_cooperation_is_refused() -> None:
    with pytest.raises(BadFile) as refused:
        load("format: radslag/1\ncooperation: {key: prov}\n", actor=ACTOR)

    assert refused.value.sentences() == [
        'rad 2, cooperation.key: samverkan "prov" finns inte här; ange dess namn '
        "(name) för att lägga till den"
    ]


def test_what_is_stored_counts_when_a_file_is_checked() -> None:
    load(HEAD + TWO, actor=ACTOR)
    clash = HEAD + "municipalities: [{key: c, code: '0002', name: C}]\n"

    with pytest.raises(BadFile) as refused:
        load(clash, actor=ACTOR)

    assert refused.value.sentences() == [
        "rad 3, municipalities[0]: två poster bland municipalities gäller samma sak "
        '(code 0002); den andra står i det som är sparat och har nyckeln "b"'
    ]


def test_a_fault_in_the_last_section_saves_nothing() -> None:
    rows = made_rows(1)
    text = write_yaml(cooperation_facts("prov"), rows)
    late = text + "\nfees_: []\n"

    with pytest.raises(BadFile):
        load(late, actor=ACTOR)

    assert not Cooperation.objects.exists()


def test_a_refusal_by_the_database_saves_nothing() -> None:
    load(HEAD + TWO, actor=ACTOR)
    swapped = HEAD + "people: [{key: x, name: X}]\n" + TWO.replace("0001", "0003")
    swapped = swapped.replace("0002", "0001").replace("0003", "0002")

    with pytest.raises(BadFile) as refused:
        load(swapped, actor=ACTOR)

    assert "databasen tog inte emot uppgifterna" in str(refused.value)
    assert len(changes()) == 2


def test_a_dry_run_reports_and_saves_nothing() -> None:
    report = load(HEAD + TWO, actor=ACTOR, dry_run=True)

    assert report.sections == {"municipalities": Counts(added=2)}
    assert not Cooperation.objects.exists()


def test_cooperations_do_not_mix() -> None:
    load(HEAD + TWO, actor=ACTOR)
    other = HEAD.replace("prov", "annan") + TWO.replace("name: A", "name: Å")

    load(other, actor=ACTOR)
    load(HEAD.replace("prov", "annan"), actor=ACTOR, replace=True)

    with choose(prov()):
        assert [each.name for each in Municipality.objects.all()] == ["A", "B"]


def test_export_of_an_unknown_key_says_which_there_are() -> None:
    load(HEAD, actor=ACTOR)

    with pytest.raises(NoSuchCooperation, match="Här finns: prov"):
        export("okänd")


def queries(function: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        function()
    return len(captured)


@pytest.mark.parametrize("each", [1, 3])
def test_load_asks_as_often_whatever_the_number_of_rows(each: int) -> None:
    text = write_yaml(cooperation_facts("prov"), exactly(each))

    new = queries(lambda: load(text, actor=ACTOR))
    again = queries(lambda: load(text, actor=ACTOR))
    replaced = queries(lambda: load(text, actor=ACTOR, replace=True))

    # Each section is asked for once; a new one is two insertions in a savepoint, and
    # is read again and indexed for search.
    assert (new, again, replaced) == (307, 53, 53)


@pytest.mark.parametrize("each", [1, 3])
def test_change_and_removal_ask_as_often_whatever_the_number_of_rows(each: int) -> None:
    load(write_yaml(cooperation_facts("prov"), exactly(each, seed=1)), actor=ACTOR)
    other = exactly(each, seed=1)
    for rows in other.values():
        for row in rows:
            row |= {name: "ny" for name in row if name in ("name", "title", "note")}

    changed = queries(
        lambda: load(write_yaml(cooperation_facts("prov"), other), actor=ACTOR)
    )
    removed = queries(lambda: load(HEAD, actor=ACTOR, replace=True))

    assert (changed, removed) == (330, 487)


@pytest.mark.parametrize("each", [1, 3])
def test_export_asks_once_for_each_section(each: int) -> None:
    load(write_yaml(cooperation_facts("prov"), exactly(each)), actor=ACTOR)

    # One for the cooperation, one for each section, and the savepoint's two.
    assert queries(lambda: export("prov")) == len(SECTIONS) + 3
    assert len(SECTIONS) == len(SHAPES)


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_come_one_after_the_other() -> None:
    load(HEAD, actor=ACTOR)

    def add() -> int:
        try:
            return load(HEAD + TWO, actor=ACTOR).added
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        added = sorted(each.result() for each in [pool.submit(add) for _ in range(4)])

    assert added == [0, 0, 0, 2]
    assert len(changes()) == 2
