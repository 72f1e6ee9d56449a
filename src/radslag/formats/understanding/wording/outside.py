"""How running text names authorities, regions and others outside the cooperation."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.source import Piece

# Begun at a word's start only: a word without end would else be tried at every letter.
OUTSIDE: Final = re.compile(
    r"(?<!\w)(?:Länsstyrelsen(?:\s+i)?\s+[A-ZÅÄÖ][\wåäö]+(?:\s+[A-ZÅÄÖ][\wåäö]+)?(?:s)?(?:\s+län)?"
    r"|Region(?:en)?\s+[A-ZÅÄÖ][a-zåäö]+(?:\s+[A-ZÅÄÖ][a-zåäö]+)?(?:\s+län)?"
    r"|(?:[A-ZÅÄÖ][\wåäö]+\s+)?[A-ZÅÄÖ][\wåäö]+sregionen"
    r"|(?:[A-ZÅÄÖ][\wåäö]+s\s+)?[A-ZÅÄÖ][\wåäö-]*(?:verket|myndigheten|inspektionen"
    r"|departementet|styrelsen\s+för\s+[\wåäö]+|trafiken"
    r"|förbundet(?:\s+i\s+[A-ZÅÄÖ][\wåäö]+\s+län)?)"
    r"|Regeringskansliet(?:,?\s+[A-ZÅÄÖ][\wåäö]+departementet)?"
    r"|Sveriges\s+Kommuner\s+och"
    r"\s+Regioner|Mälardalsrådet|Storstockholms?\s+[\wåäö]+"
    r"|Statens\s+(?:[\wåäö]+ska\s+(?:institut|anstalt)"
    r"|[\wåäö]*(?:verk|råd|center|centrum|myndighet|nämnd|kommission|inspektion"
    r"|institut|institution|skola))(?:et|en)?\b|[A-ZÅÄÖ][a-zåäö]+s\s[Ll]änstrafik\b"
    r"|\b(?:Arbetsförmedlingen|Försäkringskassan|Kriminalvården|Lantmäteriet|Kronofogden"
    r"|Kulturrådet|Vetenskapsrådet|Skogsstyrelsen|Socialstyrelsen|Vinnova|Tullverket|Kustbevakningen|Försvarsmakten)\b"
    r"|\b[A-ZÅÄÖ][a-zåäö]{2,}trafik\b|(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]{3,}bolaget\b)"
)
NOT_OUTSIDE: Final = re.compile(
    r"(?i)kommun(?:styrelsen|fullmäktige|förbundet)?\b"
    # Words of the language that end as the names of authorities do.
    r"|(?:nät|regel|ram|hant|renings|vatten|kraft|värme|el|bok|konst|styr)verket\b"
    r"|^(?:verket|myndigheten|inspektionen|förbundet|departementet|trafiken)\b"
    r"|(?:tillsyns|anställnings|prövnings|ansvars|prövande)myndigheten\b"
    r"|(?:kommunal|kommun|riks|arbetsgivar|samordnings|räddnings|räddningstjänst"
    r"|brandförsvars|myndighets|miljö|utbildnings|gymnasie)förbundet\b"
    r"|\b(?:kollektiv|tåg|båt|buss|pendel|flyg|väg|natt|sjö|skol|gods|färje|vinter"
    r"|sommar|linje|lokal|regional|fjärr|spår|bil|cykel|person|när|tur|skärgårds"
    r"|genomfarts)trafik"
    r"|\b(?:energi|fastighets|bostads|avfalls|kommunal|stads|moder|dotter|aktie"
    r"|utvecklings|bygg|tele|is|drift|bemannings|konsult)bolaget\b"
)
# "Region Värmlands remiss": what is theirs stands after the name's genitive.
_GENITIVE: Final = re.compile(r"s\s+(?:remiss|förslag|yttrande|utredning|plan)")
_REGIONS: Final = re.compile(r"Region(?:en)?\s.*[a-zåäö]s")


def outside_parties_in(piece: Piece) -> Iterator[Piece]:
    """Give the authorities and regions that a piece names, in order."""
    for match in OUTSIDE.finditer(piece.text):
        if NOT_OUTSIDE.search(match[0]):
            continue
        words = piece.group(match)
        is_theirs = _GENITIVE.match(piece.text, match.end() - 1)
        if _REGIONS.fullmatch(words.text) or (is_theirs and words.text.endswith("s")):
            words = words.part(0, len(words.text) - 1)
        yield words
