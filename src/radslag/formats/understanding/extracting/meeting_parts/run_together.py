"""Columns of an agenda that have run into its titles: kind, number and annex."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    without_register_number,
)

# "B = beslut, I = information": what the letters beside the titles say.
_KEY: Final = re.compile(
    r"\b(?P<letter>[BDFI])\s*[=:–-]\s*"
    r"(?i:beslut\w*|diskussion\w*|dialog|formalia|formell\w*|info\w*)"
)
_ANNEX: Final = re.compile(
    r"\s(?P<last>Bil(?:aga|agor|\.)\s*(?:nr\s*)?(?:\d{1,3}[a-z]?|[A-Z])"
    r"(?:\s?(?:,|och|[-–])\s?\d{1,3}){0,3})$"
)
_LETTER: Final = re.compile(r"\s(?P<last>[BDFI])$")
# "enligt Bilaga 2" and "se Bilaga 2" are of the title's own words.
_LEADS: Final = re.compile(
    r"(?i)(?:\b(?:enligt|se|till|av|i|med|och|för|från|om|per)|[,;:(–-])$"
)


class _Cut(NamedTuple):
    """A title without what was cut from its end, and that."""

    title: Piece
    last: Piece


def part_columns(around: Sequence[Line], items: Sequence[Item]) -> None:
    """Take from the titles of a list what stood in columns beside them.

    A letter is a kind only where the agenda says what its letters are, or where
    several titles have one beside their register number.
    """
    loose = [item for item in items if not item.cells]
    has_key = _is_told(around) or _are_beside_numbers(loose)
    for item in loose:
        _part(item, has_key=has_key)


def _is_told(around: Iterable[Line]) -> bool:
    letters = {m["letter"] for line in around for m in _KEY.finditer(line.text)}
    return len(letters) > 1


def _are_beside_numbers(items: Iterable[Item]) -> bool:
    numbered = (cut.title for item in items if (cut := _number_last(item.title)))
    return sum(_LETTER.search(title.text) is not None for title in numbered) > 1


def _part(item: Item, *, has_key: bool) -> None:
    title, number = item.title, None
    while cut := _annex_last(title) or _letter_or_number(title, has_key=has_key):
        title = cut.title
        if _LETTER.fullmatch(f" {cut.last.text}"):
            item.said[Column.KIND] = cut.last
        elif _ANNEX.fullmatch(f" {cut.last.text}"):
            item.lines = [Line((cut.last,)), *item.lines]
        else:
            number = cut.last
    item.title = title
    if number:
        item.cells = (title, number)


def _letter_or_number(title: Piece, *, has_key: bool) -> _Cut | None:
    if not has_key:
        return None
    return _last(title, _LETTER) or _number_last(title)


def _annex_last(title: Piece) -> _Cut | None:
    cut = _last(title, _ANNEX)
    return None if cut is None or _LEADS.search(cut.title.text) else cut


def _number_last(title: Piece) -> _Cut | None:
    number = register_number_in(title)
    if number is None or number.end != title.end:
        return None
    before = without_register_number(title)
    return _Cut(before, number) if before.end < number.start else None


def _last(title: Piece, pattern: "re.Pattern[str]") -> _Cut | None:
    match = pattern.search(title.text)
    if match is None:
        return None
    return _Cut(title.part(0, match.start()).strip(), title.group(match, "last"))
