"""Rules between records of plans, meetings and adoptions, as they are typed."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from radslag.agreement.vocabulary import AdoptionOutcome
from radslag.records.models import (
    Activity,
    Adoption,
    BudgetOutcome,
    Conference,
    Decision,
    FollowUp,
    Meeting,
    Minutes,
    Record,
)

Fault = tuple[str, str]
Rule = Callable[[Any, date], Iterator[Fault]]
NOT_YET = "Dagen har inte varit än."


def _activity(activity: Activity, today: date) -> Iterator[Fault]:
    programme_id = activity.plan.programme_id
    if activity.goal and activity.goal.programme_id != programme_id:
        yield "goal", "Målet hör till ett annat program än planens."


def _meeting(meeting: Meeting, today: date) -> Iterator[Fault]:
    starts_at, ends_at = meeting.starts_at, meeting.ends_at
    is_one_day = meeting.ends_on in (None, meeting.held_on)
    if ends_at and not starts_at:
        yield "starts_at", "Ange när mötet börjar när du har angett när det slutar."
    elif is_one_day and starts_at and ends_at and ends_at <= starts_at:
        yield "ends_at", "Mötet måste sluta efter det klockslag då det börjar."


def _conference(conference: Conference, today: date) -> Iterator[Fault]:
    held_on, ends_on = conference.held_on, conference.ends_on
    if ends_on and not held_on:
        yield "held_on", "Ange vilken dag konferensen börjar."
    elif held_on and ends_on and ends_on < held_on:
        yield "ends_on", "Konferensen kan inte sluta före den dag den börjar."


def _adoption(adoption: Adoption, today: date) -> Iterator[Fault]:
    steps = (
        ("sent_on", "sändes ut", adoption.sent_on),
        ("decided_on", "beslutades", adoption.decided_on),
        ("verified_on", "justerades", adoption.verified_on),
        ("announced_on", "anslogs", adoption.announced_on),
    )
    known = [(name, verb, day) for name, verb, day in steps if day]
    for (_, earlier, before), (name, later, after) in pairwise(known):
        if after < before:
            yield name, f"Det kan inte vara så att det {later} innan det {earlier}."
    yield from ((name, NOT_YET) for name, _, day in known[-1:] if day > today)
    if adoption.decided_on and adoption.outcome == AdoptionOutcome.PENDING:
        yield "outcome", "Det finns ett beslutsdatum: välj vad styrelsen beslutade."


def _follow_up(note: FollowUp, today: date) -> Iterator[Fault]:
    if note.noted_on > today:
        yield "noted_on", NOT_YET


def _outcome(outcome: BudgetOutcome, today: date) -> Iterator[Fault]:
    if outcome.booked_on > today:
        yield "booked_on", NOT_YET


def _decision(decision: Decision, today: date) -> Iterator[Fault]:
    if decision.postponed_to_id == decision.item.meeting_id:
        yield "postponed_to", "Välj ett annat möte än det där punkten bordlades."


def _minutes(minutes: Minutes, today: date) -> Iterator[Fault]:
    if Minutes.objects.filter(meeting=minutes.meeting_id).exclude(pk=minutes.pk):
        yield "", "Mötet har redan anteckningar. Ändra dem i stället."
    if minutes.verified_on and minutes.verified_on < minutes.meeting.held_on:
        yield "verified_on", "Anteckningarna kan inte justeras före mötet."
    elif minutes.verified_on and minutes.verified_on > today:
        yield "verified_on", NOT_YET


PLAN_RULES: dict[type[Record], Rule] = {
    Activity: _activity,
    Adoption: _adoption,
    BudgetOutcome: _outcome,
    Conference: _conference,
    Decision: _decision,
    FollowUp: _follow_up,
    Meeting: _meeting,
    Minutes: _minutes,
}
