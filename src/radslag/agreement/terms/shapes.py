"""Shapes: how one key of a term's value is read, checked and written.

Source: none of its own; every shape serves the terms in `values`.
Units: money in kronor, shares as exact fractions of one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

# Every year has this length of February, so a yearly day always exists.
_ORDINARY_YEAR = 2001
_SHARE_PATTERN = "[0-9]+(/[1-9][0-9]*)?"
_RATE_PATTERN = r"[0-9]+(\.[0-9]+)?"
_MONEY_PATTERN = r"[0-9]+(\.[0-9]{1,2})?"


class BadTerm(ValueError):
    """A term's value cannot be read; the Swedish sentence says which key, and why.

    >>> print(BadTerm(key="share", expected="en andel", found="5/4", kind="quorum"))
    Villkoret ”quorum”: nyckeln ”share” är "5/4"; där ska stå en andel.
    """

    def __init__(
        self, *, key: str = "", expected: str, found: object = None, kind: str = ""
    ) -> None:
        self.key, self.expected, self.found, self.kind = key, expected, found, kind
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        which = f"Villkoret ”{self.kind}”: " if self.kind else "Villkoret: "
        if not self.key:
            return f"{which}{self.expected}."
        found = "" if self.found is None else f' är "{self.found}"'
        if not found:
            return f"{which}nyckeln ”{self.key}”: {self.expected}."
        return f"{which}nyckeln ”{self.key}”{found}; där ska stå {self.expected}."


class Unreadable(ValueError):
    """The value is not of the shape; the reader of the term adds key and wording."""


@dataclass(frozen=True)
class Shape:
    """What a key must hold: said in Swedish, read from JSON, written to JSON."""

    expected: str
    read: Callable[[object], Any]
    write: Callable[[Any], object]
    schema: Mapping[str, object]


@dataclass(frozen=True)
class Key:
    """The key as written in the file, where Python cannot use that word itself."""

    name: str


def _same(value: object) -> object:
    return value


def _read_text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise Unreadable
    return raw


def _read_flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise Unreadable
    return raw


def _matching(pattern: str, raw: object) -> str:
    if not isinstance(raw, str) or not re.fullmatch(pattern, raw, re.ASCII):
        raise Unreadable
    return raw


def _read_share(raw: object) -> Fraction:
    share = Fraction(_matching(_SHARE_PATTERN, raw))
    if share > 1:
        raise Unreadable
    return share


def _read_rate(raw: object) -> Decimal:
    # True is an int to Python, and its text is refused by the pattern.
    return Decimal(_matching(_RATE_PATTERN, str(raw) if isinstance(raw, int) else raw))


def _read_money(raw: object) -> Decimal:
    return Decimal(_matching(_MONEY_PATTERN, str(raw) if isinstance(raw, int) else raw))


def _read_day(raw: object) -> date:
    # YAML reads a bare date as a date already; JSON leaves it as text.
    if type(raw) is date:
        return raw
    try:
        return date.fromisoformat(_read_text(raw))
    except ValueError:
        raise Unreadable from None


def _read_yearly_day(raw: object) -> tuple[int, int]:
    day = _read_day(f"{_ORDINARY_YEAR}-{_read_text(raw)}")
    return day.month, day.day


def _read_texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        raise Unreadable
    return tuple(_read_text(item) for item in raw)


def _read_shares(raw: object) -> tuple[tuple[str, Fraction], ...]:
    if not isinstance(raw, Mapping) or not raw:
        raise Unreadable
    shares = {_read_text(key): _read_share(value) for key, value in raw.items()}
    if sum(shares.values()) != 1:
        raise Unreadable
    return tuple(sorted(shares.items()))


def _write_yearly_day(value: tuple[int, int]) -> object:
    return f"{value[0]:02}-{value[1]:02}"


TEXT = Shape("en text som inte är tom", _read_text, _same, {"type": "string"})
FLAG = Shape("true eller false", _read_flag, _same, {"type": "boolean"})
SHARE = Shape(
    'en andel mellan 0 och 1, till exempel "1/2"',
    _read_share,
    str,
    {"type": "string", "pattern": f"^{_SHARE_PATTERN}$"},
)
# A rate may be finer than an öre; a sum of money may not.
RATE = Shape(
    'ett belopp i kronor som inte är negativt, till exempel "4" eller "0.50"',
    _read_rate,
    str,
    {"type": ["string", "integer"], "pattern": f"^{_RATE_PATTERN}$", "minimum": 0},
)
MONEY = Shape(
    'ett belopp i kronor och hela ören som inte är negativt, till exempel "860000"',
    _read_money,
    str,
    {"type": ["string", "integer"], "pattern": f"^{_MONEY_PATTERN}$", "minimum": 0},
)
DAY = Shape(
    "ett datum som finns, till exempel 2026-12-31",
    _read_day,
    date.isoformat,
    {"type": "string", "format": "date"},
)
YEARLY_DAY = Shape(
    "en månad och dag som finns varje år, till exempel 12-31",
    _read_yearly_day,
    _write_yearly_day,
    {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
)
TEXTS = Shape(
    "en lista med texter",
    _read_texts,
    list,
    {"type": "array", "items": {"type": "string"}},
)
SHARES = Shape(
    "andelar per kommun som tillsammans är precis 1",
    _read_shares,
    lambda shares: {key: str(share) for key, share in shares},
    {"type": "object", "additionalProperties": {"type": "string"}},
)


def whole_number(least: int, most: int | None = None) -> Shape:
    """Make the shape of a whole number within limits.

    >>> whole_number(1, 12).read(3)
    3
    """

    def read(raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise Unreadable
        if raw < least or (most is not None and raw > most):
            raise Unreadable
        return raw

    limits = f"som är minst {least}" if most is None else f"från {least} till {most}"
    schema = {"type": "integer", "minimum": least}
    if most is not None:
        schema["maximum"] = most
    return Shape(f"ett heltal {limits}", read, _same, schema)


def one_of(*choices: str) -> Shape:
    """Make the shape of a word chosen from a few.

    >>> one_of("year", "term_of_office").expected
    'något av year, term_of_office'
    """

    def read(raw: object) -> str:
        if not isinstance(raw, str) or raw not in choices:
            raise Unreadable
        return raw

    expected = f"något av {', '.join(choices)}"
    return Shape(expected, read, _same, {"enum": list(choices)})


def optional(shape: Shape) -> Shape:
    """Make a shape that may also be left empty (null).

    >>> optional(FLAG).read(None) is None
    True
    """
    return Shape(
        f"{shape.expected}, eller null",
        lambda raw: None if raw is None else shape.read(raw),
        lambda value: None if value is None else shape.write(value),
        {"anyOf": [shape.schema, {"type": "null"}]},
    )
