"""Reads web pages: the text apart from menus, footers and what is hidden."""

import re
from collections.abc import Iterator

from lxml import etree, html

from radslag.formats.readers.characters import letters, letters_of
from radslag.formats.readers.composing import (
    Draft,
    Spot,
    compose,
    heading,
    paragraph,
    table,
)
from radslag.formats.readers.encodings import Decoded, decode
from radslag.formats.readers.headings import numbered_heading
from radslag.formats.readers.model import Count, Document, FileKind, Part, Remark
from radslag.formats.readers.plain_text import losses, text_drafts, title_of
from radslag.formats.readers.refusals import Refused
from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.web_count import counted_letters
from radslag.formats.readers.web_lists import Markers
from radslag.formats.readers.web_tables import (
    cells_in,
    grid_of,
    is_layout,
    own_rows,
)
from radslag.formats.readers.web_words import (
    UNSEEN,
    Words,
    gather,
    is_answered,
    is_hidden,
    is_inline,
    keeps_lines,
    only_inline,
    words_in,
)
from radslag.formats.readers.xml_parts import Element

MARGINS = {"nav", "header", "footer", "aside", "form", "button", "menu"}
HEADING = re.compile(r"h([1-6])$")
STATED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
NO_SIZE = {"0", "1", "0px", "1px"}
DEEPEST = 400


def read_web_page(content: bytes) -> Document:
    """Return the document that a web page is."""
    decoded = decode_page(content)
    page = Page()
    drafts = page.drafts_of(decoded.text)
    composition = compose(drafts)
    blocks = (*composition.blocks, *composition.aside)
    count = Count(
        "bokstäver", letters_of(blocks) - page.markers, counted_letters(decoded.text)
    )
    said = (Remark(decoded.remark, is_loss=decoded.is_loss),) if decoded.remark else ()
    return Document(
        kind=FileKind.HTML,
        title=title_of(composition.blocks),
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=(count,),
        remarks=(*losses(count), *said, *page.remarks(drafts)),
    )


def decode_page(content: bytes) -> Decoded:
    """Decode the page: as UTF-8 if it is, else as it states, else as it seems."""
    stated = STATED.search(content[:2048])
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        name = stated[1].decode("ascii") if stated else ""
        if name.lower() in ("iso-8859-1", "latin1", "windows-1252"):
            return Decoded(content.decode("cp1252"))
    except UnicodeDecodeError:
        pass
    return decode(content)


