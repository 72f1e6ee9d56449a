"""Lists of offices: two roles of one person, times and places that headings tell."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

LIST = """
# Ledamöter i samverkansnämnden

Mora, Orsa och Älvdalen. Mandatperioden 1 januari 2031–31 december 2034.

## Nämnden

| Kommun | Uppdrag | Namn | Parti |
|---|---|---|---|
| Mora | {role} | Vilma Grenåker | C |
| Orsa | Ledamot | Eskil Blomrud | M |

## Nämndens kansli i Älvdalen

| Sekreterare | Moa Tallvik | moa.tallvik@alvdalen.example | {since} |
|---|---|---|---|
| Administratör | Ture Granmo | ture.granmo@alvdalen.example | {since} |
"""


def read(
    *, role: str = "Ledamot, ordförande", since: str = "sedan 2 maj 2030"
) -> Gathering:
    gathering = Gathering()
    text = LIST.format(role=role, since=since)
    extract(portion_of(text, DocumentKind.APPOINTMENT_LIST), gathering)
    return gathering


def office(gathering: Gathering, person: str) -> Found:
    return next(a for a in gathering.of("appointments") if a["person"] == person)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Ledamot, ordförande", "chair"),
        ("Ledamot och vice ordförande", "vice_chair"),
        ("Ledamot tillika 2:e vice ordförande", "vice_chair"),
        ("Ledamot (ordf.)", "chair"),
        ("Ledamot", "member"),
        ("Ersättare för ordföranden", "substitute"),
    ],
)
def test_a_member_who_is_the_chair_too_is_the_chair(words: str, role: str) -> None:
    assert office(read(role=words), "vilma-grenaker")["role"] == role


def test_a_sentence_tells_the_term_of_all() -> None:
    gathering = read()

    (term,) = gathering.of("terms_of_office")
    assert (term["starts_on"], term["ends_on"]) == (
        date(2031, 1, 1),
        date(2034, 12, 31),
    )
    found = office(gathering, "eskil-blomrud")
    assert found["appointed_from"] == date(2031, 1, 1)
    assert found["appointed_until"] == date(2035, 1, 1)


@pytest.mark.parametrize("since", ["sedan 2 maj 2030", "fr.o.m. 2030-05-02"])
def test_a_cell_may_say_itself_what_its_day_is(since: str) -> None:
    found = office(read(since=since), "moa-tallvik")

    assert found["appointed_from"] == date(2030, 5, 2)


def test_the_office_is_where_its_heading_says() -> None:
    assert office(read(), "ture-granmo")["municipality"] == "alvdalen"
