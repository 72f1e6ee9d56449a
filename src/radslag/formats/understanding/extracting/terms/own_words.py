"""What an agreement itself calls its bodies: "leds av ett forum", "bereds av …".

A body is known by what the agreement lets it do, whatever word it has for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in

# One word that can be a body's, and a name or whose it is before it.
_NOUN: Final = (
    r"(?:[a-zåäö-]*(?:råd|samråd|grupp|nämnd|forum|delegation|kollegium|utskott"
    r"|styrelse|presidium|beredning|konvent|kommitté|parlament|allians|arena))"
)
# "ett gemensamt organ, Skärgårdsrådet": the body is named after what it is.
_SORT: Final = (
    r"(?:ett\s+(?:[a-zåäö]+\s+){0,2}(?:[a-zåäö]*organ|forum)"
    r"(?:,?\s+(?:som\s+)?(?:kallat|kallas|benämnt|benämns|heter|nämligen)\s+|,\s+))?"
)
_NAMED: Final = (
    rf"{_SORT}(?:(?:en|ett|den|det|av)\s+)?(?:(?:gemensam\w*|politisk\w*|särskil\w*|så\s+kallad\w*"
    r"|strategisk\w*)\s+)*[”\"»]?(?P<name>(?:(?-i:[A-ZÅÄÖ])[\wåäö-]*\s+)?"
    rf"{_NOUN}(?:en|et|n|t)?)\b"
)
_SELF: Final = r"(?:samverkan|samarbetet|verksamheten|organisationen|förbundet)"
_HIGHEST: Final = (
    r"(?:(?:högsta|politiskt?|politiska)\s+)*(?:beslutande|styrande|beslutsfattande"
    r"|politiska|ledande)\s+(?:organ(?:et)?|instans(?:en)?|ledning(?:en)?)"
)
_MATTERS: Final = (
    r"(?:ärenden(?:a)?|frågor(?:na)?|förslag(?:en)?|möten(?:a)?|beslut(?:en)?)"
)
_MEANT: Final = (
    (
        BodyKind.COMMITTEE,
        rf"\b{_SELF}\s+(?:leds|styrs|företräds)\s+(?:politiskt\s+)?av\s+{_NAMED}",
    ),
    (
        BodyKind.COMMITTEE,
        rf"\b{_HIGHEST}(?:\s+(?:för|i|inom)\s+\w+)?\s+(?:är|utgörs\s+av|heter|kallas"
        rf"|benämns|ska\s+vara)\s+{_NAMED}",
    ),
    (BodyKind.COMMITTEE, rf"^{_NAMED}\s+är\s+[^.]{{0,40}}\b{_HIGHEST}"),
    # "För den politiska ledningen finns Åbygdens skolråd."
    (
        BodyKind.COMMITTEE,
        r"\bpolitiska\s+(?:ledning|styrning)(?:en)?\s+(?:\w+\s+){0,3}?"
        rf"(?:finns|svarar|utövas\s+av|inrättas)\s+{_NAMED}",
    ),
    # "Skolgruppen förbereder rådets ärenden": whose work is to do so.
    (
        BodyKind.MANAGEMENT_GROUP,
        rf"^(?=[a-zåäö]{{3,40}}grupp(?:en)?\s){_NAMED}\s+"
        rf"(?:förbereder|bereder)\s+(?:[a-zåäö]+\s+){{0,3}}?{_MATTERS}",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        rf"\b{_MATTERS}\s+(?:\w+\s+)?(?:bereds|förbereds|beredas|bereder)\s+"
        rf"(?:\w+\s+)?av\s+{_NAMED}",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        rf"\b(?:att\s+bereda|(?:för|till)\s+beredning\w*)\b[^.]*?\b(?:finns|inrättas|utses"
        rf"|har)\s+{_NAMED}",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        rf"\btill\s+stöd\s+för\s+[a-zåäö]+\s+(?:finns|inrättas|ska\s+finnas)\s+{_NAMED}",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        r"kommun(?:direktörer|chefer)(?:na)?\b[^.]{0,60}\b(?:bildar|utgör)\s+"
        rf"{_NAMED}",
    ),
    (
        BodyKind.MANAGEMENT_GROUP,
        rf"(?<![\w-]){_NAMED}\s+(?:som\s+)?(?:bestående|består|utgörs)\s+av\s+(?:[a-zåäö]+\s+){{0,2}}"
        r"kommun(?:direktör|chef)",
    ),
)
_ALIAS: Final = re.compile(
    r"(?i)(?:nedan|härefter|fortsättningsvis|i\s+det\s+följande|(?-i:\())\s*"
    r"(?:kalla[dts]|benämn[dts])?\s*[”\"»]?"
    rf"(?P<alias>{_NOUN}(?:en|et|n|t))\b"
)
_ENDED: Final = re.compile(r"(?:n|et|t)$")


@dataclass(frozen=True)
class OwnWords:
    """The bodies that an agreement defines, and how each is spoken of after that."""

    bodies: tuple[NamedBody, ...] = ()

    def in_(self, piece: Piece) -> Iterator[NamedBody]:
        """Give where a piece speaks of a body by the agreement's own word for it."""
        for body in self.bodies:
            if piece.start <= body.piece.start < piece.end:
                yield body
            for match in _spoken(body).finditer(piece.text):
                yield NamedBody(body.kind, piece.group(match))


def own_words(sentences: Iterable[Piece]) -> OwnWords:
    """Return the bodies that sentences define; words known anyhow are not taken."""
    taken: dict[tuple[BodyKind, str], NamedBody] = {}
    for sentence in sentences:
        for body in _defined(sentence):
            taken.setdefault((body.kind, body.name.casefold()), body)
    kinds: dict[str, BodyKind] = {}
    for kind, name in taken:
        # What is said to be both is neither.
        kinds[name] = kind if kinds.get(name, kind) is kind else BodyKind.BOARD
    return OwnWords(tuple(b for (k, n), b in taken.items() if kinds[n] is k))


def _defined(sentence: Piece) -> Iterator[NamedBody]:
    for kind, pattern in _MEANT:
        for match in re.finditer(pattern, sentence.text, re.IGNORECASE):
            name = sentence.group(match, "name")
            known = next(bodies_in(name), None)
            if known is None or known.is_weak:
                yield NamedBody(kind, name)
            if known is None or known.is_weak or known.kind is kind:
                alias = _ALIAS.search(sentence.text, match.end())
                if alias:
                    yield NamedBody(kind, sentence.group(alias, "alias"))


def _spoken(body: NamedBody) -> "re.Pattern[str]":
    """Return what fits a body's name: whole, or its last word in the definite form."""
    words = str(body.piece).split()
    last = re.escape(words[-1])
    definite = last if _ENDED.search(words[-1]) else rf"{last}(?:e?[nt]|m?et)"
    whole = r"\s+".join(map(re.escape, words))
    named = rf"|{whole}" if len(words) > 1 else ""
    return re.compile(rf"(?i)(?<![\w-])(?:{definite}{named})s?(?![\w-])")
