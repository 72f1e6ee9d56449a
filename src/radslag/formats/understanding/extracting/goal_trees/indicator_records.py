"""An indicator as it is named: its name, the code of its source, and its unit."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.goal_trees.tree import LONGEST_KEY
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece, tidy

LONGEST: Final = 200
_CODE: Final = re.compile(r"\(?\b(?:Kolada[\s:]*)?([NU]\d{5})\b\)?")
_UNIT: Final = re.compile(r"\(([^()]{1,20})\)\s*$")
# "Gästnätter, tusental": a unit after the name.
_UNIT_LAST: Final = re.compile(
    r"(?i)[^,\d],\s+(?:i\s+)?((?:procent(?:enheter)?|%|tusental|miljoner|antal|kronor|kr|tkr|mnkr"
    r"|personer|invånare|st(?:ycken)?|timmar|dagar|minuter|km|kilometer|ton|kg|[kMG]Wh|index"
    r"|hektar|andel(?:\s+i\s+%)?)(?:\s+per\s+[\wåäö ]{2,30})?)\s*$"
)


def record(
    piece: Piece, goal: Value | None, gathering: Gathering, reason: str = ""
) -> Found | None:
    """Add the indicator that a piece names, with its code and unit if they stand there.

    An indicator of several goals has the first that it stands beside.
    """
    code, unit = piece.find(_CODE), piece.find(_UNIT)
    # Capitals in brackets tell whose figures they are: "(SCB)".
    unit = None if unit and re.fullmatch(r"[A-ZÅÄÖ]{2,6}", unit.text) else unit
    last = None if unit else piece.find(_UNIT_LAST)
    if last:
        unit, piece = last, piece.part(0, last.start - piece.start).strip(" ,")
    named = _without(piece, _CODE if code else None)
    named = _without(named, _UNIT if unit and unit != code else None)
    name = tidy(named.text).strip(" .,;:*_")
    if not name or len(name) > LONGEST:
        return None
    certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
    key = slug(name)[:LONGEST_KEY].strip("-")
    is_new = gathering.get("indicators", key) is None
    values = {
        "name": piece.value(name[:1].upper() + name[1:], certainty, reason),
        "unit": unit.value() if unit and unit != code else None,
        "outside_code": code.value() if code else None,
        "goal": goal if is_new else None,
    }
    return gathering.add("indicators", key, values)


def _without(piece: Piece, pattern: "re.Pattern[str] | None") -> Piece:
    match = pattern.search(piece.text) if pattern else None
    if match is None:
        return piece
    before = piece.part(0, match.start()).strip(" ,(–-")
    return before or piece.part(match.end(), len(piece.text)).strip(" ,)–-:")
