"""A workbook's cells are read as the sheet shows them, and what it lacks is told of."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from radslag.formats.readers import Document
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import cell, number, rows, xlsx

MOMENT = datetime(2030, 5, 1, 9, 30)  # noqa: DTZ001 - a sheet knows no time zones.


def read(content: bytes) -> Document:
    result = read_here(content, "a.xlsx")
    assert result.document is not None, result.refusal
    return result.document


def saved(book: Any) -> Document:
    room = io.BytesIO()
    book.save(room)
    return read(room.getvalue())


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (180, "0000", "0180"),
        (7, "000", "007"),
        (3, '"§ "0', "§ 3"),
        (12500.5, '#,##0.00 "kr"', "12500,5 kr"),
        (45000, '"v. "0', "v. 45000"),
        (1500000, '#,##0,"tkr"', "1500000"),
        (-5, '0" st";-0" st"', "-5 st"),
        (0.255, '0.0%" av alla"', "25,5 % av alla"),
        (date(2030, 5, 1), "yyyy-mm-dd", "2030-05-01"),
        (date(2030, 5, 1), "mmmm yyyy", "2030-05"),
        (date(2030, 5, 1), "[$-41D]mmm\\-yy;@", "2030-05"),
        (date(2030, 5, 1), "yyyy", "2030"),
        (date(2030, 5, 1), "d mmm", "2030-05-01"),
        (MOMENT, "yyyy-mm-dd hh:mm", "2030-05-01 09:30"),
        (MOMENT, "hh:mm", "09:30"),
        (2030, "General", "2030"),
    ],
)
def test_value_is_shown_as_its_form_says(value: object, form: str, shown: str) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["B1"] = "Post", value
    sheet["B1"].number_format = form

    (table,) = saved(book).tables()

    assert [each.text for each in table.rows[0]] == ["Post", shown]


def test_formula_without_value_is_told_of_with_its_cell() -> None:
    document = read(
        xlsx(rows([cell("A1", "Summa"), number("B1", "", "SUM(B2:B9)"),
                   number("C1", "5", "2+3")]))
    )  # fmt: skip

    assert not document.is_complete
    (remark,) = document.remarks
    assert "B1" in str(remark)
    assert "C1" not in str(remark)


def test_formula_whose_value_is_an_empty_text_lacks_nothing() -> None:
    empty = '<c r="B1" t="str"><f>IF(A1="x","",A1)</f><v></v></c>'

    assert read(xlsx(rows([cell("A1", "x"), empty]))).is_complete


def test_sheet_that_is_only_a_chart_is_read() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Kommun", "Kr"], ["Arvika", 5], ["Eda", 7]):
        sheet.append(row)
    chart = BarChart()
    chart.title = "Eget blad"
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    book.create_chartsheet("Diagramblad").add_chart(chart)

    document = saved(book)

    assert [heading.text for heading in document.headings()] == ["Sheet", "Diagramblad"]
    assert "Eget blad" in document.plain_text()
    assert document.is_complete
