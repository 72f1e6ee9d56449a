"""Register numbers as documents write them: "Dnr KS 2019/324", "KS/2023:45"."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.source import Piece

_LETTERS: Final = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}"
_YEARS: Final = r"(?:(?:19|20)\d{2}|\d{2})"
_TAIL: Final = r"\d{1,6}(?:[.:/-]\d{1,6}){0,3}"
_NUMBER: Final = (
    rf"(?:{_LETTERS}(?:[ \u00a0]*[-/:.][ \u00a0]*|[ \u00a0]*))?"
    rf"{_YEARS}(?:[ ]?[-/:.][ ]?|{_LETTERS})(?:{_LETTERS}[-/:. ]?)?{_TAIL}"
)
_LABEL: Final = (
    r"(?:dnr|d\.nr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|diariebeteckning|beteckning)"
)
_LONG_YEAR: Final = r"(?:19|20)\d{2}"
# "00218-2024": the number before its year.
_YEAR_LAST: Final = rf"\d{{3,6}}[-/]{_LONG_YEAR}(?![-/\d]|\.\d)"
_LABELLED: Final = re.compile(
    rf"(?i:\b{_LABEL})\s*[.:]*\s*(?P<number>{_YEAR_LAST}|{_NUMBER})"
)
# "MK KS 2025/00077": the municipality's letters before the register's.
_OWNER: Final = r"(?:(?!DNR|OCH|FÖR|NR)[A-ZÅÄÖ]{2,3} (?=[A-ZÅÄÖ]{2,4}[ \u00a0/-]))?"
_BARE: Final = re.compile(
    rf"(?<![\w/-])(?P<number>{_OWNER}[A-ZÅÄÖ]{{2,6}}"
    rf"(?:[ \u00a0/-]{_LONG_YEAR}|{_LONG_YEAR})"
    rf"[/:-]\d{{1,6}}(?:[.-]\d{{1,4}})*"
    rf"|[A-ZÅÄÖ]{{2,6}}[ \u00a0/-]\d{{2,6}}/{_LONG_YEAR})(?![\w/])"
)
_WHOLE: Final = re.compile(_NUMBER)
_DAY: Final = re.compile(r"(?:19|20)\d{2}-\d\d-\d\d")
LABEL: Final = re.compile(rf"(?i)\(?\b{_LABEL}\b\s*[.:]*\s*")


def register_numbers_in(piece: Piece) -> Iterator[Piece]:
    """Give the register numbers of a piece, in the order they stand.

    A number counts where "dnr" or the like stands before it, or where it has a
    register's letters and a year in four figures. A date is never one.
    """
    found: dict[int, Piece] = {}
    for pattern in (_LABELLED, _BARE):
        for match in pattern.finditer(piece.text):
            if not _DAY.fullmatch(match["number"]):
                number = piece.group(match, "number").strip()
                found.setdefault(number.start, number)
    for start in sorted(found):
        yield found[start]


def register_number_in(piece: Piece) -> Piece | None:
    """Return the first register number of a piece, or None."""
    return next(register_numbers_in(piece), None)


def whole_register_number(piece: Piece) -> Piece | None:
    """Return a piece that is a register number and nothing else, as in a column."""
    bare = LABEL.sub("", piece.text).strip()
    if not _WHOLE.fullmatch(bare) or _DAY.fullmatch(bare):
        return None
    start = piece.text.index(bare)
    return piece.part(start, start + len(bare))


def without_register_number(piece: Piece) -> Piece:
    """Return a title without the register number that ends or begins it."""
    number = register_number_in(piece)
    if number is None:
        return piece
    before = piece.part(0, number.start - piece.start)
    after = piece.part(number.end - piece.start, len(piece.text))
    for label in LABEL.finditer(before.text):
        if not before.text[label.end() :].strip():
            before = before.part(0, label.start())
            break
    return (before if before.strip(" ,;:–-()") else after).strip(" \t,;:–-()")
