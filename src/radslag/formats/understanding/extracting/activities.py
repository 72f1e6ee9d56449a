"""The activities of a plan: from tables, from lists, and from headings with labels."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import ActivityKind, Certainty
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.glued import (
    begins_as_head,
    glued_head,
    parted,
)
from radslag.formats.understanding.extracting.action_tables.labelled import (
    first_label,
    labelled_in,
)
from radslag.formats.understanding.extracting.action_tables.reading import ActionTables
from radslag.formats.understanding.extracting.action_tables.recording import (
    BY_GOAL,
    Activity,
    Recording,
    goal_value,
    kind_value,
)
from radslag.formats.understanding.extracting.goal_trees.labels import responsible_in
from radslag.formats.understanding.extracting.goal_trees.tables import GoalTables
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.plans import plan_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

LONGEST_NAME, LONGEST_INTRODUCTION, SHORT_LINE = 250, 120, 3
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
_KINDS: Final = (
    (
        ActivityKind.COMMUNICATION,
        r"kommunikation(?!er)|påverkan|marknadsför|intressebevak",
    ),
    (
        ActivityKind.SECRETARIAT,
        r"kansli|sekretariat|samordnaren|samordningsfunktion|administrati",
    ),
    (
        ActivityKind.DEVELOPMENT,
        r"utvecklingsaktivitet|fokusområde|målområde|insatsområde",
    ),
)
_ACTIVITIES: Final = re.compile(
    r"(?i)^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:\w+\s+){0,2}(?:aktiviteter|åtgärder|insatser|"
    r"utvecklingsaktiviteter|uppdrag|arbetsuppgifter"
    r"|vad (?:vi )?ska(?:ll)? (?:vi )?göras?)(?:\s+(?:under\s+)?(?:\d{4}"
    r"|året))?\s*:?\s*$"
)
_NUMBERED: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")
_LIST_STATUS: Final = re.compile(
    r"(?i)^\W*((?:ej\s+|inte\s+)?(?:genomförda|avslutade|pågående|påbörjade|planerade|"
    r"framflyttade|uppskjutna|inställda|kvarstående))\b"
)
_INTRODUCES: Final = re.compile(
    r"(?i)^(?:under (?:året|\d{4})|följande|planerade|vi |kansliet|i kansliets uppdrag)"
    r".*(?:\b(?:ska|ska vi|kommer|planeras|ingår att)\s*:?|"
    r"\b(?:aktiviteter|insatser|åtgärder|uppdrag|ska|planeras|genomförs)\b.*:)\s*$"
)
_OTHER_SUBJECT: Final = re.compile(
    r"(?i)\b(?:budget|ekonomi|kalend|möte|sammanträde|organisation|avgift|bokslut"
    r"|resultat"
    r"räkning|intäkt|kostnader\b|invånar)"
)
_TELLING: Final = (Says.RESPONSIBLE, Says.TIME, Says.COST, Says.STATUS)


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
        self._title: Piece | None = None
        self._open: Activity | None = None

    def see(self, block: Block) -> None:
        """Take a block."""
        piece = self.walk.portion.piece(block)
        if isinstance(block, Table):
            self._table(block, piece)
            return
        if self._glued_line(block, piece) or self._labelled(block, piece):
            return
        if isinstance(block, ListItem) and self._is_listing:
            self._item(piece)
            return
        if isinstance(block, Heading):
            self._chapter(block, piece)
        is_goal = self.walk.see(block)
        self.finish()
        self._is_listing = self._begins_list(block, piece) and not is_goal
        said = piece.find(_LIST_STATUS) if self._is_listing else None
        self._list_status = said
        is_title = (
            isinstance(block, (Heading, ListItem)) or len(piece.text) < LONGEST_NAME
        )
        self._title = piece if is_title and not is_goal else None

    def finish(self) -> None:
        """Record the activity whose lines have been read."""
        if self._open:
            self.recording.add(self._open)
        self._open = None

    def remark(self) -> None:
        """Say how many rows of tables are left, counted a second way."""
        added = self.recording.count
        left = self.tables.rows - self.tables.goal_rows - min(added, self.tables.rows)
        if self.tables.rows and left > 0:
            self.recording.gathering.remarks.append(LOST.format(count=left))

    def _table(self, table: Table, piece: Piece) -> None:
        self.finish()
        if self._title and self.tables.goes_on(table):
            self.tables.section(self._title)
        if self._is_other and not self.tables.tells_who_or_when(table):
            return
        if not self.tables.see(table, self._alike(piece)):
            self.walk.see(table)
            self.goal_tables.see(table)

    def _glued_line(self, block: Block, piece: Piece) -> bool:
        """Take a line that was a table's row before its columns were lost."""
        heads = glued_head(piece)
        if not heads and begins_as_head(piece):
            remark = LOST_TABLE.format(words=str(piece)[:60])
            self.recording.gathering.remarks.append(remark)
        if heads:
            self.finish()
            if self._glued and self._title:
                self.tables.section(self._title)
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
            self._title = piece
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
        self._is_other = bool(_OTHER_SUBJECT.search(heading.text))
        if self._is_other or _NUMBERED.match(heading.text):
            self.tables.end()
        for kind, words in _KINDS:
            if re.search(rf"(?i){words}", heading.text):
                self._kinds.append((heading.level, kind, piece))
                return

    def _begins_list(self, block: Block, piece: Piece) -> bool:
        is_of_a_kind = isinstance(block, Heading) and any(
            place == piece for _, _, place in self._kinds
        )
        if is_of_a_kind or _ACTIVITIES.match(piece.text):
            return True
        is_introduced = len(piece.text) <= LONGEST_INTRODUCTION and (
            _INTRODUCES.match(piece.text) and not self._is_other
        )
        return bool(is_introduced) or (self._is_listing and isinstance(block, ListItem))

    def _item(self, piece: Piece) -> None:
        self.finish()
        start = first_label(piece)
        said = labelled_in(piece) if start is not None else {}
        title = piece.part(0, start).strip(" \n.,;:–-(|") if start else piece
        self._open = self._alike(title)
        self._open.reason = "" if said else UNMARKED
        self._open.certainty = Certainty.CERTAIN if said else Certainty.PROBABLE
        if self._list_status:
            self._open.says[Says.STATUS] = [self._list_status]
        self._take(said)

    def _labelled(self, block: Block, piece: Piece) -> bool:
        """Take lines with labels into the activity they are about."""
        said = labelled_in(piece)
        start = first_label(piece)
        if not said or start is None:
            return False
        if "Aktivitet" in said or "Åtgärd" in said or "Insats" in said:
            self._begin_named(said)
            return True
        telling = [says for says, _ in said.values() if says in _TELLING]
        if start and telling and isinstance(block, ListItem):
            self._item(piece)
            self._is_listing = True
            return True
        if start or not telling:
            return self._more(said) if not start else False
        if self._open is None and not self._begins_here(piece, telling):
            return False
        self._take(said)
        return True

    def _begins_here(self, piece: Piece, telling: Sequence[Says | None]) -> bool:
        """Open the activity whose name stands right above the labelled lines."""
        is_goals = responsible_in(piece) is not None and len(telling) == 1
        if self._title is None or (is_goals and not self._is_more_below(piece)):
            return False
        self._open = self._alike(self._title)
        self._title = None
        return True

    def _is_more_below(self, piece: Piece) -> bool:
        """Tell whether the next line is labelled too, with a time, cost or status."""
        blocks = self.walk.portion.blocks
        below = [b for b in blocks if b.place.span.start > piece.start][:1]
        for block in below:
            said = labelled_in(self.walk.portion.piece(block))
            if any(s in (Says.TIME, Says.COST, Says.STATUS) for s, _ in said.values()):
                return True
        return False

    def _begin_named(self, said: dict[str, tuple[Says | None, Piece]]) -> None:
        self.finish()
        label = next(k for k in ("Aktivitet", "Åtgärd", "Insats") if k in said)
        self._open = self._alike(said[label][1])
        self._take({k: v for k, v in said.items() if k != label})

    def _more(self, said: dict[str, tuple[Says | None, Piece]]) -> bool:
        if self._open is None:
            return False
        self._take(said)
        return True

    def _take(self, said: dict[str, tuple[Says | None, Piece]]) -> None:
        if self._open is None:
            return
        for says, piece in said.values():
            if says is None:
                self._take_goal(piece)
            else:
                self._open.says.setdefault(says, []).append(piece)

    def _take_goal(self, piece: Piece) -> None:
        goal = self.walk.tree.named(str(piece))
        if goal and self._open:
            self._open.goal = goal_value(goal.key, piece, is_beside=True)
