"""Tables of appointments: what each column holds, by its head or by its own cells.

A row is one person with what is said of her, or a network or a municipality with a
person in each column that another one heads.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.organisation import known_towns
from radslag.formats.understanding.extracting.organisation_parts.appointed import (
    Above,
    Own,
    Period,
    Town,
    add,
    body_of,
    day_of,
    period_in,
    under,
    whole_town,
)
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    email_in,
    holders_in,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name

Row = tuple[Piece, ...]
_T = TypeVar("_T")
_COLUMNS: Final = (
    ("first_name", r"förnamn"),
    ("last_name", r"efternamn"),
    ("seat_of", r"(?:ersättare|suppleant)\s+(?:för|åt)\b|ersätter\b"),
    ("substitute", r"ersättare|suppleant"),
    ("municipality", r"(?:från\s+)?kommun(?!direktör|chef)|organisation|hemkommun"),
    ("period", r"mandat|period|tid\b"),
    ("since", r"från|fr\.?\s?o\.?\s?m|tillträd|vald\b(?!\s+av)|start|sedan|inträd"),
    ("until", r"till\b|(?-i:t\.?\s?o\.?\s?m|T\.\s?o\.\s?m)|slut|avgår|avgång"),
    ("name", r"namn|ledamot|ledamöter|person|representant|kontaktperson|ordinarie"),
    ("party", r"parti"),
    ("email", r"e-?post|mejl|mail"),
    ("body", r"organ\b|grupp|nätverk|kommitté|nämnd"),
    ("role", r"roll|uppdrag|funktion|befattning|titel"),
)
_PERSONS: Final = ("name", "substitute")
# Whom somebody is the substitute of is named again in a row of her own.
_NAMED_AGAIN: Final = ("seat_of",)
_PARTY: Final = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}")
# What stands beside a name in its own cell: a party, a municipality, an address.
_BESIDE_NAME: Final = re.compile(r"\W*(?:[(,;\n].*)?", re.S)
# "Sedan 2 maj 2023": a cell that says of its day what it is.
_SINCE: Final = re.compile(
    r"(?i)(?:sedan|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|tillträd\w+|vald|utsedd)"
    r"\s+(?:den\s+)?\d"
)
_UNTIL: Final = re.compile(
    r"(?i)(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|avg(?:år|ick)|längst\s+till)"
    r"\s+(?:den\s+)?\d"
)
_HEAD_ROWS: Final = 3


def read_table(
    table: Table, portion: Portion, above: Above, gathering: Gathering
) -> bool:
    """Add the appointments of a table; False where no column holds persons' names."""
    rows = [tuple(portion.source.piece(cell).strip() for cell in r) for r in table.rows]
    rows = [_named(row, rows) for row in rows]
    at = _head_at(rows)
    for row in rows[:at]:
        title = next((cell for cell in row if cell), None)
        above = under(title, above, gathering) if title else above
    head, below = (rows[at], rows[at + 1 :]) if _is_head(rows[at]) else ((), rows[at:])
    columns = _columns(head, below)
    persons = [number for number, what in columns.items() if what in _PERSONS]
    if not persons:
        return False
    town: Town | None = None
    for row in below:
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and not filled[0].text.endswith("."):
            above = under(filled[0], above, gathering)
        # A municipality that several rows share stands in the first of them; another
        # name there, of an authority, is nobody's municipality.
        town = _of_row(row, columns, "municipality", whole_town) or (
            town if _is_left_out(row, columns, "municipality") else None
        )
        for number in persons:
            if number < len(row) and row[number]:
                _read_cell(row, number, (head, columns), (town, above), gathering)
    return True


def _is_left_out(row: Row, columns: dict[int, str], what: str) -> bool:
    """Tell whether a table has a column of a kind, and a row's cell there is empty."""
    numbers = [number for number, said in columns.items() if said == what]
    return bool(numbers) and not any(n < len(row) and row[n] for n in numbers)


def _head_at(rows: Sequence[Row]) -> int:
    """Return which row is the head, or the first that is no title above it."""
    known = (n for n, row in enumerate(rows[:_HEAD_ROWS]) if _is_known_head(row))
    wide = (n for n, row in enumerate(rows) if sum(map(bool, row)) > 1)
    return next(known, next(wide, 0))


def _is_known_head(row: Row) -> bool:
    is_of_persons = any(_persons(cell) and not _by_words((cell,)) for cell in row)
    return len(_by_words(row)) > 1 and not any(map(email_in, row)) and not is_of_persons


def _is_head(row: Row) -> bool:
    is_data = any(_persons(cell) or email_in(cell) or day_of(cell) for cell in row)
    return _is_known_head(row) or not is_data


