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


def test_the_agenda_below_a_number_that_stands_alone_is_a_title() -> None:
    text = BEGINNING + "§ 1\n\nDagordning\n\nDen godkänns.\n\n§ 2\n\nMark\n\nSagt.\n"
    items = gathered(text).of("agenda_items")

    assert [i["title"] for i in items] == ["Dagordning", "Mark"]


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


def test_items_may_have_letters_also_where_lines_are_glued() -> None:
    gathering = gathered(
        "Anteckningar styrgruppen\n\nDatum: 2024-05-16\n\n"
        "A. Välkomna\n\nHej.\n\nB. Jour. Bo informerar, 45 min C. Nytt avtal\n\n"
        "Avtalet godkänns.\n\nD. Övrigt\n\nInget.\n"
    )
    titles = [(i["number"], i["title"]) for i in gathering.of("agenda_items")]
    assert titles == [
        (1, "Välkomna"),
        (2, "Jour. Bo informerar, 45 min"),
        (3, "Nytt avtal"),
        (4, "Övrigt"),
    ]


def test_initials_of_people_are_no_items() -> None:
    gathering = gathered(
        "Anteckningar styrgruppen\n\nDatum: 2024-05-16\n\n"
        "A. Ek var sjuk.\n\nC. Alm ledde mötet.\n\nS. Dal skrev.\n"
    )
    assert gathering.of("agenda_items") == []


def test_what_a_cell_says_on_a_line_of_its_own_is_no_title() -> None:
    gathering = gathered(
        BEGINNING
        + "\n".join(
            (
                "1.  Upprop                              Bil. 1",
                "2.  Bokslut                             Bil. 2",
                "    Föredragande: Eva Alm",
                "3.  Planen: nästa steg                  Bil. 3",
            )
        )
    )

    titles = [item["title"] for item in gathering.of("agenda_items")]
    assert titles == ["Upprop", "Bokslut", "Planen: nästa steg"]


def test_an_item_told_in_its_own_line_has_its_first_words_as_title() -> None:
    gathering = gathered(
        BEGINNING
        + "1. Anteckningar. Inga synpunkter lämnades. Läggs till handlingarna.\n"
        "2. E-arkiv. Frågan bordläggs till nästa möte.\n"
        "3. Besök av tf. chefen för regionen\n"
    )

    assert [item["title"] for item in gathering.of("agenda_items")] == [
        "Anteckningar",
        "E-arkiv",
        "Besök av tf. chefen för regionen",
    ]
    outcomes = [decision["outcome"] for decision in gathering.of("decisions")]
    assert outcomes == ["placed_on_file", "postponed"]


NOTES = (
    "Minnesanteckningar nätverket\n\nDatum: 2025-02-11\n\nMed: Anna Ek (Boxholm)\n"
    "Gäst: Eva Alm, Region Östergötland\nPennan: Anna Ek\n\n"
)
POINTS = (
    "Sedan sist\n* Kinda har fått 41 svar, stänger 28/2.\n\n"
    "Snö och salt\n* Vi enades om att köpa salt tillsammans.\n    - Anna ordnar.\n\n"
    "Övrigt\n* –\n"
)


def test_short_lines_over_points_are_items_and_the_points_no_guests() -> None:
    gathering = gathered(NOTES + POINTS)

    items = gathering.of("agenda_items")
    assert [(i["number"], i["title"]) for i in items] == [
        (1, "Sedan sist"),
        (2, "Snö och salt"),
        (3, "Övrigt"),
    ]
    assert items[0].values["number"].certainty is Certainty.PROBABLE
    assert {a["person"] for a in gathering.of("attendance")} == {"anna-ek", "eva-alm"}
    assert [d["outcome"] for d in gathering.of("decisions")] == ["decided"]
    assert gathering.of("minutes")[0]["secretary"] == "Anna Ek"


@pytest.mark.parametrize(
    "body",
    [
        "Detta talade vi om:\n* Snö\n* Salt\n\nOch detta:\n* Sand\n",
        "Det blev inget av med saltet.\n* Snö\n\nDet sades mycket.\n* Sand\n",
        "Bara en sak\n* Snö\n* Salt\n",
    ],
)
def test_sentences_and_a_single_line_over_points_are_no_items(body: str) -> None:
    assert gathered(NOTES + body).of("agenda_items") == []
