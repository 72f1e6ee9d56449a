"""What was understood, as rows of a cooperation file with a citation for each value.

A record that lacks what its section requires is not among the rows, nor is anything
that hangs on it: it is told of beside them, with what is missing.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from radslag.formats.cooperation_file import SHAPES, Row, Rows, SectionShape
from radslag.formats.cooperation_file.nesting import plain
from radslag.formats.cooperation_file.shape_problems import shape_problems
from radslag.formats.slugs import LONGEST, slug
from radslag.formats.understanding.model import (
    Found,
    Quote,
    Understanding,
    UnderstoodDocument,
    Value,
)

LONGEST_KEY = 60
MARK = 12
UNNAMED = "samverkan"


@dataclass(frozen=True)
class Incomplete:
    """A record that cannot stand in a file yet, and what it lacks, in Swedish."""

    found: Found
    lacks: tuple[str, ...]


@dataclass
class UnderstoodRows:
    """The rows, the cooperation's own facts, and what had to stay outside."""

    cooperation: Row
    rows: Rows = field(default_factory=lambda: {name: [] for name in SHAPES})
    incomplete: list[Incomplete] = field(default_factory=list)


def rows_of(understanding: Understanding) -> UnderstoodRows:
    """Return what was understood as rows, in which every reference leads somewhere."""
    result = UnderstoodRows(_own_facts(understanding))
    rows = {
        (found.section, found.key): (found, _row(SHAPES[found.section], found))
        for found in _with_documents(understanding)
    }
    _leave_out(rows, result)
    for (section, _), (found, row) in rows.items():
        result.rows[section].append(row)
        result.rows["citations"] += _citations(found)
    return result


def _own_facts(understanding: Understanding) -> Row:
    found = next(understanding.of("cooperation"), Found("cooperation", ""))
    name = str(found["name"] or "")
    return {
        "key": slug(str(found["short_name"] or name))[:LONGEST_KEY] or UNNAMED,
        "name": name,
        "short_name": str(found["short_name"] or ""),
        "purpose": str(found["purpose"] or ""),
        "records_holder": str(found["records_holder"] or ""),
        "is_demonstration": False,
        "is_public": False,
    }


def _with_documents(understanding: Understanding) -> Iterator[Found]:
    said = {found.key: found for found in understanding.of("documents")}
    for document in understanding.documents:
        yield _document(document, said.get(document.key))
    for found in understanding.found:
        if found.section not in ("cooperation", "documents"):
            yield found


def _document(document: UnderstoodDocument, said: Found | None) -> Found:
    read = document.result.document
    title = (document.parts[0].title if document.parts else "") or (
        read.title if read else ""
    )
    values = {
        "title": Value(title[:300] or document.name),
        "kind": Value(document.kind.value),
        "file_name": Value(document.name),
        "sha256": Value(document.sha256 or None),
    }
    return Found("documents", document.key, values | (said.values if said else {}))


def _row(shape: SectionShape, found: Found) -> Row:
    row: Row = {"key": found.key} | dict.fromkeys(shape.columns)
    row |= {name: shape.defaults.get(name) for name in shape.columns}
    row |= {
        name: value.value
        for name, value in found.values.items()
        if name in shape.columns and value.value is not None
    }
    return row


Rowed = dict[tuple[str, str], tuple[Found, Row]]


def _leave_out(rows: Rowed, result: UnderstoodRows) -> None:
    """Take out what lacks something, and then what leads to what is not there."""
    before = -1
    while len(rows) != before:
        before = len(rows)
        for place, (found, row) in list(rows.items()):
            lacks = tuple(_lacks(SHAPES[found.section], row, rows))
            if lacks:
                del rows[place]
                result.incomplete.append(Incomplete(found, lacks))


def _lacks(shape: SectionShape, row: Row, rows: Rowed) -> Iterator[str]:
    # What nobody said has its default, which a file leaves out.
    fields = {
        name: plain(row[name])
        for name in shape.fields
        if row[name] is not None and row[name] != shape.defaults.get(name)
    }
    try:
        shape.entry.model_validate(fields)
    except ValidationError as error:
        for problem in shape_problems(error.errors(), shape.entry, (), _NoLines()):
            yield f"{problem.path}: {problem.what}"
    if shape.entry.implied and not any(row[name] for name in shape.entry.implied):
        yield f"{shape.entry.implied[0]}: uppgiften saknas"
    for name, section in shape.references.items():
        key = row[name]
        if key is not None and not _is_there(name, shape, key, row, rows):
            yield f"{name}: ”{key}” saknas bland {section}"


def _is_there(name: str, shape: SectionShape, key: Any, row: Row, rows: Rowed) -> bool:  # noqa: ANN401 - keys are texts, or numbers of records.
    section = shape.references[name]
    numbered = shape.entry.numbered
    if numbered and numbered.field == name:
        parent = row[numbered.parent_field]
        return any(
            place[0] == section
            and other[numbered.parent_field] == parent
            and key in (place[1], str(other["number"]))
            for place, (_, other) in rows.items()
        )
    return (section, key) in rows


class _NoLines:
    """A record that stands in no file has no line there."""

    def of(self, path: object) -> None:
        """Return no line."""


def _citations(found: Found) -> Iterator[Row]:
    shape = SHAPES[found.section]
    parents = set(shape.entry.implied)
    for name, value in found.values.items():
        if name in shape.columns and name not in parents:
            for quote in dict.fromkeys(value.quotes):
                yield _citation(found, name, value, quote)


def _citation(found: Found, name: str, value: Value, quote: Quote) -> Row:
    row = dict.fromkeys(SHAPES["citations"].columns)
    row |= SHAPES["citations"].defaults
    said = {
        "section": found.section,
        "record_key": found.key,
        "field": name,
        "document": quote.document,
        "place": quote.place,
        "words": quote.words,
        "page": quote.page,
        "line": quote.line,
        "starts_at_character": quote.span.start,
        "ends_at_character": quote.span.end,
        "certainty": value.certainty.value,
        "is_inference": value.is_inference,
        "reason": " ".join((*value.steps, value.reason)).strip(),
    }
    parts = (found.section, found.key, name, quote.document, quote.place)
    return row | said | {"key": _short_key("-".join(parts))}


def _short_key(text: str) -> str:
    """Return a key, told from others that begin as it does where it is cut."""
    whole = slug(text)
    if len(whole) < LONGEST:
        return whole
    mark = hashlib.sha256(text.encode()).hexdigest()[:MARK]
    return f"{whole[: LONGEST - MARK - 1].rstrip('-.')}-{mark}"
