"""A DOCX file's paragraphs: what is seen, and what is there without being seen."""

from dataclasses import dataclass, field
from typing import TypeAlias

from radslag.formats.readers.docx_styles import W, is_on, value
from radslag.formats.readers.xml_parts import Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

TEXTS = {f"{W}t", f"{M}t"}
SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t", f"{W}softHyphen": "",
}  # fmt: skip
DELETED = {f"{W}del", f"{W}moveFrom"}
INSERTED = {f"{W}ins", f"{W}moveTo"}
NOTES = {f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}
UNREAD = {f"{W}object": "inbäddat objekt", f"{W}altChunk": "inbäddad fil"}
PICTURES = {f"{A}blip", f"{V}imagedata"}
SKIPPED = {f"{W}pPr", f"{W}instrText", f"{W}delInstrText", f"{W}tbl"}
Note: TypeAlias = tuple[str, str]


@dataclass
class Words:
    """What a paragraph holds, apart by whether and how it is seen."""

    seen: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0
    pictures: int = 0
    inserted: int = 0

    @property
    def text(self) -> str:
        """Return what is seen."""
        return "".join(self.seen)

    @property
    def is_bold(self) -> bool:
        """Tell whether all that is seen is bold."""
        return self.bold > 0 and self.plain == 0


def words_of(paragraph: Element, *, is_bold: bool = False) -> Words:
    """Return the words of a paragraph."""
    words = Words()
    gather(paragraph, words, words.seen, is_bold=is_bold)
    return words


def gather(element: Element, words: Words, into: list[str], *, is_bold: bool) -> None:
    """Gather an element's words into the list of those that are seen alike."""
    for child in element:
        tag = child.tag
        if tag in TEXTS:
            add_text(child, words, into, is_bold=is_bold)
        elif tag in SIGNS:
            into.append("" if value(child, "type") == "page" else SIGNS[tag])
        elif tag == f"{W}r":
            gather_run(child, words, into, is_bold=is_bold)
        elif tag == f"{W}delText":
            words.deleted.append(child.text or "")
        elif tag not in SKIPPED:
            gather_other(child, words, into, is_bold=is_bold)


def add_text(text: Element, words: Words, into: list[str], *, is_bold: bool) -> None:
    """Add a text, and remember whether it was bold."""
    into.append(text.text or "")
    if is_bold:
        words.bold += 1
    elif (text.text or "").strip():
        words.plain += 1


def gather_run(run: Element, words: Words, into: list[str], *, is_bold: bool) -> None:
    """Gather a run, whose properties say whether it is bold or hidden."""
    properties = run.find(f"{W}rPr")
    if properties is not None:
        bold = properties.find(f"{W}b")
        is_bold = is_bold if bold is None else is_on(bold)
        if is_on(properties.find(f"{W}vanish")) or is_on(
            properties.find(f"{W}webHidden")
        ):
            into = words.hidden
    gather(run, words, into, is_bold=is_bold)


def gather_other(
    element: Element, words: Words, into: list[str], *, is_bold: bool
) -> None:
    """Gather what is neither text nor run: changes, boxes, notes, pictures."""
    tag = element.tag
    if tag in NOTES:
        words.notes.append((str(tag).removeprefix(W), value(element, "id")))
    elif tag == f"{W}txbxContent":
        words.boxes.append(element)
    elif tag == f"{MC}AlternateContent":
        gather_choice(element, words, into, is_bold=is_bold)
    else:
        words.pictures += tag in PICTURES
        words.inserted += tag in INSERTED
        if tag in UNREAD:
            words.unread.append(UNREAD[str(tag)])
        gather(
            element, words, words.deleted if tag in DELETED else into, is_bold=is_bold
        )


def gather_choice(
    element: Element, words: Words, into: list[str], *, is_bold: bool
) -> None:
    """Gather the first of several ways to say the same."""
    for child in element:
        gather(child, words, into, is_bold=is_bold)
        return
