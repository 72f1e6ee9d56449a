"""Pictures of a document's pages, drawn in a process of its own that can do no harm.

What cannot be drawn gives no picture; the text of the document is there all the same.
"""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.sandbox import library_paths, settings

START = (
    "import sys; sys.path[:0] = {paths!r}; "
    "from radslag.formats.page_pictures import main; main()"
)
# Pixels across a picture: sharp on a common screen, and small enough to keep.
WIDTH_PIXELS = 1100
MOST_PAGES = 120
COLOURS = 64


class PagePng(NamedTuple):
    """A page's picture, and the size in points that frames on the page count in."""

    page: int
    width_points: float
    height_points: float
    png: bytes


def draw_pages(content: bytes, pages: Collection[int]) -> list[PagePng]:
    """Return pictures of some pages of a PDF, or of a picture, counted from one.

    Never raises for what a file may hold, and never opens it in this process.
    """
    wanted = sorted(pages)[:MOST_PAGES]
    if not wanted or len(content) > LIMITS.file_bytes:
        return []
    paths = [str(Path(__file__).parents[2]), *library_paths()]
    head = json.dumps(wanted).encode() + b"\n"
    try:
        drawn = subprocess.run(  # noqa: S603 - this interpreter, our words.
            [sys.executable, "-I", "-S", "-c", START.format(paths=paths)],
            input=head + content,
            capture_output=True,
            timeout=LIMITS.clock_seconds,
            env=settings(),
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return []
    return list(_unpacked(drawn.stdout))


def _unpacked(answer: bytes) -> Iterator[PagePng]:
    rest = answer
    while rest:
        head, _, rest = rest.partition(b"\n")
        try:
            said = json.loads(head)
        except ValueError:
            return
        png, rest = rest[: said["bytes"]], rest[said["bytes"] :]
        # A process that ended in the middle left half a picture.
        if len(png) == said["bytes"]:
            yield PagePng(said["page"], said["width"], said["height"], png)


def main() -> None:
    """Draw what is asked for on the input, and answer with the pictures."""
    from radslag.formats.readers import confinement  # noqa: PLC0415 - only here.

    confinement.confine()
    confinement.allow_processor(LIMITS.processor_seconds)
    pages = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    draw = _pdf_pages if b"%PDF-" in content[:1024] else _picture
    for drawn in draw(content, pages):
        head = {
            "page": drawn.page,
            "width": drawn.width_points,
            "height": drawn.height_points,
            "bytes": len(drawn.png),
        }
        answers.write(json.dumps(head).encode() + b"\n" + drawn.png)
        answers.flush()


def _pdf_pages(content: bytes, pages: list[int]) -> Iterator[PagePng]:
    import pypdfium2  # noqa: PLC0415 - only the drawing process needs it.

    pdf = pypdfium2.PdfDocument(content)
    for number in pages:
        if number > len(pdf):
            continue
        page = pdf[number - 1]
        width, height = page.get_size()
        if max(width, height) > LIMITS.page_side_points:
            continue
        picture = page.render(scale=WIDTH_PIXELS / max(width, 1)).to_pil()
        yield PagePng(number, width, height, _png(picture))
        page.close()


def _picture(content: bytes, pages: list[int]) -> Iterator[PagePng]:
    from PIL import Image  # noqa: PLC0415 - only the drawing process needs it.

    Image.MAX_IMAGE_PIXELS = LIMITS.picture_pixels
    picture = Image.open(BytesIO(content))
    width, height = picture.size
    if pages[:1] != [1] or width * height > LIMITS.picture_pixels:
        return
    picture.thumbnail((WIDTH_PIXELS, WIDTH_PIXELS * 4))
    yield PagePng(1, width, height, _png(picture))


def _png(picture: Any) -> bytes:  # noqa: ANN401 - a picture of a library without types
    kept = BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(kept, "PNG")
    return kept.getvalue()
