"""Goal trees, stories and comparisons, on the rows of the shipped example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AnnualPlan, Goal, Programme
from radslag.services import goals
from radslag.services.access import NOBODY, Viewer
from radslag.services.goal_comparisons import compare_programmes, word_differences

KANSLI = Viewer(roles=frozenset({AccessRole.SECRETARIAT}))


def programme(key):
    return Programme.objects.get(key=key)


def story(key, viewer=KANSLI):
    every = goals.goals_of(goals.programmes_for(viewer))
    return goals.goal_story(next(e for e in every if e.key == key), every, viewer)


def test_tree_of_2020_names_the_goals_without_activity(sodertorn):
    plan = AnnualPlan.objects.get(year=2020)

    tree = goals.goal_tree(programme("sup-2035"), plan)

    assert [goal.key for goal in tree.bare] == [
        "sup-2035-hogre-utbildning",
        "sup-2035-naringslivets-infrastruktur",
    ]
    assert (len(tree.lowest), tree.activities) == (11, 24)
    assert [root.goal.key for root in tree.roots] == ["sup-2035-vision"]


def test_tree_without_a_plan_has_no_activities(sodertorn):
    tree = goals.goal_tree(programme("sup-2035"), None)

    assert tree.activities == 0
    assert len(tree.bare) == len(tree.lowest) == 11


def test_goal_whose_parent_stands_in_another_programme_is_still_seen(sodertorn):
    stray = Goal.objects.get(key="sup-2035-ekonomi")
    stray.parent = Goal.objects.get(key="sup-2040-vision")
    stray.save()

    tree = goals.goal_tree(programme("sup-2035"), None)

    assert [root.goal.key for root in tree.roots] == [
        "sup-2035-vision",
        "sup-2035-ekonomi",
    ]


def test_tree_takes_three_questions(sodertorn, django_assert_num_queries):
    first, plan = programme("sup-2035"), AnnualPlan.objects.get(year=2020)

    with django_assert_num_queries(3):
        tree = goals.goal_tree(first, plan)
        assert all(node.goal.programme.key for node in tree.lowest)


@pytest.mark.parametrize(
    ("key", "adopted", "before", "after"),
    [
        ("sup-2035", 1, "program-2013", ["sup-2040"]),
        ("sup-2040", 8, "sup-2035", []),
    ],
)
def test_programme_tells_its_adoptions_and_neighbours(
    sodertorn, key, adopted, before, after
):
    facts = goals.programme_facts(programme(key), goals.programmes_for(KANSLI))

    assert (facts.adopted, facts.members) == (adopted, 8)
    assert facts.replaces.key == before
    assert [each.key for each in facts.replaced_by] == after


def test_public_sees_only_public_programmes_and_plans(sodertorn):
    Programme.objects.filter(key="sup-2040").update(is_public=False)
    AnnualPlan.objects.filter(year=2026).update(is_public=False)

    seen = [each.key for each in goals.programmes_for(NOBODY)]
    told = story("sup-2035-infrastruktur", NOBODY)

    assert "sup-2040" not in seen
    assert told.continued_by == ()
    assert told.indicators == ()
    assert {year for year, _ in told.years} <= {2020}


def test_story_tells_the_path_from_the_vision_and_the_line_of_goals(sodertorn):
    told = story("sup-2040-infrastruktur")

    assert [each.key for each in told.path] == ["sup-2040-vision"]
    assert told.continues.key == "sup-2035-infrastruktur"
    assert [each.key for each in story("sup-2035-infrastruktur").continued_by] == [
        "sup-2040-infrastruktur"
    ]


def test_story_takes_four_questions(sodertorn, django_assert_num_queries):
    every = goals.goals_of(goals.programmes_for(KANSLI))
    goal = next(each for each in every if each.key == "sup-2040-laddinfrastruktur")

    with django_assert_num_queries(3):  # no indicator, so none is asked for its values
        told = goals.goal_story(goal, every, KANSLI)

    assert [(year, len(done)) for year, done in told.years] == [(2026, 2)]


def test_goals_that_continue_each_other_in_a_ring_are_told_once(sodertorn):
    one, other = Goal.objects.filter(
        key__in=["sup-2035-infrastruktur", "sup-2040-vision"]
    )
    Goal.objects.filter(pk=one.pk).update(continues=other)
    Goal.objects.filter(pk=other.pk).update(continues=one)

    assert story(one.key).continues == other


def compared(earlier, later):
    return compare_programmes(
        earlier=programme(earlier),
        later=programme(later),
        goals=goals.goals_of(goals.programmes_for(KANSLI)),
    )


def test_every_goal_of_both_programmes_stands_in_the_comparison(sodertorn):
    found = compared("sup-2035", "sup-2040")

    assert [(p.before.key, p.after.key) for p in found.changed] == [
        ("sup-2035-infrastruktur", "sup-2040-infrastruktur")
    ]
    assert found.kept == ()
    assert (len(found.dropped), len(found.new)) == (16, 5)


def test_goal_with_the_same_words_is_kept(sodertorn):
    Goal.objects.filter(key="sup-2040-infrastruktur").update(
        title="Stark  infrastruktur är en förutsättning för hållbar utveckling"
    )

    found = compared("sup-2035", "sup-2040")

    assert [pair.after.key for pair in found.kept] == ["sup-2040-infrastruktur"]
    assert found.changed == ()


def test_goal_is_followed_through_the_programme_between(sodertorn):
    old = Goal.objects.create(
        cooperation=sodertorn,
        key="program-2013-vagar",
        programme=programme("program-2013"),
        level="focus_area",
        name="Vägar",
    )
    Goal.objects.filter(key="sup-2035-infrastruktur").update(continues=old)

    found = compared("program-2013", "sup-2040")

    assert [(p.before.key, p.after.key) for p in found.changed] == [
        ("program-2013-vagar", "sup-2040-infrastruktur")
    ]


WORDS = st.lists(st.sampled_from(["a", "b", "å", "mål"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_pieces_put_together_are_the_words_of_each_text(before, after):
    old, new = word_differences(before, after)

    assert " ".join(piece.text for piece in old) == before
    assert " ".join(piece.text for piece in new) == after
    assert [p.text for p in old if not p.is_changed] == [
        p.text for p in new if not p.is_changed
    ]
    assert any(p.is_changed for p in (*old, *new)) == (before != after)


def test_only_the_words_that_differ_are_marked():
    old, new = word_differences(
        "god framkomlighet för alla", "bättre framkomlighet för alla"
    )

    assert [(piece.text, piece.is_changed) for piece in old] == [
        ("god", True),
        ("framkomlighet för alla", False),
    ]
    assert [(piece.text, piece.is_changed) for piece in new] == [
        ("bättre", True),
        ("framkomlighet för alla", False),
    ]
