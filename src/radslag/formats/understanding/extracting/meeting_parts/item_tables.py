"""The tables that items stand in: what each column is of, told by its head."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece


class Column(Enum):
    """What a column of a table of items holds."""

    NUMBER = auto()
    TITLE = auto()
    REGISTER_NUMBER = auto()
    KIND = auto()
    DECISION = auto()
    OUTCOME = auto()
    DAY = auto()
    CLOCK = auto()
    PRESENTER = auto()
    PAPER = auto()
    DISSENT = auto()
    REMARK = auto()
    STATUS = auto()


# The first that fits is taken.
_WORDS: Final[tuple[tuple[Column, str], ...]] = (
    (
        Column.KIND,
        r"beslut ?/ ?info\w*(?: ?/ ?\w+)?|info\w* ?/ ?(?:beslut|disk\w+)(?: ?/ ?\w+)?"
        r"|(?:ärende)?typ(?: av ärende)?|slag|syfte|kategori|b ?/ ?i(?: ?/ ?d)?"
        r"|i ?/ ?d ?/ ?b|i ?/ ?b(?: ?/ ?d)?",
    ),
    (
        Column.NUMBER,
        r"nr|nummer|§§?|paragraf(?:nr)?|#|pkt|p|löpnr|(?:ärende|punkt)(?: ?nr|nummer)",
    ),
    (
        Column.TITLE,
        r"ärende(?:n|mening|rubrik)?|rubrik|fråg(?:a|or)|ämne(?:n)?|moment|innehåll"
        r"|(?:vad|det) vi (?:talade|pratade|diskuterade|tog upp)(?: om)?|diskuterat"
        r"|(?:program|dagordnings|agenda|mötes)?punkt(?:er)?|ärende ?/ ?\w+|dagordning",
    ),
    (Column.REGISTER_NUMBER, r"diarie\w*|dnr|d\.nr|beteckning"),
    (
        Column.DECISION,
        r"(?:\w+s )?beslut(?:et|stext)?|beslutat|beslut ?/ ?(?:åtgärd|utfall|resultat)"
        r"|(?:vi|vad|vad vi|vad som) (?:beslutade(?:s|t)?|bestämde(?:s|t)?)|bestämdes"
        r"|besluts?formulering"
        r"|(?:vad|det) vi (?:kom fram till|kom överens om|enades om)"
        r"|kom fram till|överenskommet|slutsats(?:er)?|överenskommelse(?:r)?",
    ),
    (Column.OUTCOME, r"utfall|utgång|resultat|beslutstyp|ställningstagande"),
    (
        Column.DAY,
        r"möte(?:t|n)?|(?:mötes|sammanträdes|besluts)(?:datum|dag)|sammanträde(?:t|n)?"
        r"|datum|dag|mötestillfälle",
    ),
    (
        Column.CLOCK,
        r"(?:(?:ca|cirka|ungefär(?:lig)?|beräknad|prel(?:iminär)?)\.? )?"
        r"(?:(?:start)?tid(?:punkt)?|kl(?:ockan|ockslag)?)|när",
    ),
    (
        Column.PRESENTER,
        r"föredragande|föredras av|föredragning|dragning|ansvarig(?:a)?|vem|inleder"
        r"|rapportör|presentatör|ansvar|uppdrag(?: till)?|vem (?:gör|ansvarar)"
        r"(?: (?:vad|det))?",
    ),
    (Column.PAPER, r"bilag\w*|handling\w*|underlag\w*|dokument|material|bifogas"),
    (
        Column.DISSENT,
        r"reservation(?:er)?|reserverar sig|avvikande mening(?:ar)?|emot",
    ),
    (
        Column.REMARK,
        r"anm(?:ärkning(?:ar)?)?|notering\w*|kommentar\w*|övrigt|upplysning\w*|röster"
        r"|omröstning|votering|diskussion",
    ),
    (
        Column.STATUS,
        r"åtgärd|status|läge|uppföljning|klart?(?: (?:senast|när|datum))?|deadline"
        r"|senast",
    ),
)
_HEAD: Final = re.compile(
    "(?i)(?:" + "|".join(f"(?P<{c.name}>{words})" for c, words in _WORDS) + r")\W*"
)
# One of these makes a table with titles one of items, and no list of what to do.
_OF_ITEMS: Final = frozenset(
    (
        Column.DECISION,
        Column.OUTCOME,
        Column.KIND,
        Column.PAPER,
        Column.CLOCK,
        Column.REGISTER_NUMBER,
    )
)
_OF_A_LIST: Final = frozenset((Column.TITLE, Column.DECISION, Column.NUMBER))


class Columns(NamedTuple):
    """Which column of a table holds what."""

    names: dict[int, Column]

    def said(self, line: Line) -> dict[Column, Piece]:
        """Return what a row says, by what its columns hold."""
        found: dict[Column, Piece] = {}
        for number, cell in zip(line.columns, line.cells, strict=True):
            if number in self.names:
                found.setdefault(self.names[number], cell)
        return found

    @property
    def is_of_items(self) -> bool:
        """Tell whether the rows of the table are items with titles of their own."""
        held = set(self.names.values())
        is_agenda = Column.PRESENTER in held and Column.STATUS not in held
        return Column.TITLE in held and (bool(held & _OF_ITEMS) or is_agenda)


NO_COLUMNS: Final = Columns({})


def head_word(words: str) -> Column | None:
    """Return what a column with this head holds, or None."""
    match = _HEAD.fullmatch(words.strip())
    return Column[match.lastgroup] if match and match.lastgroup else None


def columns_of(line: Line) -> Columns | None:
    """Return the columns of the table that a row is the head of; None where of none.

    A head may have some words that are not known, but not most.
    """
    if not line.is_row or len(line.cells) < 2:  # noqa: PLR2004 - a table has two columns.
        return None
    known = [head_word(cell.text) for cell in line.cells]
    names = {
        number: column
        for number, column in zip(line.columns, known, strict=True)
        if column is not None
    }
    if not _OF_A_LIST & set(names.values()):
        return None
    is_head = len(names) == len(known) or (
        Column.TITLE in names.values() and 1 < len(names) >= len(known) - len(names)
    )
    return _settled(names) if is_head else None


def _settled(names: dict[int, Column]) -> Columns:
    """Return the columns; of two with titles the first, "Punkt", has the numbers."""
    titled = [number for number, column in names.items() if column is Column.TITLE]
    if len(titled) > 1 and Column.NUMBER not in names.values():
        names = names | {titled[0]: Column.NUMBER}
    return Columns(names)
