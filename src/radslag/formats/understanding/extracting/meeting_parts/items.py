"""The items of an agenda or of minutes: where each begins, its number and its title."""

import re
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.annexed_dissents import (
    ANNEX,
)
from radslag.formats.understanding.extracting.meeting_parts.item_chains import (
    best_chain,
)
from radslag.formats.understanding.extracting.meeting_parts.item_sections import (
    set_sections,
)
from radslag.formats.understanding.extracting.meeting_parts.item_starts import (
    FAREWELL,
    FEWEST,
    PAUSE,
    Item,
    Start,
    is_title,
    last_of_head,
    repeats,
)
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    NO_COLUMNS,
    Column,
    Columns,
    columns_of,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    CLOSING,
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.page_numbers import (
    with_numbers,
    without_pages,
)
from radslag.formats.understanding.extracting.meeting_parts.papers import heads_list
from radslag.formats.understanding.extracting.meeting_parts.papers_in_tables import (
    heads_papers,
)
from radslag.formats.understanding.extracting.meeting_parts.run_together import (
    part_columns,
)
from radslag.formats.understanding.extracting.meeting_parts.unnumbered import (
    is_listed,
    unlettered,
    unnumbered,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    whole_register_number,
    without_register_number,
)

_SECTION_SIGN: Final = re.compile(
    r"(?:(?:[A-ZÅÄÖ]{2,8}(?:[-/][A-ZÅÄÖ]{1,8})?|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4})\.?\s+){0,2}"
    r"(?P<mark>§\s*(?P<n>\d{1,3})(?:/\d{2,4})?|(?P<n2>\d{1,3})\s*§)"
    r"(?![\d–-])[.:)]?\s*[–-]?\s*"
)
_POINT: Final = re.compile(
    r"(?i)(?P<mark>(?:punkt|ärende|p\.)\s*(?:nr\s*)?(?P<n>\d{1,3}))(?![\d–-])"
    r"\s*[.:)–-]*\s*"
)
_NUMBER: Final = re.compile(
    r"(?P<mark>(?P<n>\d{1,3}))(?:[.):](?!\d)\s*[–-]?\s*|\s+[–-]?\s*)(?=[^\W\d_]|[\"”])"
)
# "2. Avgifter", and not "2 mars" or "3 personer".
_POINTED: Final = re.compile(r"(?P<mark>(?P<n>\d{1,3}))[.):]\s+(?=[A-ZÅÄÖ\"”])")
_CLOCK: Final = re.compile(
    r"(?i)(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?"
)
_CLOCK_AND_NUMBER: Final = re.compile(
    r"\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+(?=\d{1,2}[.)]?\s+[A-ZÅÄÖ])"
)
_KIND_LAST: Final = re.compile(
    r"\s(BESLUT|INFO(?:RMATION)?|DISKUSSION|DIALOG|\((?:[Bb]eslut|[Ii]nfo\w*|[Dd]isk\w*)\))$"
)
# "Ks § 108" has its body's letters before the sign.
_MARKER: Final = re.compile(
    r"(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7}\s+){1,2}(?=§))?§?\s*(\d{1,3})\s*§?[.):]?"
)
_ALWAYS: Final = (
    Label.VERIFIED_ON,
    Label.ANNOUNCEMENT,
    Label.SENT_ON,
    Label.SIGNATURES,
)
_FROM: Final = re.compile(r"(?i)från\b")
_OWN_NUMBER: Final = re.compile(r"(§?\s*\d{1,3}\s*§?[.):]?)\s+(?=[A-ZÅÄÖ])")
# "A Budgetförslag", "Bilaga 1: Taxor": the first of a list.
_FIRST_ANNEX: Final = re.compile(
    r"(?:(?:[Bb]ilaga|[Bb]il\.?)\s*)?[1A](?:[.:)]|\s*[–-])?\s+(?=[A-ZÅÄÖ”\"])"
)
_ANNEXES: Final = re.compile(r"(?i)(?:bilagor|handlingar|bilageförteckning)\s*:?")
# A heading without a number below numbered items is of none of them.
_NEXT_MEETING: Final = re.compile(
    r"(?i)(?:nästa|nästkommande|kommande|framtida) "
    r"(?:möten?|sammanträden?|träff(?:ar)?)\W*"
)
# A line within a cell that says of itself what it tells: "Föredragande: Eva Alm".
_LABELLED_LINE: Final = re.compile(r"\n\s*(?=[A-ZÅÄÖ][a-zåäö ]{2,24}:\s)")
# An item that is told in its own line: "E-arkiv. Frågan tas upp igen."
_TITLE_AND_MORE: Final = re.compile(
    r"(?P<title>[^.!?\n]{1,60}[a-zåäöé\d]{3})\.\s+"
    r"(?=[A-ZÅÄÖ][^.!?]*\s\S.*[.!?]\s*$)"
)
# A cell whose first line is the title and whose others tell of it.
_TITLE_OVER_TEXT: Final = re.compile(
    r"(?P<title>[^\n]{3,110}[^\n.,:;–-])\n\s*(?=[A-ZÅÄÖ(\"”])"
)


