"""Editing: what is typed is saved, told of, and can be taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import (
    Activity,
    Change,
    Municipality,
)
from radslag.services.belonging import hanging_on, letting_go_of, reach_of
from radslag.web.edit_links import EDITABLE
from radslag.web.secretariat.editing.editors import EDITORS
from tests.web.editing_forms import (
    address,
    faults,
    opened,
    page_of,
    said,
    send,
    signed_in,
    some,
    typed_in,
    undo,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
ACTIVITY = "2026-regional-plan"


def test_every_editor_has_a_link_and_every_link_an_editor():
    assert frozenset(EDITORS) == EDITABLE


def test_every_form_opens_in_few_questions_and_saves_nothing_unchanged(anna):
    before = Change.objects.count()
    asked = {}
    for section in EDITORS:
        if not some(section):
            continue
        with CaptureQueriesContext(
            connection,
        ) as queries:
            typed = opened(anna, section, some(section))
        asked[section] = len(queries)
        answer = send(anna, section, some(section), typed)

        assert answer.status_code == 302, (section, faults(answer))

    assert Change.objects.count() == before
    assert max(asked.values()) <= MOST_QUERIES, asked
    assert len(asked) > 20


def test_every_list_asks_as_much_of_one_row_as_of_many(anna):
    for section in EDITORS:
        with CaptureQueriesContext(connection) as queries:
            answer = anna.get(address("andra", section))

        assert answer.status_code == 200
        assert len(queries) <= 5, section


def test_saving_says_when_and_can_be_taken_back(anna):
    typed = opened(anna, "activities", ACTIVITY)

    answer = send(anna, "activities", ACTIVITY, typed, comment="Läget är gott 😀")
    message = said(anna, answer)

    assert message.startswith("Klart. Sparat ")
    assert Activity.objects.get(key=ACTIVITY).comment == "Läget är gott 😀"

    answer = send(
        anna, "activities", ACTIVITY, opened(anna, "activities", ACTIVITY), comment="x"
    )
    undo(anna, answer)

    assert Activity.objects.get(key=ACTIVITY).comment == "Läget är gott 😀"


def test_one_returns_to_the_page_one_came_from(anna):
    came_from = "/sodertorn/plan/2026/?status=planned"
    answer = anna.get(
        address("andra", "activities", ACTIVITY),
        headers={"referer": f"http://testserver{came_from}"},
    )
    typed = typed_in(answer)

    saved = send(anna, "activities", ACTIVITY, typed, title="Ny rubrik")

    assert saved.headers["Location"] == came_from


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.se/sodertorn/plan/", "//example.se", "/annan/plan/", "x:y"],
)
def test_one_is_never_led_elsewhere(anna, elsewhere):
    typed = opened(anna, "activities", ACTIVITY)

    saved = send(anna, "activities", ACTIVITY, typed, tillbaka=elsewhere)

    assert saved.headers["Location"] == "/sodertorn/plan/2026/"


def test_a_new_record_stands_last_and_can_be_taken_back(anna):
    where = address("ny", "activities") + "?plan=plan-2026"
    last = Activity.objects.filter(plan__key="plan-2026").order_by("position").last()
    typed = typed_in(anna.get(where))
    assert last is not None
    assert int(typed["position"][0]) == last.position + 1

    undo(anna, anna.post(where, typed | {"title": ["Kort tanke"]}))

    assert not Activity.objects.filter(title="Kort tanke").exists()


def test_only_the_secretariat_is_led_to_the_forms(cooperation, anna):
    auditor = signed_in(cooperation, "Rut", AccessRole.AUDITOR)
    for page in ("plan/2026/", "ekonomi/2026/", "avtalet/", "granskning/"):
        theirs = page_of(auditor.get(f"/sodertorn/{page}"))
        ours = page_of(anna.get(f"/sodertorn/{page}"))
        links = "//a[contains(@href, '/andra/') or contains(@href, '/ny/')]"

        assert theirs.xpath(links) == []
        assert ours.xpath(links) != [], page


def test_history_tells_who_changed_what(anna):
    typed = opened(anna, "municipalities", "salem")
    send(anna, "municipalities", "salem", typed, website="https://salem.exempel.se")

    page = page_of(anna.get(address("andra", "municipalities", "salem")))
    history = " ".join(page.cssselect(".edit-history")[0].text_content().split())

    assert "Anna" in history
    assert "https://salem.exempel.se" in history
    assert Municipality.objects.get(key="salem").version == 2


def test_every_question_before_removing_asks_few(anna):
    asked = {}
    for section in EDITORS:
        if not some(section):
            continue
        with CaptureQueriesContext(connection) as queries:
            answer = anna.get(address("ta-bort", section, some(section)))

        assert answer.status_code == 200
        asked[section] = len(queries)

    assert max(asked.values()) <= MOST_QUERIES, asked


def test_a_removal_tells_the_same_as_it_does(anna):
    """What is asked in few questions is what the journal then takes away."""
    salem = Municipality.objects.get(key="salem")

    gone = hanging_on([salem])
    told = {model: ids for model, ids in reach_of(salem).gone.items() if ids}
    dropped = {
        type(rows[0][0]): {row.pk for row, _drops in rows}
        for rows in letting_go_of(gone)
    }

    assert told == {model: set(rows) for model, rows in gone.items()}
    assert len(told) > 4
    assert reach_of(salem).letting_go == dropped
    assert dropped
