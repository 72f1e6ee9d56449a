"""Mål: the tree as picture and list, one goal, and two programmes compared."""

import pytest
from django.test import Client

from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Cooperation, Membership, Programme, choose
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, seen, words

pytestmark = pytest.mark.django_db


def test_goals_shows_the_programme_in_force_and_who_adopted_it(sodertorn):
    page = seen(sodertorn, "mal/")

    assert words(page.xpath("//h1")[0]) == "Södertörns utvecklingsprogram 2023–2026"
    assert "Antaget av 8 av 8" in words(page.cssselect(".meta")[0])
    assert "Beslutat av kommittén 12 januari 2023" in words(page.cssselect(".meta")[0])


def test_adoptions_are_counted_of_nobody_when_no_memberships_are_known(sodertorn):
    with choose(Cooperation.objects.get(key="sodertorn")):
        Membership.objects.all().delete()

    page = seen(sodertorn, "mal/")

    told = words(page.cssselect(".meta")[0])
    assert "Antaget av 8 kommuner" in told
    assert "av 0" not in told


def test_goals_says_which_goals_of_2020_had_no_activity(sodertorn):
    page = seen(sodertorn, "mal/sup-2035/")

    (notice,) = page.cssselect(".notice")

    assert "11 mål längst ut i trädet, 2 utan aktivitet 2020" in words(page)
    assert [words(each).split(":")[0] for each in notice.cssselect("li")] == [
        "Akademisk utbildning för alla",
        "Stark infrastruktur",
    ]


def test_picture_and_list_tell_the_same_goals(sodertorn):
    page = seen(sodertorn, "mal/sup-2035/")

    (picture,) = page.cssselect("svg.goal-tree")
    listed = page.cssselect(".goal-list > li")

    assert picture.get("role") == "img"
    assert len(picture.xpath("./title")) == len(picture.xpath("./desc")) == 1
    assert len(picture.cssselect("rect")) == len(listed) == 17
    assert len(picture.xpath("./g[@data-bare]")) == 2
    assert len(page.cssselect(".goal-list > li[data-bare]")) == 2


def test_activities_lead_to_their_row_in_the_plan(sodertorn):
    page = seen(sodertorn, "mal/sup-2035/")
    links = page.cssselect(".goal-activities a")

    address, _, anchor = links[0].get("href").partition("#")

    assert len(links) == 24
    assert (
        seen(sodertorn, address.removeprefix("/sodertorn/")).get_element_by_id(anchor)
        is not None
    )


@pytest.mark.parametrize("asked", ["hittepå", "1999", "2020'--", "\x00", "9" * 500])
def test_nonsense_for_a_plan_is_answered_with_a_sentence(sodertorn, asked):
    answer = sodertorn.get("/sodertorn/mal/sup-2040/", {"plan": asked})

    assert "Ingen plan till programmet finns för det år" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["mal/hittepå/", "mal/sup-2040/hittepå/", "mal/sup-2040/sup-2035-vision/"],
)
def test_goal_that_is_not_there_is_not_found(sodertorn, address):
    assert sodertorn.get(f"/sodertorn/{address}").status_code == 404


def test_goal_tells_its_place_its_years_and_what_it_follows_on(sodertorn):
    page = seen(sodertorn, "mal/sup-2040/sup-2040-infrastruktur/")

    place = [words(each) for each in page.cssselect(".goal-path li")]

    assert place == [
        "Vision Vision: Södertörn leder Sveriges starka och hållbara tillväxt",
        "Fokusområde Infrastruktur",
    ]
    assert "Fortsätter: Infrastruktur (SUP 2035)" in words(page)


def test_comparison_marks_the_words_that_differ(sodertorn):
    page = seen(sodertorn, "mal/jamfor/?fran=sup-2035&till=sup-2040")

    (gone,), (come,) = page.cssselect("del"), page.cssselect("ins")

    assert (
        words(gone) == "Stark infrastruktur är en förutsättning för hållbar utveckling"
    )
    assert words(come) == "Infrastruktur"
    assert "Kvar med samma ord: 0. Ändrade: 1. Utgångna: 16. Nya: 5." in words(page)


def test_comparison_is_in_order_of_time_whichever_way_it_is_asked(sodertorn):
    page = seen(sodertorn, "mal/jamfor/?fran=sup-2040&till=sup-2035")

    assert words(page.xpath("//h1")[0]) == "Från SUP 2035 till SUP 2040"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("fran=x&till=sup-2040", "Adressen nämner ett program som inte finns."),
        ("fran=%00&till=<script>", "Adressen nämner ett program som inte finns."),
        ("fran=sup-2040", "Adressen nämner ett program som inte finns."),
        ("fran=sup-2040&till=sup-2040", "Det är samma program två gånger."),
    ],
)
def test_comparison_says_what_is_wrong_with_the_address(sodertorn, asked, sentence):
    page = seen(sodertorn, f"mal/jamfor/?{asked}")

    assert sentence in words(page.cssselect(".notice")[0])
    assert page.xpath("//table") == []


def test_public_does_not_meet_a_programme_in_preparation(sodertorn):
    with choose(Cooperation.objects.get()):
        Cooperation.objects.update(is_public=True)
        Programme.objects.filter(key="sup-2040").update(is_public=False)
    public = Client()

    told = [
        public.get(f"/sodertorn/{page}").content.decode()
        for page in (
            "mal/",
            "mal/sup-2035/",
            "mal/sup-2035/sup-2035-infrastruktur/",
            "mal/jamfor/",
        )
    ]

    assert public.get("/sodertorn/mal/sup-2040/").status_code == 404
    assert [
        page for page in told if "2040" in page and "sup-2040" in page.lower()
    ] == []


def test_goals_of_an_empty_cooperation_say_what_belongs_here(strategist):
    load(write_yaml(cooperation_facts("prov"), {}), actor=ACTOR)
    join("prov")

    assert (
        "Inget program finns att visa än."
        in strategist.get("/prov/mal/").content.decode()
    )
    assert strategist.get("/prov/mal/jamfor/").status_code == 200


def joined(rows):
    """Return rows where a goal of the programme shown has a bit of everything."""
    facts = exactly(rows)
    programme = facts["programmes"][0]
    goal = facts["goals"][0]
    for each in facts["plans"] + facts["goals"]:
        each["programme"] = programme["key"]
    for section in ("activities", "indicators"):
        for each in facts[section]:
            each["goal"] = goal["key"]
    for place, each in enumerate(facts["plans"]):
        each["year"] = 2026 - place
    for each in facts["goals"][1:]:
        each["parent"] = None
    facts["goal_responsibilities"] = [
        each | {"key": f"svar.{place}", "goal": goal["key"], "body": body["key"]}
        for place, (each, body) in enumerate(
            zip(facts["goal_responsibilities"], facts["bodies"], strict=True)
        )
    ]
    return facts, programme["key"], goal["key"]


# One of them asks which goals have a source, where the viewer may see sources.
QUERIES = {"mal/{0}/": 11, "mal/{0}/{1}/": 10, "mal/jamfor/?fran={0}&till=x": 4}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", QUERIES)
def test_page_asks_as_much_of_one_row_as_of_three(strategist, address, rows):
    facts, programme, goal = joined(rows)
    load(write_yaml(cooperation_facts("prov"), facts), actor=ACTOR)
    join("prov")

    asked = questions_for(strategist, address.format(programme, goal))

    assert len(asked) == QUERIES[address], "\n".join(asked)
