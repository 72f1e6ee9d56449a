"""Running text cut into its sentences; what is shortened with a full stop ends none."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.source import Piece

_END: Final = re.compile(r"[.!?][\"”’)]?\s+(?=[A-ZÅÄÖÉ0-9§\"”(•–-])|\n\s*\n")
# A full stop after one of these, or after a single letter or figure, shortens a word.
_SHORTENED: Final = re.compile(
    r"(?i)(?:\b(?:ca|kl|dnr|nr|bl\.?\s?a|t\.?\s?ex|m\.?\s?m|d\.?\s?v\.?\s?s|dvs|resp|st"
    r"|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|s\.?\s?k|f\.?\s?n|tel|tfn|org|jfr|inkl|exkl|max"
    r"|min|prop|kap|mom|punkt|bil|sid|e\.?\s?d|o\.?\s?d|ordf|[a-zåäö])|(?:^"
    r"|\n)\s*\d{1,2})"
    r"$"
)
# No shortened word is longer; all that stands before it need not be looked through.
_SEEN_BACK: Final = 24


def sentences_of(piece: Piece) -> Iterator[Piece]:
    """Give the sentences of a piece, in order; none is empty."""
    text, start = piece.text, 0
    for match in _END.finditer(text):
        at = match.start()
        if text[at] == "." and _SHORTENED.search(text, max(at - _SEEN_BACK, 0), at):
            continue
        yield from _stripped(piece.part(start, match.end()))
        start = match.end()
    yield from _stripped(piece.part(start, len(text)))


def _stripped(sentence: Piece) -> Iterator[Piece]:
    if sentence:
        yield sentence.strip()
