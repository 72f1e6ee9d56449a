"""Checks of minutes: written, verified and delivered to every member."""

from collections.abc import Iterator
from datetime import date, timedelta

from radslag.agreement.meetings import has_minutes_delivered
from radslag.agreement.terms import MinutesTerm
from radslag.agreement.vocabulary import BodyKind, MeetingStatus, Severity
from radslag.records.models import Meeting, Minutes
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    check,
    is_recent,
    mention,
    subject_of,
)

# Minutes are expected within a month of the meeting.
TIME_TO_FINISH = timedelta(days=30)
ALWAYS_WITH_MINUTES = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)


def _finished_meetings(facts: Facts, today: date) -> Iterator[Meeting]:
    """Give the held meetings, of bodies that keep minutes, whose month is over."""
    for meeting in facts.meetings:
        is_over = meeting.held_on + TIME_TO_FINISH < today
        if meeting.status == MeetingStatus.HELD and is_over:
            kind = facts.body_of(meeting).kind
            is_agreed = facts.term(MinutesTerm, meeting.held_on, kind) is not None
            if kind in ALWAYS_WITH_MINUTES or is_agreed:
                yield meeting


def _ground(facts: Facts, meeting: Meeting) -> str:
    kind = facts.body_of(meeting).kind
    term = facts.term(MinutesTerm, meeting.held_on, kind)
    return (term.paragraph if term else "") or "Ett hållet möte har anteckningar."


@check(
    "minutes_missing",
    title="Hållet möte utan minnesanteckningar",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Lägg in anteckningarna, eller rätta mötets läge om det inte hölls.",
)
def minutes_missing(facts: Facts, today: date) -> Iterator[Found]:
    """Find held meetings without minutes; those of long ago together, by year."""
    bare = [
        meeting
        for meeting in _finished_meetings(facts, today)
        if meeting.pk not in facts.minutes_by_meeting
    ]
    by_year = grouped(((row.body_id, row.held_on.year), row) for row in bare)
    for (_, year), meetings in by_year.items():
        if is_recent(year, today):
            yield from (_without_minutes(facts, meeting) for meeting in meetings)
        else:
            yield _year_without_minutes(facts, year, meetings)


def _without_minutes(facts: Facts, meeting: Meeting) -> Found:
    return Found(
        subject=subject_of(meeting),
        what=f"{facts.name_of(meeting)} är hållet, men anteckningarna saknas.",
        says=_ground(facts, meeting),
        about=(meeting.held_on, meeting.status),
        records=(mention(meeting, facts.name_of(meeting)),),
    )


def _year_without_minutes(facts: Facts, year: int, meetings: list[Meeting]) -> Found:
    body = facts.body_of(meetings[0])
    number = (
        "ett hållet möte" if len(meetings) == 1 else f"{len(meetings)} hållna möten"
    )
    return Found(
        subject=subject_of(body, str(year)),
        what=f"{body} har {number} {year} utan anteckningar.",
        says=_ground(facts, meetings[0]),
        about=tuple(sorted(meeting.key for meeting in meetings)),
        records=tuple(mention(each, facts.name_of(each)) for each in meetings),
        severity=Severity.NOTE,
    )


def _recent_minutes(facts: Facts, today: date) -> Iterator[tuple[Meeting, Minutes]]:
    for meeting in _finished_meetings(facts, today):
        minutes = facts.minutes_by_meeting.get(meeting.pk)
        if minutes and is_recent(meeting.held_on.year, today):
            yield meeting, minutes


@check(
    "minutes_not_verified",
    title="Minnesanteckningar som inte är justerade",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Be justeraren justera, och skriv in dagen.",
)
def minutes_not_verified(facts: Facts, today: date) -> Iterator[Found]:
    """Find minutes of this year or the last, not verified a month after."""
    for meeting, minutes in _recent_minutes(facts, today):
        if minutes.verified_on is None:
            yield Found(
                subject=subject_of(minutes),
                what=f"Anteckningarna från {facts.name_of(meeting)} är inte justerade.",
                says=_ground(facts, meeting),
                about=(meeting.held_on, minutes.verified_on),
                records=(mention(minutes, facts.name_of(meeting)),),
            )


@check(
    "minutes_not_delivered",
    title="Minnesanteckningar som inte har delgetts alla",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Sänd anteckningarna till kommunerna som saknas, och skriv in delgivningen.",
)
def minutes_not_delivered(facts: Facts, today: date) -> Iterator[Found]:
    """Find minutes, of this year or the last, that some member has not been sent."""
    for meeting, minutes in _recent_minutes(facts, today):
        kind = facts.body_of(meeting).kind
        term = facts.term(MinutesTerm, meeting.held_on, kind)
        if term is None:
            continue
        parties = facts.members(meeting.held_on)
        reached = [
            party
            for party in parties
            if (minutes.pk, facts.id_of(party)) in facts.minutes_delivered
        ]
        ruling = has_minutes_delivered(parties, reached, term)
        if not ruling:
            yield Found(
                subject=subject_of(minutes),
                what=f"{facts.name_of(meeting)}: {ruling.because}",
                says=ruling.paragraph or "avtalets villkor om minnesanteckningar",
                about=tuple(party.code for party in ruling.missing),
                records=(mention(minutes, facts.name_of(meeting)),),
            )
