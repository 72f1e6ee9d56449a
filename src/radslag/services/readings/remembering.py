"""Remembering: what somebody has skipped before is skipped when it comes again.

It is shown as skipped, with who did it, and may be chosen like anything else.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from radslag.agreement.vocabulary import Choice
from radslag.records.models import ProposedRecord, Reading

Place = tuple[str, str]


def remember_skipped(reading: Reading, records: Sequence[ProposedRecord]) -> None:
    """Skip the records that say just what was skipped in an earlier reading.

    The latest reading of the cooperation that proposed a record counts. One query;
    nothing is saved.
    """
    if reading.cooperation_id is None:
        return
    before = _latest(reading, {each.section for each in records})
    for record in records:
        earlier = before.get((record.section, record.key))
        if earlier and earlier.choice == Choice.SKIPPED and _says_same(record, earlier):
            record.choice = Choice.SKIPPED
            record.chosen_by_name = earlier.chosen_by_name


def _latest(reading: Reading, sections: Iterable[str]) -> dict[Place, ProposedRecord]:
    rows = ProposedRecord.objects.filter(
        reading__cooperation=reading.cooperation_id, section__in=sections
    )
    rows = rows.exclude(reading=reading.pk).order_by("reading_id")
    columns = ("section", "key", "values", "choice", "chosen_by_name", "reading")
    return {(each.section, each.key): each for each in rows.only(*columns)}


def _says_same(one: ProposedRecord, other: ProposedRecord) -> bool:
    return _said(one.values) == _said(other.values)


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value["value"] for name, value in values.items()}
