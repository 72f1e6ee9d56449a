"""What kind of meeting it is: an ordinary one, an extra one, one of planning."""

import re
from typing import Final, TypeAlias

from radslag.agreement.vocabulary import MeetingKind, Word
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.model import Value

Kinds: TypeAlias = tuple[tuple[Word, "re.Pattern[str]"], ...]
_KINDS: Final = (
    (MeetingKind.EXTRA, re.compile(r"(?i)\bextra(?:insatt)?\b(?:[- ]|\w*möte)")),
    (
        MeetingKind.PLANNING_CONFERENCE,
        re.compile(r"(?i)\bplanerings(?:konferens|dag|internat|möte)\w*"),
    ),
    (MeetingKind.ORDINARY, re.compile(r"(?i)\bordinarie (?:möte|sammanträde)")),
)


def kind_of_meeting(lines: list[Line]) -> Value | None:
    """Return whether lines call a meeting extra, ordinary or one of planning."""
    return first_said(lines, _KINDS)


def first_said(lines: list[Line], kinds: Kinds) -> Value | None:
    """Return the first kind that a line says, the kinds being tried in their order."""
    for line in lines:
        for kind, pattern in kinds:
            words = line.piece.find(pattern)
            if words:
                return words.value(kind.value)
    return None
