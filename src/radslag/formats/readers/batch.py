"""Reads one file, or many on all cores; memory does not grow with the number."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from radslag.formats.readers.dispatch import is_short_text, read_here
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import ReadResult
from radslag.formats.readers.names import shown_name
from radslag.formats.readers.refusals import refusal

# What starts a process is imported when one is needed: a short text needs none.
# ruff: noqa: PLC0415 - see above.

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path
    from queue import SimpleQueue

    from radslag.formats.readers.sandbox import Reader

Source: TypeAlias = "Path | tuple[str, bytes]"


def read_file(source: "Path | bytes", name: str = "") -> ReadResult:
    """Read a file; return its document, or why it was refused.

    The kind is told from the content; the name is only shown. Never raises for what a
    file may hold. No library opens it in this process: all but a short plain text is
    read in a process of its own.
    """
    taken = taken_in((name, source) if isinstance(source, bytes) else source)
    if isinstance(taken, ReadResult):
        return taken
    if is_short_text(taken[1]):
        return read_here(taken[1], taken[0])
    from radslag.formats.readers.sandbox import Reader

    with Reader() as reader:
        return reader.read(taken[1], taken[0])


def read_with(
    reader: "Reader", source: Source, *, with_content: bool = False
) -> ReadResult:
    """Read a file with a reading process that may have read others, if it needs one."""
    taken = taken_in(source)
    if isinstance(taken, ReadResult):
        return taken
    if is_short_text(taken[1]):
        return read_here(taken[1], taken[0])
    return reader.read(taken[1], taken[0], with_content=with_content)


def taken_in(source: Source) -> tuple[str, bytes] | ReadResult:
    """Return a file's name and bytes, or why there are none."""
    if isinstance(source, tuple):
        return source
    try:
        if source.stat().st_size > LIMITS.file_bytes:
            return ReadResult(shown_name(source.name), refusal=refusal("too_large"))
        return source.name, source.read_bytes()
    except OSError:
        return ReadResult(shown_name(source.name), refusal=refusal("missing"))


def read_many(
    sources: Iterable[Source], at_once: int | None = None, *, with_content: bool = False
) -> Iterator[ReadResult]:
    """Give what became of each file, in order, while later ones are being read.

    A file that is refused, or that takes its process with it, stops no other. Files
    that lie in others are given with their bytes only where asked for.
    """
    import os
    from concurrent.futures import ThreadPoolExecutor
    from itertools import islice
    from queue import SimpleQueue

    from radslag.formats.readers.sandbox import Reader

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
                pending.append(threads.submit(read_in_turn, free, source, with_content))
                if len(pending) > 2 * number:
                    yield pending.pop(0).result()
            for future in islice(pending, None):
                yield future.result()
        finally:
            threads.shutdown(cancel_futures=True)
            for reader in readers:
                reader.stop()


def read_in_turn(
    free: "SimpleQueue[Reader]",
    source: Source,
    with_content: bool,  # noqa: FBT001 - a thread is given its arguments in order.
) -> ReadResult:
    """Read a file with whichever reading process is free."""
    reader = free.get()
    try:
        return read_with(reader, source, with_content=with_content)
    finally:
        free.put(reader)
