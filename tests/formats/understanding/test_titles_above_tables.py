"""Sheets with a title and remarks in rows of their own above the columns' heads."""

from datetime import date

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

SHEETS = """
# Insatser

| Handlingsplan 2029 – Samverkan Nedre Ljungan | | | |
|---|---|---|---|
| Ånge, Timrå och Bräcke kommuner. Beslutad av Chefsgruppen 2028-12-07 | | | |
| Uppdaterad 2029-03-01. Filtrera på kolumn D. | | | |
| Rader i kursiv stil är nya sedan förra versionen | | | |
| Insats | Vad ska uppnås? | Huvudansvarig | Status |
| MÅL 1: Nära vård | | | |
| Hembesök med surfplatta | Färre resor | Ånge | Pågår |
| Kurs i samtalsteknik | | Timrå | Framskjuten |

# Budget

| Budget och utfall 2029, kr | | | |
|---|---|---|---|
| Post | Budget 2029 | Utfall t.o.m. 2029-04-30 | Anm. |
| INTÄKTER | | | |
| Stadsbidrag | 500000 | 250000 | Två gånger |
| Kommunernas andel | 100000 | 50000 | |
| Summa | 600000 | 300000 | |
| KOSTNADER | | | |
| Surfplattor | 600000 | 120000 | |
| Summa | 600000 | 120000 | |

# Kontakter

| Kommun | Kontaktperson | Funktion | E-post |
|---|---|---|---|
| Ånge | Inga Torpsten | ledare | inga.torpsten@ange.example |
| Timrå | Vidar Lögdö | chef | kansli@timra.example |
"""


def read():
    subjects = ("plans", "activities", "budgets", "officers")
    return gathered(SHEETS, *subjects, year=2029, kind=DocumentKind.ACTION_PLAN)


def test_the_head_of_activities_stands_below_any_number_of_titles():
    activities = read().of("activities")
    assert [found["title"] for found in activities] == [
        "Hembesök med surfplatta",
        "Kurs i samtalsteknik",
    ]
    assert [found["status"] for found in activities] == ["ongoing", "postponed"]


def test_what_is_to_be_reached_is_no_activity():
    first, _ = read().of("activities")
    assert "Färre resor" in first["comment"]


def test_the_head_of_a_budget_below_its_title_is_no_line():
    gathering = read()
    assert column(gathering, "budget_lines", "name") == [
        "Stadsbidrag",
        "Kommunernas andel",
        "Surfplattor",
    ]
    days = column(gathering, "budget_outcomes", "booked_on")
    assert days == [date(2029, 4, 30)] * 3


def test_an_address_of_the_name_beside_it_is_that_persons():
    assert column(read(), "people", "email") == ["inga.torpsten@ange.example", None]


def test_what_an_activity_costs_is_no_line_of_a_budget():
    text = """
# Handlingsplan 2029

## Budget

Kurs i samtalsteknik

När: våren 2029

Pengar: 45 000 kr
"""
    gathering = gathered(text, "budgets", year=2029, kind=DocumentKind.ACTION_PLAN)
    assert gathering.of("budget_lines") == []
