"""Meetings: quorum, calling, promises, officers and minutes."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from radslag.agreement.meetings import (
    MoreThanAll,
    fewest_meetings,
    has_minutes_delivered,
    has_officers,
    is_called_in_time,
    is_composed,
    is_quorate,
    keeps_promise,
    may_call_extra_meeting,
    may_call_meeting,
    may_decide_agenda,
    may_decide_remotely,
    may_raise_matter,
    members_needed,
    must_be_called_by,
)
from tests.agreement.cases import A, B, C, examples, plain, term

MEMBERS = st.integers(1, 20)
SHARES = st.fractions(0, 1, max_denominator=7)
BOUNDARIES = st.sampled_from(["at_least", "more_than"])


def quorum(boundary="at_least", share="1/2"):
    return term("quorum", "§ 3", body="committee", boundary=boundary, share=str(share))


@pytest.mark.parametrize("case", examples("quorum"), ids=str)
def test_quorum_examples(case) -> None:
    agreed = quorum(case["boundary"], case["share"])

    ruling = is_quorate(
        members=case["ledamöter"], present=case["närvarande"], term=agreed
    )

    assert ruling.allowed is case["beslutför"]
    assert members_needed(case["ledamöter"], agreed) == case["behövs"]


@given(MEMBERS, SHARES, BOUNDARIES)
def test_quorum_has_one_boundary(members, share, boundary) -> None:
    assume((boundary, share) != ("more_than", 1))
    agreed = quorum(boundary, share)

    quorate = [
        is_quorate(members=members, present=present, term=agreed).allowed
        for present in range(members + 1)
    ]

    needed = members_needed(members, agreed)
    assert quorate == [present >= needed for present in range(members + 1)]
    assert needed == next(
        present
        for present in range(1, members + 1)
        if present > share * members
        or (boundary == "at_least" and present == share * members)
    )


@pytest.mark.parametrize(
    ("agreed", "present", "because"),
    [
        (
            quorum(),
            3,
            "3 av 8 ledamöter är närvarande. Samarbetskommittén är inte beslutför: "
            "minst hälften av ledamöterna ska vara närvarande, alltså minst 4 "
            "enligt § 3.",
        ),
        (
            quorum("more_than"),
            5,
            "5 av 8 ledamöter är närvarande. Samarbetskommittén är beslutför: mer än "
            "hälften av ledamöterna ska vara närvarande, alltså minst 5 enligt § 3.",
        ),
        (
            quorum(share=1),
            8,
            "8 av 8 ledamöter är närvarande. Samarbetskommittén är beslutför: "
            "alla ledamöter ska vara närvarande, alltså minst 8 enligt § 3.",
        ),
    ],
)
def test_quorum_says_why(agreed, present, because) -> None:
    ruling = is_quorate(members=8, present=present, term=agreed)

    assert plain(ruling.because) == because
    assert ruling.paragraph == "§ 3"


@pytest.mark.parametrize(("members", "present"), [(8, 9), (8, -1)])
def test_quorum_refuses_impossible_numbers(members, present) -> None:
    with pytest.raises(MoreThanAll, match="går inte ihop"):
        is_quorate(members=members, present=present, term=quorum())


@pytest.mark.parametrize(
    ("means", "agreed", "may", "because"),
    [
        ("telephone", ["telephone", "network"], True, "telefon och datanät"),
        ("network", ["telephone"], False, "telefon"),
        ("telephone", [], False, "inget medel"),
    ],
)
def test_remote_decisions_need_an_agreed_means(means, agreed, may, because) -> None:
    ruling = may_decide_remotely(
        means, term("remote", "§ 3", body="committee", means=agreed)
    )

    assert ruling.allowed is may
    assert plain(ruling.because) == (
        f"Samarbetskommittén får fatta beslut på distans genom {because} enligt § 3."
    )


def initiative(notice_days=None, raised_by="any_member"):
    return term(
        "initiative",
        "§ 4",
        body="committee",
        raised_by=raised_by,
        agenda_decided_by="chair",
        called_by="chair",
        notice_days=notice_days,
    )


@pytest.mark.parametrize(
    ("raised_by", "roles", "may"),
    [
        ("any_member", {"member"}, True),
        ("any_member", {"chair"}, True),
        ("any_member", {"vice_chair"}, True),
        ("any_member", {"chief_executive"}, False),
        ("any_member", set(), False),
        ("chair", {"member"}, False),
        ("secretariat", {"secretariat"}, True),
    ],
)
def test_matter_is_raised_by_those_agreed(raised_by, roles, may) -> None:
    assert may_raise_matter(roles, initiative(raised_by=raised_by)).allowed is may


def test_chair_decides_the_agenda_and_calls() -> None:
    agenda = may_decide_agenda({"member"}, initiative())
    call = may_call_meeting({"member"}, initiative())

    assert (agenda.allowed, call.allowed) == (False, False)
    assert plain(agenda.because) == (
        "Det är ordförande som beslutar om dagordningen enligt § 4."
    )
    assert plain(call.because) == "Det är ordförande som kallar till möte enligt § 4."
    assert may_decide_agenda({"chair"}, initiative())
    assert may_call_meeting({"chair"}, initiative())


@pytest.mark.parametrize(
    ("notice_days", "called_on", "in_time", "because"),
    [
        (14, date(2026, 1, 8), True, "senaste dag var 8 januari 2026 enligt § 4."),
        (14, date(2026, 1, 9), False, "senaste dag var 8 januari 2026 enligt § 4."),
        (0, date(2026, 1, 22), True, "senaste dag var 22 januari 2026 enligt § 4."),
        (None, date(2026, 1, 22), True, "avtalet anger inget antal dagar enligt § 4."),
        (None, date(2026, 1, 23), False, "avtalet anger inget antal dagar enligt § 4."),
    ],
)
def test_notice_is_in_time_on_the_last_day(
    notice_days, called_on, in_time, because
) -> None:
    ruling = is_called_in_time(
        meeting_on=date(2026, 1, 22), called_on=called_on, term=initiative(notice_days)
    )

    assert ruling.allowed is in_time
    assert plain(ruling.because).endswith(because)


def test_in_good_time_is_no_day() -> None:
    assert must_be_called_by(date(2026, 1, 22), initiative()) is None


@pytest.mark.parametrize(
    ("chair_may_call", "chair_asks", "members_asking", "may"),
    [
        (True, True, 0, True),
        (True, False, 4, False),
        (True, False, 5, True),
        (False, True, 4, False),
        (False, True, 5, True),
    ],
)
def test_extra_meeting_by_chair_or_enough_members(
    chair_may_call, chair_asks, members_asking, may
) -> None:
    agreed = term(
        "extra_meeting",
        "§ 4",
        body="committee",
        members_needed=5,
        chair_may_call=chair_may_call,
    )

    ruling = may_call_extra_meeting(
        chair_asks=chair_asks, members_asking=members_asking, term=agreed
    )

    who = "ordföranden eller " if chair_may_call else ""
    assert ruling.allowed is may
    assert plain(ruling.because) == (
        f"Extra möte hålls när {who}minst 5 ledamöter begär det enligt § 4; "
        f"{members_asking} har gjort det."
    )


def promise(per_year, qualifier, **more):
    return term(
        "meetings",
        "§ 4",
        body="committee",
        per_year=per_year,
        qualifier=qualifier,
        **more,
    )


@pytest.mark.parametrize(
    ("per_year", "qualifier", "fewest"),
    [
        (6, "at_least", 6),
        (6, "about", 5),
        (12, "about", 9),
        (4, "about", 3),
        (1, "about", 1),
        (2, "about", 1),
        (1, "at_least", 1),
    ],
)
def test_promised_meetings_have_a_boundary(per_year, qualifier, fewest) -> None:
    agreed = promise(per_year, qualifier)

    kept = [
        keeps_promise(planned=planned, planning_conferences=0, term=agreed).allowed
        for planned in range(14)
    ]

    assert fewest_meetings(agreed.value) == fewest
    assert kept == [planned >= fewest for planned in range(14)]


@pytest.mark.parametrize(("conferences", "kept"), [(0, False), (1, True), (2, True)])
def test_promised_planning_conference_must_be_planned(conferences, kept) -> None:
    ruling = keeps_promise(
        planned=6,
        planning_conferences=conferences,
        term=promise(6, "at_least", planning_conference=True),
    )

    missing = "" if kept else " Ingen planeringskonferens är planerad."
    assert ruling.allowed is kept
    assert plain(ruling.because) == (
        "Samarbetskommittén har 6 planerade möten. Utlovat är minst 6 om året, och en "
        f"planeringskonferens enligt § 4.{missing}"
    )


def test_three_meetings_of_about_six_break_the_promise() -> None:
    ruling = keeps_promise(planned=3, planning_conferences=1, term=promise(6, "about"))

    assert not ruling
    assert plain(ruling.because) == (
        "Samarbetskommittén har 3 planerade möten. Utlovat är ungefär 6 om året "
        "enligt § 4."
    )


@pytest.mark.parametrize(
    ("seats", "astray", "because"),
    [
        ({A: 1, B: 1}, (), ""),
        ({B: 2, A: 0}, (A, B), " Det stämmer inte för Alby och Boda."),
    ],
)
def test_each_municipality_has_its_seats(seats, astray, because) -> None:
    agreed = term(
        "composition",
        "§ 3",
        body="committee",
        seats_per_municipality=1,
        office="board_chair",
    )

    ruling = is_composed(seats, agreed)

    assert (ruling.allowed, ruling.missing) == (not astray, astray)
    assert plain(ruling.because) == (
        f"Varje kommun har 1 plats i samarbetskommittén enligt § 3.{because}"
    )


def test_more_seats_are_said_in_plural() -> None:
    agreed = term(
        "composition", "", body="committee", seats_per_municipality=2, office="x"
    )

    assert plain(is_composed({A: 2}, agreed).because) == (
        "Varje kommun har 2 platser i samarbetskommittén."
    )


@pytest.mark.parametrize(
    ("elected", "members_elected", "chosen_from", "because"),
    [
        ({"chair": 1, "vice_chair": 1}, True, "members", ""),
        ({"chair": 1}, True, "members", " Inte valt: vice ordförande."),
        (
            {"chair": 2, "vice_chair": 0},
            True,
            "members",
            " Inte valt: vice ordförande. Flera valda: ordförande.",
        ),
        (
            {"chair": 1, "vice_chair": 1},
            False,
            "members",
            " Någon vald är inte ledamot.",
        ),
        ({"chair": 1, "vice_chair": 1}, False, "anyone", ""),
    ],
)
def test_officers_are_elected_among_the_members(
    elected, members_elected, chosen_from, because
) -> None:
    value = {"roles": ["chair", "vice_chair"], "elected_each": "year"}
    agreed = term("officers", "§ 3", body="committee", **value, **{"from": chosen_from})

    ruling = has_officers(elected=elected, members_elected=members_elected, term=agreed)

    assert ruling.allowed is (because == "")
    assert plain(ruling.because) == (
        "Samarbetskommittén väljer varje år ordförande och vice ordförande "
        f"enligt § 3.{because}"
    )


@pytest.mark.parametrize(
    ("delivered_to", "missing", "because"),
    [
        ([A, B, C], (), ""),
        ([B], (A, C), " Det saknas för Alby och Ceda."),
    ],
)
def test_minutes_are_delivered_to_everyone(delivered_to, missing, because) -> None:
    agreed = term("minutes", "§ 3", body="committee", delivered_to="each_municipality")

    ruling = has_minutes_delivered([C, A, B], delivered_to, agreed)

    assert (ruling.allowed, ruling.missing) == (not missing, missing)
    assert plain(ruling.because) == (
        f"Minnesanteckningarna ska delges varje kommun enligt § 3.{because}"
    )


def test_minutes_may_go_to_each_member() -> None:
    agreed = term("minutes", "", body="committee", delivered_to="each_member")

    assert has_minutes_delivered([], [], agreed).because == (
        "Minnesanteckningarna ska delges varje ledamot."
    )
