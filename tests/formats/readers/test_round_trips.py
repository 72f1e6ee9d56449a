"""What other programs write is read back: the same words, headings and tables."""

import io
import subprocess
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pytest

from radslag.formats.readers import Document, Heading, ListItem, Paragraph, Part, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import pdf, shown

CHROMIUM = Path("/usr/bin/chromium")
TITLE, FIRST, SECOND = "Verksamhetsplan 2031", "1. Uppdrag", "2. Möten"
TEXT = "Kansliet samordnar nätverken och för protokoll."
ITEMS = ("följer upp målen", "bjuder in till möten")
ROWS = (
    ("Aktivitet", "Ansvarig", "Kostnad"),
    ("Kartlägg laddplatser", "Klimatnätverket", "25 000 kr"),
    ("Ordna en temadag", "Kansliet", "40 000 kr"),
)


def as_docx() -> bytes:
    made, room = docx.Document(), io.BytesIO()
    made.add_heading(TITLE, 0)
    made.add_heading(FIRST, 1)
    made.add_paragraph(TEXT)
    for item in ITEMS:
        made.add_paragraph(item, style="List Bullet")
    made.add_heading(SECOND, 1)
    grid = made.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(grid.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.sections[0].footer.paragraphs[0].text = "Sidfot 1"
    made.save(room)
    return room.getvalue()


def as_web_page() -> bytes:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    head, *rest = ROWS
    cells = "".join(f"<th>{text}</th>" for text in head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{t}</td>" for t in row) + "</tr>" for row in rest
    )
    return (
        "<!DOCTYPE html><html lang=sv><meta charset=utf-8><style>table{border-collapse:"
        "collapse}td,th{border:1px solid}</style><body><main>"
        f"<h1>{TITLE}</h1><h2>{FIRST}</h2><p>{TEXT}</p><ul>{items}</ul>"
        f"<h2>{SECOND}</h2><table><tr>{cells}</tr>{rows}</table></main>"
        "<footer>Sidfot 1</footer></body></html>"
    ).encode()


def as_text() -> bytes:
    rows = "\n".join("\t".join(row) for row in ROWS)
    items = "\n".join(f"- {item}" for item in ITEMS)
    return f"{TITLE}\n\n{FIRST}\n\n{TEXT}\n\n{items}\n\n{SECOND}\n\n{rows}\n".encode()


def as_markdown() -> bytes:
    head, *rest = ROWS
    lines = [head, ("---",) * 3, *rest]
    rows = "\n".join("| " + " | ".join(row) + " |" for row in lines)
    items = "\n".join(f"* {item}" for item in ITEMS)
    parts = [f"# {TITLE}", f"## {FIRST}", TEXT, items, f"## {SECOND}", rows]
    return "\n\n".join(parts).encode()


@pytest.fixture(scope="module")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if not CHROMIUM.exists():
        pytest.skip("no Chromium here; to have one: apt-get install chromium")
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "a.html").write_bytes(as_web_page())
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu",
         "--no-pdf-header-footer", f"--user-data-dir={folder}",
         f"--print-to-pdf={folder}/a.pdf", f"{folder}/a.html"],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "a.pdf").read_bytes()


def read(content: bytes) -> Document:
    result = read_here(content, "")
    assert result.document is not None, result.refusal
    return result.document


def outline(document: Document) -> list[object]:
    """Return what a person would see: blocks without where they stand."""
    return [
        tuple(tuple(cell.text for cell in row) for row in block.rows)
        if isinstance(block, Table)
        else (type(block), block.text)
        for block in document.blocks
    ]


EXPECTED: list[object] = [
    (Heading, TITLE), (Heading, FIRST), (Paragraph, TEXT), (ListItem, ITEMS[0]),
    (ListItem, ITEMS[1]), (Heading, SECOND), ROWS,
]  # fmt: skip


@pytest.mark.parametrize("make", [as_docx, as_web_page, as_text, as_markdown])
def test_document_is_read_back(make: Callable[[], bytes]) -> None:
    document = read(make())

    assert outline(document) == EXPECTED
    assert document.is_complete
    assert (document.title, next(document.tables()).header_rows) == (TITLE, 1)


def test_pdf_is_read_back(as_pdf: bytes) -> None:
    document = read(as_pdf)

    assert outline(document) == [*EXPECTED, (Paragraph, "Sidfot 1")]
    assert document.is_complete


