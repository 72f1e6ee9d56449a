"""Problems: what is wrong in a file, where, and what was expected, in Swedish."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

SHOWN = 50
LONGEST_QUOTATION = 60


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file, at a line and a path."""

    line: int | None
    path: str
    what: str
    expected: str = ""

    def __str__(self) -> str:
        """Return the sentence people read."""
        line = f"rad {self.line}" if self.line else ""
        place = ", ".join(part for part in (line, self.path) if part)
        said = "; ".join(part for part in (self.what, self.expected) if part)
        return f"{place}: {said}" if place else said


class BadFile(ValueError):
    """The file cannot be used; nothing has been saved. Holds every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.sentences()))

    def sentences(self) -> list[str]:
        """Return the first problems as sentences, and how many more there are."""
        said = [str(problem) for problem in self.problems[:SHOWN]]
        more = len(self.problems) - SHOWN
        return [*said, f"... och {more} till."] if more > 0 else said


def written(path: Path) -> str:
    """Return a path as people write it.

    >>> written(("populations", 3, "residents"))
    'populations[3].residents'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def shown(value: object) -> str:
    """Return a value as a short quotation."""
    words = {True: "true", False: "false", None: "tomt"}
    if isinstance(value, dict):
        return "en post med nycklar"
    if isinstance(value, list):
        return "en lista"
    if value is None or isinstance(value, bool):
        return words[value]
    text = str(value)
    if len(text) > LONGEST_QUOTATION:
        text = f"{text[: LONGEST_QUOTATION - 3]}..."
    return f'"{text}"'
