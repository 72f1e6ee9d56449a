"""Reading the files of one reading: each by itself, and then all of them together."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction

from radslag.agreement.vocabulary import Choice, DocumentKind, ReadingState
from radslag.agreement.wording import number
from radslag.formats.page_pictures import draw_pages
from radslag.formats.readers import Document, ReadResult, Table, read_many
from radslag.formats.slugs import slug
from radslag.formats.understanding import (
    KindSaid,
    Understanding,
    UnderstoodDocument,
    understand,
)
from radslag.records.models import PagePicture, Reading, ReadingFile
from radslag.services.cooperation_file import rows_of
from radslag.services.journal import Actor
from radslag.services.readings import keeping
from radslag.services.readings.attached import name_within, within, without_content
from radslag.services.readings.proposing import Proposal, proposal_of, title_of
from radslag.services.readings.remembering import remember_skipped
from radslag.services.readings.sending import twins_in
from radslag.services.readings.trying import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from radslag.formats.cooperation_file import Rows

LONGEST_KEY = 60
NOTHING_READ = (
    "Ingen av filerna gick att läsa. Inget är sparat. Vid varje fil står varför, och "
    "vad som kan göras."
)


class NothingRead(Exception):
    """Not one of the files could be read; each says why."""


class Read(NamedTuple):
    """A file and what became of it."""

    file: ReadingFile
    result: ReadResult


def read_all(reading: Reading, clock: "Callable[[], datetime]", today: date) -> None:
    """Read, understand and propose; nothing is a record until somebody says so.

    Raises NothingRead when no file could be read.
    """
    keeping.forget_attachments(reading)
    read = [*_read_files(reading)]
    if not any(each.result.document for each in read):
        raise NothingRead(NOTHING_READ)
    existing = rows_of(reading.cooperation) if reading.cooperation else {}
    understanding = understand(
        [each.result for each in read if each.file.within is None],
        existing,
        kind_said=_kind_said(reading, read),
    )
    files = _tied(understanding, read, existing)
    proposal = proposal_of(reading, understanding, files, existing)
    remember_skipped(reading, proposal.records)
    reading.proposed_name = proposal.name[:200]
    reading.proposed_key = key_of(proposal.name)
    actor = Actor("Inläsning", clock())
    tried = [each for each in proposal.records if each.choice != Choice.SKIPPED]
    findings = findings_of(reading, tried, actor, today)
    for file in files.values():
        _draw(file, proposal)
    _finish(reading, proposal, findings)


def _kind_said(reading: Reading, read: list[Read]) -> KindSaid:
    """Return what answers the kind that somebody has said a file of the reading is."""
    said = {
        id(each.result): DocumentKind(reading.kinds_said[each.file.sha256])
        for each in read
        if each.file.sha256 in reading.kinds_said
    }
    return lambda result: said.get(id(result))


def key_of(name: str) -> str:
    """Return the key that a new cooperation of the name is proposed to have."""
    return slug(name).replace(".", "-")[:LONGEST_KEY].strip("-")


@transaction.atomic
def _finish(
    reading: Reading, proposal: Proposal, findings: list[dict[str, str]]
) -> None:
    """Keep what is proposed, unless another worker has taken the reading over."""
    mine = Reading.objects.filter(
        pk=reading.pk, worker=reading.worker, state=ReadingState.READING
    )
    is_mine = keeping.take(
        mine,
        state=ReadingState.READ,
        proposed_name=reading.proposed_name,
        proposed_key=reading.proposed_key,
        contradictions=proposal.contradictions,
        remarks=proposal.remarks,
        findings=findings,
        steps=[],
    )
    if is_mine:
        keeping.replace_proposals(reading, proposal.records)


def _read_files(reading: Reading) -> Iterator[Read]:
    every = list(reading.files.defer("content", "text"))
    twins = twins_in(every)
    for file in every:
        if first := twins.get(file.pk):
            said = f"Samma fil som {first.name}. Den läses bara en gång."
            keeping.set_file(file, is_read=True, outcome=said)
    files = [file for file in every if file.pk not in twins]
    sent = ((file.name, _content(file)) for file in files)
    place = len(every)
    for file, whole in zip(files, read_many(sent, with_content=True), strict=True):
        # The bytes of what came inside are let go of as soon as they are kept.
        result = without_content(whole)
        _keep(file, result)
        yield Read(file, result)
        contents = [inner.content for inner in within(whole)]
        for inner, content in zip(within(result), contents, strict=True):
            yield _attached(file, inner, content, place)
            place += 1


def _content(file: ReadingFile) -> bytes:
    content = ReadingFile.objects.values_list("content", flat=True).get(pk=file.pk)
    return bytes(content)


def _attached(outer: ReadingFile, result: ReadResult, content: bytes, at: int) -> Read:
    """Keep a file that came inside another as a file of its own, bit for bit."""
    file = ReadingFile(
        reading=outer.reading,
        within=outer,
        position=at,
        name=name_within(outer, result.name),
        size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest() if content else "",
        content=content,
    )
    keeping.add_file(file)
    _keep(file, result)
    return Read(file, result)


def _keep(file: ReadingFile, result: ReadResult) -> None:
    """Keep a file's text, or why there is none."""
    document = result.document
    if document is None:
        keeping.set_file(
            file, is_read=True, is_whole=False, outcome=str(result.refusal)
        )
        return
    keeping.set_file(
        file,
        is_read=True,
        is_whole=document.is_complete,
        # PostgreSQL keeps every character but NUL.
        text=document.whole_text().replace("\0", "\N{REPLACEMENT CHARACTER}"),
        places=places_of(document),
        remarks=[str(each) for each in document.remarks],
        outcome="",
    )


