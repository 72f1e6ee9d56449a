"""Reads plain text and Markdown: lines into headings, paragraphs, lists and tables."""

from collections.abc import Iterator

from radslag.formats.readers.characters import letters, letters_of, tidy
from radslag.formats.readers.composing import Draft, compose
from radslag.formats.readers.encodings import decode
from radslag.formats.readers.kinds import is_markdown
from radslag.formats.readers.line_blocks import LineBlocks
from radslag.formats.readers.margins import (
    is_bare_number,
    is_page_label,
    repeated,
    sameness,
)
from radslag.formats.readers.markup import plain_lines, stripped, unescape
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
from radslag.formats.readers.stray_html import settled
from radslag.formats.readers.tab_tables import with_tabs
from radslag.formats.readers.text_lines import Line

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
    shown = settled(text)
    composition = compose(text_drafts(shown.text))
    blocks = (*composition.blocks, *composition.aside)
    read = letters_of(blocks) - shown.added
    counts = Count("bokstäver", read, letters(unescape(stripped(text))))
    return Document(
        kind=FileKind.MARKDOWN if is_markdown(text) else FileKind.TEXT,
        title=title_of(composition.blocks),
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        pages=pages_of(text),
        counts=(counts,),
        remarks=losses(counts),
    )


def text_drafts(text: str, *, has_tags: bool = True) -> list[Draft]:
    """Return the drafts of a text: its headings, paragraphs, lists and tables."""
    tabbed = with_tabs(list(paged_lines(text) if has_tags else bare_lines(text)))
    return LineBlocks(*in_columns(tabbed, margins_of(tabbed))).drafts()


def in_columns(
    lines: list[Line], margins: dict[int, Part]
) -> tuple[list[Line], dict[int, Part]]:
    """Return the lines and margins, columns that spaces keep apart made tables."""
    if not any("  " in line.text.strip() for line in lines):
        return lines, margins
    from radslag.formats.readers.space_tables import with_columns  # noqa: PLC0415 - rarely needed, slow to import.

    return with_columns(lines, margins)


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


def bare_lines(text: str) -> Iterator[Line]:
    """Give the lines of a text where nothing is a tag, whatever it looks like."""
    return (Line(line, at) for at, line in enumerate(text.split("\n"), start=1))


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
