"""The only hand that writes: every change of a record goes through here.

So the journal is whole: who changed what, when, from which words to which. A house
test refuses saving methods anywhere else. Ask inside a transaction; a change and
its row in the journal stand or fall together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from radslag.records.models import (
    AccessGrant,
    Applying,
    Change,
    Cooperation,
    PagePicture,
    ProposedRecord,
    Reading,
    ReadingFile,
    Record,
    SearchEntry,
    choose,
)
from radslag.records.models.tenancy import chosen_id
from radslag.records.sections import SECTIONS, section_of
from radslag.services.belonging import (
    BATCH,
    batches,
    facts_of,
    hanging_on,
    letting_go_of,
)
from radslag.services.search.indexing import forgotten, indexed


class ChangedMeanwhile(Exception):
    """Somebody else saved the record after it was read."""


@dataclass(frozen=True)
class Actor:
    """Who acts, when, and on what occasion."""

    name: str
    at: datetime
    user_id: int | None = None
    occasion: str = ""


@transaction.atomic
def add(actor: Actor, record: Record) -> None:
    """Save a new record of the chosen cooperation and write it in the journal."""
    add_many(actor, [record])


@transaction.atomic
def add_many(actor: Actor, records: Sequence[Record]) -> None:
    """Save new records of one kind and write each in the journal."""
    if not records:
        return
    for record in records:
        record.cooperation_id = chosen_id()
    type(records[0]).objects.bulk_create(records, batch_size=BATCH)
    indexed(records)
    _write(
        _row(actor, record, Change.Action.CREATED, {}, facts)
        for record, facts in zip(records, facts_of(records), strict=True)
    )


@transaction.atomic
def change(
    actor: Actor, record: Record, values: Mapping[str, Any], *, version: int = 0
) -> bool:
    """Save new values and write what changed; answer whether anything did.

    With a version, raises ChangedMeanwhile when the record has another by now; in any
    case when the record is there no more.
    """
    fresh = (
        type(record)
        .objects.select_for_update()
        .filter(pk=record.pk)
        .order_by("pk")
        .first()
    )
    if fresh is None or (version and fresh.version != version):
        raise ChangedMeanwhile(record.key)
    changed = change_many(actor, [(fresh, values)])
    for name, value in values.items():
        setattr(record, name, value)
    record.version = fresh.version
    return bool(changed)


@transaction.atomic
def change_many(
    actor: Actor, changes: Sequence[tuple[Record, Mapping[str, Any]]]
) -> int:
    """Save new values of records of one kind; return how many records changed."""
    records = [record for record, _ in changes]
    all_before = facts_of(records)
    for record, values in changes:
        for name, value in values.items():
            setattr(record, name, value)
    saved, columns, rows = [], set(), []
    for record, before, after in zip(
        records, all_before, facts_of(records), strict=True
    ):
        names = [name for name in sorted(after) if before[name] != after[name]]
        if not names:
            continue
        record.version += 1
        saved.append(record)
        columns |= set(names)
        said = ({name: facts[name] for name in names} for facts in (before, after))
        rows.append(_row(actor, record, Change.Action.CHANGED, *said))
    if saved:
        type(saved[0]).objects.bulk_update(
            saved, [*sorted(columns), "version"], batch_size=BATCH
        )
        indexed(saved)
        _write(rows)
    return len(saved)


@transaction.atomic
def remove_many(actor: Actor, records: Sequence[Record]) -> None:
    """Remove records of one kind and keep in the journal what they said.

    What hangs on them goes with them, and what only refers to them lets go of them;
    the journal tells of both, each record under its own name.
    """
    if not records:
        return
    gone = hanging_on(records)
    for drops in letting_go_of(gone):
        change_many(actor, drops)
    for model, leaving in reversed(gone.items()):
        rows = list(leaving.values())
        _write(
            _row(actor, record, Change.Action.DELETED, facts, {})
            for record, facts in zip(rows, facts_of(rows), strict=True)
        )
        forgotten(section_of(model), [record.key for record in rows])
        for some in batches(leaving):
            model.objects.filter(pk__in=some).delete()


@transaction.atomic
def save_cooperation(cooperation: Cooperation, values: Mapping[str, Any]) -> None:
    """Save the cooperation's own facts; it is the root and has no journal row."""
    for name, value in values.items():
        setattr(cooperation, name, value)
    if cooperation.pk is None:
        cooperation.save()
        return
    cooperation.version += 1
    # Not the edition: the database counts that, and may have counted on meanwhile.
    cooperation.save(update_fields=[*values, "version"])


@transaction.atomic
def remove_cooperation(cooperation: Cooperation) -> None:
    """Remove a cooperation with everything in it, its journal too.

    Nothing of it is left, so export it first. This is the only way a row of the
    journal goes: the database refuses as long as the cooperation stands, and so the
    cooperation goes before its journal.
    """
    with choose(cooperation):
        records = [model.objects.all() for model in reversed(SECTIONS.values())]
        itself = Cooperation.objects.filter(pk=cooperation.pk)
        grants = AccessGrant.objects.filter(cooperation=cooperation)
        entries = SearchEntry.objects.all()
        readings = (
            PagePicture.objects.filter(file__reading__cooperation=cooperation),
            ProposedRecord.objects.filter(reading__cooperation=cooperation),
            Applying.objects.filter(reading__cooperation=cooperation),
            ReadingFile.objects.filter(reading__cooperation=cooperation),
            Reading.objects.filter(cooperation=cooperation),
        )
        changes = Change.objects.all()
        for rows in (*records, grants, entries, *readings, itself, changes):
            # Table by table: Django's own removal would begin with the journal.
            rows._raw_delete(rows.db)


def refresh_statistics() -> None:
    """Let the database count its rows again, after very many have been written.

    A database that does not know how many rows a cooperation has may read all of them
    where an index leads straight to one.
    """
    models: list[type[Model]] = [*SECTIONS.values(), Change]
    tables = [model._meta.db_table for model in models]
    # SQLite takes one table or all of them; counting all is quick enough.
    named = ", ".join(tables) if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {named}")


def history_of(section: str, key: str) -> QuerySet[Change]:
    """Return the changes of one record, newest first."""
    return Change.objects.filter(section=section, record_key=key)


def latest_changes(number: int) -> Sequence[Change]:
    """Return the latest changes in the chosen cooperation, newest first."""
    return list(Change.objects.all()[:number])


def _row(
    actor: Actor,
    record: Record,
    action: Change.Action,
    before: dict[str, Any],
    after: dict[str, Any],
) -> Change:
    return Change(
        cooperation_id=record.cooperation_id,
        section=section_of(type(record)),
        record_key=record.key,
        action=action,
        before=before,
        after=after,
        changed_at=actor.at,
        changed_by_id=actor.user_id,
        changed_by_name=actor.name,
        occasion=actor.occasion,
    )


def _write(rows: Iterable[Change]) -> None:
    Change.objects.bulk_create(rows, batch_size=BATCH)
