"""Joining lines loses nothing, and mends only what a line break broke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.readers.characters import letters, tidy
from radslag.formats.readers.composing import (
    compose,
    heading,
    list_item,
    paragraph,
    table,
)
from radslag.formats.readers.joining import join, join_all
from radslag.formats.readers.model import Document, FileKind, Table
from radslag.formats.readers.plain_text import document_of

WORD = st.text("abcdefåäöABCÅÄÖ0129", min_size=1, max_size=9)
LINE = st.lists(
    st.one_of(
        WORD, st.sampled_from(["-", "§ 3", "1.", "och", "kr", "–", ".", "e-", "\t"])
    ),
    min_size=0,
    max_size=9,
).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("samarbets-", "kommittén", "samarbetskommittén"),
        ("samarbets\u00ad", "kommittén", "samarbetskommittén"),
        ("ekonomi\u00ad", "och verksamhet", "ekonomi- och verksamhet"),
        ("ekonomi\x02", "samt verksamhet", "ekonomi- samt verksamhet"),
        ("Upplands\x02", "Bro", "Upplands-Bro"),
        ("2023\x02", "2026", "2023-2026"),
        ("kultur-", "och fritid", "kultur- och fritid"),
        ("IT-", "stöd", "IT-stöd"),
        ("e-", "post", "e-post"),
        ("2023-", "2026", "2023-2026"),
        ("Södertörns-", "Rådslag", "Södertörns-Rådslag"),
        ("mål -", "och medel", "mål - och medel"),
        ("juni–", "augusti", "juni–augusti"),
        ("Arvika/", "Eda", "Arvika/Eda"),
        ("mål –", "och medel", "mål – och medel"),
        ("ett", "två", "ett två"),
        ("", "två", "två"),
        ("-", "punkt", "- punkt"),
    ],
)
def test_line_is_joined_as_a_reader_would(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


@given(st.lists(LINE, max_size=12))
def test_joining_keeps_every_letter(lines: list[str]) -> None:
    assert letters(join_all(lines)) == sum(map(letters, lines))


@given(st.lists(LINE, max_size=30), st.sampled_from(["\n", "\n\n", "\r\n", "\f"]))
def test_text_is_read_whole_and_spans_lead_back(lines: list[str], between: str) -> None:
    document = document_of(between.join(lines))

    assert document.is_complete
    assert_spans_lead_back(document)


@given(st.lists(st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=5), WORD)
def test_every_block_s_span_gives_its_text(rows: list[list[str]], word: str) -> None:
    drafts = [
        heading(word, 1), table(rows, 1), paragraph(""),
        list_item(word, marker="–"), paragraph(word + " " + word),
    ]  # fmt: skip

    composition = compose(drafts)

    blocks = tuple(composition.blocks)
    assert_spans_lead_back(Document(FileKind.TEXT, word, blocks))


def assert_spans_lead_back(document: Document) -> None:
    blocks = (*document.blocks, *document.aside)
    for block in blocks:
        assert document.words_at(block.place.span) == block.text
        cells = (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else []
        )
        assert [document.words_at(cell.place.span) for cell in cells] == [
            c.text for c in cells
        ]


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(st.one_of(st.characters(), st.sampled_from("åÄß_²½–”ﬁﬃ \u0301"))))
def test_letters_are_those_of_every_script_and_of_letters_joined(text: str) -> None:
    joined = {"ﬀ": 2, "ﬁ": 2, "ﬂ": 2, "ﬃ": 3, "ﬄ": 3}

    assert letters(text) == sum(joined.get(sign, sign.isalnum()) for sign in text)
