"""The parts of a document: a plan with its annexes is several documents in one file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import Block, Heading, Part, Table
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.recognising.building import built_like
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
# Beside an annex that is only named stands the next one, or the head of their list.
_LISTED: Final = re.compile(r"(?i)bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])\b|bilagor\b")
_BARE_ANNEX: Final = re.compile(
    r"(?i)bilag(?:a|or)\b(?!\s*(?:nr\.?\s*)?(?:\d|[a-z]\b))"
)
# "Bilaga: Förslag till plan" is the letter's list of what follows.
_LISTS: Final = re.compile(r"(?i)bilag(?:a|or)\s*:|bilagor\b")
_OF_THE_SAME: Final = re.compile(
    r"narvarolista|deltagarlista|omrostning|roster|voteringslista|underskrift|"
    r"innehall|kalla|forkortning|ordlista"
    # "Bilaga 1. Andelar enligt punkt 8": a table that the document itself speaks of.
    r"|\b(?:enligt|till|for|jamfor|se) (?:punkt|paragraf|§|kap|avsnitt|stycke)"
    r"|\bandelar\b|fordelningsnyckel|kostnadsfordelning|fordelningstal"
)
# "Bilaga KS § 12": an annex of the item that its § has in the minutes.
_OF_AN_ITEM: Final = re.compile(
    r"(?i)bilaga\s+(?:till\s+)?(?:[a-zåäö]{2,8}\.?\s+)?§\s*\d{1,4}\W*$"
)
# What somebody had put to the minutes is a part of them, on whatever page it stands.
_OF_MINUTES: Final = re.compile(
    r"(?i)\W*(?:skriftlig\w*\s+)?(?:reservation|särskil[dt]\w*\s+(?:yttrande|mening)"
    r"|protokollsanteckning)"
)
# What a form for minutes asks for is set in bold, and is no title.
_OF_A_FORM: Final = re.compile(
    r"\W*(?:(?:ej )?(?:tjanstgorande|narvarande|beslutande)|ovriga|utses|justera"
    r"|justering|underskrift|paragraf|ledamoter|ersattare|plats och tid)"
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
# "09.10 3. Avtalet": an item of an agenda, with its hour before its number.
_TIMED: Final = re.compile(r"\d{1,2}[.:]\d\d\s+(\d{1,2})[.)]?\s+[A-ZÅÄÖ]")
_WINDOW: Final = 120
_NEAR: Final = 5
UNCLEAR: Final = "Handlingen bär tecken på flera slag."
BY_TITLE: Final = "Bara rubriken talar för slaget."
BY_BUILDING: Final = "Inget i rubriken säger slaget; så är handlingen byggd."
UNKNOWN: Final = "Handlingen är av inget slag som känns igen och förvaras som den är."
SAID: Final = "Slaget är angivet av den som läste in handlingen."
_TAKEN_IN: Final = frozenset({DocumentKind.PAPER, DocumentKind.LETTER})


class _Judged(NamedTuple):
    kind: DocumentKind
    certainty: Certainty
    reason: str


def recognise(
    source: Source, said: DocumentKind | None = None
) -> tuple[PartOfDocument, ...]:
    """Return the parts of a document, in order, each with its kind; never none.

    A part that is of no known kind is a paper, and says so. Where somebody has said
    what the document is, its first part is that, and takes in what is of no known kind.
    """
    blocks = source.document.blocks
    starts = _starts(blocks, may_be_cover=said is None)
    ends = [*starts[1:], len(blocks)]
    aside = source.document.aside
    heads = {block.text for block in aside if block.part is Part.HEADER}
    parts = tuple(
        _part(blocks, first, last, () if first else tuple(heads))
        for first, last in zip(starts, ends, strict=True)
    )
    return parts if said is None else tuple(_as_said(blocks, parts, said))


def _as_said(
    blocks: tuple[Block, ...], parts: tuple[PartOfDocument, ...], said: DocumentKind
) -> Iterator[PartOfDocument]:
    """Yield the parts of a document that somebody has said the kind of."""
    is_paper = said is DocumentKind.PAPER
    # What is of the same kind right after is the document itself, after its cover.
    after = parts[2:] if len(parts) > 1 and parts[1].kind is said else parts[1:]
    others = [] if is_paper else [p for p in after if p.kind not in _TAKEN_IN]
    ends = [*(part.first for part in others), len(blocks)]
    title = _title(blocks[: ends[0]], said)
    yield PartOfDocument(said, title, 0, ends[0], Certainty.CERTAIN, SAID)
    for part, last in zip(others, ends[1:], strict=True):
        yield replace(part, last=last)


def _part(
    blocks: tuple[Block, ...], first: int, last: int, letterhead: tuple[str, ...]
) -> PartOfDocument:
    inside = blocks[first:last]
    kind, certainty, reason = _judge(inside, letterhead)
    return PartOfDocument(kind, _title(inside, kind), first, last, certainty, reason)


def _judge(blocks: tuple[Block, ...], letterhead: tuple[str, ...] = ()) -> _Judged:
    scores = points([b for b in blocks if b.part is not Part.CONTENTS], letterhead)
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, next_best = ranked[0], ranked[1]
    like = built_like(blocks) if scores[best] < ENOUGH else None
    if like:
        return _Judged(like, Certainty.PROBABLE, BY_BUILDING)
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
        if not isinstance(block, Table) and block.part is not Part.CONTENTS
    ]
    named = [text for text in texts if text and title_kind(text) is kind]
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    headings = [text for text in headings if not _OF_A_FORM.match(folded(text))]
    return next(filter(None, (*named, *headings[:1], *texts)), "")[:LONGEST_ANNEX]


def _starts(blocks: tuple[Block, ...], *, may_be_cover: bool) -> list[int]:
    starts = {0}
    starts |= {*_annexes(blocks), *_unnumbered(blocks)}
    for number in range(1, len(blocks)):
        if _begins_a_whole(blocks, number):
            begins = _with_title_above(blocks, number)
            if not any(begins - 4 <= start <= begins for start in starts):
                starts.add(begins)
    return _worth_parting(blocks, sorted(starts), may_be_cover=may_be_cover)


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
        beside = (
            *blocks[number + 1 : number + 2],
            *blocks[max(number - 1, 0) : number],
        )
        is_listed = any(_LISTED.match(block.text) for block in beside)
        is_of_minutes = any(
            _OF_MINUTES.match(block.text) for block in blocks[number + 1 : number + 2]
        )
        if not (is_listed or is_of_minutes or _is_under_an_item(blocks, number)):
            yield number


def _unnumbered(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Give where an annex without a number begins: right above a whole document.

    A letter often has but one, "Bilaga till brevet", and lists it under its signature.
    """
    for number, block in enumerate(blocks):
        below = blocks[number + 1 : number + 1 + _NEAR]
        if not _is_bare_annex(block) or any(map(_is_bare_annex, below[:1])):
            continue
        heads = (n for n, b in enumerate(below, number + 1) if isinstance(b, Heading))
        first = next(heads, None)
        if first is not None and _is_whole(blocks, first):
            yield first if _LISTS.match(block.text) else number