def test_pdf_s_words_have_their_frame(as_pdf: bytes) -> None:
    document = read(as_pdf)
    title = next(document.headings())

    assert title.place.page == 1
    assert title.place.box is not None
    assert 20 < title.place.box.left < title.place.box.right < document.pages[0].width
    assert 20 < title.place.box.top < title.place.box.bottom < 120


def test_workbook_is_read_back() -> None:
    book, room = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    for row in (("Post", "Belopp"), ("Möten", 100_000), ("Andel", 0.25)):
        sheet.append(row)
    sheet["B3"].number_format = "0%"
    book.save(room)

    document = read(room.getvalue())

    assert outline(document) == [
        (Heading, "Budget"),
        (("Post", "Belopp"), ("Möten", "100000"), ("Andel", "25 %")),
    ]
    assert document.is_complete


def test_letter_is_read_with_its_attachments() -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Handlingar till mötet", "kansli@example.se"
    letter["Date"] = "Mon, 12 Jan 2026 10:00:00 +0100"
    letter.set_content("Se bifogad plan.\n")
    letter.add_attachment(as_docx(), maintype="a", subtype="b", filename="plan.docx")

    document = read(letter.as_bytes())

    assert document.title == "Handlingar till mötet"
    assert (Paragraph, "Se bifogad plan.") in outline(document)
    (attachment,) = document.attachments
    assert attachment.document is not None
    assert outline(attachment.document) == EXPECTED


def test_docx_footer_stands_aside() -> None:
    document = read(as_docx())

    assert [(block.text, block.part) for block in document.aside] == [
        ("Sidfot 1", Part.FOOTER)
    ]


def test_headers_footers_and_page_numbers_are_taken_from_the_text() -> None:
    pages = [
        shown("Samverkan i Dalen", y=815, size=9)
        + "".join(
            shown(f"Stycke {n}{at} om samverkan.", y=700 - 40 * at) for at in range(3)
        )
        + shown(f"Sida {n} av 3", y=20, size=9)
        for n in (1, 2, 3)
    ]

    document = read(pdf(*pages))

    assert [block.text for block in document.blocks] == [
        f"Stycke {n}{at} om samverkan." for n in (1, 2, 3) for at in range(3)
    ]
    assert {(block.text, block.part) for block in document.aside} == {
        ("Samverkan i Dalen", Part.HEADER),
        *((f"Sida {n} av 3", Part.FOOTER) for n in (1, 2, 3)),
    }  # fmt: skip


def ruled(rows: list[tuple[str, str]], top: float) -> str:
    """Return what draws a table with rules around its cells."""
    drawn = ""
    for at, row in enumerate(rows):
        y = top - 20 * at
        drawn += f"72 {y - 14} 200 20 re S 272 {y - 14} 200 20 re S\n"
        drawn += shown(row[0], 76, y - 8, 10) + shown(row[1], 276, y - 8, 10)
    return drawn


def test_table_is_put_together_over_a_page_s_end() -> None:
    head = ("Aktivitet", "Ansvarig")
    first = [head, *((f"Aktivitet {at}", "Kansliet") for at in range(3))]
    second = [head, *((f"Aktivitet {at}", "Nätverket") for at in range(3, 6))]

    document = read(
        pdf(ruled(first, 160), ruled(second, 780) + shown("Efteråt.", y=400))
    )

    (table,) = document.tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        *first,
        *second[1:],
    ]
    assert [row[0].place.page for row in table.rows] == [1, 1, 1, 1, 2, 2, 2]
    assert document.is_complete


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"vänster rad {at:02} med löpande text" for at in range(12)]
    right = [f"höger rad {at:02} med löpande text" for at in range(12)]
    drawn = "".join(
        shown(one, 50, 700 - 14 * at, 10) + shown(other, 320, 700 - 14 * at, 10)
        for at, (one, other) in enumerate(zip(left, right, strict=True))
    )

    text = read(pdf(drawn)).plain_text().replace("\n", " ")

    assert text == " ".join([*left, *right])


def test_headings_with_air_between_them_stay_apart() -> None:
    drawn = shown("Plan med", 72, 700, 18) + shown("budget", 72, 678, 18)
    drawn += shown("Avtal om vatten", 72, 644, 18)
    for at in range(3):
        drawn += shown(f"Text {at} om vatten och om annat i regionen.", y=600 - 30 * at)

    headings = [heading.text for heading in read(pdf(drawn)).headings()]

    assert headings == ["Plan med budget", "Avtal om vatten"]
