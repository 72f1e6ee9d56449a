"""Tables in a PDF that no rules close: ruled or shaded by row, headed, or bare.

All are printed in one go, each on a page of its own, and read page by page.
"""

# ruff: noqa: E501 - styles are read by their lines.

import io
from collections.abc import Mapping

import pypdfium2
import pytest

from radslag.formats.readers import Document, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import pdf, shown
from tests.formats.understanding.made_documents import as_pdf
from tools import chromium

HEAD = ["Aktivitet", "Ansvarig", "Kostnad, kr", "När"]
ROWS = [
    ["Kartlägg laddplatser", "Klimatnätverket", "25 000", "våren 2031"],
    [
        "Ordna en temadag om vatten och om annat som rör bygdens sjöar och vattendrag",
        "Kansliet",
        "40 000",
        "",
    ],
    ["Gemensam mässa", "", "140 000", "hösten 2031 eller våren därpå"],
    ["Utbildning", "Skolchefer och rektorer i alla kommuner", "9 000", "löpande"],
    ["Summa", "", "214 000", ""],
]
STYLES = {
    "rules below rows": ".{} td,.{} th{border-bottom:1px solid}",
    "rules around the head": ".{}{border:solid;border-width:1px 0}.{} th{border-bottom:1px solid}",
    "shade behind every other row": ".{} tr:nth-child(even){background:#ddd}",
    "shade behind every cell": ".{} td{background:#ddd}.{} th{background:#369}",
    "shade behind the head, white words": ".{} th{background:#135;color:#fff}",
    "shades with air between": ".{}{border-collapse:separate;border-spacing:2pt}.{} td,.{} th{background:#ddd}",
    "shades and rules": ".{} tr:nth-child(odd) td{background:#eee}.{} tr{border-bottom:1px solid #ccc}",
    "cells in the middle": ".{} td,.{} th{border-bottom:1px solid;vertical-align:middle}",
    "nothing drawn": "",
}  # fmt: skip
GROUPED = [
    ["Aktivitet", "Ansvarig", "När"],
    ["Mål 1: Klimat och energi i hela vår samverkan och i alla kommuner", "", ""],
    ["Laddplatser", "Nätverket", "våren"],
    ["Solkarta", "Arvika", "hösten"],
    ["Mål 2: Näringsliv", "", ""],
    ["Mässa", "Eda", "juni"],
]
TIGHT = [
    ["Post", "Utfall 2029", "Budget 2030"],
    ["Avgifter", "1 912 000", "1 950 000"],
    ["Bidrag", "240 000", "200 000"],
    ["Lön", "-1 005 300", "-1 040 000"],
]
OTHERS = {
    "rows over all columns": (
        "<style>.g td,.g th{border-bottom:1px solid}.s td{background:#ddd}</style>",
        "g",
        GROUPED,
    ),
    "no air between the lines": (
        "<style>.t td,.t th{padding:0 3pt!important}.t th{border-bottom:1px solid}"
        ".t{border:solid;border-width:1px 0}</style>",
        "t",
        TIGHT,
    ),
}
COLUMNS = (
    "<hr style='break-after:auto;border-top:1px solid'><div style='columns:2'>"
    + "<p>Stycke om samverkan och om annat som rör kommunerna i dalen i år.</p>" * 30
    + "</div>"
)
CONTENTS = [
    ["Förord", "3"],
    ["Vision", "3"],
    ["Mål för energi", "4"],
    ["Antagande", "7"],
]
SIGNING = [["Anna Ek", "Bo Lind"], ["Ordförande", "Justerare"]]
BEFORE = "<p>Planen gäller hela samverkan och alla dess kommuner.</p>"
AFTER = "<p>Efter tabellen kommer mer text om samverkan.</p>"


def markup(name: str, rows: list[list[str]], *, is_headed: bool = True) -> str:
    """Return rows as a table of a class; a row with one cell reaches over all."""
    drawn = ""
    for at, row in enumerate(rows):
        tag = "th" if at == 0 and is_headed else "td"
        if not any(row[1:]) and row[0].startswith("Mål"):
            drawn += f"<tr class=s><td colspan={len(row)}>{row[0]}"
            continue
        cells = (
            f"<{tag}{' class=n' if cell[-3:].isdigit() else ''}>{cell}" for cell in row
        )
        drawn += f"<tr>{''.join(cells)}"
    return f"{BEFORE}<table class={name}>{drawn}</table>{AFTER}"


