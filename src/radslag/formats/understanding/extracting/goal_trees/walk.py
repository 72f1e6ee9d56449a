"""Walks through a document's blocks and finds its goals, with where one is just now."""

import re

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.extracting.goal_trees.announcing import (
    Announcements,
    listed_below,
)
from radslag.formats.understanding.extracting.goal_trees.answers import Answers
from radslag.formats.understanding.extracting.goal_trees.labels import (
    Label,
    answering_in,
    label_in,
    responsible_in,
)
from radslag.formats.understanding.extracting.goal_trees.lines import (
    ANSWERS_FOR_ALL,
    LONGEST_HEADING_NAME,
    LONGEST_WORDING,
    NAMED_BY_HEADING,
    NAMED_EARLIER,
    NUMBERED_UNDER,
    OVER_A_GOAL,
    PROSE,
    UNMARKED,
    WORDED_BELOW,
    Awaited,
    begins_other,
    is_followed_by_goal,
    is_line,
    is_marked,
    leads_goal,
    leads_text,
    lettered,
    may_be_sub_goal,
    may_word,
    name_and_title,
    number_above,
    numbered,
)
from radslag.formats.understanding.extracting.goal_trees.path import GoalPath
from radslag.formats.understanding.extracting.goal_trees.tree import (
    NAMES,
    PLAINLY,
    GoalTree,
    Node,
    Told,
    bare,
)
from radslag.formats.understanding.extracting.responsibility import Responsibility
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece


