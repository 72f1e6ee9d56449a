"""Indicators whose columns were lost, and titles that break over two lines."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.line_blocks import is_of_title
from radslag.formats.readers.text_lines import Line
from radslag.formats.understanding.extracting import programmes
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import certainties, column
from tests.formats.understanding.reading_text import document_of, portion_of

PROGRAMME = """DALABYGDEN

Mora  Orsa


           Mål och inriktning för samverkan i
           Dalabygden 2031-2038


Beslutat av Samverkansrådet den 18 juni 2030, § 22


1. Fokusområden

1.1 Resor och tåg

Långsiktigt mål: Det går att pendla utan bil.

Så mäter vi
    {rows}

2. Så ska vi arbeta

Rådet leder arbetet.
"""
ROWS = (
    "Inställda tåg                   procent   ska minska\n"
    "    Resor per invånare              antal     ska öka"
)


def read(rows: str = ROWS) -> Gathering:
    gathering = Gathering()
    text = PROGRAMME.format(rows=rows)
    programmes.extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    return gathering


def test_a_title_that_breaks_after_a_little_word_is_one_heading() -> None:
    headings = [block.text for block in document_of(PROGRAMME).blocks]

    assert "Mål och inriktning för samverkan i Dalabygden 2031-2038" in headings


@pytest.mark.parametrize("after", ["Mora, och vi gör planer.", "- Mora och Orsa"])
def test_a_sentence_or_a_list_that_breaks_so_is_no_title(after: str) -> None:
    line = Line("Rådet träffas två gånger per år i", 1)

    assert not is_of_title(line, Line(after, 2))


def test_a_programme_is_called_all_that_its_heading_says() -> None:
    (name,) = column(read(), "programmes", "name")

    assert name == "Mål och inriktning för samverkan i Dalabygden 2031-2038"


def test_rows_whose_columns_were_lost_are_indicators() -> None:
    found = read()

    assert column(found, "indicators", "name") == [
        "Inställda tåg",
        "Resor per invånare",
    ]
    assert column(found, "indicators", "unit") == ["procent", "antal"]
    assert column(found, "indicators", "wanted") == ["ska minska", "ska öka"]
    assert certainties(found, "indicators", "name") == ["probable", "probable"]


def test_a_sentence_below_is_no_row() -> None:
    found = read("Andelen som reser ska öka varje år, men antal resor är okänt.")

    assert found.of("indicators") == []
