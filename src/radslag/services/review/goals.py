"""Checks of programmes and goals: adoption, succession, and goals without activity."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from radslag.agreement.goals import succession_gap
from radslag.agreement.parties import Party, names_of
from radslag.agreement.terms import AdoptionTerm, Term
from radslag.agreement.vocabulary import (
    ActivityStatus,
    AdoptionOutcome,
    GoalLevel,
    PlanStatus,
    Severity,
)
from radslag.agreement.wording import listed, long_date
from radslag.records.models import Adoption, AnnualPlan, Goal, Programme
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    mention,
    milder_when_old,
    subject_of,
)

A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)
# Boards meet monthly and need a proposal prepared: within this they are not late.
TIME_TO_ADOPT = timedelta(days=180)
ADOPTED = (AdoptionOutcome.ADOPTED, AdoptionOutcome.CHANGED)
# A vision and an overarching goal are served by the goals below them.
SERVED_FROM_BELOW = (GoalLevel.VISION, GoalLevel.OVERARCHING)


@check(
    "goal_without_activity",
    title="Mål utan aktivitet i verksamhetsplanen",
    severity=Severity.WARNING,
    cure="Lägg in en aktivitet för målet, koppla en som finns, eller godta att målet "
    "vilar det året.",
)
def goal_without_activity(facts: Facts, today: date) -> Iterator[Found]:
    """Find goals of the lowest level that a year's plan does nothing for."""
    lowest = _lowest_goals(facts)
    for plan in facts.plans:
        activities = facts.activities_by_plan.get(plan.pk, [])
        if not activities and plan.status == PlanStatus.DRAFT:
            continue
        served = {
            activity.goal_id
            for activity in activities
            if activity.status != ActivityStatus.CANCELLED
        }
        idle = [
            goal
            for goal in lowest.get(plan.programme_id or 0, [])
            if goal.pk not in served
        ]
        if idle:
            yield _idle_goals(facts, plan, idle, today)


def _lowest_goals(facts: Facts) -> dict[int, list[Goal]]:
    parents = {goal.parent_id for goal in facts.goals}
    return grouped(
        (goal.programme_id, goal)
        for goal in facts.goals
        if goal.pk not in parents and goal.level not in SERVED_FROM_BELOW
    )


def _idle_goals(facts: Facts, plan: AnnualPlan, idle: list[Goal], today: date) -> Found:
    names = listed(f"”{goal.name}”" for goal in idle)
    programme = facts.programme_by_id[idle[0].programme_id]
    return Found(
        subject=subject_of(plan),
        what=f"Verksamhetsplanen för {plan.year} har ingen aktivitet för {names}.",
        says=f"Målen i {programme}",
        about=tuple(goal.key for goal in idle),
        records=(mention(plan), *(mention(goal) for goal in idle)),
        severity=milder_when_old(plan.year, today),
    )


@check(
    "programme_ending",
    title="Utvecklingsprogram som slutar utan efterträdare",
    severity=Severity.WARNING,
    paragraph="§ 1",
    cure="Planera arbetet med ett nytt program, eller lägg in det som finns.",
)
def programme_ending(facts: Facts, today: date) -> Iterator[Found]:
    """Find the last programme, when it ends within a year or has ended already."""
    if not facts.programmes:
        return
    last = max(facts.programmes, key=lambda row: (row.valid_to, row.key))
    succeeded = any(row.replaces_id == last.pk for row in facts.programmes)
    gap = succession_gap(ends_on=last.valid_to + A_DAY, successor_from=None)
    if gap and not succeeded and last.valid_to <= today + A_YEAR:
        yield Found(
            subject=subject_of(last),
            what=f"{last} gäller till och med {long_date(last.valid_to)}. "
            f"{gap.because}",
            says=f"Gäller till och med {last.valid_to.isoformat()}",
            about=(last.key, last.valid_to),
            records=(mention(last),),
        )


@check(
    "programmes_overlap",
    title="Två utvecklingsprogram gäller samtidigt",
    severity=Severity.ERROR,
    paragraph="§ 1",
    cure="Rätta programmens första eller sista dag.",
)
def programmes_overlap(facts: Facts, today: date) -> Iterator[Found]:
    """Find programmes in force on the same day."""
    ordered = sorted(facts.programmes, key=lambda row: (row.valid_from, row.key))
    for earlier, later in pairwise(ordered):
        if earlier.valid_to >= later.valid_from:
            yield Found(
                subject=subject_of(later),
                what=f"{earlier} och {later} gäller båda den "
                f"{long_date(later.valid_from)}.",
                says="Ett program ersätter det förra.",
                about=(earlier.key, earlier.valid_to, later.key, later.valid_from),
                records=(mention(earlier), mention(later)),
                severity=milder_when_old(earlier.valid_to.year, today),
            )


