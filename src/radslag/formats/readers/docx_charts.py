"""A chart's numbers in a DOCX file: its last drawn values, as the tables they are.

Charts keep their values in one of two ways, the second newer: point by point in each
series, or in lists that the series refer to.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from radslag.formats.readers.characters import letters
from radslag.formats.readers.composing import Draft, Spot, paragraph, table
from radslag.formats.readers.relations import local, named, text_of
from radslag.formats.readers.workbook_values import (
    IN_BRACKETS,
    QUOTED,
    shown_number,
)
from radslag.formats.readers.xml_parts import Element

DAY_FORM = re.compile(r"[yd]", re.IGNORECASE)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$")
FIRST_DAY, LAST_DAY = date(1899, 12, 30), 2_958_465
LABELS, VALUES = ("cat", "xVal"), ("val", "yVal", "bubbleSize")


class Series(NamedTuple):
    """A chart's series: its name, what its points are called, and their values."""

    name: str
    labels: dict[int, str]
    values: dict[int, str]


class Chart:
    """A chart on its way to become drafts; counts the values that it has read."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.letters = 0
        self.values = 0

    def drafts(self, spot: Spot) -> Iterator[Draft]:
        """Give the words of the chart, and then its values as tables."""
        for element in named(self.root, "p"):
            text = "".join(map(text_of, named(element, "t")))
            self.letters += letters(text)
            yield paragraph(text, spot)
        for title in named(self.root, "title"):
            yield paragraph(" ".join(self.points(title).values()), spot)
        for _, alike in groupby(self.all_series(), lambda series: series.labels):
            yield table(rows_of(list(alike)), 1, spot)

    def all_series(self) -> Iterator[Series]:
        """Give the chart's series."""
        for element in named(self.root, "ser"):
            yield from self.series(element)
        names = {}
        for element in named(self.root, "series"):
            refers = next(named(element, "dataId"), None)
            number = "" if refers is None else refers.get("val")
            names[number] = self.name_of(element)
        for element in named(self.root, "data"):
            yield from self.listed(element, names.get(element.get("id"), ""))

    def series(self, element: Element) -> Iterator[Series]:
        """Give a series of the older kind, one for each way its points are measured."""
        name, labels = self.name_of(element), {}
        for child in element:
            if local(str(child.tag)) in LABELS:
                labels = self.points(child)
        for child in element:
            if local(str(child.tag)) in VALUES:
                yield Series(name, labels, self.points(child))

    def listed(self, element: Element, name: str) -> Iterator[Series]:
        """Give the lists of the newer kind, where words name the points."""
        labels: dict[int, str] = {}
        for words in named(element, "strDim"):
            labels = joined(labels, self.points(words))
        for numbers in named(element, "numDim"):
            yield Series(name, labels, self.points(numbers))

    def name_of(self, series: Element) -> str:
        """Return what a series is called."""
        called = (child for child in series if local(str(child.tag)) == "tx")
        return " ".join(" ".join(self.points(each).values()) for each in called)

    def points(self, element: Element) -> dict[int, str]:
        """Return the values within by their numbers; names in levels are joined."""
        found: dict[int, str] = {}
        for level in reversed(list(levels_of(element))):
            found = joined(found, self.level(level))
        return found

    def level(self, element: Element) -> dict[int, str]:
        """Return the values of one level."""
        code = next(named(element, "formatCode"), None)
        form = text_of(code) if code is not None else element.get("formatCode")
        found = {}
        for at, value in enumerate(values_in(element)):
            self.values += 1
            number = number_of(value, at)
            found[number] = shown_value(text_of(value).strip(), str(form or ""))
        return found


def levels_of(element: Element) -> Iterator[Element]:
    """Give the levels that names stand in, innermost first; most have only one."""
    levels = list(named(element, "lvl"))
    yield from levels or [element]


def values_in(element: Element) -> Iterator[Element]:
    """Give the elements that say a value themselves."""
    return (
        each
        for each in named(element, "v", "pt")
        if (each.text or "").strip() and not len(each)
    )


def number_of(value: Element, default: int) -> int:
    """Return a value's number, which the point around it may have."""
    around = value.getparent()
    stated = value.get("idx") or ("" if around is None else around.get("idx"))
    return int(stated) if stated and stated.isdecimal() else default


def joined(outer: dict[int, str], inner: dict[int, str]) -> dict[int, str]:
    """Return the points' names with those of a level further in after them."""
    numbers = sorted({*outer, *inner})
    return {at: f"{outer.get(at, '')} {inner.get(at, '')}".strip() for at in numbers}


def shown_value(value: str, form: str) -> str:
    """Return a value as people write it: a day, a share, or a decimal comma."""
    if NUMBER.match(value) is None or not form:
        return value
    bare = IN_BRACKETS.sub("", QUOTED.sub("", form))
    if DAY_FORM.search(bare) and 0 < float(value) < LAST_DAY:
        return str(FIRST_DAY + timedelta(days=int(float(value))))
    return shown_number(float(value), form)


def rows_of(alike: Sequence[Series]) -> list[list[str]]:
    """Return the rows of series whose points are called the same."""
    numbers = sorted({at for each in alike for at in (*each.labels, *each.values)})
    rows = [["", *(each.name for each in alike)]]
    for at in numbers:
        values = (each.values.get(at, "") for each in alike)
        rows.append([alike[0].labels.get(at, ""), *values])
    return rows
