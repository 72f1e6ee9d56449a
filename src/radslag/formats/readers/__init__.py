"""Reads documents that people already have: any file into one neutral text model."""

from typing import TYPE_CHECKING, Any

from radslag.formats.readers.model import (
    Block,
    Box,
    Cell,
    Count,
    Document,
    FileKind,
    Heading,
    ListItem,
    Page,
    PageReading,
    Paragraph,
    Part,
    Place,
    ReadResult,
    Refusal,
    Remark,
    Span,
    Table,
    Word,
)

if TYPE_CHECKING:
    from radslag.formats.readers.batch import read_file, read_many

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Count",
    "Document",
    "FileKind",
    "Heading",
    "ListItem",
    "Page",
    "PageReading",
    "Paragraph",
    "Part",
    "Place",
    "ReadResult",
    "Refusal",
    "Remark",
    "Span",
    "Table",
    "Word",
    "read_file",
    "read_many",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what a module has is of any kind.
    """Import what reads when it is first asked for, and not in the reading process."""
    if name not in ("read_file", "read_many"):
        raise AttributeError(name)
    from radslag.formats.readers import batch  # noqa: PLC0415 - as said above.

    return getattr(batch, name)
