"""What an agenda says of its items: who presents them, and their papers."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_records import (
    presenter_in_title,
)
from radslag.formats.understanding.extracting.meeting_parts.items import Item
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    whole_register_number,
)

LONGEST: Final = 200
BY_ITS_ITEM: Final = "Bara bilagans nummer är skrivet; titeln är punktens."
_ANNEX_WORD: Final = r"(?:bilag(?:a|or)|bil\.?)"
_ANNEX: Final = re.compile(
    rf"(?i)^{_ANNEX_WORD}\s*(?:nr\s*)?(?P<number>\d{{1,3}}[a-z]?|[A-Z](?![\wåäö]))"
    r"(?:\s*[:.–-]?\s*(?P<title>\S.*))?$"
)
_PAPERS: Final = re.compile(
    rf"(?i)^(?:{_ANNEX_WORD}|handlingar|handling|(?:besluts)?underlag|dokument)"
    r"(?:\s*[:–-]\s*|\s+(?=[A-ZÅÄÖ]))(?P<titles>\S.*)$"
)
_INLINE: Final = re.compile(
    rf"(?i)\(?\b{_ANNEX_WORD}\s*(?:nr\s*)?(?P<number>\d{{1,3}}[a-z]?)\b\)?"
)
_PRESENTS: Final = re.compile(
    r"(?i)^(?:föredragande|föredras av|föredragning|ansvarig|presenteras av|inleds av"
    r"|rapportör)\s*:?\s*(?P<who>\S.*)$"
)
HEADER: Final = re.compile(
    r"(?i)^(?:nr|punkt|§|ärende|ärenden|rubrik|diarie\w*|dnr|föredragande|bilag\w*|"
    r"handling\w*|underlag|tid|typ|ansvarig|beslut(?:/info\w*)?|kl|notering\w*|syfte"
    r"|utfall|åtgärd|status|klart?(?: (?:senast|när|datum))?|uppföljning"
    r"|diskussion)\W*$"
)
_CLOCK: Final = re.compile(
    r"(?i)^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d.*)?$|^\d+ ?min"
)


class Columns(NamedTuple):
    """Which column of an agenda's table holds what, told by its head."""

    names: dict[int, str]

    def of(self, number: int) -> str:
        """Return what a column holds, or nothing."""
        return self.names.get(number, "")


def columns_of(lines: list[Line]) -> Columns:
    """Return the columns of the table an agenda stands in, told by its head."""
    for line in lines:
        words = [cell.text.strip().lower() for cell in line.cells]
        if line.is_row and len(words) > 1 and all(map(HEADER.match, words)):
            return Columns(dict(zip(line.columns, words, strict=True)))
    return Columns({})


def texts_of(item: Item) -> list[Piece]:
    """Return what stands with an item and is neither its number nor its paper."""
    cells = [
        c for c in item.cells[1:] if not (_is_paper(c) or whole_register_number(c))
    ]
    lines = [line.piece for line in item.lines if not _is_paper(line.piece)]
    return [*(cell for cell in cells if not _CLOCK.match(cell.text)), *lines]


def presenter_of(item: Item, columns: Columns) -> Piece | None:
    """Return who presents an item, or None."""
    for number, cell in zip(item.columns[1:], item.cells[1:], strict=False):
        if columns.of(number).startswith(("föredra", "ansvarig")):
            return cell
    named = presenter_in_title(item.title)
    if named:
        return named
    for piece in texts_of(item):
        said = piece.find(_PRESENTS)
        if said or is_name(piece.text):
            return said or piece
    return None


def decision_of(item: Item, columns: Columns) -> Piece | None:
    """Return what the column of decisions says of an item, or None."""
    for number, cell in zip(item.columns[1:], item.cells[1:], strict=False):
        if re.match(r"(?:beslut|utfall)\W*$", columns.of(number)):
            return cell
    return None


def _is_paper(piece: Piece) -> bool:
    return bool(_ANNEX.match(piece.text) or _PAPERS.match(piece.text))


def add_papers(
    item: Item, found: Found, meeting: Found, columns: Columns, gathering: Gathering
) -> None:
    """Add the papers and annexes that an item names."""
    for number, title in _papers(item, columns):
        said = title or number
        if said is None:
            continue
        gathering.add(
            "papers",
            slug(f"{found.key}-{said.text}"),
            {
                "title": title.value() if title else _title(found, said),
                "meeting": said.value(meeting.key),
                "item": said.value(found.key),
                "annex_number": number.value() if number else None,
            },
        )


def _title(item: Found, number: Piece) -> Value:
    """Return the title of an annex of which only the number is said: its item's."""
    words = f"Bilaga {number.text}: {item['title']}"
    return number.value(words[:LONGEST], Certainty.PROBABLE, BY_ITS_ITEM)


def _papers(
    item: Item, columns: Columns
) -> Iterator[tuple[Piece | None, Piece | None]]:
    for number, cell in zip(item.columns[1:], item.cells[1:], strict=False):
        if columns.of(number).startswith(("bilag", "handling", "underlag")):
            yield from _in_column(cell)
        elif _is_paper(cell):
            yield from _told(cell)
    for line in item.lines:
        yield from _told(line.piece)
    annex = _INLINE.search(item.title.text)
    if annex:
        yield item.title.group(annex, "number"), None


def _in_column(cell: Piece) -> Iterator[tuple[Piece | None, Piece | None]]:
    if re.fullmatch(r"\d{1,3}[a-z]?", cell.text.strip()):
        yield cell.strip(), None
    elif re.search(r"\w", cell.text) and not _is_paper(cell):
        yield from ((None, title) for title in cell.split(r";|\n"))
    else:
        yield from _told(cell)


def _told(piece: Piece) -> Iterator[tuple[Piece | None, Piece | None]]:
    annex = _ANNEX.match(piece.text)
    if annex:
        title = piece.group(annex, "title").strip() if annex["title"] else None
        yield piece.group(annex, "number"), title
        return
    papers = _PAPERS.match(piece.text)
    if papers:
        for title in piece.group(papers, "titles").split(r"[;,]\s"):
            yield None, title.strip(" .")
