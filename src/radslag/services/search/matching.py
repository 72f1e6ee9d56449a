"""Matching: the questions that only the databases' own tables of words can answer.

Words come from `words`: letters and figures and nothing else, so that none can be
read as a sign of the databases' own languages. They are quoted all the same.
"""

from collections.abc import Sequence

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from radslag.records.search_tables import INDEX, LETTERS, STEMS

IN_NAME, IN_TEXT = "name_stems", "stems"


def holds_letters(parts: Sequence[str]) -> RawSQL:
    """Return the condition that an entry holds every part, anywhere in its words."""
    if connection.vendor == "postgresql":
        condition = " AND ".join([f"{INDEX}.words LIKE %s"] * len(parts))
        return _condition(condition, [f"%{part}%" for part in parts])
    return _matches(LETTERS, " AND ".join(f'"{part}"' for part in parts))


def holds_stems(
    stems: Sequence[str], *, begins: str = "", column: str = IN_TEXT
) -> RawSQL:
    """Return the condition that an entry holds every stem as a word of its own.

    The one in `begins` need only begin a word.
    """
    if connection.vendor == "postgresql":
        asked = " & ".join(
            f"'{each}'{':*' if each == begins else ''}" for each in stems
        )
        array = f"string_to_array({INDEX}.{column}, ' ')"
        return _condition(f"array_to_tsvector({array}) @@ %s::tsquery", [asked])
    asked = " AND ".join(f'"{each}"{"*" if each == begins else ""}' for each in stems)
    return _matches(STEMS, f"{column} : ({asked})")


def _matches(table: str, asked: str) -> RawSQL:
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH %s"  # noqa: S608 - our own names
    return _condition(f"{INDEX}.id IN ({found})", [asked])


def _condition(condition: str, values: list[str]) -> RawSQL:
    return RawSQL(condition, values, output_field=BooleanField())  # noqa: S611 - our own names, values apart
