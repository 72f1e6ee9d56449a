"""Meetings to come that a document on something else tells of."""

import re
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, MeetingStatus
from radslag.formats.understanding.extracting.keys import meeting_key
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.sentences import sentences_of

TOLD: Final = "Mötet nämns i en handling om något annat."
_KINDS: Final = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)
_MEETS: Final = re.compile(
    r"(?i)\b(?:(?:sitt|nästa|kommande)\s+(?:\w+\s+)?(?:möte|sammanträde)(?:t)?"
    r"|(?:möter|möts|sammanträder))\s+(?:\w+\s+){0,2}(?:den\s+)?$"
)
# "Yttrandet anmäls till rådet den …", "… tas upp på rådets möte den …".
_TAKEN_TO: Final = re.compile(
    r"(?i)\b(?:anmäls|redovisas|behandlas|tas\s+upp|läggs\s+fram|föredras|ska\s+anmälas)\s+"
    r"(?:till|för|i|av|vid|på|hos)\s+(?:\w+\s+){1,3}(?:den\s+)?$"
)
# "Rådet beslutade den 3 maj 2031, § 4, att sända": it met that day.
_DECIDED: Final = re.compile(r"(?i)\s+beslutade\s+(?:vid\s+\w+\s+)?(?:den\s+)?")
_PARAGRAPH: Final = re.compile(r"[\s,(]{1,3}§\s*\d")
# What leads to a day stands right before it.
_SEEN_BACK: Final = 160


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the meetings of the cooperation's bodies, to come and told by their §."""
    document = gathering.get("documents", portion.source.key)
    written = document["dated_on"] if document else None
    if written is None:
        return
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            for day in days_in(sentence, written.year):
                at = day.piece.start - sentence.start
                before = sentence.text[max(at - _SEEN_BACK, 0) : at]
                is_to_come = day.has_year and _MEETS.search(before)
                if day.day > written and (is_to_come or _TAKEN_TO.search(before)):
                    _add(sentence, day.piece.value(day.day), gathering)
                elif day.day <= written and day.has_year:
                    _add_held(sentence, day.piece, day.day, gathering)


def _add_held(sentence: Piece, said: Piece, day: date, gathering: Gathering) -> None:
    """Add the meeting at which a body decided, as its § right after the day says."""
    after = sentence.text[said.end - sentence.start :]
    for body in bodies_in(sentence) if _PARAGRAPH.match(after) else ():
        between = sentence.text[
            body.piece.end - sentence.start : said.start - sentence.start
        ]
        if body.kind in _KINDS and not body.is_weak and _DECIDED.fullmatch(between):
            whose = gathering.body(body.kind, body.piece, body.name)
            held = said.value(MeetingStatus.HELD.value, Certainty.PROBABLE, TOLD)
            values = {
                "body": whose,
                "held_on": said.value(day, Certainty.PROBABLE, TOLD),
                "status": held,
            }
            gathering.add("meetings", meeting_key(str(whose.value), day), values)


def _add(sentence: Piece, day: Value, gathering: Gathering) -> None:
    bodies = [body for body in bodies_in(sentence) if body.kind in _KINDS]
    if len({body.kind for body in bodies}) != 1:
        return
    body = gathering.body(bodies[0].kind, bodies[0].piece, bodies[0].name)
    planned = day.as_value(MeetingStatus.PLANNED.value)
    values = {
        "body": body,
        "held_on": day.doubted(Certainty.PROBABLE, TOLD),
        "status": planned.doubted(Certainty.PROBABLE, TOLD),
    }
    gathering.add("meetings", meeting_key(str(body.value), day.value), values)
