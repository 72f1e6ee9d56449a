"""Choosing in the browser: what is said of proposed records, with script or without."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from radslag.agreement.vocabulary import Choice
from radslag.records.models import Reading
from radslag.services.readings import choosing
from radslag.services.readings.listing import clashes_left, labels_for, numbers_of
from radslag.services.readings.needing import accept_needed, leave_blocked
from radslag.web.secretariat.readings.reviewing import summary
from radslag.web.secretariat.readings.shown import record_shown
from radslag.web.secretariat.readings.ways import (
    actor_of,
    reading_of,
    review_url,
    ways_of,
)

# Choices of many that are made on the page before reading in.
_BEFORE_APPLYING = {
    "det-som-behovs": accept_needed,
    "lamna-till-senare": leave_blocked,
}


def choose(request: HttpRequest, number: int, cooperation: str = "") -> HttpResponse:
    """Take a choice: of one record, of many at once, or one's latest one back."""
    found = reading_of(request, number)
    chosen: list[int] = []
    try:
        if request.POST.get("val") in _BEFORE_APPLYING:
            _BEFORE_APPLYING[request.POST["val"]](actor_of(request), found)
            return redirect(ways_of(request).to("apply", found.pk))
        if request.POST.get("val") == "hoppa-over-resten":
            return _skipped(request, found)
        chosen = _chosen(request, found)
    except choosing.CannotChoose as cannot:
        if is_part(request):
            return refused(request, str(cannot))
        messages.error(request, str(cannot))
    if is_part(request):
        return answered(request, found, chosen)
    return redirect(_onwards(request, found, chosen))


def _skipped(request: HttpRequest, reading: Reading) -> HttpResponse:
    number = choosing.skip_left(actor_of(request), reading)
    told = ngettext("%(n)s post hoppas över.", "%(n)s poster hoppas över.", number)
    messages.success(request, told % {"n": number})
    return redirect(ways_of(request).to("one", reading.pk))


def _chosen(request: HttpRequest, reading: Reading) -> list[int]:
    """Make the choice that is asked for; return the records to be shown anew."""
    actor, said = actor_of(request), request.POST.get("val", "")
    if said == "alla-sakra":
        number = choosing.accept_certain(actor, reading)
        told = ngettext("%(n)s säker är godkänd.", "%(n)s säkra är godkända.", number)
        messages.success(request, told % {"n": number})
    elif said == "troliga":
        choosing.accept_probable(actor, reading, _listed(request))
    elif said == "angra":
        return choosing.take_back(actor, reading)
    elif said in (Choice.ACCEPTED, Choice.SKIPPED):
        seen = request.POST.get("stod", "")
        number = _asked(request)
        choosing.choose_for(actor, reading, number, Choice(said), seen=seen)
        return [number]
    return []


def _asked(request: HttpRequest) -> int:
    said = request.POST.get("post", "")
    return int(said) if said.isdecimal() else 0


def _listed(request: HttpRequest) -> list[int]:
    said = request.POST.getlist("rad")
    return [int(each) for each in said if each.isdecimal() and len(each) < 16]  # noqa: PLR2004 - digits of a row's number


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
    rows = (
        reading.proposals.filter(pk__in=chosen).select_related("reading")
        if len(chosen) == 1
        else ()
    )
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
            "summary": summary(clashes_left(reading), numbers),
            "records": [record_shown(each, labels, ways) for each in records],
            "is_many": len(chosen) != 1,
            "choose_url": ways.to("choose", reading.pk),
            "apply_url": ways.to("apply", reading.pk),
            "may_take_back": choosing.may_take_back(actor_of(request), reading),
        },
    )


def _onwards(request: HttpRequest, reading: Reading, chosen: list[int]) -> str:
    """Return the page again, at the next record, or at the one taken back."""
    here = request.POST.get("sida", "")
    shown = request.POST.get("visa", "")
    onwards = request.POST.get("nasta", "")
    file = request.POST.get("handling", "")
    at = str(chosen[0]) if request.POST.get("val") == "angra" and chosen else onwards
    return review_url(
        ways_of(request),
        reading,
        visa=shown,
        page=here if here.isdecimal() and here != "1" else "",
        handling=file if file.isdecimal() else "",
        post=at if at.isdecimal() else "",
    )
