"""What parts an agenda: lines that say what the items below them are for."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece

_LIST: Final = (
    r"(?:ärenden?|punkter(?:na)?|frågor(?:na)?|rapporter|anmälningar|meddelanden)"
)
_KINDS: Final = r"(?:besluts?|informations?|diskussions?|dialog|samråds?|formalia)"
# "Beslutsärenden", "B. Ärenden för information", "Information och anmälningar".
_SECTION: Final = re.compile(
    rf"(?i)\W*(?:[A-Z0-9]{{1,3}}[.:)]\s*)?(?:{_LIST}\s+(?:för|till|som\s+gäller|och)\s+"
    rf"|till\s+|för\s+)?(?:{_KINDS}(?:{_LIST})?)"
    rf"(?:\s*(?:och|samt|/|,)\s*(?:övriga\s+)?(?:{_LIST}|{_KINDS}{_LIST}?))?\s*[:.]?\s*"
)
_OPENING: Final = re.compile(
    r"(?i)\W*(?:[A-Z0-9]{1,3}[.:)]\s*)?(?:inledning|inledande\s+(?:ärenden|punkter)"
    r"|avslutning|avslutande\s+(?:ärenden|punkter)|formalia|övrigt)\s*[:.]?\s*"
)


def set_sections(above: Sequence[Line], items: Sequence[Item]) -> None:
    """Say of each item which line above says what it is for, and take that away.

    Such a line stands last among the lines below the item before it.
    """
    section = _section(above[-1]) if above else None
    for item in items:
        item.section = section
        if not item.lines:
            continue
        last = item.lines[-1]
        if _section(last) or _OPENING.fullmatch(last.text):
            section = _section(last)
            item.lines = item.lines[:-1]


def _section(line: Line) -> Piece | None:
    is_alone = len(line.cells) == 1 and _SECTION.fullmatch(line.text)
    return line.piece if is_alone else None
