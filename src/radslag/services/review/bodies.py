"""Checks of bodies and appointments: chairs, seats, gaps and overlaps."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from radslag.agreement.meetings import has_officers, is_composed
from radslag.agreement.parties import Party, names_of
from radslag.agreement.terms import Composition, Officers
from radslag.agreement.vocabulary import BodyKind, Role, Severity
from radslag.agreement.wording import long_date, role_name
from radslag.records.models import Appointment, Body
from radslag.services.review.facts import Facts
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    mention,
    milder_when_old,
    subject_of,
)

A_YEAR = timedelta(days=365)
SEATED = (Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR)
# A municipality's own bodies stand whether it is a member or not.
OWN_BODIES = (BodyKind.BOARD, BodyKind.COUNCIL, BodyKind.ADMINISTRATION)


def holds(seat: Appointment, on: date) -> bool:
    """Say whether an appointment is in force on a day."""
    ended = seat.appointed_until is not None and seat.appointed_until <= on
    return seat.appointed_from <= on and not ended


def exists(body: Body, on: date) -> bool:
    """Say whether a body exists on a day."""
    ended = body.exists_until is not None and body.exists_until <= on
    begun = body.exists_from is None or body.exists_from <= on
    return begun and not ended


def seats_on(facts: Facts, body: Body, on: date) -> list[Appointment]:
    """Return a body's appointments in force on a day."""
    return [seat for seat in facts.seats_by_body.get(body.pk, []) if holds(seat, on)]


@check(
    "officers_missing",
    title="Ordförande eller annan förtroendepost saknas",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Lägg in vem som är vald, med dagen då uppdraget börjar.",
)
def officers_missing(facts: Facts, today: date) -> Iterator[Found]:
    """Find bodies that lack, today, an officer that the agreement says they elect."""
    for body in facts.bodies:
        term = facts.term(Officers, today, body.kind)
        if term is None or not exists(body, today):
            continue
        seats = seats_on(facts, body, today)
        held = {seat.role for seat in seats}
        elected = {role: int(role in held) for role in term.value.roles}
        ruling = has_officers(
            elected=elected,
            members_elected=_are_members(seats, term.value.roles),
            term=term,
        )
        if not ruling:
            yield Found(
                subject=subject_of(body),
                what=f"{body}: {ruling.because}",
                says=ruling.paragraph or "avtalets villkor om presidium",
                about=tuple(sorted(elected.items())),
                records=(mention(body),),
            )


def _are_members(seats: Iterable[Appointment], roles: Collection[str]) -> bool:
    """Say whether the officers' municipalities have members of their own there."""
    seats = list(seats)
    members = {seat.municipality_id for seat in seats if seat.role == Role.MEMBER}
    officers = {seat.municipality_id for seat in seats if seat.role in roles}
    return not members or officers <= members


@check(
    "two_chairs",
    title="Två ordförande samtidigt",
    severity=Severity.ERROR,
    paragraph="§ 3",
    cure="Ange från vilken dag det tidigare uppdraget inte längre gäller.",
)
def two_chairs(facts: Facts, today: date) -> Iterator[Found]:
    """Find chairs of one body whose times overlap."""
    for body, earlier, later in _successions(facts, Role.CHAIR):
        end = earlier.appointed_until
        if end is None or end > later.appointed_from:
            yield Found(
                subject=subject_of(later),
                what=f"{body} har två ordförande från {long_date(later.appointed_from)}"
                f": {_holder(facts, earlier)} och {_holder(facts, later)}.",
                says=_paragraph_of_officers(facts, later.appointed_from, body),
                about=(earlier.key, end, later.key, later.appointed_from),
                records=(_seat(facts, earlier), _seat(facts, later)),
                severity=milder_when_old((end or today).year, today),
            )


