"""Reading in a cooperation file in two steps: see what it would do, then say yes."""

from dataclasses import dataclass
from typing import Any, Protocol, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from radslag.formats.cooperation_file import BadFile
from radslag.formats.cooperation_file.problems import SHOWN
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file import LoadReport
from radslag.services.journal import Actor
from radslag.web import clock, uploads
from radslag.web.gate import Visit

LONGEST_OCCASION = 200


class Run(Protocol):
    """What reads a file, for trial or for good."""

    def __call__(self, source: bytes, *, actor: Actor, dry_run: bool) -> LoadReport:
        """Do it, or raise BadFile."""


@dataclass(frozen=True)
class Reading:
    """Where a file is read in: its page, the next one, and what does the reading."""

    template: str
    address: str
    confirm_address: str
    run: Run
    purpose: str
    context: dict[str, Any]


def chosen(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Ask for a file; when one is sent, show what it would do, or what is wrong."""
    form = uploads.FileForm(request)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, reading, form)
    sent = form.cleaned_data["file"]
    actor = _actor(request, sent.name)
    try:
        report = reading.run(sent.read(), actor=actor, dry_run=True)
    except BadFile as bad:
        return _asked(request, reading, uploads.FileForm(), bad=bad, name=sent.name)
    token = uploads.keep(request, sent, reading.purpose)
    return render(
        request,
        "secretariat/file_preview.html",
        {
            "reading": reading,
            "report": report,
            "rows": rows_of(report),
            "is_quiet": is_quiet(report),
            "name": sent.name,
            "token": token,
        },
    )


def confirmed(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Load the file that waited, once, and go to the cooperation."""
    waited = uploads.take(request, request.POST.get("token", ""), reading.purpose)
    if waited is None:
        messages.warning(
            request,
            _(
                "Filen väntar inte längre: den är redan inläst, eller så har det gått "
                "mer än en timme. Syns inte uppgifterna, välj filen igen."
            ),
        )
        return redirect(reading.address)
    name, content = waited
    try:
        report = reading.run(content, actor=_actor(request, name), dry_run=False)
    except BadFile as bad:
        return _asked(request, reading, uploads.FileForm(), bad=bad, name=name)
    messages.success(request, _told(report, name))
    return redirect("overview", cooperation=report.key)


def _asked(
    request: HttpRequest,
    reading: Reading,
    form: uploads.FileForm,
    *,
    bad: BadFile | None = None,
    name: str = "",
) -> HttpResponse:
    problems = bad.problems if bad else ()
    return render(
        request,
        reading.template,
        {
            "reading": reading,
            "form": form,
            "problems": problems[:SHOWN],
            "number_of_problems": len(problems),
            "further_problems": max(0, len(problems) - SHOWN),
            "name": name,
            **reading.context,
        },
    )


def _actor(request: HttpRequest, name: str) -> Actor:
    viewer = cast("Visit", request).viewer
    occasion = _("inläsning av %(name)s") % {"name": name}
    return Actor(viewer.name, clock.now(), viewer.user_id, occasion[:LONGEST_OCCASION])


def rows_of(report: LoadReport) -> list[dict[str, Any]]:
    """Return what a load does, section by section, in the order of the file."""
    return [
        {"name": str(model._meta.verbose_name_plural).capitalize(), "counts": counts}
        for section, model in SECTIONS.items()
        if (counts := report.sections.get(section)) is not None and not counts.is_quiet
    ]


def is_quiet(report: LoadReport) -> bool:
    """Say whether the file holds nothing that is not here already."""
    return not (report.added or report.changed or report.has_new_facts)


def _told(report: LoadReport, name: str) -> str:
    if is_quiet(report):
        return _("Inget nytt i %(name)s. Allt som står där fanns redan.") % {
            "name": name
        }
    return _("%(name)s är inläst. Nya poster: %(added)s. Ändrade: %(changed)s.") % {
        "name": name,
        "added": report.added,
        "changed": report.changed,
    }
