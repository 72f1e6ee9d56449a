"""Which letters are taken for which when a picture is read, and how often.

The shares are rough: what matters is that the usual mistake is far more likely than
the unusual one. They were had by reading Swedish pages as if they were English.
"""

import re
from functools import lru_cache

# What is seen where the letter stands, and its share of the misreadings.
SEEN_AS: dict[str, dict[str, float]] = {
    "å": {"a": 0.5, "i": 0.25, "é": 0.06, "4": 0.02, "d": 0.08, "id": 0.02, "à": 0.02,
          "â": 0.02, "á": 0.02, "ä": 0.04, "ad": 0.005,
          "aé": 0.01, "da": 0.01},
    "ä": {"a": 0.5, "i": 0.25, "é": 0.06, "4": 0.02, "d": 0.08, "id": 0.02, "à": 0.02,
          "â": 0.02, "á": 0.02, "å": 0.04, "ad": 0.005,
          "aé": 0.01, "da": 0.01},
    "ö": {"o": 0.5, "é": 0.25, "6": 0.12, "d": 0.05, "oé": 0.02, "0": 0.01, "ò": 0.01,
          "ô": 0.01, "ó": 0.01, "e": 0.005, "6é": 0.005, "5": 0.005, "dé": 0.02,
          "d6": 0.01, "6o": 0.01, "o6": 0.01,
          "do": 0.005, "éo": 0.005, "6d": 0.005},
    "é": {"e": 0.5, "é": 0.5},
}  # fmt: skip
# Plain letters that look alike; two at a time too.
ALIKE = {
    ("m", "rn"), ("rn", "m"), ("l", "i"), ("i", "l"), ("c", "e"), ("e", "c"),
    ("r", "t"), ("t", "r"), ("f", "t"), ("t", "f"), ("h", "b"), ("b", "h"),
    ("n", "u"), ("u", "n"), ("n", "ri"), ("l", "1"), ("i", "1"), ("h", "f"),
    ("h", "li"), ("r", "e"), ("a", "å"), ("a", "ä"), ("o", "ö"), ("k", "lc"),
    ("f", "h"), ("e", "f"), ("g", "q"), ("v", "y"), ("y", "v"), ("j", "i"),
    ("d", "cl"), ("s", "5"), ("l", "t"), ("t", "l"), ("o", "0"), ("b", "6"),
}  # fmt: skip
LOOKS_ALIKE = 2e-4
IS_ANOTHER = 2e-5
IMPOSSIBLE = 0.0

_KEY = str.maketrans(dict.fromkeys("åäöéèàâáòôóidao604", "a"))
_RUN = re.compile("aa+")


def key(text: str) -> str:
    """Return what all that may be misreadings of one word have in common."""
    return _RUN.sub("a", text.translate(_KEY))


@lru_cache(maxsize=50_000)
def likelihood(seen: str, word: str, damaged: float, slips: int = 0) -> float:
    """Tell how likely it is that a word is seen as another.

    `damaged` is the share of å, ä and ö that the document has lost; `slips` is how many
    plain letters may have been misread.
    """
    if not word:
        return IMPOSSIBLE if seen else 1.0
    return max(
        intact(seen, word, damaged, slips),
        dotted(seen, word, damaged, slips),
        slipped(seen, word, damaged, slips) if slips else IMPOSSIBLE,
    )


def intact(seen: str, word: str, damaged: float, slips: int) -> float:
    """Take the first letter as rightly read."""
    if seen[:1] != word[0]:
        return IMPOSSIBLE
    share = 1 - damaged if word[0] in "åäö" else 1.0
    return share * likelihood(seen[1:], word[1:], damaged, slips)


def dotted(seen: str, word: str, damaged: float, slips: int) -> float:
    """Take the first letter as a dotted one, misread."""
    return max(
        (
            damaged * share * likelihood(seen[len(glyph) :], word[1:], damaged, slips)
            for glyph, share in SEEN_AS.get(word[0], {}).items()
            if seen.startswith(glyph)
        ),
        default=IMPOSSIBLE,
    )


def slipped(seen: str, word: str, damaged: float, slips: int) -> float:
    """Take the first letters as plain ones, misread."""
    alike = (
        LOOKS_ALIKE * likelihood(seen[len(b) :], word[len(a) :], damaged, slips - 1)
        for a, b in ALIKE
        if word.startswith(a) and seen.startswith(b)
    )
    if not seen or seen[0].isdigit() or seen[0] == word[0]:
        return max(alike, default=IMPOSSIBLE)
    other = IS_ANOTHER * likelihood(seen[1:], word[1:], damaged, slips - 1)
    return max(other, *alike, IMPOSSIBLE)
