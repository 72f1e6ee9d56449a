"""Two rules for one fee at one time: the agreement's, and a later decision's."""

from collections.abc import Iterator
from itertools import combinations

from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Found


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the fee terms that differ in rule or rate while both apply."""
    fees = [each for each in together.gathering.of("terms") if each["kind"] == "fee"]
    for one, other in combinations(fees, 2):
        if one["value"] != other["value"] and _meet(one, other):
            yield _clash(*sorted((one, other), key=_since))


def _since(found: Found) -> str:
    return str(found["applies_from"] or "")


def _meet(one: Found, other: Found) -> bool:
    first, second = sorted((one, other), key=_since)
    until = first["applies_until"]
    return (
        until is None
        or second["applies_from"] is None
        or until > second["applies_from"]
    )


def _clash(first: Found, second: Found) -> Contradiction:
    said = (first.values["value"], second.values["value"])
    return Contradiction(
        "rules_of_fees",
        "Avgiften räknas på två sätt i handlingarna. Den senare regeln gäller från "
        f"{second['applies_from'] or 'okänd dag'}; säg när den förra slutar gälla.",
        tuple(quote for value in said for quote in value.quotes),
        section="terms",
        key=first.key,
        field="value",
    )
