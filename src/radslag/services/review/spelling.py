"""Spelling: words one slip away from a name that this cooperation uses.

Only names are known, never the language: a word is suspected when it is one letter
from a name and is not a form of it. Silence is preferred to a wrong suspicion.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

_WORD = re.compile(r"[^\W\d_]+")
# Shorter names are too near real words: Salem and salen, Sala and salt.
SHORTEST_NAME = 6
SHORTEST_TERM = 10
# Swedish bends words in their last letters: nätverket, nätverken.
_ENDING = 3


def words_of(text: str) -> list[str]:
    """Return the words of a text, as written.

    >>> words_of("Håninge, Botkyrka 2026")
    ['Håninge', 'Botkyrka']
    """
    return _WORD.findall(text)


class Names:
    """The names a cooperation uses, and the verdict on each word met so far.

    Proper names are those of municipalities: they begin with a capital letter. Terms
    are words of bodies and goals, which stand anywhere and are bent.
    """

    def __init__(self, proper: Iterable[str], terms: Iterable[str]) -> None:
        self._proper = _long(proper, SHORTEST_NAME)
        self._terms = _long(terms, SHORTEST_TERM)
        self._fine: set[str] = set()
        self._meant: dict[str, str] = {}

    @cached_property
    def _known(self) -> dict[str, str]:
        return self._terms | self._proper

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for name in self._known:
            for length in range(len(name) - 1, len(name) + 2):
                lengths.setdefault(length, []).append(name)
        return lengths

    def suspects_in(self, text: str) -> list[str]:
        """Return a text's words that must be misspelt names, each once.

        >>> Names(["Haninge"], []).suspects_in("Håninge och Haninge, Håninge")
        ['Håninge']
        """
        # Words already found to be fine are dropped before anything else is asked.
        unsure = sorted(set(words_of(text)) - self._fine)
        return [word for word in unsure if self.meant_by(word)]

    def meant_by(self, word: str) -> str:
        """Return the name that a misspelt word must have meant, or nothing.

        >>> names = Names(["Haninge"], ["Samarbetskommittén"])
        >>> [names.meant_by(word) for word in ("Håninge", "Haninges", "komittén")]
        ['Haninge', '', '']
        """
        if word in self._fine:
            return ""
        if word not in self._meant:
            meant = self._judge(word)
            if not meant:
                self._fine.add(word)
                return ""
            self._meant[word] = meant
        return self._meant[word]

    def _judge(self, word: str) -> str:
        folded = word.casefold()
        if self._is_known(folded):
            return ""
        for form in (folded, folded.removesuffix("s")):
            found = extractOne(
                form,
                self._by_length.get(len(form), []),
                scorer=OSA.distance,
                score_cutoff=1,
            )
            if found and self._is_slip(word, form, found[0]):
                return self._known[found[0]]
        return ""

    def _is_known(self, folded: str) -> bool:
        """Say whether the word is a name, a form of one, or put together with one."""
        return any(
            part in self._known
            for length in range(SHORTEST_NAME, len(folded) + 1)
            for part in (folded[:length], folded[-length:])
        )

    def _is_slip(self, word: str, form: str, name: str) -> bool:
        if name in self._proper:
            return word[0].isupper()
        is_bent = form[:-_ENDING] == name[: len(form) - _ENDING]
        return not (is_bent or name.startswith(form))


def _long(words: Iterable[str], shortest: int) -> dict[str, str]:
    return {word.casefold(): word for word in words if len(word) >= shortest}
