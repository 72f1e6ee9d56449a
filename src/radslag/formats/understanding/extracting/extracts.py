"""Extracts from minutes: one board's decision on what the cooperation proposed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.board_meetings import (
    record_board_meeting,
)
from radslag.formats.understanding.extracting.case_parts.joint_decisions import (
    joint_decision_in,
)
from radslag.formats.understanding.extracting.case_parts.matters import (
    ANSWERS,
    IN_RUNNING_TEXT,
    SIGN,
    record_document,
    record_matter,
    sign_at,
    title_of,
)
from radslag.formats.understanding.extracting.case_parts.outcomes import (
    outcome_in,
    proposes,
)
from radslag.formats.understanding.extracting.case_parts.sections import (
    Part,
    Section,
    of,
    sections_of,
)
from radslag.formats.understanding.extracting.case_parts.senders import (
    board_of,
    decider_in,
    sender_of,
)
from radslag.formats.understanding.extracting.case_parts.voices import (
    dissents,
    record_voice,
    statements,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    lines_of,
    margins_of,
)
from radslag.formats.understanding.extracting.programme_names import programme_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in, days_in
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
)

_FEWEST_LINES: Final = 6
ALONE_IN_HEAD: Final = "Dagen står överst i handlingen utan att det sägs vad den är."
AT_ONCE: Final = "Paragrafen justerades omedelbart, alltså på mötets dag."
IN_THE_TEXT: Final = "Programmet nämns i texten och inte i själva beslutet."
_MEETING_DAY: Final = re.compile(
    r"(?i)\b(?:sammanträdes|mötes|besluts)?(?:datum|dag)\b|\bsammanträd|\bprotokoll"
    r"|\bmöte"
)
_VERIFIED: Final = re.compile(r"(?i)\bjuster(?:at|ad|ades|as|ing\w*|ats)\b")
_ANNOUNCED: Final = re.compile(
    r"(?i)\banslag(?:et|its|en|s(?:dag|datum|tid|period))?\b|\banslås\b|\banslogs\b"
    r"|\btillkännag\w+"
    r"|\buppsätt\w*|\bsätts\s+upp|\bsatts\s+upp"
)
_TAKEN_DOWN: Final = re.compile(r"(?i)\bnedta\w*|\btas\s+ned|\btas\s+ner|överklag")
_AT_ONCE: Final = re.compile(
    r"(?i)\b(?:omedelbart?|direkt)\s+(?:protokolls)?juster\w+"
    r"|juster\w+\s+(?:omedelbart|vid\s+sammanträdet)"
)
_JOINT: Final = r"(?i)program|strategi|förslag|vision|målbild|plan|inriktning"
_NEAR: Final = 60


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put a board's decision into the gathering."""
    lines = [piece for line in lines_of(portion) for piece in _pieces(line)]
    sections = _below_head(sections_of(lines_of(portion)), lines)
    title = title_of(lines)
    number = next((n for line in lines if (n := register_number_in(line))), None)
    day = _decided_on(lines, [line.piece for line in margins_of(portion)])
    matter = record_matter(title, number, gathering)
    record_document(portion, number, day, gathering)
    _recipients(portion, sections, gathering)
    programme = _programme(sections, title, lines, gathering)
    board = _board(portion, sections, lines, gathering)
    outcome = _outcome(sections) if programme else None
    # A committee that only proposes has adopted nothing.
    has_adopted = programme is not None and bool(board or outcome)
    if board and day:
        said = (title.value() if title else None, number.value() if number else None)
        record_board_meeting(
            portion,
            lines_of(portion),
            (board, day),
            (*said, matter),
            gathering,
            is_adoption=has_adopted,
        )
    if programme is None:
        return
    decided = joint_decision_in(lines)
    gathering.add("programmes", str(programme.value), {"decided_on": decided})
    if not has_adopted:
        return
    values = {
        "programme": programme,
        "board": board,
        "outcome": outcome,
        "decided_on": day,
        "paragraph": _paragraph(lines),
        "register_number": number.value() if number else None,
        "verified_on": _day_at(lines, _VERIFIED) or _at_once(lines, day),
        "announced_on": _day_at(lines, _ANNOUNCED),
    }
    key = slug(f"{programme.value}-{board.value if board else portion.source.key}")
    found = gathering.add("adoptions", key, values)
    _voices(found.key, sections, programme, gathering)


def _pieces(line: Line) -> list[Piece]:
    return [part for cell in line.cells for part in cell.split(r"\n")]


def _below_head(sections: list[Section], lines: Sequence[Piece]) -> list[Section]:
    """Return the sections; "Beslut" above the § is the document's kind, no decision."""
    starts = lines[sign_at(lines)].start if lines else 0
    return [
        replace(section, part=Part.HEAD)
        if section.part is Part.DECISION
        and section.pieces
        and section.pieces[-1].start < starts
        else section
        for section in sections
    ]


