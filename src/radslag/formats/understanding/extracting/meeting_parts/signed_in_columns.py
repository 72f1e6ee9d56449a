"""Signatures side by side: what each is of stands over its name, in one cell."""

import re
from collections.abc import Iterable
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.attendees import Attendee
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    CLOSING,
    Label,
    Labelled,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.wording.days import day_in

_VERIFIED: Final = re.compile(r"(?i)(?:protokollet )?juster(?:at|ad|ades)")
_CHAIR: Final = re.compile(r"(?i)(?:mötes)?ordförande$")
_FEWEST: Final = 2


def signatures_apart(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, a row of signatures cut into the lines of its cells."""
    return [part for line in lines for part in _apart(line)]


def _apart(line: Line) -> list[Line]:
    cells = [cell.split(r"\n") for cell in line.cells]
    is_signed = any(len(parts) == _FEWEST for parts in cells) and len(cells) > 1
    first = label_of(Line((cells[0][0],))) if is_signed else None
    if first is None or first.label not in CLOSING or first.cells:
        return [line]
    return [line._replace(cells=(p,), columns=(0,)) for parts in cells for p in parts]


def over_names(found: Labelled | None) -> Labelled | None:
    """Return a label; "Justerat den 2 maj 2031" has those who verified below it."""
    is_day = found is not None and found.label is Label.VERIFIED_ON
    if found is None or not (is_day and found.line.is_row and len(found.cells) == 1):
        return found
    if not _VERIFIED.match(found.name.text) or day_in(found.value) is None:
        return found
    return found._replace(label=Label.VERIFIER, cells=())


def is_chair(found: Labelled, each: Attendee) -> bool:
    """Tell whether who verifies is said to be the chair."""
    is_said = any(_CHAIR.match(role.text) for role in each.roles)
    return found.label is Label.VERIFIER and is_said
