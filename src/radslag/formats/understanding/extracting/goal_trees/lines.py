"""The lines goals stand on: what may be a name, what a wording, and what is prose."""

import re
from dataclasses import dataclass
from typing import Final

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.readers.model import Block, Heading, Paragraph, Table
from radslag.formats.understanding.extracting.goal_trees.labels import label_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

LONGEST_LINE, LONGEST_WORDING, LONGEST_HEADING_NAME = 140, 300, 80
NAMED_BY_HEADING: Final = "Rubriken står bland fokusområdena."
WORDED_BELOW: Final = "Lydelsen är raden under målets namn."
UNMARKED: Final = "Delmålet är inte märkt som delmål, men står under sitt mål."
ANSWERS_FOR_ALL: Final = "Ansvaret står sist, under både målet och dess delmål."
NUMBERED_UNDER: Final = "Numret säger vad målet står under, men inte vilken nivå det "
"har."
OVER_A_GOAL: Final = "Rubriken står närmast över ett mål."
NO_AREA: Final = re.compile(
    r"(?i)\b(?:mål|vision|fokus|områden|inriktning|program|strategi|aktivitet|åtgärd"
    r"|insats|"
    r"uppdrag|plan\b|planen|uppfölj|inledning|bakgrund|syfte|organisation)"
)
NAMED_EARLIER: Final = "Rubriken nämns bland målen tidigare i handlingen."
_SPLIT: Final = re.compile(
    r"^(?P<name>[^:–—]{2,60}?)(?:\s*:\s+|\s*[–—]\s+|\s+-\s+)(?P<title>.{12,})$", re.S
)
PROSE: Final = re.compile(
    r"(?i)^(?:syftet|visionen|denna|detta|dessa|målet är ett|målen|för att|i |under |"
    r"vi har|programmet|figur|bild|tabell|nedan|här |med |utifrån visionen|inom |"
    r"varje |respektive )"
)
NUMBERED: Final = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?P<words>\S.*)$", re.S
)
# "A. Besöksnäring", "B2. Glasskolan": a mark, but not the road in "E16 byggs ut".
_MARK: Final = re.compile(
    r"^\s*(?:[A-ZÅÄÖ]{1,2}\d{0,2}|\d{1,2})(?:\.\d{1,2})*[.):]\s+(?=\S)"
)
_SENTENCE_BREAK: Final = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")


@dataclass
class Awaited:
    """What a label or a heading says will stand below it."""

    level: GoalLevel
    is_plural: bool
    depth: int
    number: str = ""
    area: Piece | None = None
    is_next: bool = True
    is_joined: bool = False
    only_lists: bool = False
    is_plain: bool = False
    reason: str = ""


def numbered(piece: Piece) -> tuple[str, Piece]:
    """Return the number that a line begins with, or nothing, and the words after it."""
    match = NUMBERED.match(piece.text)
    return (match["number"], piece.group(match, "words")) if match else ("", piece)


def unmarked(piece: Piece) -> Piece:
    """Return a cell's words without the letter or the number that marks them."""
    match = _MARK.match(piece.text)
    return numbered(piece.part(match.end(), len(piece.text)) if match else piece)[1]


def is_line(piece: Piece, longest: int) -> bool:
    """Tell whether a piece is one line or sentence, and introduces nothing."""
    text = piece.text.strip()
    is_alone = not text.endswith(":") and not _SENTENCE_BREAK.search(text)
    return 2 < len(text) <= longest and is_alone  # noqa: PLR2004 - a word at least.


def name_and_title(piece: Piece, level: GoalLevel) -> tuple[Piece, Piece | None]:
    """Return a goal's name, and its wording where both stand on one line."""
    if level in (GoalLevel.FOCUS_AREA, GoalLevel.LONG_TERM):
        match = _SPLIT.match(piece.text.strip())
        if match:
            whole = piece.strip()
            return whole.group(match, "name").strip(), whole.group(
                match, "title"
            ).strip()
    return piece, None


def leads_goal(portion: Portion, block: Heading) -> bool:
    """Tell whether a heading that could name an area stands right over a goal."""
    if NO_AREA.search(block.text) or len(block.text) > LONGEST_HEADING_NAME:
        return False
    blocks = portion.blocks
    place = next((n for n, each in enumerate(blocks) if each is block), len(blocks))
    for below in blocks[place + 1 : place + 2]:
        label = None if isinstance(below, Table) else label_in(portion.piece(below))
        if label and label.rest:
            return label.level in (None, GoalLevel.LONG_TERM)
    return False


def leads_text(portion: Portion, block: Block) -> bool:
    """Tell whether a line is a heading with running text below it."""
    blocks = portion.blocks
    place = next((n for n, each in enumerate(blocks) if each is block), len(blocks))
    below = blocks[place + 1 : place + 2]
    return isinstance(block, Heading) and any(
        isinstance(each, Paragraph) and not is_line(portion.piece(each), LONGEST_LINE)
        for each in below
    )
