"""Reads an action plan's tables row by row, with the goals that rows stand under."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.action_tables.columns import (
    Columns,
    Says,
)
from radslag.formats.understanding.extracting.action_tables.recording import (
    Activity,
    Recording,
    goal_value,
)
from radslag.formats.understanding.extracting.action_tables.rows import (
    Row,
    head_of,
    is_continued,
    rows_of,
)
from radslag.formats.understanding.extracting.goal_trees.labels import label_in
from radslag.formats.understanding.extracting.goal_trees.lines import unmarked
from radslag.formats.understanding.extracting.goal_trees.tree import Node, Told
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.programme_names import programmes_in
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece

SECTION_ROW: Final = "Raden nämner bara det som raderna under den handlar om."
NAME_AND_WORDING: Final = re.compile(r"(?s)^(.{2,60}?)\s+[-–—]\s+(.{10,})$")
_LABELLED: Final = re.compile(r"(?i)^\W{0,3}över\w{4,10}\s+mål\s*:\s*(.+)$", re.S)


class ActionTables:
    """The tables of a plan; a table without a head goes on where the last one ended."""

    def __init__(self, walk: GoalWalk, recording: Recording) -> None:
        self.walk = walk
        self.recording = recording
        self.columns: Columns | None = None
        self.rows = self.goal_rows = 0
        self._column_goals: dict[int, Node] = {}

    def see(self, table: Table, activity: Activity) -> bool:
        """Take a table's activities; `activity` holds what is the same for them all.

        False where it is no action plan's table.
        """
        found = head_of(table)
        if found:
            self.columns, first = found
            self._column_goals = {}
        elif self.columns and is_continued(table, self.columns):
            first = 0
        else:
            self.columns = None
            return False
        for row in rows_of(self.walk.portion.source, table, self.columns, first):
            self.rows += 1
            self._row(row, self.columns, activity)
        self.walk.see(table)
        return True

    def end(self) -> None:
        """Say that what comes is another subject, and no table that goes on."""
        self.columns = None

    def tells_who_or_when(self, table: Table) -> bool:
        """Tell whether a table's head names those responsible, a time or a status."""
        found = head_of(table)
        telling = {Says.RESPONSIBLE, Says.TIME, Says.START, Says.STATUS}
        return found is not None and bool(telling & set(found[0].says.values()))

    def goes_on(self, table: Table) -> bool:
        """Tell whether a table without a head goes on where the last one ended."""
        is_one = self.columns is not None and is_continued(table, self.columns)
        return is_one and head_of(table) is None

    def _row(self, row: Row, columns: Columns, alike: Activity) -> None:
        if row.section:
            self.goal_rows += 1
            self.section(row.section)
            return
        for number in [n for n in row.goals if columns.is_loose(n)]:
            if not self.walk.tree.named(str(row.goals[number])):
                aim = row.goals.pop(number)
                row.says.setdefault(Says.COMMENT, []).insert(0, aim)
        self._goals(row, columns)
        title = row.activity
        if title is None:
            self.goal_rows += not row.says
            self._without_title(row, columns, alike)
            return
        self._add(title, row, columns, alike)

    def _add(self, title: Piece, row: Row, columns: Columns, alike: Activity) -> None:
        says: dict[Says, list[Piece]] = {s: list(p) for s, p in row.says.items()}
        says.pop(Says.NUMBER, None)
        extra = says.pop(Says.ACTIVITY)[1:]
        if extra:
            says[Says.COMMENT] = [*extra, *says.get(Says.COMMENT, [])]
        activity = Activity(title, says, is_shifted=row.is_shifted, unit=columns.unit)
        activity.kind = alike.kind
        activity.goal = self._goal(row, title) or alike.goal
        activity.responsible = alike.responsible
        self.recording.add(activity)

    def _goal(self, row: Row, title: Piece) -> Value | None:
        current = self.walk.current
        if current is None:
            return None
        beside = [row.goals[number] for number in sorted(row.goals)]
        if beside:
            return goal_value(current.key, beside[-1], is_beside=True)
        return goal_value(current.key, title, is_beside=False)

    def _without_title(self, row: Row, columns: Columns, alike: Activity) -> None:
        """Keep a row that says who or when but no activity: nothing is lost."""
        if not row.says:
            return
        pieces = [piece for said in row.says.values() for piece in said]
        self.recording.add(
            Activity(
                pieces[0],
                {s: p for s, p in row.says.items() if p[0] != pieces[0]},
                self._goal(row, pieces[0]) or alike.goal,
                alike.kind,
                certainty=Certainty.DOUBTFUL,
                reason="Raden har ingen text i kolumnen för aktiviteter.",
            )
        )

    def _goals(self, row: Row, columns: Columns) -> None:
        for number, piece in sorted(row.goals.items()):
            level = columns.goals[number]
            higher = [n for n in self._column_goals if n < number]
            if not higher:
                self.walk.path.leave_below(level)
            told = Told(is_beside=True)
            node = self.walk.add(level, _whole_goal(piece), None, told)
            self._column_goals = {n: self._column_goals[n] for n in higher}
            self._column_goals[number] = node

    def section(self, piece: Piece) -> None:
        """Take a row over the whole width: a goal, by its label or as an area."""
        label = label_in(piece)
        labelled = piece.find(_LABELLED)
        if label and label.rest:
            self.walk.add(label.level or GoalLevel.LONG_TERM, label.rest)
        elif labelled:
            self.walk.add(
                GoalLevel.OVERARCHING, labelled, None, Told(reason=SECTION_ROW)
            )
        elif not _names_the_programme(piece):
            known = self.walk.tree.named(piece.text) or _by_name(piece, self.walk)
            level = GoalLevel(known["level"]) if known else GoalLevel.FOCUS_AREA
            self.walk.add(level, piece, None, Told(reason=SECTION_ROW))


def _by_name(piece: Piece, walk: GoalWalk) -> Found | None:
    match = NAME_AND_WORDING.match(piece.text)
    return walk.tree.named(match[1]) if match else None


def _whole_goal(piece: Piece) -> Piece:
    label = label_in(piece)
    return label.rest if label and label.rest else unmarked(piece)


def _names_the_programme(piece: Piece) -> bool:
    named = next(programmes_in(piece), None)
    return named is not None and len(named.piece.text) > len(piece.text.strip()) * 0.6
