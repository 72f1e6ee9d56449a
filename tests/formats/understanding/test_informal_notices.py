"""Notices written as letters: what they are, their papers, and what items are for."""

from datetime import date, time

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.gathered import column
from tests.formats.understanding.gathered import gathered as gathered_by
from tests.formats.understanding.reading_text import source_of

LETTER = """# Styrgruppen Tretal – kallelse 4 mars

Hej alla, dags för styrgruppen igen. Vi ses onsdag den 4 mars 2026 kl. 13.30–15
hos Laxå kommun, sal Tiveden. Fika finns!

1. Laget runt i Laxå, Nora och Lindesberg
2. Anteckningarna från förra gången, se bilaga A
3. Elbilar i hemtjänsten. Ska vi ta ställning nu? (bilaga B)
4. Kristina från Trafikverket berättar om väg 50
5. Remissen om nya bussar. Region Örebro län vill ha svar senast 12 april.

Hör av dig till mig om något ska läggas till.

Bilagor: A Anteckningar 14 januari.docx, B Kalkyl för elbilar.pdf

Eva
"""


def gathered(text: str) -> Gathering:
    return gathered_by(text, "notices", kind=DocumentKind.MEETING_NOTICE)


def test_a_letter_that_calls_is_a_notice_whatever_its_items_are_of() -> None:
    assert [p.kind for p in recognise(source_of(LETTER))] == [
        DocumentKind.MEETING_NOTICE
    ]


def test_a_letter_says_when_and_where_and_whose_house_it_is() -> None:
    meeting = gathered(LETTER).of("meetings")[0]

    assert meeting["held_on"] == date(2026, 3, 4)
    assert meeting["starts_at"] == time(13, 30)
    assert meeting["place"] == "Laxå kommun, sal Tiveden"
    assert meeting["host"] == "laxa"


def test_an_agenda_says_what_its_items_are_for() -> None:
    items = gathered(LETTER).of("agenda_items")

    assert [i["kind"] for i in items[2:4]] == ["decision", "information"]
    assert items[-1]["number"] == 5
    assert "Hör av dig" not in str(items[-1]["text"])


def test_papers_have_the_titles_of_a_list_on_one_line() -> None:
    found = gathered(LETTER)

    assert column(found, "papers", "title") == [
        "Anteckningar 14 januari",
        "Kalkyl för elbilar",
    ]
    assert column(found, "papers", "annex_number") == ["A", "B"]


def test_the_day_of_a_referral_in_a_title_is_in_the_meetings_year() -> None:
    referral = gathered(LETTER).of("referrals")[0]

    assert referral["due_on"] == date(2026, 4, 12)
    assert referral["title"] == "Remissen om nya bussar"
    assert referral["outside_party"] == "region-orebro-lan"


def test_the_municipalities_of_the_round_are_known() -> None:
    names = column(gathered(LETTER), "municipalities", "name")

    assert {"Laxå", "Nora", "Lindesberg"} <= set(names)


TABLE = """# Kallelse till direktionen

| Direktionen | Utskicksdatum 2026-02-20 |
|---|---|
| Tid | 4 mars 2026 kl. 9.00 |
| Ordförande | Eva Alm (Nora) |
| Sekreterare | Bo Ek |

| Nr | Rubrik | Handling |
|---|---|---|
| 1 | Årsredovisning | Bilaga 1–2 |
| 2 | Brandbilar | Bilaga 3, sekretess |
| 3 | Läget i huset | Muntligt |
| 4 | Anmälningar | Lista |

Bilagor: 1. Årsredovisning 2025. 2. Revisorernas utlåtande. 3. Brev daterat 2026-02-11.
"""


def test_a_remark_beside_a_number_is_no_paper_and_no_title() -> None:
    found = gathered(TABLE)

    assert column(found, "papers", "title") == [
        "Årsredovisning 2025",
        "Revisorernas utlåtande",
        "Brev daterat 2026-02-11",
    ]
    assert found.of("agenda_items")[2]["kind"] == "information"


def test_a_notice_was_sent_on_the_day_said_and_no_day_of_a_paper() -> None:
    assert column(gathered(TABLE), "meeting_notices", "sent_on") == [date(2026, 2, 20)]


def test_who_leads_and_who_writes_are_known() -> None:
    assert column(gathered(TABLE), "people", "name") == ["Eva Alm", "Bo Ek"]


@pytest.mark.parametrize(
    "title",
    ["Nätverket – kallelse", "Styrgruppen: kallelse 4 mars", "Kallelse inför 4/3"],
)
def test_the_word_may_end_a_title(title: str) -> None:
    text = (
        f"# {title}\n\nVälkommen till mötet den 4 mars kl. 9.\n\n1. Ekonomi\n\n2. Tåg"
    )

    assert recognise(source_of(text))[0].kind is DocumentKind.MEETING_NOTICE
