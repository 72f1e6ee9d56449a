"""Reads an action plan's tables row by row, with the goals that rows stand under."""

import re
from typing import Final

from radslag.agreement.vocabulary import ActivityKind, Certainty, GoalLevel
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.action_tables.cells import (
    BY_CELLS,
    told_by_cells,
)
from radslag.formats.understanding.extracting.action_tables.columns import (
    Columns,
    Says,
)
from radslag.formats.understanding.extracting.action_tables.following import noted_on
from radslag.formats.understanding.extracting.action_tables.glued_titles import (
    parted_title,
)
from radslag.formats.understanding.extracting.action_tables.kinds import kind_named
from radslag.formats.understanding.extracting.action_tables.numbered_notes import (
    NumberedNotes,
)
from radslag.formats.understanding.extracting.action_tables.recording import (
    Activity,
    Recording,
    goal_value,
    kind_value,
)
from radslag.formats.understanding.extracting.action_tables.rows import (
    Row,
    group_of_notes,
    head_of,
    is_continued,
    rows_of,
)
from radslag.formats.understanding.extracting.action_tables.states import says_more
from radslag.formats.understanding.extracting.action_tables.units import unit_near
from radslag.formats.understanding.extracting.goal_trees.labels import label_in
from radslag.formats.understanding.extracting.goal_trees.lines import unmarked
from radslag.formats.understanding.extracting.goal_trees.tree import Node, Told
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.programme_names import programmes_in
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in

