"""A notice set in columns: codes beside items, papers in a table, towns in the head."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.notices import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column
from tests.formats.understanding.reading_text import portion_of

NOTICE = """| DALBÅGEN | Föredragningslista | Sammanträdesdatum |
|---|---|---|
| Lycksele Malå Norsjö | Datum | 2026-12-03 |

# Kallelse till samverkansrådet

Tid: torsdag 3 december 2026 kl. 10.00–15.00

1. Upprop

2. Föredragningslistans fastställande

3. Yttrande över Länsplan 2026–2037

Förslag till beslut:

Rådet antar yttrandet som sitt och sänder det till Region Västerbotten.

Svar senast 2026-12-18.

OFB IB 2026/44

4. Nytt om gruvan Eva Alm, Gruvbolaget, kl. 10.30

5. Besök av Eva Alm, kl. 11.30

Förslag till beslut:

Rådet tackar för besöket i dalen.

OFB IB 2026/45

Ärendet sänds senare.

Handlingar

| Ärende | Handling | Sidor |
|---|---|---|
| 3 | Förslag till yttrande, 2026-11-17 | 3 |
| 9 | Något annat | 1 |
"""


@pytest.fixture(scope="module")
def notice() -> Gathering:
    gathering = Gathering()
    extract(portion_of(NOTICE, DocumentKind.MEETING_NOTICE, 2026), gathering)
    return gathering


def test_towns_without_commas_in_the_head_are_named(notice: Gathering) -> None:
    assert column(notice, "municipalities", "name")[:3] == [
        "Lycksele",
        "Malå",
        "Norsjö",
    ]


def test_a_code_and_a_number_below_an_item_are_its_number(notice: Gathering) -> None:
    numbers = [i["register_number"] for i in notice.of("agenda_items")]

    assert numbers == [None, None, "IB 2026/44", None, "IB 2026/45"]


def test_to_settle_the_agenda_is_a_formality(notice: Gathering) -> None:
    assert notice.of("agenda_items")[1]["kind"] == "formality"


def test_who_comes_when_is_no_part_of_the_title(notice: Gathering) -> None:
    titles = [i["title"] for i in notice.of("agenda_items")]

    assert titles[3:] == ["Nytt om gruvan", "Besök av Eva Alm, kl. 11.30"]


def test_a_table_of_papers_tells_which_item_each_is_of(notice: Gathering) -> None:
    (paper,) = notice.of("papers")

    assert str(paper["item"]).endswith("-3")
    assert paper["dated_on"] == date(2026, 11, 17)


def test_an_answer_that_is_sent_tells_of_a_referral(notice: Gathering) -> None:
    (referral,) = notice.of("referrals")

    assert referral["title"] == "Länsplan 2026–2037"
    assert referral["outside_party"] == "region-vasterbotten"
    assert referral["due_on"] == date(2026, 12, 18)
