"""Reads web pages: the text apart from menus, footers and what is hidden."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

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
from radslag.formats.readers.plain_text import losses, title_of
from radslag.formats.readers.refusals import Refused
from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.xml_parts import Element

UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object"}
MARGINS = {"nav", "header", "footer", "aside", "form", "button", "menu"}
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "tt", "u", "var", "br", "wbr", "img", "input", "data",
}  # fmt: skip
HEADING = re.compile(r"h([1-6])$")
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
STATED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
WIDEST_SPAN = 100
FEWEST_COLUMNS = 2
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
        remarks=(*losses(count), *said),
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


class Counter(HTMLParser):
    """Gathers a page's text a second way, with another parser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.unseen = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102 - the parser's own name.
        self.unseen += tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:  # noqa: D102 - the parser's own name.
        self.unseen -= tag in UNSEEN and self.unseen > 0

    def handle_data(self, text: str) -> None:  # noqa: D102 - the parser's own name.
        if not self.unseen:
            self.texts.append(text)


def counted_letters(text: str) -> int:
    """Count the page's letters a second way."""
    counter = Counter()
    counter.feed(text)
    counter.close()
    return letters("\n".join(counter.texts))


class Page:
    """A web page on its way to become drafts."""

    def __init__(self) -> None:
        self.markers = 0

    def drafts_of(self, text: str) -> list[Draft]:
        """Return the drafts of a page's text."""
        parser = html.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            root = html.document_fromstring(text, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as bad:
            raise Refused("empty") from bad
        return list(self.blocks(root, Part.BODY, 0))

    def blocks(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give an element's blocks; loose text between them is a paragraph."""
        if depth > DEEPEST:
            raise Refused("depth")
        loose: list[str] = [element.text or ""]
        for child in element:
            if is_inline(child):
                loose.append(inline_text(child))
            else:
                yield from loose_text(loose, element, part)
                loose = []
                yield from self.block(child, part_of(child, part), depth + 1)
            loose.append(child.tail or "")
        yield from loose_text(loose, element, part)

    def block(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give what one element is: a heading, a table, an item, or more blocks."""
        tag = str(element.tag)
        if tag in UNSEEN:
            return
        if (found := HEADING.match(tag)) and only_inline(element):
            text = inline_text(element)
            shape = numbered_heading(" ".join(text.split()))
            number = shape.number if shape else ""
            yield heading(text, int(found[1]), spot_of(element), part, number=number)
        elif tag == "table":
            yield from self.table(element, part, depth)
        elif tag == "li":
            yield from self.items(element, part, depth)
        else:
            yield from self.blocks(element, part, depth)

    def items(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give an item of a list, and then the blocks within it."""
        drafts = list(self.blocks(element, part, depth))
        if not drafts:
            return
        first = drafts[0]
        if first.kind == "paragraph":
            marker = marker_of(element)
            self.markers += letters(marker)
            level = len(list(element.iterancestors("ul", "ol")))
            first = first._replace(kind="item", number=marker, level=level)
        yield first
        yield from drafts[1:]

    def table(self, element: Element, part: Part, depth: int) -> Iterator[Draft]:
        """Give a table; one that only lays out the page is its blocks."""
        rows = [row for row in element.iter("tr") if own_table(row) is element]
        is_layout = any(True for _ in element.iterdescendants("table")) or all(
            len(cells_in(row)) < FEWEST_COLUMNS for row in rows
        )
        if is_layout:
            yield from self.blocks(element, part, depth)
            return
        for caption in element.findall("caption"):
            yield paragraph(inline_text(caption), spot_of(caption), part)
        grid = grid_of(rows)
        heads = 0
        for row in rows:
            if any(cell.tag != "th" for cell in cells_in(row)):
                break
            heads += 1
        filled = [cells for cells in grid if any(cells)]
        yield table(filled, heads or header_rows(filled), spot_of(element), part)


def own_table(row: Element) -> Element | None:
    """Return the table that a row belongs to."""
    return next(iter(row.iterancestors("table")), None)


def cells_in(row: Element) -> list[Element]:
    """Return a row's cells."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def grid_of(rows: list[Element]) -> list[list[str]]:
    """Return the rows' texts; what a wide or high cell covers is empty."""
    covered: dict[tuple[int, int], bool] = {}
    grid = []
    for at, row in enumerate(rows):
        texts: list[str] = []
        for cell in cells_in(row):
            while covered.pop((at, len(texts)), False):
                texts.append("")
            width, height = span(cell, "colspan"), span(cell, "rowspan")
            for below in range(1, height):
                covered |= {(at + below, len(texts) + x): True for x in range(width)}
            texts += [" ".join(inline_text(cell).split()), *[""] * (width - 1)]
        grid.append(texts)
    return grid


def span(cell: Element, name: str) -> int:
    """Return how many columns or rows a cell covers."""
    stated = str(cell.get(name) or "")
    return min(max(int(stated), 1), WIDEST_SPAN) if stated.isdecimal() else 1


def loose_text(texts: list[str], element: Element, part: Part) -> Iterator[Draft]:
    """Give text that stands between blocks as paragraphs, its line breaks kept."""
    for line in "".join(texts).split("\v"):
        if line.strip():
            yield paragraph(line, spot_of(element), part)


def inline_text(element: Element) -> str:
    """Return an element's seen text; a vertical tab stands for its line breaks."""
    if str(element.tag) in UNSEEN:
        return ""
    if element.tag == "br":
        return "\v"
    apart = "" if is_inline(element) else " "
    texts = [apart, element.text or ""]
    for child in element:
        texts += [inline_text(child), child.tail or ""]
    return "".join([*texts, apart])


def is_inline(element: Element) -> bool:
    """Tell whether the element stands in a line of text."""
    return (
        str(element.tag) in INLINE and not is_hidden(element) and only_inline(element)
    )


def only_inline(element: Element) -> bool:
    """Tell whether nothing in the element stands in a block of its own."""
    return all(str(child.tag) in INLINE for child in element.iterdescendants())


def is_hidden(element: Element) -> bool:
    """Tell whether the page hides the element from those who see it."""
    if element.get("hidden") is not None:
        return True
    return HIDING.search(str(element.get("style") or "")) is not None


def part_of(element: Element, part: Part) -> Part:
    """Return the part that an element belongs to, given the one around it."""
    if is_hidden(element):
        return Part.HIDDEN
    is_margin = str(element.tag) in MARGINS or element.get("role") in (
        "navigation", "banner", "contentinfo", "search",
    )  # fmt: skip
    within_text = next(iter(element.iterancestors("article", "main")), None) is not None
    is_apart = is_margin and not (within_text and element.tag in ("header", "footer"))
    return Part.BOILERPLATE if part is Part.BODY and is_apart else part


def marker_of(item: Element) -> str:
    """Return an item's marker as the page shows it."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = str(parent.get("start") or "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{before + (int(start) if start.isdecimal() else 1)}."


def spot_of(element: Element) -> Spot:
    """Return the line where an element begins."""
    line = element.sourceline
    return Spot(line=line if isinstance(line, int) else None)
