"""Which columns of a table are of fees, where only the text above it says so.

A table may have a column for each municipality, "Mora | Orsa | Summa", and one row.
"""

import re
from collections.abc import Sequence
from typing import Final

from radslag.formats.understanding.extracting.budget_parts.words import (
    is_sum,
    unit_in,
)
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece

_YEAR_AND: Final = re.compile(r"^\W*(?:19|20|21)\d\d\s*[,:–-]?\s+(?=\D)")
_YEAR: Final = re.compile(r"\W*(?:19|20|21)\d\d\W*")
_OF_FEES: Final = re.compile(r"(?i)avgift|(?<!stats)(?<!projekt)bidrag")
# What a caption must say where not even a unit stands in the column's head.
_FEES_OF_EACH: Final = re.compile(
    r"(?i)\b(?:kommun|medlems|ägar|års|drift|samverkans)?"
    r"(?:(?:avgift|bidrag|tillskott)(?:er|en|et|erna)?|insats(?:en)?)\b(?!\s+till\b)"
)
_LONGEST_CAPTION: Final = 80
_NOT_SUMS: Final = re.compile(r"(?i)procent|%|andel|invånar|folkmängd")
_FEWEST: Final = 2


def is_of_fees(words: Piece, before: Sequence[Piece]) -> bool:
    """Tell whether a column headed by a unit alone is of fees by the text above.

    A year may stand beside the unit, "2027, tkr", or alone where the caption has it.
    """
    unit = unit_in(words)
    bare = _YEAR_AND.sub("", words.text).strip(" ()")
    is_alone = unit is not None and bare == unit.text
    if unit_of_caption(words, before):
        return _FEES_OF_EACH.search(before[-1].text) is not None
    return is_alone and any(_OF_FEES.search(piece.text) for piece in before[-1:])


def unit_of_caption(words: Piece, before: Sequence[Piece]) -> Piece | None:
    """Return the unit of a column headed by a year: "Not 1 Medlemsbidrag (tkr)"."""
    if not before or not _YEAR.fullmatch(words.text):
        return None
    caption = before[-1]
    return unit_in(caption) if len(caption.text) <= _LONGEST_CAPTION else None


def across(
    rows: Sequence[tuple[Piece, ...]], before: Sequence[Piece]
) -> tuple[Piece, list[tuple[Piece, Piece]]] | None:
    """Return the caption and each municipality's sum, where they stand in one row."""
    filled = [row for row in rows if any(row)]
    caption = before[-1] if before else None
    if caption is None or len(filled) != _FEWEST or not _is_of_shares(caption):
        return None
    towns, sums = filled
    known = [known_name(town.text) for town in towns if not is_sum(town.text)]
    if len(known) < _FEWEST or not all(known) or len(towns) != len(sums):
        return None
    return caption, [(t.strip(), s.strip()) for t, s in zip(towns, sums, strict=True)]


def _is_of_shares(caption: Piece) -> bool:
    is_short = len(caption.text) <= _LONGEST_CAPTION and unit_in(caption) is not None
    text = caption.text
    return is_short and bool(_FEES_OF_EACH.search(text)) and not _NOT_SUMS.search(text)
