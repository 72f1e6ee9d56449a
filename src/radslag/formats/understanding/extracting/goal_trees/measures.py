"""Measured values as they are written: "61,5", "83 % (2023)", and of when they are."""

import re
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in

APPROXIMATE: Final = "Värdet är ungefärligt."
END_OF_YEAR: Final = "Bara året står; dagen är årets sista."
_MEASURE: Final = re.compile(
    r"(?P<about>(?:ca\.?|cirka|omkring|drygt|knappt|ungefär|~)\s*)?"
    r"(?P<number>[-–−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[,.]\d{1,4})?)"
    r"\s*(?P<unit>(?!\d)[^\d()\n]{1,30}?)?\s*"
    r"(?:\(?\s*(?P<year>(?:19|20)\d\d)(?:-\d\d-\d\d)?\s*\)?)?\s*"
)
_YEAR: Final = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")


class Measure(NamedTuple):
    """A value with the words for it, its unit and its year where they are said."""

    value: Value
    unit: Piece | None
    year: Piece | None


def measure_in(piece: Piece) -> Measure | None:
    """Return what a cell measures, or None where it says anything else too."""
    bare = piece.strip()
    match = _MEASURE.fullmatch(bare.text)
    if match is None:
        return None
    number = re.sub(r"\s", "", match["number"]).replace(",", ".")
    number = re.sub(r"^[–−]", "-", number)
    said = bare.group(match, "number").value(
        Decimal(number),
        Certainty.PROBABLE if match["about"] else Certainty.CERTAIN,
        APPROXIMATE if match["about"] else "",
    )
    unit = bare.group(match, "unit").strip(" ,;") if match["unit"] else None
    year = bare.group(match, "year") if match["year"] else None
    return Measure(said, unit or None, year)


def observed_on(piece: Piece) -> Value | None:
    """Return the day that a head or a cell says; of a year alone, its last day."""
    days = [day for day in days_in(piece) if day.has_year]
    if len(days) == 1 and days[0].last is None:
        return days[0].piece.value(days[0].day)
    years = list(_YEAR.finditer(piece.text))
    if len(years) != 1 or days:
        return None
    last = date(int(years[0][1]), 12, 31)
    return piece.group(years[0]).value(last, Certainty.PROBABLE, END_OF_YEAR)
