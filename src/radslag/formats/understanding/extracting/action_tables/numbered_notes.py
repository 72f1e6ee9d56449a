"""Tables of what became of activities, each told by its number: "1.2 | 3 maj | …"."""

import re
from typing import Final

from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.action_tables.columns import Says, says_of
from radslag.formats.understanding.extracting.action_tables.following import follow
from radslag.formats.understanding.extracting.action_tables.recording import Recording
from radslag.formats.understanding.extracting.action_tables.states import status_word
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece, Source
from radslag.formats.understanding.wording.days import day_in

_DAY: Final = re.compile(r"(?i)\W*(?:datum|dag|avstämt|noterat)\b")
_NOTES: Final = (Says.COMMENT, Says.FOLLOW_UP, Says.STATUS)


class NumberedNotes:
    """Adds follow-ups from a table whose rows name activities by number alone."""

    def __init__(self, source: Source, recording: Recording) -> None:
        self._source = source
        self._recording = recording

    def see(self, table: Table) -> bool:
        """Take the notes of a table; tell whether it was a table of them."""
        heads = [cell.text for cell in table.rows[0]]
        says = [says_of(head) for head in heads]
        days = [n for n, head in enumerate(heads) if _DAY.match(head)]
        notes = [n for n, each in enumerate(says) if each in _NOTES]
        if Says.NUMBER not in says or len(days) != 1 or not notes:
            return False
        where = says.index(Says.NUMBER)
        rows = [
            [self._source.piece(cell).strip() for cell in r] for r in table.rows[1:]
        ]
        known = [row for row in rows if self._key(row[where])]
        for row in known:
            self._add(row, where, days[0], notes)
        return bool(known)

    def _key(self, number: Piece) -> str | None:
        return self._recording.numbered.get(number.text.strip(" ."))

    def _add(self, row: list[Piece], where: int, day_at: int, notes: list[int]) -> None:
        gathering = self._recording.gathering
        activity = gathering.get("activities", self._key(row[where]) or "")
        day = day_in(row[day_at], self._recording.year)
        said = [row[n] for n in notes if row[n]]
        if activity is None or day is None or not said:
            return
        noted = day.piece.value(day.day, day.certainty, day.reason)
        follow(gathering, activity, noted, said, _status(said))


def _status(said: list[Piece]) -> Value | None:
    for piece in said:
        status = status_word(piece.text)
        if status:
            return piece.value(status.value)
    return None