class GoalWalk:
    """Takes the blocks one by one; `current` is the goal one is at just now."""

    def __init__(
        self, portion: Portion, gathering: Gathering, programme: Value | None
    ) -> None:
        self.portion = portion
        self.tree = GoalTree(gathering, programme)
        self.responsibility = Responsibility(portion, gathering)
        self.path = GoalPath()
        self._awaited: Awaited | None = None
        self.announced = Announcements()
        self._awaits_title: Node | None = None
        self._chapter: Awaited | None = None
        self.is_after_list = self._is_in_list = False
        self._answers = Answers(portion, self.responsibility)

    @property
    def current(self) -> Node | None:
        """The goal that what comes now belongs to."""
        return self.path.last

    def see(self, block: Block, *, is_activity: bool = False) -> bool:
        """Take a block; tell if it was about goals, as an activity's name never is."""
        if isinstance(block, Table):
            self._awaited = self._awaits_title = None
            return False
        piece = self.portion.piece(block)
        is_goal = not is_activity and self._interpret(block, piece)
        self._is_in_list = isinstance(block, ListItem)
        if is_goal and not responsible_in(piece):
            self.is_after_list = label_in(piece) is None
        if isinstance(block, Heading):
            if not is_goal:
                self._close(block.level)
            self.path.depth = block.level
        if not is_goal:
            self._pass_by(block, piece)
        return is_goal

    def _interpret(self, block: Block, piece: Piece) -> bool:
        who = responsible_in(piece)
        if who:
            return self.take_responsible(who)
        chapter = self._chapter
        if chapter and isinstance(block, Heading):
            is_inside = block.level > chapter.depth or bool(chapter.number)
            if is_inside and self._take_heading(chapter, block, piece):
                return True
        label = label_in(piece, is_heading=isinstance(block, Heading))
        if label:
            return self._take_label(label, block, piece)
        return (
            self._take_announced(block, piece)
            or self._take_numbered(block, piece)
            or (not isinstance(block, Heading) and self._take_area(block, piece))
            or self._take_awaited(block, piece)
            or self._take_title(block, piece)
            or self._take_sub_goal(block, piece)
            or self._take_known(block, piece)
            or self._take_area(block, piece)
        )

    def take_responsible(self, who: Piece, *, is_beside: bool = False) -> bool:
        """Say who answers for the goal that one is at; false where there is none."""
        self._awaited = None
        current, above = self.path.last, self.path.above
        if current is None:
            return False
        is_sub_goal = current.level is GoalLevel.SUB_GOAL
        answers = self.responsibility.bodies(who)
        if above and is_sub_goal and self.is_after_list and not is_beside:
            self._answers.answer_after_list(self.path, self.tree, who, answers)
            return True
        self.tree.answer(current.found, answers)
        if above and is_sub_goal and not is_beside:
            shared = (a.doubted(Certainty.PROBABLE, ANSWERS_FOR_ALL) for a in answers)
            self.tree.answer(above.found, shared)
        return True

    def _take_label(self, label: Label, block: Block, piece: Piece) -> bool:
        self._awaits_title = None
        if self._awaited and self._awaited.ends_with(label):
            self._awaited = None
        if label.rest is None:
            self._await(label, block)
        elif label.is_plural and label.level is not GoalLevel.SUB_GOAL:
            self._announce(piece)
        else:
            self._name(label, label.rest, block)
        return True

    def _name(self, label: Label, rest: Piece, block: Block) -> None:
        """Take a goal whose name or wording stands after its label."""
        current = self.current
        is_wording = label.is_plain or label.is_image
        is_area = current and current.level is GoalLevel.FOCUS_AREA
        is_wording = is_wording and not is_followed_by_goal(self.portion, block)
        if current and is_area and is_wording and not current.is_worded:
            current.found.values.pop("title", None)
            self.tree.word(current.found, rest, Certainty.CERTAIN)
            return
        self.add(self.path.level_of(label), rest, block, Told(label.number))

    def add(
        self,
        level: GoalLevel,
        piece: Piece,
        block: Block | None = None,
        told: Told = PLAINLY,
    ) -> Node:
        """Take a goal that is named, and leave what it does not belong under."""
        said = self._answers.after(piece, level)
        name, title = name_and_title(said.words if said else piece, level)
        parent = self.path.parent(level)
        node = self.tree.goal(level, name, told, title=title, parent=parent)
        if title and level not in NAMES:
            self.tree.word(node.found, title, told.certainty, told.reason)
        self._enter(node, block)
        if said:
            self.tree.answer(node.found, self._answers.answering(said))
        return node

    def _enter(self, node: Node, block: Block | None) -> None:
        self.path.enter(node, block)
        group = self.announced.group_of(node.found["name"])
        if group and node.level is GoalLevel.FOCUS_AREA:
            self.tree.group(node.found, group)
        has_wording = node.has_title and not isinstance(block, Heading)
        is_named = node.level in (GoalLevel.FOCUS_AREA, GoalLevel.LONG_TERM)
        self._awaits_title = node if is_named and not has_wording else None

    def _await(self, label: Label, block: Block) -> None:
        level = self.path.level_of(label)
        depth, is_heading = self.path.depth_of(block), isinstance(block, Heading)
        number = numbered(self.portion.piece(block))[0] if is_heading else ""
        self._awaited = Awaited(
            level, label.is_plural, depth, number.rstrip("."), label.area,
            is_joined=label.is_joined, is_plain=not (label.level or label.number),
        )  # fmt: skip
        is_chapter = label.is_plural and level is not GoalLevel.SUB_GOAL
        if isinstance(block, Heading):
            self._chapter = self._awaited if is_chapter else self._chapter
        if label.area and level is GoalLevel.OVERARCHING:
            self.add(GoalLevel.FOCUS_AREA, label.area)
            self._awaits_title = None
        elif level is not GoalLevel.SUB_GOAL and isinstance(block, Heading):
            self.path.leave(level)

    def _take_awaited(self, block: Block, piece: Piece) -> bool:
        awaited = self._awaited
        if awaited is None:
            return False
        if isinstance(block, ListItem) or (awaited.only_lists and is_marked(piece)):
            return self._take_item(awaited, block, piece)
        if awaited.only_lists:
            return False
        if isinstance(block, Heading) and awaited.is_plural:
            return self._take_heading(awaited, block, piece)
        if awaited.is_plural and awaited.level is not GoalLevel.SUB_GOAL:
            return False
        return self._take_wording(awaited, block, piece)

    def _take_item(self, awaited: Awaited, block: Block, piece: Piece) -> bool:
        if not awaited.is_next or len(piece.text) > LONGEST_WORDING:
            return False
        marker = block.marker if isinstance(block, ListItem) else ""
        number = marker.rstrip(".)") if marker[:1].isdigit() else ""
        own, words = lettered(piece, self.path.numbers)
        told = Told(own or number, reason=awaited.reason)
        self.add(awaited.level, words, block, told)
        self._awaits_title = None if marker else self._awaits_title
        return True

    def _take_heading(self, awaited: Awaited, block: Heading, piece: Piece) -> bool:
        mark, name = lettered(piece, self.path.numbers)
        number = mark if mark[:1].isdigit() else ""
        is_inside = bool(awaited.number) and number.startswith(f"{awaited.number}.")
        is_item = awaited.level is GoalLevel.SUB_GOAL and number.isdigit()
        # "1. Besök" below a chapter that has no number itself is the first of its own.
        is_first_level = number.isdigit() and not awaited.number
        is_deeper = (not number or is_first_level) and block.level > awaited.depth
        is_below = is_deeper or (awaited.is_next and (is_item or not number))
        if label_in(piece) or (awaited.number and not number):
            return False
        if not (is_inside or is_below) or len(piece.text) > LONGEST_HEADING_NAME:
            return False
        is_other = self._is_in_list or leads_text(self.portion, block)
        if awaited.level is GoalLevel.SUB_GOAL and is_other:
            return False
        letters = mark.removesuffix(number)
        self.add(awaited.level, name, block, Told(letters, reason=NAMED_BY_HEADING))
        awaited.is_next = True
        return True

    def _take_wording(self, awaited: Awaited, block: Block, piece: Piece) -> bool:
        is_late = isinstance(block, Heading) and not awaited.is_next
        if is_late or not may_word(piece, awaited):
            return False
        current = self.current
        is_area = current is not None and current.level is GoalLevel.FOCUS_AREA
        if current and is_area and awaited.is_plain and not current.has_title:
            self._awaited = self._awaits_title = None
            self.tree.word(current.found, piece, Certainty.PROBABLE, WORDED_BELOW)
            return True
        is_marked = awaited.is_next and not awaited.is_joined
        is_marked &= is_line(piece, LONGEST_WORDING)
        reason = "" if is_marked else WORDED_BELOW
        if awaited.area and awaited.level is GoalLevel.LONG_TERM:
            node = self.add(awaited.level, awaited.area, block)
            self.tree.word(node.found, piece, Certainty.CERTAIN)
        else:
            self.add(awaited.level, piece, block, Told(reason=reason))
        if not (awaited.is_plural and awaited.level is GoalLevel.SUB_GOAL):
            self._awaited = None
        self._awaits_title = None
        return True

    def _take_announced(self, block: Block, piece: Piece) -> bool:
        _, name = numbered(piece)
        level = self.announced.levels.get(bare(name))
        if level is None or isinstance(block, ListItem):
            return False
        reason = "" if level is GoalLevel.FOCUS_AREA else NAMED_EARLIER
        self._awaited = None
        self.add(level, name, block, Told(reason=reason))
        return True

    def _take_numbered(self, block: Block, piece: Piece) -> bool:
        """Take a line numbered under the goal one is at: 1.2 under 1."""
        number, words = numbered(piece)
        above = self.path.numbered(number_above(number))
        is_listed = self._awaited is not None and self._awaited.is_next
        if above is None or is_listed or not is_line(piece, LONGEST_WORDING):
            return False
        is_area = above.level in (GoalLevel.FOCUS_AREA, GoalLevel.OVERARCHING)
        level = GoalLevel.LONG_TERM if is_area else GoalLevel.SUB_GOAL
        reason = NUMBERED_UNDER if is_area else ""
        self.add(level, words, block, Told(number, reason=reason))
        self._awaits_title = None
        return True

    def _take_title(self, block: Block, piece: Piece) -> bool:
        node = self._awaits_title
        self._awaits_title = None
        if (
            node is None
            or node.level in NAMES
            or begins_other(block, piece, node.depth)
        ):
            return False
        if node.has_title and len(str(node.found["title"]).split()) > 6:  # noqa: PLR2004 - a wording, no name.
            return False
        if not is_line(piece, LONGEST_WORDING) or PROSE.match(piece.text):
            return False
        same = self.tree.merged(node, piece)
        if same is not node:
            self.path.replace(node, same)
            return True
        self.tree.word(node.found, piece, Certainty.PROBABLE, WORDED_BELOW)
        return True

    def _take_sub_goal(self, block: Block, piece: Piece) -> bool:
        current = self.current
        levels = (GoalLevel.FOCUS_AREA, GoalLevel.SUB_GOAL)
        is_inside = current and current.level in levels
        if not (is_inside and self.announced.has_sub_goals):
            return False
        is_group = self.announced.is_group(piece)
        if is_group or not may_be_sub_goal(self.portion, block):
            return False
        number, words = lettered(piece, self.path.numbers)
        self.add(GoalLevel.SUB_GOAL, words, block, Told(number, reason=UNMARKED))
        self._awaits_title = None
        return True

    def _take_known(self, block: Block, piece: Piece) -> bool:
        """Take a heading that words a known goal, or names an announced one."""
        if isinstance(block, ListItem) or len(piece.text) > LONGEST_WORDING:
            return False
        number, words = numbered(piece)
        is_loose = isinstance(block, Heading) and not number
        known = self.tree.named(str(words), is_exact=not is_loose)
        if known and known["level"] not in NAMES:
            self._enter(self.tree.again(known, words), block)
            self._awaits_title = None
            return True
        return is_loose and self._take_wording_of_announced(block, piece)

    def _take_wording_of_announced(self, block: Block, piece: Piece) -> bool:
        areas = self.announced.areas
        name = next((n for n in areas if n in bare(piece)), None)
        if name is None or len(piece.text.split()) < 3 or self.tree.named(name):  # noqa: PLR2004 - a name alone is no wording.
            return False
        found = piece.find(re.escape(name), re.IGNORECASE)
        if not found:
            return False
        node = self.add(GoalLevel.FOCUS_AREA, found, block, Told(reason=NAMED_EARLIER))
        self.tree.word(node.found, piece, Certainty.PROBABLE, WORDED_BELOW)
        self._awaits_title = None
        return True

    def _take_area(self, block: Block, piece: Piece) -> bool:
        """Take a heading right over a labelled goal as the area it is of."""
        number, words = lettered(piece, self.path.numbers)
        is_heading = isinstance(block, Heading) or bool(number)
        if not is_heading or not leads_goal(self.portion, block):
            return False
        self.path.close(self.path.depth_of(block))
        self.add(GoalLevel.FOCUS_AREA, words, block, Told(number, reason=OVER_A_GOAL))
        self._awaits_title = None
        return True

    def _pass_by(self, block: Block, piece: Piece) -> None:
        """Learn from running text what goals there are; forget what did not come."""
        self._announce(piece)
        who = None if isinstance(block, Heading) else answering_in(piece)
        if who:
            self.take_responsible(who)
        listed = listed_below(piece, self.current)
        if listed and not isinstance(block, Heading):
            depth, (level, reason) = self.path.depth + 1, listed
            self._awaited = Awaited(
                level, is_plural=True, depth=depth, only_lists=True, reason=reason
            )
        elif isinstance(block, Heading):
            self._awaited = None
        elif self._awaited:
            self._awaited.is_next = False
            if self._awaited.only_lists:
                self._awaited = None
        self._awaits_title = None

    def _announce(self, piece: Piece) -> None:
        awaited = self._awaited
        under = awaited.level if awaited and awaited.is_plural else None
        self.announced.hear(piece, under)

    def _close(self, level: int) -> None:
        if self._chapter and level <= self._chapter.depth:
            self._chapter = None
        self.path.close(level)
