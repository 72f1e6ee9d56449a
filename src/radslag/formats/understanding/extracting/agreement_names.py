"""What an agreement calls the cooperation, its deciding body and the others."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.federations import FEDERATION

FROM_COMMITTEE: Final = "Namnet är taget ur vad organet heter."
FROM_TITLE: Final = "Organet är taget ur avtalets rubrik."
_COUNCIL: Final = re.compile(
    r"(?i:\b(?:om|för|angående|rörande|avseende)\s+)([A-ZÅÄÖ][a-zåäöé-]{2,30}(?:rådet|nämnden"
    r"|kommittén|beredningen|delegationen))$"
)
_CALLED: Final = (
    r"(?:bär\s+namnet|(?:ska\s+|skall\s+)?benämns|(?:ska\s+|skall\s+)?benämnas"
    r"|(?:namn(?:et)?|firma)\s+(?:är|ska\s+vara|skall\s+vara)|(?:nedan|härefter"
    r"|fortsättningsvis)\s+"
    r"(?:kalla[dt]|benämn[td]|kallad)\s*|kallas|heter)\s+[”\"»]?"
    rf"(?P<name>(?-i:{FEDERATION})|(?-i:[A-ZÅÄÖ])[^.,;”\"»()\n]{{2,70}})"
)
_BODY: Final = r"\b(?:kommittén?|nämnden?|organet|styrgruppen?|rådet|direktionen)s?\b"
# "Plan- och skolgruppen": groups that a sentence on working groups names.
_GROUP: Final = re.compile(
    r"(?<=[\wåäö,:] )(?:[A-ZÅÄÖ][a-zåäö]+-\s(?:och|samt)\s[a-zåäö]+|[A-ZÅÄÖ][a-zåäö]+)"
    r"gruppen\b"
)
_NETWORK: Final = re.compile(r"(?<=[\wåäö,:] )[A-ZÅÄÖ][a-zåäö-]{2,40}nätverket\b")
_THERE_ARE: Final = r"\b(?:finns|inrättas|inrättar|är)\b"
# "Ådalens Vatten för förbundet", "… och har sitt säte i Sollefteå".
_NAME_ENDS: Final = re.compile(
    r"\s+(?:för|nedan|som|vilke\w|med\s+säte|och\s+(?:har|är|ska|skall|består))\s"
)
_SELF: Final = (
    r"\b(?:samverkan|samarbetet|samarbetsorganet|samverkansorganet|kommittén?|nämnden?"
    r"|organet|styrgruppen?|\w*förbundet|föreningen)s?\b"
)
_NAMED_IN_TITLE: Final = (
    r"(?i)(?:(?:samverkan|samarbete|samarbetet)\s+(?:i|inom|på|kring"
    r"|mellan\s+kommunerna\s+i)"
    r"|(?:samverkans|samarbets)avtal(?:\s+för|\s+om|\s+inom)?"
    r"|förbundsordning(?:\s+för)?(?:\s+kommunalförbundet)?)\s+"
    r"(?-i:(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s+[A-ZÅÄÖ][\wåäö-]+)?))\s*(?:\d{4}.*)?$"
)
_JOINT: Final = re.compile(r"(?i)\bgemensamm?a?\s+([a-zåäö]{3,}nämnd(?:en)?)\b")
# "Norra Bohusläns samverkansråd": a name of its own, and no word for such a body.
_OWN: Final = re.compile(
    r"(?!(?:Kommun|Part|Samverkan|Avtal|Region|Medlem|Råd|Nämnd)[a-zåäö]*s\s)"
    r"(?:[A-ZÅÄÖ][a-zåäö]+\s+)?[A-ZÅÄÖ][\wåäö-]+s\s+[a-zåäö]+(?:råd|nämnd|kommitté|direktion)$"
)
_FOR_OWNERS: Final = re.compile(
    r"^\w+\s+(?:för|i|inom)\s+([A-ZÅÄÖ][\wåäö-]+(?:\s+[A-ZÅÄÖ][\wåäö-]+)?)$"
)
_OWNERS: Final = re.compile(r"^([A-ZÅÄÖ][\wåäö-]+(?:a|na|n))s\s+\w+")


def name_all(title: Piece | None, said: Said, gathering: Gathering) -> None:
    """Record what the cooperation and its deciding body are called."""
    for clause in said.clauses:
        match = clause.has(_CALLED)
        if (
            match
            and clause.has(_SELF)
            and not clause.has(r"kommunerna\s+nedan|parterna$")
        ):
            whole = clause.piece.group(match, "name")
            name = next(iter(whole.split(_NAME_ENDS)), whole)
            if _name_body(name, clause, gathering):
                break
            if not re.search(r"(?i)^(?:part|kommun|avtal)", name.text):
                _name_cooperation(name, gathering)
                break
    _name_by_title(title, gathering)
    _name_bodies(said, gathering)
    _name_council_of_title(title, gathering)
    _name_groups(said, gathering)
    _name_networks(said, gathering)


def _name_body(name: Piece, clause: Clause, gathering: Gathering) -> bool:
    """Record a name that is the body's: "Nämndens namn är Åbygdens lönenämnd"."""
    named = [body for body in bodies_in(name) if body.kind is BodyKind.COMMITTEE]
    is_own = _OWN.match(name.text) and clause.has(rf"{_BODY}[^.]*{_CALLED}")
    if not named and not is_own:
        return False
    gathering.body(BodyKind.COMMITTEE, name)
    _name_by_owners(name, gathering)
    return True


