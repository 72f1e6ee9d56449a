"""What gives a kind of document away: words in its title, and how it is built.

A kind's title says it by name. Its structure says it without: an agreement has
paragraphs and a period of notice, minutes have people present and a decision. Both are
counted, because documents are often named after something else that they are about.
"""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Block, Heading, Table
from radslag.formats.understanding.recognising.patterns import any_of
from radslag.formats.understanding.recognising.structure import STRUCTURE
from radslag.formats.understanding.recognising.titles import (
    LONGEST_TITLE,
    folded,
    title_kind,
)

Kind = DocumentKind
TITLE_POINTS: Final = 5
# A title tells surely at the beginning of a document, less and less further down.
TITLE_BLOCKS: Final = 14


# Decisions and letters bear the title of the programme, plan or agreement they are
# about; where one is built as a decision, such a title says little of its own kind.
ABOUT_OTHERS: Final = (
    Kind.MINUTES_EXTRACT,
    Kind.PROPOSAL,
    Kind.REFERRAL,
    Kind.REFERRAL_RESPONSE,
    Kind.MEETING_NOTICE,
    Kind.MINUTES,
)
SUBJECTS: Final = (
    Kind.PROGRAMME,
    Kind.ANNUAL_PLAN,
    Kind.ACTION_PLAN,
    Kind.ANNUAL_REPORT,
    Kind.AGREEMENT,
)
ENOUGH_STRUCTURE: Final = 5


_ACTIVITY: Final = any_of(
    r"^\s*(?:aktivitet(?:er)?|atgard(?:er)?|insats(?:er)?)\b",
)
_ANSWERS: Final = any_of(
    r"^\s*(?:ansvar|huvudansvar|tid\b|tidplan|nar\b|kostnad|kommentar|status|klart)",
)
_PERSON: Final = any_of(
    r"^\s*(?:namn|ledamot|representant|ordinarie)\b",
)
_PLACE: Final = any_of(
    r"^\s*(?:kommun|organisation|parti|uppdrag|roll|funktion|e-?post)\b",
)
_PARAGRAPH: Final = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\s+)?(?:§\s*\d+|\d+\s*§)"
)
_PRESENT: Final = any_of(
    r"^\W*(?:narvarande|deltagare|deltog|beslutande|ej narvarande|franvarande)\b"
)
_LETTER: Final = any_of(r"tjansteskrivelse|tjansteutlatande|missiv")
_PROPOSES: Final = any_of(
    r"^\W*forslag till (?:beslut|\w*(?:utskott|styrelse|fullmaktige))"
    r"|forvaltningens forslag"
)
_BOARD_DECIDES: Final = any_of(
    r"^\W*(?:kommun|stads)(?:styrelsen|fullmaktige)s? beslut", r"^\W*beslut\W*$"
)
# A letter with which something is sent, and news of it, bear its name and are not it.
_SENDS: Final = any_of(
    r"^\W*(?:pressmeddelande|nyhetsbrev|missiv|foljebrev|enkat)\b",
    r"^hej\b",
    r"\b(?:overlamnar|oversander)\b.{0,20}\bharmed\b|\bharmed (?:overlamna|oversand)",
    r"^\W*(?:bifogat|bilagt|bifogad)\b",
)
_SENTENCE: Final = re.compile(r"(?:\S+\s+){5,}\S+[.!?]\s*$")
_MANY_PARAGRAPHS: Final = 4


def points(blocks: Sequence[Block]) -> dict[DocumentKind, int]:
    """Return how much speaks for each kind, in the title and the structure."""
    scores = dict.fromkeys(DocumentKind, 0)
    for kind, worth in _title_points(blocks):
        scores[kind] = max(scores[kind], worth)
    by_title = dict(scores)
    text = "\n".join(folded(block.text) for block in blocks)
    for signal in STRUCTURE:
        if signal.pattern.search(text):
            scores[signal.kind] += signal.points
    _count_paragraphs(blocks, scores)
    _look_at_tables(blocks, scores)
    _take_from_subjects(blocks, scores, by_title)
    return scores


