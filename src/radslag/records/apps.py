"""Register the one app that owns every table."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The app behind all tables; its walls and search follow each migration."""

    name = "radslag.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Raise the walls between cooperations whenever tables may have changed."""
        from radslag.records import (  # noqa: PLC0415 - walls need the loaded models
            search_tables,
            walls,
        )

        walls.raise_after_migrations(self)
        search_tables.make_after_migrations(self)
