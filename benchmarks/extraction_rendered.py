"""How much is still understood when a document is sent as DOCX, as PDF or as a scan.

Each real document with a key is rendered, read again and scored against its key. Places
count the lines of the text file, which the others do not have, and are left out.

Run it from the repository's top: `python -m benchmarks extraction-rendered`. With
`lost` it also prints each field that only the rendered ones have wrong or lack.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.extraction import KEYS_OF_REAL, REAL
from benchmarks.printing import table
from benchmarks.rendering_documents import KINDS, CannotRender, render
from radslag.formats.readers import ReadResult, read_many
from radslag.formats.readers.pictures import can_read
from radslag.formats.readers.refusals import INSTALL
from radslag.formats.understanding import understand
from tests.formats.understanding.scoring import (
    Key,
    Record,
    Score,
    read_key,
    score,
    total,
)

LOST = "lost"
HEAD = ("key", "as", "fields", "precision", "recall", "wrong, yet certain")


def without_places(key: Key) -> Key:
    """Return the key without what only the text file has: its lines and their cells."""
    records: dict[str, list[Record]] = {
        section: [
            {name: said for name, said in record.items() if not is_of_lines(name, said)}
            for record in found
        ]
        for section, found in key.records.items()
    }
    return replace(key, records=records)


def is_of_lines(name: str, said: object) -> bool:
    """Tell whether a field of a key says something only by a line's number."""
    return name == "line" or (isinstance(said, Mapping) and "cell" in said)


def forms(paths: Sequence[Path]) -> Iterator[tuple[str, dict[Path, ReadResult]]]:
    """Give the documents as text, and rendered as each kind; each is read once."""
    yield "text", dict(zip(paths, read_many(paths), strict=True))
    for kind in KINDS:
        if kind != "scan" or can_read():
            files = [
                (path.stem, render(path.read_text(encoding="utf-8"), kind))
                for path in paths
            ]
            yield kind, dict(zip(paths, read_many(files), strict=True))


def only_here(told: Score, plain: Score) -> Iterator[str]:
    """Give what is wrong or missing here, and was not so in the text."""
    known = {*plain.wrong, *plain.missing, *plain.extra}
    for what in ("wrong", "missing", "extra"):
        yield from (
            f"  {what}: {each}" for each in getattr(told, what) if each not in known
        )


def measured(*, tells_lost: bool) -> Iterator[tuple[object, ...]]:
    """Give the table's rows; print what was lost if asked to."""
    keys = [read_key(path) for path in sorted(KEYS_OF_REAL.glob("*.key.yaml"))]
    read = dict(forms(sorted(REAL.glob("*.txt"))))
    for key in keys:
        bare, plain = without_places(key), Score()
        for name, documents in read.items():
            results = [documents[path] for path in of_key(key, documents)]
            told = total(score(bare, understand(results)))
            plain = told if name == "text" else plain
            if tells_lost:
                print(f"{key.name} as {name}:", *only_here(told, plain), sep="\n")
            yield (
                *(key.name, name, told.asked),
                *(f"{told.precision:.1%}", f"{told.recall:.1%}"),
                len(told.wrong_but_certain),
            )


def of_key(key: Key, paths: Iterable[Path]) -> list[Path]:
    """Return the documents that a key is of, in its order."""
    return [path for name in key.files for path in paths if path.stem.startswith(name)]


def main() -> int:
    """Print the table; say why if it cannot be made."""
    if not any(REAL.glob("*.txt")):
        print("Not measured: the sources are not beside the repository.")
        return 0
    if not can_read():
        print(f"Scans are not measured: Tesseract is not installed. {INSTALL}")
    try:
        print(table(HEAD, list(measured(tells_lost=LOST in sys.argv[1:]))))
    except CannotRender as reason:
        print(f"Not measured: there is no browser to print with. {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
