"""One reading: how far it has come, and what it proposes to be looked through."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.agreement.vocabulary import (
    Choice,
    DocumentKind,
    ReadingState,
    Severity,
)
from radslag.records.models import ProposedRecord, Reading, ReadingFile
from radslag.records.sections import SECTIONS
from radslag.services.readings import choosing
from radslag.services.readings.listing import (
    ALL,
    LEFT,
    THERE,
    Labels,
    Numbers,
    clashes_left,
    files_of,
    labels_for,
    numbers_of,
    page_of,
    progress_of,
    waiting_before,
)
from radslag.services.readings.proposing import PROBABLE
from radslag.services.readings.sending import earlier_of, twins_in
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.applying import applied
from radslag.web.secretariat.readings.documents import pane
from radslag.web.secretariat.readings.kinds import kinds_of
from radslag.web.secretariat.readings.shown import (
    document_url,
    record_shown,
    short_place,
    telling_quotes,
)
from radslag.web.secretariat.readings.ways import (
    Ways,
    actor_of,
    number_in,
    reading_of,
    review_url,
    ways_of,
)
from radslag.web.showing import READING_KINDS

_MARKS = {
    Severity.ERROR: "danger",
    Severity.WARNING: "warning",
    Severity.NOTE: "info",
}
FIRST_CLASHES = 5
UNDER_WAY = (ReadingState.WAITING, ReadingState.READING)


def reading(request: HttpRequest, number: int, cooperation: str = "") -> HttpResponse:
    """Show a reading as it is now: on its way, to be reviewed, or done."""
    found = reading_of(request, number)
    state = ReadingState(found.state)
    if state in UNDER_WAY or state is ReadingState.FAILED:
        return _under_way(request, found)
    if state is ReadingState.READ or "visa" in request.GET:
        return _review(request, found)
    return applied(request, found)


def _under_way(request: HttpRequest, reading: Reading) -> HttpResponse:
    ways = ways_of(request)
    read, every = progress_of(reading)
    state = ReadingState(reading.state)
    files = files_of(reading)
    return render(
        request,
        "secretariat/readings/progress.html",
        {
            "reading": reading,
            "state": state,
            "kind": READING_KINDS[state],
            "is_under_way": state in UNDER_WAY,
            "is_waiting": state is ReadingState.WAITING,
            "is_comparing": state is ReadingState.READING and read == every,
            "before": waiting_before(reading) if state is ReadingState.WAITING else 0,
            "read": read,
            "every": every,
            "files": files_shown(reading, files, ways),
            "again_url": ways.to("again", reading.pk),
            "forget_url": ways.to("forget", reading.pk),
            "list_url": ways.to(),
        },
    )


def files_shown(
    reading: Reading, files: list[ReadingFile], ways: Ways
) -> list[dict[str, Any]]:
    """Return the files with what became of each, and of the same file before."""
    earlier = earlier_of(files, reading.cooperation)
    is_one_of_many = len(files) > 1 and reading.state in choosing.UNDER_REVIEW
    twins = twins_in(files)
    return [
        {
            "id": file.pk,
            "name": file.name,
            "kind": translated(file.get_kind_display()) if file.document_key else "",
            "certainty": file.kind_certainty if file.document_key else "",
            "is_read": file.is_read,
            "is_same": file.pk in twins,
            # Until all are read together none has a key; a refused one says why.
            "is_refused": file.is_read
            and not file.document_key
            and bool(file.outcome)
            and file.pk not in twins,
            "is_whole": file.is_whole,
            "outcome": file.outcome,
            "remarks": file.remarks,
            "parts": len(file.parts),
            "earlier": str(earlier[file.sha256]) if file.sha256 in earlier else "",
            "url": ways.to("document", reading.pk, file.pk)
            if file.document_key
            else "",
            "is_unknown": bool(file.document_key) and file.kind == DocumentKind.PAPER,
            "kinds": kinds_of(reading, file),
            "kind_url": ways.to("kind", reading.pk, file.pk),
            "only_url": review_url(ways, reading, handling=file.pk)
            if file.document_key and is_one_of_many
            else "",
        }
        for file in files
    ]


def _review(request: HttpRequest, reading: Reading) -> HttpResponse:
    ways = ways_of(request)
    shown = request.GET.get("visa", ALL)
    file = number_in(request, "handling")
    is_later = reading.state != ReadingState.READ
    page = page_of(reading, shown, file, request.GET.get("page", ""))
    records = list(page)
    for each in records:
        each.reading = reading
    files = files_of(reading)
    labels = labels_for(reading, records)
    numbers = numbers_of(reading)
    left = clashes_left(reading)
    clashes = _clashes(left, reading, files, ways) if page.number == 1 else []
    focus = _focus(records, number_in(request, "post"))
    shown_files = files_shown(reading, files, ways)
    here = {
        "visa": shown,
        "handling": file,
        "page": page.number if page.number > 1 else "",
    }
    return render(
        request,
        "secretariat/readings/review.html",
        {
            "reading": reading,
            "numbers": numbers,
            "summary": summary(left, numbers),
            "is_later": is_later,
            # What somebody must do something about comes first.
            "files": sorted(shown_files, key=lambda each: not each["is_refused"]),
            "refused": sum(each["is_refused"] for each in shown_files),
            "unknown": sum(each["is_unknown"] for each in shown_files),
            "shown": shown,
            "only": next((each for each in files if each.pk == file), None),
            "only_id": file or "",
            "all_url": review_url(ways, reading),
            "one_url": ways.to("one", reading.pk),
            "groups": _groups(_in_line(records, labels, ways, here), records),
            "pages": page,
            "focus": focus.pk if focus else 0,
            "document": _document(request, reading, focus, ways),
            "clashes": clashes[:FIRST_CLASHES],
            "further_clashes": clashes[FIRST_CLASHES:],
            "number_of_clashes": len(clashes),
            # Once something is applied, the review of the cooperation itself tells.
            "findings": [] if is_later else _findings(reading),
            "filters": _filters(reading, shown, file, numbers, ways),
            "choose_url": ways.to("choose", reading.pk),
            "apply_url": ways.to("apply", reading.pk),
            "forget_url": ways.to("forget", reading.pk),
            "may_take_back": choosing.may_take_back(actor_of(request), reading),
        },
    )


def _focus(records: list[ProposedRecord], asked: int | None) -> ProposedRecord | None:
    first = next(iter(records), None)
    return next((each for each in records if each.pk == asked), first)


def _document(
    request: HttpRequest, reading: Reading, focus: ProposedRecord | None, ways: Ways
) -> dict[str, Any] | None:
    if focus is None:
        return None
    told = (quote["file"] for quote in telling_quotes(focus) if quote["file"])
    number: int | None = next(told, focus.file_id)
    if number is None:
        return None
    file = reading.files.defer("content").filter(pk=number).first()
    if file is None:
        return None
    return pane(request, reading, file, ways, focus)


def _in_line(
    records: list[ProposedRecord], labels: Labels, ways: Ways, here: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the records as shown, each knowing which one comes next."""
    following: list[int | str] = [each.pk for each in records[1:]]
    following += [""] * bool(records)
    return [
        record_shown(each, labels, ways)
        | {
            "next_id": after,
            "here_url": review_url(ways, each.reading, post=each.pk, **here),
        }
        for each, after in zip(records, following, strict=True)
    ]


