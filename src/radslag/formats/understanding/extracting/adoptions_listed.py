"""Adoptions in a list: "Orsa, kommunstyrelsen den 4 maj 2026, § 12"."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import AdoptionOutcome, Certainty
from radslag.formats.readers.model import ListItem, Table
from radslag.formats.understanding.extracting.case_parts.outcomes import outcome_in
from radslag.formats.understanding.extracting.case_parts.voices import (
    record_voice,
    told_in,
)
from radslag.formats.understanding.extracting.programmes import adopt
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.register_numbers import register_number_in

OF_THE_LIST: Final = "Att programmet är antaget sägs i meningen över listan."
_LEADS: Final = re.compile(
    r"(?i)\b(?:antag\w*|antas?|antog\w*|beslut\w*|godkän\w+|fastställ\w+|behandla\w*)\b"
)
_BOARDS: Final = re.compile(r"(?i)kommunstyrels|fullmäktige|\bkommuner|\bmedlemmar")
_TO_COME: Final = re.compile(r"(?i)\b(?:behandla[rs]|väntas|planera[rs]|tar\s+upp)\b")
_SIGN: Final = re.compile(r"§\s*(\d{1,4})\b")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add what each municipality's board or council did, as a list tells it."""
    here = portion.source.key
    own = (p for p in gathering.of("programmes") if _names_in(p, here))
    programme = next(own, None)
    for item in _items(portion) if programme else ():
        if programme:
            _add(item, programme, gathering)


def _names_in(programme: Found, document: str) -> bool:
    return any(q.document == document for q in programme.values["name"].quotes)


def _items(portion: Portion) -> Iterator[Piece]:
    """Give the items below a paragraph that says that boards adopt the programme."""
    is_led = False
    for block in portion.blocks:
        if isinstance(block, Table):
            is_led = False
        elif isinstance(block, ListItem):
            if is_led:
                yield portion.piece(block)
        else:
            is_open = block.text.rstrip().endswith(":")
            is_told = _LEADS.search(block.text) and _BOARDS.search(block.text)
            is_led = is_open and bool(is_told)


def _add(item: Piece, programme: Found, gathering: Gathering) -> None:
    towns = _towns(item)
    days = [day for day in days_in(item) if day.has_year]
    is_one = len({name for _, name in towns}) == 1 and len(days) == 1
    if not is_one or towns[0][0].start != item.start or _TO_COME.search(item.text):
        return
    municipality = gathering.municipality(*towns[0])
    if municipality is None:
        return
    sign, number = item.find(_SIGN), register_number_in(item)
    values = {
        "outcome": _outcome(item, municipality),
        "decided_on": days[0].piece.value(days[0].day),
        "paragraph": sign.value(f"§ {sign.text}") if sign else None,
        "register_number": number.value() if number else None,
    }
    key = adopt(programme, item, municipality, values, gathering)
    for section, voice in told_in(item):
        record_voice(section, voice.who.value(key), voice, gathering)


def _towns(item: Piece) -> list[tuple[Piece, str]]:
    """Return the municipalities of an item; what stands first alone is one for sure."""
    first = next(iter(item.split(r"[,:(]|\s[–-]\s")), item)
    name = known_name(first.text)
    return [(first, name)] if name else municipalities_in(item)


def _outcome(item: Piece, municipality: Value) -> Value:
    """Return what the item itself says became of it, else that it was adopted."""
    said = outcome_in(item)
    if said:
        return said.value
    adopted = municipality.as_value(AdoptionOutcome.ADOPTED.value)
    return adopted.doubted(Certainty.PROBABLE, OF_THE_LIST)
