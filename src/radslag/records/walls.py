"""Walls in the database: no reference crosses cooperations, no journal row changes.

Django cannot express either, so triggers do, on both databases:

- a reference leads to a record of the same cooperation, which is there already;
- a record never moves to another cooperation;
- a journal row is never changed, and goes only after its cooperation has gone. The
  foreign key between them then allows that in one transaction and in no other order;
- every row written in the journal gives its cooperation a new edition, so that what
  was made from an earlier one is known to be old, also by other processes.

They are lowered before migrations, because SQLite cannot rebuild a table that
triggers on other tables mention, and raised anew after each.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

JOURNAL = "records_change"
COOPERATION = "records_cooperation"


def raise_after_migrations(app: AppConfig) -> None:
    """Lower the walls before this app is migrated, and raise them afterwards."""
    pre_migrate.connect(_before, sender=app, dispatch_uid="radslag-walls-before")
    post_migrate.connect(_after, sender=app, dispatch_uid="radslag-walls-after")


def references(app: AppConfig) -> Iterator[tuple[str, str, str]]:
    """List (table, column, table referred to) for references inside a cooperation."""
    for model in _record_models(app):
        for field in model._meta.concrete_fields:
            target = field.related_model
            if isinstance(target, type) and _belongs(target):
                yield model._meta.db_table, str(field.column), target._meta.db_table


def tables(app: AppConfig) -> list[str]:
    """List the tables whose rows belong to a cooperation."""
    return [model._meta.db_table for model in _record_models(app)]


def lower(connection: BaseDatabaseWrapper) -> None:
    """Take down every wall there is, whichever version raised it."""
    list_walls = {"sqlite": _walls_of_sqlite, "postgresql": _walls_of_postgresql}
    with connection.cursor() as cursor:
        cursor.execute(list_walls[connection.vendor]())
        for statement in [row[0] for row in cursor.fetchall()]:
            cursor.execute(statement)


def rebuild(connection: BaseDatabaseWrapper) -> None:
    """Raise every wall, in place of those that stand."""
    statements = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}
    app = apps.get_app_config("records")
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        lower(connection)
        for statement in statements[connection.vendor](app):
            cursor.execute(statement)


def _record_models(app: AppConfig) -> list[type[models.Model]]:
    return [model for model in app.get_models() if _belongs(model)]


def _belongs(model: type[models.Model]) -> bool:
    names = {field.name for field in model._meta.concrete_fields}
    return model._meta.app_label == "records" and {"cooperation", "key"} <= names


def _before(using: str, plan: list[Any], **_: Any) -> None:
    if plan:
        lower(connections[using])


def _after(using: str, **_: Any) -> None:
    connection = connections[using]
    app = apps.get_app_config("records")
    # Halfway, at an earlier version, not every table is there to be walled.
    if {JOURNAL, *tables(app)} <= set(connection.introspection.table_names()):
        rebuild(connection)


def _walls_of_sqlite() -> str:
    return (
        "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' "
        "AND (name LIKE 'wall%' OR name LIKE 'journal_stands%')"
    )


def _walls_of_postgresql() -> str:
    return (
        "SELECT format('DROP TRIGGER %I ON %I', tgname, relname) FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal "
        "AND relnamespace = current_schema()::regnamespace "
        "AND (tgname LIKE 'wall%' OR tgname LIKE 'journal_stands%')"
    )


def _for_sqlite(app: AppConfig) -> Iterator[str]:
    for table, column, target in references(app):
        yield from (
            f"CREATE TRIGGER wall_{table}_{column}_{name} BEFORE {moment} ON {table} "  # noqa: S608 - names come from our own models
            f"WHEN NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} "
            f"WHERE id = NEW.{column} AND cooperation_id = NEW.cooperation_id) "
            f"BEGIN SELECT RAISE(ABORT, 'wall: {table}.{column}'); END"
            for name, moment in _moments(column)
        )
    for table in tables(app):
        yield (
            f"CREATE TRIGGER wall_{table} BEFORE UPDATE OF cooperation_id ON {table} "
            "WHEN NEW.cooperation_id <> OLD.cooperation_id "
            f"BEGIN SELECT RAISE(ABORT, 'wall: {table}'); END"
        )
    stands = "BEGIN SELECT RAISE(ABORT, 'journal: rows stand as written'); END"
    yield f"CREATE TRIGGER journal_stands_update BEFORE UPDATE ON {JOURNAL} {stands}"
    yield (
        f"CREATE TRIGGER journal_stands_delete BEFORE DELETE ON {JOURNAL} "  # noqa: S608 - names come from our own models
        f"WHEN EXISTS (SELECT 1 FROM {COOPERATION} WHERE id = OLD.cooperation_id) "
        f"{stands}"
    )
    yield _edition_for_sqlite()


def _edition_for_sqlite() -> str:
    return (
        f"CREATE TRIGGER journal_stands_edition AFTER INSERT ON {JOURNAL} BEGIN "  # noqa: S608 - names come from our own models
        f"UPDATE {COOPERATION} SET edition = edition + 1 "
        "WHERE id = NEW.cooperation_id; END"
    )


def _moments(column: str) -> tuple[tuple[str, str], ...]:
    return ("insert", "INSERT"), ("update", f"UPDATE OF {column}")


def _for_postgresql(app: AppConfig) -> Iterator[str]:
    yield """
        CREATE OR REPLACE FUNCTION radslag_stay() RETURNS trigger AS $$
        BEGIN
          RAISE EXCEPTION 'wall: %', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
        END $$ LANGUAGE plpgsql"""
    for table, column, target in references(app):
        name = f"radslag_wall_{table}_{column}"
        # A function for each, so that its question is planned once, not for each row.
        yield f"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$
            BEGIN
              IF NOT EXISTS (SELECT 1 FROM {target} WHERE id = NEW.{column}
                             AND cooperation_id = NEW.cooperation_id) THEN
                RAISE EXCEPTION 'wall: {table}.{column}'
                  USING ERRCODE = 'integrity_constraint_violation';
              END IF;
              RETURN NEW;
            END $$ LANGUAGE plpgsql"""  # noqa: S608 - names come from our own models
        yield (
            f"CREATE TRIGGER wall_{column} BEFORE INSERT OR UPDATE OF {column} "
            f"ON {table} FOR EACH ROW WHEN (NEW.{column} IS NOT NULL) "
            f"EXECUTE FUNCTION {name}()"
        )
    for table in tables(app):
        yield (
            f"CREATE TRIGGER wall_stay BEFORE UPDATE OF cooperation_id ON {table} "
            "FOR EACH ROW WHEN (NEW.cooperation_id <> OLD.cooperation_id) "
            "EXECUTE FUNCTION radslag_stay()"
        )
    yield from _journal_for_postgresql()


