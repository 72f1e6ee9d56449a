"""The bodies that a programme tells of: who decided it, follows it and serves it."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.extracting.decided import decision_of
from radslag.formats.understanding.extracting.terms.own_words import own_words
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.sentences import sentences_of

OF_ITS_TASK: Final = "Att det är samverkans politiska organ följer av vad det gör."
_SERVES: Final = (BodyKind.MANAGEMENT_GROUP, BodyKind.SECRETARIAT)
_ANSWERS: Final = re.compile(
    r"(?i)^\s*(?:svarar|ansvarar|har\s+(?:det\s+)?(?:övergripande\s+)?ansvar\w*|är\s+ansvarig\w*"
    r"|äger|beslutar|fastställer|antar)\s+(?:för\s+|om\s+)?(?:att\s+)?"
    r"(?:programmet|strategin|genomförandet|uppföljningen|målen)\b"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the committee, the management group and the secretariat by their names."""
    sentences = [each for p in portion.pieces() for each in sentences_of(p)]
    for body in _deciding(portion):
        _add(body, gathering, is_sure=not body.is_weak)
    for body in own_words(sentences).bodies:
        _add(body, gathering)
    for sentence in sentences:
        for body in _told_of(sentence):
            _add(body, gathering, is_sure=body.kind in _SERVES)


def _deciding(portion: Portion) -> Iterator[NamedBody]:
    decided = decision_of(portion)
    for body in bodies_in(decided.line) if decided and decided.word else ():
        if body.kind is BodyKind.COMMITTEE:
            yield body


def _told_of(sentence: Piece) -> Iterator[NamedBody]:
    for body in bodies_in(sentence, all_words=True):
        after = sentence.text[body.piece.end - sentence.start :]
        is_definite = str(body.piece).endswith(("n", "t")) and not body.is_weak
        serves = body.kind in _SERVES and is_definite
        decides = body.kind is BodyKind.COMMITTEE and _ANSWERS.match(after)
        if serves or decides:
            yield body


def _add(body: NamedBody, gathering: Gathering, *, is_sure: bool = True) -> None:
    key = gathering.body(body.kind, body.piece, body.name)
    if not is_sure:
        found = gathering.get("bodies", str(key.value))
        kind = found.values["kind"] if found else None
        if found and kind and kind.quotes == key.quotes:
            found.values["kind"] = kind.doubted(Certainty.PROBABLE, OF_ITS_TASK)
