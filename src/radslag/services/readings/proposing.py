"""From what was understood to what is proposed: record by record, most doubtful first.

Each proposed record is held against what the cooperation has: it is new, it changes
something, or it says what is there already.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from radslag.agreement.vocabulary import Certainty, ProposedChange
from radslag.formats.cooperation_file import SHAPES, Row, Rows, plain, read_entry
from radslag.formats.understanding import (
    Contradiction,
    Found,
    Quote,
    Understanding,
    UnderstoodDocument,
    Value,
)
from radslag.records.models import ProposedRecord, Reading, ReadingFile
from radslag.services.readings.labelling import label_of

# What is no record of its own here: the cooperation, and citations, which are made of
# the values' own quotes.
NOT_PROPOSED = ("cooperation", "citations")
CONTRADICTED, INFERRED, LACKING, REPLACING = range(4)
DOUBTFUL, PROBABLE, CERTAIN, SAME = range(4, 8)
_RANKS = {
    Certainty.DOUBTFUL: DOUBTFUL,
    Certainty.PROBABLE: PROBABLE,
    Certainty.CERTAIN: CERTAIN,
}
_ORDER = {section: place for place, section in enumerate(SHAPES)}


@dataclass
class Proposal:
    """What a reading proposes, ready to be kept."""

    records: list[ProposedRecord] = field(default_factory=list)
    contradictions: list[dict[str, Any]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    name: str = ""


def proposal_of(
    reading: Reading,
    understanding: Understanding,
    files: Mapping[str, ReadingFile],
    existing: Rows,
) -> Proposal:
    """Return what is proposed; `files` are those of the documents, by their keys.

    Asks the database nothing and saves nothing.
    """
    made = _Making(reading, files, existing, understanding)
    return Proposal(
        made.records(),
        [made.contradiction(each) for each in understanding.contradictions],
        list(understanding.remarks),
        next((str(each["name"] or "") for each in understanding.of("cooperation")), ""),
    )


class _Making:
    def __init__(
        self,
        reading: Reading,
        files: Mapping[str, ReadingFile],
        existing: Rows,
        understanding: Understanding,
    ) -> None:
        self.reading, self.files = reading, files
        self.existing = {
            name: {row["key"]: row for row in rows} for name, rows in existing.items()
        }
        self.numbers = _numbers(understanding, existing)
        self.found = [self.renamed(each) for each in _with_documents(understanding)]
        self.matched = {
            (each.section, each.existing): each.how for each in understanding.matches
        }
        self.labels: dict[tuple[str, str], str] = {}
        self.contradicted = {
            (each.section, each.key, each.field)
            for each in understanding.contradictions
        }

    def renamed(self, found: Found) -> Found:
        """Return what was found with documents under the keys they have here."""
        keys = {key: file.document_key for key, file in self.files.items()}
        key = found.key
        if found.section == "documents":
            key = keys.get(key) or key
        leading = [
            name
            for name, section in SHAPES[found.section].references.items()
            if section == "documents" and found[name] in keys
        ]
        led = {n: found.values[n].as_value(keys[found[n]]) for n in leading}
        return Found(found.section, key, found.values | led | self.unnumbered(found))

    def unnumbered(self, found: Found) -> dict[str, Value]:
        """Return a reference that was written as a number, as the key it means."""
        numbered = SHAPES[found.section].entry.numbered
        if numbered is None or found[numbered.field] is None:
            return {}
        said = str(found[numbered.field])
        parent = found[numbered.parent_field]
        key = self.numbers.get((numbered.section, parent, said))
        value = found.values[numbered.field]
        return {numbered.field: value.as_value(key)} if key else {}

    def records(self) -> list[ProposedRecord]:
        """Return the proposed records, in the order a person should see them."""
        found = sorted(self.found, key=lambda each: _ORDER[each.section])
        records = [self.record(each) for each in found]
        for position, record in enumerate(records):
            record.position = position
        return records

    def record(self, found: Found) -> ProposedRecord:
        """Return one proposed record."""
        before = self.existing.get(found.section, {}).get(found.key)
        values = self.values(found, before)
        if found.section == "documents":
            values |= self.checksum(found, before)
        merged = merged_values(found.section, before, values, {})
        _row, faults = read_entry(found.section, found.key, merged)
        label = label_of(found.section, found.key, merged, self.labels)
        self.labels[found.section, found.key] = label
        record = ProposedRecord(
            reading=self.reading,
            section=found.section,
            key=found.key,
            label=label,
            matched=self.matched.get((found.section, found.key), "")[:300],
            file=self.file_of(found),
            change=_change(before, values),
            certainty=found.certainty,
            is_inference=any(each.is_inference for each in found.values.values()),
            is_contradicted=self.is_contradicted(found),
            values=values,
            missing=[[name, *said] for name, said in faults.items()],
        )
        record.rank = rank_of(record)
        return record

    def values(self, found: Found, before: Row | None) -> dict[str, Any]:
        """Return each column's value with what it says now and where it was read."""
        columns = SHAPES[found.section].columns
        return {
            name: self.value(value)
            | ({"before": plain(before[name])} if before else {})
            | (
                {"is_contradicted": True}
                if (found.section, found.key, name) in self.contradicted
                else {}
            )
            for name, value in found.values.items()
            if name in columns
        }

    def checksum(self, found: Found, before: Row | None) -> dict[str, Any]:
        """Return the checksum that a document is known again by."""
        file = self.file_of(found)
        if file is None or not file.sha256:
            return {}
        said = self.value(Value(file.sha256))
        return {"sha256": said | ({"before": before["sha256"]} if before else {})}

    def value(self, value: Value) -> dict[str, Any]:
        """Return a value as it is kept."""
        return {
            "value": plain(value.value),
            "certainty": value.certainty.value,
            "reason": value.reason,
            "is_inference": value.is_inference,
            "steps": list(value.steps),
            "quotes": [self.quote(each) for each in dict.fromkeys(value.quotes)],
        }

    def quote(self, quote: Quote) -> dict[str, Any]:
        """Return a quote as it is kept."""
        file = self.files.get(quote.document)
        return {
            "file": file.pk if file else None,
            "document": file.document_key if file else quote.document,
            "start": quote.span.start,
            "end": quote.span.end,
            "page": quote.page,
            "line": quote.line,
            "box": list(quote.box) if quote.box else None,
            "words": quote.words,
            "place": quote.place,
        }

    def is_contradicted(self, found: Found) -> bool:
        """Say whether any contradiction is about the record."""
        place = (found.section, found.key)
        return any((section, key) == place for section, key, _ in self.contradicted)

    def contradiction(self, clash: Contradiction) -> dict[str, Any]:
        """Return a contradiction as it is kept."""
        return {
            "rule": clash.rule,
            "sentence": clash.sentence,
            "section": clash.section,
            "key": clash.key,
            "field": clash.field,
            "label": self.labels.get((clash.section, clash.key), ""),
            "places": [self.quote(each) for each in clash.quotes],
        }

    def file_of(self, found: Found) -> ReadingFile | None:
        """Return the first file that tells of a record."""
        if found.section == "documents":
            own = (f for f in self.files.values() if f.document_key == found.key)
            return next(own, None)
        quotes = (quote for value in found.values.values() for quote in value.quotes)
        return next(
            (self.files[q.document] for q in quotes if q.document in self.files), None
        )


