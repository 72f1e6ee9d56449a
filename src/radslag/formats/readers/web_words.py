"""A web page's words as they stand in lines: seen, hidden, struck, or filled in."""

import re
from dataclasses import dataclass, field

from radslag.formats.readers.web_lists import BULLET, Markers
from radslag.formats.readers.xml_parts import Element

UNSEEN = {
    "script", "style", "noscript", "template", "head", "iframe", "object", "datalist",
}  # fmt: skip
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "meter", "output", "picture",
    "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "source",
    "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "br", "wbr", "img",
    "input", "select", "option", "optgroup", "textarea", "svg",
}  # fmt: skip
STRUCK = {"del", "s", "strike"}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
KEEPING_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
BREAK = "\v"
TICKED, NOT_TICKED = "☒", "☐"
BOXES = ("checkbox", "radio")
# Fields that ask for no answer, and those whose answer is nobody's to read.
NOT_ANSWERS = {"hidden", "password", "submit", "button", "reset", "image", "file"}


@dataclass
class Words:
    """What stands in lines, apart by whether and how it is seen."""

    markers: Markers
    seen: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    # Markers of items, which the page shows without saying them.
    shown: list[str] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Return what is seen, line by line."""
        return "".join(self.seen).split(BREAK)


def words_in(element: Element, markers: Markers) -> Words:
    """Return the words of an element."""
    words = Words(markers)
    gather(element, words, words.seen)
    return words


def gather(element: Element, words: Words, into: list[str]) -> None:
    """Gather an element's words into the list of those that are seen alike."""
    tag = str(element.tag)
    apart = words.struck if tag in STRUCK else words.hidden
    if tag in UNSEEN:
        return
    if into is words.seen and (is_hidden(element) or tag in STRUCK):
        inner: list[str] = []
        gather_within(element, words, inner)
        apart.append("".join(inner))
    elif not (gather_field(element, words, into) or gather_apart(element, words)):
        gather_within(element, words, into)


def gather_within(element: Element, words: Words, into: list[str]) -> None:
    """Gather what stands in an element; a block begins and ends on lines of its own."""
    if element.tag == "br":
        into.append(BREAK)
    # The cells of a row are on one line.
    is_cell = element.tag in ("td", "th") and element.getprevious() is not None
    is_block = str(element.tag) not in INLINE and element.tag not in ("td", "th")
    keeps = is_block and keeps_lines(element)
    texts = [element.text or ""]
    into += [BREAK * is_block, " " * is_cell, marker_in_line(element, words)]
    into.append(with_breaks(texts[0]) if keeps else texts[0])
    for child in element:
        gather(child, words, into)
        tail = child.tail or ""
        into.append(with_breaks(tail) if keeps else tail)
    into.append(BREAK * is_block)


def with_breaks(text: str) -> str:
    """Return a text whose lines the page keeps."""
    return text.replace("\r\n", BREAK).replace("\n", BREAK)


def marker_in_line(element: Element, words: Words) -> str:
    """Return the number before an item that stands in a cell; a dot says nothing."""
    marker = words.markers.of(element) if element.tag == "li" else ""
    if marker in ("", BULLET):
        return ""
    words.shown.append(marker)
    return f"{marker} "


def gather_field(element: Element, words: Words, into: list[str]) -> bool:
    """Gather what is filled in a form's field; tell whether it was one."""
    tag = str(element.tag)
    if tag == "input":
        into.append(f" {answer_of(element)} ")
    elif tag == "textarea":
        text = with_breaks((element.text or "").strip("\r\n"))
        into.append(f" {text} ")
    elif tag == "select":
        chosen = chosen_in(element)
        for option in element.iter("option"):
            where = into if option in chosen else words.hidden
            where.append(f" {''.join(map(str, option.itertext()))} ")
    else:
        return False
    return True


def gather_apart(element: Element, words: Words) -> bool:
    """Gather what stands apart from the line: a drawing's words, a table in a cell."""
    from radslag.formats.readers.web_tables import is_grid  # noqa: PLC0415 - it needs what is here.

    if element.tag == "svg":
        texts = element.iter("text")
        words.drawn += ["".join(map(str, text.itertext())) for text in texts]
    elif element.tag == "table" and is_grid(element):
        words.tables.append(element)
    else:
        return False
    return True


def answer_of(field_: Element) -> str:
    """Return what a field shows that somebody has filled in or ticked."""
    kind = str(field_.get("type") or "text").lower()
    if kind in BOXES:
        return NOT_TICKED if field_.get("checked") is None else TICKED
    return "" if kind in NOT_ANSWERS else str(field_.get("value") or "")


def chosen_in(select: Element) -> list[Element]:
    """Return the choices that are made; the first, where one is always made."""
    options = list(select.iter("option"))
    chosen = [each for each in options if each.get("selected") is not None]
    return chosen or ([] if select.get("multiple") is not None else options[:1])


def is_answered(form: Element) -> bool:
    """Tell whether somebody has filled in a form."""
    if any((each.text or "").strip() for each in form.iter("textarea")):
        return True
    if any(each.get("selected") is not None for each in form.iter("option")):
        return True
    return any(answer_of(each) not in ("", NOT_TICKED) for each in form.iter("input"))


def is_inline(element: Element) -> bool:
    """Tell whether the element stands in a line of text."""
    tag = str(element.tag)
    return tag in UNSEEN or (tag in INLINE and (tag == "svg" or only_inline(element)))


def only_inline(element: Element) -> bool:
    """Tell whether nothing in the element stands in a block of its own."""
    return all(
        str(child.tag) in INLINE or next(child.iterancestors("svg"), None) is not None
        for child in element.iterdescendants()
    )


def is_hidden(element: Element) -> bool:
    """Tell whether the page hides the element from those who see it."""
    if element.get("hidden") is not None:
        return True
    return HIDING.search(str(element.get("style") or "")) is not None


def keeps_lines(element: Element) -> bool:
    """Tell whether the element's lines and spaces are shown as they are written."""
    style = str(element.get("style") or "")
    return element.tag == "pre" or KEEPING_LINES.search(style) is not None
