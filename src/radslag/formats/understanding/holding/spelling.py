"""Words that are spelled in two ways, or as no word is, where it matters.

Names of municipalities, shortened names of plans, words for levels of goals, and long
words with a letter too many at the joint. Ordinary slips are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Quote
from radslag.formats.understanding.source import Piece, Source

RULE: Final = "spelling"
# A document with more mended words than this is badly read, and said to be so at once.
MANY_MENDED: Final = 15
_SHORT: Final = re.compile(r"\b([A-ZÅÄÖ]{3,6})s?[ -]?(?=((?:19|20|21)\d\d)\b)")
_LEVEL: Final = re.compile(r"(?im)(?:^|[.:;])\W{0,9}(\w{9,14})\s+mål\b\s*:")
_LEVELS: Final = ("övergripande", "långsiktigt", "långsiktiga", "strategiska")
_LONG: Final = re.compile(r"\b[^\W\d_]{12,60}\b")
_WORD: Final = re.compile(r"\b[^\W\d_]{5,}\b")
_JOINT: Final = "ea"
LEFT, RIGHT = 5, 6
LEAST_LIKE: Final = 70


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the words that are spelled in two ways, and those that are no words."""
    sources = list(
        {portion.source.key: portion.source for portion in together.portions}.values()
    )
    yield from _mended_names(sources)
    yield from _shortened_names(sources)
    yield from _levels(sources)
    yield from _joints(sources)


def _mended_names(sources: list[Source]) -> Iterator[Contradiction]:
    for source in sources:
        mendings = source.mended.mendings if source.mended else ()
        if len(mendings) > MANY_MENDED:
            continue
        told: dict[tuple[str, str], list[Quote]] = defaultdict(list)
        for mending in mendings:
            quote = source.original_quote(mending.span)
            told[mending.original, mending.mended].append(quote)
        for (original, mended), quotes in told.items():
            sentence = f"”{original}” står för ”{mended}”."
            yield Contradiction(RULE, sentence, tuple(quotes))


def _shortened_names(sources: list[Source]) -> Iterator[Contradiction]:
    """Find names as RUFS 2050 that differ in one letter but have the same year."""
    found: dict[str, dict[str, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for source in sources:
        whole = Piece(source, 0, len(source.text))
        for match in _SHORT.finditer(whole.text):
            found[match[2]][match[1]].append(whole.group(match, 1))
    for year, names in found.items():
        for one, other in combinations(sorted(names), 2):
            if _differ_by_one(one, other):
                pieces = (names[one][0], names[other][0])
                sentence = f"”{one} {year}” och ”{other} {year}” är troligen samma sak."
                yield Contradiction(RULE, sentence, tuple(p.quote for p in pieces))


def _differ_by_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    differing = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and differing == 1 and len(one) > LEFT - 1


def _levels(sources: list[Source]) -> Iterator[Contradiction]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - few documents need it.

    for source in sources:
        whole = Piece(source, 0, len(source.text))
        for piece in whole.find_all(_LEVEL):
            word = piece.text.lower()
            near = process.extractOne(
                word, _LEVELS, scorer=fuzz.ratio, score_cutoff=LEAST_LIKE
            )
            if near and near[0] != word:
                sentence = f"”{piece.text}” ska troligen vara ”{near[0]}”."
                yield Contradiction(RULE, sentence, (piece.quote,))


def _joints(sources: list[Source]) -> Iterator[Contradiction]:
    """Find long words that are two words of the reading with a letter between."""
    words = {word.lower() for source in sources for word in _WORD.findall(source.text)}
    for source in sources:
        whole = Piece(source, 0, len(source.text))
        told: dict[str, list[Piece]] = defaultdict(list)
        for match in _LONG.finditer(whole.text):
            meant = _without_joint(match[0].lower(), words)
            if meant:
                told[meant].append(whole.group(match))
        for meant, pieces in told.items():
            sentence = f"”{pieces[0].text}” ska troligen vara ”{meant}”."
            yield Contradiction(RULE, sentence, tuple(p.quote for p in pieces))


def _without_joint(word: str, words: set[str]) -> str:
    for place in range(LEFT, len(word) - RIGHT):
        left, right = word[:place], word[place + 1 :]
        is_joint = word[place] in _JOINT and right in words
        if is_joint and word[: place + 1] not in words and _begins(left, word, words):
            return left + right
    return ""


def _begins(left: str, word: str, words: set[str]) -> bool:
    """Tell whether other words begin so, without the letter that this one has next."""
    joint = word[: len(left) + 1]
    alike = [one for one in words if one.startswith(left) and one != word]
    return len(alike) > 1 and not any(one.startswith(joint) for one in alike)
