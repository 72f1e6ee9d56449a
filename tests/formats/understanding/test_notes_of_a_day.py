"""Notes with a column of places, and an item that is a conference to come."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

NOTES = """
# Mötesanteckningar, ledningsgruppen

Onsdag 5 februari 2031 kl. 9–11

| Kommun | Namn | Funktion |
|---|---|---|
| Mora | Vilma Grenåker | turismchef |
| | Eskil Blomrud | kommunikatör |
| Visit Dalfjäll | Moa Tallvik | gäst, {at} |

## 1. Leden runt Siljan

Moa berättade om stödet.

## 2. {title}

{told} Tema: Året runt. Målgrupp: företag och föreningar. Mora och Orsa är värdar.
"""


def read(
    *,
    at: str = "bara under Leden runt",
    title: str = "Turistdagen",
    told: str = "Nästa upplaga blir torsdagen den 8 maj 2031 på Rättviks gård.",
) -> Gathering:
    gathering = Gathering()
    text = NOTES.format(at=at, title=title, told=told)
    extract(portion_of(text, DocumentKind.MINUTES), gathering)
    return gathering


def row(gathering: Gathering, person: str) -> Found:
    return next(r for r in gathering.of("attendance") if r["person"] == person)


def test_an_empty_cell_has_the_place_of_the_row_above() -> None:
    assert row(read(), "eskil-blomrud")["municipality"] == "mora"


def test_a_cell_in_the_column_of_places_is_no_person() -> None:
    gathering = read()

    names = {person["name"] for person in gathering.of("people")}
    assert "Visit Dalfjäll" not in names
    assert row(gathering, "moa-tallvik")["outside_party"] == "visit-dalfjall"


@pytest.mark.parametrize(
    ("at", "item"),
    [
        ("bara under Leden runt", "1"),
        ("endast vid Leden runt Siljan", "1"),
        ("bara under Budgeten", None),
    ],
)
def test_an_item_is_known_by_how_its_title_begins(at: str, item: str | None) -> None:
    found = row(read(at=at), "moa-tallvik")

    assert (found["item"], found["state"]) == (item, "guest")


def test_an_item_called_as_a_conference_is_one_with_its_day() -> None:
    gathering = read()

    (found,) = gathering.of("conferences")
    assert found["name"] == "Turistdagen"
    assert found["held_on"] == date(2031, 5, 8)
    assert (found["theme"], found["status"]) == ("Året runt", "planned")
    assert found["target_groups"] == "företag och föreningar"
    hosts = [host["municipality"] for host in gathering.of("conference_hosts")]
    assert hosts == ["mora", "orsa"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Turistdagen", "Dagen var den 3 januari 2031."),
        ("Turistdagen", "Anmälan ska göras senast den 8 maj 2031."),
        ("Uppföljning av Turistdagen", "Den hålls den 8 maj 2031."),
        ("Planeringsdagen", "Den hålls den 8 maj 2031."),
    ],
)
def test_what_has_been_and_other_items_are_no_conferences(
    title: str, told: str
) -> None:
    assert read(title=title, told=told).of("conferences") == []
