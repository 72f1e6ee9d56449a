"""Rewrites the first migration so that each table is made whole, in one step.

Django writes tables, then columns that refer to later tables, then every constraint
as a step of its own, and works out the state of all tables again after each: with a
hundred constraints that is most of what a new database, and every test run, waits
for. Since records refer to earlier records only, tables can be put in an order where
nothing needs to be added afterwards.

Run from the top folder: ``.venv/bin/python tools/fold_migration.py``.
"""

import os
from collections.abc import Sequence
from graphlib import TopologicalSorter
from pathlib import Path

import django
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter

APP, NAME = "records", "0001_first_tables"
Tables = dict[str, migrations.CreateModel]


class CannotFold(RuntimeError):
    """The migration holds a step that is not part of making a table."""


def main() -> None:
    """Fold the first migration in its own file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    django.setup()
    migration = MigrationLoader(None).get_migration(APP, NAME)
    before, after = migration.operations, folded(migration.operations)
    vars(migration)["operations"] = after
    writer = MigrationWriter(migration, include_header=False)
    Path(writer.path).write_text(writer.as_string(), encoding="utf-8")
    print(f"{NAME}: {len(before)} steps are now {len(after)}.")


def folded(operations: Sequence[Operation]) -> list[Operation]:
    """Return the same tables, each made in one step, in an order that allows it."""
    tables: Tables = {}
    for operation in operations:
        if isinstance(operation, migrations.CreateModel):
            tables[operation.name_lower] = operation
        else:
            fold_into(tables, operation)
    order = TopologicalSorter({name: needs(tables[name], tables) for name in tables})
    return [tables[name] for name in order.static_order()]


def fold_into(tables: Tables, operation: Operation) -> None:
    """Make one later step part of its table."""
    if isinstance(operation, migrations.AddField):
        table = tables[operation.model_name_lower]
        table.fields.append((operation.name, operation.field))
    elif isinstance(operation, migrations.AddConstraint):
        table = tables[operation.model_name_lower]
        table.options.setdefault("constraints", []).append(operation.constraint)
    elif isinstance(operation, migrations.AddIndex):
        table = tables[operation.model_name_lower]
        table.options.setdefault("indexes", []).append(operation.index)
    else:
        raise CannotFold(operation.describe())


def needs(table: migrations.CreateModel, tables: Tables) -> list[str]:
    """Return the tables that must be there before this one, in a settled order."""
    referred = [
        str(field.remote_field.model).removeprefix(f"{APP}.").lower()
        for _, field in table.fields
        if isinstance(field, models.ForeignKey)
    ]
    own = table.name_lower
    return [name for name in tables if name in referred and name != own]


if __name__ == "__main__":
    main()
