"""Makes the files of the documents that are kept as pages of markup.

`unseen/name.docx.html` becomes `name.docx`, and so for `.xlsx` and `.pdf`. What is
beside it as `name.attached.pdf.html` is attached to the letter `name.eml`. All else is
copied as it stands. The markup is plain: headings, paragraphs, lists and tables with
merged cells; `<hr>` begins a page, `class="landscape"` turns it, `<header>` and
`<footer>` stand on every page.
"""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import lxml.html
import openpyxl
from docx.enum.section import WD_ORIENT

from tools import chromium

UNSEEN = Path(__file__).resolve().parent / "unseen"
ATTACHED = ".attached.pdf.html"
SECONDS = 120
STYLE = (
    "<style>@page{size:A4;margin:25mm 20mm}body{font:11pt 'Liberation Sans'}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:3pt;"
    "vertical-align:top;text-align:left}.plain td{border:0}.tall td{height:17mm}"
    "hr{border:0;break-after:page}</style>"
)
# A browser prints these in the margin of every page.
MARGIN = (
    '<style>@page{{@{place}{{content:"{words}";font:8pt "Liberation Sans"}}}}</style>'
)
PLACES = {"header": "top-left", "footer": "bottom-left"}
_SPACES = re.compile(r"\s+")
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,3}")


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its words, and how far it reaches."""

    text: str
    columns: int
    rows: int


def make_all(folder: Path) -> None:
    """Make every document of the unseen set in a folder.

    Without a browser there are no PDF files; the keys that need them have none.
    """
    for path in sorted(UNSEEN.iterdir()):
        make(path, folder)


def make(path: Path, folder: Path) -> None:
    """Make the file that a source stands for; keys and attachments make none."""
    if path.name.endswith((".key.yaml", ATTACHED)):
        return
    if path.suffix == ".eml":
        (folder / path.name).write_bytes(letter(path))
        return
    kind = Path(path.stem).suffix
    makers = {".docx": as_docx, ".xlsx": as_xlsx, ".pdf": as_pdf}
    if kind not in makers:
        shutil.copy(path, folder)
    elif kind != ".pdf" or chromium.find():
        (folder / path.stem).write_bytes(makers[kind](path.read_text("utf-8")))


def letter(path: Path) -> bytes:
    """Return a letter, with the file that belongs to it attached."""
    attached = path.with_name(path.stem + ATTACHED)
    if not attached.exists() or chromium.find() is None:
        return path.read_bytes()
    read = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    read.set_content(read.get_content())
    read.add_attachment(
        as_pdf(attached.read_text("utf-8")),
        maintype="application",
        subtype="pdf",
        filename=f"{path.stem}.pdf",
    )
    return read.as_bytes()


def as_pdf(markup: str) -> bytes:
    """Return the page as a browser prints it."""
    with tempfile.TemporaryDirectory(prefix="radslag-made-") as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        printed_page = f"<!doctype html><meta charset=utf-8>{STYLE}{_margins(markup)}"
        page.write_text(printed_page, "utf-8")
        command = [
            *(chromium.find() or "", "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"),
            *(f"--print-to-pdf={printed}", page.as_uri()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return printed.read_bytes()


def _margins(markup: str) -> str:
    """Return the page with its header and footer as styles of its margins."""
    for name, place in PLACES.items():
        found = re.search(rf"<{name}>(.*?)</{name}>", markup)
        if found:
            style = MARGIN.format(place=place, words=found[1])
            markup = style + markup.replace(found[0], "")
    return markup


def as_xlsx(markup: str) -> bytes:
    """Return a workbook with a sheet for every table; whole numbers are numbers."""
    book, room = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for table in _page(markup).iter("table"):
        sheet = book.create_sheet(table.get("title"))
        for row, column, cell in _laid_out(table):
            sheet.cell(row + 1, column + 1, _worth(cell.text))
            _merge_in_sheet(sheet, (row + 1, column + 1), cell)
    book.save(room)
    return room.getvalue()


def as_docx(markup: str) -> bytes:
    """Return a word processor's file."""
    made, room = docx.Document(), io.BytesIO()
    for element in _page(markup):
        # A "div" is only there to turn its page, and has parts of its own.
        for part in element if element.tag == "div" else [element]:
            _add(made, part)
    made.save(room)
    return room.getvalue()


def _add(made: Any, element: Any) -> None:
    if element.tag in ("header", "footer"):
        getattr(made.sections[0], element.tag).paragraphs[0].text = _words(element)
    elif element.tag == "table":
        _add_table(made, element)
    elif element.tag in ("ul", "ol"):
        style = "List Bullet" if element.tag == "ul" else "List Number"
        for item in element.iter("li"):
            made.add_paragraph(_words(item), style)
    elif element.tag == "hr":
        made.add_page_break()
    elif element.tag in ("h1", "h2", "h3"):
        made.add_heading(_words(element), int(element.tag[1]))
    else:
        made.add_paragraph(_words(element))


def _add_table(made: Any, table: Any) -> None:
    laid_out = list(_laid_out(table))
    is_wide = table.get("class") == "landscape"
    if is_wide:
        _turn(made.add_section())
    height = max(row + cell.rows for row, _, cell in laid_out)
    width = max(column + cell.columns for _, column, cell in laid_out)
    added = made.add_table(height, width, style="Table Grid")
    for row, column, cell in laid_out:
        last = added.cell(row + cell.rows - 1, column + cell.columns - 1)
        added.cell(row, column).merge(last).text = cell.text
    if is_wide:
        _turn(made.add_section())


def _turn(section: Any) -> None:
    wide, high = section.page_height, section.page_width
    section.page_width, section.page_height = wide, high
    is_wide = wide > high
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT


def _merge_in_sheet(sheet: Any, corner: tuple[int, int], cell: Cell) -> None:
    if cell.columns > 1 or cell.rows > 1:
        row, column = corner
        last = (row + cell.rows - 1, column + cell.columns - 1)
        sheet.merge_cells(None, row, column, *last)


def _laid_out(table: Any) -> Iterator[tuple[int, int, Cell]]:
    """Give every cell with its row and column, past those that reach down to it."""
    taken: set[tuple[int, int]] = set()
    for row, element in enumerate(table.iter("tr")):
        column = 0
        for found in element.iter("td", "th"):
            while (row, column) in taken:
                column += 1
            columns, rows = int(found.get("colspan", 1)), int(found.get("rowspan", 1))
            taken |= {
                (row + down, column + on)
                for down in range(rows)
                for on in range(columns)
            }
            yield row, column, Cell(_words(found), columns, rows)


def _worth(text: str) -> str | int:
    is_number = _WHOLE_NUMBER.fullmatch(text)
    return int(re.sub(r"\D", "", text)) if is_number else text


def _page(markup: str) -> Any:
    return lxml.html.fragment_fromstring(markup, create_parent="div")


def _words(element: Any) -> str:
    for broken in element.iter("br"):
        broken.tail = f"\n{broken.tail or ''}"
    lines = element.text_content().split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()
