"""Sums and numbers as documents write them: "2 012 800 kr", "1,4 mnkr", "500 tkr".

Groups of digits with a space or a full stop between are one number only when all but
the first have three digits. What can be read in two ways has no amount.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.source import Piece

_SPACE: Final = r"[ \u00a0\u202f\u2009]"
_ABOUT: Final = (
    r"ca\.?|cirka|omkring|ungefär|c:a|runt|drygt|knappt|uppskattningsvis|preliminärt"
    r"|max(?:imalt|\.)?|högst|minst|upp\s+till|~"
)
_UNIT: Final = (
    r"mnkr|mkr|msek|mn\s+kr|miljon(?:er)?(?:\s+(?:kronor|kr))?|milj\.?(?:\s*kr)?"
    r"|tkr|kkr|tsek|ksek|tusen(?:\s+(?:kronor|kr))?|kronor|kr|sek"
)
_MARKS: Final = r":-|:–|,-{1,2}|,–"
# Two figures after a colon are öre where kronor follow, or thousands stand before:
# "6:50 kr" and "209 592:50" are no clocks.
_ORE: Final = (
    rf"(?::\d\d(?={_SPACE}*(?:kronor|kr)(?![a-zåäö]))"
    rf"|(?<=\d{_SPACE}\d{{3}}):\d\d(?!\d))"
)
_RUN: Final = re.compile(
    rf"(?i)(?P<about>(?<!\w)(?:{_ABOUT})\s*)?"
    rf"(?:(?<!\w)(?P<before>sek|msek|tsek){_SPACE})?"
    rf"(?<![\w.,:/])(?:(?P<sign>[-–−+]){_SPACE}?)?(?<!\d[-–−/:])"
    rf"(?P<run>\d+(?:[.,]\d+)*(?:{_SPACE}\d+(?:[.,]\d+)*(?!\)))*(?:{_ORE})?)"
    rf"(?:{_SPACE}*(?:(?P<unit>{_UNIT})(?![a-zåäö])|(?P<mark>{_MARKS})(?!\d)))?"
)
# What follows shows that the figures are no sum: a date, a clock, a share.
_NO_SUM: Final = re.compile(rf"{_SPACE}*(?:%|procent)|[-–−/:]\d|:e\b|[a-zåäöA-ZÅÄÖ]")
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*")
_TOKEN_OF_RUN: Final = re.compile(rf"{_TOKEN.pattern}(?::\d\d)?")
_YEAR: Final = re.compile(r"(?:19|20|21)\d\d")
_THREE: Final = re.compile(r"\d{3}(?:[.,:]\d{1,2})?")
_DOTTED: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:[,:]\d{1,2})?")
_COMMAED: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d{1,2})?")
_SIMPLE: Final = re.compile(r"(?:0|[1-9]\d*)(?:[.,:]\d+)?")
_GROUP: Final = 3
_HUNDREDTH: Final = Decimal("0.01")
# More than any cooperation has: then two numbers have been read as one.
_UNLIKELY: Final = Decimal(10_000_000_000)
MALFORMED: Final = "Siffrorna är skrivna så att beloppet inte kan läsas säkert."
NO_UNIT: Final = "Ingen enhet står vid talet."
BESIDE: Final = "Flera tal står intill varandra, så att de kan läsas på fler sätt."


class FoundSum(NamedTuple):
    """A sum in kronor, exactly as written, whether it is approximate, and the words.

    A number whose digits do not stand in groups of three, as "500 00", is doubtful and
    has no amount: what was meant is for people to say. `is_beside` tells that another
    number stands so near that they might be one.
    """

    amount_sek: Decimal | None
    is_approximate: bool
    has_unit: bool
    piece: Piece
    is_beside: bool = False

    @property
    def certainty(self) -> Certainty:
        """Certain where it is well formed with a unit."""
        if self.amount_sek is None:
            return Certainty.DOUBTFUL
        if self.has_unit and not self.is_beside:
            return Certainty.CERTAIN
        return Certainty.PROBABLE

    @property
    def reason(self) -> str:
        """Say in Swedish why it is not certain; nothing where it is."""
        if self.amount_sek is None:
            return MALFORMED
        if self.is_beside:
            return BESIDE
        return "" if self.has_unit else NO_UNIT


def sums_in(piece: Piece, unit: str = "") -> Iterator[FoundSum]:
    """Give the sums of a piece; numbers without a unit are in `unit`, as "tkr".

    Days, clocks, shares in per cent and numbers joined to letters are no sums.
    """
    for match in _RUN.finditer(piece.text):
        ends_with_unit = bool(match["unit"] or match["mark"])
        if ends_with_unit or not _NO_SUM.match(piece.text, match.end()):
            yield from _found(match, piece, unit)


def sum_in(piece: Piece, unit: str = "") -> FoundSum | None:
    """Return the last sum of a piece that has a unit, else the last number; or None."""
    found = list(sums_in(piece, unit))
    written = [each for each in found if each.has_unit]
    return (written or found)[-1] if found else None


def columns_in(piece: Piece, count: int, unit: str = "") -> list[FoundSum]:
    """Return the numbers of a row with so many columns, or nothing if they are others.

    "100 000 120 000" is two columns when it is known that there are two.
    """
    tokens = list(_TOKEN.finditer(piece.text))
    ways = []
    for cuts in combinations(range(1, len(tokens)), count - 1):
        ends = zip((0, *cuts), (*cuts, len(tokens)), strict=True)
        numbers = [tokens[start:end] for start, end in ends]
        if all(_amount(number, unit) is not None for number in numbers):
            ways.append(numbers)
    even = [way for way in ways if len({len(number) for number in way}) == 1]
    chosen = ways if len(ways) == 1 else even
    if len(chosen) != 1:
        return []
    is_sure = len(ways) == 1
    return [_in_column(number, piece, unit, is_sure=is_sure) for number in chosen[0]]


def _in_column(
    number: "list[re.Match[str]]", piece: Piece, unit: str, *, is_sure: bool
) -> FoundSum:
    amount = _amount(number, unit)
    start = number[0].start()
    is_negative = re.search(r"(?:^|\s)[-–−]\s?$", piece.text[:start])
    if amount is not None and is_negative:
        amount, start = -amount, is_negative.start()
    words = piece.part(start, number[-1].end()).strip()
    return FoundSum(
        amount,
        is_approximate=False,
        has_unit=bool(unit),
        piece=words,
        is_beside=not is_sure,
    )


def _found(match: "re.Match[str]", piece: Piece, unit: str) -> Iterator[FoundSum]:
    said = (match["unit"] or match["before"] or ("kr" if match["mark"] else "")).lower()
    tokens = list(_TOKEN_OF_RUN.finditer(piece.text, *match.span("run")))
    numbers = list(_numbers(tokens))
    is_about, has_unit = bool(match["about"]), bool(said or unit)
    if not _is_sound(numbers, has_unit=has_unit):
        words = piece.group(match).strip()
        yield FoundSum(None, is_about, has_unit, words)
        return
    for place, number in enumerate(numbers):
        is_last = place == len(numbers) - 1
        its_unit = said if is_last and said else unit
        start = _begins(match, piece.text) if place == 0 else number[0].start()
        end = match.end() if is_last else number[-1].end()
        amount = _amount(number, its_unit)
        if amount is not None and place == 0 and _is_negative(match, piece.text):
            amount = -amount
        yield FoundSum(
            amount,
            is_about and place == 0,
            bool(its_unit),
            piece.part(start, end).strip(),
            _is_beside(numbers, place),
        )


def _numbers(
    tokens: "list[re.Match[str]]",
) -> "Iterator[list[re.Match[str]]]":
    """Give the tokens that make each number: groups of three follow on the first."""
    number: list[re.Match[str]] = []
    for token in tokens:
        if number and not (_may_go_on(number) and _THREE.fullmatch(token[0])):
            yield number
            number = []
        number.append(token)
    yield number


def _may_go_on(number: "list[re.Match[str]]") -> bool:
    return (
        number[-1][0].isdigit()
        and len(number[0][0]) <= _GROUP
        and not number[0][0].startswith("0")
    )


def _is_sound(numbers: "list[list[re.Match[str]]]", *, has_unit: bool) -> bool:
    """Tell whether the numbers that stand together can be read in one way."""
    if any(re.match(r"0\d", number[0][0]) for number in numbers):
        return False
    if len(numbers) == 1 or not has_unit:
        return True
    # "372 80 kr" and "1400 500 kr" are slips; "2026 100 000 kr" begins with a year.
    first, *others = numbers
    begins_whole = len(first) > 1 or bool(_YEAR.fullmatch(first[0][0]))
    return begins_whole and all(len(number) > 1 for number in others)


def _is_beside(numbers: "list[list[re.Match[str]]]", place: int) -> bool:
    if len(numbers) == 1:
        return False
    is_after_year = place == 1 and bool(_YEAR.fullmatch(numbers[0][0][0]))
    return not (is_after_year and len(numbers[1][0][0]) < _GROUP)


def _is_negative(match: "re.Match[str]", text: str) -> bool:
    """Tell whether a dash is a sign: at the number, or first of all."""
    sign = match["sign"]
    if not sign or sign == "+":
        return False
    start = match.start("sign")
    is_joined = text[start + 1].isdigit()
    is_first = not text[:start].strip()
    return is_first or (is_joined and text[start - 1] in " \t(\u00a0")


def _begins(match: "re.Match[str]", text: str) -> int:
    is_dash = match["sign"] and not match["about"] and not _is_negative(match, text)
    return match.start("run") if is_dash else match.start()


def _amount(number: "list[re.Match[str]]", unit: str) -> Decimal | None:
    """Return the kronor that a number says, or None where that is not clear."""
    plain = _decimal([token[0] for token in number], is_large=_times(unit) > 1_000)  # noqa: PLR2004 - a thousand.
    if plain is None:
        return None
    amount = plain * _times(unit)
    if amount >= _UNLIKELY or amount != amount.quantize(_HUNDREDTH):
        return None
    return Decimal(f"{amount.normalize():f}") + 0


def _times(unit: str) -> int:
    said = unit.lower()
    if said.startswith(("mnkr", "mkr", "milj", "msek", "mn")):
        return 1_000_000
    return 1_000 if said.startswith(("tkr", "kkr", "tusen", "tsek", "ksek")) else 1


def _decimal(tokens: list[str], *, is_large: bool) -> Decimal | None:
    if len(tokens) > 1:
        first_is_whole = tokens[0].isdigit() and len(tokens[0]) <= _GROUP
        if not first_is_whole or tokens[0].startswith("0"):
            return None
        if not all(t.isdigit() and len(t) == _GROUP for t in tokens[1:-1]):
            return None
        last = _THREE.fullmatch(tokens[-1])
        return Decimal(_with_point("".join(tokens))) if last else None
    return _single(tokens[0], is_large=is_large)


def _with_point(token: str) -> str:
    """Return a number with a point before its öre, however they are parted."""
    return token.replace(",", ".").replace(":", ".")


def _single(token: str, *, is_large: bool) -> Decimal | None:
    if _DOTTED.fullmatch(token):
        # "1.400 mnkr" may be a thousand times as much as was meant.
        return None if is_large else Decimal(_with_point(token.replace(".", "")))
    if _COMMAED.fullmatch(token):
        return Decimal(token.replace(",", ""))
    return Decimal(_with_point(token)) if _SIMPLE.fullmatch(token) else None
