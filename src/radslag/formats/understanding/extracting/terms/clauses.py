"""What terms are read from: sentences, and the term that is put together of them.

A term's value may be said in several sentences; it keeps the words of all of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeAlias

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.extracting.terms.own_words import OwnWords
from radslag.formats.understanding.gathering import Gathering, certain
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.sentences import sentences_of

_BODIES: Final = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)
_GROUPS: Final = (*_BODIES, BodyKind.NETWORK, BodyKind.WORKING_GROUP)
_ONE: Final = re.compile(r"(?i)\b(?:en|ett)\s+(?:[a-zåäö]+\s+)?$")
_OF_IT: Final = re.compile(
    r"(?i)^(?:i\s+)?(?:denna|den|detta|det|gruppen|där(?:i|\s+ingår)|här)\b"
)
NO_OWN_WORDS: Final = OwnWords()
# "Till stöd för styrelsen finns en grupp" speaks of the group.
_SUPPORTED: Final = re.compile(r"(?i)\btill\s+stöd\s+(?:för|åt)\s+$")
_THE_GROUP: Final = re.compile(r"(?i)gruppen\s+[a-zåäö]")
_BOARD: Final = re.compile(
    r"(?i)^(?:respektive\s+|varje\s+kommuns\s+)?kommunstyrelsen\s"
)


@dataclass(frozen=True)
class Clause:
    """A sentence of the agreement, its paragraph, and the body it speaks of."""

    piece: Piece
    paragraph: Value | None = None
    heading: str = ""
    body: BodyKind = BodyKind.COMMITTEE
    # What is spoken of where it is the municipality's own board that does something.
    around: BodyKind = BodyKind.COMMITTEE

    @property
    def text(self) -> str:
        """The sentence."""
        return self.piece.text

    def has(self, pattern: str) -> "re.Match[str] | None":
        """Return where a pattern fits, whatever the letters' case."""
        return re.search(pattern, self.text, re.IGNORECASE | re.DOTALL)

    def is_about(self, pattern: str) -> bool:
        """Tell whether the sentence or its paragraph's heading fits a pattern."""
        return bool(
            self.has(pattern) or re.search(pattern, self.heading, re.IGNORECASE)
        )


@dataclass
class Term:
    """A term being put together: its value key by key, and the words for each."""

    kind: str
    clause: Clause
    value: dict[str, Any] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    certainty: Certainty = Certainty.CERTAIN
    reasons: list[str] = field(default_factory=list)

    def say(self, name: str, said: Any, piece: Piece | None = None) -> None:  # noqa: ANN401 - values of every kind.
        """Add a key of the value, and the words that say it."""
        self.value.setdefault(name, said)
        self.quote(piece or self.clause.piece)

    def quote(self, piece: Piece) -> None:
        """Add words that the value comes from."""
        if not any(each == piece for each in self.pieces):
            self.pieces.append(piece)

    def doubt(self, reason: str, certainty: Certainty = Certainty.PROBABLE) -> None:
        """Make the value less certain, and say why."""
        if certainty is not Certainty.PROBABLE or self.certainty is Certainty.CERTAIN:
            self.certainty = certainty
        self.reasons.append(reason)

    @property
    def whole_value(self) -> Value:
        """The value with the words of all its parts, as sure as the least sure one."""
        parts = [piece.value() for piece in self.pieces or [self.clause.piece]]
        said = certain(self.value, *parts)
        for part in parts:
            if part.reason:
                said = said.doubted(part.certainty, part.reason)
        for reason in self.reasons:
            said = said.doubted(self.certainty, reason)
        return said


@dataclass(frozen=True)
class Said:
    """All that an agreement says, sentence by sentence."""

    clauses: tuple[Clause, ...]
    gathering: Gathering
    host: Value | None = None
    own: OwnWords = NO_OWN_WORDS

    def with_(self, pattern: str) -> Iterator[Clause]:
        """Give the sentences that a pattern fits."""
        return (clause for clause in self.clauses if clause.has(pattern))

    def beside(self, clause: Clause) -> list[Clause]:
        """Return the sentences of the same paragraph, the sentence itself first."""
        same = [c for c in self.clauses if c.paragraph is clause.paragraph]
        return [clause, *(each for each in same if each is not clause)]

    def municipality(self, words: str, clause: Clause) -> Value | None:
        """Return the municipality that words of a sentence name, or mean by host."""
        if "värdkommun" in words.casefold():
            return self.host
        named = municipalities_in(clause.piece)
        spoken = [(piece, name) for piece, name in named if piece.text in words]
        return self.gathering.municipality(*spoken[0]) if spoken else None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(clause): at for at, clause in enumerate(self.clauses)}

    def before(self, clause: Clause) -> Clause | None:
        """Return the sentence before in the same paragraph."""
        at = self._places[id(clause)] - 1
        earlier = self.clauses[at] if at >= 0 else None
        return earlier if earlier and earlier.paragraph is clause.paragraph else None

    def after(self, clause: Clause) -> Clause | None:
        """Return the next sentence of the same paragraph."""
        at = self._places[id(clause)] + 1
        later = self.clauses[at] if at < len(self.clauses) else None
        return later if later and later.paragraph is clause.paragraph else None


Reader: TypeAlias = Callable[[Said], Iterable[Term]]


def clauses_of(
    pieces: Iterable[Piece],
    paragraph: Value | None = None,
    heading: Piece | None = None,
    own: OwnWords = NO_OWN_WORDS,
) -> Iterator[Clause]:
    """Give the sentences under one heading, each with the body it speaks of.

    A sentence that names none speaks of the body that was named last, or in the
    heading.
    """
    title = heading.text if heading else ""
    body = _body_in(heading, None, own) if heading else None
    introduced: BodyKind | None = None
    for piece in pieces:
        for sentence in sentences_of(piece):
            before = introduced if _OF_IT.match(sentence.text) else body
            before = before or body
            # "Gruppen bereder styrgruppens ärenden" speaks of the group before.
            is_of_group = _THE_GROUP.match(sentence.text) and before in _BODIES
            body = before if is_of_group else _body_in(sentence, before, own)
            introduced = _introduced(sentence, own)
            around = body or BodyKind.COMMITTEE
            is_board = _BOARD.match(sentence.text) is not None
            kind = BodyKind.BOARD if is_board else around
            yield Clause(sentence, paragraph, title, kind, around)


def _introduced(sentence: Piece, own: OwnWords) -> BodyKind | None:
    """Return the body that a sentence tells that there is: "… bereds av en grupp"."""
    named = [*own.in_(sentence), *bodies_in(sentence)]
    for body in named:
        before = sentence.part(0, body.piece.start - sentence.start).text
        if body.kind in _GROUPS and _ONE.search(before):
            return body.kind
    return None


def _is_supported(body: Piece, sentence: Piece) -> bool:
    """Tell whether a body is only whom another is there for."""
    before = sentence.part(0, max(body.start - sentence.start, 0))
    return _SUPPORTED.search(before.text) is not None


def _body_in(piece: Piece, before: BodyKind | None, own: OwnWords) -> BodyKind | None:
    named = [body for body in bodies_in(piece) if body.kind in _GROUPS]
    strong = [*own.in_(piece), *(body for body in named if not body.is_weak)]
    strong = [body for body in strong if not _is_supported(body.piece, piece)]
    if strong:
        return min(strong, key=lambda body: body.piece.start).kind
    return before if before in _BODIES or not named else named[0].kind
