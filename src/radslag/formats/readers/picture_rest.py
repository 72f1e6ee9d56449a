"""What is drawn on a picture and no word has been read of: it is looked at once more.

The program that reads pictures leaves out short lines among dots, and figures that
stand alone. With all that was read wiped out, it finds them.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PIL import ImageDraw

from radslag.formats.readers.characters import letters
from radslag.formats.readers.picture_words import REST, ReadWord

if TYPE_CHECKING:
    from PIL.Image import Image

# Darker than this is ink; so many dots beside a word are its own.
INK, AROUND = 140, 3
# Dots are looked at so many together; fewer rows of them in ink are specks.
TOGETHER, SHARE_OF_INK = 4, 24
# A photograph has more ink than this; text has less.
MOST_INK = 0.4
# How high a line may be against those that were read.
LOWEST, HIGHEST = 0.5, 2.2
FEWEST_WORDS = 3
CERTAIN = 0.75


def wiped(dots: "Image", words: Sequence[ReadWord], scale: float) -> "Image | None":
    """Return the picture without the words that were read, or None if nothing is left.

    What has more ink than text, as a photograph, is left alone.
    """
    if len(words) < FEWEST_WORDS:
        return None
    left = dots.copy()
    pen = ImageDraw.Draw(left)
    for word in words:
        edges = [edge / scale for edge in word.box]
        pen.rectangle(
            (
                edges[0] - AROUND,
                edges[1] - AROUND,
                edges[2] + AROUND,
                edges[3] + AROUND,
            ),
            fill=255,
        )
    high = line_height(words) / scale
    may_say = False
    for start, end in bands_of(left):
        is_text = end - start > LOWEST * high and is_thin(left, start, end)
        if not is_text:
            pen.rectangle((0, start, left.width, end), fill=255)
        may_say |= is_text
    return left if may_say else None


def is_thin(dots: "Image", start: int, end: int) -> bool:
    """Tell whether there is as little ink between two rows as text has."""
    ink = dots.crop((0, start, dots.width, end)).point(
        lambda shade: shade < INK and 255
    )
    frame = ink.getbbox()
    if frame is None:
        return False
    black = ink.crop(frame).histogram()[-1]
    area = (frame[2] - frame[0]) * (frame[3] - frame[1])
    return black < MOST_INK * area


def bands_of(dots: "Image") -> Iterator[tuple[int, int]]:
    """Give from which row of dots until which there is any ink."""
    ink = dots.point(lambda shade: 255 if shade < INK else 0)
    small = ink.reduce(TOGETHER).point(lambda share: 255 if share > SHARE_OF_INK else 0)
    rows = [*small.getprojection()[1], 0]
    start = None
    for at, has_ink in enumerate(rows):
        if has_ink and start is None:
            start = at
        elif not has_ink and start is not None:
            yield start * TOGETHER, at * TOGETHER
            start = None


def line_height(words: Sequence[ReadWord]) -> float:
    """Return how high most words are."""
    heights = sorted(word.box.bottom - word.box.top for word in words)
    return heights[len(heights) // 2]


def believed(found: Sequence[ReadWord], words: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words of the second look that are surely words."""
    high = line_height(words)
    return [
        word._replace(line=(REST, *word.line))
        for word in found
        if word.certainty >= CERTAIN
        and letters(word.text) > 0
        and LOWEST * high < word.box.bottom - word.box.top < HIGHEST * high
    ]
