"""Words on a page stay whole where the library that draws it takes them apart."""

import pytest

from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import pdf, shown
from tests.formats.understanding.made_documents import as_pdf
from tools import chromium


def test_words_in_narrow_columns_far_apart_stay_whole() -> None:
    if chromium.find() is None:
        pytest.skip(f"no browser here. {chromium.HOW}")
    rows = [(f"Efternamn{at}, Förnamn", f"parti {at}") for at in range(30)]
    cells = "".join(f"<tr><td>{name}<td>{party}</tr>" for name, party in rows)
    style = "<style>td:first-child{width:85%}</style>"

    document = read_here(
        as_pdf(f"{style}<table class=plain>{cells}</table><p>Det var alla."), ""
    ).document

    assert document is not None
    (table,) = document.tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows
    assert document.blocks[-1].text == "Det var alla."


@pytest.mark.parametrize(
    ("within", "between", "expected"),
    [(0, 0.278, "handen handen"), (0.12, 0.4, "handen handen"), (0, 0, "handenhanden")],
)
def test_letters_on_a_height_are_one_word_when_nothing_parts_them(
    within: float, between: float, expected: str
) -> None:
    size, wide, drawn = 10, 0.556, ""
    for at, letter in enumerate("handenhanden"):
        step = (wide + within) * at + (between if at > 5 else 0)
        drawn += shown(letter, 60 + size * step, 700, size)
    # Columns this far apart make the library read down them, letter by letter.
    drawn += "".join(shown(f"nr {at}", 500, 690 - 11 * at, size) for at in range(50))

    document = read_here(pdf(drawn), "").document

    assert document is not None
    assert document.plain_text().split("\n")[0] == expected


def by_letter(text: str, x: float, y: float) -> str:
    """Return what draws a text letter by letter, as a browser does; 10 points high."""
    letters = "".join(f"({letter}) Tj 5.56 0 Td " for letter in text)
    return f"BT /F1 10 Tf {x} {y} Td {letters} ET\n"


def test_columns_of_words_drawn_by_letter_are_a_table() -> None:
    rows = [("handen bade", "en hund"), ("anden gapade", "en ande"), ("honung", "en")]
    drawn = "".join(
        by_letter(name, 72, 700 - 14 * at) + by_letter(what, 220, 700 - 14 * at)
        for at, (name, what) in enumerate(rows)
    )
    drawn += by_letter("en hund hade honung", 72, 600)

    document = read_here(pdf(drawn), "").document

    assert document is not None
    (table,) = document.tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows
    box = document.blocks[-1].place.box
    assert box is not None
    # Nineteen letters of 5.56 points, but for the air beside the first and the last.
    assert (round(box.left), round(box.right)) == (72, 177)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_columns_on_a_turned_page_are_a_table(turn: int) -> None:
    rows = [("Vatten", "Kansliet"), ("Lokaler", "Styrelsen"), ("Bilar", "Dalen")]
    turns = {
        0: "1 0 0 1 0 0 cm ", 90: "0 1 -1 0 842 0 cm ",
        180: "-1 0 0 -1 842 842 cm ", 270: "0 -1 1 0 0 842 cm ",
    }  # fmt: skip
    drawn = turns[turn] + "".join(
        shown(name, 72, 700 - 20 * at) + shown(what, 300, 700 - 20 * at)
        for at, (name, what) in enumerate(rows)
    )

    document = read_here(
        pdf(drawn, page=f"/MediaBox [0 0 842 842] /Rotate {turn}"), ""
    ).document

    assert document is not None
    (table,) = document.tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows
