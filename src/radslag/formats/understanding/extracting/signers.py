"""Who signs a letter with an office: as what, and of which municipality."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, Role
from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.extracting.organisation import add_appointment
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    names_in,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

AS_SIGNED: Final = "Uppdraget är det som står vid underskriften."
_OFFICE: Final = re.compile(
    r"(?i)(?<![\wåäö-])(?:(?:\d:?[ae]\s+)?vice\s+)?(?:ordförande|(?:nämnd|mötes)?sekreterare)"
    r"(?![\wåäö])(?:,?\s+(?P<town>(?-i:[A-ZÅÄÖ])[\wåäö-]+(?:\s(?-i:[A-ZÅÄÖ])[\wåäö-]+)?)"
    r"(?:\s+(?:kommun|stad))?)?"
)
_REST: Final = re.compile(r"(?:\([^()]{1,12}\)|[\s,.])*")
_ROLES: Final = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)
_LAST, _LONGEST = 12, 240


class Signer(NamedTuple):
    """A name and the office that is told of it, with its municipality if it has one."""

    name: Piece
    office: Piece
    town: Piece | None


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the offices of those who sign at the end."""
    for signer in _signers([line.cells for line in lines_of(portion)[-_LAST:]]):
        role = role_in(signer.office)
        if role is None or role[0] not in _ROLES:
            continue
        name = known_name(signer.town.text) if signer.town else None
        town = (signer.town, name) if signer.town and name else None
        said = signer.office.value(role[0].value, Certainty.PROBABLE, AS_SIGNED)
        holder = Holder(signer.name, signer.name, town)
        add_appointment(None, said, holder, (None, None), gathering)


def _signers(lines: Sequence[tuple[Piece, ...]]) -> Iterator[Signer]:
    for cells in lines:
        yield from _on_line(cells[0].until(cells[-1]), None)
    for above, below in pairwise(lines):
        pairs = zip(above, below, strict=False) if len(above) == len(below) else ()
        for name, office in pairs:
            yield from _on_line(name, office)


def _on_line(names: Piece, below: Piece | None) -> Iterator[Signer]:
    """Give the names of a piece with as many offices after them, or on the line below.

    The piece is nothing else than names, parties, offices and municipalities.
    """
    told = below or names
    if len(names.text) > _LONGEST or len(told.text) > _LONGEST:
        return
    offices = list(_OFFICE.finditer(told.text))
    first = offices[0].start() if offices else 0
    named = names if below else names.part(0, first)
    people = list(names_in(named)) if offices else []
    is_even = 0 < len(people) == len(offices)
    if is_even and _is_only(named, people) and _holds_only(told, offices, first):
        for name, match in zip(people, offices, strict=True):
            town = told.group(match, "town") if match["town"] else None
            yield Signer(name, told.group(match), town)


def _is_only(named: Piece, people: Sequence[Piece]) -> bool:
    """Tell whether nothing stands between names but their parties."""
    starts = [named.start, *(each.end for each in people)]
    ends = [*(each.start for each in people), named.end]
    return all(
        _REST.fullmatch(named.source.text[start:end])
        for start, end in zip(starts, ends, strict=True)
    )


def _holds_only(told: Piece, offices: "Sequence[re.Match[str]]", first: int) -> bool:
    rest, at = "", first
    for match in offices:
        rest, at = rest + told.text[at : match.start()], match.end()
    return _REST.fullmatch(rest + told.text[at:]) is not None
