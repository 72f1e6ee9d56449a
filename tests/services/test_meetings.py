"""Meetings: who was there, whether they could decide, and what became of it all."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.terms import Quorum as QuorumTerm
from radslag.agreement.terms import Term, Terms
from radslag.agreement.vocabulary import AccessRole, AttendanceState
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import (
    AgendaItem,
    Attendance,
    Cooperation,
    Decision,
    Matter,
    Meeting,
    Municipality,
    choose,
)
from radslag.services.access import NOBODY, Viewer
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.meetings import (
    ListChoice,
    Sitting,
    Standing,
    attendance_map,
    earlier_meetings,
    offered_choices,
    quorum_of,
    sitting,
    standing_of,
)
from tests.factories import cooperation_facts, exactly

ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
STRATEGIST = Viewer(name="Kansliet", roles=frozenset({AccessRole.SECRETARIAT}))
TODAY = date(2026, 11, 21)
REAL = "lg-2022-10-28"
HALF = Term(
    "quorum",
    QuorumTerm(body="committee", boundary="at_least", share=Fraction(1, 2)),
    date(2010, 1, 1),
    paragraph="§ 3",
)


def found(key: str, viewer: Viewer = STRATEGIST) -> Sitting:
    one = sitting(key, viewer)
    assert one is not None
    return one


def rows(*states: tuple[AttendanceState, bool]) -> list[Attendance]:
    return [Attendance(state=state, is_member=member) for state, member in states]


@pytest.mark.parametrize(
    ("written", "standing"),
    [
        ([], Standing(None)),
        ([("present", True)], Standing(AttendanceState.PRESENT)),
        ([("absent", False), ("present", True)], Standing(AttendanceState.PRESENT)),
        ([("remote", True), ("present", False)], Standing(AttendanceState.REMOTE, 1)),
        ([("absent", True), ("guest", False)], Standing(AttendanceState.ABSENT, 1)),
        ([("present", False)] * 3, Standing(AttendanceState.GUEST, 2)),
        ([("absent", False)], Standing(AttendanceState.ABSENT)),
    ],
)
def test_standing_is_the_members_own(written, standing):
    assert (
        standing_of(rows(*((AttendanceState(s), member) for s, member in written)))
        == standing
    )


@given(st.integers(0, 9), st.integers(0, 9))
def test_quorum_of_the_committee_needs_half_of_all_members(present, absent):
    written = rows(
        *[(AttendanceState.PRESENT, True)] * present,
        *[(AttendanceState.ABSENT, True)] * absent,
    )

    quorum = quorum_of(written, "committee", TODAY, 8, Terms.of([HALF]))

    assert quorum.is_known == bool(written)
    assert quorum.members == max(8, len(written))
    assert bool(quorum.ruling) == (bool(written) and present * 2 >= quorum.members)


def test_quorum_of_another_body_has_no_rule():
    written = rows((AttendanceState.PRESENT, True))

    quorum = quorum_of(written, "network", TODAY, 8, Terms.of([HALF]))

    assert (quorum.present, quorum.members, quorum.ruling) == (1, 1, None)
    assert quorum.silence.startswith("Avtalet har inget villkor om beslutförhet")


def test_real_meeting_has_ten_items_and_all_eight_there(sodertorn):
    one = found(REAL)

    assert [line.item.number for line in one.items] == list(range(1, 11))
    assert (one.quorum.present, one.quorum.members) == (8, 8)
    assert [row.name for row in one.attendance] == [
        "Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn",
        "Salem", "Södertälje", "Tyresö", "Region Stockholm",
    ]  # fmt: skip
    assert one.attendance[4].by_item[1] == Standing(AttendanceState.PRESENT, 2)
    assert one.attendance[8].by_item[1] == Standing(AttendanceState.GUEST, 3)
    assert one.also_absent == ("Botkyrka", "Salem", "Tyresö")
    assert (one.earlier_key, one.later_key) == ("lg-2020-11-20", "lg-2022-12-02")


def test_postponed_items_are_told_with_where_they_went(sodertorn):
    postponed = [
        (line.item.number, each.decision.postponed_to.key, each.came_back_on)
        for line in found(REAL).items
        for each in line.decisions
        if each.is_postponed
    ]

    assert postponed == [(n, "lg-2022-12-02", None) for n in (3, 7, 8)]


def test_postponed_item_that_came_back_names_the_first_meeting_it_did(sodertorn):
    matter = Matter.objects.get(key="trygghet")
    for number, key in enumerate(("lg-2026-02-06", "lg-2022-12-02"), start=1):
        AgendaItem.objects.create(
            cooperation=sodertorn,
            key=f"{key}-{number}",
            meeting=Meeting.objects.get(key=key),
            number=number,
            title="Trygghet",
            matter=matter,
        )

    (decision,) = found(REAL).items[2].decisions

    assert decision.came_back_key == "lg-2022-12-02"
    assert decision.came_back_on == date(2022, 12, 2)


def attend(meeting: str, present: int) -> None:
    held = Meeting.objects.get(key=meeting)
    for place, municipality in enumerate(Municipality.objects.all()):
        Attendance.objects.create(
            cooperation=held.cooperation,
            key=f"{meeting}-{place}",
            meeting=held,
            municipality=municipality,
            is_member=True,
            state="present" if place < present else "absent",
        )


@pytest.mark.parametrize(("present", "is_quorate"), [(4, True), (3, False)])
def test_committee_is_quorate_with_half_of_its_members(sodertorn, present, is_quorate):
    attend("ssk-2026-01-22", present)

    quorum = found("ssk-2026-01-22").quorum

    assert (quorum.present, quorum.members) == (present, 8)
    assert quorum.ruling is not None
    assert (quorum.ruling.allowed, quorum.ruling.paragraph) == (is_quorate, "§ 3")


def test_attendance_that_is_not_written_is_not_absence(sodertorn):
    one = found("ssk-2026-01-22")

    assert (one.quorum.is_known, one.quorum.ruling) == (False, None)
    assert one.attendance == ()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({}, "Enigheten är inte antecknad."),
        (
            {"has_consensus": True},
            "Beslut: ingen närvarande ledamot motsätter sig, och det räcker för "
            "enighet enligt § 3.",
        ),
        ({"has_consensus": False}, "Enighet saknas enligt § 3."),
        (
            {"votes_for": 4, "votes_against": 1},
            "Inget beslut: 1 närvarande ledamot motsätter sig, och det krävs enighet "
            "enligt § 3.",
        ),
        (
            {"votes_for": 9, "votes_against": 1},
            "Rösterna är fler än de närvarande; se efter i anteckningarna.",
        ),
    ],
)
def test_decision_says_whether_it_stands(sodertorn, written, says):
    attend("ssk-2026-01-22", 5)
    Decision.objects.filter(item__meeting__key="ssk-2026-01-22").update(**written)

    (line,) = found("ssk-2026-01-22").items

    assert line.decisions[0].stands.replace("\N{NO-BREAK SPACE}", " ") == says


def test_public_meets_only_public_decisions_and_municipalities(sodertorn):
    Meeting.objects.filter(key=REAL).update(is_public=True)
    Decision.objects.filter(key=f"{REAL}-6-1").update(is_public=True)

    one = found(REAL, NOBODY)

    assert [line.item.number for line in one.items] == [6]
    assert [row.name for row in one.attendance][-1] == "Tyresö"
    assert (one.minutes, one.verifiers, one.notice, one.papers) == (None, (), None, ())
    assert (one.also_there, one.also_absent) == ((), ())
    assert (one.earlier_key, one.later_key) == ("", "")


def test_public_does_not_meet_a_meeting_that_is_not_public(sodertorn):
    assert sitting(REAL, NOBODY) is None
    assert sitting("finns-inte", STRATEGIST) is None


def test_list_counts_decisions_and_postponements(sodertorn):
    chosen = ListChoice(year=2022, body="ledningsgruppen")

    counted = [
        (each.key, each.decided, each.postponed)
        for each in earlier_meetings(chosen, TODAY, STRATEGIST)[:]
    ]

    assert counted == [("lg-2022-12-02", 0, 0), (REAL, 2, 2)]


def test_meeting_today_is_not_an_earlier_one(sodertorn):
    on = date(2022, 10, 28)

    for today, is_earlier in ((on, False), (on + timedelta(days=1), True)):
        keys = {
            each.key for each in earlier_meetings(ListChoice(), today, STRATEGIST)[:]
        }
        assert (REAL in keys) == is_earlier


def test_choices_are_those_of_the_meetings_there_are(sodertorn):
    assert offered_choices(STRATEGIST).years == (2026, 2025, 2023, 2022, 2020, 2017)
    assert [name for _key, name in offered_choices(NOBODY).bodies] == [
        "Samarbetskommittén"
    ]


def test_map_shows_each_municipality_at_each_meeting(sodertorn):
    attend("ssk-2026-01-22", 3)

    heat = attendance_map(ListChoice(), STRATEGIST)

    assert [each.key for each in heat.meetings] == [REAL, "ssk-2026-01-22"]
    tyreso = heat.rows[-1]
    assert [each.state for each in tyreso.standings] == ["present", "absent"]
    assert (tyreso.name, tyreso.times_absent, tyreso.times_known) == ("Tyresö", 1, 2)
    assert [bool(each.ruling) for each in heat.quorums] == [False, False]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_meeting_is_at_most_nine_questions_however_many_rows(number):
    made = exactly(number)
    load(write_yaml(cooperation_facts("prov"), made), actor=ACTOR)
    key = made["minutes"][0]["meeting"]

    with (
        choose(Cooperation.objects.get(key="prov")),
        CaptureQueriesContext(connection) as asked,
    ):
        assert sitting(key, STRATEGIST) is not None

    assert len(asked) == 9, "\n".join(each["sql"] for each in asked)
