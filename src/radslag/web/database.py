"""The database in use: whether this version of the program can work with it."""

from django.db import DatabaseError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor


class WrongDatabase(Exception):
    """The database cannot be used as it is; the sentence says what to run."""


def require_this_version() -> None:
    """Raise WrongDatabase unless the tables are those of this version."""
    try:
        executor = MigrationExecutor(connection)
    except InconsistentMigrationHistory as error:
        raise WrongDatabase(_BROKEN) from error
    except DatabaseError as error:
        raise WrongDatabase(f"{_NO_DATABASE} ({error})") from error
    loader = executor.loader
    ours = loader.migrated_apps
    newer = {
        name
        for name in loader.applied_migrations
        if name[0] in ours and name not in loader.disk_migrations
    } - {
        replaced for each in loader.replacements.values() for replaced in each.replaces
    }
    if newer:
        raise WrongDatabase(_NEWER)
    if executor.migration_plan(loader.graph.leaf_nodes()):
        raise WrongDatabase(_OLDER if loader.applied_migrations else _EMPTY)


_EMPTY = "Databasen är tom. Kör ”radslag migrate” och försök igen."
_OLDER = (
    "Databasen är från en äldre version av Rådslag. Ta en säkerhetskopia, kör "
    "”radslag migrate” och försök igen."
)
_NEWER = (
    "Databasen är från en nyare version av Rådslag än den här. Uppdatera programmet, "
    "eller läs in en exporterad samverkansfil i en ny databas."
)
_BROKEN = (
    "Databasens ändringar har gjorts i fel ordning, så den kan inte användas. "
    "Återställ en säkerhetskopia och kör ”radslag migrate”."
)
_NO_DATABASE = (
    "Databasen går inte att öppna eller är ingen databas. Se efter vad DATABASE_URL "
    "pekar på; en ny skapas med ”radslag migrate”"
)
