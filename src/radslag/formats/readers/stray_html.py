"""Stray HTML in a text that is no table: its lists, and what is filled in its forms."""

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from radslag.formats.readers.characters import letters
from radslag.formats.readers.numerals import FORMS, written

TOKEN = re.compile(
    r"<(/?)(ol|ul|li|dl|dt|dd|input|details|summary|td|th)\b([^<>]*)>", re.IGNORECASE
)
SELECT = re.compile(r"<select\b[^<>]*>(.*?)</select\s*>", re.IGNORECASE | re.DOTALL)
SELECT_END = re.compile(r"</select\s*>", re.IGNORECASE)
OPTION = re.compile(r"<option\b([^<>]*)>([^<]*)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
ANY_TAG = re.compile(r"<[^<>]*>")
NUMBER = re.compile(r"-?\d{1,6}$")
BREAK = "\v"
TICKED, NOT_TICKED = "☒", "☐"
NOT_ANSWERS = {"hidden", "password", "submit", "button", "reset", "image", "file"}


class Settled(NamedTuple):
    """A text with its lists and forms as lines, and how many letters that changed."""

    text: str
    added: int = 0


class Lists:
    """The lists a text is in the middle of, and what is shown of its tags."""

    def __init__(self) -> None:
        self.added = 0
        self.in_cells = 0
        self.counts: list[tuple[int | None, str]] = []

    def shown(self, token: re.Match[str]) -> str:
        """Return what stands in a tag's place."""
        tag, is_end = token[2].lower(), token[1] == "/"
        if tag in ("td", "th"):
            self.in_cells = 0 if is_end else 1
            return token[0]
        if is_end:
            return self.ended(tag)
        attributes = attributes_of(token[3])
        if tag == "input":
            return self.told(f" {answer_of(attributes)} ")
        if tag in ("ol", "ul"):
            self.counts.append(count_of(tag, attributes))
        return BREAK + (self.marker(attributes) if tag == "li" else "")

    def ended(self, tag: str) -> str:
        """Return what stands where something ends."""
        if tag in ("ol", "ul") and self.counts:
            self.counts.pop()
        return "" if tag in ("li", "dt", "dd", "input") else BREAK

    def marker(self, attributes: dict[str, str]) -> str:
        """Return an item's marker; a dot in a table's cell says nothing."""
        number, form = self.counts[-1] if self.counts else (None, "")
        if number is None:
            return "" if self.in_cells else "- "
        stated = attributes.get("value", "")
        number = int(stated) if NUMBER.match(stated) else number
        self.counts[-1] = (number + 1, form)
        return self.told(f"{written(number, form)}. ")

    def told(self, text: str) -> str:
        """Return a text that no tag holds, having counted its letters."""
        self.added += letters(text)
        return text


def settled(text: str) -> Settled:
    """Return the text with its lists' items on lines, and its forms as filled in."""
    if "<" not in text:
        return Settled(text)
    lists = Lists()
    ends = [found.end() for found in SELECT_END.finditer(text)]
    if ends:
        head = SELECT.sub(chooser(lists), text[: ends[-1]])
        text = head + text[ends[-1] :]
    return Settled(TOKEN.sub(lists.shown, text), lists.added)


def chooser(lists: Lists) -> Callable[[re.Match[str]], str]:
    """Return what puts the choice that is made in the place of all there were."""

    def chosen(found: re.Match[str]) -> str:
        options = OPTION.findall(found[1])
        made = [said for stated, said in options if "selected" in attributes_of(stated)]
        text = " ".join(made or [said for _, said in options[:1]])
        lists.added += letters(text) - letters(ANY_TAG.sub("", found[1]))
        return f" {' '.join(text.split())} " + "\n" * found[0].count("\n")

    return chosen


def attributes_of(stated: str) -> dict[str, str]:
    """Return a tag's attributes by their names."""
    return {
        name.lower(): html.unescape(first or second or third)
        for name, first, second, third in ATTRIBUTE.findall(stated)
    }


def answer_of(attributes: dict[str, str]) -> str:
    """Return what a field shows that somebody has filled in or ticked."""
    kind = attributes.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return TICKED if "checked" in attributes else NOT_TICKED
    value = "" if kind in NOT_ANSWERS else attributes.get("value", "")
    return value.replace("<", " ").replace(">", " ")


def count_of(tag: str, attributes: dict[str, str]) -> tuple[int | None, str]:
    """Return the number that a list begins with, and its form; none if it has dots."""
    if tag == "ul":
        return None, ""
    start = attributes.get("start", "")
    form = FORMS.get(attributes.get("type", ""), "decimal")
    return (int(start) if NUMBER.match(start) else 1), form
