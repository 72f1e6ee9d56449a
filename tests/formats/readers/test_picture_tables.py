"""Tables in pictures of pages are whole, however the paper lay."""

import io
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from benchmarks.rendering_documents import as_scan
from radslag.formats.readers import Document, FileKind, Heading, PageReading, pictures
from radslag.formats.readers.dispatch import read_here
from radslag.formats.readers.picture_rules import rules_in, without_rules
from radslag.formats.readers.picture_tables import drawn_tables
from tests.formats.growth import grows_with_length
from tests.formats.readers.written_files import pdf, shown

SCALE = 72 / 200
HEAD = ["Aktivitet", "Beskrivning", "Ansvarig"]
ROWS = [
    ["Vatten", "Kommunerna samverkar\nom vatten och lokaler", "Kansliet"],
    ["Lokaler", "Styrelsen beslutar", ""],
    ["Bilar", "Kansliet samlar in uppgifter", "Styrelsen"],
]
SIDES = (60, 170, 400, 520)
needs_reader = pytest.mark.skipif(
    not pictures.can_read(),
    reason="no Tesseract here; apt-get install tesseract-ocr tesseract-ocr-swe",
)


def ruled(
    rows: Sequence[Sequence[str]],
    top: float,
    *,
    is_open_above: bool = False,
    is_open_below: bool = False,
) -> str:
    """Return what draws a table with rules, all but those that a page's end cuts."""
    drawn, high = "1 w\n", 44
    bottom = top - high * len(rows)
    for at in range(is_open_above, len(rows) + (not is_open_below)):
        drawn += f"{SIDES[0]} {top - high * at} m {SIDES[-1]} {top - high * at} l S\n"
    for side in SIDES:
        drawn += f"{side} {top} m {side} {bottom} l S\n"
    for at, row in enumerate(rows):
        for cell, left in zip(row, SIDES, strict=False):
            for line, text in enumerate(cell.split("\n")):
                y = top - high * at - 16 - 14 * line
                drawn += shown(text, left + 5, y, 11) if text else ""
    return drawn


def page_of(drawn: str, dots: int = 200) -> Image.Image:
    """Return a grey picture of what is drawn."""
    with pypdfium2.PdfDocument(pdf(drawn)) as file:
        picture: Image.Image = file[0].render(scale=dots / 72, grayscale=True).to_pil()
        return picture.copy()


def read(content: bytes) -> Document:
    document = read_here(content, "").document
    assert document is not None
    assert document.is_complete, document.remarks
    return document


def texts(document: Document) -> list[list[str]]:
    """Return the cells of the only table there is."""
    (table,) = document.tables()
    return [[cell.text for cell in row] for row in table.rows]


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


@needs_reader
def test_table_in_a_scan_askew_is_whole() -> None:
    drawn = shown("Plan om vatten", 60, 740, 16) + ruled([HEAD, *ROWS], 700)
    drawn += shown("Planen gäller hela kommunen.", 60, 440, 11)

    document = read(as_scan(pdf(drawn)))

    assert [page.reading for page in document.pages] == [PageReading.PICTURE]
    assert texts(document) == joined([HEAD, *ROWS])
    assert isinstance(document.blocks[0], Heading)
    assert document.blocks[-1].text == "Planen gäller hela kommunen."
    box = next(document.tables()).place.box
    assert box is not None
    for found, expected in zip(box, (60, 142, 520, 318), strict=True):
        assert abs(found - expected) < 12


@needs_reader
def test_row_cut_by_a_page_s_end_in_a_scan_is_one_row() -> None:
    half = ["Möten", "Nätverket bjuder in till\nmöten i alla delar av", "Kansliet"]
    rest = ["", "regionen", ""]
    first = ruled([HEAD, ROWS[0], half], 220, is_open_below=True)
    second = ruled([rest, ROWS[1]], 780, is_open_above=True)

    document = read(as_scan(pdf(first, second)))

    whole = "Nätverket bjuder in till möten i alla delar av regionen"
    assert texts(document) == [
        *joined([HEAD, ROWS[0]]),
        ["Möten", whole, "Kansliet"],
        *joined([ROWS[1]]),
    ]


