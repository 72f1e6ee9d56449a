"""A document's list of contents, told from what stands under it.

A list of contents repeats the headings of all that comes; read as text it would give
every paragraph, goal and budget line twice, with the number of a page for its sum. The
readers know one by its tabs and dots; here it is known by its words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from radslag.formats.readers.model import Block, Document, Part, Table

LONGEST_ENTRY: Final = 160
FEWEST, MOST_WITHOUT_PAGE, LONGEST_LIST = 3, 3, 400
_HEAD: Final = re.compile(
    r"(?i)^\W{0,3}(?:innehåll(?:sförteckning)?[\s:.]{0,3}(?:sid(?:a|nr|an)?\.?)?|sid(?:a|nr)?\.?)\W{0,3}$"
)
# A column of pages is named at the end of the line above: "… följande berättelse  Sid".
_ENDS_WITH_PAGE: Final = re.compile(r"\bSid(?:a|an|nr)?\.?$")
_PAGED: Final = re.compile(r"^(?P<words>.*?\w.*?)[\s.…_]+(?P<page>\d{1,3})$", re.S)
_DOTS: Final = re.compile(r"\w\W{0,3}(?:\.{3,}|…)\s*(?P<page>\d{1,3})$")
_MARKER: Final = re.compile(r"^\W{0,3}(?:\d{1,2}(?:\.\d{1,2})*|[a-z](?=[.)]))[.):]?\s+")
_WORDS: Final = re.compile(r"[^\W\d]{2}")
# "KS § 1   Dnr 2031/4": the number of an item, whose title stands below.
_ITEM_ALONE: Final = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7}\.?\s+)?§\s*\d{1,3}\s*(?:(?i:d(?:iarie)?nr)\b.*)?$"
)
_SENTENCE: Final = re.compile(r"(?:\S+\s+){3,}\S+[.;,]$")


def with_contents_told(document: Document) -> Document:
    """Return the document with every list of contents marked as such.

    Only what stands under a head is one: lines with pages that never go back, or lines
    that stand again below as headings.
    """
    blocks = list(document.blocks)
    listed: set[int] = set()
    for first in _heads(blocks):
        if first not in listed:
            listed |= set(_entries(blocks, first))
    listed |= set(_dotted(blocks))
    if not listed:
        return document
    marked = (
        replace(block, part=Part.CONTENTS) if at in listed else block
        for at, block in enumerate(blocks)
    )
    return replace(document, blocks=tuple(marked))


def _heads(blocks: Sequence[Block]) -> Iterator[int]:
    for at, block in enumerate(blocks):
        is_read = block.part is not Part.CONTENTS and len(block.text) < LONGEST_ENTRY
        if not is_read or isinstance(block, Table):
            continue
        if _HEAD.match(block.text) or _ENDS_WITH_PAGE.search(block.text.strip()):
            yield at


def _dotted(blocks: Sequence[Block]) -> Iterator[int]:
    """Give the lines with dots before a page, where several of them go on in order."""
    run: list[int] = []
    page = 0
    for at, block in enumerate([*blocks, None]):
        text = block.text.strip() if block and len(block.text) < LONGEST_ENTRY else ""
        found = _DOTS.search(text)
        if found and int(found["page"]) >= page:
            run.append(at)
            page = int(found["page"])
            continue
        if len(run) > FEWEST:
            yield from run
        run, page = ([at], int(found["page"])) if found else ([], 0)


def _entries(blocks: Sequence[Block], head: int) -> list[int]:
    """Return where the list under a head stands, its head with it; none is empty."""
    last = _last_paged(blocks, head + 1) or _last_repeated(blocks, head + 1)
    return list(range(head, last + 1)) if last else []


def _last_paged(blocks: Sequence[Block], first: int) -> int:
    """Return the last of the lines that end with pages, where there are several."""
    last, page, paged, bare = 0, 0, 0, 0
    names: set[str] = set()
    for at in range(first, min(len(blocks), first + LONGEST_LIST)):
        text = blocks[at].text.strip()
        found = _PAGED.match(text) if _may_be_entry(blocks[at]) else None
        if found and int(found["page"]) >= page:
            last, page, paged, bare = at, int(found["page"]), paged + 1, 0
            names.add(_plain(found["words"]))
            continue
        bare += 1
        is_end = not _may_be_entry(blocks[at]) or _plain(text) in names
        if is_end or bare > MOST_WITHOUT_PAGE:
            break
    return last if paged >= FEWEST else 0


def _last_repeated(blocks: Sequence[Block], first: int) -> int:
    """Return the last line of a list whose first line stands again after it."""
    if first >= len(blocks):
        return 0
    opening = _plain(blocks[first].text)
    names: list[str] = []
    for at in range(first, min(len(blocks), first + LONGEST_LIST)):
        name = _plain(blocks[at].text[:LONGEST_ENTRY])
        if names and name == opening:
            below = {_plain(b.text) for b in blocks[at:] if len(b.text) < LONGEST_ENTRY}
            again = sum(each in below for each in names)
            # A number alone belongs to the heading below it.
            last = at - 2 if _is_number(blocks[at - 1].text) else at - 1
            return last if len(names) >= FEWEST and again > 1 else 0
        if not _may_be_entry(blocks[at]):
            return 0
        names.append(name)
    return 0


def _is_number(text: str) -> bool:
    return _WORDS.search(text) is None or _ITEM_ALONE.match(text.strip()) is not None


def _may_be_entry(block: Block) -> bool:
    text = block.text.strip()
    is_line = not isinstance(block, Table) and len(text) < LONGEST_ENTRY
    return is_line and not _SENTENCE.match(text)


def _plain(text: str) -> str:
    """Return a heading's words as they are compared, without number and signs."""
    bare = _MARKER.sub("", " ".join(text.split()))
    return bare.strip(" .:…§").casefold()
