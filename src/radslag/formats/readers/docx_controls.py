"""A DOCX file's form: boxes to tick, choices, fields, and signs of symbol fonts.

A box is shown as it is ticked, whatever sign the form's maker chose for it, and what
nobody has filled in yet is hidden text: it asks for an answer and is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from radslag.formats.readers.archives import one_byte
from radslag.formats.readers.characters import letters
from radslag.formats.readers.docx_styles import W, is_on, value
from radslag.formats.readers.model import Count
from radslag.formats.readers.relations import local, named
from radslag.formats.readers.xml_parts import Element, parse

TICKED, NOT_TICKED = "☒", "☐"
CONTROL = re.compile(rb"<\w+:(?:checkbox|checkBox|ddList)[\s/>]")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FALLBACKS = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
# Fields whose worth the file does not keep, though the page shows it.
WORKED_OUT = re.compile(r"\s*(?:EQ|AUTONUM\w*|LISTNUM|SYMBOL)\b", re.IGNORECASE)
# Symbol fonts have their signs at numbers that mean letters, or nothing, elsewhere.
PRIVATE = 0xF000
SIGNS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒",
        0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☒", 0x4A: "☺", 0x28: "☎", 0x2A: "✉",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐",
        0x30: "☐", 0x97: "●",
    },
    "symbol": {
        0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
        0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠",
        0xBB: "≈", 0xBC: "…", 0xA7: "♣", 0xA8: "♦", 0xDE: "⇒", 0xE5: "∑",
    },
}  # fmt: skip
OF_FONTS = re.compile(f"[{chr(PRIVATE)}-{chr(PRIVATE + 0xFF)}]")


class Controls:
    """The boxes and choices of a DOCX file's forms, counted as they are read."""

    def __init__(self) -> None:
        self.read = 0
        # Letters that a box showed instead of its sign.
        self.replaced = 0

    def parse(self, part: bytes) -> Element:
        """Return a part's root with its boxes shown as they are ticked."""
        root = parse(part)
        for control in list(root.iter(f"{W}sdt")):
            properties = control.find(f"{W}sdtPr")
            content = control.find(f"{W}sdtContent")
            if properties is not None and content is not None:
                self.settle(content, properties)
        return root

    def settle(self, content: Element, properties: Element) -> None:
        """Put into a control the sign that its state has, or hide what only asks."""
        box = next(named(properties, "checkbox"), None)
        if box is not None:
            state = next(named(box, "checked"), None)
            is_ticked = state is not None and is_set(state)
            replaced = letters(show_sign(content, TICKED if is_ticked else NOT_TICKED))
            is_seen = next(content.iterancestors(FALLBACK), None) is None
            self.replaced += replaced * is_seen
            self.read += is_seen
        elif is_on(properties.find(f"{W}showingPlcHdr")):
            for run in content.iter(f"{W}r"):
                hide(run)

    def counts(
        self, parts: Mapping[str, bytes], names: Iterable[str]
    ) -> Iterator[Count]:
        """Give how many were read of those the parts hold, where they hold any."""
        counted = sum(
            len(CONTROL.findall(FALLBACKS.sub(b"", one_byte(parts[name]))))
            for name in names
        )
        if counted or self.read:
            yield Count("kryssrutor och val", self.read, counted)


def is_set(element: Element) -> bool:
    """Tell whether a state that is stated in any namespace is on."""
    stated = (str(v) for k, v in element.attrib.items() if local(str(k)) == "val")
    return next(stated, "1") in ("1", "true", "on")


def show_sign(content: Element, sign: str) -> str:
    """Let a box's content be its sign; return the words that were there instead."""
    run = next(content.iter(f"{W}r"), None)
    if run is None:
        run = content.makeelement(f"{W}r")
        content.append(run)
    words = ""
    for each in list(content.iter(f"{W}t", f"{W}sym")):
        around = each.getparent()
        if around is not None:
            around.remove(each)
            words += each.text or ""
    text = run.makeelement(f"{W}t")
    text.text = sign
    run.append(text)
    return words


def hide(run: Element) -> None:
    """Hide a run, as what is not seen on paper."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr")
        run.insert(0, properties)
    properties.append(properties.makeelement(f"{W}vanish"))


def shown_field(field: Element) -> list[str]:
    """Return what a field of an older form shows that is no text: a box, a choice."""
    box, choices = field.find(f".//{W}checkBox"), field.find(f".//{W}ddList")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        return [TICKED if is_on(state) else NOT_TICKED]
    return [] if choices is None else [chosen(choices)]


def chosen(choices: Element) -> str:
    """Return the choice that is made in a list, the first if none is."""
    stated = value(choices.find(f"{W}result")) or value(choices.find(f"{W}default"))
    entries = [value(entry) for entry in choices.findall(f"{W}listEntry")]
    number = int(stated) if stated.isdecimal() else 0
    return entries[number] if number < len(entries) else ""


def shown_symbol(symbol: Element) -> str | None:
    """Return the sign that a symbol looks like, or nothing if it is not known."""
    stated = value(symbol, "char")
    try:
        number = int(stated, 16)
    except ValueError:
        return None
    return sign_of(number, value(symbol, "font"))


def is_of_signs(font: str) -> bool:
    """Tell whether a font has signs where others have letters."""
    return font.lower() in SIGNS


def sign_of(number: int, font: str) -> str | None:
    """Return the sign at a number of a font; other fonts have letters there."""
    signs = SIGNS.get(font.lower())
    if signs is not None:
        return signs.get(number & 0xFF)
    is_private = PRIVATE <= number <= PRIVATE + 0xFF
    return None if is_private or "dings" in font.lower() else chr(number)


def in_letters(text: str, font: str) -> str:
    """Return a text of a symbol font with the signs that are known."""
    return OF_FONTS.sub(lambda found: sign_of(ord(found[0]), font) or found[0], text)
