"""A table's row that the end of a page cuts is one row again, and new rows stay new."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from radslag.formats.readers import Document, Table
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import pdf, shown
from tests.formats.understanding.made_documents import as_pdf
from tools import chromium

HEAD = ("Aktivitet", "Beskrivning", "Ansvarig", "Klart")
SENTENCES = (
    "Nätverket kartlägger lokaler som står tomma i våra kommuner.",
    "Nycklar och städning ordnas av den kommun som äger lokalen.",
    "En gemensam ordning för bokning prövas under ett helt år.",
)
LONG = " ".join(SENTENCES)
WIDTHS = (
    "<style>table{table-layout:fixed}td:nth-child(2),th:nth-child(2){width:45%}"
    "th:nth-child(3),td:nth-child(3){width:20%}</style>"
)
SPACED = "<style>table{border-collapse:separate}</style>"


def markup(rows: Sequence[Sequence[str]], *, is_headed: bool, above: float = 0) -> str:
    """Return a table as a web page, so many centimetres down the page."""
    head = "".join(f"<th>{cell}" for cell in HEAD)
    drawn = "".join(
        "<tr>" + "".join(f"<td>{cell}" for cell in row) + "</tr>" for row in rows
    )
    headed = f"<thead><tr>{head}</tr></thead>" if is_headed else ""
    return (
        f"{WIDTHS}<div style='height:{above}cm'></div>"
        f"<table>{headed}{drawn}</table><p>Efter tabellen.</p>"
    )


def read(page: str) -> Document:
    if chromium.find() is None:
        pytest.skip(f"no browser here. {chromium.HOW}")
    document = read_here(as_pdf(page), "").document
    assert document is not None
    assert document.is_complete, document.remarks
    return document


def rows_of(document: Document) -> list[tuple[str, ...]]:
    """Return the rows of the only table there is."""
    (table,) = document.tables()
    return [tuple(cell.text for cell in row) for row in table.rows]


def plan(count: int, long: str = LONG) -> list[tuple[str, ...]]:
    """Return the rows of a plan."""
    return [
        (f"Nummer {at}", f"{long} ({at})", "Kansliet", f"våren {2030 + at}")
        for at in range(count)
    ]


@pytest.mark.parametrize("is_headed", [True, False])
@pytest.mark.parametrize(("style", "above"), [("", 17), ("", 20), (SPACED, 16)])
def test_row_cut_by_a_page_s_end_is_one_row(
    style: str, above: int, *, is_headed: bool
) -> None:
    rows = plan(4)

    document = read(style + markup(rows, is_headed=is_headed, above=above))

    assert len(document.pages) == 2
    assert rows_of(document) == [*([HEAD] if is_headed else []), *rows]
    assert document.blocks[-1].text == "Efter tabellen."


@pytest.mark.parametrize("is_headed", [True, False])
def test_row_over_many_pages_is_one_row(*, is_headed: bool) -> None:
    rows = plan(3)
    rows[1] = ("Nummer 1", " ".join([LONG] * 30), "Kansliet", "våren 2031")

    document = read(markup(rows, is_headed=is_headed, above=18))

    assert len(document.pages) == 4
    assert rows_of(document) == [*([HEAD] if is_headed else []), *rows]


def test_rest_of_the_last_row_alone_on_its_page_is_no_text() -> None:
    rows = [("Nummer 0", LONG, "Kansliet", "våren 2030"), ("Nummer 1", LONG, "", "")]

    document = read(markup(rows, is_headed=False, above=19))

    assert len(document.pages) == 2
    assert rows_of(document) == rows


@pytest.mark.parametrize("is_headed", [True, False])
@pytest.mark.parametrize("above", [19.7, 20.3, 20.9])
def test_rest_that_is_only_air_takes_no_row_with_it(
    above: float, *, is_headed: bool
) -> None:
    tall = "<style>tr{height:3cm}</style>"
    rows = [
        ("Nummer 0", "Ordna en temadag", "Kansliet", "2031"),
        ("", "Ordna en mässa", "Nätverket", "2032"),
    ]

    document = read(tall + markup(rows, is_headed=is_headed, above=above))

    assert rows_of(document) == [*([HEAD] if is_headed else []), *rows]


def test_cut_row_whose_every_cell_goes_on_is_one_row() -> None:
    rows = [(LONG, LONG, LONG, LONG)] * 2

    document = read(markup(rows, is_headed=True, above=17))

    assert len(document.pages) == 2
    assert rows_of(document) == [HEAD, *rows]


@pytest.mark.parametrize("is_headed", [True, False])
def test_new_row_on_a_new_page_stays_a_row(*, is_headed: bool) -> None:
    rows = [
        (f"nummer {at}", "ordna en temadag", "kansliet", "2031") for at in range(40)
    ]

    document = read(markup(rows, is_headed=is_headed, above=5))

    assert len(document.pages) == 2
    assert rows_of(document) == [*([HEAD] if is_headed else []), *rows]


SIDES = (60, 150, 380, 460, 530)
COLUMNS = tuple(pairwise(SIDES))
HALF = ("Nummer 2", "Nätverket kartlägger de\nlokaler som står", "Kansliet", "")
FIRST, LATER = [HEAD, *plan(2, "Möten ordnas.")], plan(2, "Avtal prövas.")


def drawn(rows: Sequence[Sequence[str]]) -> str:
    """Return what draws a table with rules around every cell."""
    page, top = "", 780
    for row in rows:
        high = 12 * max(cell.count("\n") + 1 for cell in row) + 6
        for cell, (left, right) in zip(row, COLUMNS, strict=True):
            page += f"{left} {top - high} {right - left} {high} re S\n"
            for at, line in enumerate(cell.split("\n")):
                page += shown(line, left + 3, top - 12 * (at + 1), 9) if line else ""
        top -= high
    return page


def rows_drawn(*pages: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the rows of the table that is drawn on pages, and read again."""
    document = read_here(pdf(*map(drawn, pages)), "").document
    assert document is not None
    assert document.is_complete, document.remarks
    return rows_of(document)


