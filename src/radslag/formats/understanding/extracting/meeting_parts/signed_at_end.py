"""Who wrote, and when, where only the end of the document says it: "/Eva Alm"."""

import re
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.meeting_parts.header import dated
from radslag.formats.understanding.extracting.meeting_parts.items import Cut
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.wording.days import day_in
from radslag.formats.understanding.wording.names import NAME, is_name

BY_SLASH: Final = "Namnet står sist i handlingen efter ett snedstreck."
_SLASHED: Final = re.compile(rf"^/\s*({NAME})(?=\s*(?:$|[,(]))")
BESIDE_SLASH: Final = "Dagen står sist i handlingen vid den som har skrivit."
_SLASHED_DAY: Final = re.compile(
    r"^/\s*[^\W\d_][^\d,]{1,40}[,\s]\s*"
    r"(?:(?:ren|ut|ned)?(?:skriv(?:et|na)|teckna[dt])\s*)?(?:den\s+)?(\d.{2,20})$"
)
OVER_THE_NAME: Final = "Dagen står vid namnet som avslutar anteckningarna."
# "Antecknat 2025-02-13 /EA": when it was written, in words of its own.
_WRITTEN: Final = re.compile(
    r"(?i)^(?:antecknat|nedtecknat|skrivet|upprättat|renskrivet|utskrivet)\s+"
    r"(?:av\s+[^\d,]{2,40},?\s+)?(?:den\s+)?(\d.{2,20}?)(?:\s*(?:[/,]|\bav\b).{0,40})?\W*$"
)
_PLACE_AND_DAY: Final = re.compile(
    r"^[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?,?\s+(?:den\s+)?(?:20\d\d-\d\d-\d\d"
    r"|\d{1,2}\s[a-z]+\s20\d\d)\W*$"
)
_LAST_LINES: Final = 3


def add_slashed(cut: Cut, minutes: Found, gathering: Gathering) -> None:
    """Take the secretary from the end of the document: "/Eva Alm"."""
    for line in _last_lines(cut):
        name = line.piece.find(_SLASHED)
        if name and is_name(name.text):
            gathering.person(name)
            said = name.value(None, Certainty.PROBABLE, BY_SLASH)
            gathering.add("minutes", minutes.key, {"secretary": said})
            return


def add_slashed_day(
    cut: Cut, year: int | None, minutes: Found, gathering: Gathering
) -> None:
    """Take the day beside who ends the document: "/Eva, 2025-02-13"."""
    for line in _last_lines(cut):
        said = line.piece.find(_SLASHED_DAY) or line.piece.find(_WRITTEN)
        day = day_in(said, year) if said else None
        if day:
            value = dated(day).doubted(Certainty.PROBABLE, BESIDE_SLASH)
            gathering.add("minutes", minutes.key, {"written_on": value})
            return


def add_signed_day(cut: Cut, minutes: Found, gathering: Gathering) -> None:
    """Take the day of "Kalix 2025-09-26" right over the name that ends the notes."""
    for above, below in pairwise(_last_lines(cut)):
        match = _PLACE_AND_DAY.match(above.text)
        day = day_in(above.piece) if match else None
        if day and day.has_year and is_name(below.text.split(",")[0].strip(" ./")):
            value = dated(day).doubted(Certainty.PROBABLE, OVER_THE_NAME)
            gathering.add("minutes", minutes.key, {"written_on": value})
            return


def _last_lines(cut: Cut) -> list[Line]:
    inside = [line for item in cut.items[-1:] for line in item.lines]
    return [*inside, *cut.tail][-_LAST_LINES:]
