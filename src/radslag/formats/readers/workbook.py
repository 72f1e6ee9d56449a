"""Reads XLSX: every sheet as a table, hidden ones too, with formulas' last values.

The sheet's own note of its size is never believed: rows and cells are counted a second
time in the file's bytes.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from radslag.formats.readers.composing import Draft, Spot, compose, heading, table
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import Count, Document, FileKind, Part, Remark
from radslag.formats.readers.plain_text import losses
from radslag.formats.readers.refusals import Refused
from radslag.formats.readers.tab_tables import header_rows
from radslag.formats.readers.workbook_beside import Beside
from radslag.formats.readers.workbook_values import shown

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
CELL = re.compile(rb"<(?:\w+:)?c(\s[^>]*)?(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
FILLED = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]+<")
FORMULA = re.compile(rb"<(?:\w+:)?f\b")
REFERENCE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
LINKS = "xl/externalLinks/"
BASE = 26
MOST_TOLD = 10


class Sheet(NamedTuple):
    """A sheet's rows by their numbers, those that are empty left out."""

    title: str
    rows: dict[int, list[str]]
    is_hidden: bool

    @property
    def part(self) -> Part:
        """Whether the sheet is seen."""
        return Part.HIDDEN if self.is_hidden else Part.BODY


class Counted(NamedTuple):
    """What a sheet's bytes hold, counted without reading them as a sheet."""

    cells: int
    without_value: tuple[str, ...]


def read_workbook(content: bytes, parts: Mapping[str, bytes]) -> Document:
    """Return the document that a workbook is."""
    counted = [count_cells(part) for name, part in parts.items() if SHEET.match(name)]
    sheets = list(open_sheets(content))
    beside = Beside(parts)
    charts = [Sheet(title, {}, is_hidden=False) for title in beside.charts_only]
    composition = compose(
        draft
        for sheet in (*sheets, *charts)
        for draft in (*drafts_of(sheet), *beside.drafts(sheet.title, sheet.part))
    )
    rows = [row for sheet in sheets for row in sheet.rows.values()]
    cells = Count(
        "ifyllda celler",
        sum(bool(cell) for row in rows for cell in row),
        sum(sheet.cells for sheet in counted),
    )
    counts = (cells, *beside.counts())
    without_value = [place for sheet in counted for place in sheet.without_value]
    return Document(
        kind=FileKind.XLSX,
        title=sheets[0].title if sheets else "",
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=counts,
        remarks=(
            *losses(*counts),
            *hidden_remarks(sheets, beside),
            *remarks_of(parts, without_value),
        ),
    )


def count_cells(part: bytes) -> Counted:
    """Count a sheet's filled cells in its bytes; refuse sheets that are too large."""
    check_size(part)
    filled, without_value = 0, []
    for stated, inside in CELL.findall(part):
        has_value = FILLED.search(inside) is not None
        filled += has_value
        # A formula whose value is a text may have the empty one.
        is_empty_text = b't="str"' in stated
        if not has_value and not is_empty_text and FORMULA.search(inside):
            place = PLACE.search(stated)
            without_value.append(place[1].decode() if place else "?")
    return Counted(filled, tuple(without_value))


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


def trimmed(rows: list[list[str]]) -> dict[int, list[str]]:
    """Return the rows that are not empty by number, no empty columns at the end."""
    filled = {number: row for number, row in enumerate(rows, 1) if any(row)}
    width = max(
        (at + 1 for row in filled.values() for at, cell in enumerate(row) if cell),
        default=0,
    )
    return {number: row[:width] for number, row in filled.items()}


def drafts_of(sheet: Sheet) -> Iterator[Draft]:
    """Give a sheet as a heading and a table."""
    yield heading(sheet.title, 1, part=sheet.part)
    rows = list(sheet.rows.values())
    spots = [Spot(line=number) for number in sheet.rows]
    yield table(rows, header_rows(rows), part=sheet.part, row_spots=spots)


def hidden_remarks(sheets: Iterable[Sheet], beside: Beside) -> Iterator[Remark]:
    """Give what is read though the workbook hides it."""
    for sheet in sheets:
        if sheet.is_hidden:
            yield Remark("Bladet är dolt i arbetsboken; det är läst ändå.", sheet.title)
        elif beside.has_hidden(sheet.title):
            what = "Bladet har dolda rader eller kolumner; de är lästa ändå."
            yield Remark(what, sheet.title)


def remarks_of(
    parts: Mapping[str, bytes], without_value: Sequence[str]
) -> Iterator[Remark]:
    """Give what a reader of the workbook should know."""
    if without_value:
        places = ", ".join(without_value[:MOST_TOLD])
        more = " med flera" if len(without_value) > MOST_TOLD else ""
        what = (
            "1 formel" if len(without_value) == 1 else f"{len(without_value)} formler"
        )
        yield Remark(
            f"{what} saknar uträknat värde ({places}{more}). Öppna arbetsboken i Excel "
            "och spara den, så att värdena följer med.",
            is_loss=True,
        )
    if any(name.startswith(LINKS) for name in parts):
        yield Remark("Arbetsboken hämtar värden ur andra filer; de senaste är lästa.")