SHIFTED: Final = (
    "Raden är förskjuten i tabellen; värdet står en kolumn för långt till höger."
)
_TIMES: Final = ("time_as_written", "starts_from", "ends_until")
_COSTS: Final = ("cost_as_written", "cost_sek")
MOVED: Final = (*_TIMES, "cost_as_written", "comment")
WRITTEN_IN: Final = {
    Says.ACTIVITY: ("title",),
    Says.TIME: _TIMES,
    Says.COST: _COSTS,
    Says.STATUS: ("status",),
    Says.RESPONSIBLE: ("responsible_as_written",),
}
ROW_BELOW: Final = "Raden under aktiviteten är läst som en kommentar till den."
_FEW_WORDS: Final = 3
SECTION_ROW: Final = "Raden nämner bara det som raderna under den handlar om."
# "Renare vatten (delvis uppfyllt)": how far a goal has come is no part of its name.
_JUDGED: Final = re.compile(
    r"(?i)\s[(–—-]\s?(?:(?:helt|delvis|till stor del|i huvudsak"
    r"|i stort|nästan|ännu|ej|inte|icke|är|målet)\s+){0,3}"
    r"(?:uppfyll(?:t|d|da|s)|uppnå(?:tt|dd|s)|nått|nåtts|klar(?:t|a)?|på\s+(?:god\s+)?väg|pågå(?:r|ende)|genomför(?:t|d|da))\)?\s*$"
)
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
        self._noted: dict[int, Value] = {}
        self._kind: Value | None = None
        self._has_labels = self._is_apart = self._has_sections = False
        self._is_status_noted = False
        self._status_on: Value | None = None
        self._unit = ""
        self._last: Found | None = None

    def see(self, table: Table, activity: Activity) -> bool:
        """Take a table's activities; `activity` holds what is the same for them all.

        False where it is no action plan's table.
        """
        found = head_of(table)
        if found:
            columns, first = found
            is_somebody = self.walk.responsibility.is_somebody
            self.columns = told_by_cells(columns, table.rows[first:], is_somebody)
            self._noted = self._noted_on(table, first, self.columns)
            self._note_in_group(table, first)
            self._status_on = self._day_of_states(table, first, self.columns)
            self._unit = self.columns.unit or unit_near(self.walk.portion, table)
            self._column_goals = {}
            self._kind, self._has_labels, self._is_apart = None, False, False
            self._last, self._has_sections = None, False
        elif self.columns and is_continued(table, self.columns):
            first = 0
        else:
            self.columns = None
            return NumberedNotes(self.walk.portion.source, self.recording).see(table)
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

    def _noted_on(self, table: Table, first: int, columns: Columns) -> dict[int, Value]:
        """Return the day of each column of notes whose head says it."""
        source, year = self.walk.portion.source, self.recording.year
        heads = {n: table.rows[first - 1][n] for n in columns.of(Says.FOLLOW_UP)}
        days = {n: noted_on(source.piece(cell), year) for n, cell in heads.items()}
        return {n: day for n, day in days.items() if day}

    def _day_of_states(
        self, table: Table, first: int, columns: Columns
    ) -> Value | None:
        """Return the day over the only column of states: "Läge 2031-05-02"."""
        states = columns.of(Says.STATUS)
        if len(states) != 1 or self._is_status_noted:
            return None
        head = self.walk.portion.source.piece(table.rows[first - 1][states[0]])
        day = day_in(head)
        return day.piece.value(day.day, day.certainty, day.reason) if day else None

    def _note_in_group(self, table: Table, first: int) -> None:
        """Take comments below a day that stands over several columns as its notes."""
        self._is_status_noted = False
        columns, source = self.columns, self.walk.portion.source
        if columns is None:
            return
        for above, below in group_of_notes(table, first, columns):
            day = noted_on(source.piece(above), self.recording.year)
            if day:
                self.columns = columns.also_noted(below)
                self._noted[below] = day
                self._is_status_noted = True

    def _row(self, row: Row, columns: Columns, alike: Activity) -> None:
        if row.section:
            self.goal_rows += 1
            if self._last and self._tells_of_last(row.section):
                _tell(self._last, row.section)
            else:
                self._has_sections = True
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
        mark = next(iter(says.pop(Says.NUMBER, [])), None)
        extra = says.pop(Says.ACTIVITY)[1:]
        title, told, reason = parted_title(title)
        extra = [told, *extra] if told else extra
        if extra:
            says[Says.COMMENT] = [*extra, *says.get(Says.COMMENT, [])]
        activity = Activity(title, says, others=row.others, unit=self._unit)
        activity.number = mark.text.strip(" .") if mark else ""
        activity.is_status_noted = self._is_status_noted
        activity.doubts = _doubts(row, columns)
        if reason:
            activity.doubts["title"] = reason
        self._note_status(activity)
        for number, piece in row.followed.items():
            if number in self._noted:
                activity.notes.append((self._noted[number], piece))
            else:
                says.setdefault(Says.FOLLOW_UP, []).append(piece)
        activity.kind = self._kind or alike.kind
        activity.goal = None if self._is_apart else self._goal(row, title) or alike.goal
        activity.responsible = alike.responsible
        self._last = self.recording.add(activity)

    def _note_status(self, activity: Activity) -> None:
        """Note what a dated column of states tells more than the state itself."""
        said = activity.first(Says.STATUS)
        if self._status_on and said and says_more(str(said)):
            activity.notes.append((self._status_on, said))

    def _tells_of_last(self, section: Piece) -> bool:
        """Tell whether a row over all columns is a sentence about the one above.

        Where rows name what those below are about, a sentence may be a goal's wording.
        """
        is_sentence = len(section.text.split()) > _FEW_WORDS and section.text.rstrip()[
            -1:
        ] in (".", "!")
        return is_sentence and not self._has_sections and label_in(section) is None

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
        if row.without:
            self.walk.path.leave(row.without)
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
        self._kind, self._is_apart = None, False
        if label and label.rest:
            self._has_labels = True
            self.walk.add(label.level or GoalLevel.LONG_TERM, label.rest)
        elif labelled:
            self.walk.add(
                GoalLevel.OVERARCHING, labelled, None, Told(reason=SECTION_ROW)
            )
        elif not _names_the_programme(piece):
            piece = unmarked(piece)
            known = self.walk.tree.named(piece.text) or _by_name(piece, self.walk)
            if known is None and self._begins_other_work(piece):
                return
            level = GoalLevel(known["level"]) if known else GoalLevel.FOCUS_AREA
            self.walk.add(level, piece, None, Told(reason=SECTION_ROW))

    def _begins_other_work(self, piece: Piece) -> bool:
        """Take a row that names a part of the work which is under no goal.

        So do the secretariat's own tasks, and what has no label where goals have one.
        """
        kind = kind_named(piece.text)
        self._is_apart = kind is ActivityKind.SECRETARIAT or self._has_labels
        if self._is_apart and kind:
            self._kind = kind_value(kind, piece)
        return self._is_apart


def _tell(activity: Found, words: Piece) -> None:
    """Add to an activity's comment what the row below it tells."""
    before = activity.values.get("comment")
    text = " ".join(words.text.split())
    said = words.value(text, Certainty.PROBABLE, ROW_BELOW)
    if before:
        said = before.doubted(Certainty.PROBABLE, ROW_BELOW).also(said)
        said = said.as_value(f"{before.value}\n{text}")
    activity.values["comment"] = said


def _doubts(row: Row, columns: Columns) -> dict[str, str]:
    """Return which of an activity's columns are not certain, and why."""
    doubts = dict.fromkeys(MOVED, SHIFTED) if row.is_shifted else {}
    for says in columns.guessed:
        doubts |= dict.fromkeys(WRITTEN_IN[says], BY_CELLS)
    return doubts


def _by_name(piece: Piece, walk: GoalWalk) -> Found | None:
    match = NAME_AND_WORDING.match(piece.text)
    return walk.tree.named(match[1]) if match else None


def _whole_goal(piece: Piece) -> Piece:
    judged = _JUDGED.search(piece.text)
    piece = piece.part(0, judged.start()).strip() if judged else piece
    label = label_in(piece)
    return label.rest if label and label.rest else unmarked(piece)


def _names_the_programme(piece: Piece) -> bool:
    named = next(programmes_in(piece), None)
    return named is not None and len(named.piece.text) > len(piece.text.strip()) * 0.6
