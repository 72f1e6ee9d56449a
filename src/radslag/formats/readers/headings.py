"""Recognises headings and items of lists by their shape, as a person would."""

import re
from typing import NamedTuple

LONGEST_HEADING = 110
MOST_WORDS = 14
# A longer line with one of these is a statement, not a heading.
WORDS_WITHOUT_VERB = 5
MARKDOWN = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
PARAGRAPH = re.compile(r"(§§? ?\d+(?: ?[a-z](?= |$))?)[.:]?(?:\s+(\S.*))?$")
ANNEX = re.compile(
    r"(bilaga(?: (?:nr )?\d+[a-z]?| [A-Z])?)\b[.:]?\s*(.*)$", re.IGNORECASE
)
SECTION = re.compile(r"((?:\d{1,2}\.){1,5}\d{0,2}|\d{1,2}(?:\.\d{1,2}){0,4})\s+(\S.*)$")
CHAPTER = re.compile(r"((?:kapitel|avsnitt|del) \d+)[.:]?\s*(.*)$", re.IGNORECASE)
ITEM = re.compile(
    r"([-–—•·▪◦●○■□►➢✓~*\uf0b7\uf0a7]|o(?= )|\d{1,2}[.)]|[a-zåäö][.)]|"
    r"\([a-zåäö0-9]\)|[ivx]{1,4}[.)])\s+(?=\S)"
)
BULLET = re.compile(r"[-–—•·▪◦●○■□►➢✓~*\uf0b7\uf0a7o]$")
MONTH = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    "december"
)  # fmt: skip
# A date, a sum, a time, an address, a caption or a note is no heading.
NO_HEADING = re.compile(
    rf"^\d{{1,2}}(?:[-–]\d{{1,2}})? (?:{MONTH})\b|\d{{1,2}}/\d{{1,2}}\b"
    r"|\d{4}-\d\d-\d\d"
    r"|(?:\bkr|\btkr|\bmnkr|:-|%)$|\d \d{3}$|\bden \d|\bkl\.? ?\d|@|://|www\."
    r"|^(?:dnr|diarienummer|figur|tabell|bild|foto|sida|sid|tid|plats|datum)\b"
    r"|^[\[(*\"”|]|\.{3}|: \S|_{3}|\w{3,}\. \S",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:är|ska|skall|har|kan|bör|måste|bidrar|leder|gäller|ger|finns|beslutar|utgår|"
    r"godkänns|antas|får|blir|innebär|krävs|behöver|ingår|deltar|föreslår|bevakar)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.,;:!?…\-–]$")
BEGINS = re.compile(r"[A-ZÅÄÖÉ0-9§]")
LETTERS = re.compile(r"[^\W\d_]{2}")


# What a heading with a number, a § or a mark can begin with.
FIRST_SIGNS = (*"#§BbKkAaDd0123456789",)


class Shape(NamedTuple):
    """What a line's shape says: the heading's level and number."""

    level: int
    number: str = ""


def numbered_heading(text: str) -> Shape | None:
    """Return the shape of a heading that a number, a § or a mark makes one."""
    if len(text) > LONGEST_HEADING or not text.startswith(FIRST_SIGNS):
        return None
    if found := MARKDOWN.match(text):
        return Shape(len(found[1]))
    if found := PARAGRAPH.match(text):
        is_named = found[2] is not None and begins_heading(found[2])
        is_alone = found[2] is None and not text.endswith((".", ","))
        return Shape(2, found[1]) if is_named or is_alone else None
    if found := ANNEX.match(text) or CHAPTER.match(text):
        is_title = text[0].isupper() and begins_heading(found[2] or "A")
        return Shape(1, found[1]) if is_title else None
    return section_heading(text)


def section_heading(text: str) -> Shape | None:
    """Return the shape of a heading with a section's number: 1, 1. or 1.2.3."""
    found = SECTION.match(text)
    if found is None or not begins_heading(found[2]):
        return None
    number, title = found[1], found[2]
    is_plain = "." not in number
    if not looks_like_heading(title) or (is_plain and re.match(MONTH, title, re.I)):
        return None
    return Shape(1 + len(number.strip(".").split(".")), number)


def begins_heading(title: str) -> bool:
    """Tell whether a title begins and ends as one, whatever it says."""
    return BEGINS.match(title) is not None and ENDS.search(title) is None


def looks_like_heading(text: str) -> bool:
    """Tell whether a line that stands by itself has a heading's shape."""
    words = text.split()
    if not 2 < len(text) <= LONGEST_HEADING or len(words) > MOST_WORDS:  # noqa: PLR2004 - one or two letters say nothing.
        return False
    if "\t" in text or not begins_heading(text) or NO_HEADING.search(text):
        return False
    if LETTERS.search(text) is None:
        return False
    return len(words) <= WORDS_WITHOUT_VERB or VERB.search(text) is None


def item_of(text: str) -> tuple[str, str] | None:
    """Return the marker and the words of an item of a list, if the line is one."""
    found = ITEM.match(text)
    return (found[1], text[found.end() :]) if found else None


def is_bullet(marker: str) -> bool:
    """Tell whether a marker is a sign rather than a number or a letter."""
    return BULLET.match(marker) is not None


def plain_emphasis(text: str) -> str:
    """Return the text without Markdown's asterisks around words."""
    text = re.sub(r"(?<![\w*])\*\*(\S(?:[^*\n]*?\S)?)\*\*(?!\w)", r"\1", text)
    return re.sub(r"(?<![\w*])\*(?!\*)(\S(?:[^*\n]*?[^\s*])?)\*(?![\w*])", r"\1", text)
