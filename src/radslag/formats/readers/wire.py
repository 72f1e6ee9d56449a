"""Documents over the wire between the reading process and the one that asked: as JSON.

JSON and nothing else: what comes out of a process that has held a hostile file is only
ever text and numbers.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any, TypeAlias

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

Packed: TypeAlias = list[Any]


def pack_result(result: ReadResult, *, with_content: bool = False) -> Packed:
    """Return the result as lists, texts and numbers; bytes only where asked for."""
    document = None
    if result.document is not None:
        document = pack_document(result.document, with_content=with_content)
    refused = result.refusal
    reasons = None
    if refused is not None:
        reasons = [refused.code, refused.what, refused.why, refused.cure]
    content = b64encode(result.content).decode() if with_content else ""
    return [result.name, document, reasons, content]


def unpack_result(packed: Packed) -> ReadResult:
    """Return the result that was packed."""
    name, document, reasons, content = packed
    return ReadResult(
        name,
        None if document is None else unpack_document(document),
        None if reasons is None else Refusal(*reasons),
        b64decode(content),
    )


def pack_document(document: Document, *, with_content: bool) -> Packed:
    """Return the document as lists, texts and numbers."""
    pages, counts, words = document.pages, document.counts, document.words
    return [
        document.kind,
        document.title,
        [pack_block(block) for block in document.blocks],
        [pack_block(block) for block in document.aside],
        [[page.number, page.reading, page.width, page.height] for page in pages],
        [[count.what, count.read, count.counted, count.where] for count in counts],
        [[remark.what, remark.where, remark.is_loss] for remark in document.remarks],
        [[word.text, word.certainty, pack_place(word.place)] for word in words],
        [
            pack_result(result, with_content=with_content)
            for result in document.attachments
        ],
    ]  # fmt: skip


def unpack_document(packed: Packed) -> Document:
    """Return the document that was packed."""
    kind, title, blocks, aside, pages, counts, remarks, words, attachments = packed
    return Document(
        FileKind(kind),
        title,
        tuple(unpack_block(block) for block in blocks),
        tuple(unpack_block(block) for block in aside),
        tuple(Page(n, PageReading(how), wide, high) for n, how, wide, high in pages),
        tuple(Count(*count) for count in counts),
        tuple(Remark(*remark) for remark in remarks),
        tuple(Word(text, sure, unpack_place(place)) for text, sure, place in words),
        tuple(unpack_result(result) for result in attachments),
    )


def pack_place(place: Place) -> Packed:
    """Return the place as a list, its frame last if it has one."""
    return [*place.span, place.page, place.line, *(place.box or ())]


def unpack_place(packed: Sequence[Any]) -> Place:
    """Return the place that was packed."""
    start, end, page, line, *box = packed
    return Place(Span(start, end), page, line, Box(*box) if box else None)


def pack_block(block: Block) -> Packed:
    """Return the block as a list that begins with the letter of its kind."""
    place = pack_place(block.place)
    if isinstance(block, Heading):
        return ["h", place, block.part, block.text, block.level, block.number]
    if isinstance(block, ListItem):
        return ["i", place, block.part, block.text, block.level, block.marker]
    if isinstance(block, Paragraph):
        return ["p", place, block.part, block.text]
    rows = [[[cell.text, pack_place(cell.place)] for cell in row] for row in block.rows]
    return ["t", place, block.part, rows, block.header_rows]


def unpack_block(packed: Packed) -> Block:
    """Return the block that was packed."""
    letter, packed_place, packed_part, *rest = packed
    place, part = unpack_place(packed_place), Part(packed_part)
    if letter == "h":
        return Heading(rest[0], rest[1], place, rest[2], part)
    if letter == "i":
        return ListItem(rest[0], rest[1], rest[2], place, part)
    if letter == "p":
        return Paragraph(rest[0], place, part)
    rows = tuple(
        tuple(Cell(text, unpack_place(spot)) for text, spot in row) for row in rest[0]
    )
    return Table(rows, rest[1], place, part)
