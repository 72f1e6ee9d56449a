"""A line drawn for a signature is no text, and the name under it is."""

import pytest

from radslag.formats.readers.plain_text import document_of


@pytest.mark.parametrize(
    "drawn", ["__________", "----------", "..........", "=========="]
)
def test_a_drawn_line_over_a_name_leaves_the_name(drawn: str) -> None:
    document = document_of(f"Vid protokollet\n\n{drawn}\nEva Alm\n")

    assert "Eva Alm" in document.plain_text()
    assert document.is_complete


def test_a_drawn_line_alone_is_no_text() -> None:
    assert document_of("Början\n\n__________\nSlutet\n").plain_text().split() == [
        "Början",
        "Slutet",
    ]


@pytest.mark.parametrize(
    "text", ["--\t--", "A\n----\t----\n", "|---|---|\n", "-\t" * 900]
)
def test_rules_alone_are_no_table_and_no_fault(text: str) -> None:
    assert document_of(text).is_complete


def test_a_long_row_of_dashes_is_gone_through_once() -> None:
    document = document_of("-" * 10_000 + "\tvt\t" + "_ " * 5_000)

    assert "vt" in document.plain_text()