def pages() -> Mapping[str, str]:
    found = {
        name: f"<style>{style.replace('{}', f'c{at}', 9)}</style>"
        + markup(f"c{at}", [HEAD, *ROWS])
        for at, (name, style) in enumerate(STYLES.items())
    }
    for name, (style, kind, rows) in OTHERS.items():
        found[name] = style + markup(kind, rows)
    found["contents"] = markup("x", CONTENTS, is_headed=False)
    found["signing"] = markup("x", SIGNING, is_headed=False)
    found["two columns"] = COLUMNS
    return found


@pytest.fixture(scope="module")
def read() -> Mapping[str, Document]:
    """Return each page, printed in one go and read by itself."""
    if chromium.find() is None:
        pytest.skip(f"no browser here. {chromium.HOW}")
    plain = (
        "<style>td,th{border:0;padding:4pt 6pt}.n{text-align:right!important}</style>"
    )
    whole = pypdfium2.PdfDocument(as_pdf(plain + "<hr>".join(pages().values())))
    found = {}
    for at, name in enumerate(pages()):
        one, room = pypdfium2.PdfDocument.new(), io.BytesIO()
        one.import_pages(whole, [at])
        one.save(room)
        document = read_here(room.getvalue(), "").document
        assert document is not None
        found[name] = document
    return found


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("name", STYLES)
def test_table_has_its_rows_and_cells(name: str, read: Mapping[str, Document]) -> None:
    document = read[name]

    assert tables(document) == [[HEAD, *ROWS]]
    assert next(document.tables()).header_rows == 1
    assert document.is_complete


@pytest.mark.parametrize("name", OTHERS)
def test_other_table_has_its_rows_and_cells(
    name: str, read: Mapping[str, Document]
) -> None:
    assert tables(read[name]) == [OTHERS[name][2]]
    assert read[name].is_complete


@pytest.mark.parametrize("name", [*STYLES, *OTHERS])
def test_text_around_is_no_part_of_the_table(
    name: str, read: Mapping[str, Document]
) -> None:
    first, *_, last = read[name].blocks

    assert first.text == "Planen gäller hela samverkan och alla dess kommuner."
    assert last.text == "Efter tabellen kommer mer text om samverkan."


def test_text_in_two_columns_is_no_table(read: Mapping[str, Document]) -> None:
    assert tables(read["two columns"]) == []


def test_words_of_a_cell_have_their_place(read: Mapping[str, Document]) -> None:
    document = read["rules below rows"]
    cell = next(document.tables()).rows[2][0]

    assert document.words_at(cell.place.span) == ROWS[1][0]
    assert cell.place.box is not None
    assert cell.place.box.bottom - cell.place.box.top > 25


def test_letters_that_stand_apart_in_the_file_are_words() -> None:
    """A letter drawn by itself is part of its word, and a space is a space."""
    page = ""
    for at, row in enumerate(TIGHT):
        for text, left in zip(row, (72, 250, 420), strict=True):
            page += shown(text, left, 700 - 14 * at)
    document = read_here(pdf(page), "").document

    assert document is not None
    assert tables(document) == [TIGHT]


def test_a_line_that_had_room_above_is_a_line_of_its_own() -> None:
    """A title over a name stays so; a sentence that its column broke is one."""
    rows = [
        ["10.", ["Läget i dalen", "Anna Ek"], "B"],
        ["11.", ["Skolorna", "Bo Lind"], "I"],
        ["12.", ["Hur skolorna i dalen och i de", "andra kommunerna har det"], "I"],
        ["13.", ["Övrigt"], "I"],
    ]
    page, top = "", 700
    for number, lines, kind in rows:
        page += shown(str(number), 72, top) + shown(str(kind), 420, top)
        for at, line in enumerate(lines):
            page += shown(line, 110, top - 12 * at)
        top -= 12 * len(lines) + 14
    document = read_here(pdf(page), "").document

    assert document is not None
    ((*found,),) = tables(document)
    assert [row[1] for row in found] == [
        "Läget i dalen\nAnna Ek",
        "Skolorna\nBo Lind",
        "Hur skolorna i dalen och i de andra kommunerna har det",
        "Övrigt",
    ]
