"""The databases' own tables of words, beside the index of search.

Django cannot express them. SQLite has two FTS5 tables that hold no text of their own
and follow the index by triggers: one of whole words, one of every three letters in a
row. PostgreSQL has two GIN indexes; the one of letters needs pg_trgm, and without it
the same question is answered by reading every row of the cooperation.

They are made after each migration where they are missing, and filled from the index.
"""

from typing import Any

from django.apps import AppConfig
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate

INDEX = "records_searchentry"
STEMS, LETTERS = "records_search_stems", "records_search_letters"
# å, ä and ö are letters of their own: mål is not mal.
_OF_SQLITE = {
    STEMS: (
        ("name_stems", "stems"),
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2'",
    ),
    LETTERS: (("words",), "tokenize='trigram'"),
}
# Without fastupdate: a long list of words not yet sorted in makes PostgreSQL read
# every row instead, until it next cleans up.
_STEMS_OF_POSTGRESQL = (
    f"CREATE INDEX {STEMS} ON {INDEX} "
    "USING gin (array_to_tsvector(string_to_array(stems, ' '))) WITH (fastupdate = off)"
)
_LETTERS_OF_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX {LETTERS} ON {INDEX} USING gin (words gin_trgm_ops) "
    "WITH (fastupdate = off)",
)


def make_after_migrations(app: AppConfig) -> None:
    """Make the tables of words whenever this app has been migrated."""
    post_migrate.connect(_after, sender=app, dispatch_uid="radslag-search-tables")


def make(connection: BaseDatabaseWrapper) -> None:
    """Make what is missing; what stands is left as it is."""
    makers = {"sqlite": _make_on_sqlite, "postgresql": _make_on_postgresql}
    makers[connection.vendor](connection)


def _after(using: str, **_: Any) -> None:
    connection = connections[using]
    if INDEX in connection.introspection.table_names():
        make(connection)


def _make_on_sqlite(connection: BaseDatabaseWrapper) -> None:
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
            [INDEX],
        )
        standing = {row[0] for row in cursor.fetchall()}
        for table, (columns, options) in _OF_SQLITE.items():
            # A trigger goes with the index's own table, and then the words are old.
            if f"{table}_changed" not in standing:
                for statement in _statements(table, columns, options):
                    cursor.execute(statement)


def _statements(table: str, columns: tuple[str, ...], options: str) -> list[str]:
    named = ", ".join(columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    old = ", ".join(f"OLD.{column}" for column in columns)
    add = f"INSERT INTO {table} (rowid, {named}) VALUES (NEW.id, {new});"  # noqa: S608 - our own names
    drop = (
        f"INSERT INTO {table} ({table}, rowid, {named}) "  # noqa: S608 - our own names
        f"VALUES ('delete', OLD.id, {old});"
    )
    moments = {
        "added": ("INSERT", add),
        "removed": ("DELETE", drop),
        "changed": (f"UPDATE OF {named}", drop + add),
    }
    return [
        *(f"DROP TRIGGER IF EXISTS {table}_{name}" for name in moments),
        f"DROP TABLE IF EXISTS {table}",
        f"CREATE VIRTUAL TABLE {table} USING fts5("
        f"{named}, content='{INDEX}', content_rowid='id', {options})",
        *(
            f"CREATE TRIGGER {table}_{name} AFTER {moment} ON {INDEX} BEGIN {act} END"
            for name, (moment, act) in moments.items()
        ),
        f"INSERT INTO {table} ({table}) VALUES ('rebuild')",  # noqa: S608 - our own names
    ]


def _make_on_postgresql(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = %s", [INDEX])
        standing = {row[0] for row in cursor.fetchall()}
        if STEMS not in standing:
            cursor.execute(_STEMS_OF_POSTGRESQL)
        if LETTERS in standing:
            return
        try:
            with transaction.atomic(using=connection.alias):
                for statement in _LETTERS_OF_POSTGRESQL:
                    cursor.execute(statement)
        except DatabaseError:
            # Not ours to install: parts of words are found by reading every row.
            return
