"""Fees and residents that an officer's document tells of.

Its own municipality's fee may stand in a sentence, and those of all in a table.
"""

import re
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.case_parts.senders import sender_of
from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.extracting.populations import (
    read_counted,
    read_tables,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import sums_in

OWN: Final = "Avgiften är läst som den egna kommunens."
_FEE: Final = re.compile(
    r"(?i)\b(?:[a-zåäö]{0,12}avgift|årsavgift|medlemsavgift)(?:en)?\b[^.]{0,60}?"
    r"\b(?P<year>20\d\d)\b(?!\s*[-–]\s*\d)[^.]{0,40}?"
    r"\b(?:är|blir|uppgår|beslutad|fastställd|bestämd|på|till)\b"
)
# The head of a column: "Avgift 2031, kr".
_FEE_OF_YEAR: Final = re.compile(
    r"(?i)(?:års|medlems)?avgift(?:er|en)?\s+(?:år\s+)?20\d\d\b(?!\s*[-–]\s*\d)"
)
_OWN: Final = re.compile(
    r"(?i)\bkommunens\s+(?:\w+\s+)?(?:\w*avgift|del|andel)"
    r"|\b(?-i:[A-ZÅÄÖ][a-zåäö]+)s\s+(?:\w+\s+)?(?:\w*avgift|del|andel)\b"
)
_OTHER: Final = re.compile(
    r"(?i)\bper\s+invånare|\bhöj\w+|\bsänk\w+|\btidigare\b|\bsammanlag|\btotalt\b"
)
_HEAD: Final = 8


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the fees of tables that say their year, and what sentences tell."""
    if any(_is_of_fees(block) for block in portion.blocks if isinstance(block, Table)):
        read_tables(replace(portion, year=None), gathering)
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            read_counted(sentence, gathering)
    _own_fee(portion, gathering)


def _is_of_fees(table: Table) -> bool:
    return any(_FEE_OF_YEAR.match(cell.text.strip()) for cell in table.rows[0])


def _own_fee(portion: Portion, gathering: Gathering) -> None:
    """Add the fee that a sentence gives the municipality whose document it is."""
    head = [line.piece for line in lines_of(portion)[:_HEAD]]
    sender = sender_of(portion, head)
    if sender is None:
        return
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            if _FEE.search(sentence.text) and _OWN.search(sentence.text):
                named = {name for _, name in municipalities_in(sentence)}
                if not named - {sender.name}:
                    town = gathering.municipality(sender.piece, sender.name)
                    _add(sentence, town, gathering)


def _add(sentence: Piece, town: Value | None, gathering: Gathering) -> None:
    match = _FEE.search(sentence.text)
    sums = [each for each in sums_in(sentence) if each.has_unit]
    if town is None or match is None or len(sums) != 1 or _OTHER.search(sentence.text):
        return
    year = sentence.group(match, "year")
    values = {
        "year": year.value(int(year.text)),
        "municipality": town.doubted(Certainty.PROBABLE, OWN),
        "amount_sek": sums[0].piece.value(
            sums[0].amount_sek, sums[0].certainty, sums[0].reason
        ),
    }
    gathering.add("fees", f"{year.text}-{town.value}", values)
