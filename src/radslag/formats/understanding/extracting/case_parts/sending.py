"""When a joint proposal was sent to the boards, as a sentence tells it of all."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.case_parts.joint_decisions import (
    ON_REFERRAL,
)
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in

FOR_ALL: Final = "Det sägs att programmet sändes till kommunerna tillsammans."
_SENT: Final = re.compile(
    r"(?i)\b(?:över)?(?:sände|sändes|sänt|sänts)\b|\bskicka(?:de|des|t|ts)\b"
    r"|\b(?:överlämna|överlämnat|tillställ|delge|expediera|lämna)(?:de|des|t|ts)\b"
    r"|\bgick\s+ut\b"
)
_TO_THEM: Final = re.compile(
    r"(?i)\bkommun(?:er|styrelse)|\bantagande|\bstyrelserna|\bfullmäktige"
)
_NOT_THIS: Final = re.compile(
    r"(?i)\bsenast\b|\bsvar(?:en)?\b|\bkallelse\w*|\bremiss\w*|\bsamråd\w*"
)
_RIGHT_AFTER: Final = re.compile(
    r"(?i)\s+(?:[\wåäö]+\s+){0,2}(?:(?:ut\s+)?till\s+(?:[\wåäö]+\s+){1,3})?(?:den\s+)?"
)


def days_of_sending(sentences: Iterable[Piece]) -> Iterator[Value]:
    """Give the day of each sentence that tells when the boards were sent a proposal.

    What was sent for views is another thing. Of several days it is the one right
    after the verb.
    """
    for sentence in sentences:
        sent = _SENT.search(sentence.text)
        is_other = ON_REFERRAL.search(sentence.text) or _NOT_THIS.search(sentence.text)
        if sent is None or is_other or not _TO_THEM.search(sentence.text):
            continue
        written = {day.day.year for day in days_in(sentence) if day.has_year}
        year = written.pop() if len(written) == 1 else None
        days = [day for day in days_in(sentence, year) if not day.last]
        begins = sentence.start + sent.end()
        right_after = [
            day
            for day in days
            if _RIGHT_AFTER.fullmatch(sentence.source.text[begins : day.piece.start])
        ]
        for day in right_after or (days if len(days) == 1 else []):
            yield day.piece.value(day.day, Certainty.PROBABLE, FOR_ALL)
