"""What a column of an action plan's table says, by its cells where its head fails."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.formats.readers.model import Cell
from radslag.formats.understanding.extracting.action_tables.columns import Columns, Says
from radslag.formats.understanding.extracting.action_tables.states import status_word

BY_CELLS: Final = "Kolumnens rubrik är okänd; rutorna visar vad den handlar om."
A_YEAR: Final = 2000
FEWEST_CELLS, LONGEST_CELL = 2, 120
# Who is reached, and where, is written with the same names as who answers.
_NOT_WHO: Final = re.compile(
    r"(?i)målgrupp|mottag|plats|ort\b|var\b|värd|för vem|deltag|finans|betal"
)
_SUM: Final = re.compile(
    r"(?i)(?:ca\.?|cirka|högst|max)?\s*\d[\d   .,]*\s*(?:kr(?:onor)?|tkr|kkr|mnkr|mkr)"
)
_RIVALS: Final = {
    Says.TIME: (Says.TIME, Says.START, Says.END),
    Says.COST: (Says.COST,),
    Says.STATUS: (Says.STATUS,),
    Says.RESPONSIBLE: (Says.RESPONSIBLE,),
}


def told_by_cells(
    columns: Columns,
    rows: Sequence[Sequence[Cell]],
    is_somebody: Callable[[str], bool],
) -> Columns:
    """Return the columns with those that only their cells could tell.

    All cells must agree, and no other column may say the same.
    """
    for number in [*columns.unknown, *columns.unnamed]:
        if number in columns.says:
            continue
        cells = [row[number].text.strip() for row in rows]
        said = [text for text in cells if any(map(str.isalnum, text))]
        says = _told_by(said, columns.heads[number], is_somebody)
        if says and not any(map(columns.of, _RIVALS[says])):
            columns = columns.also(number, says)
    return columns


def _told_by(
    said: Sequence[str], head: str, is_somebody: Callable[[str], bool]
) -> Says | None:
    if len(said) < FEWEST_CELLS or max(map(len, said)) > LONGEST_CELL:
        return None
    times = [understand_time(text, A_YEAR) for text in said]
    if all(time.kind != "unknown" for time in times) and any(t.from_on for t in times):
        return Says.TIME
    if all(map(_SUM.fullmatch, said)):
        return Says.COST
    if all(map(status_word, said)):
        return Says.STATUS
    is_who = not _NOT_WHO.search(head) and all(map(is_somebody, said))
    return Says.RESPONSIBLE if is_who else None
