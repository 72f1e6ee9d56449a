"""An agreement cut into its opening, its numbered paragraphs and its signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.understanding.extracting.agreement_rows import (
    Unfolded,
    heading_above,
    is_heading,
)
from radslag.formats.understanding.extracting.agreement_signatures import BESIDE
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.names import is_name

NOT_NUMBERED: Final = "Paragraferna har inga nummer; numret är ordningen."
OF_CHAPTER: Final = "Paragraferna räknas om i varje kapitel; numret är båda."
ON_ONE_LINE: Final = "Rubriken står på samma rad som texten."
OVER_NUMBER: Final = "Rubriken står över paragrafens nummer."
NO_HEADING: Final = "Paragrafen har ingen rubrik; dess första ord står i stället."
_FIRST_WORDS, _FEWEST, _MOST_SKIPPED = 7, 2, 3
# "4", "4 a", or "4.1" where the paragraphs are numbered within their chapter.
_FIGURES: Final = r"\d{1,2}(?:\.\d{1,2})?"
_SIGN: Final = re.compile(
    rf"(?:§\s*(?P<a>{_FIGURES}\s?[a-z]?)\b(?!\s*§)|(?P<b>{_FIGURES}\s?[a-z]?)\s*§)(?!§)"
    r"[.:]?[ \t]*(?P<title>[^\n]*)"
)
_CHAPTER: Final = re.compile(
    r"(?i)(?:(?P<a>\d{1,2})\s*kap(?:\.|itel(?:et)?)?(?!\w)"
    r"|(?:kap\.|kapitel)\s*(?P<b>\d{1,2})\b)[.:]?[ \t]*(?P<title>[^\n]{0,80})$"
)
_ARTICLE: Final = re.compile(
    r"(?i)(?:artikel|paragraf|punkt|kapitel|avsnitt|kap\.)\s+"
    rf"(?P<a>{_FIGURES})\b[.:]?"
    r"[ \t]*(?:[–-]\s*)?(?P<title>[^\n]*)"
)
_NUMBER: Final = re.compile(
    rf"(?P<a>{_FIGURES})(?:[.)]|(?=[ \t]))[ \t]*(?P<title>[A-ZÅÄÖ][^\n]*)"
)
# A heading and its text on one line: "Styrgrupp. Samverkan leds av …".
_SAME_LINE: Final = re.compile(
    r"^([A-ZÅÄÖ][^.:\s]*(?:\s[^.:\s]+){0,4})[.:]\s+(?=[A-ZÅÄÖ])"
)
# A verb makes a sentence of it: "Samverkan styrs av rådet. Rådet …".
_SAYS: Final = re.compile(
    r"(?i)\b(?:är|ska|skall|kan|får|har|leds|styrs|består|utgörs|gäller|utser|betala[rs]"
    r"|fattas|bereds|håller|möts|svarar|ansvarar|sammanträder|finns|ingår|välj(?:er|s)"
    r"|upphör|fördelas|kallar|träder)\b"
)
_DRAWN: Final = re.compile(r"[\s._…–—=*✓√xX|\[\]-]*|\[[^\]]*\]|[A-ZÅÄÖ]{1,3}")
_SIGNING: Final = re.compile(
    r"(?i)(?:underskrift(?:er)?|undertecknande(?:n)?|undertecknas?|ort(?: och|/"
    r"|,) ?datum"
    r"|datum(?: och|/|,) ?ort|namnteckningar?|namnunderskrift|datum)\s*[:._ ]*$"
)
# "Undertecknat i Åsby den 4 maj 2015": a line of its own over all the signatures.
_SIGNED_AT: Final = re.compile(
    r"(?i)(?:undertecknat|undertecknad|underskriv(?:et|en)|signerat|signerad|ingånget"
    r"|så\s+överenskommet|så\s+avtalat)\s+(?:i|på|vid)?\s*(?-i:[A-ZÅÄÖ])[\wåäö-]{1,40}"
    r"(?:\s[\wåäö-]{1,40})?,?\s+(?:den\s+)?\d[\d\s./-]{0,9}[a-zåäö]{0,9}\.?\s*(?:\d{4})?\W*$"
)
_FOR: Final = re.compile(r"(?i)^(?:för\s+)?(?P<place>[^,:]{2,40}?)\s*[,:]?\s*[._]*$")
_PLACE_DAY: Final = re.compile(
    r"^(?:(?i:ort|datum"
    r"|ort och datum)\s*:?\s*)?[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?"
    r"(?:\s(?i:kommun|stad))?\s*,?\s+(?:den\s+)?\d"
)


@dataclass
class Chapter:
    """A paragraph of the agreement, with its number, its heading and its pieces."""

    position: int
    number: Value
    heading: Value | None = None
    title_piece: Piece | None = None
    parts: list[Piece] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading; empty where there is none."""
        return self.title_piece.text if self.title_piece else ""

    @property
    def text(self) -> Value | None:
        """The whole text under the heading."""
        if not self.parts:
            return None
        whole = self.parts[0].until(self.parts[-1])
        said = "\n\n".join(" ".join(part.text.split()) for part in self.parts)
        return whole.value(said)


