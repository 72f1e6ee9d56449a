"""Sums and numbers as documents write them: "2 012 800 kr", "1,4 mnkr", "500 tkr"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.source import Piece

_SPACE: Final = r"[ \u00a0\u202f\u2009]"
_NUMBER: Final = (
    rf"\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}})+(?:,\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?"
)
_UNIT: Final = (
    r"mnkr|mkr|miljoner(?:\s+kronor)?|miljon(?:er)?\s+kr|tkr|kkr"
    r"|tusen(?:\s+kronor)?|kronor|kr|sek|:-"
)
_SUM: Final = re.compile(
    rf"(?i)(?P<about>\b(?:ca\.?|cirka|omkring|ungefär|c:a|max(?:imalt)?|högst|minst)\s*)?"
    rf"(?<![\d,.])(?P<sign>[-–−]{_SPACE}?)?(?P<number>{_NUMBER})(?P<rest>{_SPACE}\d{{1,2}}(?!\d))?"
    rf"(?:{_SPACE}*(?P<unit>{_UNIT})(?![a-zåäö]))?"
)
MALFORMED: Final = "Siffrorna är skrivna så att beloppet inte kan läsas säkert."
NO_UNIT: Final = "Ingen enhet står vid talet."


class FoundSum(NamedTuple):
    """A sum in kronor, exactly as written, whether it is approximate, and the words.

    A number whose digits do not stand in groups of three, as "500 00", is doubtful and
    has no amount: what was meant is for people to say.
    """

    amount_sek: Decimal | None
    is_approximate: bool
    has_unit: bool
    piece: Piece

    @property
    def certainty(self) -> Certainty:
        """Certain where it is well formed with a unit."""
        if self.amount_sek is None:
            return Certainty.DOUBTFUL
        return Certainty.CERTAIN if self.has_unit else Certainty.PROBABLE


def sums_in(piece: Piece, unit: str = "") -> Iterator[FoundSum]:
    """Give the sums of a piece; numbers without a unit are in `unit`, as "tkr"."""
    for match in _SUM.finditer(piece.text):
        yield _found(match, piece, unit)


def sum_in(piece: Piece, unit: str = "") -> FoundSum | None:
    """Return the last sum of a piece that has a unit, else the last number; or None."""
    found = list(sums_in(piece, unit))
    written = [each for each in found if each.has_unit]
    return (written or found)[-1] if found else None


def _found(match: "re.Match[str]", piece: Piece, unit: str) -> FoundSum:
    said = (match["unit"] or unit).lower()
    is_about = bool(match["about"])
    has_unit = bool(said)
    words = piece.group(match).strip()
    if match["rest"]:
        return FoundSum(None, is_about, has_unit, words)
    amount = _decimal(match["number"]) * _times(said)
    if match["sign"] and _is_negative(match, piece.text):
        amount = -amount
    return FoundSum(
        amount.quantize(Decimal("0.01")).normalize() + 0, is_about, has_unit, words
    )


def _is_negative(match: "re.Match[str]", text: str) -> bool:
    return match.start("sign") == 0 or text[match.start("sign") - 1].isspace()


def _times(unit: str) -> int:
    if unit.startswith(("mnkr", "mkr", "milj")):
        return 1_000_000
    return 1_000 if unit.startswith(("tkr", "kkr", "tusen")) else 1


def _decimal(number: str) -> Decimal:
    bare = re.sub(rf"{_SPACE}", "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))