def _name_by_owners(name: Piece, gathering: Gathering) -> None:
    """Take the cooperation's name out of its body's: "Dalkommunernas kommitté"."""
    owners = name.find(_OWNERS) or name.find(_FOR_OWNERS)
    found = gathering.cooperation()
    if owners and "name" not in found.values:
        said = owners.value(None, Certainty.PROBABLE, FROM_COMMITTEE)
        found.values["name"] = said


def _name_cooperation(name: Piece, gathering: Gathering) -> None:
    found = gathering.cooperation()
    if "name" not in found.values:
        words = " ".join(name.text.split())
        found.values["name"] = name.value(words.title() if words.isupper() else words)


def _name_by_title(title: Piece | None, gathering: Gathering) -> None:
    if title is None:
        return
    named = re.search(_NAMED_IN_TITLE, title.text)
    body = next(bodies_in(title), None)
    federation = title.find(rf"(?:{FEDERATION})")
    if federation:
        _name_cooperation(federation, gathering)
    elif named:
        _name_cooperation(title.group(named, "name"), gathering)
    elif body and body.kind is BodyKind.COMMITTEE and not body.is_weak:
        _name_by_owners(
            title.part(body.piece.start - title.start, len(title.text)), gathering
        )


def _name_council_of_title(title: Piece | None, gathering: Gathering) -> None:
    """Take "Överenskommelse om Sjörådet" for the body, where no other is named."""
    council = title.find(_COUNCIL) if title else None
    known = [body["kind"] for body in gathering.of("bodies")]
    if council and BodyKind.COMMITTEE.value not in known:
        key = gathering.body(BodyKind.COMMITTEE, council)
        found = gathering.get("bodies", str(key.value))
        if found:
            kind = found.values["kind"]
            found.values["kind"] = kind.doubted(Certainty.PROBABLE, FROM_TITLE)


def _name_groups(said: Said, gathering: Gathering) -> None:
    """Add the working groups that are named where there are said to be such."""
    for clause in said.clauses:
        if clause.is_about(r"\barbetsgrupp") and clause.has(_THERE_ARE):
            for name in clause.piece.find_all(_GROUP):
                if next(bodies_in(name), None) is None:
                    gathering.body(BodyKind.WORKING_GROUP, name)


def _name_networks(said: Said, gathering: Gathering) -> None:
    """Add the networks of a name of their own that there are said to be."""
    for clause in said.clauses:
        if clause.has(rf"{_THERE_ARE}|\barbetar\b"):
            for name in clause.piece.find_all(_NETWORK):
                gathering.body(BodyKind.NETWORK, name)


def _joint_boards(said: Said) -> Iterator[Piece]:
    """Give what a joint board is called by its task: "gemensam miljönämnd"."""
    for clause in said.clauses:
        yield from clause.piece.find_all(_JOINT)


def _name_bodies(said: Said, gathering: Gathering) -> None:
    """Add the bodies that are spoken of, rather "styrgruppen" than "en styrgrupp"."""
    wanted = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP, BodyKind.SECRETARIAT)
    named = [
        body
        for clause in said.clauses
        for body in bodies_in(clause.piece)
        if body.kind in wanted and not body.is_weak
    ]
    named += said.own.bodies
    named += [each for c in said.clauses for each in said.own.in_(c.piece)]
    joint = next(_joint_boards(said), None)
    if joint:
        words = joint.text.removesuffix("en")
        gathering.body(BodyKind.COMMITTEE, joint, f"{words.capitalize()}en")
    for body in sorted(
        named,
        key=lambda one: (not _OWN.match(one.name), not one.name.endswith(("n", "t"))),
    ):
        gathering.body(body.kind, body.piece, body.name)
