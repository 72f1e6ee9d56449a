"""Reading annual plans: the year's activities by goal, and the year's calendar."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from radslag.agreement.vocabulary import ActivityKind, GoalLevel
from radslag.records.models import (
    Activity,
    ActivityResponsibility,
    AnnualPlan,
    FollowUp,
    Goal,
    GoalResponsibility,
)
from radslag.services.access import Viewer, visible
from radslag.services.activity_times import ActivityTime, time_of
from radslag.services.citing import Named, has_source


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


@dataclass(frozen=True)
class ActionPlan:
    """A year's action plan (handlingsplan), and what it counts to.

    `shown` is how many of its activities stand in the sections.
    """

    sections: tuple[PlanSection, ...]
    activities: int
    goals_without_activity: tuple[Goal, ...]
    shown: int = 0


@dataclass(frozen=True)
class PlanFacts:
    """What a plan's pages are made of: its goals, its activities and their times."""

    plan: AnnualPlan
    goals: tuple[Goal, ...]
    activities: tuple[Activity, ...]
    times: Mapping[int, ActivityTime] = field(default_factory=dict)


def cited_activities(facts: PlanFacts) -> list[Named]:
    """Return the activities that have a source, without a question."""
    cited = (each for each in facts.activities if getattr(each, "is_cited", False))
    return [("activities", each.key) for each in cited]


def plans_for(viewer: Viewer) -> list[AnnualPlan]:
    """Return the plans that the viewer may see, newest first, with programmes.

    To the public, a plan whose programme is not public yet has none: its activities
    are told, the programme's name and goals are not.
    """
    plans = list(visible(AnnualPlan.objects.select_related("programme"), viewer))
    for plan in plans:
        if viewer.is_public and plan.programme and not plan.programme.is_public:
            plan.programme = None
    return plans


def plan_facts(plan: AnnualPlan, viewer: Viewer) -> PlanFacts:
    """Return a plan's goals and activities with who answers for them.

    Five queries whatever their number; four for the public, who is not told what has
    been noted in following up.
    """
    activities = _activities_of(plan)
    if not viewer.is_public:
        notes = FollowUp.objects.order_by("-noted_on", "-id")
        activities = activities.prefetch_related(Prefetch("follow_ups", notes))
    found = tuple(activities)
    return PlanFacts(
        plan=plan,
        goals=tuple(_goals_of(plan)),
        activities=found,
        times={activity.pk: time_of(activity, plan.year) for activity in found},
    )


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


def _goals_of(plan: AnnualPlan) -> QuerySet[Goal]:
    return (
        Goal.objects.filter(programme=plan.programme_id)
        .prefetch_related(
            Prefetch(
                "responsibilities",
                GoalResponsibility.objects.select_related("body"),
                to_attr="answering",
            )
        )
        .order_by("position", "id")
    )


def _activities_of(plan: AnnualPlan) -> QuerySet[Activity]:
    return (
        Activity.objects.filter(plan=plan)
        .select_related("continues__plan")
        .annotate(is_cited=has_source("activities"))
        .prefetch_related(
            Prefetch(
                "responsibilities",
                ActivityResponsibility.objects.select_related("body", "municipality"),
                to_attr="answering",
            )
        )
        .order_by("position", "id")
    )


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
            name = kind.swedish[0].upper() + kind.swedish[1:]
            yield PlanSection(name, "", "", (), rows)
