"""Which column of an action plan's table says what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.understanding.extracting.goal_trees.tables import level_of_column


class Says(StrEnum):
    """What a column, or a labelled line, says of an activity."""

    ACTIVITY = "activity"
    RESPONSIBLE = "responsible"
    COST = "cost"
    TIME = "time"
    START = "start"
    END = "end"
    STATUS = "status"
    FOLLOW_UP = "follow_up"
    COMMENT = "comment"
    NUMBER = "number"


# What tells of an activity that it is one.
TELLING: Final = (Says.RESPONSIBLE, Says.TIME, Says.COST, Says.STATUS)
# The first that fits is taken: a "tid för uppföljning" is a time.
WORDS: Final[tuple[tuple[Says, str], ...]] = (
    (
        Says.NUMBER,
        r"(?:(?:aktivitet|åtgärd|insats)(?:ens|s)?[ -]?)?(?:nr\.?|nummer|#|id|rad)$",
    ),
    (
        Says.RESPONSIBLE,
        r"(?:huvud)?ansvar\w*|vem|vilka$|genomförare|utförare|ägare|samordnar\w*"
        r"|(?:projekt|process|aktivitets|uppgifts)(?:ledare|ägare|ansvar\w*)"
        r"|sammankallande|håller i|driv(?:er|s av)|leds av|(?:genom|ut)förs av"
        r"|nätverk|medverka(?:r|nde)|deltagare|deltar|aktör\w*|berörda?|kontakt\w*|organ$"
        r"|part\w*$"
        r"|samverkansparter",
    ),
    (
        Says.COST,
        r"kostnad\w*|budget\w*|resurs\w*|finansiering\w*|belopp|(?:uppskattad"
        r"|beräknad) kost"
        r"\w*|(?:t?kr|mnkr|(?:i\s+)?(?:tusen\s+)?kronor)$|ekonomi|medel$"
        r"|avsatt\w*|avsätts|anslag(?:et|na)?$|ekonomisk ram"
        r"|hur mycket|pris(?:lapp)?$|pengar\b|vad (?:det )?kostar|utgift\w*"
        r"|(?!.*\b(?:avgift|intäkt))[^,(]+[,(]\s*(?:i\s+)?(?:tkr|kkr|kr|mnkr|kronor)\)?$",
    ),
    (Says.START, r"(?:start\w*|från|fr\.? ?o\.? ?m\.?|börjar|påbörjas)(?: \w+)?$"),
    (Says.END, r"(?:slut\w*|till|t\.? ?o\.? ?m\.?|avslutas)(?: \w+)?$"),
    (
        Says.TIME,
        r"tid\w*|när|klart?(?:\s|$)|färdig\w*|period|start\w*|slut\w*|datum|deadline"
        r"|kvartal|månad|genomförs(?: (?:när|senast)|$)|senast",
    ),
    (
        Says.STATUS,
        r"blev (?:det|den|de)\b.*|är (?:det|den) (?:klar|gjor)\w*"
        r"|status|läge(?:t|srapport)?|(?:så|hur) går det"
        r"|genomförd\w*(?:\s|/|\?|$)|grad av genomför\w*",
    ),
    (
        Says.FOLLOW_UP,
        r"(?:års|del)?uppföljning\w*|utfall|resultat\w*"
        r"|vad (?:som )?(?:har (?:vi )?(?:gjort|hänt)\w*|hände\b.*)|genomfört$"
        r"|det har hänt"
        r"|så gick det|så blev det|hur gick det|hur har det gått|vad blev\b.*|effekt$",
    ),
    (
        Says.ACTIVITY,
        r"aktivitet\w*|åtgärd\w*|insats(?:er|en)?(?:\s|$|/)|uppdrag\w*"
        r"|arbetsuppgift\w*|vad$"
        r"|vad (?:som )?(?:vi|ska)\b(?!.*nås?\b|\s+vill\W*$).*"
        r"|(?:det här )?(?:gör|ska) vi(?: göra)?$"
        r"|att göra$|satsning\w*|projekt\w*|uppgift\w*|handling$|genomförande"
        r"|gemensam\w* aktivitet\w*"
        r"|planerad\w* (?:aktivitet|åtgärd|insats)\w*",
    ),
    (
        Says.COMMENT,
        r"kommentar\w*|varför$|anmärkning\w*|notering\w*|beskrivning\w*|syfte|förväntat\s.*"
        r"|effekt\w*"
        r"|indikator\w*|mätetal|mått|övrigt|information|innehåll|bakgrund|så här\b.*"
        r"|hur(?:\s+(?:vi|man|det|den|de|går)\b.*)?$|tecken på\b.*|bevis på\b.*"
        r"|(?:så|då)\s+(?:vet|ser|märker)\s+vi\b.*|(?:så|det)\s+(?:märks|syns)\b.*"
        r"|nuläge|förtydligande",
    ),
)
# "Mål och åtgärd": the goals stand as rows of their own over their activities.
_GOAL_AND_ACTIVITY: Final = re.compile(
    r"(?i)^\W*(?:del)?mål\s*(?:och|samt|[/&])\s*(?:åtgärd|aktivitet|insats)(?:er)?\W*$"
)
_PATTERNS: Final = tuple((says, re.compile(rf"(?i)^(?:{w})")) for says, w in WORDS)
UNIT: Final = re.compile(r"(?i)\b(tkr|kkr|mnkr|mkr|kr|kronor)\b")
FEWEST: Final = 2
_WHEN: Final = {Says.TIME, Says.START, Says.STATUS}
_ANSWERS: Final = re.compile(
    r"(?i)(?:huvud)?ansvar|vem|\w*(?:ledare|ägare)|utför|genomför|håller i|driv|leds"
)


@dataclass(frozen=True)
class Columns:
    """What each column of a table says; a column may have no head at all."""

    heads: tuple[str, ...]
    goals: dict[int, GoalLevel]
    says: dict[int, Says]
    guessed: frozenset[Says] = frozenset()

    def of(self, says: Says) -> list[int]:
        """Return the columns that say this, from the left."""
        return [n for n, each in sorted(self.says.items()) if each is says]

    @property
    def activity(self) -> int:
        """The column with the activities themselves."""
        return self.of(Says.ACTIVITY)[0]

    def is_loose(self, column: int) -> bool:
        """Tell whether a column of goals may hold the aims of each activity instead."""
        is_plain = re.match(r"(?i)\s*mål(?:sättning)?\s*$", self.heads[column])
        return bool(is_plain) and column > self.activity

    @property
    def unit(self) -> str:
        """The unit that the head of the costs names, or nothing."""
        heads = (self.heads[n] for n in self.of(Says.COST))
        units = (found[1] for head in heads if (found := UNIT.search(head)))
        return next(units, "")

    @property
    def unnamed(self) -> list[int]:
        """The columns without a head."""
        return [n for n, head in enumerate(self.heads) if not head.strip()]

    @property
    def unknown(self) -> list[int]:
        """The columns whose head is of no known words."""
        named = {*self.goals, *self.says, *self.unnamed}
        return [n for n in range(len(self.heads)) if n not in named]

    def also(self, column: int, says: Says) -> "Columns":
        """Return the columns with one more, that its cells and not its head told."""
        return replace(
            self, says=self.says | {column: says}, guessed=self.guessed | {says}
        )

    def also_noted(self, column: int) -> "Columns":
        """Return the columns, one of them told to hold what became of each."""
        return replace(self, says=self.says | {column: Says.FOLLOW_UP})

    def is_head(self, cells: Sequence[str]) -> bool:
        """Tell whether a row repeats the head, as at the top of a new page."""
        said = [cell.strip().casefold() for cell in cells]
        own = [head.strip().casefold() for head in self.heads]
        return any(said) and all(s in ("", o) for s, o in zip(said, own, strict=True))


def says_of(head: str) -> Says | None:
    """Return what a column's head, or a label, names."""
    plain = re.sub(r"\s+", " ", head).strip(" *_:.?")
    return next((says for says, words in _PATTERNS if words.match(plain)), None)


