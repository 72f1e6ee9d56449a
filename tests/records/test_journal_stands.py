"""The journal stands as written: its rows go only after their cooperation has gone."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from radslag.records.models import Change, Cooperation, choose
from tests.records.rows import cooperation
from tests.records.test_walls import ask, refusal

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 3, 2, 12, tzinfo=UTC)
STANDS = "journal: rows stand as written"


@pytest.fixture
def row() -> Change:
    return Change(
        cooperation=cooperation(),
        section="plans",
        record_key="2026",
        action=Change.Action.CREATED,
        after={"year": 2026},
        changed_at=THEN,
        changed_by_name="Sonja Strateg",
    )


@pytest.fixture
def written(row: Change) -> Change:
    row.save(force_insert=True)
    return row


def kept(row: Change) -> Change:
    with choose(row.cooperation):
        return Change.objects.get(pk=row.pk)


def test_a_written_row_cannot_be_changed(written: Change) -> None:
    written.changed_by_name = "Någon Annan"

    assert STANDS in refusal(written.save)
    assert kept(written).changed_by_name == "Sonja Strateg"


def test_written_rows_cannot_be_changed_together(written: Change) -> None:
    with choose(written.cooperation):
        said = refusal(lambda: Change.objects.update(after={}))

    assert STANDS in said
    assert kept(written).after == {"year": 2026}


def test_a_written_row_cannot_be_removed(written: Change) -> None:
    assert STANDS in refusal(written.delete)


def test_written_rows_cannot_be_removed_together(written: Change) -> None:
    with choose(written.cooperation):
        said = refusal(lambda: Change.objects.all().delete())

    assert STANDS in said


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM records_change WHERE id = %s",
        "UPDATE records_change SET occasion = 'annan' WHERE id = %s",
        "UPDATE records_change SET changed_by_id = NULL WHERE id = %s",
    ],
)
def test_plain_sql_is_refused_too(statement: str, written: Change) -> None:
    assert STANDS in refusal(lambda: ask(statement, written.pk))


def test_the_journal_cannot_be_emptied_at_one_stroke(written: Change) -> None:
    emptying = {"sqlite": "DELETE FROM records_change"}
    connection.check_constraints()  # PostgreSQL truncates no table with work waiting.

    said = refusal(
        lambda: ask(emptying.get(connection.vendor, "TRUNCATE records_change"))
    )

    assert STANDS in said
    assert kept(written) == written


def test_a_cooperation_with_a_journal_cannot_simply_be_deleted(
    written: Change,
) -> None:
    assert STANDS in refusal(written.cooperation.delete)


def test_a_cooperation_does_not_go_without_its_journal(written: Change) -> None:
    def remove_it_alone() -> None:
        ask("DELETE FROM records_cooperation WHERE id = %s", written.cooperation_id)
        connection.check_constraints()

    assert refusal(remove_it_alone)
    assert kept(written) == written


def test_the_journal_goes_after_its_cooperation_and_no_other(written: Change) -> None:
    other = Change(
        cooperation=cooperation(), section="plans", record_key="2027", changed_at=THEN
    )
    other.save(force_insert=True)

    ask("DELETE FROM records_cooperation WHERE id = %s", written.cooperation_id)
    ask("DELETE FROM records_change WHERE cooperation_id = %s", written.cooperation_id)
    connection.check_constraints()

    assert not Cooperation.objects.filter(pk=written.cooperation_id).exists()
    assert kept(other) == other
