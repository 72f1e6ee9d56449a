"""The items of an agenda or of minutes: where each begins, its number and its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    CLOSING,
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    whole_register_number,
)

NUMBERED_IN_ORDER: Final = "Punkterna har inga nummer utan är räknade i ordning."
_SECTION_SIGN: Final = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zåäö]{1,4}\.?\s+)?"
    r"(?P<mark>§\s*(?P<n>\d{1,3})(?:/\d{2,4})?|(?P<n2>\d{1,3})\s*§)"
    r"(?![\d–-])[.:)]?\s*[–-]?\s*"
)
_POINT: Final = re.compile(
    r"(?i)(?P<mark>(?:punkt|ärende|p\.)\s*(?:nr\s*)?(?P<n>\d{1,3}))(?![\d–-])"
    r"\s*[.:)–-]*\s*"
)
_NUMBER: Final = re.compile(
    r"(?P<mark>(?P<n>\d{1,3}))(?:[.)](?!\d)\s*[–-]?\s*|\s+[–-]?\s*)(?=[^\W\d_]|[\"”])"
)
_MARKER: Final = re.compile(r"§?\s*(\d{1,3})\s*§?[.):]?")
# Headings inside an item, or of other things than items.
NO_ITEM: Final = re.compile(
    r"(?i)^(?:bakgrund|sammanfattning\w*|ärendet|beskrivning\w*|diskussion|dialog|"
    r"yrkanden?|beslutsgång|beslutsunderlag|omröstning\w*|reservation\w*|förslag till "
    r"beslut|beslut\w*|protokollsanteckning\w*|särskilt yttrande\w*|expedier\w*|"
    r"beslutet (?:skickas|expedieras|delges)\w*.*|skickas till|kopia till|bilag\w*|"
    r"underlag|handlingar\w*|jäv|ajournering|propositions\w*|förslag|information|"
    r"uppdrag|nästa steg|åtgärd\w*|slutsats\w*|innehåll\w*|minnesanteckning\w*|"
    r"protokoll\w*|kallelse\w*|dagordning|föredragningslista|agenda|ärendelista|"
    r"kommentar\w*|inledning av ärendet|tidigare beslut\w*|ekonomi i ärendet)\W*$"
)
# Below the agenda a notice says what to do about it, and who sends it.
_FAREWELL: Final = re.compile(
    r"(?i)^(?:förhinder|eventuellt förhinder|frånvaro|ersättare) "
    r".*\b(?:anmäls?|meddela[sn]?|anmälan|kallas|kontakta)\b"
    r"|^(?:anmäl|meddela)\w*\b.*\b(?:förhinder|frånvaro|senast)\b"
    r"|^(?:varmt )?välkom(?:na|men)!|^(?:(?:med )?vänliga? )?hälsning(?:ar)?\b"
    r"|^(?:sekreterare|ordförande) .{3,40}\b(?:juster(?:are|ande)|ordförande)"
    r"\s+\S+\s+\S+$|^enligt uppdrag"
    r"|^[A-ZÅÄÖ][a-zåäö]+(?:\s[A-ZÅÄÖ][a-zåäö]+)?,?\s(?:den\s)?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\s[a-z]+\s\d{4})$"
)
_ALWAYS: Final = (
    Label.VERIFIED_ON,
    Label.ANNOUNCEMENT,
    Label.SENT_ON,
    Label.SIGNATURES,
)
_LONGEST_TITLE: Final = 300
_FEWEST: Final = 2
_LONGEST_HEAD: Final = 40


@dataclass
class Item:
    """An item: its number, how it is said, its title and the lines below it."""

    number: int
    mark: Piece
    title: Piece
    lines: list[Line] = field(default_factory=list)
    cells: tuple[Piece, ...] = ()
    columns: tuple[int, ...] = ()
    is_numbered: bool = True


class Cut(NamedTuple):
    """The lines cut: those above the items, the items, and what is signed below."""

    head: list[Line]
    items: list[Item]
    tail: list[Line]


class _Start(NamedTuple):
    at: int
    style: str
    form: str
    item: Item


def cut_items(lines: list[Line], *, prefer_last: bool = True) -> Cut:
    """Return the lines cut at their items.

    Items are told by their numbers, which follow on each other; where there are none,
    by headings, and are then counted in order.
    """
    starts = _numbered(lines, prefer_last=prefer_last) or _unnumbered(lines)
    if not starts:
        tail = _closing(lines, _last_of_head(lines) + 1)
        return Cut(lines[:tail], [], lines[tail:])
    ends = [*(start.at for start in starts[1:]), len(lines)]
    last = starts[-1].at
    ends[-1] = _closing(lines, last + 1)
    for start, end in zip(starts, ends, strict=True):
        start.item.lines = _below(start.item, lines[start.at + 1 : end])
    return Cut(lines[: starts[0].at], [s.item for s in starts], lines[ends[-1] :])


def _below(item: Item, lines: list[Line]) -> list[Line]:
    """Give a § that stands alone the line below as its title."""
    number = whole_register_number(item.title) if item.title else None
    if number:
        item.cells = (item.title, number)
    if (number or not item.title) and lines and _may_be_title(lines[0]):
        item.title, lines = lines[0].piece, lines[1:]
    return lines


def _may_be_title(line: Line) -> bool:
    found = label_of(line)
    return found is None or found.label in (Label.NEXT_MEETING, Label.MEETING)


def _closing(lines: list[Line], first: int) -> int:
    for at in range(first, len(lines)):
        found = label_of(lines[at])
        if _FAREWELL.match(lines[at].text):
            return at
        if found and found.label in CLOSING and _closes(lines, at, found.label):
            return at
    return len(lines)


def _closes(lines: list[Line], at: int, label: Label) -> bool:
    """Tell whether a label is of the signatures: names, lines or labels follow it."""
    found = label_of(lines[at])
    if found is None or (label is Label.CHAIR and len(lines) - at > 6):  # noqa: PLR2004 - near the end.
        return False
    if not found.cells or label in _ALWAYS:
        return True
    return _begins_with_name(found.value.text) or _is_label(found.value)


def _is_label(piece: Piece) -> bool:
    """Tell whether a label's value is itself a label: two signatures side by side."""
    found = label_of(Line((piece,)))
    return found is not None and not found.cells


