"""Columns that say two things at once: "Vem och när", "Ansvarig/tid/kostnad"."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.extracting.action_tables.columns import (
    TELLING,
    Says,
    says_of,
)
from radslag.formats.understanding.extracting.action_tables.states import status_word
from radslag.formats.understanding.extracting.action_tables.times import understood
from radslag.formats.understanding.source import Piece

A_YEAR: Final = 2000
_AND: Final = re.compile(r"(?i)\s*(?:\boch\b|\bsamt\b|[/,&+?\n])\s*")
_PARTS: Final = re.compile(
    r"(?<=[\wåäö)])\.\s+(?=[A-ZÅÄÖ\d])|\n|;\s+|\s[–—-]\s"
    r"|,\s+(?=(?:ca\s|cirka\s)?\d|(?:senast|klart?|våren|hösten|vår|höst|start|hela|q\d"
    r"|kvartal|löpande|januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december)\b)"
)
_SUM: Final = re.compile(
    r"(?i)(?:kostnad|budget)?\W*(?:ca\.?|cirka|högst|max)?\s*\d[\d.,\u00a0 ]{0,20}"
    r"(?:kr(?:onor)?|tkr|kkr|mnkr|mkr)\W*"
)


def says_several(head: str) -> tuple[Says, ...]:
    """Return the things that a head says its column holds, where it is more than one.

    >>> [str(says) for says in says_several("Vem och när?")]
    ['responsible', 'time']
    """
    parts = [part for part in _AND.split(head.strip(" *_:.?")) if part]
    said = [says_of(part) for part in parts]
    kinds = tuple(dict.fromkeys(says for says in said if says in TELLING))
    return kinds if len(kinds) > 1 and all(said) else ()


def parted(piece: Piece, kinds: tuple[Says, ...]) -> Iterator[tuple[Says, Piece]]:
    """Give what a cell of such a column says of each thing.

    What is neither a sum, a time nor a status is who; what then is left is when.
    """
    has_who = Says.RESPONSIBLE not in kinds
    for part in piece.split(_PARTS):
        words = part.strip(" .,;\n")
        if not any(map(str.isalnum, words.text)):
            continue
        says = _plainly(words, kinds)
        if says is None:
            says = Says.TIME if has_who and Says.TIME in kinds else kinds[0]
        has_who = has_who or says is Says.RESPONSIBLE
        yield says, words


def _plainly(words: Piece, kinds: tuple[Says, ...]) -> Says | None:
    if _SUM.fullmatch(words.text):
        return Says.COST
    if Says.TIME in kinds and understood(words.text, A_YEAR).kind != "unknown":
        return Says.TIME
    if Says.STATUS in kinds and status_word(words.text):
        return Says.STATUS
    return None
