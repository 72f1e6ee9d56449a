"""The municipalities of Sweden as a text names them."""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise
from typing import Final

from radslag.formats.municipality_codes import MUNICIPALITIES
from radslag.formats.understanding.source import Piece

_CODES: Final = {name: code for code, name in MUNICIPALITIES.items()}
# What a municipality is called before "kommun", where that is not its name or genitive.
_OTHER_NAMES: Final = {
    "falu": "Falun",
    "väsby": "Upplands Väsby",
    "region gotland": "Gotland",
    "region gotlands": "Gotland",
}
_BY_WORDS: Final = {
    **{f"{name.casefold()}s": name for name in _CODES},
    **{name.casefold(): name for name in _CODES},
    **_OTHER_NAMES,
}
# Names that are words or persons' names too: sure only in a municipality's place.
_AMBIGUOUS: Final = re.compile(
    """(?x) Ale | Berg | Boden | Dorotea | Eda | Falkenberg | Flen | Hallsberg | Heby
    | Hjo | Kalix | Kil | Kinda | Klippan | Köping | Lindesberg | Lund | Malå | Mark
    | Mora | Nora | Norberg | Orsa | Sala | Salem | Skara | Sunne | Säter | Trosa | Vara
    | Vilhelmina | Ydre | Åre | Ånge"""
)
_MUNICIPAL: Final = r"(?i:kommun(?:er(?:na)?)?s?|stads?)"
_AFTER: Final = re.compile(rf"\s+{_MUNICIPAL}\b")
_BEFORE: Final = re.compile(
    r"(?i)\bkommun(?:en|erna|er)?\s+(?:i\s+)?$|\bkommunstyrelse(?:n|r|rna)?\s+i\s+$"
    r"|\bkommunfullmäktige\s+i\s+$"
)
# "Mora kommunfullmäktige" is of Mora, whatever else the name may be.
# What only a municipality has, or is: "Orsa är värdkommun".
_BOARD_AFTER: Final = re.compile(
    r"(?i)\s+(?:(?:kommun|stads)(?:fullmäktige|styrelsen?)\b"
    r"|(?:är|blir|förblir|ska\s+vara|skall\s+vara|utses\s+till)\s+(?:\w+\s+)?värdkommun)"
)
# What shows that a place stands for something else: a region, a county, a person.
_OTHER_AFTER: Final = re.compile(
    r"(?i)\s+(?:läns?|regionen|universitet|tingsrätt|högskola|centrum|station)\b|[-–]\w"
)
_OTHER_BEFORE: Final = re.compile(
    r"(?i)(?:\bregion(?:en)?|\blänsstyrelsen\s+i|\w[-–])\s*$"
)
# So much beside a name tells what it stands for.
_SEEN_ABOUT: Final = 80
_WORD_BEFORE: Final = re.compile(r"(?:^|[\s(])([A-ZÅÄÖ][\wåäöéü-]*)[^\S\n]+$")
# Words that begin a sentence or a line with a capital, and no name.
_BEGINS: Final = re.compile(
    """(?xi) i | från | till | av | hos | för | med | mellan | och | samt | genom | både
    | part(?:er)? | kommun(?:er(?:na)?)? | ort | plats | samarbetskommunerna
    | medlemmar"""
)
_CAPITAL_AFTER: Final = re.compile(r"[^\S\n]+[A-ZÅÄÖ][a-zåäöé]")
_DAY: Final = (
    r"(?:\s+\(?(?:den\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}(?:\s+[a-zåäö]+|/\d{1,2})"
    r"(?:\s+\d{4})?)\)?)?"
    r"(?:,?\s*§\s*\d{1,4})?"
)
_BETWEEN: Final = re.compile(
    rf"\s*(?:{_MUNICIPAL})?{_DAY}\s*(?:[,;/•·&|\t\n]|\boch\b|\bsamt\b|[-–*]\s|\d\.)"
    r"[\s,;•·*–-]*(?:och\s+|samt\s+)?(?:i\s+)?(?:kommunerna\s+)?"
)

_FEWEST_ALONE: Final = 3


def code_of(name: str) -> str:
    """Return the four-figure code of a municipality by its whole name."""
    return _CODES[name]


