"""What is understood of documents: values with where they stand and how sure they are.

A `Found` is one record to be, in the columns of the cooperation file's section, with
references written as keys. Each of its values says which words of which document it
comes from. What no document says is not there: nothing is guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import Box, ReadResult, Span

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.DOUBTFUL)


def least_certain(*certainties: Certainty) -> Certainty:
    """Return the least certain of them; certain where there are none."""
    return CERTAINTIES[
        max((CERTAINTIES.index(each) for each in certainties), default=0)
    ]


class Quote(NamedTuple):
    """The words a value comes from, and where: document, page, line, characters.

    The span counts characters of the document as it was read, before any mending.
    """

    document: str
    span: Span
    words: str
    page: int | None = None
    line: int | None = None
    box: Box | None = None

    @property
    def place(self) -> str:
        """Say in Swedish where the words stand."""
        parts = [f"sidan {self.page}"] if self.page else []
        parts += [f"rad {self.line}"] if self.line else []
        parts.append(f"tecken {self.span.start}–{self.span.end}")
        return ", ".join(parts)


@dataclass(frozen=True)
class Value:
    """A value as the cooperation file takes it, with its quotes and its certainty.

    `reason` says in Swedish why it is not certain. An inference was not read but
    follows from what was; `steps` are its reasons, and it always asks to be confirmed.
    """

    value: Any
    quotes: tuple[Quote, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    is_inference: bool = False
    steps: tuple[str, ...] = ()

    def doubted(self, certainty: Certainty, reason: str) -> "Value":
        """Return the value with at most this certainty, and the reason for it."""
        lowered = least_certain(self.certainty, certainty)
        if lowered is self.certainty and self.certainty is not certainty:
            return self
        reasons = [self.reason] if self.reason and self.reason != reason else []
        return replace(self, certainty=lowered, reason=" ".join([*reasons, reason]))

    def as_value(self, value: Any) -> "Value":  # noqa: ANN401 - values of every kind.
        """Return another value that the same words say, as surely."""
        return replace(self, value=value)

    def also(self, *others: "Value") -> "Value":
        """Return the value with the quotes of others that say the same."""
        all_ = (self, *others)
        quotes = tuple(dict.fromkeys(quote for one in all_ for quote in one.quotes))
        surest = min(all_, key=lambda one: CERTAINTIES.index(one.certainty))
        return replace(surest, quotes=quotes)


@dataclass
class Found:
    """A record to be: its section, key and values by column."""

    section: str
    key: str
    values: dict[str, Value] = field(default_factory=dict)

    @property
    def certainty(self) -> Certainty:
        """The certainty of its least certain value."""
        return least_certain(*(value.certainty for value in self.values.values()))

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401 - values of every kind.
        """Return what a column says, or None when it says nothing."""
        value = self.values.get(column)
        return value.value if value else None


@dataclass(frozen=True)
class Contradiction:
    """Two or more places that cannot all be right, and what they say, in Swedish.

    `rule` names what was compared, so that the same contradiction is known again.
    """

    rule: str
    sentence: str
    quotes: tuple[Quote, ...]
    section: str = ""
    key: str = ""
    field: str = ""


@dataclass(frozen=True)
class PartOfDocument:
    """A part of a document that is of one kind: all of it, an annex, a chapter.

    The blocks are those from `first` until `last` in the document's running text.
    """

    kind: DocumentKind
    title: str
    first: int
    last: int
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


@dataclass(frozen=True)
class UnderstoodDocument:
    """A document of a reading: what it is, and what became of the file."""

    key: str
    name: str
    result: ReadResult
    kind: DocumentKind = DocumentKind.PAPER
    parts: tuple[PartOfDocument, ...] = ()
    sha256: str = ""


class Match(NamedTuple):
    """A found record, the existing one that it is, and how it was known again."""

    section: str
    found: str
    existing: str
    how: str
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True)
class Understanding:
    """All that was understood of one or more documents together."""

    documents: tuple[UnderstoodDocument, ...]
    found: tuple[Found, ...]
    contradictions: tuple[Contradiction, ...] = ()
    remarks: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()

    def of(self, section: str) -> Iterator[Found]:
        """Give what was found of one section, in the order it was found."""
        return (each for each in self.found if each.section == section)
