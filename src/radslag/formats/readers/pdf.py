"""Reads PDF: text with its places, tables where there are any, pictures of text by OCR.

A page whose text layer is empty is not read, and never taken for blank: it is read as a
picture where that is possible, and otherwise marked.
"""

from dataclasses import replace

import pypdfium2 as pdfium2
import pypdfium2.raw as pdfium

from radslag.formats.readers.asking import ReadWithin, ask_for_time
from radslag.formats.readers.characters import MEANINGLESS, letters, letters_of
from radslag.formats.readers.composing import Draft, compose
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import (
    BETWEEN_BLOCKS,
    Box,
    Count,
    Document,
    FileKind,
    Page,
    PageReading,
    ReadResult,
    Remark,
    Word,
)
from radslag.formats.readers.page_blocks import (
    Item,
    PageContent,
    drafts_of,
    letters_dropped,
)
from radslag.formats.readers.page_lines import PageLine
from radslag.formats.readers.pdf_beside import notes_on, remarks_of
from radslag.formats.readers.pdf_boxes import Handle
from radslag.formats.readers.pdf_drawn import Drawn, drawn_on
from radslag.formats.readers.pdf_page_tables import SeenPage, TablesOnPages
from radslag.formats.readers.pdf_text import (
    Frame,
    frame_of,
    is_drawn_invisible,
    lines_of,
)
from radslag.formats.readers.pictures import (
    ReadPicture,
    can_read,
    items_of,
    page_picture,
    placed,
    read_pictures,
)
from radslag.formats.readers.plain_text import losses, title_of
from radslag.formats.readers.refusals import INSTALL, Refused

FEWEST_LETTERS = 12
COVERED = 0.5
MOST_MEANINGLESS = 0.1


def read_pdf(content: bytes, read_within: ReadWithin) -> Document:
    """Return the document that a PDF file is, with the files that lie in it."""
    file = opened(content)
    try:
        reader = PdfReader(file, content, read_within)
        reader.read_pages()
        return reader.document()
    finally:
        file.close()


def opened(content: bytes) -> pdfium2.PdfDocument:
    """Open the file; raises Refused for what cannot be opened, or is too much."""
    try:
        file = pdfium2.PdfDocument(content)
    except pdfium2.PdfiumError as bad:
        is_locked = "password" in str(bad).lower() or b"/Encrypt" in content
        raise Refused("encrypted" if is_locked else "bad_pdf") from bad
    if len(file) == 0:
        raise Refused("no_pages")
    if len(file) > LIMITS.pdf_pages:
        raise Refused("too_many_pages")
    return file


