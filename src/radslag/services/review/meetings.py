"""Checks of meetings: how many, when, whether they could decide, what came back."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice

from radslag.agreement.calendar import UnknownWeekday, weekday_agrees
from radslag.agreement.meetings import (
    Stances,
    decision_stands,
    is_quorate,
    keeps_promise,
)
from radslag.agreement.terms import Composition, DecisionTerm, Meetings, Quorum
from radslag.agreement.vocabulary import (
    MeetingKind,
    MeetingStatus,
    Outcome,
    Severity,
)
from radslag.agreement.wording import WEEKDAYS, long_date
from radslag.records.models import Body, Decision, Meeting
from radslag.services.review.bodies import SEATED, exists, seats_on
from radslag.services.review.facts import Facts, Item, Roll, grouped
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    is_recent,
    mention,
    milder_when_old,
    subject_of,
)


@check(
    "fewer_meetings_than_promised",
    title="Färre möten än vad avtalet utlovar",
    severity=Severity.WARNING,
    paragraph="§ 4",
    cure="Planera in fler möten, eller kom överens om hur många som behövs.",
)
def fewer_meetings_than_promised(facts: Facts, today: date) -> Iterator[Found]:
    """Find years with a plan where a body meets less than the agreement promises."""
    counted = _meetings_by_year(facts)
    for plan in facts.plans:
        for body in facts.bodies:
            term = facts.term(Meetings, date(plan.year, 1, 1), body.kind)
            kinds = counted.get((body.pk, plan.year))
            # A year long past without any meeting on record says nothing of the year.
            if term is None or (kinds is None and not is_recent(plan.year, today)):
                continue
            kinds = kinds or Counter()
            ruling = keeps_promise(
                planned=kinds.total(),
                planning_conferences=kinds[MeetingKind.PLANNING_CONFERENCE],
                term=term,
            )
            if not ruling:
                yield Found(
                    subject=subject_of(body, str(plan.year)),
                    what=f"{plan.year}: {ruling.because}",
                    says=ruling.paragraph or "avtalets villkor om möten per år",
                    about=(plan.year, sorted(kinds.items()), term.value.per_year),
                    records=(mention(body), mention(plan)),
                    severity=milder_when_old(plan.year, today),
                )


def _meetings_by_year(facts: Facts) -> dict[tuple[int, int], Counter[str]]:
    """Count each body's meetings by kind and year; the cancelled count as none."""
    counted: dict[tuple[int, int], Counter[str]] = {}
    for meeting in facts.meetings:
        kinds = counted.setdefault((meeting.body_id, meeting.held_on.year), Counter())
        kinds[meeting.kind] += meeting.status != MeetingStatus.CANCELLED
    return counted


@check(
    "weekday_differs",
    title="Veckodag och datum stämmer inte överens",
    severity=Severity.WARNING,
    cure="Ta reda på vilket som är rätt, och rätta datumet eller veckodagen.",
)
def weekday_differs(facts: Facts, today: date) -> Iterator[Found]:
    """Find meetings whose day is not on the weekday it was written with."""
    for meeting in facts.meetings:
        if not _agrees(meeting):
            weekday = WEEKDAYS[meeting.held_on.weekday()]
            yield _of_meeting(
                facts,
                meeting,
                today,
                what=f"{facts.name_of(meeting)} är en {weekday}, men det står "
                f"”{meeting.weekday_as_written}”.",
                says=f"{meeting.held_on.isoformat()} är en {weekday}.",
            )


def _agrees(meeting: Meeting) -> bool:
    if not meeting.weekday_as_written.strip():
        return True
    try:
        return weekday_agrees(meeting.weekday_as_written, meeting.held_on)
    except UnknownWeekday:
        return True


def _of_meeting(
    facts: Facts, meeting: Meeting, today: date, *, what: str, says: str
) -> Found:
    return Found(
        subject=subject_of(meeting),
        what=what,
        says=says,
        about=(meeting.held_on, meeting.weekday_as_written, what),
        records=(mention(meeting, facts.name_of(meeting)),),
        severity=milder_when_old(meeting.held_on.year, today),
    )


