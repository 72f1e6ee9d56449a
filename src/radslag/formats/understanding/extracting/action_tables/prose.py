"""Activities told in running text under a goal: who does what, when, for how much.

"Öppna verkstäder. Mora ordnar tre dagar i maj. Kostnad 40 000 kr." is one, named by its
first words; without such a name each sentence in which somebody acts is one.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from radslag.agreement.calendar import understand_time
from radslag.agreement.vocabulary import DocumentKind, GoalLevel
from radslag.formats.readers.model import Block, Paragraph
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.labelled import first_label
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import sums_in

BY_PROSE: Final = "Aktiviteten är berättad i löpande text och inte uppställd."
A_YEAR: Final = 2000
LONGEST_NAME, LONGEST_WHO, LONGEST_TITLE = 80, 60, 120
_VERB: Final = (
    r"(?:leder|ordnar|arrangerar|driver|samordnar|ansvarar\s+för|svarar\s+för|håller\s+i"
    r"|genomför|bjuder\s+in|tar(?:\s+[^.]{0,40}?)?\s+fram|gör(?:\s+om)?|bygger|startar|inför"
    r"|utreder|kartlägger|inventerar|upphandlar|anordnar|erbjuder|utbildar|utvecklar"
    r"|fortsätter|lämnar|skriver|söker|prövar|testar|ska(?:ll)?(?!\s+(?:vara|bli)))"
)
_ACTS: Final = re.compile(rf"^(?P<who>[A-ZÅÄÖ][^.,:;]{{2,60}}?)\s+{_VERB}\b")
# "Dessutom fortsätter kansliet att …": who acts stands after the verb.
_TURNED: Final = re.compile(
    r"^(?:Dessutom|Därutöver|Vidare|Under\s+(?:året|\d{4})|I\s+år|Även)\s+[a-zåäö]+(?:er|ar)\s+"
    r"(?P<who>[\wåäöÅÄÖ-]+)\s+(?:att|med|även|också)\b"
)
_ANSWERS: Final = re.compile(
    r"(?i)^(?:huvud)?ansvar(?:ig(?:a|t)?|et)?\s*(?::|är|ligger\s+(?:på|hos)|har)\s*(?P<who>[^.;]{2,90}?)"
    r"\s*[.;]?$"
)
_MONTH: Final = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december)"
)
_TIME: Final = re.compile(
    r"(?i)(?P<time>(?<![\wåäö])(?:(?:senast|klart?|före|efter|från)\s+(?:den\s+)?)?(?:"
    rf"\d{{1,2}}\s+{_MONTH}(?:\s+20\d\d)?|{_MONTH}(?:\s*[–-]\s*{_MONTH}|\s+och\s+{_MONTH})?"
    r"(?:\s+20\d\d)?|(?:första|andra|tredje|fjärde)\s+kvartalet|kvartal\s+\d(?:\s*[–-]\s*\d)?"
    r"|q[1-4](?:\s*[–-]\s*q?[1-4])?|(?:vår|höst|sommar|vinter)(?:en)?(?:\s+20\d\d)?"
    r"|v(?:ecka|\.)\s*\d{1,2}(?:\s*[–-]\s*\d{1,2})?|(?:första|andra)\s+halvåret"
    r"|hela\s+året|året\s+runt|löpande)(?![\wåäö]))"
)
# Of a time with this before it, it is the last day.
_DONE_BY: Final = re.compile(
    r"(?i)\b(?:klar[at]?|färdig[at]?|slutför[dts]+|avslutad|redovisas|senast|till)\s+"
    r"(?:till\s+|senast\s+|före\s+)*(?:den\s+)?$"
)
_YEARS: Final = re.compile(r"(?i)^\s*års\b")


class Told(NamedTuple):
    """An activity of running text: its name, and what is said of it."""

    title: Piece
    says: dict[Says, list[Piece]]


def told_in_prose(piece: Piece, is_somebody: Callable[[str], bool]) -> Iterator[Told]:
    """Give the activities of a paragraph that stands under a goal."""
    sentences = list(sentences_of(piece))
    named = len(sentences) > 1 and _is_name(sentences[0])
    if named:
        says = _says(sentences[1:], is_somebody)
        if len(says.keys() & {Says.RESPONSIBLE, Says.TIME, Says.COST}) > 1:
            yield Told(sentences[0].strip(" ."), says)
        return
    begins: list[list[Piece]] = []
    for sentence in sentences:
        if _who(sentence, is_somebody):
            begins.append([sentence])
        elif begins:
            begins[-1].append(sentence)
    for told in begins:
        says = _says(told, is_somebody)
        if says.keys() & {Says.TIME, Says.COST}:
            yield Told(_title(told[0]), says)


def told_under(block: Block, piece: Piece, walk: GoalWalk) -> list[Told]:
    """Return the activities of a paragraph of a plan that stands under a goal."""
    kinds = (DocumentKind.ANNUAL_PLAN, DocumentKind.ACTION_PLAN)
    current = walk.current
    is_under = current is not None and current.level is not GoalLevel.VISION
    if not isinstance(block, Paragraph) or walk.portion.kind not in kinds:
        return []
    if not is_under or first_label(piece) is not None:
        return []
    return list(told_in_prose(piece, walk.responsibility.is_somebody))


def _is_name(sentence: Piece) -> bool:
    text = sentence.text.strip()
    is_short = len(text) <= LONGEST_NAME and text.endswith(".")
    has_verb = _ACTS.match(text) or re.search(
        r"(?i)\b(?:är|ska|skall|har|blir|satsar|finns|gör|vill|arbetar)\b", text
    )
    is_time = understand_time(text.strip(" ."), A_YEAR).kind != "unknown"
    has_sum = any(found.has_unit for found in sums_in(sentence))
    return is_short and not (has_verb or is_time or has_sum)


def _title(sentence: Piece) -> Piece:
    """Return a sentence as a title, without what is told after its first comma."""
    bare = sentence.strip(" .")
    if len(bare.text) <= LONGEST_TITLE:
        return bare
    cut = bare.text.find(", ")
    return bare.part(0, cut) if cut > 0 else bare


def _who(sentence: Piece, is_somebody: Callable[[str], bool]) -> Piece | None:
    for pattern in (_ANSWERS, _TURNED, _ACTS):
        match = pattern.match(sentence.text)
        who = sentence.group(match, "who").strip() if match else None
        if who and len(who.text) <= LONGEST_WHO and _is_somebody(who.text, is_somebody):
            return who
    return None


def _is_somebody(words: str, is_somebody: Callable[[str], bool]) -> bool:
    parts = re.split(r"\s+tillsammans\s+med\s+|\s+i\s+samarbete\s+med\s+", words)
    return all(is_somebody(part) for part in parts)


def _says(
    sentences: list[Piece], is_somebody: Callable[[str], bool]
) -> dict[Says, list[Piece]]:
    says: dict[Says, list[Piece]] = {}
    for sentence in sentences:
        who = _who(sentence, is_somebody)
        if who:
            says.setdefault(Says.RESPONSIBLE, [who])
        times = list(_times(sentence))
        for kind, time in times[:1]:
            if not says.keys() & {Says.TIME, Says.END}:
                says[kind] = [time]
        sums = [found for found in sums_in(sentence) if found.has_unit]
        if len(sums) == 1:
            says.setdefault(Says.COST, [sums[0].piece])
    says[Says.COMMENT] = sentences[-1:] if len(sentences) == 1 else [_whole(sentences)]
    return says


def _whole(sentences: list[Piece]) -> Piece:
    return sentences[0].until(sentences[-1])


def _times(sentence: Piece) -> Iterator[tuple[Says, Piece]]:
    for match in _TIME.finditer(sentence.text):
        if _YEARS.match(sentence.text[match.end() :]):
            continue
        words = sentence.group(match, "time")
        is_last = _DONE_BY.search(sentence.text[: match.start()])
        yield (Says.END if is_last else Says.TIME), words
