"""Notices of meetings: the meeting that is called, and its agenda with papers."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus
from radslag.formats.understanding.extracting.meeting_parts.agenda import (
    Columns,
    add_papers,
    columns_of,
    presenter_of,
    texts_of,
)
from radslag.formats.understanding.extracting.meeting_parts.header import (
    Head,
    add_meeting,
    dated,
    read_head,
)
from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    add_item,
    add_text,
)
from radslag.formats.understanding.extracting.meeting_parts.items import (
    Item,
    cut_items,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    Label,
    label_of,
    parted,
    values_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    lines_of,
    unglued,
)
from radslag.formats.understanding.extracting.meeting_parts.next_meetings import (
    add_next_meetings,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.wording.days import days_in

BESIDE_TITLE: Final = (
    "Dagen står ensam vid rubriken eller underskriften och är tagen som utskickets."
)
_NOTICE: Final = re.compile(
    r"(?i)\b(?:kallelse\w*|kallas|inbjud\w+|dagordning\w*|föredragningslista\w*|agenda)"
)
_SENT: Final = re.compile(r"(?i)\b(?:utsänd|utskickad|skickad|sänd|daterad)\w*\b")
_TITLE_LINES: Final = 6


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what a notice tells into the gathering."""
    cut = cut_items(lines_of(portion), prefer_last=False)
    above, below = unglued(parted(cut.head)), unglued(cut.tail)
    head = read_head(portion, above)
    meeting = add_meeting(head, _status(above), portion, gathering)
    add_next_meetings(cut.items, head, gathering)
    _add_notice(above + below, head, meeting, gathering)
    columns = columns_of(lines_of(portion))
    for item in cut.items:
        _add_item(item, columns, meeting, gathering)


def _status(head: list[Line]) -> Value | None:
    for line in head:
        words = line.piece.find(_NOTICE)
        if words:
            return words.value(MeetingStatus.CALLED.value)
    return None


def _add_notice(
    lines: list[Line], head: Head, meeting: Found, gathering: Gathering
) -> None:
    sent_on = _sent_on(lines, head)
    called = next(values_of(lines, Label.CALLED), None)
    if sent_on is None and called is None:
        return
    of = sent_on.value.isoformat() if sent_on else "kallelse"
    said = sent_on or meeting.values.get("status") or meeting.values.get("held_on")
    gathering.add(
        "meeting_notices",
        f"{meeting.key}-{of}",
        {
            "meeting": said and said.as_value(meeting.key),
            "sent_on": sent_on,
            "recipients": called.value() if called else None,
        },
    )


def _sent_on(lines: list[Line], head: Head) -> Value | None:
    year = head.day.day.year if head.day else None
    for piece in values_of(lines, Label.SENT_ON):
        for day in days_in(piece, year):
            return dated(day)
    for line in lines:
        if _SENT.search(line.text) and (days := list(days_in(line.piece, year))):
            return dated(days[0])
    return _beside_title(lines, head)


def _beside_title(lines: list[Line], head: Head) -> Value | None:
    """Return a day that stands alone at the top or the end, before the meeting's."""
    for line in (*lines[:_TITLE_LINES], *lines[-_TITLE_LINES:]):
        found = label_of(line)
        if found and found.label is not Label.CALLED:
            continue
        for day in days_in(line.piece):
            if head.day and day.day < head.day.day:
                return dated(day).doubted(Certainty.PROBABLE, BESIDE_TITLE)
    return None


def _add_item(
    item: Item, columns: Columns, meeting: Found, gathering: Gathering
) -> None:
    found = add_item(item, meeting, gathering)
    add_text(found, texts_of(item))
    presenter = presenter_of(item, columns)
    if presenter and not item.lines:
        words = f"Föredragande: {' '.join(presenter.text.split())}"
        found.values["text"] = presenter.value(words)
    add_papers(item, found, meeting, columns, gathering)
