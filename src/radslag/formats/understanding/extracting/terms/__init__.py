"""Terms: what an agreement's sentences say that rules can read, one reader each kind.

Every sentence of the agreement is looked at, whatever paragraph it stands in. What a
sentence leaves unsaid is left out of the term's value: people are asked for it.
"""

from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.extracting.terms import (
    fees,
    lasting,
    meeting,
    paying,
    sitting,
)
from radslag.formats.understanding.extracting.terms.clauses import Reader, Said, Term

READERS: Final[dict[str, Reader]] = {
    "duration": lasting.duration,
    "withdrawal": lasting.withdrawal,
    "composition": sitting.composition,
    "officers": sitting.officers,
    "decision": sitting.decision,
    "quorum": sitting.quorum,
    "remote": sitting.remote,
    "minutes": meeting.minutes,
    "initiative": meeting.initiative,
    "meetings": meeting.meetings,
    "extra_meeting": meeting.extra_meeting,
    "presentation": meeting.presentation,
    "secretariat": paying.secretariat,
    "financing": paying.financing,
    "special_project": paying.special_project,
    "fee": fees.fee,
    "due": paying.due,
    "dissolution": lasting.dissolution,
    "adoption": meeting.adoption,
}


def terms_in(said: Said) -> Iterator[Term]:
    """Give every term that the agreement's sentences tell of."""
    for read in READERS.values():
        yield from read(said)