def _is_bare_annex(block: Block) -> bool:
    is_line = not isinstance(block, Table) and block.part is not Part.CONTENTS
    is_short = is_line and len(block.text) < LONGEST_ANNEX
    return is_short and _BARE_ANNEX.match(block.text) is not None


def _is_under_an_item(blocks: tuple[Block, ...], number: int) -> bool:
    """Tell whether an annex is only named under an item, and the next item follows."""
    below = next((n for b in blocks[number + 1 :][:1] if (n := _number(b))), None)
    above = [n for b in blocks[max(0, number - _NEAR) : number] if (n := _number(b))]
    return below is not None and above[-1:] == [below - 1]


def _number(block: Block) -> int | None:
    """Return the number of an item or of a heading; None where it has none."""
    marker = getattr(block, "marker", "") or getattr(block, "number", "")
    timed = _TIMED.match(block.text)
    bare = timed[1] if timed else marker.strip(" §.:)")
    return int(bare) if bare.isdigit() else None


def _is_annex(text: str) -> bool:
    rest = _ANNEX.sub("", text)
    has_number = _OF_AN_ITEM.match(text) or re.match(
        r"bilaga\s*(?:nr\.?\s*)?(?:\d|[a-z]\b)", text, re.I
    )
    is_sentence = rest.endswith(".") or (", " in rest and len(rest) > SENTENCE)
    return (
        bool(has_number) and not is_sentence and not _OF_THE_SAME.search(folded(rest))
    )


def _begins_a_whole(blocks: tuple[Block, ...], number: int) -> bool:
    kind = _is_whole(blocks, number)
    before = blocks[max(0, number - _WINDOW) : number]
    return kind is not None and _may_hold(_judge(before).kind, kind)


def _is_whole(blocks: tuple[Block, ...], number: int) -> DocumentKind | None:
    """Return the kind of the whole document that a heading begins, or None."""
    block = blocks[number]
    if not isinstance(block, Heading) or _NUMBERED.match(block.text):
        return None
    kind = None if block.part is Part.CONTENTS else title_kind(block.text)
    if kind not in WHOLE or not _leads(kind, block.text):
        return None
    window = blocks[number : number + _WINDOW]
    scores = points([b for b in window if b.part is not Part.CONTENTS])
    return kind if scores[kind] >= SURE else None


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


def _worth_parting(
    blocks: tuple[Block, ...], starts: list[int], *, may_be_cover: bool
) -> list[int]:
    """Leave out parts without content: an annex that is only named."""
    ends = [*starts[1:], len(blocks)]
    kept = [
        first
        for first, last in zip(starts, ends, strict=True)
        if first == 0 or last - first > 1
    ]
    return [0, *kept[2:]] if may_be_cover and _is_cover(blocks, kept) else kept


def _is_cover(blocks: tuple[Block, ...], starts: list[int]) -> bool:
    """Tell whether what stands first is no document, but the cover of the next."""
    if len(starts) == 1 or starts[1] > LONGEST_COVER:
        return False
    return _judge(blocks[: starts[1]]).kind is DocumentKind.PAPER
