"""Tables of who sits or answers for each municipality, in no list of members."""

import re
from dataclasses import replace
from typing import Final

from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.organisation_parts.appointed import (
    Above,
    body_of,
    period_in,
    whole_town,
)
from radslag.formats.understanding.extracting.organisation_parts.holders import ROLE
from radslag.formats.understanding.extracting.organisation_parts.person_tables import (
    read_table,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

_SEATS: Final = re.compile(
    r"(?i)^\W*(?:ordinarie|ledamot|ledamöter|ersättare|suppleant(?:er)?|representant(?:er)?"
    r"|kontakt)"
)
_TOWNS: Final = re.compile(r"(?i)^\W*(?:medlems)?kommun(?:er)?\W*$")

_CHOSEN: Final = re.compile(
    r"(?i)\b(?:valda|utsedda|väljs|utses|mandat(?:tid|period)\w*)\b"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add those whom a table names for each municipality, ordinary and substitute."""
    above = Above()
    for block in portion.blocks:
        if isinstance(block, Heading):
            above = Above(body_of(portion.piece(block)))
        elif not isinstance(block, Table):
            above = _with_period(portion.piece(block), above, gathering)
        elif _is_of_seats(block):
            read_table(block, portion, above, gathering)
        elif _is_of_roles(block, portion):
            read_table(block, portion, Above(), gathering)


def _with_period(piece: Piece, above: Above, gathering: Gathering) -> Above:
    """Return what holds of a table below a sentence of when its members were chosen."""
    for sentence in sentences_of(piece):
        if _CHOSEN.search(sentence.text):
            period = period_in(sentence, gathering)
            return replace(above, period=period) if all(period) else above
    return above


def _is_of_seats(table: Table) -> bool:
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    return any(map(_TOWNS.match, heads)) and any(map(_SEATS.match, heads))


def _is_of_roles(table: Table, portion: Portion) -> bool:
    """Tell whether rows are a role, a person and a municipality below a body's name."""
    title = [cell for cell in table.rows[0] if cell.text.strip()] if table.rows else []
    named = body_of(portion.source.piece(title[0])) if len(title) == 1 else None
    rows = [[portion.source.piece(c).strip() for c in row] for row in table.rows[1:]]
    seats = [
        row
        for row in rows
        if ROLE.fullmatch(row[0].text) and any(map(whole_town, row[1:]))
    ]
    return named is not None and len(seats) > 1 and len(seats) == len(rows)
