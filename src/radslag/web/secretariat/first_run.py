"""The first thing in an empty installation: an administrator reads in a cooperation."""

from functools import partial
from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from radslag.services.first_run import open_cooperation
from radslag.web.gate import Visit
from radslag.web.secretariat import file_reading
from radslag.web.secretariat.file_reading import Reading


def first_run(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what a new cooperation would hold."""
    return file_reading.chosen(request, _reading(request))


def first_run_confirmed(request: HttpRequest) -> HttpResponse:
    """Open the cooperation, with the administrator as its secretariat."""
    return file_reading.confirmed(request, _reading(request))


def _reading(request: HttpRequest) -> Reading:
    return Reading(
        template="secretariat/first_run.html",
        address=reverse("first-run"),
        confirm_address=reverse("first-run-confirmed"),
        run=partial(
            open_cooperation,
            administrator=cast("User", request.user),
            today=cast("Visit", request).today,
        ),
        purpose="a new cooperation",
        context={},
    )
