"""What stands on lines of its own in a cell stays so, whatever the kind of file."""

import pytest

from radslag.formats.readers import Document
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import cell, docx, paragraph, rows, xlsx

LINES = ["Anna Ek (S), Arvika", "Bo Lind (M), Eda"]
BOTH = "\n".join(LINES)


def in_docx(inside: str) -> bytes:
    return docx(
        f"<w:tbl><w:tr><w:tc>{paragraph('Närvarande')}</w:tc>"
        f"<w:tc>{inside}</w:tc></w:tr></w:tbl>"
    )


def in_web_page(inside: str) -> bytes:
    return (
        "<!doctype html><meta charset=utf-8><table><tr><td>Närvarande</td>"
        f"<td>\n {inside}\n</td></tr></table>"
    ).encode()


NESTED = "".join(
    f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>"
    for a, b in (line.split(", ") for line in LINES)
)
BROKEN = "<w:p><w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
FILES = {
    "paragraphs in DOCX": in_docx("".join(map(paragraph, LINES))),
    "a line break in DOCX": in_docx(BROKEN.format(*LINES)),
    "an empty paragraph in DOCX": in_docx(("<w:p/>").join(map(paragraph, LINES))),
    "a line break in XLSX": xlsx(rows([cell("A1", "Närvarande"), cell("B1", BOTH)])),
    "a break on a web page": in_web_page("<br>\n".join(LINES)),
    "paragraphs on a web page": in_web_page("".join(f"<p>{x}</p>" for x in LINES)),
    "a list on a web page": in_web_page("".join(f"<li>{x}" for x in LINES)),
    "a break in Markdown": (
        f"| Närvarande | {'<br>'.join(LINES)} |\n|---|---|\n"
    ).encode(),
    "a break in stray HTML": (
        f"Text\n\n<table><tr><td>Närvarande</td><td>{LINES[0]}<br/>\n{LINES[1]}</td>"
        "</tr></table>\n"
    ).encode(),
    "lines below each other in a text": (
        "Kommun     Namn                               Tid\n\n"
        f"Arvika     {LINES[0]}                Våren\n           {LINES[1]}\n\n"
        "Sunne      Eva Alm (C), kommunalråd, Sunne    Hösten\n"
    ).encode(),
}


def read(content: bytes) -> Document:
    document = read_here(content, "fil").document
    assert document is not None
    return document


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_lines_of_a_cell_stay_apart(content: bytes) -> None:
    document = read(content)
    found = [
        each for table in document.tables() for row in table.rows for each in row
    ]  # fmt: skip

    assert BOTH in [each.text for each in found]
    assert all(document.words_at(each.place.span) == each.text for each in found)
    assert document.is_complete


def test_rows_of_a_table_in_a_cell_are_lines() -> None:
    document = read(in_docx(f"<w:tbl>{NESTED}</w:tbl><w:p/>"))

    assert [cell.text for table in document.tables() for cell in table.rows[0]] == [
        "Närvarande",
        BOTH.replace(",", ""),
    ]
