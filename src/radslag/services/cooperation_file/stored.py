"""Stored records as flat rows, with one question to the database per section."""

from collections.abc import Collection
from typing import Any

from django.db.models import ForeignKey

from radslag.formats.cooperation_file import SHAPES, Row, Rows
from radslag.records.models import Record
from radslag.records.sections import SECTIONS, references_of, section_of, target_of


def section_led_to(reference: "ForeignKey[Any, Any]") -> str:
    """Return the section that a reference leads to."""
    return section_of(target_of(reference))


class Stored:
    """The records of some sections, tied to each other without further questions.

    Of `whole` sections every column is read; of the sections they refer to, and of
    `known` ones, only the keys.
    """

    def __init__(self, whole: Collection[str], known: Collection[str] = ()) -> None:
        self.whole = set(whole)
        self.records: dict[str, dict[str, Record]] = {name: {} for name in SECTIONS}
        self._by_id: dict[str, dict[int, Record]] = {name: {} for name in SECTIONS}
        wanted = self.whole | set(known) | self._referred_to()
        for name in SECTIONS:
            if name in wanted:
                self._read(name)

    def _referred_to(self) -> set[str]:
        return {
            section_led_to(reference)
            for name in self.whole
            for reference in references_of(SECTIONS[name])
        }

    def _read(self, name: str) -> None:
        records = SECTIONS[name].objects.order_by("pk")
        if name not in self.whole:
            records = records.only("key", "cooperation")
        for record in records:
            self.records[name][record.key] = record
            self._by_id[name][record.pk] = record
        if name in self.whole:
            self._tie(name)

    def _tie(self, name: str) -> None:
        for reference in references_of(SECTIONS[name]):
            others = self._by_id[section_led_to(reference)]
            for record in self.records[name].values():
                other_id = getattr(record, reference.attname)
                if other_id is not None:
                    reference.set_cached_value(record, others[other_id])

    def rows(self, name: str) -> list[Row]:
        """Return a section's records as flat rows, in the order they were added."""
        columns = _columns(name)
        return [_row(record, columns) for record in self.records[name].values()]

    def all_rows(self) -> Rows:
        """Return the rows of every section that was read whole."""
        return {name: self.rows(name) for name in SECTIONS if name in self.whole}

    def keys(self) -> dict[str, set[str]]:
        """Return the keys of every section, of those that were read."""
        return {name: set(records) for name, records in self.records.items()}


def row_of(record: Record) -> Row:
    """Return a record as a flat row."""
    return _row(record, _columns(section_of(type(record))))


def _columns(name: str) -> list[tuple[str, bool]]:
    references = {reference.name for reference in references_of(SECTIONS[name])}
    return [(column, column in references) for column in SHAPES[name].columns]


def _row(record: Record, columns: list[tuple[str, bool]]) -> Row:
    row: Row = {"key": record.key}
    for column, is_reference in columns:
        value = getattr(record, column)
        row[column] = value.key if is_reference and value is not None else value
    return row