@check(
    "gap_between_chairs",
    title="Ett glapp mellan två ordförande",
    severity=Severity.NOTE,
    paragraph="§ 3",
    cure="Rätta dagarna om uppdragen följde på varandra.",
)
def gap_between_chairs(facts: Facts, today: date) -> Iterator[Found]:
    """Find a recent time between two chairs of one body when there was none."""
    for body, earlier, later in _successions(facts, Role.CHAIR):
        end = earlier.appointed_until
        if end and later.appointed_from > end > today - A_YEAR:
            yield Found(
                subject=subject_of(later),
                what=f"{body} saknade ordförande från {long_date(end)} till "
                f"{long_date(later.appointed_from)}.",
                says=_paragraph_of_officers(facts, end, body),
                about=(earlier.key, end, later.key, later.appointed_from),
                records=(_seat(facts, earlier), _seat(facts, later)),
            )


def _successions(
    facts: Facts, role: Role
) -> Iterator[tuple[Body, Appointment, Appointment]]:
    """Give each two holders of a role in a body that follow one another."""
    for body_id, seats in facts.seats_by_body.items():
        body = facts.body_by_id[body_id]
        holders = [seat for seat in seats if seat.role == role]
        for earlier, later in pairwise(holders):
            yield body, earlier, later


def _paragraph_of_officers(facts: Facts, on: date, body: Body) -> str:
    term = facts.term(Officers, on, body.kind)
    return (term.paragraph if term else "") or "En ordförande i taget."


def _holder(facts: Facts, seat: Appointment) -> str:
    party = facts.party_by_id(seat.municipality_id)
    return party.name if party else seat.key


def _seat(facts: Facts, seat: Appointment) -> Mention:
    label = f"{role_name(seat.role)} {_holder(facts, seat)}"
    return mention(seat, label)


@check(
    "municipality_without_seat",
    title="En medlem saknar plats, eller har för många",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Lägg in uppdraget, eller avsluta det som inte längre gäller.",
)
def municipality_without_seat(facts: Facts, today: date) -> Iterator[Found]:
    """Find bodies where a member has not, today, as many seats as it should have."""
    for body in facts.bodies:
        term = facts.term(Composition, today, body.kind)
        if term is None or not exists(body, today) or body.municipality_id:
            continue
        seats = _seats_of_members(facts, body, today)
        ruling = is_composed(seats, term)
        if not ruling:
            yield Found(
                subject=subject_of(body),
                what=f"{body}: {ruling.because}",
                says=ruling.paragraph or "avtalets villkor om sammansättning",
                about=tuple((party.code, seats[party]) for party in ruling.missing),
                records=(mention(body), *_municipalities(facts, ruling.missing)),
            )


def _seats_of_members(facts: Facts, body: Body, today: date) -> dict[Party, int]:
    """Count each member's seats; whoever is only chair has one by that."""
    counted = Counter[tuple[int | None, bool]](
        (seat.municipality_id, seat.role == Role.MEMBER)
        for seat in seats_on(facts, body, today)
        if seat.role in SEATED
    )
    return {
        party: counted[facts.id_of(party), True]
        or min(counted[facts.id_of(party), False], 1)
        for party in facts.members(today)
    }


def _municipalities(facts: Facts, parties: Iterable[Party]) -> Iterator[Mention]:
    for party in parties:
        yield Mention("municipalities", party.key, party.name)


@check(
    "seat_outside_membership",
    title="Uppdrag för en kommun som inte är medlem",
    severity=Severity.WARNING,
    paragraph="§ 3",
    cure="Avsluta uppdraget, eller rätta medlemskapets dagar.",
)
def seat_outside_membership(facts: Facts, today: date) -> Iterator[Found]:
    """Find seats in force today in common bodies, for municipalities that have left."""
    members = set(facts.members(today))
    for seats in facts.seats_by_body.values():
        body = facts.body_by_id[seats[0].body_id]
        astray = {
            party: seat
            for seat in seats_on(facts, body, today)
            if (party := facts.party_by_id(seat.municipality_id))
            and party not in members
        }
        if astray and body.kind not in OWN_BODIES:
            yield Found(
                subject=subject_of(body),
                what=f"{body} har uppdrag för {names_of(astray)}, som inte är med i "
                "samverkan.",
                says="Uppdragen följer medlemskapet.",
                about=tuple(sorted(seat.key for seat in astray.values())),
                records=tuple(_seat(facts, seat) for seat in astray.values()),
            )
