"""Compounds: words that no list holds, made of words that a list does hold."""

from collections.abc import Iterator
from functools import lru_cache

from radslag.formats.mending.glyphs import key, likelihood
from radslag.formats.mending.lexicon import LEAST_SHARE, OFTEN_MISSPELT, Lexicon

SHORTEST_PART = 3
SHORTEST_WHOLE = 7
MOST_PARTS = 4
# How often two words are made into one, against how often each stands alone.
JOINED = 1e3
LARGEST_SHARE = 1e-4
AT_LARGE, AT_LARGE_AS_SEEN = 4e-7, LEAST_SHARE * OFTEN_MISSPELT
SHORTEST_AT_LARGE = 4
BEST_PARTS = 3
_BEGINNINGS = """
sam ut in upp ned över under fram till åter för av på mellan högt mång år hög
"""
BEGINNINGS = frozenset(_BEGINNINGS.split())


class Compounds:
    """What compounds a lexicon's words make."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon, and what was found."""
        self.lexicon = lexicon
        self.parts = lru_cache(maxsize=20_000)(self.find_parts)
        self.found = lru_cache(maxsize=20_000)(self.find)

    def part_share(
        self, word: str, *, is_first: bool, least: float = AT_LARGE
    ) -> float:
        """Return a part's share; 0 of what is no part."""
        lexicon = self.lexicon
        if is_first and word in lexicon.own:
            return LARGEST_SHARE
        if is_first and word in BEGINNINGS:
            return LARGEST_SHARE / 10
        if word in lexicon.joined:
            return min(max(lexicon.share(word), 1e-5), LARGEST_SHARE)
        stem = word.removesuffix("s") if is_first else word
        share = max(lexicon.share(stem), lexicon.share(word))
        known = lexicon.is_field_word(stem) or word in lexicon.small
        if len(stem) < SHORTEST_AT_LARGE or share < least or known:
            return 0.0
        return min(share, LARGEST_SHARE)

    def is_ours(self, word: str) -> bool:
        """Tell whether a compound begins and ends with our own words or names."""
        return any(
            self.is_our_beginning(word[:at]) and word[at:] in self.lexicon.joined
            for at in range(2, len(word) - SHORTEST_PART + 1)
        )

    def is_our_beginning(self, word: str) -> bool:
        """Tell whether a compound may begin so, with words of ours only."""
        own, joined = self.lexicon.own, self.lexicon.joined
        if word in own or word in joined or word.removesuffix("s") in joined:
            return True
        return word in BEGINNINGS or self.is_ours(word)

    def begins_with_name(self, word: str) -> bool:
        """Tell whether a compound begins with a name that is known."""
        return any(word[:at] in self.lexicon.own for at in range(4, len(word)))

    def find_parts(
        self, seen: str, damaged: float, *, is_first: bool
    ) -> list[tuple[float, str]]:
        """Return the words that one part of a compound may be, the likeliest first."""
        words = set(self.lexicon.swedish.seen_as(seen))
        words |= set(self.lexicon.names.seen_as(seen))
        if is_first:
            words |= {name + "s" for name in self.bare(seen)}
            words |= {word for word in BEGINNINGS if key(word) == key(seen)}
        scored = []
        for word in words:
            least = AT_LARGE_AS_SEEN if word == seen else AT_LARGE
            share = self.part_share(word, is_first=is_first, least=least)
            chance = share and share * likelihood(seen, word, damaged)
            if chance:
                scored.append((chance, word))
        return sorted(scored, reverse=True)[:BEST_PARTS]

    def bare(self, seen: str) -> list[str]:
        """Return the words that, with the s of compounds, may be seen so."""
        if not seen.endswith("s"):
            return []
        bare = seen[:-1]
        return [*self.lexicon.swedish.seen_as(bare), *self.stems(bare)]

    def stems(self, seen: str) -> Iterator[str]:
        """Give the words that only begin compounds."""
        return (word for word in self.by_key.get(key(seen), ()))

    @property
    def by_key(self) -> dict[str, list[str]]:
        """The beginnings of compounds by what they are seen as."""
        return joined_by_key(self.lexicon.joined)

    def find(
        self,
        seen: str,
        damaged: float,
        parts: int = MOST_PARTS,
        *,
        is_first: bool = True,
    ) -> tuple[tuple[float, str], ...]:
        """Return the compounds that may be seen as the text, the likeliest first."""
        if is_first and len(seen) < SHORTEST_WHOLE:
            return ()
        found: dict[str, float] = {}
        if not is_first:
            ends = self.parts(seen, damaged, is_first=False)
            found |= {word: chance for chance, word in ends}
        if parts > 1:
            for chance, word in self.splits(seen, damaged, parts):
                found[word] = max(chance, found.get(word, 0))
        best = sorted(((chance, word) for word, chance in found.items()), reverse=True)
        return tuple(best[:BEST_PARTS])

    def splits(
        self, seen: str, damaged: float, parts: int
    ) -> Iterator[tuple[float, str]]:
        """Give what is had by parting the text once, and its rest further."""
        for at in range(2, len(seen) - SHORTEST_PART + 1):
            firsts = self.parts(seen[:at], damaged, is_first=True)
            rests = firsts and self.found(seen[at:], damaged, parts - 1, is_first=False)
            for chance, first in firsts:
                for other, rest in rests or ():
                    yield chance * other * JOINED, first + rest


@lru_cache(maxsize=2)
def joined_by_key(words: frozenset[str]) -> dict[str, list[str]]:
    """Return the words by what they are seen as."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(key(word), []).append(word)
    return found
