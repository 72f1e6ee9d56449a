"""Whose board or council a case's document is, where it says so; nothing is guessed."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

IN_THE_HEAD: Final = "Kommunen nämns överst i handlingen."
FROM_SIGNATURE: Final = "Organet är taget ur paragrafens beteckning."
_BOARD: Final = re.compile(
    r"(?i)(?<![\wåäö])(?P<board>kommunstyrelsen?|stadsstyrelsen)(?=s?(?![\wåäö]))"
    r"|(?<![\wåäö])(?P<council>(?:kommun|stads)fullmäktige)(?=s?(?![\wåäö]))"
)
_SIGN: Final = re.compile(r"\b(?:(?P<board>KS)|(?P<council>KF))\s*§")
_OWN: Final = re.compile(
    r"(?i)(?:kommunstyrelsen?|kommunfullmäktige|utskottet|nämnden"
    r"|förvaltningen)\s+(?:i|för)"
    r"\s+(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ -]+?)(?:\s+kommun|\s+stad)?(?=[,.\n]|$|\s+\d"
    r"|\s+den\b)"
)
# What an answer is signed with: "För Åby kommun".
_FOR_ONE: Final = re.compile(r"För\s+[A-ZÅÄÖ][\wåäö -]{2,40}\s+kommun\W*")
_NOT_SENDER: Final = re.compile(
    r"(?i)\b(?:till|mellan|kommunerna|adress|mottagare|c/o)\b"
)
_UTSKOTT: Final = re.compile(r"(?i)\w*utskott|beredning|förvaltning|kontor|ordförande")
_KINDS: Final = {"board": BodyKind.BOARD, "council": BodyKind.COUNCIL}


class Sender(NamedTuple):
    """A municipality that a document names as its own, and the words."""

    name: str
    piece: Piece
    certainty: Certainty
    reason: str = ""


def sender_of(portion: Portion, head: Iterable[Piece]) -> Sender | None:
    """Return the municipality whose document it is, where its head or margin says so.

    Two that are named alike say nothing of whose it is.
    """
    lines = [*head, *_margins(portion)]
    for line in lines:
        own = _OWN.search(line.text)
        name = known_name(own["name"]) if own else None
        if own and name:
            return Sender(name, line.group(own, "name").strip(), Certainty.CERTAIN)
    alone = [(name, line) for line in lines if (name := known_name(line.text))]
    if alone and len({name for name, _ in alone}) == 1:
        return Sender(*alone[0], Certainty.CERTAIN)
    named = [
        (name, piece)
        for line in lines
        if not _NOT_SENDER.search(line.text)
        for piece, name in municipalities_in(line)
        if re.search(r"(?i)\b(?:kommun|stad)\b", piece.text)
    ]
    if len({name for name, _ in named}) == 1:
        name, piece = named[0]
        if any(line.start == piece.start for line in lines):
            return Sender(name, piece, Certainty.CERTAIN)
        return Sender(name, piece, Certainty.PROBABLE, IN_THE_HEAD)
    return None


def _margins(portion: Portion) -> list[Piece]:
    aside = portion.source.document.aside
    return [line for block in aside for line in portion.piece(block).split(r"[\n\t]")]


class Decider(NamedTuple):
    """The kind of body that decided, and the words that say so."""

    kind: BodyKind
    piece: Piece
    is_short: bool = False


def decider_in(pieces: Iterable[Piece]) -> Decider | None:
    """Return the board or council that pieces name first, its committees left out."""
    for piece in pieces:
        for match in _BOARD.finditer(piece.text):
            if not _UTSKOTT.match(piece.text[match.end() :].lstrip("s ")):
                kind = _KINDS[match.lastgroup or "board"]
                return Decider(kind, piece.group(match))
        short = _SIGN.search(piece.text)
        if short:
            kind = _KINDS[short.lastgroup or "board"]
            return Decider(kind, piece.group(short), is_short=True)
    return None


def board_of(
    decider: Decider | None, sender: Sender | None, gathering: Gathering
) -> Value | None:
    """Return the key of the board that decided; None where no municipality is said."""
    if decider is None or sender is None:
        return None
    municipality = gathering.municipality(sender.piece, sender.name)
    if municipality is None:
        return None
    if sender.reason:
        municipality = municipality.doubted(sender.certainty, sender.reason)
    body = "Kommunstyrelsen" if decider.kind is BodyKind.BOARD else "Kommunfullmäktige"
    key = gathering.body(
        decider.kind, decider.piece, f"{body} i {sender.name}", municipality
    ).also(municipality.as_value(None))
    said = Value(key.value, (*key.quotes,), municipality.certainty, municipality.reason)
    return (
        said.doubted(Certainty.PROBABLE, FROM_SIGNATURE) if decider.is_short else said
    )


def answering(
    portion: Portion, lines: Sequence[Piece], at: int, gathering: Gathering
) -> Value | None:
    """Return whose answer it is, by what stands above its title or else by its end."""
    sender = sender_of(portion, lines[: at + 1])
    if sender is None:
        ends = (line for line in lines[at:] if _FOR_ONE.fullmatch(line.text))
        named = [town for line in ends for town in municipalities_in(line)]
        return gathering.municipality(*named[0]) if len(named) == 1 else None
    municipality = gathering.municipality(sender.piece, sender.name)
    if municipality and sender.reason:
        return municipality.doubted(sender.certainty, sender.reason)
    return municipality
