"""An item and where it begins, and what above and below all items is none."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import (
    whole_register_number,
)

NUMBERED_IN_ORDER: Final = "Punkterna har inga nummer utan är räknade i ordning."
FEWEST: Final = 2
_LONGEST_HEAD: Final = 40
_LONGEST_TITLE: Final = 300
_TITLE_WORDS: Final = 15
_NEAR: Final = 2
# Below the agenda a notice says what to do about it, and who sends it.
FAREWELL: Final = re.compile(
    r"(?i)^(?:förhinder|eventuellt förhinder|frånvaro|ersättare) "
    r".*\b(?:anmäls?|meddela[sn]?|anmälan|kallas|kontakta)\b"
    r"|^(?:anmäl|meddela|lämna)\w*\b.*\b(?:förhinder|frånvaro|återbud|senast)\b"
    r"|^säg till\b.*\bsenast\b|^hör av (?:dig|er)\b|^(?:vi )?(?:ses|hörs)\b.{0,20}$"
    r"|^(?:varmt )?välkom(?:na|men)!|^väl mött!?$"
    r"|^(?:(?:med )?vänliga? )?hälsning(?:ar)?\b"
    r"|^(?:sekreterare|ordförande) .{3,40}\b(?:juster(?:are|ande)|ordförande)"
    r"\s+\S+\s+\S+$|^enligt uppdrag"
    r"|^[A-ZÅÄÖ][a-zåäö]+(?:\s[A-ZÅÄÖ][a-zåäö]+)?,?\s(?:den\s)?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\s[a-z]+\s\d{4})$"
)
PAUSE: Final = re.compile(
    r"(?i)(?:fika|kaffe\w*|förmiddags\w*|eftermiddags\w*|lunch\w*|paus|rast|bensträckare"
    r"|middag)\b[^,:]{0,30}$"
)


_REPORTS: Final = re.compile(r"(?i)föredragande\b")


@dataclass
class Item:
    """An item: its number, how it is said, its title and the lines below it."""

    number: int
    mark: Piece
    title: Piece
    lines: list[Line] = field(default_factory=list)
    cells: tuple[Piece, ...] = ()
    said: dict[Column, Piece] = field(default_factory=dict)
    further: list[dict[Column, Piece]] = field(default_factory=list)
    is_numbered: bool = True
    section: Piece | None = None


class Start(NamedTuple):
    """Where an item begins, how it is numbered, and the form of its line."""

    at: int
    style: str
    form: str
    item: Item


def last_of_head(lines: list[Line]) -> int:
    """Return the last line that says when, where or who, and at least the first.

    Who reports on an item stands right below its heading, and is of no list.
    """
    of_head = (Label.DAY, Label.TIME, Label.PLACE, Label.PLACE_AND_TIME, *ATTENDING)
    return max(
        (
            at
            for at, line in enumerate(lines[:_LONGEST_HEAD])
            if (found := label_of(line)) and found.label in of_head
            if not (_REPORTS.match(line.text) and lines[max(0, at - 1)].is_heading)
        ),
        default=0,
    )


def is_title(text: str, mark: str, *, is_agenda: bool = False) -> bool:
    """Tell whether a line of text may be a title: short, and no sentence.

    After a § it may be longer, and may end with a full stop: "§ 3. Mötet öppnas."; so
    it may in an agenda, where nothing is told yet.
    """
    bare = text.rstrip()
    if "§" not in mark and not is_agenda:
        return len(text) < _LONGEST_TITLE / 2 and not bare.endswith((".", ","))
    title = bare.removeprefix(mark).lstrip(" .:)–-")
    is_short = title[:1].isupper() and len(title.split()) <= _TITLE_WORDS
    return len(text) < _LONGEST_TITLE and (
        not bare.endswith((".", ",")) or (is_short and bare.endswith("."))
    )


def repeats(start: Start, others: list[Start]) -> bool:
    """Tell whether a line gives only the register number of the item right above it.

    So "Ärende 2 Diarienummer 2031/KS 45" stands below "2 Avgifter".
    """
    if start.style != "p" or whole_register_number(start.item.title) is None:
        return False
    return any(
        0 < start.at - other.at <= _NEAR and other.item.number == start.item.number
        for other in others
        if other.style == "n"
    )
