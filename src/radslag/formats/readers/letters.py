"""Reads EML: a letter's fields and text, and each of its attachments in turn."""

import base64
import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from itertools import chain

from radslag.formats.readers.asking import ReadWithin
from radslag.formats.readers.characters import letters, tidy
from radslag.formats.readers.composing import Draft, Spot, compose, heading, table
from radslag.formats.readers.encodings import decode
from radslag.formats.readers.kinds import PACKED_LETTER
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import (
    Block,
    Document,
    FileKind,
    Heading,
    ListItem,
    Paragraph,
    ReadResult,
    Remark,
    Table,
)
from radslag.formats.readers.plain_text import title_of
from radslag.formats.readers.refusals import Refused
from radslag.formats.readers.winmail import unpacked

FIELDS = {
    "from": "Från",
    "to": "Till",
    "cc": "Kopia",
    "date": "Skickat",
    "subject": "Ärende",
}
# No field of a letter within a letter is folded anew.
AS_WRITTEN = policy.default.clone(refold_source="none", max_line_length=None)
TAGS = re.compile(r"<(style|script|head)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
NO_SUBJECT = "(utan ärende)"
PACKED_TITLE = "winmail.dat"
OWN_FORMAT = (
    "Brevets text är packad i Outlooks eget format och lästes inte. Be avsändaren "
    "skicka det som oformaterad text eller HTML."
)
SIGNATURES = {
    "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/pgp-signature",
}  # fmt: skip
# A plain form with a smaller share of the other's letters leaves something out.
SAYS_AS_MUCH = 0.8


def read_letter(content: bytes, read_within: ReadWithin, depth: int = 0) -> Document:
    """Return the document that a letter is, with what became of its attachments."""
    if depth >= LIMITS.letters_within:
        raise Refused("too_many_letters")
    if content.startswith(PACKED_LETTER):
        return read_packed(content, read_within, depth)
    letter = parsed(content)
    text, others = parts_of(letter)
    answer = read_within(content_of(text), "", depth + 1) if text else None
    body = answer.document if answer else None
    fields = [
        [swedish, tidy(written(letter, name))]
        for name, swedish in FIELDS.items()
        if letter[name]
    ]
    title = tidy(written(letter, "subject")) or NO_SUBJECT
    drafts = [heading(title, 1), table(fields)]
    if body is not None:
        drafts += chain.from_iterable(map(drafts_again, (*body.blocks, *body.aside)))
    composition = compose(drafts)
    line_end = "\r\n" if b"\r\n" in content else "\n"
    attachments = tuple(
        replace(
            read_within(content_of(part), part.get_filename() or "", depth + 1),
            content=original_of(part, line_end),
        )
        for part in others
        if part.get_content_type() not in SIGNATURES
    )
    return Document(
        kind=FileKind.EML,
        title=title,
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=() if body is None else body.counts,
        remarks=(
            *remarks_of(letter, answer, attachments),
            *signature_remarks(others),
        ),
        attachments=attachments,
    )


def read_packed(content: bytes, read_within: ReadWithin, depth: int) -> Document:
    """Return the document that Outlook packed a letter's text and files as."""
    packed = unpacked(content)
    text = packed.page or packed.text
    answer = read_within(text, "", depth + 1) if text else None
    body = answer.document if answer else None
    blocks = () if body is None else (*body.blocks, *body.aside)
    composition = compose(chain.from_iterable(map(drafts_again, blocks)))
    attachments = tuple(
        replace(read_within(each.content, each.name, depth + 1), content=each.content)
        for each in packed.files
    )
    remarks = remarks_of(EmailMessage(), answer, attachments)
    if packed.has_own_format and not text:
        remarks.append(Remark(OWN_FORMAT, is_loss=True))
    return Document(
        kind=FileKind.EML,
        title=title_of(composition.blocks) or PACKED_TITLE,
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=() if body is None else body.counts,
        remarks=tuple(remarks),
        attachments=attachments,
    )


def written(letter: EmailMessage, name: str) -> str:
    """Return a field as it is shown; the day it was sent as Swedes write it."""
    moment = getattr(letter[name], "datetime", None)
    if moment:
        return f"{moment:%Y-%m-%d %H:%M}"
    text = str(letter[name] or "")
    return unmarked(letter, name) if "\ufffd" in text else text


def unmarked(letter: EmailMessage, name: str) -> str:
    """Return a field that does not say how its letters are encoded."""
    raw = next((said for key, said in letter.raw_items() if key.lower() == name), "")
    return decode(str(raw).encode("utf-8", "surrogateescape")).text


def parsed(content: bytes) -> EmailMessage:
    """Return the letter's parts; raises Refused if they cannot be told apart."""
    try:
        return email.message_from_bytes(content, policy=policy.default)
    except (ValueError, TypeError, IndexError, AttributeError) as bad:
        raise Refused("bad_letter") from bad


def parts_of(letter: EmailMessage) -> tuple[EmailMessage | None, list[EmailMessage]]:
    """Return the part that holds the letter's text, and all its attachments.

    Of several forms of the same text one is read. A second text is an attachment.
    """
    found: list[EmailMessage] = []
    waiting: list[EmailMessage] = [letter]
    while waiting:
        part = waiting.pop(0)
        if part.get_content_type() == "multipart/alternative":
            waiting[:0] = alternatives_of(part)
        elif part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = inner_parts(part)
        else:
            found.append(part)
        if len(found) > LIMITS.attachments:
            raise Refused("too_many_letters")
    chosen = next((part for part in found if is_text(part)), None)
    return chosen, [part for part in found if part is not chosen]


def inner_parts(part: EmailMessage) -> list[EmailMessage]:
    """Return the parts of a part."""
    return list(part.iter_parts())  # type: ignore[arg-type]  # parts are letters


def is_text(part: EmailMessage) -> bool:
    """Tell whether a part is text that stands in the letter itself."""
    is_apart = part.get_filename() or part.get_content_disposition() == "attachment"
    return part.get_content_maintype() == "text" and not is_apart


def alternatives_of(part: EmailMessage) -> list[EmailMessage]:
    """Return of several forms of the same the plain one, and what is no form of it.

    A plain form that only says that there is another is not chosen.
    """
    inner = inner_parts(part)
    plain = [each for each in inner if each.get_content_type() == "text/plain"]
    rich = [each for each in inner if each not in plain and is_form(each)]
    others = [each for each in inner if each not in plain and each not in rich]
    is_empty = not plain or (rich and words_in(plain) < SAYS_AS_MUCH * words_in(rich))
    return [*(rich[-1:] if is_empty and rich else plain[:1]), *others]


def is_form(part: EmailMessage) -> bool:
    """Tell whether a part can be the letter's text with pictures, as a web page."""
    return part.get_content_type() in ("text/html", "multipart/related")


def words_in(parts: list[EmailMessage]) -> int:
    """Count the letters that parts show, near enough to tell which says more."""
    texts = [each for part in parts for each in part.walk() if is_text(each)]
    pages = (content_of(each).decode("utf-8", "replace") for each in texts)
    return sum(letters(TAGS.sub("", page)) for page in pages)


def content_of(part: EmailMessage) -> bytes:
    """Return a part's bytes; text as UTF-8, where it is encoded as it says.

    Text that says nothing true of its encoding is left for its reader to find out.
    """
    content = original_of(part)
    stated = part.get_content_charset() or ""
    if part.get_content_maintype() != "text" or not stated:
        return content
    if stated.startswith("utf-16") and b"\0" not in content:
        return content
    try:
        return content.decode(stated).encode("utf-8")
    except (LookupError, UnicodeError):
        return content


def original_of(part: EmailMessage, line_end: str = "\r\n") -> bytes:
    """Return a part's bytes as whoever attached it had them."""
    if part.get_content_maintype() == "message" and part.is_multipart():
        form = AS_WRITTEN.clone(linesep=line_end)
        inner = [each.as_bytes(policy=form) for each in inner_letters(part)]
        return unwrapped(part, line_end.encode().join(inner))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def inner_letters(part: EmailMessage) -> list[EmailMessage]:
    """Return the letters, or reports, that a part is."""
    payload = part.get_payload()
    return payload if isinstance(payload, list) else []  # type: ignore[return-value]  # a list of letters


def unwrapped(part: EmailMessage, content: bytes) -> bytes:
    """Return a letter within that was packed, though none should be."""
    if str(part["content-transfer-encoding"] or "").lower() != "base64":
        return content
    try:
        return base64.b64decode(content.strip(), validate=False) or content
    except ValueError:
        return content


def drafts_again(block: Block) -> list[Draft]:
    """Return a block of the letter's text as a draft, to be laid out again."""
    spot, part = Spot(block.place.page, block.place.line), block.part
    if isinstance(block, Table):
        rows = [[cell.text for cell in row] for row in block.rows]
        return [table(rows, block.header_rows, spot, part)]
    return [again(block, spot)]


def again(block: Heading | Paragraph | ListItem, spot: Spot) -> Draft:
    """Return a block with one text as a draft."""
    if isinstance(block, Heading):
        level, number = block.level + 1, block.number
        return Draft(block.text, spot, block.part, level, number, kind="heading")
    if isinstance(block, ListItem):
        return Draft(
            block.text, spot, block.part, block.level, block.marker, kind="item"
        )
    return Draft(block.text, spot, block.part)


def signature_remarks(parts: list[EmailMessage]) -> Iterator[Remark]:
    """Give that a letter is signed, if it is; its signature is no text."""
    if any(part.get_content_type() in SIGNATURES for part in parts):
        yield Remark("Brevet har en elektronisk underskrift, som inte är kontrollerad.")


def remarks_of(
    letter: EmailMessage, answer: ReadResult | None, attachments: tuple[ReadResult, ...]
) -> list[Remark]:
    """Return what a reader of the letter should know."""
    body = answer.document if answer else None
    remarks = list(body.remarks) if body else []
    if answer and answer.refusal and answer.refusal.code != "empty":
        remarks.append(Remark(f"Texten lästes inte. {answer.refusal}", is_loss=True))
    if letter.defects:
        remarks.append(Remark("Brevet är inte helt välformat.", is_loss=True))
    for attachment in attachments:
        if attachment.refusal is not None:
            what = f"Bilagan lästes inte. {attachment.refusal}"
            remarks.append(Remark(what, attachment.name, is_loss=True))
        elif attachment.document and not attachment.document.is_complete:
            what = "Bilagan är ofullständigt läst."
            remarks.append(Remark(what, attachment.name, is_loss=True))
    return remarks
