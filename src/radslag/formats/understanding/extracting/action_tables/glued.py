"""Rows whose columns were lost: "Ny karta Kansliet Våren" on one line."""

import re
from collections.abc import Callable
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.action_tables.columns import Says, says_of
from radslag.formats.understanding.extracting.action_tables.recording import Activity
from radslag.formats.understanding.extracting.action_tables.states import status_of
from radslag.formats.understanding.extracting.goal_trees.tables import level_of_column
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import sums_in

FEWEST_HEADS, MOST_WORDS, LONGEST_HEAD = 3, 7, 120
WITHOUT_COLUMNS: Final = "Radens kolumner gick förlorade i läsningen och är delade "
"på nytt."
NOT_PARTED: Final = "Raden kunde inte delas i kolumner."
A_YEAR: Final = 2000
_WORD: Final = re.compile(r"\S+")


def glued_head(piece: Piece) -> tuple[Says, ...]:
    """Return what the columns say, where a line is nothing but a table's head."""
    if len(piece.text) > LONGEST_HEAD:
        return ()
    said = [says_of(word) for word in piece.text.replace("/", " ").split()]
    found = tuple(dict.fromkeys(says for says in said if says))
    is_head = None not in said and len(found) >= FEWEST_HEADS
    return found if is_head and found[0] is Says.ACTIVITY else ()


def begins_as_head(piece: Piece) -> bool:
    """Tell whether a whole table seems to have been read as running text."""
    words = piece.text.split()[:FEWEST_HEADS]
    heads = [says_of(word) or level_of_column(word) for word in words]
    return len(words) == FEWEST_HEADS and all(heads) and len(set(heads)) > 1


def parted(
    piece: Piece, heads: tuple[Says, ...], answers: Callable[[str], bool]
) -> Activity | None:
    """Return the activity of a line, parted from its end; None where it does not part.

    `answers` tells whether words are wholly those of somebody responsible.
    """
    rest, says = piece.strip(), {}
    for head in reversed(heads[1:]):
        words = _suffix(rest, head, answers)
        if words is None:
            if head in (Says.RESPONSIBLE, Says.TIME):
                return None
            continue
        says[head] = [words]
        rest = rest.part(0, words.start - rest.start).strip()
    if not rest:
        return None
    return Activity(rest, says, certainty=Certainty.PROBABLE, reason=WITHOUT_COLUMNS)


def _suffix(rest: Piece, head: Says, answers: Callable[[str], bool]) -> Piece | None:
    """Return the longest end of a line that suits a column, some words left before."""
    starts = [match.start() for match in _WORD.finditer(rest.text)][1:]
    for start in starts[-MOST_WORDS:]:
        words = rest.part(start, len(rest.text))
        if _suits(words, head, answers):
            return words
    return None


def _suits(words: Piece, head: Says, answers: Callable[[str], bool]) -> bool:
    if head is Says.TIME:
        return understand_time(str(words), A_YEAR).kind != "unknown"
    if head is Says.STATUS:
        return len(str(words).split()) <= 2 and status_of(words) is not None  # noqa: PLR2004 - "ej påbörjad".
    if head is Says.COST:
        sums = list(sums_in(words))
        return len(sums) == 1 and str(sums[0].piece) == str(words)
    return head is Says.RESPONSIBLE and answers(str(words))
