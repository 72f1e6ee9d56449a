"""The pages of the organisation: who sat where that day, and one body over time."""

import pytest
from django.test import Client
from lxml import html

from radslag.formats.cooperation_file import write_yaml
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, row_of, seen, words

pytestmark = pytest.mark.django_db
HERE = "organisation/"


def test_who_represented_salem_on_the_real_day(sodertorn):
    page = seen(sodertorn, f"{HERE}?den=2022-10-28")

    assert row_of(page, "Salem") == [
        "Ej angivet (kommunstyrelsens ordförande)",
        "Ej angivet (kommundirektör)",
        "Ej angivet",
    ]
    assert page.xpath("//input[@name='den']/@value") == ["2022-10-28"]
    assert "Som den var 28 oktober 2022" in words(page)


def test_organisation_of_today_names_the_chairs(sodertorn):
    page = seen(sodertorn, HERE)

    holders = page.xpath("//div[dt='Samarbetskommittén']/dd/span")

    assert [words(each) for each in holders] == [
        "Ordförande: Tyresö, Hugo Almfjärd källa Hugo Almfjärd",
        "Vice ordförande: Haninge, Viggo Lindarve källa Viggo Lindarve",
    ]
    assert row_of(page, "Salem")[0].startswith("Olle Strandfors")


@pytest.mark.parametrize(
    "typed", ["hej", "2022-02-30", "", "9" * 10_000, "<script>", "\u202e2022", "😀"]
)
def test_nonsense_day_is_kept_and_today_is_shown(sodertorn, typed):
    answer = sodertorn.get("/sodertorn/organisation/", {"den": typed})

    assert answer.status_code == 200
    wrong = html.fromstring(answer.content)
    assert words(wrong.xpath("//title")[0]).startswith("Fel:")
    assert wrong.xpath("//input[@name='den']/@value") == [typed]
    assert "Som den är i dag, 21 november 2026" in words(wrong)
    assert len(wrong.cssselect("[role=alert] a[href='#id_den']")) == 1


def test_picture_of_the_organisation_tells_the_same_in_words(sodertorn):
    page = seen(sodertorn, HERE)

    (drawing,) = page.xpath("//svg[@role='img']")

    said = words(drawing.find("desc"))
    assert said.startswith("De 8 kommunstyrelserna")
    assert said in words(page.xpath("//section[h2[@id='schema-rubrik']]/p")[0])
    assert len(drawing.xpath(".//rect[@data-level='board']")) == 8


def test_body_shows_its_seats_over_time(sodertorn):
    page = seen(sodertorn, f"{HERE}kommitten/")

    assert len(page.xpath("//svg//rect[@class='seat-bar']")) == 12
    assert len(page.xpath("//svg//path[@class='seat-arrow']")) == 8
    rows = page.xpath("//details//tbody/tr[th='Ordförande']")
    assert [[words(cell) for cell in row.xpath("td")][:3] for row in rows] == [
        ["Huddinge", "1 januari 2020", "1 januari 2021"],
        ["Tyresö", "1 januari 2026", "1 januari 2027"],
    ]


def test_body_leads_to_its_meetings(sodertorn):
    page = seen(sodertorn, f"{HERE}kommitten/")

    assert page.xpath("//a[.='Alla organets möten']/@href") == [
        "/sodertorn/moten/?organ=kommitten"
    ]


def test_public_meets_municipality_and_role_but_no_person(sodertorn):
    for address in (HERE, f"{HERE}kommitten/", f"{HERE}ks-salem/"):
        page = words(seen(Client(), address))
        for name in ("Strandfors", "Almfjärd", "Vintermo"):
            assert name not in page

    assert row_of(seen(Client(), HERE), "Salem")[:2] == [
        "Kommunstyrelsens ordförande",
        "Kommundirektör",
    ]


@pytest.mark.parametrize("key", ["finns-inte", "%3Cb%3E", "x" * 3000])
def test_body_that_is_not_there_is_not_found(sodertorn, key):
    assert sodertorn.get(f"/sodertorn/{HERE}{key}/").status_code == 404


def test_organisation_without_bodies_says_what_belongs_here(strategist):
    load(write_yaml(cooperation_facts("prov"), exactly(0)), actor=ACTOR)
    join("prov")

    page = seen(strategist, HERE, key="prov")

    assert "Inget organ är inlagt än." in words(page.cssselect(".empty")[0])


@pytest.mark.parametrize("rows", [1, 3])
def test_organisation_asks_eight_questions_however_many_rows(strategist, rows):
    load(write_yaml(cooperation_facts("prov"), exactly(rows)), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, f"{HERE}?den=2026-01-22")

    # One of them asks which bodies and appointments have a source.
    assert len(asked) == 8, "\n".join(asked)


@pytest.mark.parametrize("rows", [1, 3])
def test_body_asks_nine_questions_however_many_rows(strategist, rows):
    made = exactly(rows)
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, f"{HERE}{made['bodies'][0]['key']}/")

    assert len(asked) == 9, "\n".join(asked)
