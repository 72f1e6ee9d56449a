"""Words in a DOCX file's diagrams and charts are read, and none is lost unseen."""

# ruff: noqa: E501 - markup is read by its lines.

import re

import pytest

from radslag.formats.readers import Document, ListItem, Paragraph, Part, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import (
    OFFICE,
    PACKAGE,
    body,
    docx,
    paragraph,
)

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
EXTENDED = "http://schemas.microsoft.com/office/drawing/2014/chartex"
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="r1" Type="{OFFICE}/diagramData" Target="diagrams/data1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/chart" Target="charts/chart1.xml"/>'
    "</Relationships>"
)
SHOWS_DIAGRAM = (
    f'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="{DIAGRAM}" xmlns:r="{OFFICE}" '
    'r:dm="r1" r:lo="r8" r:qs="r9"/></w:drawing></w:r></w:p>'
)
SHOWS_CHART = (
    f'<w:p><w:r><w:drawing><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="r2"/>'
    "</w:drawing></w:r></w:p>"
)


def point(number: int, text: str, kind: str = "node") -> str:
    words = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" if text else "<a:p/>"
    return (
        f'<dgm:pt modelId="{number}" type="{kind}"><dgm:t><a:bodyPr/>{words}</dgm:t>'
        "</dgm:pt>"
    )


def link(source: int, target: int, order: int) -> str:
    return (
        f'<dgm:cxn modelId="9{source}{target}" srcId="{source}" destId="{target}" '
        f'srcOrd="{order}" destOrd="0"/>'
    )


def diagram(points: str, links: str) -> str:
    return (
        f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" xmlns:a="{A}"><dgm:ptLst>{points}'
        f"</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    )


BOARD = diagram(
    point(1, "", "doc")
    + point(4, "Kansliet")
    + point(2, "Styrgruppen")
    + point(3, "Arbetsutskottet"),
    link(1, 2, 0) + link(2, 4, 1) + link(2, 3, 0),
)


def points_of(values: tuple[str, ...]) -> str:
    return "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values)
    )


def series(name: str, labels: tuple[str, ...], values: tuple[str, ...]) -> str:
    return (
        f"<c:ser><c:tx><c:strRef><c:f>Blad!$B$1</c:f><c:strCache>{points_of((name,))}"
        f"</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>"
        f"{points_of(labels)}</c:strCache></c:strRef></c:cat><c:val><c:numRef>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{points_of(values)}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def chart(inside: str, title: str = "Kostnad per år") -> str:
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{A}"><c:chart><c:title><c:tx><c:rich>'
        f"<a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        f"<c:plotArea><c:barChart>{inside}</c:barChart></c:plotArea></c:chart>"
        "</c:chartSpace>"
    )


YEARS = ("2030", "2031")
COSTS = chart(
    series("Drift", YEARS, ("12.5", "13")) + series("Möten", YEARS, ("4", "5"))
)


def read(inside: str, **parts: str) -> Document:
    result = read_here(docx(inside, **parts), "a.docx")
    assert result.document is not None, result.refusal
    return result.document


def with_drawings(inside: str, **parts: str) -> Document:
    return read(inside, **{"word___rels__document.xml.rels": RELATIONS, **parts})


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_diagram_is_read_point_by_point_from_the_top() -> None:
    document = with_drawings(
        paragraph("Organisation.") + SHOWS_DIAGRAM, word__diagrams__data1_x=BOARD
    )

    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(item.text, item.level) for item in items] == [
        ("Styrgruppen", 1),
        ("Arbetsutskottet", 2),
        ("Kansliet", 2),
    ]
    assert {item.part for item in items} == {Part.TEXT_BOX}
    assert document.is_complete


def test_diagram_s_points_outside_the_tree_are_read_too() -> None:
    loose = diagram(point(1, "", "doc") + point(7, "Ensam") + point(8, "Ring"),
                    link(8, 8, 0))  # fmt: skip

    document = with_drawings(SHOWS_DIAGRAM, word__diagrams__data1_x=loose)

    assert [block.text for block in document.blocks] == ["Ensam", "Ring"]
    assert document.is_complete


def test_chart_is_a_table_of_its_values_under_its_title() -> None:
    document = with_drawings(SHOWS_CHART, word__charts__chart1_x=COSTS)

    title, table = document.blocks
    assert (type(title), title.text, title.part) == (
        Paragraph,
        "Kostnad per år",
        Part.TEXT_BOX,
    )
    assert isinstance(table, Table)
    assert cells(table) == [
        ["", "Drift", "Möten"],
        ["2030", "12,5", "4"],
        ["2031", "13", "5"],
    ]
    assert table.header_rows == 1
    assert document.is_complete
    assert (10, 10) in [(count.read, count.counted) for count in document.counts]


def test_series_with_labels_of_their_own_are_tables_of_their_own() -> None:
    apart = chart(series("A", ("x",), ("1",)) + series("B", ("y", "z"), ("2", "3")))

    document = with_drawings(SHOWS_CHART, word__charts__chart1_x=apart)

    tables = [cells(table) for table in document.tables()]
    assert tables == [[["", "A"], ["x", "1"]], [["", "B"], ["y", "2"], ["z", "3"]]]