class Cut(NamedTuple):
    """The lines cut: those above the items, the items, and what is signed below."""

    head: list[Line]
    items: list[Item]
    tail: list[Line]


def cut_items(lines: list[Line], *, prefer_last: bool = True) -> Cut:
    """Return the lines cut at their items.

    Items are told by their numbers, which follow on each other; where there are none,
    by headings, and are then counted in order.
    """
    lines = unlettered(lines)
    starts = _numbered(lines, prefer_last=prefer_last)
    in_table = _in_table(lines)
    if _tells_more(in_table, starts):
        starts = in_table
    starts = starts or unnumbered(lines, is_agenda=not prefer_last)
    if not starts:
        tail = _closing(lines, max(last_of_head(lines), _last_field(lines)) + 1)
        return Cut(lines[:tail], [], lines[tail:])
    ends = [*(start.at for start in starts[1:]), len(lines)]
    last = starts[-1].at
    # A § that stands alone has the line below it as its title.
    ends[-1] = _closing(lines, last + (1 if starts[-1].item.title else 2))
    if starts is in_table or is_listed(starts):
        ends[-1] = _end_of_form(lines, last + 1)
    _with_columns(starts, lines)
    for start, end in zip(starts, ends, strict=True):
        start.item.lines = _below(start.item, lines[start.at + 1 : end])
    items = with_numbers(without_pages([start.item for start in starts]))
    set_sections(lines[: starts[0].at], items)
    part_columns([*lines[: starts[0].at], *lines[ends[-1] :]], items)
    return Cut(lines[: starts[0].at], items, lines[ends[-1] :])


def _below(item: Item, lines: list[Line]) -> list[Line]:
    """Give a § that stands alone the line below as its title."""
    lines = [n for n in lines if not (_is_point(n) and PAUSE.match(n.text))]
    number = whole_register_number(item.title) if item.title else None
    if number:
        item.cells = (item.title, number)
    if (number or not item.title) and lines and _may_be_title(lines[0]):
        item.title, lines = lines[0].piece, lines[1:]
    told = _TITLE_AND_MORE.match(item.title.text) or _TITLE_OVER_TEXT.match(
        item.title.text
    )
    if told:
        rest = item.title.part(told.end(), len(item.title.text))
        item.title = item.title.group(told, "title")
        lines = [Line((rest,)), *lines]
    return lines


def _is_point(line: Line) -> bool:
    return line.form.startswith("item")


def _may_be_title(line: Line) -> bool:
    found = label_of(line)
    if found is None or found.label in (Label.NEXT_MEETING, Label.MEETING):
        return True
    # "§ 1", and "Dagordning" below it: the agenda is what the item is about.
    return found.label is Label.AGENDA and not found.cells


