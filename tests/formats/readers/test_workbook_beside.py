"""What a workbook holds beside its cells is read, and tied to the cell it is on."""

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from radslag.formats.readers import Document, Part
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import (
    OFFICE,
    PACKAGE,
    SHEETS,
    cell,
    number,
    rows,
    xlsx,
)

ROWS = rows(
    [cell("A1", "Post"), cell("B1", "Belopp")], [cell("A2", "Möten"), number("B2", "5")]
)
MOMENT = datetime(2027, 2, 14, 13, 30)  # noqa: DTZ001 - a sheet knows no time zones.
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NOTES = (
    f'<comments xmlns="{SHEETS}"><authors><author>Anna Ek</author>'
    "<author>tc={1}</author></authors><commentList>"
    '<comment ref="B2" authorId="0"><text><r><t>Höjt i </t></r><r><t>maj.</t></r>'
    "</text></comment>{more}</commentList></comments>"
)
COPY = (
    '<comment ref="A2" authorId="1"><text><t>[Threaded comment] Är det '
    "rätt?</t></text></comment>"
)
THREAD = (
    f'<ThreadedComments xmlns="{THREADS}">'
    '<threadedComment ref="A2" personId="{7}" id="{1}"><text>Är det rätt?</text>'
    '</threadedComment><threadedComment ref="A2" personId="{8}" id="{2}" '
    'parentId="{1}"><text>Ja.</text></threadedComment></ThreadedComments>'
)
PERSONS = (
    f'<personList xmlns="{THREADS}"><person displayName="Bo Lind" id="{{7}}"/>'
    '<person displayName="Siv Holm" id="{8}"/></personList>'
)
BOX = (
    f'<wsDr xmlns:a="{DRAWING}"><sp><txBody><a:p><a:r><a:t>Utkast, </a:t></a:r><a:r>'
    "<a:t>ej beslutat</a:t></a:r></a:p></txBody></sp></wsDr>"
)


def related(**targets: str) -> dict[str, str]:
    """Return the part that says what the first sheet refers to."""
    found = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="../{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    listed = f'<Relationships xmlns="{PACKAGE}">{found}</Relationships>'
    return {"xl/worksheets/_rels/s1.xml.rels": listed}


def read(content: bytes) -> Document:
    document = read_here(content, "a.xlsx").document
    assert document is not None
    return document


def beside(document: Document, part: Part) -> list[tuple[str, int | None]]:
    blocks = (*document.blocks, *document.aside)
    return [(b.text, b.place.line) for b in blocks if b.part is part]


def test_a_comment_is_read_with_its_cell_and_its_author() -> None:
    parts = related(comments="comments1.xml")
    notes = NOTES.replace("{more}", "")
    document = read(xlsx(ROWS, others=parts | {"xl/comments1.xml": notes}))

    assert beside(document, Part.COMMENT) == [("B2, Anna Ek: Höjt i maj.", 2)]
    assert document.is_complete
    assert [(c.what, c.read, c.counted) for c in document.counts][1:] == [
        ("kommentarer", 1, 1)
    ]


def test_a_thread_is_read_once_though_it_stands_twice() -> None:
    parts = related(comments="comments1.xml", threadedComment="threadedComments/t.xml")
    document = read(
        xlsx(
            ROWS,
            others=parts
            | {
                "xl/comments1.xml": NOTES.replace("{more}", COPY),
                "xl/threadedComments/t.xml": THREAD,
                "xl/persons/person.xml": PERSONS,
            },
        )
    )

    assert beside(document, Part.COMMENT) == [
        ("B2, Anna Ek: Höjt i maj.", 2),
        ("A2, Bo Lind: Är det rätt?", 2),
        ("A2, Siv Holm: Ja.", 2),
    ]
    assert document.is_complete


def test_a_comment_that_no_sheet_refers_to_is_told_of() -> None:
    notes = NOTES.replace("{more}", "")
    document = read(xlsx(ROWS, others={"xl/comments1.xml": notes}))

    assert not document.is_complete


def test_words_drawn_on_a_sheet_and_printed_around_it_are_read() -> None:
    parts = related(drawing="drawings/d.xml")
    margins = (
        '<headerFooter><oddHeader>&amp;L&amp;"Arial"&amp;12Utkast&amp;RSida &amp;P'
    )
    sheet = xlsx(ROWS, others=parts | {"xl/drawings/d.xml": BOX})
    printed = xlsx(f"{ROWS}</sheetData>{margins}</oddHeader></headerFooter><sheetData>")

    assert beside(read(sheet), Part.TEXT_BOX) == [("Utkast, ej beslutat", None)]
    assert read(sheet).is_complete
    assert beside(read(printed), Part.HEADER) == [("Utkast Sida", None)]


def test_hidden_rows_are_read_and_told_of() -> None:
    hidden = ROWS.replace('<row r="2"', '<row r="2" hidden="1"')
    document = read(xlsx(hidden))

    assert "Möten" in document.plain_text()
    assert [str(remark) for remark in document.remarks] == [
        "Blad: Bladet har dolda rader eller kolumner; de är lästa ändå."
    ]
    assert document.is_complete


def test_a_row_keeps_its_number_below_empty_ones() -> None:
    sheet = f'<row r="7">{cell("A7", "Långt")}{cell("B7", "ned")}</row>'

    (table,) = read(xlsx(sheet)).tables()
    assert [row[0].place.line for row in table.rows] == [7]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, "0%", "100 %"),
        (0.125, "0.0%;[Red]-0.0%", "12,5 %"),
        (0.5, '0.0" % av"', "0,5 % av"),
        (0.5, "0%_)", "50 %"),
        (5560001234567890, "General", "5560001234567890"),
        (0.1 + 0.2, "General", "0,3"),
        (date(2027, 2, 14), "yyyy-mm-dd", "2027-02-14"),
        (MOMENT, "yyyy-mm-dd hh:mm", "2027-02-14 13:30"),
        (time(9, 30), "hh:mm", "09:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
    ],
)
def test_a_value_is_shown_as_people_write_it(
    value: object, form: str, shown: str
) -> None:
    book, room = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Värde", value])
    sheet["B1"].number_format = form
    book.save(room)

    (table,) = read(room.getvalue()).tables()
    assert table.rows[0][1].text == shown
