"""Letters that a document says were sent to an authority before it."""

import re
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.letters_sent import record_letter
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.outside import outside_parties_in
from radslag.formats.understanding.wording.sentences import sentences_of

_WROTE: Final = re.compile(
    r"(?i)\b(?:framför(?:t|de|ts|des)|påtala(?:t|de|ts|des)|skrivit|skrev|vänt\s+sig|vände\s+sig"
    r"|uppvaktat|uppvaktade|tillskrivit|tillskrev|begärt|begärde|påpeka(?:t|de))\b"
)
_HOW: Final = re.compile(
    r"(?i)\b(?:i|genom|med)\s+(?:en|ett|sin|sitt|vår|vårt)\s+(?:\w+\s+)?"
    r"(?:skrivelse|brev|uppvaktning|inspel)\b|\bskri?ev\b|\bskrivit\b|\buppvakta\w*"
    r"|\btillskr[ie]v\w*"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add each letter with one receiver and one day that a sentence tells of."""
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            if _WROTE.search(sentence.text) and _HOW.search(sentence.text):
                _add(sentence, gathering)


def _add(sentence: Piece, gathering: Gathering) -> None:
    parties = list(outside_parties_in(sentence))
    days = [day for day in days_in(sentence) if day.has_year and not day.last]
    if len(days) != 1 or len({party.text for party in parties}) != 1:
        return
    party, day = parties[0], days[0]
    key = slug(f"{party.text}-{day.day.isoformat()}")
    record_letter(key, sentence, party, day.piece.value(day.day), gathering)
