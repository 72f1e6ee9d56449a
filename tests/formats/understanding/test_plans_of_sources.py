"""Budgets, calendars and offices of the real plans beside the repository."""

from datetime import date, time
from pathlib import Path

import pytest

from radslag.formats.readers.model import ReadResult
from radslag.formats.readers.plain_text import read_plain_text
from radslag.formats.understanding import understand

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
pytestmark = pytest.mark.sources


def understood(number):
    if not SOURCES.is_dir():
        pytest.skip("The documents are not beside the repository.")
    (path,) = SOURCES.glob(f"{number}_*.txt")
    result = ReadResult(path.name, read_plain_text(path.read_bytes()))
    return understand([result])


@pytest.fixture(scope="module")
def plan_2020():
    return understood("002")


@pytest.fixture(scope="module")
def plan_2026():
    return understood("004")


def days(plan, body, year):
    return [
        (found["held_on"].month, found["held_on"].day)
        for found in plan.of("meetings")
        if found["body"] == body and found["held_on"].year == year
    ]


def sides(plan):
    return [(found["side"], found["amount_sek"]) for found in plan.of("budget_lines")]


def test_the_budget_of_2026(plan_2026):
    assert sides(plan_2026) == [
        ("income", 2_102_500),
        ("cost", 1_400_000),
        ("cost", 100_000),
        ("cost", 50_000),
        ("cost", 500_000),
        ("cost", 52_500),
    ]
    staff = list(plan_2026.of("budget_lines"))[1]
    assert "timbank" in staff["note"]


def test_the_budget_of_2020(plan_2020):
    found = list(plan_2020.of("budget_lines"))
    assert sides(plan_2020) == [
        ("income", 2_012_800),
        ("cost", 1_570_000),
        ("cost", 70_000),
        ("cost", 372_800),
    ]
    assert [line["is_approximate"] for line in found] == [None, True, True, True]


def test_no_sum_of_the_budgets_is_doubted(plan_2020, plan_2026):
    rules = {c.rule for plan in (plan_2020, plan_2026) for c in plan.contradictions}
    assert not rules & {"budget_lines.sum", "fees.rate"}


@pytest.mark.parametrize(
    ("plan", "day", "residents"),
    [
        ("plan_2020", date(2019, 12, 31), 503_200),
        ("plan_2026", date(2025, 12, 31), 525_625),
    ],
)
def test_the_residents(plan, day, residents, request):
    (found,) = request.getfixturevalue(plan).of("populations")
    assert (found["counted_on"], found["residents"]) == (day, residents)


def test_the_calendar_of_2026(plan_2026):
    assert days(plan_2026, "kommitten", 2026) == [(1, 22), (4, 23), (11, 5)]
    assert days(plan_2026, "ledningsgruppen", 2026) == [
        (2, 6),
        (5, 22),
        (8, 21),
        (10, 16),
        (12, 11),
    ]
    meetings = {found.key: found for found in plan_2026.of("meetings")}
    april = meetings["kommitten-2026-04-23"]
    assert (april["starts_at"], april["ends_at"]) == (time(13), time(15))
    assert april["place"] is None
    august = meetings["ledningsgruppen-2026-08-21"]
    assert august["kind"] == "planning_conference"
    assert august["starts_at"] is None


def test_the_calendar_of_2020(plan_2020):
    committee = days(plan_2020, "kommitten", 2020)
    assert committee == [(1, 16), (2, 6), (4, 2), (6, 4), (9, 3), (10, 29), (12, 10)]
    assert len(days(plan_2020, "ledningsgruppen", 2020)) == 7
    cancelled = [
        found["held_on"]
        for found in plan_2020.of("meetings")
        if found["status"] == "cancelled"
    ]
    assert cancelled == [date(2020, 1, 24), date(2020, 2, 6)]
    meetings = {found.key: found for found in plan_2020.of("meetings")}
    assert meetings["ledningsgruppen-2020-09-10"]["ends_on"] == date(2020, 9, 11)
    assert meetings["kommitten-2020-04-02"]["host"] == "salem"


def test_no_meeting_is_of_another_time(plan_2020, plan_2026):
    for plan in (plan_2020, plan_2026):
        assert {found["held_on"].year for found in plan.of("meetings")} <= {2020, 2026}


def test_the_conference_of_2020(plan_2020):
    (found,) = plan_2020.of("conferences")
    assert found["held_on"] == date(2020, 9, 29)
    hosts = [host["municipality"] for host in plan_2020.of("conference_hosts")]
    assert hosts == ["botkyrka", "salem"]


def test_the_chairs(plan_2020, plan_2026):
    told = [
        (found["body"], found["role"], found["municipality"])
        for plan in (plan_2020, plan_2026)
        for found in plan.of("appointments")
    ]
    assert told == [
        ("kommitten", "chair", "huddinge"),
        ("kommitten", "vice_chair", "sodertalje"),
        ("ledningsgruppen", "chair", "sodertalje"),
        ("kommitten", "chair", "tyreso"),
        ("kommitten", "vice_chair", "haninge"),
        ("ledningsgruppen", "chair", "sodertalje"),
    ]


def test_the_secretariats_host(plan_2020):
    (seat,) = [b for b in plan_2020.of("bodies") if b["kind"] == "secretariat"]
    assert seat["municipality"] == "huddinge"
