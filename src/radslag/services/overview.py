"""Läget: what must be done before when, from agreement, plan and calendar.

Each line says why it is there: the paragraph, the plan or the calendar.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from radslag.agreement.fees import due_on
from radslag.agreement.meetings import must_be_called_by
from radslag.agreement.terms import Due, Initiative, NoTermInForce, Terms
from radslag.agreement.vocabulary import (
    ActivityStatus,
    MeetingStatus,
    PlanStatus,
)
from radslag.agreement.wording import long_date
from radslag.records.models import (
    Activity,
    AnnualPlan,
    Conference,
    Meeting,
    Programme,
    Referral,
    TermOfOffice,
)
from radslag.records.questions import Answers, answered_as, question
from radslag.services.access import Viewer
from radslag.services.calendar import (
    CalendarEntry,
    conferences_between,
    lines_of,
)
from radslag.services.rulebook import rulebook

WEEKS = 8
# Overviews that are put together once for the same answers.
MOST_OVERVIEWS = 50
A_DAY = timedelta(days=1)
_LAST_DAYS = {
    "programme": (
        "{} slutar gälla och saknar efterträdare",
        "Ett nytt program beslutas av kommittén och antas av varje kommun.",
        "review",
    ),
    "term_of_office": (
        "Mandatperioden {} slutar: gå igenom alla uppdrag",
        "Uppdragen följer mandatperioden.",
        "",
    ),
    "referral": ("Svara på remissen {}", "Remissens sista svarsdag.", ""),
}
OPEN_STATUSES = (ActivityStatus.PLANNED, ActivityStatus.ONGOING)


@dataclass(frozen=True, order=True)
class Task:
    """Something that must be done by a day (att göra), and what says so."""

    by: date
    what: str
    why: str
    paragraph: str = ""
    address: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Week:
    """A week with what is to be done in it."""

    number: int
    first_on: date
    last_on: date
    tasks: tuple[Task, ...]
    events: tuple[CalendarEntry, ...]


@dataclass(frozen=True, eq=False)
class Overview:
    """The eight weeks ahead, what is already late, and what comes after.

    The same answers give the same object, which is alike only to itself.
    """

    late: tuple[Task, ...]
    weeks: tuple[Week, ...]
    next_task: Task | None

    @property
    def is_calm(self) -> bool:
        """Say whether nothing is late and nothing is to be done."""
        return not self.late and not any(
            week.tasks or week.events for week in self.weeks
        )


class _Answered(NamedTuple):
    """All that was answered of what is ahead."""

    terms: Terms
    plans: Answers[AnnualPlan]
    activities: Answers[Activity]
    meetings: Answers[Meeting]
    conferences: Answers[Conference]
    last_days: Answers[tuple[date, str, str]]


def overview(today: date, viewer: Viewer) -> Overview:
    """Return what must be done before when in the next eight weeks.

    Six queries, whatever the data. Weeks begin on Mondays; empty ones are left out.
    """
    until = today + timedelta(weeks=WEEKS)
    first_on = min(today, date(today.year, 1, 1))
    return _overview(
        today,
        _Answered(
            terms=rulebook(),
            plans=_plans(),
            activities=_ending(today, until),
            meetings=_meetings(today, first_on, until + timedelta(weeks=WEEKS)),
            conferences=conferences_between(today, until, viewer),
            last_days=_last_days(today, until),
        ),
    )


@lru_cache(maxsize=MOST_OVERVIEWS)
def _overview(today: date, answered: _Answered) -> Overview:
    until = today + timedelta(weeks=WEEKS)
    meetings = list(answered.meetings)
    tasks = sorted(_tasks(today, until, answered, meetings))
    ahead = [task for task in tasks if today <= task.by < until]
    events = lines_of(
        (meeting for meeting in meetings if today <= meeting.held_on < until),
        answered.conferences,
    )
    return Overview(
        late=tuple(task for task in tasks if task.by < today),
        weeks=tuple(_weeks(today, until, ahead, events)),
        next_task=next((task for task in tasks if task.by >= until), None),
    )


def _tasks(
    today: date, until: date, answered: _Answered, meetings: Iterable[Meeting]
) -> Iterator[Task]:
    plans = {plan.year: plan for plan in answered.plans}
    yield from _fee_tasks(answered.terms, today, until)
    yield from _plan_tasks(plans, today, until)
    yield from _activity_tasks(answered.activities)
    for meeting in meetings:
        yield from _notice_task(answered.terms, meeting)
        yield from _minutes_task(meeting, today)
    for last_on, name, kind in answered.last_days:
        what, why, address = _LAST_DAYS[kind]
        yield Task(last_on, what.format(name), why, "", address)


@question
def _plans() -> QuerySet[AnnualPlan]:
    return AnnualPlan.objects.all()


def _fee_tasks(terms: Terms, today: date, until: date) -> Iterator[Task]:
    for year in (today.year, until.year):
        try:
            due = due_on(year, terms.in_force(Due, date(year, 1, 1)))
        except NoTermInForce:
            continue
        if today <= due.due_on < until or (year > today.year and due.due_on >= until):
            what = f"Avgiften för {year} ska vara betald"
            yield Task(due.due_on, what, due.because, due.paragraph, "economy", year)


def _plan_tasks(
    plans: dict[int, AnnualPlan], today: date, until: date
) -> Iterator[Task]:
    for year in sorted({today.year, until.year}):
        plan = plans.get(year)
        last_on = date(year, 1, 1) - A_DAY
        if plan is None and last_on >= today:
            what = f"Ta fram verksamhetsplan och budget för {year}"
            why = "Planen redovisas för varje kommun innan den fastställs."
            yield Task(last_on, what, why, "", "plan")
        elif plan is not None and plan.status != PlanStatus.ADOPTED and last_on > today:
            what = f"Fastställ verksamhetsplan och budget för {year}"
            why = f"Planen är ännu {PlanStatus(plan.status).swedish}."
            yield Task(last_on, what, why, "", "plan", year)


@question
def _ending(today: date, until: date) -> QuerySet[Activity]:
    return Activity.objects.filter(
        ends_until__gt=today,
        ends_until__lte=until,
        status__in=[str(status) for status in OPEN_STATUSES],
    ).select_related("plan")


def _activity_tasks(ending: Iterable[Activity]) -> Iterator[Task]:
    for activity in ending:
        if activity.ends_until:
            why = f"Verksamhetsplanen säger: {activity.time_as_written}."
            yield Task(
                activity.ends_until - A_DAY,
                activity.title,
                why,
                "",
                "plan",
                activity.plan.year,
            )


@question
def _meetings(today: date, first_on: date, until: date) -> QuerySet[Meeting]:
    """Ask for meetings ahead, in time for their notices, and those held this year."""
    return Meeting.objects.filter(
        Q(held_on__gte=today) | Q(status=MeetingStatus.HELD),
        held_on__gte=first_on,
        held_on__lt=until,
    ).select_related("body", "host", "minutes")


def _notice_task(terms: Terms, meeting: Meeting) -> Iterator[Task]:
    if meeting.status != MeetingStatus.PLANNED:
        return
    try:
        term = terms.in_force(Initiative, meeting.held_on, meeting.body.kind)
    except NoTermInForce:
        return
    last_on = must_be_called_by(meeting.held_on, term)
    if last_on:
        what = f"Kalla till {meeting.body} {long_date(meeting.held_on)}"
        why = f"Kallelsen går ut senast {term.value.notice_days} dagar före mötet."
        yield Task(last_on, what, why, term.paragraph)


def _minutes_task(meeting: Meeting, today: date) -> Iterator[Task]:
    minutes = getattr(meeting, "minutes", None)
    is_held = meeting.status == MeetingStatus.HELD and meeting.held_on <= today
    if not is_held or (minutes and minutes.verified_on):
        return
    what = f"Få minnesanteckningarna från {meeting.body} justerade"
    why = f"Mötet hölls {long_date(meeting.held_on)}."
    yield Task(meeting.held_on, what, why)


@answered_as(tuple)
def _last_days(today: date, until: date) -> QuerySet[Programme, Any]:
    """Ask for last days: of programmes, of terms of office, to answer referrals."""
    # SQLite takes no order within the parts of a union.
    successor = Programme.objects.filter(valid_from__gt=OuterRef("valid_to"))
    programmes = (
        Programme.objects.filter(
            ~Exists(successor), valid_to__gte=today, valid_to__lt=until
        )
        .order_by()
        .values_list("valid_to", "name", Value("programme"))
    )
    terms_of_office = (
        TermOfOffice.objects.filter(ends_on__gte=today, ends_on__lt=until)
        .order_by()
        .values_list("ends_on", "name", Value("term_of_office"))
    )
    referrals = (
        Referral.objects.filter(
            due_on__gte=today, due_on__lt=until, responses__isnull=True
        )
        .order_by()
        .values_list("due_on", "title", Value("referral"))
    )
    return programmes.union(terms_of_office, referrals, all=True)


def _weeks(
    today: date,
    until: date,
    tasks: Iterable[Task],
    events: Iterable[CalendarEntry],
) -> Iterator[Week]:
    tasks, events = list(tasks), list(events)
    first_on = today - timedelta(days=today.weekday())
    while first_on < until:
        next_on = first_on + timedelta(weeks=1)
        in_week = tuple(task for task in tasks if first_on <= task.by < next_on)
        held = tuple(event for event in events if first_on <= event.on < next_on)
        if in_week or held:
            number = first_on.isocalendar().week
            yield Week(number, first_on, next_on - A_DAY, in_week, held)
        first_on = next_on
