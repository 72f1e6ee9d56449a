"""Snippets: the piece of a text where the words asked for stand, marked."""

from dataclasses import dataclass

from radslag.services.search.finding import Asked
from radslag.services.search.words import pieces

LONGEST = 220
BEFORE = 60


@dataclass(frozen=True)
class Piece:
    """A piece of a text, and whether it was asked for."""

    text: str
    is_hit: bool = False


def marked(text: str, asked: Asked) -> list[Piece]:
    """Return the whole text, with the words that were asked for apart."""
    joined: list[Piece] = []
    for said, words in pieces(text):
        is_hit = asked.is_hit(words)
        if joined and joined[-1].is_hit == is_hit:
            joined[-1] = Piece(joined[-1].text + said, is_hit)
        else:
            joined.append(Piece(said, is_hit))
    return joined


def snippet(text: str, asked: Asked) -> list[Piece]:
    """Return the piece of a text around the first word that was asked for."""
    start = _first_hit(text, asked)
    cut = text[start : start + LONGEST]
    found = marked(cut, asked)
    if start and found:
        found.insert(0, Piece("…"))
    if start + LONGEST < len(text):
        found.append(Piece("…"))
    return found


def _first_hit(text: str, asked: Asked) -> int:
    """Return where to begin, at a word a little before the first one asked for."""
    place = 0
    for said, words in pieces(text):
        if asked.is_hit(words):
            break
        place += len(said)
    else:
        return 0
    if place <= BEFORE or len(text) <= LONGEST:
        return 0
    space = text.find(" ", place - BEFORE, place)
    return space + 1 if space >= 0 else place
