"""The annexes that a letter lists at its end: "Bilaga 1 Projektplan"."""

import re
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion

_ANNEX: Final = re.compile(
    r"^(?i:bilaga)\s+(?:nr\.?\s*)?(?P<number>\d{1,2}|[A-Z])(?:\s*[:.–-])?\s+"
    r"(?P<title>[A-ZÅÄÖ][^\n]{3,160})$"
)
_NUMBER_LAST: Final = re.compile(
    r"^(?P<title>[A-ZÅÄÖ][^\n]{3,160}?)(?:,\s+|\s*\(|\s+[–-]\s+)(?i:bilaga|bil\.)\s+"
    r"(?:nr\.?\s*)?(?P<number>\d{1,2}|[A-Z])\)?$"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the annexes with the numbers and titles that their list gives them."""
    for line in lines_of(portion):
        for piece in line.piece.split(r"\n"):
            match = _ANNEX.match(piece.text) or _NUMBER_LAST.match(piece.text)
            if match is None or match["title"].rstrip().endswith("."):
                continue
            title = piece.group(match, "title").strip()
            number = piece.group(match, "number")
            key = slug(f"{portion.source.key}-bilaga-{number.text}")
            values = {"title": title.value(), "annex_number": number.value()}
            gathering.add("papers", key, values)
