"""Items of minutes are known by their numbers, or counted where they have none."""

from datetime import time

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    gathered,
)

NUMBERS = {
    "figures": ("1. Runda", "2. Mark", "3. Nästa möte"),
    "paragraph signs": ("§ 1 Runda", "§ 2 Mark", "§ 3 Nästa möte"),
    "signs after": ("1 § Runda", "2 § Mark", "3 § Nästa möte"),
    "points": ("Punkt 1 – Runda", "Punkt 2 – Mark", "Punkt 3 – Nästa möte"),
    "bare figures": ("1 Runda", "2 Mark", "3 Nästa möte"),
    "markdown": ("## 1. Runda", "## 2. Mark", "## 3. Nästa möte"),
    "signs with a year": ("§ 1/24 Runda", "§ 2/24 Mark", "§ 3/24 Nästa möte"),
    "signs of a body": ("Dir § 1 Runda", "Dir § 2 Mark", "Dir § 3 Nästa möte"),
    "signs alone": ("§ 1\nRunda", "§ 2\nMark", "§ 3\nNästa möte"),
}


@pytest.mark.parametrize("titles", NUMBERS.values(), ids=NUMBERS.keys())
def test_items_are_known_by_their_numbers(titles: tuple[str, ...]) -> None:
    body = "\n\nVi talade om saken.\n\n"
    gathering = gathered(BEGINNING + body.join(titles) + body)

    items = gathering.of("agenda_items")
    assert [(i["number"], i["title"]) for i in items] == [
        (1, "Runda"),
        (2, "Mark"),
        (3, "Nästa möte"),
    ]
    assert all(i["text"] == "Vi talade om saken." for i in items)
    assert items[0].values["number"].certainty is Certainty.CERTAIN


def test_headings_without_numbers_are_counted_and_not_certain() -> None:
    gathering = gathered(
        "Minnesanteckningar styrgruppen\n\nDatum: 2024-03-05\n\nNärvarande: Anna Ek\n\n"
        "Läget i kommunerna\n\nAlla berättade.\n\nBeslut\n\nVi köper in mer salt.\n\n"
        "Nästa möte\n\n5 april kl 9.\n"
    )

    items = gathering.of("agenda_items")
    assert [(i["number"], i["title"]) for i in items] == [
        (1, "Läget i kommunerna"),
        (2, "Nästa möte"),
    ]
    assert items[0].values["number"].certainty is Certainty.PROBABLE
    assert gathering.of("decisions")[0]["wording"] == "Vi köper in mer salt."


def test_a_numbered_list_inside_an_item_is_its_text() -> None:
    gathering = gathered(
        BEGINNING + "## 1. Runda\n\nTre saker sades:\n\n1. Snö\n2. Salt\n3. Sand\n\n"
        "## 2. Mark\n\nInget.\n\n## 3. Avslut\n\nTack.\n"
    )

    titles = [i["title"] for i in gathering.of("agenda_items")]
    assert titles == ["Runda", "Mark", "Avslut"]
    assert "Salt" in gathering.of("agenda_items")[0]["text"]


def test_an_agenda_before_the_items_is_not_taken_for_them() -> None:
    gathering = gathered(
        BEGINNING + "Dagordning\n\n1. Runda\n2. Mark\n3. Avslut\n\n"
        "1. Runda\n\nAlla sade något.\n\n2. Mark\n\nInget nytt.\n\n3. Avslut\n\nTack.\n"
    )

    texts = [i["text"] for i in gathering.of("agenda_items")]
    assert texts == ["Alla sade något.", "Inget nytt.", "Tack."]


def test_register_numbers_are_no_part_of_titles() -> None:
    gathering = gathered(
        BEGINNING + "§ 7 Budget (Dnr SK 2024/18)\n\nInget.\n\n"
        "§ 8 Dnr 2024/00045\nRapport\n\nInget.\n\n§ 9 Remiss\n\n"
        "Diarienummer SK 2024/19\n\nX.\n"
    )

    told = [(i["title"], i["register_number"]) for i in gathering.of("agenda_items")]
    assert told == [
        ("Budget", "SK 2024/18"),
        ("Rapport", "2024/00045"),
        ("Remiss", "SK 2024/19"),
    ]


def test_next_meetings_get_the_next_year_that_fits() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-11-05\n\n1. Runda\n\nInget.\n\n"
        "2. Nästa möte\n\nNästa möte torsdagen den 16 januari kl 9.00-11.30 i Salem.\n"
    )

    planned = gathering.get("meetings", "kommitten-2025-01-16")
    assert planned is not None
    assert planned["status"] == "planned"
    assert (planned["starts_at"], planned["ends_at"]) == (time(9), time(11, 30))
    assert planned["place"] == "Salem"
    assert planned.values["held_on"].certainty is Certainty.PROBABLE


def test_several_next_meetings_of_several_bodies() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n1. Runda\n\nInget.\n\n"
        "2. Kommande möten\n\nStyrgruppen: 8 maj, 11 september och 4 december\n\n"
        "Ledningsgruppen träffas 22 april.\n\nHandlingar skickas ut 30 april.\n"
    )

    planned = {m.key for m in gathering.of("meetings") if m["status"] == "planned"}
    assert planned == {
        "kommitten-2024-05-08",
        "kommitten-2024-09-11",
        "kommitten-2024-12-04",
        "ledningsgruppen-2024-04-22",
    }


def test_a_postponed_matter_goes_to_the_next_meeting_that_is_named() -> None:
    gathering = gathered(
        BEGINNING + "1. Fråga\n\nFrågan bordläggs till nästa möte.\n\n"
        "2. Nästa möte\n\nNästa möte är den 9 april.\n"
    )

    value = gathering.of("decisions")[0].values["postponed_to"]
    assert value.value == "kommitten-2024-04-09"
    assert value.certainty is Certainty.PROBABLE
