"""What a document is built like, where neither its title nor its words say its kind.

A plan may be called "Vad vi gör i år": it is known by its goals with who, when and what
it costs. This is asked only where nothing else speaks, and so is never certain.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from radslag.agreement.vocabulary import DocumentKind as Kind
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.recognising.titles import folded

FEWEST, SEVERAL, MANY = 2, 3, 5
LONGEST_LINE: Final = 120
LONGEST_READ: Final = 20_000
TOP: Final = 10
_GOAL: Final = re.compile(
    r"^\W{0,8}(?:(?:overgripande |langsiktig\w* |del|inriktnings)?mal"
    r"|(?:fokus|mal|insats|utvecklings)?omrade)\b\W{0,2}(?:\d|[a-z]\b)"
)
_SUM: Final = re.compile(r"\d\s*(?:kr(?:onor)?|tkr|kkr|mnkr|mkr)\b")
_WHEN: Final = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december|kvartal\w*|varen|hosten|sommaren|vintern|vecka \d|lopande|halvar\w*)\b"
)
_SIDES: Final = re.compile(
    r"^\W{0,8}(?:summa|intakter|kostnader|utgifter|avgifter|bidrag)\b"
)
_OUTCOME: Final = re.compile(r"\butfall\b|\bbokslut\b|\bresultat (?:for )?\d{4}")
_DECIDED: Final = re.compile(
    r"^\W{0,8}(?:beslut\b|vi (?:bestamde|beslutade|enades|kom overens)"
    r"|(?:motet|gruppen|radet|namnden|styrgruppen|kommitten) (?:beslut|enades|bestam))"
)
_CLOCK: Final = re.compile(r"\b(?:kl\.?|klockan)\s*\d|\b\d{1,2}[.:]\d\d\s*[-–]")
_RULE: Final = re.compile(
    r"\b(?:part(?:en|erna)?|kommun(?:en|erna)?|rad(?:et)?|namnden)\b.{0,80}?\b(?:ska|skall)\b"
)
_LEAVING: Final = re.compile(
    r"\bsag(?:as|er|a) upp\b|uppsagning|\butt?rad\w*|\blamnar? samverkan"
)
_PAYING: Final = re.compile(
    r"\bavgift\w*|\bbetala\w*|\bbekosta\w*|\bkostnad\w* (?:delas|fordelas)"
)


def built_like(blocks: Sequence[Block]) -> Kind | None:
    """Return the kind that a document is built like, where only one can be meant."""
    found = [kind for kind, is_so in _SHAPES if is_so(blocks)]
    return found[0] if found else None


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [folded(b.text[:LONGEST_READ]) for b in blocks if not isinstance(b, Table)]


def _is_agreement(blocks: Sequence[Block]) -> bool:
    texts = _texts(blocks)
    whole = " ".join(texts)
    rules = sum(bool(_RULE.search(text)) for text in texts)
    has_ends = _LEAVING.search(whole) and _PAYING.search(whole)
    return rules >= MANY and bool(has_ends)


def _is_minutes(blocks: Sequence[Block]) -> bool:
    texts = _texts(blocks)
    return sum(bool(_DECIDED.match(text)) for text in texts) >= SEVERAL


def _is_notice(blocks: Sequence[Block]) -> bool:
    top = " ".join(_texts(blocks[:TOP]))
    items = [b for b in blocks if isinstance(b, ListItem) and b.marker[:1].isdigit()]
    is_set = _CLOCK.search(top) and _WHEN.search(top)
    return bool(is_set) and len(items) >= SEVERAL


def _goals(blocks: Sequence[Block]) -> int:
    lines = [t for t in _texts(blocks) if len(t) <= LONGEST_LINE]
    return sum(bool(_GOAL.match(line)) for line in lines)


def _doings(blocks: Sequence[Block]) -> int:
    """Return how many paragraphs say both what something costs and when it is done."""
    texts = _texts([b for b in blocks if not isinstance(b, Heading)])
    return sum(bool(_SUM.search(t) and _WHEN.search(t)) for t in texts)


def _has_budget(blocks: Sequence[Block]) -> bool:
    for block in blocks:
        names = (
            [folded(row[0].text) for row in block.rows if row]
            if isinstance(block, Table)
            else []
        )
        if sum(bool(_SIDES.match(name)) for name in names) >= FEWEST:
            return True
        if names and names[-1].startswith("summa"):
            return True
    return False


def _is_plan(blocks: Sequence[Block]) -> bool:
    is_planned = _goals(blocks) >= FEWEST and _doings(blocks) >= FEWEST
    is_costed = _has_budget(blocks) and _doings(blocks) >= FEWEST
    return (is_planned or is_costed) and not _tells_of_outcome(blocks)


def _is_report(blocks: Sequence[Block]) -> bool:
    return _has_budget(blocks) and _tells_of_outcome(blocks)


def _tells_of_outcome(blocks: Sequence[Block]) -> bool:
    return any(_OUTCOME.search(folded(b.text[:LONGEST_READ])) for b in blocks)


def _is_programme(blocks: Sequence[Block]) -> bool:
    return _goals(blocks) >= SEVERAL


_SHAPES: Final[tuple[tuple[Kind, Callable[[Sequence[Block]], bool]], ...]] = (
    (Kind.MINUTES, _is_minutes),
    (Kind.MEETING_NOTICE, _is_notice),
    (Kind.AGREEMENT, _is_agreement),
    (Kind.ANNUAL_PLAN, _is_plan),
    (Kind.ANNUAL_REPORT, _is_report),
    (Kind.PROGRAMME, _is_programme),
)
