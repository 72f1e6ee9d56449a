"""Plan: choosing among the activities, the time line and the year wheel."""

from datetime import date

import pytest
from django.test import Client

from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Activity, AnnualPlan, Cooperation, FollowUp, choose
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, seen, words

pytestmark = pytest.mark.django_db


def test_selection_says_how_many_of_how_many(sodertorn):
    page = seen(sodertorn, "plan/2020/?kommun=salem")

    assert (
        words(page.cssselect(".plan-count")[0])
        == "Visar 1 av 24 aktiviteter. Visa alla"
    )
    assert [words(each) for each in page.cssselect(".plan-activity")] == [
        "Svara gemensamt på remisser när det behövs"
    ]
    assert len(page.xpath("//thead/tr/th")) == 7
    assert page.xpath("//select[@name='kommun']/option[@selected]/@value") == ["salem"]


def test_selection_that_nothing_agrees_with_says_so(sodertorn):
    page = seen(sodertorn, "plan/2020/?lage=done")

    assert (
        words(page.cssselect(".empty p")[0]) == "Ingen aktivitet stämmer med urvalet."
    )
    assert page.cssselect(".plan-activity") == []


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("mal=hittepå", "Mål"),
        ("tid=13", "Tid"),
        ("kommun=%00", "Kommun"),
        ("lage=<script>alert(1)</script>", "Läge"),
        ("organ=" + "x" * 5000, "Organ"),
        ("slag=%F0%9F%98%80", "Slag"),
    ],
)
def test_nonsense_in_the_address_shows_all_with_a_sentence(sodertorn, asked, field):
    page = seen(sodertorn, f"plan/2020/?{asked}")

    notice = words(page.cssselect("#handlingsplan .notice")[0])
    assert f"({field})" in notice
    assert "Därför visas hela planen." in notice
    assert len(page.cssselect(".plan-activity")) == 24


def test_other_words_in_the_address_do_no_harm(sodertorn):
    page = seen(sodertorn, "plan/2020/?utm=x&mal=&mal=&tid=")

    assert page.cssselect("#handlingsplan .plan-count")[0] is not None
    assert "Visar alla 24 aktiviteter." in words(page.cssselect(".plan-count")[0])


def test_plan_shows_what_a_vague_time_is_understood_as(sodertorn):
    page = seen(sodertorn, "plan/2020/")

    (row,) = page.xpath("//tr[td[@id='2020-almedalen']]")
    assert "Våren januari–juni" in words(row)


def test_plan_shows_follow_ups_and_what_an_activity_continues(sodertorn):
    with choose(Cooperation.objects.get()) as cooperation:
        FollowUp.objects.create(
            cooperation=cooperation,
            key="f",
            activity=Activity.objects.get(key="2026-hemsidan"),
            noted_on=date(2026, 9, 1),
            text="Ny startsida klar.",
            status="ongoing",
        )
    page = seen(sodertorn, "plan/2026/")

    (row,) = page.xpath("//tr[td[@id='2026-hemsidan']]")

    assert "Uppföljning 1 september 2026 (pågår): Ny startsida klar." in words(row)
    assert row.xpath(".//a[.='Fortsätter från 2020']/@href") == [
        "/sodertorn/plan/2020/#2020-webbplats"
    ]
    assert words(page.cssselect(".plan-before")[0]) == (
        "Planen före: Verksamhetsplan och budget 2020"
    )


def test_public_is_not_told_of_follow_ups_or_of_a_plan_in_preparation(sodertorn):
    with choose(Cooperation.objects.get()) as cooperation:
        Cooperation.objects.update(is_public=True)
        AnnualPlan.objects.filter(year=2020).update(is_public=False)
        FollowUp.objects.create(
            cooperation=cooperation,
            key="f",
            activity=Activity.objects.get(key="2026-hemsidan"),
            noted_on=date(2026, 9, 1),
            text="Hemlig anteckning",
        )
    public = Client()

    told = public.get("/sodertorn/plan/2026/").content.decode()

    assert "Hemlig anteckning" not in told
    assert "Fortsätter från" not in told
    assert public.get("/sodertorn/plan/2020/tidslinje/").status_code == 404
    assert public.get("/sodertorn/plan/2020/arshjul/").status_code == 404
    assert public.get("/sodertorn/plan/2026/tidslinje/").status_code == 200