def _begins_with_name(text: str) -> bool:
    words = re.split(r"[,(;/]| och ", text, maxsplit=1)[0].split()
    return any(is_name(" ".join(words[:n])) for n in range(2, min(len(words), 5) + 1))


def _numbered(lines: list[Line], *, prefer_last: bool) -> list[_Start]:
    starts = [s for at, line in enumerate(lines) if (s := _start(at, line))]
    chains = {
        style: _best([s for s in starts if s.style == style], prefer_last=prefer_last)
        for style in ("§", "p", "n")
    }
    if _are_headings(chains["§"]) and not _are_headings(chains["n"]):
        return chains["§"]
    longest = max(chains.values(), key=len)
    return longest if len(longest) >= _FEWEST else []


def _are_headings(chain: list[_Start]) -> bool:
    return bool(chain) and all(start.form.startswith("heading") for start in chain)


def _best(starts: list[_Start], *, prefer_last: bool) -> list[_Start]:
    """Return the longest row of numbers; among equals that of headings, or the last."""
    forms = dict.fromkeys(start.form for start in starts)
    chains = _chains(starts)
    for form in forms:
        chains += _chains([start for start in starts if start.form == form])
    order = 1 if prefer_last else -1
    return max(
        chains,
        key=lambda c: (len(c), _has_text(c), _evenness(c), order * c[0].at),
        default=[],
    )