def places_of(document: Document) -> list[list[int | None]]:
    """Return the character, page and line where each piece of the text begins."""
    pieces = (
        place
        for block in (*document.blocks, *document.aside)
        for place in (
            [row[0].place for row in block.rows if row]
            if isinstance(block, Table)
            else [block.place]
        )
    )
    return [[place.span.start, place.page, place.line] for place in pieces]


def _tied(
    understanding: Understanding, read: list[Read], existing: "Rows"
) -> dict[str, ReadingFile]:
    """Return each document's file, by the key that the understanding gives it."""
    by_result = {id(each.result): each.file for each in read}
    known = {row["sha256"]: row["key"] for row in existing.get("documents", ())}
    taken = {row["key"] for row in existing.get("documents", ())}
    files: dict[str, ReadingFile] = {}
    for document in understanding.documents:
        file = by_result[id(document.result)]
        key = known.get(file.sha256) or _free(document.key, taken)
        taken.add(key)
        files[document.key] = file
        _tell(file, document, key)
    return files


def _free(wish: str, taken: set[str]) -> str:
    key, count = wish, 1
    while key in taken:
        count += 1
        key = f"{wish}-{count}"
    return key


def _tell(file: ReadingFile, document: UnderstoodDocument, key: str) -> None:
    if document.result.document is None:
        return
    first = document.parts[0] if document.parts else None
    values = {
        "document_key": key,
        "title": title_of(document),
        "kind": document.kind.value,
        "outcome": _outcome(file, document),
        "parts": [[part.kind.value, part.title] for part in document.parts],
    }
    if first:
        values["kind_certainty"] = first.certainty.value
    keeping.set_file(file, **values)


def _outcome(file: ReadingFile, document: UnderstoodDocument) -> str:
    characters = f"{number(len(file.text))} tecken text"
    if document.kind is DocumentKind.PAPER:
        said = f"Läst, {characters}. Slaget kändes inte igen; den sparas som handling."
    else:
        said = f"Läst som {document.kind.swedish}, {characters}."
    return said if file.is_whole else f"Ofullständigt läst. {said}"


def _draw(file: ReadingFile, proposal: Proposal) -> None:
    """Keep pictures of the pages that something was read from."""
    pages: set[int] = {
        quote["page"]
        for quote in _quotes(proposal)
        if quote["file"] == file.pk and quote["page"]
    }
    if not pages or not file.sha256:
        return
    pictures = draw_pages(_content(file), pages)
    keeping.replace_pictures(
        file,
        [
            PagePicture(
                file=file,
                page=each.page,
                width_points=each.width_points,
                height_points=each.height_points,
                png=each.png,
            )
            for each in pictures
        ],
    )


def _quotes(proposal: Proposal) -> Iterator[dict[str, Any]]:
    for record in proposal.records:
        for value in record.values.values():
            yield from value["quotes"]
    for clash in proposal.contradictions:
        yield from clash["places"]
