"""Reading goals: a programme's tree, one goal's story, and who answers for each.

What the viewer may not see is not read: a goal of a programme that is not public has
no story for the public, and its name is told nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from radslag.agreement.vocabulary import AdoptionOutcome
from radslag.records.models import (
    Activity,
    Adoption,
    AnnualPlan,
    Goal,
    GoalResponsibility,
    Indicator,
    Observation,
    Programme,
)
from radslag.services import populations
from radslag.services.access import Viewer, visible

_ADOPTED = (AdoptionOutcome.ADOPTED, AdoptionOutcome.CHANGED)


@dataclass(frozen=True)
class GoalNode:
    """A goal (mål) in its tree, with its activities of a year."""

    goal: Goal
    responsible: tuple[str, ...]
    activities: tuple[Activity, ...]
    children: tuple["GoalNode", ...] = ()

    @property
    def below(self) -> int:
        """How many activities hang on the goals under this one."""
        return sum(len(child.activities) + child.below for child in self.children)

    @property
    def is_bare(self) -> bool:
        """Say whether neither the goal nor any goal under it has an activity."""
        return not self.activities and not self.below


@dataclass(frozen=True)
class GoalTree:
    """A programme's goals from the top, and what the lowest of them lack."""

    roots: tuple[GoalNode, ...]
    lowest: tuple[GoalNode, ...]

    @property
    def bare(self) -> tuple[Goal, ...]:
        """The lowest goals that no activity carries."""
        return tuple(node.goal for node in self.lowest if node.is_bare)

    @property
    def activities(self) -> int:
        """How many activities hang on the tree."""
        return sum(len(root.activities) + root.below for root in self.roots)


@dataclass(frozen=True)
class ProgrammeFacts:
    """A programme (utvecklingsprogram): who adopted it, what it follows on."""

    programme: Programme
    adopted: int
    members: int
    replaces: Programme | None
    replaced_by: tuple[Programme, ...]


@dataclass(frozen=True)
class GoalStory:
    """A goal's story: where it stands, what was done for it, how it is measured."""

    goal: Goal
    path: tuple[Goal, ...]
    children: tuple[Goal, ...]
    responsible: tuple[str, ...]
    years: tuple[tuple[int, tuple[Activity, ...]], ...]
    indicators: tuple[Indicator, ...]
    continues: Goal | None
    continued_by: tuple[Goal, ...]


def programmes_for(viewer: Viewer) -> list[Programme]:
    """Return the programmes that the viewer may see, newest first."""
    return list(visible(Programme.objects.all(), viewer))


def programme_facts(programme: Programme, every: Sequence[Programme]) -> ProgrammeFacts:
    """Return who has adopted a programme and its neighbours among those seen.

    Two queries. The members are those of the day the committee decided it, or of the
    day it came into force.
    """
    day = programme.decided_on or programme.valid_from
    members = populations.members_among(populations.member_periods(), day)
    adopted = Adoption.objects.filter(programme=programme, outcome__in=_ADOPTED)
    return ProgrammeFacts(
        programme,
        adopted.count(),
        len(members),
        next((each for each in every if each.pk == programme.replaces_id), None),
        tuple(each for each in every if each.replaces_id == programme.pk),
    )


def goal_tree(programme: Programme, plan: AnnualPlan | None) -> GoalTree:
    """Return a programme's goals with the activities of a plan, in three queries."""
    goals = list(_with_responsible(Goal.objects.filter(programme=programme)))
    activities: dict[int | None, list[Activity]] = defaultdict(list)
    if plan:
        mine = Activity.objects.filter(plan=plan, goal__programme=programme)
        for activity in mine.order_by("position", "id"):
            activities[activity.goal_id].append(activity)
    roots = tuple(_grown(goals, activities))
    return GoalTree(roots, tuple(_lowest(roots)))


