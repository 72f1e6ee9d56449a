"""From when each party is a member, where the agreement tells of it by name.

"Förbundet bildades den 1 juli 2008 av Mora och Orsa" and "Rättvik blir medlem den …".
"""

import re
from typing import Final

from radslag.formats.understanding.extracting.terms.clauses import Clause, Said
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in

_FOUNDED: Final = re.compile(r"(?i)\b(?:bildades|grundades|inrättades)\s+(?:den\s+)?$")
_BY: Final = re.compile(r"\s+av\s")
_JOINS: Final = re.compile(
    r"(?i)\b(?:blir|blev|är)\s+(?:nya?\s+)?(?:medlem(?:mar)?|part(?:er)?)"
    r"(?:\s+i\s+[a-zåäö]+)?\s+(?:(?:sedan|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?)\s+)?"
    r"(?:den\s+)?$"
)


def member_days(said: Said) -> dict[str, Value]:
    """Return the day of each municipality that a sentence gives one; a later joins."""
    found: dict[str, Value] = {}
    for clause in said.clauses:
        days = list(days_in(clause.piece))
        if len(days) == 1:
            day = days[0].piece.value(days[0].day, days[0].certainty, days[0].reason)
            towns = [name for _, name in _towns(clause, days[0].piece)]
            found |= dict.fromkeys((n for n in towns if n not in found), day)
    return found


def _towns(clause: Clause, day: Piece) -> list[tuple[Piece, str]]:
    """Return who founded on the day that is right after the word, or joined on it."""
    before = clause.piece.part(0, day.start - clause.piece.start)
    after = clause.piece.part(day.end - clause.piece.start, len(clause.text))
    if _FOUNDED.search(before.text) and _BY.match(after.text):
        return municipalities_in(after)
    return municipalities_in(before) if _JOINS.search(before.text) else []
