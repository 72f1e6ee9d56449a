"""An agreement cut into its opening, its numbered paragraphs and its signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.gathering import Gathering, same
from radslag.formats.understanding.model import Contradiction, Found, Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.names import is_name

NOT_NUMBERED: Final = "Paragraferna har inga nummer; numret är ordningen."
ON_ONE_LINE: Final = "Rubriken står på samma rad som texten."
NO_HEADING: Final = "Paragrafen har ingen rubrik; dess första ord står i stället."
OTHER_WORDS: Final = "En annan avskrift har andra ord."
_MOST_TOLD: Final = 4
_LONGEST_HEADING, _FIRST_WORDS, _FEWEST = 90, 7, 2
_SIGN: Final = re.compile(
    r"(?:§\s*(?P<a>\d{1,2}\s?[a-z]?)\b(?!\s*§)|(?P<b>\d{1,2}\s?[a-z]?)\s*§)(?!§)"
    r"[.:]?[ \t]*(?P<title>[^\n]*)"
)
_ARTICLE: Final = re.compile(
    r"(?i)(?:artikel|paragraf|punkt|kapitel|avsnitt|kap\.)\s+(?P<a>\d{1,2})\b[.:]?"
    r"[ \t]*(?:[–-]\s*)?(?P<title>[^\n]*)"
)
_NUMBER: Final = re.compile(
    r"(?P<a>\d{1,2})(?:[.)]|(?=[ \t]))[ \t]*(?P<title>[A-ZÅÄÖ][^\n]*)"
)
# A heading and its text on one line: "Styrgrupp. Samverkan leds av …".
_SAME_LINE: Final = re.compile(
    r"^([A-ZÅÄÖ][^.:\s]*(?:\s[^.:\s]+){0,4})[.:]\s+(?=[A-ZÅÄÖ])"
)
_DRAWN: Final = re.compile(r"[\s._…–—=*✓√xX|\[\]-]*|\[[^\]]*\]|[A-ZÅÄÖ]{1,3}")
_SIGNING: Final = re.compile(
    r"(?i)(?:underskrift(?:er)?|undertecknande(?:n)?|undertecknas?|ort(?: och|/"
    r"|,) ?datum"
    r"|datum(?: och|/|,) ?ort|namnteckningar?|namnunderskrift|datum)\s*[:._ ]*$"
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


def cut(portion: Portion) -> AgreementText:
    """Return the agreement cut at its paragraphs, numbered or only under headings."""
    blocks = portion.blocks
    starts = _numbered(portion) or []
    last = starts[-1].at if starts else 0
    signing = _signing_begins(portion, last + 1)
    starts = starts or list(_unnumbered(portion, signing))
    first = starts[0].at if starts else signing
    opening = [portion.piece(block) for block in blocks[:first]]
    return AgreementText(
        opening, _chapters(portion, starts, signing), list(blocks[signing:])
    )


def _numbered(portion: Portion) -> list[_Start]:
    for pattern in (_SIGN, _ARTICLE, _NUMBER):
        starts = list(_fitting(portion, pattern))
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
        if match and (pattern is not _NUMBER or _may_be_heading(match["title"], block)):
            yield _start(at, piece, match)


def _start(at: int, piece: Piece, match: "re.Match[str]") -> _Start:
    groups = match.groupdict()
    number = piece.group(match, "a" if groups["a"] else "b")
    after = piece.part(match.end(), len(piece.text))
    said = " ".join(number.text.split())
    return _Start(at, said, number, piece.group(match, "title"), after)


def _may_be_heading(title: str, block: Block) -> bool:
    return isinstance(block, Heading) or _is_heading(title)


def _numbered_item(at: int, item: ListItem, piece: Piece) -> Iterator[_Start]:
    """Take an item for a paragraph where its marker is a number and it is a heading."""
    number = re.fullmatch(r"(\d{1,2})[.)]", item.marker)
    if number and _is_heading(piece.text):
        yield _Start(at, number[1], piece, piece, _nothing(piece))


def _nothing(piece: Piece) -> Piece:
    return piece.part(len(piece.text), len(piece.text))


def _ascending(starts: list[_Start]) -> list[_Start]:
    """Return the starts whose numbers follow on each other from one."""
    kept: list[_Start] = []
    for start in starts:
        number = int(re.sub(r"\D", "", start.number))
        before = int(re.sub(r"\D", "", kept[-1].number)) if kept else 0
        if before <= number <= before + 3 and (kept or number <= _FEWEST):
            kept.append(start)
    return kept


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
            yield _Start(at, "", piece, piece, _nothing(piece))


def _is_title(text: str) -> bool:
    return bool(re.search(r"(?i)^(?:bilaga|samverkansavtal|samarbetsavtal)\b", text))


def _is_heading(text: str) -> bool:
    bare = text.strip()
    return 0 < len(bare) <= _LONGEST_HEADING and not bare.endswith((".", ",", ";"))


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
    if _SIGNING.match(text) or (
        _PLACE_DAY.match(text) and _is_day_line(portion, block)
    ):
        return True
    named = _FOR.match(text.split("\n")[0])
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
        if _PLACE_DAY.match(cell.text.strip()) and re.search(r"\d{4}", cell.text)
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
    ends = [*(later.at for later in starts[1:]), signing][: len(starts)]
    return [
        _chapter(portion, start, position, end)
        for position, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def _chapter(portion: Portion, start: _Start, position: int, end: int) -> Chapter:
    parts = [start.after] if start.after else []
    parts += [
        portion.piece(block).strip() for block in portion.blocks[start.at + 1 : end]
    ]
    parts = [part for part in parts if not _DRAWN.fullmatch(part.text)]
    title = start.title.strip()
    before = title.find(_SAME_LINE) if title else None
    if before and not _is_heading(title.text):
        rest = title.part(len(before.text) + 1, len(title.text)).strip()
        return Chapter(
            position,
            _number(start, position),
            before.value(None, Certainty.PROBABLE, ON_ONE_LINE),
            before,
            [rest, *parts],
        )
    if title and not _is_heading(title.text):
        parts, title = [title, *parts], title.part(0, 0)
    elif not title and parts and _is_heading(parts[0].text):
        title, parts = parts[0], parts[1:]
    heading = title.value() if title else _first_words(parts)
    number = _number(start, position)
    return Chapter(position, number, heading, title if title else None, parts)


def _number(start: _Start, position: int) -> Value:
    if not start.number:
        return start.numbered.value(str(position), Certainty.PROBABLE, NOT_NUMBERED)
    return start.numbered.value(start.number)


def _first_words(parts: list[Piece]) -> Value | None:
    if not parts:
        return None
    words = parts[0].find(rf"^\s*((?:\S+\s+){{0,{_FIRST_WORDS - 1}}}\S+)")
    return words.value(None, Certainty.PROBABLE, NO_HEADING) if words else None


def record_paragraphs(
    text: AgreementText, agreement: Value, gathering: Gathering
) -> None:
    """Add the paragraphs; where another copy says other words, both are kept."""
    for chapter in text.chapters:
        key = slug(f"{agreement.value}-{chapter.number.value}")
        values = {
            "agreement": agreement,
            "number": chapter.number,
            "position": chapter.number.as_value(chapter.position),
            "heading": chapter.heading,
        }
        found = gathering.add("paragraphs", key, values)
        _record_text(found, chapter.text, gathering)


def _record_text(found: Found, text: Value | None, gathering: Gathering) -> None:
    before = found.values.get("text")
    if text is None or before is None or same(before.value, text.value):
        gathering.add("paragraphs", found.key, {"text": text})
        return
    found.values["text"] = before.doubted(Certainty.PROBABLE, OTHER_WORDS)
    gathering.contradictions.append(
        Contradiction(
            "paragraphs.text",
            f"Två avskrifter av § {found['number']} skiljer sig: "
            f"{_difference(str(before.value), str(text.value))}.",
            (*before.quotes, *text.quotes),
            "paragraphs",
            found.key,
            "text",
        )
    )


def _difference(one: str, other: str) -> str:
    """Say which words stand in one text and not in the other."""
    words, others = one.split(), other.split()
    changes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    told = [
        f"”{' '.join(words[a:b])}” mot ”{' '.join(others[c:d])}”"
        for what, a, b, c, d in changes
        if what != "equal"
    ]
    return ", ".join(told[:_MOST_TOLD]) + (" med flera" if told[_MOST_TOLD:] else "")
