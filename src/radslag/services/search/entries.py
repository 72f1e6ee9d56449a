"""Entries: a record as search knows it, made of its fields and its parents' names."""

import json
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, cast

from django.db.models import DecimalField, Field, ForeignKey

from radslag.agreement.wording import HARD_SPACE, kronor, long_date, number
from radslag.records import models
from radslag.records.models import Record, SearchEntry, Term
from radslag.records.sections import section_of
from radslag.services.belonging import UNWRITTEN
from radslag.services.naming import kind_of, label_of, name_of
from radslag.services.saying import said
from radslag.services.search.kinds import WEIGHTS
from radslag.services.search.words import (
    LONGEST_TEXT,
    asked_words,
    stems_of,
    words_of,
)

A_DAY = timedelta(days=1)
# What is searched for by no one: marks of the machine, and order in a list.
SILENT = UNWRITTEN | {"position", "sha256", "facts", "record_key", "section", "field"}
# Words that people use of a section but that stand in none of its records.
ALSO = {
    "appointments": "representerar företräder representant",
    "attendance": "deltog närvarade deltagare",
    "adoptions": "antog antagit",
    "fees": "betalar betalade medlemsavgift",
    "populations": "folkmängd befolkning",
}
# The day that a record is found by, and sorted by where answers fit equally well.
_DAYS = (
    "held_on", "decided_on", "dated_on", "counted_on", "presented_on", "adopted_on",
    "noted_on", "booked_on", "happened_on", "received_on", "sent_on", "observed_on",
    "applies_from", "appointed_from", "valid_from", "starts_from", "starts_on",
    "member_from", "in_force_from", "written_on", "raised_on", "accepted_on",
)  # fmt: skip

# What lasts is found by any day within: the first day, and the last or the day after.
_SPANS: dict[type[Record], tuple[str, str, bool]] = {
    models.Appointment: ("appointed_from", "appointed_until", False),
    models.Membership: ("member_from", "member_until", False),
    models.TermOfOffice: ("starts_on", "ends_on", True),
    models.Programme: ("valid_from", "valid_to", True),
}


def entry_of(record: Record) -> SearchEntry:
    """Return the entry of a record that was fetched with `naming.paths_of`.

    No question is put. The same record gives the same entry.
    """
    section = section_of(type(record))
    name = name_of(record)
    shown, hidden = _texts(record, name)
    name_words = words_of(name)
    lasts_from, lasts_until = _span_of(record)
    words = [*name_words, *words_of(f"{shown} {hidden} {kind_of(section)}")]
    return SearchEntry(
        cooperation_id=record.cooperation_id,
        section=section,
        record_key=record.key,
        name=name,
        text=shown,
        dated_on=_day_of(record),
        lasts_from=lasts_from,
        lasts_until=lasts_until,
        weight=WEIGHTS[section],
        name_words=" ".join(asked_words(name)),
        words=" ".join(dict.fromkeys(words)),
        name_stems=" ".join(stems_of(name_words)),
        stems=" ".join(stems_of(words)),
    )


def _texts(record: Record, name: str) -> tuple[str, str]:
    """Return what is shown of a record beside its name, and what is only searched."""
    section = section_of(type(record))
    shown, hidden = [], [ALSO.get(section, "")]
    for field in record._meta.concrete_fields:
        if field.name in SILENT:
            continue
        for text, is_shown in _said_of(record, field, section):
            if is_shown and text not in name:
                shown.append(text)
            hidden.append("" if is_shown else text)
    return " · ".join(shown)[:LONGEST_TEXT].replace("\0", ""), " ".join(hidden)


def _said_of(
    record: Record, field: "Field[Any, Any]", section: str
) -> Iterator[tuple[str, bool]]:
    """Give what a field says, each with whether it is shown among the answers."""
    value = getattr(record, field.name)
    if value in (None, ""):
        return
    if isinstance(field, ForeignKey):
        yield name_of(value), True
    elif isinstance(record, Term) and field.name == "kind":
        yield value, False
    elif isinstance(record, Term) and field.name == "value":
        yield said(record), True
        yield json.dumps(value, ensure_ascii=False), False
    elif field.choices:
        yield str(getattr(record, f"get_{field.name}_display")()), True
    elif isinstance(value, bool):
        yield (label_of(section, field.name) if value else ""), False
    else:
        yield from _plain(field, value)


def _plain(field: "Field[Any, Any]", value: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 - any column's value
    if isinstance(value, date):
        yield long_date(value), True
    elif isinstance(value, time):
        yield f"{value:%H.%M}", True
    elif isinstance(value, Decimal) and isinstance(field, DecimalField):
        yield kronor(value) if field.name.endswith("_sek") else f"{value:f}", True
        yield f"{value.normalize():f}", False
    elif isinstance(value, int):
        # A year is not grouped; a number of residents is.
        is_year = field.name == "year"
        yield (str(value) if is_year else number(value)), field.name == "residents"
        yield str(value), False
    else:
        yield str(value).replace(HARD_SPACE, " "), True


def _day_of(record: Record) -> date | None:
    for name in _DAYS:
        day = getattr(record, name, None)
        if day is not None:
            return cast("date", day)
    return None


def _span_of(record: Record) -> tuple[date | None, date | None]:
    """Return the first day that something lasts and the day after its last."""
    if type(record) not in _SPANS:
        return None, None
    first, last, is_included = _SPANS[type(record)]
    until = getattr(record, last)
    return getattr(record, first), until + A_DAY if until and is_included else until
