"""Tables of goals: a column for each level, or a label beside its goal."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import Certainty, GoalLevel
from radslag.formats.readers.model import Cell, Table
from radslag.formats.understanding.extracting.goal_trees.labels import LEVELS, label_in
from radslag.formats.understanding.extracting.goal_trees.lines import (
    is_only_mark,
    numbered,
    unmarked,
)
from radslag.formats.understanding.extracting.goal_trees.tree import RANKS, Told
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.source import Piece

OF_THE_AREA: Final = "Ansvaret står på områdets rad, vid dess enda mål."
RESPONSIBLE: Final = re.compile(r"(?i)^(?:ansvar|nätverk|målägare|genomför)")
_GOAL: Final = re.compile(r"(?i)^mål(?:sättning)?(?:en|et)?\b")
# "Hör till delmål", "Koppling till mål": the level stands after how it is told of.
_BELONGS_ALONE: Final = re.compile(
    r"(?i)^(?:hör(?:ande)?\s+(?:till|ihop\s+med)|koppla[ds]\s+till|koppling(?:\s+till)?"
    r"|tillhör(?:ande)?|bidrar\s+till|knuten\s+till|mäter|avser)\W*$"
)
_BELONGS: Final = re.compile(
    r"(?i)^(?:(?:som\s+)?(?:hör(?:ande)?|bidrar|kopplas|koppling|kopplat|knyter|knuten"
    r"|leder|svarar)\s+(?:till|mot|an\s+till)|gäller|avser|mäter|följer|under|till)\s+"
)
# What a goal means, or how it is worded, in a column beside its name.
_WORDING: Final = re.compile(
    r"(?i)^(?:(?:det(?:ta)?(?:\s+här)?|vad\s+(?:det(?:ta)?|målet))\s+)?(?:innebär|betyder)\b"
    r"|^(?:målets?\s+|närmare\s+)?(?:innebörd|betydelse|innehåll|beskrivning|formulering"
    r"|lydelse|text|vad\s+vi\s+vill|förklaring|precisering|målbild|målformulering|beskrivs?\s+så"
    r"|i\s+klartext|med\s+andra\s+ord)(?:en|et)?\b"
)
# "Vad vi vill", "Dit vill vi": the aim said without the word.
_AIM: Final = re.compile(
    r"(?i)^(?:vad\s+(?:vi\s+vill|vill\s+vi)|(?:dit|det\s+här|detta|vart)\s+(?:vill\s+vi|vi\s+vill)"
    r"|vi\s+vill|önskat\s+läge)(?:\s+(?:uppnå|nå|åstadkomma))?\W*$"
)
_AREA: Final = re.compile(r"(?i)^(?:område|inriktning)\b")
# When a goal is to be reached, or how it is measured, beside the goal itself.
_BESIDE: Final = re.compile(
    r"(?i)^(?:(?:ska\s+vara\s+)?(?:klart?|nått|uppnått|färdigt?)|när|senast|tid\w*"
    r"|(?:mål|slut)år|år|uppnås|nås|(?:så\s+)?(?:mäts?|mäter\s+vi)|hur\s+vi\s+mäter"
    r"|följs\s+upp)\b(?:\s+[a-zåäö]+){0,3}\W*$"
)
_ITEMS: Final = re.compile(r"\n|(?<=[\wåäö.])\s+[•–*-]\s+|^\s*[•–*-]\s+|;\s+")


def level_of_column(text: str) -> GoalLevel | None:
    """Return the level that a column's head names; "Område och huvudmål" is an area."""
    text = text.strip()
    if _BELONGS_ALONE.match(text):
        return GoalLevel.SUB_GOAL
    text = text[leading.end() :] if (leading := _BELONGS.match(text)) else text
    if _AREA.match(text):
        return GoalLevel.FOCUS_AREA
    for level, words in LEVELS:
        if re.match(rf"(?i)(?:{words})(?![\wåäö])", text):
            return level
    return GoalLevel.LONG_TERM if _GOAL.match(text) or _AIM.match(text) else None


