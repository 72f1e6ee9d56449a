"""Who signed an agreement for which municipality, and on which day."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Table
from radslag.formats.understanding.extracting.signature_columns import (
    Place,
    Row,
    in_columns,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in, days_in
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.sentences import sentences_of

BEFORE_NAME: Final = "Dagen står före kommunens namn."
SAME_DAY: Final = "Dagen står en gång för alla underskrifter."
MISREAD: Final = "Orten är läst {words} och liknar en av parterna."
BY_HAND: Final = "Namnteckningar är svåra att läsa; namnet kan vara ett annat."
SAME_NAME: Final = "Samma namn står för flera kommuner."
_ALIKE: Final = 0.8
_FEWEST: Final = 2
_LEAD: Final = re.compile(
    r"(?i)^(?:för\s+|(?:ort|plats)(?:\s*(?:och|/|,|&)\s*datum)?\s*:?\s*)"
)
_BEFORE_DAY: Final = re.compile(r"[\s,:/–-]*(?:\bden)?\s*$", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"(?i)\b(?:ordförande|kommun(?:alråd|direktör|chef)|borgmästare|oppositionsråd)"
)
# Tabs and wide spaces stand between columns, and so does a space before "För …".
BESIDE: Final = re.compile(
    r"[\n\t]| {3,}|(?<=ordförande)\s+(?=[A-ZÅÄÖ]\S+(?:\s\S+)?\s+den\s\d)"
    r"|(?<=\bkommun)\s+(?=[A-ZÅÄÖ][\wåäö-]+\s+(?:kommun|stad)\b)"
    r"|\s+(?=För\s+[A-ZÅÄÖ]\S+(?:\s\S+)?\s+(?:kommun|stad)\b)"
)
_SIGNED: Final = re.compile(r"(?i)\b(?:under(?:teckn|skriv|skrev)|signera)\w*")
_DECIDED: Final = re.compile(r"(?i)beslut|\bantag|\bparagraf\b|§")
_EARLIER: Final = re.compile(
    r"(?i)\bersätt\w*|\btidigare\b|\bsenast\b|\bföre\b|\bska\b"
)
_DRAWN: Final = re.compile(r"[\s._…–—=*✓-]*")


@dataclass
class Signature:
    """One municipality's signature, as far as the document shows it."""

    municipality: Piece
    name: str
    is_strong: bool
    is_misread: bool = False
    day: FoundDay | None = None
    signed_by: Piece | None = None
    is_shared_day: bool = False
    is_before: bool = False


def signatures_in(
    portion: Portion, blocks: Sequence[Block], parties: Collection[str]
) -> list[Signature]:
    """Return the signatures of an agreement, in the order they stand.

    A place that is no party's is where somebody signed, not who did.
    """
    reader = _Reader(set(parties))
    for column in in_columns(_rows(portion, blocks), reader.place_of):
        for line in column.lines:
            reader.read(line)
        if column.is_parted:
            reader.waiting = None
    return reader.finished()


