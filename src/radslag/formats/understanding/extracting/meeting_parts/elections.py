"""Whom a meeting elected: "Bo Ek (S), Sala, väljs till ordförande för 2026"."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.bodies import body_in
from radslag.formats.understanding.extracting.organisation import add_appointment
from radslag.formats.understanding.extracting.organisation_parts.appointed import (
    period_in,
)
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    holders_in,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece

OWN_BODY: Final = "Inget organ nämns; valet är taget som till organet som valde."
WHOLE_YEAR: Final = "Året är läst som hela året."
_ELECTS: Final = re.compile(
    r"(?i)\b(?:välj(?:s|er|a)|val(?:d|de|des|t)|utse(?:s|r|dd)?|utsåg(?:s)?)\b"
)
_ROLE: Final = (
    r"(?:(?:1:e|2:e|förste|andre)\s+)?(?:(?:vice|v\.)\s+)?ordförande|ledamot|ersättare"
)
_AFTER: Final = re.compile(rf"(?i)\btill\s+(?:ny[at]?\s+)?(?P<role>{_ROLE})\b")
_BEFORE: Final = re.compile(
    rf"(?i)\btill\s+(?P<role>{_ROLE})\b[^.;]{{0,40}}?\b(?:väljs|valdes|utses|utsågs|väljer"
    rf"|utser)\b|\btill\s+(?P<more>{_ROLE})\s*:?\s*$"
)
# Who leads or verifies only this meeting holds no office.
_OF_THE_DAY: Final = re.compile(
    r"(?i)\bjuster\w*|(?:för|vid) (?:mötet|dagens|sammanträdet)|mötesordförande|dagens"
)
_YEAR: Final = re.compile(r"(?i)\bför\s+(?:år(?:et)?\s+)?((?:19|20|21)\d\d)(?![\d–-])")


class _Elected(NamedTuple):
    holder: Holder
    role: Piece


def add_elected(
    title: Piece,
    wording: Piece,
    beside: list[Piece],
    meeting: Found,
    gathering: Gathering,
) -> None:
    """Add the appointments that a decision makes, to the body that met."""
    is_election = _ELECTS.search(wording.text)
    if not is_election or _OF_THE_DAY.search(f"{title.text} {wording.text}"):
        return
    body = _body(wording, meeting, gathering)
    period = _period([wording, title, *beside], gathering)
    for holder, words in _elected(wording):
        said = role_in(words)
        if said and body:
            role = said[1].value(said[0].value)
            own = _of_town(holder, meeting, gathering)
            add_appointment(body, role, own, period, gathering)


def _body(wording: Piece, meeting: Found, gathering: Gathering) -> Value | None:
    """Return the body that is elected to: the one that met, unless another is named."""
    own = gathering.get("bodies", str(meeting["body"]))
    named = body_in(wording)
    if own is None or (named and named.kind != own["kind"]):
        return None
    return wording.value(own.key, Certainty.PROBABLE, OWN_BODY)


def _elected(wording: Piece) -> Iterator[_Elected]:
    """Give who is elected with the words for the office, whichever stands first."""
    holders = [holder for holder in holders_in(wording) if holder.person]
    if not holders:
        return
    ends = [*(h.piece.start for h in holders[1:]), wording.end]
    begins = [wording.start, *(h.piece.end for h in holders[:-1])]
    for holder, begin, end in zip(holders, begins, ends, strict=True):
        before = Piece(wording.source, begin, holder.piece.start)
        after = Piece(wording.source, holder.piece.end, end)
        led = _BEFORE.search(before.text)
        followed = _AFTER.search(after.text)
        if led:
            yield _Elected(holder, before.group(led, "role" if led["role"] else "more"))
        elif followed and (
            end == wording.end or not _BEFORE.match(after.text, followed.start())
        ):
            yield _Elected(holder, after.group(followed, "role"))


def _of_town(holder: Holder, meeting: Found, gathering: Gathering) -> Holder:
    """Return a holder, where none is said with the municipality she attended for."""
    if holder.municipality or holder.person is None:
        return holder
    for row in gathering.of("attendance"):
        is_hers = row["person"] == slug(holder.person.text)
        town = gathering.get("municipalities", str(row["municipality"]))
        if is_hers and town and row["meeting"] == meeting.key:
            place = (holder.person, str(town["name"]))
            return Holder(holder.piece, holder.person, place, holder.party)
    return holder


def _period(
    pieces: list[Piece], gathering: Gathering
) -> tuple[Value | None, Value | None]:
    """Return from and until when: what is said outright, else the whole of a year."""
    for piece in pieces:
        period = period_in(piece, gathering)
        if any(period):
            return period
    for piece in pieces:
        year = piece.find(_YEAR)
        if year:
            first, after = int(year.text), int(year.text) + 1
            since = year.value(date(first, 1, 1), Certainty.PROBABLE, WHOLE_YEAR)
            return since, since.as_value(date(after, 1, 1))
    return None, None
