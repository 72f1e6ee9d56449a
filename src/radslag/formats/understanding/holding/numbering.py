"""Chapter numbers that are used twice in one document."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Heading
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

_CHAPTER: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
# Minutes and lists number other things than chapters, and may begin again.
NUMBERED: Final = (
    DocumentKind.ANNUAL_PLAN,
    DocumentKind.PROGRAMME,
    DocumentKind.ANNUAL_REPORT,
    DocumentKind.AGREEMENT,
    DocumentKind.MINUTES,
)


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the numbers that two chapters of one document share."""
    for portion in together.portions:
        if portion.kind in NUMBERED:
            yield from _twice(portion)


def _twice(portion: Portion) -> Iterator[Contradiction]:
    by_number: dict[str, list[Piece]] = defaultdict(list)
    for block in portion.blocks:
        match = _CHAPTER.match(block.text) if isinstance(block, Heading) else None
        if match:
            by_number[match[1]].append(portion.piece(block))
    for number, pieces in by_number.items():
        if len(pieces) > 1:
            yield Contradiction(
                "numbering",
                f"Numret {number} står vid {len(pieces)} rubriker i samma handling.",
                tuple(piece.quote for piece in pieces),
            )
