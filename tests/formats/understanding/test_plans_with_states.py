"""Plans in lettered areas, with dated states, indicators and seats in rows of roles."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import certainties, column
from tests.formats.understanding.reading_text import portion_of

PLAN = """
# Handlingsplan för klimat 2031–2033

## 1 Mål

Följande två målområden gäller under planperioden:

A. Rena resor

Kommunernas resor är fossilfria senast 2035.

B. Snåla hus

Husen drar mindre el.

## 2 Åtgärder

| Nr | Åtgärd | Ansvarig | Tidplan | Läge 2032-03-20 |
|---|---|---|---|---|
| A. Rena resor | | | | |
| A1 | Gemensamma elcyklar | Mora kommun | 2031 | Klart. Avtal finns sedan maj. |
| A2 | Ny resepolicy | Orsa kommun | 2032 | Pågår |
| B. Snåla hus | | | | |
| B1 | Energijakt i skolor | Mora kommun | 2031 | Uppskjuten till 2033, ingen tid. |

## 3 Uppföljning

| Nyckeltal | Enhet | 2030 | Målvärde 2033 | Källa |
|---|---|---|---|---|
| Utsläpp per invånare | ton | 4,9 | 4,0 | Utsläppsdatabasen |
"""
YEARLY = """
# Verksamhetsplan och budget 2032

Beslutad av styrgruppen den 28 november 2031

{shown}

## 1 Organisation

| Styrgruppen 2032 | | |
|---|---|---|
| Ordförande | Anna Ek (M) | Mora |
| Ledamot | Bo Lind (S) | Orsa |

## 2 Fokusområden

### 2.1 Hållbara resor

Mål: Fler ska resa kollektivt.

### 2.2 Kansliets löpande uppgifter

- Bevaka remisser och utlysningar
- Samordna nätverken

## 3 Kalender

{how}

| 2032 | Styrgruppen | Ledningsgruppen |
|---|---|---|
| Januari | 30 | 15 |
| Mars | | 12 |
"""
SHOWN = (
    "Förslaget har inför beslutet redovisats för kommunstyrelserna: Mora den 1 oktober "
    "och Orsa den 8 oktober 2031."
)
HOW = "Ledningsgruppen ses digitalt."


def plan(text: str = PLAN) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.ACTION_PLAN, 2031), gathering)
    return gathering


def yearly(*, shown: str = SHOWN, how: str = HOW) -> Gathering:
    gathering = Gathering()
    text = YEARLY.format(shown=shown, how=how)
    extract(portion_of(text, DocumentKind.ANNUAL_PLAN, 2032), gathering)
    return gathering


def test_lettered_lines_that_are_announced_are_areas_with_their_wording() -> None:
    found = plan()

    assert column(found, "goals", "name") == ["Rena resor", "Snåla hus"]
    assert column(found, "goals", "title") == [
        "Kommunernas resor är fossilfria senast 2035",
        "Husen drar mindre el",
    ]


def test_lettered_lines_that_nothing_announces_are_no_goals() -> None:
    text = PLAN.replace("Följande två målområden gäller under planperioden:", "")
    first = plan(text).of("goals")[0]

    assert first["name"] != "A. Rena resor"


def test_a_dated_state_that_tells_more_is_a_follow_up() -> None:
    found = plan()

    assert column(found, "follow_ups", "noted_on") == [date(2032, 3, 20)] * 2
    assert column(found, "follow_ups", "status") == ["done", "postponed"]
    assert column(found, "follow_ups", "text") == [
        "Klart. Avtal finns sedan maj.",
        "Uppskjuten till 2033, ingen tid.",
    ]


def test_a_state_without_a_day_is_no_follow_up() -> None:
    found = plan(PLAN.replace("Läge 2032-03-20", "Läge"))

    assert found.of("follow_ups") == []


def test_a_plans_own_indicators_are_read() -> None:
    found = plan()

    assert column(found, "indicators", "name") == ["Utsläpp per invånare"]
    assert column(found, "indicators", "unit") == ["ton"]
    assert column(found, "observations", "value") == [Decimal("4.9")]
    assert column(found, "observations", "source") == ["Utsläppsdatabasen"]


def test_seats_may_stand_in_rows_of_roles_below_their_body() -> None:
    found = yearly()

    assert column(found, "appointments", "person") == ["anna-ek", "bo-lind"]
    assert column(found, "appointments", "role") == ["chair", "member"]
    assert column(found, "appointments", "body") == ["kommitten", "kommitten"]


def test_the_secretariats_own_tasks_are_activities_and_no_area() -> None:
    found = yearly()

    assert "Kansliets löpande uppgifter" not in column(found, "goals", "name")
    assert column(found, "activities", "title") == [
        "Bevaka remisser och utlysningar",
        "Samordna nätverken",
    ]
    assert set(column(found, "activities", "kind")) == {"secretariat"}


def test_what_was_shown_before_the_decision_is_told_with_its_days() -> None:
    assert column(yearly(), "presentations", "presented_on") == [
        date(2031, 10, 1),
        date(2031, 10, 8),
    ]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (HOW, ["probable"] * 2),
        ("Ledningsgruppen ses digitalt vid behov.", []),
        ("Ledningsgruppen kan mötas digitalt.", []),
        ("Styrgruppen och ledningsgruppen ses digitalt.", []),
    ],
)
def test_a_body_that_meets_digitally_does_so_at_all_its_meetings(
    how: str, expected: list[str]
) -> None:
    found = yearly(how=how)

    assert certainties(found, "meetings", "is_digital") == expected
