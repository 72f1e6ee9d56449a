"""The parties that plans and programmes name in running text."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.party_names import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of


def named(text: str) -> list[str]:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    return [found.key for found in gathering.of("municipalities")]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "Program för samverkan mellan Simrishamns, Tomelilla och Ystads kommuner.",
            ["simrishamn", "tomelilla", "ystad"],
        ),
        ("Medlemskommunerna är Mora, Orsa och Rättvik.", ["mora", "orsa", "rattvik"]),
        ("Pendlingen mellan Mora och Orsa ökar.", []),
        ("Samverkan mellan kommun och näringsliv i Mora.", []),
    ],
)
def test_only_the_parties_are_named(text: str, keys: list[str]) -> None:
    assert named(f"# Program\n\n{text}\n") == keys


def test_no_membership_is_made_of_a_name() -> None:
    gathering = Gathering()
    text = "Samverkan mellan Mora kommun och Orsa kommun."
    extract(portion_of(text, DocumentKind.ANNUAL_PLAN), gathering)
    assert gathering.of("memberships") == []


@pytest.mark.parametrize(
    "text",
    [
        "Höör, Eslöv och Hörby har ett samarbetsavtal om vatten.",
        "Samverkansrådet för Höör, Eslöv och Hörby beslutade om programmet.",
        "Höör, Eslöv och Hörby samverkar genom ett gemensamt råd.",
        "Höör, Eslöv och Hörby har sedan 2018 en gemensam vattengrupp.",
        "Höör, Eslöv och Hörby har ett gemensamt kansli.",
        "Samverkansavtalet mellan Höör, Eslöv och Hörby gäller sedan 2018.",
    ],
)
def test_a_letter_says_who_the_parties_are(text):
    assert named(f"# Antagande\n\nTill styrelsen.\n\n{text}\n") == [
        "hoor",
        "eslov",
        "horby",
    ]


def test_whom_they_are_compared_with_are_no_parties():
    text = "Samarbetet omfattar mycket, till exempel i Höör och Eslöv."
    assert named(f"# Om vatten\n\nHej.\n\n{text}\n") == []
