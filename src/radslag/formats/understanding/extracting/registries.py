"""The addresses of the municipalities' registries, and who else is written to."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.sections import (
    Part,
    of,
    sections_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    email_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.outside import NOT_OUTSIDE, OUTSIDE

COMMON: Final = "Adressen är kommunens gemensamma, inte uttryckligen registratorns."
_REGISTRY: Final = re.compile(r"(?i)^(?:registrator|registratur|diari(?:um|et))\w*[.@]")
_COMMON: Final = re.compile(
    r"(?i)^(?:kommun(?:en|styrelsen)?|ks|post|info|kansli(?:et)?|kontaktcenter)@"
)
_PARTS: Final = re.compile(r"[\n\t,;:()]|\s[–—-]\s|\s(?=\S+@)")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the registries' addresses beside municipalities' names, and other readers."""
    for line in lines_of(portion):
        parts = [part for cell in line.cells for part in cell.split(_PARTS)]
        _address(parts, gathering)
    for section in of(sections_of(lines_of(portion)), Part.RECIPIENTS):
        for piece in section.pieces:
            words = piece.strip(" .,")
            if OUTSIDE.fullmatch(words.text) and not NOT_OUTSIDE.search(words.text):
                values = {"name": words.value()}
                gathering.add("outside_parties", slug(words.text), values)


def _address(parts: Sequence[Piece], gathering: Gathering) -> None:
    towns = [part for part in parts if known_name(part.text)]
    emails = [email for part in parts if (email := email_in(part))]
    if len(towns) != 1 or len(emails) != 1:
        return
    is_registry = _REGISTRY.match(emails[0].text)
    if not (is_registry or _COMMON.match(emails[0].text)):
        return
    town = gathering.municipality(towns[0])
    certainty = Certainty.CERTAIN if is_registry else Certainty.PROBABLE
    address = emails[0].value(None, certainty, "" if is_registry else COMMON)
    if town:
        gathering.add("municipalities", str(town.value), {"registry_email": address})