class _Reader:
    """Goes through the lines, remembering whose signature it stands at."""

    def __init__(self, parties: set[str]) -> None:
        self.parties = parties
        self.found: list[Signature] = []
        self.waiting: FoundDay | None = None

    def read(self, line: Piece) -> None:
        day = day_in(line)
        place = line.part(0, day.piece.start - line.start) if day else line
        self._begin(place, has_day=day is not None)
        if day:
            self._date(day)
        elif self.found and is_name(_bare(line)) and not self.found[-1].signed_by:
            self.found[-1].signed_by = _without_office(line)

    def place_of(self, cell: Piece) -> Place | None:
        """Return whose signature begins at a cell, or None where none does."""
        day = day_in(cell)
        place = cell.part(0, day.piece.start - cell.start) if day else cell
        _, name, _ = self._named(place, has_day=day is not None)
        is_place = bool(name or (day and _named_part(place)))
        return Place(name, day is not None) if is_place else None

    def _named(self, place: Piece, *, has_day: bool) -> tuple[Piece, str | None, bool]:
        """Return the words of a party's name, the name, and whether it is misread."""
        bare = _named_part(place)
        name = known_name(bare.text)
        is_misread = False
        if name is None and has_day:
            # "För Åsby kommun Åsby 2023-06-19", where the cell's lines ran together.
            named = municipalities_in(place)
            if len({each for _, each in named}) == 1:
                bare, name = named[0]
        if name is None and bare and has_day:
            parts = [p for p in self.parties if bare.text in re.split(r"[ -]", p)]
            near = get_close_matches(bare.text, self.parties, 1, _ALIKE)
            near = near or (parts if len(parts) == 1 else [])
            name, is_misread = (near[0], True) if near else (None, False)
        is_party = not self.parties or name in self.parties
        return bare, name if is_party else None, is_misread

    def _begin(self, place: Piece, *, has_day: bool) -> None:
        bare, name, is_misread = self._named(place, has_day=has_day)
        if name is None:
            return
        is_strong = bool(re.search(r"(?i)\bför\b|kommun|stad\b", place.text))
        last = self.found[-1] if self.found else None
        if last and (last.name == name or _is_only_place(last, is_strong)):
            return
        day = None if has_day else self.waiting
        new = Signature(bare, name, is_strong, is_misread, day, is_before=bool(day))
        self.waiting = None
        self.found.append(new)

    def _date(self, day: FoundDay) -> None:
        last = self.found[-1] if self.found else None
        if last and last.day is None:
            last.day = day
        else:
            self.waiting = day

    def finished(self) -> list[Signature]:
        """Return the signatures; a day that stands once is everybody's."""
        days = [each.day for each in self.found if each.day]
        is_first = len(days) == 1 and bool(self.found) and self.found[0].day is not None
        is_alone = is_first and len(self.found) > 1 and _stands_before(self.found[0])
        if is_first and _is_where_all_signed(self.found):
            is_alone = True
            names = {each.name for each in self.found[1:]}
            self.found = self.found[self.found[0].name in names :]
        for each in self.found if is_alone else []:
            each.day, each.is_shared_day = days[0], True
        return [each for each in self.found if not self._is_left_blank(each)]

    def _is_left_blank(self, signature: Signature) -> bool:
        """Tell whether one has not signed, in a copy that most others have signed."""
        signed = [each for each in self.found if each.day and each.signed_by]
        is_blank = not (signature.day or signature.signed_by)
        return is_blank and len(signed) * 2 > len(self.found)


def share_day(signatures: Sequence[Signature], closing: Iterable[Piece]) -> None:
    """Give all the day that the last sentences name, where none has its own."""
    days = [
        days[0]
        for piece in closing
        for sentence in sentences_of(piece)
        if _SIGNED.search(sentence.text)
        and not _EARLIER.search(sentence.text)
        and len(days := [day for day in days_in(sentence) if day.has_year]) == 1
    ]
    if len(days) == 1 and not any(each.day for each in signatures):
        for each in signatures:
            each.day, each.is_shared_day = days[0], True


def _is_only_place(last: Signature, is_strong: bool) -> bool:  # noqa: FBT001 - of two.
    """Tell whether a weaker place after a municipality is only where it was signed."""
    return last.is_strong and not is_strong and last.day is None


def _is_where_all_signed(found: list[Signature]) -> bool:
    """Tell whether the first only is a place and a day above "För …" of all others."""
    others = found[1:]
    is_place = not found[0].is_strong and not found[0].signed_by
    return is_place and len(others) > 1 and all(each.is_strong for each in others)


def _stands_before(first: Signature) -> bool:
    return bool(first.day and first.day.piece.end <= first.municipality.start)


def _rows(portion: Portion, blocks: Sequence[Block]) -> Iterator[Row]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(portion, block)
            continue
        for line in portion.piece(block).split(r"\n"):
            yield Row(tuple(enumerate(_lines(line))), is_of_table=False)


def _of_table(portion: Portion, table: Table) -> Iterator[Row]:
    """Give a table's rows, or its columns where each party has its own."""
    decided = _columns_of_decisions(table)
    cells = [
        [portion.source.piece(c) for n, c in enumerate(row) if n not in decided]
        for row in table.rows
    ]
    rows = [[(at, n) for at, c in enumerate(row) for n in _lines(c)] for row in cells]
    has_lines = any(len({at for at, _ in row}) < len(row) for row in rows)
    if _is_by_columns(rows) or (has_lines and _is_headed(rows)):
        for column in zip(*cells, strict=False):
            for piece in (n for cell in column for n in _lines(cell)):
                yield Row(((0, piece),), is_of_table=False)
    elif has_lines:
        for cell in (cell for row in rows for cell in row):
            yield Row((cell,), is_of_table=False)
    else:
        yield from (Row(tuple(row), is_of_table=True) for row in rows if row)


