"""Signatures that cannot all be right: one person who signs for several parties."""

from collections import defaultdict
from collections.abc import Iterator

from radslag.agreement.wording import listed
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Found


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give the names that stand under the agreement for more than one municipality."""
    by_name: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for found in together.gathering.of("signatures"):
        if found["signed_by"]:
            name = " ".join(str(found["signed_by"]).casefold().split())
            by_name[str(found["agreement"]), name].append(found)
    for same in by_name.values():
        if len(same) > 1:
            yield _clash(same, together.gathering)


def _clash(same: list[Found], gathering: Gathering) -> Contradiction:
    names = listed(sorted(_name(found, gathering) for found in same))
    quotes = [quote for found in same for quote in found.values["signed_by"].quotes]
    return Contradiction(
        "signatures",
        f"Samma namn har lästs som underskrift för {names}; underskrifterna är "
        "troligen fellästa.",
        tuple(quotes),
        section="signatures",
        key=same[0].key,
        field="signed_by",
    )


def _name(found: Found, gathering: Gathering) -> str:
    municipality = gathering.get("municipalities", str(found["municipality"]))
    return str(municipality["name"] if municipality else found["municipality"])
