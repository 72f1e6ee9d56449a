"""Reads EML: a letter's fields and text, and each of its attachments in turn."""

import email
from email import policy
from email.message import EmailMessage
from itertools import chain

from radslag.formats.readers.asking import ReadWithin
from radslag.formats.readers.characters import tidy
from radslag.formats.readers.composing import Draft, Spot, compose, heading, table
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
from radslag.formats.readers.refusals import Refused

FIELDS = {
    "from": "Från",
    "to": "Till",
    "cc": "Kopia",
    "date": "Skickat",
    "subject": "Ärende",
}
NO_SUBJECT = "(utan ärende)"


def read_letter(content: bytes, read_within: ReadWithin, depth: int = 0) -> Document:
    """Return the document that a letter is, with what became of its attachments."""
    if depth >= LIMITS.letters_within:
        raise Refused("too_many_letters")
    letter = parsed(content)
    text, others = parts_of(letter)
    answer = read_within(content_of(text), "", depth + 1) if text else None
    body = answer.document if answer else None
    fields = [
        [swedish, tidy(written(letter, name))]
        for name, swedish in FIELDS.items()
        if letter[name]
    ]
    title = tidy(str(letter["subject"] or "")) or NO_SUBJECT
    drafts = [heading(title, 1), table(fields)]
    if body is not None:
        drafts += chain.from_iterable(map(drafts_again, (*body.blocks, *body.aside)))
    composition = compose(drafts)
    attachments = tuple(
        read_within(content_of(part), part.get_filename() or "", depth + 1)
        for part in others
    )
    return Document(
        kind=FileKind.EML,
        title=title,
        blocks=tuple(composition.blocks),
        aside=tuple(composition.aside),
        counts=() if body is None else body.counts,
        remarks=tuple(remarks_of(letter, body, attachments)),
        attachments=attachments,
    )


def written(letter: EmailMessage, name: str) -> str:
    """Return a field as it is shown; the day it was sent as Swedes write it."""
    moment = getattr(letter[name], "datetime", None)
    return f"{moment:%Y-%m-%d %H:%M}" if moment else str(letter[name])


def parsed(content: bytes) -> EmailMessage:
    """Return the letter's parts; raises Refused if they cannot be told apart."""
    try:
        return email.message_from_bytes(content, policy=policy.default)
    except (ValueError, TypeError, IndexError, AttributeError) as bad:
        raise Refused("bad_letter") from bad


def parts_of(letter: EmailMessage) -> tuple[EmailMessage | None, list[EmailMessage]]:
    """Return the part that holds the letter's text, and all its attachments."""
    texts: list[EmailMessage] = []
    others: list[EmailMessage] = []
    waiting: list[EmailMessage] = [letter]
    while waiting:
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = part.iter_parts()  # type: ignore[assignment]  # parts are letters
        elif part.get_content_maintype() == "text" and not part.get_filename():
            texts.append(part)
        else:
            others.append(part)
        if len(texts) + len(others) > LIMITS.attachments:
            raise Refused("too_many_letters")
    plain = [part for part in texts if part.get_content_subtype() == "plain"]
    chosen = next(iter(plain or texts), None)
    # Another form of the same text is not read twice; a second text is an attachment.
    same = [part for part in texts if part is not chosen]
    alternatives = same if letter.get_content_subtype() == "alternative" else []
    others += [part for part in same if part not in alternatives and is_more(part)]
    return chosen, others


def is_more(part: EmailMessage) -> bool:
    """Tell whether a part says more than the text in another form."""
    return part.get_content_subtype() not in ("html", "calendar")


def content_of(part: EmailMessage) -> bytes:
    """Return a part's bytes; text as UTF-8."""
    if part.get_content_type() == "message/rfc822":
        return bytes(part.get_content())
    if part.get_content_maintype() != "text":
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    try:
        return str(part.get_content()).encode("utf-8", "replace")
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""


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


def remarks_of(
    letter: EmailMessage, body: Document | None, attachments: tuple[ReadResult, ...]
) -> list[Remark]:
    """Return what a reader of the letter should know."""
    remarks = list(body.remarks) if body else []
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
