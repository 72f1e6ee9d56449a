"""Addenda to an agreement: what applies instead, and from which day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Table
from radslag.formats.understanding.extracting.terms import terms_in
from radslag.formats.understanding.extracting.terms.clauses import (
    Said,
    Term,
    clauses_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.wording.days import days_in

ONLY_DAY: Final = "Dagen är den enda som står i tilläggsavtalet."
LONGEST_TITLE: Final = 140
_ADDENDUM: Final = re.compile(
    r"(?i)^\W*(?:tilläggs(?:avtal|överenskommelse)|ändringsavtal"
    r"|(?:tillägg|ändring)\w*\s+(?:nr\.?\s*\d+\s+)?(?:till|av|i)\s+\w*avtal)"
)
# "Ändringar av avtalet ska göras skriftligen": a rule of it, and no change.
_RULES: Final = re.compile(
    r"(?i)\b(?:ska|skall|kan|får|måste|bör|görs|sker|kräver|gäller|beslutas)\b.*[.;:]"
)
_FROM: Final = re.compile(
    r"(?i)\b(?:fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?|gäller\s+från)\b[^.]{0,20}$"
)


def parted(portion: Portion) -> tuple[Portion, list[Portion]]:
    """Return an agreement without its addenda, and each addendum by itself."""
    at = [
        number
        for number, block in enumerate(portion.source.document.blocks)
        if portion.part.first < number < portion.part.last
        and _begins_addendum(portion, block)
    ]
    if not at:
        return portion, []
    main = replace(portion, part=replace(portion.part, last=at[0]))
    addenda = [
        replace(portion, part=replace(portion.part, first=first, last=last))
        for first, last in pairwise([*at, portion.part.last])
    ]
    return main, addenda


def is_addendum(portion: Portion) -> bool:
    """Tell whether a whole part is an addendum to an agreement known before."""
    first = next(iter(portion.blocks), None)
    return first is not None and _begins_addendum(portion, first)


def _begins_addendum(portion: Portion, block: Block) -> bool:
    if isinstance(block, Table):
        return False
    text = portion.piece(block).text.strip()
    is_title = len(text) <= LONGEST_TITLE and not _RULES.search(text)
    return is_title and _ADDENDUM.match(text) is not None


def amendments(portion: Portion, gathering: Gathering) -> Iterator[Term]:
    """Give the terms that an addendum states anew."""
    pieces = list(portion.pieces())[1:]
    yield from terms_in(Said(tuple(clauses_of(pieces)), gathering))


def applies_from(portion: Portion) -> Value | None:
    """Return the day from which an addendum applies: after "från och med", or alone."""
    days = [day for piece in portion.pieces() for day in days_in(piece)]
    for piece in portion.pieces():
        for day in days_in(piece):
            before = piece.text[: day.piece.start - piece.start]
            if day.has_year and _FROM.search(before):
                return day.piece.value(day.day)
    if len(days) != 1 or not days[0].has_year:
        return None
    return days[0].piece.value(days[0].day, Certainty.PROBABLE, ONLY_DAY)
