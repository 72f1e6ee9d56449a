"""A web page's lists, forms, tables and hidden words are read as it shows them."""

import pytest

from radslag.formats.readers import Document, ListItem, Part, Table
from radslag.formats.readers.dispatch import read_here


def read(inside: str) -> Document:
    page = (
        f"<!DOCTYPE html><html><meta charset=utf-8><body><main>{inside}</main></html>"
    )
    result = read_here(page.encode(), "")
    assert result.document is not None, result.refusal
    assert result.document.is_complete, result.document.remarks
    return result.document


def texts(document: Document, part: Part = Part.BODY) -> list[str]:
    blocks = (*document.blocks, *document.aside)
    return [block.text for block in blocks if block.part is part]


def markers(inside: str) -> list[str]:
    blocks = read(inside).blocks
    return [block.marker for block in blocks if isinstance(block, ListItem)]


def rows(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<ol><li>x<li>y</ol>", ["1.", "2."]),
        ("<ol start=3><li>x<li>y</ol>", ["3.", "4."]),
        ("<ol><li>x<li value=7>y<li>z</ol>", ["1.", "7.", "8."]),
        ("<ol reversed><li>x<li>y</ol>", ["2.", "1."]),
        ("<ol type=a><li>x<li>y</ol>", ["a.", "b."]),
        ("<ol type=A start=2><li>x</ol>", ["B."]),
        ("<ol type=i><li>x<li>y</ol>", ["i.", "ii."]),
        ("<ol type=I start=4><li>x</ol>", ["IV."]),
        ("<ol style='list-style-type: lower-alpha'><li>x</ol>", ["a."]),
        ("<ol style='list-style:none'><li>x</ol>", [""]),
        ("<ol><li>x<ol type=a><li>y<li>z</ol><li>å</ol>", ["1.", "a.", "b.", "2."]),
        ("<ol start=-1><li>x<li>y</ol>", ["-1.", "0."]),
        ("<ul><li>x</ul>", ["•"]),
    ],
)
def test_item_has_the_marker_that_the_page_shows(inside: str, shown: list[str]) -> None:
    assert markers(inside) == shown


def test_list_in_a_cell_keeps_its_numbers_and_not_its_dots() -> None:
    document = read(
        "<table><tr><td>Beslut<td><ol type=a><li>bifall<li>avslag</ol>"
        "<tr><td>Not<td><ul><li>prick</ul></table>"
    )

    assert rows(document) == [[["Beslut", "a. bifall\nb. avslag"], ["Not", "prick"]]]


COLUMNS = (
    "Aktivitet        Ansvarig      Kostnad\n"
    "Laddplatser      Kansliet       25 000\n"
    "Temadag          Nätverket      40 000\n"
)


@pytest.mark.parametrize(
    "around",
    ["<pre>{}</pre>", "<pre><code>{}</code></pre>",
     "<div style='white-space: pre-wrap'>{}</div>"],
)  # fmt: skip
def test_columns_of_spaces_in_preformatted_text_are_a_table(around: str) -> None:
    document = read(around.format(COLUMNS))

    assert rows(document) == [
        [
            ["Aktivitet", "Ansvarig", "Kostnad"],
            ["Laddplatser", "Kansliet", "25 000"],
            ["Temadag", "Nätverket", "40 000"],
        ]
    ]


def test_preformatted_text_keeps_its_paragraphs_and_items() -> None:
    document = read("<pre>Rad ett om mötet.\n\n- punkt ett\n- punkt två</pre>")

    assert texts(document) == ["Rad ett om mötet.", "punkt ett", "punkt två"]


def test_filled_form_is_text_with_what_is_filled_in() -> None:
    document = read(
        "<form><label>Namn: <input value='Prov Person'></label>"
        "<p>Ort: <input type=text value=Dalen></p>"
        "<p><input type=checkbox checked> Ja <input type=checkbox> Nej</p>"
        "<p><input type=radio name=a>A <input type=radio name=a checked>B</p>"
        "<p>Val: <select><option>Ett<option selected>Två</select></p>"
        "<p>Nämnd: <select><option>Först<option>Sedan</select></p>"
        "<p>Skäl: <textarea>Fri text\nrad två</textarea></p>"
        "<input type=hidden value=hemlig><input type=password value=lösen>"
        "<input type=submit value=Skicka><input placeholder=Skriv></form>"
    )

    assert texts(document) == [
        "Namn: Prov Person",
        "Ort: Dalen",
        "☒ Ja ☐ Nej",
        "☐ A ☒ B",
        "Val: Två",
        "Nämnd: Först",
        "Skäl: Fri text",
        "rad två",
    ]
    assert texts(document, Part.HIDDEN) == ["Ett", "Sedan"]


