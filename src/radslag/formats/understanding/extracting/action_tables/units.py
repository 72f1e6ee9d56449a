"""Which unit a table's costs are in, where a remark near the table says it."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from radslag.formats.readers.model import Block, Heading, Table
from radslag.formats.understanding.extracting.budget_parts.words import (
    unit_in,
    unit_word,
)
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

_AMOUNTS: Final = re.compile(
    r"(?i)\b(?:belopp\w*|siffror\w*|summor\w*|kostnad(?:en|er|erna)?|tal(?:en)?"
    r"|anges|angivna?|angivet|uttryckt?a?)\b"
)
_IN_BRACKETS: Final = re.compile(r"\((?:i\s+)?[^()\d]{2,20}\)\s*$")
_LONGEST_REMARK: Final = 100


def unit_near(portion: Portion, table: Table) -> str:
    """Return the unit that the text above a table, or right below it, gives.

    "Belopp i tkr." in the table's own chapter counts; else nothing is returned.
    """
    at = portion.blocks.index(table)
    for block in (*_above(portion.blocks[:at]), *portion.blocks[at + 1 : at + 2]):
        if isinstance(block, Table):
            continue
        unit = _told(portion.piece(block), is_heading=isinstance(block, Heading))
        if unit:
            return unit_word(unit)
    return ""


def _above(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give the blocks above, from below, as far as the chapter's heading."""
    inside = list(takewhile(lambda b: not isinstance(b, Heading), reversed(blocks)))
    yield from inside
    yield from blocks[: len(blocks) - len(inside)][-1:]


def _told(piece: Piece, *, is_heading: bool) -> Piece | None:
    for sentence in sentences_of(piece):
        is_short = len(sentence.text) <= _LONGEST_REMARK
        is_remark = is_short and not re.search(r"\d+\s*(?:t?kr|mnkr)", sentence.text)
        is_about = is_heading and _IN_BRACKETS.search(sentence.text)
        if is_remark and (is_about or _AMOUNTS.search(sentence.text)):
            unit = unit_in(sentence)
            if unit:
                return unit
    return None
