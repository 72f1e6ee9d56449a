"""A steering group of chief officials is theirs, and not the politicians'."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.extracting.meeting_parts.bodies import FoundBody
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.wording.names import NAME, is_name

OF_ITS_MEMBERS: Final = "De som möts är tjänstepersoner; därför är det deras grupp."
_MAY_BE_THEIRS: Final = re.compile(r"(?i)styrgrupp|samverkansgrupp|samarbetsgrupp")
_CHIEF: Final = re.compile(
    r"(?i)\b(?:bitr(?:ädande|\.)\s+|t\.?f\.?\s+)?(?:(?:kommun|stads|region|förvaltnings|social"
    r"|skol|teknisk|miljö)(?:direktör|chef)|(?:kultur|fritids|bygg|it|ekonomi|närings"
    r"|näringslivs|besöks|utvecklings)chef)\b"
)
_POLITICIAN: Final = re.compile(
    r"\((?:S|M|C|L|V|KD|MP|SD|FP)\)|(?i:\bkommunalråd|\boppositionsråd"
    r"|\bkommunstyrelsens?\s+(?:\d:[ae]\s+)?(?:vice\s+)?ordf|\bpolitiker|\bförtroendeval)"
)
_NAME: Final = re.compile(NAME)
_SEVERAL: Final = 2


def as_of_officials(body: FoundBody | None, lines: Sequence[Line]) -> FoundBody | None:
    """Return the body, a management group where only chief officials are listed."""
    if body is None or body.kind is not BodyKind.COMMITTEE:
        return body
    words = [line.text for line in lines]
    chiefs = sum(len(_CHIEF.findall(text)) for text in words)
    is_political = any(_POLITICIAN.search(text) for text in words)
    # Where most have no office, chiefs are there beside those whose group it is.
    are_most = 2 * chiefs >= len({name for text in words for name in _names(text)})
    may_be = are_most and not is_political and _MAY_BE_THEIRS.search(body.name)
    if chiefs < _SEVERAL or not may_be:
        return body
    return body._replace(
        kind=BodyKind.MANAGEMENT_GROUP,
        certainty=Certainty.PROBABLE,
        reason=OF_ITS_MEMBERS,
    )


def _names(text: str) -> Iterator[str]:
    return (found[0] for found in _NAME.finditer(text) if is_name(found[0]))
