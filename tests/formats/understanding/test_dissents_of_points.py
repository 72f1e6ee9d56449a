"""Who dissents from one of several decisions in the same item."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

MINUTES = """
PROTOKOLL 3/2031

Direktionen

Sammanträdesdag: tisdag 3 juni 2031

Närvarande: Vilma Grenåker (C), Eskil Blomrud (M)

§ 4 Ny brandstation

Direktionen beslutar

1. att godkänna ritningarna
2. att ansöka om bygglov

Reservation

{reservation}
"""


def read(reservation: str) -> Gathering:
    gathering = Gathering()
    text = MINUTES.format(reservation=reservation)
    extract(portion_of(text, DocumentKind.MINUTES), gathering)
    return gathering


@pytest.mark.parametrize(
    "reservation",
    [
        "Eskil Blomrud (M) reserverar sig mot beslutspunkt 2.",
        "Eskil Blomrud (M) reserverar sig mot punkt 2 i beslutet.",
        "Eskil Blomrud (M) reserverar sig mot att-sats 2.",
    ],
)
def test_a_dissent_is_of_the_decision_that_it_names(reservation: str) -> None:
    (dissent,) = read(reservation).of("dissents")

    assert dissent["decision"].endswith("-4-2")
    assert dissent.values["decision"].certainty is Certainty.CERTAIN


def test_a_dissent_that_names_none_of_several_is_not_certain() -> None:
    reservation = "Eskil Blomrud (M) reserverar sig mot beslutet."

    (dissent,) = read(reservation).of("dissents")

    assert dissent["decision"].endswith("-4-1")
    assert dissent.values["decision"].certainty is Certainty.PROBABLE