def is_answered_for(table: Table) -> bool:
    """Tell whether a table begins with areas, and has who answers for each."""
    first, *others = (cell.text.strip() for cell in table.rows[0])
    is_of_areas = level_of_column(first) is GoalLevel.FOCUS_AREA
    return is_of_areas and any(map(RESPONSIBLE.match, others))


def _words(head: str) -> bool:
    """Tell whether a head says that what stands below is a goal's own wording."""
    return _WORDING.match(head.strip()) is not None


def _tells_beside(head: Sequence[str]) -> bool:
    """Tell whether all heads after the first say when, or how it is measured."""
    beside = [text.strip() for text in head[1:]]
    return bool(beside) and all(map(_BESIDE.match, beside))


class GoalTables:
    """Reads the tables of goals that stand in a programme."""

    def __init__(self, walk: GoalWalk) -> None:
        self.walk = walk

    def see(self, table: Table) -> bool:
        """Take the goals of a table; tell whether it was a table of goals."""
        head = [cell.text for cell in table.rows[0]]
        levels = {n: lv for n, text in enumerate(head) if (lv := level_of_column(text))}
        others = [n for n, text in enumerate(head) if RESPONSIBLE.match(text.strip())]
        wording = next((n for n, text in enumerate(head) if _words(text)), None)
        is_head = others or wording is not None or _tells_beside(head)
        if len(levels) > 1 or (levels and is_head):
            for row in table.rows[1:]:
                self._row(row, levels, others, wording)
            self.walk.see(table)
            # Who is named below a table of goals answers for them all.
            self.walk.is_after_list = True
            return True
        return self._labels(table)

    def see_areas(self, table: Table) -> None:
        """Take a table of areas; who answers for an area's only goal has both."""
        self.see(table)
        heads = [cell.text.strip() for cell in table.rows[0]]
        others = [n for n, text in enumerate(heads) if RESPONSIBLE.match(text)]
        for row in table.rows[1:]:
            pieces = [self.walk.portion.source.piece(cell) for cell in row]
            area = self.walk.tree.named(pieces[0].text, GoalLevel.FOCUS_AREA)
            for number in others if area else ():
                answers = self.walk.responsibility.bodies(pieces[number])
                both = (a.doubted(Certainty.PROBABLE, OF_THE_AREA) for a in answers)
                if area:
                    self.walk.tree.answer(area, both)

    def _row(
        self,
        row: tuple[Cell, ...],
        levels: dict[int, GoalLevel],
        others: list[int],
        wording: int | None,
    ) -> None:
        pieces = [self.walk.portion.source.piece(cell) for cell in row]
        for number, level in sorted(levels.items(), key=lambda pair: RANKS[pair[1]]):
            if wording is not None and is_only_mark(pieces[number]):
                # "A1" names no goal: what it means, beside it, is the goal itself.
                mark = pieces[number].text.strip().rpartition(" ")[2].strip(".:)")
                words, wording = pieces[wording], None
                self.walk.add(level, words, None, Told(mark, is_beside=True))
                continue
            for piece in pieces[number].split(_ITEMS):
                told = Told(numbered(piece.strip())[0], is_beside=True)
                self.walk.add(level, unmarked(piece), None, told)
        if wording is not None and pieces[wording] and self.walk.current:
            found = self.walk.current.found
            self.walk.tree.word(found, pieces[wording], Certainty.CERTAIN)
        for number in others:
            if pieces[number]:
                self.walk.take_responsible(pieces[number], is_beside=True)

    def _labels(self, table: Table) -> bool:
        """Take rows whose first cell is a label and whose second is the goal."""
        is_any = False
        for row in table.rows:
            pieces = [self.walk.portion.source.piece(cell) for cell in row]
            filled = [piece for piece in pieces if piece]
            if len(filled) == 2:  # noqa: PLR2004 - a label and a goal.
                is_any = self._label(*filled) or is_any
        return is_any

    def _label(self, first: Piece, second: Piece) -> bool:
        label = label_in(first)
        if label is None or not label.is_introducing or label.is_joined:
            return False
        level = label.level or GoalLevel.LONG_TERM
        for piece in second.split(_ITEMS) if label.is_plural else [second]:
            self.walk.add(level, piece, None, Told(label.number))
        return True
