"""`radslag read FILE…`: say what documents tell, without storing anything.

Django is loaded only when a cooperation is named, so that the answer comes quickly.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radslag.agreement.vocabulary import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from radslag.formats.readers import ReadResult
    from radslag.formats.readers.sandbox import Reader
    from radslag.formats.understanding import Known, Understanding

DESCRIPTION = "Läser dokument och säger vad de innehåller. Ingenting sparas."
ALL_READ, NOT_ALL_READ, WRONG_USE = 0, 1, 2


def main(words: Sequence[str]) -> int:
    """Read the files that the words name; return 0 when all of each was read.

    Returns 1 when a file, or a part of one, was not read, and 2 for a cooperation that
    is not here. Standard output holds the answer and nothing else.
    """
    return read(**vars(_parser().parse_args(words)))


def read(
    files: Sequence[str], *, json: bool, cooperation: str | None, kind: str | None
) -> int:
    """Read the files and print what they tell; return the status as `main` does."""
    known, facts = _known(cooperation) if cooperation else (None, None)
    if cooperation and facts is None:
        return WRONG_USE
    understanding = _understand([Path(name) for name in files], known, kind)
    sys.stdout.write(_answer(understanding, facts, is_json=json))
    return _status(understanding)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="radslag read", description=DESCRIPTION)
    add_arguments(parser)
    return parser


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which words may follow the command."""
    parser.add_argument("files", metavar="FIL", nargs="+", help="fil att läsa")
    parser.add_argument(
        "--json", action="store_true", help="en samverkansfil med källor, som JSON"
    )
    parser.add_argument(
        "--cooperation", metavar="NYCKEL", help="jämför med en samverkan som finns"
    )
    parser.add_argument(
        "--kind",
        metavar="SLAG",
        choices=[kind.value for kind in DocumentKind],
        help="säg vad filerna är, där det inte känns igen: "
        + ", ".join(f"{kind.value} ({kind.swedish})" for kind in DocumentKind),
    )


def _understand(
    paths: list[Path], known: "Known | None", kind: str | None
) -> "Understanding":
    from radslag.formats.readers import read_file, read_many  # noqa: PLC0415 - late, as slow.
    from radslag.formats.readers.batch import read_with  # noqa: PLC0415 - late, as slow.

    with _reader_for(paths) as reader:
        if reader:
            # The reading process gets ready while this one imports what it needs.
            reader.start()
        from radslag.formats.understanding import understand  # noqa: PLC0415 - late, as slow.

        if reader:
            results: Iterable[ReadResult] = [read_with(reader, paths[0])]
        else:
            results = map(read_file, paths) if len(paths) == 1 else read_many(paths)
        said = DocumentKind(kind) if kind else None
        return understand(results, known, _fingerprints(paths), lambda _result: said)


def _reader_for(paths: list[Path]) -> "AbstractContextManager[Reader | None]":
    """Return a reading process for one file, if it needs one."""
    from radslag.formats.readers.dispatch import is_short_text  # noqa: PLC0415 - late, as slow.

    is_one = len(paths) == 1 and paths[0].is_file()
    if not is_one or is_short_text(paths[0].read_bytes()):
        return nullcontext()
    from radslag.formats.readers.sandbox import Reader  # noqa: PLC0415 - late, as slow.

    return Reader()


def _fingerprints(paths: list[Path]) -> list[str]:
    from radslag.formats.understanding import fingerprint  # noqa: PLC0415 - late, as slow.

    return [fingerprint(p.read_bytes()) if p.is_file() else "" for p in paths]


def _answer(
    understanding: "Understanding", facts: "dict[str, Any] | None", *, is_json: bool
) -> str:
    if is_json:
        from radslag.formats.understanding.as_file import as_json  # noqa: PLC0415 - late, as slow.

        return as_json(understanding, facts)
    from radslag.formats.understanding.summary import summary  # noqa: PLC0415 - late, as slow.

    return summary(understanding)


def _status(understanding: "Understanding") -> int:
    is_whole = all(
        document.result.document and document.result.document.is_complete
        for document in understanding.documents
    )
    return ALL_READ if is_whole else NOT_ALL_READ


def _known(key: str) -> "tuple[Known | None, dict[str, Any] | None]":
    import django  # noqa: PLC0415 - late, as slow.

    django.setup()
    from radslag.services.cooperation_file import (  # noqa: PLC0415 - late, as slow.
        NoSuchCooperation,
        known_cooperation,
    )

    try:
        return known_cooperation(key)
    except NoSuchCooperation as missing:
        sys.stderr.write(f"{missing}\n")
        return None, None
