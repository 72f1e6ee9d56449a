"""Adds records to the chosen cooperation, for tests that need real rows."""

from contextlib import AbstractContextManager
from typing import Any, TypeVar

from radslag.records.models import Cooperation, Municipality, Record, choose
from radslag.records.models.tenancy import chosen_id

RecordT = TypeVar("RecordT", bound=Record)

NAMES = ("Alby", "Bråvik", "Ekö", "Fjärdhem", "Grimstad")


def cooperation(key: str = "prov") -> AbstractContextManager[Cooperation]:
    """Make a cooperation and choose it."""
    return choose(Cooperation.objects.create(key=key, name="Provsamverkan"))


def add(model: type[RecordT], key: str, **values: Any) -> RecordT:
    """Add a record to the chosen cooperation."""
    return model.objects.create(cooperation_id=chosen_id(), key=key, **values)


def municipality(number: int) -> Municipality:
    """Add a municipality, with a code of its own."""
    name = NAMES[number]
    key = name.lower().translate(str.maketrans("åäö", "aao"))
    return add(Municipality, key, code=f"010{number + 1}", name=name)
