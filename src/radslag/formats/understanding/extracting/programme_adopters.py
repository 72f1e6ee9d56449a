"""How far other municipalities have come with a programme, their boards unsaid."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import AdoptionOutcome, Certainty
from radslag.formats.understanding.extracting.case_parts.outcomes import (
    FoundOutcome,
    outcome_in,
)
from radslag.formats.understanding.extracting.programmes import adopt
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in

NO_BODY: Final = (
    "Kommunen nämns utan att det sägs vilket organ som beslutade; det är läst som "
    "kommunstyrelsen."
)
_WHAT: Final = (
    r"(?:programmet|strategin|målbilden|visionen|planen|färdriktningen|förslaget"
    r"|den|det)"
)
_ADOPTED: Final = re.compile(
    rf"(?i)^\s*(?:kommuns?\s+)?(?:(?:har\s+)?(?:redan\s+)?(?:antog|antagit|godkände|godkänt|avslog"
    rf"|avslagit|återremitterade|återremitterat)|ställde\s+sig\s+bakom)\s+{_WHAT}\b"
)
# "Hittills har A och B antagit programmet".
_HAVE_ADOPTED: Final = re.compile(
    rf"(?i)^(?:hittills|redan|i\s+dag|idag|sedan\s+tidigare)\s+har\s+(?-i:[A-ZÅÄÖ])[^.;]*?"
    rf"\s(?:redan\s+)?(?:antagit|godkänt|ställt\s+sig\s+bakom)\s+{_WHAT}"
)
# "I Sala antogs programmet redan i augusti".
_WAS_ADOPTED: Final = re.compile(
    rf"(?i)^\s*(?:kommun\s+)?(?:antogs|godkändes|(?:har|är)\s+{_WHAT}\s+(?:redan\s+)?"
    rf"(?:antagits|godkänts|antaget|antagen))(?:\s+{_WHAT})?\b"
)
_IN: Final = re.compile(r"(?:Även\s+i|Också\s+i|I)\s+")
_ONLY_JOINED: Final = re.compile(r"(?:\s*,\s*|\s+och\s+|\s+samt\s+)")
_MONTHS: Final = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december)"
)
_WAITS: Final = re.compile(
    r"(?i)^\s*(?:kommun\s+)?(?:har\s+)?(?:ännu\s+)?(?:inte|ej)\s+(?:ännu\s+)?"
    r"(?:behandlat|beslutat|tagit\s+(?:ställning|upp)|behandlade)\b"
    # "Salem tar upp ärendet i mars": what is to come.
    r"|^\s*(?:kommun(?:styrelsen?|fullmäktige)?\s+)?(?:i\s+[A-ZÅÄÖ][\wåäö-]+\s+)?"
    r"(?:(?:väntas|ska|avser(?:\s+att)?|planerar(?:\s+att)?|kommer\s+att)\s+"
    r"(?:ta\s+upp|behandla|besluta|pröva|avgöra)|tar\s+upp|behandlar|beslutar|prövar"
    r"|avgör|har\s+(?:ärendet|frågan|det|den|programmet|strategin|förslaget)\s+uppe)\b"
    r"(?:\s+(?:om|ärendet|frågan|förslaget|programmet|strategin"
    r"|den|det)){0,3}\s+(?:först\s+)?(?:i|under|den|på|senare|nästa|till)\s+"
    rf"(?:[\wåäö]+\s+){{0,3}}?(?:\d{{1,2}}\b|{_MONTHS}|våren?|hösten?|sommaren?|vintern?"
    r"|år(?:et)?|möte|sammanträde)"
)
_SIGN: Final = re.compile(r"§\s*(\d{1,4})\b")
_BODY: Final = re.compile(r"(?i)styrelse|fullmäktig")


def adopted_by_towns(
    programme: Found, sentence: Piece, known: Collection[str], gathering: Gathering
) -> Iterator[str]:
    """Give the adoptions of "A antog strategin den … (§ 8) och B den … (§ 21)"."""
    towns = municipalities_in(sentence) or _first_town(sentence)
    if not towns:
        return
    after = sentence.text[towns[0][0].end - sentence.start :]
    waits = _WAITS.match(after)
    if waits:
        for piece, name in towns[:1]:
            words = Piece(sentence.source, piece.end, piece.end + waits.end()).strip()
            outcome = words.value(AdoptionOutcome.PENDING.value)
            yield from _add(
                programme, (piece, name), {"outcome": outcome}, known, gathering
            )
        return
    if not _BODY.search(sentence.text):
        yield from _decided_by(programme, sentence, towns, known, gathering)


def _decided_by(
    programme: Found,
    sentence: Piece,
    towns: list[tuple[Piece, str]],
    known: Collection[str],
    gathering: Gathering,
) -> Iterator[str]:
    """Give the adoptions of towns that did the same, or that each have their day."""
    after = sentence.text[towns[0][0].end - sentence.start :]
    said = outcome_in(sentence)
    if said is None:
        return
    last = sentence.text[towns[-1][0].end - sentence.start :]
    is_of_all = _are_joined(towns) and _ADOPTED.match(last)
    begins = sentence.text[: towns[0][0].start - sentence.start]
    is_one = len(towns) == 1 or _are_joined(towns)
    was = is_one and _IN.fullmatch(begins) and _WAS_ADOPTED.match(last)
    if is_of_all or was or _HAVE_ADOPTED.match(sentence.text):
        for town in towns:
            yield from _add(programme, town, {"outcome": said.value}, known, gathering)
    elif _ADOPTED.match(after):
        yield from _one_by_one(programme, sentence, (towns, said), known, gathering)


def _one_by_one(
    programme: Found,
    sentence: Piece,
    told: tuple[list[tuple[Piece, str]], FoundOutcome],
    known: Collection[str],
    gathering: Gathering,
) -> Iterator[str]:
    """Give the adoptions of towns that each have a day of its own."""
    towns, said = told
    starts = [*(piece.start for piece, _ in towns[1:]), sentence.end]
    for town, end in zip(towns, starts, strict=True):
        own = Piece(sentence.source, town[0].end, end)
        days = _days_after(own, programme)
        sign = own.find(_SIGN)
        if len(days) == 1:
            on = days[0]
            values = {
                "outcome": said.value,
                "decided_on": on.piece.value(on.day, on.certainty, on.reason),
                "paragraph": sign.value(f"§ {sign.text}") if sign else None,
            }
            yield from _add(programme, town, values, known, gathering)


def _days_after(own: Piece, programme: Found) -> list[FoundDay]:
    """Return the days of a town's own words, those without a year too.

    No board adopts what the cooperation has not decided on, so without a year a day is
    the first such day after that.
    """
    days = [day for day in days_in(own) if day.has_year]
    decided = programme["decided_on"]
    if days or decided is None:
        return days
    this_year = list(days_in(own, decided.year))
    if any(day.day < decided for day in this_year):
        return list(days_in(own, decided.year + 1))
    return this_year


def _are_joined(towns: list[tuple[Piece, str]]) -> bool:
    """Tell whether towns are nothing but a list: "A, B och C"."""
    if len(towns) < 2:  # noqa: PLR2004 - one alone is told of with its day.
        return False
    pairs = pairwise(piece for piece, _ in towns)
    return all(
        _ONLY_JOINED.fullmatch(one.source.text[one.end : other.start])
        for one, other in pairs
    )


def _first_town(sentence: Piece) -> list[tuple[Piece, str]]:
    """Return a municipality that is another word too, where it begins a sentence."""
    first = next(sentence.find_all(r"[A-ZÅÄÖ][\wåäö-]+"), None)
    name = known_name(first.text) if first and first.start == sentence.start else None
    return [(first, name)] if first and name else []


def _add(
    programme: Found,
    town: tuple[Piece, str],
    values: dict[str, Value | None],
    known: Collection[str],
    gathering: Gathering,
) -> Iterator[str]:
    municipality = gathering.municipality(*town)
    if municipality is None or f"ks-{municipality.value}" in known:
        return
    key = adopt(programme, town[0], municipality, values, gathering)
    found = gathering.get("adoptions", key)
    if found:
        board = found.values["board"]
        found.values["board"] = board.doubted(Certainty.PROBABLE, NO_BODY)
    yield key
