"""Lists of contents: what stands under their heads is told of nowhere else."""

import pytest

from radslag.formats.readers.model import Part, ReadResult
from radslag.formats.understanding.contents import with_contents_told
from radslag.formats.understanding.reading import understand
from tests.formats.growth import grows_with_length
from tests.formats.understanding.reading_text import document_of

NUMBERED = """Samverkansavtal om gemensam lönenämnd

INNEHÅLLSFÖRTECKNING: Sid
1. Parter 2
2. Ändamål 2
2.1 Nämnden 3
3. Ekonomi 4

1 Parter
Avtalet är slutet mellan Nybro kommun, Emmaboda kommun och Torsås kommun.

2 Ändamål
Lönerna ska räknas av en nämnd.

3 Ekonomi
Kostnaden delas lika mellan kommunerna.
"""
WITHOUT_PAGES = """Samverkansavtal om gemensam lönenämnd

Innehåll
1 Parter
2 Ändamål
3 Ekonomi
4 Tvist

1 Parter
Avtalet är slutet mellan Nybro kommun, Emmaboda kommun och Torsås kommun.

2 Ändamål
Lönerna ska räknas av en nämnd.

3 Ekonomi
Kostnaden delas lika mellan kommunerna.
"""
PARTED = """Samverkansavtal om vattenvård

Innehåll

Inledning 3
§ 1 Parter 3
§ 2 Ändamål 4
Bilagor:
Bilaga 1: Karta 9

Inledning
Kommunerna har vårdat ån tillsammans länge.

§ 1 Parter
"""
DOTS = """Vattenplan 2027

Innehåll
Välkommen! ...2
Mål ...4
Budget 2027 ...9

Vi börjar
Ån är vår.
"""


def contents(text: str) -> list[str]:
    blocks = with_contents_told(document_of(text)).blocks
    return [block.text for block in blocks if block.part is Part.CONTENTS]


@pytest.mark.parametrize("text", [NUMBERED, WITHOUT_PAGES])
def test_paragraphs_are_not_taken_from_the_list(text: str) -> None:
    understanding = understand([ReadResult("avtal.txt", document_of(text))])

    found = [
        (record["number"], record["heading"])
        for record in understanding.of("paragraphs")
    ]
    assert found == [("1", "Parter"), ("2", "Ändamål"), ("3", "Ekonomi")]


def test_list_reaches_to_the_last_line_with_a_page() -> None:
    assert contents(PARTED)[-1] == "Bilaga 1: Karta 9"
    assert "Inledning" not in contents(PARTED)


def test_a_number_over_the_first_heading_is_not_of_the_list() -> None:
    listed = "Innehåll\n\n§ 7 Upprop\n§ 8 Vatten\n§ 9 Vägar\n\n"
    text = listed + "§ 7\n\nUpprop\n\nAlla är här.\n\n§ 8\n\nVatten\n\n§ 9\n\nVägar\n"

    assert contents(text) == ["Innehåll", "§ 7 Upprop", "§ 8 Vatten", "§ 9 Vägar"]


@pytest.mark.parametrize("first", ["NÄM § 7", "§ 7 Dnr 2031/8-042"])
def test_a_number_with_its_body_or_matter_is_not_of_the_list(first: str) -> None:
    listed = "Innehåll\n\n§ 7 Upprop\n§ 8 Vatten\n§ 9 Vägar\n\n"
    text = f"{listed}{first}\n\nUpprop\n\nAlla är här.\n\nVatten\n\nVägar\n"

    assert contents(text) == ["Innehåll", "§ 7 Upprop", "§ 8 Vatten", "§ 9 Vägar"]


def test_dots_right_before_the_page_are_enough() -> None:
    assert contents(DOTS)[1:] == ["Välkommen! ...2", "Mål ...4", "Budget 2027 ...9"]


@pytest.mark.parametrize(
    "text",
    [
        "Innehåll\n\nPlanen har tre delar.\n\nDel 1\n\nDel 2\n\nDel 3\n",
        "Budget\n\nLokaler 40\nResor 10\nMöten 25\n",
        "Innehåll\nLokaler 40\nResor 10\nMöten 25\n",
    ],
)
def test_other_lines_with_numbers_are_no_contents(text: str) -> None:
    assert contents(text) == []


def test_long_lists_are_read_in_their_turn() -> None:
    def read(lines: int) -> object:
        return with_contents_told(document_of("Innehåll\nMål 1\n" * lines))

    assert grows_with_length(read, 2_000)


def test_dots_and_pages_in_order_need_no_head() -> None:
    listed = "Inledning... 3\nVision – bygden... 4\nMål... 4\nAnsvar... 6\n"
    text = f"Vattenprogram 2031–2040\n\n{listed}\nInledning\n\nÅn är vår.\n"

    assert contents(text) == listed.strip().split("\n")


def test_a_line_that_ends_with_the_word_for_page_heads_a_list() -> None:
    listed = (
        "Förbundet lämnar härmed sin berättelse Sid\nStyrelse 2\nResor 4\nNoter 9\n"
    )
    text = (
        f"Årsberättelse 2031\n\n{listed}\nStyrelse\n\nStyrelsen möttes fyra gånger.\n"
    )

    assert contents(text) == listed.strip().split("\n")
