"""Keys for records that are added by hand: made from what they say, never taken."""

from collections.abc import Mapping
from typing import Any

from radslag.formats.slugs import LONGEST, slug
from radslag.records.models import Record
from radslag.records.sections import section_of

_NAMES = ("name", "title", "number")
_SHORT = 80


def free_key(record: Record, facts: Mapping[str, Any]) -> str:
    """Return a key that no other record of the kind has, made from what it says."""
    wish = wished_key(record, facts) or section_of(type(record)).replace("_", "-")
    taken = set(
        type(record)
        .objects.filter(key__startswith=wish[: LONGEST - 6])
        .values_list("key", flat=True)
    )
    return next(key for key in _tries(wish) if key not in taken)


def wished_key(record: Record, facts: Mapping[str, Any]) -> str:
    """Return the key that what a record says would give, or nothing."""
    # The shapes are large, and no page needs them before something is saved.
    from radslag.formats.cooperation_file import (  # noqa: PLC0415 - as above
        SHAPES,
        derived_key,
    )

    section = section_of(type(record))
    if SHAPES[section].entry.derived:
        return derived_key(section, facts)
    name = next((str(facts[each]) for each in _NAMES if facts.get(each)), "")
    return slug(name)[:_SHORT].strip("-.")


def _tries(wish: str) -> list[str]:
    """List the wish itself, and then with numbers after it."""
    short = wish[: LONGEST - 6].rstrip("-.")
    return [wish, *(f"{short}-{number}" for number in range(2, 10_000))]