def columns_of(heads: Sequence[str]) -> Columns | None:
    """Return the columns of an action plan's head; None where it is no such head."""
    goals: dict[int, GoalLevel] = {}
    says: dict[int, Says] = {}
    for number, head in enumerate(heads):
        is_joined = _GOAL_AND_ACTIVITY.match(head)
        level = None if is_joined else level_of_column(head)
        if level and not re.match(r"(?i)mål(?:grupp|värde)|vision", head.strip()):
            goals[number] = level
        elif said := Says.ACTIVITY if is_joined else says_of(head):
            says[number] = said
    return _settled(Columns(tuple(heads), goals, _with_both_ends(says)))


def _with_both_ends(says: dict[int, Says]) -> dict[int, Says]:
    """Return the columns; a beginning without an end, or an end alone, is a time."""
    kinds = set(says.values())
    if Says.START in kinds and Says.TIME in kinds and Says.END not in kinds:
        # "Start" beside "Klart": what is called a time is the end.
        return {n: Says.END if s is Says.TIME else s for n, s in says.items()}
    if {Says.START, Says.END} <= kinds:
        return says
    return {n: Says.TIME if s in (Says.START, Says.END) else s for n, s in says.items()}


def _settled(columns: Columns) -> Columns | None:
    is_wide = len(columns.goals) + len(columns.says) >= FEWEST
    if not is_wide:
        return None
    if columns.of(Says.ACTIVITY):
        has_more = bool(columns.goals) or len(set(columns.says.values())) > 1
        return columns if has_more else None
    return _without_activity(columns)


def _without_activity(columns: Columns) -> Columns | None:
    """Take another column for the activities, where who and when stand beside it."""
    kinds = set(columns.says.values())
    if not {Says.RESPONSIBLE} < kinds & {Says.RESPONSIBLE, Says.COST, *_WHEN}:
        return None
    # What is planned has a time or a status; a budget's posts have only sums.
    unknown = columns.unknown if kinds & _WHEN and _has_strong(columns) else []
    free = [*sorted([*columns.of(Says.COMMENT), *unknown]), *columns.unnamed]
    if free and free[0] in unknown:
        return columns.also(free[0], Says.ACTIVITY)
    if free:
        return _with_activity(columns, free[0])
    lowest = max(columns.goals, default=None)
    if lowest is None:
        return None
    goals = {n: level for n, level in columns.goals.items() if n != lowest}
    return _with_activity(replace(columns, goals=goals), lowest)


def _with_activity(columns: Columns, column: int) -> Columns:
    return replace(columns, says=columns.says | {column: Says.ACTIVITY})


def _has_strong(columns: Columns) -> bool:
    """Tell whether a head asks who answers, and not only who meets or takes part."""
    heads = (columns.heads[n] for n in columns.of(Says.RESPONSIBLE))
    return any(_ANSWERS.match(head.strip()) for head in heads)
