"""Measure what is lost when a document is sent as DOCX, as PDF or as a scan.

Each source is rendered, read again, mended, and held word by word against the same
source read as plain text. A scan is also read as if it were English, which is how many
have been read by those who sent them: that is what mending is for.

Run it from the repository's top: `python -m benchmarks.rendered`.
"""

import io
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from benchmarks.reading import table
from benchmarks.rendering_documents import CannotRender, Kind, render
from radslag.formats.mending import mend
from radslag.formats.readers import Document, ListItem, read_many
from radslag.formats.readers.pictures import can_read
from radslag.formats.readers.refusals import INSTALL

SOURCES = Path(__file__).resolve().parents[2] / "shared" / "sources"
OWN_WORDS = ("Södertörn", "Södertörns samarbetskommitté", "Södertörns Rådslag")
WORD = re.compile(r"[^\W_]+")
ENGLISH = "scan, as English"
TESSERACT = ("tesseract", "stdin", "stdout", "-l", "eng", "--dpi", "200")


def words_of(document: Document) -> Counter[str]:
    """Return how many times each word stands in a document."""
    markers = (item.marker for item in document.blocks if isinstance(item, ListItem))
    return Counter(WORD.findall(" ".join([document.whole_text(), *markers])))


def read(name: str, content: bytes) -> Document:
    """Read a file as it is read for people; it must be read."""
    (result,) = read_many([(name, content)])
    if result.document is None:
        sys.exit(f"{name} was not read: {result.refusal}")
    return result.document


def read_in_english(scan: bytes) -> Document:
    """Read a scan as if it were in English, and its text as a plain file."""
    texts = []
    with pypdfium2.PdfDocument(scan) as file:
        for page in file:
            room = io.BytesIO()
            page.render(scale=200 / 72, grayscale=True).to_pil().save(room, "PNG")
            answer = subprocess.run(
                TESSERACT, input=room.getvalue(), capture_output=True, check=True
            )
            texts.append(answer.stdout)
    return read("scan.txt", b"\n\n".join(texts))


def lost(wanted: Counter[str], had: Counter[str]) -> int:
    """Return how many words are wanted and not had."""
    return (wanted - had).total()


def rows_of(source: Path) -> Iterator[tuple[object, ...]]:
    """Give the table's rows for one source."""
    text = source.read_text(encoding="utf-8")
    plain = read(source.name, source.read_bytes())
    wanted, best = words_of(plain), words_of(mend(plain, OWN_WORDS).document)
    for name, document in rendered(text):
        mended = mend(document, OWN_WORDS)
        before, after = words_of(document), words_of(mended.document)
        yield (
            source.name[:3],
            name,
            wanted.total(),
            lost(wanted, before),
            lost(before, wanted),
            len(mended.mendings),
            lost(best, after),
            lost(after, best),
        )


def rendered(text: str) -> Iterator[tuple[str, Document]]:
    """Give a text as each kind of file, read again."""
    kinds: tuple[tuple[Kind, str], ...] = (("docx", "a.docx"), ("pdf", "a.pdf"))
    for kind, name in kinds:
        yield kind, read(name, render(text, kind))
    if can_read():
        scan = render(text, "scan")
        yield "scan", read("a.pdf", scan)
        yield ENGLISH, read_in_english(scan)


def measured(sources: Sequence[Path]) -> str:
    """Return the table for the sources."""
    head = (
        "source",
        "as",
        "words",
        "lost",
        "wrong",
        "mended",
        "lost then",
        "wrong then",
    )
    return table(head, [row for source in sources for row in rows_of(source)])


def main() -> int:
    """Print the table; say why if it cannot be made."""
    sources = sorted(SOURCES.glob("*.txt"))
    if not sources:
        print("Not measured: the sources are not beside the repository.")
        return 0
    if not can_read():
        print(f"Scans are not measured: Tesseract is not installed. {INSTALL}")
    try:
        print(measured(sources))
    except CannotRender as reason:
        print(f"Not measured: there is no browser to print with. {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
