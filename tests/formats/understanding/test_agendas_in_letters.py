"""An agenda typed in a letter: hours, numbers, letters for kinds, annexes below."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.notices import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising.parts import recognise
from tests.formats.understanding.gathered import column
from tests.formats.understanding.reading_text import portion_of, source_of

LETTER = """Kallelse chefsgruppen

Tid: fredag 27 november 2026 kl. 09.00-11.45

Plats: Heby kommunhus

DAGORDNING

B = beslut, I = information, D = diskussion

09.00 1. Välkomna

09.05 2. Minnesanteckningar från 2 oktober (B)

Bilaga 1

09.10 3. Verksamhetsplan 2027 - genomgång inför (B) samverkansrådet den 10 december

Eva Alm. Bilaga 2 och 3

Förslag: Gruppen ställer sig bakom planen.

| 10.20 | 4. Regionens remiss om trafik. Svarstid 29 januari. Bilaga 4 | (D) |
|---|---|---|
| 11.00 | 5. Kommunvis runda | |
| 11.25 | 6. Mötestider våren 2027 | (B) |

Bilagor

1. Minnesanteckningar 2026-10-02
2. Förslag till verksamhetsplan 2027
3. Kalkyl
4. Remissbrev från Region Uppsala 2026-10-28

Väl mött!
"""


@pytest.fixture(scope="module")
def read() -> Gathering:
    gathering = Gathering()
    extract(portion_of(LETTER, DocumentKind.MEETING_NOTICE, 2026), gathering)
    return gathering


def test_an_annex_named_under_an_item_begins_no_document() -> None:
    assert [part.kind for part in recognise(source_of(LETTER))] == [
        DocumentKind.MEETING_NOTICE
    ]


def test_hours_stand_before_numbers_in_lines_and_in_rows(read: Gathering) -> None:
    assert column(read, "agenda_items", "number") == [1, 2, 3, 4, 5, 6]


def test_a_letter_after_a_titles_first_line_is_its_kind(read: Gathering) -> None:
    item = read.of("agenda_items")[2]

    assert item["kind"] == "decision"
    assert item["title"] == (
        "Verksamhetsplan 2027 - genomgång inför samverkansrådet den 10 december"
    )


def test_a_letter_in_a_column_is_the_kind(read: Gathering) -> None:
    kinds = [item["kind"] for item in read.of("agenda_items")]

    assert (kinds[3], kinds[5]) == ("discussion", "decision")


def test_annexes_after_who_presents_are_of_the_item(read: Gathering) -> None:
    assert column(read, "papers", "annex_number") == ["1", "2", "3", "4"]


def test_the_meeting_that_an_item_is_prepared_for_is_planned(read: Gathering) -> None:
    (meeting,) = (m for m in read.of("meetings") if m["status"] == "planned")

    assert meeting["held_on"] == date(2026, 12, 10)


def test_an_annex_tells_whose_referral_an_item_is_of(read: Gathering) -> None:
    (referral,) = read.of("referrals")

    assert referral["outside_party"] == "region-uppsala"
    assert referral["due_on"] == date(2027, 1, 29)


def test_a_number_without_a_stop_beside_an_hour_is_no_item() -> None:
    gathering = Gathering()
    text = LETTER.replace("| 11.00 | 5. Kommunvis runda |", "| 11.00 | 5 vägar ut |")
    extract(portion_of(text, DocumentKind.MEETING_NOTICE, 2026), gathering)

    assert "vägar ut" not in column(gathering, "agenda_items", "title")
