"""Indicators with units, values and targets: in tables of any heads, and on lines."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.goal_trees.measures import measure_in
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import gathered, the
from tests.formats.understanding.reading_text import source_of

PROGRAMME = """
# Målprogram för Åsbygden 2024–2027

## Målområde 1: Skola

Delmål 1.1 Fler tar examen

Delmål 1.2 Fler blir lärlingar

## Målområde 2: Arbete

Delmål 2.1 Fler har arbete

## {heading}

{text}
"""
TABLES = {
    "year in the head": """
| Delmål | Indikator | Enhet | Utgångsvärde 2022 | Önskad riktning | Källa |
|---|---|---|---|---|---|
| 1.1 Fler tar examen | Andel med examen | % | 61,5 | öka | SCB |
| | Antal avhopp | antal | 1 180 | minska | SCB |
""",
    "bare years and numbers only": """
| Mål | Nyckeltal | Mätenhet | 2022 | Önskad utveckling | Datakälla |
|---|---|---|---|---|---|
| Fler tar examen | Andel med examen | % | 61,5 | öka | SCB |
| Fler tar examen | Antal avhopp | antal | 1180 | minska | SCB |
""",
    "a column of years": """
| Delmål | Mått | Nuläge | År | Trend | Källa |
|---|---|---|---|---|---|
| 1.1 Fler tar examen | Andel med examen (%) | 61,5 | 2022 | öka | SCB |
| 1.1 Fler tar examen | Antal avhopp (antal) | 1 180 | 2022 | minska | SCB |
""",
    "a base year in the head": """
| Delmål | Indikator | Basår 2022 | Riktning | Källa |
|---|---|---|---|---|
| 1.1 Fler tar examen | Andel med examen (%) | 61,5 | öka | SCB |
| 1.1 Fler tar examen | Antal avhopp (antal) | 1 180 | minska | SCB |
""",
    "units and years in the cells": """
| Delmål | Mätetal | Senaste värde | Riktning | Källa |
|---|---|---|---|---|
| 1.1 Fler tar examen | Andel med examen | 61,5 % (2022) | öka | SCB |
| 1.1 Fler tar examen | Antal avhopp | 1 180 antal (2022) | minska | SCB |
""",
}


def read(text: str, heading: str = "Uppföljning") -> Gathering:
    return gathered(PROGRAMME.format(text=text, heading=heading))


def told(gathering: Gathering) -> list[tuple[object, ...]]:
    """Return each observation's indicator, with its goal, and its value and day."""
    goals = {goal.key: goal["name"] for goal in gathering.of("goals")}
    rows = []
    for one in gathering.of("observations"):
        indicator = gathering.get("indicators", one["indicator"])
        assert indicator is not None
        name, unit, wanted = the(indicator, "name", "unit", "wanted")
        value, day, source = the(one, "value", "observed_on", "source")
        goal = goals.get(indicator["goal"])
        rows.append((name, goal, unit, wanted, value, day, source))
    return rows


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_table_of_indicators_gives_units_values_and_directions(table: str) -> None:
    day = date(2022, 12, 31)
    assert told(read(table)) == [
        (
            "Andel med examen",
            "Fler tar examen",
            "%",
            "öka",
            Decimal("61.5"),
            day,
            "SCB",
        ),
        ("Antal avhopp", "Fler tar examen", "antal", "minska", 1180, day, "SCB"),
    ]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_table_of_indicators_adds_no_goals_that_there_are(table: str) -> None:
    names = [goal["name"] for goal in read(table).of("goals")]
    assert names == [goal["name"] for goal in read("").of("goals")]


def test_day_of_a_year_alone_is_probable_and_a_whole_day_is_certain() -> None:
    whole = TABLES["year in the head"].replace("Utgångsvärde 2022", "Värde 2022-06-30")
    for table, certainty in (
        (TABLES["year in the head"], Certainty.PROBABLE),
        (whole, Certainty.CERTAIN),
    ):
        first = read(table).of("observations")[0]
        assert first.values["observed_on"].certainty is certainty


def test_a_merged_cell_s_goal_is_that_of_the_row_above_and_only_probable() -> None:
    first, second = read(TABLES["year in the head"]).of("indicators")
    assert first["goal"] == second["goal"]
    assert first.values["goal"].certainty is Certainty.CERTAIN
    assert second.values["goal"].certainty is Certainty.PROBABLE


def test_target_is_kept_with_its_head_and_is_no_observation() -> None:
    found = read(
        "| Indikator | Utfall 2021 | Utfall 2023 | Mål 2027 |\n|---|---|---|---|\n"
        "| Andel med arbete | 79,3 % | ca 81 % | 85 % |\n"
        "| Antal nya företag | – | 34 | 50 |\n"
    )
    wanted = found.of("indicators")[0].values["wanted"]
    assert wanted.value == "Mål 2027: 85 %"
    assert wanted.certainty is Certainty.PROBABLE
    values = [(o["observed_on"].year, o["value"]) for o in found.of("observations")]
    assert values == [(2021, Decimal("79.3")), (2023, 81), (2023, 34)]
    about = found.of("observations")[1].values["value"]
    assert about.certainty is Certainty.PROBABLE


def test_first_column_has_the_names_where_the_heading_announces_indicators() -> None:
    table = "| | 2020 | 2022 |\n|---|---|---|\n| Antal lärlingar | 12 | 19 |\n"

    assert [f["name"] for f in read(table, "Nyckeltal").of("indicators")] == [
        "Antal lärlingar"
    ]
    assert read(table, "Ekonomi").of("indicators") == []


