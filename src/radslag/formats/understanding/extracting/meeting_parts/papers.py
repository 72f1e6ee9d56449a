"""The papers and annexes of an agenda: where an item names them, and their list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.recognising.titles import title_kind
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import register_number_in

LONGEST: Final = 200
BY_ITS_ITEM: Final = "Bara bilagans nummer är skrivet; titeln är punktens."
BY_ITS_TITLE: Final = "Handlingens slag är taget ur dess titel."
MEETINGS_DAY: Final = "Dagen är mötets, som protokollet är av."
_WORD: Final = r"(?:bilag(?:a|or)|bil\.?)"
_NUMBER: Final = r"(?:\d{1,3}[a-z]?|[A-Z])(?![\wåäö])"
_ANNEX: Final = re.compile(
    rf"(?i)^{_WORD}\s*(?:nr\s*)?(?P<number>\d{{1,3}}[a-z]?|[A-Z](?![\wåäö]))"
    r"(?:\s*[:.–-]?\s*(?P<title>\S.*))?$"
)
# "Bilaga 3 och 4", "bilagorna 2–5": several numbers after one word.
_SEVERAL: Final = re.compile(
    rf"(?i)\b(?:bilag(?:a|or|orna)|bil\.?)\s*(?:nr\s*)?(?P<numbers>{_NUMBER}"
    rf"(?:\s*(?:,|och|samt|&|[-–])\s*{_NUMBER})+)"
)
_RANGE: Final = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_PAPERS: Final = re.compile(
    rf"(?i)^(?:{_WORD}|handlingar|handling|(?:besluts)?underlag|dokument)"
    r"(?:\s*[:–-]\s*|\s+(?=[A-ZÅÄÖ]))(?P<titles>\S.*)$"
)
# "Dnr 25/33. Handling: bilaga 3": papers named last on a line of other things.
_PAPERS_LAST: Final = re.compile(
    r"(?<=\.\s)(?:Handling(?:ar)?|Underlag|Bilag(?:a|or)):\s*(?P<titles>\S.*)$"
)
_ONLY_NUMBERS: Final = re.compile(
    rf"(?i){_WORD}\s*(?:nr\s*)?{_NUMBER}(?:\s*(?:,|och|samt|&|[-–])\s*{_NUMBER})*"
)
_INLINE: Final = re.compile(
    rf"(?i)\(?\b{_WORD}\s*(?:nr\s*)?(?P<number>\d{{1,3}}[a-z]?|(?-i:[A-Z]))\b\)?"
)
_NO_PAPER: Final = re.compile(
    r"(?i)^(?:delas ut|läggs fram|muntlig|presentation(?:en)? (?:på|vid)|kommer|skickas"
    r"|eftersänds|sänds|ja$|nej$|x$|ingen|inga|finns|sekretess|konfidentiell"
    r"|(?:ej|inte) offentlig|lista$|se ovan|bifogas|bildspel$|utan handling)"
)
_LIST: Final = re.compile(
    r"(?i)^(?:förteckning över )?(?:bilag(?:or|eförteckning)|handlingar)\s*:?$"
)
# "Bilaga A. Enkät" says of itself that it is listed, whatever stands over the list.
_LISTED_FIRST: Final = re.compile(
    r"(?:[Bb]ilaga|[Bb]il\.)\s+[1A](?:[.:)]|\s*[–-])\s+(?=[A-ZÅÄÖ”\"])"
)
# "Läs bilaga A och B": what to do with the annexes of an item.
_READ: Final = re.compile(
    r"(?i)^\W{0,2}(?:läs|se|jfr|jämför)\s+(?:även\s+|också\s+)?"
    rf"(?P<annexes>{_WORD}\s*{_NUMBER}(?:\s*(?:,|och|samt|&|[-–])\s*{_NUMBER})*)"
    r"(?=\W*$|\.\s)"
)
_LISTED: Final = re.compile(
    rf"(?i)^(?:{_WORD}\s*)?(?P<number>\d{{1,3}}[a-z]?)\s*[.:)–-]?\s+(?P<title>\S.*)$"
)
# "Bilagor: 1. Budgetförslag. 2. Taxor": the list on one line, by figures or letters.
_LIST_IN_LINE: Final = re.compile(
    r"(?i)^(?:förteckning över )?(?:bilag(?:or|eförteckning)|handlingar)\s*:\s*(?=\S)"
)
_BETWEEN_LISTED: Final = re.compile(
    r"(?:^|[.;,]\s+|\s+)(?P<number>\d{1,2}(?:[.:)]|(?=\s))|[A-Z][.:)]?(?=\s))\s*(?=[A-ZÅÄÖ”\"])"
)
_ANNEX_WORD: Final = re.compile(r"(?i)(?:bilaga|bil\.?)\s+(?=[A-Z]\b)")
_LETTER: Final = re.compile(
    r"(?:^|(?<=\s))(?P<letter>[A-Z])(?:[.:)]|\s*[–-])?\s+(?=[A-ZÅÄÖ”\"])"
)
_SENT_LATER: Final = re.compile(
    r"(?i)\s*\((?:skickas|sänds|eftersänds|delas|kommer|läggs|bifogas)\b[^)]*\)\s*$"
)
# "Dnr SN 2026/7, bilaga A och B": what a line of numbers ends with.
_ANNEX_LAST: Final = re.compile(
    rf"(?i)(?:^|[,;.(]|\s[–-])\s*(?P<annexes>{_WORD}\s*(?:nr\s*)?{_NUMBER}"
    rf"(?:\s*(?:,|och|samt|&|[-–])\s*{_NUMBER})*)\s*\)?\.?\s*$"
)
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)$", re.IGNORECASE)
_LONGEST_RANGE: Final = 20
_AROUND: Final = " \t\n,;:.()–-"


class Paper(NamedTuple):
    """A paper as an item names it: its number, its title, or both."""

    number: Piece | None
    title: Piece | None
    said_number: str = ""


def is_paper(piece: Piece) -> bool:
    """Tell whether a line only names papers."""
    return bool(_ANNEX.match(piece.text) or _PAPERS.match(piece.text))


def listed_annexes(lines: Sequence[Line]) -> dict[str, Piece]:
    """Return the titles of a list of annexes below an agenda, by their numbers."""
    found: dict[str, Piece] = {}
    is_below = False
    last = ""
    for at, line in enumerate(lines):
        found |= _listed_in_line(line.piece)
        lettered = dict(_lettered(line.piece, last)) if is_below else {}
        if lettered:
            last = max(lettered)
            found |= lettered
            continue
        match = _LISTED.match(line.text) if is_below else None
        number = line.number.strip(" .:)")
        if match:
            found.setdefault(match["number"], line.piece.group(match, "title"))
        elif is_below and number.isdigit():
            found.setdefault(number, line.piece)
        elif _LIST.match(line.text) or heads_list(lines, at):
            is_below = True
    return found


def heads_list(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first of a list of annexes stands right below a heading."""
    below = lines[at + 1 : at + 2]
    return lines[at].is_heading and any(_LISTED_FIRST.match(n.text) for n in below)


