"""What a plan or programme says of its bodies: who leads them, and who serves them."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, DocumentKind, Role
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.budget_parts.words import year_in
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    ROLE,
    Holder,
    holders_in,
)
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in

_SENTENCE: Final = re.compile(
    r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])|\n"
    r"|\s+(?=(?:Vice\s+ordförande|Ordförande|Sekreterare|Ledamöter)\s*:)"
)
_LEADS: Final = re.compile(r"(?i)\bordförande|\bordf\b|\bsammankallande\b|\bleds av\b")
# What is said of how an office is filled tells of no holder.
_RULE: Final = re.compile(
    r"(?i)\butse[rs]?\b|\bväljs?\b|\bskall?\b.{0,40}\bordförande|\bkan\b|\btidigare\b"
    r"|\brotera|\bersätt(?:s|er)\b|\bkommunstyrelse(?:ns|rnas)\s+ordförande\b"
)
_OFFICES: Final = (Role.CHAIR, Role.VICE_CHAIR)
_SEATED: Final = re.compile(
    r"(?i)\bplacera[dt]|\bvärd(?:kommun)?\b|\btillhandahåll|\barbetsgivar"
    r"|\bansvarar för|\banställ|\bhuvudman|\bsäte\b|\bfinns\b|\bsitter i\b"
)
_NETWORK_LINE: Final = re.compile(
    r"(?i)^(?P<name>(?:nätverk(?:et)?\s+för\s+[^:–—.(]{3,70}|[a-zåäö-]{3,}nätverk(?:et)?"
    r"|arbetsgrupp(?:en)?\s+för\s+[^:–—.(]{3,70}))"
    r"\s*(?:\([^)]*\))?\s*(?:[:–—]|\s-\s)\s*(?P<purpose>[A-ZÅÄÖa-zåäö].{8,400})$"
)
_NETWORKS: Final = re.compile(r"(?i)\bnätverk|\barbetsgrupper|\borganisation")
_ONE_EACH: Final = (Role.CHAIR.value, Role.VICE_CHAIR.value, Role.CHIEF_EXECUTIVE.value)
WHOLE_YEAR: Final = "Uppdraget är läst som hela årets."
YEAR_OF_PLAN: Final = "Året är planens; det står inte vid uppdraget."
IN_ORDER: Final = "Vem som har vilket uppdrag följer av ordningen."
OF_ITS_WORD: Final = "Ordet är taget som samverkans namn på organet."
OF_THE_HEADING: Final = "Vilket organ det gäller följer av det som står ovanför."


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather chairs and vice chairs, the secretariat's host, and named networks."""
    portion = in_its_year(portion)
    above: NamedBody | None = None
    is_of_networks = False
    # A list's lines are read as appointments, with their own time.
    is_list = portion.kind is DocumentKind.APPOINTMENT_LIST
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Heading):
            above = None if is_list else _body(piece)
            is_of_networks = _NETWORKS.search(piece.text) is not None
        elif not isinstance(block, Table):
            if is_of_networks:
                _read_network(piece, gathering)
            told: list[NamedBody] = []
            for sentence in piece.split(_SENTENCE):
                _read_chairs(sentence, _led_of(told) or above, portion.year, gathering)
                _read_host(sentence, gathering)
                head = None if is_list else _heads(sentence)
                told += [head] if head else []
                above = None if is_list else head or above


def _led_of(told: list[NamedBody]) -> NamedBody | None:
    """Return the political body of a paragraph that tells of several bodies."""
    political = [body for body in told if body.kind is BodyKind.COMMITTEE]
    return political[0] if len({body.kind for body in told}) > 1 and political else None


def _body(piece: Piece) -> NamedBody | None:
    bodies = [b for b in bodies_in(piece) if b.kind is not BodyKind.BOARD]
    return bodies[0] if len({(b.kind, b.name) for b in bodies}) == 1 else None


def _heads(line: Piece) -> NamedBody | None:
    """Return the body that a line is the name of, or begins by telling of."""
    body = next(bodies_in(line), None)
    if body is None or body.kind is BodyKind.BOARD:
        return None
    before = line.text[: body.piece.start - line.start].strip(" *\t").lower()
    return body if before in ("", "den", "i") else None


def _read_network(line: Piece, gathering: Gathering) -> None:
    match = _NETWORK_LINE.match(line.text.strip())
    if match is None:
        return
    whole = line.strip()
    named, purpose = whole.group(match, "name").strip(), whole.group(match, "purpose")
    is_group = named.text.lower().startswith("arbetsgrupp")
    kind = BodyKind.WORKING_GROUP if is_group else BodyKind.NETWORK
    name = " ".join(named.text.split())
    key = gathering.body(kind, named, name[:1].upper() + name[1:])
    gathering.add("bodies", str(key.value), {"purpose": purpose.strip().value()})


