"""Nesting: flat rows back to the tree a file holds, without what goes without saying.

Defaults, implied references and keys that can be derived are left out.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeAlias

from radslag.formats.cooperation_file.flattening import Row, Rows
from radslag.formats.cooperation_file.keys import derived_key
from radslag.formats.cooperation_file.shapes import (
    LINKS,
    SHAPES,
    Child,
    Link,
    SectionShape,
)

Tree: TypeAlias = dict[str, Any]
Under: TypeAlias = dict[tuple[str, str, str], list[Row]]

MONEY_EXPONENT = -2


def nest(rows: Rows) -> Tree:
    """Return the sections of a file that holds the rows; empty ones left out."""
    numbers = _numbers(rows)
    under = _by_parent(rows)
    tree: Tree = {}
    for shape in SHAPES.values():
        if shape.is_top_level and rows.get(shape.name):
            ordered = in_order(shape, rows[shape.name])
            tree[shape.name] = [_written(shape, r, under, numbers) for r in ordered]
    return tree


def in_order(shape: SectionShape, rows: list[Row]) -> list[Row]:
    """Return the rows of a section in the order they are written."""
    names = shape.entry.ordered_by
    if not names:
        return rows

    def place(row: Row) -> list[tuple[bool, Any]]:
        # Nothing sorts first, and never meets a value of another type.
        values = [row[name] for name in (*names, "key")]
        return [(False, 0) if each is None else (True, each) for each in values]

    return sorted(rows, key=place)


def _by_parent(rows: Rows) -> Under:
    under: Under = defaultdict(list)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in LINKS:
        # A goal stands under its goal when it has one, and else under its programme.
        at = 0 if link.child.inherits else len(links[link.child.entry.belongs_to])
        links[link.child.entry.belongs_to].insert(at, link)
    for section, places in links.items():
        for row in rows.get(section, ()):
            link = next(each for each in places if row[each.child.parent_field])
            key = row[link.child.parent_field]
            under[link.parent, link.child.attribute, key].append(row)
    return under


def _numbers(rows: Rows) -> dict[tuple[str, str], str]:
    return {
        (section, row["key"]): row["number"]
        for section in ("paragraphs", "agenda_items")
        for row in rows.get(section, ())
    }


def _written(
    shape: SectionShape, row: Row, under: Under, numbers: Mapping[tuple[str, str], str]
) -> Any:  # noqa: ANN401 - a mapping, or a text where the entry may be one
    row = _with_numbers(shape, row, numbers)
    entry = {
        name: plain(row[name])
        for name in shape.fields
        if name != "key" and not _goes_without_saying(shape, name, row)
    }
    if not shape.entry.derived or row["key"] != derived_key(shape.name, row):
        entry = {"key": row["key"], **entry}
    for child in shape.children:
        inner = under.get((shape.name, child.attribute, row["key"]))
        if inner:
            entry[child.attribute] = _children(child, inner, under, numbers)
    if shape.entry.as_text and set(entry) == {shape.entry.as_text}:
        return entry[shape.entry.as_text]
    return entry


def _children(
    child: Child,
    rows: list[Row],
    under: Under,
    numbers: Mapping[tuple[str, str], str],
) -> Any:  # noqa: ANN401 - a list, or one mapping
    shape = SHAPES[child.entry.belongs_to]
    ordered = in_order(shape, rows)
    written = [_written(shape, row, under, numbers) for row in ordered]
    return written[0] if child.is_single else written


def _with_numbers(
    shape: SectionShape, row: Row, numbers: Mapping[tuple[str, str], str]
) -> Row:
    numbered = shape.entry.numbered
    if numbered is None or row[numbered.field] is None:
        return row
    number = numbers.get((numbered.section, row[numbered.field]), row[numbered.field])
    return row | {numbered.field: number}


def _goes_without_saying(shape: SectionShape, name: str, row: Row) -> bool:
    return name in shape.defaults and row[name] == shape.defaults[name]


def plain(value: Any) -> Any:  # noqa: ANN401 - any column's value
    """Return a value as files write it: text, whole number, truth, list or mapping."""
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, time):
        return value.isoformat("minutes" if value.second == 0 else "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _number(value: Decimal) -> int | str:
    if value == value.to_integral_value():
        return int(value)
    # Sums of money have both figures of their öre; other numbers no zeros at the end.
    is_money = value.as_tuple().exponent == MONEY_EXPONENT
    return format(value if is_money else value.normalize(), "f")