def _named(row: Row, rows: Sequence[Row]) -> Row:
    """Return a row with first and last name as one, where they have a column each."""
    for head in rows[:_HEAD_ROWS]:
        found = {what: n for n, what in _by_words(head).items()}
        first, last = found.get("first_name"), found.get("last_name")
        if first is None or last != first + 1 or len(row) <= last:
            continue
        name = row[first].until(row[last]) if row[first] and row[last] else row[first]
        return (*row[:first], name, *row[last + 1 :])
    return row


def _columns(head: Row, rows: Sequence[Row]) -> dict[int, str]:
    """Return what each column holds: what its cells are, else what its head says."""
    by_words = _by_words(head)
    found = {n: "name" if w == "first_name" else w for n, w in by_words.items()}
    for number in range(max(map(len, rows), default=0)):
        cells = [row[number] for row in rows if number < len(row) and row[number]]
        if found.get(number) in (*_PERSONS, *_NAMED_AGAIN):
            continue
        if _are(cells, lambda cell: bool(_persons(cell))):
            found[number] = "name"
        elif number not in found:
            is_of = {
                "municipality": lambda cell: whole_town(cell) is not None,
                "email": lambda cell: email_in(cell) is not None,
                "body": lambda cell: body_of(cell) is not None,
                "role": lambda cell: role_in(cell) is not None,
                "since": lambda cell: _SINCE.match(cell.text) is not None,
                "until": lambda cell: _UNTIL.match(cell.text) is not None,
            }
            what = next((what for what, fits in is_of.items() if _are(cells, fits)), "")
            if what and what not in found.values():
                found[number] = what
    return found


def _are(cells: Sequence[Piece], fits: Callable[[Piece], bool]) -> bool:
    return bool(cells) and sum(map(fits, cells)) * 2 > len(cells)


def _persons(cell: Piece) -> list[Holder]:
    """Return the persons of a cell that begins with a name and holds little more."""
    lines = [line for line in cell.split(r"\n") if line]
    found = [h for line in lines for h in holders_in(line) if h.person]
    if found and found[0].piece.start == cell.start:
        rest = cell.text[found[0].piece.end - cell.start :]
        return found if _BESIDE_NAME.fullmatch(rest) else []
    # First and last name in columns of their own have no space between.
    is_split = "\t" in cell.text and is_name(" ".join(cell.text.split()))
    return [Holder(cell, cell)] if is_split else []


def _by_words(head: Row) -> dict[int, str]:
    """Return what columns hold as their heads say."""
    found: dict[int, str] = {}
    for number, cell in enumerate(head):
        for what, words in _COLUMNS:
            fits = re.search(rf"(?i)\b(?:{words})", cell.text)
            if fits and what not in found.values():
                found[number] = what
                break
    return found


def _of_row(
    row: Row, columns: dict[int, str], what: str, read: Callable[[Piece], _T | None]
) -> _T | None:
    for number, holds in columns.items():
        if holds == what and number < len(row) and row[number]:
            return read(row[number])
    return None


def _read_cell(
    row: Row,
    number: int,
    table: tuple[Row, dict[int, str]],
    around: tuple[Town | None, Above],
    gathering: Gathering,
) -> None:
    head, columns = table
    town, above = around
    cell, over = row[number], head[number] if number < len(head) else None
    holders = list(_holders(row, number, columns, gathering))
    is_first = number == min(n for n, what in columns.items() if what in _PERSONS)
    email = _of_row(row, columns, "email", lambda found: found) if is_first else None
    own = Own(
        _of_row(row, columns, "body", body_of) or (body_of(over) if over else None),
        (_of_row(row, columns, "role", role_in) if is_first else None)
        or role_in(cell)
        or (role_in(over) if over else None),
        _period(row, columns, gathering) if is_first else (None, None),
    )
    whose = (whole_town(over) if over else None) or town or above.municipality
    for holder in holders:
        placed = replace(holder, municipality=holder.municipality or whose)
        beside = email if email and len(holders) == 1 else cell
        add(placed, own, beside, above, gathering)


def _holders(
    row: Row, number: int, columns: dict[int, str], gathering: Gathering
) -> Iterator[Holder]:
    cell = row[number]
    lines = cell.split(r"\n")
    towns = known_towns(gathering)
    found = [h for line in lines for h in holders_in(line, towns) if h.person]
    party = _of_row(row, columns, "party", lambda piece: piece.strip(" ()"))
    is_party = bool(party and _PARTY.fullmatch(party.text)) and len(found) <= 1
    for holder in found or _persons(cell):
        is_own = is_party and columns[number] == "name"
        yield replace(holder, party=party if is_own else holder.party)


def _period(row: Row, columns: dict[int, str], gathering: Gathering) -> Period:
    if "period" in columns.values():
        period = _of_row(row, columns, "period", lambda p: period_in(p, gathering))
        return period or (None, None)
    since = _of_row(row, columns, "since", day_of)
    until = _of_row(row, columns, "until", lambda p: day_of(p, is_last=True))
    return since, until
