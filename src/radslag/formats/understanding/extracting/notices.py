"""Notices of meetings: the meeting that is called, and its agenda with papers."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MeetingStatus
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import record_document
from radslag.formats.understanding.extracting.meeting_parts.agenda import (
    presenter_of,
    texts_of,
)
from radslag.formats.understanding.extracting.meeting_parts.called_members import (
    add_called_members,
)
from radslag.formats.understanding.extracting.meeting_parts.earlier_meetings import (
    add_earlier_meetings,
)
from radslag.formats.understanding.extracting.meeting_parts.header import (
    Head,
    add_meeting,
    dated,
    read_head,
)
from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    add_item,
    add_kind_announced,
    add_text,
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.items import cut_items
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
from radslag.formats.understanding.extracting.meeting_parts.papers import (
    add_papers,
    annexes_of,
    listed_annexes,
)
from radslag.formats.understanding.extracting.meeting_parts.papers_as_files import (
    add_files,
)
from radslag.formats.understanding.extracting.meeting_parts.papers_in_tables import (
    add_papers_in_tables,
)
from radslag.formats.understanding.extracting.meeting_parts.referred import (
    add_referred,
)
from radslag.formats.understanding.extracting.meeting_parts.towns import (
    host_of,
    host_of_house,
    name_towns,
    name_towns_beside,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.names import (
    NAME,
    is_name,
    without_office,
)
from radslag.formats.understanding.wording.outside import outside_parties_in
from radslag.formats.understanding.wording.register_numbers import (
    LABEL,
    register_number_in,
)

BESIDE_TITLE: Final = (
    "Dagen står ensam vid rubriken eller underskriften och är tagen som utskickets."
)
_NOTICE: Final = re.compile(
    r"(?i)\b(?:kallelse\w*|kallas|inbjud\w+|dagordning\w*|föredragningslista\w*|agenda)"
)
_SENT: Final = re.compile(r"(?i)\b(?:utsänd|utskickad|skickad|sänd|daterad)\w*\b")
# A day in a list of papers is of a paper.
_OF_PAPERS: Final = re.compile(
    r"(?i)^\W*(?:bilag|handling|underlag|\d{1,2}[.)]\s"
    r"|(?-i:[A-Z](?:[.):]|\s*[–-])?\s+[A-ZÅÄÖ]))"
)
_TITLE_LINES: Final = 6
# Who is to take part in what is to come is who is called.
_WHOM: Final = (Label.CALLED, Label.PRESENT)
_GUEST: Final = re.compile(
    r"(?i)^(?:gäst(?:er)?|inbjud(?:en|na)|medverkande|föredragande)\s*:"
)
# Under "Närvaro" in an agenda stands its next item, and not who are called.
_AN_ITEM: Final = re.compile(
    r"(?i)^\W*(?:godkännande|val\s+av|upprop|fastställ|information|mötets|föregående"
    r"|dagordning|frågor|justering)\b"
)
_THEIRS: Final = re.compile(r"(?i)\(?(?:ert?|deras|myndighetens|regionens)\s")
_GOES_ON: Final = re.compile(r"(?:och|samt)\s")
_ADDRESSEES: Final = re.compile(
    r"(?i)^(?:till\s+)?(?:ordinarie\s+|samtliga\s+)?(?:ledamöter(?:na)?|ersättare|"
    r"representanter(?:na)?|medlemmar(?:na)?|kommun(?:direktörer|chefer)(?:na)?)"
    r"(?=\s(?:och|i|för|samt)\b|$)[^.:]*$"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what a notice tells into the gathering."""
    cut = cut_items(lines_of(portion), prefer_last=False)
    above, below = unglued(parted(cut.head)), unglued(cut.tail)
    head = read_head(portion, above)
    meeting = add_meeting(head, _status(above), portion, gathering)
    record_document(portion, _own_number(above), None, gathering)
    add_next_meetings(cut.items, head, gathering, below)
    _add_notice(above + below, head, meeting, gathering)
    name_towns([line.piece for line in above + below], gathering)
    name_towns_beside(portion, gathering)
    cells = (cell for line in above if line.is_row for cell in line.cells)
    name_towns((part for cell in cells for part in cell.split(r"\n")), gathering)
    name_towns([item.title for item in cut.items], gathering)
    host = host_of(above, gathering) or host_of_house(head.place, gathering)
    gathering.add("meetings", meeting.key, {"host": host})
    _name_officers(above, gathering)
    add_called_members(above, below, meeting, gathering)
    listed = listed_annexes(cut.tail)
    for item in cut.items:
        _add_item(item, listed, meeting, gathering)
    add_papers_in_tables(cut.tail, meeting, gathering)
    add_earlier_meetings(cut.items, head, gathering, above)