def _groups(
    shown: list[dict[str, Any]], records: list[ProposedRecord]
) -> list[dict[str, Any]]:
    """Group what asks by itself, and the rest by its kind."""

    def heading(pair: tuple[dict[str, Any], ProposedRecord]) -> str:
        record = pair[1]
        if record.rank < PROBABLE:
            return _("Att ta ställning till")
        plural = SECTIONS[record.section]._meta.verbose_name_plural
        return translated(plural).capitalize()

    pairs = zip(shown, records, strict=True)
    groups = [(title, list(some)) for title, some in groupby(pairs, key=heading)]
    return [
        {
            "title": title,
            "records": [each for each, _record in some],
            "probable": [
                record.pk
                for _each, record in some
                if record.rank == PROBABLE and record.choice == Choice.OPEN
            ],
        }
        for title, some in groups
    ]


def summary(left: list[dict[str, Any]], numbers: Numbers) -> str:
    """Say how far the choosing has come, in one line; and what is contradicted."""
    clashes = len(left)
    parts = [
        ngettext("%(n)s godkänd", "%(n)s godkända", numbers.accepted)
        % {"n": numbers.accepted},
        ngettext("%(n)s tveksam", "%(n)s tveksamma", numbers.doubtful_left)
        % {"n": numbers.doubtful_left},
        ngettext("%(n)s trolig", "%(n)s troliga", numbers.probable_left)
        % {"n": numbers.probable_left},
        ngettext("%(n)s motsägelse", "%(n)s motsägelser", clashes) % {"n": clashes},
    ]
    return ", ".join(parts)


def _clashes(
    left: list[dict[str, Any]], reading: Reading, files: list[ReadingFile], ways: Ways
) -> list[dict[str, Any]]:
    titles = {file.pk: file.title or file.name for file in files}
    return [
        {
            "label": clash.get("label", ""),
            "sentence": clash["sentence"],
            "places": [
                {
                    "words": quote["words"],
                    "where": _where(quote, titles),
                    "url": document_url(ways, reading.pk, quote)
                    if quote["file"]
                    else "",
                }
                for quote in clash["places"]
            ],
        }
        for clash in left
    ]


def _where(quote: dict[str, Any], titles: dict[int, str]) -> str:
    title = titles.get(quote["file"], quote["document"])
    return f"{title}, {short_place(quote)}"


def _findings(reading: Reading) -> list[dict[str, Any]]:
    return [
        finding | {"kind": _MARKS[Severity(finding["severity"])]}
        for finding in reading.findings
    ]


def _filters(
    reading: Reading, shown: str, file: int | None, numbers: Numbers, ways: Ways
) -> list[dict[str, Any]]:
    found = [
        (ALL, _("Alla"), numbers.all),
        (LEFT, _("Inte avgjorda"), numbers.left),
        (THERE, _("Finns redan"), numbers.there),
    ]
    return [
        {
            "label": label,
            "number": number,
            "url": review_url(ways, reading, visa=name, handling=file),
            "is_current": name == shown,
        }
        for name, label, number in found
        if number or name == shown
    ]
