"""What a list has after its titles and is no part of them: pages, register numbers."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import LABEL

_LAST_NUMBER: Final = re.compile(r"(?<!\d)\d{1,4}$")
_DOTS: Final = " .…"
_FEWEST_DOTS: Final = 3
_BARE: Final = re.compile(r"(?<=\S)\s(\d{1,3})$")
_FEWEST: Final = 3
# "Avfallstaxa 2031/61", and not "Budget 2031/2032" or "läsåret 2031/32".
_NUMBER: Final = re.compile(r"(?<=\S)\s((?:19|20)(\d\d)/(?!(?:19|20)\d\d\b)(\d{1,5}))$")


def without_pages(items: list[Item]) -> list[Item]:
    """Return the items, their titles without the pages that they begin at.

    A number alone is a page only where every title ends with one, none lower than
    the one before, and some higher.
    """
    for item in items:
        item.title = _without_leader(item.title)
    if len(items) >= _FEWEST and _are_pages([item.title for item in items]):
        for item in items:
            item.title = _before(item.title, _BARE.search(item.title.text))
    return items


def with_numbers(items: list[Item]) -> list[Item]:
    """Return the items, a register number that ends a title in a cell of its own.

    A number without its label is one only where several titles end so.
    """
    found = [(item, match) for item in items if (match := _number_in(item.title))]
    letters = Counter(_word_before(match) for _, match in found)
    alone = [(i, m) for i, m in found if not _is_letters(_word_before(m), letters)]
    for item, match in alone if len(alone) >= _FEWEST else ():
        if not item.cells[1:]:
            number = item.title.group(match, 1)
            item.title = _before(item.title, match)
            item.cells = (item.title, number)
    return items


def _number_in(title: Piece) -> re.Match[str] | None:
    match = _NUMBER.search(title.text)
    is_years = match is not None and int(match[3]) == int(match[2]) + 1
    return None if is_years or LABEL.search(title.text) else match


def _word_before(match: re.Match[str]) -> str:
    return match.string[: match.start()].rsplit(maxsplit=1)[-1]


def _is_letters(word: str, counted: Counter[str]) -> bool:
    """Tell whether a word is a register's letters: many numbers have the same."""
    return word.isupper() and counted[word] > 1


def _are_pages(titles: list[Piece]) -> bool:
    found = [_BARE.search(title.text) for title in titles]
    pages = [int(match[1]) for match in found if match]
    is_rising = all(one <= next_one for one, next_one in pairwise(pages))
    return len(pages) == len(titles) and is_rising and pages[0] < pages[-1]


def _without_leader(title: Piece) -> Piece:
    """Return a title without the dots that lead to its page: "Budget ..... 14"."""
    bare = _before(title, _LAST_NUMBER.search(title.text))
    end = len(bare.text.rstrip(_DOTS))
    dots = bare.text[end:].replace("…", "." * _FEWEST_DOTS).count(".")
    return bare.part(0, end) if end and dots >= _FEWEST_DOTS else title


def _before(title: Piece, page: re.Match[str] | None) -> Piece:
    return title.part(0, page.start()).strip() if page and page.start() else title
