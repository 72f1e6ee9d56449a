"""Reading annual plans: the year's activities by goal, and the year's calendar."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet

from radslag.agreement.vocabulary import ActivityKind, GoalLevel
from radslag.agreement.wording import capitalised
from radslag.records.models import (
    Activity,
    ActivityResponsibility,
    AnnualPlan,
    FollowUp,
    Goal,
    GoalResponsibility,
    Record,
)
from radslag.records.questions import Answers, Same, question
from radslag.services.access import Viewer, shown
from radslag.services.activity_times import ActivityTime, time_of
from radslag.services.citing import Named, has_source

# Plans that are worked out once for the same answers.
MOST_PLANS = 100


@dataclass(frozen=True)
class PlanRow:
    """A row of the action plan (handlingsplan): an activity, or a goal without one."""

    goal: Goal | None
    activity: Activity | None
    responsible: tuple[str, ...] = ()
    repeats_goal: bool = False
    time: ActivityTime | None = None


@dataclass(frozen=True)
class PlanSection:
    """An area with its main goal, and its rows in the order of the plan."""

    name: str
    wording: str
    level: str
    answered_for_by: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    kind: ActivityKind | None = None


@dataclass(frozen=True)
class ActionPlan:
    """A year's action plan (handlingsplan), and what it counts to.

    `shown` is how many of its activities stand in the sections.
    """

    sections: tuple[PlanSection, ...]
    activities: int
    goals_without_activity: tuple[Goal, ...]
    shown: int = 0


@dataclass(frozen=True, eq=False)
class PlanFacts:
    """What a plan's pages are made of: its goals, its activities and their times.

    The same answers give the same object, which is alike only to itself.
    """

    plan: AnnualPlan
    goals: tuple[Goal, ...]
    activities: tuple[Activity, ...]
    times: Mapping[int, ActivityTime] = field(default_factory=dict)
    cited: frozenset[Named] = frozenset()


def plans_for(viewer: Viewer) -> tuple[AnnualPlan, ...]:
    """Return the plans that the viewer may see, newest first, with programmes.

    To the public, a plan whose programme is not public yet has none: its activities
    are told, the programme's name and goals are not.
    """
    to_public = viewer.is_public
    return _seen(_plans(to_public=to_public), to_public=to_public)


@question
def _plans(*, to_public: bool) -> QuerySet[AnnualPlan]:
    plans = AnnualPlan.objects.select_related("programme")
    return shown(plans, to_public=to_public)


@lru_cache(maxsize=MOST_PLANS)
def _seen(rows: Answers[AnnualPlan], *, to_public: bool) -> tuple[AnnualPlan, ...]:
    plans = tuple(rows)
    for plan in plans:
        if to_public and plan.programme and not plan.programme.is_public:
            plan.programme = None
    return plans


class _Answered(NamedTuple):
    """All that was answered about a plan; notes are told to nobody outside."""

    plan: Same[AnnualPlan]
    activities: Answers[Activity]
    responsible: Answers[ActivityResponsibility]
    notes: Answers[FollowUp] | None
    goals: Answers[Goal]
    answering: Answers[GoalResponsibility]


def plan_facts(plan: AnnualPlan, viewer: Viewer) -> PlanFacts:
    """Return a plan's goals and activities with who answers for them.

    Five queries whatever their number; four for the public, who is not told what has
    been noted in following up. Worked out once for the same answers.
    """
    # Asked also of a plan without a programme, which no goal has: the same questions.
    programme = plan.programme_id or 0
    return _facts(
        _Answered(
            plan=Same(plan),
            activities=_activities(plan.pk),
            responsible=_responsible(plan.pk),
            notes=None if viewer.is_public else _notes(plan.pk),
            goals=_goals(programme),
            answering=_answering(programme),
        )
    )


@lru_cache(maxsize=MOST_PLANS)
def _facts(answered: _Answered) -> PlanFacts:
    plan = answered.plan.thing
    activities, goals = tuple(answered.activities), tuple(answered.goals)
    _hang("answering", activities, answered.responsible, "activity_id")
    _hang("notes", activities, answered.notes or (), "activity_id")
    _hang("answering", goals, answered.answering, "goal_id")
    return PlanFacts(
        plan=plan,
        goals=goals,
        activities=activities,
        times={activity.pk: time_of(activity, plan.year) for activity in activities},
        cited=frozenset(
            ("activities", each.key)
            for each in activities
            if getattr(each, "is_cited", False)
        ),
    )


def _hang(
    name: str, records: Iterable[Record], rows: Iterable[Record], whose: str
) -> None:
    """Give each record the rows that are its own, under a name."""
    own = defaultdict(list)
    for row in rows:
        own[getattr(row, whose)].append(row)
    for record in records:
        setattr(record, name, own[record.pk])


def action_plan(
    facts: PlanFacts, chosen: Sequence[Activity] | None = None
) -> ActionPlan:
    """Return the activities, or those chosen, by area and goal; asks nothing.

    Each activity stands in exactly one section; what has no goal stands last, by its
    kind. Where all are shown, so are the goals without any.
    """
    shown = facts.activities if chosen is None else chosen
    by_goal = _by_goal(shown)
    tree = _Tree(facts, by_goal, shows_bare=chosen is None)
    strangers = _without_goal(by_goal, {goal.pk for goal in tree.goals})
    whole = _Tree(facts, _by_goal(facts.activities))
    return ActionPlan(
        sections=(*tree.sections(), *_sections_by_kind(strangers, facts)),
        activities=len(facts.activities),
        goals_without_activity=tuple(whole.bare_goals()),
        shown=len(shown),
    )


def _by_goal(activities: Iterable[Activity]) -> dict[int | None, list[Activity]]:
    by_goal: dict[int | None, list[Activity]] = defaultdict(list)
    for activity in activities:
        by_goal[activity.goal_id].append(activity)
    return by_goal


@question
def _goals(programme_id: int) -> QuerySet[Goal]:
    return Goal.objects.filter(programme=programme_id).order_by("position", "id")


@question
def _answering(programme_id: int) -> QuerySet[GoalResponsibility]:
    rows = GoalResponsibility.objects.filter(goal__programme=programme_id)
    return rows.select_related("body")


@question
def _activities(plan_id: int) -> QuerySet[Activity]:
    return (
        Activity.objects.filter(plan=plan_id)
        .select_related("continues__plan")
        .annotate(is_cited=has_source("activities"))
        .order_by("position", "id")
    )


@question
def _responsible(plan_id: int) -> QuerySet[ActivityResponsibility]:
    rows = ActivityResponsibility.objects.filter(activity__plan=plan_id)
    return rows.select_related("body", "municipality")


@question
def _notes(plan_id: int) -> QuerySet[FollowUp]:
    rows = FollowUp.objects.filter(activity__plan=plan_id)
    return rows.order_by("-noted_on", "-id")


class _Tree:
    """The goal tree of a plan, with the activities that hang on it."""

    def __init__(
        self,
        facts: PlanFacts,
        by_goal: dict[int | None, list[Activity]],
        *,
        shows_bare: bool = True,
    ) -> None:
        self.facts = facts
        self.by_goal = by_goal
        self.shows_bare = shows_bare
        self.children: dict[int | None, list[Goal]] = defaultdict(list)
        for goal in facts.goals:
            self.children[goal.parent_id].append(goal)
        self.goals = list(self._walk(None))
        self.listed_under_area = {
            child.pk
            for goal in self.goals
            if goal.level != GoalLevel.SUB_GOAL
            for child in self.children[goal.pk]
            if child.level == GoalLevel.SUB_GOAL
        }

    def _walk(self, parent_id: int | None) -> Iterator[Goal]:
        for goal in self.children[parent_id]:
            yield goal
            yield from self._walk(goal.pk)

    def sections(self) -> Iterator[PlanSection]:
        """Yield an area for each goal that has activities or sub-goals of its own."""
        for goal in self.goals:
            if goal.pk in self.listed_under_area:
                continue
            rows = tuple(self._rows(goal))
            if rows:
                yield PlanSection(
                    goal.name, goal.title, goal.level, _bodies_of(goal), rows
                )

    def _rows(self, area: Goal) -> Iterator[PlanRow]:
        yield from _activity_rows(None, self.by_goal[area.pk], self.facts)
        for child in self.children[area.pk]:
            if child.level != GoalLevel.SUB_GOAL:
                continue
            activities = self.by_goal[child.pk]
            yield from _activity_rows(child, activities, self.facts)
            if not activities and self.shows_bare:
                yield PlanRow(child, None)

    def bare_goals(self) -> Iterator[Goal]:
        """Yield the lowest goals of each branch that no activity carries."""
        for goal in self.goals:
            if not self.children[goal.pk] and not self.by_goal[goal.pk]:
                yield goal


def _activity_rows(
    goal: Goal | None, activities: Iterable[Activity], facts: PlanFacts
) -> Iterator[PlanRow]:
    for place, activity in enumerate(activities):
        yield PlanRow(
            goal,
            activity,
            responsible_for(activity),
            repeats_goal=place > 0,
            time=facts.times[activity.pk],
        )


def responsible_for(activity: Activity) -> tuple[str, ...]:
    """Name who answers for an activity fetched with its responsibilities."""
    return tuple(sorted(_named(each) for each in answering(activity)))


def answering(activity: Activity) -> list[ActivityResponsibility]:
    """Return the responsibilities fetched with an activity; asks nothing."""
    found: list[ActivityResponsibility] = getattr(activity, "answering", [])
    return found


def notes_of(activity: Activity) -> list[FollowUp]:
    """Return what was noted of an activity fetched with it, the latest first."""
    found: list[FollowUp] = getattr(activity, "notes", [])
    return found


def _named(responsibility: ActivityResponsibility) -> str:
    return str(responsibility.body or responsibility.municipality)


def _bodies_of(goal: Goal) -> tuple[str, ...]:
    found: list[GoalResponsibility] = getattr(goal, "answering", [])
    return tuple(sorted(each.body.name for each in found))


def _without_goal(
    by_goal: dict[int | None, list[Activity]], known: set[int]
) -> list[Activity]:
    strangers = [
        activity
        for goal_id, activities in by_goal.items()
        if goal_id not in known
        for activity in activities
    ]
    return sorted(strangers, key=lambda activity: (activity.position, activity.pk))


def _sections_by_kind(
    activities: Sequence[Activity], facts: PlanFacts
) -> Iterator[PlanSection]:
    for kind in ActivityKind:
        of_kind = [each for each in activities if each.kind == kind]
        rows = tuple(_activity_rows(None, of_kind, facts))
        if rows:
            yield PlanSection(capitalised(kind.swedish), "", "", (), rows, kind)
