"""Renders a plain text as people send it: as DOCX, as PDF, or as a scan of paper.

The text is parted by empty lines. Lines with tabs, and paragraphs in pairs of tags, are
rows of a table; lines that begin with a dash or a dot are items of a list; a short line
by itself, without a full stop, is a heading.
"""

import html
import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Literal, TypeAlias

import docx
import pypdfium2
from PIL import Image

from tools import chromium

Kind: TypeAlias = Literal["docx", "pdf", "scan"]
KINDS: tuple[Kind, ...] = ("docx", "pdf", "scan")
SECONDS = 120
DOTS_PER_INCH, POINTS_PER_INCH, SKEWED_DEGREES, WHITE = 200, 72, 0.7, 255
LONGEST_HEADING = 70
ITEM = re.compile(r"[-–—•*]\s*(?=\w)")
TAG = re.compile(r"<[^>]+>")
NUMBERED = re.compile(r"(§\s*\d+|\d+\.)\s")
PAIRED = re.compile(r"</p>\s*<p>")
STYLE = (
    "<style>@page{size:A4;margin:22mm}body{font:11pt 'Liberation Sans',sans-serif}"
    "table{border-collapse:collapse;width:100%}td{border:1px solid;padding:2pt 4pt;"
    "vertical-align:top;font-size:7pt}</style>"
)


class CannotRender(Exception):
    """There is no browser here to print with."""


@dataclass(frozen=True)
class Piece:
    """A part of the text: what it is, and its lines or rows."""

    what: Literal["heading", "item", "table", "paragraph"]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The words of what is no table."""
        return " ".join(row[0] for row in self.rows)


def render(text: str, kind: Kind) -> bytes:
    """Return the text as a file; raises CannotRender if there is no browser.

    A scan is a PDF of pictures only, at 200 dots per inch and a little askew.
    """
    pieces = list(pieces_of(text))
    if kind == "docx":
        return as_docx(pieces)
    printed = as_pdf(pieces)
    return printed if kind == "pdf" else as_scan(printed)


def pieces_of(text: str) -> Iterator[Piece]:
    """Part a text into what a word processor would hold."""
    for lines in parted(text):
        kind = partial(kind_of, together=len(lines))
        for what, rows in groupby(lines, kind):
            if what in ("table", "paragraph"):
                yield Piece(what, tuple(cells_of(line) for line in rows))
            else:
                yield from (Piece(what, (cells_of(line),)) for line in rows)


def parted(text: str) -> Iterator[list[str]]:
    """Give the lines between empty ones."""
    lines = (line.rstrip() for line in text.splitlines())
    for is_empty, found in groupby(lines, lambda line: not line.strip()):
        if not is_empty:
            yield list(found)


def kind_of(
    line: str, together: int
) -> Literal["heading", "item", "table", "paragraph"]:
    """Tell what a line is, and how many stand together."""
    if "\t" in line or PAIRED.search(line):
        return "table"
    bare = line.strip()
    if ITEM.match(bare):
        return "item"
    is_short = len(bare) <= LONGEST_HEADING and bare[-1] not in ".,:;"
    is_title = together == 1 or NUMBERED.match(bare) is not None
    return "heading" if is_short and is_title and bare[0].isupper() else "paragraph"


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a row; of other lines, the one there is."""
    cells = re.split(r"\t", PAIRED.sub("\t", line))
    bare = (html.unescape(TAG.sub(" ", cell)).strip() for cell in cells)
    return tuple(without_marker(cell) for cell in bare)


def without_marker(text: str) -> str:
    """Return a line without the dash or dot that made it an item."""
    marker = ITEM.match(text)
    return text[marker.end() :] if marker else text


def as_docx(pieces: list[Piece]) -> bytes:
    """Return the pieces as a word processor's file."""
    made, room = docx.Document(), io.BytesIO()
    for piece in pieces:
        if piece.what == "table":
            add_table(made, piece.rows)
        elif piece.what == "heading":
            made.add_heading(piece.text, 2)
        else:
            style = "List Bullet" if piece.what == "item" else None
            made.add_paragraph(piece.text, style)
    made.save(room)
    return room.getvalue()


def add_table(
    made: "docx.document.Document", rows: tuple[tuple[str, ...], ...]
) -> None:
    """Add a table to the file."""
    table = made.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


def as_page(pieces: list[Piece]) -> str:
    """Return the pieces as a web page."""
    names = {"heading": "h2", "item": "li", "paragraph": "p"}
    parts = []
    for piece in pieces:
        if piece.what == "table":
            rows = ("".join(f"<td>{html.escape(c)}" for c in row) for row in piece.rows)
            parts.append("<table>" + "".join(f"<tr>{row}" for row in rows) + "</table>")
        else:
            name = names[piece.what]
            parts.append(f"<{name}>{html.escape(piece.text)}</{name}>")
    return f"<!doctype html><meta charset=utf-8>{STYLE}" + "\n".join(parts)


def as_pdf(pieces: list[Piece]) -> bytes:
    """Return the pieces as a browser prints them."""
    browser = chromium.find()
    if browser is None:
        raise CannotRender(chromium.HOW)
    with tempfile.TemporaryDirectory(prefix="radslag-render-") as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(as_page(pieces), encoding="utf-8")
        command = [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"),
            *(f"--print-to-pdf={printed}", page.as_uri()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return printed.read_bytes()


def as_scan(printed: bytes) -> bytes:
    """Return a printed file's pages as pictures of paper that lay a little askew."""
    with pypdfium2.PdfDocument(printed) as file:
        pages = [
            page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True)
            .to_pil()
            .rotate(SKEWED_DEGREES, Image.Resampling.BICUBIC, fillcolor=WHITE)
            for page in file
        ]
    room = io.BytesIO()
    pages[0].save(
        room, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS_PER_INCH
    )
    return room.getvalue()
