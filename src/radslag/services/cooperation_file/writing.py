"""Writing a file's rows through the journal: removals, additions, changes.

Additions and changes go from the sections others depend on to those that depend,
removals the other way, so that no reference ever points at nothing.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import CASCADE, SET_NULL

from radslag.formats.cooperation_file import Row, Rows
from radslag.records.models import Record
from radslag.records.sections import SECTIONS, references_of
from radslag.services import journal
from radslag.services.cooperation_file.report import LoadReport
from radslag.services.cooperation_file.stored import (
    Stored,
    row_of,
    section_led_to,
)
from radslag.services.journal import Actor


class Writing:
    """One load's writing: what is stored, what the file says, who does it."""

    def __init__(
        self, stored: Stored, rows: Rows, actor: Actor, report: LoadReport
    ) -> None:
        self.stored, self.rows, self.actor, self.report = stored, rows, actor, report

    def run(self, *, replace: bool) -> None:
        """Make the records say what the rows say."""
        if replace:
            self._remove()
        for name in SECTIONS:
            if self.rows[name]:
                self._write(name)

    def _write(self, name: str) -> None:
        records = self.stored.records[name]
        added = [row for row in self.rows[name] if row["key"] not in records]
        kept = [row for row in self.rows[name] if row["key"] in records]
        for layer in layers(added, _own_references(name)):
            new = [self._record(name, row) for row in layer]
            journal.add_many(self.actor, new)
            records |= {record.key: record for record in new}
        changes = [
            (records[row["key"]], values)
            for row in kept
            if (values := self._differences(name, row))
        ]
        self._change(changes)
        counts = self.report.of(name)
        counts.added += len(added)
        counts.changed += len(changes)
        counts.unchanged += len(kept) - len(changes)

    def _record(self, name: str, row: Row) -> Record:
        return SECTIONS[name](**self._values(name, row))

    def _differences(self, name: str, row: Row) -> dict[str, Any]:
        before = row_of(self.stored.records[name][row["key"]])
        differing = {
            column: value for column, value in row.items() if before[column] != value
        }
        return self._values(name, differing)

    def _values(self, name: str, row: Row) -> dict[str, Any]:
        values = dict(row)
        for reference in references_of(SECTIONS[name]):
            key = row.get(reference.name)
            if key is not None:
                others = self.stored.records[section_led_to(reference)]
                values[reference.name] = others[key]
        return values

    def _remove(self) -> None:
        leaving = self._leaving()
        self._let_go(leaving)
        for name in reversed(SECTIONS):
            records = [self.stored.records[name].pop(key) for key in leaving[name]]
            if records:
                journal.remove_many(self.actor, records)
            said = {row["key"] for row in self.rows[name]}
            counts = self.report.of(name)
            counts.removed += sum(record.key not in said for record in records)

    def _leaving(self) -> dict[str, list[str]]:
        """Return the keys to remove: what the file leaves out, and what hangs on it.

        What hangs on a removed record but stands elsewhere in the file is added
        again there, so that the journal tells of both.
        """
        leaving: dict[str, dict[str, None]] = {}
        for name in SECTIONS:
            said = {row["key"] for row in self.rows[name]}
            records = self.stored.records[name]
            leaving[name] = {key: None for key in records if key not in said}
            while hanging := list(self._hanging(name, leaving)):
                leaving[name] |= dict.fromkeys(hanging)
        return {name: list(keys) for name, keys in leaving.items()}

    def _hanging(self, name: str, leaving: dict[str, dict[str, None]]) -> Iterator[str]:
        for reference in _references(name, CASCADE):
            gone = leaving[section_led_to(reference)]
            for key, record in self.stored.records[name].items():
                other = getattr(record, reference.name)
                if key not in leaving[name] and other and other.key in gone:
                    yield key

    def _let_go(self, leaving: dict[str, list[str]]) -> None:
        gone = {name: set(keys) for name, keys in leaving.items()}
        for name in SECTIONS:
            changes: dict[str, dict[str, Any]] = {}
            for reference in _references(name, SET_NULL):
                target = gone[section_led_to(reference)]
                for key, record in self.stored.records[name].items():
                    other = getattr(record, reference.name)
                    if key not in gone[name] and other and other.key in target:
                        changes.setdefault(key, {})[reference.name] = None
            records = self.stored.records[name]
            self._change([(records[key], values) for key, values in changes.items()])

    def _change(self, changes: list[tuple[Record, dict[str, Any]]]) -> None:
        if changes:
            journal.change_many(self.actor, changes)


def _references(name: str, on_delete: Any) -> Iterator[Any]:  # noqa: ANN401 - Django's own marker
    for reference in references_of(SECTIONS[name]):
        if reference.remote_field.on_delete is on_delete:
            yield reference


def _own_references(name: str) -> list[str]:
    return [
        reference.name
        for reference in references_of(SECTIONS[name])
        if section_led_to(reference) == name
    ]


def layers(rows: list[Row], references: list[str]) -> Iterator[list[Row]]:
    """Give the rows in layers, each referring only to earlier ones or outside.

    The rows refer to each other in no ring; the check has seen to that.
    """
    waiting = {row["key"]: row for row in rows}
    while waiting:
        layer = [
            row
            for row in waiting.values()
            if not any(row[name] in waiting for name in references)
        ]
        for row in layer:
            del waiting[row["key"]]
        yield layer
