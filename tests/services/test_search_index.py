"""The index: it follows every change, and made anew it is the same."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from radslag.formats.cooperation_file import write_yaml
from radslag.records import models as records
from radslag.records import search_tables
from radslag.records.models import Cooperation, SearchEntry, choose
from radslag.records.sections import SECTIONS, references_of, section_of
from radslag.services import journal
from radslag.services.cooperation_file import load
from radslag.services.naming import NAMED_BY, name_of, paths_of
from radslag.services.search import indexing
from radslag.services.search.entries import entry_of
from radslag.services.search.finding import Answers, asked_for
from tests.factories import cooperation_facts, exactly, made_rows
from tests.services.journaling import ACTOR
from tests.services.review.factory import add, cooperation

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Iterator[Cooperation]:
    with cooperation() as chosen:
        yield chosen


def entries() -> list[tuple[object, ...]]:
    """Return all that the index says, in one order."""
    columns = [
        field.attname
        for field in SearchEntry._meta.concrete_fields
        if field.name != "id"
    ]
    rows = SearchEntry.objects.order_by("section", "record_key")
    return list(rows.values_list(*columns))


def found(text: str) -> set[str]:
    answers = Answers(asked_for(text), list(SECTIONS))
    return {entry.record_key for entry in answers.some(0, 100, None)}


def assert_same_made_anew(chosen: Cooperation) -> None:
    followed = entries()

    indexing.rebuild(chosen)

    assert entries() == followed


def a_meeting() -> tuple[records.Body, records.Meeting]:
    body = records.Body(key="kommitte", kind="committee", name="Kommittén")
    journal.add(ACTOR, body)
    meeting = records.Meeting(key="mote", body=body, held_on=date(2026, 1, 22))
    journal.add(ACTOR, meeting)
    item = records.AgendaItem(key="punkt", meeting=meeting, number=1, title="Val")
    journal.add(ACTOR, item)
    journal.add(ACTOR, records.Decision(key="beslut", item=item, wording="Bifall"))
    return body, meeting


def test_an_addition_a_change_and_a_removal_are_followed(owner):
    matter = records.Matter(key="m", title="Zebra")
    journal.add(ACTOR, matter)
    added = found("zebra")
    journal.change(ACTOR, matter, {"title": "Antilop"})
    changed = (found("zebra"), found("antilop"))
    journal.remove_many(ACTOR, [matter])

    assert added == {"m"}
    assert changed == (set(), {"m"})
    assert found("antilop") == set()
    assert entries() == []


def test_a_change_taken_back_takes_its_words_with_it(owner):
    matter = records.Matter(key="m", title="Zebra")
    journal.add(ACTOR, matter)
    before = entries()

    with transaction.atomic():
        journal.change(ACTOR, matter, {"title": "Antilop"})
        journal.add(ACTOR, records.Matter(key="n", title="Antilop"))
        transaction.set_rollback(True)

    assert found("antilop") == set()
    assert found("zebra") == {"m"}
    assert entries() == before


def test_a_new_name_reaches_what_is_named_after_it(owner):
    body, _ = a_meeting()

    journal.change(ACTOR, body, {"name": "Rådet"})

    names = dict(SearchEntry.objects.values_list("section", "name"))
    assert names["meetings"] == "Rådet, 22 januari 2026"
    assert found("kommittén") == set()
    assert "punkt" in found("rådet")
    assert_same_made_anew(owner)


def test_a_new_day_reaches_the_decision_two_steps_away(owner):
    _, meeting = a_meeting()

    journal.change(ACTOR, meeting, {"held_on": date(2026, 4, 23)})

    names = dict(SearchEntry.objects.values_list("section", "name"))
    assert names["decisions"] == "Val: beslutat, 23 april 2026"
    assert found("2026-01-22") == set()
    assert found("2026-04-23") == {"mote", "punkt", "beslut"}
    assert_same_made_anew(owner)


def test_what_lets_go_of_a_removed_record_forgets_its_name(owner):
    person = records.Person(key="p", name="Alma Solhammar")
    journal.add(ACTOR, person)
    _, meeting = a_meeting()
    present = records.Attendance(key="n", meeting=meeting, person=person)
    journal.add(ACTOR, present)

    journal.remove_many(ACTOR, [person])

    assert found("Solhammar") == set()
    assert_same_made_anew(owner)


def test_a_removed_cooperation_leaves_nothing_to_find(owner):
    journal.add(ACTOR, records.Matter(key="m", title="Zebra"))
    with cooperation("annan"):
        journal.add(ACTOR, records.Matter(key="n", title="Zebra"))

    journal.remove_cooperation(owner)

    left = SearchEntry._base_manager.values_list("record_key", flat=True)
    assert list(left) == ["n"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_loading_and_replacing_leave_what_a_rebuild_makes(seed):
    """Load one cooperation over another of the same name, in odd texts of all kinds."""
    facts = cooperation_facts()
    for each in (seed, seed + 10, seed):
        load(write_yaml(facts, made_rows(each)), actor=ACTOR, replace=True)
        chosen = Cooperation.objects.get()
        with choose(chosen):
            assert_same_made_anew(chosen)


def test_an_index_is_filled_where_it_is_missing_and_only_there(owner):
    journal.add(ACTOR, records.Matter(key="m", title="Zebra"))
    before = entries()
    SearchEntry.objects.all().delete()

    first, second = indexing.rebuild_missing(), indexing.rebuild_missing()

    assert ([owner], []) == (first, second)
    assert entries() == before


def test_an_upgrade_fills_the_index(owner):
    add(records.Matter, "m", title="Zebra")

    call_command("migrate", verbosity=0)

    assert found("zebra") == {"m"}


def test_tables_of_words_that_were_lost_are_made_and_filled_again(owner):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its words in indexes of the table itself")
    journal.add(ACTOR, records.Matter(key="m", title="Zebra"))
    with connection.cursor() as cursor:
        for name in (search_tables.STEMS, search_tables.LETTERS):
            cursor.execute(f"DROP TRIGGER {name}_changed")
            cursor.execute(f"DROP TABLE {name}")

    search_tables.make(connection)

    assert found("zebra") == found("zebr") == {"m"}
    journal.change(ACTOR, records.Matter.objects.get(), {"title": "Antilop"})
    assert (found("zebra"), found("antilop")) == (set(), {"m"})


def test_making_the_tables_of_words_twice_changes_nothing(owner):
    journal.add(ACTOR, records.Matter(key="m", title="Zebra"))

    search_tables.make(connection)

    assert found("zebra") == {"m"}


def add_named(number: int) -> Callable[[], object]:
    new = [records.Matter(key=f"m-{each}", title="Zebra") for each in range(number)]
    return lambda: journal.add_many(ACTOR, new)


def rename(number: int) -> Callable[[], object]:
    people = [records.Person(key=f"p-{each}", name="Alma") for each in range(number)]
    journal.add_many(ACTOR, people)
    body, _ = a_meeting()
    seats = [
        records.Appointment(
            key=f"u-{person.key}",
            body=body,
            person=person,
            role="member",
            appointed_from=date(2026, 1, 1),
        )
        for person in people
    ]
    journal.add_many(ACTOR, seats)
    return lambda: journal.change_many(
        ACTOR, [(person, {"name": "Signe"}) for person in people]
    )


def load_all(number: int) -> Callable[[], object]:
    text = write_yaml(cooperation_facts(), exactly(number))
    load(text, actor=ACTOR)
    chosen = Cooperation.objects.get(key=cooperation_facts()["key"])
    return lambda: indexing.rebuild(chosen)


@pytest.mark.parametrize("prepare", [add_named, rename, load_all])
def test_questions_do_not_grow_with_the_records(owner, prepare):
    counted = []
    for number in (1, 3):
        with transaction.atomic():
            act = prepare(number)
            with CaptureQueriesContext(connection) as asked:
                act()
            counted.append(len(asked))
            transaction.set_rollback(True)

    assert counted[0] == counted[1]


def test_names_are_made_without_a_question():
    load(write_yaml(cooperation_facts(), exactly(2)), actor=ACTOR)
    with choose(Cooperation.objects.get()):
        for section, model in SECTIONS.items():
            rows = list(model.objects.select_related(*paths_of(section)))
            assert rows
            with CaptureQueriesContext(connection) as asked:
                for row in rows:
                    entry_of(row)
                    assert name_of(row)
            assert (section, len(asked)) == (section, 0)


def test_names_are_made_of_references_to_earlier_sections():
    order = list(SECTIONS)
    for section, names in NAMED_BY.items():
        targets = {
            field.name: section_of(field.related_model)
            for field in references_of(SECTIONS[section])
        }
        # A name made of its own kind would have to be followed in rings.
        assert {
            order.index(targets[name]) < order.index(section) for name in names
        } == {True}