def _lettered(line: Piece, last: str) -> Iterator[tuple[str, Piece]]:
    """Give the annexes of a line whose letters follow on the last one's."""
    lead = _ANNEX_WORD.match(line.text)
    line = line.part(lead.end(), len(line.text)) if lead else line
    marks: list[re.Match[str]] = []
    wanted = chr(ord(last) + 1) if last else "A"
    for match in _LETTER.finditer(line.text):
        if match["letter"] == wanted and (marks or not match.start()):
            marks.append(match)
            wanted = chr(ord(wanted) + 1)
    ends = [*(match.start() for match in marks[1:]), len(line.text)]
    for match, end in zip(marks, ends, strict=False):
        title = _without_remark(line.part(match.end(), end))
        yield match["letter"], _without_file(title.strip(_AROUND))


def _without_remark(title: Piece) -> Piece:
    """Return a title without a bracket that tells when the paper is sent."""
    remark = _SENT_LATER.search(title.text)
    return title.part(0, remark.start()).strip() if remark else title


def _listed_in_line(line: Piece) -> dict[str, Piece]:
    """Return the annexes of a list that stands on one line, if their marks follow."""
    lead = _LIST_IN_LINE.match(line.text)
    rest = line.part(lead.end(), len(line.text)) if lead else None
    starts = list(_BETWEEN_LISTED.finditer(rest.text)) if rest else []
    if rest is None or not starts or starts[0].start():
        return {}
    first = starts[0]["number"].strip(" .:)")
    follow = (str(n) if first.isdigit() else chr(64 + n) for n in range(1, 100))
    chain: list[tuple[str, re.Match[str]]] = []
    wanted = next(follow)
    for match in starts:
        if match["number"].strip(" .:)") == wanted:
            chain.append((wanted, match))
            wanted = next(follow)
    ends = [*(match.start() for _, match in chain[1:]), len(rest.text)]
    return {
        number: _without_file(rest.part(match.end(), end).strip(_AROUND))
        for (number, match), end in zip(chain, ends, strict=True)
    }


def _without_file(title: Piece) -> Piece:
    ending = _FILE.search(title.text)
    return title.part(0, ending.start()) if ending else title


def annexes_of(item: Item, listed: Mapping[str, Piece]) -> list[Piece]:
    """Return the titles that a list of annexes has for the numbers an item names."""
    numbers = (paper.said_number for paper in _papers(item) if paper.title is None)
    return [listed[number] for number in numbers if number in listed]


def add_papers(
    item: Item,
    found: Found,
    meeting: Found,
    listed: Mapping[str, Piece],
    gathering: Gathering,
) -> None:
    """Add the papers and annexes that an item names; a list tells their titles."""
    for paper in _papers(item):
        title = paper.title or listed.get(paper.said_number)
        said = paper.number or title
        if said is None:
            continue
        gathering.add(
            "papers",
            slug(f"{found.key}-{title.text if title else paper.said_number}"),
            {
                "title": title.value() if title else _title(found, said, paper),
                "meeting": said.value(meeting.key),
                "item": said.value(found.key),
                "annex_number": said.value(paper.said_number)
                if paper.said_number
                else None,
            }
            | (of_kind(title) if title else {}),
        )