def test_form_that_nobody_has_filled_in_is_not_running_text() -> None:
    document = read(
        "<p>Text.</p><form>Sök <input type=search><button>Sök</button></form>"
    )

    assert texts(document) == ["Text."]
    assert texts(document, Part.BOILERPLATE) == ["Sök", "Sök"]


def test_list_of_definitions_is_each_term_and_what_is_said_of_it() -> None:
    document = read("<dl><dt>Tid<dd>kl. 9<dt>Mål<dd><h3>Energi</h3><p>Text.</p></dl>")

    assert texts(document) == ["Tid", "kl. 9", "Mål", "Energi", "Text."]


def test_rows_of_a_small_table_in_a_cell_are_its_lines() -> None:
    inner = "<table><tr><td>Åsa Ek<td>Arvika<tr><td>Bo Ek<td>Eda</table>"

    document = read(f"<table><tr><td>Närvarande<td>{inner}<tr><td>Tid<td>9</table>")

    assert rows(document) == [
        [["Närvarande", "Åsa Ek Arvika\nBo Ek Eda"], ["Tid", "9"]]
    ]


def test_what_may_be_opened_is_read() -> None:
    document = read("<details><summary>Mer</summary><p>Innehåll</p></details>")

    assert texts(document) == ["Mer", "Innehåll"]


def test_hidden_words_are_told_of_and_part_no_sentence() -> None:
    document = read(
        "<p>Synlig <span hidden>dold</span> text</p>"
        "<p><a>Länk <b style='display:none'>dold länk</b></a></p>"
        "<div hidden><p>Dolt stycke</p></div>"
        "<table><tr><td>a<span hidden>dold ruta</span><td>b<tr><td>c<td>d</table>"
    )

    assert texts(document) == ["Synlig text", "Länk", "a\tb\nc\td"]
    hidden = ["dold", "dold länk", "Dolt stycke", "dold ruta"]
    assert texts(document, Part.HIDDEN) == hidden
    assert any("dold" in str(remark) for remark in document.remarks)


def test_struck_words_are_told_of_as_deleted() -> None:
    document = read("<p>Mötet är <del>den 3 maj</del> <ins>den 4 maj</ins>.</p>")

    assert texts(document) == ["Mötet är den 4 maj."]
    assert texts(document, Part.DELETED) == ["den 3 maj"]


def test_row_that_reaches_to_the_end_covers_all_below() -> None:
    document = read("<table><tr><td rowspan=0>A<td>1<tr><td>2<tr><td>3</table>")

    assert rows(document) == [[["A", "1"], ["", "2"], ["", "3"]]]


PEOPLE = "<table><tr><th>Namn<th>Kommun<tr><td>Åsa Ek<td>Dalen</table>"


def test_table_in_a_form_s_cell_stands_after_the_form() -> None:
    document = read(
        f"<table><tr><td>Deltagare<td>{PEOPLE}<tr><td>Plats<td>Rådhuset</table>"
    )

    assert rows(document) == [
        [["Deltagare", ""], ["Plats", "Rådhuset"]],
        [["Namn", "Kommun"], ["Åsa Ek", "Dalen"]],
    ]


def test_table_that_only_lays_out_others_is_those() -> None:
    document = read(
        f"<table><tr><td><p>Meny</p><td>{PEOPLE}<tr><td>{PEOPLE}<td></table>"
    )

    assert texts(document)[0] == "Meny"
    assert len(rows(document)) == 2


def test_words_in_a_drawing_are_read() -> None:
    document = read(
        "<p>Se <svg><title>ikon</title><text>Ord i </text><text><tspan>figur</tspan>"
        "</text></svg> nedan</p>"
    )

    assert texts(document) == ["Se nedan"]
    assert texts(document, Part.TEXT_BOX) == ["Ord i", "figur"]


def test_page_within_the_page_is_told_of() -> None:
    page = "<!DOCTYPE html><p>Text</p><iframe srcdoc='<p>Inre</p>'></iframe>"

    document = read_here(page.encode(), "").document

    assert document is not None
    assert not document.is_complete


def test_pictures_are_told_of_but_not_those_of_no_size() -> None:
    document = read("<p>Text <img src=a><img src=b width=1 height=1></p>")

    assert [str(remark) for remark in document.remarks] == [
        "Sidan har 1 bild, som inte lästes."
    ]


def test_possible_breaks_in_a_word_break_nothing() -> None:
    assert texts(read("<p>kommun<wbr>styrelse i <ruby>a<rt>b</rt></ruby> dag</p>")) == [
        "kommunstyrelse i ab dag"
    ]
