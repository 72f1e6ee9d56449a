"""The parts of a document: a plan with its annexes is several documents in one file."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import Block, Heading, Part, Table
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.recognising.signals import (
    ABOUT_OTHERS,
    TITLE_BLOCKS,
    points,
)
from radslag.formats.understanding.recognising.titles import folded, title_kind
from radslag.formats.understanding.source import Source

ENOUGH, SURE, CLEAR = 3, 6, 2
LONGEST_COVER: Final = 15
SENTENCE: Final = 60
LONGEST_ANNEX: Final = 120
_ANNEX: Final = re.compile(
    r"^bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])?\b[\s:.–-]*", re.I
)
_OF_THE_SAME: Final = re.compile(
    r"narvarolista|deltagarlista|omrostning|roster|voteringslista|underskrift|"
    r"innehall|kalla|forkortning|ordlista"
)
_NUMBERED: Final = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[A-Z]\.|§\s*\d+)\s")
# Kinds that stand whole inside others, and begin with a title of their own.
WHOLE: Final = (
    DocumentKind.AGREEMENT,
    DocumentKind.PROGRAMME,
    DocumentKind.ACTION_PLAN,
    DocumentKind.ANNUAL_PLAN,
    DocumentKind.APPOINTMENT_LIST,
)
PLANS: Final = (DocumentKind.ANNUAL_PLAN, DocumentKind.ANNUAL_REPORT)
_WINDOW: Final = 120
UNCLEAR: Final = "Handlingen bär tecken på flera slag."
BY_TITLE: Final = "Bara rubriken talar för slaget."
UNKNOWN: Final = "Handlingen är av inget slag som känns igen och förvaras som den är."


class _Judged(NamedTuple):
    kind: DocumentKind
    certainty: Certainty
    reason: str


def recognise(source: Source) -> tuple[PartOfDocument, ...]:
    """Return the parts of a document, in order, each with its kind; never none.

    A part that is of no known kind is a paper, and says so.
    """
    blocks = source.document.blocks
    starts = _starts(blocks)
    ends = [*starts[1:], len(blocks)]
    return tuple(
        _part(blocks, first, last) for first, last in zip(starts, ends, strict=True)
    )


def _part(blocks: tuple[Block, ...], first: int, last: int) -> PartOfDocument:
    inside = blocks[first:last]
    kind, certainty, reason = _judge(inside)
    return PartOfDocument(kind, _title(inside, kind), first, last, certainty, reason)


def _judge(blocks: tuple[Block, ...]) -> _Judged:
    scores = points([b for b in blocks if b.part is not Part.CONTENTS])
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, next_best = ranked[0], ranked[1]
    if scores[best] < ENOUGH:
        return _Judged(DocumentKind.PAPER, Certainty.CERTAIN, UNKNOWN)
    if scores[best] - scores[next_best] < CLEAR:
        return _Judged(best, Certainty.PROBABLE, UNCLEAR)
    if scores[best] < SURE:
        return _Judged(best, Certainty.PROBABLE, BY_TITLE)
    return _Judged(best, Certainty.CERTAIN, "")


def _title(blocks: tuple[Block, ...], kind: DocumentKind) -> str:
    texts = [
        _ANNEX.sub("", block.text).strip()
        for block in blocks[:TITLE_BLOCKS]
        if not isinstance(block, Table)
    ]
    named = [text for text in texts if text and title_kind(text) is kind]
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    return next(filter(None, (*named, *headings[:1], *texts)), "")[:LONGEST_ANNEX]


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    starts = {0}
    annexes = list(_annexes(blocks))
    starts |= set(annexes)
    for number, block in enumerate(blocks):
        if number > 0 and _begins_a_whole(blocks, number, block):
            begins = _with_title_above(blocks, number)
            if not any(begins - 4 <= start <= begins for start in starts):
                starts.add(begins)
    return _worth_parting(blocks, sorted(starts))


def _annexes(blocks: tuple[Block, ...]) -> Iterator[int]:
    named = [
        number
        for number, block in enumerate(blocks)
        if block.part is not Part.CONTENTS
        and not isinstance(block, Table)
        and len(block.text) < LONGEST_ANNEX
        and _ANNEX.match(block.text)
        and _is_annex(block.text)
    ]
    for number in named:
        # A list of annexes has the next right below; an annex has text between.
        if number + 1 not in named and number - 1 not in named:
            yield number


def _is_annex(text: str) -> bool:
    rest = _ANNEX.sub("", text)
    has_number = re.match(r"bilaga\s*(?:nr\.?\s*)?(?:\d|[a-z]\b)", text, re.I)
    is_sentence = rest.endswith(".") or (", " in rest and len(rest) > SENTENCE)
    return (
        bool(has_number) and not is_sentence and not _OF_THE_SAME.search(folded(rest))
    )


def _begins_a_whole(blocks: tuple[Block, ...], number: int, block: Block) -> bool:
    if not isinstance(block, Heading) or _NUMBERED.match(block.text):
        return False
    kind = title_kind(block.text)
    if kind not in WHOLE or not _leads(kind, block.text):
        return False
    window = blocks[number : number + _WINDOW]
    before = blocks[max(0, number - _WINDOW) : number]
    scores = points([b for b in window if b.part is not Part.CONTENTS])
    return scores[kind] >= SURE and _may_hold(_judge(before).kind, kind)


def _may_hold(outer: DocumentKind, inner: DocumentKind) -> bool:
    """Tell whether a document of one kind may hold a whole one without an annex.

    Minutes and letters name the documents they treat in their items' titles, and a
    plan has its action plan as a chapter.
    """
    is_chapter = inner is DocumentKind.ACTION_PLAN and outer in PLANS
    return outer is not inner and outer not in ABOUT_OTHERS and not is_chapter


def _leads(kind: DocumentKind, text: str) -> bool:
    """Tell whether a heading is the name of such a document, and not about one."""
    plain = folded(text)
    begins = re.match(
        r"om |syfte|fokus|mal |nytt? |arbete|forslag|beslut|bakgrund", plain
    )
    return not begins and title_kind(plain) is kind


def _with_title_above(blocks: tuple[Block, ...], number: int) -> int:
    above = blocks[number - 1]
    is_title = isinstance(above, Heading) and not _NUMBERED.match(above.text)
    is_short = len(above.text) < LONGEST_ANNEX // 3
    return number - 1 if number > 1 and is_title and is_short else number


def _worth_parting(blocks: tuple[Block, ...], starts: list[int]) -> list[int]:
    """Leave out parts without content: an annex that is only named."""
    ends = [*starts[1:], len(blocks)]
    kept = [
        first
        for first, last in zip(starts, ends, strict=True)
        if first == 0 or last - first > 1
    ]
    return [0, *kept[2:]] if _is_cover(blocks, kept) else kept


def _is_cover(blocks: tuple[Block, ...], starts: list[int]) -> bool:
    """Tell whether what stands first is no document, but the cover of the next."""
    if len(starts) == 1 or starts[1] > LONGEST_COVER:
        return False
    return _judge(blocks[: starts[1]]).kind is DocumentKind.PAPER
