"""HTML that stands stray in a text is read as what it shows, and nothing is lost."""

import pytest

from radslag.formats.readers import Document, ListItem, ReadResult, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.growth import grows_with_length


def read(inside: str) -> Document:
    text = f"Vanlig text om mötet.\n\n{inside}\n\nMer text.\n"
    result = read_here(text.encode(), "a.md")
    assert result.document is not None, result.refusal
    assert result.document.is_complete, result.document.remarks
    return result.document


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks][1:-1]


PEOPLE = (
    "<table><tr><th>Namn</th><th>Kommun</th></tr>"
    "<tr><td>Åsa Ek</td><td>Dalen</td></tr></table>"
)


def test_merged_cells_stand_in_their_first_place() -> None:
    document = read(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>\n"
        '<tr><td rowspan=2>x</td><td colspan="2">y</td></tr>\n'
        "<tr><td>z</td><td>w</td></tr></table>"
    )

    assert tables(document) == [[["A", "B", "C"], ["x", "y", ""], ["", "z", "w"]]]


def test_table_in_a_form_s_cell_stands_after_the_form() -> None:
    document = read(
        f"<table><tr><td>Deltagare</td><td>{PEOPLE}</td></tr>\n"
        "<tr><td>Plats</td><td>Rådhuset</td></tr></table>"
    )

    assert tables(document) == [
        [["Deltagare", ""], ["Plats", "Rådhuset"]],
        [["Namn", "Kommun"], ["Åsa Ek", "Dalen"]],
    ]


def test_small_table_in_a_cell_is_the_cell_s_lines() -> None:
    inner = (
        "<table><tr><td>Åsa Ek</td><td>Arvika</td></tr><tr><td>Bo Ek</td></tr></table>"
    )

    document = read(f"<table><tr><td>Närvarande</td><td>{inner}</td></tr></table>")

    assert tables(document) == [[["Närvarande", "Åsa Ek Arvika\nBo Ek"]]]


def test_caption_is_read_and_the_lines_are_counted() -> None:
    document = read(
        "<table>\n<caption>Budget</caption>\n<tr><td>a</td><td>b</td></tr>\n</table>"
    )
    (table,) = document.tables()

    assert "Budget" in texts(document)
    assert table.rows[0][0].place.line == 5


def test_table_that_is_never_closed_is_text() -> None:
    document = read(f"<table><tr><td>a</td><td>b\n\n{PEOPLE}")

    assert tables(document) == [[["Namn", "Kommun"], ["Åsa Ek", "Dalen"]]]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<ol><li>x</li><li>y</li></ol>", [("1.", "x"), ("2.", "y")]),
        ("<ol start=3>\n<li>x</li>\n<li>y</li>\n</ol>", [("3.", "x"), ("4.", "y")]),
        ('<ol type="a"><li>x<li>y</ol>', [("a.", "x"), ("b.", "y")]),
        ("<ol><li>x<li value=9>y<li>z</ol>", [("1.", "x"), ("9.", "y"), ("10.", "z")]),
        ("<ul><li>x</li><li>y</li></ul>", [("-", "x"), ("-", "y")]),
    ],
)
def test_item_has_the_marker_that_is_shown(
    inside: str, shown: list[tuple[str, str]]
) -> None:
    found = [block for block in read(inside).blocks if isinstance(block, ListItem)]

    assert [(item.marker, item.text) for item in found] == shown


def test_list_in_a_cell_keeps_its_numbers_and_not_its_dots() -> None:
    document = read(
        "<table><tr><td>Beslut</td><td><ol><li>ja</li><li>nej</li></ol></td></tr>"
        "<tr><td>Not</td><td><ul><li>prick</li></ul></td></tr></table>"
    )

    assert tables(document) == [[["Beslut", "1. ja\n2. nej"], ["Not", "prick"]]]


def test_list_in_a_row_with_tabs_parts_no_row() -> None:
    document = read(
        "Aktivitet\tKommentar\nMöten<ul><li>ett</li><li>två</li></ul>\tJa\n"
    )

    assert tables(document) == [[["Aktivitet", "Kommentar"], ["Möten ett två", "Ja"]]]


def test_form_shows_what_is_filled_in() -> None:
    document = read(
        'Namn: <input type="text" value="Prov &amp; Person">\n\n'
        "<input type=checkbox checked> Ja <input type=checkbox> Nej\n\n"
        "Val: <select><option>Ett</option><option selected>Två</option></select>\n\n"
        "Nämnd: <select>\n<option>Först\n<option>Sedan\n</select>\n\n"
        "Skäl: <textarea>Fri text</textarea><input type=hidden value=hemlig>"
    )

    assert texts(document) == [
        "Namn: Prov & Person",
        "☒ Ja ☐ Nej",
        "Val: Två",
        "Nämnd: Först",
        "Skäl: Fri text",
    ]


def test_terms_and_what_is_said_of_them_are_lines() -> None:
    document = read(
        "<dl><dt>Tid</dt><dd>Kl. 9 i dag.</dd><dt>Plats</dt><dd>Sal 2</dd></dl>"
    )

    said = " ".join(texts(document))
    assert said == "Tid Kl. 9 i dag. Plats Sal 2"


def test_what_may_be_opened_and_preformatted_columns_are_read() -> None:
    document = read(
        "<details>\n<summary>Visa mer</summary>\n<pre>\n"
        "Aktivitet        Ansvarig      Kostnad\n"
        "Laddplatser      Kansliet       25 000\n"
        "Temadag          Nätverket      40 000\n</pre>\n</details>"
    )

    assert texts(document)[0] == "Visa mer"
    assert tables(document)[0][1] == ["Laddplatser", "Kansliet", "25 000"]


@pytest.mark.parametrize(
    "piece",
    ["<table><tr><td>", "<ol><li>", "<select><option>", "<input ", "<td rowspan=99 a=",
     "</table>", "<table></table>", "<!--"],
)  # fmt: skip
def test_many_stray_tags_are_read_in_their_turn(piece: str) -> None:
    def read(letters: int) -> ReadResult:
        return read_here((piece * (letters // len(piece))).encode(), "a.md")

    assert grows_with_length(read, 60_000)
