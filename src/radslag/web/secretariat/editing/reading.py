"""Reading what people type: days, hours, sums and texts, in the forms they use."""

import re
from datetime import date, time
from decimal import Decimal

from radslag.agreement.wording import MONTHS

EARLIEST, LATEST = date(1850, 1, 1), date(2199, 12, 31)
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SWEDISH_DAY = re.compile(r"(\d{1,2})(?:/|\.)(\d{1,2})[ .]?(\d{4})")
_DAY_IN_WORDS = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]+)\.? (\d{4})")
_HOUR = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[.:](\d{2}))?")
MOST_DIGITS = 40
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_SUM = re.compile(r"[+-]?\d+(?:\.\d{1,2})?")
_TURNING = set(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SHORTEST_MONTH = 3


class Unclear(ValueError):
    """What was typed cannot be read, and nothing is guessed."""


def read_day(typed: str) -> date:
    """Read a day: 2026-04-23, 23/4 2026, 23.4.2026 or 23 april 2026.

    >>> read_day("23 april 2026") == read_day("23/4 2026") == date(2026, 4, 23)
    True
    """
    words = _SPACES.sub(" ", typed).strip().lower()
    year, month, day = _day_parts(words)
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unclear(typed) from None
    if not EARLIEST <= found <= LATEST:
        raise Unclear(typed)
    return found


def _day_parts(words: str) -> tuple[int, int, int]:
    if found := _ISO_DAY.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _SWEDISH_DAY.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _DAY_IN_WORDS.fullmatch(words):
        return int(found[3]), _month(found[2]), int(found[1])
    raise Unclear(words)


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if len(word) >= _SHORTEST_MONTH and name.startswith(word):
            return number
    raise Unclear(word)


def read_hour(typed: str) -> time:
    """Read an hour of the day: 13.00, 13:00, 13 or kl. 9.30.

    >>> read_hour("9.30")
    datetime.time(9, 30)
    """
    found = _HOUR.fullmatch(_SPACES.sub(" ", typed).strip().lower())
    if found is None:
        raise Unclear(typed)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Unclear(typed) from None


def read_sum(typed: str) -> Decimal:
    """Read a sum: 2 102 500,50 or 2102500.5, with or without kr.

    >>> read_sum("2 102 500,50 kr")
    Decimal('2102500.50')
    """
    words = _SPACES.sub("", typed).lower().replace("\u2212", "-")
    words = words.removesuffix("kronor").removesuffix("kr").removesuffix(":-")
    if "," in words:
        words = words.replace(".", "").replace(",", ".")
    if not _SUM.fullmatch(words) or not words.isascii():
        raise Unclear(typed)
    return Decimal(words)


def read_number(typed: str) -> Decimal:
    """Read a number with any decimals: 1 234,5678 or -0.5.

    >>> read_number("1 234,5678")
    Decimal('1234.5678')
    """
    words = _SPACES.sub("", typed).replace("\u2212", "-").replace(",", ".")
    if not _NUMBER.fullmatch(words) or not words.isascii() or len(words) > MOST_DIGITS:
        raise Unclear(typed)
    return Decimal(words)


def written_number(number: Decimal) -> str:
    """Write a number the way it may be typed, without zeros that say nothing.

    >>> written_number(Decimal("87.5000")), written_number(Decimal("100.0000"))
    ('87,5', '100')
    """
    shown = f"{number:,f}".replace(",", " ").replace(".", ",")
    return shown.rstrip("0").rstrip(",") if "," in shown else shown


def read_whole(typed: str) -> int:
    """Read a whole number that is not negative: 525 625.

    >>> read_whole("525 625")
    525625
    """
    words = _SPACES.sub("", typed)
    if not (words.isascii() and words.isdigit()):
        raise Unclear(typed)
    return int(words)


def hidden_in(text: str) -> str:
    """Return the first character that cannot be seen and does harm, or nothing.

    Control characters, and marks that turn the direction of the text around them.
    What joins an emoji together is left alone.
    """
    for character in text:
        is_control = ord(character) < ord(" ") or character == "\x7f"
        if (is_control and character not in "\n\t") or character in _TURNING:
            return character
    return ""


def written_sum(amount: Decimal) -> str:
    """Write a sum the way it may be typed: 2 102 500,50.

    >>> written_sum(Decimal("2102500.50"))
    '2 102 500,50'
    """
    shown = f"{amount:,.2f}".replace(",", " ").replace(".", ",")
    return shown.removesuffix(",00")
