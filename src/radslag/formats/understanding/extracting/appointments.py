"""Lists of members and appointments: who is in which body, for whom, and how long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, Role
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.organisation import (
    add_appointment,
    known_towns,
)
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    email_in,
    holders_in,
    role_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.names import is_name

_COLUMNS: Final = (
    ("first_name", r"förnamn"),
    ("last_name", r"efternamn"),
    ("substitute", r"ersättare|suppleant"),
    ("name", r"namn|ledamot|ledamöter|person|representant|kontaktperson|ordinarie"),
    ("municipality", r"kommun(?!direktör|chef)|organisation|hemkommun"),
    ("party", r"parti"),
    ("email", r"e-?post|mejl|mail"),
    ("body", r"organ\b|grupp|nätverk|kommitté|nämnd"),
    ("role", r"roll|uppdrag|funktion|befattning|titel"),
    ("since", r"från|fr\.?\s?o\.?\s?m|tillträd|vald|start"),
    ("until", r"till\b|t\.?\s?o\.?\s?m|slut|avgår"),
    ("period", r"mandat|period|tid\b"),
)
_TERM: Final = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)\s*[-–—]\s*((?:19|20|21)\d\d)(?![\d-])"
)
_FROM: Final = re.compile(
    r"(?i)fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?|sedan|tillträd"
)
_UNTIL: Final = re.compile(r"(?i)t\.?\s?o\.?\s?m\.?|till\s+och\s+med|längst\s+till")
# What began a line before lines were joined: "Salem: Anna Ek", "Ersättare".
_JOINED: Final = re.compile(
    r"\n|(?<=[^,:;(\s])\s+(?=(?:Ersättare|Suppleanter|Ordinarie(?: ledamöter)?)\s*:?$)"
    r"|(?<=[^,:;(\s])\s+(?=[A-ZÅÄÖ][a-zåäö]+(?: kommun)?:\s+[A-ZÅÄÖ])"
)
# A sentence about an office is read with the organisation.
_SENTENCE: Final = re.compile(r"(?i)\b(?:är|leds av|utgörs av|utsågs|utse[rs]?)\b")
_PARTY: Final = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}")
_HEAD_OF_LIST: Final = 100
_ONE_DAY: Final = timedelta(days=1)
OF_THE_LIST: Final = "Rollen står inte; den som står i listan är läst som ledamot."
OF_THE_TERM: Final = "Tiden är mandatperioden i listans rubrik."
WHOLE_YEARS: Final = "Perioden är läst som hela år."

Period = tuple[Value | None, Value | None]


@dataclass(frozen=True)
class _Above:
    """What headings above a list say of all in it."""

    body: NamedBody | None = None
    role: tuple[Role, Piece] | None = None
    municipality: tuple[Piece, str] | None = None
    period: Period = (None, None)


@dataclass(frozen=True)
class _Row:
    """What a row of a table says of its own body and time."""

    body: NamedBody | None = None
    period: Period = (None, None)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather the appointments of a list, whether it is a table or lines."""
    above = _Above()
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Heading):
            above = _under(piece, above, gathering)
        elif isinstance(block, Table):
            _read_table(block, portion, above, gathering)
        else:
            for line in _lines(piece):
                above = _read_line(line, above, gathering)


def _lines(piece: Piece) -> Iterator[Piece]:
    """Give the lines, also where reading has joined a heading or a row to the last."""
    yield from piece.split(_JOINED)


def _under(heading: Piece, above: _Above, gathering: Gathering) -> _Above:
    body, role = _body(heading), role_in(heading)
    period = _period(heading, gathering)
    town = _whole_town(heading)
    if body:
        above = replace(above, body=body, role=None, municipality=None)
    if period[0]:
        above = replace(above, period=period)
    if role and not (body and role[0] in (Role.CONTACT, Role.CHAIR)):
        above = replace(above, role=role)
    return replace(above, municipality=town) if town else above


def _body(piece: Piece) -> NamedBody | None:
    bodies = [b for b in bodies_in(piece) if b.kind is not BodyKind.BOARD]
    return bodies[0] if len({b.kind for b in bodies}) == 1 else None


