"""The walls: what Django cannot express, the database refuses all the same."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from radslag.records import models as records
from radslag.records import walls
from radslag.records.models import Cooperation, Record, choose
from tests.records.rows import cooperation, kinds_of_record, make, sound, table

pytestmark = pytest.mark.django_db
APP = apps.get_app_config("records")
Reference = tuple[type[Record], str]
# A row that may be made with the reference in place, where a check asks for company.
COMPANY: dict[str, dict[str, Any]] = {
    "Appointment.follows_body": {"follows_role": "chair"},
    "ActivityResponsibility.municipality": {"body": None},
    "Dissent.decision": {"adoption": None},
}


def references() -> Iterator[Reference]:
    for model in kinds_of_record():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and issubclass(
                field.related_model, Record
            ):
                yield model, field.name


def named(reference: Reference) -> str:
    return f"{reference[0].__name__}.{reference[1]}"


REFERENCES = sorted(references(), key=named)
each_reference = pytest.mark.parametrize("reference", REFERENCES, ids=named)


def column_of(reference: Reference) -> tuple[str, str, type[Record]]:
    model, name = reference
    field = model._meta.get_field(name)
    return table(model), str(field.column), field.related_model


def ask(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        attempt()
    return str(refused.value)


def copy_row(name: str, pk: int, values: dict[str, object]) -> None:
    """Insert a copy of a row with other values, in plain SQL."""
    with connection.cursor() as cursor:
        description = connection.introspection.get_table_description(cursor, name)
        columns = [column.name for column in description if column.name != "id"]
        taken = ", ".join("%s" if each in values else each for each in columns)
        cursor.execute(
            f"INSERT INTO {name} ({', '.join(columns)}) "  # noqa: S608 - our own names
            f"SELECT {taken} FROM {name} WHERE id = %s",
            [*(values[each] for each in columns if each in values), pk],
        )


def test_walls_are_listed_for_every_reference() -> None:
    expected = {
        (name, column, table(target))
        for name, column, target in map(column_of, REFERENCES)
    }

    assert set(walls.references(APP)) == expected
    assert len(REFERENCES) > 60


@each_reference
def test_insert_across_cooperations_is_refused(reference: Reference) -> None:
    model, name = reference
    _, column, target = column_of(reference)
    mine, stranger = cooperation(), make(target, cooperation())
    values = {**COMPANY.get(named(reference), {}), name: stranger}
    row = sound(model, mine, **values)

    def bulk_create() -> None:
        with choose(mine):
            model.objects.bulk_create([row])

    assert f"wall: {table(model)}.{column}" in refusal(bulk_create)


@each_reference
def test_update_across_cooperations_is_refused(reference: Reference) -> None:
    model, name = reference
    _, column, target = column_of(reference)
    mine, stranger = cooperation(), make(target, cooperation())
    row = make(model, mine)

    def update() -> None:
        with choose(mine):
            model.objects.filter(pk=row.pk).update(**{name: stranger})

    assert f"wall: {table(model)}.{column}" in refusal(update)


@each_reference
def test_plain_sql_is_refused_too(reference: Reference) -> None:
    model, _ = reference
    where, column, target = column_of(reference)
    row, stranger = make(model, cooperation()), make(target, cooperation())
    update = f"UPDATE {where} SET {column} = %s WHERE id = %s"  # noqa: S608 - our own names

    changed = refusal(lambda: ask(update, stranger.pk, row.pk))
    added = refusal(
        lambda: copy_row(where, row.pk, {"key": "annan", column: stranger.pk})
    )

    assert f"wall: {where}.{column}" in changed
    assert f"wall: {where}.{column}" in added


@each_reference
def test_a_reference_within_the_cooperation_is_allowed(reference: Reference) -> None:
    model, name = reference
    _, _, target = column_of(reference)
    mine = cooperation()
    near = make(target, mine)

    row = make(model, mine, **{**COMPANY.get(named(reference), {}), name: near})

    assert getattr(row, f"{name}_id") == near.pk


@pytest.mark.parametrize("model", kinds_of_record(), ids=lambda model: model.__name__)
def test_a_record_never_moves_to_another_cooperation(model: type[Record]) -> None:
    row, other = make(model, cooperation()), cooperation()
    where = table(model)
    move = f"UPDATE {where} SET cooperation_id = %s WHERE id = %s"  # noqa: S608 - our own names

    assert f"wall: {where}" in refusal(lambda: ask(move, other.pk, row.pk))


def test_a_reference_to_nothing_is_refused_at_once() -> None:
    row = make(records.Activity, cooperation())
    update = "UPDATE records_activity SET plan_id = 987654 WHERE id = %s"

    assert "wall: records_activity.plan_id" in refusal(lambda: ask(update, row.pk))


def standing() -> set[str]:
    """Return the names of the walls that stand."""
    listing = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT relname || '.' || tgname FROM pg_trigger JOIN pg_class "
        "ON pg_class.oid = tgrelid WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(listing[connection.vendor])
        names = {name for (name,) in cursor.fetchall()}
    ours = ("wall", "journal_stands")
    return {name for name in names if name.rpartition(".")[2].startswith(ours)}


def cross() -> None:
    """Try to let a plan refer to another cooperation's programme."""
    plan = make(records.AnnualPlan, cooperation())
    programme = make(records.Programme, cooperation())
    ask(
        "UPDATE records_annualplan SET programme_id = %s WHERE id = %s",
        programme.pk,
        plan.pk,
    )


def test_lowered_walls_let_through_and_raised_ones_refuse() -> None:
    before = standing()

    walls.lower(connection)
    lowered = standing()
    with transaction.atomic():
        cross()
        transaction.set_rollback(True)
    walls.rebuild(connection)

    assert lowered == set()
    assert standing() == before
    assert "wall: records_annualplan.programme_id" in refusal(cross)


def test_raising_twice_changes_nothing() -> None:
    before = standing()

    walls.rebuild(connection)
    walls.rebuild(connection)

    assert standing() == before


def test_walls_of_an_older_version_are_taken_down() -> None:
    before = standing()
    on_sqlite = (
        "CREATE TRIGGER wall_old BEFORE UPDATE ON records_goal BEGIN SELECT 1; END"
    )
    on_postgresql = (
        "CREATE TRIGGER wall_old BEFORE UPDATE ON records_goal "
        "FOR EACH ROW EXECUTE FUNCTION radslag_stay()"
    )
    ask(on_sqlite if connection.vendor == "sqlite" else on_postgresql)

    walls.rebuild(connection)

    assert standing() == before


def test_a_whole_cooperation_stands_alone() -> None:
    """Rows of two cooperations with the same keys live side by side."""
    owners: list[Cooperation] = [cooperation(), cooperation()]

    plans = [make(records.AnnualPlan, owner, key="2026", year=2026) for owner in owners]

    assert [plan.cooperation for plan in plans] == owners
