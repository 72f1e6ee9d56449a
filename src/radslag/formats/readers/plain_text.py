"""Reads plain text and Markdown: lines into headings, paragraphs, lists and tables."""

from collections.abc import Iterator

from radslag.formats.readers.characters import letters, letters_of, tidy
from radslag.formats.readers.composing import compose
from radslag.formats.readers.encodings import decode
from radslag.formats.readers.kinds import is_markdown
from radslag.formats.readers.line_blocks import LineBlocks
from radslag.formats.readers.margins import (
    is_bare_number,
    is_page_label,
    repeated,
    sameness,
)
from radslag.formats.readers.markup import TAG, Line, plain_lines, unescape
from radslag.formats.readers.model import (
    Block,
    Count,
    Document,
    FileKind,
    Heading,
    Page,
    PageReading,
    Part,
    Remark,
)
from radslag.formats.readers.tab_tables import with_tabs

EDGE = 2
LONGEST_TITLE = 120


def read_plain_text(content: bytes) -> Document:
    """Return the document that the bytes of a text file are."""
    decoded = decode(content)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    document = document_of(text)
    if not decoded.remark:
        return document
    remark = Remark(decoded.remark, is_loss=decoded.is_loss)
    return with_remarks(document, (remark,))


def document_of(text: str) -> Document:
    """Return the document that a text is."""
    lines = with_tabs(list(paged_lines(text)))
    margins = margins_of(lines)
    drafts = LineBlocks(lines, margins).drafts()
    composition = compose(drafts)
    blocks = (*composition.blocks, *composition.aside)
    counts = Count(
        "bokstäver", letters_of(blocks), letters(unescape(TAG.sub("", text)))
    )
    return Document(
        kind=FileKind.MARKDOWN if is_markdown(text) else FileKind.TEXT,
        title=title_of(composition.blocks),
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        pages=pages_of(text),
        counts=(counts,),
        remarks=losses(counts),
    )


def with_remarks(document: Document, remarks: tuple[Remark, ...]) -> Document:
    """Return the document with more remarks, first."""
    from dataclasses import replace  # noqa: PLC0415 - rarely needed, slow to import.

    return replace(document, remarks=(*remarks, *document.remarks))


def losses(*counts: Count) -> tuple[Remark, ...]:
    """Return a remark for each number that came out differently the second way."""
    return tuple(
        Remark(
            f"Ofullständigt läst: {count.read} {count.what} lästes, men filen har "
            f"{count.counted}.",
            count.where,
            is_loss=True,
        )
        for count in counts
        if not count.is_equal
    )


def title_of(blocks: list[Block]) -> str:
    """Return the document's title: its first heading of the highest level."""
    found = [block for block in blocks if isinstance(block, Heading)]
    if found:
        return min(found, key=lambda heading: heading.level).text
    return tidy(blocks[0].text)[:LONGEST_TITLE] if blocks else ""


def paged_lines(text: str) -> Iterator[Line]:
    """Give the lines, with their page where form feeds part the pages."""
    if "\f" not in text:
        yield from plain_lines(text)
        return
    page = 1
    for line in plain_lines(text):
        before, *after = line.text.split("\f")
        yield line._replace(text=before, page=page)
        for piece in after:
            page += 1
            yield line._replace(text=piece, page=page)


def pages_of(text: str) -> tuple[Page, ...]:
    """Return the pages, where form feeds part them."""
    pieces = text.rstrip("\f\n ").split("\f") if "\f" in text else []
    return tuple(
        Page(number, PageReading.TEXT if piece.strip() else PageReading.BLANK)
        for number, piece in enumerate(pieces, start=1)
    )


def margins_of(lines: list[Line]) -> dict[int, Part]:
    """Return which lines, by their place in the list, belong to the pages' margins."""
    labels = {
        place: Part.FOOTER
        for place, line in enumerate(lines)
        if is_page_label(line.text)
    }
    return labels | repeated_margins(lines)


def repeated_margins(lines: list[Line]) -> dict[int, Part]:
    """Return the lines that repeat at the edges of pages, and the pages' numbers."""
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        if line.page is not None and line.text.strip():
            pages.setdefault(line.page, []).append(place)
    edges = {
        page: {*places[:EDGE], *places[-EDGE:]} for page, places in pages.items()
    }  # fmt: skip
    again = repeated(
        {p: [lines[at].text for at in at_edge] for p, at_edge in edges.items()}
    )
    return {
        place: Part.HEADER if place in pages[page][:EDGE] else Part.FOOTER
        for page, at_edge in edges.items()
        for place in at_edge
        if is_bare_number(lines[place].text) or sameness(lines[place].text) in again
    }