def of_kind(title: Piece) -> dict[str, Value | None]:
    """Return the kind that a paper's title names, and the day that ends the title.

    The day of minutes is their meeting's.
    """
    kind = title_kind(title.text)
    if kind is None:
        return {"dated_on": _own_day(title)}
    said = title.value(kind.value, Certainty.PROBABLE, BY_ITS_TITLE)
    day = day_in(title) if kind is DocumentKind.MINUTES else None
    on = day and day.piece.value(day.day, Certainty.PROBABLE, MEETINGS_DAY)
    return {"kind": said, "dated_on": on or _own_day(title)}


def _own_day(title: Piece) -> Value | None:
    """Return the day of "Tjänsteskrivelse 2026-04-02", which is the paper's own."""
    days = [day for day in days_in(title) if day.has_year and not day.last]
    is_last = (
        len(days) == 1
        and not title.text.rstrip(" .)")[days[0].piece.end - title.start :].strip()
    )
    return days[0].piece.value(days[0].day) if is_last else None


def _title(item: Found, said: Piece, paper: Paper) -> Value:
    """Return the title of an annex of which only the number is said: its item's."""
    words = f"Bilaga {paper.said_number}: {item['title']}"
    return said.value(words[:LONGEST], Certainty.PROBABLE, BY_ITS_ITEM)


def _papers(item: Item) -> Iterator[Paper]:
    column = item.said.get(Column.PAPER)
    if column:
        yield from _in_column(column)
    for cell in item.cells[1:]:
        if cell != column and is_paper(cell):
            yield from _told(cell)
    for line in item.lines:
        yield from list(_told(line.piece)) or _beside_number(line)
        read = _READ.match(line.text)
        if read:
            yield from _only_numbers(line.piece.group(read, "annexes"))
    yield from _only_numbers(item.title)


def _only_numbers(piece: Piece) -> Iterator[Paper]:
    several = _SEVERAL.search(piece.text)
    if several:
        yield from _each(piece.group(several, "numbers"))
        return
    annex = _INLINE.search(piece.text)
    if annex:
        yield Paper(piece.group(annex, "number"), None, annex["number"])


def _beside_number(line: Line) -> Iterator[Paper]:
    """Give the annexes that end a cell with the item's register number, or a name."""
    for cell in line.cells:
        annexes = cell.find(_ANNEX_LAST)
        before = cell.text[: annexes.start - cell.start] if annexes else ""
        if annexes and (register_number_in(cell) or is_name(before.strip(" .,"))):
            yield from _only_numbers(annexes)


def _each(numbers: Piece) -> Iterator[Paper]:
    for part in numbers.split(r",|\boch\b|\bsamt\b|&"):
        between = _RANGE.fullmatch(part.text)
        if between is None:
            yield Paper(part, None, part.text)
            continue
        first, last = int(between[1]), int(between[2])
        for number in range(first, min(last, first + _LONGEST_RANGE) + 1):
            yield Paper(part, None, str(number))


def _in_column(cell: Piece) -> Iterator[Paper]:
    if re.fullmatch(r"\d{1,3}[a-z]?", cell.text.strip()):
        yield Paper(cell.strip(), None, cell.text.strip())
    elif re.fullmatch(rf"{_NUMBER}(?:\s*(?:,|och|[-–])\s*{_NUMBER})+", cell.text):
        yield from _each(cell)
    elif is_paper(cell):
        yield from (paper for line in cell.split(r";|\n") for paper in _told(line))
    else:
        for part in cell.split(r";|\n"):
            yield from _numbered_last(part)


def _numbered_last(part: Piece) -> Iterator[Paper]:
    """Give "Budget, bilaga 2": titles with their numbers after them, or alone."""
    start = 0
    for annex in _INLINE.finditer(part.text):
        title = part.part(start, annex.start()).strip(_AROUND)
        yield Paper(part.group(annex, "number"), title or None, annex["number"])
        start = annex.end()
    rest = part.part(start, len(part.text)).strip(_AROUND)
    if re.search(r"\w", rest.text) and not _NO_PAPER.match(rest.text):
        yield Paper(None, rest)


def _told(piece: Piece) -> Iterator[Paper]:
    several = _SEVERAL.match(piece.text)
    if several:
        yield from _each(piece.group(several, "numbers"))
        return
    annex = _ANNEX.match(piece.text)
    if annex:
        said = piece.group(annex, "title").strip(_AROUND) if annex["title"] else None
        title = None if said and _NO_PAPER.match(said.text) else said
        yield Paper(piece.group(annex, "number"), title, annex["number"])
        return
    papers = _PAPERS.match(piece.text) or _PAPERS_LAST.search(piece.text)
    if papers:
        titles = piece.group(papers, "titles")
        if _ONLY_NUMBERS.fullmatch(titles.text.strip(" .")):
            yield from _only_numbers(titles)
            return
        for title in titles.split(r"[;,]\s"):
            yield Paper(None, title.strip(" ."))
