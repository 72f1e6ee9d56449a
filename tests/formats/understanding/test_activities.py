"""Activities from tables: any columns, in any order, over any pages."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty, DocumentKind
from tests.formats.understanding.reading_plans import (
    HEAD,
    TABLE,
    activity,
    answering,
    gathered,
    read_into,
    said,
    table,
)
from tests.formats.understanding.reading_text import portion_of


def test_a_table_becomes_activities_with_the_goals_carried_down() -> None:
    gathering = gathered(TABLE)
    found = gathering.of("activities")

    assert [a["title"] for a in found] == [
        "Läxhjälp på nätet",
        "Mässa för yrken",
        "Lärlingskampanj",
        "Enkät till företag",
    ]
    programme = "malprogram-for-asbygden-2024-2027"
    assert [a["goal"] for a in found] == [
        f"{programme}-skola",
        f"{programme}-skola",
        f"{programme}-naringsliv",
        f"{programme}-naringsliv",
    ]
    assert [said(a, "goal").certainty for a in found[:2]] == [
        Certainty.CERTAIN,
        Certainty.PROBABLE,
    ]
    assert len(gathering.of("goals")) == 4
    assert gathering.remarks == []


def test_times_costs_and_states_are_kept_as_written_and_understood() -> None:
    gathering = gathered(TABLE)
    first, second, third, last = gathering.of("activities")

    assert (first["time_as_written"], first["starts_from"], first["ends_until"]) == (
        "Q1–Q2",
        date(2025, 1, 1),
        date(2025, 7, 1),
    )
    assert (first["cost_as_written"], first["cost_sek"]) == ("150", Decimal(150_000))
    assert last["cost_sek"] == Decimal(12_500)
    assert last["ends_until"] == date(2025, 4, 1)
    assert third["cost_as_written"] is None
    assert [a["status"] for a in (first, second, third, last)] == [
        "ongoing",
        "planned",
        "planned",
        "done",
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Aktivitet", "Ansvarig", "Kostnad", "Tid"],
        ["Tidplan", "Åtgärd", "Huvudansvarig", "Beräknad kostnad"],
        ["Vad", "Vem", "När", "Resurser"],
        ["Insats", "Budget", "Ansvar", "Klart"],
        ["Nr", "Kommentar", "Uppdrag", "Utförare", "Finansiering", "Tidpunkt"],
    ],
)
def test_columns_may_stand_in_any_order_under_any_name(heads: list[str]) -> None:
    cells = {
        ("Aktivitet", "Åtgärd", "Vad", "Insats", "Uppdrag"): "Karta",
        ("Ansvarig", "Huvudansvarig", "Vem", "Ansvar", "Utförare"): "Köping",
        (
            "Kostnad",
            "Beräknad kostnad",
            "Resurser",
            "Budget",
            "Finansiering",
        ): "9 000 kr",
        ("Tid", "Tidplan", "När", "Klart", "Tidpunkt"): "Maj",
        ("Nr",): "1",
        ("Kommentar",): "Ny",
    }
    row = [next(v for k, v in cells.items() if head in k) for head in heads]
    gathering = gathered(table(heads, row), DocumentKind.ACTION_PLAN)

    found = activity(gathering, "Karta")
    assert answering(gathering, "Karta") == ["koping"]
    assert found["cost_sek"] == Decimal(9000)
    assert found["starts_from"] == date(2025, 5, 1)
    assert found["comment"] == ("Ny" if "Kommentar" in heads else None)


def test_rows_over_the_whole_width_name_the_area_of_the_rows_below() -> None:
    gathering = gathered(
        HEAD + "Åtgärd\tVem\tNär\n"
        "Skola\t\t\nMässa\tKöping\tMaj\nNäringsliv\t\t\nEnkät\tArboga\tJuni\n"
    )

    goals = [a["goal"].rpartition("-")[2] for a in gathering.of("activities")]
    assert goals == ["skola", "naringsliv"]


def test_a_repeated_head_and_a_table_over_two_pages_lose_nothing() -> None:
    head = "| Delmål | Aktivitet | Ansvarig | Tid |\n|---|---|---|---|\n"
    text = (
        HEAD
        + head
        + "| Fler väljer yrkesprogram | Mässa | Köping | Maj |\n\n"
        + "Text mellan sidorna om något helt annat.\n\n"
        + head
        + "| | Film | Arboga | Juni |\n| Delmål | Aktivitet | Ansvarig | Tid |\n"
        + "| Lärlingsplatserna blir fler | Enkät | Kungsör | Juli |\n"
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    assert [a["title"] for a in gathering.of("activities")] == [
        "Mässa",
        "Film",
        "Enkät",
    ]


def test_a_row_that_slipped_a_step_to_the_right_is_put_back_but_not_surely() -> None:
    text = (
        HEAD
        + "Aktivitet\tAnsvarig\tKostnad\tTid\tKommentar\t\n"
        + "Mässa\tKöping\t\tMaj\tI hallen\t\n"
        + "Översyn\tArboga\t\tStäms av före beställning\tHösten\tAv alla möten\n"
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    found = activity(gathering, "Översyn")
    assert found["time_as_written"] == "Hösten"
    assert found["cost_as_written"] == "Stäms av före beställning"
    assert found["comment"] == "Av alla möten"
    assert said(found, "time_as_written").certainty is Certainty.PROBABLE
    assert activity(gathering, "Mässa")["comment"] == "I hallen"


def test_tables_of_budgets_and_meetings_are_no_activities() -> None:
    gathering = gathered(
        TABLE
        + "\n## Mötesplan\n\n| Möte | Datum | Plats |\n|---|---|---|\n"
        + "| Styrgruppen | 6 februari | Köping |\n"
        + "\n## Budget\n\n| Aktivitet | Budget 2025 |\n|---|---|\n"
        + "| Kansli | 900 000 |\n"
    )

    assert len(gathering.of("activities")) == 4


def test_a_very_long_title_is_cut_and_the_rest_is_in_the_comment() -> None:
    first = "Ta fram ett gemensamt underlag om vägarna. "
    words = first + "Det ska gälla alla vägar i hela bygden och mer därtill. " * 9
    text = table(["Aktivitet", "Ansvarig"], [words.strip(), "Köping"])
    found = gathered(text, DocumentKind.ACTION_PLAN).of("activities")[0]

    assert len(found["title"]) <= 400
    whole = f"{found['title']} {found['comment']}"
    assert " ".join(whole.split()) == words.strip()


def test_the_same_title_twice_is_two_activities_and_again_the_same_two() -> None:
    rows = [["Skola", "Seminarium", "Köping"], ["Näringsliv", "Seminarium", "Arboga"]]
    text = table(["Fokusområde", "Aktivitet", "Ansvarig"], *rows)
    gathering = gathered(text, DocumentKind.ACTION_PLAN)
    keys = [a.key for a in gathering.of("activities")]
    read_into(gathering, portion_of(text, DocumentKind.ACTION_PLAN, key="igen"))

    assert keys == ["2025-seminarium", "2025-seminarium-2"]
    assert [a.key for a in gathering.of("activities")] == keys


WORDS = st.text(alphabet="abdefgiklmnoprstuvåäö", min_size=4, max_size=12)


@given(
    titles=st.lists(WORDS, min_size=1, max_size=6, unique=True),
    amounts=st.lists(st.integers(1, 9_999_999), min_size=6, max_size=6),
    day=st.dates(date(2025, 1, 1), date(2025, 12, 30)),
)
def test_what_is_written_in_a_table_is_what_is_read(
    titles: list[str], amounts: list[int], day: date
) -> None:
    rows = [
        [f"Gör {title}", "Köping", day.isoformat(), f"{amount:,} kr".replace(",", " ")]
        for title, amount in zip(titles, amounts, strict=False)
    ]
    text = table(["Aktivitet", "Ansvarig", "När", "Kostnad"], *rows)
    found = gathered(text, DocumentKind.ACTION_PLAN).of("activities")

    assert [a["title"] for a in found] == [f"Gör {title}" for title in titles]
    assert [a["cost_sek"] for a in found] == amounts[: len(titles)]
    assert {a["starts_from"] for a in found} == {day}
    assert {a["ends_until"] for a in found} == {day + timedelta(days=1)}


def test_a_number_is_no_part_of_a_title_and_two_columns_are_one_time() -> None:
    heads = ["Aktivitet", "Ansvarig", "Start", "Klart"]
    row = ["1. Busskort", "Köping", "2025-04-01", "2025-08-31"]
    found = gathered(table(heads, row), DocumentKind.ACTION_PLAN).of("activities")[0]

    assert found["title"] == "Busskort"
    assert found["starts_from"] == date(2025, 4, 1)
    assert found["ends_until"] == date(2025, 9, 1)
    assert len(said(found, "time_as_written").quotes) == 2


def test_a_plan_that_names_no_programme_has_the_goals_that_are_known() -> None:
    text = (
        "Handlingsplan 2025\n\nFokusområde: Skola\n\n"
        "Aktivitet: Läxhjälp\nAnsvarig: Köping\nTid: Maj\n"
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    goal = activity(gathering, "Läxhjälp")["goal"]
    assert goal == "malprogram-for-asbygden-2024-2027-skola"
    assert len(gathering.of("goals")) == 4


def test_the_aim_of_an_activity_is_a_comment_where_it_is_no_known_goal() -> None:
    heads = ["Aktivitet", "Mål", "Ansvarig"]
    rows = [["Kurs", "30 deltagare", "Köping"], ["Mässa", "Skola", "Arboga"]]
    gathering = gathered(table(heads, *rows), DocumentKind.ACTION_PLAN)

    assert activity(gathering, "Kurs")["goal"] is None
    assert activity(gathering, "Kurs")["comment"] == "30 deltagare"
    goal = activity(gathering, "Mässa")["goal"]
    assert goal == "malprogram-for-asbygden-2024-2027-skola"
