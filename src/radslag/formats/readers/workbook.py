"""Reads XLSX: every sheet as a table, hidden ones too, with formulas' last values.

The sheet's own note of its size is never believed: rows and cells are counted a second
time in the file's bytes.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from radslag.formats.readers.composing import Draft, Spot, compose, heading, table
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import Count, Document, FileKind, Part, Remark
from radslag.formats.readers.plain_text import losses
from radslag.formats.readers.refusals import Refused
from radslag.formats.readers.tab_tables import header_rows

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
FILLED = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]+<")
FORMULA = re.compile(rb"<(?:\w+:)?f\b")
REFERENCE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
COMMENT = re.compile(r"xl/(?:comments|threadedComments)")
LINKS = "xl/externalLinks/"
BASE = 26


class Sheet(NamedTuple):
    """A sheet's rows, those that are empty at its end left out."""

    title: str
    rows: list[list[str]]
    is_hidden: bool


class Counted(NamedTuple):
    """What a sheet's bytes hold, counted without reading them as a sheet."""

    cells: int
    without_value: int


def read_workbook(content: bytes, parts: Mapping[str, bytes]) -> Document:
    """Return the document that a workbook is."""
    counted = [count_cells(part) for name, part in parts.items() if SHEET.match(name)]
    sheets = list(open_sheets(content))
    composition = compose(draft for sheet in sheets for draft in drafts_of(sheet))
    cells = Count(
        "ifyllda celler",
        sum(bool(cell) for sheet in sheets for row in sheet.rows for cell in row),
        sum(sheet.cells for sheet in counted),
    )
    without_value = sum(sheet.without_value for sheet in counted)
    return Document(
        kind=FileKind.XLSX,
        title=sheets[0].title if sheets else "",
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=(cells,),
        remarks=(*losses(cells), *remarks_of(sheets, parts, without_value)),
    )


def count_cells(part: bytes) -> Counted:
    """Count a sheet's filled cells in its bytes; refuse sheets that are too large."""
    check_size(part)
    filled = without_value = 0
    for cell in CELL.finditer(part):
        has_value = FILLED.search(cell[1]) is not None
        filled += has_value
        without_value += not has_value and FORMULA.search(cell[1]) is not None
    return Counted(filled, without_value)


def check_size(part: bytes) -> None:
    """Refuse a sheet whose cells stand too far down or too far out."""
    if part.count(b"<row") > LIMITS.sheet_rows:
        raise Refused("sheet_too_large")
    for found in REFERENCE.finditer(part):
        if int(found[2]) > LIMITS.sheet_rows or column(found[1]) > LIMITS.sheet_columns:
            raise Refused("sheet_too_large")


def column(letters: bytes) -> int:
    """Return a column's number from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * BASE + letter - ord("A") + 1
    return number


def open_sheets(content: bytes) -> Iterator[Sheet]:
    """Give the workbook's sheets; raises Refused where they cannot be read."""
    import openpyxl  # noqa: PLC0415 - slow to import, and only here.

    if not openpyxl.DEFUSEDXML:
        raise Refused("fell")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                rows = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
                yield Sheet(sheet.title, trimmed(rows), sheet.sheet_state != "visible")
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as bad:
        raise Refused("bad_workbook") from bad


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows without the empty ones, and without empty columns at the end."""
    filled = [row for row in rows if any(row)]
    width = max(
        (at + 1 for row in filled for at, cell in enumerate(row) if cell), default=0
    )
    return [row[:width] for row in filled]


def shown(cell: Any) -> str:  # noqa: ANN401 - the library's own, without types.
    """Return a cell's value as people write it."""
    value = cell.value
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, datetime | date | time):
        return value.isoformat().removesuffix("T00:00:00").replace("T", " ")
    if isinstance(value, float):
        return shown_number(value, str(cell.number_format or ""))
    return "" if value is None else str(value).strip()


def shown_number(value: float, form: str) -> str:
    """Return a number with a decimal comma, and a share as a percentage."""
    if form.endswith("%"):
        return f"{value * 100:.10g} %".replace(".", ",")
    text = f"{value:.15g}"
    return text if "e" in text else text.replace(".", ",")


def drafts_of(sheet: Sheet) -> Iterator[Draft]:
    """Give a sheet as a heading and a table."""
    part = Part.HIDDEN if sheet.is_hidden else Part.BODY
    yield heading(sheet.title, 1, part=part)
    spots = [Spot(line=number) for number in range(1, len(sheet.rows) + 1)]
    yield table(sheet.rows, header_rows(sheet.rows), part=part, row_spots=spots)


def remarks_of(
    sheets: Iterable[Sheet], parts: Mapping[str, bytes], without_value: int
) -> Iterator[Remark]:
    """Give what a reader of the workbook should know."""
    for sheet in sheets:
        if sheet.is_hidden:
            yield Remark("Bladet är dolt i arbetsboken; det är läst ändå.", sheet.title)
    if without_value:
        yield Remark(
            f"{without_value} formler saknar uträknat värde. Öppna arbetsboken i Excel "
            "och spara den, så att värdena följer med.",
            is_loss=True,
        )
    if any(COMMENT.match(name) for name in parts):
        yield Remark("Arbetsboken har kommentarer, som inte lästes.", is_loss=True)
    if any(name.startswith(LINKS) for name in parts):
        yield Remark("Arbetsboken hämtar värden ur andra filer; de senaste är lästa.")
