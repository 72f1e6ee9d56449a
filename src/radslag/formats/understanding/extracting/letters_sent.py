"""Letters that a report says the cooperation has sent to somebody outside it."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.outside import outside_parties_in
from radslag.formats.understanding.wording.sentences import sentences_of

TOLD: Final = "Brevet omtalas; själva brevet är inte läst."
_LETTER: Final = re.compile(
    r"(?i)\b(?:gemensam\w*\s+)?(?:skrivelse|brev|uppvaktning|inspel|yttrande|remissvar)(?:n|et|en)?"
    r"\s+(?:till|hos)\s+(?=[A-ZÅÄÖ])"
)
_SENT: Final = re.compile(
    r"(?i)\b(?:över|in|av)?(?:skicka(?:[dts]|des?|ts)|sän(?:d|t|des?|ts)|lämna(?:[dts]|des?|ts))\b"
    r"|\bgjordes\b|\bavgavs\b"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add each letter that a sentence says was sent, with its day."""
    year = in_its_year(portion).year
    for block in portion.blocks:
        pieces = (
            [portion.source.piece(cell) for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [portion.piece(block)]
        )
        for piece in pieces:
            for sentence in sentences_of(piece):
                _add(sentence, year, gathering)


def _add(sentence: Piece, year: int | None, gathering: Gathering) -> None:
    letter = _LETTER.search(sentence.text)
    if letter is None or not _SENT.search(sentence.text):
        return
    after = sentence.part(letter.end(), len(sentence.text))
    party = next(outside_parties_in(after), None)
    days = list(days_in(sentence, year))
    if party is None or party.start != after.start or len(days) > 1:
        return
    title = sentence.part(letter.start(), party.end - sentence.start)
    sent_on = (
        days[0].piece.value(days[0].day, days[0].certainty, days[0].reason)
        if days
        else None
    )
    key = slug(f"{title.text}-{days[0].day.isoformat() if days else year}")
    record_letter(key, title, party, sent_on, gathering)


def record_letter(
    key: str, title: Piece, party: Piece, sent_on: Value | None, gathering: Gathering
) -> None:
    """Add a letter that is told of, and whom outside the cooperation it went to."""
    receiver = slug(party.text)
    gathering.add("outside_parties", receiver, {"name": party.value()})
    values = {
        "title": title.value(None, Certainty.PROBABLE, TOLD),
        "outside_party": party.value(receiver),
        "sent_on": sent_on,
    }
    gathering.add("advocacy", key, values)
