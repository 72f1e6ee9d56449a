"""Lettering: how wide a text is, and where to break it so that it fits a shape.

Source: the widths of Source Sans 3 Semibold, rounded up, so that a text that fits here
fits on the page too.
Units: shares of the letter size for one letter, the picture's own otherwise.
"""

from typing import Final
from unicodedata import combining, east_asian_width

ELLIPSIS: Final = "…"
_WIDTHS: Final = (
    (" \N{NO-BREAK SPACE}", 0.21),
    ("ijl'|", 0.29),
    (".,:;!·I()[]", 0.34),
    ("frt-/", 0.40),
    ("sczkxvyJ", 0.52),
    ("mW@%—M…", 0.92),
    ("wGOQÖÅÄDHNUCAV", 0.78),
)
_WIDTH: Final = {letter: width for letters, width in _WIDTHS for letter in letters}
_COMMON, _CAPITAL, _WIDE = 0.58, 0.68, 1.2


def width_of(text: str, size: float) -> float:
    """Return how wide a text is at a letter size."""
    return sum(_share(letter) for letter in text) * size


def _share(letter: str) -> float:
    if letter in _WIDTH:
        return _WIDTH[letter]
    if combining(letter):
        return 0
    # What the house's letters lack may come from any font: expect the widest.
    if ord(letter) > ord("\N{LATIN SMALL LETTER LONG S}"):
        is_narrow = east_asian_width(letter) == "Na" or letter in "–”’"
        return _COMMON if is_narrow else _WIDE
    return _CAPITAL if letter.isupper() else _COMMON


def wrapped(text: str, width: float, size: float, most: int = 0) -> list[str]:
    """Break a text into lines that fit, words whole where they can be.

    With `most`, no more lines than that are given and the last one ends with an
    ellipsis if anything is left out. No line is wider than the width unless a single
    letter is.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.extend(_broken(word, width, size))
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        return [*lines[: most - 1], shortened(rest, width, size)]
    return lines


def shortened(text: str, width: float, size: float) -> str:
    """Cut a text to one line that fits, with an ellipsis for what is cut."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(f"{text}{ELLIPSIS}", size) > width:
        text = text[:-1].rstrip()
    return f"{text}{ELLIPSIS}"


def _broken(word: str, width: float, size: float) -> list[str]:
    """Break a word that is too long by itself; any other comes back whole."""
    if width_of(word, size) <= width:
        return [word]
    parts = [""]
    room = width - width_of("-", size)
    for letter in word:
        if parts[-1] and width_of(parts[-1] + letter, size) > room:
            parts[-1] += "-"
            parts.append("")
        parts[-1] += letter
    return parts
