"""A document's blocks as lines with cells: a table, tabs or text read alike."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.readers.model import (
    Block,
    FileKind,
    Heading,
    ListItem,
    Part,
    Table,
)
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece

# A label in the middle of a line that a reader has glued together: "lokal A Tid: kl 9".
_GLUED: Final = re.compile(
    r"(?<=[^\s:])(?<!\bVia)\s+(?=(?:[A-ZÅÄÖ][\wåäöÅÄÖé-]*(?:\s[a-zåäöé]+){0,2}|Via\s\w+)"
    r"\s?:(?:\s|$))"
    r"|(?<=[)\wåäö.])\s+(?=(?:Övriga\s+(?:närvarande|deltagande|deltagare)"
    r"|Ej\s+tjänstgörande(?:\s+ersättare)?|Utses\s+att\s+justera|Ersättare(?!\s+för)"
    r"|Frånvarande)\s+[A-ZÅÄÖ][a-zåäö])"
    # Two days of a form on one line: "Sammanträdesdatum … Justeringsdatum …".
    r"|(?<=\d)\s+(?=(?:Justerings(?:datum|dag)|Anslagsdatum|Överklag\w+|Datum då"
    r"|Anslaget tas ne[dr])\b)"
)
# The next list's label at the end of a line where several people have run together.
_GLUED_LABEL: Final = re.compile(
    r"(?<=[)\wåäö.])\s+(?=(?:(?:Ej|Icke)\s+tjänstgörande(?:\s+ersättare)?"
    r"|Övriga\s+(?:närvarande|deltagande|deltagare)|Närvarande\s+ersättare|Frånvarande)$)"
)
_SEVERAL: Final = 2
_BROKEN: Final = re.compile(r"(?i)\b(?:plats|tid|datum|dag)(?:,|\s+och|\s*/)$")
_BROKEN_BEFORE: Final = re.compile(r"(?i)\b(?:plats|tid|datum|dag)$")
_REST: Final = re.compile(r"(?:och )?(?:plats|tid|datum|dag)")
_WROTE: Final = re.compile(
    r"(?i)\b(?:skrev|wrote)\b[^\n]{0,80}:$|ursprungligt meddelande"
    r"|^>\s*(?:från|from|hej)\b"
)
_RULE: Final = re.compile(r"[\s._…–—=*-]*")

# What the foot of a letter's first page has, in the middle of a long list.
_FOOT: Final = re.compile(
    r"(?i)\b(?:växel|fax|telefon|tel|e-post|(?:post|besöks)adress|(?:bank|plus)giro"
    r"|org(?:anisations|\.)[ -]?n(?:umme)?r|webbplats|hemsida|www)\b"
)
_FOOT_WORDS: Final = 2


class Line(NamedTuple):
    """A line of text, or a row: the cells that are not empty, and where they stand.

    `form` is the shape of the block it is; lines of one form belong together.
    """

    cells: tuple[Piece, ...]
    columns: tuple[int, ...] = (0,)
    form: str = "text"
    number: str = ""

    @property
    def piece(self) -> Piece:
        """The whole line as one piece."""
        return self.cells[0].until(self.cells[-1])

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.piece.text

    @property
    def is_heading(self) -> bool:
        """Tell whether the reader took the line for a heading."""
        return self.form.startswith("heading")

    @property
    def is_row(self) -> bool:
        """Tell whether the line is a row of a table."""
        return self.form == "row"


def lines_of(portion: Portion) -> list[Line]:
    """Return the lines of a portion in reading order; drawn rules are left out."""
    lines = [line for block in portion.blocks for line in _lines(portion, block)]
    if _sets_apart(portion, lines):
        return list(_labels_whole([_unquoted(line) for line in lines]))
    own = [line for line in lines if not line.text.startswith(">")]
    # What is quoted from an earlier letter is not told here.
    return list(_labels_whole(own or lines))


def _sets_apart(portion: Portion, lines: list[Line]) -> bool:
    """Tell whether ">" sets decisions apart, and nobody's earlier letter is quoted."""
    is_markdown = portion.source.document.kind is FileKind.MARKDOWN
    return is_markdown and not any(_WROTE.search(line.text) for line in lines)


