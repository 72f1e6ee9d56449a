"""Mends a document: finds what is damaged, chooses what it was, lays it out anew."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from radslag.formats.mending.laying_out import leaves, reworded
from radslag.formats.mending.lexicon import Lexicon, municipalities, names_in
from radslag.formats.mending.mended import Course, Mended, Mending
from radslag.formats.mending.signs import counts, damaged_share, is_damaged, is_foreign
from radslag.formats.mending.tokens import is_name_like, tokens
from radslag.formats.readers.model import Document, Span

if TYPE_CHECKING:
    from radslag.formats.mending.choosing import Chooser

DOUBTED = 0.6
# So many texts before and after one say how damaged it is.
ABOUT = 4
TIMES = 3
LEXICONS_KEPT = 8


def mend(document: Document, own_words: Collection[str] = ()) -> Mended:
    """Return the document with its damaged words mended.

    `own_words` are the names the cooperation knows: of municipalities, bodies, places
    and people. The municipalities of Sweden are always known. If there is nothing to
    mend, the very same document is returned.
    """
    text = document.whole_text()
    words = Counter(text.split())
    damaged = is_damaged(text, words)
    doubted = doubted_spans(document)
    if not damaged and not doubted and not has_near_names(words, own_words):
        return Mended(document)
    chooser = chooser_for(frozenset(own_words))
    mendings = tuple(mendings_in(document, chooser, doubted, is_damaged=damaged))
    if not mendings:
        return Mended(document)
    course = Course(mendings)
    by_leaf = Rewording(mendings)
    return Mended(reworded(document, by_leaf, course.forth), mendings, course)


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


def has_near_names(words: Collection[str], own_words: Collection[str]) -> bool:
    """Tell cheaply whether a text may hold a known name with a letter misread."""
    known, keys, tails = near_names(frozenset(own_words))
    for word in words:
        if len(word) > 4 and word[0].isupper():
            bare = word.strip(".,;:()[]”\"'!?")
            if bare in known or not is_name_like(bare):
                continue
            if folded(bare) in keys or bare[1:] in tails:
                return True
    return False


@lru_cache(maxsize=LEXICONS_KEPT)
def near_names(
    own_words: frozenset[str],
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the known names, what they look like without dots, and all but a letter."""
    names = municipalities() | frozenset(names_in(own_words))
    long = [name for name in names if len(name) > 5]
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
    document: Document,
    chooser: "Chooser",
    doubted: frozenset[int],
    *,
    is_damaged: bool,
) -> Iterator[Mending]:
    """Give the words of a document that are mended, in the order of the text."""
    texts = list(leaves(document))
    shares = damage_of([text for _, text in texts]) if is_damaged else {}
    for at, (span, text) in enumerate(texts):
        share = shares.get(at, 0.001)
        for token in tokens(text):
            is_doubted = span.start + token.start in doubted
            choice = chooser.choose(token, share, is_doubted=is_doubted)
            if choice is not None and choice.text != token.text:
                where = Span(span.start + token.start, span.start + token.end)
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