def _has_text(chain: list[_Start]) -> bool:
    """Tell whether lines stand between the numbers: else they only list what comes."""
    return any(after.at > before.at + 1 for before, after in pairwise(chain))


def _evenness(chain: list[_Start]) -> tuple[bool, bool]:
    forms = {start.form for start in chain}
    return len(forms) == 1, all(form.startswith("heading") for form in forms)


def _chains(starts: Sequence[_Start]) -> list[list[_Start]]:
    """Return the rows of numbers, each begun anew where the first number returns."""
    chains: list[list[_Start]] = []
    for start in starts:
        number = start.item.number
        for chain in chains:
            if _follows(number, chain[-1].item.number, start.style):
                chain.append(start)
                break
        else:
            if number == 1 or start.style == "§" or not chains:
                chains.append([start])
    return [[s._replace(item=_copy(s.item)) for s in chain] for chain in chains]


def _follows(number: int, last: int, style: str) -> bool:
    return number == last + 1 or (style == "§" and last < number <= last + 5)


def _copy(item: Item) -> Item:
    return Item(item.number, item.mark, item.title, [], item.cells, item.columns)


def _start(at: int, line: Line) -> _Start | None:
    if line.is_row:
        return _row_start(at, line)
    for style, pattern in (("§", _SECTION_SIGN), ("p", _POINT), ("n", _NUMBER)):
        match = pattern.match(line.text)
        if match and (line.is_heading or _is_title(line.text)):
            number = int(match["n"] or match.groupdict().get("n2") or 0)
            title = line.piece.part(match.end(), len(line.text)).strip()
            mark = line.piece.group(match, "mark")
            return _Start(at, style, line.form, Item(number, mark, title))
    marker = _MARKER.fullmatch(line.number) if line.form.startswith("item") else None
    if marker is None:
        return None
    style = "§" if "§" in line.number else "n"
    return _Start(at, style, line.form, Item(int(marker[1]), line.piece, line.piece))


def _row_start(at: int, line: Line) -> _Start | None:
    first, *rest = line.cells
    match = _MARKER.fullmatch(first.text.strip())
    if match is None or not rest or line.columns[0] > 0:
        return None
    style = "§" if "§" in first.text else "n"
    item = Item(int(match[1]), first, rest[0], [], tuple(rest), line.columns[1:])
    return _Start(at, style, "row", item)


def _is_title(text: str) -> bool:
    """Tell whether a line of text may be a title: short, and no sentence."""
    return len(text) < _LONGEST_TITLE / 2 and not text.rstrip().endswith((".", ","))


def _unnumbered(lines: list[Line]) -> list[_Start]:
    candidates = [
        at
        for at, line in enumerate(lines)
        if at > _last_of_head(lines) and line.is_heading and _is_item_heading(line)
    ]
    if not candidates:
        return []
    top = min(lines[at].form for at in candidates)
    chosen = [at for at in candidates if lines[at].form == top]
    if len(chosen) < _FEWEST:
        chosen = candidates
    return [
        _Start(at, "", lines[at].form, _counted(number, lines[at]))
        for number, at in enumerate(chosen, 1)
    ]


def _last_of_head(lines: list[Line]) -> int:
    """Return the last line that says when, where or who, and at least the first."""
    of_head = (Label.DAY, Label.TIME, Label.PLACE, Label.PLACE_AND_TIME, *ATTENDING)
    return max(
        (
            at
            for at, line in enumerate(lines[:_LONGEST_HEAD])
            if (found := label_of(line)) and found.label in of_head
        ),
        default=0,
    )


def _counted(number: int, line: Line) -> Item:
    return Item(number, line.piece, line.piece, is_numbered=False)


def _is_item_heading(line: Line) -> bool:
    label = label_of(line)
    if label and label.label is not Label.NEXT_MEETING:
        return False
    who = re.split(r"[,(]", line.text, maxsplit=1)[0]
    return not NO_ITEM.match(line.text) and not is_name(who)
