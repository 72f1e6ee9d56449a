"""What a sentence after a row of days says of them: "Mötet i maj hålls i Sala".

It is said of all the days, or of those in a month and of all others.
"""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import month_named

AFTER_THEM: Final = "Orden står efter raden av dagar och gäller dem."
_MONTH: Final = "|".join(MONTHS)
_ARE: Final = r"(?:hålls|äger\s+rum|är|blir|förläggs|genomförs|sker)"
_NAME: Final = r"[A-ZÅÄÖ][^.,;()]{1,60}?"
_ALONE: Final = re.compile(
    r"(?i)\W*(?:(?:alla|samtliga)(?:\s+(?:möten|sammanträden|träffar))?"
    rf"(?:\s+{_ARE})?\s+)?"
    r"(?P<how>digital[ta]?|via\s+(?:teams|zoom|länk)|på\s+(?:teams|distans)|teams|zoom)"
    r"\W*"
)
_IN_MONTH: Final = re.compile(
    rf"(?:[Mm]ötet|[Ss]ammanträdet|[Tt]räffen)\s+i\s+(?P<month>{_MONTH})\s+{_ARE}\s+"
    rf"(?:i|på|hos)\s+(?P<place>{_NAME})(?=[.,;]|$|\s+och\b|\s+medan\b)"
)
_OTHERS: Final = re.compile(
    rf"\b(?:de\s+)?(?:övriga|andra|resten)(?:\s+(?:möten|sammanträden)\w*)?"
    rf"(?:\s+{_ARE})?\s+(?:i|på|hos)\s+(?P<place>{_NAME})(?=[.,;]|$)"
)
_ALL: Final = re.compile(
    rf"\b(?:[Aa]lla|[Ss]amtliga)\s+(?:möten|sammanträden|träffar)(?:na)?\s+{_ARE}\s+"
    rf"(?:i|på|hos)\s+(?P<place>{_NAME})(?=[.,;]|$)"
)


def tell_afterwards(
    sentence: Piece, meetings: Sequence[str], gathering: Gathering
) -> None:
    """Give the meetings of a row of days the place, or the form, that is said after."""
    found = [m for key in meetings if (m := gathering.get("meetings", key))]
    alone = _ALONE.fullmatch(sentence.text)
    if alone:
        digital = sentence.group(alone, "how").value(
            True,  # noqa: FBT003 - the value said.
            Certainty.PROBABLE,
            AFTER_THEM,
        )
        for meeting in found:
            _say(meeting, "is_digital", digital, gathering)
    for match in _IN_MONTH.finditer(sentence.text):
        of_month = [
            m for m in found if m["held_on"].month == month_named(match["month"])
        ]
        for meeting in of_month:
            _say(meeting, "place", _place(sentence, match), gathering)
    for match in (*_OTHERS.finditer(sentence.text), *_ALL.finditer(sentence.text)):
        for meeting in found:
            _say(meeting, "place", _place(sentence, match), gathering)


def _place(sentence: Piece, match: "re.Match[str]") -> Value:
    place = sentence.group(match, "place").strip()
    return place.value(None, Certainty.PROBABLE, AFTER_THEM)


def _say(meeting: Found, column: str, value: Value, gathering: Gathering) -> None:
    if column not in meeting.values:
        gathering.add("meetings", meeting.key, {column: value})
