"""The words that cooperations have for their bodies: which body is meant, and where.

Cooperations name the same thing differently: one's cooperation committee is another's
steering group. Words that mean a body only where nothing better is said are weak.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.understanding.source import Piece

_COMMITTEE: Final = (
    r"(?:samarbets|samverkans|samråds)?kommitté(?:n|erna)?"
    r"|(?:samarbets|samverkans|samråds)(?:nämnd(?:en)?|råd(?:et)?|styrelsen?)"
    r"|gemensamm?a?\s+[a-zåäö-]*nämnd(?:en)?"
    r"|(?:den\s+)?politiska?\s+(?:styr|lednings|samverkans|samråds)grupp(?:en)?"
    r"|styrgrupp(?:en)?|politikergrupp(?:en)?|kso-?grupp(?:en)?|ordförandegrupp(?:en)?"
    r"|styrelsen?\s+för\s+(?:samverkan|samarbetet)"
    r"|förbunds(?:styrelsen?|direktion(?:en)?)|direktion(?:en)?|representantskap(?:et)?"
)
_MANAGEMENT: Final = (
    r"tjänstemanna(?:lednings|styr)?grupp(?:en)?|lednings?grupp(?:en)?"
    r"|(?:kommun)?(?:direktörs|chefs)grupp(?:en)?|tjänstemannaledning(?:en)?"
)
_SECRETARIAT: Final = (
    r"(?:samordnings|samverkans)?kansli(?:et)?|(?:samverkans|samordnings)?(?:sekretariat|kontor)(?:et)?"
    r"|samordningsfunktion(?:en)?|samordnarfunktion(?:en)?"
)
_NETWORK: Final = (
    r"(?:[a-zåäöé-]{4,}nas\s+|[a-zåäöé]{2,30}-\s(?:och|samt)\s)?"
    r"[a-zåäöé0-9-]*nätverk(?:et)?"
)
_WORKING: Final = r"(?:arbets|projekt|tema|referens|fokus|expert)grupp(?:en)?"
_WEAK: Final = {
    BodyKind.COMMITTEE: r"presidi(?:um|et)|nämnd(?:en)?|styrelsen"
    # A council of its own name, "Fjällrådet", and no other sort of council.
    r"|(?!(?:kommunal|region|borgar|opposition|landsting|pensionär|ungdom|forskning"
    r"|trygghet|elev|närings|funktion|brott|natur|trafik)[a-zåäö]*)"
    r"[a-zåäö]{3,}rådet|rådet",
    BodyKind.MANAGEMENT_GROUP: r"beredningsgrupp(?:en)?|kommun(?:direktörerna|cheferna)"
    r"|kommun(?:direktörs|chefs)(?=träff|möte|s?grupp)",
    BodyKind.SECRETARIAT: r"samverkanskoordinator(?:n)?|samordnare(?:n)?",
}
_AFTER: Final = r"(?=s?(?:möte|träff|sammanträde|konferens|dag)[a-zåäö]*\b|s?\b)"
# A genitive before the body's own word: "Mälarkantens styrgrupp".
_WHOSE: Final = (
    r"(?:(?:(?-i:Norra|Södra|Västra|Östra|Övre|Nedre|Inre|Yttre|Mellersta)\s+)?"
    r"(?-i:[A-ZÅÄÖ])[a-zåäöé-]{2,}s\s+)?"
)
_SORTS: Final = (
    (BodyKind.COMMITTEE, _COMMITTEE),
    (BodyKind.MANAGEMENT_GROUP, _MANAGEMENT),
    (BodyKind.SECRETARIAT, _SECRETARIAT),
    (BodyKind.NETWORK, _NETWORK),
    (BodyKind.WORKING_GROUP, _WORKING),
    (BodyKind.BOARD, r"kommunstyrelsen?"),
    (BodyKind.COUNCIL, r"kommunfullmäktige"),
)
_BODY: Final = re.compile(
    r"(?i)(?<![\w-])"
    + _WHOSE
    + "(?:"
    + "|".join(
        rf"(?P<{kind.value}>{words})"
        + (r"(?=s?\b|s?(?:möte|träff))" if kind is BodyKind.NETWORK else _AFTER)
        for kind, words in _SORTS
    )
    + ")"
)
_WEAK_BODY: Final = re.compile(
    r"(?i)(?<![\w-])"
    + "(?:"
    + "|".join(rf"(?P<{kind.value}>{words}){_AFTER}" for kind, words in _WEAK.items())
    + ")"
)
# What a network is for belongs to its name: "Nätverket för klimatstrateger".
_FOR: Final = re.compile(
    r"(?i)\s+(?:för|inom|kring)\s+[a-zåäöé-]+"
    r"(?:(?:\s+och|,)?\s+(?!och\b|är\b|ska|som\b|i\b|har\b|ansvarar|på\b|vid\b|att\b"
    r"|leds\b|består|samordna|träffas|möts|med\b|av\b|under\b|till\b|arbetar\b)"
    r"[a-zåäöé-]+){0,4}"
)


class NamedBody(NamedTuple):
    """A body that some words name. A weak word names it only for want of a better."""

    kind: BodyKind
    piece: Piece
    is_weak: bool = False

    @property
    def name(self) -> str:
        """The name as it is written, beginning with a capital letter."""
        words = " ".join(str(self.piece).split())
        return words[:1].upper() + words[1:]


def bodies_in(piece: Piece, *, all_words: bool = False) -> Iterator[NamedBody]:
    """Give the bodies that a piece names, in order; weak words where no other stands.

    "Ledningsgruppsmöten" names the management group. With all words, the weak ones
    come after the others.
    """
    strong = [_named(match, piece) for match in _BODY.finditer(piece.text)]
    yield from strong
    if all_words or not strong:
        for match in _WEAK_BODY.finditer(piece.text):
            yield _named(match, piece)._replace(is_weak=True)


def body_in(piece: Piece) -> NamedBody | None:
    """Return the first body that a piece names, or None."""
    return next(bodies_in(piece), None)


def _named(match: "re.Match[str]", piece: Piece) -> NamedBody:
    kind = BodyKind(match.lastgroup or "")
    words = piece.group(match)
    if kind in (BodyKind.NETWORK, BodyKind.WORKING_GROUP):
        more = _FOR.match(piece.text, match.end())
        if more:
            words = piece.part(match.start(), more.end())
    return NamedBody(kind, words.strip())