def _closing(lines: list[Line], first: int) -> int:
    for at in range(first, len(lines)):
        found = label_of(lines[at])
        is_next = lines[at].is_heading and _NEXT_MEETING.fullmatch(lines[at].text)
        is_end = FAREWELL.match(lines[at].text) or _lists_annexes(lines, at)
        is_next = is_next or ANNEX.match(lines[at].text)
        if is_next or is_end:
            return at
        if found and found.label in CLOSING and _closes(lines, at, found.label):
            return at
    return len(lines)


def _lists_annexes(lines: list[Line], at: int) -> bool:
    """Tell whether a list of annexes begins, which is of all the items."""
    below = lines[at + 1 : at + 2]
    is_numbered = any(
        n.number.strip(" .:)") in ("1", "A")
        or _FIRST_ANNEX.match(n.text)
        or heads_papers(n)
        for n in below
    )
    is_named = _ANNEXES.fullmatch(lines[at].text.strip()) is not None
    return (is_numbered and is_named) or heads_list(lines, at)


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


def _numbered(lines: list[Line], *, prefer_last: bool) -> list[Start]:
    is_agenda = not prefer_last
    found = [s for at, line in enumerate(lines) if (s := _start(at, line, is_agenda))]
    starts = [s for s in found if not repeats(s, found)]
    chains: dict[str, list[Start]] = {}
    for style in ("§", "p", "n"):
        alike = [start for start in starts if start.style == style]
        chains[style] = best_chain(alike, prefer_last=prefer_last)
    if _are_headings(chains["§"]) and not _are_headings(chains["n"]):
        return chains["§"]
    longest = max(chains.values(), key=len)
    alone = [s for s in chains["§"] if register_number_in(lines[s.at].piece)]
    return longest if len(longest) >= FEWEST else alone if prefer_last else []


def _are_headings(chain: list[Start]) -> bool:
    return bool(chain) and all(start.form.startswith("heading") for start in chain)


def _start(at: int, line: Line, is_agenda: bool) -> Start | None:  # noqa: FBT001 - of all lines.
    if line.is_row:
        return _row_start(at, line)
    clock = _CLOCK_AND_NUMBER.match(line.text)
    if clock:
        return _timed_start(at, line, line.piece.part(clock.end(), len(line.text)))
    for style, pattern in (("§", _SECTION_SIGN), ("p", _POINT), ("n", _NUMBER)):
        match = pattern.match(line.text)
        if match and (
            line.is_heading or is_title(line.text, match["mark"], is_agenda=is_agenda)
        ):
            number = int(match["n"] or match.groupdict().get("n2") or 0)
            title = line.piece.part(match.end(), len(line.text)).strip()
            mark = line.piece.group(match, "mark")
            return Start(at, style, line.form, Item(number, mark, title))
    marker = _MARKER.fullmatch(line.number) if line.form.startswith("item") else None
    if marker is None:
        return None
    style = "§" if "§" in line.number else "n"
    return Start(at, style, line.form, Item(int(marker[1]), line.piece, line.piece))


def _timed_start(at: int, line: Line, piece: Piece) -> Start | None:
    """Return the start of "14.10 4 Hyresavtal BESLUT": number, title and its kind."""
    match = _NUMBER.match(piece.text)
    if match is None:
        return None
    title = piece.part(match.end(), len(piece.text)).strip()
    kind = title.find(_KIND_LAST)
    if kind:
        title = title.part(0, kind.start - title.start).strip()
    said = {Column.KIND: kind} if kind else {}
    item = Item(int(match["n"]), piece.group(match, "mark"), title, [], (title,), said)
    return Start(at, "n", line.form, item)


