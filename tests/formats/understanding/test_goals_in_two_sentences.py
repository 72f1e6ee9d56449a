"""Goals named in one sentence and worded in the next, and told by their numbers."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind, GoalLevel
from radslag.formats.understanding.extracting.goal_trees.lines import name_and_title
from radslag.formats.understanding.source import Piece
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.reading_text import source_of

PROGRAMME = """# Nära allt, hela livet

## Gemensam strategi för åren 2025 till 2030

## Fokusområde 1: Lära

Mål 1.1 Skolor i hela bygden. Alla barn ska ha högst en halvtimme till skolan.

## Fokusområde 2: Leva

Mål 2.1 Kultur för unga. Den som är under tjugo ska ha en scen i sin kommun.

## Indikatorer

| Mål | Indikator | Enhet | Värde 2024-12-31 |
|---|---|---|---|
| 1.1 | Tid till skolan | minuter | 38 |
| 2.1 | Besök på ungdomsscener | antal | 410 |
"""


def test_a_goals_name_ends_with_its_first_sentence() -> None:
    found = gathered(PROGRAMME, "programmes", kind=DocumentKind.PROGRAMME)

    goals = {goal["name"]: goal["title"] for goal in found.of("goals")}
    assert goals["Skolor i hela bygden"].startswith("Alla barn ska ha")
    assert goals["Kultur för unga"].startswith("Den som är under tjugo")


def test_indicators_are_of_the_goals_whose_numbers_stand_before_them() -> None:
    found = gathered(PROGRAMME, "programmes", kind=DocumentKind.PROGRAMME)

    names = {goal.key: goal["name"] for goal in found.of("goals")}
    of = [names[key] for key in column(found, "indicators", "goal")]
    assert of == ["Skolor i hela bygden", "Kultur för unga"]


def test_the_years_may_stand_in_the_line_of_its_kind() -> None:
    found = gathered(PROGRAMME, "programmes", kind=DocumentKind.PROGRAMME)

    programme = found.of("programmes")[0]
    assert programme["name"] == "Nära allt, hela livet"
    assert programme["valid_from"] == date(2025, 1, 1)
    assert programme["valid_to"] == date(2030, 12, 31)
    assert programme.values["valid_to"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "text",
    [
        "Fler ska arbeta. Företagen hittar den personal som de behöver.",
        "Bussen går ofta och alltid i tid för alla som reser i hela länet "
        "och även utanför länet när det behövs. Det är vad vi lovar dem.",
    ],
)
def test_two_sentences_of_a_wording_are_no_name_and_wording(text: str) -> None:
    source = source_of(text)
    piece = Piece(source, 0, len(source.text))

    assert name_and_title(piece, GoalLevel.LONG_TERM) == (piece, None)
