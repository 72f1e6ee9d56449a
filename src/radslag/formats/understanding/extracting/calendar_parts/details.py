"""What stands at a day of a calendar: clock, place, host, kind, and if it is off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingKind, MeetingStatus
from radslag.agreement.wording import WEEKDAYS
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.clocks import FoundClock, clock_in

_CANCELLED: Final = re.compile(
    r"(?i)\binställ(?:t|d|s|da)\b|\butgår\b|\butgick\b|\bställs in\b|\bavbokat\b"
    r"|\bstruk(?:et|en)\b|\b(?:ställdes|ställts)\s+in\b"
)
_PLANNING: Final = re.compile(
    r"(?i)planerings-?(?:konferens|dag(?:ar)?|möte|internat)\w*|\binternat\w*"
    r"|strategidag\w*"
)
_EXTRA: Final = re.compile(r"(?i)\bextra(?:insatt|ordinarie)?\b")
_DIGITAL: Final = re.compile(
    r"(?i)\bdigital\w*|\b(?:microsoft\s+|ms\s+)?teams\w*|\bzoom\b|\bskype\b|på distans"
    r"|\bdistansmöte\w*|\bwebbmöte\w*|\bvideo\w*|\bvia länk\b"
)
_PHYSICAL: Final = re.compile(r"(?i)\bfysisk\w*|\bpå plats\b")
_NO_PLACE: Final = re.compile(
    r"""(?xi) (?:plats|lokal)?\s*(?:är\s+|ännu\s+)?(?:inte|ej|ännu\s+inte|icke)\s+
      (?:bestämd\w*|fastställ\w*|klar\w*|satt\w*|beslut\w*)
    | (?:plats|lokal)\s+meddelas.* | .*\bmeddelas\b.* | tbd | \?+ | -+ | –
    | heldag\w* | halvdag\w* | (?:med\s+)?lunch(?:\s*[-–]\s*lunch|\s+till\s+lunch)?
    | förmiddag\w* | eftermiddag\w* | fm | em | dag\s+\d
    | (?:ordinarie|extra(?:insatt)?|gemensamt|fysiskt)\s+(?:möte|sammanträde)
    | möte | sammanträde | ordinarie | preliminärt? | prel\.?"""
)
_ALL_DAY: Final = re.compile(r"(?i)\b(?:lunch|heldag|middag|halvdag|internat)\w*")
_HOST: Final = re.compile(
    r"(?i)\bvärd(?:kommun(?:en)?|skap)?\b\s*(?::|är|–|-)?\s*|\bstår som värd\b"
)
_LEAD: Final = re.compile(
    r"(?i)^(?:(?:alla|samtliga)\s+(?=i\s|på\s|hos\s))?"
    r"(?:plats\s*:?\s*|lokal\s*:\s*|(?:(?:som\s+)?(?:förläggs|förlagt|hålls|flyttas"
    r"|är)\s+)?(?:i|på|hos|vid|till)\s+)"
)
_IN: Final = re.compile(r"(?i)(?:i|på|hos|vid)\s")
_CUT: Final = re.compile(
    r"[,;|\t\n()]|\s[–—-]\s|\s[–—-](?=\w)|\.\s|(?<=\w)\.$|:\s"
    r"|\s+(?:ställdes|(?:har\s+)?ställts|ställs)\s+in\b|\s+(?:utgick|utgår|blev)\b"
    r"|\bOBS\b[!:]?|\s+om\s+(?:inte|ej)\s+annat.*"
    # "i Kalix och" stands before the last day of a list.
    r"|\s+(?:och|samt)(?:\s+den)?\s*$"
)
_ROOM: Final = re.compile(r"(?i)(?:sal|lokal|rum|plan|vån\w*|sammanträdesrum)\b")
_WEEKDAY: Final = re.compile(
    rf"(?i)\b(?P<day>{'|'.join(WEEKDAYS)})(?:en|ar|arna)?\b|\b(?:mån|tis|ons|tors|fre)\b"
)
# "Älvdagarna 18–19" has days of its own; an address has one number.
_DAYS: Final = re.compile(r"(?<!\d)\d{1,2}\s*[–-]\s*\d{1,2}(?!\d)")
_LONGEST_PLACE_WORDS: Final = 7
IS_THE_PLACE: Final = "Kommunen står som plats; att den är värd följer av det."
OTHER_CLOCK: Final = "Tiden är listans; en planeringskonferens kan ha en annan."
AFTER_MANY: Final = "Står efter flera dagar och är läst som att det gäller alla."


@dataclass(frozen=True)
class Details:
    """What is said of a meeting, or of all meetings in a list."""

    clock: FoundClock | None = None
    place: Piece | None = None
    host: Piece | None = None
    kind: tuple[MeetingKind, Piece] | None = None
    digital: tuple[bool, Piece] | None = None
    cancelled: Piece | None = None
    weekday: Piece | None = None
    is_all_day: bool = False
    reason: str = ""

    def over(self, general: "Details") -> "Details":
        """Return these, and the general ones where these say nothing."""
        return replace(
            self,
            clock=self.clock or (None if self.is_all_day else general.clock),
            place=self.place or (None if self.digital else general.place),
            host=self.host or general.host,
            kind=self.kind or general.kind,
            digital=self.digital or (None if self.place else general.digital),
            cancelled=self.cancelled or general.cancelled,
            weekday=self.weekday or general.weekday,
            is_all_day=self.is_all_day or general.is_all_day,
        )


def details_of(*pieces: Piece, heads: tuple[str, ...] = ()) -> Details:
    """Return what pieces say; `heads` are the heads of the columns they stand in."""
    whole = Details()
    for number, piece in enumerate(pieces):
        head = heads[number].lower() if number < len(heads) else ""
        whole = _details(piece, head).over(whole)
    return whole


def _details(piece: Piece, head: str) -> Details:
    planning, extra = piece.find(_PLANNING), piece.find(_EXTRA)
    kind = (MeetingKind.PLANNING_CONFERENCE, planning) if planning else None
    if extra and kind is None:
        kind = (MeetingKind.EXTRA, extra)
    digital, physical = piece.find(_DIGITAL), piece.find(_PHYSICAL)
    is_host = "värd" in head
    place = None if is_host else _place(piece, is_certain="plats" in head)
    weekday = _WEEKDAY.search(piece.text)
    return Details(
        clock=_clock(piece, head),
        place=place,
        host=piece.strip() if is_host else _host(piece),
        kind=kind,
        digital=(True, digital) if digital else (False, physical) if physical else None,
        cancelled=piece.find(_CANCELLED),
        weekday=piece.group(weekday) if weekday else None,
        is_all_day=_ALL_DAY.search(piece.text) is not None,
    )


def _clock(piece: Piece, head: str) -> FoundClock | None:
    found = clock_in(piece)
    if found or not re.search(r"tid|klock|kl\b", head):
        return found
    # Under "Tid", "9-11" is a clock too.
    match = re.fullmatch(r"\s*(\d{1,2})\s*[-–]\s*(\d{1,2})\s*", piece.text)
    if not match or not int(match[1]) < int(match[2]) < 24:  # noqa: PLR2004 - the day has 24 hours.
        return None
    return FoundClock(time(int(match[1])), time(int(match[2])), piece.strip())


def _host(piece: Piece) -> Piece | None:
    match = _HOST.search(piece.text)
    if not match:
        return None
    towns = municipalities_in(piece)
    after = [t for t, _ in towns if t.start >= piece.start + match.start()]
    named = piece.part(match.end(), len(piece.text)).strip(" ,.;()")
    if after:
        return after[0]
    return named if known_name(named.text) else None


def _place(piece: Piece, *, is_certain: bool) -> Piece | None:
    """Return where: what is left when clock, kind and the like are taken away."""
    kept: list[Piece] = []
    for segment in map(_without_kind, _segments(piece)):
        lead = _LEAD.match(segment.text)
        place = segment.part(lead.end(), len(segment.text)) if lead else segment
        is_room = bool(kept) and _ROOM.match(place.text) is not None
        if is_room or _is_place(place, is_certain=is_certain):
            kept.append(place)
        elif kept:
            break
    return kept[0].until(kept[-1]).strip(" .,;:") if kept else None


def _without_kind(segment: Piece) -> Piece:
    """Return what stands after the kind of meeting: "planeringskonferens i Kalix"."""
    kind = _PLANNING.match(segment.text)
    rest = segment.part(kind.end(), len(segment.text)).strip() if kind else segment
    return rest if _IN.match(rest.text) else segment


def _segments(piece: Piece) -> Iterator[Piece]:
    for segment in piece.split(_CUT):
        bare = segment.strip(" .:;–-—*")
        clock = clock_in(bare)
        if clock:
            before = bare.part(0, clock.piece.start - bare.start)
            after = bare.part(clock.piece.end - bare.start, len(bare.text))
            yield from (p.strip(" .:;–-—*") for p in (before, after) if p)
        elif bare:
            yield bare


def _is_place(piece: Piece, *, is_certain: bool) -> bool:
    text = piece.text.strip()
    if not re.search(r"[A-Za-zÅÄÖåäö]{2}", text) or _NO_PLACE.fullmatch(text):
        return False
    if any(p.search(text) for p in (_CANCELLED, _PLANNING, _DIGITAL, _PHYSICAL, _HOST)):
        return False
    if _WEEKDAY.fullmatch(text) or any(bodies_in(piece)) or _DAYS.search(text):
        return False
    if is_certain:
        return True
    words = text.split()
    return len(words) <= _LONGEST_PLACE_WORDS and words[0][:1].isupper()


def values_of(
    own: Details, general: Details, gathering: Gathering
) -> dict[str, Value | None]:
    """Return what details say of a meeting, in the columns of meetings."""
    said = own.over(general)
    clock, digital = said.clock, said.digital
    cancelled = said.cancelled
    values = {
        "status": cancelled.value(MeetingStatus.CANCELLED.value) if cancelled else None,
        "kind": said.kind[1].value(said.kind[0].value) if said.kind else None,
        **_clock_values(clock, is_others=own.clock is None and own.kind is not None),
        "place": said.place.value() if said.place else None,
        "host": _host_value(said, gathering),
        "is_digital": digital[1].value(digital[0]) if digital else None,
    }
    if own.reason:
        values = {
            column: value.doubted(Certainty.PROBABLE, own.reason) if value else None
            for column, value in values.items()
        }
    return values


def _clock_values(
    clock: FoundClock | None, *, is_others: bool
) -> dict[str, Value | None]:
    if clock is None:
        return {}
    certainty = Certainty.PROBABLE if is_others else Certainty.CERTAIN
    reason = OTHER_CLOCK if is_others else ""
    starts = clock.piece.value(clock.starts_at, certainty, reason)
    return {
        "starts_at": starts,
        "ends_at": starts.as_value(clock.ends_at) if clock.ends_at else None,
    }


def _host_value(said: Details, gathering: Gathering) -> Value | None:
    if said.host:
        return gathering.municipality(said.host)
    if said.place and known_name(said.place.text):
        host = gathering.municipality(said.place)
        return host.doubted(Certainty.PROBABLE, IS_THE_PLACE) if host else None
    return None
