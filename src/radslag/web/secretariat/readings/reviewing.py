"""One reading: how far it has come, and what it proposes to be looked through."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.agreement.vocabulary import Choice, ReadingState, Severity
from radslag.records.models import ProposedRecord, Reading, ReadingFile
from radslag.records.sections import SECTIONS
from radslag.services.readings import choosing
from radslag.services.readings.listing import (
    ALL,
    LEFT,
    THERE,
    Labels,
    Numbers,
    files_of,
    labels_for,
    numbers_of,
    page_of,
    progress_of,
    waiting_before,
)
from radslag.services.readings.needing import accept_needed
from radslag.services.readings.proposing import PROBABLE
from radslag.services.readings.sending import earlier_of
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.applying import applied
from radslag.web.secretariat.readings.documents import pane
from radslag.web.secretariat.readings.sending import KINDS
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
    ways_of,
)

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
    if state is ReadingState.READ:
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
            "kind": KINDS[state],
            "is_under_way": state in UNDER_WAY,
            "is_waiting": state is ReadingState.WAITING,
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
    return [
        {
            "id": file.pk,
            "name": file.name,
            "kind": translated(file.get_kind_display()) if file.document_key else "",
            "certainty": file.kind_certainty if file.document_key else "",
            "is_read": file.is_read,
            "is_refused": file.is_read and not file.document_key,
            "is_whole": file.is_whole,
            "outcome": file.outcome,
            "remarks": file.remarks,
            "parts": len(file.parts),
            "earlier": str(earlier[file.sha256]) if file.sha256 in earlier else "",
            "url": ways.to("document", reading.pk, file.pk)
            if file.document_key
            else "",
            "only_url": ways.to("one", reading.pk, handling=file.pk)
            if file.document_key and len(files) > 1 and reading.state == "read"
            else "",
        }
        for file in files
    ]


def _review(request: HttpRequest, reading: Reading) -> HttpResponse:
    ways = ways_of(request)
    shown = request.GET.get("visa", ALL)
    file = number_in(request, "handling")
    page = page_of(reading, shown, file, request.GET.get("page", ""))
    records = list(page)
    files = files_of(reading)
    labels = labels_for(reading, records)
    numbers = numbers_of(reading)
    clashes = _clashes(reading, files, ways) if page.number == 1 else []
    focus = _focus(records, number_in(request, "post"))
    return render(
        request,
        "secretariat/readings/review.html",
        {
            "reading": reading,
            "numbers": numbers,
            "summary": summary(reading, numbers),
            "files": files_shown(reading, files, ways),
            "shown": shown,
            "only": next((each for each in files if each.pk == file), None),
            "only_id": file or "",
            "all_url": ways.to("one", reading.pk),
            "groups": _groups(_in_line(records, labels, ways), records),
            "pages": page,
            "focus": focus.pk if focus else 0,
            "document": _document(request, reading, focus, ways),
            "clashes": clashes[:FIRST_CLASHES],
            "further_clashes": clashes[FIRST_CLASHES:],
            "number_of_clashes": len(clashes),
            "findings": _findings(reading),
            "filters": _filters(reading, shown, file, numbers, ways),
            "choose_url": ways.to("choose", reading.pk),
            "apply_url": ways.to("apply", reading.pk),
            "forget_url": ways.to("forget", reading.pk),
            "may_take_back": bool(reading.steps),
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
    records: list[ProposedRecord], labels: Labels, ways: Ways
) -> list[dict[str, Any]]:
    """Return the records as shown, each knowing which one comes next."""
    following: list[int | str] = [each.pk for each in records[1:]]
    following += [""] * bool(records)
    return [
        record_shown(each, labels, ways) | {"next_id": after}
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
    return [
        {"title": title, "records": [each for each, _record in some]}
        for title, some in groupby(pairs, key=heading)
    ]


def summary(reading: Reading, numbers: Numbers) -> str:
    """Say how far the choosing has come, in one line."""
    clashes = len(reading.contradictions)
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
    reading: Reading, files: list[ReadingFile], ways: Ways
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
        for clash in reading.contradictions
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
            "url": ways.to(
                "one",
                reading.pk,
                visa=name if name != ALL else "",
                handling=file,
            ),
            "is_current": name == shown,
        }
        for name, label, number in found
        if number or name == shown
    ]


def choose(request: HttpRequest, number: int, cooperation: str = "") -> HttpResponse:
    """Take a choice: of one record, of all that are certain, or the latest one back."""
    found = reading_of(request, number)
    actor = actor_of(request)
    said = request.POST.get("val", "")
    chosen: list[int] = []
    try:
        if said == "alla-sakra":
            accepted = choosing.accept_certain(actor, found)
            messages.success(
                request,
                ngettext(
                    "%(n)s säker är godkänd.", "%(n)s säkra är godkända.", accepted
                )
                % {"n": accepted},
            )
        elif said == "det-som-behovs":
            accept_needed(actor, found)
            return redirect(ways_of(request).to("apply", found.pk))
        elif said == "angra":
            chosen = choosing.take_back(found)
        elif said in (Choice.ACCEPTED, Choice.SKIPPED):
            record = choosing.choose_for(actor, found, _asked(request), Choice(said))
            chosen = [record.pk]
    except choosing.CannotChoose as cannot:
        if is_part(request):
            return refused(request, str(cannot))
        messages.error(request, str(cannot))
    if is_part(request):
        return answered(request, found, chosen)
    return redirect(_onwards(request, found, chosen))


def _asked(request: HttpRequest) -> int:
    said = request.POST.get("post", "")
    return int(said) if said.isdecimal() else 0


def is_part(request: HttpRequest) -> bool:
    """Say whether a script asks for a part of the page."""
    return request.headers.get("X-Radslag-Part") == "reading"


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """Tell a script why a choice could not be made."""
    context = {"refusal": sentence}
    return render(request, "secretariat/readings/_refused.html", context)


def answered(request: HttpRequest, reading: Reading, chosen: list[int]) -> HttpResponse:
    """Give a script the records that were chosen, and the new counts.

    Of many at once, the page is to be asked for anew.
    """
    reading.refresh_from_db()
    rows = reading.proposals.filter(pk__in=chosen) if len(chosen) == 1 else ()
    records = list(rows)
    ways = ways_of(request)
    labels = labels_for(reading, records)
    numbers = numbers_of(reading)
    return render(
        request,
        "secretariat/readings/_chosen.html",
        {
            "reading": reading,
            "numbers": numbers,
            "summary": summary(reading, numbers),
            "records": [record_shown(each, labels, ways) for each in records],
            "is_many": len(chosen) != 1,
            "choose_url": ways.to("choose", reading.pk),
            "apply_url": ways.to("apply", reading.pk),
            "may_take_back": bool(reading.steps),
        },
    )


def _onwards(request: HttpRequest, reading: Reading, chosen: list[int]) -> str:
    """Return the page again, at the next record, or at the one taken back."""
    here = request.POST.get("sida", "")
    shown = request.POST.get("visa", "")
    onwards = request.POST.get("nasta", "")
    file = request.POST.get("handling", "")
    at = str(chosen[0]) if request.POST.get("val") == "angra" and chosen else onwards
    address = ways_of(request).to(
        "one",
        reading.pk,
        page=here if here.isdecimal() and here != "1" else "",
        visa=shown if shown in (LEFT, THERE) else "",
        handling=file if file.isdecimal() else "",
        post=at if at.isdecimal() else "",
    )
    return f"{address}#p{at}" if at.isdecimal() else address
