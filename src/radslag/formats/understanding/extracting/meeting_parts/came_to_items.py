"""Who came to one item only, where a sentence below it says so with office and place.

"Eva Alm, upphandlare i Orsa kommun, deltog under punkten". Who comes from elsewhere
than a municipality was there when told to speak; others may be there all the time.
"""

import re
from typing import Final

from radslag.agreement.vocabulary import AttendanceState, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name
from radslag.formats.understanding.wording.sentences import sentences_of

IN_A_SENTENCE: Final = "Att hon eller han var med berättas i texten under punkten."
_CAME: Final = re.compile(
    rf"^(?P<name>{NAME}),\s+(?P<role>[a-zåäö][^,.:;]{{2,50}}?)\s+(?:i|på|från|vid|hos)\s+"
    r"(?P<place>[A-ZÅÄÖ][^,.:;]{1,60}),\s+"
    r"(?:(?P<here>(?:deltog|närvarade|medverkade|var\s+med|anslöt)\b"
    r"(?=[^.]{0,40}?\b(?:punkten|ärendet|frågan|programpunkten)\b))"
    r"|(?P<spoke>(?:berättade|redogjorde|informerade|presenterade|föredrog|redovisade"
    r"|visade)\b))"
)


def add_who_came(item: Item, meeting: Found, gathering: Gathering) -> None:
    """Add those who a sentence says were there at the item."""
    for line in item.lines:
        for sentence in [] if line.is_row else sentences_of(line.piece):
            match = _CAME.match(sentence.text)
            if match and is_name(match["name"]):
                _add(match, sentence, item, meeting, gathering)


def _add(
    match: "re.Match[str]",
    sentence: Piece,
    item: Item,
    meeting: Found,
    gathering: Gathering,
) -> None:
    name, role = (sentence.group(match, group) for group in ("name", "role"))
    place = sentence.group(match, "place")
    is_town = known_name(place.text) is not None
    if (is_town and match["spoke"]) or _is_listed(name, meeting, gathering):
        return
    state = AttendanceState.PRESENT if is_town else AttendanceState.GUEST
    values: dict[str, Value | None] = {
        "meeting": name.value(meeting.key),
        "person": gathering.person(name),
        "role": role.value(),
        "item": sentence.value(str(item.number)),
        "state": sentence.value(state.value, Certainty.PROBABLE, IN_A_SENTENCE),
    }
    key = f"{meeting.key}-{item.number}-{slug(name.text)}"
    gathering.add("attendance", key, values | _from(place, gathering, is_town=is_town))


def _is_listed(name: Piece, meeting: Found, gathering: Gathering) -> bool:
    key = slug(name.text)
    rows = gathering.of("attendance")
    return any(r["person"] == key and r["meeting"] == meeting.key for r in rows)


def _from(
    place: Piece, gathering: Gathering, *, is_town: bool
) -> dict[str, Value | None]:
    if is_town:
        return {"municipality": gathering.municipality(place)}
    key = slug(place.text)
    called = place.value(None, Certainty.PROBABLE, IN_A_SENTENCE)
    gathering.add("outside_parties", key, {"name": called})
    return {"outside_party": called.as_value(key)}
