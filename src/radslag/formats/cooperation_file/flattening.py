"""Flattening: nested entries to flat rows, with references as keys.

A row holds its key and every column of its section, left-out ones with their
default, so that two rows can be compared field by field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from radslag.formats.cooperation_file.entry import Entry
from radslag.formats.cooperation_file.keys import derived_key, slug
from radslag.formats.cooperation_file.shapes import SHAPES, SectionShape

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, list[Row]]
Path: TypeAlias = tuple[str | int, ...]


@dataclass
class Flat:
    """Flat rows by section, and beside each the place in the file it came from."""

    rows: Rows = field(default_factory=lambda: {name: [] for name in SHAPES})
    places: dict[str, list[Path]] = field(
        default_factory=lambda: {name: [] for name in SHAPES}
    )

    def add_row(self, section: str, row: Row) -> int:
        """Add a row that is flat already; return its number in its section."""
        number = len(self.rows[section])
        self.rows[section].append(row)
        self.places[section].append((section, number))
        return number

    def add(self, entry: Entry, path: Path, implied: Row | None = None) -> None:
        """Add an entry, and under it the entries that stand inside it."""
        shape = SHAPES[entry.belongs_to]
        row = _row_of(shape, entry, implied or {})
        self.rows[shape.name].append(row)
        self.places[shape.name].append(path)
        for child in shape.children:
            below = {child.parent_field: row["key"]}
            below |= {name: row[name] for name in child.inherits}
            for place, inner in _entries(getattr(entry, child.attribute)):
                self.add(inner, (*path, child.attribute, *place), below)


def _row_of(shape: SectionShape, entry: Entry, implied: Row) -> Row:
    row = dict.fromkeys(shape.entry.implied) | implied
    for name in shape.fields:
        row[name] = getattr(entry, name)
    row["key"] = row["key"] or derived_key(shape.name, row)
    return row


def _entries(held: Entry | list[Entry] | None) -> Iterator[tuple[Path, Entry]]:
    if held is None:
        return
    if isinstance(held, list):
        for number, entry in enumerate(held):
            yield (number,), entry
    else:
        yield (), held


def refer_by_key(rows: Rows, existing: Mapping[str, list[Row]]) -> None:
    """Turn references written as numbers into keys, in place.

    A number that nothing has becomes the key that its record would have had, so that
    one rule finds every reference to nothing.
    """
    for shape in SHAPES.values():
        numbered = shape.entry.numbered
        if numbered is None:
            continue
        keys = _keys_by_number(numbered.section, numbered.parent_field, rows, existing)
        for row in rows.get(shape.name, ()):
            number = row[numbered.field]
            if number is not None:
                parent = row[numbered.parent_field]
                row[numbered.field] = keys.get(
                    (parent, number), slug(f"{parent}-{number}")
                )


def _keys_by_number(
    section: str, parent_field: str, rows: Rows, existing: Mapping[str, list[Row]]
) -> dict[tuple[str, str], str]:
    both = [*existing.get(section, ()), *rows.get(section, ())]
    keys = {(row[parent_field], row["key"]): row["key"] for row in both}
    keys |= {(row[parent_field], str(row["number"])): row["key"] for row in both}
    return keys
