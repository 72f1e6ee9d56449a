"""Fees told in one sentence: "Avgifterna för 2025 var: Kinda 331 000 kr, …"."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.budget_parts.words import (
    unit_word,
    year_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

OF_THE_PLAN: Final = "Året är planens."
_PAIR: Final = re.compile(
    r"(?P<town>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)(?:s? kommun)?"
    r"(?:\s*[:–]|\s+med|\s+betalar)?"
    r"\s+(?P<sum>\d[\d \u00a0.,]*\s*(?:kr(?:onor)?|tkr)\b)"
)
# "Avgifter 2031, tkr: Mora 742, Orsa 306": the unit stands once, before them all.
_UNIT_FIRST: Final = re.compile(r"(?i)avgift[^:.]{0,60}?\b(?P<unit>tkr|kr|kronor)\s*:")
_BARE: Final = re.compile(
    r"(?P<town>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)\s+(?P<sum>\d[\d \u00a0]*)"
)
_FEWEST: Final = 2
# What was, is to be raised or is spoken of beside is no fee of the year.
_OTHER: Final = re.compile(
    r"(?i)\bföregående\b|\btidigare\b|\bhöj\w+|\bsänk\w+|\bskillnad|\bper\s+invånare"
)


def read_fee_sentence(sentence: Piece, year: int | None, gathering: Gathering) -> None:
    """Add the fees of a sentence that gives several municipalities one sum each."""
    told = list(_told(sentence)) or list(_under_unit(sentence))
    if len(told) < _FEWEST or _OTHER.search(sentence.text):
        return
    written = sentence.find(r"(?<!\d)((?:19|20)\d\d)(?![\d-])")
    of_year = year_in(sentence.text) or year
    for town, found in told:
        municipality = gathering.municipality(town)
        if municipality is None or found.amount_sek is None:
            continue
        said = written.value(of_year) if written else None
        inferred = town.value(of_year, Certainty.PROBABLE, OF_THE_PLAN)
        values = {
            "year": said or (inferred if of_year else None),
            "municipality": municipality,
            "amount_sek": found.piece.value(
                found.amount_sek, found.certainty, found.reason
            ),
        }
        key = f"{of_year}-{municipality.value}" if of_year else str(municipality.value)
        gathering.add("fees", key, values)


def _told(sentence: Piece) -> Iterator[tuple[Piece, FoundSum]]:
    for match in _PAIR.finditer(sentence.text):
        town = sentence.group(match, "town")
        sums = list(sums_in(sentence.group(match, "sum")))
        if known_name(town.text) and len(sums) == 1:
            yield town, sums[0]


def _under_unit(sentence: Piece) -> Iterator[tuple[Piece, FoundSum]]:
    """Give each municipality and its sum where the unit stands before them all."""
    head = _UNIT_FIRST.search(sentence.text)
    for match in _BARE.finditer(sentence.text, head.end()) if head else ():
        town = sentence.group(match, "town")
        said = sentence.group(match, "sum").strip()
        sums = list(
            sums_in(said, unit_word(sentence.group(head, "unit"))) if head else ()
        )
        if known_name(town.text) and len(sums) == 1:
            yield town, sums[0]
