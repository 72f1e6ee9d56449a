"""The real documents: headings and tables come out as a person counts them."""

from pathlib import Path

import pytest

from radslag.formats.readers import Document, read_file

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
# Per document: its sections by number, its §, its tables as rows and columns.
EXPECTED = {
    "000": ([], ["§ 162"], []),
    "001": ([], [], []),
    "002": (
        ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "7.", "8."],
        [f"§ {number}" for number in range(1, 11)],
        [(3, 2), (7, 2), (7, 2), (2, 2), (4, 2), (33, 8)],
    ),
    "003": ([f"{number}." for number in range(1, 11)], [], [(26, 3)]),
    "004": (
        [f"{number}." for number in range(1, 7)],
        [f"§ {number}" for number in range(1, 11)],
        [(2, 2), (2, 2), (3, 2), (2, 2), (9, 2)],
    ),
}
ANNEXES = {"002": ["Bilaga 1", "Bilaga 2", "Bilaga 3"]}

pytestmark = pytest.mark.sources


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    if not SOURCES.is_dir():
        pytest.skip("The documents are not beside the repository.")
    found = {path.name[:3]: read_file(path).document for path in SOURCES.glob("*.txt")}
    return {name: document for name, document in found.items() if document is not None}


@pytest.mark.parametrize("name", EXPECTED)
def test_sections_and_tables_are_those_a_person_counts(
    name: str, documents: dict[str, Document]
) -> None:
    document = documents[name]
    numbers = [heading.number for heading in document.headings() if heading.number]
    sections = [number for number in numbers if number[0].isdigit()]
    paragraphs = [number for number in numbers if number.startswith("§")]
    tables = [(len(table.rows), len(table.rows[0])) for table in document.tables()]

    assert (sections, paragraphs, tables) == EXPECTED[name]
    assert [number for number in numbers if number.startswith("B")] == ANNEXES.get(
        name, []
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_lost(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]

    assert (document.is_complete, [c.is_equal for c in document.counts]) == (
        True,
        [True],
    )


def test_broken_lines_of_a_read_picture_are_joined(
    documents: dict[str, Document],
) -> None:
    lengths = [len(block.text) for block in documents["001"].blocks]

    assert max(lengths) > 300
    assert not any("\n" in block.text for block in documents["001"].blocks)


def test_places_count_the_file_s_own_lines(documents: dict[str, Document]) -> None:
    path = next(SOURCES.glob("003*"))
    lines = path.read_text(encoding="utf-8").split("\n")

    for heading in documents["003"].headings():
        assert heading.text in lines[(heading.place.line or 0) - 1]
