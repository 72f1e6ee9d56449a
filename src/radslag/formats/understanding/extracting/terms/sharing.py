"""How a cost is shared by municipalities: by population, equally, by fixed shares."""

import re
from collections.abc import Collection
from fractions import Fraction
from typing import Any, Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.numbers import share_in
from radslag.formats.understanding.wording.outside import outside_parties_in

SHARING: Final = (
    r"\bf[öo]rdela|\bf[öo]rdelning|\bdelas\b|\bdelar\b|\bsolidarisk|\bandel"
)
_POPULATION: Final = r"inv[åa]nar|folkm[äa]ngd|befolkning|kommunernas storlek"
_EQUAL: Final = (
    r"\blika\s+(?:mellan|delar|stor|fördel|på|del)|till\s+lika\s+del|delas?\s+lika"
    r"|fördela\w*\s+lika|lika\s+för\s+(?:alla|samtliga)|\blika\s+andel"
)
_LEADS_TO_SHARE: Final = re.compile(
    r"(?i)^[\s:–(-]*(?:kommuns?)?[\s:–(-]*"
    r"(?:(?:betalar|står\s+för|svarar\s+för|bär|bidrar\s+med|andel(?:\s+är)?|har)\s+)?\d"
)
# A head over shares without signs, and the sentence that leads to such a table.
_SHARE_HEAD: Final = r"\bandel\w*[^\n\t\d]{0,20}(?:%|procent)"
_BY_SHARES: Final = r"\bandel(?:ar|arna)?\b"
_HUNDREDTHS: Final = re.compile(r"[\s:]+(\d{1,2}(?:[.,]\d{1,2})?)(?=\s|$)")
_SHARES_OF: Final = (
    r"\bandel\w*\b[^;]{0,40}?(?:\bpunkt|§|\bavsnitt|\bparagraf|\bkapitel)\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?)(?!\d)"
)
_FEE: Final = (
    r"samma\s+(?:fördelnings?\s*)?(?:princip|grund|sätt|nyckel|modell|fördelning"
    r"|förhållande|proportion(?:er)?)"
    r"[^.]*(?:avgift|kostnad|finansiering|bidrag)|i\s+förhållande\s+till[^.]*"
    r"(?:erlagda|inbetalda|betalda)?\s*(?:avgifter|avgiften)"
)


def sharing_in(clause: Clause, among: Collection[str] | None = None) -> dict[str, Any]:
    """Return the keys of a value that say how something is shared; none, none.

    `among` are the parties, whose names may be ordinary words too.
    """
    fixed = _fixed(clause.piece, among)
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
    parties = {str(m["name"]) for m in said.gathering.of("municipalities")} or None
    for each in said.beside(clause):
        if each is clause or each.has(SHARING):
            sharing = sharing_in(each, parties)
            if sharing:
                return sharing, each
    is_in_rows = any(each.has(_BY_SHARES) for each in said.beside(clause))
    rows = _fixed_in_rows(said, clause) if is_in_rows or clause.has(SHARING) else {}
    return ({"shared_by": "fixed_shares", "shares": rows} if rows else {}), clause


def _fixed_in_rows(said: Said, clause: Clause) -> dict[str, str]:
    """Return the shares of a table or a list, each municipality on a row of its own."""
    shares: dict[str, Fraction] = {}
    rows = said.beside(clause)[1:]
    is_of_hundred = any(each.has(_SHARE_HEAD) for each in rows)
    for each in rows:
        first = each.piece.split(r"[\t:]")[0] if each.piece else each.piece
        name = known_name(first.text)
        named = [(first, name)] if name else municipalities_in(each.piece)
        if len(named) == 1:
            shares |= _after(each.piece, named) or _before(each.piece, named)
            if is_of_hundred and slug(named[0][1]) not in shares:
                shares |= _of_hundred(each.piece, *named[0])
    return _whole(shares)


def _of_hundred(row: Piece, place: Piece, name: str) -> dict[str, Fraction]:
    """Return the share of a row whose head says that it is in hundredths."""
    match = _HUNDREDTHS.match(row.text, place.end - row.start)
    if match is None:
        return {}
    return {slug(name): Fraction(match[1].replace(",", ".")) / 100}


def shared_as_told(said: Said, clause: Clause) -> tuple[dict[str, Any], Clause]:
    """Return the fixed shares of the paragraph that a sentence points to."""
    told = clause.has(_SHARES_OF)
    of_it = [
        each
        for each in said.clauses
        if told and each.paragraph and each.paragraph.value == told["number"]
    ]
    if of_it and _others_pay(said, of_it[0]):
        return {"shared_by": "fee"}, of_it[0]
    sharing, where = sharing_near(said, of_it[0]) if of_it else ({}, clause)
    is_fixed = sharing.get("shared_by") == "fixed_shares"
    return (sharing, where) if is_fixed else ({}, clause)


def _others_pay(said: Said, clause: Clause) -> bool:
    """Tell whether others than municipalities have a share of what a paragraph says.

    Then the municipalities' shares of their own part are no shares of the whole.
    """
    return any(
        share_in(each.piece) and next(outside_parties_in(each.piece), None)
        for each in said.beside(clause)
        if each.is_about(r"avgift|bidra|finansier")
    )


def _fixed(piece: Piece, among: Collection[str] | None = None) -> dict[str, str]:
    """Return the share of each municipality, where they make up the whole."""
    named = municipalities_in(piece, among)
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
        if share and _LEADS_TO_SHARE.match(words.text):
            shares[slug(name)] = share.share
    return shares
