"""What stands before the items of a web page's lists: the numbers that it shows."""

import re

from radslag.formats.readers.numerals import FORMS, written
from radslag.formats.readers.xml_parts import Element

BULLET = "•"
STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(" + "|".join(n for n in FORMS if len(n) > 1) + ")"
)
WHOLE = re.compile(r"\s*-?\d{1,9}\s*$")


class Markers:
    """The markers of a page's items; those of a list are counted once."""

    def __init__(self) -> None:
        self.known: dict[Element, dict[Element, str]] = {}

    def of(self, item: Element) -> str:
        """Return an item's marker as the page shows it."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return BULLET
        if parent not in self.known:
            self.known[parent] = markers_in(parent)
        return self.known[parent].get(item, BULLET)


def markers_in(ordered: Element) -> dict[Element, str]:
    """Return the markers of an ordered list's items."""
    items = ordered.findall("li")
    is_down = ordered.get("reversed") is not None
    number = whole(ordered.get("start"), len(items) if is_down else 1)
    styled = STYLE.search(str(ordered.get("style") or "").lower())
    form = FORMS.get(styled[1] if styled else str(ordered.get("type") or ""), "decimal")
    found = {}
    for item in items:
        number = whole(item.get("value"), number)
        shown = written(number, form)
        found[item] = f"{shown}." if shown else ""
        number += -1 if is_down else 1
    return found


def whole(stated: str | None, default: int) -> int:
    """Return a whole number that is stated, or another."""
    return int(stated) if stated and WHOLE.match(stated) else default
