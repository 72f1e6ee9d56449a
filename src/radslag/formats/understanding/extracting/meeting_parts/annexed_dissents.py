"""A written dissent after the minutes: "Bilaga § 4", its words and whose they are."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name

# Where this stands alone below the items, they have ended.
ANNEX: Final = re.compile(
    r"(?i)bilaga\s+(?:\d{1,2}\s+)?(?:till\s+)?(?:[a-zåäö]{2,8}\.?\s+)?§\s*"
    r"(?P<number>\d{1,4})\W*$"
)
_DISSENT: Final = re.compile(r"(?i)\W*(?:skriftlig\w*\s+)?reservation")
_PARTY: Final = re.compile(r"\s*\([^()]{1,12}\)\W*$")


def add_annexed_dissents(
    lines: Sequence[Line], meeting: Found, gathering: Gathering
) -> None:
    """Give those who dissented in an item the words that an annex of it has."""
    for number, words, name in _annexed(lines):
        item = f"{meeting.key}-{number}"
        for dissent in gathering.of("dissents"):
            decision = gathering.get("decisions", str(dissent["decision"]))
            is_of_item = decision is not None and decision["item"] == item
            if is_of_item and slug(str(dissent["dissenter"])) == slug(name):
                dissent.values["text"] = words.value()


def _annexed(lines: Sequence[Line]) -> Iterator[tuple[int, Piece, str]]:
    """Give the § of each annexed dissent, its words, and the name below them."""
    for at, line in enumerate(lines):
        match = ANNEX.match(line.text)
        below = lines[at + 1 : at + 2]
        if match is None or not any(_DISSENT.match(each.text) for each in below):
            continue
        words: list[Piece] = []
        for each in lines[at + 2 :]:
            name = _PARTY.sub("", each.text).strip()
            if words and is_name(name):
                yield int(match["number"]), words[0].until(words[-1]), name
                break
            if ANNEX.match(each.text):
                break
            words.append(each.piece)
