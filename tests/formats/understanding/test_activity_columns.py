"""Action tables with any columns: unknown heads, notes with a day, goals left out."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.action_tables.cells import BY_CELLS
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_plans import (
    activity,
    answering,
    gathered,
    said,
    table,
)


def planned(*rows: list[str]) -> Gathering:
    """Return what a table tells; its first row is the head."""
    return gathered(table(*rows), DocumentKind.ACTION_PLAN)


def test_words_under_an_unknown_head_are_kept_with_it() -> None:
    found = planned(
        ["Aktivitet", "Ansvarig", "Målgrupp", "Prioritet"],
        ["Ny karta", "Kansliet", "Köping", "Hög"],
        ["Läxhjälp", "Kansliet", "Arboga", ""],
    )

    assert activity(found, "Ny karta")["comment"] == "Målgrupp: Köping\nPrioritet: Hög"
    assert activity(found, "Läxhjälp")["comment"] == "Målgrupp: Arboga"
    assert answering(found, "Läxhjälp") == ["kansliet"]


@pytest.mark.parametrize(
    "head",
    ["Pengar, tkr", "Medel (tkr)", "Kassa i år (tkr)"],
)
def test_a_head_with_a_unit_is_of_costs(head: str) -> None:
    found = planned(["Vad?", "Vem?", head], ["Ny karta", "Kansliet", "12,5"])

    assert activity(found, "Ny karta")["cost_sek"] == Decimal(12_500)


@pytest.mark.parametrize(
    ("head", "activities"),
    [
        ("Rubrik", 2),
        ("Vad vi gör", 2),
        ("Satsning", 2),
        ("Det här ska vi göra", 2),
        ("Det vi vill uppnå", 2),
    ],
)
def test_the_activities_may_stand_under_any_head(head: str, activities: int) -> None:
    found = planned(
        [head, "Projektledare", "Kvartal"],
        ["Ny karta", "Kansliet", "Q1"],
        ["Läxhjälp", "Köping", "Q2"],
    )

    assert len(list(found.of("activities"))) == activities
    assert answering(found, "Läxhjälp") == ["koping"]
    title = said(activity(found, "Ny karta"), "title")
    is_known = head in ("Vad vi gör", "Satsning", "Det här ska vi göra")
    assert title.certainty is (Certainty.CERTAIN if is_known else Certainty.PROBABLE)


def test_cells_tell_what_a_column_says_but_only_probably() -> None:
    found = planned(
        ["Aktivitet", "Kul", "Hur då", "Läget just nu", "Kassan"],
        ["Ny karta", "Q1", "Kansliet", "Pågår", "20 tkr"],
        ["Läxhjälp", "maj–juni", "Köping", "Klar", "5 000 kr"],
    )

    first = activity(found, "Ny karta")
    assert first["starts_from"] == date(2025, 1, 1)
    assert first["status"] == "ongoing"
    assert first["cost_sek"] == Decimal(20_000)
    assert answering(found, "Ny karta") == ["kansliet"]
    for column in ("starts_from", "cost_sek", "responsible_as_written"):
        assert said(first, column).certainty is Certainty.PROBABLE
        assert said(first, column).reason == BY_CELLS


def test_cells_tell_nothing_where_one_disagrees_or_another_column_says_it() -> None:
    found = planned(
        ["Aktivitet", "Ansvarig", "Kul", "Plats"],
        ["Ny karta", "Kansliet", "Q1", "Köping"],
        ["Läxhjälp", "Köping", "ja", "Arboga"],
    )

    first = activity(found, "Ny karta")
    assert first["time_as_written"] is None
    assert first["comment"] == "Kul: Q1\nPlats: Köping"
    assert answering(found, "Ny karta") == ["kansliet"]


@pytest.mark.parametrize(
    "rows",
    [
        (["Datum", "Organ", "Plats"], ["3 mars", "Styrgruppen", "Köping"]),
        (["Post", "Ansvarig", "Belopp"], ["Hyra", "Kansliet", "20 000 kr"]),
        (["Namn", "Kontakt", "Telefon"], ["Skola", "Köping", "0221-123 45"]),
    ],
)
def test_tables_of_other_things_are_no_activities(rows: tuple[list[str], ...]) -> None:
    assert list(planned(*rows).of("activities")) == []


def test_a_start_beside_a_time_for_when_it_is_done_is_from_one_to_the_other() -> None:
    found = planned(
        ["Aktivitet", "Ansvarig", "Start", "Klart"],
        ["Ny karta", "Kansliet", "jan 2025", "mars 2025"],
    )

    first = activity(found, "Ny karta")
    assert (first["starts_from"], first["ends_until"]) == (
        date(2025, 1, 1),
        date(2025, 4, 1),
    )


@pytest.mark.parametrize("words", ["löpande", "Året runt", "tills vidare"])
def test_what_goes_on_all_the_time_has_no_days(words: str) -> None:
    found = planned(["Aktivitet", "Tid"], ["Ny karta", words])

    first = activity(found, "Ny karta")
    assert (first["time_as_written"], first["starts_from"]) == (words, None)


def test_a_dash_under_sub_goals_puts_the_activity_under_the_goal_itself() -> None:
    found = planned(
        ["Mål", "Delmål", "Aktivitet", "Ansvarig"],
        ["Bättre skola", "Fler i skolan", "Läxhjälp", "Kansliet"],
        ["", "–", "Mässa", "Kansliet"],
        ["", "", "Mer mässa", "Kansliet"],
    )

    goals = [found.get("goals", str(a["goal"])) for a in found.of("activities")]
    assert [goal["name"] for goal in goals if goal] == [
        "Fler i skolan",
        "Bättre skola",
        "Bättre skola",
    ]


def test_a_column_of_notes_with_a_day_becomes_follow_ups() -> None:
    found = planned(
        ["Aktivitet", "Ansvarig", "Uppföljning april", "Uppföljning 2025-10-30"],
        ["Ny karta", "Kansliet", "Pågår", "Klar. 300 tryckta."],
        ["Läxhjälp", "Kansliet", "", "Inställd, för få anmälda"],
    )

    notes = [
        (n["activity"], n["noted_on"], n["text"], n["status"])
        for n in found.of("follow_ups")
    ]
    assert notes == [
        ("2025-ny-karta", date(2025, 4, 30), "Pågår", "ongoing"),
        ("2025-ny-karta", date(2025, 10, 30), "Klar. 300 tryckta.", "done"),
        ("2025-laxhjalp", date(2025, 10, 30), "Inställd, för få anmälda", "cancelled"),
    ]
    first = next(iter(found.of("follow_ups")))
    assert said(first, "noted_on").certainty is Certainty.PROBABLE
    assert activity(found, "Ny karta")["comment"] is None


def test_notes_without_a_day_stay_with_the_activity() -> None:
    found = planned(
        ["Aktivitet", "Ansvarig", "Uppföljning"], ["Ny karta", "Kansliet", "Gick bra"]
    )

    assert list(found.of("follow_ups")) == []
    assert activity(found, "Ny karta")["comment"] == "Gick bra"


def test_the_secretariat_s_own_tasks_are_under_no_goal() -> None:
    found = planned(
        ["Nr", "Aktivitet", "Ansvarig"],
        ["Fokusområde 1: Skola", "", ""],
        ["1", "Läxhjälp", "Köping"],
        ["Kansliets uppdrag", "", ""],
        ["K1", "Ny webbplats", "Kansliet"],
        ["Övrigt", "", ""],
        ["Ö1", "Mässa", "Kansliet"],
    )

    tasks = [(a["kind"], a["goal"] is None) for a in found.of("activities")]
    assert tasks == [(None, False), ("secretariat", True), (None, True)]
    names = {goal["name"] for goal in found.of("goals")}
    assert not names & {"Kansliets uppdrag", "Övrigt"}


def test_a_sentence_over_all_columns_tells_of_the_activity_above() -> None:
    gathering = planned(
        ["Aktivitet", "Ansvarig", "När"],
        ["Gemensam badkarta", "Köping", "maj"],
        ["Kartan trycks på svenska och tyska.", "", ""],
        ["Kurs i klarspråk", "Arboga", "hösten"],
    )
    first, second = gathering.of("activities")
    assert first["comment"] == "Kartan trycks på svenska och tyska."
    assert first.values["comment"].certainty is Certainty.PROBABLE
    assert second["comment"] is None
    assert not [g for g in gathering.of("goals") if "Kartan" in g["name"]]


def test_a_row_that_begins_a_table_names_what_is_below_it() -> None:
    gathering = planned(
        ["Aktivitet", "Ansvarig", "När"],
        ["Fler ska bada i våra sjöar.", "", ""],
        ["Gemensam badkarta", "Köping", "maj"],
        ["Fler ska gå i våra skogar.", "", ""],
        ["Ledkarta", "Arboga", "hösten"],
    )
    names = [str(g["name"]) for g in gathering.of("goals")]
    assert len([name for name in names if name.startswith("Fler ska")]) == 2
    assert [a["comment"] for a in gathering.of("activities")] == [None, None]
