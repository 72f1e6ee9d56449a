"""Lines of text into blocks, piece by piece: a piece is what blank lines part off."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from radslag.formats.readers import tab_tables
from radslag.formats.readers.composing import (
    Draft,
    Spot,
    heading,
    list_item,
    paragraph,
    table,
)
from radslag.formats.readers.headings import (
    item_of,
    looks_like_heading,
    numbered_heading,
    plain_emphasis,
)
from radslag.formats.readers.joining import (
    ENDS_SENTENCE,
    begins_low,
    goes_on,
    is_open,
    join,
    page_width,
)
from radslag.formats.readers.model import Part
from radslag.formats.readers.text_lines import Line

CONTENTS = re.compile(r"innehåll(?:sförteckning)?\s*$", re.IGNORECASE)
LEADERS = ("\t", "...", "…")
LONGEST_PAGE_NUMBER = 4
MARKER_TAB = re.compile(
    r"^(\s*(?:\d+(?:\.\d+)*[.)]?|[-–•·▪]|§ ?\d+|[a-zåäö]\)))\t+(?=[^\t]+$)"
)
# "… den 27 januari," and "enligt" lead on to a § in the middle of a sentence.
LEADS_TO_SIGN = re.compile(
    r"(?:\w,|\b(?:enligt|jämlikt|och|samt|i|se|med|av|beslut|protokoll|till))$"
)
# A title of two lines breaks after such a word: "Mål för samverkan i".
LEADS_ON = re.compile(
    r"\b(?:i|för|och|av|på|till|med|om|mellan|samt|inom|vid|från|kring|genom)$"
)
INDENT = 4
LONGEST_PIECE_OF_HEADINGS = 2


class LineBlocks:
    """A file's lines on their way to become blocks."""

    def __init__(self, lines: Sequence[Line], margins: Mapping[int, Part]) -> None:
        self.lines = lines
        self.margins = margins
        body = [line for at, line in enumerate(lines) if at not in margins]
        self.width = page_width(
            line.text for line in body if not tab_tables.is_row(line.text)
        )
        self.found: list[Draft] = []
        self.extended: set[int] = set()
        self.has_title = False
        self.has_numbers = False

    def drafts(self) -> list[Draft]:
        """Return the drafts of all blocks, margins among them."""
        for part, places in groupby(range(len(self.lines)), self.margins.get):
            lines = [self.lines[place] for place in places]
            if part is None:
                self.add_body(lines)
            else:
                self.found += [
                    paragraph(line.text, spot_of(line), part) for line in lines
                ]
        self.tidy_extended()
        return list(merged_tables(without_last_headings(self.found)))

    def add_body(self, lines: list[Line]) -> None:
        """Add the blocks of lines that no margin interrupts."""
        for is_blank, piece in groupby(lines, lambda line: not line.text.strip()):
            if is_blank:
                continue
            tabs = 0
            rest: list[Line] = []
            for line in map(marker_beside, piece):
                is_row = is_row_or_rule(line.text, tabs)
                tabs = line.text.count("\t") or (tabs if is_row else 0)
                if rest and is_row != is_row_or_rule(rest[-1].text, max(tabs, 1)):
                    self.add_piece(rest)
                    rest = []
                rest.append(line)
            self.add_piece(rest)

    def add_piece(self, piece: list[Line]) -> None:
        """Add one piece: rows, a list of contents, or lines of text."""
        if not piece:
            return
        if self.is_in_contents(piece):
            self.add_contents(piece)
        elif tab_tables.is_row(piece[0].text, 1):
            self.add_table(piece)
        elif lines := [line for line in piece if not tab_tables.is_rule(line.text)]:
            self.add_lines(lines)

    def is_in_contents(self, piece: list[Line]) -> bool:
        """Tell whether the piece lists headings with the pages they stand on."""
        with_page = sum(is_contents_line(line.text) for line in piece)
        dots = sum("...." in line.text for line in piece)
        if with_page * 2 <= len(piece):
            return False
        titles = [draft.text for draft in self.found[-1:]]
        is_below = any(CONTENTS.search(text) for text in titles)
        is_more = self.found[-1:] and self.found[-1].part is Part.CONTENTS
        return is_below or bool(is_more) or dots > 1

    def add_contents(self, piece: list[Line]) -> None:
        """Add the lines of a list of contents, each as an item."""
        for line in piece:
            text = re.sub(r"\.{3,}|…|\t", " ", line.text)
            self.found.append(
                list_item(text, spot_of(line), Part.CONTENTS, marker="")
            )  # fmt: skip

    def add_table(self, piece: list[Line]) -> None:
        """Add rows as a table; drawn rules say only that rows were there."""
        lines = [line for line in piece if not tab_tables.is_rule(line.text)]
        rows = [
            [plain_emphasis(cell) for cell in tab_tables.cells_of(line.text)]
            for line in lines
        ]
        if rows:
            has_head = len(piece) > 2 and tab_tables.is_rule(piece[1].text)  # noqa: PLR2004 - a head, a rule, a row.
            head = int(has_head) or tab_tables.header_rows(rows)
            spots = [spot_of(line) for line in lines]
            self.found.append(table(rows, head, spots[0], row_spots=spots))

    def add_lines(self, piece: list[Line]) -> None:
        """Add lines of text: headings, items, and paragraphs of one or more lines."""
        is_list = sum(item_of(line.text.strip()) is not None for line in piece) > 1
        # A name with a dotted line under it is a signature, and no heading.
        is_signed = not any(map(str.isalnum, piece[-1].text))
        may_be_headings = len(piece) <= LONGEST_PIECE_OF_HEADINGS and not is_signed
        for at, line in enumerate(piece):
            is_last = at == len(piece) - 1
            before = piece[at - 1] if at else None
            if self.goes_on_from(before, line):
                self.extend(line)
            elif is_list and (item := item_of(line.text.strip())):
                self.add_item(line, *item)
            elif may_be_headings and (
                is_last
                or is_of_title(line, piece[at + 1])
                or not self.continues(line, piece[at + 1])
            ):
                self.add_alone(line)
            else:
                self.add_first(line)

    def goes_on_from(self, before: Line | None, line: Line) -> bool:
        """Tell whether the line belongs to the last block."""
        if before is None:
            return self.finishes_paragraph(line)
        return self.continues(before, line)

    def finishes_paragraph(self, line: Line) -> bool:
        """Tell whether a new piece ends the sentence that the last one left open."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "paragraph" or last.part is not Part.BODY:
            return False
        is_turned = self.width > 0 or line.page != last.spot.page
        return is_turned and is_open(last.text) and begins_low(line.text.strip())

    def continues(self, before: Line, line: Line) -> bool:
        """Tell whether the line goes on where the line before it broke off."""
        text = line.text.strip()
        if text.startswith("§") and LEADS_TO_SIGN.search(before.text.rstrip()):
            return bool(self.found) and self.found[-1].kind != "heading"
        if item_of(text) or numbered_heading(text):
            return False
        if self.found and self.found[-1].kind == "heading":
            if is_of_title(before, line):
                return True
            return begins_low(text) and not ENDS_SENTENCE.search(before.text.strip())
        return goes_on(before.text, line.text, self.width)

    def extend(self, line: Line) -> None:
        """Add the line to the last block."""
        last = self.found[-1]
        self.found[-1] = last._replace(text=join(last.text, line.text))
        self.extended.add(len(self.found) - 1)

    def tidy_extended(self) -> None:
        """Make blocks of several lines tidy: once, however many lines they have."""
        for at in self.extended:
            text = paragraph(plain_emphasis(self.found[at].text)).text
            self.found[at] = self.found[at]._replace(text=text)

    def add_item(self, line: Line, marker: str, text: str) -> None:
        """Add an item of a list; its level is told by how far in it stands."""
        indent = len(line.text.expandtabs(INDENT)) - len(
            line.text.expandtabs(INDENT).lstrip()
        )
        draft = list_item(
            plain_emphasis(text),
            spot_of(line),
            marker=marker,
            level=1 + indent // INDENT,
        )
        self.found.append(draft)

    def add_alone(self, line: Line) -> None:
        """Add a line that stands by itself: a heading, an item, or a paragraph."""
        text = plain_emphasis(line.text.strip())
        shape = numbered_heading(text)
        if shape is not None:
            self.has_numbers = True
            words = text.lstrip("# ") if text.startswith("#") else text
            self.add_heading(words, shape.level, line, shape.number)
        elif item := item_of(text):
            self.add_item(line, *item)
        elif looks_like_heading(text) and not is_contents_line(text):
            level = (3 if self.has_numbers else 2) if self.has_title else 1
            self.add_heading(text, level, line)
        else:
            self.found.append(paragraph(text, spot_of(line)))

    def add_heading(self, text: str, level: int, line: Line, number: str = "") -> None:
        """Add a heading; the first of all is the document's title."""
        self.has_title = True
        self.found.append(heading(text, level, spot_of(line), number=number))

    def add_first(self, line: Line) -> None:
        """Add the first line of a paragraph, of an item, or a heading with a number."""
        text = plain_emphasis(line.text.strip())
        shape = numbered_heading(text)
        if shape is not None and (shape.number.startswith("§") or text.startswith("#")):
            self.add_alone(line)
        elif item := item_of(text):
            self.add_item(line, *item)
        else:
            self.found.append(paragraph(text, spot_of(line)))


