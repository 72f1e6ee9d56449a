"""A record's own page: what it says, what hangs on it, its sources and its history."""

from collections.abc import Iterator
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.records.models import Citation, Record
from radslag.records.sections import SECTIONS
from radslag.services.access import Viewer
from radslag.services.records_read import (
    Children,
    FieldRead,
    HistoryLine,
    Link,
    Listed,
    RecordRead,
    Source,
    record_read,
)
from radslag.web import showing
from radslag.web.access import TABLE
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.written_values import written

# A longer text stands below the short facts, with its own heading.
LONGEST_FACT = 160
# What only those may read who may open a page that shows it.
_READ_ON = {"accepted_findings": "review"}


def readable_sections(viewer: Viewer) -> list[str]:
    """Return the sections whose records the viewer may read one by one."""
    return [
        section
        for section in SECTIONS
        if section not in _READ_ON or viewer.has_any(TABLE[_READ_ON[section]].roles)
    ]


def record(
    request: HttpRequest, cooperation: str, section: str, key: str
) -> HttpResponse:
    """Show a record; one that is removed tells when and by whom."""
    visit = cast("Visit", request)
    if section not in readable_sections(visit.viewer):
        raise Http404
    found = record_read(section, key)
    if found is None:
        raise Http404
    return render(
        request,
        "secretariat/record.html",
        {
            "found": found,
            "kind": translated(found.kind),
            "facts": list(_facts(found, cooperation)),
            "texts": [
                (translated(field.label), field.value)
                for field in found.fields
                if _is_long(field)
            ],
            "missing": [
                translated(field.label) for field in found.fields if field.is_empty
            ],
            "children": [_children(each, cooperation) for each in found.children],
            "sources": [_source(each, cooperation) for each in found.sources],
            "history": [_line(each, cooperation) for each in found.history],
            "removal": _removal(found),
            "context": _context(found, cooperation),
        },
    )


def _facts(found: RecordRead, cooperation: str) -> Iterator[showing.Shown]:
    cited = {source.citation.field for source in found.sources}
    for field in found.fields:
        if field.is_empty or _is_long(field):
            continue
        shown = _value(field.name, field.link or field.value, cooperation)
        yield {
            "label": translated(field.label),
            "is_cited": field.name in cited,
            **shown,
        }


def _is_long(field: FieldRead) -> bool:
    value = field.value
    return isinstance(value, str) and (len(value) > LONGEST_FACT or "\n" in value)


def _value(name: str, value: Any, cooperation: str) -> showing.Shown:  # noqa: ANN401 - any column's value
    """Return a value in Swedish form, with its address if it is another record."""
    if isinstance(value, Link):
        address = showing.record_address(value.section, value.key, cooperation)
        return {"value": value.name, "url": address}
    said = translated(value) if isinstance(value, Listed) else written(name, value)
    return {"value": said, "url": ""}


def _children(children: Children, cooperation: str) -> showing.Shown:
    return {
        "label": translated(children.label),
        "how": translated(children.how),
        "total": children.total,
        "left_out": children.left_out,
        "links": [
            (each.name, showing.record_address(each.section, each.key, cooperation))
            for each in children.links
        ],
    }


def _source(source: Source, cooperation: str) -> showing.Shown:
    citation: Citation = source.citation
    return {
        "label": translated(source.label),
        "citation": citation,
        "document": citation.document,
        "url": showing.record_address("documents", citation.document.key, cooperation),
        "words_url": _words_address(citation, cooperation),
    }


def _words_address(citation: Citation, cooperation: str) -> str:
    """Return where the words are shown in their document, if it was read here."""
    if citation.starts_at_character is None:
        return ""
    about = [cooperation, citation.section, citation.record_key]
    return f"{reverse('source', args=about)}?hanvisning={citation.key}#orden"


def _line(line: HistoryLine, cooperation: str) -> showing.Shown:
    return {
        "change": line.change,
        "fields": [
            {
                "label": translated(each.label),
                "before": _value(each.name, each.before, cooperation),
                "after": _value(each.name, each.after, cooperation),
            }
            for each in line.fields
        ],
    }


def _removal(found: RecordRead) -> showing.Shown | None:
    change = found.removal
    if change is None:
        return None
    return {"at": change.changed_at, "by": change.changed_by_name}


def _context(found: RecordRead, cooperation: str) -> tuple[str, str] | None:
    """Return label and address of the page where the record stands among its kind."""
    if found.record is None:
        return None
    row: Any = found.record
    address = showing.address_of(
        found.section,
        found.key,
        cooperation,
        year=_year_of(row),
        paragraph=_paragraph_of(found.section, row),
        path=_path_of(found.section, row),
    )
    own = showing.record_address(found.section, found.key, cooperation)
    return None if address == own else (_("Visa i sitt sammanhang"), address)


def _path_of(section: str, row: Any) -> tuple[str, ...]:  # noqa: ANN401 - any record
    """Return the keys that the page of the record's kind is found by."""
    if section in {"programmes", "meetings", "bodies"}:
        return (row.key,)
    if section == "goals":
        return (row.programme.key, row.key)
    if section == "adoptions":
        return (row.programme.key, row.board.key)
    if section == "decisions":
        return (row.item.meeting.key,)
    if section == "verifiers":
        return (row.minutes.meeting.key,)
    meeting = getattr(row, "meeting", None)
    return (meeting.key,) if meeting is not None else ()


def _year_of(row: Any) -> int | None:  # noqa: ANN401 - some kinds of record have these
    """Return the year that a record is shown under."""
    plan = getattr(row, "plan", None)
    counted_on = getattr(row, "counted_on", None)
    if counted_on is not None:
        # The population of a year's last day decides the next year's fees.
        return int(counted_on.year) + 1
    year = getattr(plan or row, "year", None)
    return int(year) if year else None


def _paragraph_of(section: str, row: Record) -> str:
    paragraph: Any = row if section == "paragraphs" else getattr(row, "paragraph", None)
    return str(getattr(paragraph, "number", ""))
