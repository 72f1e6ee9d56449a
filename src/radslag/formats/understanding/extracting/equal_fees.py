"""Fees that are said once for all: "Varje kommun betalar lika mycket, 90 000 kr"."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import MONTHS
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import sums_in

FOR_EACH: Final = "Beloppet sägs gälla varje kommun; vilka de är står på annat ställe."
_EACH: Final = re.compile(
    r"(?i)\b(?:varje|var\s+och\s+en\s+av|respektive|alla|samtliga)\s+(?:medlems)?kommun(?:er|erna)?\b"
    r"|\bkommunerna\s+betalar\s+lika\b|\bper\s+kommun\b"
)
_PAYS: Final = re.compile(
    r"(?i)\bbetalar?\b|\bbidrar\s+med\b|\bavgift\w*|\bskjuter\s+till\b|\binsats\w*"
)
_PER: Final = re.compile(r"(?i)(?:per|/)\s*inv")
_DUE: Final = re.compile(
    r"(?i)\bsenast\s+(?:den\s+)?(?:(?P<last>sista)\s+)?(?P<rest>[^,.;]{3,30})"
)
_FEWEST: Final = 2


def extract(portion: Portion, gathering: Gathering) -> None:
    """Give every municipality of the cooperation the fee that is said of each."""
    year = in_its_year(portion).year
    towns = gathering.of("municipalities")
    if year is None or len(towns) < _FEWEST or _has_fees(year, gathering):
        return
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            is_of_each = _EACH.search(sentence.text) and _PAYS.search(sentence.text)
            if is_of_each and _say(sentence, year, gathering):
                return


def _has_fees(year: int, gathering: Gathering) -> bool:
    return any(fee["year"] == year for fee in gathering.of("fees"))


def _say(sentence: Piece, year: int, gathering: Gathering) -> bool:
    sums = [found for found in sums_in(sentence) if found.has_unit]
    if len(sums) != 1 or sums[0].amount_sek is None or _PER.search(sentence.text):
        return False
    words = sums[0].piece
    for town in gathering.of("municipalities"):
        gathering.add(
            "fees",
            f"{year}-{town.key}",
            {
                "year": words.value(year, Certainty.PROBABLE, FOR_EACH),
                "municipality": words.value(town.key, Certainty.PROBABLE, FOR_EACH),
                "amount_sek": words.value(
                    sums[0].amount_sek, Certainty.PROBABLE, FOR_EACH
                ),
                "due_on": _due(sentence, year),
            },
        )
    return True


def _due(sentence: Piece, year: int) -> Value | None:
    match = _DUE.search(sentence.text)
    if match is None:
        return None
    words = sentence.group(match)
    day = day_in(words, year)
    if day:
        return day.piece.value(day.day, Certainty.PROBABLE, FOR_EACH)
    month, _, said = match["rest"].strip().partition(" ")
    if match["last"] and month.lower() in MONTHS:
        number = MONTHS.index(month.lower()) + 1
        of = int(said) if said.isdigit() else year
        last = date(of, number, monthrange(of, number)[1])
        return words.value(last, Certainty.PROBABLE, FOR_EACH)
    return None
