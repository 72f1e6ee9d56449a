"""Reads DOCX: paragraphs and tables in order, and all that stands beside or behind.

Tracked changes, comments, hidden text, text boxes and notes are in the document with
their part told, so that nothing a person could find in the file is lost.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from radslag.formats.readers.archives import one_byte
from radslag.formats.readers.characters import letters, letters_of
from radslag.formats.readers.composing import (
    Draft,
    Spot,
    compose,
    heading,
    list_item,
    paragraph,
    table,
)
from radslag.formats.readers.docx_controls import Controls
from radslag.formats.readers.docx_drawings import Drawings
from radslag.formats.readers.docx_paragraphs import Words, words_of
from radslag.formats.readers.docx_styles import (
    BULLET,
    NO_MARKER,
    Style,
    Styles,
    W,
    lists_of,
    value,
)
from radslag.formats.readers.docx_tables import cells_of_layout, grid_of, inside
from radslag.formats.readers.headings import (
    item_of,
    looks_like_heading,
    numbered_heading,
)
from radslag.formats.readers.line_blocks import merged_tables
from radslag.formats.readers.markup import unescape
from radslag.formats.readers.model import (
    Block,
    Count,
    Document,
    FileKind,
    Part,
    Remark,
)
from radslag.formats.readers.plain_text import losses, title_of
from radslag.formats.readers.tab_tables import cells_of
from radslag.formats.readers.xml_parts import Element

BODY = "word/document.xml"
NOTE_PARTS = {
    "footnoteReference": ("word/footnotes.xml", Part.FOOTNOTE),
    "endnoteReference": ("word/endnotes.xml", Part.FOOTNOTE),
    "commentReference": ("word/comments.xml", Part.COMMENT),
}
MARGIN = re.compile(r"word/(header|footer)\d*\.xml$")
TEXT = re.compile(rb"<(?:\w+:)?(?:t|delText)(?:\s[^>]*)?>([^<]*)</")
ROW = re.compile(rb"<(?:\w+:)?tr(?=[\s/>])")
TEXT_PATH = re.compile(rb'<(?:\w+:)?textpath\s[^>]*?\bstring="([^"]*)"')
FALLBACK = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
REMOTE = re.compile(rb'attachedTemplate"[^>]*TargetMode="External"')
COMMAND = re.compile(rb"instrText[^>]*>\s*DDE", re.IGNORECASE)
# So many paragraphs with a heading's style, and their writer used styles.
FEWEST_STYLED = 2


def read_docx(parts: Mapping[str, bytes]) -> Document:
    """Return the document that the parts of a DOCX file are."""
    reader = DocxReader(parts)
    drafts = reader.all_drafts()
    composition = compose(merged_tables(drafts))
    blocks = (*composition.blocks, *composition.aside)
    counts = (*reader.counts(blocks), *reader.drawings.counts())
    return Document(
        kind=FileKind.DOCX,
        title=title_of(composition.blocks),
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=counts,
        remarks=(*losses(*counts), *reader.remarks(parts)),
    )


def worded(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts whose texts are read."""
    names = {BODY, *(name for name, _ in NOTE_PARTS.values())}
    return [name for name in parts if name in names or MARGIN.match(name)]


def counted_letters(parts: Mapping[str, bytes]) -> int:
    """Count the letters a second way: in the file's bytes, without reading its XML."""
    total = 0
    for name in worded(parts):
        bare = FALLBACK.sub(b"", one_byte(parts[name]))
        texts = b"\n".join((*TEXT.findall(bare), *TEXT_PATH.findall(bare)))
        total += letters(unescape(texts.decode("utf-8", "replace")))
    return total


def counted_rows(parts: Mapping[str, bytes]) -> int:
    """Count the tables' rows in the file's bytes."""
    bare = (FALLBACK.sub(b"", one_byte(parts[name])) for name in worded(parts))
    return sum(len(ROW.findall(each)) for each in bare)


