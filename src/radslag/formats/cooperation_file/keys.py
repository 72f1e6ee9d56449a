"""Keys: stable names of records, and those made from a record's other fields."""

from collections.abc import Mapping

from radslag.formats.cooperation_file.shapes import SHAPES
from radslag.formats.slugs import LONGEST, slug

__all__ = ["LONGEST", "derived_key", "slug"]


def derived_key(section: str, row: Mapping[str, object]) -> str:
    """Return the key a record of the section has when nobody chooses another.

    The row holds references as keys, and those that are written as numbers (a
    term's paragraph, the item of an attendance) as numbers.

    >>> derived_key("paragraphs", {"agreement": "avtal-2010", "number": "8"})
    'avtal-2010-8'
    """
    parts = (_part(name, row) for name in SHAPES[section].entry.derived)
    return slug("-".join(part for part in parts if part))


def _part(name: str, row: Mapping[str, object]) -> str:
    choices, _, otherwise = name.partition("=")
    for choice in choices.split("|"):
        value = _value(choice, row)
        if value not in (None, ""):
            return str(value)
    return otherwise


def _value(name: str, row: Mapping[str, object]) -> object:
    field, _, inner = name.partition(".")
    value = row.get(field)
    if inner:
        return value.get(inner) if isinstance(value, Mapping) else None
    return value
