"""What a DOCX file's styles and lists mean: heading levels, and the numbers shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from radslag.formats.readers.numerals import written
from radslag.formats.readers.xml_parts import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING_NAME = re.compile(r"(?:heading|rubrik|överskrift)\s*(\d)", re.IGNORECASE)
TITLE_NAMES = {"title", "rubrik", "titel", "dokumentrubrik"}
CONTENTS_NAME = re.compile(r"(?:toc|innehåll)\s*\d", re.IGNORECASE)
DEEPEST = 20
BULLET, NO_MARKER = "•", "–"
OFF = {"0", "false", "off", "none"}


def value(element: Element | None, name: str = "val") -> str:
    """Return an element's attribute, or nothing."""
    return "" if element is None else str(element.get(W + name) or "")


def is_on(element: Element | None) -> bool:
    """Tell whether a property is there and not switched off."""
    return element is not None and value(element) not in OFF


@dataclass
class Style:
    """What a paragraph's style says of it."""

    level: int = 0
    is_contents: bool = False
    number: str = ""
    depth: int = 0
    is_bold: bool = False


class Styles:
    """The styles of a document, each with what it takes from those it builds on."""

    def __init__(self, part: bytes | None) -> None:
        root = None if part is None else parse(part)
        found = [] if root is None else root.findall(f"{W}style")
        self.elements = {value(style, "styleId"): style for style in found}
        self.known: dict[str, Style] = {"": Style()}

    def style(self, name: str, depth: int = 0) -> Style:
        """Return what the style means; a ring of styles ends somewhere."""
        if name not in self.known:
            element = self.elements.get(name)
            if element is None or depth > DEEPEST:
                return Style()
            parent = value(element.find(f"{W}basedOn"))
            self.known[name] = self.own(element, self.style(parent, depth + 1))
        return self.known[name]

    def own(self, element: Element, parent: Style) -> Style:
        """Return the style with what it changes of the one it builds on."""
        name = value(element.find(f"{W}name"))
        outline = value(element.find(f"{W}pPr/{W}outlineLvl"))
        heading = HEADING_NAME.match(name)
        level = parent.level
        if name.lower() in TITLE_NAMES:
            level = 1
        elif heading:
            level = int(heading[1])
        elif outline.isdigit():
            level = int(outline) + 1 if int(outline) < 9 else 0  # noqa: PLR2004 - nine means none.
        lists = element.find(f"{W}pPr/{W}numPr")
        bold = element.find(f"{W}rPr/{W}b")
        return Style(
            level,
            parent.is_contents or CONTENTS_NAME.match(name) is not None,
            parent.number if lists is None else value(lists.find(f"{W}numId")),
            parent.depth if lists is None else int(value(lists.find(f"{W}ilvl")) or 0),
            parent.is_bold if bold is None else is_on(bold),
        )


@dataclass
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass
class Lists:
    """The document's lists, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    # Where a list begins that its kind does not.
    starts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, number: str, depth: int) -> str:
        """Return the next marker of a list, as the reader of the page sees it."""
        levels = self.levels.get(number)
        level = levels.get(depth) if levels else None
        if level is None or levels is None:
            return NO_MARKER
        if level.form == "bullet":
            return BULLET
        counted = self.counted.setdefault(self.same.get(number, number), {})
        start = self.starts.get(number, {}).get(depth, level.start)
        counted[depth] = counted.get(depth, start - 1) + 1
        for deeper in [other for other in counted if other > depth]:
            del counted[deeper]
        return self.shown(level.pattern, levels, counted)

    def shown(
        self, pattern: str, levels: Mapping[int, Level], counted: Mapping[int, int]
    ) -> str:
        """Return a pattern such as %1.%2 with the numbers put in."""

        def number(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            level = levels.get(depth, Level())
            return written(counted.get(depth, level.start), level.form)

        return re.sub(r"%(\d)", number, pattern)


def lists_of(part: bytes | None) -> Lists:
    """Return the lists that the numbering part describes."""
    lists = Lists()
    if part is None:
        return lists
    root = parse(part)
    kinds = kinds_of(root)
    for item in root.findall(f"{W}num"):
        number, kind = value(item, "numId"), value(item.find(f"{W}abstractNumId"))
        changes = item.findall(f"{W}lvlOverride")
        own = {k: v for change in changes for k, v in levels_in(change).items()}
        lists.levels[number] = kinds.get(kind, {}) | own
        lists.starts[number] = dict(starts_of(changes))
        lists.same[number] = number if lists.starts[number] else f"kind {kind}"
    return lists


def kinds_of(root: Element) -> dict[str, dict[int, Level]]:
    """Return the levels of each kind of list; a kind may only name another's style."""
    kinds, styles, links = {}, {}, {}
    for kind in root.findall(f"{W}abstractNum"):
        number = value(kind, "abstractNumId")
        kinds[number] = levels_in(kind)
        styles[value(kind.find(f"{W}styleLink"))] = number
        links[number] = value(kind.find(f"{W}numStyleLink"))
    for number, style in links.items():
        if style and not kinds[number]:
            kinds[number] = kinds.get(styles.get(style, ""), {})
    return kinds


def levels_in(element: Element) -> dict[int, Level]:
    """Return the levels that an element describes."""
    levels = element.findall(f"{W}lvl")
    return {int(value(each, "ilvl") or 0): level_of(each) for each in levels}


def starts_of(changes: Iterable[Element]) -> Iterator[tuple[int, int]]:
    """Give the levels that begin anew in a list, and at which number."""
    for change in changes:
        start = value(change.find(f"{W}startOverride"))
        if start.isdecimal():
            yield int(value(change, "ilvl") or 0), int(start)


def level_of(element: Element) -> Level:
    """Return how a level is numbered."""
    start = value(element.find(f"{W}start"))
    return Level(
        value(element.find(f"{W}numFmt")) or "decimal",
        value(element.find(f"{W}lvlText")),
        int(start) if start.isdigit() else 1,
    )
