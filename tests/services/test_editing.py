"""Saving by hand: once, never over another's text, and taken back whole or not."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from radslag.records.models import (
    Activity,
    ActivityResponsibility,
    AgendaItem,
    AnnualPlan,
    Body,
    Change,
    Cooperation,
    Decision,
    Goal,
    Meeting,
    Membership,
    Minutes,
    Municipality,
    Programme,
    choose,
)
from radslag.services import editing
from radslag.services.editing import Beside, CannotUndo, Protected, RemovedMeanwhile
from radslag.services.editing.keys import wished_key
from radslag.services.journal import Actor, ChangedMeanwhile

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
BESIDE = Beside(ActivityResponsibility, "activity")


def actor(minutes: int = 0) -> Actor:
    """Return somebody who acts so many minutes after noon."""
    return Actor("Anna", AT + timedelta(minutes=minutes))


@pytest.fixture
def cooperation() -> Iterator[Cooperation]:
    """Return an empty cooperation, chosen."""
    made = Cooperation.objects.create(key="prov", name="Prov")
    with choose(made):
        yield made


@pytest.fixture
def plan(cooperation: Cooperation) -> AnnualPlan:
    """Return a plan for a year."""
    found = AnnualPlan(year=2026, title="Plan 2026")
    editing.add(actor(-60), found)
    return found


@pytest.fixture
def body(cooperation: Cooperation) -> Body:
    """Return a network."""
    found = Body(kind="network", name="Klimatnätverket")
    editing.add(actor(-60), found)
    return found


@pytest.fixture
def activity(plan: AnnualPlan, body: Body) -> Activity:
    """Return an activity with a body that answers for it."""
    found = Activity(plan=plan, title="Åtgärder för Älvsjö")
    editing.add(actor(-50), found, [with_rows({"body": body})])
    return found


def with_rows(*rows: dict[str, object]) -> Beside:
    """Return who is to answer for an activity."""
    return Beside(ActivityResponsibility, "activity", rows)


def test_keys_are_made_of_names_and_taken_once(activity: Activity, plan: AnnualPlan):
    keys = [
        editing.add(actor(), Activity(plan=plan, title=activity.title))[0]
        for _each in range(2)
    ]

    assert activity.key == "atgarder-for-alvsjo"
    assert keys == ["atgarder-for-alvsjo-2", "atgarder-for-alvsjo-3"]


@given(title=st.text(min_size=1, max_size=400))
def test_any_name_gives_a_key_that_a_file_takes(title: str):
    wish = wished_key(Activity(title=title), {"title": title})

    assert len(wish) <= 160
    assert not wish or wish[0].isalnum()


def test_the_same_once_adds_one_and_tells_its_key(plan: AnnualPlan):
    first = editing.add(actor(), Activity(plan=plan, title="X"), once="a")
    second = editing.add(actor(1), Activity(plan=plan, title="X"), once="a")
    other = editing.add(actor(2), Activity(plan=plan, title="X"), once="b")

    assert (first, second, other) == (("x", True), ("x", False), ("x-2", True))


def test_a_stale_stamp_writes_nothing(activity: Activity):
    stamp = editing.stamp_of(activity, [editing.beside_rows(activity, BESIDE)])
    editing.change(actor(), activity, {"comment": "Bos"}, stamp=stamp[:1])
    before = Change.objects.count()

    with pytest.raises(ChangedMeanwhile):
        editing.change(actor(1), activity, {"comment": "Annas"}, [BESIDE], stamp=stamp)

    assert Change.objects.count() == before
    assert Activity.objects.get().comment == "Bos"


def test_a_row_beside_makes_a_stamp_stale(activity: Activity, body: Body):
    stamp = editing.stamp_of(activity, [editing.beside_rows(activity, BESIDE)])
    editing.change(actor(), activity, {}, [with_rows()])

    with pytest.raises(ChangedMeanwhile):
        editing.change(actor(1), activity, {"comment": "x"}, [BESIDE], stamp=stamp)


def test_a_row_beside_that_stays_is_left_alone(activity: Activity, body: Body):
    before = Change.objects.count()

    changed = editing.change(actor(), activity, {}, [with_rows({"body": body})])

    assert not changed
    assert Change.objects.count() == before


def test_a_record_removed_meanwhile_is_told(activity: Activity):
    Activity.objects.get().delete()

    with pytest.raises(RemovedMeanwhile):
        editing.change(actor(), activity, {"comment": "x"}, stamp="1")


def test_undo_takes_back_the_record_and_what_is_beside_it(
    activity: Activity, body: Body
):
    editing.change(actor(), activity, {"comment": "Ny"}, [with_rows()])

    editing.undo(actor(1), editing.latest_of(actor()) or 0)

    (row,) = ActivityResponsibility.objects.all()
    assert (Activity.objects.get().comment, row.body) == ("", body)


def test_undo_of_an_undo_gives_it_back(activity: Activity):
    editing.change(actor(), activity, {"comment": "Ny"})
    editing.undo(actor(1), editing.latest_of(actor()) or 0)

    editing.undo(actor(2), editing.latest_of(actor(1)) or 0)

    assert Activity.objects.get().comment == "Ny"


def test_undo_is_whole_or_not_at_all(activity: Activity, body: Body):
    editing.change(actor(), activity, {"comment": "Ny"}, [with_rows()])
    latest = editing.latest_of(actor()) or 0
    fresh = Activity.objects.get()
    editing.change(actor(1), fresh, {"comment": "Nyare"})

    with pytest.raises(CannotUndo, match="ändrats igen"):
        editing.undo(actor(2), latest)

    assert not ActivityResponsibility.objects.exists()
    assert Activity.objects.get().comment == "Nyare"


def test_undo_of_an_addition_stops_at_what_was_built_on_it(
    activity: Activity, body: Body
):
    added = Change.objects.get(section="plans")

    with pytest.raises(CannotUndo, match="Annat har lagts till"):
        editing.undo(actor(), added.pk)


def test_undo_of_a_removal_restores_a_tree_in_order(cooperation: Cooperation):
    programme = Programme(
        name="SUP", valid_from=date(2023, 1, 1), valid_to=date(2026, 12, 31)
    )
    editing.add(actor(-9), programme)
    above = None
    for level in ("vision", "overarching", "sub_goal"):
        goal = Goal(programme=programme, parent=above, level=level, name=level)
        editing.add(actor(-8), goal)
        above = goal
    told = Change.objects.count()

    editing.remove(actor(), programme, stamp="1")
    assert not Goal.objects.exists()
    editing.undo(actor(1), editing.latest_of(actor()) or 0)

    tree = {goal.key: str(goal.parent or "") for goal in Goal.objects.all()}
    assert tree == {"vision": "", "overarching": "vision", "sub-goal": "overarching"}
    assert Change.objects.count() == told + 8


def test_an_import_is_not_undone_by_hand(activity: Activity):
    loading = Actor("Anna", AT + timedelta(minutes=5), occasion="inläsning")
    editing.change(loading, activity, {"comment": "Fil"})

    with pytest.raises(CannotUndo, match="inläsning"):
        editing.undo(actor(6), editing.latest_of(loading) or 0)


def test_verified_minutes_and_what_they_record_stand(body: Body):
    meeting = Meeting(body=body, held_on=date(2026, 4, 23))
    editing.add(actor(-9), meeting)
    item = AgendaItem(meeting=meeting, number=1, title="Budget")
    editing.add(actor(-8), item)
    decision = Decision(item=item, wording="Antas")
    editing.add(actor(-7), decision)
    minutes = Minutes(meeting=meeting, verified_on=date(2026, 5, 2))
    editing.add(actor(-6), minutes)

    for record, values in (
        (item, {"title": "x"}),
        (decision, {"wording": "x"}),
        (minutes, {"text": "x"}),
    ):
        with pytest.raises(Protected, match="justerade"):
            editing.change(actor(), record, values)
    with pytest.raises(Protected):
        editing.add(actor(), AgendaItem(meeting=meeting, number=2, title="Ny"))
    with pytest.raises(Protected):
        editing.remove(actor(), meeting, stamp="1")


DAYS = st.integers(0, 40).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
PERIODS = st.tuples(DAYS, st.none() | DAYS).filter(
    lambda period: period[1] is None or period[1] > period[0]
)


@settings(deadline=None, max_examples=60)
@given(one=PERIODS, other=PERIODS)
def test_memberships_overlap_just_when_they_share_a_day(one, other):
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(60)]

    def holds(period: tuple[date, date | None], day: date) -> bool:
        return period[0] <= day and (period[1] is None or day < period[1])

    shares = any(holds(one, day) and holds(other, day) for day in days)
    with choose(Cooperation.objects.get_or_create(key="p", name="P")[0]) as chosen:
        salem, _new = Municipality.objects.get_or_create(
            cooperation=chosen, key="salem", code="0128", name="Salem"
        )
        Membership.objects.all().delete()
        Membership.objects.create(
            cooperation=chosen,
            key="en",
            municipality=salem,
            member_from=one[0],
            member_until=one[1],
        )
        new = Membership(
            municipality=salem, member_from=other[0], member_until=other[1]
        )
        found = editing.problems_of(new, TODAY)

    assert bool(found) == shares


def test_removal_asks_as_much_of_one_as_of_many(activity: Activity, plan: AnnualPlan):
    asked = []
    for number in range(3):
        editing.add(actor(), Activity(plan=plan, title=f"Nummer {number}"))
        with CaptureQueriesContext(connection) as queries:
            removal = editing.removal_of(plan)
        asked.append(len(queries))

    assert len(set(asked)) == 1
    assert [each.number for each in removal.gone] == [4, 1]


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_add_one():
    made = Cooperation.objects.create(key="prov", name="Prov")
    user = User.objects.create_user("anna@exempel.se")
    with choose(made):
        plan = AnnualPlan(year=2026, title="Plan 2026")
        editing.add(actor(), plan)
    together, answers = Barrier(2), []

    def click() -> None:
        with choose(made):
            together.wait()
            clicker = Actor("Anna", AT, user.pk)
            new = Activity(plan=plan, title="Dubbelt")
            answers.append(editing.add(clicker, new, once="samma"))
        connection.close()

    threads = [Thread(target=click) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [("dubbelt", False), ("dubbelt", True)]
    with choose(made):
        assert Activity.objects.count() == 1
