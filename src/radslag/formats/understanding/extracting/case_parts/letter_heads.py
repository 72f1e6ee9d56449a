"""The head of a letter: whose stamp is in it, and which line only says its kind."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.formats.understanding.extracting.case_parts.received import RECEIVED
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.register_numbers import (
    LABEL,
    register_numbers_in,
)

KIND_ALONE: Final = re.compile(
    r"(?i)\W*(?:(?:gemensamt\s+)?(?:remis(?:svar|s(?:en|version(?:en)?|missiv|yttrande"
    r"|brev)?)|yttrande|missiv|samråd\w*|samrådsyttrande))\W*"
)
_AROUND: Final = re.compile(
    r"(?i)\b(?:datum|daterad|den|till|sid(?:a|an)?|\d{1,2}\s*\(\d{1,2}\)|vårt?|beteckning"
    r"|ref(?:erens)?)\b\s*[.:]*"
)
_STAMPED: Final = re.compile(r"(?i)\bink\.?\s|\binkom|\bankom|\bmottag|\bregistrator")
_LONGEST, _LONGEST_STAMP = 120, 120


def says_only_kind(line: Piece) -> bool:
    """Tell whether a line says what the letter is, its day and number, and no more.

    "YTTRANDE  27 maj 2031  Dnr RÅ 2031-4" is such a line, and "Remiss" alone.
    """
    if len(line.text) > _LONGEST:
        return False
    text = line.text
    for piece in (*register_numbers_in(line), *days_in_line(line)):
        text = text.replace(piece.text, " ")
    return KIND_ALONE.fullmatch(_AROUND.sub(" ", LABEL.sub(" ", text))) is not None


def days_in_line(line: Piece) -> list[Piece]:
    """Return the words of the days of a line."""
    return [day.piece for day in days_in(line)]


def stamped(lines: Sequence[Line]) -> list[Piece]:
    """Return the cells that are a registry's stamp: what is in them is the receiver's.

    A row of several cells has it in one; a line that tells of more is no stamp.
    """
    return [
        cell
        for line in lines
        for cell in line.cells
        if line.is_row and len(cell.text) <= _LONGEST_STAMP
        if "\n" in cell.text or len(line.cells) > 1
        if RECEIVED.search(cell.text) and _STAMPED.search(f"{cell.text} ")
    ]


def is_within(piece: Piece, places: Sequence[Piece]) -> bool:
    """Tell whether a piece stands in one of some places."""
    return any(p.start <= piece.start and piece.end <= p.end for p in places)
