"""Programmes as running text and as tables with marked cells."""

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.municipalities import municipalities_in
from tests.formats.understanding.reading_programmes import gathered, goal, tree
from tests.formats.understanding.reading_text import portion_of

PROSE = """
# Gemensam strategi för Älvbygden 2024–2030

## Mål 1: Tryggare byar

Otryggheten ska halveras. Brottsnätverket ansvarar för målet.

För att nå målet ska kommunerna:

- anställa gemensamma vakter
- belysa fler gångvägar

## Antagande

Strategin har antagits av kommunstyrelsen i Älvdalen 2024-01-10, i Orsa 2024-01-17 \
och i Mora 2024-02-07.
"""
TABLE = """
# Utvecklingsprogram för Älvbygden 2024–2027

Målområde\tDelmål
A. Skola\tA1. Fler behöriga lärare
B. Vägar\tE16 byggs ut
"""


def test_list_of_how_a_goal_is_reached_is_probably_its_sub_goals() -> None:
    found = gathered(PROSE)
    assert ("sub_goal", "Anställa gemensamma vakter", "Tryggare byar") in tree(found)
    said = goal(found, "Belysa fler gångvägar").values["name"]
    assert said.certainty is Certainty.PROBABLE
    assert "delmål" in said.reason


def test_sentence_tells_who_answers_for_the_goal() -> None:
    found = gathered(PROSE)
    (answer,) = found.of("goal_responsibilities")
    body = found.get("bodies", str(answer["body"]))
    assert body is not None
    assert body["name"] == "Brottsnätverket"


def test_each_board_adopts_on_the_day_beside_it() -> None:
    days = {
        str(a["board"]): str(a["decided_on"]) for a in gathered(PROSE).of("adoptions")
    }
    assert days == {
        "ks-alvdalen": "2024-01-10",
        "ks-orsa": "2024-01-17",
        "ks-mora": "2024-02-07",
    }


def test_mark_is_no_part_of_the_goal_but_a_road_is() -> None:
    names = [name for _, name, _ in tree(gathered(TABLE))]
    assert names == ["Skola", "Fler behöriga lärare", "Vägar", "E16 byggs ut"]


def test_names_with_days_between_are_a_list() -> None:
    said = municipalities_in(
        portion_of(
            "Antaget i Skövde 2022-12-07, i Hjo den 14 december 2022.",
            DocumentKind.PAPER,
        ).whole
    )
    assert [name for _, name in said] == ["Skövde", "Hjo"]


def test_an_area_is_named_by_a_line_that_is_only_its_label_and_name() -> None:
    text = """
# Gemensam strategi för Älvbygden 2024–2030

## Fokusområde Barn och skola

Skolan ska bli bättre. Fokusområdet Barn styr inte allt.

## Område Näringsliv

Företagen ska bli fler.

Område inom vilket många arbetar.
"""
    areas = [g["name"] for g in gathered(text).of("goals")]
    assert areas == ["Barn och skola", "Näringsliv"]