def _recipients(
    portion: Portion, sections: list[Section], gathering: Gathering
) -> None:
    """Keep to which municipalities the decision is sent: it tells who decided it."""
    named: dict[str, Value] = {}
    for section in of(sections, Part.RECIPIENTS):
        for piece, name in municipalities_in(section.whole or portion.whole):
            value = gathering.municipality(piece, name)
            if value:
                named.setdefault(str(value.value), value)
    if named:
        gathering.recipients[portion.source.key] = list(named.values())


def _programme(
    sections: list[Section],
    title: Piece | None,
    lines: Sequence[Piece],
    gathering: Gathering,
) -> Value | None:
    """Return the programme it is about, by the decision, the title or the text.

    What an authority has asked for comments on is its own.
    """
    if title and ANSWERS.search(title.text):
        return None
    near = [title] if title else []
    for section in of(sections, Part.DECISION):
        # A name may be broken between two lines of the decision.
        whole = [section.whole] if section.whole else []
        near = [*section.pieces, *whole, *near]
    for piece in near:
        said = programme_of(piece, gathering)
        if said:
            return said
    if not any(re.search(_JOINT, piece.text) for piece in near):
        return None
    for line in lines:
        said = programme_of(line, gathering)
        if said:
            return said.doubted(Certainty.PROBABLE, IN_THE_TEXT)
    return None


def _board(
    portion: Portion,
    sections: list[Section],
    lines: Sequence[Piece],
    gathering: Gathering,
) -> Value | None:
    head = list(lines[: sign_at(lines) + 1])
    decided = [
        piece
        for section in _decisions(sections)
        for piece in ([section.label] if section.label else []) + section.pieces[:1]
    ]
    decider = decider_in([*decided, *head])
    return board_of(decider, sender_of(portion, head), gathering)


def _decisions(sections: list[Section]) -> list[Section]:
    """Return the sections that hold the decision; words under a heading go before.

    What a committee only proposed, in an extract of its own below, does not count.
    """
    every = of(sections, Part.DECISION)
    own = [s for s in every if not (s.whole and proposes(s.whole))]
    found = own or every
    headed = [section for section in found if not section.is_led]
    return headed[-1:] or found[-1:]


def _outcome(sections: list[Section]) -> Value | None:
    proposals = of(sections, Part.PROPOSAL)
    proposal = proposals[0].whole if proposals else None
    for section in _decisions(sections):
        whole = section.whole
        said = outcome_in(whole, proposal) if whole else None
        if said:
            return said.value
    return None


def _decided_on(lines: Sequence[Piece], margins: Sequence[Piece]) -> Value | None:
    """Return the meeting's day, by its label or where it stands in the head."""
    head = [*lines[: max(sign_at(lines) + 1, _FEWEST_LINES)], *margins]
    for at, line in enumerate(head):
        if _VERIFIED.search(line.text) or _ANNOUNCED.search(line.text):
            continue
        day = day_in(line)
        if day:
            before = head[at - 1].text if at else ""
            return _said_day(day, f"{before} {line.text}")
    return None


def _said_day(day: FoundDay, words: str) -> Value:
    said = day.piece.value(day.day)
    if _MEETING_DAY.search(words) or SIGN.search(words):
        return said
    return said.doubted(Certainty.PROBABLE, ALONE_IN_HEAD)


def _paragraph(lines: Sequence[Piece]) -> Value | None:
    for line in lines:
        match = SIGN.search(line.text)
        if match and not IN_RUNNING_TEXT.search(line.text):
            number = match["number"] or match["first"]
            return line.group(match).value(f"§ {number}")
    return None


def _day_at(lines: Sequence[Piece], label: "re.Pattern[str]") -> Value | None:
    """Return the day after a label, on its line or on the one below."""
    for at, line in enumerate(lines):
        for match in label.finditer(line.text):
            rest = line.part(match.end(), min(len(line.text), match.end() + _NEAR))
            below = lines[at + 1] if at + 1 < len(lines) else None
            day = next(days_in(rest), None)
            before = rest.text[: day.piece.start - rest.start] if day else rest.text
            if _TAKEN_DOWN.search(before):
                continue
            if day is None and below and not rest.strip(" :.") and _is_alone(below):
                day = day_in(below)
            if day:
                return day.piece.value(day.day)
    return None


def _is_alone(line: Piece) -> bool:
    """Tell whether a line has no label of its own: its day answers the line above."""
    return not any(p.search(line.text) for p in (_VERIFIED, _ANNOUNCED, _TAKEN_DOWN))


def _at_once(lines: Sequence[Piece], day: Value | None) -> Value | None:
    """Return the meeting's own day where the paragraph was verified at once."""
    for line in lines:
        match = _AT_ONCE.search(line.text)
        if match and day:
            return line.group(match).value(day.value, Certainty.PROBABLE, AT_ONCE)
    return None


def _voices(
    adoption: str, sections: list[Section], programme: Value, gathering: Gathering
) -> None:
    of = programme.as_value(adoption)
    for voice in dissents(sections):
        record_voice("dissents", of, voice, gathering)
    for voice in statements(sections):
        record_voice("separate_statements", of, voice, gathering)
