"""The shape of every section: its fields, references, children and key.

Read once from the entries' own descriptions, so nothing is said twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from radslag.formats.cooperation_file.entries import WholeFile
from radslag.formats.cooperation_file.entry import Entry, Nested, metadata_of
from radslag.formats.cooperation_file.types import Reference


@dataclass(frozen=True)
class Child:
    """A field of an entry that holds other entries."""

    attribute: str
    entry: type[Entry]
    parent_field: str
    inherits: tuple[str, ...]
    is_single: bool


@dataclass(frozen=True)
class SectionShape:
    """A section: what its rows hold, and how its entries are written."""

    name: str
    entry: type[Entry]
    fields: tuple[str, ...]
    defaults: dict[str, Any]
    references: dict[str, str]
    children: tuple[Child, ...]
    is_top_level: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the fields of a flat row: the implied ones, then its own."""
        return (*self.entry.implied, *(f for f in self.fields if f != "key"))


@dataclass(frozen=True)
class Link:
    """Where entries of a section stand: under which parent, in which field."""

    parent: str
    child: Child


def _metadata(field: FieldInfo, kind: type[Any]) -> Any:  # noqa: ANN401 - metadata of any kind
    for extra in field.metadata:
        if isinstance(extra, kind):
            return extra
    return metadata_of(field.annotation, kind)


def entry_in(annotation: Any) -> type[Entry] | None:  # noqa: ANN401 - an annotation may be anything
    """Return the class of the entries that a field holds, if it holds any."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Entry):
            return part
    return None


def _children(entry: type[Entry]) -> Iterator[Child]:
    for name, field in entry.model_fields.items():
        held = entry_in(field.annotation)
        nested = _metadata(field, Nested)
        if held is not None:
            is_single = field.default is None
            yield Child(name, held, nested.parent_field, nested.inherits, is_single)


def _parent_references(entry: type[Entry]) -> dict[str, str]:
    return {
        link.child.parent_field: link.parent
        for link in LINKS
        if link.child.entry is entry
    } | {
        inherited: inherited_section(inherited)
        for link in LINKS
        if link.child.entry is entry
        for inherited in link.child.inherits
    }


def inherited_section(field: str) -> str:
    """Return the section of a reference that a child takes over from its parent."""
    return next(link.parent for link in LINKS if link.child.parent_field == field)


def _entries() -> Iterator[tuple[type[Entry], bool]]:
    seen: set[type[Entry]] = set()
    waiting = [
        (entry, True)
        for field in WholeFile.model_fields.values()
        if (entry := entry_in(field.annotation)) and entry.belongs_to != "cooperation"
    ]
    while waiting:
        entry, is_top_level = waiting.pop(0)
        if entry in seen:
            continue
        seen.add(entry)
        yield entry, is_top_level
        waiting += [(child.entry, False) for child in _children(entry)]


def _shape(entry: type[Entry], *, is_top_level: bool) -> SectionShape:
    children = tuple(_children(entry))
    nested = {child.attribute for child in children}
    fields = {n: f for n, f in entry.model_fields.items() if n not in nested}
    references = {
        name: reference.section
        for name, field in fields.items()
        if (reference := _metadata(field, Reference))
    }
    defaults = {n: f.default for n, f in fields.items() if not f.is_required()}
    return SectionShape(
        name=entry.belongs_to,
        entry=entry,
        fields=tuple(fields),
        defaults=defaults | dict.fromkeys(entry.implied),
        references=_parent_references(entry) | references,
        children=children,
        is_top_level=is_top_level,
    )


_ALL = list(_entries())
LINKS: tuple[Link, ...] = tuple(
    Link(entry.belongs_to, child) for entry, _ in _ALL for child in _children(entry)
)
SHAPES: dict[str, SectionShape] = {
    entry.belongs_to: _shape(entry, is_top_level=top) for entry, top in _ALL
}


def roots_of(section: str) -> frozenset[str]:
    """Return the top-level sections that entries of a section may stand in."""
    if SHAPES[section].is_top_level:
        return frozenset([section])
    parents = {
        link.parent
        for link in LINKS
        if link.child.entry.belongs_to == section and link.parent != section
    }
    return frozenset().union(*(roots_of(parent) for parent in parents))
