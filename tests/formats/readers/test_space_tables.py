"""Columns that only spaces keep apart are a table; what merely stands beside is not."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.readers.model import Document, Table
from radslag.formats.readers.plain_text import document_of
from tests.formats.readers.laid_out_texts import FIGURES, NO_TABLES, PLAN, TABLES


def tables_of(document: Document) -> list[list[list[str]]]:
    return [
        [[" ".join(cell.text.split()) for cell in row] for row in table.rows]
        for table in document.tables()
    ]


@pytest.mark.parametrize(("text", "rows"), TABLES.values(), ids=TABLES.keys())
def test_columns_of_spaces_are_a_table(text: str, rows: list[list[str]]) -> None:
    document = document_of(text)

    assert tables_of(document) == [rows]
    assert document.is_complete


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_what_only_stands_side_by_side_is_no_table(text: str) -> None:
    document = document_of(text)

    assert not tables_of(document)
    assert document.is_complete


def test_every_cell_knows_its_words_and_its_line() -> None:
    document = document_of(PLAN)
    table = next(document.tables())

    for row in table.rows:
        for cell in row:
            assert document.words_at(cell.place.span) == cell.text
    assert [row[0].place.line for row in table.rows] == [3, 4, 6, 8]
    assert table.header_rows == 1


def test_text_around_a_table_stays_text() -> None:
    texts = [b.text for b in document_of(FIGURES).blocks if not isinstance(b, Table)]

    assert texts == ["Budget", "Efter tabellen kommer text."]


def test_the_same_head_again_begins_another_table() -> None:
    head = "Aktivitet      Ansvarig      Tid\n"
    row = "Mässa          Eda           maj\n"

    assert len(tables_of(document_of(f"{head}{row}\nTrygghet\n\n{head}{row}"))) == 2


def test_a_sum_in_the_first_row_is_no_head_of_columns() -> None:
    table = next(document_of("Kommunernas bidrag\t700\nResor\t80\n").tables())

    assert table.header_rows == 0


def test_a_table_goes_on_after_the_margins_of_a_page() -> None:
    foot = "\n\n\n\nBox 1, Eslöv\n\fEslövs kommun\n\n"
    document = document_of(
        "Eslövs kommun\n\nKommun        Invånare    Avgift, kr\n\n"
        "Eslöv           34 210       171 050\n"
        f"Höör            16 900        84 500{foot}"
        f"Hörby           15 500        77 500{foot}"
        "Mer text följer här.\n\nBox 1, Eslöv"
    )

    assert [[row[0] for row in rows] for rows in tables_of(document)] == [
        ["Kommun", "Eslöv", "Höör", "Hörby"]
    ]
    assert [block.text for block in document.aside] == [
        "Eslövs kommun",
        "Box 1, Eslöv",
    ] * 3
    assert [row[0].place.page for row in next(document.tables()).rows] == [1, 1, 1, 2]


def test_the_same_head_on_the_next_page_begins_another_table() -> None:
    pages = [
        f"Kommunalförbundet\n\nText om {what}.\n\n"
        "Aktivitet      Ansvarig      Tid\n"
        f"{what:<15}Eda           maj\nInköp          {what:<14}juni\n"
        for what in ("Mässa", "Kurs", "Jour")
    ]
    document = document_of("\f".join(pages))

    assert [len(rows) for rows in tables_of(document)] == [3, 3, 3]
    assert {block.text for block in document.aside} == {"Kommunalförbundet"}


words = st.text("abcdeåäölmnoprst", min_size=3, max_size=12)
cells = st.lists(words, min_size=1, max_size=7).map(lambda w: " ".join(w).capitalize())
rows = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=6
    )
)


def laid_out(rows: list[list[str]], gap: int) -> str:
    """Return rows as a page is laid out in text: cells wrapped, columns padded."""
    wrapped = [[textwrap.wrap(cell, 24) for cell in row] for row in rows]
    widths = [
        max(len(x) for c in column for x in c) for column in zip(*wrapped, strict=True)
    ]
    lines = []
    for row in wrapped:
        for at in range(max(map(len, row))):
            texts = [cell[at] if at < len(cell) else "" for cell in row]
            padded = [text.ljust(w) for text, w in zip(texts, widths, strict=True)]
            lines.append((" " * gap).join(padded).rstrip())
    return "\n".join(lines)


@given(rows, st.integers(2, 6))
def test_a_table_laid_out_in_text_is_read_as_it_was(
    rows: list[list[str]], gap: int
) -> None:
    whole = [["Aktivitet", "Ansvarig", "Tid", "Kostnad", "Status"][: len(rows[0])]]
    document = document_of(laid_out(whole + rows, gap))

    assert tables_of(document) == [whole + rows]
    assert document.is_complete


@given(st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=8))
def test_sentences_with_two_spaces_between_are_never_a_table(
    lines: list[list[str]],
) -> None:
    text = "\n".join(".  ".join(sentences) + "." for sentences in lines)

    assert not tables_of(document_of(text))


@given(st.text("ab1. -_\t|\n", max_size=300))
def test_no_letter_is_lost_however_lines_stand(text: str) -> None:
    document = document_of(text.replace(" ", "  "))

    assert document.is_complete
    for table in document.tables():
        assert all(
            document.words_at(cell.place.span) == cell.text
            for row in table.rows
            for cell in row
        )
