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
