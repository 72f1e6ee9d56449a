"""Calling: who raises a matter, decides the agenda, calls, and how often they meet.

Source: § 4 of the model agreement, first and second subparagraphs.
Units: meetings and members in whole numbers, notice in days.
"""

from collections.abc import Collection
from datetime import date, timedelta

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.terms import ExtraMeeting, Initiative, Meetings, Term
from radslag.agreement.wording import (
    according_to,
    capitalised,
    long_date,
    role_name,
)

# "About" leaves room for a quarter fewer meetings, and always for one.
_ROOM_IN_ABOUT = 4


@cites("§ 4")
def may_raise_matter(roles: Collection[str], term: Term[Initiative]) -> Ruling:
    """Say whether somebody with these roles in the body may raise a matter.

    >>> value = Initiative(body="committee", raised_by="any_member",
    ...     agenda_decided_by="chair", called_by="chair")
    >>> term = Term("initiative", value, date(2010, 1, 1), paragraph="§ 4")
    >>> bool(may_raise_matter({"member"}, term))
    True
    """
    return _reserved(roles, term.value.raised_by, "får väcka en fråga", term.paragraph)


@cites("§ 4")
def may_decide_agenda(roles: Collection[str], term: Term[Initiative]) -> Ruling:
    """Say whether somebody with these roles decides what is on the agenda.

    >>> value = Initiative(body="committee", raised_by="any_member",
    ...     agenda_decided_by="chair", called_by="chair")
    >>> term = Term("initiative", value, date(2010, 1, 1))
    >>> may_decide_agenda({"member"}, term).because
    'Det är ordförande som beslutar om dagordningen.'
    """
    decider = term.value.agenda_decided_by
    return _reserved(roles, decider, "beslutar om dagordningen", term.paragraph)


@cites("§ 4")
def may_call_meeting(roles: Collection[str], term: Term[Initiative]) -> Ruling:
    """Say whether somebody with these roles may call an ordinary meeting.

    >>> value = Initiative(body="committee", raised_by="any_member",
    ...     agenda_decided_by="chair", called_by="chair")
    >>> bool(may_call_meeting({"chair"}, Term("initiative", value, date(2010, 1, 1))))
    True
    """
    return _reserved(roles, term.value.called_by, "kallar till möte", term.paragraph)


def _reserved(roles: Collection[str], wanted: str, does: str, paragraph: str) -> Ruling:
    # Whoever holds a seat is a member, also as chair or vice chair.
    seated = {"member", "chair", "vice_chair"} & set(roles)
    allowed = bool(seated) if wanted == "any_member" else wanted in roles
    because = f"Det är {role_name(wanted)} som {does}{according_to(paragraph)}."
    return Ruling(allowed, because, paragraph)


@cites("§ 4")
def must_be_called_by(meeting_on: date, term: Term[Initiative]) -> date | None:
    """Return the last day to call, or nothing when only "in good time" is agreed.

    >>> value = Initiative(body="committee", raised_by="any_member",
    ...     agenda_decided_by="chair", called_by="chair", notice_days=14)
    >>> term = Term("initiative", value, date(2010, 1, 1))
    >>> must_be_called_by(date(2026, 1, 22), term)
    datetime.date(2026, 1, 8)
    """
    if term.value.notice_days is None:
        return None
    return meeting_on - timedelta(days=term.value.notice_days)


@cites("§ 4")
def is_called_in_time(
    *, meeting_on: date, called_on: date, term: Term[Initiative]
) -> Ruling:
    """Say whether the notice went out in time; on the last day is in time.

    >>> value = Initiative(body="committee", raised_by="any_member",
    ...     agenda_decided_by="chair", called_by="chair", notice_days=14)
    >>> bool(is_called_in_time(meeting_on=date(2026, 1, 22), called_on=date(2026, 1, 9),
    ...     term=Term("initiative", value, date(2010, 1, 1))))
    False
    """
    last_on = must_be_called_by(meeting_on, term)
    if last_on is None:
        because = (
            "Kallelsen ska skickas i god tid; avtalet anger inget antal dagar"
            f"{according_to(term.paragraph)}."
        )
        return Ruling(called_on <= meeting_on, because, term.paragraph)
    because = (
        f"Kallelsen skickades {long_date(called_on)}; senaste dag var "
        f"{long_date(last_on)}{according_to(term.paragraph)}."
    )
    return Ruling(called_on <= last_on, because, term.paragraph)


@cites("§ 4")
def may_call_extra_meeting(
    *, chair_asks: bool, members_asking: int, term: Term[ExtraMeeting]
) -> Ruling:
    """Say whether an extra meeting is to be called: the chair, or enough members.

    >>> value = ExtraMeeting(body="committee", members_needed=5)
    >>> term = Term("extra_meeting", value, date(2010, 1, 1))
    >>> bool(may_call_extra_meeting(chair_asks=False, members_asking=4, term=term))
    False
    """
    by_chair = chair_asks and term.value.chair_may_call
    needed = term.value.members_needed
    who = "ordföranden eller " if term.value.chair_may_call else ""
    because = (
        f"Extra möte hålls när {who}minst {needed} ledamöter begär det"
        f"{according_to(term.paragraph)}; {members_asking} har gjort det."
    )
    return Ruling(by_chair or members_asking >= needed, because, term.paragraph)


@cites("§ 4")
def keeps_promise(
    *, planned: int, planning_conferences: int, term: Term[Meetings]
) -> Ruling:
    """Say whether as many meetings are planned for a year as the agreement promises.

    "At least" is exact. "About" leaves room for a quarter fewer, and always for one,
    but never for none at all. More meetings than promised is never wrong.

    >>> value = Meetings(body="committee", per_year=6, qualifier="about")
    >>> term = Term("meetings", value, date(2010, 1, 1), paragraph="§ 4")
    >>> [bool(keeps_promise(planned=n, planning_conferences=0, term=term))
    ...  for n in (4, 5, 6)]
    [False, True, True]
    """
    value = term.value
    conference_missing = value.planning_conference and planning_conferences < 1
    qualifier = "ungefär" if value.qualifier == "about" else "minst"
    conference = ", och en planeringskonferens" if value.planning_conference else ""
    missing = " Ingen planeringskonferens är planerad." if conference_missing else ""
    because = (
        f"{capitalised(term.body_name)} har {planned} planerade möten. "
        f"Utlovat är {qualifier} {value.per_year} om året{conference}"
        f"{according_to(term.paragraph)}.{missing}"
    )
    kept = planned >= fewest_meetings(value) and not conference_missing
    return Ruling(kept, because, term.paragraph)


@cites("§ 4")
def fewest_meetings(value: Meetings) -> int:
    """Return the fewest meetings a year that still keep the promise.

    >>> fewest_meetings(Meetings(body="committee", per_year=1, qualifier="about"))
    1
    """
    if value.qualifier == "at_least":
        return value.per_year
    room = max(value.per_year // _ROOM_IN_ABOUT, 1)
    return max(value.per_year - room, 1)
