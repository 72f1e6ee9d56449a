"""Which body meets: its kind and its name, in the words documents have for bodies."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece

BY_ITS_WORD: Final = "Organets slag är taget ur vad det kallas."

# The first that fits is taken: a "politisk ledningsgrupp" is no management group.
_KINDS: Final[tuple[tuple[BodyKind, Certainty, str], ...]] = (
    (
        BodyKind.COMMITTEE,
        Certainty.CERTAIN,
        r"(?:samarbets|samverkans|samråds|politisk\w* )kommitt[ée]\w*|kommitt[ée]\w*"
        r"|politisk\w* (?:lednings|styr|samverkans|samråds|referens)grupp\w*",
    ),
    (
        BodyKind.COMMITTEE,
        Certainty.PROBABLE,
        r"(?:samverkans|samarbets|samråds)(?:nämnd|råd|organ|styrelse|delegation)\w*"
        r"|gemensam\w* (?:[a-zåäö-]{2,30})?nämnd\w*"
        r"(?: för (?-i:[a-zåäö-]+)(?: och (?-i:[a-zåäö-]+))?)?"
        r"|(?:samverkans|samarbets|samråds|besluts)grupp\w*|förbundsstyrelse\w*"
        r"|förbundsdirektion\w*|direktionen\w*"
        r"|presidi(?:um|et|ets|egrupp\w*|emöte\w*)|styrgrupp\w*|kommunalrådsgrupp\w*"
        r"|politikergrupp\w*|ordförandegrupp\w*|ägarråd\w*|ägarsamråd\w*"
        r"|kommunstyrelseordförandegrupp\w*|kso-?grupp\w*|styrelsen\b|styrelsens\b"
        r"|politisk\w* (?:forum\w*|råd\w*|samråd\w*|beredning\w*|möte\w*)"
        r"|samverkansforum\w*|samrådsmöte\w*|kommunalråds(?:träff|möte)\w*",
    ),
    (
        BodyKind.COMMITTEE,
        Certainty.PROBABLE,
        # A joint board for one task: of environment, waste, pay or guardians.
        r"(?:[a-zåäö]{3,}-,? (?:[a-zåäö]{3,}-,? )?och )?"
        r"(?!val)[a-zåäö]{3,}(?<!gemensam)(?<!fack)nämnd(?:en|ens)?"
        r"|(?:primär|inter)kommunala nämnd(?:en|ens)?|[a-zåäö]{2,12}-nämnd(?:en|ens)?"
        r"|(?-i:[A-ZÅÄÖ])[a-zåäö]{4,}beredning(?:en|ens)",
    ),
    (
        BodyKind.COMMITTEE,
        Certainty.PROBABLE,
        # A council of a name of its own, as "Sjörådet", and none of another sort.
        r"(?!(?:kommunal|region|borgar|opposition|landsting|pensionär|ungdom|forskning"
        r"|trygghet|elev|närings|funktion|brott|natur|trafik|folkhälso|tillgänglighet"
        r"|läns|skol)[a-zåäö]*)(?-i:[A-ZÅÄÖ])[a-zåäö]{2,}(?<!om)(?<!sam)rådets?",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        Certainty.CERTAIN,
        r"(?:kommun|stads)?(?:direktörs|chefs|direktörs)(?:lednings)?"
        r"(?:grupp|nätverk|träff|möte|kollegi)\w*"
        r"|(?:tjänstemanna|tjänstepersons|förvaltnings)?ledningsgrupp\w*",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        Certainty.PROBABLE,
        r"tjänste(?:manna|persons)(?:grupp|ledning|styrgrupp)\w*|beredningsgrupp\w*"
        r"|ledningsmöte\w*|(?:kommun)?(?:chefs|direktörs)forum\w*",
    ),
    (
        BodyKind.NETWORK,
        Certainty.CERTAIN,
        r"(?:[a-zåäö-]{4,}nas |[a-zåäö]{3,30}- (?:och|samt) )?[\w-]*nätverk\w*"
        r"(?: för [a-zåäö-]+(?: och [a-zåäö-]+)?)?",
    ),
    (
        BodyKind.WORKING_GROUP,
        Certainty.CERTAIN,
        r"[\w-]*(?:arbets|projekt|referens|fokus|tema|samordnings)grupp\w*"
        r"(?: för [a-zåäö-]+(?: och [a-zåäö-]+)?)?",
    ),
)
_DOCUMENT: Final = re.compile(
    r"""(?ix)^(?:
      (?:minnes|mötes)?anteckning(?:ar|arna)?
    | (?:sammanträdes|mötes|besluts)?protokoll
    | kallelse(?:n)? | (?:förslag\ till\ )?dagordning(?:en)? | föredragningslista
    | inbjudan | möte(?:t|n)? | sammanträde(?:t|n)? | och | samt | med | från | för
    | till | vid | hos | i | fört | förda | ordinarie | extra | av | det | den
    | nr\ \d+ | [-–:,/] | nästa | kommande | digitalt? | \d{1,2}
    )(?![\wåäö-])\s*"""
)
_BEFORE: Final = (
    r"(?:(?:[A-ZÅÄÖÉ][\wåäö-]*(?:s|isk[at]|samma?)|(?:Norra|Södra|Östra|Västra|Mellersta"
    r"|Inre|Yttre|Övre|Nedre|Nya|Nordöstra|Nordvästra|Sydöstra|Sydvästra)) +){0,3}?"
)
# What a page's head has beside the body's name is no part of it.
_BESIDE: Final = (
    r"(?i:\w*(?:protokoll|kallelse|anteckning|föredragningslista|dagordning|datum)\w*"
    r"|sida|dnr|plats|tid|blad|ärende\w*|gemensam\w*|närvarande)\b"
)
_AFTER: Final = (
    r"(?: +(?:för|i|inom) +(?:(?:norra|södra|östra|västra|övre|nedre|inre|yttre"
    r"|mellersta) +)?(?:\w*samverkan\w* +(?:i|inom|på) +|\w*samarbetet? +"
    r"(?:i|inom) +|kommunerna +(?:i|på) +)?[A-ZÅÄÖ][\wåäö-]*(?: [A-ZÅÄÖ][\wåäö-]+)*"
    # "… för Orsa, Mora och Älvdalen" lists whose it is.
    r"(?![\wåäö-]|, [A-ZÅÄÖ]| (?:och|samt) [A-ZÅÄÖ])"
    # A heading in capitals: "AVFALLSNÄMNDEN NORRA SKARABORG".
    rf"|(?<=[A-ZÅÄÖ]{{4}})(?: +(?!{_BESIDE})[A-ZÅÄÖ-]{{2,}}(?![\wåäö:])){{1,4}}"
    rf"| +(?!{_BESIDE})[A-ZÅÄÖ][\wåäö-]+(?![\wåäö:]))?"
)
_WORDS: Final = "|".join(
    f"(?P<kind{n}>{words})" for n, (_, _, words) in enumerate(_KINDS)
)
_NAMED: Final = re.compile(
    rf"(?P<name>{_BEFORE}(?<![\wåäö-])(?i:{_WORDS})(?![\wåäö]){_AFTER})"
)
# One of these is in every body's word: what has none is not looked at closer.
_STEM: Final = re.compile(
    r"(?i)grupp|kommitt|nämnd|råd|nätverk|styrelse|direktion|presidi|delegation|organ|beredning"
    r"|tjänste|ledningsmöte|politisk|forum|kommunalråd|samråd|(?:direktörs|chefs)(?:träff|möte|kollegi)"
)
# The definite and the genitive end are grammar and no part of the name: "-gruppens".
_GENITIVE: Final = re.compile(
    r"(?<=en|et|än)s(?=$| (?:för|i|inom|på) | [A-ZÅÄÖ])"
    r"|(?<=[éÉ]n)s(?=$| )|(?<=enas)$"
)
_MEETING: Final = re.compile(
    r"(?i)(?P<stem>.*(?:grupp|kommitté|nätverk|presidie))(?:s?möte|s?sammanträde|s?träff)\w*"
    r"(?: (?:i|inom) [^,]+)?$"
)
_SMALL: Final = ("I", "OCH", "FÖR", "INOM", "PÅ", "MED")
_DEFINITE: Final = {"grupp": "en", "kommitté": "n", "nätverk": "et", "presidie": "t"}


class FoundBody(NamedTuple):
    """A body: its kind, how surely its word says that, its name, and the words."""

    kind: BodyKind
    certainty: Certainty
    name: str
    piece: Piece
    reason: str = BY_ITS_WORD


def body_in(piece: Piece) -> FoundBody | None:
    """Return the first body a piece names, or None."""
    if not _STEM.search(piece.text):
        return None
    skipped = _document_words(piece.text)
    rest = piece.part(skipped, len(piece.text))
    match = _NAMED.search(rest.text)
    if match is None:
        return None
    kind, certainty = next(
        (kind, sure) for n, (kind, sure, _) in enumerate(_KINDS) if match[f"kind{n}"]
    )
    words = rest.group(match, "name").strip()
    return FoundBody(kind, certainty, _name(words.text), words)


def whole_named(found: Sequence[FoundBody]) -> FoundBody:
    """Return the first of several bodies, by the whole name where another has it.

    So "Kallelse Rådet" stands over "Rådet för nedre Ån", and "Nätverksträff" over
    "kulturnätverket".
    """
    first = found[0]
    for each in found[1:]:
        is_same = each.kind is first.kind and len(each.name) > len(first.name)
        is_compound = " " not in first.name + each.name and each.name.lower().endswith(
            first.name.lower()
        )
        if each.name.startswith(f"{first.name} för ") or (is_same and is_compound):
            return each
    return first


def kind_named(text: str) -> BodyKind | None:
    """Return the kind of the first body that words name, or None."""
    match = _NAMED.search(text) if _STEM.search(text) else None
    if match is None:
        return None
    return next(kind for n, (kind, _, _) in enumerate(_KINDS) if match[f"kind{n}"])


def recorded(body: FoundBody, gathering: Gathering) -> Value:
    """Return the key of a body that was found, which is added if it is new."""
    key = gathering.body(body.kind, body.piece, body.name)
    return (
        key
        if body.certainty is Certainty.CERTAIN
        else key.doubted(body.certainty, body.reason)
    )


def _document_words(text: str) -> int:
    start = 0
    while match := _DOCUMENT.match(text[start:]):
        start += match.end()
    return start


def _in_small(name: str) -> str:
    """Return a name in capitals as it is written otherwise."""
    words = [w.lower() if w in _SMALL else w.capitalize() for w in name.split()]
    return " ".join(words)


def _name(words: str) -> str:
    name = " ".join(words.split())
    name = _in_small(name) if name.isupper() else name
    meeting = _MEETING.match(name)
    if meeting:
        stem = meeting["stem"]
        end = next(e for s, e in _DEFINITE.items() if stem.lower().endswith(s))
        return f"{stem}{end}"
    # Only the body's own word loses its genitive: "Ådalens IT-nämnd" keeps the place's.
    return _GENITIVE.sub(lambda m: "" if _STEM.search(_word(m)) else m[0], name)


def _word(genitive: "re.Match[str]") -> str:
    return genitive.string[: genitive.start()].rsplit(maxsplit=1)[-1]
