"""The lines goals stand on: what may be a name, what a wording, and what is prose."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.readers.model import Block, Heading, ListItem, Paragraph, Table
from radslag.formats.understanding.extracting.goal_trees.labels import Label, label_in
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
    r"uppdrag|\w*plan(?:en)?\b|uppfölj|inledning|bakgrund|syfte|organisation)"
)
NAMED_EARLIER: Final = "Rubriken nämns bland målen tidigare i handlingen."
_SPLIT: Final = re.compile(
    r"^(?P<name>[^:–—]{2,60}?)(?:\s*:\s+|\s*[–—]\s+|\s+-\s+)(?P<title>.{12,})$", re.S
)
# A name on a line of its own and a sentence below it.
_TWO_LINES: Final = re.compile(
    r"^(?P<name>[^\n]{2,80}[^\n.,:;–-])\n\s*(?P<title>[A-ZÅÄÖ].{12,}[.!])$", re.S
)
# "Mål 2.1 Tryggare vägar. Ingen skadas allvarligt i trafiken.": a name has no verb.
_TWO_SENTENCES: Final = re.compile(
    r"(?i)^(?!.{0,60}?\b(?:ska|skall|är|blir|har|får|kan|finns|ges|vill|ökar|minskar"
    r"|bidrar|når|bor|arbetar|erbjuds?|skapar?|utvecklas?|stärks?)\b.{0,60}?\.\s)"
    r"(?P<name>[^.!?:\n]{3,80}[a-zåäöé\d])\.\s+(?P<title>(?-i:[A-ZÅÄÖ]).{12,}[.!])$",
    re.DOTALL,
)
PROSE: Final = re.compile(
    r"(?i)^(?:syftet|visionen|denna|detta|dessa|målet är ett|målen|för att|i |under |"
    r"vi har|programmet|figur|bild|tabell|nedan|här |med |utifrån visionen|inom |"
    r"varje |respektive )"
)
# What so begins is of a vision and not the vision itself, even right below it.
ABOUT_GOALS: Final = re.compile(
    r"(?i)^(?:syftet|visionen|denna|detta|dessa|målet är ett|målen|programmet|figur"
    r"|bild|tabell|nedan|vi har|utifrån visionen|en vision)\b"
)
# What tells how the goal came about, or what it is good for, does not word it.
_OF_ITSELF: Final = re.compile(
    r"(?i)\b(?:visionen|målet|målbilden|målen|programmet|strategin|planen|antogs|antagits"
    r"|tagits\s+fram|togs\s+fram|beslutade[sn]?|formulera\w+|beskriver|fastställ\w+)\b"
)
NUMBERED: Final = re.compile(
    r"^(?P<number>\d{1,2}(?:(?:\.\d{1,2}){0,3}|[a-h](?=[.)])))[.)]?\s+(?P<words>\S.*)$",
    re.S,
)
# "A. Besöksnäring", "B2. Glasskolan": a mark, but not the road in "E16 byggs ut".
_MARK: Final = re.compile(
    r"^\s*(?:[A-ZÅÄÖ]{1,2}\d{0,2}|\d{1,2})(?:\.\d{1,2})*[.):]\s+(?=\S)"
)
# The same as a goal's number; "A1 Fiber" has no stop, and may be a road or a paper.
_LETTERED: Final = re.compile(
    r"^\s*(?P<number>(?P<above>[A-ZÅÄÖ]{1,2})[ .]?\d{1,2}(?:\.\d{1,2})*|[A-ZÅÄÖ])"
    r"(?:(?P<stop>[.)])|:|\s+[–—-](?=\s))?\s+(?P<words>\S.*)$",
    re.S,
)
_ONLY_MARK: Final = re.compile(
    r"(?i)(?:(?:del|etapp|under|fokus)?(?:mål|område)?\s*(?:nr\.?\s*)?)?"
    r"(?:[A-ZÅÄÖ]{1,2}[ .]?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-h]?[.:)]?|(?-i:[A-ZÅÄÖ])[.:)]?"
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

    def ends_with(self, label: Label) -> bool:
        """Tell whether no goal without a label can come, for one with it does."""
        return self.is_joined or not (self.is_plural or self.level is label.level)


def numbered(piece: Piece) -> tuple[str, Piece]:
    """Return the number that a line begins with, or nothing, and the words after it."""
    match = NUMBERED.match(piece.text)
    return (match["number"], piece.group(match, "words")) if match else ("", piece)


def number_above(number: str) -> str:
    """Return the number that a number is within: 1 of 1.2 and of 1b."""
    bare = number.rstrip("abcdefgh")
    return bare if bare != number else number.rpartition(".")[0]


def lettered(piece: Piece, above: Collection[str]) -> tuple[str, Piece]:
    """Return the mark of a listed goal, "A1" or "1.2", and the words after it.

    Letters with no stop after them are a mark only where a goal above has them.
    """
    match = _LETTERED.match(piece.text)
    if match and (match["stop"] or match["above"] in above):
        return match["number"], piece.group(match, "words")
    return numbered(piece)


def unmarked(piece: Piece) -> Piece:
    """Return a cell's words without the letter or the number that marks them."""
    match = _MARK.match(piece.text)
    return numbered(piece.part(match.end(), len(piece.text)) if match else piece)[1]


