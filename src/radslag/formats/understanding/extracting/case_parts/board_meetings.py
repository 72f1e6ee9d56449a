"""A board's meeting and decision in a matter that is no programme to adopt."""

from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus
from radslag.formats.understanding.extracting.case_parts.matters import (
    IN_RUNNING_TEXT,
    SIGN,
)
from radslag.formats.understanding.extracting.keys import meeting_key
from radslag.formats.understanding.extracting.meeting_parts.decision_records import (
    add_decisions,
)
from radslag.formats.understanding.extracting.meeting_parts.decisions import told_by
from radslag.formats.understanding.extracting.meeting_parts.header import (
    clock_values,
    read_head,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion

AS_RECORDED: Final = "Utdraget är ur protokollet, alltså hölls mötet."


def record_board_meeting(
    portion: Portion,
    lines: Sequence[Line],
    told: tuple[Value, Value],
    matter: tuple[Value | None, Value | None, Value | None],
    gathering: Gathering,
    *,
    is_adoption: bool = False,
) -> None:
    """Add the meeting, its item and its decisions; `told` is the board and the day.

    `matter` is the item's title, its register number and the matter itself. Who would
    not agree to adopt a programme is told with the adoption, and not here.
    """
    board, day = told
    at = _sign_at(lines)
    match = SIGN.search(lines[at].text) if lines else None
    if match is None:
        return
    head = read_head(portion, list(lines[:at]))
    meeting = gathering.add(
        "meetings",
        meeting_key(str(board.value), day.value),
        {
            "body": board,
            "held_on": day,
            "status": day.as_value(MeetingStatus.HELD.value).doubted(
                Certainty.PROBABLE, AS_RECORDED
            ),
            "place": head.place.value() if head.place else None,
        }
        | clock_values(head.clock),
    )
    number = int(match["number"] or match["first"])
    title, register_number, own = matter
    sign = lines[at].piece.group(match)
    item = gathering.add(
        "agenda_items",
        f"{meeting.key}-{number}",
        {
            "meeting": sign.value(meeting.key),
            "number": sign.value(number),
            "title": title,
            "register_number": register_number,
            "matter": own,
        },
    )
    said = told_by(list(lines[at + 1 :]))
    if is_adoption:
        said.dissents.clear()
    add_decisions(item, said, gathering)


def _sign_at(lines: Sequence[Line]) -> int:
    return next(
        (
            at
            for at, line in enumerate(lines)
            if SIGN.search(line.text) and not IN_RUNNING_TEXT.search(line.text)
        ),
        0,
    )