def test_chart_s_days_are_shown_as_days() -> None:
    days = COSTS.replace("<c:cat><c:strRef><c:strCache>", "<c:cat><c:numRef><c:numCache>"
        "<c:formatCode>yyyy\\-mm\\-dd</c:formatCode>").replace(
        "</c:strCache></c:strRef></c:cat>", "</c:numCache></c:numRef></c:cat>").replace(
        ">2030<", ">47484<")  # fmt: skip

    document = with_drawings(SHOWS_CHART, word__charts__chart1_x=days)

    assert cells(next(document.tables()))[1][0] == "2030-01-01"


def test_chart_of_the_newer_kind_is_read() -> None:
    newer = (
        f'<cx:chartSpace xmlns:cx="{EXTENDED}" xmlns:a="{A}"><cx:chartData><cx:data id="0">'
        '<cx:strDim type="cat"><cx:lvl><cx:pt idx="0">Energi</cx:pt><cx:pt idx="1">'
        'Resor</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val"><cx:lvl formatCode='
        '"General"><cx:pt idx="0">3</cx:pt><cx:pt idx="1">4.5</cx:pt></cx:lvl></cx:numDim>'
        "</cx:data></cx:chartData><cx:chart><cx:plotArea><cx:series><cx:tx><cx:txData>"
        '<cx:v>Utsläpp</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series>'
        "</cx:plotArea></cx:chart></cx:chartSpace>"
    )
    shows = SHOWS_CHART.replace(CHART, EXTENDED)

    document = with_drawings(shows, word__charts__chart1_x=newer)

    assert cells(next(document.tables())) == [
        ["", "Utsläpp"],
        ["Energi", "3"],
        ["Resor", "4,5"],
    ]
    assert document.is_complete


@pytest.mark.parametrize(
    "parts",
    [{"word__diagrams__data1_x": BOARD}, {"word__charts__chart1_x": COSTS}],
    ids=["diagram", "chart"],
)
def test_drawing_that_nothing_shows_is_told_of(parts: dict[str, str]) -> None:
    document = with_drawings(paragraph("Text."), **parts)

    assert not document.is_complete


def test_value_in_an_unknown_place_of_a_chart_is_told_of() -> None:
    odd = COSTS.replace("</c:barChart>", "<c:odd><c:v>99</c:v></c:odd></c:barChart>")

    document = with_drawings(SHOWS_CHART, word__charts__chart1_x=odd)

    assert not document.is_complete
    assert any("diagram" in str(remark) for remark in document.remarks)


def test_diagram_in_a_header_is_found_by_the_header_s_own_relations() -> None:
    header = body(SHOWS_DIAGRAM).replace("w:document", "w:hdr")

    document = read(
        paragraph("Text."),
        **{
            "word__header1_x": header,
            "word___rels__header1.xml.rels": RELATIONS,
            "word__diagrams__data1_x": BOARD,
        },
    )

    assert [block.text for block in document.aside] == [
        "Styrgruppen",
        "Arbetsutskottet",
        "Kansliet",
    ]
    assert document.is_complete


def test_words_of_shapes_and_of_word_art_are_read() -> None:
    art = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:textpath on="t" string="UTKAST"/></v:shape></w:pict></w:r></w:p>'
    )
    shape = (
        f'<w:p><w:r><w:drawing><a:p xmlns:a="{A}"><a:r><a:t>Ord i </a:t></a:r><a:r>'
        "<a:t>figur</a:t></a:r></a:p></w:drawing></w:r></w:p>"
    )

    document = read(art + shape)

    assert [(block.text, block.part) for block in document.blocks] == [
        ("UTKAST", Part.TEXT_BOX),
        ("Ord i figur", Part.TEXT_BOX),
    ]
    assert document.is_complete


@pytest.mark.parametrize("first", ["<w:drawing/>", ""])
def test_box_that_only_older_programs_are_given_is_read(first: str) -> None:
    box = (
        f"<w:pict><w:txbxContent>{paragraph('Bara i reserv.')}</w:txbxContent></w:pict>"
    )
    ways = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        f'compatibility/2006"><mc:Choice>{first}</mc:Choice><mc:Fallback>{box}'
        "</mc:Fallback></mc:AlternateContent>"
    )

    document = read(f"<w:p><w:r>{ways}</w:r></w:p>")

    assert [block.text for block in document.blocks] == ["Bara i reserv."]
    assert document.is_complete


def test_drawing_in_a_table_s_cell_is_read() -> None:
    cell = re.sub(r"^", "<w:tc>", SHOWS_CHART) + "</w:tc>"
    inside = f"<w:tbl><w:tr><w:tc>{paragraph('Diagram')}</w:tc>{cell}</w:tr></w:tbl>"

    document = with_drawings(inside, word__charts__chart1_x=COSTS)

    assert [cells(table)[0] for table in document.tables()] == [
        ["Diagram", ""],
        ["", "Drift", "Möten"],
    ]
    assert document.is_complete