@pytest.mark.parametrize("head", [[HEAD], []])
def test_row_whose_halves_have_rules_around_is_one_row(
    head: list[tuple[str, ...]],
) -> None:
    rest = ("", "tomma i kommunerna.", "", "")

    found = rows_drawn([*FIRST, HALF], [*head, rest, *LATER])

    whole = "Nätverket kartlägger de lokaler som står tomma i kommunerna."
    assert found == [*FIRST, (HALF[0], whole, *HALF[2:]), *LATER]


def test_word_that_the_page_s_end_divides_is_whole_again() -> None:
    half = ("Nummer 2", "Nätverket kartlägger de\nlokaler som kommu-", "Kansliet", "")
    rest = ("", "nerna har. Det görs nu.", "", "")

    found = rows_drawn([*FIRST, half], [rest, *LATER])

    assert "lokaler som kommunerna har." in found[3][1]


NEW_ROWS = {
    "every cell is filled": ("nummer 3", "samt bokar.", "samt nätverket", "2033"),
    "a sentence begins": ("", "Bokningen prövas.", "", ""),
    "the cell above is blank": ("", "samt bokar dem.", "", "samt nätverket"),
    "one cell of two begins anew": ("", "samt bokar dem.", "Styrelsen", ""),
}


@pytest.mark.parametrize("head", [[HEAD], []])
@pytest.mark.parametrize("row", NEW_ROWS.values(), ids=NEW_ROWS)
def test_new_row_is_never_joined(
    row: tuple[str, ...], head: list[tuple[str, ...]]
) -> None:
    found = rows_drawn([*FIRST, HALF], [*head, row, *LATER])

    assert found[4:] == [row, *LATER]


def test_row_with_a_name_of_its_own_is_never_joined() -> None:
    last = ("samverkan om de\nlokaler vi äger", HALF[1], "Kansliet", "")
    row = ("lån av bilar", "ordnas i kommunerna.", "", "")

    found = rows_drawn([*FIRST, last], [HEAD, row, *LATER])

    assert found[4:] == [row, *LATER]


@pytest.mark.parametrize("line", ["ordna en temadag", "ordna en temadag om\nvatten"])
def test_row_with_lower_case_words_under_a_goal_stays_a_row(line: str) -> None:
    row = ("", "kartlägg laddplatser i dalen", "nätverket", "")

    found = rows_drawn(
        [*FIRST, ("Nummer 2", line, "kansliet", "")], [HEAD, row, *LATER]
    )

    assert found[4:] == [row, *LATER]


def test_place_of_a_joined_row_is_where_it_begins() -> None:
    document = read(markup(plan(4), is_headed=True, above=18))
    (table,) = (block for block in document.blocks if isinstance(block, Table))

    pages = [row[0].place.page for row in table.rows]

    assert pages == sorted(pages, key=lambda page: page or 0)
    for row in table.rows:
        assert [document.words_at(cell.place.span) for cell in row] == [
            cell.text for cell in row
        ]


IN_WORDS = [("En väg in", "Gemensam telefontid", "Kansliet", "Pågår")]
WITHOUT = [("", "Byte av system", "Kansliet", "Klart")]
COUNTED = [("Möten", "Träffar", "Kansliet", "4")]


def test_rest_that_begins_in_short_words_under_the_same_columns_is_the_rest() -> None:
    rest = [*IN_WORDS, *WITHOUT]

    assert rows_drawn([*FIRST], rest) == [*FIRST, *rest]


def test_table_with_a_head_of_its_own_begins_anew() -> None:
    other = ("Post", "Budget", "Ansvarig", "Utfall")
    document = read_here(pdf(drawn(FIRST), drawn([other, *COUNTED])), "").document

    assert document is not None
    assert [len(table.rows) for table in document.tables()] == [len(FIRST), 2]
