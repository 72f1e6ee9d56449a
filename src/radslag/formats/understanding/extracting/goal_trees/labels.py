"""The words that say that something is a goal, and of which level."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import GoalLevel
from radslag.formats.understanding.source import Piece

_AREA: Final = (
    r"(?:fokus|mål|insats|utvecklings|samverkans|tema|prioriterings"
    r"|program)områden?a?t?"
    r"|prioriterade?\s+(?:utvecklings)?områden?a?t?|strategisk[at]\s+områden?a?t?"
    r"|prioriterat\s+område(?:t)?"
)
# In this order, for "övergripande mål" is a goal too.
LEVELS: Final = (
    (GoalLevel.VISION, r"vision(?:en|er|erna)?|målbild(?:en)?"),
    (
        GoalLevel.OVERARCHING,
        r"övergripande\s+mål(?:et|en|sättning(?:en|ar)?)?|huvudmål(?:et|en)?",
    ),
    (
        GoalLevel.LONG_TERM,
        r"långsiktig[at]?\s+mål(?:et|en|sättning(?:en|ar)?)?"
        r"|strategisk[at]\s+mål(?:et|en)?"
        r"|(?:inriktnings|program|effekt|långtids)mål(?:et|en)?",
    ),
    (
        GoalLevel.SUB_GOAL,
        r"(?:del|etapp|under)mål(?:et|en)?|kortsiktig[at]\s+mål(?:et|en)?",
    ),
    (GoalLevel.FOCUS_AREA, _AREA),
)
_GOAL: Final = r"mål(?:et|en)?"
_NUMBER: Final = (
    r"\d{1,2}(?:\.\d{1,2}){0,2}(?:[a-h](?![\wåäö]))?|(?-i:[A-H])(?:\d{1,2})?(?![\wåäö])"
    r"|(?-i:[IVX]{1,4})(?![\wåäö])"
)
_LABEL: Final = re.compile(
    r"(?i)^\W{0,3}(?:(?P<before>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+)?"
    r"(?:(?:vår|våra|gemensam(?:ma|t)?|de|det|den|följande|programmets|"
    r"(?-i:[A-ZÅÄÖ])[\wåäö-]+s)\s+){0,2}"
    + "(?:"
    + "|".join(rf"(?P<{level.value}>{words})" for level, words in LEVELS)
    + rf"|(?P<area>område(?=\s*(?:{_NUMBER}|:)|\s+(?-i:[A-ZÅÄÖ]))"
    + rf"|(?:inriktning|spår|tema|pelare|prioritering)(?=\s+(?:{_NUMBER})\s*[:.–-]))"
    + rf"|(?P<goal>{_GOAL}))(?![\wåäö])"
    + rf"(?:\s*(?:nr\.?\s*)?(?P<number>{_NUMBER})(?P<dot>[.:)])?(?![\d%]))?"
    + r"(?P<of>\s+(?:för|inom|kring)\s+[^:.]{2,80}?(?=\s*(?::|$|\s[-–—]\s|"
    + r"\s(?:är|lyder)\s*(?:följande)?\s*:?)))?"
)
_SAID: Final = re.compile(
    r"^\s*(?:(?:är|lyder)\s+(?:följande\s*)?:\s*|(?:är|lyder)\s*(?=[”\"»])|är\s+att\s+"
    r"|:\s*|[-–—]\s+)"
)
_IS_A_PLACE: Final = re.compile(r"\s+är\s+(?=(?:ett|en)\s+[A-ZÅÄÖ])")
_INTRODUCES: Final = re.compile(
    r"^(?:\s+(?:19|20|21)\d\d)?\s*(?:(?:är|lyder|som gäller)\s*(?:följande)?)?\s*:?\s*$"
)
_TOGETHER: Final = re.compile(
    r"(?i)^(?:,\s*|\s+)(?:\w+\s+)?(?:,\s*\w+\s+)*(?:och|samt)\s+\w+$"
)
# "Fokusområde Resor och vägar": a line that is nothing but a label and a name.
_NAMED: Final = re.compile(r"\s+[A-ZÅÄÖ][^.:;!?]{2,60}")
_AT_END: Final = re.compile(
    r"(?i)(?:[–-]|:)\s+(?:vår\s+|en\s+)?(?:gemensamma?\s+)?(?P<vision>vision(?:en)?"
    r"|målbild(?:en)?)(?:\s+(?:för\s+)?20\d\d)?\s*$"
)
# "Övergripande mål – visionen": two words for it, and no wording.
_ANOTHER_WORD: Final = re.compile(
    r"(?i)(?:vår\s+)?(?:" + "|".join(words for _, words in LEVELS) + r")\W*"
)
_PLURAL: Final = re.compile(
    r"(?i)(?:områden|områdena|^(?:de\s|våra\s).*mål|målen|delmål|etappmål|undermål"
    r"|långsiktiga|strategiska\s+mål|kortsiktiga)"
)
_SINGULAR: Final = re.compile(r"(?i)målet$|området$|område$|långsiktigt|strategiskt")
_NAME_OF_AREA: Final = re.compile(
    r"(?i)(?:för|inom|kring)\s+(?:(?:fokus|mål|insats|utvecklings)?området?\s+)(.+)$"
)
RESPONSIBLE: Final = re.compile(
    r"(?i)^\W{0,3}(?:(?:huvud)?ansvar(?:ig[at]?|ar|iga)?(?:\s+(?:nätverk|organ|grupp|"
    r"part|för genomförande|genomförandeorganisation))?|nätverk|genomförs av|drivs av|"
    r"håll(?:er|s)\s+i(?:hop)?(?:\s+av)?|samordnas?\s+av|leds\s+av|ägs\s+av|"
    r"målägare|ägare)\s*:\s*(?P<who>\S.*)$"
)


_GOAL_OR_AREA: Final = (
    r"(?:målet|delmålet|(?:fokus|mål|insats|utvecklings)?området|målområdet)"
)
ANSWERS: Final = re.compile(
    r"(?:^|[.!]\s+)(?P<who>[A-ZÅÄÖ][^.:;!?]{2,90}?)\s+(?:(?:an)?svarar\s+för"
    r"|är\s+(?:huvud)?ansvarig[at]?\s+för|har\s+(?:huvud)?ansvar(?:et)?\s+för"
    rf"|samordnar|driver)\s+(?:arbetet\s+med\s+)?(?:detta\s+)?{_GOAL_OR_AREA}\b"
)


class Label(NamedTuple):
    """A label: its level, number and area, and what stands after it on the same line.

    A plain goal has no level of its own; where it stands tells. A joined heading, as
    "Vision och mål", only may introduce what is below.
    """

    level: GoalLevel | None
    words: Piece
    number: str
    area: Piece | None
    rest: Piece | None
    is_plural: bool
    is_introducing: bool
    is_joined: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether it only says "goal": no level, no number, no more than one."""
        return self.level is None and not self.number and not self.is_plural

    @property
    def is_image(self) -> bool:
        """Tell whether it is "Målbild", as what an area of goals aims at is called."""
        is_one = self.level is GoalLevel.VISION and not self.number
        return is_one and self.words.text.lower().startswith("målbild")

    @property
    def number_above(self) -> str:
        """The number of what its own number is within: 1 of 1.2 and of 1b."""
        bare = self.number.rstrip("abcdefgh")
        return bare if bare != self.number else self.number.rpartition(".")[0]


