"""Indicators beside a programme's goals: on a line, in a list, in a chapter."""

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import gathered, the

PROGRAMME = """
# Målprogram för Åsbygden 2024–2027

## Målområde 1: Skola

Långsiktigt mål: Alla unga går ut gymnasiet

Delmål

- Frånvaron minskar varje år
- Fler väljer yrkesprogram

{skola}

Ansvarig: Skolchefsnätverket

## Målområde 2: Arbete

Långsiktigt mål: Företagen hittar rätt kompetens

{arbete}

## Uppföljning

Programmet följs upp varje år.
"""


def indicators(skola: str, arbete: str = "") -> Gathering:
    return gathered(PROGRAMME.format(skola=skola, arbete=arbete))


def named(gathering: Gathering) -> list[tuple[str, str | None, str | None]]:
    """Return each indicator's name and unit, and the area that it is of."""
    goals = {goal.key: goal for goal in gathering.of("goals")}
    told = []
    for found in gathering.of("indicators"):
        goal = goals.get(found["goal"])
        while goal and goal["level"] != "focus_area":
            goal = goals.get(goal["parent"])
        told.append((found["name"], found["unit"], goal["name"] if goal else None))
    return told


LISTS = {
    "on the line": "Indikatorer: Andel med examen (%), antal lärlingar",
    "with semicolons": "Nyckeltal: andel med examen (%); antal lärlingar",
    "bullets": "Indikatorer\n\n- Andel med examen (%)\n- Antal lärlingar",
    "bullets after a colon": "Nyckeltal:\n\n- andel med examen (%)\n- antal lärlingar",
    "a heading": "### Indikatorer\n\n- Andel med examen (%)\n- Antal lärlingar",
}


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
def test_indicators_have_name_unit_and_the_goal_they_stand_beside(words: str) -> None:
    gathering = indicators(words, "Indikator: Lediga tjänster")

    assert named(gathering) == [
        ("Andel med examen", "%", "Skola"),
        ("Antal lärlingar", None, "Skola"),
        ("Lediga tjänster", None, "Arbete"),
    ]


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
def test_indicators_are_no_goals_and_take_none_away(words: str) -> None:
    without = [g["title"] for g in indicators("").of("goals")]

    assert [g["title"] for g in indicators(words).of("goals")] == without


def test_who_answers_after_the_indicators_still_answers() -> None:
    told = indicators(LISTS["bullets"]).of("goal_responsibilities")
    without = indicators("").of("goal_responsibilities")

    assert told
    assert [r.key for r in told] == [r.key for r in without]


def test_a_list_cut_at_its_commas_is_only_probable_and_one_name_is_certain() -> None:
    found = indicators(LISTS["on the line"], "Indikator: Lediga tjänster")

    sure = [f.values["name"].certainty for f in found.of("indicators")]
    assert sure == [Certainty.PROBABLE, Certainty.PROBABLE, Certainty.CERTAIN]


def test_a_code_of_the_source_is_kept_and_a_comma_in_brackets_parts_nothing() -> None:
    found = indicators("Indikator: Elever med examen (N17461), andel (högst, tre år)")

    first = found.of("indicators")[0]
    assert the(first, "name", "outside_code") == ["Elever med examen", "N17461"]
    assert found.of("indicators")[1]["name"].startswith("Andel")


def test_an_indicator_of_two_goals_is_told_once_and_contradicts_nothing() -> None:
    found = indicators("Indikator: Antal lärlingar", "Indikator: Antal lärlingar")

    assert named(found) == [("Antal lärlingar", None, "Skola")]
    assert found.contradictions == []


def test_what_is_said_of_indicators_in_running_text_is_none() -> None:
    found = indicators("Indikatorerna följs upp av kansliet varje år.")

    assert found.of("indicators") == []


def test_a_chapter_of_indicators_is_of_no_single_goal() -> None:
    found = indicators("", "").of("indicators")
    assert found == []

    chapter = indicators("", "## Indikatorer\n\n- Antal lärlingar")
    assert named(chapter) == [("Antal lärlingar", None, None)]
    assert chapter.of("indicators")[0]["goal"] is None


def test_after_a_list_of_goals_the_indicators_are_of_the_goal_above() -> None:
    found = indicators("Indikator: Antal lärlingar").of("indicators")[0]

    assert (
        found["goal"] == "malprogram-for-asbygden-2024-2027-alla-unga-gar-ut-gymnasiet"
    )
