"""Who answers for a goal, told in brackets after its name."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_plans import gathered

PLAN = """
# Handlingsplan 2025

{told}

## Område 1 – Friska sjöar {bracket}

**1.1 Kalkning av tre sjöar**

- Vem: Köping
- När: maj 2025

## Område 2 – Bad (Arboga)

**2.1 Ny brygga**

- Vem: Arboga
- När: juni 2025
"""


def read(bracket: str, told: str = "") -> Gathering:
    text = PLAN.format(told=told, bracket=bracket)
    return gathered(text, DocumentKind.ACTION_PLAN)


def answers(gathering: Gathering) -> list[tuple[str, str, Certainty]]:
    names = {found.key: found["name"] for found in gathering}
    return [
        (names[one["body"]], names[one["goal"]], one.values["body"].certainty)
        for one in gathering.of("goal_responsibilities")
    ]


def test_a_body_in_brackets_may_answer_for_the_goal() -> None:
    gathering = read("(Sjögruppen)")

    assert answers(gathering) == [("Sjögruppen", "Friska sjöar", Certainty.PROBABLE)]


@pytest.mark.parametrize(
    ("told", "bracket"),
    [
        ("Inom parentes står vem som svarar för området.", "(miljöcheferna)"),
        ("", "(ansvarig: miljöcheferna)"),
    ],
)
def test_a_document_may_say_what_its_brackets_are(told: str, bracket: str) -> None:
    gathering = read(bracket, told)

    assert answers(gathering)[0][:2] == ("Miljöcheferna", "Friska sjöar")


def test_a_place_or_other_words_in_brackets_belong_to_the_name() -> None:
    gathering = read("(etapp två)")

    names = [goal["name"] for goal in gathering.of("goals")]
    assert names[-2:] == ["Friska sjöar (etapp två)", "Bad (Arboga)"]
    assert answers(gathering) == []
