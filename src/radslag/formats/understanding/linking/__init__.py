"""Ties what was found to what there is: the same thing gets the same key.

A cooperation's own key always wins over the one that a reading made up. How each thing
was known again is told, so that people can say no.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from radslag.formats.cooperation_file import SHAPES, Row, derived_key
from radslag.formats.understanding.linking.matching import MATCHERS
from radslag.formats.understanding.model import Found, Match, Understanding, Value
from radslag.formats.understanding.reading import Known

__all__ = ["link"]

Renamed = dict[tuple[str, str], str]
# A thing is known again by what it hangs on, so what hangs on nothing comes first.
ORDER: Final = tuple(SHAPES)


def link(understanding: Understanding, known: Known) -> Understanding:
    """Return the records under the keys the cooperation knows them by, and how.

    What it does not have keeps the key it got in the reading. Nothing else changes.
    """
    by_section: dict[str, list[Found]] = {}
    for found in understanding.found:
        by_section.setdefault(found.section, []).append(found)
    renamed: Renamed = {}
    matches: list[Match] = []
    linked: dict[int, Found] = {}
    for section in ORDER:
        rows = [dict(row) for row in known.get(section, ())]
        taken: set[str] = set()
        for found in by_section.get(section, []):
            moved = _moved(found, renamed)
            match = _match(moved, [row for row in rows if row["key"] not in taken])
            if match:
                taken.add(match.existing)
                matches.append(match)
                moved.key = match.existing
            renamed[section, found.key] = moved.key
            linked[id(found)] = moved
    found_again = tuple(linked.get(id(found), found) for found in understanding.found)
    return replace(_with(understanding, found_again, renamed), matches=tuple(matches))


def _moved(found: Found, renamed: Renamed) -> Found:
    """Return the record with its references led to where their records went."""
    shape = SHAPES.get(found.section)
    if shape is None:
        return found
    values = dict(found.values)
    for column, section in shape.references.items():
        value = values.get(column)
        if value is not None:
            values[column] = _led(value, section, renamed)
    if found.section == "terms":
        values |= _term_value(values, renamed)
    if found.section == "citations":
        return Found(found.section, found.key, values)
    return Found(found.section, _key(found, values), values)


def _led(value: Value, section: str, renamed: Renamed) -> Value:
    return value.as_value(renamed.get((section, value.value), value.value))


def _term_value(values: dict[str, Value], renamed: Renamed) -> dict[str, Value]:
    """Lead the municipalities that a term's own value names."""
    said = values.get("value")
    if said is None or not isinstance(said.value, dict):
        return {}
    led = {
        name: renamed.get(("municipalities", held), held)
        if isinstance(held, str) and name in ("host", "invoiced_by")
        else held
        for name, held in said.value.items()
    }
    return {"value": said.as_value(led)}


def _key(found: Found, values: dict[str, Value]) -> str:
    """Return the key again of a record whose key is made of its references."""
    entry = SHAPES[found.section].entry
    if not entry.derived:
        return found.key
    before: Row = {name: value.value for name, value in found.values.items()}
    if derived_key(found.section, before) != found.key:
        return found.key
    return derived_key(found.section, {n: v.value for n, v in values.items()})


def _match(found: Found, rows: list[Row]) -> Match | None:
    same_key = next((row for row in rows if row["key"] == found.key), None)
    if same_key:
        return Match(found.section, found.key, same_key["key"], "samma nyckel")
    matcher: Callable[[Found, list[Row]], Match | None] | None = MATCHERS.get(
        found.section
    )
    return matcher(found, rows) if matcher else None


def _with(
    understanding: Understanding, found: tuple[Found, ...], renamed: Renamed
) -> Understanding:
    contradictions = tuple(
        replace(clash, key=renamed.get((clash.section, clash.key), clash.key))
        for clash in understanding.contradictions
    )
    return replace(understanding, found=found, contradictions=contradictions)
