"""Holds what was understood against a key written by hand, field by field.

A key is a YAML file. `files` are the documents it is of, `kinds` the kinds of their
parts in order, and `records` lists, by section, what each record says:

    records:
      meetings:
        - {held_on: 2025-02-04, body.kind: committee, starts_at: "09:00", line: 3}
    whole: [meetings]         # sections of which there is nothing more than the key has
    contradictions: ["250 00"]  # words that a contradiction's sentence holds

A column may follow references: `goal.name`, `person.name`. A text ending in "…" gives
only its beginning. `{line: 9, cell: 2}` stands for the words of a line's cell, so that
names of people need not be written down; `line` and `words` say where the first quote
of one of the record's values stands. `null` means that nothing may be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from radslag.agreement.vocabulary import Certainty
from radslag.formats.cooperation_file import SHAPES
from radslag.formats.readers.model import Table
from radslag.formats.understanding.model import (
    Found,
    Understanding,
    UnderstoodDocument,
)

Record = Mapping[str, Any]
_SPACES = re.compile(r"\s+")
ABOUT_PLACE = ("line", "words")
# A record is the one that the key means when this share of what it says is right.
ENOUGH_ALIKE = 0.34


@dataclass(frozen=True)
class Key:
    """What a person read in some documents."""

    name: str
    files: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    records: dict[str, list[Record]]
    whole: tuple[str, ...]
    contradictions: tuple[str, ...]


@dataclass
class Score:
    """How many fields were right, and which were wrong, missing or too much."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong_but_certain: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """How many fields the key has."""
        return self.right + len(self.wrong) + len(self.missing)

    @property
    def recall(self) -> float:
        """The share of the key's fields that were found right."""
        return self.right / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        found = self.right + len(self.wrong) + len(self.extra)
        return self.right / found if found else 1.0

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missing += other.missing
        self.extra += other.extra
        self.wrong_but_certain += other.wrong_but_certain


def read_key(path: Path) -> Key:
    """Return a key as it stands in its file."""
    said = yaml.safe_load(path.read_text("utf-8"))
    return Key(
        path.stem.removesuffix(".key"),
        tuple(said["files"]),
        tuple(tuple(kinds) for kinds in said.get("kinds", ())),
        said.get("records", {}),
        tuple(said.get("whole", ())),
        tuple(said.get("contradictions", ())),
    )


def score(key: Key, understanding: Understanding) -> dict[str, Score]:
    """Return the score of each `section.field`, and of kinds and contradictions."""
    judged = _Judged(understanding)
    for section, records in key.records.items():
        judged.section(section, records, is_whole=section in key.whole)
    for section in set(key.whole) - set(key.records):
        judged.section(section, [], is_whole=True)
    judged.kinds(key.kinds)
    judged.contradictions(key.contradictions)
    return judged.scores


def total(scores: Mapping[str, Score]) -> Score:
    """Return all scores as one."""
    whole = Score()
    for one in scores.values():
        whole.add(one)
    return whole


