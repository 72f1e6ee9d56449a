"""Rows of indicators whose columns were lost: "Inställda tåg procent ska minska"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.understanding.source import Piece

OF_A_ROW: Final = "Radens kolumner är lästa som löpande text."
_UNIT: Final = (
    r"(?:procent(?:enheter)?|%|antal|andel|index|ton|kg|tusental|personer|timmar|dagar"
    r"|minuter|kronor|kr|tkr|mnkr|km|hektar|[kMG]Wh)"
)
_WANTED: Final = (
    r"(?:ska(?:ll)?\s+|bör\s+)?(?:öka|minska|öka[rs]|minska[rs]|sjunka|stiga"
    r"|vara\s+oförändra[dt]|behållas|bibehållas)"
)
_ROW: Final = re.compile(
    rf"\s*(?P<name>[A-ZÅÄÖ0-9][^.:;\n]{{3,90}}?)\s+(?P<unit>{_UNIT})\s+"
    rf"(?P<wanted>{_WANTED})(?=\s+[A-ZÅÄÖ0-9]|\s*$)"
)


class IndicatorRow(NamedTuple):
    """An indicator's name, its unit and what is wanted of it."""

    name: Piece
    unit: Piece
    wanted: Piece


def rows_in(piece: Piece) -> Iterator[IndicatorRow]:
    """Give the rows that a paragraph is made of; none where any of it is else."""
    found, end = [], 0
    while match := _ROW.match(piece.text, end):
        names = (piece.group(match, name) for name in IndicatorRow._fields)
        found.append(IndicatorRow(*names))
        end = match.end()
    if not piece.text[end:].strip():
        yield from found