class DocxReader:
    """A DOCX file on its way to become drafts."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.styles = Styles(parts.get("word/styles.xml"))
        self.lists = lists_of(parts.get("word/numbering.xml"))
        self.controls = Controls()
        self.drawings = Drawings(parts)
        self.source = BODY
        self.body = self.controls.parse(parts[BODY])
        self.line = 0
        self.markers = 0
        self.rows = 0
        self.changes = 0
        self.struck = 0
        self.pictures = 0
        self.unread: list[str] = []
        self.asked: set[tuple[str, str]] = set()
        self.has_styles = self.count_styled() >= FEWEST_STYLED
        self.has_title = False

    def counts(self, blocks: Iterable[Block]) -> Iterator[Count]:
        """Give what was read, and how much of it the bytes hold."""
        taken = self.markers + self.drawings.shown - self.controls.replaced
        counted = counted_letters(self.parts)
        yield Count("bokstäver", letters_of(blocks) - taken, counted)
        yield Count("tabellrader", self.rows, counted_rows(self.parts))
        yield from self.controls.counts(self.parts, worded(self.parts))

    def count_styled(self) -> int:
        """Return how many paragraphs have a heading's style."""
        used = self.body.iter(f"{W}pStyle")
        return sum(self.styles.style(value(style)).level > 0 for style in used)

    def all_drafts(self) -> list[Draft]:
        """Return the drafts of the whole file: text, notes, headers and footers."""
        drafts = list(self.drafts(self.body))
        for name, part in NOTE_PARTS.values():
            drafts += self.notes(name, part)
        for name in sorted(self.parts):
            if found := MARGIN.match(name):
                part = Part.HEADER if found[1] == "header" else Part.FOOTER
                drafts += plain_drafts(self.part_drafts(name), part)
        return drafts

    def notes(self, name: str, part: Part) -> Iterator[Draft]:
        """Give the notes or comments of a part."""
        if name in self.parts:
            yield from plain_drafts(self.part_drafts(name), part)

    def part_drafts(self, name: str) -> Iterator[Draft]:
        """Give the drafts of a part, which has references of its own."""
        self.source = name
        yield from self.drafts(self.controls.parse(self.parts[name]))

    def drafts(self, element: Element) -> Iterator[Draft]:
        """Give the drafts of an element's paragraphs and tables, in order."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self.table(child)
            elif child.tag == f"{W}altChunk":
                self.unread.append("inbäddad fil")
            elif child.tag == f"{W}comment":
                yield from self.comment(child)
            else:
                yield from self.drafts(child)

    def comment(self, element: Element) -> Iterator[Draft]:
        """Give a comment, whose first words tell who wrote it."""
        author = value(element, "author")
        drafts = list(self.drafts(element))
        if author and drafts and drafts[0].kind != "table":
            self.markers += letters(author)
            drafts[0] = drafts[0]._replace(text=f"{author}: {drafts[0].text}")
        yield from drafts

    def paragraph(self, element: Element) -> Iterator[Draft]:
        """Give a paragraph, and what stands behind it."""
        self.line += 1
        style = self.style_of(element)
        words = words_of(element, is_bold=style.is_bold)
        yield from self.seen(words, style)
        yield from self.beside(words)

    def style_of(self, element: Element) -> Style:
        """Return the paragraph's style, with what it changes itself."""
        style = self.styles.style(value(element.find(f"{W}pPr/{W}pStyle")))
        lists = element.find(f"{W}pPr/{W}numPr")
        if lists is None:
            return style
        number, depth = value(lists.find(f"{W}numId")), value(lists.find(f"{W}ilvl"))
        return Style(
            style.level,
            style.is_contents,
            number or style.number,
            int(depth) if depth.isdigit() else style.depth,
            style.is_bold,
        )

    def seen(self, words: Words, style: Style) -> Iterator[Draft]:
        """Give what is seen of a paragraph; its own line breaks part it."""
        spot = Spot(line=self.line)
        text = words.text
        if not text.strip():
            if style.number not in ("", "0"):
                # The number is used up all the same.
                self.lists.marker(style.number, style.depth)
            return
        if style.is_contents:
            yield list_item(text, spot, Part.CONTENTS, marker="")
        elif style.level:
            self.has_title = True
            yield self.heading(text, style, spot)
        elif style.number not in ("", "0"):
            yield self.item(text, style, spot)
        else:
            for line in text.split("\n"):
                yield from self.unstyled(line.strip(" "), words, spot)

    def heading(self, text: str, style: Style, spot: Spot) -> Draft:
        """Return a heading with the number its style gives it."""
        number = ""
        if style.number not in ("", "0"):
            number = self.lists.marker(style.number, style.depth)
            self.markers += letters(number)
            return heading(f"{number} {text}", style.level, spot, number=number)
        shape = numbered_heading(" ".join(text.split()))
        return heading(text, style.level, spot, number=shape.number if shape else "")

    def item(self, text: str, style: Style, spot: Spot) -> Draft:
        """Return an item with the marker that its list shows."""
        marker = self.lists.marker(style.number, style.depth)
        self.markers += letters(marker)
        return list_item(text, spot, marker=marker, level=style.depth + 1)

    def unstyled(self, text: str, words: Words, spot: Spot) -> Iterator[Draft]:
        """Give a paragraph that only its shape tells the kind of."""
        if "\t" in text.strip():
            yield table([cells_of(text)], 0, spot, row_spots=[spot])
            return
        text = text.strip()
        shape = numbered_heading(text)
        is_heading = looks_like_heading(text) and (words.is_bold or not self.has_styles)
        if shape is not None and (words.is_bold or not self.has_styles):
            yield heading(text, shape.level, spot, number=shape.number)
        elif item := item_of(text):
            yield list_item(item[1], spot, marker=item[0])
        elif is_heading:
            yield heading(text, 2 if self.has_title else 1, spot)
            self.has_title = True
        else:
            yield paragraph(text, spot)

    def beside(self, words: Words) -> Iterator[Draft]:
        """Give what a paragraph holds that is not seen in the running text."""
        spot = Spot(line=self.line)
        self.changes += words.inserted + bool(words.deleted)
        self.pictures += words.pictures
        self.unread += words.unread
        self.controls.read += words.fields
        self.markers += letters("\n".join(words.added))
        self.struck += bool("".join(words.struck).strip())
        for texts, part in (
            (words.deleted, Part.DELETED),
            (words.struck, Part.DELETED),
            (words.hidden, Part.HIDDEN),
        ):
            if text := "".join(texts).strip():
                yield paragraph(text, spot, part)
        for text in words.drawn:
            yield paragraph(text, spot, Part.TEXT_BOX)
        for number in words.drawings:
            yield from self.drawings.drafts(self.source, number, spot)
        for box in words.boxes:
            yield from plain_drafts(self.drafts(box), Part.TEXT_BOX)

    def table(self, element: Element) -> Iterator[Draft]:
        """Give a table; one of a single column is a frame, and its text is text."""
        self.line += 1
        if (cells := cells_of_layout(element)) is not None:
            self.rows += len(inside(element, f"{W}tr"))
            for cell in cells:
                yield from self.drafts(cell)
            return
        spot = Spot(line=self.line)
        grid = grid_of(element, self.number_in_cell)
        self.rows += grid.read
        yield table(grid.rows, grid.heads, spot)
        for words in grid.words:
            yield from self.beside(words)
        for text in grid.hidden:
            yield paragraph(text, spot, Part.HIDDEN)
        for inner in grid.tables:
            yield from self.table(inner)

    def number_in_cell(self, element: Element) -> str:
        """Return the number that a paragraph in a cell shows; a dot says nothing."""
        style = self.style_of(element)
        if style.number in ("", "0"):
            return ""
        marker = self.lists.marker(style.number, style.depth)
        if marker in (BULLET, NO_MARKER):
            return ""
        self.markers += letters(marker)
        return marker

    def remarks(self, parts: Mapping[str, bytes]) -> Iterable[Remark]:
        """Give what a reader of the document should know."""
        for what in sorted(set(self.unread)):
            yield Remark(f"Filen har ett {what} som inte lästes.", is_loss=True)
        if self.changes:
            yield Remark(
                f"Dokumentet har spårade ändringar på {self.changes} ställen; infogad "
                "text är läst som gällande, och borttagen text visas för sig."
            )
        if self.struck:
            yield Remark(
                f"Dokumentet har överstruken text på {self.struck} ställen; den visas "
                "för sig."
            )
        if self.pictures:
            yield Remark(f"Dokumentet har {self.pictures} bilder, som inte lästes.")
        if any(REMOTE.search(part) for part in parts.values()):
            yield Remark("Dokumentet har en mall på en annan plats; den hämtades inte.")
        if COMMAND.search(parts[BODY]):
            yield Remark(
                "Dokumentet har ett fält som startar program; det kördes inte."
            )


def plain_drafts(drafts: Iterable[Draft], part: Part) -> Iterator[Draft]:
    """Give the drafts as belonging to a part, where a heading is only words."""
    for draft in drafts:
        kept = draft.part if draft.part in (Part.DELETED, Part.HIDDEN) else part
        kind = "paragraph" if draft.kind == "heading" else draft.kind
        yield draft._replace(part=kept, kind=kind)
