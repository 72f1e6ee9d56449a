"""A kept question answers as the plain one would, whatever it was asked before."""

from contextvars import Context
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.test.utils import CaptureQueriesContext

from radslag.records.models import (
    Activity,
    AnnualPlan,
    Change,
    NoCooperationChosen,
    choose,
)
from radslag.records.questions import BadQuestion, Same, answered_as, question
from tests.records.rows import SOME_DAY, cooperation, make

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


class Titled(NamedTuple):
    """A plan as a question may be answered."""

    key: str
    adopted_on: date | None
    has_activities: bool


@question
def plans_from(year: int, *, is_newest_first: bool = False) -> QuerySet[AnnualPlan]:
    found = AnnualPlan.objects.filter(year__gte=year).select_related("programme")
    return found.order_by("-pk" if is_newest_first else "pk")


@answered_as(Titled._make)
def titled(title: str, before: date) -> QuerySet[AnnualPlan]:
    activities = Activity.objects.filter(plan=OuterRef("pk"))
    return (
        AnnualPlan.objects.filter(title=title, adopted_on__lt=before)
        .order_by("pk")
        .values_list("key", "adopted_on", Exists(activities))
    )


@question
def changes_since(moment: datetime) -> QuerySet[Change]:
    return Change.objects.filter(changed_at__gte=moment)


@pytest.fixture
def here():
    """Return a cooperation that is chosen while the test is run."""
    with choose(cooperation()) as chosen:
        yield chosen


def test_a_question_is_answered_by_the_rows_its_values_ask_for(here):
    first = make(AnnualPlan, here, year=2026)
    second = make(AnnualPlan, here, year=2027)
    asked = [list(plans_from(year)) for year in (2026, 2027, 2028)]
    assert asked == [[first, second], [second], []]


def test_a_question_sees_what_was_written_since_it_was_asked_last(here):
    assert plans_from(2026).first() is None
    plan = make(AnnualPlan, here, year=2026)
    assert plans_from(2026).first() == plan


def test_each_cooperation_is_answered_from_its_own_rows(here):
    ours = make(AnnualPlan, here, year=2026)
    with choose(cooperation()) as other:
        theirs = make(AnnualPlan, other, year=2026)
        assert list(plans_from(2026)) == [theirs]
    assert list(plans_from(2026)) == [ours]


def test_nothing_is_answered_before_a_cooperation_is_chosen(here):
    plans_from(2026)
    with pytest.raises(NoCooperationChosen):
        Context().run(plans_from, 2026)


def test_the_shape_is_chosen_by_name(here):
    first = make(AnnualPlan, here, year=2026)
    second = make(AnnualPlan, here, year=2027)
    assert list(plans_from(2026)) == [first, second]
    assert list(plans_from(2026, is_newest_first=True)) == [second, first]


def test_rows_come_as_what_is_said_with_values_as_django_reads_them(here):
    plan = make(AnnualPlan, here, title="Plan", adopted_on=SOME_DAY)
    make(Activity, here, plan=plan)
    assert list(titled("Plan", SOME_DAY + A_DAY)) == [Titled(plan.key, SOME_DAY, True)]
    assert list(titled("Plan", SOME_DAY)) == []
    assert list(titled("En annan", SOME_DAY + A_DAY)) == []


def test_moments_are_values_too(here):
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    change = Change.objects.create(
        cooperation=here,
        section="plans",
        record_key="plan",
        action=Change.Action.CREATED,
        changed_at=noon,
        changed_by_name="Kansliet",
    )
    assert list(changes_since(noon)) == [change]
    assert list(changes_since(noon + A_DAY)) == []


def test_records_come_with_what_was_asked_for_beside_them(here):
    make(AnnualPlan, here, year=2026)
    plan = plans_from(2026).first()
    with CaptureQueriesContext(connection) as queries:
        assert plan is not None
        assert plan.programme is None or plan.programme.name
    assert len(queries) == 0


def test_answers_are_alike_when_all_in_them_is_alike(here):
    plan = make(AnnualPlan, here, year=2026, title="En")
    before = plans_from(2026)
    assert plans_from(2026) == before
    assert hash(plans_from(2026)) == hash(before)
    assert plans_from(2026, is_newest_first=True) != before
    AnnualPlan.objects.filter(pk=plan.pk).update(title="En annan")
    assert plans_from(2026) != before


def test_asking_is_one_question_to_the_database_and_reading_none(here):
    make(AnnualPlan, here, year=2026)
    with CaptureQueriesContext(connection) as queries:
        answers = plans_from(2026)
        assert len(answers) == len(list(answers)) == len(list(answers)) == 1
    assert len(queries) == 1


def test_a_value_that_does_not_stand_as_it_is_in_the_sql_is_refused(here):
    @question
    def begun_in(year: int) -> QuerySet[AnnualPlan]:
        return AnnualPlan.objects.filter(adopted_on__year=year)

    @question
    def forgotten(year: int) -> QuerySet[AnnualPlan]:
        return AnnualPlan.objects.all()

    for ask in (begun_in, forgotten):
        with pytest.raises(BadQuestion):
            ask(2026)


def test_a_value_of_another_kind_is_refused(here):
    with pytest.raises(BadQuestion):
        plans_from(None)  # type: ignore[arg-type]  # as the test says


def test_a_question_that_nothing_can_answer_asks_nothing(here):
    @question
    def none_of(*, keys: tuple[int, ...]) -> QuerySet[AnnualPlan]:
        return AnnualPlan.objects.filter(pk__in=keys)

    plan = make(AnnualPlan, here)
    with CaptureQueriesContext(connection) as queries:
        assert list(none_of(keys=())) == []
    assert len(queries) == 0
    assert list(none_of(keys=(plan.pk,))) == [plan]


def test_a_thing_is_alike_only_to_itself_as_a_key():
    one, other = date(2026, 3, 2), date(2026, 3, 2)
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert one == other
    assert Same(one) != Same(other)