class PdfReader:
    """A PDF file on its way to become a document."""

    def __init__(
        self, file: pdfium2.PdfDocument, content: bytes, read_within: ReadWithin
    ) -> None:
        self.file = file
        self.read_within = read_within
        self.content = content
        self.contents: list[PageContent] = []
        self.pages: list[Page] = []
        self.notes: list[Draft] = []
        self.counts: list[Count] = []
        self.remarks: list[Remark] = []
        self.tables = TablesOnPages(content, self.remarks)
        self.words: list[tuple[int, Word]] = []
        self.letters_drawn = 0
        self.letters_in_heads = 0

    def read_pages(self) -> None:
        """Read every page; a page that cannot be opened is marked."""
        unread: list[int] = []
        for at in range(len(self.file)):
            page = pdfium.FPDF_LoadPage(self.file, at)
            if not page:
                self.add_unread(at + 1, "Sidan gick inte att öppna.")
                continue
            try:
                if self.read_page(page, at + 1):
                    unread.append(at + 1)
            finally:
                pdfium.FPDF_ClosePage(page)
        self.tables.close()
        if (
            all(page.reading is PageReading.UNREAD for page in self.pages)
            and not unread
        ):
            raise Refused("bad_pdf")
        self.read_pictures(unread)

    def read_page(self, page: Handle, number: int) -> bool:
        """Read a page's text; tell whether it has to be read as a picture instead."""
        frame = frame_of(page)
        if max(frame.width, frame.height) > LIMITS.page_side_points:
            raise Refused("page_too_large")
        text_page = pdfium.FPDFText_LoadPage(page)
        lines = list(lines_of(text_page, frame, number))
        drawn = drawn_on(page, frame)
        is_scan = covers(drawn.pictures, frame)
        if is_scan and lines and is_drawn_invisible(text_page):
            lines = [line._replace(is_hidden=False) for line in lines]
            self.remarks.append(
                Remark("Texten kommer från en tidigare bildläsning.", f"sida {number}")
            )
        self.notes += notes_on(page, number)
        text = "\n".join(line.text for line in lines)
        count = letters(text)
        if needs_picture(text, count, drawn, is_scan=is_scan):
            pdfium.FPDFText_ClosePage(text_page)
            self.add_page(number, frame, [], PageReading.UNREAD)
            return True
        self.letters_drawn += count
        seen = SeenPage(text_page, frame, number, drawn)
        items = self.tables.items(with_dots(lines, drawn.dots), seen)
        pdfium.FPDFText_ClosePage(text_page)
        reading = PageReading.TEXT if lines else PageReading.BLANK
        self.add_page(number, frame, items, reading)
        return False

    def add_page(
        self, number: int, frame: Frame, items: list[Item], reading: PageReading
    ) -> None:
        """Remember what a page holds, and how it was read."""
        width, height = frame.shown_width, frame.shown_height
        self.pages.append(Page(number, reading, round(width, 1), round(height, 1)))
        self.contents.append(PageContent(number, width, height, items))

    def add_unread(self, number: int, why: str) -> None:
        """Mark a page as not read."""
        if not self.pages or self.pages[-1].number < number:
            self.pages.append(Page(number, PageReading.UNREAD))
            self.contents.append(PageContent(number, 0, 0, []))
        self.remarks.append(Remark(f"Ej läst. {why}", f"sida {number}", is_loss=True))

    def read_pictures(self, unread: list[int]) -> None:
        """Read pages as pictures, or say why they are not read."""
        if unread and not can_read():
            if len(unread) == len(self.file):
                raise Refused("no_text_reader")
            for number in unread:
                self.add_unread(
                    number, f"Den är en bild av text. Installera: {INSTALL}"
                )
            return
        ask_for_time(len(unread))
        numbers = unread[: LIMITS.picture_pages]
        pictures = (page_picture(self.file[at - 1], at) for at in numbers)
        for number, picture in zip(numbers, read_pictures(pictures), strict=True):
            self.take_picture(number, picture)
        for number in unread[LIMITS.picture_pages :]:
            self.add_unread(number, "Filen har för många bildsidor. Dela upp den.")

    def take_picture(self, number: int, picture: ReadPicture | None) -> None:
        """Put what was read from a picture in the page's place."""
        at = number - 1
        if picture is None or not picture.words:
            self.add_unread(number, "Ingen text kunde läsas ur sidans bild.")
            return
        content, page = self.contents[at], self.pages[at]
        items = items_of(picture, number, page.height)
        self.contents[at] = content._replace(items=items)
        self.pages[at] = Page(number, PageReading.PICTURE, page.width, page.height)
        self.words += [(number, word) for word in picture.words]
        self.letters_drawn += sum(letters(word.text) for word in picture.words)

    def document(self) -> Document:
        """Return the document, its letters counted a second way."""
        is_picture = all(page.reading is not PageReading.TEXT for page in self.pages)
        drafts = drafts_of(self.contents, by_size=not is_picture)
        self.counts.append(
            Count("sidor", len(self.pages), len(self.file)),
        )
        composition = compose([*drafts, *self.notes])
        blocks = (*composition.blocks, *composition.aside)
        read = letters_of(blocks) - sum(letters(note.text) for note in self.notes)
        dropped = letters_dropped(self.contents, drafts)
        self.counts.append(Count("bokstäver", read + dropped, self.letters_drawn))
        attachments = self.attachments()
        whole = BETWEEN_BLOCKS.join(block.text for block in blocks)
        return Document(
            kind=FileKind.PDF,
            title=title_of(composition.blocks),
            blocks=tuple(composition.blocks),
            aside=tuple(composition.aside),
            pages=tuple(self.pages),
            counts=tuple(self.counts),
            remarks=(
                *losses(*self.counts),
                *self.remarks,
                *remarks_of(self.file, self.content, whole, attachments),
            ),
            words=placed((word for _, word in self.words), whole),
            attachments=attachments,
        )

    def attachments(self) -> tuple[ReadResult, ...]:
        """Read the files that lie in the file, each in turn."""
        found = []
        count = min(self.file.count_attachments(), LIMITS.attachments)
        for at in range(count):
            attachment = self.file.get_attachment(at)
            try:
                content = bytes(attachment.get_data())
            except pdfium2.PdfiumError:
                content = b""
            name = attachment.get_name()
            inner = self.read_within(content, name, LIMITS.letters_within)
            found.append(replace(inner, content=content))
        return tuple(found)


def covers(pictures: list[Box], frame: Frame) -> bool:
    """Tell whether pictures cover most of the page."""
    area = sum((box.right - box.left) * (box.bottom - box.top) for box in pictures)
    return area > COVERED * frame.width * frame.height


def needs_picture(text: str, count: int, drawn: Drawn, *, is_scan: bool) -> bool:
    """Tell whether the text layer says too little of what the page shows.

    `count` is how many letters the text has.
    """
    if has_meaningless(text):
        return True
    if count == 0 and drawn.texts:
        return True
    is_drawn_text = count == 0 and len(drawn.frames) + drawn.rules > FEWEST_LETTERS
    return (is_scan and count < FEWEST_LETTERS) or is_drawn_text


def has_meaningless(text: str) -> bool:
    """Tell whether many of a text's letters have no meaning."""
    if MEANINGLESS.search(text) is None:
        return False
    return len(MEANINGLESS.findall(text)) > MOST_MEANINGLESS * len(text)


def with_dots(lines: list[PageLine], dots: list[Box]) -> list[PageLine]:
    """Return the lines, those with a drawn dot before them with a bullet instead."""
    if not dots:
        return lines
    return [
        line._replace(text=f"• {line.text}")
        if any(is_before(dot, line) for dot in dots)
        else line
        for line in lines
    ]


def is_before(dot: Box, line: PageLine) -> bool:
    """Tell whether a dot stands right before a line, as an item's marker does."""
    middle = (dot.top + dot.bottom) / 2
    near = 0 < line.box.left - dot.right < 2 * line.size
    return near and line.box.top < middle < line.box.bottom
