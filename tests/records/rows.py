"""Makes a sound row of any kind, straight into the table, for tests of the tables."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.apps import apps
from django.db.models import DateField, DecimalField, Field, ForeignKey, Model

from radslag.records import models as records
from radslag.records.models import Cooperation, Record

SOME_DAY = date(2026, 3, 2)
LATER = date(2027, 3, 2)
_numbers = count(1)

# What a sound row of a kind needs beside its required columns.
PARTICULARS: dict[type[Record], dict[str, Any]] = {
    records.TermOfOffice: {"ends_on": LATER},
    records.Population: {"municipality": records.Municipality},
    records.Programme: {"valid_to": LATER},
    records.ActivityResponsibility: {"body": records.Body},
    records.Dissent: {"adoption": records.Adoption},
    records.Delivery: {"plan": records.AnnualPlan},
}


def kinds_of_record() -> list[type[Record]]:
    """Return every kind of record, as the tables know them."""
    models = apps.get_app_config("records").get_models()
    return [model for model in models if issubclass(model, Record)]


def cooperation() -> Cooperation:
    """Add a cooperation."""
    number = next(_numbers)
    return Cooperation.objects.create(key=f"prov-{number}", name=f"Prov {number}")


def make(model: type[Record], owner: Cooperation, **values: Any) -> Any:
    """Add a row; a kind given as a value stands for a new row of that kind."""
    row = sound(model, owner, **values)
    row.save(force_insert=True)
    return row


def sound(model: type[Record], owner: Cooperation, **values: Any) -> Any:
    """Return a row that is not added yet; the rows it needs are."""
    wanted: dict[str, Any] = {
        "cooperation": owner,
        "key": f"nyckel-{next(_numbers)}",
        **PARTICULARS.get(model, {}),
        **values,
    }
    for field in model._meta.concrete_fields:
        if field.name not in wanted and not _may_be_empty(field):
            wanted[field.name] = _value(field)
    for name, value in wanted.items():
        if isinstance(value, type) and issubclass(value, Record):
            wanted[name] = make(value, owner)
    return model(**wanted)


def _may_be_empty(field: "Field[Any, Any]") -> bool:
    return field.null or field.has_default() or field.primary_key or field.blank


def _value(field: "Field[Any, Any]") -> Any:
    number = next(_numbers)
    if isinstance(field, ForeignKey):
        return field.related_model
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, DateField):
        return SOME_DAY
    if isinstance(field, DecimalField):
        return Decimal(number)
    if field.name == "code":
        return f"{number % 10000:04}"
    return {"JSONField": {}, "CharField": f"{field.name} {number}"}.get(
        field.get_internal_type(), number
    )


def table(model: type[Model]) -> str:
    """Return the name of a kind's table."""
    return model._meta.db_table
