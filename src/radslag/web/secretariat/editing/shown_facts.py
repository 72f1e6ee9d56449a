"""What a record says, written the way somebody would type it."""

from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from radslag.web.secretariat.editing import fields, reading

LARGE = 10_000


def shown_fact(field: forms.Field, fact: Any) -> Any:  # noqa: ANN401 - any column's value
    """Return a plain fact of the journal as the field shows it."""
    if fact is None or isinstance(fact, bool | list):
        return "" if fact is None else fact
    if isinstance(field, fields.SumField):
        return reading.written_sum(Decimal(str(fact)))
    if isinstance(field, fields.NumberField):
        return reading.written_number(Decimal(str(fact)))
    if isinstance(field, fields.HourField):
        return f"{time.fromisoformat(str(fact)):%H.%M}"
    if isinstance(field, fields.WholeField) and int(fact) >= LARGE:
        return f"{int(fact):,}".replace(",", " ")
    return str(fact)


def is_same(field: forms.Field, one: Any, other: Any) -> bool:  # noqa: ANN401 - as typed
    """Say whether two things typed mean the same to the field."""
    return bool(_meant(field, one) == _meant(field, other))


def _meant(field: forms.Field, typed: Any) -> Any:  # noqa: ANN401 - as typed
    if isinstance(field, forms.BooleanField):
        return typed in (True, "True", "on")
    try:
        meant = field.clean(typed)
    except ValidationError:
        return str(typed).strip()
    return meant or None


def in_words(field: forms.Field, typed: Any) -> str:  # noqa: ANN401 - as typed
    """Return what was typed or chosen in words, to be read beside another's."""
    if isinstance(field, forms.BooleanField):
        return "Ja" if typed in (True, "True", "on") else "Nej"
    if isinstance(field, forms.ChoiceField):
        keys = {str(each) for each in (typed if isinstance(typed, list) else [typed])}
        names = [str(name) for key, name in _flat(field) if str(key) in keys and key]
        return ", ".join(names)
    return str(typed or "")


def _flat(field: forms.ChoiceField) -> list[tuple[Any, Any]]:
    choices: Any = field.choices
    return list(choices)
