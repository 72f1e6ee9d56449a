"""A DOCX file's paragraphs: what is seen, and what is there without being seen."""

from dataclasses import dataclass, field
from typing import TypeAlias

from radslag.formats.readers.docx_controls import (
    WORKED_OUT,
    in_letters,
    is_of_signs,
    shown_field,
    shown_symbol,
)
from radslag.formats.readers.docx_styles import W, is_on, value
from radslag.formats.readers.relations import local, named, text_of
from radslag.formats.readers.xml_parts import Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

TEXTS = {f"{W}t", f"{M}t"}
SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t", f"{W}softHyphen": "",
}  # fmt: skip
DELETED = {f"{W}del", f"{W}moveFrom"}
INSERTED = {f"{W}ins", f"{W}moveTo"}
NOTES = {f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}
UNREAD = {f"{W}object": "inbäddat objekt", f"{W}altChunk": "inbäddad fil",
          f"{W}subDoc": "länkat deldokument"}  # fmt: skip
UNKNOWN_SIGN = "tecken ur ett symboltypsnitt"
NOT_KEPT = "fält vars värde inte är sparat och"
PICTURES = {f"{A}blip", f"{V}imagedata"}
# What shows a chart or a diagram says where it is kept, in one of two ways.
DRAWINGS = {"chart": f"{R}id", "relIds": f"{R}dm"}
SKIPPED = {f"{W}pPr", f"{W}delInstrText", f"{W}tbl", f"{W}sdtPr"}
Note: TypeAlias = tuple[str, str]


@dataclass
class Words:
    """What a paragraph holds, apart by whether and how it is seen."""

    seen: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    # What symbols and a form's fields show, though it is not among the file's texts.
    added: list[str] = field(default_factory=list)
    fields: int = 0
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
        elif tag not in SKIPPED and not gather_sign(child, words, into):
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
        settle_font(run, properties)
        bold = properties.find(f"{W}b")
        is_bold = is_bold if bold is None else is_on(bold)
        if is_on(properties.find(f"{W}vanish")) or is_on(
            properties.find(f"{W}webHidden")
        ):
            into = words.hidden
        elif into is words.seen and is_struck(properties):
            into = words.struck
    gather(run, words, into, is_bold=is_bold)


def is_struck(properties: Element) -> bool:
    """Tell whether a run has a line through it."""
    lines = (properties.find(f"{W}strike"), properties.find(f"{W}dstrike"))
    return any(map(is_on, lines))


def settle_font(run: Element, properties: Element) -> None:
    """Let the texts of a symbol font be the signs that they look like."""
    font = value(properties.find(f"{W}rFonts"), "ascii")
    for text in run.iterfind(f"{W}t") if is_of_signs(font) else ():
        text.text = in_letters(text.text or "", font)


def gather_sign(element: Element, words: Words, into: list[str]) -> bool:
    """Gather what is shown without being a text; tell whether it was such."""
    tag = str(element.tag)
    if tag == f"{W}sym":
        sign = shown_symbol(element)
        into.append(sign or "")
        words.added.append(sign or "")
        words.unread += [UNKNOWN_SIGN] if sign is None else []
    elif tag == f"{W}fldChar":
        shown = shown_field(element)
        words.fields += len(shown)
        words.added += shown
        into += shown
    elif tag == f"{W}instrText":
        is_lost = WORKED_OUT.match(element.text or "") is not None
        words.unread += [NOT_KEPT] if is_lost else []
    else:
        return gather_drawn(element, words)
    return True


def gather_drawn(element: Element, words: Words) -> bool:
    """Gather what is drawn in a paragraph; tell whether the element was such."""
    tag = str(element.tag)
    if tag == f"{A}p":
        words.drawn.append("".join(map(text_of, named(element, "t"))))
    elif tag == f"{V}textpath":
        words.drawn.append(str(element.get("string") or ""))
    elif local(tag) in DRAWINGS:
        words.drawings.append(str(element.get(DRAWINGS[local(tag)]) or ""))
    else:
        return False
    return True


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
    """Gather the first of several ways to say the same, or the last if it alone says.

    Of the file's texts the last ways are not counted.
    """
    ways = list(element)
    if not ways:
        return
    said = "".join(text.text or "" for text in ways[-1].iter(f"{W}t"))
    is_only = said.strip() and not any(map(says_something, ways[:-1]))
    gather(ways[-1] if is_only else ways[0], words, into, is_bold=is_bold)
    words.added += [said] if is_only and len(ways) > 1 else []


def says_something(element: Element) -> bool:
    """Tell whether there are words in an element, or a drawing that has its own."""
    return any(
        local(str(each.tag)) in DRAWINGS or (local(str(each.tag)) == "t" and each.text)
        for each in element.iter()
    )
