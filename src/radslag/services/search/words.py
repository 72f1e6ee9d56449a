"""Words: how a text becomes what is searched for, the same on every database.

Small letters, figures and nothing else; å, ä and ö stay letters of their own. A day
is one word beside its parts, however it is written, and so is a paragraph with its
number: 2022-10-28 is 28 oktober 2022 and no other day, and § 8 is not 8 maj. A stem
is a Swedish word without its ending, and always begins the word it is made of.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from radslag.agreement.wording import HARD_SPACE, MONTHS

# More than this of a text is not searched, and more than this of a word neither.
LONGEST_TEXT = 200_000
LONGEST_WORD = 60
_SHORTEST_NEUTER, _SHORTEST_DOUBLED = 4, 5

_SPACE = f"[ {HARD_SPACE}]"
_WORD = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?!\d)"
    rf"|(?P<date>\b\d\d?){_SPACE}(?P<month>{'|'.join(MONTHS)}){_SPACE}(?P<year>\d{{4}})"
    rf"|(?:§+|\bparagraf(?:en)?){_SPACE}?(?P<paragraph>\d+)"
    r"|[^\W_]+",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[^\W_]+")
# Words that say nothing of what is looked for, when something else does.
FUNCTION_WORDS = frozenset({
    "alla", "att", "av", "blev", "bli", "både", "de", "del", "dem", "den", "deras",
    "dess", "det", "detta", "dig", "din", "du", "där", "då", "eller", "en", "enligt",
    "er", "ett", "finns", "från", "få", "för", "går", "gör", "ha", "hade", "han", "har",
    "hon", "hos", "hur", "här", "i", "in", "inom", "inte", "ja", "jag", "kan", "med",
    "mellan", "men", "mot", "när", "någon", "något", "några", "och", "om", "på", "sig",
    "sin", "ska", "skall", "skulle", "som", "så", "till", "under", "upp", "ut", "vad",
    "var", "varför", "vem", "vems", "vi", "vid", "vilka", "vilken", "vilket", "är",
    "över",
})  # fmt: skip


def words_of(text: str) -> list[str]:
    """Return the words of a text in order, days and paragraphs beside their parts.

    >>> words_of("Målen: § 8, Dnr KS 2019/324!")
    ['målen', '8', 'paragraf8', 'dnr', 'ks', '2019', '324']
    >>> words_of("28 oktober 2022")
    ['28', 'oktober', '2022', '20221028']
    """
    return [word for _, words in pieces(text) for word in words]


def asked_words(text: str) -> list[str]:
    """Return the words of a text with days and paragraphs in the place of their parts.

    >>> asked_words("§ 8 den 28 oktober 2022"), asked_words("2022-10-28")
    (['paragraf8', 'den', '20221028'], ['20221028'])
    """
    found = _WORD.finditer(_plain(text))
    return [(_whole(each) or each[0].lower())[:LONGEST_WORD] for each in found]


def pieces(text: str) -> Iterator[tuple[str, list[str]]]:
    """Cut a text where words begin and end: each piece with its words, or with none.

    >>> list(pieces("Ny avgift."))
    [('Ny', ['ny']), (' ', []), ('avgift', ['avgift']), ('.', [])]
    """
    end = 0
    composed = _plain(text)
    for found in _WORD.finditer(composed):
        if found.start() > end:
            yield composed[end : found.start()], []
        words = [*_PLAIN.findall(found[0].lower()), _whole(found)]
        yield found[0], [word[:LONGEST_WORD] for word in words if word]
        end = found.end()
    if end < len(composed):
        yield composed[end:], []


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text[:LONGEST_TEXT])


def _whole(found: re.Match[str]) -> str:
    """Return the one word that a day or a paragraph is, or nothing."""
    if found["day"]:
        return found["day"].replace("-", "")
    if found["date"]:
        month = MONTHS.index(found["month"].lower()) + 1
        return f"{found['year']}{month:02}{int(found['date']):02}"
    return f"paragraf{found['paragraph']}" if found["paragraph"] else ""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word without its ending.

    >>> stem("kommunernas"), stem("avgiften"), stem("mål")
    ('kommun', 'avgift', 'mål')
    >>> stem("nätverket"), stem("programmet"), stem("program")
    ('nätverk', 'program', 'program')
    """
    found = str(_swedish().stemWord(word))
    # Snowball leaves the ending of a neuter where it could be part of another word.
    if found.endswith("et") and len(found) >= _SHORTEST_NEUTER:
        found = found[:-2]
    if len(found) >= _SHORTEST_DOUBLED and found[-1] == found[-2]:
        found = found[:-1]
    return found


@cache
def _swedish() -> Any:  # noqa: ANN401 - the library tells no types
    # The library reads every language it knows; not until somebody searches.
    from snowballstemmer import stemmer  # noqa: PLC0415 - as above

    return stemmer("swedish")


def stems_of(words: Iterable[str]) -> list[str]:
    """Return the stems of words, each once, in the order they first come."""
    return list(dict.fromkeys(stem(word) for word in words))
