"""What a record says, and what hangs on it: the reading half of the journal.

Every question is put once for each kind of record and reference, never once for each
record, so that a thousand records are as few questions as one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import (
    CASCADE,
    SET_NULL,
    DecimalField,
    Field,
    ForeignKey,
    IntegerField,
    Value,
)

from radslag.records.models import Record
from radslag.records.sections import SECTIONS, references_of, target_of

BATCH = 500
UNWRITTEN = {"id", "cooperation", "key", "version"}

RecordT = TypeVar("RecordT", bound=Record)
Gone = dict[type[Record], dict[int, Record]]
Ids = dict[type[Record], set[int]]
_Keys = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True)
class Reach:
    """Whom a removal concerns, by id: what goes, and what loses a reference."""

    gone: Ids
    letting_go: Ids


def facts_of(records: Sequence[Record]) -> list[dict[str, Any]]:
    """Return the fields of records of one kind as plain values.

    A reference is the other record's key. One query for each reference that is not
    fetched already.
    """
    if not records:
        return []
    keys = {
        field.name: _keys(field, records) for field in references_of(type(records[0]))
    }
    return [_facts(record, keys) for record in records]


def hanging_on(records: Sequence[Record]) -> Gone:
    """Return the records and all that goes with them, from parents to children."""
    gone: Gone = {type(records[0]): {record.pk: record for record in records}}
    for model in SECTIONS.values():
        found = _referring(model, CASCADE, gone)
        while found:
            gone[model] = gone.get(model, {}) | found
            # Only a record of the same kind can hang on what was just found.
            found = _referring(model, CASCADE, {model: found}, but_not=gone[model])
    return {model: gone[model] for model in SECTIONS.values() if model in gone}


def letting_go_of(gone: Gone) -> Iterator[list[tuple[Record, dict[str, None]]]]:
    """Yield, kind by kind, records that stay and the references they must drop."""
    for model in SECTIONS.values():
        drops: dict[int, tuple[Record, dict[str, None]]] = {}
        for field, ids in _pointing(model, SET_NULL, gone):
            for record in _with(model, field, ids):
                if record.pk not in gone.get(model, {}):
                    drops.setdefault(record.pk, (record, {}))[1][field.name] = None
        if drops:
            yield list(drops.values())


def reach_of(record: Record) -> Reach:
    """Return what a removal would concern: one query for each step from the record.

    The same records as `hanging_on` and `letting_go_of` read whole.
    """
    gone: Ids = {type(record): {record.pk}}
    letting_go: Ids = {}
    newest = gone
    while newest:
        found: Ids = {}
        for model, rule, pk in _pointing_at(newest):
            if rule is SET_NULL:
                letting_go.setdefault(model, set()).add(pk)
            elif rule is CASCADE and pk not in gone.get(model, ()):
                found.setdefault(model, set()).add(pk)
        for model, ids in found.items():
            gone[model] = gone.get(model, set()) | ids
        newest = found
    stays = {model: ids - gone.get(model, set()) for model, ids in letting_go.items()}
    return Reach(_in_order(gone), _in_order(stays))


def _in_order(found: Ids) -> Ids:
    return {model: found[model] for model in SECTIONS.values() if found.get(model)}


def _pointing_at(targets: Ids) -> Iterator[tuple[type[Record], object, int]]:
    """Yield every reference to the targets: whose it is, its rule, and its row."""
    ways = [
        (model, field)
        for model in SECTIONS.values()
        for field in references_of(model)
        if target_of(field) in targets
    ]
    for some in _together(targets):
        parts = [
            model.objects.filter(**{f"{field.name}__in": some[target_of(field)]})
            .order_by()
            .annotate(way=Value(number, IntegerField()))
            .values_list("way", "pk")
            for number, (model, field) in enumerate(ways)
            if some.get(target_of(field))
        ]
        if parts:
            for number, pk in parts[0].union(*parts[1:], all=True):
                model, field = ways[number]
                yield model, field.remote_field.on_delete, pk


def _together(targets: Ids) -> Iterator[dict[type[Record], list[int]]]:
    """Cut the ids of several kinds so that each kind's fit in one question."""
    cut = {model: list(batches(sorted(ids))) for model, ids in targets.items()}
    for place in range(max(map(len, cut.values()), default=0)):
        yield {model: rows[place] for model, rows in cut.items() if place < len(rows)}


def batches(ids: Collection[int]) -> Iterator[list[int]]:
    """Cut ids into lists short enough for one question."""
    listed = list(ids)
    for start in range(0, len(listed), BATCH):
        yield listed[start : start + BATCH]


def _keys(field: "ForeignKey[Any, Any]", records: Sequence[Record]) -> dict[int, str]:
    keys: dict[int, str] = {}
    unknown: set[int] = set()
    for record in records:
        other_id = getattr(record, field.attname)
        if other_id is None:
            continue
        if field.is_cached(record):
            keys[other_id] = getattr(record, field.name).key
        else:
            unknown.add(other_id)
    for some in batches(unknown - keys.keys()):
        rows = target_of(field).objects.filter(pk__in=some).order_by()
        keys |= dict(rows.values_list("pk", "key"))
    return keys


def _facts(record: Record, keys: _Keys) -> dict[str, Any]:
    return {
        field.name: _plain(record, field, keys)
        for field in record._meta.concrete_fields
        if field.name not in UNWRITTEN
    }


def _plain(record: Record, field: "Field[Any, Any]", keys: _Keys) -> Any:  # noqa: ANN401 - any column's value
    raw = getattr(record, field.attname)
    if field.name in keys:
        return None if raw is None else keys[field.name][raw]
    value = field.to_python(raw)
    if isinstance(value, Decimal) and isinstance(field, DecimalField):
        # As the database gives it back, so that 100 and 100.00 are not a change.
        return f"{value:.{field.decimal_places}f}"
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def _referring(
    model: type[Record],
    rule: object,
    gone: Mapping[type[Record], Mapping[int, Record]],
    *,
    but_not: Collection[int] = (),
) -> dict[int, Record]:
    own = but_not or gone.get(model, {})
    return {
        record.pk: record
        for field, ids in _pointing(model, rule, gone)
        for record in _with(model, field, ids)
        if record.pk not in own
    }


def _pointing(
    model: type[Record], rule: object, gone: Mapping[type[Record], Mapping[int, Record]]
) -> "Iterator[tuple[ForeignKey[Any, Any], list[int]]]":
    for field in references_of(model):
        ids = list(gone.get(target_of(field), {}))
        if ids and field.remote_field.on_delete is rule:
            yield field, ids


def _with(
    model: type[RecordT], field: "ForeignKey[Any, Any]", ids: Collection[int]
) -> Iterator[RecordT]:
    for some in batches(ids):
        yield from model.objects.filter(**{f"{field.name}__in": some}).order_by("pk")