class Page:
    """A web page on its way to become drafts."""

    def __init__(self) -> None:
        self.numbers = Markers()
        # Letters of markers, which the page shows without saying them.
        self.markers = 0
        self.found: Element | None = None

    def drafts_of(self, text: str) -> list[Draft]:
        """Return the drafts of a page's text."""
        parser = html.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            root = html.document_fromstring(text, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as bad:
            raise Refused("empty") from bad
        self.found = root
        return list(self.blocks(root, Part.BODY, 0))

    def blocks(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give an element's blocks; loose text between them is a paragraph."""
        if depth > DEEPEST:
            raise Refused("depth")
        loose = Words(self.numbers, seen=[element.text or ""])
        for child in element:
            if is_inline(child):
                gather(child, loose, loose.seen)
            else:
                yield from self.loose(loose, element, part)
                loose = Words(self.numbers)
                yield from self.block(child, part_of(child, part), depth + 1)
            loose.seen.append(child.tail or "")
        yield from self.loose(loose, element, part)

    def block(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give what one element is: a heading, a table, an item, or more blocks."""
        tag = str(element.tag)
        if tag in UNSEEN:
            return
        if (found := HEADING.match(tag)) and only_inline(element):
            yield from self.heading(element, int(found[1]), part)
        elif tag == "table":
            yield from self.table(element, part, depth)
        elif tag == "li":
            yield from self.items(element, part, depth)
        elif keeps_lines(element) and only_inline(element):
            yield from self.kept_lines(element, part)
        else:
            yield from self.blocks(element, part, depth)

    def heading(self, element: Element, level: int, part: Part) -> Iterator[Draft]:
        """Give a heading, and what is there without being seen."""
        words = words_in(element, self.numbers)
        text = " ".join(words.lines)
        shape = numbered_heading(" ".join(text.split()))
        number = shape.number if shape else ""
        yield heading(text, level, spot_of(element), part, number=number)
        yield from self.beside(words, element, part)

    def kept_lines(self, element: Element, part: Part) -> Iterator[Draft]:
        """Give text whose lines and spaces the page keeps, as a text file's."""
        words = words_in(element, self.numbers)
        first = element.sourceline if isinstance(element.sourceline, int) else 1
        for draft in text_drafts("\n".join(words.lines), has_tags=False):
            spot = Spot(line=first - 1 + (draft.spot.line or 1))
            yield draft._replace(part=part, spot=spot, row_spots=())
        yield from self.beside(words, element, part)

    def items(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give an item of a list, and then the blocks within it."""
        drafts = list(self.blocks(element, part, depth))
        if not drafts:
            return
        first = drafts[0]
        if first.kind == "paragraph":
            marker = self.numbers.of(element)
            self.markers += letters(marker)
            level = len(list(element.iterancestors("ul", "ol")))
            first = first._replace(kind="item", number=marker, level=level)
        yield first
        yield from drafts[1:]

    def table(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give a table; one that only lays out the page is its blocks."""
        if is_layout(element):
            yield from self.blocks(element, part, depth)
            return
        for caption in element.findall("caption"):
            yield from self.loose(words_in(caption, self.numbers), caption, part)
        rows = own_rows(element)
        grid, words = grid_of(rows, self.numbers)
        heads = 0
        for row in rows:
            if any(cell.tag != "th" for cell in cells_in(row)):
                break
            heads += 1
        filled = [cells for cells in grid if any(cells)]
        yield table(filled, heads or header_rows(filled), spot_of(element), part)
        for each in words:
            yield from self.beside(each, element, part)
        for inner in (inner for each in words for inner in each.tables):
            yield from self.table(inner, part, depth + 1)

    def loose(self, words: Words, element: Element, part: Part) -> Iterator[Draft]:
        """Give text that stands between blocks as paragraphs, its line breaks kept."""
        for line in words.lines:
            if line.strip():
                yield paragraph(line, spot_of(element), part)
        yield from self.beside(words, element, part)

    def beside(self, words: Words, element: Element, part: Part) -> Iterator[Draft]:
        """Give what stands in lines without being seen there, or apart from them."""
        self.markers += letters("\n".join(words.shown))
        for texts, where in (
            (words.struck, Part.DELETED),
            (words.hidden, Part.HIDDEN),
            (words.drawn, Part.TEXT_BOX),
        ):
            for text in texts:
                yield paragraph(
                    text, spot_of(element), where if part is Part.BODY else part
                )

    def remarks(self, drafts: list[Draft]) -> Iterator[Remark]:
        """Give what a reader of the page should know."""
        if self.found is None:
            return
        if any(draft.part is Part.HIDDEN and draft.text for draft in drafts):
            yield Remark("Sidan har dold text, som visas för sig.")
        if pictures := sum(map(is_picture, self.found.iter("img"))):
            what = "1 bild" if pictures == 1 else f"{pictures} bilder"
            yield Remark(f"Sidan har {what}, som inte lästes.")
        for frame in self.found.iter("iframe"):
            is_loss = bool(frame.get("srcdoc"))
            yield Remark("Sidan visar en annan sida, som inte lästes.", is_loss=is_loss)


def is_picture(image: Element) -> bool:
    """Tell whether a picture may be seen; one of a single dot only reports a visit."""
    return not NO_SIZE & {str(image.get("width")), str(image.get("height"))}


def part_of(element: Element, part: Part) -> Part:
    """Return the part that an element belongs to, given the one around it."""
    if is_hidden(element):
        return Part.HIDDEN
    is_margin = str(element.tag) in MARGINS or element.get("role") in (
        "navigation", "banner", "contentinfo", "search",
    )  # fmt: skip
    within_text = next(iter(element.iterancestors("article", "main")), None) is not None
    is_text = within_text and element.tag in ("header", "footer")
    is_filled = element.tag == "form" and is_answered(element)
    is_apart = is_margin and not is_text and not is_filled
    return Part.BOILERPLATE if part is Part.BODY and is_apart else part


def spot_of(element: Element) -> Spot:
    """Return the line where an element begins."""
    line = element.sourceline
    return Spot(line=line if isinstance(line, int) else None)