def _columns_of_decisions(table: Table) -> set[int]:
    """Return the columns whose head says that a day there is a decision's.

    Only where another column is said to hold the days of signing.
    """
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    decided = {n for n, text in enumerate(heads) if _DECIDED.search(text)}
    signed = {n for n, text in enumerate(heads) if _SIGNED.search(text)}
    return decided - signed if signed - decided else set()


def _is_by_columns(rows: list[list[tuple[int, Piece]]]) -> bool:
    """Tell whether all stands in the columns of parties that are not the first row."""
    heads = [row for row in rows if _names([line for _, line in row]) > 1]
    columns = {at for row in heads for at, _ in row}
    is_first = bool(rows) and all(known_name(_named_part(p).text) for _, p in rows[0])
    is_aligned = all(at in columns for row in rows for at, _ in row)
    return bool(heads) and is_aligned and not is_first


def _is_headed(rows: list[list[tuple[int, Piece]]]) -> bool:
    """Tell whether each column has its party's name on top, and nobody's below."""
    if len(rows) < _FEWEST or len(rows[0]) < _FEWEST:
        return False
    tops = {at: known_name(_named_part(piece).text) for at, piece in rows[0]}
    is_each = len(tops) == len(rows[0]) == len(set(tops.values()) - {None})
    return is_each and all(
        at in tops and known_name(_named_part(p).text) in (None, tops[at])
        for row in rows[1:]
        for at, p in row
    )


def _names(row: list[Piece]) -> int:
    named = {known_name(_named_part(line).text) for line in row}
    return len(named - {None})


def _lines(piece: Piece) -> Iterator[Piece]:
    for line in piece.split(BESIDE):
        if not _DRAWN.fullmatch(line.text):
            yield from _side_by_side(line)


def _side_by_side(line: Piece) -> Iterator[Piece]:
    """Give the parts of a line with several days, each with its place before it."""
    start = 0
    ends = [day.piece.end - line.start for day in days_in(line)]
    for end in [*ends[:-1], len(line.text)] if len(ends) > 1 else [len(line.text)]:
        yield line.part(start, end).strip()
        start = end


def _named_part(place: Piece) -> Piece:
    """Return the place without "för", "kommun" being part of what is known."""
    text = place.text
    lead = _LEAD.match(text)
    end = _BEFORE_DAY.search(text)
    start = lead.end() if lead else 0
    return place.part(start, max(start, end.start() if end else len(text))).strip()


def _bare(line: Piece) -> str:
    return _without_office(line).text


def _without_office(line: Piece) -> Piece:
    office = _OFFICE.search(line.text)
    cut = re.search(r"[,(]", line.text)
    ends = [match.start() for match in (office, cut) if match]
    return line.part(0, min(ends, default=len(line.text))).strip(" _.,")


def record(
    signatures: Sequence[Signature], agreement: Value, gathering: Gathering
) -> list[Value]:
    """Add the signatures to what is found, and return the days they were made."""
    days = []
    for each in signatures:
        municipality = gathering.municipality(each.municipality, each.name)
        if municipality is None:
            continue
        if each.is_misread:
            reason = MISREAD.format(words=f"”{each.municipality.text}”")
            municipality = municipality.doubted(Certainty.PROBABLE, reason)
        day = _day(each)
        days += [day] if day else []
        gathering.add(
            "signatures",
            f"{agreement.value}-{municipality.value}",
            {
                "agreement": agreement,
                "municipality": municipality,
                "signed_on": day,
                "signed_by": _signed_by(each, signatures),
            },
        )
    return days


def _signed_by(signature: Signature, all_of_them: Sequence[Signature]) -> Value | None:
    """Return the name; a hand is hard to read, and nobody signs for two parties."""
    if signature.signed_by is None:
        return None
    name = signature.signed_by.text
    same = [s for s in all_of_them if s.signed_by and s.signed_by.text == name]
    said = signature.signed_by.value(None, Certainty.PROBABLE, BY_HAND)
    return said.doubted(Certainty.DOUBTFUL, SAME_NAME) if len(same) > 1 else said


def _day(signature: Signature) -> Value | None:
    found = signature.day
    if found is None:
        return None
    said = found.piece.value(found.day)
    if signature.is_before:
        return said.doubted(Certainty.PROBABLE, BEFORE_NAME)
    return (
        said.doubted(Certainty.PROBABLE, SAME_DAY) if signature.is_shared_day else said
    )
