"""Lists of members and appointments: who is in which body, for whom, and how long."""

import re
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import Role
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.organisation import known_towns
from radslag.formats.understanding.extracting.organisation_parts.appointed import (
    Above,
    Named,
    Own,
    Town,
    add,
    period_in,
    under,
    whole_town,
)
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    Holder,
    holders_in,
    role_in,
)
from radslag.formats.understanding.extracting.organisation_parts.person_tables import (
    read_table,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

# What began a line before lines were joined: "Salem: Anna Ek", "Ersättare".
_JOINED: Final = re.compile(
    r"\n|(?<=[^,:;(\s])\s+(?=(?:Ersättare|Suppleanter|Ordinarie(?: ledamöter)?)\s*:?$)"
    r"|(?<=[^,:;(\s])\s+(?=[A-ZÅÄÖ][a-zåäö]+(?: kommun)?:\s+[A-ZÅÄÖ])"
)
# A sentence about an office is read with the organisation.
_SENTENCE: Final = re.compile(r"(?i)\b(?:är|leds av|utgörs av|utsågs|utse[rs]?)\b")
_TERM: Final = re.compile(r"(?i)\bmandat(?:tid|period)")
_HEAD_OF_LIST: Final = 100
_OF_ONE: Final = (Role.CHAIR, Role.VICE_CHAIR)
# An official who serves the body is none of those who sit in it.
_OFFICIAL: Final = re.compile(
    r"(?i)^\W*[a-zåäö-]*(?:tjänste(?:man|person)|chef|revisor|ansvarig|webmaster)\w{0,3}\s*:"
)
# "Ledamot: Eva Alm (C) och Bo Ek (S)": both are what stands before the first.
_BESIDE: Final = re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:,|och|samt|&|/)\s*")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather the appointments of a list, whether it is a table or lines."""
    above = Above()
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Heading) and not _is_person(piece, gathering):
            above = under(piece, above, gathering, block.level)
        elif not isinstance(block, Table):
            for line in piece.split(_JOINED):
                above = _read_line(line, above, gathering)
        elif not read_table(block, portion, above, gathering):
            above = _read_rows(block, portion, above, gathering)


def _is_person(heading: Piece, gathering: Gathering) -> bool:
    """Tell whether a heading is a person with party: a name that stands alone."""
    return any(holder.party for holder in _holders(heading, gathering))


def _read_rows(
    table: Table, portion: Portion, above: Above, gathering: Gathering
) -> Above:
    """Read a table without a column of names row by row, as lines."""
    for row in filter(None, table.rows):
        line = portion.source.piece(row[0]).until(portion.source.piece(row[-1]))
        above = _read_line(line.strip(), above, gathering) if line else above
    return above


def _read_line(line: Piece, above: Above, gathering: Gathering) -> Above:
    if _SENTENCE.search(line.text):
        return above
    holders = [h for h in _holders(line, gathering) if h.person]
    if not holders:
        is_heading = len(line.text) < _HEAD_OF_LIST and not line.text.endswith(".")
        above = under(line, above, gathering) if is_heading else above
        return _of_term(line, above, gathering)
    if _OFFICIAL.match(line.text):
        return above
    town = _first_town(line) or above.municipality
    led: Named | None = None
    starts = [holder.piece.start for holder in holders]
    for number, holder in enumerate(holders):
        end = starts[number + 1] if number + 1 < len(starts) else line.end
        begin = holders[number - 1].piece.end if number else line.start
        own = Piece(line.source, holder.piece.end, end)
        before = Piece(line.source, begin, holder.piece.start)
        whose = replace(holder, municipality=holder.municipality or town)
        led = role_in(before) or (led if _BESIDE.fullmatch(before.text) else None)
        role = led or (role_in(own) if end == line.end else None)
        period = period_in(own, gathering)
        add(whose, Own(role=role, period=period), own, above, gathering)
    # "Ordförande" over a list is said of the first in it, and of nobody below.
    is_office = above.role is not None and above.role[0] in _OF_ONE
    return replace(above, role=None) if is_office else above


def _of_term(line: Piece, above: Above, gathering: Gathering) -> Above:
    """Take the term of office that a sentence says all of the list is of."""
    for sentence in sentences_of(line):
        if _TERM.search(sentence.text):
            period = period_in(sentence, gathering)
            return replace(above, period=period) if period[0] else above
    return above


def _holders(piece: Piece, gathering: Gathering) -> list[Holder]:
    return holders_in(piece, known_towns(gathering))


def _first_town(line: Piece) -> Town | None:
    """Return the municipality that begins a line, "Salem: Anna Ek"."""
    begins = line.split(r"[:\t–]")
    return whole_town(begins[0]) if begins else None
