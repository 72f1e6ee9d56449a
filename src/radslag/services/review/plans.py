"""Checks of annual plans: activities, presentation before adoption, the budget."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from radslag.agreement.parties import Completeness, names_of
from radslag.agreement.plans import is_presented_before_adopted
from radslag.agreement.terms import Presentation
from radslag.agreement.vocabulary import (
    ActivityKind,
    ActivityStatus,
    BudgetSide,
    PlanStatus,
    PlanSubject,
    Severity,
)
from radslag.agreement.wording import kronor, listed, long_date, number, subject_name
from radslag.records.models import Activity, AnnualPlan, BudgetLine
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    check,
    is_recent,
    mention,
    milder_when_old,
    subject_of,
)

WORKED_ON = (ActivityKind.DEVELOPMENT, ActivityKind.COMMUNICATION)
SHOWN = 5


@check(
    "budget_not_in_balance",
    title="Budgeten är inte i balans",
    severity=Severity.ERROR,
    paragraph="§ 4",
    cure="Rätta den post som är fel, eller besluta hur skillnaden ska täckas.",
)
def budget_not_in_balance(facts: Facts, today: date) -> Iterator[Found]:
    """Find budgets whose income and costs differ."""
    for plan_id, lines in facts.budget_by_plan.items():
        plan = facts.plan_by_id[plan_id]
        income, costs = _sums(lines)
        if income != costs:
            yield Found(
                subject=subject_of(plan),
                what=f"Budgeten för {plan.year} är inte i balans: det "
                f"{_lacks(income - costs)}.",
                says=f"{kronor(income)} − {kronor(costs)} = {_signed(income - costs)}",
                about=(income, costs),
                records=(mention(plan),),
            )


def _sums(lines: list[BudgetLine]) -> tuple[Decimal, Decimal]:
    income = [line.amount_sek for line in lines if line.side == BudgetSide.INCOME]
    costs = [line.amount_sek for line in lines if line.side == BudgetSide.COST]
    return sum(income, start=Decimal(0)), sum(costs, start=Decimal(0))


def _lacks(difference: Decimal) -> str:
    if difference < 0:
        return f"fattas {kronor(-difference)} i intäkter"
    return f"finns {kronor(difference)} mer i intäkter än kostnader"


def _signed(amount_sek: Decimal) -> str:
    return f"−{kronor(-amount_sek)}" if amount_sek < 0 else kronor(amount_sek)


@check(
    "plan_adopted_without_date",
    title="Fastställd plan utan datum",
    severity=Severity.WARNING,
    paragraph="§ 4",
    cure="Skriv in dagen då kommittén fastställde planen.",
)
def plan_adopted_without_date(facts: Facts, today: date) -> Iterator[Found]:
    """Find plans said to be adopted, without the day."""
    for plan in facts.plans:
        if plan.status == PlanStatus.ADOPTED and plan.adopted_on is None:
            yield Found(
                subject=subject_of(plan),
                what=f"Verksamhetsplanen för {plan.year} är fastställd, men dagen är "
                "inte antecknad.",
                says="Ett beslut har en dag.",
                about=(plan.status,),
                records=(mention(plan),),
                severity=milder_when_old(plan.year, today),
            )


@check(
    "plan_not_presented",
    title="Plan eller budget fastställd utan att ha redovisats för alla",
    severity=Severity.WARNING,
    paragraph="§ 4",
    cure="Skriv in när förslaget redovisades för varje kommun; om det inte gjordes, "
    "redovisa det nu och före beslut nästa gång.",
)
def plan_not_presented(facts: Facts, today: date) -> Iterator[Found]:
    """Find adopted plans and budgets that some member is not known to have seen."""
    presented = {
        (row.plan_id, row.subject, row.municipality_id): row.presented_on
        for row in facts.presentations
    }
    for plan in facts.plans:
        unseen: dict[tuple[str, date], list[PlanSubject]] = {}
        about: list[object] = []
        paragraph = ""
        for subject, adopted_on in _adopted(plan):
            ruling = _ruling(facts, plan, subject, adopted_on, presented)
            if not ruling:
                paragraph = ruling.paragraph
                about += [subject, adopted_on, _codes(ruling)]
                unseen.setdefault((_whom(ruling), adopted_on), []).append(subject)
        if unseen:
            yield Found(
                subject=subject_of(plan),
                what=" ".join(
                    f"Det är inte antecknat att {listed(map(subject_name, subjects))} "
                    f"för {plan.year} redovisades för {whom} före beslutet "
                    f"{long_date(adopted_on)}."
                    for (whom, adopted_on), subjects in unseen.items()
                ),
                says=paragraph or "avtalets villkor om redovisning före beslut",
                about=tuple(about),
                records=(mention(plan),),
                severity=milder_when_old(plan.year, today),
            )


def _adopted(plan: AnnualPlan) -> Iterator[tuple[PlanSubject, date]]:
    if plan.status != PlanStatus.ADOPTED:
        return
    if plan.adopted_on:
        yield PlanSubject.ANNUAL_PLAN, plan.adopted_on
    budget_adopted_on = plan.budget_adopted_on or plan.adopted_on
    if budget_adopted_on:
        yield PlanSubject.BUDGET, budget_adopted_on


def _ruling(
    facts: Facts,
    plan: AnnualPlan,
    subject: PlanSubject,
    adopted_on: date,
    presented: Mapping[tuple[int, str, int], date | None],
) -> Completeness:
    term = facts.term(Presentation, adopted_on)
    if term is None:
        return Completeness(allowed=True, because="")
    days = {
        party: presented.get((plan.pk, subject, facts.id_of(party)))
        for party in facts.members(adopted_on)
    }
    return is_presented_before_adopted(
        subject=subject, presented_on=days, adopted_on=adopted_on, term=term
    )


def _whom(ruling: Completeness) -> str:
    return names_of((*ruling.missing, *ruling.late))


def _codes(ruling: Completeness) -> list[str]:
    return [party.code for party in (*ruling.missing, *ruling.late)]


def _activities_that(
    facts: Facts, lacks: Callable[[Activity], bool], today: date
) -> Iterator[tuple[AnnualPlan, list[Activity]]]:
    """Give each plan still worked with, with the activities that lack something."""
    for plan_id, activities in facts.activities_by_plan.items():
        plan = facts.plan_by_id[plan_id]
        if is_recent(plan.year, today):
            lacking = [
                activity
                for activity in activities
                if activity.status != ActivityStatus.CANCELLED and lacks(activity)
            ]
            if lacking:
                yield plan, lacking


def _lacking(plan: AnnualPlan, activities: list[Activity], what: str) -> Found:
    how_many = (
        "En aktivitet"
        if len(activities) == 1
        else f"{number(len(activities))} aktiviteter"
    )
    named = ", ".join(f"”{activity.title}”" for activity in activities[:SHOWN])
    more = f" och {len(activities) - SHOWN} till" if len(activities) > SHOWN else ""
    return Found(
        subject=subject_of(plan),
        what=f"{how_many} i planen för {plan.year} saknar {what}: {named}{more}.",
        says="En aktivitet har mål, ansvarig, tid och kostnad.",
        about=tuple(sorted(activity.key for activity in activities)),
        records=(mention(plan), *(mention(activity) for activity in activities)),
    )


@check(
    "activity_without_responsible",
    title="Aktiviteter utan ansvarig",
    severity=Severity.WARNING,
    cure="Ange vilket organ eller vilken kommun som ansvarar.",
)
def activity_without_responsible(facts: Facts, today: date) -> Iterator[Found]:
    """Find activities nobody answers for; the secretariat answers for its own."""

    def lacks(activity: Activity) -> bool:
        is_named = activity.responsible_as_written.strip()
        is_known = activity.pk in facts.answered_for
        return activity.kind in WORKED_ON and not (is_named or is_known)

    for plan, activities in _activities_that(facts, lacks, today):
        yield _lacking(plan, activities, "ansvarig")


@check(
    "activity_without_time",
    title="Aktiviteter utan tid",
    severity=Severity.WARNING,
    cure="Skriv när det ska göras; ”löpande” räcker om det är så.",
)
def activity_without_time(facts: Facts, today: date) -> Iterator[Found]:
    """Find activities without a time, written or understood."""

    def lacks(activity: Activity) -> bool:
        has_time = activity.starts_from or activity.ends_until
        is_written = activity.time_as_written.strip()
        return activity.kind in WORKED_ON and not (has_time or is_written)

    for plan, activities in _activities_that(facts, lacks, today):
        yield _lacking(plan, activities, "tid")


@check(
    "activity_without_cost",
    title="Aktiviteter utan kostnad",
    severity=Severity.NOTE,
    cure="Skriv vad det kostar, eller att det ryms i ordinarie arbete.",
)
def activity_without_cost(facts: Facts, today: date) -> Iterator[Found]:
    """Find development activities whose cost is not written at all."""

    def lacks(activity: Activity) -> bool:
        has_cost = activity.cost_sek is not None or activity.cost_as_written.strip()
        return activity.kind == ActivityKind.DEVELOPMENT and not has_cost

    for plan, activities in _activities_that(facts, lacks, today):
        yield _lacking(plan, activities, "kostnad")


@check(
    "activity_without_goal",
    title="Utvecklingsaktiviteter utan mål",
    severity=Severity.WARNING,
    cure="Koppla aktiviteten till det mål i programmet som den tjänar.",
)
def activity_without_goal(facts: Facts, today: date) -> Iterator[Found]:
    """Find development activities that serve no goal, where there is a programme."""

    def lacks(activity: Activity) -> bool:
        plan = facts.plan_by_id[activity.plan_id]
        is_development = activity.kind == ActivityKind.DEVELOPMENT
        return is_development and bool(plan.programme_id) and not activity.goal_id

    for plan, activities in _activities_that(facts, lacks, today):
        yield _lacking(plan, activities, "mål")


@check(
    "activity_goal_of_other_programme",
    title="Aktiviteter vars mål hör till ett annat program",
    severity=Severity.WARNING,
    cure="Välj ett mål i det program som planen genomför.",
)
def activity_goal_of_other_programme(facts: Facts, today: date) -> Iterator[Found]:
    """Find activities that serve a goal of another programme than the plan's."""

    def lacks(activity: Activity) -> bool:
        goal = facts.goal_by_id.get(activity.goal_id or 0)
        programme_id = facts.plan_by_id[activity.plan_id].programme_id
        if goal is None or programme_id is None:
            return False
        return goal.programme_id != programme_id

    for plan, activities in _activities_that(facts, lacks, today):
        yield _lacking(plan, activities, "mål i planens program")


