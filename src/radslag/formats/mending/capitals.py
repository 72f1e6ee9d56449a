"""Keeps the names of people nobody knows from being mended.

A capital may begin a sentence, a title or a name. Only a name that the cooperation
knows is mended; every other is left, even where a letter is plainly wrong.
"""

from radslag.formats.mending.lexicon import NAME_ENDS, Lexicon
from radslag.formats.mending.tokens import Token, is_name_like

LONG_WORD = 8
_ALSO_NAMES = """
åker åke alm björk björn dag grön lo lööf mård mårten nygård nyström öberg örn pål sjö
sjöö skog skön sköld sten ström söder tör åsa göran jörgen märta möller böök håkan
östen åberg ågren öhman träd väst gård björkman
"""
ALSO_NAMES = frozenset(_ALSO_NAMES.split())


def may_be_name(token: Token, word: str, lexicon: Lexicon, *, is_ours: bool) -> bool:
    """Tell whether a capital word, that would become another, may be someone's name."""
    bare = word.removesuffix("s")
    read = token.small.removesuffix("s")
    if bare in ALSO_NAMES or bare.endswith(NAME_ENDS) or read.endswith(NAME_ENDS):
        return True
    if is_ours and len(word) >= LONG_WORD:
        return False
    return not token.begins or shields_name(token, lexicon)


def shields_name(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word looks like part of a person's name, by those beside it."""
    return is_unknown_name(token.after, lexicon) or is_unknown_name(
        token.before, lexicon
    )


def is_unknown_name(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word has a capital that no known word explains."""
    small = word.lower()
    return (
        is_name_like(word)
        and small not in lexicon.own
        and not lexicon.is_field_word(small)
    )
