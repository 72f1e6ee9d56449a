"""Joins the lines that a page's width has broken: words at hyphens, and sentences."""

import re
from collections.abc import Iterable

HYPHENS = "-\u2010\u00ad\ufffe\x02"
# Hyphens at a line's end that the file itself marks as such. A PDF's library marks them
# all, also those that are part of the word.
ONLY_BREAKS = "\u00ad\ufffe\x02"
# "kultur- och fritid": the hyphen stands for a part that comes later.
SHARED_PART = re.compile(r"(?:och|eller|samt|respektive|till|resp|&)\b")
ENDS_SENTENCE = re.compile(r"[.!?:;…]['\")\]”’]*$")
# "juni–augusti", "Arvika/Eda": what a dash or a stroke joins without space.
JOINS = re.compile(r"\w[–/]$")
# A word that keeps its hyphen: one letter, capitals, or a number before it.
KEEPS_HYPHEN = re.compile(r"(?:^|[\s(/])(?:\w|[A-ZÅÄÖ0-9]{2,}|\d+)-$")
BEGINS_LOW = re.compile(r"[a-zåäöéü]")
ITEM_LETTER = re.compile(r"[a-zåäö][.)]\s")
LONGEST_WORD = 80
FULL = 0.86
WIDEST_PAGE = 130
SHARE_FULL = 0.25


def join(before: str, after: str) -> str:
    """Return two lines as one, a word that was divided made whole.

    Letters and digits are never lost or added, and the hyphen goes only where a line
    break put it.
    """
    before, after = before.rstrip(" \t\r\n"), after.lstrip(" \t\r\n")
    if not before or not after or JOINS.search(before, len(before) - 2):
        return before + after
    if before[-1] not in HYPHENS or not before[:-1].strip():
        return f"{before} {after}"
    if before[-1] in ONLY_BREAKS:
        before = before[:-1] + "-"
    if before[-2:-1].isspace() or SHARED_PART.match(after):
        return f"{before} {after}"
    if not BEGINS_LOW.match(after) or KEEPS_HYPHEN.search(before[-LONGEST_WORD:]):
        return before + after
    return before[:-1] + after


def join_all(lines: Iterable[str]) -> str:
    """Return the lines as one."""
    whole = ""
    for line in lines:
        whole = join(whole, line)
    return whole


def page_width(lines: Iterable[str]) -> int:
    """Return the width that broke the lines, in characters; 0 if nothing did."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 4 or lengths[-1] > WIDEST_PAGE:  # noqa: PLR2004 - too few to tell.
        return 0
    width = lengths[len(lengths) * 95 // 100]
    full = sum(length >= FULL * width for length in lengths)
    return width if width > 40 and full >= SHARE_FULL * len(lengths) else 0  # noqa: PLR2004 - narrower is a list, not a page.


def goes_on(before: str, after: str, width: int) -> bool:
    """Tell whether a sentence goes on from one line to the next of the same piece."""
    after = after.lstrip()
    if not before.strip() or not after:
        return False
    if before.rstrip()[-1] in ONLY_BREAKS:
        return True
    is_low = begins_low(after)
    if is_low and not ENDS_SENTENCE.search(before.rstrip()):
        return True
    room = len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0])
    return width > 0 and room >= FULL * width


def begins_low(text: str) -> bool:
    """Tell whether the text begins in the middle of a sentence."""
    return BEGINS_LOW.match(text) is not None and ITEM_LETTER.match(text) is None


def is_open(text: str) -> bool:
    """Tell whether a paragraph's last sentence has not ended."""
    return bool(text) and ENDS_SENTENCE.search(text) is None
