"""The goal tree's boxes keep apart, hold their words, and stand as the goals do."""

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.pictures.goal_tree import WIDTH, GoalFact, goal_tree_picture
from radslag.web.pictures.lettering import width_of

WORDS = st.sampled_from(
    ["", "Mål", "Framkomlighet och mindre klimatpåverkan", "W" * 60]
)
BARE = st.booleans()
LEAVES = st.builds(GoalFact, WORDS, WORDS, WORDS, WORDS, BARE)
TREES = st.recursive(
    LEAVES,
    lambda below: st.builds(
        GoalFact,
        WORDS,
        WORDS,
        WORDS,
        WORDS,
        BARE,
        st.lists(below, max_size=3).map(tuple),
    ),
    max_leaves=8,
)
SIZES = {"level": 12, "name": 15, "owner": 12, "count": 13}


def all_of(facts):
    for fact in facts:
        yield fact
        yield from all_of(fact.children)


@given(st.lists(TREES, max_size=3))
def test_every_goal_has_a_box_of_its_own(roots):
    picture = goal_tree_picture(roots)

    assert len(picture.boxes) == len(list(all_of(roots)))
    for place, box in enumerate(picture.boxes):
        for other in picture.boxes[place + 1 :]:
            assert (
                box.x != other.x
                or box.y + box.height <= other.y
                or other.y + other.height <= box.y
            )


@given(st.lists(TREES, max_size=3))
def test_everything_is_within_the_picture(roots):
    picture = goal_tree_picture(roots)

    for box in picture.boxes:
        assert 0 <= box.x <= picture.width - box.width
        assert 0 <= box.y <= picture.height - box.height
        for line in box.lines:
            assert box.y < line.y <= box.y + box.height
            assert line.x + width_of(line.text, SIZES[line.kind]) <= box.x + WIDTH


@given(st.lists(TREES, max_size=3))
def test_each_goal_but_the_first_is_tied_to_the_one_above(roots):
    picture = goal_tree_picture(roots)

    assert len(picture.branches) == len(picture.boxes) - len(roots)


def test_a_goal_without_activity_is_marked_with_its_branch():
    bare = GoalFact("Delmål", "Utan", "", "Ingen aktivitet", is_bare=True)
    root = GoalFact("Vision", "Allt", "Kansliet", "1 aktivitet", children=(bare,))

    picture = goal_tree_picture([root])

    assert [box.is_bare for box in picture.boxes] == [False, True]
    assert [branch.is_bare for branch in picture.branches] == [True]
    assert [(line.kind, line.text) for line in picture.boxes[0].lines] == [
        ("level", "Vision"),
        ("name", "Allt"),
        ("owner", "Kansliet"),
        ("count", "1 aktivitet"),
    ]


def test_no_goals_make_an_empty_picture():
    picture = goal_tree_picture([])

    assert (picture.width, picture.height, picture.boxes) == (0, 0, ())