def _own_number(lines: list[Line]) -> Piece | None:
    """Return the register number that a line of the head gives after its label."""
    for line in lines:
        label = LABEL.match(line.text)
        if label and not _THEIRS.match(line.text):
            return register_number_in(line.piece)
    return None


def _name_officers(lines: list[Line], gathering: Gathering) -> None:
    """Add the people who lead the meeting and write at it."""
    for said in values_of(lines, Label.CHAIR, Label.SECRETARY):
        _name_first(said, gathering)


def _name_first(said: Piece, gathering: Gathering) -> None:
    """Add the person whose name comes first: "Eva Alm, ekonom"."""
    name = without_office(said).find(rf"^\s*({NAME})")
    if name and is_name(name.text):
        gathering.person(name)


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
    called = _called(lines)
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
    if called:
        name_towns([called], gathering)


def _called(lines: list[Line]) -> Piece | None:
    """Return who are called: after the label, or as the letter's addressees."""
    for at, line in enumerate(lines):
        said = next(values_of(lines[at : at + 2], *_WHOM), None)
        found = label_of(line)
        if said and _AN_ITEM.match(said.text):
            continue
        if said and found and found.label in _WHOM:
            rest = lines[at + 1 : at + 2] if said.end <= line.piece.end else []
            goes_on = bool(rest) and _GOES_ON.match(rest[0].text) is not None
            return said.until(rest[0].piece) if goes_on else said
    return next(
        (_without_to(line.piece) for line in lines if _ADDRESSEES.match(line.text)),
        None,
    )


def _without_to(addressees: Piece) -> Piece:
    to = re.match(r"(?i)till\s+", addressees.text)
    return addressees.part(to.end() if to else 0, len(addressees.text))


def _sent_on(lines: list[Line], head: Head) -> Value | None:
    year = head.day.day.year if head.day else None
    for piece in values_of(lines, Label.SENT_ON):
        for day in days_in(piece, year):
            return dated(day)
    for line in lines:
        for cell in line.cells[1:]:
            said = label_of(Line((cell,)))
            is_its = said is not None and said.label is Label.SENT_ON
            if is_its and (sent := day_in(cell, year)):
                return dated(sent)
    for line in lines:
        is_list = _OF_PAPERS.match(line.text)
        if (
            not is_list
            and _SENT.search(line.text)
            and (days := list(days_in(line.piece, year)))
        ):
            return dated(days[0])
    return _beside_title(lines, head)


def _beside_title(lines: list[Line], head: Head) -> Value | None:
    """Return a day that stands alone at the top or the end, before the meeting's."""
    for line in (*lines[:_TITLE_LINES], *lines[-_TITLE_LINES:]):
        found = label_of(line)
        is_paper = line.form.startswith("item") or _OF_PAPERS.match(line.text)
        if is_paper or (found and found.label is not Label.CALLED):
            continue
        for day in days_in(line.piece):
            if head.day and day.day < head.day.day:
                return dated(day).doubted(Certainty.PROBABLE, BESIDE_TITLE)
    return None


def _add_guests(texts: list[Piece], gathering: Gathering) -> None:
    """Add the authorities that items' guests come from: "Gäst: Region Skåne, Bo Ek"."""
    for text in texts:
        named = list(outside_parties_in(text)) if _GUEST.match(text.text) else []
        for party in named[:1]:
            gathering.add("outside_parties", slug(party.text), {"name": party.value()})


def _add_item(
    item: Item, listed: dict[str, Piece], meeting: Found, gathering: Gathering
) -> None:
    found = add_item(item, meeting, gathering)
    add_text(found, texts_of(item))
    presenter = presenter_of(item)
    if presenter:
        _name_first(presenter, gathering)
    if presenter and not item.lines:
        words = f"Föredragande: {' '.join(presenter.text.split())}"
        found.values["text"] = presenter.value(words)
    papers = item.said.get(Column.PAPER)
    texts = [*(line.piece for line in item.lines), *([papers] if papers else [])]
    held_on = meeting["held_on"]
    annexes = annexes_of(item, listed)
    add_referred(item.title, [*texts, *annexes], gathering, held_on)
    add_kind_announced(found, [item.title, *texts, *item.cells[1:]])
    _add_guests([*texts, *item.cells[1:]], gathering)
    add_papers(item, found, meeting, listed, gathering)
    add_files(item, found, meeting, gathering)
