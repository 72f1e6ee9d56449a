"""Tables of a goal and when it is to be reached, or how it is measured."""

import pytest

from tests.formats.understanding.reading_plans import activity
from tests.formats.understanding.reading_plans import gathered as plan
from tests.formats.understanding.reading_programmes import gathered, tree

PROGRAMME = (
    "# Målprogram för Sjöbygden 2031–2034\n\n"
    "## Fokusområde 1: Resor\n\nLångsiktigt mål: Bussen går även på söndagar.\n\n"
    "| Delmål | {when} |\n|---|---|\n"
    "| R1. Nattbuss till Kalix | 2032 |\n| R2. Hållplats vid badet | våren 2033 |\n\n"
    "Ansvarig: Trafiknätverket\n"
)


@pytest.mark.parametrize("when", ["Klart", "När", "Senast år", "Målår"])
def test_a_head_that_says_when_is_no_goal(when: str) -> None:
    found = gathered(PROGRAMME.format(when=when))

    subs = [name for level, name, _ in tree(found) if level == "sub_goal"]
    assert subs == ["Nattbuss till Kalix", "Hållplats vid badet"]


def test_who_stands_below_the_table_answers_for_the_area_it_ends() -> None:
    found = gathered(PROGRAMME.format(when="Klart"))

    area = next(g for g in found.of("goals") if g["level"] == "focus_area")
    answered = [row["goal"] for row in found.of("goal_responsibilities")]
    assert area.key in answered
    subs = [g.key for g in found.of("goals") if g["level"] == "sub_goal"]
    assert not set(subs) & set(answered)


def test_how_a_goal_is_measured_is_no_goal() -> None:
    text = (
        "# Verksamhetsplan 2025\n\n## Mål\n\n"
        "| Mål | Hur vi mäter |\n|---|---|\n"
        "| Fler bryggor | antal | \n| Renare stränder | enkät |\n\n"
        "## Insatser\n\n| Insats | Mål | Ansvarig |\n|---|---|---|\n"
        "| Ny brygga | Fler bryggor | Köping |\n"
    )
    found = plan(text)

    names = [goal["name"] for goal in found.of("goals")]
    assert {"Fler bryggor", "Renare stränder"} <= set(names)
    assert "Hur vi mäter" not in names
    key = activity(found, "Ny brygga")["goal"]
    assert next(g["name"] for g in found.of("goals") if g.key == key) == "Fler bryggor"
