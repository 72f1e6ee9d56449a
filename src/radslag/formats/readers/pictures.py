"""Reads text out of pictures with Tesseract, where it is installed, in Swedish.

Each word keeps how certain its reading is. Tesseract is a program of its own: it gets
the picture on its input and gives the words on its output; no file is written.
"""

import io
import resource
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from radslag.formats.readers.characters import letters, letters_of
from radslag.formats.readers.composing import compose
from radslag.formats.readers.confinement import PICTURE_READER
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import (
    BETWEEN_BLOCKS,
    Box,
    Count,
    Document,
    FileKind,
    Page,
    PageReading,
    Place,
    Remark,
    Span,
    Word,
)
from radslag.formats.readers.page_blocks import PageContent, drafts_of
from radslag.formats.readers.page_lines import WIDE_GAP, PageLine, in_order
from radslag.formats.readers.plain_text import losses, title_of
from radslag.formats.readers.refusals import Refused

# A page as the library gives it.
Handle: TypeAlias = Any

LANGUAGE = "swe"
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72
SECONDS = 60
WORD_LEVEL = "5"
DOUBTFUL = 0.6
COLUMNS = 12
# A word is looked for so many letters ahead of the one before it.
AHEAD = 400


class ReadPicture(NamedTuple):
    """The lines and words that were read out of one picture."""

    lines: list[PageLine]
    words: list[Word]


class ReadWord(NamedTuple):
    """A word as the program gives it: its line, its frame in points, its certainty."""

    line: tuple[str, ...]
    text: str
    box: Box
    certainty: float


@cache
def can_read() -> bool:
    """Tell whether the program and its Swedish are installed."""
    if shutil.which(PICTURE_READER) is None:
        return False
    listed = subprocess.run(  # noqa: S603 - a program we name, and no words of a file.
        [PICTURE_READER, "--list-langs"], capture_output=True, check=False, text=True
    )
    return LANGUAGE in listed.stdout.split()


def read_page_picture(page: Handle, number: int) -> ReadPicture | None:
    """Read a PDF's page as a picture."""
    width, height = page.get_size()
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    scale = min(scale, (LIMITS.picture_pixels / max(width * height, 1)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    plain = b"".join(
        rows[row * picture.stride : row * picture.stride + picture.width]
        for row in range(picture.height)
    )
    return read_grey(plain, picture.width, picture.height, number, 1 / scale)


def read_grey(
    plain: bytes, width: int, height: int, page: int, scale: float
) -> ReadPicture | None:
    """Read a grey picture; `scale` makes its dots into points."""
    head = f"P5 {width} {height} 255\n".encode()
    resolution = str(round(POINTS_PER_INCH / scale))
    try:
        run = subprocess.run(  # noqa: S603 - a program we name, and no words of a file.
            [PICTURE_READER, "stdin", "stdout", "-l", LANGUAGE, "--dpi", resolution,
             "--psm", "3", "tsv"],
            input=head + plain,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            preexec_fn=allow_memory,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    if run.returncode != 0:
        return None
    words = list(words_in(run.stdout.decode("utf-8", "replace"), scale))
    lines = [
        line_of(list(found), page)
        for _, found in groupby(words, lambda word: word.line)
    ]
    nowhere = Span(0, 0)
    kept = [Word(w.text, w.certainty, Place(nowhere, page, None, w.box)) for w in words]
    return ReadPicture(lines, kept)


def allow_memory() -> None:
    """Let the program that reads pictures use more memory than the reader itself."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


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


def read_picture(content: bytes) -> Document:
    """Return the document that a picture shows; one page for each frame in it."""
    if not can_read():
        raise Refused("no_text_reader")
    contents: list[PageContent] = []
    words: list[Word] = []
    pages: list[Page] = []
    for number, (plain, width, height, scale) in enumerate(
        grey_frames(content), start=1
    ):
        picture = read_grey(plain, width, height, number, scale)
        lines = [] if picture is None else picture.lines
        reading = PageReading.PICTURE if lines else PageReading.UNREAD
        size = (round(width * scale, 1), round(height * scale, 1))
        pages.append(Page(number, reading, *size))
        contents.append(PageContent(number, *size, in_order(lines)))
        words += [] if picture is None else picture.words
    composition = compose(drafts_of(contents, by_size=False))
    blocks = (*composition.blocks, *composition.aside)
    count = Count(
        "bokstäver", letters_of(blocks), sum(letters(word.text) for word in words)
    )
    return Document(
        kind=FileKind.PICTURE,
        title=title_of(composition.blocks),
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        pages=tuple(pages),
        counts=(count,),
        remarks=(*losses(count), *unread_pages(pages), *doubts(words)),
        words=placed(words, BETWEEN_BLOCKS.join(block.text for block in blocks)),
    )


def placed(words: Iterable[Word], text: str) -> tuple[Word, ...]:
    """Return the words with where they stand in the whole text.

    They are sought in the order they were read, a little ahead and then anywhere; a
    word that a hyphen parted, and that stands there whole, keeps an empty span.
    """
    found: list[Word] = []
    reached = 0
    for word in words:
        at = text.find(word.text, reached, reached + AHEAD)
        at = at if at >= 0 else text.find(word.text)
        end = at + len(word.text)
        span = Span(at, end) if at >= 0 else Span(reached, reached)
        reached = max(span.end, 0)
        found.append(Word(word.text, word.certainty, word.place._replace(span=span)))
    return tuple(found)


def unread_pages(pages: Sequence[Page]) -> Iterator[Remark]:
    """Give a remark for each picture in which no text was found."""
    for page in pages:
        if page.reading is PageReading.UNREAD:
            what = "Ingen text kunde läsas ur bilden."
            yield Remark(what, f"sida {page.number}", is_loss=True)


def doubts(words: Sequence[Word]) -> Iterator[Remark]:
    """Give a remark on how many words were read with doubt."""
    doubtful = sum(word.certainty < DOUBTFUL for word in words)
    if doubtful:
        yield Remark(f"{doubtful} av {len(words)} ord är osäkert lästa ur bilden.")


def grey_frames(content: bytes) -> Iterator[tuple[bytes, int, int, float]]:
    """Give a picture's frames in grey, with what makes their dots into points."""
    from PIL import Image, ImageSequence, UnidentifiedImageError  # noqa: PLC0415 - slow to import.

    Image.MAX_IMAGE_PIXELS = LIMITS.picture_pixels
    try:
        with Image.open(io.BytesIO(content)) as picture:
            for at, frame in enumerate(ImageSequence.Iterator(picture)):
                width, height = frame.size
                if width * height > LIMITS.picture_pixels or at >= LIMITS.picture_pages:
                    raise Refused("picture_too_large")
                stated = float(frame.info.get("dpi", (0, 0))[0] or 0)
                dots = stated if stated > POINTS_PER_INCH else float(DOTS_PER_INCH)
                yield (
                    frame.convert("L").tobytes(),
                    width,
                    height,
                    POINTS_PER_INCH / dots,
                )
    except Image.DecompressionBombError as bomb:
        raise Refused("picture_too_large") from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as bad:
        raise Refused("bad_picture") from bad
