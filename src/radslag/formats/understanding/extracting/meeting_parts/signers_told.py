"""Who signs, where it is told otherwise than by a label before a name."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    SIGNING,
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name

_ROLES: Final = (
    (Label.SECRETARY, "sekreterare"),
    (Label.CHAIR, "ordförande"),
    (Label.VERIFIER, "juster"),
)
# Under the line that a name is written on: "Anna Ek, ordförande".
_UNDER_A_LINE: Final = re.compile(
    rf"(?:^|(?<=/))(?P<who>{NAME})(?:\s*\([^)]{{1,12}}\))?,\s+"
    r"(?P<role>(?i:(?:mötes)?sekreterare|ordförande|(?:protokolls)?juster(?:are|ande)))"
    r"(?:(?=/)|\s*$)"
)
# The same with the office first: "Sekreterare, Anna Ek".
_ROLE_AND_NAME: Final = re.compile(
    r"^(?P<role>(?i:(?:mötes)?sekreterare|ordförande|juster(?:are|ande))),\s+"
    rf"(?P<who>{NAME})(?:\s*\([^)]{{1,12}}\))?\s*$"
)
_IN_A_SENTENCE: Final = re.compile(
    r"(?i:^|(?<=[.!] )|\bjämte )(?P<role>(?i:sekreterare (?:är|var)"
    rf"|(?:vice )?ordföranden?))\s+(?P<who>{NAME})"
)
_TWO_NAMES: Final = 4


class Told(NamedTuple):
    """Somebody who signs, as what, and the words that say so."""

    label: Label
    name: Piece
    role: Piece


def signers_told(lines: list[Line]) -> Iterator[Told]:
    """Give those who sign after their name, below "Underskrifter", or in a sentence."""
    is_signing = False
    for line in lines:
        found = label_of(line)
        is_signing = found.label is Label.SIGNATURES if found else is_signing
        for pattern in (_UNDER_A_LINE, _ROLE_AND_NAME) if is_signing else ():
            for under in pattern.finditer(line.text):
                yield from _told(under, line.piece)
        for said in _IN_A_SENTENCE.finditer(line.text) if "juster" in line.text else ():
            yield from _told(said, line.piece)


def _told(match: "re.Match[str]", line: Piece) -> Iterator[Told]:
    role = line.group(match, "role")
    label = next(label for label, word in _ROLES if word in role.text.lower())
    if is_name(match["who"]):
        yield Told(label, line.group(match, "who"), role)


def roles_first(lines: list[Line]) -> list[Line]:
    """Return the lines, below "Underskrifter" each office before its name.

    There a name may stand on its line with the office below it.
    """
    at = next((n for n, line in enumerate(lines) if _is_signatures(line)), len(lines))
    ordered, rest = lines[: at + 1], lines[at + 1 :]
    while len(rest) > 1 and is_name(rest[0].text) and _is_office(rest[1]):
        ordered += [rest[1], rest[0]]
        rest = rest[2:]
    return ordered + rest


def _is_signatures(line: Line) -> bool:
    found = label_of(line)
    return found is not None and found.label is Label.SIGNATURES and not found.cells


def _is_office(line: Line) -> bool:
    found = label_of(line)
    return found is not None and found.label in SIGNING and not found.cells


def names_parted(names: list[Attendee], labels: int) -> list[Attendee]:
    """Return the names below several labels; one that holds as many is parted evenly.

    So "Anna Ek Bo Lind" stands below "Ordförande" and "Justerare".
    """
    words = list(names[0].name.find_all(r"\S+")) if names and names[0].name else []
    if len(names) != 1 or labels < 2 or len(words) != 2 * labels:  # noqa: PLR2004 - a name has two words.
        return names
    return [
        Attendee(name=words[at].until(words[at + 1])) for at in range(0, len(words), 2)
    ]


def people_in(name: Piece, gathering: Gathering) -> list[Piece]:
    """Return the two persons whose names stand beside each other, or the one.

    Only names that the list of those present has as well are parted.
    """
    words = list(name.find_all(r"\S+"))
    if len(words) < _TWO_NAMES or gathering.get("people", slug(name.text)):
        return [name]
    for at in range(2, len(words) - 1):
        two = [words[0].until(words[at - 1]), words[at].until(words[-1])]
        if all(gathering.get("people", slug(one.text)) for one in two):
            return two
    return [name]
