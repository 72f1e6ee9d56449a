"""Taking back what was just done, where nobody has built on it since."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Field, ForeignKey

from radslag.records.models import Change, Cooperation, Record
from radslag.records.models.tenancy import chosen_id
from radslag.records.sections import SECTIONS, references_of, target_of
from radslag.services import journal
from radslag.services.belonging import facts_of, hanging_on, letting_go_of
from radslag.services.editing.protecting import refuse_protected
from radslag.services.journal import Actor

MOST_ROWS = 2000


class CannotUndo(Exception):
    """It cannot be taken back; the Swedish sentence says why."""


def latest_of(actor: Actor) -> int | None:
    """Return the journal's row for what the actor has just done, if anything."""
    rows = Change.objects.filter(changed_at=actor.at, changed_by=actor.user_id)
    return rows.order_by("-id").values_list("id", flat=True).first()


@transaction.atomic
def undo(actor: Actor, change_id: int) -> Change:
    """Take back a change with all that was done in the same breath.

    All of it or nothing: raises CannotUndo when any of it has been changed since.
    Returns the change that was asked for. Raises LookupError when there is none.
    """
    Cooperation.objects.select_for_update().get(pk=chosen_id())
    asked = Change.objects.filter(pk=change_id).first()
    if asked is None:
        raise LookupError(change_id)
    rows = _done_together(asked)
    try:
        _take_back(actor, rows)
    except IntegrityError as broken:
        raise CannotUndo(
            "Något annat har sparats sedan dess som inte går ihop med det gamla."
        ) from broken
    return asked


def _done_together(asked: Change) -> list[Change]:
    """Return the rows of one act, last first; an import is not one act of a hand."""
    rows = Change.objects.filter(
        changed_at=asked.changed_at,
        changed_by=asked.changed_by_id,
        changed_by_name=asked.changed_by_name,
    ).order_by("-id")[: MOST_ROWS + 1]
    if asked.occasion or len(rows) > MOST_ROWS:
        raise CannotUndo("Ändringen gjordes av en inläsning och ångras inte för hand.")
    return list(rows)


def _take_back(actor: Actor, rows: Iterable[Change]) -> None:
    waiting: list[Change] = []
    for row in rows:
        if row.action == Change.Action.DELETED:
            waiting.append(row)
            continue
        _restore(actor, waiting)
        waiting = []
        if row.action == Change.Action.CREATED:
            _remove(actor, row)
        else:
            _change_back(actor, row)
    _restore(actor, waiting)


def _standing(row: Change, names: Mapping[str, Any]) -> Record:
    """Return the record as it stands, if it still says what the change made it say."""
    record = SECTIONS[row.section].objects.filter(key=row.record_key).first()
    if record is None:
        raise CannotUndo("Uppgiften har tagits bort sedan dess.")
    facts = facts_of([record])[0]
    if any(facts.get(name) != value for name, value in names.items()):
        raise CannotUndo("Uppgiften har ändrats igen sedan dess.")
    refuse_protected(record)
    return record


def _change_back(actor: Actor, row: Change) -> None:
    record = _standing(row, row.after)
    journal.change(actor, record, values_of(type(record), row.before))


def _remove(actor: Actor, row: Change) -> None:
    record = _standing(row, row.after)
    hanging = hanging_on([record])
    if sum(len(rows) for rows in hanging.values()) > 1 or any(letting_go_of(hanging)):
        raise CannotUndo("Annat har lagts till som hör till uppgiften sedan dess.")
    journal.remove_many(actor, [record])


def _restore(actor: Actor, rows: list[Change]) -> None:
    """Add removed records again, each after those it refers to."""
    while rows:
        ready = [row for row in rows if _references_stand(row)]
        if not ready:
            raise CannotUndo("Det som uppgiften hörde till finns inte längre.")
        for row in ready:
            _add_again(actor, row)
        rows = [row for row in rows if row not in ready]


def _references_stand(row: Change) -> bool:
    model = SECTIONS[row.section]
    return all(
        key is None or target_of(field).objects.filter(key=key).exists()
        for field in references_of(model)
        for key in [row.before.get(field.name)]
    )


def _add_again(actor: Actor, row: Change) -> None:
    model = SECTIONS[row.section]
    if model.objects.filter(key=row.record_key).exists():
        raise CannotUndo("En ny uppgift har fått samma nyckel sedan dess.")
    record = model(key=row.record_key, **values_of(model, row.before))
    # Higher than before, so that a form opened earlier does not fit by chance.
    record.version = journal.history_of(row.section, row.record_key).count() + 1
    refuse_protected(record)
    journal.add(actor, record)


def values_of(model: type[Record], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the journal keeps as plain values the way a record holds them.

    Raises CannotUndo when something it refers to is there no more.
    """
    fields = {field.name: field for field in model._meta.concrete_fields}
    return {
        name: _value(fields[name], plain)
        for name, plain in facts.items()
        if name in fields
    }


def _value(field: "Field[Any, Any]", plain: Any) -> Any:  # noqa: ANN401 - any column's value
    if not isinstance(field, ForeignKey):
        return field.to_python(plain)
    if plain is None:
        return None
    found = target_of(field).objects.filter(key=plain).first()
    if found is None:
        raise CannotUndo("Det som uppgiften hänvisade till finns inte längre.")
    return found
