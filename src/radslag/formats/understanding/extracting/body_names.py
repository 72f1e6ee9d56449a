"""What the leading body is called in full, where the text only says "Nämnden"."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import BodyKind
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.meeting_parts.bodies import body_in
from radslag.formats.understanding.extracting.meeting_parts.lines import margins_of
from radslag.formats.understanding.gathering import ONE_OF_EACH, Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

_TOP: Final = 10
_LONGEST: Final = 160
_SHORT: Final = re.compile(
    r"(?i)(?:den\s+)?(?P<word>nämnd|råd|styrelse|kommitté|direktion|styrgrupp)"
    r"(?:e?n|et)?"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Give the committee the name that the document's head has for it."""
    found = gathering.get("bodies", ONE_OF_EACH[BodyKind.COMMITTEE])
    short = _SHORT.fullmatch(str(found["name"])) if found else None
    if found is None or short is None:
        return
    for piece in _head(portion):
        body = body_in(piece)
        is_fuller = body and short["word"].lower() in body.name.lower()
        if body and is_fuller and len(body.name) > len(str(found["name"])):
            found.values["name"] = body.piece.value(body.name)
            return


def _head(portion: Portion) -> Iterator[Piece]:
    for block in portion.blocks[:_TOP]:
        if isinstance(block, Table):
            yield from (
                portion.source.piece(cell) for row in block.rows[:2] for cell in row
            )
        elif len(block.text) <= _LONGEST:
            yield portion.piece(block)
    yield from (line.piece for line in margins_of(portion))
