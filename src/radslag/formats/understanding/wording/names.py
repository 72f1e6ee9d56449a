"""Persons' names as lists of those present write them, with party letters or not."""

import re
from typing import Final

from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece

_WORD: Final = (
    r"(?:[A-ZÅÄÖÉÈÜØÆ][^\W\d_]+(?:[-’'´][^\W\d_]+)*|[A-ZÅÄÖÉÈÜØÆ](?:\.|(?![^\W\d_])))"
)
_PARTICLE: Final = r"(?:af|von|van|de|der|den|del|la|le|di|da|du|zu|bin|ibn|al|el)"
# A particle ends no name: "av Eva Alm den 3 maj".
_GOES_ON: Final = rf"(?=(?:[ \u00a0]+{_PARTICLE})?[ \u00a0]+[A-ZÅÄÖÉÈÜØÆ])"
# At a word's start only: letters without end would else be tried at every one.
NAME: Final = (
    rf"(?<![^\W\d_]){_WORD}(?:[ \u00a0]+(?:{_WORD}|{_PARTICLE}{_GOES_ON})){{1,4}}"
)
_WHOLE: Final = re.compile(NAME)
PARTY: Final = re.compile(
    r"(?i:s|m|c|l|fp|kd|mp|v|sd|fi|pp|opol|obunden|partilös|-)|[A-ZÅÄÖ]{1,5}|"
    r"(?!ej|tf|ks|kf|au)[a-zåäö]{1,2}|"
    r"[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ]?"
)
# Words that begin with a capital and are in no person's name.
_NO_NAME: Final = re.compile(
    r"""(?ix)\b(?:
      region(?:en)? | regional\w* | länsstyrelsen? | kommun(?:en|er|erna|hus\w*|al\w*)?
    | \w*(?:verket|myndigheten|styrelsen|nämnden|förbundet|förbund|gruppen|grupp
      |kommittén|kommitté|nätverket|kansliet|kansli|bolaget|rådet|samverkan|samarbetet
      |förvaltningen|förvaltning|avdelningen|enheten|kommunerna|kommuners|universitet
      |högskola|högskolan|institutet|föreningen|stiftelsen|fullmäktige|huset|salen
      |kassan|förmedlingen|sjukhuset)
    | ab | hb | stad | stads | landstinget | polisen | sverige | sveriges | svenskt
    | beslut\w* | protokoll\w* | möte\w* | sammanträde\w* | plats | datum | tid | kl
    | ordförande\w* | ordf | sekreterare\w* | ledamot | ledamöter | ersättare | vice
    | närvarande | frånvarande | deltagare | deltagande | övriga? | gäster?
    | juster(?:a|ing)\w* | bevis | anslag\w*
    | teams | zoom | skype | via | paragraf\w* | bilag\w+ | dagordning\w* | punkt
    | kallelse\w* | information\w* | diskussion\w* | \w*anteckningar\w*
    | \w+direktörer\w*
    | förslag\w* | budget\w* | verksamhetsplan\w* | godkännande | val | frågor
    | ärenden? | rapport\w* | nästa | kommande | föregående | underskrift\w*
    | samtliga | alla | från | till | hos
    | \w*(?:kontor|kontoret|byrån|centrum|centret|centralen|klustret)
    )\b"""
)


# "Västra Ådalens" begins the name of a region; within a name such a word may stand.
_PLACE_FIRST: Final = re.compile(
    r"(?i)(?:västra|östra|norra|södra|mellersta|övre|nedre|inre|yttre)\s"
)
# "Avdelningschef Eva Alm": the office before a name, in capitals like it.
_OFFICE_FIRST: Final = re.compile(
    r"(?i)^\s*(?:(?:tf|bitr|biträdande|vice|förste)\.?\s+)?[\wåäö-]{0,40}"
    r"(?:direktör|chef|ledare|strateg|controller|samordnare|ordförande|handläggare"
    r"|sekreterare|utredare|utvecklare|ekonom|jurist|kommunalråd|oppositionsråd"
    r"|planerare|koordinator|ingenjör|arkitekt|ansvarig|revisor|rektor|inspektör"
    r"|konsult|rådgivare|specialist|administratör|registrator|ledamot)(?:en|n)?"
    r"\s+(?-i:(?=[A-ZÅÄÖ]))"
)
# "OFB MH" are the letters of officials, or of offices; "EVA ALM" can be read out.
_LETTERS: Final = re.compile(
    r"(?=.*\b[B-DF-HJ-NP-TV-XZ]{2,4}\b)[A-ZÅÄÖ]{2,4}(?: [A-ZÅÄÖ]{2,4})*"
)


def is_name(text: str) -> bool:
    """Tell whether words have the shape of one person's first and last name.

    >>> is_name("Anna-Karin W von Ek"), is_name("Region Skåne"), is_name("Anna")
    (True, False, False)
    """
    bare = text.strip()
    if not _WHOLE.fullmatch(bare) or _NO_NAME.search(bare):
        return False
    if _LETTERS.fullmatch(bare):
        return False
    return _PLACE_FIRST.match(bare) is None and known_name(bare) is None


def without_office(piece: Piece) -> Piece:
    """Return words without the office that begins them: "Controller Bo Ek"."""
    office = _OFFICE_FIRST.match(piece.text)
    return piece.part(office.end(), len(piece.text)) if office else piece


def has_no_name(text: str) -> bool:
    """Tell whether words hold one that no person is called, as "Region" or "AB"."""
    return _NO_NAME.search(text) is not None


def is_party(text: str) -> bool:
    """Tell whether what stands in brackets after a name can be a party's letters.

    A municipality's short name, as Heby or Höör, is the municipality.

    >>> is_party("S"), is_party("KD"), is_party("punkt 2"), is_party("Haninge")
    (True, True, False, False)
    >>> is_party("Heby"), is_party("Hjo")
    (False, False)
    """
    return PARTY.fullmatch(text.strip()) is not None and known_name(text) is None
