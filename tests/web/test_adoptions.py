"""The pages of adoptions: the matrix, and one board's decision."""

from datetime import date

import pytest
from django.test import Client

from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Adoption, Cooperation, choose
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, row_of, seen, words

pytestmark = pytest.mark.django_db
HERE = "antaganden/"


def announce(key: str) -> None:
    with choose(Cooperation.objects.get(key="sodertorn")):
        Adoption.objects.filter(key=key).update(
            decided_on=date(2023, 2, 6),
            verified_on=date(2023, 2, 8),
            announced_on=date(2023, 2, 9),
            paragraph="§ 12",
        )


def test_matrix_tells_word_paragraph_number_and_inference(sodertorn):
    cells = row_of(seen(sodertorn, HERE), "Haninge")

    assert cells[0].startswith("Sägs vara antaget SUP 2040, Kommunstyrelsen i Haninge")
    assert cells[0].endswith("datum och § saknas")
    for word in ("antaget", "§ 162, KS 2019/324", "datum saknas", "ska bekräftas"):
        assert word in cells[1]
    assert "1 särskilt yttrande" in cells[1]
    assert cells[2].startswith("Ingen uppgift")
    assert cells[3] == "2 av 3, varav 1 utan datum och §"


def test_matrix_follows_an_adoption_that_is_written_in(sodertorn):
    announce("sup-2040-ks-salem")

    page = seen(sodertorn, HERE)

    assert row_of(page, "Salem")[0].startswith("antaget SUP 2040")
    assert "6 februari 2023, § 12" in row_of(page, "Salem")[0]
    assert "1 av 8 har antagit. 7 av 8 sägs" in words(page.xpath("//tfoot/tr/td[1]")[0])


def test_lanes_tell_known_counted_and_unknown_days_apart(sodertorn):
    announce("sup-2040-ks-salem")

    page = seen(sodertorn, f"{HERE}?program=sup-2040")

    lane = page.xpath("//details//tr[th='Salem']")[0]
    assert [words(cell) for cell in lane.xpath("td")] == [
        "okänt",
        "6 feb 2023",
        "8 feb 2023",
        "9 feb 2023",
        "3 mars 2023",
    ]
    (drawing,) = page.xpath("//svg[@role='img']")
    assert words(drawing.find("title")) == "Beslutets gång för SUP 2040"
    states = drawing.xpath(".//rect[@class='stage']/@data-state")
    assert len(states) == 40
    assert states.count("done") == 4
    assert states.count("unknown") == 36


def test_lanes_can_be_asked_of_another_programme(sodertorn):
    page = seen(sodertorn, f"{HERE}?program=sup-2035")

    assert "Beslutets gång: SUP 2035" in words(page.cssselect("#gangen-rubrik")[0])


@pytest.mark.parametrize("nonsense", ["sup-1999", "%3Cscript%3E", "x" * 5000, "%00"])
def test_unknown_programme_in_the_address_is_told(sodertorn, nonsense):
    page = seen(sodertorn, f"{HERE}?program={nonsense}")

    assert "Programmet finns inte" in words(page.cssselect(".notice")[0])
    assert "Beslutets gång: SUP 2040" in words(page.cssselect("#gangen-rubrik")[0])


def test_adoption_tells_the_three_days_of_the_law(sodertorn):
    announce("sup-2040-ks-salem")

    page = seen(sodertorn, f"{HERE}sup-2040/ks-salem/")

    assert row_of(page, "Justering")[:2] == ["8 februari 2023", "20 februari 2023"]
    assert row_of(page, "Anslag")[:2] == ["9 februari 2023", "10 februari 2023"]
    assert row_of(page, "Överklagande")[:2] == ["–", "2 mars 2023"]
    assert "KL 13 kap. 5 §" in row_of(page, "Överklagande")[2]
    assert "Kan inte längre överklagas från 3 mars 2023." in words(page)


def test_adoption_with_contradicting_days_says_so(sodertorn):
    announce("sup-2040-ks-salem")
    with choose(Cooperation.objects.get(key="sodertorn")):
        Adoption.objects.filter(key="sup-2040-ks-salem").update(
            announced_on=date(2023, 2, 7)
        )

    page = seen(sodertorn, f"{HERE}sup-2040/ks-salem/")

    assert "Dagarna motsäger varandra" in words(page.cssselect(".notice")[0])


def test_adoption_nobody_has_written_of_is_told_as_empty(sodertorn):
    page = seen(sodertorn, f"{HERE}sup-2035/ks-salem/")

    assert "Ingenting är inlagt" in words(page.cssselect(".empty")[0])


def test_adoption_inferred_gives_its_reason_and_sources(sodertorn):
    page = seen(sodertorn, f"{HERE}sup-2035/ks-haninge/")

    assert "den åttonde, Haninge" in words(page.cssselect(".notice")[0])
    assert "Vänsterpartiet" in words(page)
    assert "Protokollsutdrag om SUP 2035" in words(page)


def test_public_meets_no_names_and_no_sources(sodertorn):
    page = seen(Client(), f"{HERE}sup-2035/ks-haninge/")

    assert "Vänsterpartiet" not in words(page)
    assert "1 särskilt yttrande." in words(page)
    assert not page.xpath("//*[@id='kallor-rubrik']")


@pytest.mark.parametrize(
    "address", ["sup-2040/kommitten/", "sup-1999/ks-salem/", "sup-2040/%3Cb%3E/"]
)
def test_adoption_that_is_not_there_is_not_found(sodertorn, address):
    assert sodertorn.get(f"/sodertorn/{HERE}{address}").status_code == 404


def test_public_does_not_meet_a_programme_that_is_not_public(sodertorn):
    address = f"/sodertorn/{HERE}program-2013/ks-salem/"

    assert sodertorn.get(address).status_code == 200
    assert Client().get(address).status_code == 404


def test_matrix_without_programmes_says_what_belongs_here(strategist):
    load(write_yaml(cooperation_facts("prov"), exactly(0)), actor=ACTOR)
    join("prov")

    page = seen(strategist, HERE, key="prov")

    assert "Inget program" in words(page.cssselect(".empty")[0])


@pytest.mark.parametrize("rows", [1, 3])
def test_matrix_asks_eleven_questions_however_many_rows(strategist, rows):
    load(write_yaml(cooperation_facts("prov"), exactly(rows)), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, HERE)

    # One of them asks which adoptions have a source.
    assert len(asked) == 11, "\n".join(asked)


@pytest.mark.parametrize("rows", [1, 3])
def test_adoption_asks_eleven_questions_however_many_rows(strategist, rows):
    made = exactly(rows)
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)
    join("prov")
    row = made["adoptions"][0]

    asked = questions_for(strategist, f"{HERE}{row['programme']}/{row['board']}/")

    assert len(asked) == 11, "\n".join(asked)
