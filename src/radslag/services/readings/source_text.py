"""The text of a document as it was read, line by line, with words framed in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Exists, Max, OuterRef

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import Citation, PagePicture, ReadingFile
from radslag.records.models.tenancy import chosen_id

LINES_BEFORE, LINES_AFTER = 60, 140


class Frame(NamedTuple):
    """Words to frame: from which character until which; the one that is asked about."""

    start: int
    end: int
    is_asked: bool = False


class TextPiece(NamedTuple):
    """A piece of a line, framed or not."""

    text: str
    frame: str = ""


@dataclass(frozen=True)
class TextLine:
    """A line with its number in the file, and the page where a new one begins."""

    number: int | None
    page: int | None
    pieces: tuple[TextPiece, ...]
    is_first_framed: bool = False


@dataclass(frozen=True)
class Excerpt:
    """Some lines of a document, and how many there are before and after them."""

    lines: tuple[TextLine, ...]
    before: int
    after: int


def excerpt_of(
    file: ReadingFile, frames: Sequence[Frame], *, is_whole: bool = False
) -> Excerpt:
    """Return the lines around the words that are asked about; or all of them."""
    starts = [0, *(n + 1 for n, sign in enumerate(file.text) if sign == "\n")]
    asked = next((each for each in frames if each.is_asked), None)
    centre = bisect_right(starts, asked.start) - 1 if asked else 0
    first = 0 if is_whole else max(0, centre - LINES_BEFORE)
    last = len(starts) if is_whole else min(len(starts), centre + LINES_AFTER)
    lines = tuple(_lines(file, starts, range(first, last), frames))
    return Excerpt(lines, first, len(starts) - last)


def _lines(
    file: ReadingFile, starts: Sequence[int], numbers: range, frames: Sequence[Frame]
) -> Iterator[TextLine]:
    places = _Places(file)
    page: int | None = None
    is_found = False
    for number in numbers:
        start = starts[number]
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(file.text)
        line, new_page = places.at(start)
        pieces = tuple(_pieces(file.text, start, end, frames))
        is_asked = any(piece.frame == "asked" for piece in pieces)
        shown_page = new_page if new_page != page else None
        yield TextLine(line, shown_page, pieces, is_asked and not is_found)
        page, is_found = new_page, is_found or is_asked


def _pieces(
    text: str, start: int, end: int, frames: Sequence[Frame]
) -> Iterator[TextPiece]:
    here = [each for each in frames if each.start < end and each.end > start]
    cuts = {start, end}
    cuts |= {at for each in here for at in each[:2] if start < at < end}
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        over = [each for each in here if each.start <= first and each.end >= last]
        # Where frames lie over each other, the one that is asked about is seen.
        frame = "asked" if any(each.is_asked for each in over) else "other"
        yield TextPiece(text[first:last], frame if over else "")


class _Places:
    """Which line and page of the file each character of its text came from."""

    def __init__(self, file: ReadingFile) -> None:
        self.text = file.text
        self.places = file.places
        self.starts = [place[0] for place in self.places]

    def at(self, character: int) -> tuple[int | None, int | None]:
        """Return line and page of a character, as far as they are known."""
        number = bisect_right(self.starts, character) - 1
        if number < 0:
            return None, None
        start, page, line = self.places[number]
        if line is None:
            return None, page
        return line + self.text.count("\n", start, character), page


def picture_of(file: ReadingFile, page: int | None) -> PagePicture | None:
    """Return the picture of a page, without its bytes; nothing where there is none."""
    if page is None:
        return None
    return file.pictures.defer("png").filter(page=page).first()


def stored_file(document_key: str) -> ReadingFile | None:
    """Return the file that a document of the chosen cooperation was read from."""
    rows = ReadingFile.objects.filter(
        document_key=document_key,
        reading__cooperation=chosen_id(),
        reading__state=ReadingState.APPLIED,
    )
    large = ("content", "within__content", "within__text", "within__places")
    rows = rows.select_related("within").defer(*large)
    latest = Max("reading__applyings__applied_at")
    return rows.annotate(applied_at=latest).order_by("-applied_at").first()


def cited_with_text(sections: Sequence[str]) -> dict[tuple[str, str], bool]:
    """Return which records have a källa, and whether its words can be opened.

    One query.
    """
    kept = ReadingFile.objects.filter(
        document_key=OuterRef("document__key"),
        reading__cooperation=OuterRef("cooperation"),
        reading__state=ReadingState.APPLIED,
    )
    rows = Citation.objects.filter(section__in=sections).order_by()
    found: dict[tuple[str, str], bool] = {}
    for section, key, has_text in (
        rows.annotate(has_text=Exists(kept))
        .values_list("section", "record_key", "has_text")
        .distinct()
    ):
        found[section, key] = found.get((section, key), False) or has_text
    return found