def is_of_title(line: Line, after: Line) -> bool:
    """Tell whether a line breaks off in a title that the line after it ends."""
    text = line.text.strip()
    if not LEADS_ON.search(text) or item_of(after.text.strip()):
        return False
    return looks_like_heading(join(text, after.text.strip()))


def is_contents_line(text: str) -> bool:
    """Tell whether a line ends with the number of a page, well apart from its words."""
    text = text.strip()
    words = text.rstrip("0123456789")
    if not 0 < len(text) - len(words) < LONGEST_PAGE_NUMBER or len(words) < 2:  # noqa: PLR2004 - a word and a gap.
        return False
    is_apart = words.endswith("   ") or words.rstrip(" ").endswith(LEADERS)
    return is_apart and any(map(str.isalpha, words))


def is_row_or_rule(text: str, tabs: int) -> bool:
    """Tell whether a line is a row, or a rule drawn under one."""
    return tab_tables.is_row(text, tabs) or (tabs > 0 and tab_tables.is_rule(text))


def spot_of(line: Line) -> Spot:
    """Return where a line stands."""
    return Spot(line.page, line.number)


def marker_beside(line: Line) -> Line:
    """Return the line with its marker beside its words, where only a tab parts them."""
    return line._replace(text=MARKER_TAB.sub(r"\1 ", line.text))


