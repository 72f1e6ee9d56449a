"""What the cooperation calls itself, where no agreement has said so outright."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.federations import FEDERATION

_NAME: Final = r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s+[A-ZÅÄÖ][\wåäöÅÄÖ-]+){0,3}"
_SAID: Final = re.compile(
    r"(?:under\s+namnet|\bheter|\bkallas|ska\s+heta|\bnamn\s+är|benämns)\s+”?"
    rf"({FEDERATION}|{_NAME})(?![\wåäö-])"
    # "Dalens bygg- och miljönämnd" is a body's name, and not that of all of them.
    r"(?!\s+(?:[a-zåäö-]{1,40}\s+och\s+)?[a-zåäö-]{0,40}(?:nämnd|råd|kommitté|styrelse)\b)"
)
_OF: Final = re.compile(
    r"(?i:plan|program|budget|redovisning|berättelse|avtal|överenskommelse|protokoll|"
    r"anteckningar|kallelse|förteckning|ledamöter|möte|grupp(?:en)?|råd(?:et)?|"
    rf"nämnd(?:en)?|\bstyrelse(?:n)?)\b[^.\n]*?\b(?:för|i|om|från)\s+({_NAME})"
)
_FEDERATION: Final = re.compile(rf"\b({FEDERATION})")
_BODY: Final = re.compile(
    r"(?i:samverkans|samråds|samarbets|samordnings)(?i:rådet|nämnden|gruppen|kommittén|"
    rf"organet)s?\s+({_NAME})"
)
_LOOKS_SO: Final = re.compile(
    r"\b([A-ZÅÄÖ][\wåäö]*(?:samverkan|samarbetet|kommunerna|rådet|regionen|bygden)"
    r"(?:\s+[A-ZÅÄÖ][\wåäö]+)?)s?\b"
)
_GENITIVE: Final = re.compile(
    r"\b([A-ZÅÄÖ][\wåäö]*(?:samverkan|kommunerna|rådet|regionen|bygden)s)\b"
)
HEAD: Final = 14
LONGEST: Final = 80
BY_TITLE: Final = "Namnet är taget ur handlingens rubrik."
BY_LOOK: Final = "Ordet ser ut som samverkans namn."
# Bodies and seasons of a document are capital words too, but name no cooperation.
NO_NAME: Final = re.compile(
    r"(?i)^(?:kommun|region|samverkans?(?:nämnd|råd|gruppen)?|styr|ledning|närvar|bilaga|"
    r"verksamhet|handling|budget|protokoll|sup\b|dnr|ks\b|vision|vp\b|plan\b|teams|"
    r"regionen|rådet|samarbetet|samverkan|kommunerna|länsstyrelsen)"
)


def name_cooperation(portions: Sequence[Portion], gathering: Gathering) -> None:
    """Give the cooperation a name from the documents, unless it has got one."""
    cooperation = gathering.cooperation()
    if cooperation["name"]:
        return
    portions = [each for each in portions if each.kind is not DocumentKind.PAPER]
    for pieces, pattern, reason in (
        (_whole(portions), _SAID, ""),
        (_heads(portions), _FEDERATION, BY_TITLE),
        (_heads(portions), _BODY, BY_TITLE),
        (_heads(portions), _OF, BY_TITLE),
        (_heads(portions), _GENITIVE, BY_LOOK),
        (_heads(portions), _LOOKS_SO, BY_LOOK),
    ):
        found = next(_named(pieces, pattern), None)
        if found:
            certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
            value = found.value(_plain(found, pattern), certainty, reason)
            cooperation.values["name"] = value
            return


def _whole(portions: Iterable[Portion]) -> Iterator[Piece]:
    return (piece for portion in portions for piece in portion.pieces())


def _heads(portions: Iterable[Portion]) -> Iterator[Piece]:
    for portion in portions:
        for block in portion.blocks[:HEAD]:
            if len(block.text) < 2 * LONGEST:
                yield portion.piece(block)


def _named(pieces: Iterable[Piece], pattern: "re.Pattern[str]") -> Iterator[Piece]:
    for piece in pieces:
        for found in piece.find_all(pattern):
            if _is_name(str(found)):
                yield found


def _is_name(text: str) -> bool:
    is_place = known_name(text) is not None
    is_whole = len(text) <= LONGEST and not text.endswith("-")
    return is_whole and not is_place and not NO_NAME.match(text)


def _plain(piece: Piece, pattern: "re.Pattern[str]") -> str:
    text = " ".join(str(piece).split())
    if text.isupper():
        text = text.title()
    return text.removesuffix("s") if pattern is _GENITIVE else text
