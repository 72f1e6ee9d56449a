"""Reads text out of pictures with Tesseract, where it is installed, in Swedish.

Each word keeps how certain its reading is. Tesseract is a program of its own: it gets
the picture on its input and gives the words on its output; no file is written.
"""

import io
import os
import resource
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeAlias, cast

from radslag.formats.readers.characters import letters, letters_of
from radslag.formats.readers.composing import compose
from radslag.formats.readers.confinement import PICTURE_READER
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import (
    BETWEEN_BLOCKS,
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
from radslag.formats.readers.page_blocks import (
    Item,
    PageContent,
    PageTable,
    drafts_of,
    letters_dropped,
    with_tables,
)
from radslag.formats.readers.page_lines import PageLine, in_order
from radslag.formats.readers.pdf_tables import FoundTable
from radslag.formats.readers.picture_tables import sort_words
from radslag.formats.readers.picture_words import (
    REST,
    ReadWord,
    line_of,
    put_in,
    words_in,
)
from radslag.formats.readers.plain_text import losses, title_of
from radslag.formats.readers.refusals import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

    from radslag.formats.readers.picture_rules import Rules

# A page as the library gives it.
Handle: TypeAlias = Any

LANGUAGE = "swe"
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72
# By the clock, on a machine that may have much else to do; the kernel counts its work.
SECONDS = 120
DOUBTFUL = 0.6
# How the program parts a page. Cells of a table are not to be taken for columns.
ANY_LAYOUT, ONE_COLUMN, SPARSE = "3", "4", "11"
# A word is looked for so many letters ahead of the one before it.
AHEAD = 400


class Picture(NamedTuple):
    """A page as a grey picture; `scale` makes its dots into points."""

    dots: "Image"
    page: int
    scale: float


class ReadPicture(NamedTuple):
    """What was read out of one picture: lines, tables, and all words with certainty."""

    lines: list[PageLine]
    tables: list[FoundTable]
    words: list[Word]


class Started(NamedTuple):
    """A picture that is being read by a program of its own, and the rules in it."""

    process: subprocess.Popen[bytes]
    page: int
    scale: float
    rules: "Rules"
    # The picture as it was read.
    dots: "Image"


@cache
def can_read() -> bool:
    """Tell whether the program and its Swedish are installed."""
    if shutil.which(PICTURE_READER) is None:
        return False
    listed = subprocess.run(  # noqa: S603 - a program we name, and no words of a file.
        [PICTURE_READER, "--list-langs"], capture_output=True, check=False, text=True
    )
    return LANGUAGE in listed.stdout.split()


def page_picture(page: Handle, number: int) -> Picture:
    """Return a PDF's page as a picture."""
    width, height = page.get_size()
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    scale = min(scale, (LIMITS.picture_pixels / max(width * height, 1)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True).to_pil()
    return Picture(drawn, number, 1 / scale)


def read_pictures(pictures: Iterable[Picture]) -> Iterator[ReadPicture | None]:
    """Read pictures in order, one on each core; None for what could not be read.

    A picture is drawn and searched for rules while those before it are being read.
    """
    reading: deque[Started] = deque()
    most = len(os.sched_getaffinity(0))
    try:
        for picture in pictures:
            reading.append(started(picture))
            if len(reading) >= most:
                yield finished(reading.popleft())
        while reading:
            yield finished(reading.popleft())
    finally:
        for left in reading:
            left.process.kill()
            left.process.communicate()


def started(picture: Picture) -> Started:
    """Start to read a picture, its rules taken away: they are taken for letters."""
    # It comes with a library that is slow to import, and most files have no pictures.
    from radslag.formats.readers.picture_rules import (  # noqa: PLC0415 - see above.
        rules_in,
        without_rules,
    )

    rules = rules_in(picture.dots, picture.scale)
    dots = without_rules(picture.dots, rules, picture.scale)
    layout = ONE_COLUMN if rules.standing else ANY_LAYOUT
    process = begun(dots, picture.scale, layout)
    return Started(process, picture.page, picture.scale, rules, dots)


def begun(dots: "Image", scale: float, layout: str) -> subprocess.Popen[bytes]:
    """Begin to read a picture, parted as the layout says."""
    process = subprocess.Popen(  # noqa: S603 - a program we name, and no words of a file.
        [PICTURE_READER, "stdin", "stdout", "-l", LANGUAGE, "--dpi",
         str(round(POINTS_PER_INCH / scale)), "--psm", layout, "tsv"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=allow_memory,  # noqa: PLW1509 - a reader has no threads.
    )  # fmt: skip
    # It takes in the whole picture before it says anything.
    with suppress(BrokenPipeError), cast("BinaryIO", process.stdin) as room:
        room.write(f"P5 {dots.width} {dots.height} 255\n".encode())
        room.write(dots.tobytes())
    process.stdin = None
    return process


def told(running: subprocess.Popen[bytes], scale: float) -> list[ReadWord] | None:
    """Wait for a picture's words; None if it could not be read."""
    try:
        listed, _ = running.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        running.kill()
        running.communicate()
        return None
    if running.returncode != 0:
        return None
    return list(words_in(listed.decode("utf-8", "replace"), scale))


def finished(reading: Started) -> ReadPicture | None:
    """Wait for a picture's words, and return them in lines and tables."""
    page, scale = reading.page, reading.scale
    words = told(reading.process, scale)
    if words is None:
        return None
    rest = words_left(reading, words)
    sorted_words = sort_words([*words, *rest], reading.rules)
    by_line = [
        list(found) for _, found in groupby(sorted_words.words, lambda word: word.line)
    ]
    first = [line_of(found, page) for found in by_line if found[0].line[0] != REST]
    more = [line_of(found, page) for found in by_line if found[0].line[0] == REST]
    lines = put_in(first, more) if more else first
    nowhere = Span(0, 0)
    kept = [
        Word(w.text, w.certainty, Place(nowhere, page, None, w.box))
        for w in (*words, *rest)
    ]
    return ReadPicture(lines, sorted_words.tables, kept)


def words_left(reading: Started, words: list[ReadWord]) -> list[ReadWord]:
    """Return what a second look finds of the ink that no word was read of."""
    from radslag.formats.readers.picture_rest import believed, wiped  # noqa: PLC0415 - slow to import.

    left = wiped(reading.dots, words, reading.scale)
    if left is None:
        return []
    found = told(begun(left, reading.scale, SPARSE), reading.scale)
    return believed(found or [], words)


def items_of(read: ReadPicture, page: int, height: float) -> list[Item]:
    """Return what was read as lines and tables in the order they are read."""
    tables = [PageTable(table, page) for table in read.tables]
    return with_tables(in_order(read.lines), tables, height)


def allow_memory() -> None:
    """Let the program that reads pictures use more memory than the reader itself."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def read_picture(content: bytes) -> Document:
    """Return the document that a picture shows; one page for each frame in it."""
    if not can_read():
        raise Refused("no_text_reader")
    contents: list[PageContent] = []
    words: list[Word] = []
    pages: list[Page] = []
    sizes: list[tuple[float, float]] = []
    for number, read in enumerate(read_pictures(measured(content, sizes)), start=1):
        reading = PageReading.PICTURE if read and read.words else PageReading.UNREAD
        size = sizes[number - 1]
        pages.append(Page(number, reading, *size))
        items = items_of(read, number, size[1]) if read else []
        contents.append(PageContent(number, *size, items))
        words += read.words if read else []
    drafts = drafts_of(contents, by_size=False)
    composition = compose(drafts)
    blocks = (*composition.blocks, *composition.aside)
    read_letters = letters_of(blocks) + letters_dropped(contents, drafts)
    count = Count("bokstäver", read_letters, sum(letters(word.text) for word in words))
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


def measured(content: bytes, sizes: list[tuple[float, float]]) -> Iterator[Picture]:
    """Give a picture's frames, and note their sizes in points."""
    for picture in grey_frames(content):
        width, height, scale = picture.dots.width, picture.dots.height, picture.scale
        sizes.append((round(width * scale, 1), round(height * scale, 1)))
        yield picture


def grey_frames(content: bytes) -> Iterator[Picture]:
    """Give a picture's frames in grey."""
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
                yield Picture(frame.convert("L"), at + 1, POINTS_PER_INCH / dots)
    except Image.DecompressionBombError as bomb:
        raise Refused("picture_too_large") from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as bad:
        raise Refused("bad_picture") from bad
