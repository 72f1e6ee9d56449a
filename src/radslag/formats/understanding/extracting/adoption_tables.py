"""Where a programme lists which boards adopted it: each with its day and §."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import AdoptionOutcome, BodyKind, Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import SIGN
from radslag.formats.understanding.extracting.case_parts.outcomes import outcome_in
from radslag.formats.understanding.extracting.case_parts.sending import (
    days_of_sending,
)
from radslag.formats.understanding.extracting.case_parts.voices import (
    record_voice,
    told_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    whole_register_number,
)
from radslag.formats.understanding.wording.sentences import sentences_of

LONGEST_LINE: Final = 160
FROM_ABOVE: Final = "Organet är taget ur rubriken eller raden ovanför."
ONLY_A_DECISION: Final = "Det står att ett beslut är fattat men inte vilket."
NO_BODY: Final = (
    "Handlingen räknar upp när kommunerna beslutade ({words}) men säger inte om det "
    "var styrelsen eller fullmäktige; raderna är inte införda som antaganden."
)
_ADOPTED: Final = re.compile(
    r"(?i)\banta(?:gande\w*|gen|get|gna|git|gits|gs|s)\b|\bantog\w*|\bgodkän\w+"
    r"|\bfastställ\w+|\bställt\s+sig\s+bakom"
)
_DECIDED: Final = re.compile(
    r"(?i)\bbeslut\w*|\bbehandl\w+|\bställningstagande\w*|\butfall\b|\bså\s+sa(?:de)?\b"
    r"|\bså\s+gick\b|\bresultat\b|\bsvar(?:et|en)?\b"
)
_TO_COME: Final = re.compile(r"(?i)\bplanera\w*|\bpreliminär\w*|\bkommande\b|\bska\b")
# The letters of a register number, "KS 2023/12", name no body; a day may follow one.
_NO_NUMBER: Final = r"(?![\s./:-]*\d{2,4}[/:.-]\d{1,6}\b(?!-\d))"
_BOARD: Final = re.compile(rf"(?i)\b(?:kommun|stads)styrelse\w*|\bKS\b{_NO_NUMBER}")
_COUNCIL: Final = re.compile(rf"(?i)\b(?:kommun|stads)fullmäktig\w*|\bKF\b{_NO_NUMBER}")
_PENDING: Final = re.compile(
    r"(?i)\bväntar\b|\bbehandlas\b|\btas\s+upp\b|\b(?:ännu\s+)?(?:inte|ej)\s+(?:behandla|besl)"
)
# What a board did that needs no day to be told: it has not adopted the programme.
_NOT_ADOPTED: Final = re.compile(
    r"(?i)\b(?:återremi\w+|bordl[aä]\w+|avsl[oå]\w+|avslagit)\b"
)
_OF_DAY: Final = re.compile(r"(?i)datum|\bdag\b|beslut|anta|godkän|möte|sammanträd")
_OF_SIGN: Final = re.compile(r"(?i)^\W*(?:§|paragraf|protokoll)")
_OF_NUMBER: Final = re.compile(r"(?i)\bdnr\b|diarie|ärendenummer")


class Row(NamedTuple):
    """A row of a list or a table: its cells, and what stands above each."""

    cells: tuple[Piece, ...]
    heads: tuple[str, ...] = ()

    def head(self, number: int) -> str:
        """Return what stands above a cell; nothing in a list."""
        return self.heads[number] if number < len(self.heads) else ""

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(cell.text for cell in self.cells)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the adoptions that the part's programme lists to the gathering."""
    programme = _programme_of(portion, gathering)
    if programme is None:
        return
    for above, rows in _lists(portion):
        for row in rows:
            _read(row, above, programme, gathering)
    sentences = [each for p in portion.pieces() for each in sentences_of(p)]
    for sentence in sentences:
        _hear(sentence, programme, gathering)
    sent = next(days_of_sending(sentences), None)
    for found in gathering.of("adoptions"):
        if found["programme"] == programme.key and sent:
            gathering.add("adoptions", found.key, {"sent_on": sent})


def _hear(sentence: Piece, programme: Found, gathering: Gathering) -> None:
    """Add who a sentence says had a view of their own in one municipality."""
    voices = list(told_in(sentence))
    if not voices:
        return
    adopted = {
        str(town["name"]): adoption
        for adoption in gathering.of("adoptions")
        if adoption["programme"] == programme.key
        and (board := gathering.get("bodies", str(adoption["board"])))
        and (town := gathering.get("municipalities", str(board["municipality"])))
    }
    named = {name for _, name in municipalities_in(sentence, adopted)}
    if len(named) == 1:
        adoption = adopted[named.pop()]
        for section, voice in voices:
            of = voice.who.value(adoption.key)
            record_voice(section, of, voice, gathering)


def _programme_of(portion: Portion, gathering: Gathering) -> Found | None:
    """Return the programme that the part itself is."""
    here = portion.whole.quote.span
    for found in gathering.of("programmes"):
        name = found.values.get("name")
        for quote in name.quotes if name else ():
            is_in_it = here.start <= quote.span.start < here.end
            if quote.document == portion.source.key and is_in_it:
                return found
    return None


def _lists(portion: Portion) -> Iterator[tuple[Piece, list[Row]]]:
    """Give what may be a list of adoptions, each with the words that announce it."""
    for heading, below in portion.under_headings():
        announcing = portion.piece(heading) if heading else None
        if announcing:
            tables = (block for block in below if isinstance(block, Table))
            yield from ((announcing, _rows(portion, table)) for table in tables)
        texts = [portion.piece(b) for b in below if not isinstance(b, Table)]
        yield from _listed([line for t in texts for line in t.split(r"\n")], announcing)


