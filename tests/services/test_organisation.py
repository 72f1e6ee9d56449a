"""The organisation: who sits where on any day, and whose seat follows an office."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import (
    Appointment,
    Body,
    Cooperation,
    Municipality,
    Person,
    choose,
)
from radslag.services.access import NOBODY, Viewer
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.organisation import (
    Holder,
    Organisation,
    body_page,
    holders,
    organisation,
)
from tests.factories import cooperation_facts, exactly

pytestmark = pytest.mark.django_db
ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
STRATEGIST = Viewer(name="Kansliet", roles=frozenset({AccessRole.SECRETARIAT}))
REAL_DAY, TODAY = date(2022, 10, 28), date(2026, 11, 21)


def of(
    body: str, role: str, municipality: str, on: date, viewer: Viewer = STRATEGIST
) -> list[Holder]:
    return [
        each
        for each in holders(on, viewer)
        if (each.seat.body.key, each.seat.role, each.municipality)
        == (body, role, municipality)
    ]


def salem(found: Organisation) -> list[list[tuple[str, str]]]:
    (row,) = [row for row in found.representations if row.municipality == "Salem"]
    return [[(each.person, each.office_words) for each in cell] for cell in row.by_body]


def test_salem_was_represented_by_offices_in_2022(sodertorn):
    assert salem(organisation(REAL_DAY, STRATEGIST)) == [
        [("", "kommunstyrelsens ordförande")],
        [("", "kommundirektör")],
    ]


def test_seat_follows_the_office_when_it_changes_hands(sodertorn):
    for on, person in (
        (date(2022, 12, 31), ""),
        (date(2023, 1, 1), "Olle Strandfors"),
        (date(2026, 12, 31), "Olle Strandfors"),
        (date(2027, 1, 1), ""),
    ):
        (holder,) = of("kommitten", "member", "Salem", on)
        assert (on, holder.person, holder.is_by_office) == (on, person, True)


def test_chair_of_the_year_is_whoever_chairs_that_board(sodertorn):
    (chair,) = of("kommitten", "chair", "Tyresö", TODAY)

    assert (chair.person, chair.office_words) == (
        "Hugo Almfjärd",
        "kommunstyrelsens ordförande",
    )
    assert of("kommitten", "chair", "Tyresö", REAL_DAY) == []


def test_public_is_told_no_person_anywhere(sodertorn):
    assert {each.person for each in holders(TODAY, NOBODY)} == {""}
    assert "Olle Strandfors" in {each.person for each in holders(TODAY, STRATEGIST)}


def test_seats_that_follow_each_other_in_a_ring_end(sodertorn):
    chair = Appointment.objects.get(
        body__key="ks-salem", role="chair", appointed_from=date(2023, 1, 1)
    )
    chair.person, chair.follows_role = None, "chair"
    chair.follows_body = Body.objects.get(key="ks-salem")
    chair.save()

    (holder,) = of("kommitten", "member", "Salem", TODAY)

    assert holder.person == ""


def test_network_seat_stands_among_those_of_its_municipality(sodertorn):
    Appointment.objects.create(
        cooperation=sodertorn,
        key="natverk-salem",
        body=Body.objects.get(key="trafikstrategerna"),
        role="member",
        municipality=Municipality.objects.get(key="salem"),
        person=Person.objects.get(key="alma-solhammar"),
        appointed_from=date(2024, 1, 1),
    )

    found = organisation(TODAY, STRATEGIST)

    names = {
        row.municipality: [(str(h.seat.body), h.person) for h in row.in_networks]
        for row in found.representations
    }
    assert names["Salem"] == [("Trafikstrategerna", "Alma Solhammar")]
    assert names["Tyresö"] == []


def test_bodies_that_did_not_exist_that_day_are_marked(sodertorn):
    lines = {line.body.key: line for line in organisation(REAL_DAY, NOBODY).bodies}

    assert lines["kommitten"].exists
    assert not lines["trafikstrategerna"].exists


def test_nobody_is_represented_before_the_cooperation_began(sodertorn):
    assert organisation(date(2009, 12, 31), STRATEGIST).representations == ()


def test_body_answers_for_goals_and_activities(sodertorn):
    page = body_page("trafikstrategerna", TODAY, STRATEGIST)

    assert page is not None
    assert [each.goal.name for each in page.goals] == ["Tillgänglighet"]
    assert body_page("finns-inte", TODAY, STRATEGIST) is None


@pytest.mark.parametrize("rows", [1, 3])
def test_organisation_asks_four_questions_however_many_rows(rows):
    load(write_yaml(cooperation_facts("prov"), exactly(rows)), actor=ACTOR)

    with (
        choose(Cooperation.objects.get(key="prov")),
        CaptureQueriesContext(connection) as asked,
    ):
        organisation(date(2026, 1, 22), STRATEGIST)

    assert len(asked) == 4, "\n".join(each["sql"] for each in asked)


@pytest.mark.parametrize("rows", [1, 3])
def test_body_asks_five_questions_however_many_rows(rows):
    made = exactly(rows)
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)

    with (
        choose(Cooperation.objects.get(key="prov")),
        CaptureQueriesContext(connection) as asked,
    ):
        body_page(made["bodies"][0]["key"], TODAY, STRATEGIST)

    assert len(asked) == 5, "\n".join(each["sql"] for each in asked)
