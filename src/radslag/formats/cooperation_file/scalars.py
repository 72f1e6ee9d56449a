"""Scalars: what an unquoted word in YAML means, by YAML 1.2 and nothing older.

Only null, true, false and numbers without leading zeros are anything but text:
0126 is a code, 13:00 a time of day, no a word, 2026-01-22 the text of a date.
"""

import re
from decimal import Decimal

_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
WITH_DECIMALS = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
# Longer numbers are no amounts, and slow to read.
LONGEST_NUMBER = 40


def meaning(word: str) -> object:
    """Return what an unquoted word means.

    >>> [meaning(word) for word in ("4", "0126", "no", "true", "0.50")]
    [4, '0126', 'no', True, Decimal('0.50')]
    """
    if word in _WORDS:
        return _WORDS[word]
    if len(word) > LONGEST_NUMBER or word[0] not in "-+0123456789":
        return word
    if WHOLE.fullmatch(word):
        return int(word)
    if WITH_DECIMALS.fullmatch(word):
        return Decimal(word)
    return word
