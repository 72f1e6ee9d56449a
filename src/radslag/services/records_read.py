"""One record, readable: its fields, what hangs on it, where it comes from, its history.

The number of questions does not grow with what hangs on a record; a test counts them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Field, ForeignKey, Q, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from radslag.records.models import Change, Citation, Record, SearchEntry, Term
from radslag.records.sections import SECTIONS, references_of, section_of
from radslag.services.belonging import UNWRITTEN
from radslag.services.journal import history_of
from radslag.services.naming import (
    kind_of,
    label_of,
    name_of,
    paths_of,
)
from radslag.services.rulebook import with_body_names
from radslag.services.saying import kind_said, said, said_then

Names = dict[tuple[str, str], str]
MOST_CHILDREN = 20
MOST_CHANGES = 50
_UNSHOWN = UNWRITTEN | {"position"}
# What is told otherwise: the record that a citation is about is a link.
_TOLD = {"citations": ("section", "record_key")}
# The fields that tell, in a removed record, what it was called.
NAMES = ("title", "name", "heading", "wording", "text", "subject")


@dataclass(frozen=True)
class Link:
    """A record to be led to: where it is, and what it is called."""

    section: str
    key: str
    name: str


class Listed(str):
    """A word of a closed list or a label, and not a text that somebody wrote."""

    __slots__ = ()


@dataclass(frozen=True)
class FieldRead:
    """A field of a record: its label and its value, or the record it refers to."""

    name: str
    label: str
    value: Any = None
    link: Link | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is given."""
        return self.link is None and self.value in (None, "")


@dataclass(frozen=True)
class Children:
    """The records of one section that refer to a record, the first of them.

    `how` says how they refer to it, where their kind does not tell.
    """

    section: str
    label: str
    how: str
    links: tuple[Link, ...]
    total: int

    @property
    def left_out(self) -> int:
        """Return how many are not listed."""
        return self.total - len(self.links)


@dataclass(frozen=True)
class Source:
    """Where a field, or a whole record, was read."""

    label: str
    citation: Citation


@dataclass(frozen=True)
class FieldChange:
    """What one field said before and after."""

    name: str
    label: str
    before: Any
    after: Any


@dataclass(frozen=True)
class HistoryLine:
    """One change of a record: who, when, and what from and to."""

    change: Change
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class RecordRead:
    """A record as it is read; a removed one has its history and nothing else."""

    section: str
    key: str
    kind: str
    name: str
    record: Record | None
    fields: tuple[FieldRead, ...]
    children: tuple[Children, ...]
    sources: tuple[Source, ...]
    history: tuple[HistoryLine, ...]

    @property
    def removal(self) -> Change | None:
        """Return the change that removed the record, if it is gone."""
        if self.record is not None or not self.history:
            return None
        return self.history[0].change


def record_read(section: str, key: str) -> RecordRead | None:
    """Return a record of the chosen cooperation with all that is known of it.

    Nothing when there is none and never was one. The number of questions does not
    grow with what hangs on it.
    """
    if section not in SECTIONS or "\0" in key:
        return None
    rows: Any = SECTIONS[section].objects.select_related(*paths_of(section))
    named = with_body_names(rows) if section == "terms" else rows
    record = named.filter(key=key).first()
    history = _history(section, key)
    if record is None and not history:
        return None
    return RecordRead(
        section=section,
        key=key,
        kind=kind_of(section),
        name=name_of(record) if record else _last_name(history, key),
        record=record,
        fields=tuple(_fields(record)) if record else (),
        children=tuple(_children(record)) if record else (),
        sources=_sources(section, key) if record else (),
        history=history,
    )


def _fields(record: Record) -> Iterator[FieldRead]:
    section = section_of(type(record))
    if isinstance(record, Citation):
        yield FieldRead("record_key", "avser", link=_cited_record(record))
    for field in record._meta.concrete_fields:
        if field.name in _UNSHOWN or field.name in _TOLD.get(section, ()):
            continue
        label = label_of(section, field.name)
        if isinstance(field, ForeignKey):
            other = getattr(record, field.name)
            yield FieldRead(field.name, label, link=_link(other) if other else None)
        else:
            yield FieldRead(field.name, label, value=_value(record, field))


def _cited_record(row: Citation) -> Link | None:
    if row.section not in SECTIONS:
        return None
    place = (row.section, row.record_key)
    return Link(*place, names_of([place]).get(place, row.record_key))


def _link(record: Record) -> Link:
    return Link(section_of(type(record)), record.key, name_of(record))


def _value(record: Record, field: "Field[Any, Any]") -> Any:  # noqa: ANN401 - any column's value
    if field.choices:
        return Listed(getattr(record, f"get_{field.name}_display")())
    if isinstance(record, Citation) and field.name == "field":
        known = record.section in SECTIONS and record.field
        return Listed(label_of(record.section, record.field) if known else record.field)
    if isinstance(record, Term) and field.name == "value":
        return said(record)
    if isinstance(record, Term) and field.name == "kind":
        return Listed(kind_said(record.kind))
    return getattr(record, field.name)


def _children(record: Record) -> Iterator[Children]:
    """Give what refers to a record, section by section, in two questions."""
    parts = [_referring(record, field) for field in _referring_fields(type(record))]
    if not parts:
        return
    first, *others = parts
    found = list(first.union(*others, all=True) if others else first)
    names = names_of((section, key) for section, _, key, _, _ in found)
    for section, field_name in dict.fromkeys((row[0], row[1]) for row in found):
        rows = [row for row in found if row[:2] == (section, field_name)]
        yield Children(
            section=section,
            label=str(SECTIONS[section]._meta.verbose_name_plural),
            how=_relation(section, field_name, type(record)),
            links=tuple(
                Link(section, row[2], names.get((section, row[2]), row[2]))
                for row in sorted(rows, key=lambda row: row[3])
            ),
            total=rows[0][4],
        )


