"""Upgrading: nothing is left out of the migrations, and the walls come through."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from radslag.records import walls
from radslag.records.models import AnnualPlan, Municipality, Reading
from tests.records.rows import cooperation, make
from tests.records.test_walls import cross, refusal, standing


@pytest.fixture
def walls_afterwards() -> Iterator[None]:
    """Leave the walls standing for later tests, whatever happens."""
    yield
    walls.rebuild(connection)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.django_db
def test_upgrading_twice_does_nothing_the_second_time() -> None:
    executor = MigrationExecutor(connection)

    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())

    assert plan == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("walls_afterwards")
def test_migrating_again_keeps_rows_and_walls() -> None:
    before = standing()
    plan = make(AnnualPlan, cooperation())

    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)

    assert AnnualPlan._base_manager.get(pk=plan.pk) == plan
    assert standing() == before
    assert "wall: records_annualplan.programme_id" in refusal(cross)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("walls_afterwards")
def test_readings_that_were_applied_keep_what_they_took() -> None:
    before = ("records", "0008_search_lasting")
    call_command("migrate", *before, verbosity=0)
    old = MigrationExecutor(connection).loader.project_state([before]).apps
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    for undone_at in (None, moment):
        reading = old.get_model("records", "Reading").objects.create(
            started_by_name="Sonja",
            started_at=moment,
            applied_at=moment,
            applied_by_name="Sonja",
            undone_at=undone_at,
            outcome={"is_new": True},
        )
        for place, choice in enumerate(("accepted", "open")):
            old.get_model("records", "ProposedRecord").objects.create(
                reading=reading,
                position=place,
                rank=0,
                section="goals",
                key=choice,
                label="A",
                choice=choice,
            )

    call_command("migrate", verbosity=0)

    applied, undone = Reading.objects.order_by("pk")
    (kept,) = applied.applyings.all()
    assert (kept.number, kept.outcome) == (1, {"is_new": True})
    assert [each.key for each in kept.proposals.all()] == ["accepted"]
    assert undone.applyings.get().undone_at == moment
    left = undone.proposals.filter(choice="open", applying=None)
    assert left.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("walls_afterwards")
def test_lost_walls_are_raised_by_the_next_upgrade() -> None:
    before = standing()
    walls.lower(connection)

    call_command("migrate", verbosity=0)

    assert standing() == before
    assert "wall: records_annualplan.programme_id" in refusal(cross)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("walls_afterwards")
def test_a_table_that_others_refer_to_can_be_rebuilt() -> None:
    """Do what a migration does: lower, rebuild the table, raise."""
    before = standing()
    make(Municipality, cooperation())
    old = Municipality._meta.get_field("name")
    new = old.clone()
    new.max_length = 81
    new.set_attributes_from_name("name")
    new.model = Municipality

    call_command("migrate", "records", "0001", verbosity=0)
    walls.lower(connection)
    with connection.schema_editor() as editor:
        editor.alter_field(Municipality, old, new, strict=True)
    with connection.schema_editor() as editor:
        editor.alter_field(Municipality, new, old, strict=True)
    call_command("migrate", verbosity=0)

    assert standing() == before
    assert "wall: records_annualplan.programme_id" in refusal(cross)