def is_marked(piece: Piece) -> bool:
    """Tell whether a line is a name with a letter or a number, "A. Besöksnäring"."""
    words = unmarked(piece)
    is_name = is_line(words, LONGEST_HEADING_NAME) and not words.text.endswith(".")
    return is_name and _MARK.match(piece.text) is not None


def is_only_mark(piece: Piece) -> bool:
    """Tell whether a cell is a goal's number and nothing more: "A1", "2.3", "mål 4"."""
    return _ONLY_MARK.fullmatch(piece.text.strip()) is not None


def is_line(piece: Piece, longest: int) -> bool:
    """Tell whether a piece is one line or sentence, and introduces nothing."""
    text = piece.text.strip()
    is_alone = not text.endswith(":") and not _SENTENCE_BREAK.search(text)
    return 2 < len(text) <= longest and is_alone  # noqa: PLR2004 - a word at least.


def may_word(piece: Piece, awaited: Awaited) -> bool:
    """Tell whether a line may word the goal that is awaited, and not tell of it."""
    is_vision = awaited.is_next and awaited.level is GoalLevel.VISION
    prose = ABOUT_GOALS if is_vision else PROSE
    is_worded = is_line(piece, LONGEST_WORDING) or _is_told(piece, awaited)
    if not is_worded or prose.match(piece.text):
        return False
    return not (awaited.is_plural and piece.text.rstrip().endswith("."))


def _is_told(piece: Piece, awaited: Awaited) -> bool:
    """Tell whether a few sentences right below its label word a vision or a whole."""
    is_one = awaited.is_next and not awaited.is_plural
    is_high = awaited.level in (GoalLevel.VISION, GoalLevel.OVERARCHING)
    text = piece.text.strip()
    is_short = len(text) <= LONGEST_WORDING and not text.endswith(":")
    return is_one and is_high and is_short and _OF_ITSELF.search(text) is None


def name_and_title(piece: Piece, level: GoalLevel) -> tuple[Piece, Piece | None]:
    """Return a goal's name, and its wording where both stand on one line."""
    two = _TWO_LINES.match(piece.strip().text)
    if two and level is not GoalLevel.VISION:
        whole = piece.strip()
        return whole.group(two, "name").strip(), whole.group(two, "title").strip()
    if level in (GoalLevel.FOCUS_AREA, GoalLevel.LONG_TERM):
        bare = piece.text.strip()
        match = _SPLIT.match(bare) or _TWO_SENTENCES.match(bare)
        if match:
            whole = piece.strip()
            return whole.group(match, "name").strip(), whole.group(
                match, "title"
            ).strip()
    return piece, None


def begins_other(block: Block, piece: Piece, depth: int) -> bool:
    """Tell whether a line below a goal's name begins something else than words it."""
    if isinstance(block, Heading) and (
        NO_AREA.match(piece.text) or block.level < depth
    ):
        return True
    return isinstance(block, ListItem) or bool(numbered(piece)[0])


def leads_goal(portion: Portion, block: Block) -> bool:
    """Tell whether a heading that could name an area stands right over a goal."""
    if NO_AREA.search(block.text) or len(block.text) > LONGEST_HEADING_NAME:
        return False
    label = _label_below(portion, block)
    return label is not None and label.level in (None, GoalLevel.LONG_TERM)


def is_followed_by_goal(portion: Portion, block: Block) -> bool:
    """Tell whether a goal of its own, "Mål: …", stands right below a block."""
    label = _label_below(portion, block)
    return label is not None and label.level is None and not label.is_plural


def _label_below(portion: Portion, block: Block) -> Label | None:
    """Return the label, with words after it, that the next block begins with."""
    blocks = portion.blocks
    place = next((n for n, each in enumerate(blocks) if each is block), len(blocks))
    for below in blocks[place + 1 : place + 3]:
        label = None if isinstance(below, Table) else label_in(portion.piece(below))
        if label or not _is_cut(portion, below):
            return label if label and label.rest else None
    return None


def _is_cut(portion: Portion, block: Block) -> bool:
    """Tell whether the next sentence of the same paragraph is a block of its own."""
    end = block.place.span.end
    return isinstance(block, Paragraph) and portion.source.text[end : end + 1] == " "


def may_be_sub_goal(portion: Portion, block: Block) -> bool:
    """Tell whether a line with no label may be a goal under the one above it."""
    piece = portion.piece(block)
    if not is_line(piece, LONGEST_LINE) or numbered(piece)[0]:
        return False
    is_sentence = piece.text.rstrip().endswith(".")
    return isinstance(block, ListItem) or not (
        is_sentence or leads_text(portion, block)
    )


def ends_area(portion: Portion, line: Piece) -> bool:
    """Tell whether no other goal of the same chapter stands below a line."""
    for block in portion.blocks:
        if block.place.span.start <= line.start or isinstance(block, Table):
            continue
        if isinstance(block, Heading):
            return True
        if label := label_in(portion.piece(block)):
            return label.level is GoalLevel.FOCUS_AREA
    return True


def leads_text(portion: Portion, block: Block) -> bool:
    """Tell whether a line is a heading with running text below it."""
    blocks = portion.blocks
    place = next((n for n, each in enumerate(blocks) if each is block), len(blocks))
    below = blocks[place + 1 : place + 2]
    return isinstance(block, Heading) and any(
        isinstance(each, Paragraph) and not is_line(portion.piece(each), LONGEST_LINE)
        for each in below
    )
