"""Lines of a closed cell on a PDF's page: set apart, or broken by the cell's width."""

import pytest

from radslag.formats.readers.dispatch import read_here
from tests.formats.understanding.made_documents import as_pdf
from tools import chromium

STYLE = (
    "<style>table{border-collapse:collapse;width:12cm}td{border:1px solid;padding:4px}"
    "td:first-child{width:3cm}</style>"
)
LONG = "Anna Ek (S), Arvika, ordförande, Bo Lind (M), Eda, vice ordförande, Eva Alm (C)"


def second_cell(inside: str) -> str:
    if chromium.find() is None:
        pytest.skip(f"no browser here. {chromium.HOW}")
    rows = f"<tr><td>Närvarande<td>{inside}<tr><td>Plats<td>Våren"
    document = read_here(as_pdf(f"{STYLE}<table>{rows}</table>"), "").document
    assert document is not None
    assert document.is_complete, document.remarks
    (table,) = document.tables()
    return table.rows[0][1].text


def test_lines_that_were_set_apart_stay_apart() -> None:
    assert second_cell("Anna Ek (S)<br>Bo Lind (M)") == "Anna Ek (S)\nBo Lind (M)"


def test_lines_that_only_the_width_broke_are_one() -> None:
    assert second_cell(LONG) == LONG


def test_a_bold_line_after_a_full_one_stands_apart() -> None:
    read = second_cell(f"{LONG}, Sunne<br><b>Ersättare</b><br>Per Öberg (L), Eda")

    assert read == f"{LONG}, Sunne\nErsättare\nPer Öberg (L), Eda"


def test_figures_in_groups_are_not_parted() -> None:
    words = "Kommunerna betalar tillsammans varje år cirka 1 250 000 kronor"

    assert second_cell(words.replace("1 250 000", "1&nbsp;250&nbsp;000")) == words
