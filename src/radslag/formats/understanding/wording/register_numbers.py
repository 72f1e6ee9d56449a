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
    # A department's number ends with its unit: "Fi2031/00647/K".
    r"(?:/[A-ZÅÄÖ]{1,3}(?![\w/]))?"
)
_LABEL: Final = (
    r"(?:dnr|d\.nr|diarie(?:nr|nummer)|ärende\s?(?:nr|nummer)"
    r"|(?:diarie|ärende)?beteckning|ref(?:erens)?(?:nr|nummer)?)"
)
_LONG_YEAR: Final = r"(?:19|20)\d{2}"
# "00218-2024", "5.1-00218/2024", "511-218-2024": the number before its year.
_PLAN: Final = r"(?:\d{1,3}(?:\.\d{1,3}){1,3}[-/]|\d{3}-(?=\d{3,6}[-/]))"
_YEAR_LAST: Final = rf"{_PLAN}?\d{{3,6}}[-/]{_LONG_YEAR}(?:-\d{{3}})?(?![-/\d]|\.\d)"
# "NV-04417-25": an authority's letters, the number, and the year in two figures.
_SHORT_YEAR_LAST: Final = (
    rf"[A-ZÅÄÖ]{{2,5}}-\d{{4,6}}-(?:{_LONG_YEAR}|\d{{2}})(?![\w/-])"
)
# "SAM 7/2026": where its label says what it is, letters and any number will do.
_LETTERS_FIRST: Final = rf"{_LETTERS}[ \u00a0-]\d{{1,6}}/{_LONG_YEAR}(?![-/\d]|\.\d)"
# "KS 2026-288 420": where nothing follows, three figures are the matter's class.
_CLASS: Final = r"(?:[ \u00a0]\d{3}(?=\s*$))?"
_LABELLED: Final = re.compile(
    rf"(?i:\b{_LABEL})\s*[.:]*\s*"
    rf"(?P<number>{_SHORT_YEAR_LAST}|{_LETTERS_FIRST}|{_YEAR_LAST}|{_NUMBER}{_CLASS})"
)
# "MK KS 2025/00077": the municipality's letters before the register's.
_OWNER: Final = r"(?:(?!DNR|OCH|FÖR|NR)[A-ZÅÄÖ]{2,3} (?=[A-ZÅÄÖ]{2,4}[ \u00a0/-]))?"
# Laws, inquiries and bills have numbers like a register's, and are in no register.
_NO_REGISTER: Final = (
    r"(?!(?:SFS|SOU|PROP|DIR|KU|PM|EU|[A-ZÅÄÖ]{1,6}FS)\b[ \u00a0/-]?\d)"
)
_BARE: Final = re.compile(
    rf"(?<![\w/-])(?P<number>{_NO_REGISTER}{_OWNER}[A-ZÅÄÖ]{{2,6}}"
    rf"(?:[ \u00a0/-]{_LONG_YEAR}|{_LONG_YEAR})"
    rf"[/:-]\d{{1,6}}(?:[.-]\d{{1,4}})*"
    rf"|[A-ZÅÄÖ]{{2,6}}[ \u00a0/-]\d{{2,6}}/{_LONG_YEAR}|{_SHORT_YEAR_LAST}"
    # "HSN 1109-0780": the year and the month before the number.
    r"|[A-ZÅÄÖ]{2,5} \d\d(?:0[1-9]|1[0-2])-\d{4})(?![\w/])"
)
_WHOLE: Final = re.compile(rf"{_SHORT_YEAR_LAST}|{_NUMBER}")
# "Budget 2031/32" is a title: no register has a word for its letters.
_WORD: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}")
_DAY: Final = re.compile(r"(?:19|20)\d{2}-\d\d-\d\d")
# "13.15" in a column without a head is when, and no number.
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3])[.:][0-5]\d")
LABEL: Final = re.compile(
    rf"(?i)\(?(?:\b(?:ert?|vårt?|deras|myndighetens|regionens)\s+)?\b{_LABEL}\b\s*[.:]*\s*"
)


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
    is_word = bare == piece.text.strip() and _WORD.match(bare) is not None
    is_clock = bare == piece.text.strip() and _CLOCK.fullmatch(bare) is not None
    if not _WHOLE.fullmatch(bare) or _DAY.fullmatch(bare) or is_word or is_clock:
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
