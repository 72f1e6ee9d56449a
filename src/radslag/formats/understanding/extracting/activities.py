"""The activities of a plan: from tables, from lists, and from headings with labels."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import ActivityKind, Certainty
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.extracting.action_tables import prose
from radslag.formats.understanding.extracting.action_tables.cards import (
    is_card,
    rows_of_card,
)
from radslag.formats.understanding.extracting.action_tables.chapters import (
    ACTIVITIES,
    INTRODUCES,
    LIST_STATUS,
    ONLY_STATUS,
    OTHER_SUBJECT,
    is_own_work,
)
from radslag.formats.understanding.extracting.action_tables.columns import TELLING, Says
from radslag.formats.understanding.extracting.action_tables.glued import (
    begins_as_head,
    glued_head,
    parted,
)
from radslag.formats.understanding.extracting.action_tables.kinds import kind_named
from radslag.formats.understanding.extracting.action_tables.labelled import (
    Said,
    first_label,
    labelled_in,
    own_label,
)
from radslag.formats.understanding.extracting.action_tables.notes import note_below
from radslag.formats.understanding.extracting.action_tables.reading import (
    WRITTEN_IN,
    ActionTables,
)
from radslag.formats.understanding.extracting.action_tables.recording import (
    BY_GOAL,
    Activity,
    Recording,
    goal_value,
    kind_value,
)
from radslag.formats.understanding.extracting.action_tables.segments import (
    BY_MARKS,
    told_in_segments,
)
from radslag.formats.understanding.extracting.action_tables.titles import TitleAbove
from radslag.formats.understanding.extracting.goal_trees.labels import responsible_in
from radslag.formats.understanding.extracting.goal_trees.tables import (
    GoalTables,
    level_of_column,
)
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.plans import plan_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

LONGEST_INTRODUCTION, SHORT_LINE = 120, 3
LOST_TABLE: Final = (
    "En tabell i en handlingsplan lästes som löpande text, så dess aktiviteter "
    "behöver föras in för hand: ”{words}”."
)
UNPARTED: Final = (
    "En rad i en handlingsplan kunde inte delas i kolumner och behöver föras in för "
    "hand: ”{words}”."
)
UNMARKED: Final = "Punkten står under en rubrik om aktiviteter."
LOST: Final = (
    "{count} rader i handlingsplanens tabeller blev varken aktivitet eller mål."
)
_NUMBERED: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the plan's goals and activities into the gathering."""
    plan = plan_of(portion, gathering)
    if plan is None:
        return
    found = gathering.get("plans", str(plan.value))
    programme = found.values.get("programme") if found else None
    walk = GoalWalk(portion, gathering, programme)
    year = int(found["year"]) if found else 0
    recording = Recording(gathering, plan, year, walk.responsibility)
    reader = ActivityReader(walk, recording)
    for block in portion.blocks:
        reader.see(block)
    reader.finish()
    note_below(portion, str(plan.value), gathering)
    reader.remark()