@dataclass
class AgreementText:
    """An agreement's opening, its paragraphs and the blocks of its signatures."""

    opening: list[Piece]
    chapters: list[Chapter]
    signing: list[Block]


@dataclass(frozen=True)
class _Start:
    at: int
    number: str
    numbered: Piece
    title: Piece
    after: Piece
    # Only the heading of the paragraphs within it: "4 Ekonomi" over 4.1.
    is_over: bool = False
    # The heading that stands above its number.
    over: Piece | None = None


def cut(portion: Portion) -> AgreementText:
    """Return the agreement cut at its paragraphs, numbered or only under headings."""
    portion = Unfolded(portion.source, portion.part, portion.year, portion.of)
    blocks = portion.blocks
    starts = _numbered(portion) or []
    last = starts[-1].at if starts else 0
    signing = _signing_begins(portion, last + 1)
    starts = starts or list(_unnumbered(portion, signing))
    first = starts[0].at if starts else signing
    opening = [piece for block in blocks[:first] for piece in _pieces(portion, block)]
    return AgreementText(
        opening, _chapters(portion, starts, signing), list(blocks[signing:])
    )


def _pieces(portion: Portion, block: Block) -> Iterator[Piece]:
    """Give a block as a piece; each row of a table is one, for it says one thing."""
    rows = block.rows if isinstance(block, Table) else ()
    for row in filter(None, rows):
        yield portion.source.piece(row[0]).until(portion.source.piece(row[-1]))
    if not rows:
        yield portion.piece(block)


def _numbered(portion: Portion) -> list[_Start]:
    for pattern in (_SIGN, _ARTICLE, _NUMBER):
        starts = _in_chapters(portion, list(_fitting(portion, pattern)))
        in_order = _ascending(starts)
        if len(in_order) >= _FEWEST:
            return in_order
    return []


def _fitting(portion: Portion, pattern: "re.Pattern[str]") -> Iterator[_Start]:
    for at, block in enumerate(portion.blocks):
        if isinstance(block, Table):
            continue
        piece = portion.piece(block)
        if isinstance(block, ListItem):
            if pattern is _NUMBER:
                yield from _numbered_item(at, block, piece)
            continue
        match = pattern.match(piece.text)
        if match is None:
            continue
        start = _start(at, piece, match)
        if pattern is not _NUMBER or _may_be_heading(start, block):
            yield start


def _start(at: int, piece: Piece, match: "re.Match[str]") -> _Start:
    groups = match.groupdict()
    number = piece.group(match, "a" if groups["a"] else "b")
    after = piece.part(match.end(), len(piece.text))
    said = " ".join(number.text.split())
    return _Start(at, said, number, piece.group(match, "title"), after)


def _may_be_heading(start: _Start, block: Block) -> bool:
    """Tell whether a numbered line is a heading; "4.1 Avgiften betalas …" is none."""
    is_marked = isinstance(block, Heading) and "." not in start.number
    return is_marked or is_heading(start.title.text)


