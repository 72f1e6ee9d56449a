"""The words that are read out of a picture, as the program that reads lists them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import WIDE_GAP, PageLine

WORD_LEVEL = "5"
COLUMNS = 12
# Marks the lines that a second look at the picture found.
REST = "rest"


class ReadWord(NamedTuple):
    """A word as the program gives it: its line, its frame in points, its certainty."""

    line: tuple[str, ...]
    text: str
    box: Box
    certainty: float


def words_in(listed: str, scale: float) -> Iterator[ReadWord]:
    """Give the words of the program's list."""
    for row in listed.splitlines()[1:]:
        cells = row.split("\t", maxsplit=COLUMNS - 1)
        if len(cells) < COLUMNS or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) * scale for cell in cells[6:10])
        box = Box(*(round(edge, 1) for edge in (left, top, left + width, top + height)))
        certainty = max(float(cells[10]), 0) / 100
        yield ReadWord(tuple(cells[1:5]), cells[11].strip(), box, round(certainty, 2))


def line_of(words: Sequence[ReadWord], page: int) -> PageLine:
    """Return a line of words, with tabs where they are wide apart."""
    size = (
        sorted(word.box.bottom - word.box.top for word in words)[len(words) // 2] * 1.2
    )
    text, parts = words[0].text, [words[0].box]
    for word in words[1:]:
        if word.box.left - parts[-1].right > 2 * WIDE_GAP * size:
            text += "\t" + word.text
            parts.append(word.box)
        else:
            text += " " + word.text
            parts[-1] = parts[-1]._replace(right=word.box.right)
    box = Box(
        min(word.box.left for word in words),
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )
    return PageLine(text, box, size, page, parts=tuple(parts) if len(parts) > 1 else ())


def put_in(lines: list[PageLine], more: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines with those of the second look before what is below them."""
    ordered = list(lines)
    for line in sorted(more, key=lambda line: line.box.top):
        middle = (line.box.top + line.box.bottom) / 2
        below = (at for at, other in enumerate(ordered) if other.box.top > middle)
        ordered.insert(next(below, len(ordered)), line)
    return ordered