def _listed(
    lines: list[Piece], announcing: Piece | None
) -> Iterator[tuple[Piece, list[Row]]]:
    for line in lines:
        if announcing and _is_listed(line):
            yield announcing, [Row((line,))]
        elif len(line.text) <= LONGEST_LINE and _ADOPTED.search(line.text):
            announcing = line


def _is_listed(piece: Piece) -> bool:
    is_short = len(piece.text) <= LONGEST_LINE
    is_dated = any(days_in(piece)) or _NOT_ADOPTED.search(piece.text) is not None
    return is_short and len(municipalities_in(piece)) == 1 and is_dated


def _rows(portion: Portion, table: Table) -> list[Row]:
    rows = [tuple(portion.source.piece(cell).strip() for cell in r) for r in table.rows]
    if len(rows) < 2:  # noqa: PLR2004 - a head and a row.
        return []
    heads = tuple(cell.text for cell in rows[0])
    return [Row(row, heads) for row in rows[1:]]


def _read(row: Row, above: Piece, programme: Found, gathering: Gathering) -> None:
    said = f"{above.text} {' '.join(row.heads)}"
    if not (_ADOPTED.search(said) or _DECIDED.search(said)) or _TO_COME.search(said):
        return
    named = _municipality(row, gathering)
    day, outcome = _day(row), _outcome(row, above)
    if named is None or outcome is None:
        return
    kind, reason = _kind(row, above)
    if kind is None:
        _remark(above, said, gathering)
        return
    board = _board(kind, named, reason, row, gathering)
    values = {
        "programme": named.as_value(programme.key),
        "board": board,
        "outcome": outcome,
        "decided_on": day.piece.value(day.day) if day else None,
        "paragraph": _paragraph(row),
        "register_number": _number(row),
    }
    key = slug(f"{programme.key}-{board.value}")
    gathering.add("adoptions", key, values)
    for cell in row.cells:
        for sentence in sentences_of(cell):
            for section, voice in told_in(sentence):
                record_voice(section, voice.who.value(key), voice, gathering)


def _remark(above: Piece, said: str, gathering: Gathering) -> None:
    remark = NO_BODY.format(words=" ".join(above.text.split()))
    if _ADOPTED.search(said) and remark not in gathering.remarks:
        gathering.remarks.append(remark)


def _municipality(row: Row, gathering: Gathering) -> Value | None:
    for cell in row.cells:
        name = known_name(cell.text)
        if name:
            return gathering.municipality(cell, name)
    named = {
        name: piece for cell in row.cells for piece, name in municipalities_in(cell)
    }
    if len(named) != 1:
        return None
    name, piece = next(iter(named.items()))
    return gathering.municipality(piece, name)


def _kind(row: Row, above: Piece) -> tuple[BodyKind | None, str]:
    """Return whether boards or councils decided, and why it is not certain."""
    for words, reason in (
        (row.words, ""),
        (" ".join(row.heads), FROM_ABOVE),
        (above.text, FROM_ABOVE),
    ):
        board, council = _BOARD.search(words), _COUNCIL.search(words)
        if bool(board) != bool(council):
            return (BodyKind.BOARD if board else BodyKind.COUNCIL), reason
    return None, ""


def _board(
    kind: BodyKind, named: Value, reason: str, row: Row, gathering: Gathering
) -> Value:
    found = gathering.get("municipalities", str(named.value))
    called = "Kommunstyrelsen" if kind is BodyKind.BOARD else "Kommunfullmäktige"
    name = f"{called} i {found['name']}" if found else called
    key = gathering.body(kind, row.cells[0], name, named)
    said = named.as_value(key.value)
    return said.doubted(Certainty.PROBABLE, reason) if reason else said


def _day(row: Row) -> FoundDay | None:
    """Return the row's only day, or the only one below a head that is of the day."""
    found = [
        (day, row.head(number))
        for number, cell in enumerate(row.cells)
        for day in days_in(cell)
        if day.has_year
    ]
    if len(found) > 1:
        found = [(day, head) for day, head in found if _OF_DAY.search(head)]
    return found[0][0] if len(found) == 1 else None


def _outcome(row: Row, above: Piece) -> Value | None:
    """Return what the row says was decided, else what all the rows are a list of."""
    for cell in row.cells:
        own = outcome_in(cell)
        if own:
            return own.value
        pending = cell.find(_PENDING)
        if pending:
            return pending.value(AdoptionOutcome.PENDING.value)
    day = _day(row)
    if day is None:
        return None
    adopted = above.find(_ADOPTED)
    if adopted:
        return adopted.value(AdoptionOutcome.ADOPTED.value)
    if any(_ADOPTED.search(head) for head in row.heads):
        return day.piece.value(AdoptionOutcome.ADOPTED.value)
    return day.piece.value(
        AdoptionOutcome.ADOPTED.value, Certainty.DOUBTFUL, ONLY_A_DECISION
    )


def _paragraph(row: Row) -> Value | None:
    for number, cell in enumerate(row.cells):
        match = SIGN.search(cell.text)
        if match:
            figure = match["number"] or match["first"]
            return cell.group(match).value(f"§ {figure}")
        if _OF_SIGN.search(row.head(number)) and re.fullmatch(r"\d{1,4}", cell.text):
            return cell.value(f"§ {cell.text}")
    return None


def _number(row: Row) -> Value | None:
    for number, cell in enumerate(row.cells):
        found = register_number_in(cell)
        if found is None and _OF_NUMBER.search(row.head(number)):
            found = whole_register_number(cell)
        if found:
            return found.value()
    return None