def _numbered_item(at: int, item: ListItem, piece: Piece) -> Iterator[_Start]:
    """Take an item for a paragraph where its marker is a number and it is a heading."""
    number = re.fullmatch(r"(\d{1,2}|\d{1,2}\.\d{1,2})[.)]?", item.marker)
    if number and is_heading(piece.text):
        yield _Start(at, number[1], piece, piece, _nothing(piece))


def _nothing(piece: Piece) -> Piece:
    return piece.part(len(piece.text), len(piece.text))


def _in_chapters(portion: Portion, starts: list[_Start]) -> list[_Start]:
    """Give paragraphs that begin anew in each chapter their chapter's number too."""
    if sum(start.number == "1" for start in starts) < _FEWEST:
        return starts
    chapters = [
        replace(_start(at, piece, match), is_over=True)
        for at, block in enumerate(portion.blocks)
        if not isinstance(block, Table)
        and (match := _CHAPTER.match((piece := portion.piece(block)).text))
    ]
    whose = {
        start.at: chapter.number
        for chapter in chapters
        for start in starts
        if chapter.at < start.at
    }
    inside = [
        replace(start, number=f"{whose[start.at]}.{start.number}")
        for start in starts
        if start.at in whose
    ]
    both = [*chapters, *inside]
    return sorted(both, key=lambda s: s.at) if len(chapters) >= _FEWEST else starts


def _ascending(starts: list[_Start]) -> list[_Start]:
    """Return the starts whose numbers follow on each other from one."""
    kept: list[_Start] = []
    before = (0, 0)
    for start in starts:
        number = _counted(start.number)
        chapter, within = number
        is_near = chapter <= before[0] + _MOST_SKIPPED
        is_near &= within <= _MOST_SKIPPED + (before[1] if chapter == before[0] else 0)
        if before <= number and is_near and (kept or chapter <= _FEWEST):
            kept.append(start)
            before = number
    over = {one.at for one, later in pairwise(kept) if _is_only_over(one, later)}
    return [replace(s, is_over=s.is_over or s.at in over) for s in kept]


def _counted(number: str) -> tuple[int, int]:
    chapter, _, within = re.sub(r"[^\d.]", "", number).partition(".")
    return int(chapter), int(within or 0)


def _is_only_over(start: _Start, later: _Start) -> bool:
    """Tell whether a heading has no text, only paragraphs: 4 over 4.1."""
    is_within = later.number.startswith(f"{start.number}.")
    return is_within and later.at == start.at + 1


def _unnumbered(portion: Portion, signing: int) -> Iterator[_Start]:
    """Give the headings after the title; those of a person or a place are none."""
    headings = [
        (at, block)
        for at, block in enumerate(portion.blocks[:signing])
        if isinstance(block, Heading) and not is_name(block.text)
    ]
    for at, block in headings:
        if at and not _is_title(block.text):
            piece = portion.piece(block)
            own = _SIGN.match(piece.text) or _NUMBER.match(piece.text)
            title = piece.group(own, "title") if own else piece
            yield _Start(at, "", piece, title, _nothing(piece))


def _is_title(text: str) -> bool:
    return bool(re.search(r"(?i)^(?:bilaga|samverkansavtal|samarbetsavtal)\b", text))


def _signing_begins(portion: Portion, first: int) -> int:
    """Return where the signatures begin, counted in blocks; the end where none are."""
    blocks = portion.blocks
    for at in range(first, len(blocks)):
        if _is_signing(portion, blocks[at]) and _is_place_near(portion, at):
            return at
    return len(blocks)


def _is_signing(portion: Portion, block: Block) -> bool:
    text = block.text.strip()
    if isinstance(block, Table):
        return _is_signing_table(block)
    if (
        _SIGNED_AT.match(text)
        or _SIGNING.match(text)
        or (_PLACE_DAY.match(text) and _is_day_line(portion, block))
    ):
        return True
    named = _FOR.match(BESIDE.split(text)[0])
    return bool(named and known_name(named["place"]))


def _is_day_line(portion: Portion, block: Block) -> bool:
    days = list(days_in(portion.piece(block)))
    return 0 < len(block.text.split()) <= (_FIRST_WORDS + 1) * len(days)


