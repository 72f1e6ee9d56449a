"""Who came to an item only, and the files an item names, in minutes."""

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column
from tests.formats.understanding.minutes_read import BEGINNING, gathered, row

HEAD = f"{BEGINNING}Närvarande: Anna Ek, Orsa; Bo Lind, Mora\n\n"


def read(told: str) -> Gathering:
    return gathered(
        f"{HEAD}1. Öppnande\n\nVälkomna.\n\n2. Inköp\n\n{told}\n\n3. Sist\n"
    )


def test_an_official_takes_part_in_an_item() -> None:
    told = "Eva Alm, upphandlingschef i Orsa kommun, deltog under punkten."
    found = row(read(told), "eva-alm")

    assert (found["municipality"], found["role"]) == ("orsa", "upphandlingschef")
    assert (found["item"], found["state"]) == ("2", "present")


def test_who_speaks_for_another_organisation_is_a_guest() -> None:
    told = "Eva Alm, projektledare på Silja Energi AB, berättade om bilarna."
    found = row(read(told), "eva-alm")

    assert (found["outside_party"], found["state"]) == ("silja-energi-ab", "guest")


@pytest.mark.parametrize(
    "told",
    [
        "Eva Alm, upphandlingschef i Orsa kommun, berättade om läget.",
        "Anna Ek, ekonom i Orsa kommun, deltog under punkten.",
        "Eva Alm, upphandlingschef i Orsa kommun, deltog i kursen.",
    ],
)
def test_who_only_speaks_or_is_listed_did_not_come_to_the_item(told: str) -> None:
    assert len(read(told).of("attendance")) == 2


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Inkop_kalkyl_v4.xlsx", ["Inkop_kalkyl_v4.xlsx"]),
        ("Kalkylen heter kalkyl.xlsx i mappen.", []),
    ],
)
def test_a_file_alone_on_its_line_is_a_paper_of_the_item(
    line: str, titles: list[str]
) -> None:
    assert column(read(line), "papers", "title") == titles