def _unquoted(line: Line) -> Line:
    if not line.text.startswith(">"):
        return line
    return line._replace(cells=(line.cells[0].strip("> "), *line.cells[1:]))


def _labels_whole(lines: list[Line]) -> Iterator[Line]:
    """Give the lines, a label that was broken over two in a narrow column made one."""
    before: Line | None = None
    for line in lines:
        is_rest = before and len(line.cells) == 1 and _REST.fullmatch(line.text)
        if before and is_rest and not before.is_row and _is_cut(before, line):
            before = before._replace(cells=(before.piece.until(line.piece),))
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _is_cut(label: Line, rest: Line) -> bool:
    """Tell whether a label was broken before or after its "och"."""
    is_joined = rest.text.startswith("och ") and _BROKEN_BEFORE.search(label.text)
    return bool(is_joined or _BROKEN.search(label.text))


def margins_of(portion: Portion) -> list[Line]:
    """Return the lines of the pages' heads, which hold the day of many minutes."""
    return [
        line
        for block in portion.source.document.aside
        if block.part is Part.HEADER
        for line in _lines(portion, block)
    ]


def _lines(portion: Portion, block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        rows = ([portion.source.piece(cell).strip() for cell in r] for r in block.rows)
        for row in (_row(row) for row in rows if not all(map(_is_rule, row))):
            yield from _opened(row)
        return
    for piece in portion.piece(block).split(r"\n"):
        if not _is_rule(piece):
            yield Line((piece,), (0,), *_form(block))


def _opened(row: Line) -> Iterator[Line]:
    """Give the lines of a row's only cell, or the row as it is."""
    if len(row.cells) > 1:
        yield row
        return
    for piece in row.cells[0].split(r"\n"):
        yield row._replace(cells=(piece,))


def _row(row: list[Piece]) -> Line:
    filled = [(n, piece) for n, piece in enumerate(row) if not _is_rule(piece)]
    if len(filled) > 1 and _is_broken(filled[0][1], filled[1][1]):
        # "Justeringens plats och | tid | Åby": the label was wider than its column.
        filled[:2] = [(filled[0][0], filled[0][1].until(filled[1][1]))]
    return Line(tuple(p for _, p in filled), tuple(n for n, _ in filled), "row")


def _is_broken(label: Piece, rest: Piece) -> bool:
    is_rest = _REST.fullmatch(rest.text) is not None
    return is_rest and _BROKEN.search(label.text) is not None


def _form(block: Block) -> tuple[str, str]:
    if isinstance(block, Heading):
        return f"heading{block.level}", block.number
    if isinstance(block, ListItem):
        return f"item{block.level}", block.marker
    return "text", ""


def _is_rule(piece: Piece) -> bool:
    return _RULE.fullmatch(piece.text) is not None


def unglued(lines: list[Line]) -> list[Line]:
    """Return the lines, those that hold several labels with a colon cut before each."""
    return [part for line in lines for part in _cut(line)]


def _cut(line: Line) -> Iterator[Line]:
    if line.is_row:
        yield line
        return
    start = 0
    for match in (*_GLUED.finditer(line.text), *_label_last(line.text)):
        yield line._replace(cells=(line.piece.part(start, match.start()).strip(),))
        start = match.end()
    yield line._replace(cells=(line.piece.part(start, len(line.text)).strip(),))


def _label_last(text: str) -> "Iterator[re.Match[str]]":
    """Give the space before the label that a line of several people ends with."""
    last = _GLUED_LABEL.search(text) if text.count("(") >= _SEVERAL else None
    return iter([last] if last else [])


def is_foot(text: str) -> bool:
    """Tell whether a line is the foot of a letter: address, telephone, number."""
    return len(_FOOT.findall(text)) >= _FOOT_WORDS
