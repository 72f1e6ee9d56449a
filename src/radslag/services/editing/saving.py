"""Saving one record that somebody typed: adding it once, or correcting it.

Whoever saves over what another has saved meanwhile is stopped; nothing is written.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import IntegrityError, transaction

from radslag.records.models import Change, Cooperation, Record
from radslag.records.models.tenancy import chosen_id
from radslag.records.sections import section_of
from radslag.services import journal
from radslag.services.belonging import facts_of
from radslag.services.editing.besides import Beside, beside_rows, settle, stamp_of
from radslag.services.editing.keys import free_key
from radslag.services.editing.protecting import refuse_protected
from radslag.services.journal import Actor, ChangedMeanwhile

A_DAY_SECONDS = 24 * 60 * 60
Answer = TypeVar("Answer")


class RemovedMeanwhile(Exception):
    """Somebody else removed the record after it was read."""


class Collision(Exception):
    """The database refused: another record says the same, or was just removed."""


def add(
    actor: Actor, record: Record, besides: Sequence[Beside] = (), *, once: str = ""
) -> tuple[str, bool]:
    """Save a new record under a key of its own; return the key and if it was new.

    The same `once` from the same person adds one record however often it is sent:
    the second waits for the first, and is told the key that was given.
    """
    name = f"once:{chosen_id()}:{actor.user_id}:{section_of(type(record))}:{once}"

    def write() -> tuple[str, bool]:
        known: str | None = cache.get(name) if once else None
        if known and type(record).objects.filter(key=known).exists():
            return known, False
        refuse_protected(record)
        record.key = free_key(record, facts_of([record])[0])
        journal.add(actor, record)
        for beside in besides:
            settle(actor, record, beside)
        cache.set(name, record.key, timeout=A_DAY_SECONDS)
        return record.key, True

    return _alone(write)


def change(
    actor: Actor,
    record: Record,
    values: Mapping[str, Any],
    besides: Sequence[Beside] = (),
    *,
    stamp: str = "",
) -> bool:
    """Save new values and what stands beside; answer whether anything changed.

    Raises RemovedMeanwhile or ChangedMeanwhile when another was first: with a stamp
    it must be the record's own, see `stamp_of`.
    """

    def write() -> bool:
        fresh = type(record).objects.filter(pk=record.pk).order_by("pk").first()
        if fresh is None:
            raise RemovedMeanwhile(record.key)
        rows = [beside_rows(fresh, beside) for beside in besides]
        if stamp and stamp != stamp_of(fresh, rows):
            raise ChangedMeanwhile(record.key)
        refuse_protected(fresh)
        changed = journal.change(actor, record, values)
        settled = [settle(actor, record, beside) for beside in besides]
        return changed or any(settled)

    return _alone(write)


def changes_since(record: Record, version: int) -> list[Change]:
    """Return what others have changed in the record since a version, newest first."""
    number = max(record.version - version, 0)
    rows = journal.history_of(section_of(type(record)), record.key)
    return list(rows.filter(action=Change.Action.CHANGED).order_by("-id")[:number])


def _alone(write: Callable[[], Answer]) -> Answer:
    """Write while nobody else edits the cooperation, so that two never pass at once."""
    try:
        with transaction.atomic():
            Cooperation.objects.select_for_update().get(pk=chosen_id())
            return write()
    except IntegrityError as broken:
        raise Collision from broken
