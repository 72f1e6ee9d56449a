"""From files that were read to what they tell, all of them together.

Agreements, programmes and plans are taken first, whatever order the files come in,
because they name the parties, bodies and goals that minutes and decisions speak of.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Document, ReadResult
from radslag.formats.slugs import slug
from radslag.formats.understanding.contents import with_contents_told
from radslag.formats.understanding.document_year import (
    year_of_document,
    year_of_texts,
)
from radslag.formats.understanding.extracting import ORDER, extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.holding import Together, contradictions
from radslag.formats.understanding.inferring import infer
from radslag.formats.understanding.model import (
    Contradiction,
    PartOfDocument,
    Understanding,
    UnderstoodDocument,
)
from radslag.formats.understanding.naming import name_cooperation
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from radslag.formats.understanding.source import Source

# The rows a cooperation already has, by section, as an exported file has them.
Known: TypeAlias = Mapping[str, Sequence[Mapping[str, Any]]]
KindSaid: TypeAlias = Callable[[ReadResult], DocumentKind | None]
NOT_COMPARED = (
    "Handlingarna kunde inte jämföras färdigt med varandra ({error}). Det som lästes "
    "finns med; motsägelser mellan dem får sökas för hand."
)
# Whose names are the cooperation's own words.
NAMED = ("municipalities", "bodies", "people", "outside_parties")
NOT_UNDERSTOOD = (
    "En del av handlingen, {kind} ”{title}”, kunde inte tolkas färdigt ({error}). Det "
    "som hann läsas ur den finns med; resten behöver föras in för hand."
)


def nobody_said(_result: ReadResult) -> None:
    """Say of no file what kind it is."""


def understand(
    results: Iterable[ReadResult],
    known: Known | None = None,
    fingerprints: Sequence[str] = (),
    kind_said: KindSaid = nobody_said,
) -> Understanding:
    """Return what the files tell, held against each other and what is known already.

    A file that was refused, and one that is of no known kind, is among the documents
    all the same, and said to be so. `fingerprints` are the files' SHA-256, in the same
    order, where they are wanted. `kind_said` answers what somebody has said that a
    file is; None where it is to be recognised. Nothing is stored and nothing guessed.
    """
    documents, portions = [], []
    for key, result, sha256 in _keyed(results, fingerprints):
        document, its_portions = _recognised(
            key, result, known or {}, kind_said(result)
        )
        documents.append(replace(document, sha256=sha256))
        portions += its_portions
    gathering = Gathering()
    remarks = [
        remark
        for portion in sorted(portions, key=_turn)
        if (remark := _extracted(portion, gathering))
    ]
    if not known:
        name_cooperation(sorted(portions, key=_turn), gathering)
    clashes = _held_together(Together(portions, gathering), known or {})
    understanding = Understanding(
        tuple(documents),
        tuple(gathering),
        (*gathering.contradictions, *clashes),
        (*remarks, *gathering.remarks),
    )
    return _linked(understanding, known) if known else understanding


def _held_together(together: Together, known: Known) -> tuple[Contradiction, ...]:
    """Infer and compare; a fault there is told of and loses nothing that was read."""
    try:
        infer(together, known)
        return tuple(contradictions(together))
    except Exception as error:
        together.gathering.remarks.append(NOT_COMPARED.format(error=repr(error)))
        return ()


def _linked(understanding: Understanding, known: Known) -> Understanding:
    from radslag.formats.understanding.linking import link  # noqa: PLC0415 - as above.

    return link(understanding, known)


def _extracted(portion: Portion, gathering: Gathering) -> str:
    """Extract a part, or return the sentence that says that it could not be done."""
    try:
        extract(portion, gathering)
    except Exception as error:
        return NOT_UNDERSTOOD.format(
            kind=portion.kind.swedish, title=portion.part.title, error=repr(error)
        )
    return ""


def _keyed(
    results: Iterable[ReadResult], fingerprints: Sequence[str]
) -> Iterator[tuple[str, ReadResult, str]]:
    taken: set[str] = set()
    for number, whole in enumerate(results):
        sha256 = fingerprints[number] if number < len(fingerprints) else ""
        for result in _with_attachments(whole):
            wish = slug(result.name.rpartition(".")[0] or result.name) or "dokument"
            key = next(k for k in _numbered(wish) if k not in taken)
            taken.add(key)
            yield key, result, sha256 if result is whole else ""


def _with_attachments(result: ReadResult) -> Iterator[ReadResult]:
    yield result
    for attached in result.document.attachments if result.document else ():
        yield from _with_attachments(attached)


def _numbered(wish: str) -> Iterator[str]:
    yield wish
    number = 2
    while True:
        yield f"{wish}-{number}"
        number += 1


def _recognised(
    key: str, result: ReadResult, known: Known, said: DocumentKind | None
) -> tuple[UnderstoodDocument, list[Portion]]:
    if result.document is None:
        return UnderstoodDocument(key, result.name, result), []
    document = with_contents_told(result.document)
    source = _source(key, document, known)
    parts = recognise(source, said)
    kind = parts[0].kind if parts else DocumentKind.PAPER
    year = year_of_document(document, kind)
    portions = [
        Portion(source, part, _year_of(source, part) or year, kind) for part in parts
    ]
    return UnderstoodDocument(key, result.name, result, kind, parts), portions


def _source(key: str, document: Document, known: Known) -> Source:
    from radslag.formats.mending import mend  # noqa: PLC0415 - few readings need it all.

    names = {str(row["name"]) for section in NAMED for row in known.get(section, ())}
    mended = mend(document, names)
    return Source(key, document, mended if mended.mendings else None)


def _year_of(source: Source, part: PartOfDocument) -> int | None:
    """Return the year that an annex or the like says that it is of itself."""
    blocks = source.document.blocks[part.first : min(part.last, part.first + 2)]
    return year_of_texts([block.text for block in blocks], part.kind)


def _turn(portion: Portion) -> int:
    return ORDER.index(portion.kind) if portion.kind in ORDER else len(ORDER)


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes, by which the same file is known again."""
    return hashlib.sha256(content).hexdigest()