def test_each_municipality_s_own_value_is_told_apart() -> None:
    found = read(
        "| Indikator | Enhet | År | Kinda | Ydre |\n|---|---|---|---|---|\n"
        "| Andel med arbete | % | 2022 | 79 | 83 |\n"
    )
    values = [(o["municipality"], o["value"]) for o in found.of("observations")]
    assert values == [("kinda", 79), ("ydre", 83)]


def test_goals_that_stand_only_in_the_table_are_added() -> None:
    found = read(
        "| Målområde | Delmål | Indikator | Utgångsvärde 2022 |\n|---|---|---|---|\n"
        "| Miljö | Renare vatten | Antal sjöar med god status | 14 |\n"
    )
    names = {goal["name"]: goal["level"] for goal in found.of("goals")}
    assert names["Miljö"] == "focus_area"
    assert names["Renare vatten"] == "sub_goal"


def test_who_answers_may_stand_in_a_table_of_indicators() -> None:
    found = read(
        "| Delmål | Ansvarig | Indikator | Nuläge 2022 |\n|---|---|---|---|\n"
        "| Fler tar examen | Skolnätverket | Andel med examen | 61 % |\n"
    )
    (one,) = found.of("goal_responsibilities")
    assert one["body"] == "skolnatverket"
    assert [goal["name"] for goal in found.of("goals")][-1] == "Fler har arbete"


def test_whose_figures_they_are_is_no_unit() -> None:
    found = read("Så mäter vi: Flyttnetto (SCB)", "Målområde 3: Boende")
    (indicator,) = found.of("indicators")
    assert indicator["unit"] is None


LINES = {
    "lines": "Indikator: Andel med arbete\n\nNuläge 2021: 79,3 %\n\n"
    "Mål 2026: 82 %\n\nKälla: SCB",
    "brackets": "Indikator: Andel med arbete (nuläge 2021: 79,3 %; mål 2026: 82 %; "
    "källa: SCB)",
    "one line": "Indikator: Andel med arbete\n\n"
    "Utgångsläge 2021: 79,3 %, målvärde 2026: 82 %, källa: SCB",
}


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_what_stands_by_an_indicator_is_its_values(lines: str) -> None:
    found = read(lines, "Målområde 3: Företag")

    assert [i["name"] for i in found.of("indicators")] == ["Andel med arbete"]
    (one,) = found.of("observations")
    assert the(one, "value", "observed_on", "source") == [
        Decimal("79.3"),
        date(2021, 12, 31),
        "SCB",
    ]
    indicator = found.of("indicators")[0]
    assert indicator["unit"] == "%"
    assert "2026: 82 %" in indicator["wanted"]
    titles = [str(goal["title"]) for goal in found.of("goals")]
    assert not any("82" in title or "79" in title for title in titles)


@pytest.mark.parametrize(
    "table",
    [
        "| Budgetpost | 2022 | 2023 |\n|---|---|---|\n| Kansli | 900 | 950 |\n",
        "| Namn | Kommun | Källa |\n|---|---|---|\n| Nils Brodin | Kinda | webben |\n",
        "| Delmål | Ansvarig |\n|---|---|\n| Fler tar examen | Skolnätverket |\n",
        "| Moment | Datum | Värde |\n|---|---|---|\n| Remiss | 2023-02-01 | 3 |\n",
    ],
)
def test_other_tables_have_no_indicators(table: str) -> None:
    found = read(table)
    assert found.of("indicators") == found.of("observations") == []


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("61,5", "61.5", None),
        ("1 180", "1180", None),
        ("-3,2 %", "-3.2", "%"),
        ("74 minuter", "74", "minuter"),
        ("ca 12 (2022)", "12", None),
    ],
)
def test_measure_is_read_as_written(words: str, value: str, unit: str | None) -> None:
    source = source_of(words)
    measure = measure_in(source.piece(source.document.blocks[0]))
    assert measure is not None
    assert measure.value.value == Decimal(value)
    assert (str(measure.unit) if measure.unit else None) == unit


@pytest.mark.parametrize("words", ["saknas", "12–14", "se bilaga 2", "1 av 3 kommuner"])
def test_what_is_no_single_figure_is_no_measure(words: str) -> None:
    source = source_of(words)
    assert measure_in(source.piece(source.document.blocks[0])) is None


@pytest.mark.parametrize(
    "head",
    [
        "Läge {}",
        "Läget den {}",
        "Status per {}",
        "Mätning {}",
        "Nivå vid {}",
        "Dagsläge {}",
    ],
)
@pytest.mark.parametrize("day", ["2023-12-31", "31 december 2023"])
def test_what_is_measured_on_a_day_is_told_by_the_head(head: str, day: str) -> None:
    heads = f"| Indikator | Enhet | {head.format(day)} | Önskad riktning |\n"
    table = f"{heads}|---|---|---|---|\n"
    (one,) = read(f"{table}| Andel med fiber | procent | 71,4 | öka |\n").of(
        "observations"
    )

    assert the(one, "value", "observed_on") == [Decimal("71.4"), date(2023, 12, 31)]


def test_a_wanted_state_is_no_observation() -> None:
    table = "| Indikator | Önskat läge 2027 |\n|---|---|\n| Andel med fiber | 90 |\n"

    assert read(table).of("observations") == []