@needs_reader
def test_table_in_a_picture_file_is_whole() -> None:
    room = io.BytesIO()
    page_of(ruled([HEAD, *ROWS], 700)).save(room, "PNG", dpi=(200, 200))

    document = read(room.getvalue())

    assert document.kind is FileKind.PICTURE
    assert texts(document) == joined([HEAD, *ROWS])


@needs_reader
def test_pages_read_side_by_side_keep_their_order() -> None:
    names = ("vatten", "lokaler", "bilar", "avtal", "möten")
    drawn = [shown(f"Kommunerna samverkar om {name}.", size=14) for name in names]
    drawn[1] += ruled([HEAD, *ROWS], 600)

    document = read(as_scan(pdf(*drawn)))

    text = document.plain_text()
    places = [text.index(f"samverkar om {name}") for name in names]
    assert places == sorted(places)
    assert [block.place.page for block in document.blocks] == [1, 2, 2, 3, 4, 5]


@pytest.mark.parametrize("dots", [150, 200, 300])
@pytest.mark.parametrize("degrees", [-1.5, 0, 0.7, 1.5])
def test_rules_make_the_cells_that_are_drawn(dots: int, degrees: float) -> None:
    picture = page_of(ruled([HEAD, *ROWS], 700), dots)
    askew = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)

    rules = rules_in(askew, 72 / dots)

    ((table, missing),) = drawn_tables(rules)
    assert (len(table.rows), len(table.cells), missing) == (4, 12, [])
    assert rules.slope == pytest.approx(-degrees * 0.01745, abs=0.002)


@pytest.mark.parametrize("paper", [255, 200, 150])
@pytest.mark.parametrize("ink", [0, 60])
def test_rules_are_found_on_paper_that_is_not_white(paper: int, ink: int) -> None:
    picture = page_of(ruled([HEAD, *ROWS], 700))
    toned = picture.point([ink + tone * (paper - ink) // 255 for tone in range(256)])

    ((table, _),) = drawn_tables(rules_in(toned, SCALE))

    assert len(table.cells) == 12


def test_letters_are_no_rules() -> None:
    lines = "".join(
        shown("HELA PLANEN FÖLJER AVTALET i alla kommuner", 60, 760 - 30 * at, 10 + at)
        for at in range(20)
    )
    # As a bold letter is drawn: filled, and with a line around it.
    picture = page_of(f"2 Tr 0.4 w {lines}")

    rules = rules_in(picture, SCALE)

    assert (list(rules.lying), list(rules.standing)) == ([], [])
    assert without_rules(picture, rules, SCALE).tobytes() == picture.tobytes()


def test_letters_beside_rules_are_left_and_rules_are_gone() -> None:
    words = ruled([HEAD, *ROWS], 700).split("BT", maxsplit=1)[1]
    alone, both = page_of("BT" + words), page_of(ruled([HEAD, *ROWS], 700))

    left = without_rules(both, rules_in(both, SCALE), SCALE)

    different = sum(
        abs(one - other) > 128
        for one, other in zip(left.tobytes(), alone.tobytes(), strict=True)
    )
    assert different < 40


def test_squared_paper_is_no_table_and_looked_at_in_its_turn() -> None:
    def tables_on(rules: int) -> list[object]:
        picture = Image.new("L", (1654, 2339), 255)
        draw = ImageDraw.Draw(picture)
        for at in range(0, 14 * rules, 14):
            draw.line((0, at, 1654, at), 0)
            draw.line((at, 0, at, 2339), 0)
        return list(drawn_tables(rules_in(picture, SCALE)))

    whole = 2339 // 14
    assert tables_on(whole) == []
    assert grows_with_length(tables_on, whole)
