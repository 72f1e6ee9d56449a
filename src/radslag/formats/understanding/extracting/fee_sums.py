"""Whether the fees of a plan are its rate times its residents."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from radslag.agreement.wording import kronor, people
from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Contradiction, Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

A_KRONA = Decimal(1)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Say where a fee is another than the rate times the residents of the year."""
    portion = in_its_year(portion)
    rates = _rates(portion)
    if portion.year is None or len({rate.amount_sek for rate in rates}) != 1:
        return
    for residents, amount, key in _pairs(portion.year, gathering):
        clash = _clash(rates[0], residents, amount, key)
        if clash:
            gathering.contradictions.append(clash)


def _rates(portion: Portion) -> list[FoundSum]:
    """Return the sums per resident that a part of a document names."""
    found = []
    for piece in (*portion.pieces(), *_heads(portion)):
        for each in sums_in(piece):
            after = piece.text[each.piece.end - piece.start :]
            if each.has_unit and re.match(
                r"(?i)\s*(?:per|/)\s*(?:kommun)?inv(?:ånare|\.)?", after
            ):
                found.append(each)
    return found


def _heads(portion: Portion) -> Iterator[Piece]:
    tables = (b for b in portion.blocks if isinstance(b, Table))
    return (portion.source.piece(cell) for t in tables for cell in t.rows[0])


def _pairs(year: int, gathering: Gathering) -> Iterator[tuple[Found, Found, str]]:
    """Give residents with the fee that they should make: of each, and of all."""
    day = date(year - 1, 12, 31).isoformat()
    for fee in gathering.of("fees"):
        counted = gathering.get("populations", f"{fee['municipality']}-{day}")
        if counted and fee["year"] == year:
            yield counted, fee, "fees"
    everyone = gathering.get("populations", f"alla-{day}")
    lines = [
        line
        for line in gathering.of("budget_lines")
        if line["plan"] == plan_key(year)
        and line["side"] == "income"
        and "avgift" in str(line["name"]).lower()
    ]
    if everyone and len(lines) == 1:
        yield everyone, lines[0], "budget_lines"


def _clash(
    rate: FoundSum, residents: Found, paid: Found, section: str
) -> Contradiction | None:
    counted, written = residents["residents"], paid["amount_sek"]
    if rate.amount_sek is None or counted is None or written is None:
        return None
    due = rate.amount_sek * counted
    # A fee may be rounded to whole kronor.
    if abs(due - written) <= A_KRONA or paid["is_approximate"]:
        return None
    sentence = (
        f"{kronor(rate.amount_sek)} för var och en av {people(counted)} är "
        f"{kronor(due)}, men avgiften är {kronor(written)}."
    )
    said = (residents.values["residents"], paid.values["amount_sek"])
    quotes = (rate.piece.quote, *(quote for value in said for quote in value.quotes))
    return Contradiction("fees.rate", sentence, quotes, section, paid.key, "amount_sek")
