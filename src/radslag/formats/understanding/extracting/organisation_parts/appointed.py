"""An appointment in a list: what headings say of all, and what is added of one."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, Role
from radslag.formats.understanding.extracting.organisation import add_appointment
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    email_in,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.days import days_in

_TERM: Final = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)\s*[-–—]\s*((?:19|20|21)\d\d)(?![\d-])"
)
_FROM: Final = re.compile(
    r"(?i)fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?|sedan|tillträd"
)
_UNTIL: Final = re.compile(r"(?i)t\.?\s?o\.?\s?m\.?|till\s+och\s+med|längst\s+till")
# Who keeps a list, and whom to write to of it, is not whom the list is of.
_REMARK: Final = re.compile(
    r"(?i)^\W*(?:(?:senast|sist)\s+)?(?:uppdater|revider|ändra|upprätta|sammanställ"
    r"|version|utskriv|skriv|kontakta\b|frågor|synpunkter|meddela|rapportera|källa)"
)
_AT: Final = re.compile(r"\s(?:i|hos|vid|på)\s+([A-ZÅÄÖ][^,:()]{1,30}?)\s*$")
_BOARD: Final = re.compile(
    r"^((?!Kommun|Region)[A-ZÅÄÖ][\wåäö-]*(?:\s+och\s+[a-zåäö-]+)?(?<=nämnden))\b"
)
_ONE_DAY: Final = timedelta(days=1)
OF_THE_LIST: Final = "Rollen står inte; den som står i listan är läst som ledamot."
OF_THE_TERM: Final = "Tiden står i listans rubrik och inte vid namnet."
WHOLE_YEARS: Final = "Perioden är läst som hela år."

Period = tuple[Value | None, Value | None]
Town = tuple[Piece, str]
Named = tuple[Role, Piece]


@dataclass(frozen=True)
class Above:
    """What headings above a list say of all in it; `level` is that of its body."""

    body: NamedBody | None = None
    role: Named | None = None
    municipality: Town | None = None
    period: Period = (None, None)
    level: int = 0


@dataclass(frozen=True)
class Own:
    """What a row or a cell says of its own body, role and time."""

    body: NamedBody | None = None
    role: Named | None = None
    period: Period = (None, None)


def under(heading: Piece, above: Above, gathering: Gathering, level: int = 0) -> Above:
    """Return what holds under a heading; `level` is that of a document's own heading.

    One that names nothing that is known ends what one of its level began.
    """
    body = None if _REMARK.match(heading.text) else body_of(heading)
    body = body or (_board_of(heading) if level == 1 else None)
    role, town = role_in(heading), whole_town(heading) or _town_of_office(heading)
    period = period_in(heading, gathering)
    if body:
        # The title's body goes on where a heading below only speaks of it again.
        is_again = above.body is not None and _same(above.body, body)
        above = replace(above, body=body, role=None, municipality=None)
        above = replace(above, level=(level if not is_again else 0) or above.level)
    elif 0 < level <= above.level and not (role or town or period[0]):
        above = Above(period=above.period)
    if period[0]:
        above = replace(above, period=period)
    if role and not (body and role[0] in (Role.CONTACT, Role.CHAIR)):
        above = replace(above, role=role)
    return replace(above, municipality=town) if town else above


def _same(one: NamedBody, other: NamedBody) -> bool:
    return (one.kind, one.name) == (other.kind, other.name)


def _board_of(title: Piece) -> NamedBody | None:
    """Return the board that a list's title names: "Vattennämnden för A och B"."""
    words = title.find(_BOARD)
    return NamedBody(BodyKind.COMMITTEE, words) if words else None


def _town_of_office(heading: Piece) -> Town | None:
    """Return where a heading says that the secretariat is: "Kansliet i Mora"."""
    body = body_of(heading)
    if body is None or body.kind is not BodyKind.SECRETARIAT:
        return None
    place = heading.find(_AT)
    name = known_name(place.text) if place else None
    return (place, name) if place and name else None


def body_of(piece: Piece) -> NamedBody | None:
    """Return the only body that a piece names, a municipality's board left out."""
    bodies = [b for b in bodies_in(piece) if b.kind is not BodyKind.BOARD]
    return bodies[0] if len({b.kind for b in bodies}) == 1 else None


def whole_town(piece: Piece) -> Town | None:
    """Return the municipality that a piece is the name of, and of nothing more."""
    name = known_name(piece.text.strip(" :"))
    return (piece.strip(" :"), name) if name else None


def period_in(piece: Piece, gathering: Gathering) -> Period:
    """Return from and until when: a term of office, or days after "fr.o.m."."""
    match = _TERM.search(piece.text)
    if match:
        words = piece.group(match)
        first, last = int(match[1]), int(match[2])
        since = words.value(date(first, 1, 1), Certainty.PROBABLE, WHOLE_YEARS)
        if "mandat" in piece.text.lower():
            _add_term(since, date(last, 12, 31), gathering)
        return since, since.as_value(date(last + 1, 1, 1))
    span = next((day for day in days_in(piece) if day.last), None)
    if span and span.last:
        since = span.piece.value(span.day, span.certainty, span.reason)
        if "mandat" in piece.text.lower():
            _add_term(since, span.last, gathering)
        return since, since.as_value(span.last + _ONE_DAY)
    since_day = until_day = None
    for day in days_in(piece):
        before = piece.text[: day.piece.start - piece.start]
        value = day.piece.value(day.day, day.certainty, day.reason)
        said = before[-25:]
        if _UNTIL.search(said):
            until_day = value.as_value(day.day + _ONE_DAY)
        elif _FROM.search(said):
            since_day = value
    return since_day, until_day


def day_of(cell: Piece | None, *, is_last: bool = False) -> Value | None:
    """Return the day of a cell; a last day is counted to the day after it."""
    found = next(days_in(cell), None) if cell else None
    if found is None:
        return None
    day = found.day + _ONE_DAY if is_last else found.day
    return found.piece.value(day, found.certainty, found.reason)


def _add_term(since: Value, ends_on: date, gathering: Gathering) -> None:
    first, last = since.value.year, ends_on.year
    gathering.add(
        "terms_of_office",
        f"{first}-{last}",
        {
            "name": since.as_value(f"{first}–{last}"),
            "starts_on": since,
            "ends_on": since.as_value(ends_on),
        },
    )


def add(
    holder: Holder, own: Own, beside: Piece, above: Above, gathering: Gathering
) -> None:
    """Add what is said of one person, and what headings say of all."""
    named = own.body or above.body
    is_of_list = named is not None or holder.municipality is not None
    if holder.person is None or not is_of_list:
        return
    email = email_in(beside)
    person = gathering.person(holder.person)
    if email:
        gathering.add("people", str(person.value), {"email": email.value()})
    said = own.role or above.role
    value = (
        said[1].value(said[0].value)
        if said
        else holder.person.value(Role.MEMBER.value, Certainty.PROBABLE, OF_THE_LIST)
    )
    key = gathering.body(named.kind, named.piece, named.name) if named else None
    period = _period(own, beside, above, gathering)
    add_appointment(key, value, holder, period, gathering)


def _period(own: Own, beside: Piece, above: Above, gathering: Gathering) -> Period:
    for period in (own.period, period_in(beside, gathering)):
        if period[0] or period[1]:
            return period
    since, until = above.period
    return (
        since.doubted(Certainty.PROBABLE, OF_THE_TERM) if since else None,
        until.doubted(Certainty.PROBABLE, OF_THE_TERM) if until else None,
    )
