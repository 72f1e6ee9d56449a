"""What changed lately: one line for each act, named and counted."""

from datetime import UTC, datetime

import pytest

from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import (
    AnnualPlan,
    Citation,
    Cooperation,
    Municipality,
    choose,
)
from radslag.services import journal
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.recent_changes import recent_changes
from tests.factories import cooperation_facts, exactly

pytestmark = pytest.mark.django_db
LOADED = Actor("Filen", datetime(2026, 1, 22, 13, tzinfo=UTC), occasion="prov")
SONJA = Actor("Sonja", datetime(2026, 1, 23, 9, tzinfo=UTC))
LATER = Actor("Sonja", datetime(2026, 1, 23, 10, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _cooperation(db):
    """Choose a cooperation that a file has filled."""
    load(write_yaml(cooperation_facts("prov"), exactly(3)), actor=LOADED)
    with choose(Cooperation.objects.get()):
        yield


def test_recent_changes_name_a_single_record():
    plan = AnnualPlan.objects.first()
    journal.change(SONJA, plan, {"title": "Plan på prov"})

    newest = recent_changes(1)[0]

    assert (newest.who, newest.done, newest.kind, newest.name, newest.rows) == (
        "Sonja",
        "ändrad",
        "verksamhetsplan",
        "Plan på prov",
        1,
    )


def test_recent_changes_make_one_line_of_one_act():
    acts = recent_changes(9)

    assert len(acts) == 1
    assert acts[0].occasion == "prov"
    assert not acts[0].is_one


def test_recent_changes_are_newest_first_and_no_more_than_asked():
    for actor, municipality in zip(
        (SONJA, LATER), Municipality.objects.all()[:2], strict=True
    ):
        journal.change(actor, municipality, {"website": "https://prov.exempel.se"})

    assert [each.changed_at for each in recent_changes(2)] == [LATER.at, SONJA.at]


def test_recent_changes_keep_the_key_of_what_was_removed():
    plan = AnnualPlan.objects.first()
    key = plan.key
    journal.remove_many(SONJA, [plan])

    newest = recent_changes(1)[0]

    assert newest.done == "borttagen" or newest.rows > 1
    assert key in {newest.key, newest.name} or newest.rows > 1


def test_recent_changes_ask_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        recent_changes(6)


def test_a_citation_is_not_told_of_by_itself():
    before = recent_changes(1)[0]

    journal.change(LATER, Citation.objects.first(), {"words": "andra ord"})

    assert recent_changes(1)[0] == before