def test_time_line_and_its_table_hold_the_same_activities(sodertorn):
    page = seen(sodertorn, "plan/2020/tidslinje/")

    (picture,) = page.cssselect("svg.time-bars")
    kinds = [each.get("data-time") for each in picture.cssselect(".time-bar")]
    said = [words(each) for each in page.xpath("//tbody/tr[not(@data-group)]/td[3]")]

    assert len(said) == 24
    assert kinds.count("continuous") == said.count("Löpande") == 15
    assert kinds.count("vague") == said.count("Ungefärlig")
    assert kinds.count("known") == said.count("Dagarna är kända") == 1
    assert len(kinds) == 24 - said.count("Kan inte ritas")


def test_time_line_per_body_has_a_lane_for_each(sodertorn):
    page = seen(sodertorn, "plan/2020/tidslinje/?per=organ")

    lanes = [words(each) for each in page.cssselect("svg .bar-lane")]
    groups = [words(each) for each in page.cssselect("tr[data-group]")]

    assert lanes == groups
    assert {"Kansliet", "Salem", "Klimatnätverket"} <= set(lanes)


def test_wheel_and_list_hold_the_same_days(sodertorn):
    page = seen(sodertorn, "plan/2020/arshjul/")

    assert len(page.cssselect(".wheel-mark")) == len(page.cssselect(".calendar-entry"))
    assert "Avgiften betalas senast" in words(page.cssselect(".calendar")[0])
    assert len(page.cssselect(".wheel-mark[data-cancelled]")) == 2
    assert all(
        "inställt" in words(each)
        for each in page.cssselect(".wheel-mark[data-cancelled]")
    )


@pytest.mark.parametrize("page", ["tidslinje", "arshjul"])
@pytest.mark.parametrize("year", [1999, 99999999999999999999])
def test_year_without_a_plan_is_not_found(sodertorn, page, year):
    assert sodertorn.get(f"/sodertorn/plan/{year}/{page}/").status_code == 404


@pytest.mark.parametrize("page", ["tidslinje", "arshjul"])
def test_plan_without_anything_in_it_says_so(sodertorn, page):
    with choose(Cooperation.objects.get()) as cooperation:
        AnnualPlan.objects.create(
            cooperation=cooperation, key="tom", year=2031, title="Tom plan"
        )

    assert sodertorn.get(f"/sodertorn/plan/2031/{page}/").status_code == 200


QUERIES = {
    "plan/2026/?lage=planned": 11,
    "plan/2026/tidslinje/": 9,
    "plan/2026/arshjul/": 7,
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", QUERIES)
def test_page_asks_as_much_of_one_row_as_of_three(strategist, address, rows):
    facts = exactly(rows)
    for place, plan in enumerate(facts["plans"]):
        plan["year"] = 2026 - place
        plan["programme"] = facts["programmes"][0]["key"]
    for section, place in (
        ("activities", "plan"),
        ("activity_responsibilities", "activity"),
        ("follow_ups", "activity"),
    ):
        parent = facts["plans" if place == "plan" else "activities"][0]["key"]
        for each in facts[section]:
            each[place] = parent
    for each in facts["goals"]:
        each["programme"], each["parent"] = facts["programmes"][0]["key"], None
    for meeting in facts["meetings"] + facts["conferences"]:
        meeting["held_on"], meeting["ends_on"] = "2026-12-11", None
    load(write_yaml(cooperation_facts("prov"), facts), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, address)

    assert len(asked) == QUERIES[address], "\n".join(asked)
