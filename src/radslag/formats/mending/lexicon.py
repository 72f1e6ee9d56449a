"""The words there are: the field's own, the cooperation's own, and Swedish at large.

Swedish at large comes from `wordfreq`, where it is installed (`pip install
radslag[ocr]`). Without it our own list does what it can, and less is mended.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from radslag.formats.mending.glyphs import key
from radslag.formats.mending.inflection import listed
from radslag.formats.municipality_codes import MUNICIPALITIES

WORDS = Path(__file__).parent / "words"
LETTERS = re.compile(r"[^\W\d_]+")
# The least share of a running text that we take the words of our own lists to have.
COMMONEST, SMALL, FIELD, OWN = 1e-2, 2e-3, 2e-5, 1e-4
LEAST_SHARE = 4e-8
# A word that only Swedish at large knows may be somebody's misspelling.
OFTEN_MISSPELT = 0.1
SHORT_NAME = 4
NAME_ENDS = (
    "berg", "borg", "dahl", "dal", "fors", "gren", "holm", "kvist", "lind", "löf",
    "lund", "lööf", "qvist", "sjö", "son", "stedt", "ström", "vall", "wall", "blad",
)  # fmt: skip
# Kinds of our list whose words neither begin nor end a compound.
NEVER_JOINED = ("commonest", "small", "plain")


class Stock:
    """Words with their share of a running text, found by what they are seen as."""

    def __init__(self, shares: dict[str, float]) -> None:
        """Keep the words."""
        self.shares = shares

    @cached_property
    def by_key(self) -> dict[str, list[str]]:
        """The words by what they have in common with their misreadings."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.shares:
            found[key(word)].append(word)
        return dict(found)

    @cached_property
    def keys_by_length(self) -> dict[int, list[str]]:
        """The keys by how long they are."""
        found: dict[int, list[str]] = defaultdict(list)
        for one in self.by_key:
            found[len(one)].append(one)
        return dict(found)

    def seen_as(self, text: str) -> list[str]:
        """Return the words that may be seen as the text."""
        return self.by_key.get(key(text), [])

    def nearly(self, text: str) -> Iterator[str]:
        """Give the words that may be seen as the text with one more letter misread."""
        from rapidfuzz import process  # noqa: PLC0415 - only the damaged need it.
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - as above.

        wanted = key(text)
        for length in range(len(wanted) - 1, len(wanted) + 2):
            for near, _, _ in process.extract_iter(
                wanted,
                self.keys_by_length.get(length, []),
                scorer=Levenshtein.distance,
                score_cutoff=2,
            ):
                yield from self.by_key[near]


class Lexicon:
    """The words that a document's words are held against, in small letters.

    `own` are the names the cooperation knows, as they are written.
    """

    def __init__(
        self, own_words: Collection[str] = (), *, is_large: bool = True
    ) -> None:
        """Add the cooperation's own words; without `is_large`, to our own list only."""
        _, self.small, self.field, self.joined = our_words()
        names = set(municipalities()) | set(names_in(own_words))
        self.own = {name.lower(): name for name in sorted(names)}
        self.people = frozenset(people_in(own_words))
        self.names = Stock(dict.fromkeys(self.own, OWN))
        extra = (word for entry in own_words for word in LETTERS.findall(entry))
        self.extra = frozenset(word for word in extra if word.islower())
        self.has_swedish_at_large = is_large and bool(swedish_at_large())
        self.swedish = ordinary_words(is_large=is_large)

    def extra_seen_as(self, text: str) -> list[str]:
        """Return the cooperation's own words in small letters that may be seen so."""
        return [word for word in self.extra if key(word) == key(text)]

    def share(self, word: str) -> float:
        """Return a word's share of a running text; 0 of a word that is none."""
        listed_as = max(
            OWN if word in self.own else 0.0, FIELD if word in self.extra else 0.0
        )
        return max(listed_as, self.swedish.shares.get(word, 0.0))

    def is_word(self, text: str) -> bool:
        """Tell whether a text is a word or a name as it stands."""
        return self.share(text.lower()) > 0

    def is_field_word(self, text: str) -> bool:
        """Tell whether a word, in small letters, is one of our own list."""
        return text in self.field or text in self.small or text in self.extra


def names_in(entries: Iterable[str]) -> Iterator[str]:
    """Give the names in the cooperation's own words, and each in the genitive."""
    for entry in entries:
        for word in LETTERS.findall(entry):
            if len(word) >= SHORT_NAME and word[0].isupper() and word[1:].islower():
                yield word
                yield word + "s" if word[-1] != "s" else word[:-1]


def people_in(entries: Iterable[str]) -> Iterator[str]:
    """Give, in small letters, the names that look like those of people.

    Two people's names may differ in one letter, so theirs are never taken for misread.
    """
    for entry in entries:
        words = LETTERS.findall(entry)
        is_person = len(words) > 1 and all(word[0].isupper() for word in words)
        for word in map(str.lower, names_in([entry])):
            bare = word.removesuffix("s")
            if word.capitalize() in municipalities():
                continue
            if is_person or bare.endswith(NAME_ENDS):
                yield word


@cache
def municipalities() -> frozenset[str]:
    """Return the names of Sweden's municipalities, which every document may hold."""
    return frozenset(names_in(MUNICIPALITIES.values()))


class OurWords(NamedTuple):
    """The words of our own list."""

    commonest: frozenset[str]
    small: frozenset[str]
    field: frozenset[str]
    joined: frozenset[str]


@cache
def our_words() -> OurWords:
    """Return our own list: little words, the field's, and those that make compounds."""
    words: dict[str, set[str]] = {"commonest": set(), "small": set(), "field": set()}
    joined: set[str] = set()
    text = (WORDS / "swedish.txt").read_text(encoding="utf-8")
    for kind, forms in listed(text):
        words[kind if kind in words else "field"] |= set(forms)
        if kind not in NEVER_JOINED:
            joined |= {*forms, forms[0] + "s", forms[0].removesuffix("a")}
    little = words["commonest"] | words["small"]
    return OurWords(
        frozenset(words["commonest"]),
        frozenset(little),
        frozenset(words["field"]),
        # Little words that look like inflected ones join nothing.
        frozenset(joined - words["commonest"]),
    )


@cache
def swedish_at_large() -> dict[str, float]:
    """Return Swedish words with their share of a running text, where installed."""
    try:
        import wordfreq  # noqa: PLC0415 - slow to import, and may be missing.
    except ImportError:
        return {}
    shares: dict[str, float] = wordfreq.get_frequency_dict("sv")
    return {
        word: share
        for word, share in shares.items()
        if share >= LEAST_SHARE and len(word) > 1 and word.isalpha()
    }


@cache
def ordinary_words(*, is_large: bool) -> Stock:
    """Return all words that are no names of the cooperation's."""
    ours = our_words()
    at_large = swedish_at_large() if is_large else {}
    shares = {word: share * OFTEN_MISSPELT for word, share in at_large.items()}
    kinds = ((ours.field, FIELD), (ours.small, SMALL), (ours.commonest, COMMONEST))
    for words, least in kinds:
        floor = FIELD if at_large else least
        shares |= {word: max(at_large.get(word, 0), floor) for word in words}
    return Stock(shares)