def _take_from_subjects(
    blocks: Sequence[Block],
    scores: "dict[DocumentKind, int]",
    by_title: "dict[DocumentKind, int]",
) -> None:
    """Count a title for little where the document only decides on, or sends, it."""
    if max(scores[kind] for kind in ABOUT_OTHERS) >= ENOUGH_STRUCTURE:
        for kind in SUBJECTS:
            scores[kind] -= max(by_title[kind] - 1, 0)
    elif any(_SENDS.search(folded(b.text)) for b in blocks[:TITLE_BLOCKS]):
        for kind in SUBJECTS:
            if scores[kind] - by_title[kind] < ENOUGH_STRUCTURE - 1:
                scores[kind] -= by_title[kind]


def _title_points(blocks: Sequence[Block]) -> "list[tuple[DocumentKind, int]]":
    found: list[tuple[DocumentKind, int]] = []
    for number, block in enumerate(blocks[:TITLE_BLOCKS]):
        is_heading = isinstance(block, Heading)
        is_running = not is_heading and number and _SENTENCE.match(block.text)
        is_title = not is_running and not isinstance(block, Table)
        kind = title_kind(block.text) if is_title else None
        if kind:
            is_first = is_heading or not number
            worth = TITLE_POINTS if is_first else TITLE_POINTS - 2
            found.append((kind, max(worth - len(found), 1)))
    return found


def _count_paragraphs(
    blocks: Sequence[Block], scores: "dict[DocumentKind, int]"
) -> None:
    paragraphs = [b for b in blocks if _PARAGRAPH.match(b.text)]
    headings = [b for b in paragraphs if len(b.text) < LONGEST_TITLE]
    if len(headings) >= _MANY_PARAGRAPHS:
        numbers = [re.sub(r"\D", "", b.text[:8]) for b in headings]
        if numbers[0] == "1" and scores[Kind.MINUTES] < ENOUGH_STRUCTURE:
            scores[Kind.AGREEMENT] += 3
        else:
            scores[Kind.MINUTES] += 2
    elif len(headings) == 1:
        scores[Kind.MINUTES_EXTRACT] += 2
        if not any(_PRESENT.search(folded(block.text)) for block in blocks):
            # One paragraph and nobody present: what is sent to others, not the minutes.
            scores[Kind.MINUTES] -= TITLE_POINTS
        if _leads_with(headings[0], blocks):
            # What was proposed is told in what was decided too.
            scores[Kind.PROPOSAL] -= 3
            if any(_BOARD_DECIDES.search(folded(block.text)) for block in blocks):
                scores[Kind.MINUTES_EXTRACT] += 2


def _leads_with(paragraph: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a § stands at the top, and nothing of a letter or a proposal."""
    top = list(blocks[:TITLE_BLOCKS])
    if paragraph not in top:
        return False
    above = top[: top.index(paragraph)]
    return not any(_LETTER.search(folded(b.text)) for b in top) and not any(
        _PROPOSES.search(folded(b.text)) for b in above
    )


def _look_at_tables(blocks: Sequence[Block], scores: "dict[DocumentKind, int]") -> None:
    heads = [
        [folded(cell.text) for cell in block.rows[0]]
        for block in blocks
        if isinstance(block, Table) and block.rows
    ]
    if any(_has(head, _ACTIVITY) and _has(head, _ANSWERS) for head in heads):
        scores[Kind.ACTION_PLAN] += 3
    elif any(_has(head, _PERSON) and _has(head, _PLACE) for head in heads):
        scores[Kind.APPOINTMENT_LIST] += 3


def _has(head: Sequence[str], pattern: "re.Pattern[str]") -> bool:
    return any(pattern.match(cell) for cell in head)
