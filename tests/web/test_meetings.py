"""The pages of meetings: the list with its choice, and one meeting."""

import pytest
from django.test import Client

from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import (
    Attendance,
    Cooperation,
    Decision,
    Meeting,
    Municipality,
    choose,
)
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, row_of, seen, words

pytestmark = pytest.mark.django_db
HERE = "moten/"
REAL = f"{HERE}lg-2022-10-28/"
NONSENSE = (
    "ar=1066",
    "ar=%3Cscript%3Ealert(1)%3C/script%3E",
    "organ=finns-inte",
    "lage=%E2%80%AEevil",
    "organ=" + "x" * 10_000,
    "ar=%F0%9F%98%80",
    "lage=%00",
)


def test_list_parts_the_coming_from_the_past_by_year(sodertorn):
    page = seen(sodertorn, HERE)

    years = [words(each) for each in page.xpath("//section//h3")]

    assert years == ["2026", "2025", "2023", "2022", "2020", "2017"]
    coming = page.xpath("//section[h2[@id='kommande-rubrik']]//tbody/tr")
    assert [words(row.find("th")) for row in coming] == [
        "fredag 11 december 2026 09.00–11.30"
    ]


def test_list_counts_what_each_meeting_came_to(sodertorn):
    page = seen(sodertorn, HERE)

    cells = row_of(page, "fredag\N{NO-BREAK SPACE}28 oktober 2022 08.30–11.00")

    assert cells == [
        "Ledningsgruppen",
        "hållet",
        "Huddinge kommunhus, A-salen",
        "2 beslut, 2 bordlagda",
    ]


def test_cancelled_meetings_are_struck_with_the_word(sodertorn):
    page = seen(sodertorn, HERE)

    cancelled = page.xpath("//tr[@data-cancelled]")

    assert len(cancelled) == 2
    assert all(row.xpath(".//s") and "inställt" in words(row) for row in cancelled)


def test_list_is_chosen_by_year_body_and_state(sodertorn):
    page = seen(sodertorn, f"{HERE}?ar=2020&organ=kommitten&lage=cancelled")

    assert len(page.xpath("//tbody/tr")) == 1
    assert page.xpath("//option[@selected]/@value") == [
        "2020",
        "kommitten",
        "cancelled",
    ]
    assert page.xpath("//a[@class='clear']/@href") == ["/sodertorn/moten/"]


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_nonsense_in_the_address_gives_the_whole_list(sodertorn, nonsense):
    page = seen(sodertorn, f"{HERE}?{nonsense}")

    assert "Hela listan visas" in words(page.cssselect(".notice")[0])
    assert len(page.xpath("//section//h3")) == 6


def test_attendance_map_has_a_picture_and_the_same_table(sodertorn):
    page = seen(sodertorn, HERE)

    (drawing,) = page.xpath("//svg[@role='img']")

    assert words(drawing.find("title")) == "Närvaro per kommun och möte"
    assert len(drawing.xpath(".//rect[@data-state='present']")) == 8
    assert row_of(page, "Salem") == ["närvarande"]
    assert row_of(page, "Beslutförhet") == [
        "8 av 8 närvarande – avtalet har ingen gräns"
    ]


def test_real_meeting_reads_like_its_minutes(sodertorn):
    page = seen(sodertorn, REAL)

    third = words(page.cssselect("#punkt-3")[0])

    assert len(page.cssselect(".agenda-item")) == 10
    assert "bordlagt Hur utredningen förs vidare" in third
    assert "Till 2 december 2022: mötet det sköts upp till." in third
    assert "Inte återkommit i någon senare dagordning." in third
    assert page.xpath("//a[.='mötet det sköts upp till']/@href")[0] == (
        "/sodertorn/moten/lg-2022-12-02/"
    )


