"""Who is host of each meeting in a row of days: "Värdar är i tur och ordning …"."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.source import Piece

IN_TURN: Final = "Värdarna räknas upp i samma ordning som dagarna."
_HOSTS: Final = re.compile(r"(?i)\bvärd(?:ar|kommun(?:er)?|skap(?:et)?)?\b")
_TURN: Final = re.compile(
    r"(?i)\b(?:i\s+(?:tur\s+och|nu\s+nämnd|den)\s+ordning(?:en)?)\b"
)


def tell_hosts(sentence: Piece, meetings: Sequence[str], gathering: Gathering) -> None:
    """Give each meeting of a row its host, where there are as many hosts as days."""
    if not (_HOSTS.search(sentence.text) and _TURN.search(sentence.text)):
        return
    towns = municipalities_in(sentence)
    if len(towns) != len(meetings):
        return
    for key, (piece, name) in zip(meetings, towns, strict=True):
        host = gathering.municipality(piece, name)
        found = gathering.get("meetings", key)
        if host and found and "host" not in found.values:
            said = host.doubted(Certainty.PROBABLE, IN_TURN)
            gathering.add("meetings", key, {"host": said})