def _whole_town(piece: Piece) -> tuple[Piece, str] | None:
    name = known_name(piece.text.strip(" :"))
    return (piece.strip(" :"), name) if name else None


def _period(piece: Piece, gathering: Gathering) -> Period:
    """Return from and until when: a term of office, or days after "fr.o.m."."""
    match = _TERM.search(piece.text)
    if match:
        words = piece.group(match)
        first, last = int(match[1]), int(match[2])
        since = words.value(date(first, 1, 1), Certainty.PROBABLE, WHOLE_YEARS)
        if "mandat" in piece.text.lower():
            _add_term(since, date(last, 12, 31), gathering)
        return since, since.as_value(date(last + 1, 1, 1))
    span = next((day for day in days_in(piece) if day.last), None)
    if span and span.last:
        since = span.piece.value(span.day, span.certainty, span.reason)
        if "mandat" in piece.text.lower():
            _add_term(since, span.last, gathering)
        return since, since.as_value(span.last + _ONE_DAY)
    since_day = until_day = None
    for day in days_in(piece):
        before = piece.text[: day.piece.start - piece.start]
        value = day.piece.value(day.day, day.certainty, day.reason)
        said = before[-25:]
        if _UNTIL.search(said):
            until_day = value.as_value(day.day + _ONE_DAY)
        elif _FROM.search(said):
            since_day = value
    return since_day, until_day


def _add_term(since: Value, ends_on: date, gathering: Gathering) -> None:
    first, last = since.value.year, ends_on.year
    gathering.add(
        "terms_of_office",
        f"{first}-{last}",
        {
            "name": since.as_value(f"{first}–{last}"),
            "starts_on": since,
            "ends_on": since.as_value(ends_on),
        },
    )


def _read_line(line: Piece, above: _Above, gathering: Gathering) -> _Above:
    if _SENTENCE.search(line.text):
        return above
    holders = [h for h in _holders(line, gathering) if h.person]
    if not holders:
        is_heading = len(line.text) < _HEAD_OF_LIST and not line.text.endswith(".")
        return _under(line, above, gathering) if is_heading else above
    town = _first_town(line) or above.municipality
    starts = [holder.piece.start for holder in holders]
    for number, holder in enumerate(holders):
        end = starts[number + 1] if number + 1 < len(starts) else line.end
        begin = holders[number - 1].piece.end if number else line.start
        own = Piece(line.source, holder.piece.end, end)
        before = Piece(line.source, begin, holder.piece.start)
        whose = replace(holder, municipality=holder.municipality or town)
        role = role_in(before) or (role_in(own) if end == line.end else None)
        _add(whose, role, own, above, gathering)
    return above


def _holders(piece: Piece, gathering: Gathering) -> list[Holder]:
    return holders_in(piece, known_towns(gathering))


def _first_town(line: Piece) -> tuple[Piece, str] | None:
    """Return the municipality that begins a line, "Salem: Anna Ek"."""
    begins = line.split(r"[:\t–]")
    return _whole_town(begins[0]) if begins else None


def _add(
    holder: Holder,
    role: tuple[Role, Piece] | None,
    beside: Piece,
    above: _Above,
    gathering: Gathering,
    row: _Row | None = None,
) -> None:
    """Add what is said of one person, and what headings say of all."""
    row = row or _Row()
    named = row.body or above.body
    is_of_list = named is not None or holder.municipality is not None
    if holder.person is None or not is_of_list:
        return
    email = email_in(beside)
    person = gathering.person(holder.person)
    if email:
        gathering.add("people", str(person.value), {"email": email.value()})
    own = row.period if row.period[0] else _period(beside, gathering)
    period = own if own[0] or own[1] else _of_the_list(above.period)
    said = role or above.role
    value = (
        said[1].value(said[0].value)
        if said
        else holder.person.value(Role.MEMBER.value, Certainty.PROBABLE, OF_THE_LIST)
    )
    key = gathering.body(named.kind, named.piece, named.name) if named else None
    add_appointment(key, value, holder, period, gathering)


def _of_the_list(period: Period) -> Period:
    since, until = period
    return (
        since.doubted(Certainty.PROBABLE, OF_THE_TERM) if since else None,
        until.doubted(Certainty.PROBABLE, OF_THE_TERM) if until else None,
    )


