"""What a workbook's sheets hold beside their cells: comments, boxes, heads and feet."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from radslag.formats.readers.archives import one_byte
from radslag.formats.readers.characters import letters
from radslag.formats.readers.composing import Draft, Spot, paragraph
from radslag.formats.readers.model import Count, Part
from radslag.formats.readers.relations import (
    local,
    named,
    related,
    relations,
    text_of,
)
from radslag.formats.readers.xml_parts import Element, parse

BOOK = "xl/workbook.xml"
PERSONS = re.compile(r"xl/persons/[^/]+\.xml$")
COMMENTS = re.compile(r"xl/(?:comments|threadedComments)[^.]*\.xml$")
DRAWINGS = re.compile(r"xl/(?:drawings|charts)/[^/]+\.xml$")
COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)[\s>]")
DRAWN = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]+)<")
FALLBACK = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
MARGIN = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(Header|Footer)>([^<]+)<")
# What a head or foot says to the printer: fonts, sizes, colours and numbers of pages.
PRINTING = re.compile(r'&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]', re.IGNORECASE)
HIDDEN = re.compile(rb'<(?:\w+:)?(?:row|col)\s[^>]*\bhidden="(?:1|true)"')
# Programs that know no threads are given the thread's text under such a name.
COPY_OF_THREAD = "tc="
DEEPEST = 3


class Comment(NamedTuple):
    """A comment: the cell it is on, who wrote it, and the words."""

    cell: str
    author: str
    text: str


class Beside:
    """What stands beside the cells, found by the sheets' own references to it."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.sheets = dict(sheet_parts(parts))
        self.people = dict(people_in(parts))
        # Sheets that hold a chart and no cells.
        self.charts_only = [
            title for title, name in self.sheets.items() if "/chartsheets/" in name
        ]
        self.comments = 0
        self.drawn = 0

    def drafts(self, title: str, part: Part) -> Iterator[Draft]:
        """Give what stands beside a sheet's cells."""
        name = self.sheets.get(title, "")
        kept = dict(related(self.parts, name))
        threads = list(self.threads(kept.get("threadedComment", "")))
        told = {comment.cell for comment in threads}
        for comment in (*self.notes(kept.get("comments", ""), told), *threads):
            row = "".join(filter(str.isdigit, comment.cell))
            where = ", ".join(filter(None, (comment.cell, comment.author)))
            spot = Spot(line=int(row) if row else None)
            hidden = part if part is Part.HIDDEN else Part.COMMENT
            yield paragraph(f"{where}: {comment.text}", spot, hidden)
        yield from self.boxes(kept.get("drawing", ""))
        yield from margins_of(self.parts.get(name, b""))

    def notes(self, name: str, told: set[str]) -> Iterator[Comment]:
        """Give the comments of a part, those that are told as threads left out."""
        if name not in self.parts:
            return
        root = parse(self.parts[name])
        authors = [text_of(author) for author in named(root, "author")]
        for element in named(root, "comment"):
            self.comments += 1
            number, cell = str(element.get("authorId")), str(element.get("ref") or "")
            known = number.isdecimal() and int(number) < len(authors)
            author = authors[int(number)] if known else ""
            if not (author.startswith(COPY_OF_THREAD) and cell in told):
                yield Comment(cell, author, text_of(element))

    def threads(self, name: str) -> Iterator[Comment]:
        """Give the comments of a part of threads, answers after what they answer."""
        if name not in self.parts:
            return
        for element in named(parse(self.parts[name]), "threadedComment"):
            self.comments += 1
            author = self.people.get(str(element.get("personId")), "")
            yield Comment(str(element.get("ref") or ""), author, text_of(element))

    def boxes(self, name: str, depth: int = 0) -> Iterator[Draft]:
        """Give the words of what is drawn on a sheet, and of the charts drawn there."""
        if name not in self.parts or depth > DEEPEST:
            return
        for element in seen_paragraphs(parse(self.parts[name])):
            text = "".join(text_of(each) for each in named(element, "t"))
            self.drawn += letters(text)
            yield paragraph(text, part=Part.TEXT_BOX)
        for kind, found in related(self.parts, name):
            if kind == "chart":
                yield from self.boxes(found, depth + 1)

    def counts(self) -> Iterator[Count]:
        """Give how much was read of what the bytes hold, where they hold any."""
        comments = sum(
            len(COMMENT.findall(one_byte(part)))
            for name, part in self.parts.items()
            if COMMENTS.match(name)
        )
        drawn = sum(
            letters(html.unescape(b"\n".join(texts).decode("utf-8", "replace")))
            for name, part in self.parts.items()
            if DRAWINGS.match(name)
            and (texts := DRAWN.findall(FALLBACK.sub(b"", one_byte(part))))
        )
        if comments or self.comments:
            yield Count("kommentarer", self.comments, comments)
        if drawn or self.drawn:
            yield Count("bokstäver i figurer", self.drawn, drawn)

    def has_hidden(self, title: str) -> bool:
        """Tell whether rows or columns of a sheet are hidden."""
        part = self.parts.get(self.sheets.get(title, ""), b"")
        return HIDDEN.search(part) is not None


def sheet_parts(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give the sheets' titles, each with the part that holds its cells."""
    found = {number: name for number, _, name in relations(parts, BOOK)}
    for sheet in named(parse(parts[BOOK]), "sheet"):
        numbers = [v for k, v in sheet.attrib.items() if local(str(k)) == "id"]
        for number in numbers:
            if str(number) in found:
                yield str(sheet.get("name") or ""), found[str(number)]


def people_in(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give those who write in threads: their numbers and names."""
    for name, part in parts.items():
        if PERSONS.match(name):
            for person in named(parse(part), "person"):
                yield str(person.get("id")), str(person.get("displayName") or "")


def seen_paragraphs(root: Element) -> Iterator[Element]:
    """Give the drawing's paragraphs, the second way to say the same left out."""
    for element in named(root, "p"):
        around = (local(str(each.tag)) for each in element.iterancestors())
        if "Fallback" not in around:
            yield element


def margins_of(part: bytes) -> Iterator[Draft]:
    """Give what is printed above and below a sheet, without the printer's own signs."""
    for what, bare in dict.fromkeys(MARGIN.findall(one_byte(part))):
        text = html.unescape(bare.decode("utf-8", "replace"))
        words = PRINTING.sub(" ", text.replace("&&", "\0")).replace("\0", "&")
        if letters(words):
            yield paragraph(
                words, part=Part.HEADER if what == b"Header" else Part.FOOTER
            )
