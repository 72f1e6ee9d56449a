"""Persons' names as lists of those present write them, with party letters or not."""

import re
from typing import Final

from radslag.formats.understanding.municipalities import known_name

_WORD: Final = (
    r"(?:[A-ZÅÄÖÉÈÜØÆ][^\W\d_]+(?:[-’'´][^\W\d_]+)*|[A-ZÅÄÖÉÈÜØÆ](?:\.|(?![^\W\d_])))"
)
_PARTICLE: Final = r"(?:af|von|van|de|der|den|del|la|le|di|da|du|zu|bin|ibn|al|el)"
NAME: Final = rf"{_WORD}(?:[ \u00a0]+(?:{_WORD}|{_PARTICLE}(?=[ \u00a0]))){{1,4}}"
_WHOLE: Final = re.compile(NAME)
PARTY: Final = re.compile(
    r"(?i:s|m|c|l|fp|kd|mp|v|sd|fi|pp|opol|obunden|partilös|-)|[A-ZÅÄÖ]{1,5}|"
    r"[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ]?"
)
# Words that begin with a capital and are in no person's name.
_NO_NAME: Final = re.compile(
    r"""(?ix)\b(?:
      region(?:en)? | regional\w* | länsstyrelsen? | kommun(?:en|er|erna|hus\w*|al\w*)?
    | \w*(?:verket|myndigheten|styrelsen|nämnden|förbundet|förbund|gruppen|grupp
      |kommittén|kommitté|nätverket|kansliet|kansli|bolaget|rådet|samverkan|samarbetet
      |förvaltningen|förvaltning|avdelningen|enheten|kommunerna|kommuners|universitet
      |högskola|högskolan|institutet|föreningen|stiftelsen|fullmäktige|huset|salen)
    | ab | hb | stad | stads | landstinget | polisen | sverige | sveriges | svenskt
    | beslut\w* | protokoll\w* | möte\w* | sammanträde\w* | plats | datum | tid | kl
    | ordförande\w* | ordf | sekreterare\w* | ledamot | ledamöter | ersättare | vice
    | närvarande | frånvarande | deltagare | deltagande | övriga? | gäster?
    | juster(?:a|ing)\w* | bevis | anslag\w*
    | teams | zoom | skype | via | paragraf\w* | bilag\w+ | dagordning\w* | punkt
    | kallelse\w* | information\w* | diskussion\w* | anteckningar\w* | \w+direktörer\w*
    | förslag\w* | budget\w* | verksamhetsplan\w* | godkännande | val | frågor
    | ärenden? | rapport\w* | nästa | kommande | föregående | underskrift\w*
    | samtliga | alla
    )\b"""
)


def is_name(text: str) -> bool:
    """Tell whether words have the shape of one person's first and last name.

    >>> is_name("Anna-Karin W von Ek"), is_name("Region Skåne"), is_name("Anna")
    (True, False, False)
    """
    bare = text.strip()
    if not _WHOLE.fullmatch(bare) or _NO_NAME.search(bare):
        return False
    return known_name(bare) is None


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
