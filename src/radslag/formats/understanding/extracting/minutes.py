"""Minutes, as notes or as a protocol: the meeting, who was there, what became of it."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus, MinutesKind
from radslag.formats.understanding.extracting.conferences import add_of_item
from radslag.formats.understanding.extracting.meeting_parts.addresses import (
    add_addresses,
)
from radslag.formats.understanding.extracting.meeting_parts.adopting import (
    add_adopted,
    add_presented,
)
from radslag.formats.understanding.extracting.meeting_parts.annexed_dissents import (
    add_annexed_dissents,
)
from radslag.formats.understanding.extracting.meeting_parts.attendance import (
    add_attendance,
)
from radslag.formats.understanding.extracting.meeting_parts.came_to_items import (
    add_who_came,
)
from radslag.formats.understanding.extracting.meeting_parts.decision_records import (
    add_decisions,
)
from radslag.formats.understanding.extracting.meeting_parts.decisions import (
    tell_row,
    told_by,
)
from radslag.formats.understanding.extracting.meeting_parts.earlier_meetings import (
    add_earlier_meetings,
)
from radslag.formats.understanding.extracting.meeting_parts.elections import (
    add_elected,
)
from radslag.formats.understanding.extracting.meeting_parts.fees_decided import (
    add_fees,
)
from radslag.formats.understanding.extracting.meeting_parts.header import (
    Head,
    add_meeting,
    read_head,
)
from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    add_item,
    add_kind_of_text,
    add_text,
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.items import cut_items
from radslag.formats.understanding.extracting.meeting_parts.labels import parted
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    lines_of,
    margins_of,
    unglued,
)
from radslag.formats.understanding.extracting.meeting_parts.logs import (
    Logged,
    above_log,
    add_logged,
    logged_meetings,
)
from radslag.formats.understanding.extracting.meeting_parts.meeting_kinds import (
    first_said,
)
from radslag.formats.understanding.extracting.meeting_parts.next_meetings import (
    add_next_meetings,
)
from radslag.formats.understanding.extracting.meeting_parts.offices_told import (
    add_offices,
)
from radslag.formats.understanding.extracting.meeting_parts.officials import (
    as_of_officials,
)
from radslag.formats.understanding.extracting.meeting_parts.papers_as_files import (
    add_files,
)
from radslag.formats.understanding.extracting.meeting_parts.papers_below import (
    add_papers_below,
)
from radslag.formats.understanding.extracting.meeting_parts.postponing import (
    add_postponed_to,
)
from radslag.formats.understanding.extracting.meeting_parts.referred import (
    add_referred,
)
from radslag.formats.understanding.extracting.meeting_parts.signing import (
    add_chosen,
    add_minutes,
)
from radslag.formats.understanding.extracting.meeting_parts.told_attendance import (
    add_sender,
    add_told_attendance,
)
from radslag.formats.understanding.extracting.meeting_parts.towns import name_towns
from radslag.formats.understanding.extracting.meeting_parts.when_alone import (
    when_apart,
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
    lines = lines_of(portion)
    logged = logged_meetings(lines, portion.year)
    if logged:
        _extract_log(logged, read_head(portion, above_log(lines)), portion, gathering)
        return
    cut = cut_items(lines)
    cut = cut._replace(
        head=when_apart(unglued(parted(cut.head))), tail=unglued(cut.tail)
    )
    kind = first_said([*cut.head[:_TITLE_LINES], *margins_of(portion)], _KINDS)
    head = _head(portion, cut.head)
    meeting = add_meeting(head, _status(portion, cut.head, kind), portion, gathering)
    beside = [*cut.head, *cut.tail]
    name_towns([line.piece for line in cut.head], gathering)
    planned = add_next_meetings(cut.items, head, gathering, beside)
    titles = {item.number: item.title.text for item in cut.items}
    add_attendance(cut.head, meeting, titles, gathering)
    add_told_attendance(beside, meeting, gathering)
    minutes = add_minutes(kind, cut, meeting, gathering)
    add_offices(kind, meeting, gathering)
    add_sender(beside, minutes, gathering)
    for line in beside:
        add_referred(line.piece.part(0, 0), [line.piece], gathering)
    told = []
    for item in cut.items:
        decisions = _add_told(item, meeting, gathering)
        told.append((item, decisions))
        add_postponed_to(decisions, meeting, planned, gathering)
        texts = [item.title, *(line.piece for line in item.lines)]
        add_chosen(item.title, texts, minutes, gathering)
        add_of_item(item.title, texts[1:], meeting["held_on"], gathering)
    add_fees(portion, told, meeting, gathering)
    add_earlier_meetings(cut.items, head, gathering, beside)
    _add_of_whole(lines, cut.tail, meeting, gathering)


def _add_of_whole(
    lines: list[Line], below: list[Line], meeting: Found, gathering: Gathering
) -> None:
    """Add what is told of no item: what stands below them all, and addresses."""
    add_annexed_dissents(below, meeting, gathering)
    add_addresses(lines, gathering)


def _head(portion: Portion, lines: list[Line]) -> Head:
    head = read_head(portion, lines)
    head.body = as_of_officials(head.body, lines)
    return head


def _extract_log(
    logged: list[Logged], head: Head, portion: Portion, gathering: Gathering
) -> None:
    """Put the meetings of a log of decisions into the gathering with their items."""
    name_towns([line.piece for line in above_log(lines_of(portion))], gathering)
    held = [add_logged(each, head, portion, gathering) for each in logged]
    for each, meeting in zip(logged, held, strict=True):
        own = Head(body=head.body, day=each.day)
        planned = [*held, *add_next_meetings(each.items, own, gathering)]
        later = [m for m in planned if m["held_on"] > each.day.day]
        for item in each.items:
            decisions = _add_told(item, meeting, gathering)
            add_postponed_to(decisions, meeting, later, gathering)


def _add_told(item: Item, meeting: Found, gathering: Gathering) -> list[Found]:
    found = add_item(item, meeting, gathering)
    told = told_by(item.lines)
    tell_row(item, told)
    decisions = add_decisions(found, told, gathering)
    add_kind_of_text(found, told.text, decisions, has_heading=told.has_heading)
    add_files(item, found, meeting, gathering)
    add_who_came(item, meeting, gathering)
    add_text(found, [*told.text, *told.proposed, *told.remarks])
    add_papers_below(item, found, meeting, gathering)
    texts = [line.piece for line in item.lines]
    for decided, decision in zip(told.decisions, decisions, strict=True):
        add_adopted(item.title, decision, decided.piece, meeting, gathering)
        add_elected(item.title, decided.piece, texts, meeting, gathering)
    add_presented(item.title, texts, meeting, gathering)
    add_referred(item.title, texts, gathering, meeting["held_on"])
    return decisions


def _status(portion: Portion, head: list[Line], kind: Value | None) -> Value | None:
    if kind is not None:
        return kind.as_value(MeetingStatus.HELD.value)
    if not head:
        return None
    title = head[0].piece
    return title.value(MeetingStatus.HELD.value, Certainty.PROBABLE, AS_RECORDED)
