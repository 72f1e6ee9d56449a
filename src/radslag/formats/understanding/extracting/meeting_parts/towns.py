"""Places in notices and minutes: the municipalities they list, and where one meets."""

import re
from collections.abc import Iterable
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

FEWEST: Final = 3
_MOST_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\s·|,]+")
_BEFORE_CLOCK: Final = re.compile(r"(?is)^(.*?)(?:,?\s*(?:kl\.?|klockan))?\s*$")
IN_ITS_HOUSE: Final = "Mötet hålls hos kommunen; att den är värd följer av det."
_WHOSE_HOUSE: Final = re.compile(r"^((?:[A-ZÅÄÖ][\wåäö-]+ ){1,2}kommun)(?=[,.;(]|$)")
_HOST: Final = re.compile(r"(?i)\W*värd(?:kommun|skap)?\s*(?:[:\t]|$)")
_BREAKS: Final = re.compile(
    r"(?i)\s*\([^()]*(?:\b(?:ajourner|paus|lunch|fika|kaffe|uppehåll)|\d{1,2}[.:]\d\d)"
    r"[^()]*\)\W*$"
)


def name_towns(pieces: Iterable[Piece], gathering: Gathering) -> None:
    """Add the municipalities that a line lists; one or two may be named by chance."""
    for piece in pieces:
        named = towns_alone(piece) or municipalities_in(piece)
        if len({name for _, name in named}) >= FEWEST:
            for town, name in named:
                gathering.municipality(town, name)


def name_towns_beside(portion: Portion, gathering: Gathering) -> None:
    """Add the municipalities that the head or the foot of the pages lists."""
    blocks = [b for b in portion.source.document.aside if not isinstance(b, Table)]
    name_towns([portion.piece(block) for block in blocks], gathering)


def towns_alone(piece: Piece) -> list[tuple[Piece, str]]:
    """Return the municipalities of words that are nothing else: "Malå Norsjö Åsele".

    A letterhead names them so, with no commas between.
    """
    found: list[tuple[Piece, str]] = []
    words = list(piece.find_all(_WORD))
    at = 0
    while at < len(words):
        longest = range(min(len(words), at + _MOST_WORDS), at, -1)
        named = ((end, words[at].until(words[end - 1])) for end in longest)
        town = next(((e, p, n) for e, p in named if (n := known_name(p.text))), None)
        if town is None:
            return []
        found.append((town[1], town[2]))
        at = town[0]
    return found


def host_of(lines: Iterable[Line], gathering: Gathering) -> Value | None:
    """Return the municipality that a labelled line says is host of the meeting."""
    for line in lines:
        label = _HOST.match(line.text)
        named = municipalities_in(line.piece) if label else []
        first = line.cells[-1] if len(line.cells) > 1 else None
        name = known_name(first.text) if label and first else None
        if first and name:
            return gathering.municipality(first, name)
        if len(named) == 1:
            return gathering.municipality(*named[0])
    return None


def place_alone(place: Piece) -> Piece:
    """Return a place without the bracket that tells when the meeting was paused."""
    match = _BREAKS.search(place.text)
    return place.part(0, match.start()).strip(" ,;") if match else place


def host_of_house(place: Piece | None, gathering: Gathering) -> Value | None:
    """Return the municipality whose house it is: "Älmhults kommun, sal Linné"."""
    words = place.find(_WHOSE_HOUSE) if place else None
    host = gathering.municipality(words) if words else None
    return host.doubted(Certainty.PROBABLE, IN_ITS_HOUSE) if host else None


def beside(line: Piece, day: Piece, clock: Piece) -> Piece:
    """Return what stands after a line's day and clock, else what stands between."""
    first, last = sorted((day, clock), key=lambda piece: piece.start)
    after = line.part(last.end - line.start, len(line.text)).strip(" .,;:)")
    if after:
        return after
    between = line.part(first.end - line.start, last.start - line.start)
    return between.find(_BEFORE_CLOCK) or between