@check(
    "meeting_before_agreement",
    title="Möte innan samverkan fanns",
    severity=Severity.WARNING,
    paragraph="§ 2",
    cure="Rätta mötets datum, eller lägg in det avtal som gällde då.",
)
def meeting_before_agreement(facts: Facts, today: date) -> Iterator[Found]:
    """Find meetings before the first agreement, or outside the body's own time."""
    first = min((row.in_force_from for row in facts.agreements), default=None)
    for meeting in facts.meetings:
        body = facts.body_of(meeting)
        if first is not None and meeting.held_on < first:
            reason = f"före det första avtalet, som gäller från {long_date(first)}"
        elif not exists(body, meeting.held_on):
            reason = f"när {body} inte fanns"
        else:
            continue
        yield _of_meeting(
            facts,
            meeting,
            today,
            what=f"{facts.name_of(meeting)} ligger {reason}.",
            says="Ett möte hålls av ett organ som finns, enligt ett avtal som gäller.",
        )


@check(
    "held_in_the_future",
    title="Möte som redan är hållet, fast dagen inte har varit",
    severity=Severity.ERROR,
    cure="Rätta mötets datum eller dess läge.",
)
def held_in_the_future(facts: Facts, today: date) -> Iterator[Found]:
    """Find meetings marked as held whose day is still to come."""
    for meeting in facts.meetings:
        if meeting.status == MeetingStatus.HELD and meeting.held_on > today:
            yield _of_meeting(
                facts,
                meeting,
                today,
                what=f"{facts.name_of(meeting)} är antecknat som hållet, men dagen har "
                "inte varit.",
                says=f"Mötets dag: {meeting.held_on.isoformat()}",
            )


@check(
    "meeting_not_quorate",
    title="Mötet var inte beslutfört",
    severity=Severity.ERROR,
    paragraph="§ 3",
    cure="Ta upp besluten igen på ett beslutfört möte, eller rätta närvaron.",
)
def meeting_not_quorate(facts: Facts, today: date) -> Iterator[Found]:
    """Find held meetings with too few members; unknown attendance says nothing."""
    for meeting in facts.meetings:
        roll = facts.rolls.get(meeting.pk)
        if meeting.status != MeetingStatus.HELD or roll is None:
            continue
        body = facts.body_of(meeting)
        term = facts.term(Quorum, meeting.held_on, body.kind)
        if term is None:
            continue
        members = members_of(facts, body, meeting.held_on, roll)
        ruling = is_quorate(members=members, present=roll.present, term=term)
        if not ruling:
            yield Found(
                subject=subject_of(meeting),
                what=f"{facts.name_of(meeting)}: {ruling.because}",
                says=ruling.paragraph or "avtalets villkor om beslutförhet",
                about=(members, roll.present),
                records=(mention(meeting, facts.name_of(meeting)),),
            )


def members_of(facts: Facts, body: Body, on: date, roll: Roll) -> int:
    """Return how many members a body had: by the agreement, its seats, or the roll.

    Never fewer than were listed at the meeting.
    """
    composition = facts.term(Composition, on, body.kind)
    if composition and not body.municipality_id:
        per_municipality = composition.value.seats_per_municipality
        return max(len(facts.members(on)) * per_municipality, roll.listed)
    seats = {
        seat.municipality_id or -seat.pk
        for seat in seats_on(facts, body, on)
        if seat.role in SEATED
    }
    return max(len(seats), roll.listed)


@check(
    "decision_without_consensus",
    title="Beslut utan den enighet eller majoritet som krävs",
    severity=Severity.ERROR,
    paragraph="§ 3",
    cure="Ta upp frågan igen, eller rätta uppgiften om hur beslutet togs.",
)
def decision_without_consensus(facts: Facts, today: date) -> Iterator[Found]:
    """Find decisions that the order of deciding does not make decisions."""
    for decision in facts.decisions:
        meeting = _meeting_of(facts, decision)
        body = facts.body_of(meeting)
        term = facts.term(DecisionTerm, meeting.held_on, body.kind)
        stances = _stances(facts, decision, meeting)
        if decision.outcome != Outcome.DECIDED or term is None or stances is None:
            continue
        ruling = decision_stands(stances, term)
        if not ruling:
            item = facts.item_by_id[decision.item_id]
            yield Found(
                subject=subject_of(decision),
                what=f"”{item.title}” står som beslutat av {facts.name_of(meeting)}. "
                f"{ruling.because}",
                says=ruling.paragraph or "avtalets villkor om beslutsordning",
                about=(
                    decision.has_consensus,
                    decision.votes_for,
                    decision.votes_against,
                ),
                records=_decision_and_meeting(facts, decision),
            )


