"""How a cost is shared by municipalities: by population, equally, by fixed shares."""

import re
from fractions import Fraction
from typing import Any, Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.numbers import share_in

SHARING: Final = (
    r"\bf[öo]rdela|\bf[öo]rdelning|\bdelas\b|\bdelar\b|\bsolidarisk|\bandel"
)
_POPULATION: Final = r"inv[åa]nar|folkm[äa]ngd|befolkning|kommunernas storlek"
_EQUAL: Final = (
    r"\blika\s+(?:mellan|delar|stor|fördel|på|del)|till\s+lika\s+del|delas?\s+lika"
    r"|fördela\w*\s+lika|lika\s+för\s+(?:alla|samtliga)|\blika\s+andel"
)
_FEE: Final = (
    r"samma\s+(?:fördelnings?\s*)?(?:princip|grund|sätt|nyckel|modell|fördelning)"
    r"[^.]*(?:avgift|kostnad|finansiering|bidrag)|i\s+förhållande\s+till[^.]*"
    r"(?:erlagda|inbetalda|betalda)?\s*(?:avgifter|avgiften)"
)


def sharing_in(clause: Clause) -> dict[str, Any]:
    """Return the keys of a value that say how something is shared; none, none."""
    fixed = _fixed(clause.piece)
    if fixed:
        return {"shared_by": "fixed_shares", "shares": fixed}
    if clause.has(_EQUAL):
        return {"shared_by": "equal"}
    if clause.has(_POPULATION):
        return {"shared_by": "population"}
    return {}


def shared_as_fee(clause: Clause) -> bool:
    """Tell whether something is shared by the principle of the fee."""
    return clause.has(_FEE) is not None


def sharing_near(said: Said, clause: Clause) -> tuple[dict[str, Any], Clause]:
    """Return how it is shared by the sentence, or by another of its paragraph."""
    for each in said.beside(clause):
        if each is clause or each.has(SHARING):
            sharing = sharing_in(each)
            if sharing:
                return sharing, each
    return {}, clause


def _fixed(piece: Piece) -> dict[str, str]:
    """Return the share of each municipality, where they make up the whole."""
    named = municipalities_in(piece)
    return _whole(_after(piece, named)) or _whole(_before(piece, named))


def _whole(shares: dict[str, Fraction]) -> dict[str, str]:
    is_whole = len(shares) > 1 and sum(shares.values()) == 1
    return {key: str(share) for key, share in shares.items()} if is_whole else {}


def _before(piece: Piece, named: list[tuple[Piece, str]]) -> dict[str, Fraction]:
    """Return the shares that stand before their municipality: "40 procent för Mora"."""
    starts = [piece.start] + [other.end for other, _ in named]
    shares: dict[str, Fraction] = {}
    for start, (place, name) in zip(starts, named, strict=False):
        words = Piece(piece.source, start, place.start)
        share = share_in(words)
        end = share.piece.end - words.start if share else 0
        if share and re.fullmatch(r"\s*(?:av|för|till|på|-)?\s*", words.text[end:]):
            shares[slug(name)] = share.share
    return shares


def _after(piece: Piece, named: list[tuple[Piece, str]]) -> dict[str, Fraction]:
    """Return the shares that stand after their municipality: "Mora 40 %"."""
    ends = [other.start for other, _ in named[1:]] + [piece.end] if named else []
    shares: dict[str, Fraction] = {}
    for (place, name), end in zip(named, ends, strict=True):
        words = Piece(piece.source, place.end, end)
        share = share_in(words)
        if share and re.match(r"^[\s:–(-]*(?:kommun)?[\s:–(-]*\d", words.text):
            shares[slug(name)] = share.share
    return shares