def without_last_headings(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, headings that nothing follows made paragraphs.

    They are the names under a signature, and nobody's heading.
    """
    last = len(drafts)
    while (
        last > 1 and drafts[last - 1].kind == "heading" and not drafts[last - 1].number
    ):
        last -= 1
    names = [draft._replace(kind="paragraph", level=0) for draft in drafts[last:]]
    return [*drafts[:last], *names]


def merged_tables(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give the drafts, tables that only blank lines part put together.

    They go together when they are rows of text with tabs, equally wide, and only the
    first has a head.
    """
    last: Draft | None = None
    for draft in drafts:
        if last is not None and goes_with(last, draft):
            last = last._replace(
                rows=[*last.rows, *draft.rows],
                row_spots=[*last.row_spots, *draft.row_spots],
            )
            continue
        if last is not None:
            yield with_head(last)
        last = draft
    if last is not None:
        yield with_head(last)


def with_head(draft: Draft) -> Draft:
    """Return a table of rows put together, its head told from all of them."""
    if draft.kind != "table" or draft.header_rows or not draft.row_spots:
        return draft
    return draft._replace(header_rows=tab_tables.header_rows(draft.rows))


def goes_with(last: Draft, draft: Draft) -> bool:
    """Tell whether a table is the rest of the table before it."""
    if last.kind != "table" or draft.kind != "table" or draft.header_rows:
        return False
    if not last.row_spots or not draft.row_spots:
        return False
    return len(last.rows[0]) == len(draft.rows[0])
