"""Files that came inside others, as with a letter: their names and their bytes."""

from collections.abc import Iterator
from dataclasses import replace

from radslag.formats.readers import ReadResult
from radslag.records.models import ReadingFile

LONGEST_NAME = 255
BETWEEN = ": "


def within(result: ReadResult) -> Iterator[ReadResult]:
    """Give what became of each file in a file, and of those in them in turn."""
    for inner in result.document.attachments if result.document else ():
        yield inner
        yield from within(inner)


def without_content(result: ReadResult) -> ReadResult:
    """Return the same without the bytes of any file."""
    document = result.document
    if document and document.attachments:
        inner = tuple(map(without_content, document.attachments))
        document = replace(document, attachments=inner)
    return replace(result, document=document, content=b"")


def name_within(outer: ReadingFile, name: str) -> str:
    """Return the name of a file with that of the one it came inside."""
    return f"{outer.name}{BETWEEN}{name}"[-LONGEST_NAME:]


def own_name(file: ReadingFile) -> str:
    """Return the name that a file had where it came from."""
    outer = f"{file.within.name}{BETWEEN}" if file.within else ""
    return file.name.removeprefix(outer) or file.name