def _row_start(at: int, line: Line) -> Start | None:
    first, *rest = line.cells
    is_timed = _CLOCK.fullmatch(first.text.strip()) is not None and not line.columns[0]
    if is_timed and rest and (match := _POINTED.match(rest[0].text)):
        # "13.15 | 1. Mötet öppnas": the clock has a column, the number none.
        title = rest[0].part(match.end(), len(rest[0].text)).strip()
        mark = rest[0].group(match, "mark")
        item = Item(int(match["n"]), mark, title, [], (title, *rest[1:]))
        return Start(at, "n", "row", item)
    if is_timed and len(rest) > 1:
        # "13.15 | 1 | Mötet öppnas": the clock stands before the number.
        first, *rest = rest
    elif line.columns[0] > 0:
        return None
    match = _MARKER.fullmatch(first.text.strip())
    if match is None or not rest:
        return None
    style = "§" if "§" in first.text else "n"
    if len(rest) > 1 and not without_register_number(rest[0]).strip(" .:"):
        # "§ 108 | Dnr 41/2031 | Rapport": the title is what stands after the number.
        rest = [rest[1], rest[0], *rest[2:]]
    cells = (*_lines_apart(rest[0]), *rest[1:])
    item = Item(int(match[1]), first, cells[0], [], cells)
    return Start(at, style, "row", item)


def _with_columns(starts: list[Start], lines: list[Line]) -> None:
    """Say what the cells of rows are of, where the table they stand in has a head."""
    heads = {at: head for at, line in enumerate(lines) if (head := columns_of(line))}
    for start in starts:
        above = max((at for at in heads if at < start.at), default=None)
        if start.form == "row" and above is not None:
            start.item.said = heads[above].said(lines[start.at])


def _in_table(lines: list[Line]) -> list[Start]:
    """Return the items of tables whose heads say what their columns hold."""
    items: list[Item] = []
    starts: list[Start] = []
    columns = NO_COLUMNS
    for at, line in enumerate(lines):
        columns = columns_of(line) or (columns if line.is_row else NO_COLUMNS)
        is_item = columns.is_of_items and columns_of(line) is None
        if is_item and add_row(line, columns, items):
            starts.append(Start(at, "", "row", items[-1]))
    return starts


def add_row(line: Line, columns: Columns, items: list[Item]) -> bool:
    """Add the item that a row of a table is; what only decides more is the last's."""
    said = columns.said(line)
    title, number = said.get(Column.TITLE), said.get(Column.NUMBER)
    if title is None and items and Column.DECISION in said:
        items[-1].further.append(said)
    if title is None or PAUSE.match(title.text):
        return False
    own = None if number else _OWN_NUMBER.match(title.text)
    if own:
        number, title = title.group(own, 1), title.part(own.end(), len(title.text))
    marker = _MARKER.fullmatch(number.text.strip()) if number else None
    title, *labelled = _lines_apart(title)
    items.append(
        Item(
            int(marker[1]) if marker else len(items) + 1,
            number if marker and number else title,
            title,
            [],
            (title, *labelled, *_others(line, said)),
            said,
            is_numbered=marker is not None,
        )
    )
    return True


def _lines_apart(cell: Piece) -> list[Piece]:
    """Part a title from what is said of it on lines of their own in its cell."""
    return cell.split(_LABELLED_LINE) or [cell]


def _others(line: Line, said: dict[Column, Piece]) -> list[Piece]:
    known = (said.get(Column.TITLE), said.get(Column.NUMBER))
    return [cell for cell in line.cells if cell not in known]


def _tells_more(in_table: list[Start], numbered: list[Start]) -> bool:
    """Tell whether a table's rows are the items, and no list of those below it."""
    if len(in_table) < FEWEST:
        return False
    is_of_rows = all(start.form == "row" for start in numbered)
    return len(in_table) > len(numbered) or (
        is_of_rows and len(in_table) == len(numbered)
    )


def _end_of_form(lines: list[Line], first: int) -> int:
    """Return where the rows, or the points of a list, end."""
    form = lines[first - 1].form[:3]
    rest = range(first, len(lines))
    return next((at for at in rest if lines[at].form[:3] != form), len(lines))


def _last_field(lines: list[Line]) -> int:
    """Return the last row of a letter's fields, which begin with who sent it."""
    first = next((n for n, line in enumerate(lines) if _FROM.match(line.text)), None)
    if first is None or not lines[first].is_row:
        return 0
    rows = range(first, len(lines))
    return next((n - 1 for n in rows if not lines[n].is_row), len(lines) - 1)
