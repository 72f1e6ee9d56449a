"""Stray HTML in a text: tags taken away, entities made letters, tables made rows."""

import html
import re
from collections.abc import Iterator

from radslag.formats.readers.stray_html import BREAK as LINE_BREAK
from radslag.formats.readers.stray_tables import Cell, StrayTable, tables_in
from radslag.formats.readers.text_lines import Line

TAG = re.compile(
    r"</?(?:p|br|i|b|em|strong|u|s|table|caption|colgroup|col|tr|td|th|thead|tbody|tfoot|"
    r"div|span|ul|ol|li|h[1-6]|sup|sub|a|hr|img|font|center|small|html|body|head|figure|"
    r"dl|dt|dd|pre|code|details|summary|input|select|option|optgroup|textarea|label|form|"
    r"fieldset|legend|button|section|article|main|nav|aside|del|ins|mark|strike|abbr|"
    r"blockquote|figcaption|tt|kbd|big|q)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
TAG_OR_REMARK = re.compile(rf"{TAG.pattern}|<!--.*?-->", re.IGNORECASE)
REMARK_END = "-->"
BREAK = re.compile(r"</?(?:br|p|div|li|tr)\b[^<>]*>", re.IGNORECASE)
BROKEN = re.compile(f"{LINE_BREAK}(?:- )?")
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});")


def unescape(text: str) -> str:
    """Return the text with entities made the letters they mean."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)


def without_tags(text: str, at_break: str = " ") -> str:
    """Return the text without HTML's tags; other angle brackets are left alone."""
    if "<" in text:
        text = stripped(BREAK.sub(at_break, text))
    return unescape(text) if "&" in text else text


def stripped(text: str) -> str:
    """Return the text with tags and remarks taken away.

    After the last end of a remark none is looked for: it would be in vain each time.
    """
    end = text.rfind(REMARK_END) + len(REMARK_END)
    if end < len(REMARK_END):
        return TAG.sub("", text)
    return TAG_OR_REMARK.sub("", text[:end]) + TAG.sub("", text[end:])


def plain_lines(text: str) -> Iterator[Line]:
    """Give the text's lines without markup, tables as lines with tabs."""
    number, start = 1, 0
    for table in tables_in(text) if "<" in text else ():
        yield from lines_from(text[start : table.start], number)
        number += text.count("\n", start, table.start)
        yield from lines_of_table(table, text, number)
        number += text.count("\n", table.start, table.end)
        start = table.end
    yield from lines_from(text[start:], number)


def lines_from(text: str, number: int) -> Iterator[Line]:
    """Give the lines of a piece without tables."""
    for place, whole in enumerate(text.split("\n")):
        line = whole
        at_break = "\n" if line.lstrip().startswith("|") else " "
        if at_break == "\n" or "\t" in line:
            # A list in a row's cell parts no row, and its dots say nothing.
            line = BROKEN.sub(at_break, line)
        for part in line.split(LINE_BREAK):
            if part.strip() or LINE_BREAK not in line:
                yield Line(without_tags(part, at_break), number + place)


def lines_of_table(table: StrayTable, text: str, number: int) -> Iterator[Line]:
    """Give a table's rows with the line each begins on; blank lines around.

    Tables in its cells come after it, each for itself.
    """
    yield Line("", number)
    for caption in table.captions:
        yield Line(words_of(caption), number)
    for row, cells in zip(table.rows, table.grid(), strict=True):
        if cells:
            words = (words_of(cell) if cell else "" for cell in cells)
            line = number + text.count("\n", table.start, row.start)
            yield Line("\t".join(words) + "\t", line)
    yield Line("", number + text.count("\n", table.start, table.end))
    for inner in table.within:
        first = number + text.count("\n", table.start, inner.start)
        yield from lines_of_table(inner, text, first)


def words_of(cell: Cell) -> str:
    """Return a cell's words, with lines of their own where it breaks them."""
    lines = "".join(cell.pieces).split(LINE_BREAK)
    words = (without_tags(" ".join(line.split()), "\n").strip(" ") for line in lines)
    return "\n".join(filter(None, words))
