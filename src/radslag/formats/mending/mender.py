"""Mends a document: finds what is damaged, chooses what it was, lays it out anew."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from radslag.formats.mending.laying_out import leaves, reworded
from radslag.formats.mending.lexicon import (
    SHORT_NAME,
    Lexicon,
    municipalities,
    names_in,
)
from radslag.formats.mending.mended import Course, Mended, Mending
from radslag.formats.mending.signs import counts, damaged_share, is_damaged, is_foreign
from radslag.formats.mending.tokens import is_name_like, tokens
from radslag.formats.readers.model import Document, Span

if TYPE_CHECKING:
    from radslag.formats.mending.choosing import Chooser

DOUBTED = 0.6
# So many texts before and after one say how damaged it is.
ABOUT = 4
LEAST_DAMAGE = 0.001
LEXICONS_KEPT = 8
AROUND = ".,;:()[]<>/*”\"'!?–-"
LONG_NAME = 6
SMALL = frozenset("abcdefghijklmnopqrstuvwxyzåäö0123456789")


def mend(document: Document, own_words: Collection[str] = ()) -> Mended:
    """Return the document with its damaged words mended.

    `own_words` are the names the cooperation knows: of municipalities, bodies, places
    and people. The municipalities of Sweden are always known. If there is nothing to
    mend, the very same document is returned. Attachments are documents of their own,
    and are left as they are.
    """
    text = document.whole_text()
    words = Counter(text.split())
    damage = Damage(
        is_throughout=is_damaged(text, words),
        doubted=doubted_spans(document),
        near_names=near_names_in(words, own_words),
    )
    if not any(damage):
        return Mended(document)
    chooser = chooser_for(frozenset(own_words))
    mendings = tuple(mendings_in(document, chooser, damage))
    if not mendings:
        return Mended(document)
    course = Course(mendings)
    rewording = Rewording(mendings)
    return Mended(reworded(document, rewording, course.forth), mendings, course)


class Damage(NamedTuple):
    """Where a document may be damaged."""

    is_throughout: bool
    doubted: frozenset[int]
    near_names: frozenset[str]


@lru_cache(maxsize=LEXICONS_KEPT)
def chooser_for(own_words: frozenset[str]) -> "Chooser":
    """Return what chooses words, for a cooperation's own words."""
    from radslag.formats.mending.choosing import Chooser  # noqa: PLC0415 - only for damage.

    return Chooser(Lexicon(own_words))


def doubted_spans(document: Document) -> frozenset[int]:
    """Return where the words begin that were read out of a picture with doubt."""
    return frozenset(
        word.place.span.start
        for word in document.words
        if word.certainty < DOUBTED and document.words_at(word.place.span) == word.text
    )


def near_names_in(words: Collection[str], own_words: Collection[str]) -> frozenset[str]:
    """Return cheaply what may be known names with a letter misread."""
    known, keys, tails = near_names(frozenset(own_words))
    capitals = {word.strip(AROUND) for word in words if word[0] not in SMALL}
    return frozenset(
        word
        for word in capitals - known
        if len(word) >= SHORT_NAME
        and is_name_like(word)
        and (folded(word) in keys or word[1:] in tails)
    )


@lru_cache(maxsize=LEXICONS_KEPT)
def near_names(
    own_words: frozenset[str],
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the known names, the same without dots, and all but their first letter."""
    names = municipalities() | frozenset(names_in(own_words))
    long = [name for name in names if len(name) >= LONG_NAME]
    return (
        names,
        frozenset(folded(name) for name in names),
        frozenset(name[1:] for name in long),
    )


_FOLDED = str.maketrans("åäöéÅÄÖ", "aaoeAAO")


def folded(name: str) -> str:
    """Return a name without its dots and rings."""
    return name.translate(_FOLDED)


def mendings_in(
    document: Document, chooser: "Chooser", damage: Damage
) -> Iterator[Mending]:
    """Give the words of a document that are mended, in the order of the text."""
    texts = list(leaves(document))
    shares = damage_of([text for _, text in texts]) if damage.is_throughout else {}
    for at, (span, text) in enumerate(texts):
        for token in tokens(text) if text else ():
            start = span.start + token.start
            is_doubted = start in damage.doubted
            if not (at in shares or is_doubted or token.text in damage.near_names):
                continue
            share = shares.get(at, LEAST_DAMAGE)
            choice = chooser.choose(token, share, is_doubted=is_doubted)
            if choice is not None and choice.text != token.text:
                where = Span(start, start + len(token.text))
                yield Mending(
                    token.text, choice.text, where, choice.certainty, choice.reason
                )


def damage_of(texts: list[str]) -> dict[int, float]:
    """Return, by text, the share of å, ä and ö that it has lost; foreign ones none."""
    counted = [counts(text) for text in texts]
    hurt, whole = (sum(column) for column in zip(*counted, strict=True))
    throughout = damaged_share(hurt, whole, 0.5)
    shares = {}
    for at, text in enumerate(texts):
        if is_foreign(text):
            continue
        about = counted[max(at - ABOUT, 0) : at + ABOUT + 1]
        near_hurt, near_whole = (sum(column) for column in zip(*about, strict=True))
        near = damaged_share(near_hurt, near_whole, throughout)
        shares[at] = damaged_share(*counted[at], near)
    return shares


class Rewording:
    """Gives each text of a document its new words."""

    def __init__(self, mendings: tuple[Mending, ...]) -> None:
        """Take the mendings, in the order of the text."""
        self.waiting = list(reversed(mendings))

    def __call__(self, span: Span, text: str) -> str:
        """Return the text that stands at a span, mended; spans come in order."""
        pieces, reached = [], 0
        while self.waiting and self.waiting[-1].span.end <= span.end:
            mending = self.waiting.pop()
            start = mending.span.start - span.start
            pieces += [text[reached:start], mending.mended]
            reached = mending.span.end - span.start
        return "".join([*pieces, text[reached:]])
