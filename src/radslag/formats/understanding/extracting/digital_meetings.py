"""Meetings of a plan's calendar that a sentence says a body holds at a distance."""

import re
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.gathering import ONE_OF_EACH, Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.sentences import sentences_of

OF_ALL: Final = "Det sägs om organets möten i allmänhet."
_MEETS: Final = (
    r"\b(?:ses|möts|träffas|sammanträder|mötena\s+(?:är|hålls)|möten\s+hålls)\b"
)
_DIGITALLY: Final = re.compile(
    rf"(?i){_MEETS}\s+(?:(?:alltid|då|istället|i\s+stället)\s+)?"
    r"(?P<how>digital(?:t|a)|på\s+distans|via\s+(?:teams|länk|video))\W*$"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Say that a body's meetings are digital, where a sentence says so of them all."""
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            how = _DIGITALLY.search(sentence.text)
            kinds = {body.kind for body in bodies_in(sentence)}
            if how and len(kinds) == 1 and not any(days_in(sentence)):
                _say(kinds.pop(), sentence.group(how, "how"), portion, gathering)


def _say(kind: BodyKind, how: Piece, portion: Portion, gathering: Gathering) -> None:
    said = how.value(True, Certainty.PROBABLE, OF_ALL)  # noqa: FBT003 - the value of the column.
    for found in gathering.of("meetings"):
        quotes = found.values["held_on"].quotes if "held_on" in found.values else ()
        is_here = any(quote.document == portion.source.key for quote in quotes)
        is_open = not {"is_digital", "place", "host"} & found.values.keys()
        if is_here and is_open and found["body"] == ONE_OF_EACH.get(kind):
            gathering.add("meetings", found.key, {"is_digital": said})