def _with_responsible(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    bodies = GoalResponsibility.objects.select_related("body")
    return (
        goals.select_related("programme")
        .prefetch_related(Prefetch("responsibilities", bodies))
        .order_by("position", "id")
    )


def _grown(
    goals: Sequence[Goal], activities: Mapping[int | None, list[Activity]]
) -> Iterator[GoalNode]:
    known = {goal.pk for goal in goals}
    children: dict[int | None, list[Goal]] = defaultdict(list)
    for goal in goals:
        # A goal whose parent stands elsewhere must be seen all the same.
        children[goal.parent_id if goal.parent_id in known else None].append(goal)

    def grow(parent_id: int | None) -> Iterator[GoalNode]:
        for goal in children[parent_id]:
            yield GoalNode(
                goal,
                responsible_for(goal),
                tuple(activities.get(goal.pk, ())),
                tuple(grow(goal.pk)),
            )

    return grow(None)


def responsible_for(goal: Goal) -> tuple[str, ...]:
    """Name the bodies that answer for a goal fetched with its responsibilities."""
    return tuple(sorted(each.body.name for each in goal.responsibilities.all()))


def _lowest(nodes: Iterable[GoalNode]) -> Iterator[GoalNode]:
    for node in nodes:
        if node.children:
            yield from _lowest(node.children)
        else:
            yield node


def goals_of(programmes: Iterable[Programme]) -> list[Goal]:
    """Return every goal of the programmes, each with its programme, in one query."""
    goals = Goal.objects.filter(programme__in=[each.pk for each in programmes])
    return list(
        goals.select_related("programme").order_by("programme", "position", "id")
    )


def goal_story(goal: Goal, every: Sequence[Goal], viewer: Viewer) -> GoalStory:
    """Return one goal's story among all the goals that the viewer may see.

    Five queries. Activities of the goals it continues, or that continue it, belong to
    the story; what is measured and noted about it is for those with a role.
    """
    by_id = {each.pk: each for each in every}
    responsibilities = GoalResponsibility.objects.filter(goal=goal)
    return GoalStory(
        goal=goal,
        path=tuple(_path(goal, by_id)),
        children=tuple(each for each in every if each.parent_id == goal.pk),
        responsible=tuple(
            sorted(each.body.name for each in responsibilities.select_related("body"))
        ),
        years=tuple(_years(_kin(goal, every), viewer)),
        indicators=() if viewer.is_public else tuple(_indicators(goal)),
        continues=by_id.get(goal.continues_id or 0),
        continued_by=tuple(each for each in every if each.continues_id == goal.pk),
    )


def _path(goal: Goal, by_id: Mapping[int, Goal]) -> list[Goal]:
    path: list[Goal] = []
    above = by_id.get(goal.parent_id or 0)
    while above and above not in path:
        path.insert(0, above)
        above = by_id.get(above.parent_id or 0)
    return path


def _kin(goal: Goal, every: Sequence[Goal]) -> set[int]:
    """Return the goal with those before and after it in its line."""
    by_id = {each.pk: each for each in every}
    kin = {goal.pk}
    before = by_id.get(goal.continues_id or 0)
    while before and before.pk not in kin:
        kin.add(before.pk)
        before = by_id.get(before.continues_id or 0)
    after = {goal.pk}
    while after:
        after = {each.pk for each in every if each.continues_id in after} - kin
        kin |= after
    return kin


def _years(
    goals: set[int], viewer: Viewer
) -> Iterator[tuple[int, tuple[Activity, ...]]]:
    seen = visible(AnnualPlan.objects.all(), viewer)
    activities = (
        Activity.objects.filter(goal__in=goals, plan__in=seen)
        .select_related("plan", "goal")
        .order_by("-plan__year", "position", "id")
    )
    for year, group in groupby(activities, key=lambda each: each.plan.year):
        yield year, tuple(group)


def _indicators(goal: Goal) -> QuerySet[Indicator]:
    return Indicator.objects.filter(goal=goal).prefetch_related(
        Prefetch("observations", Observation.objects.select_related("municipality"))
    )
