"""Page headers, page footers and page numbers: what repeats from page to page."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

PAGE_LABEL = re.compile(
    r"(?:sida|sid|s\.|page)\s*\d{1,4}(?:\s*(?:av|\(|/|of)\s*\d{1,4}\)?)?\.?$"
    r"|\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av \d{1,4}|/\s?\d{1,4})$"
    r"|[-–—]\s*\d{1,4}\s*[-–—]$",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{1,4}$")
DIGITS = re.compile(r"\d+")
# "2026/29" is a register number: no page is counted beyond the last.
OF_ALL = re.compile(r"(\d{1,4})\s*(?:\(|av\b|/)\s*(\d{1,4})")
# Minutes begin each item on a page of its own, and the item's figure is its own; so
# it is where the body's letters stand before it: "KS § 12".
OF_AN_ITEM = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7}\.?\s+)?§\s*\d|\d{1,4}\s*§")
FEWEST_PAGES = 2
SHARE_OF_PAGES = 0.4


def is_page_label(text: str) -> bool:
    """Tell whether the line is nothing but a page's number."""
    if PAGE_LABEL.match(text.strip()) is None:
        return False
    of_all = OF_ALL.search(text)
    return of_all is None or int(of_all[1]) <= int(of_all[2])


def is_bare_number(text: str) -> bool:
    """Tell whether the line is a number, which only at a page's edge is the page's."""
    return BARE_NUMBER.match(text.strip()) is not None


def sameness(text: str) -> str:
    """Return what is the same of a header on every page: all but its figures."""
    bare = " ".join(text.split())
    is_of_an_item = OF_AN_ITEM.match(bare) is not None
    return bare.lower() if is_of_an_item else DIGITS.sub("#", bare.lower())


def repeated(edges: Mapping[int, Iterable[str]]) -> set[str]:
    """Return the lines, by sameness, that stand at the edge of page after page."""
    seen = Counter(
        line
        for texts in edges.values()
        for line in {sameness(text) for text in texts if text.strip()}
    )
    fewest = max(FEWEST_PAGES, round(len(edges) * SHARE_OF_PAGES))
    return {line for line, pages in seen.items() if pages >= fewest}
