"""Tells cheaply whether a text has been damaged, and how much of it.

The commonest words tell: "från" is in every Swedish text, and "fran" in none.
"""

import re
from collections import Counter
from collections.abc import Iterable

_HURT = """
for fran frin frén fér f6r fdr ar ér ir pa p4 aven iven nar nir ocksa maste miste over
sa far gar nagon nagot nagra ndgon ndgra atgarder forslag infor fore
"""
HURT = frozenset(_HURT.split())
_WHOLE = """
för från är på även när också måste över så får går någon något några åtgärder förslag
inför före
"""
WHOLE = frozenset(_WHOLE.split())
_FOREIGN = """
the of and is to with on this that are we by from
"""
FOREIGN = frozenset(_FOREIGN.split())
# "is", "on", "to" and "by" may be Swedish, or what is left of it.
SURELY_FOREIGN = FOREIGN - {"is", "on", "to", "by", "we"}
_SWEDISH = """
och att det som en ett av med den har till vid ska i
"""
SWEDISH = frozenset(_SWEDISH.split())
# An é within a word belongs to few Swedish words, all with -én-, -ér or -ée-.
# Each begins with its letter, which a search finds far quicker than what is before it.
STRAY_ACUTE = re.compile(
    r"é(?:(?<=[a-zåäö]é)(?!n|er|a|\b|s\b|l|k|vr)[a-zåäö]"
    r"|(?<=\bé)\w|(?<=[óòôè6]é)|(?<=éé)|r(?<=\Bér)[^\Wn])"
)
FIGURE_WITHIN = re.compile(r"6(?<=[a-zåäö]6)[a-zåäö]")
STRAY_FIGURE = re.compile(r"(?<![\w.])[a-zåäö]{1,20}6[a-zåäö]+(?![\w.])")
DOTTED = re.compile("[åäöÅÄÖ]")
FEW, SOME_SHARE = 2, 0.03
PRIOR = 2.0


def is_damaged(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text has signs of damage, given the words between its spaces."""
    counted = words if isinstance(words, Counter) else Counter(words)
    hurt = sum(counted[word] for word in HURT) + strays(text)
    whole = sum(counted[word] for word in WHOLE)
    if not hurt:
        return False
    if is_mostly_foreign(counted):
        return False
    if hurt < FEW:
        return hurt > whole and DOTTED.search(text) is None
    return hurt > SOME_SHARE * whole


def strays(text: str) -> int:
    """Count the letters that stand where no Swedish word has them."""
    acutes = len(STRAY_ACUTE.findall(text)) if "é" in text else 0
    is_within = "6" in text and FIGURE_WITHIN.search(text) is not None
    return acutes + (len(STRAY_FIGURE.findall(text)) if is_within else 0)


def counts(text: str) -> tuple[int, int]:
    """Return how many words of a text are damaged by the signs, and how many whole."""
    words = text.lower().split()
    hurt = sum(word in HURT for word in words) + strays(text)
    return hurt, sum(DOTTED.search(word) is not None for word in words)


def damaged_share(hurt: int, whole: int, share_about: float) -> float:
    """Return the share of å, ä and ö lost in a text, leaning on that of what is about.

    Hurt words that look whole outnumber those the signs know: they count threefold.
    """
    lost = 3 * hurt
    share = (lost + PRIOR * share_about) / (lost + whole + PRIOR)
    return round(min(max(share, 0.001), 0.97), 2)


def is_foreign(text: str) -> bool:
    """Tell whether a text seems to be in English."""
    return is_mostly_foreign(Counter(text.lower().split()))


def is_mostly_foreign(words: Counter[str]) -> bool:
    """Tell whether words seem to be of an English text."""
    foreign = sum(words[word] for word in FOREIGN)
    surely = sum(words[word] for word in SURELY_FOREIGN)
    is_some = surely > 0 or foreign >= FEW
    return is_some and foreign > sum(words[word] for word in SWEDISH)
