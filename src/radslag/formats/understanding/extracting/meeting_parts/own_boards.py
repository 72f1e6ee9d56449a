"""A municipality's own board or council that meets, where both are in the head."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.case_parts.senders import (
    Decider,
    Sender,
    board_of,
    decider_in,
    sender_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

_LINES: Final = 60
# The body alone on its line, perhaps with the day and the page, or as a label's value.
_ALONE: Final = re.compile(
    r"(?i)(?:organ(?: och (?:sammanträdesdatum|§§))?\s*:?\s*)?"
    r"(?P<body>(?:[a-zåäö-]{2,20}s? )?(?:kommunstyrelsen?|kommunfullmäktige))"
    r"(?:\s+\d{4}-\d\d-\d\d)?(?:\s+[\d() ]{1,12})?"
)


class OwnBoard(NamedTuple):
    """The board or council, and the municipality that it is of."""

    decider: Decider
    sender: Sender

    def recorded(self, gathering: Gathering) -> Value | None:
        """Return the body's key; it is added if nobody has named it."""
        return board_of(self.decider, self.sender, gathering)


def own_board(portion: Portion, lines: list[Line]) -> OwnBoard | None:
    """Return the board or council that a head is of; None where either is not said."""
    head = [line.piece for line in lines[:_LINES]]
    for piece in head:
        match = _ALONE.fullmatch(piece.text)
        body = piece.group(match, "body") if match else None
        decider = decider_in([body]) if body else None
        sender = _sender(portion, body, head) if body else None
        if decider and sender:
            return OwnBoard(decider, sender)
    return None


def _sender(portion: Portion, body: Piece, head: list[Piece]) -> Sender | None:
    """Return whose the body is, by its own words or else by the head."""
    for piece, name in municipalities_in(body):
        return Sender(name, piece, Certainty.CERTAIN)
    return sender_of(portion, head)
