"""Tables of who sits or answers for each municipality, in no list of members."""

import re
from typing import Final

from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.organisation_parts.appointed import Above
from radslag.formats.understanding.extracting.organisation_parts.person_tables import (
    read_table,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion

_SEATS: Final = re.compile(
    r"(?i)^\W*(?:ordinarie|ledamot|ledamöter|ersättare|suppleant(?:er)?|representant(?:er)?"
    r"|kontakt)"
)
_TOWNS: Final = re.compile(r"(?i)^\W*(?:medlems)?kommun(?:er)?\W*$")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add those whom a table names for each municipality, ordinary and substitute."""
    for block in portion.blocks:
        if isinstance(block, Table) and _is_of_seats(block):
            read_table(block, portion, Above(), gathering)


def _is_of_seats(table: Table) -> bool:
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    return any(map(_TOWNS.match, heads)) and any(map(_SEATS.match, heads))
