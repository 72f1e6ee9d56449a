"""Comparing again: what is left of readings, held against what the cooperation has now.

Between the reading of a file and the yes to what it proposes somebody may have changed
the same record. Then the yes was to something else, and is asked for once more.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction

from radslag.agreement.vocabulary import Choice, ProposedChange
from radslag.formats.cooperation_file import Row, plain, read_entry
from radslag.records.models import ProposedRecord, Reading
from radslag.services.readings import keeping
from radslag.services.readings.composing import existing_rows
from radslag.services.readings.proposing import merged_values, rank_of, same

Before = Mapping[str, Mapping[str, Row]]


def moved(reading: Reading, records: Sequence[ProposedRecord]) -> list[ProposedRecord]:
    """Return those that would write over something else than they were said to.

    Nothing is saved. What says the same as is there by now has not moved.
    """
    before = existing_rows(reading.cooperation, {each.section for each in records})
    return [
        record
        for record in records
        if _has_moved(record, before.get(record.section, {}).get(record.key))
    ]


@transaction.atomic
def compare_again(reading: Reading) -> None:
    """Hold what is left of a reading against what there is, and keep what it gives.

    A yes to what has moved since is taken away, so that somebody says it again; whose
    it was is remembered.
    """
    left = list(reading.proposals.filter(applying=None))
    before = existing_rows(reading.cooperation, {each.section for each in left})
    for record in left:
        _compare(record, before.get(record.section, {}).get(record.key))
    keeping.set_comparisons(left)


def compare_all(reading: Reading) -> None:
    """Compare again all readings of its cooperation that have something left."""
    left = ProposedRecord.objects.filter(
        reading__cooperation=reading.cooperation, applying=None
    )
    for each in Reading.objects.filter(pk__in=left.values("reading")):
        compare_again(each)


def _compare(record: ProposedRecord, row: Row | None) -> None:
    if record.choice == Choice.ACCEPTED and _has_moved(record, row):
        record.earlier_yes_by_name = record.chosen_by_name
        record.choice, record.chosen_by_name = Choice.OPEN, ""
    record.values = {
        name: _against(name, value, row) for name, value in record.values.items()
    }
    record.change = change_of(record, row)
    merged = merged_values(record.section, row, record.values, record.chosen)
    _row, faults = read_entry(record.section, record.key, merged)
    record.missing = [[name, *said] for name, said in faults.items()]
    record.rank = rank_of(record)


def _against(name: str, value: dict[str, Any], row: Row | None) -> dict[str, Any]:
    said = {key: each for key, each in value.items() if key != "before"}
    return said | ({"before": plain(row[name])} if row else {})


def change_of(record: ProposedRecord, row: Row | None) -> ProposedChange:
    """Return what a record would do with what is there."""
    if row is None:
        return ProposedChange.NEW
    is_same = all(same(value, plain(row[name])) for name, value in _said(record))
    return ProposedChange.SAME if is_same else ProposedChange.CHANGED


def _said(record: ProposedRecord) -> Iterator[tuple[str, Any]]:
    said = {name: value["value"] for name, value in record.values.items()}
    yield from (said | record.chosen).items()


def _has_moved(record: ProposedRecord, row: Row | None) -> bool:
    if row is None:
        # What has been removed since is written anew, as the document says it.
        return any("before" in value for value in record.values.values())
    return any(
        not same(plain(row[name]), record.values.get(name, {}).get("before"))
        and not same(plain(row[name]), value)
        for name, value in _said(record)
    )