def _read_table(
    table: Table, portion: Portion, above: _Above, gathering: Gathering
) -> None:
    rows = [tuple(portion.source.piece(cell).strip() for cell in r) for r in table.rows]
    rows = [_named(row, rows) for row in rows]
    number = next((n for n, r in enumerate(rows[:3]) if len(_columns(r)) > 1), 0)
    for row in rows[:number]:
        above = _under(row[0], above, gathering) if row and row[0] else above
    rows = rows[number:]
    columns = _columns(rows[0]) if rows else {}
    columns = {
        n: "name" if what == "first_name" else what for n, what in columns.items()
    }
    if "name" not in columns.values() and "substitute" not in columns.values():
        for row in rows:
            line = row[0].until(row[-1]) if row else None
            above = _read_line(line, above, gathering) if line else above
        return
    town: tuple[Piece, str] | None = None
    for row in rows[1:]:
        cells = {what: row[n] for n, what in columns.items() if n < len(row) and row[n]}
        own = _whole_town(cells["municipality"]) if "municipality" in cells else None
        # A municipality that several rows share stands in the first of them.
        town = own or (town if "municipality" not in cells else None)
        _read_row(cells, town, above, gathering)


def _named(row: tuple[Piece, ...], rows: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Return a row with first and last name as one, where they have a column each."""
    for head in rows[:3]:
        found = {what: n for n, what in _columns(head).items()}
        first, last = found.get("first_name"), found.get("last_name")
        if first is None or last != first + 1 or len(row) <= last:
            continue
        name = row[first].until(row[last]) if row[first] and row[last] else row[first]
        return (*row[:first], name, *row[last + 1 :])
    return row


def _columns(head: tuple[Piece, ...]) -> dict[int, str]:
    """Return what each column holds, as its head says."""
    found: dict[int, str] = {}
    for number, cell in enumerate(head):
        for what, words in _COLUMNS:
            if (
                re.search(rf"(?i)\b(?:{words})", cell.text)
                and what not in found.values()
            ):
                found[number] = what
                break
    return found


def _read_row(
    cells: dict[str, Piece],
    town: tuple[Piece, str] | None,
    above: _Above,
    gathering: Gathering,
) -> None:
    for what in ("name", "substitute"):
        holder = _holder(cells, what, town, gathering) if what in cells else None
        if holder is None:
            continue
        body = _body(cells["body"]) if "body" in cells else None
        role = _role_of_row(cells, what)
        period = _period_of_row(cells, gathering)
        beside = cells.get("email", cells[what]) if what == "name" else cells[what]
        _add(holder, role, beside, above, gathering, _Row(body, period))


def _holder(
    cells: dict[str, Piece],
    what: str,
    town: tuple[Piece, str] | None,
    gathering: Gathering,
) -> Holder | None:
    found = [h for h in _holders(cells[what], gathering) if h.person]
    # First and last name in columns of their own have no space between.
    if not found and is_name(" ".join(cells[what].text.split())):
        found = [Holder(cells[what], cells[what])]
    if len(found) != 1:
        return None
    party = cells.get("party") if what == "name" else None
    letters = party.strip(" ()") if party else None
    is_party = bool(letters and _PARTY.fullmatch(letters.text))
    return replace(
        found[0],
        municipality=found[0].municipality or town,
        party=letters if is_party else found[0].party,
    )


def _role_of_row(cells: dict[str, Piece], what: str) -> tuple[Role, Piece] | None:
    if what == "substitute":
        return Role.SUBSTITUTE, cells[what]
    role = role_in(cells["role"]) if "role" in cells else None
    return role or role_in(cells[what])


def _period_of_row(cells: dict[str, Piece], gathering: Gathering) -> Period:
    if "period" in cells:
        return _period(cells["period"], gathering)
    since = _day(cells.get("since"))
    until = _day(cells.get("until"))
    return since, until.as_value(until.value + _ONE_DAY) if until else None


def _day(cell: Piece | None) -> Value | None:
    found = next(days_in(cell), None) if cell else None
    return (
        found.piece.value(found.day, found.certainty, found.reason) if found else None
    )
