"""What each municipality pays, where a budget's incomes have a row for each of them."""

import re
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.municipalities import code_of, known_name
from radslag.formats.understanding.portion import Portion

OF_ITS_ROW: Final = (
    "Kommunen har en rad bland intäkterna; beloppet läses som vad den betalar."
)
FEWEST: Final = 2
_NAME: Final = re.compile(
    r"(?i)^\W*(?:(?:kommun|medlems|års|drift|ägar)?(?:avgift|bidrag|insats|tillskott"
    r"|andel)(?:en)?\W+(?:från\s+)?)?"
    r"(?-i:(?P<town>[A-ZÅÄÖ][\wåäöÅÄÖ -]+?(?:\s+(?:kommun|stad)s?)?))"
    r"(?:\s*,?\s+(?:kommun|medlems|års|drift)?(?:avgift|bidrag|insats|tillskott|andel))?"
    r"\W*$"
)
# What comes from a municipality for something else is no fee.
_OTHER: Final = re.compile(
    r"(?i)\b(?:ersättning|hyra|försäljning|projekt|återbetal|ränt|köpt)"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the fees of the year whose rows name a municipality and nothing else."""
    year = in_its_year(portion).year
    if year is None:
        return
    rows = [
        (line, town)
        for line in gathering.of("budget_lines")
        if line["plan"] == plan_key(year)
        and line["side"] == BudgetSide.INCOME.value
        and (town := _town(str(line["name"])))
    ]
    if len({town for _, town in rows}) < FEWEST:
        return
    told = {fee["municipality"] for fee in gathering.of("fees") if fee["year"] == year}
    for line, town in rows:
        _add(line, town, year, told, gathering)


def _town(name: str) -> str | None:
    match = None if _OTHER.search(name) else _NAME.match(name)
    return known_name(match["town"]) if match else None


def _add(
    line: Found, town: str, year: int, told: "set[str]", gathering: Gathering
) -> None:
    key = slug(town)
    amount, name = line.values.get("amount_sek"), line.values["name"]
    if amount is None or key in told:
        return
    if gathering.get("municipalities", key) is None:
        code = name.as_value(code_of(town))
        named = {"name": name.as_value(town), "code": code}
        gathering.add("municipalities", key, named)
    values = {
        "municipality": name.as_value(key).doubted(Certainty.PROBABLE, OF_ITS_ROW),
        "year": name.as_value(year).doubted(Certainty.PROBABLE, OF_ITS_ROW),
        "amount_sek": amount.doubted(Certainty.PROBABLE, OF_ITS_ROW),
    }
    gathering.add("fees", f"{year}-{key}", values)
