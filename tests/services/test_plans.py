"""Plans: what stands in which section, and what a selection leaves."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import (
    Activity,
    AnnualPlan,
    FollowUp,
    Goal,
)
from radslag.services import plans
from radslag.services.access import NOBODY, Viewer
from radslag.services.activity_times import period_in_words, time_of
from radslag.services.plan_selections import Selection, selected, times

KANSLI = Viewer(roles=frozenset({AccessRole.SECRETARIAT}))


def facts(year=2020, viewer=KANSLI):
    return plans.plan_facts(AnnualPlan.objects.get(year=year), viewer)


def keys(wanted, year=2020):
    return [each.key for each in selected(facts(year), wanted)]


def standing(action_plan):
    return [
        row.activity.pk
        for each in action_plan.sections
        for row in each.rows
        if row.activity
    ]


def test_each_activity_stands_once_wherever_its_goal_is(sodertorn):
    deep = Goal.objects.get(key="sup-2035-ekonomi")
    deep.parent = Goal.objects.get(key="sup-2035-verksamhet")  # a sub-goal's sub-goal
    deep.save()
    Activity.objects.filter(key="2020-almedalen").update(
        goal=Goal.objects.get(key="sup-2040-vision")
    )

    found = standing(plans.action_plan(facts()))

    assert len(found) == len(set(found)) == 24


def test_plan_takes_five_questions_and_four_for_the_public(
    sodertorn, django_assert_num_queries
):
    plan = AnnualPlan.objects.get(year=2020)
    for viewer, number in ((KANSLI, 5), (NOBODY, 4)):
        with django_assert_num_queries(number):
            plans.action_plan(plans.plan_facts(plan, viewer))


def test_follow_ups_are_for_those_with_a_role(sodertorn, django_assert_num_queries):
    activity = Activity.objects.get(key="2020-almedalen")
    FollowUp.objects.create(
        cooperation=sodertorn,
        key="f",
        activity=activity,
        noted_on=date(2020, 9, 1),
        text="x",
    )
    told = next(each for each in facts().activities if each == activity)

    with django_assert_num_queries(0):
        assert [note.text for note in plans.notes_of(told)] == ["x"]
    outside = plans.plan_facts(facts().plan, NOBODY).activities
    assert {bool(plans.notes_of(each)) for each in outside} == {False}


def test_empty_selection_leaves_nothing_out(sodertorn):
    assert len(keys(Selection())) == 24
    assert Selection().is_empty
    assert not Selection(body="kansliet").is_empty


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (Selection(goal="sup-2035-framkomlighet"), 6),
        (Selection(goal="sup-2035-infrastruktur"), 10),  # and all under it
        (Selection(goal="sup-2035-hogre-utbildning"), 0),
        (Selection(municipality="salem"), 1),
        (Selection(body="klimatnatverket"), 3),
        (Selection(body="klimatnatverket", time="lopande"), 2),
        (Selection(time="lopande"), 15),
        (Selection(time="utan"), 3),
        (Selection(status="done"), 0),
        (Selection(kind="development"), 24),
        (Selection(time="hittepå"), 0),
        (Selection(time="13"), 0),
        (Selection(time="²"), 0),
    ],
)
def test_selection_leaves_what_agrees_with_all_of_it(sodertorn, wanted, number):
    assert len(keys(wanted)) == number


@pytest.mark.parametrize(
    ("time", "is_there"),
    [
        ("01", True),
        ("06", True),
        ("07", False),
        ("var", True),
        ("host", False),
        ("vinter", True),
    ],
)
def test_spring_is_january_to_june(sodertorn, time, is_there):
    assert ("2020-almedalen" in keys(Selection(time=time))) == is_there


def test_every_time_that_is_offered_is_understood(sodertorn):
    assert all(isinstance(keys(Selection(time=each)), list) for each in times())
    assert len(times()) == 18


def test_selected_rows_stand_without_the_goals_that_lack_activity(sodertorn):
    known = facts()
    chosen = selected(known, Selection(municipality="botkyrka"))

    found = plans.action_plan(known, chosen)

    assert (found.shown, found.activities) == (len(chosen), 24)
    assert standing(found) == [each.pk for each in chosen]
    assert all(row.activity for each in found.sections for row in each.rows)
    assert len(found.goals_without_activity) == 2


@pytest.mark.parametrize(
    ("written", "from_on", "until_on", "exactness", "words"),
    [
        ("Våren", None, None, "vague", "januari–juni"),
        ("Löpande", None, None, "continuous", ""),
        ("klart (feb)", None, None, "known", "februari"),
        ("1 ggr/år", None, None, "vague", "1 gång om året"),
        ("2 ggr/år", None, None, "vague", "2 gånger om året"),
        ("när det passar", None, None, "none", ""),
        ("", None, None, "none", ""),
        ("Februari", None, None, "known", ""),  # the same words again add nothing
        ("", date(2020, 3, 1), date(2020, 4, 16), "known", "1 mars–15 april"),
        ("", date(2020, 3, 1), None, "vague", "från 1 mars"),
        ("", None, date(2020, 3, 1), "vague", "till och med 29 februari"),
        (
            "planeras sedan",
            date(2020, 8, 1),
            date(2021, 7, 1),
            "vague",
            "augusti 2020–juni 2021",
        ),
        ("under 2020", date(2020, 1, 1), date(2021, 1, 1), "vague", "hela 2020"),
        ("vecka 12", None, None, "known", "16–22 mars"),
        ("v. 50–2", None, None, "vague", "7 december 2020–17 januari 2021"),
        ("T1", None, None, "known", "januari–april"),
        ("årligen i mars", None, None, "vague", "1 gång om året, mars"),
        ("fr.o.m. 1 april", None, None, "known", "från 1 april"),
        ("mitten av juni", None, None, "vague", "11–20 juni"),
    ],
)
def test_time_is_understood_beside_what_is_written(
    written, from_on, until_on, exactness, words
):
    activity = Activity(
        time_as_written=written, starts_from=from_on, ends_until=until_on
    )

    time = time_of(activity, 2020)

    assert (time.as_written, time.exactness, time.in_words) == (
        written,
        exactness,
        words,
    )


@pytest.mark.parametrize(
    ("from_on", "until_on", "words"),
    [
        (date(2026, 3, 15), date(2026, 3, 16), "15 mars"),
        (date(2027, 3, 15), date(2027, 3, 16), "15 mars 2027"),
        (date(2026, 2, 1), date(2026, 3, 1), "februari"),
        (date(2026, 3, 16), date(2026, 3, 23), "16–22 mars"),
        (date(2027, 3, 16), date(2027, 3, 23), "16–22 mars 2027"),
        (date(2025, 1, 1), date(2026, 1, 1), "hela 2025"),
        (date(2027, 3, 1), None, "från 1 mars 2027"),
        (None, None, ""),
    ],
)
def test_periods_are_written_as_they_are_said(from_on, until_on, words):
    assert period_in_words(from_on, until_on, 2026) == words
