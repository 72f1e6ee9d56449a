"""Stray HTML in a text: tags taken away, entities made letters, tables made rows."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a file, with its number, counted from one, and its page."""

    text: str
    number: int
    page: int | None = None


TAG = re.compile(
    r"</?(?:p|br|i|b|em|strong|u|s|table|caption|colgroup|col|tr|td|th|thead|tbody|tfoot|"
    r"div|span|ul|ol|li|h[1-6]|sup|sub|a|hr|img|font|center|small|html|body|head|figure)"
    r"(?:\s[^<>]*)?/?>|<!--.*?-->",
    re.IGNORECASE,
)
BREAK = re.compile(r"</?(?:br|p|div|li|tr)\b[^<>]*>", re.IGNORECASE)
TABLE = re.compile(r"<table\b[^>]*>.*?</table\s*>", re.IGNORECASE | re.DOTALL)
ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</tr|</table|$)", re.I | re.S)
CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=<t[dh]\b|</t[dh]|</tr|$)", re.I | re.S)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});")


def unescape(text: str) -> str:
    """Return the text with entities made the letters they mean."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)


def without_tags(text: str) -> str:
    """Return the text without HTML's tags; other angle brackets are left alone."""
    if "<" in text:
        text = TAG.sub("", BREAK.sub(" ", text))
    return unescape(text) if "&" in text else text


def plain_lines(text: str) -> Iterator[Line]:
    """Give the text's lines without markup, tables as lines with tabs."""
    number, start = 1, 0
    for found in TABLE.finditer(text) if "<" in text else ():
        yield from lines_from(text[start : found.start()], number)
        number += text.count("\n", start, found.start())
        yield from rows_of(found[0], number)
        number += found[0].count("\n")
        start = found.end()
    yield from lines_from(text[start:], number)


def lines_from(text: str, number: int) -> Iterator[Line]:
    """Give the lines of a piece without tables."""
    for place, line in enumerate(text.split("\n")):
        yield Line(without_tags(line), number + place)


def rows_of(table: str, number: int) -> Iterator[Line]:
    """Give an HTML table's rows, with the line each begins on; blank lines around."""
    yield Line("", number)
    for row in ROW.finditer(table):
        cells = [" ".join(without_tags(cell).split()) for cell in CELL.findall(row[1])]
        if cells:
            yield Line(
                "\t".join(cells) + "\t", number + table.count("\n", 0, row.start())
            )
    yield Line("", number + table.count("\n"))
