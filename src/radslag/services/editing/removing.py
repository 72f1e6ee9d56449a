"""Removing a record: what goes with it is told first, and kept in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from radslag.records.models import Cooperation, Record
from radslag.records.models.tenancy import chosen_id
from radslag.services import journal
from radslag.services.belonging import hanging_on, letting_go_of
from radslag.services.editing.besides import Beside, beside_rows, stamp_of
from radslag.services.editing.protecting import Protected, refuse_protected
from radslag.services.editing.saving import RemovedMeanwhile
from radslag.services.journal import Actor, ChangedMeanwhile

__all__ = ["Protected", "Removal", "removal_of", "remove"]


@dataclass(frozen=True)
class Companions:
    """Records of one kind that go, or let go, with a record that is removed."""

    model: type[Record]
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Removal:
    """What a removal means: what goes too, and what stays without its reference."""

    gone: tuple[Companions, ...]
    letting_go: tuple[Companions, ...]


def removal_of(record: Record) -> Removal:
    """Return what a removal would take with it, so that it can be told before.

    A few queries for each kind of record that could refer to it, never one for each.
    """
    gone = hanging_on([record])
    drops = [[row for row, _ in rows] for rows in letting_go_of(gone)]
    others = {
        model: [row for row in rows.values() if row.pk != record.pk]
        if model is type(record)
        else list(rows.values())
        for model, rows in gone.items()
    }
    return Removal(
        gone=tuple(Companions(model, tuple(r)) for model, r in others.items() if r),
        letting_go=tuple(Companions(type(rows[0]), tuple(rows)) for rows in drops),
    )


@transaction.atomic
def remove(
    actor: Actor, record: Record, besides: Sequence[Beside] = (), *, stamp: str
) -> None:
    """Remove the record with what hangs on it.

    Raises RemovedMeanwhile or ChangedMeanwhile when another was first, and Protected
    when it stands in verified minutes.
    """
    Cooperation.objects.select_for_update().get(pk=chosen_id())
    fresh = type(record).objects.filter(pk=record.pk).order_by("pk").first()
    if fresh is None:
        raise RemovedMeanwhile(record.key)
    rows = [beside_rows(fresh, beside) for beside in besides]
    if stamp != stamp_of(fresh, rows):
        raise ChangedMeanwhile(record.key)
    refuse_protected(fresh)
    for leaving in hanging_on([fresh]).values():
        for each in leaving.values():
            refuse_protected(each)
    journal.remove_many(actor, [fresh])
