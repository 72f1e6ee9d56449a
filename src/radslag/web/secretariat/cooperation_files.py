"""The cooperation as a file: taken out whole, and read in again."""

from functools import partial
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from radslag.services.cooperation_file import export
from radslag.services.first_run import load_into
from radslag.web.gate import Visit
from radslag.web.secretariat import file_reading
from radslag.web.secretariat.file_reading import Reading

WAYS = {"yaml": "application/yaml", "json": "application/json"}


def cooperation_file(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Offer the file to take out, and ask for one to read in."""
    return file_reading.chosen(request, _reading(cast("Visit", request)))


def cooperation_file_confirmed(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Load the file that was shown."""
    return file_reading.confirmed(request, _reading(cast("Visit", request)))


def download(request: HttpRequest, cooperation: str, way: str) -> HttpResponse:
    """Give the whole cooperation as a file, as YAML or as JSON."""
    if way not in WAYS:
        raise Http404
    visit = cast("Visit", request)
    text = export(visit.cooperation, as_json=way == "json")
    name = f"{cooperation}-{visit.today.isoformat()}.{way}"
    return HttpResponse(
        text,
        content_type=f"{WAYS[way]}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _reading(visit: Visit) -> Reading:
    here = visit.cooperation
    return Reading(
        template="secretariat/cooperation_file.html",
        address=reverse("cooperation-file", args=[here.key]),
        confirm_address=reverse("cooperation-file-confirmed", args=[here.key]),
        run=partial(load_into, here),
        purpose=here.key,
        context={
            "downloads": [
                (way.upper(), reverse("cooperation-file-as", args=[here.key, way]))
                for way in WAYS
            ]
        },
    )
