"""Composing: accepted records become the rows that a cooperation file would hold.

Each value's quotes become citations of its document, so that every källa leads to the
very words. What a person has changed says so in its citation.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from radslag.formats.cooperation_file import (
    SHAPES,
    BadFile,
    CooperationFile,
    Faults,
    Flat,
    Row,
    Rows,
    derived_key,
    read_entry,
)
from radslag.formats.cooperation_file.keys import LONGEST
from radslag.formats.cooperation_file.reading import LinesOf
from radslag.records.models import (
    Cooperation,
    Document,
    ProposedRecord,
    Reading,
    choose,
)
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file.exporting import own_facts
from radslag.services.cooperation_file.stored import Stored
from radslag.services.readings.proposing import merged_values

CHANGED_BY_HAND = "Värdet ändrades vid granskningen; i handlingen står det annat."
LONGEST_PLACE = 120
# The place in an order follows from where something stands; it is no fact to cite.
NOT_CITED = frozenset({"position", "sha256", "file_name"})


@dataclass
class ComposedFile:
    """The file of a reading, and which record each of its entries came from."""

    file: CooperationFile
    records: dict[tuple[str, int], ProposedRecord]
    faults: list[tuple[ProposedRecord, Faults]]

    def told(self, bad: BadFile) -> list[tuple[ProposedRecord, str]]:
        """Return each problem with the record it is about, in Swedish."""
        found = []
        for problem in bad.problems:
            section, _, rest = problem.path.partition("[")
            number, _, field = rest.partition("]")
            place = (section, int(number)) if number.isdigit() else ("", 0)
            if place in self.records:
                said = "; ".join(w for w in (problem.what, problem.expected) if w)
                field = field.strip(".")
                found.append(
                    (self.records[place], f"{field}: {said}" if field else said)
                )
        return found


def compose(reading: Reading, records: Iterable[ProposedRecord]) -> ComposedFile:
    """Return the file that these records of a reading are, laid over what is there.

    One query for each section that is mentioned.
    """
    records = list(records)
    before = existing_rows(reading.cooperation, {record.section for record in records})
    flat = Flat()
    made = ComposedFile(CooperationFile({}, flat, LinesOf("{}", is_json=True)), {}, [])
    for record in records:
        _add(made, record, before.get(record.section, {}).get(record.key))
    for row in _citations(records, cited_documents(reading, records)):
        flat.add_row("citations", row)
    _say_which_cooperation(made.file, reading)
    return made


def existing_rows(
    cooperation: Cooperation | None, sections: set[str]
) -> dict[str, dict[str, Row]]:
    """Return what the cooperation has of some sections, by key."""
    if cooperation is None:
        return {}
    with choose(cooperation):
        rows: Rows = Stored(sections & SECTIONS.keys()).all_rows()
    return {name: {row["key"]: row for row in held} for name, held in rows.items()}


def _add(made: ComposedFile, record: ProposedRecord, before: Row | None) -> None:
    values = merged_values(record.section, before, record.values, record.chosen)
    row, faults = read_entry(record.section, record.key, values)
    if faults:
        made.faults.append((record, faults))
        return
    number = made.file.flat.add_row(record.section, row)
    made.records[record.section, number] = record


def _say_which_cooperation(file: CooperationFile, reading: Reading) -> None:
    here = reading.cooperation
    if here is not None:
        file.cooperation = own_facts(here)
        return
    file.describes_cooperation = True
    file.cooperation = own_facts(
        Cooperation(key=reading.proposed_key, name=reading.proposed_name)
    )


def cited_documents(reading: Reading, records: Iterable[ProposedRecord]) -> set[str]:
    """Return the documents that may be cited: those taken now, and earlier."""
    documents = {each.key for each in records if each.section == "documents"}
    earlier = reading.proposals.filter(section="documents", applying__isnull=False)
    if reading.cooperation is not None and (keys := list(earlier.values_list("key"))):
        with choose(reading.cooperation):
            there = Document.objects.filter(key__in=[key for (key,) in keys])
            documents |= set(there.values_list("key", flat=True))
    return documents


def _citations(records: Sequence[ProposedRecord], documents: set[str]) -> Iterator[Row]:
    seen: set[str] = set()
    for record in records:
        parents = set(SHAPES[record.section].entry.implied)
        for name, value in record.values.items():
            if name in parents or name in NOT_CITED:
                continue
            for quote in value["quotes"]:
                if quote["document"] in documents:
                    row = _citation(record, name, value, quote)
                    if row["key"] not in seen:
                        seen.add(row["key"])
                        yield row


def _citation(
    record: ProposedRecord, name: str, value: dict[str, Any], quote: dict[str, Any]
) -> Row:
    shape = SHAPES["citations"]
    row: Row = dict.fromkeys(shape.columns) | shape.defaults
    is_changed = name in record.chosen
    row |= {
        "section": record.section,
        "record_key": record.key,
        "field": name,
        "document": quote["document"],
        "place": quote["place"][:LONGEST_PLACE],
        "words": quote["words"],
        "page": quote["page"],
        "line": quote["line"],
        "certainty": value["certainty"],
        "is_inference": value["is_inference"],
        "reason": " ".join(
            [*value["steps"], value["reason"], *([CHANGED_BY_HAND] * is_changed)]
        ).strip(),
    }
    if quote["end"] > quote["start"]:
        row |= {
            "starts_at_character": quote["start"],
            "ends_at_character": quote["end"],
        }
    return row | {"key": _key_of(row)}


def _key_of(row: Row) -> str:
    key = derived_key("citations", row)
    if len(key) < LONGEST:
        return key
    # Two long keys may differ only in what was cut off.
    mark = hashlib.sha256(
        "|".join(str(row[n]) for n in SHAPES["citations"].entry.derived).encode()
    ).hexdigest()[:12]
    return f"{key[: LONGEST - 13].rstrip('-.')}-{mark}"
