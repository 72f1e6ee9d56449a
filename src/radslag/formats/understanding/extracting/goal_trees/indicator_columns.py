"""What each column of a table of indicators holds, by its head and its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from radslag.formats.understanding.extracting.goal_trees.measures import measure_in
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece


class Holds(Enum):
    """What a column holds, or what a label says that a line holds."""

    NAME = auto()
    UNIT = auto()
    SOURCE = auto()
    WANTED = auto()
    TARGET = auto()
    VALUE = auto()
    TIME = auto()
    MUNICIPALITY = auto()


_TARGET: Final = (
    r"mål(?:värde|nivå|tal|tal)|^mål\W*(?:för|till|år|senast)?\W*(?:år\s+)?20\d\d|^20\d\d\W+mål"
    r"|^ambition|^önskat\s+(?:värde|läge|resultat)"
)
# In this order: "målvärde" is a value too, and "önskat värde" a direction.
_HEADS: Final = (
    (
        Holds.NAME,
        r"indikator|^(?:det\s+|vad\s+|så\s+)?(?:vi\s+)?(?:följer|mäter)(?:\s+vi)?(?:\s+upp)?$"
        r"|nyckeltal|mätetal|mätning\b(?!\W.*(?:19|20)\d\d)|^mått(?:et)?\b|\bmäts\b|uppföljningsmått",
    ),
    (Holds.UNIT, r"^(?:mät)?enhet"),
    (Holds.SOURCE, r"källa|^uppgiftslämnare|^statistik"),
    (Holds.TARGET, _TARGET),
    (
        Holds.WANTED,
        r"(?<!in)riktning|^vi\s+vill\s+se|^önskad|^trend|^önskvärd"
        r"|^(?:värdet\s+|talet\s+|det\s+)?(?:ska(?:ll)?|bör)(?:\s+(?:bli|gå|öka\W+minska))?$"
        r"|^(?:åt\s+)?vilket\s+håll$|^(?:upp\W+ner|öka\W+minska)$",
    ),
    (
        Holds.VALUE,
        r"värde|utfall|nuläge|utgångs|basnivå|baslinje|startläge|^resultat|^referens"
        r"|^(?:dags)?läget?(?:\s+i\s?dag)?$|^i\s?dag$"
        r"|^(?:(?:dags)?läget?|mätning|nivån?|status|siffran?|antal|andel|i\s?dag)\W+"
        r"(?:(?:per|år|den|vid|i|årsskiftet|\d\d?|[a-z]{3,9}(?<!mål))\W+){0,4}"
        r"(?:19|20)\d\d"
        r"|^(?:(?:bas|mät|start)?år\s+)?(?:19|20)\d\d(?:-\d\d-\d\d)?$|^senaste",
    ),
    (
        Holds.TIME,
        r"^(?:mät|bas|start)?år(?:tal)?$|^avser\b(?!\s+[a-zåäö]*mål)|tidpunkt|^datum|^period$",
    ),
    (Holds.MUNICIPALITY, r"^kommun$"),
)
_PLAIN_GOAL: Final = re.compile(r"(?i)^mål(?:et|sättning)?$")


def holds(head: str) -> Holds | None:
    """Return what a head or a label says that stands below or after it, or None."""
    said = head.strip(" :*_")
    for kind, words in _HEADS:
        if re.search(words, said, re.IGNORECASE):
            return kind
    return Holds.VALUE if known_name(said) else None


@dataclass
class Columns:
    """Where each thing stands in a table of indicators."""

    heads: Sequence[Piece]
    at: dict[Holds, list[int]] = field(default_factory=dict)

    def first(self, kind: Holds) -> int | None:
        """Return the first column that holds a thing."""
        return next(iter(self.at.get(kind, ())), None)

    @property
    def taken(self) -> set[int]:
        """All columns that hold anything known."""
        return {number for numbers in self.at.values() for number in numbers}


def with_one_head(rows: Sequence[Sequence[Piece]]) -> Sequence[Sequence[Piece]]:
    """Return rows whose head of two rows is made one, the lower words before the upper.

    A second row is of the head where it has words only below and beside a group's.
    """
    if len(rows) < 3:  # noqa: PLR2004 - a head of two, and a row.
        return rows
    upper, lower = rows[0], rows[1]
    if not (upper and upper[0] and lower) or lower[0]:
        return rows
    said = [cell for cell in lower if cell]
    is_head = len(said) > 1 and all(holds(cell.text) for cell in said)
    if not is_head:
        return rows
    head = [low or up for up, low in zip(upper, lower, strict=False)]
    return [head, *rows[2:]]


def columns_of(
    rows: Sequence[Sequence[Piece]], *, is_announced: bool
) -> Columns | None:
    """Return the columns of a table of indicators, or None where it is no such.

    Where words above say that indicators come, the first column that says nothing
    else has their names.
    """
    columns = Columns(rows[0])
    named = next((n for n, h in enumerate(rows[0]) if holds(h.text) is Holds.NAME), 0)
    for number, head in enumerate(rows[0]):
        kind = holds(head.text)
        # A column of goals stands before the indicators, and may hold only numbers.
        if (
            kind is None
            and number >= named
            and _PLAIN_GOAL.match(head.text.strip())
            and _is_measured(rows, number)
        ):
            kind = Holds.TARGET
        if kind:
            columns.at.setdefault(kind, []).append(number)
    if not columns.at.get(Holds.NAME) and is_announced and columns.at:
        free = (n for n in range(len(rows[0])) if n not in columns.taken)
        columns.at[Holds.NAME] = [n for n in free if _is_worded(rows, n)][:1]
    names = columns.at.get(Holds.NAME, [])
    columns.at[Holds.NAME] = names[:1]
    return columns if names and len(columns.taken) > 1 else None


def _is_measured(rows: Sequence[Sequence[Piece]], number: int) -> bool:
    """Tell whether most of a column's cells are figures."""
    cells = [row[number] for row in rows[1:] if number < len(row) and row[number]]
    measured = [cell for cell in cells if measure_in(cell)]
    return bool(cells) and 2 * len(measured) > len(cells)


def _is_worded(rows: Sequence[Sequence[Piece]], number: int) -> bool:
    cells = [row[number] for row in rows[1:] if number < len(row) and row[number]]
    return bool(cells) and not _is_measured(rows, number)
