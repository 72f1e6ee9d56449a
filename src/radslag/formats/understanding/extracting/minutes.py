"""Minutes, as notes or as a protocol: the meeting, who was there, what became of it."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus, MinutesKind
from radslag.formats.understanding.extracting.meeting_parts.agenda import (
    Columns,
    columns_of,
    decision_of,
)
from radslag.formats.understanding.extracting.meeting_parts.attendance import (
    add_attendance,
)
from radslag.formats.understanding.extracting.meeting_parts.decisions import (
    add_decisions,
    decided_in_column,
    told_by,
)
from radslag.formats.understanding.extracting.meeting_parts.header import (
    add_meeting,
    read_head,
)
from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    add_item,
    add_kind_of_text,
    add_text,
)
from radslag.formats.understanding.extracting.meeting_parts.items import (
    Item,
    cut_items,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import parted
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    lines_of,
    margins_of,
    unglued,
)
from radslag.formats.understanding.extracting.meeting_parts.next_meetings import (
    add_next_meetings,
)
from radslag.formats.understanding.extracting.meeting_parts.postponing import (
    add_postponed_to,
)
from radslag.formats.understanding.extracting.meeting_parts.signing import (
    add_chosen,
    add_minutes,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion

AS_RECORDED: Final = "Att mötet har hållits följer av att handlingen är förd vid det."
_KINDS: Final = (
    (MinutesKind.NOTES, re.compile(r"(?i)\b(?:minnes|mötes)?anteckning\w*")),
    (MinutesKind.PROTOCOL, re.compile(r"(?i)\b\w*protokoll\b")),
)
_TITLE_LINES: Final = 10


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what minutes tell into the gathering."""
    cut = cut_items(lines_of(portion))
    cut = cut._replace(head=unglued(parted(cut.head)), tail=unglued(cut.tail))
    kind = _kind([*cut.head[:_TITLE_LINES], *margins_of(portion)])
    columns = columns_of(lines_of(portion))
    head = read_head(portion, cut.head)
    meeting = add_meeting(head, _status(portion, cut.head, kind), portion, gathering)
    planned = add_next_meetings(cut.items, head, gathering)
    numbers = [item.number for item in cut.items]
    add_attendance(cut.head, meeting, numbers, gathering)
    minutes = add_minutes(kind, cut, meeting, gathering)
    for item in cut.items:
        decisions = _add_told(item, columns, meeting, gathering)
        add_postponed_to(decisions, meeting, planned, gathering)
        texts = [item.title, *(line.piece for line in item.lines)]
        add_chosen(item.title, texts, minutes, gathering)


def _add_told(
    item: Item, columns: Columns, meeting: Found, gathering: Gathering
) -> list[Found]:
    found = add_item(item, meeting, gathering)
    told = told_by(item.lines)
    told.decisions += decided_in_column(decision_of(item, columns))
    decisions = add_decisions(found, told, gathering)
    add_kind_of_text(found, told.text, decisions, has_heading=told.has_heading)
    add_text(found, [*told.text, *told.proposed])
    return decisions


def _kind(head: list[Line]) -> Value | None:
    for line in head:
        for kind, pattern in _KINDS:
            words = line.piece.find(pattern)
            if words:
                return words.value(kind.value)
    return None


def _status(portion: Portion, head: list[Line], kind: Value | None) -> Value | None:
    if kind is not None:
        return kind.as_value(MeetingStatus.HELD.value)
    if not head:
        return None
    title = head[0].piece
    return title.value(MeetingStatus.HELD.value, Certainty.PROBABLE, AS_RECORDED)
