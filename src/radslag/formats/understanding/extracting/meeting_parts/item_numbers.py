"""Which items somebody took part in: "punkt 2", "§§ 12–15", "t.o.m. § 4"."""

import re
from collections.abc import Sequence
from typing import Final

_RANGE: Final = re.compile(
    r"(\d{1,3})\s*(?:[-–—]|till(?: och med)?|t\.?o\.?m\.?)\s*(\d{1,3})"
)
_NUMBER: Final = re.compile(r"\d{1,3}")
_UNTIL: Final = re.compile(
    r"(?i)^\W*(?:\w+\s+)?(?:t\.? ?o\.? ?m\.?|till(?: och med)?)\s"
)
_FROM: Final = re.compile(
    r"(?i)^\W*(?:\w+\s+)?(?:fr\.? ?o\.? ?m\.?|från(?: och med)?)\s"
)
_NOT: Final = re.compile(r"(?i)^\W*(?:deltog\s+)?(?:ej|inte|utom|ej under)\b")
_WIDEST: Final = 60


def numbers_in(words: str, all_numbers: Sequence[int]) -> list[int] | None:
    """Return the items that words name, given the numbers of all items in order.

    None where the words name items that cannot be counted, as "from item 3" of a
    meeting whose items are unknown.

    >>> numbers_in("§§ 12–14 och 16", [])
    [12, 13, 14, 16]
    >>> numbers_in("t.o.m. punkt 2", [1, 2, 3])
    [1, 2]
    """
    named = _named(words)
    if not named:
        return None
    if _NOT.match(words):
        return [n for n in all_numbers if n not in named] or None
    if _UNTIL.match(words) and len(named) == 1:
        return [n for n in all_numbers if n <= named[0]] or None
    if _FROM.match(words) and len(named) == 1:
        return [n for n in all_numbers if n >= named[0]] or None
    return named


def _named(words: str) -> list[int]:
    found: set[int] = set()
    for match in _RANGE.finditer(words):
        first, last = int(match[1]), int(match[2])
        if first <= last <= first + _WIDEST:
            found |= set(range(first, last + 1))
    found |= {int(number) for number in _NUMBER.findall(_RANGE.sub(" ", words))}
    return sorted(found)
