"""Register the room so that its templates, static files and commands are found."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.db.models.signals import post_migrate


class WebConfig(AppConfig):
    """The ways in; it has no tables."""

    name = "radslag.web"
    label = "web"

    def ready(self) -> None:
        """Fill search after an upgrade that brought it; note when people sign in."""
        from radslag.web import sessions  # noqa: PLC0415 - needs loaded models

        user_logged_in.connect(sessions.note_sign_in, dispatch_uid="radslag-sign-in")
        records = apps.get_app_config("records")
        post_migrate.connect(_fill_index, sender=records, dispatch_uid="radslag-index")


def _fill_index(using: str, **_: Any) -> None:
    from radslag.services.search import indexing  # noqa: PLC0415 - needs loaded models

    # An older version's tables, on the way back or forth, have no index yet.
    if using == connection.alias and indexing.can_be_filled():
        indexing.rebuild_missing()