def _numbers(
    understanding: Understanding, existing: Rows
) -> dict[tuple[str, object, str], str]:
    """Return the keys of what may be referred to by its number under its parent."""
    numbered = {
        each.section: each.parent_field
        for shape in SHAPES.values()
        if (each := shape.entry.numbered)
    }
    keys: dict[tuple[str, object, str], str] = {}
    for section, parent in numbered.items():
        for row in existing.get(section, ()):
            keys[section, row[parent], str(row["number"])] = row["key"]
        for found in understanding.of(section):
            keys[section, found[parent], str(found["number"])] = found.key
    return keys


def _with_documents(understanding: Understanding) -> Iterator[Found]:
    said = {found.key: found for found in understanding.of("documents")}
    for document in understanding.documents:
        if document.result.document is not None:
            yield _document(document, said.get(document.key))
    read = {document.key for document in understanding.documents}
    for found in understanding.found:
        if found.section in NOT_PROPOSED or found.section not in SHAPES:
            continue
        if found.section != "documents" or found.key not in read:
            yield found


def _document(document: UnderstoodDocument, said: Found | None) -> Found:
    values = {
        "title": Value(title_of(document)),
        "kind": Value(document.kind.value, certainty=_kind_certainty(document)),
        "file_name": Value(document.name),
    }
    more = said.values if said else {}
    return Found("documents", document.key, values | dict(more))


def _kind_certainty(document: UnderstoodDocument) -> Certainty:
    return document.parts[0].certainty if document.parts else Certainty.DOUBTFUL


def title_of(document: UnderstoodDocument) -> str:
    """Return what a document calls itself, or else the name of its file."""
    read = document.result.document
    part = document.parts[0].title if document.parts else ""
    title = part or (read.title if read else "") or document.name
    return " ".join(title.split())[:300] or document.key


def merged_values(
    section: str,
    before: Mapping[str, Any] | None,
    values: Mapping[str, Any],
    chosen: Mapping[str, Any],
) -> dict[str, Any]:
    """Return what a record would say: what is there, what was read, what was chosen."""
    merged = {
        name: plain(value)
        for name, value in (before or {}).items()
        if name in SHAPES[section].columns
    }
    merged |= {name: said["value"] for name, said in values.items()}
    return merged | dict(chosen)


def _change(before: Row | None, values: Mapping[str, Any]) -> ProposedChange:
    if before is None:
        return ProposedChange.NEW
    is_same = all(same(each["value"], each["before"]) for each in values.values())
    return ProposedChange.SAME if is_same else ProposedChange.CHANGED


def same(one: object, other: object) -> bool:
    """Say whether two values as files write them are the same; nothing is empty."""
    if one in (None, "") and other in (None, ""):
        return True
    return one == other or str(one) == str(other)


def rank_of(record: ProposedRecord) -> int:
    """Return how soon a person should see a record: what asks most comes first."""
    if record.change == ProposedChange.SAME:
        return SAME
    if record.is_contradicted:
        return CONTRADICTED
    if record.is_inference:
        return INFERRED
    if record.missing:
        return LACKING
    return REPLACING if _replaces(record) else _RANKS[Certainty(record.certainty)]


def _replaces(record: ProposedRecord) -> bool:
    """Tell whether something that is there would be written over, not only added to."""
    return any(
        value.get("before") not in (None, "", False)
        and not same(value["value"], value["before"])
        for value in record.values.values()
    )


def asks(records: Iterable[ProposedRecord]) -> int:
    """Count the records that somebody must look at before they can be taken."""
    return sum(record.rank < PROBABLE for record in records)