def test_real_meeting_tells_attendance_per_item(sodertorn):
    page = seen(sodertorn, REAL)

    cells = row_of(page, "Nynäshamn")

    assert cells[0] == "N närvarande"
    assert cells[2] == "N närvarande +2 till"
    assert row_of(page, "Region Stockholm")[0] == "– bara vissa punkter"
    assert "strateg, Södertörns kansli" in words(page)


def test_meeting_without_attendance_says_it_is_not_registered(sodertorn):
    page = seen(sodertorn, f"{HERE}ssk-2026-01-22/")

    assert words(page.cssselect(".lamp")[0]) == "Närvaron är inte inlagd"


def test_inquorate_meeting_says_why(sodertorn):
    with choose(Cooperation.objects.get(key="sodertorn")) as chosen:
        Attendance.objects.create(
            cooperation=chosen,
            key="en",
            meeting=Meeting.objects.get(key="ssk-2026-01-22"),
            municipality=Municipality.objects.get(key="salem"),
            is_member=True,
        )

    page = seen(sodertorn, f"{HERE}ssk-2026-01-22/")

    (section,) = page.xpath("//section[h2[@id='beslutforhet-rubrik']]")
    assert "1 av 8 – inte beslutför enligt § 3" in words(section)
    assert "minst hälften av ledamöterna ska vara närvarande" in words(section)


def test_committee_meeting_tells_that_nobody_has_had_the_minutes(sodertorn):
    page = seen(sodertorn, f"{HERE}ssk-2026-01-22/")

    (told,) = page.xpath("//div[dt='Delgivning']/dd")
    assert words(told).startswith(
        "Ingen delgivning är inlagd. Minnesanteckningarna ska delges varje kommun"
    )


def test_meetings_lead_to_the_ones_before_and_after(sodertorn):
    page = seen(sodertorn, REAL)

    assert page.xpath("//a[@rel='prev' or @rel='next']/@href") == [
        "/sodertorn/moten/lg-2020-11-20/",
        "/sodertorn/moten/lg-2022-12-02/",
    ]


def test_public_sees_the_public_decision_and_nothing_noted(sodertorn):
    with choose(Cooperation.objects.get(key="sodertorn")):
        Meeting.objects.filter(key="lg-2022-10-28").update(is_public=True)
        Decision.objects.filter(key="lg-2022-10-28-6-1").update(is_public=True)

    page = seen(Client(), REAL)

    assert [words(each) for each in page.cssselect(".agenda-item h3")] == [
        "Nytt utvecklingsprogram"
    ]
    for hidden in ("Ingen hade synpunkter", "strateg", "kommundirektör", "Ändra"):
        assert hidden not in words(page)


def test_public_finds_no_meeting_that_is_not_public(sodertorn):
    assert Client().get(f"/sodertorn/{REAL}").status_code == 404
    assert seen(Client(), HERE).xpath("//tbody//a[contains(.,'fredag')]") == []


@pytest.mark.parametrize("key", ["finns-inte", "%3Cb%3E", "x" * 3000])
def test_meeting_that_is_not_there_is_not_found(sodertorn, key):
    assert sodertorn.get(f"/sodertorn/{HERE}{key}/").status_code == 404


def test_list_without_meetings_says_what_belongs_here(strategist):
    load(write_yaml(cooperation_facts("prov"), exactly(0)), actor=ACTOR)
    join("prov")

    page = seen(strategist, HERE, key="prov")

    assert "Inget möte finns att visa än." in words(page.cssselect(".empty")[0])


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_twelve_questions_however_many_rows(strategist, rows):
    made = exactly(rows)
    for meeting in made["meetings"]:
        meeting["held_on"], meeting["ends_on"] = "2026-01-22", None
    for attendance in made["attendance"]:
        attendance["item"] = None
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, HERE)

    assert len(asked) == 11, "\n".join(asked)


@pytest.mark.parametrize("rows", [1, 3])
def test_meeting_asks_twelve_questions_however_many_rows(strategist, rows):
    made = exactly(rows)
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, f"{HERE}{made['minutes'][0]['meeting']}/")

    assert len(asked) == 12, "\n".join(asked)