class _Judged:
    def __init__(self, understanding: Understanding) -> None:
        self.understanding = understanding
        self.by_key = {(f.section, f.key): f for f in understanding.found}
        self.cells = {
            line: cells
            for document in reversed(understanding.documents)
            for line, cells in _cells(document)
        }
        self.scores: dict[str, Score] = {}

    def of(self, name: str) -> Score:
        return self.scores.setdefault(name, Score())

    def section(
        self, section: str, records: Sequence[Record], *, is_whole: bool
    ) -> None:
        found = list(self.understanding.of(section))
        pairs = self._paired(records, found)
        for record, one in pairs:
            self._fields(section, record, one)
        if is_whole:
            matched = {id(one) for _, one in pairs}
            for one in found:
                if id(one) not in matched:
                    self._too_much(section, one)

    def _paired(
        self, records: Sequence[Record], found: list[Found]
    ) -> list[tuple[Record, Found | None]]:
        likeness = sorted(
            (
                (-self._alike(record, one), r, f)
                for r, record in enumerate(records)
                for f, one in enumerate(found)
            ),
        )
        taken: dict[int, int] = {}
        for negative, r, f in likeness:
            if -negative >= ENOUGH_ALIKE and r not in taken and f not in taken.values():
                taken[r] = f
        return [
            (record, found[taken[r]] if r in taken else None)
            for r, record in enumerate(records)
        ]

    def _alike(self, record: Record, one: Found) -> float:
        names = [name for name in record if name not in ABOUT_PLACE]
        if not names:
            return 0.0
        right = sum(self._is_right(record, name, one) for name in names)
        # What stands first in a record of the key is what it is known by.
        first = self._is_right(record, names[0], one)
        return (right + first) / (len(names) + 1) + self._place_bonus(record, one)

    def _place_bonus(self, record: Record, one: Found) -> float:
        return 0.05 if "line" in record and self._stands_there(record, one) else 0.0

    def _fields(self, section: str, record: Record, one: Found | None) -> None:
        shown = _shown(record)
        for name, wanted in record.items():
            score = self.of(f"{section}.{'place' if name in ABOUT_PLACE else name}")
            if one is None:
                if wanted is not None:
                    score.missing.append(f"{section} {shown}: {name} {wanted}")
            elif name in ABOUT_PLACE:
                self._place(score, section, record, one)
            else:
                self._field(score, section, (record, name), one)

    def _field(
        self, score: Score, section: str, wanted: tuple[Record, str], one: Found
    ) -> None:
        record, name = wanted
        value = self._value(one, name)
        if self._is_right(record, name, one):
            score.right += 1
            return
        told = f"{section} {_shown(record)}: {name} {record[name]!r}, found {value!r}"
        if value in (None, ""):
            score.missing.append(told)
            return
        score.wrong.append(told)
        said = one.values.get(name.split(".")[0])
        if said is None or said.certainty is Certainty.CERTAIN:
            score.wrong_but_certain.append(told)

    def _place(self, score: Score, section: str, record: Record, one: Found) -> None:
        if self._stands_there(record, one):
            score.right += 1
        else:
            quotes = [q.line for v in one.values.values() for q in v.quotes]
            told = f"{section} {_shown(record)}: line {record.get('line')}, at {quotes}"
            score.wrong.append(told)

    def _stands_there(self, record: Record, one: Found) -> bool:
        quotes = [quote for value in one.values.values() for quote in value.quotes]
        if "line" in record:
            return any(quote.line == record["line"] for quote in quotes)
        return any(record["words"] in quote.words for quote in quotes)

    def _too_much(self, section: str, one: Found) -> None:
        said = {name: value.value for name, value in one.values.items()}
        told = f"{section} {one.key}: {said}"
        self.of(section).extra.append(told)
        if one.certainty is Certainty.CERTAIN:
            self.of(section).wrong_but_certain.append(f"too much: {told}")

    def _is_right(self, record: Record, name: str, one: Found) -> bool:
        wanted = self._wanted(record[name])
        return same(wanted, self._value(one, name))

    def _wanted(self, wanted: Any) -> Any:
        if not (isinstance(wanted, Mapping) and "cell" in wanted):
            return wanted
        cells = self.cells.get(wanted["line"], [])
        return cells[wanted["cell"] - 1] if wanted["cell"] <= len(cells) else None

    def _value(self, one: Found, name: str) -> Any:
        """Return what a record says, following references where the name has dots."""
        column, _, onwards = name.partition(".")
        value = one[column]
        if not onwards or value is None:
            return value
        if isinstance(value, Mapping):
            return value.get(onwards)
        section = SHAPES[one.section].references.get(column, column)
        other = self.by_key.get((section, str(value))) or self._numbered(section, value)
        return self._value(other, onwards) if other else value

    def _numbered(self, section: str, value: Any) -> Found | None:
        return next(
            (f for f in self.understanding.of(section) if str(f["number"]) == value),
            None,
        )

    def kinds(self, kinds: Sequence[Sequence[str]]) -> None:
        for wanted, document in zip(kinds, self.understanding.documents, strict=False):
            found = [part.kind.value for part in document.parts]
            score = self.of("kinds")
            if found == list(wanted):
                score.right += 1
            else:
                score.wrong.append(f"{document.name}: {wanted}, found {found}")

    def contradictions(self, wanted: Sequence[str]) -> None:
        told = [clash.sentence for clash in self.understanding.contradictions]
        told += [q.words for c in self.understanding.contradictions for q in c.quotes]
        for words in wanted:
            score = self.of("contradictions")
            if any(words in each for each in told):
                score.right += 1
            else:
                score.missing.append(words)


def _cells(document: UnderstoodDocument) -> Iterator[tuple[int, list[str]]]:
    """Give the words of a document by line, those of a table's rows by cell."""
    read = document.result.document
    for block in read.blocks if read else ():
        rows = block.rows if isinstance(block, Table) else ()
        for row in rows:
            line = next((cell.place.line for cell in row if cell.place.line), None)
            if line:
                yield line, [cell.text for cell in row]
        if not rows and block.place.line:
            yield block.place.line, [block.text]


def _shown(record: Record) -> str:
    return ", ".join(str(value) for value in list(record.values())[:2])


def same(wanted: Any, found: Any) -> bool:
    """Tell whether a found value is what the key wants, however each is written."""
    if wanted is None or found is None:
        return wanted is None and found in (None, "")
    if isinstance(wanted, (Mapping, list)):
        return _same_collection(wanted, found)
    if isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if isinstance(found, (Decimal, int)) or isinstance(wanted, (int, float)):
        return _number(wanted) == _number(found)
    return _same_text(_text(wanted), _text(found))


def _same_collection(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(
            same(value, found.get(name)) for name, value in wanted.items()
        )
    return (
        isinstance(found, list)
        and len(wanted) == len(found)
        and all(map(same, wanted, found))
    )


def _same_text(wanted: str, found: str) -> bool:
    if wanted.endswith("…"):
        return found.startswith(wanted[:-1].rstrip())
    return wanted == found


def _number(value: Any) -> Decimal | str:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)


def _text(value: Any) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return _SPACES.sub(" ", str(value)).strip().casefold().rstrip(".")


def lines_of(scores: Mapping[str, Score]) -> Iterator[str]:
    """Give a table of precision and recall by field, and what was wrong."""
    for name, one in sorted(scores.items()):
        yield f"{name:45} {one.precision:6.1%} {one.recall:6.1%} {one.asked:5}"
    whole = total(scores)
    yield f"{'all':45} {whole.precision:6.1%} {whole.recall:6.1%} {whole.asked:5}"
    yield from (f"  wrong: {told}" for told in whole.wrong)
    yield from (f"  missing: {told}" for told in whole.missing)
    yield from (f"  too much: {told}" for told in whole.extra)
    yield from (f"  CERTAIN: {told}" for told in whole.wrong_but_certain)
