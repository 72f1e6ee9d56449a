"""What mending gives: the document, what was changed in it, and the way back."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Document, Span


@dataclass(frozen=True)
class Mending:
    """A word that was changed; `span` is where it stands in the document as read."""

    original: str
    mended: str
    span: Span
    certainty: Certainty
    reason: str


class Change(NamedTuple):
    """A piece of text that became another, with where both stand."""

    before: Span
    after: Span


class Course:
    """The way between two texts of which one is the other with pieces changed."""

    def __init__(self, mendings: tuple[Mending, ...]) -> None:
        """Lay out the way; the mendings stand in the order of the text."""
        self.changes: list[Change] = []
        grown = 0
        for mending in mendings:
            start = mending.span.start + grown
            after = Span(start, start + len(mending.mended))
            self.changes.append(Change(mending.span, after))
            grown = after.end - mending.span.end

    def back(self, span: Span) -> Span:
        """Return the span in the first text; a changed piece is had whole."""
        return moved(
            span,
            [change.after for change in self.changes],
            [change.before for change in self.changes],
        )

    def forth(self, span: Span) -> Span:
        """Return the span in the second text; a changed piece is had whole."""
        return moved(
            span,
            [change.before for change in self.changes],
            [change.after for change in self.changes],
        )


def moved(span: Span, here: list[Span], there: list[Span]) -> Span:
    """Return a span of one text as a span of the other."""
    if span.start == span.end:
        at = start_of(span.start, here, there)
        return Span(at, at)
    return Span(start_of(span.start, here, there), end_of(span.end, here, there))


def start_of(at: int, here: list[Span], there: list[Span]) -> int:
    """Return where a span begins in the other text."""
    nearest = bisect_right(here, at, key=lambda span: span.start) - 1
    if nearest < 0:
        return at
    if at < here[nearest].end:
        return there[nearest].start
    return at + there[nearest].end - here[nearest].end


def end_of(at: int, here: list[Span], there: list[Span]) -> int:
    """Return where a span ends in the other text."""
    nearest = bisect_left(here, at, key=lambda span: span.start) - 1
    if nearest < 0:
        return at
    if at <= here[nearest].end:
        return there[nearest].end
    return at + there[nearest].end - here[nearest].end


@dataclass(frozen=True)
class Mended:
    """A document with its damage mended; with nothing to mend, the very same one."""

    document: Document
    mendings: tuple[Mending, ...] = ()
    course: Course = field(
        default_factory=lambda: Course(()), repr=False, compare=False
    )

    def original_span(self, span: Span) -> Span:
        """Return where a span of the mended text stands in the document as read.

        A span that touches a mended word gives the whole word that stood there.
        """
        return self.course.back(span)
