"""Källa: a page leads to the source of what it shows, for those who may see sources."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from radslag.records.models import (
    Adoption,
    AgendaItem,
    Appointment,
    Attendance,
    Body,
    Citation,
    Cooperation,
    Decision,
    Document,
    Goal,
    Meeting,
    Minutes,
    Record,
    choose,
)
from radslag.records.sections import section_of
from radslag.services import journal
from tests.web.pages import ACTOR, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def uncited(sodertorn) -> Client:
    """Return the strategist of a cooperation where nothing has a source."""
    with choose(Cooperation.objects.get()):
        Citation.objects.all().delete()
    return sodertorn


def cite(*records: Record) -> None:
    """Give records a source."""
    with choose(Cooperation.objects.get()):
        document = Document.objects.first()
        found = [
            Citation(
                key=f"prov-{place}",
                document=document,
                section=section_of(type(record)),
                record_key=record.key,
            )
            for place, record in enumerate(records)
        ]
        journal.add_many(ACTOR, found)


def linked(client: Client, address: str) -> list[str]:
    """Return which records' sources a page leads to: "goals/vision"."""
    links = seen(client, address).cssselect("a.source-link")
    prefix = "/sodertorn/kalla/"
    addresses = [each.get("href") for each in links]
    assert all(each.startswith(prefix) for each in addresses)
    return sorted({each.removeprefix(prefix).strip("/") for each in addresses})


def first(model: type[Record], **said: object) -> Record:
    with choose(Cooperation.objects.get()):
        return model.objects.filter(**said)[0]


def whole_meeting() -> tuple[Meeting, list[Record]]:
    """Return a meeting that has everything, and what it has of each kind."""
    with choose(Cooperation.objects.get()):
        meeting = Meeting.objects.filter(
            minutes__isnull=False,
            attendance__isnull=False,
            items__decisions__isnull=False,
        )[0]
        Meeting.objects.filter(pk=meeting.pk).update(is_public=True)
        Minutes.objects.filter(meeting=meeting).update(is_public=True)
        Decision.objects.filter(item__meeting=meeting).update(is_public=True)
        return meeting, [
            meeting,
            Minutes.objects.get(meeting=meeting),
            Attendance.objects.filter(meeting=meeting).order_by("pk")[0],
            AgendaItem.objects.filter(meeting=meeting, decisions__isnull=False)[0],
            Decision.objects.filter(item__meeting=meeting)[0],
        ]


def named(*records: Record) -> list[str]:
    return sorted(f"{section_of(type(each))}/{each.key}" for each in records)


def test_pages_without_sources_lead_to_none(uncited):
    meeting, _records = whole_meeting()
    places = ("mal/", "organisation/", "antaganden/", f"moten/{meeting.key}/")

    assert [linked(uncited, place) for place in places] == [[], [], [], []]


def test_a_goal_leads_to_its_source_in_the_list_and_on_its_own_page(uncited):
    goal = first(Goal, programme__key="sup-2040")
    cite(goal)

    assert linked(uncited, "mal/sup-2040/") == named(goal)
    assert linked(uncited, f"mal/sup-2040/{goal.key}/") == named(goal)


def test_a_meeting_leads_to_the_source_of_each_part(uncited):
    meeting, records = whole_meeting()
    cite(*records)

    assert linked(uncited, f"moten/{meeting.key}/") == named(*records)


def test_attendance_has_one_link_however_many_lines_have_a_source(uncited):
    meeting, _records = whole_meeting()
    with choose(Cooperation.objects.get()):
        present = list(Attendance.objects.filter(meeting=meeting).order_by("pk"))
    assert len(present) > 1
    cite(*present)

    assert linked(uncited, f"moten/{meeting.key}/") == named(present[0])


def test_another_meetings_sources_are_not_led_to(uncited):
    meeting, _records = whole_meeting()
    with choose(Cooperation.objects.get()):
        others = Meeting.objects.exclude(pk=meeting.pk)
        cited = [*others, *AgendaItem.objects.filter(meeting__in=others)]
    cite(*cited)

    assert linked(uncited, f"moten/{meeting.key}/") == []


def test_the_organisation_leads_to_the_sources_of_bodies_and_seats(uncited):
    seat = first(
        Appointment,
        body__kind="committee",
        role="chair",
        appointed_from__year=2026,
    )
    body = first(Body, pk=seat.body_id)
    cite(body, seat)

    assert linked(uncited, "organisation/?den=2026-11-21") == named(body, seat)
    assert named(body)[0] in linked(uncited, f"organisation/{body.key}/")


def test_the_matrix_leads_to_the_source_of_an_adoption(uncited):
    adoption = first(Adoption)
    cite(adoption)

    assert linked(uncited, "antaganden/") == named(adoption)


def test_the_public_is_led_to_no_source(sodertorn):
    meeting, records = whole_meeting()
    cite(*records)
    with choose(Cooperation.objects.get()):
        Cooperation.objects.update(is_public=True)
    User.objects.all().delete()

    for place in ("organisation/", f"moten/{meeting.key}/"):
        assert linked(Client(), place) == []
