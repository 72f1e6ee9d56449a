"""The ways between the pages of a reading, in a cooperation and before there is one."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import Cooperation, Reading, ReadingFile
from radslag.services.journal import Actor
from radslag.services.readings.listing import ALL, LEFT, THERE, find
from radslag.web import clock
from radslag.web.gate import Visit


@dataclass(frozen=True)
class Ways:
    """Where the pages are; without a cooperation they are an administrator's."""

    cooperation: str = ""

    def to(self, page: str = "", /, *args: Any, **words: Any) -> str:
        """Return the address of a page: "one", "choose", "document"."""
        ending = f"-{page}" if page else ""
        if self.cooperation:
            address = reverse(f"readings{ending}", args=[self.cooperation, *args])
        else:
            address = reverse(f"first-readings{ending}", args=args)
        said = {name: value for name, value in words.items() if value not in (None, "")}
        return f"{address}?{urlencode(said)}" if said else address


def review_url(ways: Ways, reading: Reading, **words: Any) -> str:
    """Return the address of a reading's review; once applied, of what is left of it."""
    shown = words.pop("visa", ALL)
    if shown not in (LEFT, THERE):
        shown = ALL if reading.state != ReadingState.READ else ""
    address = ways.to("one", reading.pk, visa=shown, **words)
    post = words.get("post")
    return f"{address}#p{post}" if post else address


def ways_of(request: HttpRequest) -> Ways:
    """Return the ways from where the request is."""
    here = cooperation_of(request)
    return Ways(here.key if here else "")


def cooperation_of(request: HttpRequest) -> Cooperation | None:
    """Return the cooperation that the address names, if it names one."""
    return cast("Visit", request).cooperation


def reading_of(request: HttpRequest, number: int) -> Reading:
    """Return the reading that the address names, or answer that there is none."""
    reading = find(number, cooperation_of(request))
    if reading is None:
        raise Http404
    return reading


def file_of(reading: Reading, number: int) -> ReadingFile:
    """Return a file of a reading with its text, or answer that there is none."""
    file = reading.files.defer("content").filter(pk=number).first()
    if file is None:
        raise Http404
    return file


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts, now."""
    viewer = cast("Visit", request).viewer
    return Actor(viewer.name, clock.now(), viewer.user_id)


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a whole number that the address says, or nothing."""
    said = request.GET.get(name, "")
    # No row has a number that a database cannot hold.
    return int(said) if said.isdecimal() and len(said) < 16 else None  # noqa: PLR2004 - digits of such a number
