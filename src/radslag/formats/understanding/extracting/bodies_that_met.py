"""Bodies that a report only says have met, or how the cooperation is organised."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.sentences import sentences_of

BY_WORD: Final = "Organets slag är taget ur vad det kallas."
_HAS_MET: Final = re.compile(
    r"(?i)\bhar\s+(?:under\s+året\s+)?(?:träffats|mötts|sammanträtt|samlats"
    r"|haft\s+\w+\s+möten)"
)
_ORGANISED: Final = re.compile(
    r"(?i)\borganis(?:ation|era)|\bstyr(?:s|ning)\b|\bleds\b|\bledning\b|\bvåra\s+organ\b"
    r"|\borgan(?:en)?\b|\bvilka\s+vi\s+är\b|\bvem\s+(?:gör|är)\s+vad\b|\broller\b"
)
# "Ledningsgruppen", alone or before what is said of it: "Rådet – sex ledamöter".
_DESCRIBED: Final = re.compile(r"\s*(?:$|[:–—-]\s|\n)")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the bodies that sentences begin with and say have met, and those listed."""
    for body in (*_have_met(portion), *_organised(portion)):
        key = gathering.body(body.kind, body.piece, body.name)
        found = gathering.get("bodies", str(key.value))
        if found and body.is_weak and found.values["kind"].quotes == key.quotes:
            kind = found.values["kind"]
            found.values["kind"] = kind.doubted(Certainty.PROBABLE, BY_WORD)


def _have_met(portion: Portion) -> Iterator[NamedBody]:
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            body = next(bodies_in(sentence), None)
            begins = body is not None and body.piece.start == sentence.start
            if body and begins and _HAS_MET.search(sentence.text):
                yield body


def _organised(portion: Portion) -> Iterator[NamedBody]:
    """Give the bodies that lines begin with, under a heading of how it is organised."""
    is_below, level = False, 0
    for block in portion.blocks:
        if isinstance(block, Table):
            continue
        piece = portion.piece(block)
        described = _described(piece) if is_below else None
        if isinstance(block, Heading) and not (described or block.level > level > 0):
            is_below = _ORGANISED.search(block.text) is not None
            level = block.level if is_below else 0
        elif described:
            yield described


def _described(piece: Piece) -> NamedBody | None:
    """Return the body that a line begins with, where the rest only describes it."""
    body = next(bodies_in(piece), None)
    if body is None or body.piece.start != piece.strip().start:
        return None
    after = piece.text[body.piece.end - piece.start :]
    return body if _DESCRIBED.match(after) else None
