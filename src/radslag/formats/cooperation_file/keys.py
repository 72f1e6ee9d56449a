"""Keys: stable names of records, and those made from a record's other fields."""

import re
import unicodedata
from collections.abc import Mapping

from radslag.formats.cooperation_file.shapes import SHAPES

LONGEST = 160
_LETTERS = str.maketrans("åäöæøüé", "aaoaoue")
_OTHER = re.compile(r"[^a-z0-9.]+")


def slug(text: str) -> str:
    """Return the text as a key: small letters a-z, figures, full stops and hyphens.

    >>> slug("Nynäshamns kommun, § 3")
    'nynashamns-kommun-3'
    """
    plain = text.lower().translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return _OTHER.sub("-", plain).strip("-.")[:LONGEST].rstrip("-")


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