def label_in(piece: Piece, *, is_heading: bool = False) -> Label | None:
    """Return the label that a piece begins with, or None where it is running text.

    A heading may end with it: "Dit vill vi – vår vision".
    """
    match = _LABEL.match(piece.text)
    if match is None:
        return _label_at_end(piece) if is_heading else None
    after = piece.part(match.end(), len(piece.text))
    label = _labelled(match, piece)
    said = _SAID.match(after.text) or _own_vision(label, after)
    if said and (rest := after.part(said.end(), len(after.text)).strip()):
        if _ANOTHER_WORD.fullmatch(rest.text):
            return _label_at_end(piece) or label._replace(is_introducing=True)
        # "Målet är att …" is how people write of anything.
        is_vague = label.is_plural or label.level is None
        is_prose = said[0].strip() == "är att" and is_vague
        return None if is_prose else label._replace(rest=rest)
    if _INTRODUCES.match(after.text):
        return label._replace(is_introducing=True)
    is_numbered = label.number and (match["dot"] or after.text[:1] == " ") and after
    if is_numbered or _is_named(label, after):
        return label._replace(rest=after.strip())
    is_joined = _TOGETHER.match(after.text) is not None
    return label._replace(is_introducing=True, is_joined=True) if is_joined else None


def _own_vision(label: Label, after: Piece) -> "re.Match[str] | None":
    """Return how "Vår vision är ett Åsbygden där …" leads to its words."""
    is_one = label.level is GoalLevel.VISION and label.words.text.lower() == "vision"
    return _IS_A_PLACE.match(after.text) if is_one else None


def _label_at_end(piece: Piece) -> Label | None:
    match = _AT_END.search(piece.text)
    if match is None:
        return None
    words = piece.group(match, "vision")
    return Label(GoalLevel.VISION, words, "", None, None, False, True)  # noqa: FBT003 - a tuple's fields.


def _is_named(label: Label, after: Piece) -> bool:
    """Tell whether an area's name follows its label with nothing between."""
    is_area = label.level is GoalLevel.FOCUS_AREA and not label.is_plural
    is_indefinite = label.words.text[-1:].lower() == "e"
    return is_area and is_indefinite and bool(_NAMED.fullmatch(after.text))


def _labelled(match: "re.Match[str]", piece: Piece) -> Label:
    level = next((lv for lv, _ in LEVELS if match[lv.value]), None)
    if match["area"]:
        level = GoalLevel.FOCUS_AREA
    kind = level.value if level and not match["area"] else "area" if level else "goal"
    words = piece.group(match, kind)
    until = piece.part(0, match.end(kind)).strip()
    is_plural = not _SINGULAR.search(words.text) and bool(_PLURAL.search(until.text))
    of = piece.group(match, "of").strip() if match["of"] else None
    area = of.find(_NAME_OF_AREA) if of else None
    return Label(level, words, match["number"] or "", area, None, is_plural, False)  # noqa: FBT003 - a tuple's field.


def responsible_in(piece: Piece) -> Piece | None:
    """Return who a line says is responsible, or None where it says nothing of that."""
    return piece.find(RESPONSIBLE)


def answering_in(piece: Piece) -> Piece | None:
    """Return who running text says answers for the goal it is of; or None."""
    match = ANSWERS.search(piece.text)
    return piece.group(match, "who").strip() if match else None
