"""Reads one file, or many on all cores; memory does not grow with the number."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import ReadResult
from radslag.formats.readers.names import shown_name
from radslag.formats.readers.refusals import refusal
from radslag.formats.readers.sandbox import Reader

if TYPE_CHECKING:
    from concurrent.futures import Future

Source: TypeAlias = Path | tuple[str, bytes]


def read_file(source: Path | bytes, name: str = "") -> ReadResult:
    """Read a file in a process of its own; return its document, or why it was refused.

    The kind is told from the content; the name is only shown. Never raises for what a
    file may hold, and never opens it in this process.
    """
    with Reader() as reader:
        return read_with(reader, source if isinstance(source, Path) else (name, source))


def read_with(reader: Reader, source: Source) -> ReadResult:
    """Read a file with a reading process that may have read others."""
    if not isinstance(source, Path):
        return reader.read(source[1], source[0])
    try:
        if source.stat().st_size > LIMITS.file_bytes:
            return ReadResult(shown_name(source.name), refusal=refusal("too_large"))
        content = source.read_bytes()
    except OSError:
        return ReadResult(shown_name(source.name), refusal=refusal("missing"))
    return reader.read(content, source.name)


def read_many(
    sources: Iterable[Source], at_once: int | None = None
) -> Iterator[ReadResult]:
    """Give what became of each file, in order, while later ones are being read.

    A file that is refused, or that takes its process with it, stops no other.
    """
    # Threads come with much that reading one file does not need.
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as said above.

    number = at_once or os.cpu_count() or 1
    readers = [Reader() for _ in range(number)]
    free: SimpleQueue[Reader] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    waiting = iter(sources)
    with ThreadPoolExecutor(number) as threads:
        try:
            pending: list[Future[ReadResult]] = []
            for source in waiting:
                pending.append(threads.submit(read_in_turn, free, source))
                if len(pending) > 2 * number:
                    yield pending.pop(0).result()
            for future in islice(pending, None):
                yield future.result()
        finally:
            threads.shutdown(cancel_futures=True)
            for reader in readers:
                reader.stop()


def read_in_turn(free: "SimpleQueue[Reader]", source: Source) -> ReadResult:
    """Read a file with whichever reading process is free."""
    reader = free.get()
    try:
        return read_with(reader, source)
    finally:
        free.put(reader)