def _journal_for_postgresql() -> Iterator[str]:
    yield f"""
        CREATE OR REPLACE FUNCTION radslag_journal() RETURNS trigger AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            IF NOT EXISTS (SELECT 1 FROM {COOPERATION}
                           WHERE id = OLD.cooperation_id) THEN
              RETURN OLD;
            END IF;
          ELSIF TG_OP = 'TRUNCATE' THEN
            IF NOT EXISTS (SELECT 1 FROM {COOPERATION}) THEN
              RETURN NULL;
            END IF;
          END IF;
          RAISE EXCEPTION 'journal: rows stand as written'
            USING ERRCODE = 'integrity_constraint_violation';
        END $$ LANGUAGE plpgsql"""  # noqa: S608 - names come from our own models
    yield (
        f"CREATE TRIGGER journal_stands BEFORE UPDATE OR DELETE ON {JOURNAL} "
        "FOR EACH ROW EXECUTE FUNCTION radslag_journal()"
    )
    yield (
        f"CREATE TRIGGER journal_stands_whole AFTER TRUNCATE ON {JOURNAL} "
        "FOR EACH STATEMENT EXECUTE FUNCTION radslag_journal()"
    )
    yield f"""
        CREATE OR REPLACE FUNCTION radslag_edition() RETURNS trigger AS $$
        BEGIN
          UPDATE {COOPERATION} SET edition = edition + 1
            WHERE id IN (SELECT cooperation_id FROM written);
          RETURN NULL;
        END $$ LANGUAGE plpgsql"""  # noqa: S608 - names come from our own models
    yield (
        f"CREATE TRIGGER journal_stands_edition AFTER INSERT ON {JOURNAL} "
        "REFERENCING NEW TABLE AS written "
        "FOR EACH STATEMENT EXECUTE FUNCTION radslag_edition()"
    )
