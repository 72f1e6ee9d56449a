"""Who is outside the cooperation, by the words for them."""

import pytest

from radslag.formats.understanding.wording.outside import outside_parties_in
from tests.formats.understanding.reading_text import source_of


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Samordningsförbundet bildades den 1 april 2006.", []),
        ("Räddningstjänstförbundet sköter tillsynen.", []),
        ("Lantbrukarnas riksförbund och Trafikverket deltar.", ["Trafikverket"]),
    ],
)
def test_a_federation_that_speaks_of_itself_is_not_outside(
    text: str, named: list[str]
) -> None:
    source = source_of(text)
    piece = source.piece(source.document.blocks[0])

    assert [party.text for party in outside_parties_in(piece)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Statens ersättning får användas.", []),
        ("Statens energimyndighet svarar.", ["Statens energimyndighet"]),
        (
            "Statens veterinärmedicinska anstalt.",
            ["Statens veterinärmedicinska anstalt"],
        ),
        ("Ett brev till Jönköpings Länstrafik.", ["Jönköpings Länstrafik"]),
    ],
)
def test_what_is_the_states_is_no_authority_by_that(
    text: str, named: list[str]
) -> None:
    source = source_of(text)
    piece = source.piece(source.document.blocks[0])

    assert [party.text for party in outside_parties_in(piece)] == named