def known_name(words: str) -> str | None:
    """Return the municipality that words name, or None.

    The words may have "kommun" or "stad" after the name, the genitive, capitals only.

    >>> known_name("Huddinge kommuns"), known_name("MALMÖ STAD"), known_name("Borås")
    ('Huddinge', 'Malmö', 'Borås')
    >>> known_name("vara"), known_name("Anna Lund")
    (None, None)
    """
    bare = " ".join(words.split()).strip(" ,.;:()*•·")
    bare = re.sub(rf"\s+{_MUNICIPAL}$", "", bare)
    if not bare[:1].isupper():
        return None
    return _BY_WORDS.get(bare.casefold())


def municipalities_in(
    piece: Piece, among: Collection[str] | None = None
) -> list[tuple[Piece, str]]:
    """Return the municipalities a running text names, as often as it does, in order.

    A name that is a word or a person's name too counts where it stands in a list of
    municipalities, beside "kommun", or where it is `among` those that are looked for.
    A place that stands for a region, a county or a person is left out.
    """
    text = piece.text
    matches = list(_pattern().finditer(text))
    names = [_BY_WORDS[" ".join(match[1].casefold().split())] for match in matches]
    listed = _listed(text, matches)
    if _is_list(text, matches):
        names_only = zip(matches, names, strict=True)
        found = [(piece.group(match).strip(), name) for match, name in names_only]
        return [pair for pair in found if among is None or pair[1] in among]
    return [
        (piece.group(match).strip(), name)
        for match, name, is_listed in zip(matches, names, listed, strict=True)
        if (among is None or name in among)
        and _is_meant(text, match, is_sure=is_listed or _is_sure(name, among))
    ]


def is_ordinary_word(name: str) -> bool:
    """Tell whether a municipality's name is a word or a person's name too: Lund."""
    return _AMBIGUOUS.fullmatch(name) is not None


def _is_sure(name: str, among: Collection[str] | None) -> bool:
    return among is not None or not _AMBIGUOUS.fullmatch(name)


def _is_meant(text: str, match: "re.Match[str]", *, is_sure: bool) -> bool:
    before = text[max(match.start() - _SEEN_ABOUT, 0) : match.start()]
    after = text[match.end() : match.end() + _SEEN_ABOUT]
    is_of_board = _BOARD_AFTER.match(after) is not None
    if is_of_board or _AFTER.search(match[0]) or _BEFORE.search(before):
        return True
    if _OTHER_AFTER.match(after) or _OTHER_BEFORE.search(before):
        return False
    return is_sure and not _stands_in_a_name(before, after)


def _stands_in_a_name(before: str, after: str) -> bool:
    word = _WORD_BEFORE.search(before)
    if word and not known_name(word[1]) and not _BEGINS.fullmatch(word[1]):
        return True
    return _CAPITAL_AFTER.match(after) is not None


def _is_list(text: str, matches: "list[re.Match[str]]") -> bool:
    """Tell whether a text is nothing but names: "Lysekil Sotenäs Tanum"."""
    rest, start = "", 0
    for match in matches:
        rest, start = rest + text[start : match.start()], match.end()
    is_bare = re.search(r"\w", rest + text[start:]) is None
    return len(matches) >= _FEWEST_ALONE and is_bare


def _listed(text: str, matches: "list[re.Match[str]]") -> list[bool]:
    """Tell of each match whether it stands beside another one in a list."""
    beside = [
        _BETWEEN.fullmatch(text[one.end() : other.start()]) is not None
        for one, other in pairwise(matches)
    ]
    return [
        any(beside[max(number - 1, 0) : number + 1]) for number in range(len(matches))
    ]


@cache
def _pattern() -> "re.Pattern[str]":
    """Return what fits a municipality's name; it is long, so made when needed."""
    names = sorted((*_CODES, "Region Gotland", "Falu"), key=len, reverse=True)
    spellings = (
        written
        for name in names
        for written in (re.escape(name), re.escape(name.upper()))
    )
    either = "|".join(spellings).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-])((?:{either})[sS]?)(?!\w)(?:\s+{_MUNICIPAL}\b)?")
