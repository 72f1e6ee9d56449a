"""Agreements as other cooperations write them: titles, headings over paragraphs."""

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.test_agreements import gathered

BODY = """
1. Syfte

Nämnden ska ta till vara kommunernas resurser.

2. Uppgifter m.m.

Nämnden svarar för vattnet i alla tre kommunerna.

3. Ekonomi

Kostnaderna delas lika mellan parterna.
"""
PARTIES = "Mellan Nybro kommun, Emmaboda kommun och Torsås kommun tecknas följande\n"
OVER = """Förbundsordning för Ådalens vattenförbund

Ändamål och medlemskap

§ 1

Förbundet ska vårda vattnet i ån och i sjöarna omkring den för alla medlemmar.

§ 2

Medlemmar i förbundet är Kramfors kommun, Sollefteå kommun och Härnösands kommun.

Styrelse

3 § Förbundet leds av en styrelse, som medlemmarnas fullmäktige utser var fjärde år.
"""


def title(text: str) -> str:
    (agreement,) = gathered(text).of("agreements")
    return str(agreement["title"])


def test_a_line_of_where_it_is_kept_is_no_title() -> None:
    text = (
        "# Avtal om gemensam vattennämnd\n\nUndertecknat avtal har id 2031:7\n\n"
        f"{PARTIES}\nAvtal\n\nom gemensam vattennämnd\n{BODY}"
    )

    assert title(text) == "Avtal om gemensam vattennämnd"


def test_a_long_title_ends_where_its_day_begins() -> None:
    named = (
        "Samverkansavtal för gemensam lönenämnd i Nybro avseende löner och pension för "
        "anställda i Nybro, Emmaboda och Torsås kommuner"
    )

    assert title(f"{named} gällande fr o m 2031-01-01\n\n{PARTIES}{BODY}") == named


def test_a_heading_may_end_with_an_abbreviation() -> None:
    text = f"# Avtal om vatten\n\n{PARTIES}{BODY}"

    headings = [p["heading"] for p in gathered(text).of("paragraphs")]

    assert headings == ["Syfte", "Uppgifter m.m.", "Ekonomi"]


def test_a_heading_over_the_number_is_the_paragraphs_only_probably() -> None:
    found = gathered(OVER).of("paragraphs")

    assert [p["number"] for p in found] == ["1", "2", "3"]
    assert [found[0]["heading"], found[2]["heading"]] == [
        "Ändamål och medlemskap",
        "Styrelse",
    ]
    assert found[0].values["heading"].certainty is Certainty.PROBABLE
    assert "Styrelse" not in str(found[1]["text"])


def test_a_sentence_without_its_stop_is_no_heading_of_the_next() -> None:
    text = OVER.replace(
        "\nStyrelse\n",
        "\nDen som utesluts äger ej återfå sina avgifter till förbundet\n",
    )

    found = gathered(text).of("paragraphs")

    assert "utesluts" in str(found[1]["text"])


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I avtalet benämns Ådalens Vatten för förbundet.", "Ådalens Vatten"),
        ("Förbundets firma är Ådalens Vatten.", "Ådalens Vatten"),
    ],
)
def test_what_something_is_called_ends_before_what_it_is_called_for(
    said: str, name: str
) -> None:
    text = f"# Avtal om vatten\n\n{PARTIES}\n{said}\n{BODY}"

    assert gathered(text).cooperation()["name"] == name
