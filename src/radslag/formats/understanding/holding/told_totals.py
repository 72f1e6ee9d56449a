"""A total told in running text, held against the sum of the budget's own lines."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from radslag.agreement.vocabulary import BudgetSide
from radslag.agreement.wording import kronor
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

_WHOLE: Final = r"(?:total[at]|totala|samlade|sammanlagda|budgeterade)"
# "Kostnaderna 2027 beräknas till …", "De totala intäkterna är …"; not of one thing.
_TOLD: Final = re.compile(
    rf"(?i)^(?:sammantaget\s+|totalt\s+)?(?:de\s+|förbundets\s+|samverkans\s+)?"
    rf"(?P<whole>{_WHOLE}\s+)?(?P<side>kostnader|utgifter|intäkter|inkomster)(?:na)?"
    r"(?:\s+(?:för\s+|under\s+|år\s+){0,2}(?P<year>20\d\d))?\s+"
    r"(?:beräknas|budgeteras|uppgår|uppskattas|väntas|är|blir|bedöms|summeras?)\s+"
    r"(?:(?:bli|uppgå|sammanlagt|totalt|då|till)\s+){0,3}(?=\d)"
)
_COSTS: Final = ("kostnader", "utgifter")
# What is further off is told of something else.
_NEAR: Final = Decimal("0.15")


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the totals that are nearly, but not, what the lines of the year make."""
    for portion in together.portions:
        for piece in portion.pieces():
            for sentence in sentences_of(piece):
                match = _TOLD.match(sentence.text)
                if match and (match["year"] or match["whole"]):
                    yield from _held(sentence, match, portion, together)


def _held(
    sentence: Piece, match: "re.Match[str]", portion: Portion, together: Together
) -> Iterator[Contradiction]:
    is_cost = match["side"].lower() in _COSTS
    side = BudgetSide.COST if is_cost else BudgetSide.INCOME
    year = int(match["year"]) if match["year"] else portion.year
    lines = [
        line
        for line in together.gathering.of("budget_lines")
        if year and line["plan"] == plan_key(year) and line["side"] == side.value
    ]
    told = next(sums_in(sentence.part(match.end(), len(sentence.text))), None)
    if told and told.has_unit and not told.is_approximate:
        yield from _differing(told, lines)


def _differing(told: FoundSum, lines: list[Found]) -> Iterator[Contradiction]:
    amounts = [line["amount_sek"] for line in lines]
    if told.amount_sek is None or not amounts or None in amounts:
        return
    total = sum(map(abs, amounts), Decimal(0))
    if not 0 < abs(total - told.amount_sek) <= total * _NEAR:
        return
    quotes = [q for line in lines for q in line.values["amount_sek"].quotes]
    summed = f"men posterna är tillsammans {kronor(total)}."
    sentence = f"I texten står ”{told.piece.text}”, {summed}"
    yield Contradiction("told_totals", sentence, (told.piece.quote, *quotes))
