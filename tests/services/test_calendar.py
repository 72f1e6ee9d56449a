"""The year's rhythm: meetings, conferences, the fee's day, the plan's adoption."""

from datetime import date

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import (
    AnnualPlan,
    ConferenceHost,
    Term,
)
from radslag.services.access import NOBODY, Viewer
from radslag.services.calendar import calendar_of
from radslag.services.year_wheels import year_marks

KANSLI = Viewer(roles=frozenset({AccessRole.SECRETARIAT}))


def marks(year, viewer=KANSLI):
    found = year_marks(AnnualPlan.objects.get(year=year), viewer)
    return [(mark.on, mark.ring, mark.what) for mark in found]


def test_year_holds_meetings_in_their_rings_and_the_days_to_keep(sodertorn):
    found = marks(2026)

    assert [day for day, ring, _ in found if ring == "committee"] == [
        date(2026, 1, 22),
        date(2026, 4, 23),
        date(2026, 11, 5),
    ]
    assert len([ring for _, ring, _ in found if ring == "management_group"]) == 5
    assert [(day, what) for day, ring, what in found if ring == "other"] == [
        (date(2026, 1, 22), "Plan och budget fastställda"),
        (date(2026, 3, 15), "Avgiften betalas senast"),
    ]
    assert [day for day, _, _ in found] == sorted(day for day, _, _ in found)


def test_budget_adopted_by_itself_has_a_mark_of_its_own(sodertorn):
    AnnualPlan.objects.filter(year=2026).update(budget_adopted_on=date(2026, 2, 6))

    other = [(day, what) for day, ring, what in marks(2026) if ring == "other"]

    assert (date(2026, 1, 22), "Planen fastställd") in other
    assert (date(2026, 2, 6), "Budgeten fastställd") in other


def test_year_without_a_rule_for_the_fee_has_no_day_for_it(sodertorn):
    Term.objects.filter(kind="due").delete()

    assert not [what for _, _, what in marks(2026) if "Avgiften" in what]


def test_year_takes_three_questions(sodertorn, django_assert_num_queries):
    plan = AnnualPlan.objects.get(year=2020)

    with django_assert_num_queries(3):
        year_marks(plan, KANSLI)


def test_public_sees_the_public_meetings_only(sodertorn):
    assert {ring for _, ring, _ in marks(2020, NOBODY)} == {"committee", "other"}
    assert all(
        entry.body_kind != "management_group"
        for month in calendar_of(2020, NOBODY)
        for entry in month.entries
    )


def test_conference_with_two_hosts_is_one_line_that_names_both(sodertorn):
    (september,) = [m for m in calendar_of(2020, KANSLI) if m.first_on.month == 9]

    places = [entry.place for entry in september.entries if entry.what == "konferens"]

    assert places == ["Botkyrka, Salem"]


def test_conference_without_a_host_is_still_a_line(sodertorn):
    ConferenceHost.objects.all().delete()

    (september,) = [m for m in calendar_of(2020, KANSLI) if m.first_on.month == 9]

    assert "Södertörnskonferensen 2020" in [entry.who for entry in september.entries]
