"""Indexing: the index follows every change, and can be made again from nothing.

The journal calls `indexed` and `forgotten` in the same transaction as the change, so
that a change which is taken back takes its entry with it. Questions are put for each
kind of record, never for each record.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import OuterRef, Q, Subquery

from radslag.records.models import Cooperation, Record, SearchEntry, choose
from radslag.records.sections import SECTIONS, references_of, section_of
from radslag.services.belonging import BATCH
from radslag.services.naming import paths_of
from radslag.services.search.entries import entry_of

Touched = dict[str, set[int]]
_SAID = (
    "name", "text", "dated_on", "lasts_from", "lasts_until", "weight",
    "name_words", "words", "name_stems", "stems",
)  # fmt: skip
_ONE = ("cooperation", "section", "record_key")
_gathered: ContextVar[Touched | None] = ContextVar("gathered_for_search", default=None)


def indexed(records: Sequence[Record]) -> None:
    """Let the index say what these records of one kind now say.

    Where a record has another name than before, what refers to it is indexed anew.
    """
    if not records:
        return
    section = section_of(type(records[0]))
    ids = {record.pk for record in records}
    gathered = _gathered.get()
    if gathered is None:
        _pass({section: ids})
    else:
        gathered[section] = gathered.get(section, set()) | ids


@contextmanager
def in_one_pass() -> Iterator[None]:
    """Index all that changes within in one pass at the end, section by section.

    Ask inside the transaction of the changes. What fails within is not indexed.
    """
    gathered: Touched = {}
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    _pass(gathered)


def forgotten(section: str, keys: Sequence[str]) -> None:
    """Take records of one section, which are going, out of the index."""
    for some in _batches(keys):
        SearchEntry.objects.filter(section=section, record_key__in=some).delete()


@transaction.atomic
def rebuild(cooperation: Cooperation) -> int:
    """Make a cooperation's index again from its records; return how many there are."""
    with choose(cooperation):
        SearchEntry.objects.all().delete()
        return sum(_fill(section) for section in SECTIONS)


def can_be_filled() -> bool:
    """Say whether the index has its table, with every column this version knows."""
    table = SearchEntry._meta.db_table
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return False
        found = connection.introspection.get_table_description(cursor, table)
    columns = {str(field.column) for field in SearchEntry._meta.concrete_fields}
    return columns <= {column.name for column in found}


def rebuild_missing() -> list[Cooperation]:
    """Make the index of each cooperation that has none, as after an upgrade."""
    known = SearchEntry._base_manager.values("cooperation")
    missing = list(Cooperation.objects.exclude(pk__in=known))
    for cooperation in missing:
        rebuild(cooperation)
    return missing


def _fill(section: str) -> int:
    rows = SECTIONS[section].objects.select_related(*paths_of(section)).order_by("pk")
    number = 0
    for some in _batches_of(rows.iterator(BATCH)):
        SearchEntry.objects.bulk_create([entry_of(each) for each in some])
        number += len(some)
    return number


def _pass(touched: Touched) -> None:
    """Index records and what refers to the renamed among them, in dependence order.

    A section refers to itself or to earlier ones, so one pass is enough.
    """
    renamed: dict[type[Record], list[int]] = {}
    for section, model in SECTIONS.items():
        ids = touched.get(section, set()) | _referring(model, renamed)
        own = _index(section, ids)
        if own:
            renamed[model] = own
            # Text, but never a name, is made of a record of the same kind.
            _index(section, _referring(model, {model: own}) - ids)


def _index(section: str, ids: Collection[int]) -> list[int]:
    """Write the entries of some records; return the ids of those with a new name."""
    renamed: list[int] = []
    before = SearchEntry.objects.filter(section=section, record_key=OuterRef("key"))
    rows = (
        SECTIONS[section]
        .objects.select_related(*paths_of(section))
        .annotate(name_before=Subquery(before.order_by().values("name")[:1]))
        .order_by("pk")
    )
    for some in _batches(sorted(ids)):
        records = list(rows.filter(pk__in=some))
        entries = [entry_of(record) for record in records]
        renamed += [
            record.pk
            for record, entry in zip(records, entries, strict=True)
            if record.name_before not in (None, entry.name)
        ]
        _write(entries)
    return renamed


def _write(entries: list[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=_ONE, update_fields=_SAID
    )


def _referring(model: type[Record], renamed: dict[type[Record], list[int]]) -> set[int]:
    """Return the ids of one kind of record that refer to renamed ones."""
    found: set[int] = set()
    for target, ids in renamed.items():
        names = [
            each.name for each in references_of(model) if each.related_model is target
        ]
        for some in _batches(ids) if names else ():
            wanted = Q()
            for name in names:
                wanted |= Q(**{f"{name}__in": some})
            rows = model.objects.filter(wanted).order_by()
            found |= set(rows.values_list("pk", flat=True))
    return found


def _batches(listed: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(listed), BATCH):
        yield listed[start : start + BATCH]


def _batches_of(records: Iterable[Record]) -> Iterator[list[Record]]:
    some: list[Record] = []
    for record in records:
        some.append(record)
        if len(some) == BATCH:
            yield some
            some = []
    if some:
        yield some
