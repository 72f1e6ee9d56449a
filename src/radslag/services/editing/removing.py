"""Removing a record: what goes with it is told first, and kept in the journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import IntegerField, TextField, Value
from django.db.models.functions import Cast

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
Named = tuple[type[Record], int]


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

    A query for each step from the record, and one for the names.
    """
    reach = reach_of(record)
    reach.gone[type(record)].discard(record.pk)
    names = _names_among((reach.gone, reach.letting_go))
    return Removal(
        gone=_companions(reach.gone, names),
        letting_go=_companions(reach.letting_go, names),
    )


def _companions(found: Ids, names: Mapping[Named, str]) -> tuple[Companions, ...]:
    return tuple(
        Companions(
            model,
            len(ids),
            tuple(names[model, pk] for pk in _first(ids) if (model, pk) in names),
        )
        for model, ids in found.items()
        if ids
    )


def _first(ids: set[int]) -> list[int]:
    return sorted(ids)[:MOST_NAMES]


def _names_among(groups: Iterable[Ids]) -> dict[Named, str]:
    """Return the names of the first few of each kind that has one; one query."""
    asked = [(model, _first(ids)) for found in groups for model, ids in found.items()]
    asked = [(model, ids) for model, ids in asked if ids and _name_column(model)]
    parts = [
        model.objects.filter(pk__in=ids)
        .order_by()
        .annotate(
            asked_at=Value(place, IntegerField()),
            asked_name=Cast(_name_column(model), TextField()),
        )
        .values_list("asked_at", "pk", "asked_name")
        for place, (model, ids) in enumerate(asked)
    ]
    rows = parts[0].union(*parts[1:], all=True) if parts else ()
    return {(asked[place][0], pk): said for place, pk, said in rows}


def _name_column(model: type[Record]) -> str:
    """Return the column a kind is named by; a kind without one answers with its key."""
    if model.__str__ is Record.__str__:
        return ""
    columns = {field.name for field in model._meta.concrete_fields}
    return next((each for each in ("name", "title") if each in columns), "")


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
