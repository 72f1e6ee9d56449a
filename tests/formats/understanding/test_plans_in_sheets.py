"""Action plans in a workbook: a sheet about the plan, its rows, and notes by number."""

from datetime import date

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

SHEETS = """
# Om planen

| Handlingsplan 2028 – Samverkan Övre Vättern | |
|---|---|
| Kommuner | Hjo, Tibro, Karlsborg |
| Beslutad av | Rådet 2027-11-04 |
| Utgår från | Samverkansprogram Vätter–Tiveden 2026–2030 |

# Handlingsplan

| Nr | Aktivitet | Ansvar | När |
|---|---|---|---|
| 1.1 | Gemensam badkarta | Hjo | våren |
| 1.2 | Kurs för guider | Tibro | hösten |

# Avstämning

| Åtgärdens nr | Datum | Kommentar |
|---|---|---|
| 1.2 | 2028-03-14 | Guiderna är anmälda |
| 7.9 | 2028-03-14 | Av en annan plan |
"""


def read():
    subjects = ("party_names", "plans", "activities")
    return gathered(SHEETS, *subjects, year=2028, kind=DocumentKind.ACTION_PLAN)


def test_the_first_row_of_a_sheet_is_the_plans_title():
    (plan,) = read().of("plans")
    assert plan["title"] == "Handlingsplan 2028 – Samverkan Övre Vättern"
    assert plan["adopted_on"] == date(2027, 11, 4)


def test_a_row_names_the_municipalities_and_one_the_programme():
    gathering = read()
    assert column(gathering, "municipalities", "name") == ["Hjo", "Tibro", "Karlsborg"]
    (programme,) = gathering.of("programmes")
    assert programme["name"] == "Samverkansprogram Vätter–Tiveden 2026–2030"
    assert gathering.of("plans")[0]["programme"] == programme.key


def test_a_note_is_of_the_activity_whose_number_it_has():
    gathering = read()
    assert column(gathering, "activities", "title") == [
        "Gemensam badkarta",
        "Kurs för guider",
    ]
    (note,) = gathering.of("follow_ups")
    assert (note["activity"], note["text"], note["noted_on"]) == (
        "2028-kurs-for-guider",
        "Guiderna är anmälda",
        date(2028, 3, 14),
    )
