"""Tables of indicators: each row's goal, unit, values by year, target and source."""

from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.goal_trees.indicator_columns import (
    Columns,
    Holds,
    columns_of,
    with_one_head,
)
from radslag.formats.understanding.extracting.goal_trees.indicator_lines import A_TARGET
from radslag.formats.understanding.extracting.goal_trees.indicator_records import record
from radslag.formats.understanding.extracting.goal_trees.lines import (
    is_only_mark,
    unmarked,
)
from radslag.formats.understanding.extracting.goal_trees.measures import (
    measure_in,
    observed_on,
)
from radslag.formats.understanding.extracting.goal_trees.tables import (
    RESPONSIBLE,
    level_of_column,
)
from radslag.formats.understanding.extracting.goal_trees.tree import NAMES, RANKS, Told
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.source import Piece, tidy

BY_ORDER: Final = "Vilket mål indikatorn hör till är taget ur handlingens ordning."
FROM_ABOVE: Final = "Målet står i en rad ovanför."
_KEYED_BY: Final = ("indicator", "municipality", "observed_on")
Row = Sequence[Piece]


class IndicatorTables:
    """Reads the tables of indicators that stand in a programme."""

    def __init__(self, walk: GoalWalk, gathering: Gathering) -> None:
        self._walk = walk
        self._gathering = gathering
        self._goal: Found | None = None

    def see(self, table: Table, *, is_announced: bool) -> bool:
        """Take the indicators of a table; tell whether it was a table of them."""
        cells = (map(self._walk.portion.source.piece, row) for row in table.rows)
        rows = with_one_head([list(row) for row in cells])
        columns = columns_of(rows, is_announced=is_announced) if rows else None
        if columns is None:
            return False
        goals = _goal_columns(columns)
        self._goal = None if goals else self._goal_above()
        for row in rows[1:]:
            self._row(row, columns, goals)
        self._walk.see(table)
        return True

    def _row(self, row: Row, columns: Columns, goals: dict[int, GoalLevel]) -> None:
        named = _cell(row, columns.first(Holds.NAME))
        goal = self._goal_of(row, goals) if goals else self._of_current(named)
        found = record(named, goal, self._gathering) if named else None
        if found is None:
            return
        self._say(found, row, columns)
        for number in _answering(columns) if self._goal else ():
            who = _cell(row, number)
            if self._goal and who:
                bodies = self._walk.responsibility.bodies(who)
                self._walk.tree.answer(self._goal, bodies)
        for observation in self._observations(found, row, columns):
            parts = (observation[name] for name in _KEYED_BY)
            key = "-".join(str(said.value) for said in parts if said)
            self._gathering.add("observations", slug(key), observation)

    def _goal_above(self) -> Found | None:
        """Return the goal one is at; after several, it is the one that they are of."""
        current, above = self._walk.current, self._walk.path.above
        within = [
            g for g in self._walk.tree.goals() if above and g["parent"] == above.key
        ]
        goal = (
            above if above and above.level not in NAMES and len(within) > 1 else current
        )
        return goal.found if goal else None

    def _of_current(self, named: Piece | None) -> Value | None:
        if named is None or self._goal is None:
            return None
        return named.value(self._goal.key, Certainty.PROBABLE, BY_ORDER)

    def _goal_of(self, row: Row, goals: dict[int, GoalLevel]) -> Value | None:
        """Return the lowest goal of the row; an empty cell is one with that above."""
        said = [(n, lv) for n, lv in goals.items() if _cell(row, n)]
        for number, level in said:
            marked = self._walk.tree.marked(level, tidy(str(row[number])))
            words = unmarked(row[number])
            known = marked or self._walk.tree.named(tidy(str(words)), is_exact=True)
            if known is None and is_only_mark(row[number]):
                self._goal = None
                continue
            told = Told(is_beside=True)
            self._goal = known or self._walk.add(level, words, None, told).found
        if self._goal is None:
            return None
        if said:
            return row[said[-1][0]].value(self._goal.key)
        first = next((cell for cell in row if cell), row[0])
        return first.value(self._goal.key, Certainty.PROBABLE, FROM_ABOVE)

    def _say(self, found: Found, row: Row, columns: Columns) -> None:
        unit = _cell(row, columns.first(Holds.UNIT)) or _unit_of_values(row, columns)
        self._gathering.add(
            "indicators",
            found.key,
            {
                "unit": unit.value() if unit else None,
                "wanted": _wanted(row, columns),
            },
        )

    def _observations(
        self, found: Found, row: Row, columns: Columns
    ) -> Iterator[dict[str, Value | None]]:
        source = _cell(row, columns.first(Holds.SOURCE))
        time = _cell(row, columns.first(Holds.TIME))
        place = _cell(row, columns.first(Holds.MUNICIPALITY))
        for number in columns.at.get(Holds.VALUE, ()):
            cell, head = _cell(row, number), columns.heads[number]
            measure = measure_in(cell) if cell else None
            if measure is None:
                continue
            where = head if known_name(head.text) else place
            said = (measure.year, head, time, _head_of_names(columns))
            days = (observed_on(p) for p in said if p)
            on = next(filter(None, days), None)
            yield {
                "indicator": measure.value.as_value(found.key),
                "municipality": self._gathering.municipality(where) if where else None,
                "observed_on": on,
                "value": measure.value,
                "source": source.value() if source else None,
            }


def _goal_columns(columns: Columns) -> dict[int, GoalLevel]:
    """Return the columns of goals, the highest level first."""
    free = (n for n in range(len(columns.heads)) if n not in columns.taken)
    levels = {n: level_of_column(columns.heads[n].text) for n in free}
    found = {n: level for n, level in levels.items() if level}
    return dict(sorted(found.items(), key=lambda pair: RANKS[pair[1]]))


def _head_of_names(columns: Columns) -> Piece | None:
    """Return the head over the names: "Nyckeltal (31 december 2025)" dates them all."""
    number = columns.first(Holds.NAME)
    return None if number is None else columns.heads[number]


def _answering(columns: Columns) -> Iterator[int]:
    """Give the columns of who answers for the row's goal."""
    for number, head in enumerate(columns.heads):
        if number not in columns.taken and RESPONSIBLE.match(head.text.strip()):
            yield number


def _cell(row: Row, number: int | None) -> Piece | None:
    if number is None or number >= len(row):
        return None
    cell = row[number].strip()
    return cell if cell and cell.text not in ("-", "–", "—") else None


def _unit_of_values(row: Row, columns: Columns) -> Piece | None:
    """Return the unit that stands beside every figure of a row, where it is one."""
    kinds = (Holds.VALUE, Holds.TARGET)
    cells = [_cell(row, n) for kind in kinds for n in columns.at.get(kind, ())]
    units = [m.unit for cell in cells if cell and (m := measure_in(cell))]
    said = [unit for unit in units if unit]
    is_one = len({str(unit).casefold() for unit in said}) == 1
    return said[0] if is_one else None


def _wanted(row: Row, columns: Columns) -> Value | None:
    """Return the direction that is wanted, or else the target with its head."""
    direction = _cell(row, columns.first(Holds.WANTED))
    if direction:
        return direction.value()
    targets = [(n, _cell(row, n)) for n in columns.at.get(Holds.TARGET, ())]
    said = [(columns.heads[n], cell) for n, cell in targets if cell]
    if not said:
        return None
    words = "; ".join(f"{tidy(str(head))}: {tidy(str(cell))}" for head, cell in said)
    return said[0][1].value(words, Certainty.PROBABLE, A_TARGET)
