"""Which boards adopted a programme, as the programme lists them itself."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import certainties, column, gathered

TOP = "# Utvecklingsprogram för Åbygden 2024–2027\n\nSå här vill vi arbeta.\n\n"
BOARDS = """## Antagande

| Organ | Beslutsdatum | § | Diarienummer |
|---|---|---|---|
| Kommunstyrelsen i Falköping | 2022-12-07 | § 132 | KS 2022/00214 |
| Kommunstyrelsen i Hjo | 14 december 2022 | 201 | KS 2022/45 |
| Kommunfullmäktige i Skövde | 2022-12-19 | KF § 88 | |
"""
BY_HEADING = """## Kommunstyrelsernas beslut

| Kommun | Antaget den | Protokoll |
|---|---|---|
| Mora | 2023-02-01 | § 12 |
| Orsa | 2023-02-08, antaget med ändringar i mål 3 | § 19 |
| Rättvik | Ännu inte behandlat | |
| Älvdalen | | |
"""
LINES = """## Programmets tillkomst

Programmet är antaget av

- Kommunfullmäktige i Sunne den 3 maj 2023, § 41
- Kommunfullmäktige i Torsby den 10 maj 2023, § 58
"""
BODILESS = """## Antagande

| Kommun | Datum |
|---|---|
| Mora | 2023-02-01 |
| Orsa | 2023-02-08 |
"""
CALENDAR = """## Planerade beslut i kommunstyrelserna

| Kommun | Datum |
|---|---|
| Mora | 2023-02-01 |
| Orsa | 2023-02-08 |

## Mötestider

| Kommunstyrelsen | Datum |
|---|---|
| Mora | 2024-02-01 |
"""
SUBJECTS = ("programmes", "adoption_tables")


def read(text):
    return gathered(TOP + text, *SUBJECTS, kind=DocumentKind.PROGRAMME)


def test_each_row_is_an_adoption_with_its_day_and_number():
    found = read(BOARDS)
    assert column(found, "adoptions", "board") == [
        "ks-falkoping",
        "ks-hjo",
        "kf-skovde",
    ]
    assert column(found, "adoptions", "decided_on") == [
        date(2022, 12, 7),
        date(2022, 12, 14),
        date(2022, 12, 19),
    ]
    assert column(found, "adoptions", "paragraph") == ["§ 132", "§ 201", "§ 88"]
    assert column(found, "adoptions", "register_number") == [
        "KS 2022/00214",
        "KS 2022/45",
        None,
    ]
    assert column(found, "adoptions", "outcome") == ["adopted"] * 3
    assert set(certainties(found, "adoptions", "board")) == {"certain"}


def test_the_heading_tells_which_body_and_each_row_its_outcome():
    found = read(BY_HEADING)
    assert column(found, "adoptions", "board") == ["ks-mora", "ks-orsa", "ks-rattvik"]
    assert column(found, "adoptions", "outcome") == ["adopted", "changed", "pending"]
    assert column(found, "adoptions", "decided_on")[2] is None
    assert set(certainties(found, "adoptions", "board")) == {"probable"}


def test_lines_below_the_announcing_words_are_rows_too():
    found = read(LINES)
    assert column(found, "adoptions", "board") == ["kf-sunne", "kf-torsby"]
    assert column(found, "adoptions", "decided_on") == [
        date(2023, 5, 3),
        date(2023, 5, 10),
    ]
    assert column(found, "adoptions", "paragraph") == ["§ 41", "§ 58"]


def test_which_body_is_not_guessed_and_the_loss_is_told():
    found = read(BODILESS)
    assert found.of("adoptions") == []
    (remark,) = found.remarks
    assert "styrelsen eller fullmäktige" in remark


@pytest.mark.parametrize("text", [CALENDAR, "Inget mer."])
def test_what_is_planned_and_what_is_a_calendar_is_no_adoption(text):
    found = read(text)
    assert found.of("adoptions") == []
    assert found.remarks == []


def test_letters_of_a_register_number_name_no_board():
    found = read(
        "## Antagande\n\n| Kommun | KF-beslut | § | Dnr |\n|---|---|---|---|\n"
        "| Mora | 2023-02-01 | 12 | KS 2023/00455 |\n"
    )
    assert column(found, "adoptions", "board") == ["kf-mora"]

    beside = read(
        "## Beslut\n\n| Kommun | Instans | Datum | Beslut |\n|---|---|---|---|\n"
        "| Mora | KF | 2023-02-01 § 12 | Antar |\n"
    )
    assert column(beside, "adoptions", "board") == ["kf-mora"]
    assert column(beside, "adoptions", "paragraph") == ["§ 12"]