class ActivityReader:
    """Takes a plan's blocks one by one, and knows which chapter it is in."""

    def __init__(self, walk: GoalWalk, recording: Recording) -> None:
        self.walk = walk
        self.recording = recording
        self.tables = ActionTables(walk, recording)
        self.goal_tables = GoalTables(walk)
        self._kinds: list[tuple[int, ActivityKind, Piece]] = []
        self._is_listing = self._is_other = False
        self._list_status: Piece | None = None
        self._glued: tuple[Says, ...] = ()
        self._above = TitleAbove(walk.portion)
        self._open: Activity | None = None

    def see(self, block: Block) -> None:
        """Take a block."""
        piece = self.walk.portion.piece(block)
        if isinstance(block, Table):
            self._table(block, piece)
            return
        if self._glued_line(block, piece) or self._labelled(block, piece):
            return
        if isinstance(block, ListItem) and self._listed(piece):
            return
        if isinstance(block, Heading):
            self._chapter(block, piece)
        elif not self._is_other and self._told(block, piece):
            return
        is_goal = self.walk.see(block, is_activity=self._is_named_here(block, piece))
        if self._open and not is_goal and self._above.goes_on(block, piece):
            self._open.says.setdefault(Says.COMMENT, []).append(piece)
            return
        self.finish()
        begins = self._begins_list(block, piece)
        self._is_listing = begins and not is_goal
        said = piece.find(LIST_STATUS) if self._is_listing else None
        self._list_status = said
        if is_goal:
            self._above.forget()
        else:
            is_chapter = begins or self._is_other or bool(kind_named(piece.text))
            self._above.see(block, piece, is_chapter=is_chapter)

    def finish(self) -> None:
        """Record the activity whose lines have been read."""
        if self._open:
            self.recording.add(self._open)
        self._open = None

    def _listed(self, piece: Piece) -> bool:
        """Take an item that is an activity, or says more of the one above it."""
        if self._says_more(piece):
            return True
        is_one = self._is_activity(piece)
        if is_one:
            self._item(piece)
        return is_one

    def _told(self, block: Block, piece: Piece) -> bool:
        """Take the activities of a paragraph that tells of them under a goal."""
        told = prose.told_under(block, piece, self.walk)
        for title, says in told:
            self.finish()
            self._open = self._alike(title)
            self._open.says = says
            self._open.certainty, self._open.reason = Certainty.PROBABLE, prose.BY_PROSE
            columns = (c for each in says for c in WRITTEN_IN.get(each, ()))
            self._open.doubts = dict.fromkeys(columns, prose.BY_PROSE)
        return bool(told)

    def remark(self) -> None:
        """Say how many rows of tables are left, counted a second way."""
        added = self.recording.count
        left = self.tables.rows - self.tables.goal_rows - min(added, self.tables.rows)
        if self.tables.rows and left > 0:
            self.recording.gathering.remarks.append(LOST.format(count=left))

    def _table(self, table: Table, piece: Piece) -> None:
        self.finish()
        title = self._above.title
        if title and self.tables.goes_on(table):
            self.tables.section(title)
        if is_card(table):
            self._card(table)
            return
        if self._is_other and not self.tables.tells_who_or_when(table):
            return
        if not self.tables.see(table, self._alike(piece)):
            self.walk.see(table)
            self.goal_tables.see(table)

    def _card(self, table: Table) -> None:
        """Take a table whose rows have labels in front of what they say."""
        for said in rows_of_card(self.walk.portion.source, table):
            if isinstance(said, Piece):
                self.finish()
                self._open = self._alike(said)
            elif _named_in(said):
                self._begin_named(said)
            elif self._open or self._opened():
                self._take(said)
        self.finish()

    def _opened(self) -> bool:
        """Open the activity that the line above names, with what is told of it."""
        title, told = self._above.title, self._above.told
        if title is None:
            return False
        self._open = self._alike(title)
        if told:
            self._open.says[Says.COMMENT] = list(told)
        self._above.title, self._above.told = None, []
        return True

    def _glued_line(self, block: Block, piece: Piece) -> bool:
        """Take a line that was a table's row before its columns were lost."""
        heads = glued_head(piece)
        if not heads and begins_as_head(piece):
            remark = LOST_TABLE.format(words=str(piece)[:60])
            self.recording.gathering.remarks.append(remark)
        if heads:
            self.finish()
            if self._glued and self._above.title:
                self.tables.section(self._above.title)
            self._glued = heads
            return True
        if not self._glued or isinstance(block, (Heading, ListItem)):
            self._glued = () if isinstance(block, Heading) else self._glued
            return False
        activity = parted(piece, self._glued, self.walk.responsibility.is_somebody)
        if activity is None:
            return self._unparted(piece)
        alike = self._alike(piece)
        activity.goal, activity.kind = alike.goal, alike.kind
        self.recording.add(activity)
        return True

    def _unparted(self, piece: Piece) -> bool:
        if len(str(piece).split()) <= SHORT_LINE:
            self._above.title = piece
            return True
        remark = UNPARTED.format(words=str(piece)[:60])
        self.recording.gathering.remarks.append(remark)
        return False

    def _alike(self, piece: Piece) -> Activity:
        """Return what is the same for all activities that stand here."""
        activity = Activity(piece)
        if self._kinds:
            activity.kind = kind_value(*self._kinds[-1][1:])
        current = self.walk.current
        if current:
            activity.goal = goal_value(current.key, piece, is_beside=False)
            activity.responsible = tuple(self._goal_bodies(current.key))
        return activity

    def _goal_bodies(self, goal: str) -> Iterator[tuple[str, Value]]:
        for found in self.recording.gathering.of("goal_responsibilities"):
            if found["goal"] == goal:
                body = found.values["body"]
                yield "body", body.doubted(Certainty.PROBABLE, BY_GOAL)

    def _chapter(self, heading: Heading, piece: Piece) -> None:
        self._kinds = [k for k in self._kinds if k[0] < heading.level]
        self._is_other = bool(OTHER_SUBJECT.search(heading.text))
        if self._is_other or _NUMBERED.match(heading.text):
            self.tables.end()
        kind = kind_named(heading.text)
        if kind:
            self._kinds.append((heading.level, kind, piece))

    def _begins_list(self, block: Block, piece: Piece) -> bool:
        is_of_a_kind = isinstance(block, Heading) and any(
            place == piece for _, _, place in self._kinds
        )
        if is_of_a_kind or ACTIVITIES.match(piece.text):
            return True
        if ONLY_STATUS.match(piece.text) and not self._is_other:
            return True
        is_introduced = len(piece.text) <= LONGEST_INTRODUCTION and (
            INTRODUCES.match(piece.text) and not self._is_other
        )
        return bool(is_introduced) or (self._is_listing and isinstance(block, ListItem))

    def _segments(self, piece: Piece) -> tuple[Piece, dict[Says, list[Piece]]] | None:
        return told_in_segments(piece, self.walk.responsibility.is_somebody)

    def _is_activity(self, piece: Piece) -> bool:
        """Tell whether an item is one, for its list's sake or for what it says."""
        if self._is_listing:
            return True
        return not self._is_other and self._segments(piece) is not None

    def _item(self, piece: Piece) -> None:
        self.finish()
        start = first_label(piece)
        said = labelled_in(piece) if start is not None else {}
        title = piece.part(0, start).strip(" \n.,;:–-(|") if start else piece
        told = None if said else self._segments(piece)
        self._open = self._alike(told[0] if told else title)
        self._open.reason = "" if said else BY_MARKS if told else UNMARKED
        self._open.certainty = Certainty.CERTAIN if said else Certainty.PROBABLE
        if told:
            self._open.says = told[1]
            columns = (column for says in told[1] for column in WRITTEN_IN[says])
            self._open.doubts = dict.fromkeys(columns, BY_MARKS)
        if self._list_status:
            self._open.says[Says.STATUS] = [self._list_status]
        self._take(said)

    def _is_named_here(self, block: Block, piece: Piece) -> bool:
        """Tell whether a line that is no known goal names what labels below tell of."""
        is_named = self._above.names_activity(block, piece) or is_own_work(block.text)
        return is_named and self.walk.tree.named(piece.text, is_exact=True) is None

    def _labelled(self, block: Block, piece: Piece) -> bool:
        """Take lines with labels into the activity they are about."""
        said = labelled_in(piece)
        start = first_label(piece)
        if not said or start is None:
            return False
        if _named_in(said):
            self._begin_named(said)
            return True
        telling = [says for says, _ in said.values() if says in TELLING]
        if start:
            return self._ends_with(block, piece, said, telling)
        if isinstance(block, Heading) and not telling:
            # A goal's heading, and no label of the activity above it.
            return False
        if self._open is None and not (telling and self._begins_here(piece, telling)):
            return False
        self._take(said)
        return True

    def _ends_with(
        self, block: Block, piece: Piece, said: Said, telling: Sequence[Says | None]
    ) -> bool:
        """Take a line that ends with labels: an item, or what its heading names."""
        if not telling or isinstance(block, Heading):
            return False
        if isinstance(block, ListItem):
            self._item(piece)
            self._is_listing = True
            return True
        if len(set(telling)) > 1:
            self._at_its_end(piece, said)
            return True
        return False

    def _says_more(self, piece: Piece) -> bool:
        """Take an item with a label of its own among those of the activity above."""
        label = own_label(piece) if self._open and self._above.title is None else None
        if label and self._open:
            self._open.others.append(label)
        return label is not None

    def _begins_here(self, piece: Piece, telling: Sequence[Says | None]) -> bool:
        """Open the activity named right above; who answers, alone, opens none."""
        is_loose = self._is_other or responsible_in(piece) is not None
        if is_loose and len(telling) == 1 and not self._above.is_more_below(piece):
            return False
        return self._opened()

    def _at_its_end(self, piece: Piece, said: Said) -> None:
        words = piece.part(0, first_label(piece) or 0).strip(" \n,;:–-(|")
        if self._open or not self._above.goes_on_with(words) or not self._opened():
            self._item(piece)
            return
        if self._open:
            self._open.says.setdefault(Says.COMMENT, []).append(words)
        self._take(said)

    def _begin_named(self, said: Said) -> None:
        self.finish()
        label = _named_in(said)
        self._open = self._alike(said[label][1])
        self._take({k: v for k, v in said.items() if k != label})

    def _take(self, said: Said) -> None:
        if self._open is None:
            return
        for label, (says, piece) in said.items():
            if says is None:
                self._take_other(label, piece)
            elif any(map(str.isalnum, piece.text)):
                self._open.says.setdefault(says, []).append(piece)

    def _take_other(self, label: str, piece: Piece) -> None:
        """Take the goal that a label names; the words of any other are kept."""
        if self._open is None:
            return
        goal = self.walk.tree.named(str(piece)) if level_of_column(label) else None
        if goal:
            self._open.goal = goal_value(goal.key, piece, is_beside=True)
        else:
            self._open.others.append((label, piece))


def _named_in(said: Said) -> str:
    """Return the label that names an activity, or nothing."""
    return next((label for label, (s, _) in said.items() if s is Says.ACTIVITY), "")