def _read_host(sentence: Piece, gathering: Gathering) -> None:
    """Read which municipality has the secretariat."""
    seats = [b for b in bodies_in(sentence) if b.kind is BodyKind.SECRETARIAT]
    towns = {name: piece for piece, name in municipalities_in(sentence)}
    if len(towns) != 1 or not seats or not _SEATED.search(sentence.text):
        return
    ((name, piece),) = towns.items()
    body = gathering.body(BodyKind.SECRETARIAT, seats[0].piece, seats[0].name)
    host = gathering.municipality(piece, name)
    gathering.add("bodies", str(body.value), {"municipality": host})


def _read_chairs(
    sentence: Piece, above: NamedBody | None, year: int | None, gathering: Gathering
) -> None:
    if not _LEADS.search(sentence.text) or _RULE.search(sentence.text):
        return
    body = _led(sentence)
    reason = "" if body else OF_THE_HEADING
    body = body or (above if _is_label(sentence) else None)
    if body is None or body.kind in (BodyKind.BOARD, BodyKind.COUNCIL):
        return
    for role, words, holder, certainty in _held(sentence, known_towns(gathering)):
        key = gathering.body(body.kind, body.piece, body.name)
        if reason or body.is_weak:
            key = key.doubted(Certainty.PROBABLE, reason or OF_ITS_WORD)
        why = "" if certainty is Certainty.CERTAIN else IN_ORDER
        said = words.value(role.value, certainty, why)
        add_appointment(key, said, holder, _period(sentence, year), gathering)


def _led(sentence: Piece) -> NamedBody | None:
    """Return the body that is led, or None where none or more than one is named."""
    bodies = [
        b
        for b in bodies_in(sentence)
        if b.kind not in (BodyKind.BOARD, BodyKind.COUNCIL)
    ]
    return bodies[0] if len({b.kind for b in bodies}) == 1 else None


def _is_label(sentence: Piece) -> bool:
    match = ROLE.match(sentence.text.lstrip(" *-–•\t"))
    return match is not None and match.lastgroup in _OFFICES


def known_towns(gathering: Gathering) -> set[str]:
    """Return the names of the municipalities that documents have named so far."""
    return {str(found["name"]) for found in gathering.of("municipalities")}


def _held(
    sentence: Piece, known: set[str]
) -> Iterator[tuple[Role, Piece, Holder, Certainty]]:
    """Give each office with its holder, paired as the sentence has them."""
    roles = [
        (Role(m.lastgroup or ""), sentence.group(m))
        for m in ROLE.finditer(sentence.text)
        if m.lastgroup in _OFFICES
    ]
    holders = _leaders(holders_in(sentence, known), roles)
    if not roles:
        match = re.search(r"(?i)\bleds av\b", sentence.text)
        end = sentence.start + match.end() if match else 0
        if match and len(holders) == 1 and holders[0].piece.start >= end:
            yield Role.CHAIR, sentence.group(match), holders[0], Certainty.PROBABLE
        return
    if len(roles) != len(holders) or len({role for role, _ in roles}) != len(roles):
        return
    turns = sorted(
        [(w.start, "role") for _, w in roles]
        + [(h.piece.start, "who") for h in holders]
    )
    kinds = [kind for _, kind in turns]
    is_by_turns = all(one != other for one, other in pairwise(kinds))
    certainty = Certainty.CERTAIN if is_by_turns else Certainty.PROBABLE
    for (role, words), holder in zip(roles, holders, strict=True):
        yield role, words, holder, certainty


def _leaders(holders: list[Holder], roles: list[tuple[Role, Piece]]) -> list[Holder]:
    """Return who are named, without municipalities that only tell where."""
    persons = [holder for holder in holders if holder.person]
    if len(holders) > max(len(roles), 1) and len(persons) == max(len(roles), 1):
        return persons
    return holders


def _period(sentence: Piece, year: int | None) -> tuple[Value | None, Value | None]:
    """Return from and until when: the year that is said, else the plan's."""
    written = sentence.find(r"(?<!\d)((?:19|20|21)\d\d)(?!\d|-\d\d)")
    said = year_in(written.text) if written else year
    if said is None:
        return None, None
    words = written or sentence
    reason = WHOLE_YEAR if written else YEAR_OF_PLAN
    return (
        words.value(date(said, 1, 1), Certainty.PROBABLE, reason),
        words.value(date(said + 1, 1, 1), Certainty.PROBABLE, reason),
    )


def add_appointment(
    body: Value | None,
    role: Value,
    holder: Holder,
    period: tuple[Value | None, Value | None],
    gathering: Gathering,
) -> None:
    """Add an appointment; the key tells body, role, whose it is and since when."""
    municipality = holder.municipality_value(gathering)
    person = holder.person_value(gathering)
    since, until = period
    whose = municipality or person
    parts = [
        body.value if body else "uppdrag",
        role.value,
        whose.value if whose else "",
    ]
    if municipality and person and role.value not in _ONE_EACH:
        parts.append(person.value)
    parts.append(since.value.isoformat() if since else "")
    gathering.add(
        "appointments",
        "-".join(str(part).replace("_", "-") for part in parts if part),
        {
            "body": body,
            "role": role,
            "municipality": municipality,
            "person": person,
            "appointed_from": since,
            "appointed_until": until,
            "note": holder.party.value(f"({holder.party.text})")
            if holder.party
            else None,
        },
    )
