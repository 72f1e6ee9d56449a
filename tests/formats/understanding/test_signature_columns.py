"""Signatures side by side: each name belongs to the place that it stands below."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.agreements import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

BEGINNING = """Samarbetsavtal

mellan Bodens, Luleå och Piteå kommuner

1. Tid
Avtalet gäller från och med den 1 januari 2016 och tills vidare.

2. Tvist
Tvist avgörs i domstol.

"""
BODEN = ("boden", date(2015, 10, 12), "Anna Ek")
LULEA = ("lulea", date(2015, 10, 14), "Bo Lind")
PITEA = ("pitea", date(2015, 10, 19), "Eva Alm")

TABS = """Boden den 12 oktober 2015\t\tLuleå 2015-10-14


……………………\t\t\t……………………
Anna Ek\t\t\t\tBo Lind
Kommunstyrelsens ordförande\tKommunstyrelsens ordförande


Piteå den 19 oktober 2015


……………………
Eva Alm
Kommunstyrelsens ordförande
"""
LAST_IN_TABS = TABS.replace("Piteå den", "\t\t\t\tPiteå den").replace(
    "Eva Alm", "\t\t\t\tEva Alm"
)
SPACES = """Boden den 12 oktober 2015          Luleå den 14 oktober 2015

_________________________          _________________________
Anna Ek                            Bo Lind

Piteå den 19 oktober 2015

_________________________
Eva Alm
"""
NAMES_FIRST = """För Bodens kommun\t\tFör Luleå kommun

Boden 2015-10-12\t\tLuleå 2015-10-14

____________\t\t____________
Anna Ek\t\t\tBo Lind

För Piteå kommun

Piteå 2015-10-19

____________
Eva Alm
"""
ROWS = """Boden 2015-10-12\t____________\tAnna Ek
Luleå 2015-10-14\t____________\tBo Lind
Piteå 2015-10-19\t____________\tEva Alm
"""
TABLE = """Underskrifter

| Bodens kommun | Luleå kommun | Piteå kommun |
|---|---|---|
| 2015-10-12 | 2015-10-14 | 2015-10-19 |
| Anna Ek | Bo Lind | Eva Alm |
"""
LAYOUTS = {
    "tabs": TABS,
    "last in tabs": LAST_IN_TABS,
    "names first": NAMES_FIRST,
    "one a row": ROWS,
    "table": TABLE,
}


def signed(text: str) -> list[tuple[str, date | None, str | None]]:
    gathering = Gathering()
    extract(portion_of(BEGINNING + text, DocumentKind.AGREEMENT), gathering)
    return [
        (each["municipality"], each["signed_on"], each["signed_by"])
        for each in gathering.of("signatures")
    ]


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_names_and_days_belong_to_the_place_above_them(text: str) -> None:
    assert signed(text) == [BODEN, LULEA, PITEA]


def test_one_who_has_not_signed_gets_nobody_elses_name() -> None:
    text = TABS.replace("Anna Ek\t\t\t\tBo Lind", "\t\t\t\tBo Lind")

    assert signed(text) == [(*BODEN[:2], None), LULEA, PITEA]


def test_a_witness_below_signatures_side_by_side_signs_for_nobody() -> None:
    text = TABS[: TABS.index("Piteå")].replace("Anna Ek\t\t\t\tBo Lind\n", "")

    assert signed(text + "\nBevittnas:\n\nSiv Holm\n") == [
        (*BODEN[:2], None),
        (*LULEA[:2], None),
    ]


def test_names_that_nothing_parts_are_nobodys() -> None:
    assert signed(SPACES) == [(*BODEN[:2], None), (*LULEA[:2], None), PITEA]


@pytest.mark.parametrize(
    "over",
    [
        "Undertecknat i Älvsbyn den 18 december 2015",
        "Undertecknad på Storforsen 2015-12-18",
        "Underskrivet i Boden, den 18 december 2015.",
        "Så överenskommet i Boden den 18 december 2015",
        "Signerat i Piteå 18 december 2015",
    ],
)
def test_one_line_says_where_and_when_all_whose_names_stand_below_signed(
    over: str,
) -> None:
    names = "Bodens kommun Luleå kommun\n\n..... .....\n\nAnna Ek Bo Lind\n\n"
    text = f"{BEGINNING}{over}\n\n{names}Piteå kommun\n\n.....\n\nEva Alm\n"
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)

    told = [(s["municipality"], s["signed_on"]) for s in gathering.of("signatures")]
    assert told == [(key, date(2015, 12, 18)) for key in ("boden", "lulea", "pitea")]


def test_each_column_of_a_table_is_of_the_party_on_its_top() -> None:
    table = (
        "| BODENS KOMMUN | LULEÅ KOMMUN |\n|---|---|\n"
        "| Boden den 12 oktober 2015 | Luleå den 14 oktober 2015 |\n"
        "| Anna Ek<br>Kommunalråd | Bo Lind<br>Kommunalråd |\n"
        "| Siv Holm<br>Kommundirektör | Per Ström<br>Kommunchef |\n"
    )

    assert signed(table) == [BODEN, LULEA]
