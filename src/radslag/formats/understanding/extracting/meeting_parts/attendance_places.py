"""Lists of those present with a margin of places, whose columns were lost.

"Sala  Eva Alm (S)" and below it "Bo Ek (M)", who is from Sala too: the place is cut
from the name and stands as a line of its own over those that it is of.
"""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name

FEWEST: Final = 2
_MOST_WORDS: Final = 3
_NAMED: Final = re.compile(rf"(?P<name>{NAME})\s*(?P<mark>\(|,|$)")
_WORD: Final = re.compile(r"\S+")
# What a place after it belongs to, so that no new row begins there.
_JOINS: Final = re.compile(r"(?i)(?:[,(–-]|\b(?:i|från|för|och|vid|på|till|av))\s*$")
_ENDS_LABEL: Final = re.compile(r":\s*$")


def by_places(lines: list[Line]) -> list[Line]:
    """Return the lines, places cut from names where several lines begin with one."""
    begun = [line for line in lines if not line.is_row and _place_at(line.piece, 0)]
    if len(begun) < FEWEST:
        return lines
    return [part for line in lines for part in _cut(line)]


def _cut(line: Line) -> Iterator[Line]:
    if line.is_row or len(line.cells) > 1:
        yield line
        return
    piece, start = line.piece, 0
    for word in _WORD.finditer(piece.text):
        end = _place_at(piece, word.start()) if word.start() >= start else None
        if end is None or not _may_begin(piece.text[: word.start()]):
            continue
        if before := piece.part(start, word.start()).strip():
            yield line._replace(cells=(before,))
        yield line._replace(cells=(piece.part(word.start(), end).strip(),))
        start = end
    if rest := piece.part(start, len(piece.text)).strip():
        yield line._replace(cells=(rest,))


def _may_begin(before: str) -> bool:
    """Tell whether a new row may begin after what stands before on the line."""
    if not before.strip() or _ENDS_LABEL.search(before):
        return True
    return _JOINS.search(before) is None and _NAMED.search(before) is not None


def _place_at(piece: Piece, start: int) -> int | None:
    """Return where a municipality's name ends that stands right before a person's."""
    words = list(_WORD.finditer(piece.text, start))
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        name = _NAMED.match(piece.text, words[count].start())
        is_place = known_name(piece.text[start:end]) is not None
        is_sure = name and is_name(name["name"]) and (start == 0 or name["mark"] == "(")
        if is_place and is_sure and piece.text[end - 1] not in ",.;:(":
            return end
    return None
