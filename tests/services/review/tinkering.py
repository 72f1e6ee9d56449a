"""Breaks one fact of a cooperation, and puts it right again."""

from collections.abc import Callable
from typing import Any

from radslag.records.models import Record
from tests.services.review.factory import add


class Tinkering:
    """Changes records of the chosen cooperation and remembers how they were."""

    def __init__(self) -> None:
        self._remedies: list[Callable[[], object]] = []

    def change(self, model: type[Record], key: str, **values: Any) -> None:
        """Give a record other values."""
        rows = model.objects.filter(key=key)
        before = rows.values(*values).get()
        rows.update(**values)
        self._remedies.append(lambda: rows.update(**before))

    def add(self, model: type[Record], key: str, **values: Any) -> Record:
        """Add a record."""
        row = add(model, key, **values)
        self._remedies.append(row.delete)
        return row

    def remove(self, model: type[Record], key: str) -> None:
        """Take a record away; nothing may depend on it."""
        row = model.objects.get(key=key)
        model.objects.filter(key=key).delete()
        self._remedies.append(lambda: row.save(force_insert=True))

    def put_right(self) -> None:
        """Undo everything, the latest first."""
        while self._remedies:
            self._remedies.pop()()
