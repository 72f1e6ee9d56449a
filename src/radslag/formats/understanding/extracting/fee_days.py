"""The last day of payment that a plan says once for all of its fees."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

FOR_ALL: Final = "Dagen sägs gälla avgiften och inte kommun för kommun."
_FEE: Final = re.compile(
    r"(?i)\b(?:kommun|medlems|års|samverkans)?avgift(?:en|er|erna)?\b"
    r"|\b(?:kommun|medlems|drift|ägar)(?:bidrag|tillskott|insats)(?:et|en|er)?\b"
    r"|\b(?:kommuner|medlemmar|parter|ägar|medlemskommuner)nas\s+"
    r"(?:bidrag|insats|andel|tillskott)(?:er|en)?\b"
)
_IT: Final = re.compile(
    r"(?i)\W*(?:den|de|dessa|hela beloppet|beloppet|fakturan?\w*)\b"
)
_INVOICED: Final = re.compile(r"(?i)\b(?:fakturera|debitera|aviser|faktura)\w*")
_PAID: Final = re.compile(r"(?i)\b(?:in)?betal\w+|\berlägg\w+|\bförf(?:aller|allodag)")
_LAST_DAY: Final = re.compile(
    r"(?i)(?:\bsenast|\bförfaller(?:\s+till\s+betalning)?|\bförfallodag(?:en)?(?:\s+är)?"
    r"|\btillhanda|\b(?:vara|är)\s+(?:in)?betal(?:d|da|t))\s*(?:den\s+)?$"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Say when the year's fees are due; several days, or none, say nothing."""
    year = in_its_year(portion).year
    days = list(_days(portion, year)) if year else []
    if len({day.day for day in days}) != 1:
        return
    due = days[0].piece.value(days[0].day, Certainty.PROBABLE, FOR_ALL)
    for fee in gathering.of("fees"):
        if fee["year"] == year and fee["due_on"] is None:
            gathering.add("fees", fee.key, {"due_on": due})


def _days(portion: Portion, year: int | None) -> Iterator[FoundDay]:
    for piece in portion.pieces():
        is_of_fee = was_of_fee = False
        for sentence in sentences_of(piece):
            # "Den faktureras i januari" is of the fee in the sentence before.
            was_of_fee |= is_of_fee
            goes_on = (is_of_fee and _IT.match(sentence.text)) or (
                was_of_fee and _INVOICED.search(sentence.text)
            )
            is_of_fee = bool(goes_on or _FEE.search(sentence.text))
            if is_of_fee and _PAID.search(sentence.text):
                yield from _last_days(sentence, year)


def _last_days(sentence: Piece, year: int | None) -> Iterator[FoundDay]:
    for day in days_in(sentence, year):
        before = sentence.text[: day.piece.start - sentence.start]
        # "den" stands before the day or is the first of its own words.
        if _LAST_DAY.search(before) and day.day.year == year:
            yield day
