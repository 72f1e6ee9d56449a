"""What must hold between records before one is saved: each fault a Swedish sentence.

The database refuses the same things; here they are said before, at the right field.
Rules of a kind of record are in `rules_of_*` beside this file.
"""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError

from radslag.records.models import Record
from radslag.records.models.tenancy import chosen_id
from radslag.services.editing.refusals import REFUSALS
from radslag.services.editing.rules_of_plans import PLAN_RULES
from radslag.services.editing.rules_of_register import REGISTER_RULES
from radslag.services.editing.rules_of_structure import STRUCTURE_RULES

Problems = dict[str, list[str]]
_RULES = {**PLAN_RULES, **REGISTER_RULES, **STRUCTURE_RULES}
_OTHERWISE = "Uppgiften går inte ihop med en annan som redan finns."


def problems_of(record: Record, today: date) -> Problems:
    """Return what is wrong with a record as it would be saved, by field.

    An empty name of field means the whole record. Nothing is written.
    """
    found: Problems = {}
    for field, sentence in _all(record, today):
        found.setdefault(field, []).append(sentence)
    return found


def _all(record: Record, today: date) -> Iterator[tuple[str, str]]:
    broken = list(_broken_constraints(record))
    yield from broken
    # A record that breaks a wall is not asked further questions: one fault at a time.
    rule = _RULES.get(type(record))
    if rule and not broken:
        yield from rule(record, today)


def _broken_constraints(record: Record) -> Iterator[tuple[str, str]]:
    record.cooperation_id = chosen_id()
    for constraint in record._meta.constraints:
        if constraint.name.endswith("_key_once"):
            continue
        try:
            constraint.validate(type(record), record)
        except ValidationError:
            yield REFUSALS.get(constraint.name, ("", _OTHERWISE))