@check(
    "adoption_without_paragraph",
    title="Antaget program utan datum och § från varje kommun",
    severity=Severity.WARNING,
    paragraph="§ 1",
    cure="Begär protokollsutdrag från kommunerna och skriv in datum och §.",
)
def adoption_without_paragraph(facts: Facts, today: date) -> Iterator[Found]:
    """Find programmes said to be adopted, where a board's day or § is not known."""
    for programme, adoptions in _adoptions(facts):
        bare = [
            row
            for row in adoptions
            if row.outcome in ADOPTED and not (row.decided_on and row.paragraph.strip())
        ]
        if bare:
            boards = listed(sorted(_board(facts, row) for row in bare))
            yield Found(
                subject=subject_of(programme),
                what=f"{programme} uppges vara antaget, men datum eller § saknas från "
                f"{boards}.",
                says=_paragraph(facts, programme) or "Ett antagande har datum och §.",
                about=tuple((row.key, row.decided_on, row.paragraph) for row in bare),
                records=(mention(programme), *_mentions(facts, bare)),
                severity=milder_when_old(programme.valid_to.year, today),
            )


@check(
    "adoptions_missing",
    title="Beslutat program som inte är antaget av alla",
    severity=Severity.WARNING,
    paragraph="§ 1",
    cure="Följ upp med kommunerna som saknas, och skriv in deras beslut.",
)
def adoptions_missing(facts: Facts, today: date) -> Iterator[Found]:
    """Find decided programmes that a member has not adopted within half a year."""
    adoptions = dict(_adoptions(facts))
    for programme in facts.programmes:
        decided_on = programme.decided_on
        term = facts.term(AdoptionTerm, decided_on) if decided_on else None
        if decided_on is None or term is None:
            continue
        missing = _not_adopted(facts, programme, decided_on, adoptions)
        if missing and decided_on + TIME_TO_ADOPT <= today:
            yield Found(
                subject=subject_of(programme),
                what=f"{programme} beslutades {long_date(decided_on)}, men det är inte "
                f"antecknat som antaget i {names_of(missing)}.",
                says=_ground(term),
                about=tuple(party.code for party in missing),
                records=(mention(programme),),
                severity=milder_when_old(programme.valid_to.year, today),
            )


def _not_adopted(
    facts: Facts,
    programme: Programme,
    decided_on: date,
    adoptions: dict[Programme, list[Adoption]],
) -> list[Party]:
    adopted = {
        facts.party_by_id(facts.body_by_id[row.board_id].municipality_id)
        for row in adoptions.get(programme, [])
        if row.outcome in ADOPTED
    }
    return [party for party in facts.members(decided_on) if party not in adopted]


def _adoptions(facts: Facts) -> Iterator[tuple[Programme, list[Adoption]]]:
    by_programme = grouped((row.programme_id, row) for row in facts.adoptions)
    for programme_id, rows in by_programme.items():
        yield facts.programme_by_id[programme_id], rows


def _paragraph(facts: Facts, programme: Programme) -> str:
    term = facts.term(AdoptionTerm, programme.valid_from)
    return _ground(term) if term else ""


def _ground(term: Term[AdoptionTerm]) -> str:
    return term.paragraph or term.source or "avtalets villkor om antagande"


def _board(facts: Facts, adoption: Adoption) -> str:
    body = facts.body_by_id[adoption.board_id]
    party = facts.party_by_id(body.municipality_id)
    return party.name if party else str(body)


def _mentions(facts: Facts, adoptions: list[Adoption]) -> Iterator[Mention]:
    for row in adoptions:
        yield mention(row, _board(facts, row))


@check(
    "adoption_inferred",
    title="Ett antagande är en slutledning som väntar på besked",
    severity=Severity.NOTE,
    cure="Fråga kommunen, och ta bort märkningen när den har bekräftat.",
)
def adoption_inferred(facts: Facts, today: date) -> Iterator[Found]:
    """Find adoptions that were concluded, not stated."""
    for row in facts.adoptions:
        if row.is_inferred:
            programme = facts.programme_by_id[row.programme_id]
            yield Found(
                subject=subject_of(row),
                what=f"Att {_board(facts, row)} antog {programme} är en slutledning.",
                says=row.note or "Källan säger det inte själv.",
                about=(row.outcome, row.decided_on, row.paragraph, row.note),
                records=(mention(row, _board(facts, row)), mention(programme)),
            )