@check(
    "activity_outside_year",
    title="Aktiviteter vars tid ligger utanför planens år",
    severity=Severity.WARNING,
    cure="Rätta tiden, eller flytta aktiviteten till rätt års plan.",
)
def activity_outside_year(facts: Facts, today: date) -> Iterator[Found]:
    """Find activities no day of which is in the year of their plan."""
    outside = grouped(
        (activity.plan_id, activity)
        for activity in facts.activities
        if _is_outside(activity, facts.plan_by_id[activity.plan_id].year)
    )
    for plan_id, activities in outside.items():
        plan = facts.plan_by_id[plan_id]
        named = ", ".join(f"”{activity.title}”" for activity in activities[:SHOWN])
        yield Found(
            subject=subject_of(plan),
            what=f"I planen för {plan.year} ligger tiden utanför året för {named}.",
            says=f"Planen gäller {plan.year}.",
            about=tuple(
                (activity.key, activity.starts_from, activity.ends_until)
                for activity in activities
            ),
            records=(mention(plan), *(mention(activity) for activity in activities)),
            severity=milder_when_old(plan.year, today),
        )


def _is_outside(activity: Activity, year: int) -> bool:
    starts, ends = activity.starts_from, activity.ends_until
    begins_later = starts is not None and starts >= date(year + 1, 1, 1)
    ended_before = ends is not None and ends <= date(year, 1, 1)
    return begins_later or ended_before
