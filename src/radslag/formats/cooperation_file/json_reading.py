"""Reading JSON, exactly: numbers with decimals stay exact, keys come once."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from radslag.formats.cooperation_file.problems import BadFile, Path, Problem, written

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|\n')


class _KeyTwice(ValueError):
    """A mapping has one key twice."""


def read_json(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what the text holds; raise BadFile when it is not JSON."""
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_mapping,
        )
    except _KeyTwice:
        raise BadFile(_keys_twice(text)) from None
    except json.JSONDecodeError as error:
        said = "filen går inte att läsa som JSON här"
        advice = _ADVICE.get(error.msg, _LOOK)
        raise BadFile([Problem(error.lineno, "", said, advice)]) from None
    except (RecursionError, ValueError):
        raise BadFile([Problem(None, "", "filen går inte att läsa som JSON")]) from None


_LOOK = "se efter kommatecken, klamrar och citattecken på raden och den före"
_ADVICE = {
    "Expecting ',' delimiter": "ett kommatecken saknas före detta",
    "Expecting ':' delimiter": "ett kolon saknas efter nyckeln",
    "Expecting property name enclosed in double quotes": "en nyckel inom citattecken "
    "väntades; efter den sista posten står inget kommatecken",
    "Extra data": "filen fortsätter efter sitt slut",
    "Unterminated string starting at": "ett citattecken saknas",
}


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _KeyTwice
    return found


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)


def json_lines(text: str) -> dict[Path, int]:
    """Return the line of every path in the text."""
    lines: dict[Path, int] = {}
    for path, line in _Places().of(text):
        lines.setdefault(path, line)
    return lines


def _keys_twice(text: str) -> Iterator[Problem]:
    first: dict[Path, int] = {}
    for path, line in _Places().of(text):
        if path in first:
            what = f'nyckeln "{path[-1]}" står två gånger'
            expected = f"den första står på rad {first[path]}; ta bort en"
            yield Problem(line, written(path), what, expected)
        first.setdefault(path, line)


class _Places:
    """Walks through valid JSON and gives each key and list item with its line."""

    def __init__(self) -> None:
        self.line = 1
        self.path: list[str | int] = []
        # For each level, whether a key comes next.
        self.awaits_key: list[bool] = []

    def of(self, text: str) -> Iterator[tuple[Path, int]]:
        """Give them in the order they stand."""
        for sign in _SIGN.findall(text):
            if sign == "\n":
                self.line += 1
            elif sign in "}]":
                self.path.pop()
                self.awaits_key.pop()
            elif sign == ",":
                self._next()
            elif sign != ":":
                yield from self._value(sign)

    def _next(self) -> None:
        last = self.path[-1]
        if isinstance(last, int):
            self.path[-1] = last + 1
        else:
            self.awaits_key[-1] = True

    def _value(self, sign: str) -> Iterator[tuple[Path, int]]:
        if self.awaits_key and self.awaits_key[-1]:
            self.path[-1], self.awaits_key[-1] = json.loads(sign), False
            yield tuple(self.path), self.line
            return
        if self.path and isinstance(self.path[-1], int):
            yield tuple(self.path), self.line
        if sign in "{[":
            self.path.append("" if sign == "{" else 0)
            self.awaits_key.append(sign == "{")
