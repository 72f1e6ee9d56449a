"""Every kind of record answers for the chosen cooperation only, or not at all."""

from collections.abc import Iterator
from typing import Any

import pytest

from radslag.records.models import (
    Activity,
    AnnualPlan,
    Change,
    NoCooperationChosen,
    Record,
    choose,
)
from radslag.records.sections import SECTIONS
from tests.records.rows import SOME_DAY, cooperation, kinds_of_record, make

pytestmark = pytest.mark.django_db
SCOPED: list[type[Any]] = [*kinds_of_record(), Change]


def named(model: type[Any]) -> str:
    return model.__name__


def backwards() -> Iterator[tuple[type[Record], str]]:
    """Give each (kind of record, name of a manager for what refers to it)."""
    for model in kinds_of_record():
        for field in model._meta.concrete_fields:
            target = field.related_model
            if field.many_to_one and target in SECTIONS.values():
                yield target, str(field.remote_field.get_accessor_name())


@pytest.mark.parametrize("model", SCOPED, ids=named)
@pytest.mark.parametrize(
    "ask",
    [
        lambda model: list(model.objects.all()),
        lambda model: model.objects.count(),
        lambda model: model.objects.filter(pk=1).exists(),
        lambda model: model.objects.filter(pk=1).update(pk=1),
        lambda model: model.objects.none(),
        lambda model: model._default_manager.first(),
    ],
    ids=["all", "count", "filter", "update", "none", "default"],
)
def test_nothing_answers_before_a_cooperation_is_chosen(
    model: type[Any], ask: Any
) -> None:
    with pytest.raises(NoCooperationChosen):
        ask(model)


@pytest.mark.parametrize("model", kinds_of_record(), ids=named)
def test_only_the_chosen_cooperations_rows_are_seen(model: type[Record]) -> None:
    one, other = cooperation(), cooperation()
    mine, theirs = make(model, one), make(model, other)

    with choose(one):
        seen = set(model.objects.all())
        is_theirs_found = model.objects.filter(pk=theirs.pk).exists()

    assert mine in seen
    assert {row.cooperation_id for row in seen} == {one.pk}
    assert not is_theirs_found


def test_the_journal_is_seen_by_its_own_cooperation() -> None:
    one, other = cooperation(), cooperation()
    with choose(one):
        for each in (one, other):
            Change.objects.create(
                cooperation=each, changed_at=f"{SOME_DAY}T12:00Z", record_key=each.key
            )

        seen = [row.record_key for row in Change.objects.all()]

    assert seen == [one.key]


def test_rows_met_backwards_are_inside_the_wall_too() -> None:
    owner = cooperation()
    plan = make(AnnualPlan, owner)
    activity = make(Activity, owner, plan=plan)

    with choose(owner):
        inside = list(plan.activities.all())
    with choose(cooperation()):
        outside = list(plan.activities.all())

    assert inside == [activity]
    assert outside == []


@pytest.mark.parametrize(
    ("target", "name"),
    sorted(backwards(), key=str),
    ids=lambda part: part if isinstance(part, str) else named(part),
)
def test_no_related_manager_answers_unasked(target: type[Record], name: str) -> None:
    with pytest.raises(NoCooperationChosen):
        list(getattr(target(pk=1), name).all())


def test_a_choice_ends_where_it_ends() -> None:
    outer, inner = cooperation(), cooperation()
    plan = make(AnnualPlan, outer)

    with choose(outer):
        with choose(inner):
            within = list(AnnualPlan.objects.all())
        after = list(AnnualPlan.objects.all())

    assert (within, after) == ([], [plan])
    with pytest.raises(NoCooperationChosen):
        AnnualPlan.objects.count()


def test_a_choice_ends_when_something_fails() -> None:
    with pytest.raises(ZeroDivisionError), choose(cooperation()):
        raise ZeroDivisionError

    with pytest.raises(NoCooperationChosen):
        AnnualPlan.objects.count()


def test_every_kind_of_record_has_a_section() -> None:
    assert set(SECTIONS.values()) == set(kinds_of_record())


def test_sections_come_after_those_they_refer_to() -> None:
    order = {model: place for place, model in enumerate(SECTIONS.values())}

    too_early = [
        (named(model), field.name)
        for model in order
        for field in model._meta.concrete_fields
        if field.related_model in order and order[field.related_model] > order[model]
    ]

    assert too_early == []
