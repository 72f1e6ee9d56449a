"""Removing a record: what goes with it is told first, and kept in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from radslag.records.models import Cooperation, Record
from radslag.records.models.tenancy import chosen_id
from radslag.services import journal
from radslag.services.belonging import Ids, hanging_on, reach_of
from radslag.services.editing.besides import Beside, beside_rows, stamp_of
from radslag.services.editing.protecting import Protected, refuse_protected
from radslag.services.editing.saving import RemovedMeanwhile
from radslag.services.journal import Actor, ChangedMeanwhile

__all__ = ["Protected", "Removal", "removal_of", "remove"]

MOST_NAMES = 5


@dataclass(frozen=True)
class Companions:
    """Records of one kind that go, or let go, with a record that is removed.

    The first few are named, where the kind has a name of its own.
    """

    model: type[Record]
    number: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Removal:
    """What a removal means: what goes too, and what stays without its reference."""

    gone: tuple[Companions, ...]
    letting_go: tuple[Companions, ...]


def removal_of(record: Record) -> Removal:
    """Return what a removal would take with it, so that it can be told before.

    A query for each step from the record, and one for each kind that is named.
    """
    reach = reach_of(record)
    reach.gone[type(record)].discard(record.pk)
    return Removal(
        gone=_companions(reach.gone), letting_go=_companions(reach.letting_go)
    )


def _companions(found: Ids) -> tuple[Companions, ...]:
    return tuple(
        Companions(model, len(ids), _names(model, ids))
        for model, ids in found.items()
        if ids
    )


def _names(model: type[Record], ids: set[int]) -> tuple[str, ...]:
    # A kind without a name of its own would answer with its key.
    if model.__str__ is Record.__str__:
        return ()
    rows = model.objects.filter(pk__in=sorted(ids)[:MOST_NAMES]).order_by("pk")
    return tuple(str(row) for row in rows)


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