def _stances(facts: Facts, decision: Decision, meeting: Meeting) -> Stances | None:
    """Return how the members stood, as far as it is recorded; nothing if not at all."""
    in_favour, objecting = decision.votes_for, decision.votes_against
    is_voted = in_favour is not None and objecting is not None
    if decision.has_consensus or (decision.has_consensus is None and not is_voted):
        return None
    roll = facts.rolls.get(meeting.pk, Roll(0, 0))
    if not is_voted:
        # Without figures all that is known is that somebody present objected.
        in_favour, objecting = max(roll.present - 1, 0), 1
    present = max(roll.present, (in_favour or 0) + (objecting or 0))
    body = facts.body_of(meeting)
    members = max(members_of(facts, body, meeting.held_on, roll), present)
    return Stances(
        members=members,
        present=present,
        in_favour=in_favour or 0,
        objecting=objecting or 0,
    )


def _meeting_of(facts: Facts, decision: Decision) -> Meeting:
    return facts.meeting_by_id[facts.item_by_id[decision.item_id].meeting_id]


def _decision_and_meeting(facts: Facts, decision: Decision) -> tuple[Mention, ...]:
    item = facts.item_by_id[decision.item_id]
    meeting = facts.meeting_by_id[item.meeting_id]
    return mention(decision, item.title), mention(meeting, facts.name_of(meeting))


@check(
    "postponed_never_returned",
    title="Bordlagd fråga som aldrig kom tillbaka",
    severity=Severity.WARNING,
    paragraph="§ 4",
    cure="Ta upp frågan på nästa möte, eller avsluta ärendet.",
)
def postponed_never_returned(facts: Facts, today: date) -> Iterator[Found]:
    """Find postponed items that no later meeting took up, and none is to."""
    later_days = _days_of_items(facts)
    for decision in facts.decisions:
        if decision.outcome != Outcome.POSTPONED:
            continue
        item = facts.item_by_id[decision.item_id]
        meeting = facts.meeting_by_id[item.meeting_id]
        if _has_returned(item, meeting.held_on, later_days):
            continue
        if not _is_awaited(facts, decision, meeting, today):
            yield Found(
                subject=subject_of(decision),
                what=f"”{item.title}” bordlades av {facts.name_of(meeting)} och har "
                "inte kommit tillbaka.",
                says=_postponed_to(facts, decision),
                about=(item.title, meeting.held_on, _postponed_to(facts, decision)),
                records=_decision_and_meeting(facts, decision),
                severity=milder_when_old(meeting.held_on.year, today),
            )


def _days_of_items(facts: Facts) -> dict[object, list[date]]:
    """Gather the days on which each matter, and each title, was on an agenda."""
    days: dict[object, list[date]] = grouped(
        (name, facts.meeting_by_id[item.meeting_id].held_on)
        for item in facts.items
        if facts.meeting_by_id[item.meeting_id].status != MeetingStatus.CANCELLED
        for name in _names(item)
    )
    for each in days.values():
        each.sort()
    return days


def _names(item: Item) -> Iterator[object]:
    yield " ".join(item.title.casefold().split())
    if item.matter_id:
        yield item.matter_id


def _has_returned(item: Item, on: date, days: dict[object, list[date]]) -> bool:
    return item.matter_is_closed or any(
        bisect_right(days.get(name, []), on) < len(days.get(name, []))
        for name in _names(item)
    )


def _is_awaited(
    facts: Facts, decision: Decision, meeting: Meeting, today: date
) -> bool:
    """Say whether the meeting that is to take it up has not been held yet.

    Where no meeting is named, it is the next one of the same body.
    """
    to = facts.meeting_by_id.get(decision.postponed_to_id or 0)
    to = to or _next_meeting(facts, meeting)
    if to is None or to.status == MeetingStatus.CANCELLED:
        return False
    return to.held_on >= today


def _next_meeting(facts: Facts, meeting: Meeting) -> Meeting | None:
    """Return the body's next meeting that is not cancelled."""
    meetings = facts.meetings_by_body[meeting.body_id]
    first = bisect_right(meetings, meeting.held_on, key=lambda each: each.held_on)
    following = islice(meetings, first, None)
    standing = (each for each in following if each.status != MeetingStatus.CANCELLED)
    return next(standing, None)


def _postponed_to(facts: Facts, decision: Decision) -> str:
    to = facts.meeting_by_id.get(decision.postponed_to_id or 0)
    return f"Bordlagt till {facts.name_of(to)}" if to else "Bordlagt utan angivet möte"