def _referring_fields(
    model: type[Record],
) -> "Iterator[tuple[type[Record], ForeignKey[Any, Any]]]":
    for other in SECTIONS.values():
        for field in references_of(other):
            if field.related_model is model:
                yield other, field


def _referring(
    record: Record, reference: "tuple[type[Record], ForeignKey[Any, Any]]"
) -> QuerySet[Any, Any]:
    """Ask for the first of those that refer to a record, and how many they are."""
    model, field = reference
    return (
        model.objects.filter(**{field.name: record})
        .order_by()
        .annotate(
            of_section=Value(section_of(model)),
            by_field=Value(field.name),
            placed=Window(RowNumber(), order_by=_order_of(model)),
            counted=Window(Count("pk")),
        )
        .filter(placed__lte=MOST_CHILDREN)
        .values_list("of_section", "by_field", "key", "placed", "counted")
    )


def _order_of(model: type[Record]) -> list[str]:
    return [*(str(each) for each in model._meta.ordering or ()), "pk"]


def _relation(section: str, field_name: str, model: type[Record]) -> str:
    """Return how some children refer, where it may be in several ways."""
    same = [
        field
        for field in references_of(SECTIONS[section])
        if field.related_model is model
    ]
    is_plain = len(same) == 1 and field_name not in {"continues", "replaces", "parent"}
    return "" if is_plain else label_of(section, field_name)


def names_of(places: Iterable[tuple[str, str]]) -> Names:
    """Return what records are called, as the index of search knows them."""
    wanted: dict[str, list[str]] = {}
    for section, key in places:
        wanted.setdefault(section, []).append(key)
    if not wanted:
        return {}
    condition = Q(pk__in=[])
    for section, keys in wanted.items():
        condition |= Q(section=section, record_key__in=keys)
    rows = SearchEntry.objects.filter(condition).order_by()
    return {
        (section, key): name
        for section, key, name in rows.values_list("section", "record_key", "name")
    }


def _sources(section: str, key: str) -> tuple[Source, ...]:
    """Return where a record was read, the whole of it first, then field by field."""
    rows = Citation.objects.filter(section=section, record_key=key)
    return tuple(
        Source(label_of(section, row.field) if row.field else "", row)
        for row in rows.select_related("document").order_by("field", "pk")
    )


def _history(section: str, key: str) -> tuple[HistoryLine, ...]:
    """Return what was done to a record, newest first, in two questions."""
    changes = list(history_of(section, key)[:MOST_CHANGES])
    names = names_of(
        (reference, value)
        for change in changes
        for said in (change.before, change.after)
        for name, value in said.items()
        if (reference := _reference(section, name)) and value
    )
    kind = _term_kind(changes) if section == "terms" else ""
    return tuple(
        HistoryLine(change, tuple(_changed_fields(change, names, kind)))
        for change in changes
    )


def _term_kind(changes: Iterable[Change]) -> str:
    """Return the kind of a term: it is told when the term comes and when it goes."""
    told = (each for change in changes for each in (change.after, change.before))
    return next((facts["kind"] for facts in told if facts.get("kind")), "")


def _changed_fields(
    change: Change, names: Names, term_kind: str
) -> Iterator[FieldChange]:
    for name in {**change.before, **change.after}:
        before, after = change.before.get(name), change.after.get(name)
        if before in (None, "") and after in (None, ""):
            continue
        spoken = (
            _term_spoken(name, each, term_kind)
            or _spoken(change.section, name, each, names)
            for each in (before, after)
        )
        yield FieldChange(name, label_of(change.section, name), *spoken)


def _term_spoken(name: str, value: Any, kind: str) -> str:  # noqa: ANN401 - any column's value
    """Say what a term's own columns held; nothing of other columns and records."""
    if not kind or not value:
        return ""
    if name == "kind":
        return Listed(kind_said(value))
    return said_then(kind, value) if name == "value" else ""


def _spoken(section: str, name: str, value: Any, names: Names) -> Any:  # noqa: ANN401 - any column's value
    """Return a value of the journal as it is now: a word, a day, a record."""
    reference = _reference(section, name)
    if value in (None, "") or (field := _field(section, name)) is None:
        return value
    if reference:
        place = (reference, str(value))
        return Link(*place, names.get(place, place[1]))
    if field.choices:
        return Listed(dict(field.flatchoices).get(value, value))
    if field.get_internal_type() == "JSONField":
        return json.dumps(value, ensure_ascii=False)
    try:
        return field.to_python(value)
    except ValidationError:
        return value


def _field(section: str, name: str) -> "Field[Any, Any] | None":
    fields = SECTIONS[section]._meta.concrete_fields
    return next((field for field in fields if field.name == name), None)


def _reference(section: str, name: str) -> str:
    """Return the section that a field refers to; nothing if it refers to none."""
    field = _field(section, name)
    if isinstance(field, ForeignKey) and issubclass(field.related_model, Record):
        return section_of(field.related_model)
    return ""


def _last_name(history: tuple[HistoryLine, ...], key: str) -> str:
    """Return what a removed record was called, as far as the journal tells."""
    said = history[0].change.before
    return next((str(said[name]) for name in NAMES if said.get(name)), key)
