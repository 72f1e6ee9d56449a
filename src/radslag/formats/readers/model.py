"""What a file is read into: blocks in reading order, each with where it stands.

Every kind of file becomes the same `Document`. Nothing is thrown away: what does not
belong to the running text, such as page headers, hidden text and comments, stands in
`aside`, or in the text with its `part` told.

The plain text is the blocks' texts with a line break between them; a table's cells
stand with tabs between. Every span counts characters in it, and text and span go both
ways.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

BETWEEN_BLOCKS = "\n"
BETWEEN_CELLS = "\t"


class FileKind(StrEnum):
    """What a file is, told from its content."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"
    PICTURE = "picture"
    XLSX = "xlsx"
    HTML = "html"
    EML = "eml"


class Part(StrEnum):
    """Which part of a document a block belongs to."""

    BODY = "body"
    CONTENTS = "contents"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    TEXT_BOX = "text_box"
    DELETED = "deleted"
    HIDDEN = "hidden"
    BOILERPLATE = "boilerplate"


class Span(NamedTuple):
    """From which character, until which."""

    start: int
    end: int


class Box(NamedTuple):
    """A frame on the page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """Where something stands; a page and a line are counted from one."""

    span: Span
    page: int | None = None
    line: int | None = None
    box: Box | None = None


@dataclass(frozen=True)
class Heading:
    """Rubrik. Level 1 is the highest; the number, if any, begins the text too."""

    text: str
    level: int
    place: Place
    number: str = ""
    part: Part = Part.BODY


@dataclass(frozen=True)
class Paragraph:
    """Stycke."""

    text: str
    place: Place
    part: Part = Part.BODY


@dataclass(frozen=True)
class ListItem:
    """Punkt i en lista. The text holds no marker; the marker is kept beside it."""

    text: str
    level: int
    marker: str
    place: Place
    part: Part = Part.BODY


@dataclass(frozen=True)
class Cell:
    """Ruta i en tabell. What stood on lines of its own has a line break before it."""

    text: str
    place: Place


@dataclass(frozen=True)
class Table:
    """Tabell. Every row has as many cells; a merged cell's text stands in its first."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    place: Place
    part: Part = Part.BODY

    @property
    def text(self) -> str:
        """The rows as lines, their cells with tabs between."""
        return BETWEEN_BLOCKS.join(
            BETWEEN_CELLS.join(cell.text for cell in row) for row in self.rows
        )


Block: TypeAlias = Heading | Paragraph | ListItem | Table


class PageReading(StrEnum):
    """How a page's text was had."""

    TEXT = "text"
    PICTURE = "picture"
    BLANK = "blank"
    UNREAD = "unread"


@dataclass(frozen=True)
class Page:
    """Sida. Its size in points, where it has one, and how it was read."""

    number: int
    reading: PageReading
    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Word:
    """Ord läst ur en bild, with how certain the reading is: 0 to 1."""

    text: str
    certainty: float
    place: Place


@dataclass(frozen=True)
class Count:
    """A number arrived at twice: what was read, and what an independent way counted."""

    what: str
    read: int
    counted: int
    where: str = ""

    @property
    def is_equal(self) -> bool:
        """Tell whether the two ways agree."""
        return self.read == self.counted


@dataclass(frozen=True)
class Remark:
    """What a reader of the document should know, in Swedish, and where in it."""

    what: str
    where: str = ""
    is_loss: bool = False

    def __str__(self) -> str:
        """Return the sentence people read."""
        return f"{self.where}: {self.what}" if self.where else self.what


@dataclass(frozen=True)
class Refusal:
    """A file that was not read: what happened, why, and what to do about it."""

    code: str
    what: str
    why: str
    cure: str

    def __str__(self) -> str:
        """Return the sentences people read."""
        return f"{self.what} {self.why} {self.cure}"


@dataclass(frozen=True)
class ReadResult:
    """What became of one file: a document, or a refusal; never both, never neither.

    A file that came inside another has its own bytes in `content`, where asked for.
    """

    name: str
    document: "Document | None" = None
    refusal: Refusal | None = None
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Document:
    """Dokument, whatever it was a file of."""

    kind: FileKind
    title: str
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    counts: tuple[Count, ...] = ()
    remarks: tuple[Remark, ...] = ()
    words: tuple[Word, ...] = ()
    attachments: tuple[ReadResult, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Tell whether all that the file holds was read."""
        return not any(remark.is_loss for remark in self.remarks)

    def plain_text(self) -> str:
        """Return the running text, which every span of `blocks` counts in."""
        return BETWEEN_BLOCKS.join(block.text for block in self.blocks)

    def whole_text(self) -> str:
        """Return the running text and then what stands aside; spans count on in it."""
        return BETWEEN_BLOCKS.join(
            block.text for block in (*self.blocks, *self.aside)
        )  # fmt: skip

    def words_at(self, span: Span) -> str:
        """Return the words that stand at a span."""
        return self.whole_text()[span.start : span.end]

    def tables(self) -> Iterator[Table]:
        """Give the running text's tables."""
        return (block for block in self.blocks if isinstance(block, Table))

    def headings(self) -> Iterator[Heading]:
        """Give the running text's headings."""
        return (block for block in self.blocks if isinstance(block, Heading))
