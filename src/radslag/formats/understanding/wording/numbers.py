"""Numbers and shares in words: "tolv", "sex (6)", "två tredjedelar", "2/3", "75 %"."""

import re
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from radslag.formats.understanding.source import Piece

_ONES: Final = (
    "en|ett", "två|tu", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"
)  # fmt: skip
_TEENS: Final = (
    "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton",
    "arton|aderton", "nitton",
)  # fmt: skip
_TENS: Final = (
    "tjugo", "trettio|tretti", "fyrtio|förtio", "femtio", "sextio", "sjuttio", "åttio",
    "nittio",
)  # fmt: skip
_PARTS: Final = {
    "tredje": 3,
    "fjärde": 4,
    "femte": 5,
    "sjätte": 6,
    "åttonde": 8,
    "tionde": 10,
}
PERCENT: Final = r"(?:%|procent(?:enheter)?)"


@cache
def _words() -> dict[str, int]:
    """Return every number word from one to a hundred, and its number."""
    words = {"hundra": 100, "etthundra": 100}
    for first, row in ((1, _ONES), (10, _TEENS)):
        for number, said in enumerate(row, first):
            words |= dict.fromkeys(said.split("|"), number)
    for ten, said in enumerate(_TENS, 2):
        for name in said.split("|"):
            words[name] = ten * 10
            for one, ones in enumerate(_ONES, 1):
                words |= {f"{name}{each}": ten * 10 + one for each in ones.split("|")}
    return words


@cache
def number_pattern() -> str:
    """Return what fits a whole number up to a hundred, in words or in figures.

    A number in words may have the figures after it in brackets: "sex (6)".
    """
    words = "|".join(sorted(_words(), key=len, reverse=True))
    figures = r"(?<![\d.,/-])\d{1,3}(?![\d/]|[.,]\d)"
    return rf"(?:{figures}|\b(?:{words})\b(?:\s*\(\d{{1,3}}\))?)"


def number_of(words: str) -> int | None:
    """Return the number that words or figures say, or None.

    Words and figures that say two different numbers say none.

    >>> number_of("tjugofem"), number_of("sex (6)"), number_of("sex (7)")
    (25, 6, None)
    """
    bare = words.strip().casefold()
    if bare.isdecimal():
        return int(bare)
    said, _, figures = bare.partition("(")
    number = _words().get(said.strip())
    if figures and number != int(figures.rstrip(") ")):
        return None
    return number


class FoundShare(NamedTuple):
    """A share of a whole, with the words."""

    share: Fraction
    piece: Piece


@cache
def _share() -> "re.Pattern[str]":
    number = "|".join(sorted(_words(), key=len, reverse=True))
    parts = "|".join(_PARTS)
    return re.compile(
        rf"""(?ix)
        (?P<half>\bhälften\b|\bhalva\s+antalet\b)
        | (?<![\d/])(?<!den\ )(?P<over>\d{{1,2}})\s*/\s*(?P<under>\d{{1,2}})(?![\d/])
        | \b(?P<times>{number}|\d{{1,2}})[\s-]*(?P<part>{parts})(?:s?\s*delar|del)\w*
        | (?<![\d,.])(?P<percent>\d{{1,3}})\s*{PERCENT}
        """
    )


def share_in(piece: Piece) -> FoundShare | None:
    """Return the first share of a piece, or None; more than the whole is no share."""
    for match in _share().finditer(piece.text):
        share = _fraction(match)
        if share is not None and 0 < share <= 1:
            return FoundShare(share, piece.group(match))
    return None


def share_of_all(piece: Piece) -> FoundShare | None:
    """Return the share that "fyra av de fem kommunerna" is, or None."""
    number = number_pattern()
    of_all = rf"(?i)(?P<some>{number})\s+av\s+(?:de\s+)?(?P<all>{number})(?!\s*del)"
    for match in re.finditer(of_all, piece.text):
        some, whole = number_of(match["some"]), number_of(match["all"])
        if some and whole and some <= whole:
            return FoundShare(Fraction(some, whole), piece.group(match))
    return None


def _fraction(match: "re.Match[str]") -> Fraction | None:
    if match["half"]:
        return Fraction(1, 2)
    if match["over"]:
        return Fraction(int(match["over"]), int(match["under"]) or 1)
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    times = number_of(match["times"])
    return None if times is None else Fraction(times, _PARTS[match["part"].casefold()])
