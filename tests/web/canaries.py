"""Plants a row in every table, with a word of its own in every text it can hold.

A word that is found on a page tells which field of which row leaked: `zqhplanstitle`
is the title of the hidden annual plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db import models

from radslag.records.models import Cooperation, Record, Term, choose
from radslag.records.sections import SECTIONS

WORD = re.compile(r"zq[a-z]+")
TEXTS = (models.CharField, models.TextField)
# Each cooperation needs rules that answer; the words are in the row's other texts.
TERMS: dict[str, dict[str, Any]] = {
    "fee": {"rule": "per_resident", "rate_sek": "4"},
    "due": {"of": "fee", "month": 3, "day": 15, "invoiced_by": "nobody"},
    "withdrawal": {
        "months": 12,
        "counted_from": "next_month_turn",
        "decided_by": "municipal_council",
        "received_by": "committee_chair",
    },
    "special_project": {"shared_by": "population"},
}
# Columns that a word cannot stand in, or where another row's default would clash.
FIXED: dict[str, dict[str, Any]] = {
    "terms": {"kind": "due", "value": TERMS["due"]},
    "bodies": {"kind": "committee", "parent": None, "municipality": None},
    "appointments": {"follows_body": None, "follows_role": ""},
    "activity_responsibilities": {"municipality": None},
    "plans": {"status": "adopted"},
    "dissents": {"decision": None},
    "documents": {"sha256": "0" * 64},
    "goals": {"level": "sub_goal", "parent": None},
    "citations": {
        "section": "plans",
        "starts_at_character": None,
        "ends_at_character": None,
    },
}


@dataclass
class Planted:
    """The rows of one planting, and the words that stand in them."""

    cooperation: Cooperation
    rows: dict[str, Record] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def words_of(self, *sections: str) -> set[str]:
        """Return the words that stand in the rows of these sections."""
        return {word for word, section in self.words.items() if section in sections}


def plant(
    cooperation: Cooperation, mark: str, year: int, *, is_public: bool, code: str
) -> Planted:
    """Plant one row of every kind; the mark begins each of their words."""
    planted = Planted(cooperation)
    with choose(cooperation):
        for section, model in SECTIONS.items():
            values = _values(planted, section, model, mark, year)
            values |= FIXED.get(section, {})
            if section == "municipalities":
                values["code"] = code
            if section == "populations":
                # The day that a fee per resident is counted on.
                values["counted_on"] = date(year - 1, 12, 31)
            if "is_public" in _names(model):
                values["is_public"] = is_public
            planted.rows[section] = model.objects.create(
                cooperation=cooperation, key=f"{mark}-{section}", **values
            )
        _plant_terms(planted, mark)
    return planted


def _plant_terms(planted: Planted, mark: str) -> None:
    due = planted.rows["terms"]
    assert isinstance(due, Term)
    for kind in set(TERMS) - {due.kind}:
        Term.objects.create(
            cooperation=planted.cooperation,
            key=f"{mark}-{kind}",
            agreement=due.agreement,
            paragraph=due.paragraph,
            kind=kind,
            value=TERMS[kind],
            applies_from=due.applies_from,
            source=due.source,
        )


def _names(model: type[models.Model]) -> set[str]:
    return {column.name for column in model._meta.concrete_fields}


def _values(
    planted: Planted, section: str, model: type[Record], mark: str, year: int
) -> dict[str, Any]:
    values = {}
    for column in model._meta.concrete_fields:
        if column.name in {"id", "cooperation", "key", "version"}:
            continue
        if isinstance(column, models.ForeignKey):
            values[column.name] = _planted_before(planted, column)
        elif isinstance(column, TEXTS) and not column.choices:
            word = f"{mark}{section}{column.name}".replace("_", "")
            values[column.name] = word[: column.max_length]
            planted.words[values[column.name]] = section
        else:
            values[column.name] = _plain(column, year)
    return values


def _planted_before(planted: Planted, column: models.ForeignKey[Any, Any]) -> Any:
    target = column.related_model
    return next((row for row in planted.rows.values() if type(row) is target), None)


def _plain(column: models.Field[Any, Any], year: int) -> Any:
    if isinstance(column, models.DateField):
        return _day(column.name, year, may_be_empty=column.null)
    if column.choices:
        return column.choices[0][0]
    plain: dict[type, Any] = {
        models.BooleanField: False,
        models.TimeField: time(13, 0),
        models.DecimalField: Decimal(7),
    }
    return plain.get(type(column), year if column.name == "year" else 1)


def _day(name: str, year: int, *, may_be_empty: bool) -> date | None:
    if name == "ends_on" and may_be_empty:
        return None
    if name.endswith(("_until", "_to")) or name == "ends_on":
        return date(year + 1, 1, 1)
    return date(year, 1, 1)
