"""Tables and numbered lists of a DOCX file: nested, numbered, and counted once."""

# ruff: noqa: E501 - markup is read by its lines.

import pytest

from radslag.formats.readers import Document, ListItem, Part, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import W, docx, paragraph

LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
)
BULLETS = (
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
)


def kind(number: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


def use(number: int, of: int, override: str = "") -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'
    )


def override(level: int, inside: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{inside}</w:lvlOverride>'


NUMBERING = (
    f'<w:numbering xmlns:w="{W}">'
    + kind(0, LEVELS)
    + kind(1, BULLETS)
    + kind(2, LEVELS.replace('"decimal"', '"none"'))
    + kind(3, LEVELS.replace('"decimal"', '"decimalZero"'))
    + kind(4, '<w:numStyleLink w:val="Lista"/>')
    + kind(5, '<w:styleLink w:val="Lista"/>' + LEVELS)
    + use(1, 0)
    + use(2, 0, override(0, '<w:startOverride w:val="5"/>'))
    + use(3, 1)
    + use(4, 2)
    + use(5, 3)
    + use(6, 4)
    + use(7, 0, override(0, LEVELS.split("</w:lvl>", 1)[0].replace("%1.", "(%1)") + "</w:lvl>"))
    + "</w:numbering>"
)  # fmt: skip


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    lists = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        "</w:numPr></w:pPr>"
    )
    return paragraph(text, lists)


def table(*rows: tuple[str, ...]) -> str:
    made = (
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def read(inside: str, **parts: str) -> Document:
    result = read_here(docx(inside, word__numbering_x=NUMBERING, **parts), "a.docx")
    assert result.document is not None, result.refusal
    return result.document


def texts(document: Document) -> list[str]:
    return [block.text for block in (*document.blocks, *document.aside)]


def markers(document: Document) -> list[str]:
    return [block.marker for block in document.blocks if isinstance(block, ListItem)]


PEOPLE = table(
    (paragraph("Namn"), paragraph("Kommun")), (paragraph("Åsa Ek"), paragraph("Dalen"))
)
PEOPLE_READ = "Namn\tKommun\nÅsa Ek\tDalen"


def test_number_that_no_text_stands_beside_is_counted() -> None:
    document = read(numbered("Ett") + numbered("") + numbered("Tre"))

    assert markers(document) == ["1.", "3."]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, ["1.", "2."]),
        (2, ["5.", "6."]),
        (3, ["•", "•"]),
        (4, ["", ""]),
        (5, ["01.", "02."]),
        (6, ["1.", "2."]),
        (7, ["(1)", "(2)"]),
    ],
)
def test_list_begins_and_looks_as_it_says(number: int, shown: list[str]) -> None:
    document = read(numbered("Ett", number) + numbered("Två", number))

    if number == 4:
        assert set(markers(document)) <= {"", "."}
    else:
        assert markers(document) == shown
    assert document.is_complete


def test_column_that_only_numbers_itself_is_read() -> None:
    document = read(
        table(
            (paragraph("Nr"), paragraph("Ärende")),
            (numbered(""), paragraph("Val")),
            (numbered(""), paragraph("Budget")),
        )
    )

    assert texts(document) == ["Nr\tÄrende\n1.\tVal\n2.\tBudget"]
    assert document.is_complete


def test_list_in_a_cell_keeps_its_numbers_and_not_its_dots() -> None:
    items = numbered("Ett") + numbered("a", 1, 1) + numbered("Två")
    document = read(
        table(
            (paragraph("Beslut"), items),
            (paragraph("Not"), numbered("prick", 3)),
        )
    )

    assert texts(document) == ["Beslut\t1. Ett\na) a\n2. Två\nNot\tprick"]
    assert document.is_complete


def test_numbers_in_a_frame_are_counted_once() -> None:
    document = read(table((numbered("Ett"),), (numbered("Två"),)) + numbered("Tre"))

    assert markers(document) == ["1.", "2.", "3."]
    assert document.is_complete


def test_table_in_a_frame_is_a_table() -> None:
    document = read(table((paragraph("Före") + PEOPLE + paragraph("Efter"),)))

    assert texts(document) == ["Före", PEOPLE_READ, "Efter"]
    assert document.is_complete


def test_row_that_lays_out_a_table_beside_text_is_its_parts() -> None:
    document = read(table((paragraph("Vänster") + PEOPLE, paragraph("Höger"))))

    assert texts(document) == ["Vänster", PEOPLE_READ, "Höger"]
    assert document.is_complete


def test_table_in_a_form_s_cell_stands_after_the_form() -> None:
    document = read(
        table(
            (paragraph("Deltagare"), PEOPLE + paragraph("")),
            (paragraph("Plats"), paragraph("Rådhuset")),
        )
    )

    assert texts(document) == ["Deltagare\t\nPlats\tRådhuset", PEOPLE_READ]
    assert document.is_complete


def test_single_row_in_a_cell_is_a_line_of_the_cell() -> None:
    line = table((paragraph("Tid"), paragraph("9.00")))
    document = read(
        table((paragraph("Möte"), paragraph("Möte 1") + line),
              (paragraph("Plats"), paragraph("Rådhuset")))
    )  # fmt: skip

    assert texts(document) == ["Möte\tMöte 1\nTid 9.00\nPlats\tRådhuset"]
    assert document.is_complete


def test_rows_are_counted_in_boxes_and_margins_too() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{PEOPLE}</w:txbxContent></w:pict></w:r></w:p>"

    document = read(box, word__header1_x=f'<w:hdr xmlns:w="{W}">{PEOPLE}</w:hdr>')

    assert texts(document) == [PEOPLE_READ, PEOPLE_READ]
    assert ("tabellrader", 4, 4) in [
        (count.what, count.read, count.counted) for count in document.counts
    ]


def test_row_in_something_unknown_is_told_of() -> None:
    odd = PEOPLE.replace("</w:tbl>", "<w:odd><w:tr/></w:odd></w:tbl>")

    assert not read(odd).is_complete


def test_comment_says_who_wrote_it() -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="1" w:author="Prov Person">'
        f"{paragraph('Stämmer det?')}{paragraph('Se bilagan.')}</w:comment></w:comments>"
    )

    document = read(paragraph("Text."), word__comments_x=comments)

    told = [block.text for block in document.blocks if block.part is Part.COMMENT]
    assert told == ["Prov Person: Stämmer det?", "Se bilagan."]
    assert document.is_complete


def test_control_around_a_table_and_its_rows_hides_nothing() -> None:
    row = (
        "<w:sdt><w:sdtContent><w:tr><w:tc>" + paragraph("a") + "</w:tc><w:sdt>"
        "<w:sdtContent><w:tc>"
        + paragraph("b")
        + "</w:tc></w:sdtContent></w:sdt></w:tr>"
        "</w:sdtContent></w:sdt>"
    )
    document = read(f"<w:sdt><w:sdtContent><w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>")

    assert [isinstance(block, Table) for block in document.blocks] == [True]
    assert texts(document) == ["a\tb"]
    assert document.is_complete
