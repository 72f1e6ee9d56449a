"""What a sentence counts up of a programme it tells of, and its first and last day."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.goal_trees.announcing import (
    names_listed,
)
from radslag.formats.understanding.extracting.programme_names import BY_NAME
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.numbers import number_of, number_pattern

TOLD: Final = "Handlingen berättar om programmet; dess egna ord är inte lästa."
_WHAT: Final = r"(?:programmet|strategin|målbilden|visionen|inriktningen|den|det)"
_COUNTED: Final = re.compile(
    rf"(?i)^{_WHAT}(?:\s[^.:;]{{3,120}}?\soch)?\s+(?:har|innehåller|består\s+av|omfattar|bygger\s+på)\s+"
    rf"(?P<count>{number_pattern()})\s+(?:\w+\s+)?(?:inriktningar|prioriteringar|spår"
    r"|teman|pelare|ben|områden|målområden)\s*:\s+(?P<names>[^.:;]{3,300})(?:\.|$)"
)
_FROM: Final = re.compile(
    r"(?i)\b(?:att|ska|skall)\s+gälla\s+(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?)"
    r"\s+"
)
_UNTIL: Final = re.compile(
    rf"(?i)\b{_WHAT}\s+(?:gäller|löper|ska\s+gälla)\s+(?:längst\s+)?"
    r"(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s+"
)


def counted_areas(sentence: Piece) -> Iterator[Piece]:
    """Give the names after "har tre inriktningar:", if they are as many as is said."""
    match = _COUNTED.search(sentence.text)
    if match is None:
        return
    names = names_listed(sentence.group(match, "names"), f"{match['count']} ")
    if len(names) == number_of(match["count"]):
        yield from names


def say_first_and_last(programme: Found, said: Piece, gathering: Gathering) -> None:
    """Say from and until which day it holds, where a sentence has one of them."""
    for column, pattern in (("valid_from", _FROM), ("valid_to", _UNTIL)):
        match = pattern.search(said.text)
        rest = said.part(match.end(), len(said.text)) if match else None
        day = next(days_in(rest), None) if rest else None
        if day is None or rest is None or day.piece.start != rest.start or day.last:
            continue
        before = programme.values.get(column)
        if before and before.reason == BY_NAME:
            del programme.values[column]
        value = day.piece.value(day.day, Certainty.PROBABLE, TOLD)
        gathering.add("programmes", programme.key, {column: value})