def _is_signing_table(table: Table) -> bool:
    text = table.text.casefold()
    has_day = re.search(r"\b(?:datum|underskrift|namn|undertecknat)", text)
    named = [c for row in table.rows for c in row if known_name(_place(c.text))]
    # "Åsby den 4 maj 2015" in each cell needs no word for what it is.
    dated = [
        cell
        for row in table.rows
        for cell in row
        if any(_PLACE_DAY.match(line.strip()) for line in cell.text.split("\n"))
        and re.search(r"\d{4}", cell.text)
    ]
    is_dated = len(dated) >= _FEWEST
    return bool(has_day and len(named) >= _FEWEST) or is_dated or "____" in text


def _place(text: str) -> str:
    first = text.strip().split("\n")[0]
    return re.sub(r"(?i)^för\s+", "", first)


def _is_place_near(portion: Portion, at: int) -> bool:
    """Tell whether a day or a municipality's name stands by itself just after."""
    near = portion.blocks[at : at + 4]
    return any(
        isinstance(block, Table)
        or day_in(portion.piece(block)) is not None
        or known_name(_place(block.text)) is not None
        for block in near
    )


def _chapters(portion: Portion, starts: list[_Start], signing: int) -> list[Chapter]:
    starts = [start for start in starts if start.at < signing]
    over = [_heading_over(portion, start, starts) for start in starts]
    begins = [start.at - bool(head) for start, head in zip(starts, over, strict=True)]
    starts = [replace(s, over=h) for s, h in zip(starts, over, strict=True)]
    ends = [*begins[1:], signing][: len(starts)]
    both = [pair for pair in zip(starts, ends, strict=True) if not pair[0].is_over]
    return [
        _chapter(portion, start, position, end)
        for position, (start, end) in enumerate(both, 1)
    ]


def _heading_over(
    portion: Portion, start: _Start, starts: list[_Start]
) -> Piece | None:
    """Return the heading that stands over a paragraph's number, where it has no own."""
    is_own = is_heading(start.title.text) or bool(start.after)
    is_taken = any(other.at == start.at - 1 for other in starts)
    is_first = start is starts[0] and start.at == 1
    if not start.number or is_own or is_taken or is_first:
        return None
    above = heading_above(portion.blocks, start.at)
    return portion.piece(above) if above and not _is_title(above.text) else None


def _chapter(portion: Portion, start: _Start, position: int, end: int) -> Chapter:
    parts = [start.after] if start.after else []
    parts += [
        piece.strip()
        for block in portion.blocks[start.at + 1 : end]
        for piece in _pieces(portion, block)
    ]
    parts = [part for part in parts if not _DRAWN.fullmatch(part.text)]
    title = start.title.strip()
    before = title.find(_SAME_LINE) if title else None
    if before and not is_heading(title.text) and not _SAYS.search(before.text):
        rest = title.part(len(before.text) + 1, len(title.text)).strip()
        return Chapter(
            position,
            _number(start, position),
            before.value(None, Certainty.PROBABLE, ON_ONE_LINE),
            before,
            [rest, *parts],
        )
    if title and not is_heading(title.text):
        parts, title = [title, *parts], title.part(0, 0)
    elif not title and parts and is_heading(parts[0].text):
        title, parts = parts[0], parts[1:]
    heading = title.value() if title else _first_words(parts)
    if start.over and not title:
        title = start.over.strip()
        heading = title.value(None, Certainty.PROBABLE, OVER_NUMBER)
    number = _number(start, position)
    return Chapter(position, number, heading, title if title else None, parts)


def _number(start: _Start, position: int) -> Value:
    if not start.number:
        return start.numbered.value(str(position), Certainty.PROBABLE, NOT_NUMBERED)
    is_whole = "." not in start.number or "." in start.numbered.text
    certainty = Certainty.CERTAIN if is_whole else Certainty.PROBABLE
    return start.numbered.value(start.number, certainty, "" if is_whole else OF_CHAPTER)


def _first_words(parts: list[Piece]) -> Value | None:
    if not parts:
        return None
    words = parts[0].find(rf"^\s*((?:\S+\s+){{0,{_FIRST_WORDS - 1}}}\S+)")
    return words.value(None, Certainty.PROBABLE, NO_HEADING) if words else None
